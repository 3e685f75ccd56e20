/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Seconds between the warning and the lock. */
#define SDM_AUTO_LOCK_WARNING 20

/**
 * SdmAutoLockTimeFunc:
 *
 * Returns: microseconds that pass while the computer sleeps, too, and never go back
 */
typedef gint64 (*SdmAutoLockTimeFunc) (gpointer user_data);

#define SDM_TYPE_AUTO_LOCK (sdm_auto_lock_get_type ())
G_DECLARE_FINAL_TYPE (SdmAutoLock, sdm_auto_lock, SDM, AUTO_LOCK, GObject)

SdmAutoLock *sdm_auto_lock_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
gint64       sdm_auto_lock_get_idle (SdmAutoLock *self);
void         sdm_auto_lock_set_time (SdmAutoLock        *self,
                                     SdmAutoLockTimeFunc get_time,
                                     gpointer            user_data);

void sdm_auto_lock_start (SdmAutoLock *self);
void sdm_auto_lock_stop (SdmAutoLock *self);
void sdm_auto_lock_touch (SdmAutoLock *self);
void sdm_auto_lock_check (SdmAutoLock *self);

G_END_DECLS
