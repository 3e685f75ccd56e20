/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SDM_TYPE_RECORD_HEAD (sdm_record_head_get_type ())

/**
 * SdmRecordStoreKind:
 * @SDM_RECORD_STORE_PRACTICE: made-up patients
 * @SDM_RECORD_STORE_REAL: real ones
 *
 * Whose consultations a file holds; it never holds both.
 */
typedef enum
{
  SDM_RECORD_STORE_PRACTICE,
  SDM_RECORD_STORE_REAL,
} SdmRecordStoreKind;

/* The status of a listed consultation that is damaged in the file. */
#define SDM_RECORD_STATUS_DAMAGED "damaged"

/**
 * SdmRecordHead:
 * @id: the document's id, a UUID of version 7 in lower case
 * @kind: `practice` or `real`
 * @status: `in-progress`, `valid` or `cancelled`
 * @aid_id: (nullable): the decision aid's id, or %NULL for a blank page
 * @aid_sha256: (nullable): the aid's hash, 64 hexadecimal digits
 * @patient: (nullable): the name to show in a list
 * @family_name: (nullable): the patient's family name, by which real ones are found
 * @birth_date: (nullable): the patient's date of birth, YYYY-MM-DD
 * @given_names: (nullable): and given names, with spaces between
 * @nhs_number: (nullable): ten digits
 * @reviews: (nullable): the days of the reviews that are planned, YYYY-MM-DD, with spaces between
 * @patient_id: (nullable): set by the store: the id of the patient, of a real consultation
 * @step: (nullable): the step reached, such as `weigh`
 * @held: (nullable): of a draft: what was typed and does not fit the document as it stands, as its author writes it
 * @created: when the consultation was begun, microseconds since 1970 UTC
 * @changed: when it was last changed, microseconds since 1970 UTC
 * @change: (nullable): set by the store for a version: `finalised`, `amended`,
 *   `entered-in-error` or `withdrawn`
 * @author: (nullable): who made this version
 * @reason: (nullable): why, for all but the first
 * @finished: when this version was made, microseconds since 1970 UTC, 0 for a draft
 * @amends: of a draft: the version that it amends, 0 for one that is new
 * @version: set by the store: 0 for a draft, else the number of the finished version
 *
 * What a list shows of a consultation without opening it. All texts are owned.
 */
typedef struct
{
  char  *id;
  char  *kind;
  char  *status;
  char  *aid_id;
  char  *aid_sha256;
  char  *patient;
  char  *family_name;
  char  *birth_date;
  char  *given_names;
  char  *nhs_number;
  char  *reviews;
  char  *patient_id;
  char  *step;
  char  *held;
  char  *change;
  char  *author;
  char  *reason;
  gint64 created;
  gint64 changed;
  gint64 finished;
  guint  amends;
  guint  version;
} SdmRecordHead;

const char    *sdm_record_store_kind_get_text (SdmRecordStoreKind kind);
GType          sdm_record_head_get_type (void);
SdmRecordHead *sdm_record_head_new (const char *id,
                                    const char *kind,
                                    const char *status) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordHead *sdm_record_head_copy (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_record_head_free (SdmRecordHead *head);
gboolean       sdm_record_head_equal (const SdmRecordHead *a,
                                      const SdmRecordHead *b);

char *sdm_record_new_id (gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordHead, sdm_record_head_free)

G_END_DECLS
