/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SDM_TYPE_PRIORITY_ITEM (sdm_priority_item_get_type ())
G_DECLARE_FINAL_TYPE (SdmPriorityItem, sdm_priority_item, SDM, PRIORITY_ITEM, GObject)

SdmPriorityItem *sdm_priority_item_new (const char *id,
                                        const char *text,
                                        int         importance,
                                        gboolean    own) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_priority_item_get_id (SdmPriorityItem *self);
const char *sdm_priority_item_get_text (SdmPriorityItem *self);
gboolean    sdm_priority_item_get_own (SdmPriorityItem *self);

int  sdm_priority_item_get_importance (SdmPriorityItem *self);
void sdm_priority_item_set_importance (SdmPriorityItem *self,
                                       int              importance);

int  sdm_priority_item_get_guess (SdmPriorityItem *self);
void sdm_priority_item_set_guess (SdmPriorityItem *self,
                                  int              guess);

const char *sdm_priority_item_get_note (SdmPriorityItem *self);
void        sdm_priority_item_set_note (SdmPriorityItem *self,
                                        const char      *note);

G_END_DECLS
