/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_N_MARKS 6

#define SDM_TYPE_GRID_OPTION (sdm_grid_option_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridOption, sdm_grid_option, SDM, GRID_OPTION, GObject)

SdmGridOption *sdm_grid_option_new (const char *id,
                                    const char *title,
                                    const char *short_title,
                                    const char *subtitle,
                                    guint       mark) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_grid_option_get_id (SdmGridOption *self);

const char *sdm_grid_option_get_title (SdmGridOption *self);

const char *sdm_grid_option_get_short_title (SdmGridOption *self);

const char *sdm_grid_option_get_subtitle (SdmGridOption *self);

guint sdm_grid_option_get_mark (SdmGridOption *self);

const char *sdm_mark_get_icon_name (guint mark);
const char *sdm_mark_get_css_class (guint mark);
GtkWidget  *sdm_mark_new (guint mark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
