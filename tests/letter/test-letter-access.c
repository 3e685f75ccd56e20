/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"
#include "sdm-letter-access.h"
#include "sdm-letter.h"
#include "tag-walk.h"

/* All that is kept of a person stands in the pages, but for what is left out, which is named. */

static SdmLetterAccess *
make_pages (SdmLetterAccessTalk **talk)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  SdmLetterAccess *pages = sdm_letter_access_new ("Mr Arthur James Pell, born 14 March 1943", "Made on 24 November 2026 by Dr Amina Rowe");

  *talk = sdm_letter_access_add_talk (pages, "Talk of 24 November 2026", "Final record.", consultation);
  g_ptr_array_add (pages->events, g_strdup ("24 November 2026, 10:42 · Dr Amina Rowe (GP) · Finished the talk and kept it"));

  return pages;
}

static char *
write_words (const SdmLetterAccess *pages)
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
  SdmLetterAccessTalk *talk = NULL;
  g_autoptr (SdmLetterAccess) pages = make_pages (&talk);
  g_autofree char *words = write_words (pages);
  g_autofree char *flat = flatten (words);

  g_assert_cmpuint (talk->kept->len, >, 60);
  for (guint i = 0; i < talk->kept->len; i++)
    {
      const SdmKept   *kept = g_ptr_array_index (talk->kept, i);
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
  SdmLetterAccessTalk *talk = NULL;
  g_autoptr (SdmLetterAccess) pages = make_pages (&talk);
  const guint      n_before = sdm_letter_access_count_left_out (pages);
  g_autofree char *before = write_words (pages);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "Get to the top of the hill"));
  for (guint i = 0; i < talk->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (talk->kept, i);

      if (strstr (kept->words, "top of the hill") != NULL)
        g_hash_table_add (talk->left_out, g_strdup (kept->path));
    }
  g_assert_cmpuint (sdm_letter_access_count_left_out (pages), >, n_before);
  after = write_words (pages);
  g_assert_null (strstr (after, "top of the hill"));
  g_assert_nonnull (strstr (after, ": left out."));
  g_assert_nonnull (strstr (after, "You can ask us why."));
}

/* What somebody else said is left out unless whoever gives the pages out takes it in. */
static void
test_others_are_left_out (void)
{
  SdmLetterAccessTalk              *talk = NULL;
  g_autoptr (SdmLetterAccess) pages G_GNUC_UNUSED = make_pages (&talk);
  guint                             n = 0;

  for (guint i = 0; i < talk->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (talk->kept, i);

      g_assert_cmpint (kept->is_of_others, ==, g_hash_table_contains (talk->left_out, kept->path));
      n += kept->is_of_others;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_tags (void)
{
  SdmLetterAccessTalk *talk = NULL;
  g_autoptr (SdmLetterAccess) pages = make_pages (&talk);

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
  g_test_add_func ("/letter/access/tags", test_tags);

  return g_test_run ();
}
