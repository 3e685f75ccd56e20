/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_NONE: everything works
 * @FAULT_IO_ONCE: one call fails with an I/O error
 * @FAULT_FULL: from one write on, the disk is full
 * @FAULT_POWER: from one call on, nothing reaches the disk any more
 *
 * What happens to SQLite's files.
 */
typedef enum
{
  FAULT_NONE,
  FAULT_IO_ONCE,
  FAULT_FULL,
  FAULT_POWER,
} FaultKind;

void     fault_vfs_register (void);
void     fault_vfs_set (FaultKind kind,
                        guint     at);
guint    fault_vfs_get_calls (void);
gboolean fault_vfs_is_hit (void);
void     fault_vfs_cut_power (GRand *rand);
void     fault_vfs_reset (void);

G_END_DECLS
