/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk that was kept is either taken up whole or refused with a reason, and so is what is kept of practice. */

#include "fuzz-target.h"

#include "sdm-case.h"
#include "sdm-practice-session.h"
#include "sdm-talk.h"

/* They never change, and so they are read once. */
static SdmCase *example;
static SdmAid  *aid;

static void
read_case (void)
{
  const char      *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *folder = g_build_filename (tests != NULL ? tests : "tests", "..", "decision-aids", "hypertension-in-frailty", NULL);
  g_autofree char *case_path = g_build_filename (folder, "cases", "dog-walk.json", NULL);
  g_autofree char *aid_path = g_build_filename (folder, "aid.json", NULL);
  g_autoptr (GFile) case_file = g_file_new_for_path (case_path);
  g_autoptr (GFile) aid_file = g_file_new_for_path (aid_path);
  g_autoptr (GError) error = NULL;

  example = sdm_case_load (case_file, NULL, &error);
  g_assert_no_error (error);
  aid = sdm_aid_load (aid_file, NULL, &error);
  g_assert_no_error (error);
}

static void
read_talk (SdmJsonText *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmTalk) talk = sdm_talk_new_from_text (example, aid, text, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true ((talk == NULL) == (error != NULL));
  if (talk == NULL)
    return;

  bytes = sdm_talk_to_bytes (talk);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
  g_assert_nonnull (sdm_talk_say (talk, "What matters most to you?"));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = NULL;
  g_autoptr (GError) session_error = NULL;
  g_autoptr (SdmPracticeSession) session = sdm_practice_session_new_from_bytes (bytes, "practice.json", &session_error);

  g_assert_true ((session == NULL) == (session_error != NULL));
  if (example == NULL)
    read_case ();
  text = sdm_json_text_parse (bytes, "talk.json", &error);
  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    read_talk (text);

  return 0;
}
