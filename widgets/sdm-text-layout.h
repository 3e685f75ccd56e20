/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_TEXT_LAYOUT (sdm_text_layout_get_type ())
G_DECLARE_FINAL_TYPE (SdmTextLayout, sdm_text_layout, SDM, TEXT_LAYOUT, GtkLayoutManager)

void sdm_text_layout_use (GtkWidget *label);

G_END_DECLS
