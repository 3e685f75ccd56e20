/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-day-item.h"

G_BEGIN_DECLS

#define SDM_TYPE_DAY_BLOCK (sdm_day_block_get_type ())
G_DECLARE_FINAL_TYPE (SdmDayBlock, sdm_day_block, SDM, DAY_BLOCK, GtkBox)

GtkWidget *sdm_day_block_new (SdmDayItem *item) G_GNUC_WARN_UNUSED_RESULT;

SdmDayItem *sdm_day_block_get_item (SdmDayBlock *self);
int         sdm_day_block_get_minutes (SdmDayBlock *self);
void        sdm_day_block_set_minutes (SdmDayBlock *self,
                                       int          minutes);
char       *sdm_day_block_dup_words (SdmDayBlock *self) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_day_dup_time (int minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
