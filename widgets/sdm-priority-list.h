/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-priority-item.h"

G_BEGIN_DECLS

#define SDM_TYPE_PRIORITY_LIST (sdm_priority_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmPriorityList, sdm_priority_list, SDM, PRIORITY_LIST, GtkWidget)

GtkWidget *sdm_priority_list_new (GListStore *model) G_GNUC_WARN_UNUSED_RESULT;

GListStore *sdm_priority_list_get_model (SdmPriorityList *self);
void        sdm_priority_list_set_model (SdmPriorityList *self,
                                         GListStore      *model);

gboolean sdm_priority_list_move (SdmPriorityList *self,
                                 guint            from,
                                 guint            to);
gboolean sdm_priority_list_remove (SdmPriorityList *self,
                                   guint            position);
void     sdm_priority_list_insert (SdmPriorityList *self,
                                   guint            position,
                                   SdmPriorityItem *item);

G_END_DECLS
