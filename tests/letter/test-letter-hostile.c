/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-case.h"
#include "sdm-json.h"
#include "sdm-letter-access.h"
#include "sdm-letter-content.h"
#include "sdm-letter-error.h"
#include "sdm-letter-layout.h"
#include "sdm-letter.h"
#include "sdm-pango-measurer.h"

#include <string.h>

/*
 * What people type, and what comes with a file, makes a good letter or a clear refusal. No word, date or
 * number is cut as long as it fits on a line.
 */

typedef enum
{
  GOOD,
  NO_GLYPH,
  NO_LOGO,
  NO_ADDRESS,
} Fate;

static const struct
{
  const char *name;
  const char *path; /* in the consultation */
  const char *text;
  guint       times; /* how often the text is repeated */
  Fate        fate;
} rows[] = {
  { "name-without-space", "people/patient/family", "Llanfairpwllgwyngyllgogerychwyrndro", 1, GOOD },
  { "long-preferred-name", "people/patient/preferred_name", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Gw", 1, GOOD },
  { "four-hundred-lines", "plan/why", "Yes.\n", 400, GOOD },
  { "one-endless-word", "plan/why", "W", 2000, GOOD },
  { "arabic-name", "people/patient/preferred_name", "محمد الطويل", 1, GOOD },
  { "hebrew-contact", "plan/contact/name", "שרה בת־שבע", 1, GOOD },
  { "mixed-directions", "plan/why", "I said نعم and 12 لا to 34.", 1, GOOD },
  { "turned-round", "plan/why", "\u202ednuor denrut\u202c \u2067x", 1, GOOD },
  { "control-characters", "plan/why", "a\001b\002\033[31mc\177d", 1, GOOD },
  { "marks", "plan/why", "**not bold** \\* {contact} %s %n", 1, GOOD },
  { "emoji", "plan/why", "Good 👍🏽 👨‍👩‍👧", 1, NO_GLYPH },
  { "private-use", "plan/why", "\U000f0000", 1, NO_GLYPH },
  { "chinese", "plan/why", "漢字", 1, NO_GLYPH },
  { "not-a-number", "plan/why", "NaN inf -1e999", 1, GOOD },
  { "blank", "plan/why", " \t ", 1, GOOD },
  { "logo-of-nothing", "start/practice/logo", "AAAA", 1, NO_LOGO },
  { "logo-that-breaks-off", "start/practice/logo", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk", 1, NO_LOGO },
  /* 20,000 by 1 pixels, as its head says */
  { "logo-twenty-thousand-wide", "start/practice/logo", "iVBORw0KGgoAAAANSUhEUgAATiAAAAABCAIAAAAAAAAAAAAASUVORK5CYII=", 1, NO_LOGO },
};

static json_t *
load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "consultations", file, NULL);
  json_t          *root = json_load_file (path, 0, NULL);

  g_assert_nonnull (root);
  return root;
}

static SdmConsultation *
read_talk (json_t *root)
{
  g_autofree char *text = sdm_json_write (root);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SdmConsultation *talk = sdm_consultation_new_from_bytes (bytes, "talk.json", &error);

  g_assert_no_error (error);
  return talk;
}

static SdmLetterDocument *
build_kind (json_t       *root,
            SdmLetterKind kind,
            GError      **error)
{
  g_autoptr (SdmConsultation) talk = read_talk (root);
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (talk));

  return sdm_letter_build_kind (talk, aid, kind, error);
}

static SdmLetterDocument *
build (json_t  *root,
       GError **error)
{
  return build_kind (root, SDM_LETTER_KIND_LETTER, error);
}

/* All that is kept of the person, with a version before. */
static SdmLetterDocument *
build_access (json_t *root)
{
  g_autoptr (SdmConsultation) talk = read_talk (root);
  const char *name = sdm_consultation_get_text (talk, "people/patient/preferred_name");
  g_autoptr (SdmKeptPerson) person = sdm_kept_person_new (name, "Made on 1 December 2026.");
  SdmKeptTalk *told = sdm_kept_person_add_talk (person, "id", name, "Finished and amended");

  sdm_kept_talk_add_version (told, 2, name, sdm_consultation_get_text (talk, "plan/why"), sdm_kept_list (talk))->is_whole = TRUE;
  sdm_kept_talk_add_version (told, 1, name, NULL, sdm_kept_list (talk));
  g_ptr_array_add (person->events, g_strdup (name));

  return sdm_letter_access_build (person);
}

static void
set (json_t     *root,
     const char *path,
     const char *text,
     guint       times)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  g_autoptr (GString) whole = g_string_new (NULL);
  guint   n = g_strv_length (keys);
  json_t *at = root;

  for (guint i = 0; i < times; i++)
    g_string_append (whole, text);
  for (guint i = 0; i + 1 < n; i++)
    at = json_object_get (at, keys[i]);
  g_assert_cmpint (json_object_set_new (at, keys[n - 1], json_string (whole->str)), ==, 0);
}

static void
test_row (gconstpointer data)
{
  static const guint editions[] = { 14, 24 };
  static const int   codes[] = { -1, SDM_LETTER_ERROR_MISSING_GLYPH, SDM_LETTER_ERROR_LOGO, SDM_LETTER_ERROR_ADDRESS };
  const guint        i = GPOINTER_TO_UINT (data);
  g_autoptr (json_t) root = load ("decided");

  set (root, rows[i].path, rows[i].text, rows[i].times);
  for (guint e = 0; e < G_N_ELEMENTS (editions); e++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmLetterDocument) document = build (root, &error);
      g_autoptr (GBytes) bytes = document != NULL ? sdm_letter_render_pdf (document, editions[e], NULL, &error) : NULL;

      if (rows[i].fate == GOOD)
        {
          g_assert_no_error (error);
          g_assert_nonnull (bytes);
        }
      else
        {
          g_assert_null (bytes);
          g_assert_error (error, SDM_LETTER_ERROR, codes[rows[i].fate]);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

/* A paper is good or refused for its own reason; it may not have what is bad on it. */
static void
check_paper (guint              row,
             SdmLetterDocument *document,
             guint              edition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sdm_letter_render_pdf (document, edition, NULL, &error);

  g_assert_true ((bytes == NULL) == (error != NULL));
  if (rows[row].fate == GOOD)
    g_assert_no_error (error);
  if (error != NULL)
    g_assert_true (error->domain == SDM_LETTER_ERROR && g_utf8_validate (error->message, -1, NULL));
}

static void
test_row_on_other_papers (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (json_t) root = load ("decided");

  set (root, rows[i].path, rows[i].text, rows[i].times);
  for (guint kind = SDM_LETTER_KIND_PLAN_CARD; kind <= SDM_LETTER_KIND_PAPER_TWIN + 1; kind++)
    for (guint edition = 14; edition <= 24; edition += 10)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (SdmLetterDocument) document = kind > SDM_LETTER_KIND_PAPER_TWIN ? build_access (root)
                                                                                   : build_kind (root, (SdmLetterKind) kind, &error);

        if (document != NULL)
          check_paper (i, document, edition);
        else
          g_assert_true (rows[i].fate != GOOD && error->domain == SDM_LETTER_ERROR);
      }
}

static void
test_fifty_actions (void)
{
  g_autoptr (json_t) root = load ("decided");
  json_t *actions = json_object_get (json_object_get (root, "plan"), "actions");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = NULL;
  guint n_small = 0;
  guint n_large = 0;

  for (guint i = 0; json_array_size (actions) < 50; i++)
    {
      json_t          *copy = json_deep_copy (json_array_get (actions, i % 3));
      g_autofree char *id = g_strdup_printf ("copy-%u", i);

      json_object_set_new (copy, "id", json_string (id));
      json_array_append_new (actions, copy);
    }
  document = build (root, &error);
  g_assert_no_error (error);
  for (guint size = 14; size <= 24; size += 10)
    {
      g_autoptr (GBytes) bytes G_GNUC_UNUSED = sdm_letter_render_pdf (document, size, size == 14 ? &n_small : &n_large, &error);

      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_small, >, 6);
  g_assert_cmpuint (n_large, >, n_small);
}

/* What is no number in a file is refused with its place, before it comes to a letter. */
static void
test_no_number (void)
{
  static const char *const values[] = { "NaN", "-Infinity", "1e999" };
  g_autoptr (json_t) root = load ("decided");
  g_autofree char *text = NULL;

  json_object_set_new (json_array_get (json_object_get (json_object_get (root, "plan"), "actions"), 0), "confidence", json_integer (4242));
  text = sdm_json_write (root);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) with_value = g_string_new (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (with_value, "4242", values[i], 1), ==, 1);
      bytes = g_bytes_new (with_value->str, with_value->len);
      g_assert_null (sdm_consultation_new_from_bytes (bytes, "talk.json", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "talk.json"));
    }
}

/* Half of a pair is no text, and is refused before it comes to a letter. */
static void
test_lone_surrogate (void)
{
  static const char *const halves[] = { "\\ud800", "\\udc00", "\\ud83d \\ude00" };
  g_autoptr (json_t) root = load ("decided");
  g_autofree char *text = NULL;

  set (root, "plan/why", "HERE", 1);
  text = sdm_json_write (root);
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      g_autoptr (GString) with_half = g_string_new (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (with_half, "HERE", halves[i], 1), ==, 1);
      bytes = g_bytes_new (with_half->str, with_half->len);
      g_assert_null (sdm_consultation_new_from_bytes (bytes, "talk.json", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "talk.json"));
    }
}

/* Words, dates and numbers */

/* A date has its year on the same line, and a number in a hundred its hundred. */
static void
check_facts (const char *line)
{
  static const char *const cut[] = {
    "\\d (?:January|February|March|April|May|June|July|August|September|October|November|December)$",
    "^(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}\\b",
    "\\d (?:in|to|out|out of|over)$",
    "(?<![\\d.:;,/(-])\\b0\\d{4}$",
    "\\b(?:Mr|Mrs|Dr|Mx)$",
  };
  g_autoptr (GString) plain = g_string_new (line);

  g_string_replace (plain, "\u00a0", " ", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    if (g_regex_match_simple (cut[i], plain->str, 0, 0))
      g_error ("cut: “%s” (%s)", plain->str, cut[i]);
}

static void
test_nothing_is_cut (gconstpointer data)
{
  static const char *const names[] = { "decided", "statins-decided" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmPangoMeasurer) measurer = sdm_pango_measurer_new (&error);
  const SdmLetterMeasurer interface = sdm_pango_measurer_get_interface (measurer);
  guint                   n_lines = 0;

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autoptr (json_t) root = load (names[n]);
      g_autoptr (SdmLetterDocument) document = build (root, &error);
      g_autoptr (SdmLetterPages) pages = sdm_letter_layout (document, GPOINTER_TO_UINT (data), &interface, &error);
      g_autofree char *twin = sdm_letter_document_to_text (document);
      /* The pages alone have columns, and number pages. */
      g_autofree char *words = g_strconcat (twin, " Who does what; begin on page", NULL);

      g_assert_no_error (error);
      for (guint p = 0; p < pages->pages->len; p++)
        {
          GPtrArray *page = g_ptr_array_index (pages->pages, p);

          for (guint i = 0; i < page->len; i++)
            {
              const SdmLetterItem *item = g_ptr_array_index (page, i);
              g_auto (GStrv) list = NULL;

              if (item->line == NULL || item->element == NULL)
                continue;
              check_facts (item->line->text);
              n_lines++;
              list = g_regex_split_simple ("[^\\p{L}]+", item->line->text, 0, 0);
              for (guint w = 0; list[w] != NULL; w++)
                if (g_utf8_strlen (list[w], -1) > 2 && strstr (words, list[w]) == NULL)
                  g_error ("“%s” is no word of the letter", list[w]);
            }
        }
    }
  g_assert_cmpuint (n_lines, >, 200);
}

int
main (int    argc,
      char **argv)
{
  static const guint editions[] = { 12, 14, 18, 24 };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/hostile/", rows[i].name, NULL);

      g_autofree char *others = g_strconcat ("/letter/hostile/other-papers/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
      g_test_add_data_func (others, GUINT_TO_POINTER (i), test_row_on_other_papers);
    }
  g_test_add_func ("/letter/hostile/fifty-actions", test_fifty_actions);
  g_test_add_func ("/letter/hostile/lone-surrogate", test_lone_surrogate);
  g_test_add_func ("/letter/hostile/no-number", test_no_number);
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/hostile/nothing-is-cut/%u", editions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (editions[i]), test_nothing_is_cut);
    }
  return g_test_run ();
}
