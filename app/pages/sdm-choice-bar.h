/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_CHOICE_BAR (sdm_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (SdmChoiceBar, sdm_choice_bar, SDM, CHOICE_BAR, GtkBox)

GtkWidget  *sdm_choice_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_choice_bar_add (SdmChoiceBar *self,
                                const char   *id,
                                const char   *label);
const char *sdm_choice_bar_get_value (SdmChoiceBar *self);
void        sdm_choice_bar_set_value (SdmChoiceBar *self,
                                      const char   *id);

G_END_DECLS
