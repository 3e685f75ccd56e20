/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SDM_RECORD_ID_SIZE 16

gboolean sdm_record_id_parse (const char *text,
                              guint8      id[SDM_RECORD_ID_SIZE]);
char    *sdm_record_id_format (const guint8 id[SDM_RECORD_ID_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
void     sdm_record_id_make (gint64 now,
                             guint8 id[SDM_RECORD_ID_SIZE]);

G_END_DECLS
