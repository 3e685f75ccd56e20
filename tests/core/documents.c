/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"

/**
 * documents_find:
 * @name: a path below the root of the repository
 *
 * Returns: (transfer full): where it is
 */
char *
documents_find (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", name, NULL);
}

SdmAid *
documents_load_aid (const char *id)
{
  g_autofree char *name = g_strdup_printf ("decision-aids/%s/aid.json", id);
  g_autofree char *path = documents_find (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_load (file, NULL, &error);

  g_assert_no_error (error);

  return aid;
}

/**
 * documents_load_consultation:
 * @name: a file of tests/data/consultations, without its ending
 */
SdmConsultation *
documents_load_consultation (const char *name)
{
  g_autofree char *file_name = g_strdup_printf ("tests/data/consultations/%s.json", name);
  g_autofree char *path = documents_find (file_name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, NULL, &error);
  SdmConsultation *consultation;

  g_assert_no_error (error);
  consultation = sdm_consultation_new_from_text (text, NULL, &error);
  g_assert_no_error (error);

  return consultation;
}

/**
 * documents_new_clock:
 *
 * Returns: (transfer full): a clock that stands at 11:05 on 24 November 2026, in a place an hour ahead
 */
SdmClock *
documents_new_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T11:05:07.891+01:00", NULL);

  return sdm_clock_new_fixed (now);
}

char *
documents_to_text (SdmConsultation *consultation)
{
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
count_cb (SdmConsultation *consultation,
          const char      *path,
          guint           *count)
{
  *count += 1;
}

/**
 * documents_count_changes:
 * @count: grows by one with each "changed" from now on; must outlive @consultation
 */
void
documents_count_changes (SdmConsultation *consultation,
                         guint           *count)
{
  *count = 0;
  g_signal_connect (consultation, "changed", G_CALLBACK (count_cb), count);
}
