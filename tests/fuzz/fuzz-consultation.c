/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A consultation that was read can be written, and what was written reads and writes the same. */

#include "fuzz-target.h"

#include "sdm-consultation.h"

static void
write_and_read_again (SdmConsultation *first)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sdm_consultation_dup_patient_name (first);
  g_autoptr (GBytes) written = sdm_consultation_to_bytes (first);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SdmConsultation) second = NULL;

  g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
  second = sdm_consultation_new_from_bytes (written, "second.json", &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
  again = sdm_consultation_to_bytes (second);
  g_assert_true (g_bytes_equal (written, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmConsultation) first = sdm_consultation_new_from_bytes (bytes, "first.json", &error);

  g_assert_true ((first == NULL) == (error != NULL));
  if (first != NULL)
    write_and_read_again (first);
  return 0;
}
