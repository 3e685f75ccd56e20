/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SdmStepState:
 * @SDM_STEP_OPEN: not visited yet
 * @SDM_STEP_DONE: visited and filled in
 * @SDM_STEP_NOW: on the screen; one step at most
 * @SDM_STEP_SKIPPED: passed over; looks and reads like @SDM_STEP_OPEN, as skipping is no fault
 */
typedef enum
{
  SDM_STEP_OPEN,
  SDM_STEP_DONE,
  SDM_STEP_NOW,
  SDM_STEP_SKIPPED,
} SdmStepState;

#define SDM_TYPE_STEP_STATE (sdm_step_state_get_type ())
GType sdm_step_state_get_type (void) G_GNUC_CONST;

#define SDM_TYPE_STEP_ITEM (sdm_step_item_get_type ())
G_DECLARE_FINAL_TYPE (SdmStepItem, sdm_step_item, SDM, STEP_ITEM, GObject)

SdmStepItem *sdm_step_item_new (const char *id,
                                const char *title) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_step_item_get_id (SdmStepItem *self);

const char *sdm_step_item_get_title (SdmStepItem *self);

SdmStepState sdm_step_item_get_state (SdmStepItem *self);
void         sdm_step_item_set_state (SdmStepItem *self,
                                      SdmStepState state);

gboolean sdm_step_item_get_reachable (SdmStepItem *self);
void     sdm_step_item_set_reachable (SdmStepItem *self,
                                      gboolean     reachable);

gboolean sdm_step_item_get_aside (SdmStepItem *self);
void     sdm_step_item_set_aside (SdmStepItem *self,
                                  gboolean     aside);

G_END_DECLS
