/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-figure.h"

G_BEGIN_DECLS

#define SDM_TYPE_FIGURE_CARD (sdm_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (SdmFigureCard, sdm_figure_card, SDM, FIGURE_CARD, AdwBin)

GtkWidget        *sdm_figure_card_new (SdmAid           *aid,
                                       const SdmOutcome *outcome,
                                       GPtrArray        *shown) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget        *sdm_figure_card_new_for_screen (SdmAid           *aid,
                                                  const SdmOutcome *outcome,
                                                  GPtrArray        *shown) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget        *sdm_figure_card_make_sure_line (const SdmOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget        *sdm_figure_card_make_to_be_checked (void) G_GNUC_WARN_UNUSED_RESULT;
const SdmOutcome *sdm_figure_card_get_outcome (SdmFigureCard *self);
void              sdm_figure_card_show (SdmFigureCard *self,
                                        const char    *group,
                                        const char    *former_group);
void              sdm_figure_card_set_fit (SdmFigureCard *self,
                                           gboolean       is_narrow,
                                           gboolean       has_large_text);

G_END_DECLS
