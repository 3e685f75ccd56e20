/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"
#include "sdm-consultation-amend.h"
#include "sdm-letter-content.h"
#include "sdm-letter-format.h"
#include "sdm-letter.h"
#include "tag-walk.h"
#include "tongues.h"

/* The tags of every paper that the program prints, in every format. */

typedef struct
{
  const char     *talk;
  SdmLetterKind   kind;
  SdmLetterFormat format;
} Paper;

static const Paper papers[] = {
  { "decided", SDM_LETTER_KIND_LETTER, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_LETTER, { 18, SDM_LETTER_GROUND_YELLOW, FALSE } },
  { "decided", SDM_LETTER_KIND_LETTER, { 24, SDM_LETTER_GROUND_WHITE, TRUE } },
  { "statins-decided", SDM_LETTER_KIND_LETTER, { 12, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "not-yet", SDM_LETTER_KIND_LETTER, { 14, SDM_LETTER_GROUND_WHITE, TRUE } },
  { "just-started", SDM_LETTER_KIND_LETTER, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "half-typed", SDM_LETTER_KIND_LETTER, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "no-thank-you", SDM_LETTER_KIND_LETTER, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_PLAN_CARD, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_PLAN_CARD, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_BEFORE_WE_MEET, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_BEFORE_WE_MEET, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_STILL_RIGHT, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "statins-decided", SDM_LETTER_KIND_STILL_RIGHT, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_OPTION_GRID, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_OPTION_GRID, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_GP_COPY, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_GP_COPY, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_PAPER_TWIN, { 14, SDM_LETTER_GROUND_WHITE, FALSE } },
  { "decided", SDM_LETTER_KIND_PAPER_TWIN, { 18, SDM_LETTER_GROUND_WHITE, FALSE } },
};

static void
check (SdmLetterDocument     *document,
       const SdmLetterFormat *format,
       const char            *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TagCount count = { 0 };

  sdm_letter_format_apply (format, document);
  bytes = sdm_letter_render_pdf (document, format->points, NULL, &error);
  g_assert_no_error (error);
  count = tag_walk_check (bytes, language);
  g_assert_cmpuint (count.n_elements, >, 10);
}

static void
test_paper (gconstpointer data)
{
  const Paper *paper = data;
  g_autoptr (SdmConsultation) talk = letter_case_load (paper->talk);
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (talk));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build_kind (talk, aid, paper->kind, &error);

  g_assert_no_error (error);
  check (document, &paper->format, "en-GB");
}

static guint
count (GBytes     *bytes,
       const char *text)
{
  gsize       size = 0;
  const char *start = g_bytes_get_data (bytes, &size);
  const gsize length = strlen (text);

  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    n += memcmp (start + i, text, length) == 0;

  return n;
}

static gboolean
holds (GBytes     *bytes,
       const char *text)
{
  return count (bytes, text) > 0;
}

/* What is typed as an address can be pressed, without what ends the sentence, and reads as before. */
static void
test_links (void)
{
  g_autoptr (SdmConsultation) talk = letter_case_load ("decided");
  g_autoptr (SdmConsultation) draft = NULL;
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (talk));
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  draft = sdm_consultation_new_amendment (talk, &error);
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_set_text (draft, "people/why_now", "Read https://example.org/a?b=1&c=2, or (www.example.com). Not this: xhttps://example.net", &error));
  document = sdm_letter_build (draft, aid, &error);
  g_assert_no_error (error);
  for (guint points = 14; points <= 24; points += 10)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = sdm_letter_render_pdf (document, points, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tag_walk_check (bytes, "en-GB").n_links, ==, 2);
      g_assert_true (holds (bytes, "(https:\\057\\057example.org\\057a?b=1&c=2)"));
      g_assert_true (holds (bytes, "(https:\\057\\057www.example.com)"));
    }
}

/* An address that goes on in the next line leads to the same place from both. */
static void
test_long_link (void)
{
  static const char *const whole = "(https:\\057\\057www.example.org\\057a-long\\057way-to\\057the-summary-of-the-evidence\\057that-was-read\\057by-us)";
  g_autoptr (SdmConsultation) draft = NULL;
  g_autoptr (SdmConsultation) talk = letter_case_load ("decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (talk));
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  draft = sdm_consultation_new_amendment (talk, &error);
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_set_text (draft, "people/why_now",
                                            "Où? Read https://www.example.org/a-long/way-to/the-summary-of-the-evidence/that-was-read/by-us, please.", &error));
  document = sdm_letter_build (draft, aid, &error);
  g_assert_no_error (error);
  bytes = sdm_letter_render_pdf (document, 24, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tag_walk_check (bytes, "en-GB").n_links, >=, 2);
  g_assert_true (holds (bytes, whole));
  g_assert_false (holds (bytes, "(https:\\057\\057www.example.org\\057a-long\\057way-to\\057)"));
  g_assert_cmpuint (count (bytes, "/URI (https:\\057\\057www.example.org"), ==, count (bytes, whole));
}

/* Where the facts come from can be pressed, too; every address stands in the file of the aid. */
static void
test_source_links (void)
{
  g_autoptr (SdmAid) aid = letter_case_load_aid ("acute-otitis-media");
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmConsultation) nobody = sdm_consultation_new_for_practice (aid, clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build_kind (nobody, aid, SDM_LETTER_KIND_PAPER_TWIN, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = sdm_letter_document_to_text (document);
  g_assert_nonnull (strstr (words, " https://pmc.ncbi.nlm.nih.gov/articles/PMC7043305/"));
  bytes = sdm_letter_render_pdf (document, 14, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (holds (bytes, "(https:\\057\\057pmc.ncbi.nlm.nih.gov\\057articles\\057PMC7043305\\057)"));
  g_assert_cmpuint (tag_walk_check (bytes, "en-GB").n_links, >=, 2);
}

static void
test_language (gconstpointer data)
{
  const SdmLetterFormat format = { 14, SDM_LETTER_GROUND_WHITE, FALSE };
  g_autoptr (SdmLetterDocument) document = tongues_build (data);

  check (document, &format, data);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/tags/links", test_links);
  g_test_add_func ("/letter/tags/long-link", test_long_link);
  g_test_add_func ("/letter/tags/source-links", test_source_links);
  tongues_prepare ();
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/tags/%s/%s/%u%s", sdm_letter_kind_get_record_id (papers[i].kind), papers[i].talk,
                                               papers[i].format.points, papers[i].format.is_easy ? "-easy" : "");

      g_test_add_data_func (path, &papers[i], test_paper);
    }
  g_test_add_data_func ("/letter/tags/language/ar", "ar", test_language);
  g_test_add_data_func ("/letter/tags/language/bn", "bn", test_language);
  return g_test_run ();
}
