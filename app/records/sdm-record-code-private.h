/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A recovery code: 160 bits, printed as eight groups of four characters and one to check them. */
#define SDM_RECORD_CODE_SIZE    20
#define SDM_RECORD_CODE_GROUPS  8
#define SDM_RECORD_GROUP_LENGTH 5

char    *sdm_record_code_format (const guint8 code[SDM_RECORD_CODE_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_record_code_parse (const char *text,
                                guint8      code[SDM_RECORD_CODE_SIZE],
                                guint      *wrong_group);
char    *sdm_record_code_dup_group (const guint8 code[SDM_RECORD_CODE_SIZE],
                                    guint        group) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_record_code_parse_group (const char *text,
                                      guint       group,
                                      char        normal[SDM_RECORD_GROUP_LENGTH + 1]);

G_END_DECLS
