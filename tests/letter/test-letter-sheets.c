/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <jansson.h>
#include <string.h>

#include "letter-case.h"
#include "sdm-core-error.h"
#include "sdm-json.h"
#include "sdm-letter-content.h"
#include "sdm-letter-layout.h"
#include "stand-in-measurer.h"

/* Sheets to fill in with a pen: what they say, and that nothing runs over anything else. */

typedef struct
{
  const char   *name; /* of the consultation */
  const char   *file; /* of what is expected */
  SdmLetterKind kind;
  guint         n_pages; /* at 14 points */
} Sheet;

static const Sheet sheets[] = {
  { "decided", "before-we-meet-decided", SDM_LETTER_KIND_BEFORE_WE_MEET, 2 },
  { "just-started", "before-we-meet-just-started", SDM_LETTER_KIND_BEFORE_WE_MEET, 2 },
  { "decided", "still-right-decided", SDM_LETTER_KIND_STILL_RIGHT, 1 },
  { "statins-decided", "still-right-statins-decided", SDM_LETTER_KIND_STILL_RIGHT, 1 },
  { "decided", "option-grid-decided", SDM_LETTER_KIND_OPTION_GRID, 4 },
  { "just-started", "option-grid-just-started", SDM_LETTER_KIND_OPTION_GRID, 4 },
  { "decided", "paper-twin-frailty", SDM_LETTER_KIND_PAPER_TWIN, 5 },
};

static gboolean
is_wide (const Sheet *sheet)
{
  return sheet->kind == SDM_LETTER_KIND_OPTION_GRID || sheet->kind == SDM_LETTER_KIND_PAPER_TWIN;
}

static SdmLetterDocument *
build (const Sheet *sheet)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load (sheet->name);
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  SdmLetterDocument *document = sdm_letter_build_kind (consultation, aid, sheet->kind, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_twin (gconstpointer data)
{
  const Sheet     *sheet = data;
  g_autofree char *file = g_strconcat (sheet->file, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "letters", file, NULL);
  g_autoptr (SdmLetterDocument) document = build (sheet);
  g_autofree char *twin = sdm_letter_document_to_text (document);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twin, ==, expected);
}

static gboolean
is_written (const SdmLetterItem *item)
{
  return item->kind == SDM_LETTER_ITEM_LINE || item->kind == SDM_LETTER_ITEM_ROOM;
}

/* Of text, y is the baseline; of room to write, the top. */
static gboolean
is_over (const SdmLetterItem *a,
         const SdmLetterItem *b,
         double               size)
{
  const double a_top = a->kind == SDM_LETTER_ITEM_LINE ? a->y - size * 0.7 : a->y;
  const double b_top = b->kind == SDM_LETTER_ITEM_LINE ? b->y - size * 0.7 : b->y;

  return a->x < b->x + b->w && b->x < a->x + a->w && a_top < b->y + b->h && b_top < a->y + a->h;
}

static void
assert_no_overprint (GPtrArray *page,
                     guint      size)
{
  for (guint i = 0; i < page->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const SdmLetterItem *a = g_ptr_array_index (page, i);
        const SdmLetterItem *b = g_ptr_array_index (page, k);

        if (is_written (a) && is_written (b) && is_over (a, b, size))
          g_error ("at %u points “%s” runs over “%s”", size, a->line != NULL ? a->line->text : "room", b->line != NULL ? b->line->text : "room");
      }
}

static void
test_pages (gconstpointer data)
{
  static const guint editions[] = { 12, 14, 16, 18, 24 };
  const Sheet       *sheet = data;
  SdmLetterMeasurer  measurer = stand_in_measurer_new ();
  g_autoptr (SdmLetterDocument) document = build (sheet);

  for (guint e = 0; e < G_N_ELEMENTS (editions); e++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmLetterPages) pages = sdm_letter_layout (document, editions[e], &measurer, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (pages->width, SDM_MM (is_wide (sheet) && editions[e] <= 16 ? 297 : 210), 0.01);
      if (editions[e] == 14)
        g_assert_cmpuint (pages->pages->len, ==, sheet->n_pages);
      for (guint p = 0; p < pages->pages->len; p++)
        assert_no_overprint (g_ptr_array_index (pages->pages, p), editions[e]);
    }
}

static guint
find_page (SdmLetterPages *pages,
           const char     *text)
{
  for (guint p = 0; p < pages->pages->len; p++)
    {
      GPtrArray *page = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          if (item->kind == SDM_LETTER_ITEM_LINE && g_str_equal (item->line->text, text))
            return p + 1;
        }
    }

  return 0;
}

/* Answers of which one is ticked are on one page. */
static void
test_answers_together (void)
{
  static const char *const groups[][2] = { { "Better", "Not\u00a0sure" }, { "Carry on", "I am not sure" } };
  SdmLetterMeasurer        measurer = stand_in_measurer_new ();
  g_autoptr (SdmLetterDocument) document = build (&sheets[2]);

  for (guint size = 18; size <= 24; size++)
    {
      g_autoptr (SdmLetterPages) pages = sdm_letter_layout (document, size, &measurer, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        {
          guint first = find_page (pages, groups[i][0]);
          guint last = find_page (pages, groups[i][1]);

          last = last > 0 ? last : find_page (pages, "Not sure");
          g_assert_cmpuint (first, >, 0);
          g_assert_cmpuint (first, ==, last);
        }
    }
}

/* It lies about in a home, and nothing in it is ticked or filled in before. */
static void
test_names_no_condition (gconstpointer data)
{
  g_autoptr (SdmLetterDocument) document = build (data);
  g_autofree char *twin = sdm_letter_document_to_text (document);

  g_assert_null (strstr (twin, "999 000"));
  g_assert_null (strstr (twin, "Moderate frailty"));
  g_assert_null (strstr (sdm_letter_document_get_title (document), "blood pressure"));
}

/* The options are those that were seen, in that order; what nobody has answered on a blank page is room to write. */
static void
test_grid_of_blank_page (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("blank-decided");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build_kind (consultation, NULL, SDM_LETTER_KIND_OPTION_GRID, &error);
  g_autofree char *twin = sdm_letter_document_to_text (document);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (twin, "\n- Try a hearing aid for a month: A test of an hour at the hospital, then a fitting.\n- Wait for the winter, then ask again?: (room to write)\n"));
  g_assert_null (strstr (twin, "come from"));
}

/* Half of the sheets begin with the last answer. */
static void
test_order_of_answers (void)
{
  guint n_first = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (SdmConsultation) decided = letter_case_load ("decided");
      g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (decided);
      g_autoptr (json_t) root = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
      g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (decided));
      g_autoptr (SdmConsultation) consultation = NULL;
      g_autofree char *id = g_strdup_printf ("11111111-1111-7111-8111-%012u", i);
      g_autoptr (SdmLetterDocument) document = NULL;
      g_autofree char *twin = NULL;

      json_object_set_new (root, "id", json_string (id));
      consultation = sdm_consultation_new_from_json (root, NULL);
      g_assert_nonnull (consultation);
      document = sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_STILL_RIGHT, NULL);
      twin = sdm_letter_document_to_text (document);
      n_first += strstr (twin, "Carry on") < strstr (twin, "I am not sure") ? 1 : 0;
    }
  g_assert_cmpuint (n_first, >, 8);
  g_assert_cmpuint (n_first, <, 32);
}

/* What was not decided cannot be looked at again. */
static void
test_nothing_decided (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("not-yet");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_STILL_RIGHT, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
}

/* Whichever talk it is printed from, it is about nobody, shows all options, and names one group of people. */
static void
test_paper_about_nobody (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("statins-decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_PAPER_TWIN, &error);
  g_autofree char *twin = NULL;
  guint            n = 0;
  const SdmOption *options = sdm_aid_get_options (aid, &n);

  g_assert_no_error (error);
  twin = sdm_letter_document_to_text (document);
  g_assert_null (strstr (twin, sdm_consultation_get_text (consultation, "people/patient/family")));
  g_assert_null (strstr (twin, "999 "));
  g_assert_null (strstr (twin, "Practice sheet"));
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (strstr (twin, options[i].title));
  g_assert_nonnull (strstr (twin, "of this group of people: "));
  g_assert_true (g_str_has_suffix (twin, "\nEnd of sheet.\n"));

  g_assert_null (sdm_letter_build_kind (consultation, NULL, SDM_LETTER_KIND_PAPER_TWIN, NULL));
}

/* The GP finds first what concerns them, and then the whole letter. */
static void
test_copy_for_gp (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) copy = sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_GP_COPY, &error);
  g_autofree char *letter = letter_case_write_twin (consultation);
  g_autofree char *twin = NULL;
  g_auto (GStrv) lines = g_strsplit (letter, "\n", -1);

  g_assert_no_error (error);
  twin = sdm_letter_document_to_text (copy);
  g_assert_nonnull (strstr (twin, "\nAbout Mr Arthur James Pell\n"));
  g_assert_nonnull (strstr (twin, "\nFellside Surgery (fictional)\n2 Example Lane\nSampleton\n"));
  g_assert_nonnull (strstr (twin, "\n\nCopy for the GP. The letter was written to Mr Arthur James Pell, who is “you” in it.\n\nPart 1 of 9: For the GP\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) > 60 && !g_str_has_prefix (lines[i], "Part "))
      g_assert_nonnull (strstr (twin, lines[i]));
}

/* What is known by now */

/* Whatever is said of @option is said of a new one, too. */
static void
say_of_new (json_t     *value,
            const char *option)
{
  const char *key;
  json_t     *member;
  json_t     *copy = NULL;
  size_t      i;

  json_object_foreach (value, key, member)
    say_of_new (member, option);
  json_array_foreach (value, i, member)
    {
      if (g_strcmp0 (json_string_value (json_object_get (member, "option")), option) == 0 && copy == NULL)
        {
          copy = json_deep_copy (member);
          json_object_set_new (copy, "option", json_string ("patch"));
        }
      if (g_strcmp0 (json_string_value (member), option) == 0 && copy == NULL)
        copy = json_string ("patch");
      say_of_new (member, option);
    }
  if (copy != NULL)
    json_array_append_new (value, copy);
}

/* The aid in a later version: one figure of a sentence that was shown is another one, and one option was added. */
static SdmAid *
make_newer (SdmAid     *aid,
            const char *version)
{
  g_autoptr (GError) error = NULL;
  json_t          *root = json_loadb (g_bytes_get_data (sdm_aid_get_bytes (aid), NULL), g_bytes_get_size (sdm_aid_get_bytes (aid)), 0, NULL);
  json_t          *options = json_object_get (root, "options");
  json_t          *added = json_deep_copy (json_array_get (options, 1));
  json_t          *counts;
  SdmAid          *newer;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  json_object_set_new (root, "version", json_string (version));
  say_of_new (root, json_string_value (json_object_get (added, "id")));
  json_object_set_new (added, "id", json_string ("patch"));
  json_object_set_new (added, "title", json_string ("Wear a patch"));
  json_object_set_new (added, "summary", json_string ("A patch on the skin."));
  json_array_append_new (options, added);
  counts = sdm_json_get (json_array_get (json_object_get (root, "outcomes"), 0), "groups/0/counts");
  json_object_set_new (json_array_get (counts, 0), "n", json_integer (30));
  json_object_set_new (sdm_json_get (counts, "0/n_from"), "events", json_integer (30));
  json_object_update_new (json_array_get (counts, 1), json_pack ("{s:i, s:i, s:i}", "n", 60, "low", 53, "high", 68));
  text = sdm_json_write (root);
  json_decref (root);
  bytes = g_bytes_new (text, strlen (text));
  newer = sdm_aid_new_from_bytes (bytes, "newer.json", &error);
  g_assert_no_error (error);

  return newer;
}

static SdmAid *
load_made_up_aid (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "aids", "umbrella", "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_load (file, NULL, &error);

  g_assert_no_error (error);

  return aid;
}

static char *
build_still_right (const char *version) /* nullable: none is known */
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("../tongues/walk");
  g_autoptr (SdmAid) aid = load_made_up_aid ();
  g_autoptr (SdmAid) newer = version != NULL ? make_newer (aid, version) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build_still_right (consultation, aid, newer, FALSE, &error);

  g_assert_no_error (error);

  return sdm_letter_document_to_text (document);
}

/* Only what was shown, and what the two files say. */
static void
test_what_is_known_by_now (void)
{
  g_autofree char *before = build_still_right (NULL);
  g_autofree char *older = build_still_right ("0.0.1");
  g_autofree char *after = build_still_right ("99.0.0");

  g_assert_null (strstr (before, "What we know by now"));
  g_assert_cmpstr (older, ==, before);
  g_assert_nonnull (strstr (after, "What we know by now"));
  g_assert_nonnull (strstr (after, "Draft. Our practice has not yet approved the numbers below."));
  g_assert_nonnull (strstr (after, "- A new option: Wear a patch. A patch on the skin."));
  g_assert_nonnull (strstr (after, "- Take an umbrella. Then: Over a walk, 80 of 100 people stayed dry. 20 got wet. It could be 70 to 90. "
                                   "Now: Over a walk, 60 of 100 people stayed dry. 40 got wet. It could be 53 to 68.\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *twin = g_strconcat ("/letter/sheets/twin/", sheets[i].file, NULL);
      g_autofree char *pages = g_strconcat ("/letter/sheets/pages/", sheets[i].file, NULL);
      g_autofree char *names = g_strconcat ("/letter/sheets/names-no-condition/", sheets[i].file, NULL);

      g_test_add_data_func (twin, &sheets[i], test_twin);
      g_test_add_data_func (pages, &sheets[i], test_pages);
      if (!is_wide (&sheets[i]))
        g_test_add_data_func (names, &sheets[i], test_names_no_condition);
    }
  g_test_add_func ("/letter/sheets/paper-about-nobody", test_paper_about_nobody);
  g_test_add_func ("/letter/sheets/copy-for-gp", test_copy_for_gp);
  g_test_add_func ("/letter/sheets/answers-together", test_answers_together);
  g_test_add_func ("/letter/sheets/grid-of-blank-page", test_grid_of_blank_page);
  g_test_add_func ("/letter/sheets/order-of-answers", test_order_of_answers);
  g_test_add_func ("/letter/sheets/nothing-decided", test_nothing_decided);

  g_test_add_func ("/letter/sheets/what-is-known-by-now", test_what_is_known_by_now);

  return g_test_run ();
}
