/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The file of a practice case, as it comes back from a mentor, is either taken up whole or refused with a reason. What
 * was taken up is written again without loss, and what it brings joins what is here once and not twice.
 */

#include "fuzz-target.h"

#include "sdm-practice-file.h"

static void
join (SdmPracticeSession *session)
{
  g_autoptr (GBytes) bytes = sdm_practice_session_to_bytes (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmPracticeSession) here = sdm_practice_session_new_from_bytes (bytes, "practice.json", &error);
  g_autoptr (GBytes) joined = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (sdm_practice_session_join (here, session), ==, 0);
  joined = sdm_practice_session_to_bytes (here);
  g_assert_true (g_bytes_equal (bytes, joined));
}

static void
check_written (SdmConsultation    *consultation,
               SdmPracticeSession *session)
{
  g_autoptr (GBytes) written = sdm_practice_file_write (consultation, session);
  g_autoptr (GBytes) written_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (written, "written.json", &error);
  g_autoptr (SdmConsultation) consultation_again = NULL;
  g_autoptr (SdmPracticeSession) session_again = NULL;

  g_assert_no_error (error);
  g_assert_true (sdm_practice_file_read (text, &consultation_again, &session_again, &error));
  g_assert_no_error (error);
  written_again = sdm_practice_file_write (consultation_again, session_again);
  g_assert_true (g_bytes_equal (written, written_again));
}

static void
read_file (SdmJsonText *text)
{
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmPracticeSession) session = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean is_read = sdm_practice_file_read (text, &consultation, &session, &error);

  g_assert_true (is_read == (error == NULL));
  g_assert_true (is_read == (consultation != NULL) && is_read == (session != NULL));
  if (!is_read)
    return;

  g_assert_true (sdm_consultation_is_practice (consultation));
  g_assert_cmpstr (sdm_consultation_get_id (consultation), ==, sdm_practice_session_get_id (session));
  check_written (consultation, session);
  join (session);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "mentor.json", &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    read_file (text);

  return 0;
}
