/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"
#include "sdm-letter-access.h"
#include "sdm-letter.h"
#include "tag-walk.h"

/* All that is kept of a person stands in the pages, but for what is left out, which is named. */

static SdmKeptPerson *
make_pages (SdmKeptTalk **talk)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  SdmKeptPerson *pages = sdm_kept_person_new ("Mr Arthur James Pell, born 14 March 1943", "Made on 24 November 2026 by Dr Amina Rowe");

  *talk = sdm_kept_person_add_talk (pages, "decided", "Talk of 24 November 2026", "Final record.");
  sdm_kept_talk_add_version (*talk, 1, "Version 1, finished by Dr Amina Rowe, 24 November 2026, 10:42", NULL, sdm_kept_list (consultation))->is_whole = TRUE;
  g_ptr_array_add (pages->events, g_strdup ("24 November 2026, 10:42 · Dr Amina Rowe (GP) · Finished the talk and kept it"));

  return pages;
}

static SdmKeptVersion *
get_version (SdmKeptTalk *talk,
             guint        place)
{
  return g_ptr_array_index (talk->versions, place);
}

/* An older version, in which one thing said something else and another nothing. */
static SdmKeptVersion *
add_older (SdmKeptTalk *talk)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_kept_free);

  g_ptr_array_add (kept, sdm_kept_new (consultation, "plan/why", "Why, in their words", "I like my pills."));
  g_ptr_array_add (kept, sdm_kept_new (consultation, "people/agenda/clinician", "What the clinician would like to talk about", NULL));
  get_version (talk, 0)->number = 2;
  get_version (talk, 0)->reason = g_strdup ("The wrong words were noted.");

  return sdm_kept_talk_add_version (talk, 1, "Version 1, finished by Tom Marsh, 23 November 2026, 09:00", NULL, kept);
}

static char *
write_words (const SdmKeptPerson *pages)
{
  g_autoptr (SdmLetterDocument) document = sdm_letter_access_build (pages);

  return sdm_letter_document_to_text (document);
}

/* As the words stand on a line of the plain text. */
static char *
flatten (const char *words)
{
  g_autofree char *flat = g_strdup (words);
  g_auto (GStrv) parts = g_strsplit_set (flat, " \n\t", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", parts[i]);
  g_string_replace (out, "\u00a0", " ", 0);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_all_is_there (void)
{
  SdmKeptTalk *talk = NULL;
  g_autoptr (SdmKeptPerson) pages = make_pages (&talk);
  g_autofree char *words = write_words (pages);
  g_autofree char *flat = flatten (words);

  g_assert_cmpuint (get_version (talk, 0)->kept->len, >, 60);
  for (guint i = 0; i < get_version (talk, 0)->kept->len; i++)
    {
      const SdmKept   *kept = g_ptr_array_index (get_version (talk, 0)->kept, i);
      g_autofree char *wanted = flatten (kept->words);

      if (!kept->is_of_others && strstr (flat, wanted) == NULL)
        g_error ("%s is missing: “%s”", kept->path, wanted);
    }
  g_assert_nonnull (strstr (words, "Finished the talk and kept it"));
}

/* Of a thing that is left out nothing but its name is given. */
static void
test_left_out (void)
{
  SdmKeptTalk *talk = NULL;
  g_autoptr (SdmKeptPerson) pages = make_pages (&talk);
  const guint      n_before = sdm_kept_person_count_left_out (pages);
  g_autofree char *before = write_words (pages);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "Get to the top of the hill"));
  for (guint i = 0; i < get_version (talk, 0)->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (get_version (talk, 0)->kept, i);

      if (strstr (kept->words, "top of the hill") != NULL)
        sdm_kept_talk_leave_out (talk, get_version (talk, 0), kept, TRUE);
    }
  g_assert_cmpuint (sdm_kept_person_count_left_out (pages), >, n_before);
  after = write_words (pages);
  g_assert_null (strstr (after, "top of the hill"));
  g_assert_nonnull (strstr (after, ": left out."));
  g_assert_nonnull (strstr (after, "You can ask us why."));
}

/* What somebody else said is left out unless whoever gives the pages out takes it in. */
static void
test_others_are_left_out (void)
{
  SdmKeptTalk                    *talk = NULL;
  g_autoptr (SdmKeptPerson) pages G_GNUC_UNUSED = make_pages (&talk);
  guint                           n = 0;

  for (guint i = 0; i < get_version (talk, 0)->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (get_version (talk, 0)->kept, i);

      if (g_str_equal (kept->path, "people/participants/0/name"))
        g_assert_false (kept->is_of_others);
      g_assert_cmpint (kept->is_of_others, ==, sdm_kept_version_is_left_out (get_version (talk, 0), kept));
      n += kept->is_of_others;
    }
  g_assert_cmpuint (n, >, 0);
}

/* Every version stands in the pages: who made it, when and why, and what it said. */
static void
test_versions (void)
{
  SdmKeptTalk *talk = NULL;
  g_autoptr (SdmKeptPerson) pages = make_pages (&talk);
  SdmKeptVersion  *older = add_older (talk);
  g_autofree char *words = write_words (pages);
  g_autofree char *flat = flatten (words);
  g_autofree char *redacted = NULL;

  g_assert_nonnull (strstr (flat, "Version 1, finished by Tom Marsh, 23 November 2026, 09:00"));
  g_assert_nonnull (strstr (flat, "Why: The wrong words were noted."));
  g_assert_nonnull (strstr (flat, "Why, in their words: I like my pills."));
  g_assert_nonnull (strstr (flat, "What the clinician would like to talk about: nothing."));
  sdm_kept_talk_leave_out (talk, older, g_ptr_array_index (older->kept, 0), TRUE);
  redacted = write_words (pages);
  g_assert_null (strstr (redacted, "I like my pills."));
  g_assert_nonnull (strstr (redacted, "Why, in their words: left out."));
}

/* They are as the person reads well. */
static void
test_format (void)
{
  SdmKeptTalk *talk = NULL;
  g_autoptr (SdmKeptPerson) pages = make_pages (&talk);

  g_assert_cmpuint (sdm_letter_access_get_format (pages).points, ==, 14);
  pages->last = letter_case_load ("decided");
  sdm_consultation_set_text (pages->last, "people/letter_wish/format", "large-print", NULL);
  g_assert_cmpuint (sdm_letter_access_get_format (pages).points, ==, 18);
}

static void
test_tags (void)
{
  SdmKeptTalk *talk = NULL;
  g_autoptr (SdmKeptPerson) pages = make_pages (&talk);

  add_older (talk);
  for (guint points = 14; points <= 18; points += 4)
    {
      g_autoptr (SdmLetterDocument) document = sdm_letter_access_build (pages);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sdm_letter_render_pdf (document, points, NULL, &error);
      TagCount count;

      g_assert_no_error (error);
      count = tag_walk_check (bytes, "en-GB");
      g_assert_cmpuint (count.n_elements, >, 60);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/access/all-is-there", test_all_is_there);
  g_test_add_func ("/threat/21-left-out", test_left_out);
  g_test_add_func ("/threat/21-others-are-left-out", test_others_are_left_out);
  g_test_add_func ("/letter/access/versions", test_versions);
  g_test_add_func ("/letter/access/format", test_format);
  g_test_add_func ("/letter/access/tags", test_tags);

  return g_test_run ();
}
