/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-find.h"

G_BEGIN_DECLS

/*
 * A file of real patients with a given key, on the thread that asks for it: no
 * passphrase is needed, and none is derived from.
 */
SdmRecordFile *real_file_make (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordFile *real_file_open (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* A patient as a consultation names one; what is not known is NULL. */
typedef struct
{
  const char *given;
  const char *family;
  const char *born;
  const char *nhs_number;
} Person;

SdmRecordHead *real_file_make_head (guint         number,
                                    const Person *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
