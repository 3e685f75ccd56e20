/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-fixture.h"

G_BEGIN_DECLS

/* The first clinician of a store of real patients. */
#define NAME       "Dr Amina Rowe"
#define PASSPHRASE "correct horse battery staple"

/* The second. */
#define OTHER     "Tom Marsh"
#define OTHER_TOO "four words in a row"

SdmRecordAccess *new_access (const char *name,
                             const char *passphrase);
SdmRecordStore  *new_real_store (Fixture *fixture);
void             found (SdmRecordStore    *store,
                        SdmRecordRecovery *recovery);
SdmRecordStore  *new_founded_store (Fixture           *fixture,
                                    SdmRecordRecovery *recovery);
gboolean         sign_in (SdmRecordStore *store,
                          const char     *name,
                          const char     *passphrase,
                          GError        **error);
void             assert_signs_in (SdmRecordStore *store);
void             assert_signs_in_changed (SdmRecordStore *store);
void             assert_locked (SdmRecordStore *store,
                                const char     *name,
                                const char     *passphrase);
SdmRecordHead   *make_real_head (guint number);
gboolean         save (SdmRecordStore *store,
                       const char     *kind,
                       GError        **error);
void             confirm (SdmRecordStore          *store,
                          const SdmRecordRecovery *recovery,
                          GError                 **error);
SdmRecordStore  *new_store_in_use (Fixture           *fixture,
                                   SdmRecordRecovery *recovery);
void             enrol (SdmRecordStore *store,
                        const char     *name,
                        const char     *passphrase);
void             assert_signs_in_as (SdmRecordStore *store,
                                     const char     *name,
                                     const char     *passphrase);
void             assert_told (SdmRecordStore *store,
                              const char     *beginning);

/* What a change of the key tells of how far it is. */
typedef struct
{
  guint  n_calls;
  gint64 done;
  gint64 all;
} Progress;

void note_progress (Progress *progress,
                    gint64    done,
                    gint64    all);
void assert_rotating (SdmRecordStore *store,
                      gboolean        expected);
void assert_epochs (Fixture        *fixture,
                    SdmRecordStore *store,
                    const char     *sql,
                    const char     *expected);

G_END_DECLS
