/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-figure.h"

G_BEGIN_DECLS

#define SDM_TYPE_FIGURE_CELL (sdm_figure_cell_get_type ())
G_DECLARE_FINAL_TYPE (SdmFigureCell, sdm_figure_cell, SDM, FIGURE_CELL, AdwBin)

/**
 * SdmFigureSize:
 * @SDM_FIGURE_IN_CARD: one of several outcomes on a page
 * @SDM_FIGURE_ON_SCREEN: the only one on a screen, to be read from further away
 */
typedef enum
{
  SDM_FIGURE_IN_CARD,
  SDM_FIGURE_ON_SCREEN,
} SdmFigureSize;

GtkWidget *sdm_figure_cell_new (SdmAid           *aid,
                                const SdmOutcome *outcome,
                                const SdmOption  *option,
                                guint             n_side_by_side,
                                SdmFigureSize     size) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_figure_cell_show (SdmFigureCell *self,
                                 const char    *group,
                                 const char    *former_group);
GtkWidget *sdm_figure_cell_get_name (SdmFigureCell *self);
void       sdm_figure_cell_set_fit (SdmFigureCell *self,
                                    gboolean       is_narrow,
                                    gboolean       has_large_text);

G_END_DECLS
