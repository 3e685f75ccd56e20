/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sdm-record-id-private.h"

G_BEGIN_DECLS

/* The names of all patients, in memory that is wiped, to be searched while somebody types. */
typedef struct _SdmRecordNames SdmRecordNames;

/* The id of a patient that was found. */
typedef struct
{
  guint8 id[SDM_RECORD_ID_SIZE];
} SdmRecordNameMatch;

SdmRecordNames *sdm_record_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_record_names_free (SdmRecordNames *names);

char   *sdm_record_names_make_words (const char *family,
                                     const char *given,
                                     const char *shown) G_GNUC_WARN_UNUSED_RESULT;
void    sdm_record_names_add (SdmRecordNames *names,
                              const guint8    id[SDM_RECORD_ID_SIZE],
                              const char     *words);
void    sdm_record_names_change (SdmRecordNames *names,
                                 const guint8    id[SDM_RECORD_ID_SIZE],
                                 const char     *words);
void    sdm_record_names_end (SdmRecordNames *names,
                              gboolean        good);
GArray *sdm_record_names_find (SdmRecordNames *names,
                               const char     *typed,
                               guint           limit,
                               gboolean       *is_cut) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
