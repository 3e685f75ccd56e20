/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-steady.h"

G_BEGIN_DECLS

/* The few shapes that all pages are made of. Texts are translated by the caller;
 * classes are those of resources/css/style.css. Each returns a floating widget. */

GtkWidget *sdm_ui_label (const char *text,
                         const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_column (int spacing) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_row (int spacing) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_at_top (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_wrap (int spacing) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_columns (int         left_share,
                           int         right_share,
                           GtkWidget **left,
                           GtkWidget **right) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_card (const char *title,
                        GtkWidget **content) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_voice_card (const char *title,
                              GtkWidget **content) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_page (const char *title,
                        const char *helper,
                        int         most_width,
                        GtkWidget **content) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_field (const char *label,
                         GtkWidget  *input) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_ui_set_title (GtkWidget *input,
                             GtkWidget *title);
GtkWidget *sdm_ui_fold (const char *title,
                        GtkWidget **content) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_entry (int width_chars) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_ui_let_undo (GtkWidget *entry);
GtkWidget *sdm_ui_text (int height) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_button (const char *label,
                          const char *icon_name) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_icon_button (const char *icon_name,
                               const char *label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_ui_check (const char *label) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_ui_check_set_label (GtkWidget  *check,
                                   const char *label);

void       sdm_ui_clear (GtkWidget *box);
GPtrArray *sdm_ui_take_children (GtkWidget *box) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_ui_scroll_to (GtkWidget *widget);

char    *sdm_ui_dup_text (GtkWidget *input) G_GNUC_WARN_UNUSED_RESULT;
void     sdm_ui_show_text (GtkWidget  *input,
                           const char *text);
gboolean sdm_ui_is_showing (GtkWidget *input);
void     sdm_ui_set_limit (GtkWidget *input,
                           guint      most);
gboolean sdm_ui_is_too_long (GtkWidget *input);
void     sdm_ui_set_problem (GtkWidget  *input,
                             const char *text);
void     sdm_ui_set_doubt (GtkWidget  *input,
                           const char *text);
gboolean sdm_ui_has_problem (GtkWidget *input);
void     sdm_ui_carry_over (GtkWidget *former,
                            GtkWidget *input);
void     sdm_ui_give_up (GtkWidget *input);

G_END_DECLS
