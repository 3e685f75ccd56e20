/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_WRAP_LAYOUT (sdm_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SdmWrapLayout, sdm_wrap_layout, SDM, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *sdm_wrap_layout_new (int spacing,
                                       int line_spacing) G_GNUC_WARN_UNUSED_RESULT;

int      sdm_wrap_layout_get_spacing (SdmWrapLayout *self);
void     sdm_wrap_layout_set_spacing (SdmWrapLayout *self,
                                      int            spacing);
int      sdm_wrap_layout_get_line_spacing (SdmWrapLayout *self);
void     sdm_wrap_layout_set_line_spacing (SdmWrapLayout *self,
                                           int            line_spacing);
gboolean sdm_wrap_layout_get_homogeneous (SdmWrapLayout *self);
void     sdm_wrap_layout_set_homogeneous (SdmWrapLayout *self,
                                          gboolean       homogeneous);

G_END_DECLS
