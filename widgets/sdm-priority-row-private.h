/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-priority-item.h"

G_BEGIN_DECLS

/* The parts of a row that can hold the focus. */
typedef enum
{
  SDM_PRIORITY_PART_ROW,
  SDM_PRIORITY_PART_RULER,
  SDM_PRIORITY_PART_UP,
  SDM_PRIORITY_PART_DOWN,
  SDM_PRIORITY_PART_REMOVE,
} SdmPriorityPart;

#define SDM_TYPE_PRIORITY_ROW (sdm_priority_row_get_type ())
G_DECLARE_FINAL_TYPE (SdmPriorityRow, sdm_priority_row, SDM, PRIORITY_ROW, GtkListBoxRow)

GtkWidget *sdm_priority_row_new (SdmPriorityItem *item) G_GNUC_WARN_UNUSED_RESULT;

SdmPriorityItem *sdm_priority_row_get_item (SdmPriorityRow *self);

void sdm_priority_row_set_place (SdmPriorityRow *self,
                                 guint           position,
                                 guint           n_items);

GtkWidget      *sdm_priority_row_get_part (SdmPriorityRow *self,
                                           SdmPriorityPart part);
SdmPriorityPart sdm_priority_row_find_focus_part (SdmPriorityRow *self);
void            sdm_priority_row_grab_part (SdmPriorityRow *self,
                                            SdmPriorityPart part);

G_END_DECLS
