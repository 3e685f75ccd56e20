/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_BLANK_TEXT (sdm_blank_text_get_type ())
G_DECLARE_FINAL_TYPE (SdmBlankText, sdm_blank_text, SDM, BLANK_TEXT, GtkBox)

GtkWidget *sdm_blank_text_new (int         height,
                               const char *placeholder,
                               gboolean    is_line) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *sdm_blank_text_get_view (SdmBlankText *self);
void       sdm_blank_text_add_sign (SdmBlankText *self,
                                    const char   *icon_name);
void       sdm_blank_text_set_name (SdmBlankText *self,
                                    const char   *name);

GtkWidget *sdm_blank_text_get_input (SdmBlankText *self);
void       sdm_blank_text_set_text (SdmBlankText *self,
                                    const char   *text);
void       sdm_blank_text_set_problem (SdmBlankText *self,
                                       const char   *problem);

G_END_DECLS
