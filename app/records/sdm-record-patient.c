/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-patient-private.h"

#include <string.h>

#include "sdm-record-names-private.h"

G_DEFINE_BOXED_TYPE (SdmRecordPatient, sdm_record_patient, sdm_record_patient_copy, sdm_record_patient_free)

/* The texts after the words that a name is found by, in their order. Part of the format of the file. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (SdmRecordPatient, name),
  G_STRUCT_OFFSET (SdmRecordPatient, family_name),
  G_STRUCT_OFFSET (SdmRecordPatient, given_names),
  G_STRUCT_OFFSET (SdmRecordPatient, birth_date),
  G_STRUCT_OFFSET (SdmRecordPatient, nhs_number),
  G_STRUCT_OFFSET (SdmRecordPatient, joined_to),
  G_STRUCT_OFFSET (SdmRecordPatient, joined),
};

#define TEXT(patient, place) (*(char **) G_STRUCT_MEMBER_P ((patient), (place)))

/**
 * sdm_record_patient_new:
 *
 * The fields are set directly; texts are taken over.
 *
 * Returns: (transfer full): a patient without an id
 */
SdmRecordPatient *
sdm_record_patient_new (void)
{
  return g_new0 (SdmRecordPatient, 1);
}

SdmRecordPatient *
sdm_record_patient_copy (const SdmRecordPatient *patient)
{
  SdmRecordPatient *copy = sdm_record_patient_new ();

  copy->id = g_strdup (patient->id);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    TEXT (copy, texts[i]) = g_strdup (TEXT (patient, texts[i]));
  copy->others = g_strdupv (patient->others);
  return copy;
}

/* Who it is does not stay in memory. */
void
sdm_record_patient_free (SdmRecordPatient *patient)
{
  g_free (patient->id);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = TEXT (patient, texts[i]);

      if (text != NULL)
        explicit_bzero (text, strlen (text));
      g_free (text);
    }
  g_strfreev (patient->others);
  g_free (patient);
}

/**
 * sdm_record_patient_is:
 * @id: (nullable): the id of a patient
 *
 * Returns: whether it is @patient, or one who was joined to @patient
 */
gboolean
sdm_record_patient_is (const SdmRecordPatient *patient,
                       const char             *id)
{
  if (id == NULL || *id == '\0')
    return FALSE;

  return g_str_equal (id, patient->id) || (patient->joined != NULL && strstr (patient->joined, id) != NULL);
}

/* Private API */

/**
 * sdm_record_patient_serialise:
 *
 * Texts that each end with a zero byte, so that the first, by which a name is
 * found, is read without the others: it is wanted of every patient at once.
 *
 * Returns: (transfer full): all but the id, which is that of the row
 */
GBytes *
sdm_record_patient_serialise (const SdmRecordPatient *patient)
{
  g_autofree char *words = sdm_record_names_make_words (patient->family_name, patient->given_names, patient->name);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) words, (guint) strlen (words) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = TEXT (patient, texts[i]) != NULL ? TEXT (patient, texts[i]) : "";

      g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text) + 1);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * sdm_record_patient_peek_words:
 * @bytes: what sdm_record_patient_serialise() made, or anything else
 *
 * Returns: (transfer none) (nullable): what the patient is found by
 */
const char *
sdm_record_patient_peek_words (GBytes *bytes)
{
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);

  return size > 0 && text[size - 1] == '\0' ? text : NULL;
}

/**
 * sdm_record_patient_deserialise:
 * @bytes: what sdm_record_patient_serialise() made, of this version or a later one
 *
 * Returns: (transfer full) (nullable): the patient, without an id
 */
SdmRecordPatient *
sdm_record_patient_deserialise (GBytes *bytes)
{
  const char *at = sdm_record_patient_peek_words (bytes);
  const char *end = at != NULL ? at + g_bytes_get_size (bytes) : NULL;
  g_autoptr (SdmRecordPatient) patient = sdm_record_patient_new ();

  if (at == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      at += strlen (at) + 1;
      if (at >= end)
        return NULL;
      if (*at != '\0')
        TEXT (patient, texts[i]) = g_strdup (at);
    }

  return g_steal_pointer (&patient);
}
