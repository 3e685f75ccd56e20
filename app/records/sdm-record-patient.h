/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SDM_TYPE_RECORD_PATIENT (sdm_record_patient_get_type ())

/**
 * SdmRecordPatient:
 * @id: a UUID of version 7 in lower case
 * @name: (nullable): the name to show
 * @family_name: (nullable): the family name
 * @given_names: (nullable): the given names, with spaces between
 * @birth_date: (nullable): YYYY-MM-DD
 * @nhs_number: (nullable): ten digits
 * @joined_to: (nullable): the id of the patient that this one was joined to, and who has the
 *   consultations since
 * @joined: (nullable): the ids of those that were joined to this one, with spaces between
 * @others: (nullable) (array zero-terminated=1): when it was found: the ids of patients with the
 *   same surname and date of birth, who may be the same person
 *
 * A patient, as the newest finished consultation names them. All texts are owned.
 */
typedef struct
{
  char  *id;
  char  *name;
  char  *family_name;
  char  *given_names;
  char  *birth_date;
  char  *nhs_number;
  char  *joined_to;
  char  *joined;
  char **others;
} SdmRecordPatient;

GType             sdm_record_patient_get_type (void);
SdmRecordPatient *sdm_record_patient_new (void) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordPatient *sdm_record_patient_copy (const SdmRecordPatient *patient) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_record_patient_free (SdmRecordPatient *patient);
gboolean          sdm_record_patient_is (const SdmRecordPatient *patient,
                                         const char             *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordPatient, sdm_record_patient_free)

G_END_DECLS
