/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"
#include "sdm-record-file-private.h"
#include "sdm-record-key-wrap-private.h"
#include "sdm-record-staff.h"

G_BEGIN_DECLS

/**
 * SdmRecordAccess:
 * @name: (nullable): of a clinician
 * @secret: (nullable): that clinician's passphrase, in guarded memory
 * @size: its length
 * @code: (nullable): the recovery code, in guarded memory
 * @cost: for a new wrap; zeros to measure it
 */
struct _SdmRecordAccess
{
  char         *name;
  char         *secret;
  gsize         size;
  guint8       *code;
  SdmRecordCost cost;
};

/**
 * SdmRecordClinician:
 * @is_known: whether anybody ever had this name
 * @id: of who has it
 * @name: (nullable): as it was typed at first
 * @role: (nullable): what that person is
 * @public_key: of that person, zeros where none is known
 * @version: of the wrapped key, 0 where that person may not sign in
 *
 * Somebody who may sign in, or could once.
 */
typedef struct
{
  gboolean is_known;
  guint8   id[SDM_RECORD_ID_SIZE];
  char    *name;
  char    *role;
  guint8   public_key[SDM_RECORD_KEY_SIZE];
  guint32  version;
} SdmRecordClinician;

void     sdm_record_clinician_clear (SdmRecordClinician *clinician);
gboolean sdm_record_clinicians_find (SdmRecordFile      *file,
                                     const char         *name,
                                     SdmRecordClinician *clinician,
                                     GError            **error);

gboolean sdm_record_access_is_good (const SdmRecordAccess *access,
                                    GError               **error);

gboolean sdm_record_clinicians_add (SdmRecordFile         *file,
                                    const SdmRecordAccess *access,
                                    const char            *role,
                                    gint64                 now,
                                    GError               **error);
gboolean sdm_record_clinicians_add_wrap (SdmRecordFile          *file,
                                         const SdmRecordKeyWrap *wrap,
                                         GError                **error);
void     sdm_record_clinicians_read_wrap (SdmRecordStatement *statement,
                                          SdmRecordKeyWrap   *wrap);
gboolean sdm_record_clinicians_sign_in_as (SdmRecordFile *file,
                                           const guint8   id[SDM_RECORD_ID_SIZE],
                                           GError       **error);
gboolean sdm_record_clinicians_unlock (SdmRecordFile         *file,
                                       const SdmRecordAccess *access,
                                       GError               **error);
gboolean sdm_record_clinicians_check_own (SdmRecordFile         *file,
                                          const SdmRecordAccess *access,
                                          GError               **error);
gboolean sdm_record_clinicians_note_sign_in (SdmRecordFile         *file,
                                             const SdmRecordAccess *access,
                                             GError               **error);

/* sdm-record-enrol.c */
gboolean sdm_record_clinicians_let_in (SdmRecordFile         *file,
                                       const SdmRecordAccess *access,
                                       const char            *role,
                                       GError               **error);
gboolean sdm_record_clinicians_enrol (SdmRecordFile         *file,
                                      const SdmRecordAccess *access,
                                      const char            *role,
                                      GError               **error);
gboolean sdm_record_clinicians_enrol_colleague (SdmRecordFile         *file,
                                                const SdmRecordAccess *access,
                                                const char            *role,
                                                GError               **error);

/* sdm-record-colleagues.c */
SdmRecordStaff *sdm_record_clinicians_list (SdmRecordFile *file,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdmRecordClinician, sdm_record_clinician_clear)

G_END_DECLS
