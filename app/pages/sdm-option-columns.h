/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-ui.h"

G_BEGIN_DECLS

#define SDM_MOST_SIDE_BY_SIDE 3

#define SDM_TYPE_OPTION_COLUMNS (sdm_option_columns_get_type ())
G_DECLARE_FINAL_TYPE (SdmOptionColumns, sdm_option_columns, SDM, OPTION_COLUMNS, GtkWidget)

GtkWidget *sdm_option_columns_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_option_columns_add (SdmOptionColumns *self,
                                   GtkWidget        *content);
GtkWidget *sdm_option_columns_make_name (SdmAid          *aid,
                                         const SdmOption *option) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_option_columns_rename (GtkWidget *name, const char *title);

G_END_DECLS
