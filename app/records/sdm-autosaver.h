/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-store.h"

G_BEGIN_DECLS

/**
 * SdmAutosaverState:
 * @SDM_AUTOSAVER_IDLE: nothing was changed yet
 * @SDM_AUTOSAVER_PENDING: something changed and waits for a pause in typing
 * @SDM_AUTOSAVER_SAVING: a save is under way
 * @SDM_AUTOSAVER_SAVED: all is kept, since the time in `saved-at`
 * @SDM_AUTOSAVER_FAILED: the last save failed with `error`; it is tried again
 */
typedef enum
{
  SDM_AUTOSAVER_IDLE,
  SDM_AUTOSAVER_PENDING,
  SDM_AUTOSAVER_SAVING,
  SDM_AUTOSAVER_SAVED,
  SDM_AUTOSAVER_FAILED,
} SdmAutosaverState;

#define SDM_TYPE_AUTOSAVER_STATE (sdm_autosaver_state_get_type ())
GType sdm_autosaver_state_get_type (void);

/**
 * SdmAutosaverMakeFunc:
 * @body: (out) (transfer full): the document as it is now
 *
 * Called on the main thread each time something is saved.
 *
 * Returns: (transfer full) (nullable): its head; none for a practice session
 */
typedef SdmRecordHead *(*SdmAutosaverMakeFunc) (GBytes **body,
                                                gpointer user_data);

#define SDM_TYPE_AUTOSAVER (sdm_autosaver_get_type ())
G_DECLARE_FINAL_TYPE (SdmAutosaver, sdm_autosaver, SDM, AUTOSAVER, GObject)

SdmAutosaver *sdm_autosaver_new (SdmRecordStore      *store,
                                 SdmAutosaverMakeFunc make,
                                 gpointer             user_data,
                                 GDestroyNotify       destroy) G_GNUC_WARN_UNUSED_RESULT;

SdmAutosaver *sdm_autosaver_new_for_practice (SdmRecordStore      *store,
                                              SdmAutosaverMakeFunc make,
                                              gpointer             user_data,
                                              GDestroyNotify       destroy) G_GNUC_WARN_UNUSED_RESULT;

SdmAutosaverState sdm_autosaver_get_state (SdmAutosaver *self);
gint64            sdm_autosaver_get_saved_at (SdmAutosaver *self);
const GError     *sdm_autosaver_get_error (SdmAutosaver *self);

void sdm_autosaver_touch (SdmAutosaver *self);

void     sdm_autosaver_flush_async (SdmAutosaver       *self,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean sdm_autosaver_flush_finish (SdmAutosaver *self,
                                     GAsyncResult *result,
                                     GError      **error);
gboolean sdm_autosaver_flush (SdmAutosaver *self,
                              GError      **error);

G_END_DECLS
