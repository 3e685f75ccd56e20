/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-case.h"

#include "sdm-letter-content.h"

SdmConsultation *
letter_case_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "consultations", file, NULL);
  char            *text = NULL;
  gsize            size;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SdmConsultation *consultation;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  consultation = sdm_consultation_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);

  return consultation;
}

char *
letter_case_build_aid_path (const char *id)
{
  return g_test_build_filename (G_TEST_DIST, "..", "decision-aids", id, "aid.json", NULL);
}

/* Read once for all tests: it never changes. */
SdmAid *
letter_case_load_aid (const char *id)
{
  static GHashTable *aids;
  g_autofree char   *path = letter_case_build_aid_path (id);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid;

  if (aids == NULL)
    aids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  aid = g_hash_table_lookup (aids, id);
  if (aid == NULL)
    {
      aid = sdm_aid_load (file, NULL, &error);
      g_assert_no_error (error);
      g_hash_table_insert (aids, g_strdup (id), aid);
    }

  return g_object_ref (aid);
}

char *
letter_case_write_twin (SdmConsultation *consultation)
{
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);

  g_assert_no_error (error);

  return sdm_letter_document_to_text (document);
}

char *
letter_case_load_twin (const char *name)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load (name);

  return letter_case_write_twin (consultation);
}
