/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SDM_TYPE_LOCK_SIGNALS (sdm_lock_signals_get_type ())
G_DECLARE_FINAL_TYPE (SdmLockSignals, sdm_lock_signals, SDM, LOCK_SIGNALS, GObject)

SdmLockSignals *sdm_lock_signals_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_lock_signals_find_buses (SdmLockSignals *self);
void            sdm_lock_signals_listen (SdmLockSignals  *self,
                                         GDBusConnection *bus);
void            sdm_lock_signals_set_delays_sleep (SdmLockSignals *self,
                                                   gboolean        delays);

G_END_DECLS
