/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-figure-card.h"

G_BEGIN_DECLS

#define SDM_TYPE_FIGURE_DECK (sdm_figure_deck_get_type ())
G_DECLARE_FINAL_TYPE (SdmFigureDeck, sdm_figure_deck, SDM, FIGURE_DECK, GtkBox)

GtkWidget *sdm_figure_deck_new (void) G_GNUC_WARN_UNUSED_RESULT;

void  sdm_figure_deck_set_cards (SdmFigureDeck *self,
                                 GPtrArray     *cards);
guint sdm_figure_deck_get_n_cards (SdmFigureDeck *self);
void  sdm_figure_deck_set_fit (SdmFigureDeck *self,
                               gboolean       is_narrow,
                               gboolean       has_large_text);
void  sdm_figure_deck_foreach_seen (SdmFigureDeck *self,
                                    GFunc          func,
                                    gpointer       user_data);

G_END_DECLS
