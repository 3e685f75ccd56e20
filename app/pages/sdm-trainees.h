/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who has practised on this computer, to choose from; several people can. */

GPtrArray *sdm_trainees_list (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
char      *sdm_trainees_dup_role (GSettings  *settings,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_trainees_note (GSettings  *settings,
                              const char *name,
                              const char *role);

const char *const *sdm_trainees_get_roles (void);
const char        *sdm_trainees_get_role_label (const char *role);

G_END_DECLS
