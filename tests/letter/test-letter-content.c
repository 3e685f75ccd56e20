/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "sdm-aid-blank.h"
#include "sdm-letter.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-letter-logo.h"

/* Letters from whole consultations, compared with what a reader should get: tests/data/letters. */

static SdmConsultation *
load_consultation (const char *name)
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

static char *
build_aid_path (const char *id)
{
  return g_test_build_filename (G_TEST_DIST, "..", "decision-aids", id, "aid.json", NULL);
}

/* Read once for all tests: it never changes. */
static SdmAid *
load_aid (const char *id)
{
  static GHashTable *aids;
  g_autofree char   *path = build_aid_path (id);
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

static char *
write_twin (SdmConsultation *consultation)
{
  g_autoptr (SdmAid) aid = load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);

  g_assert_no_error (error);

  return sdm_letter_document_to_text (document);
}

static char *
load_twin (const char *name)
{
  g_autoptr (SdmConsultation) consultation = load_consultation (name);

  return write_twin (consultation);
}

/* The part for the reader, from greeting to signature. */
static char *
cut_letter (const char *twin)
{
  const char *start = strstr (twin, "\nDear ");
  const char *end = strstr (twin, "\nYours sincerely");

  g_assert_nonnull (start);
  g_assert_nonnull (end);

  return g_strndup (start + 1, (gsize) (end - start));
}

/* What a reader gets */

static const char *const names[] = { "decided", "statins-decided", "not-yet", "no-thank-you", "just-started", "half-typed" };

static void
test_twin (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "letters", file, NULL);
  g_autofree char *twin = load_twin (name);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = g_strsplit (twin, "\n", -1);
  g_auto (GStrv) expected_lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

static void
test_same_bytes_again (void)
{
  g_autofree char *first = load_twin ("decided");
  g_autofree char *second = load_twin ("decided");

  g_assert_cmpstr (first, ==, second);
}

/* Month names, digits and separators come from the letter's language, not from the computer's locale. */
static void
test_same_bytes_in_other_locale (void)
{
  g_autofree char *plain = load_twin ("statins-decided");
  g_autofree char *german = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "letter-locale", NULL);
  g_autofree char *place = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char      *argv[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", place, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  german = load_twin ("statins-decided");
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("LOCPATH");

  g_assert_cmpstr (plain, ==, german);
}

/* The order that the field asks for (L19). */
static void
test_order_of_headings (void)
{
  static const char *const headings[] = {
    ": What we talked about\n",
    ": What matters to you\n",
    ": What we decided and why\n",
    ": What happens next\n",
    ": What to look out for\n",
    ": Who to ask\n",
    "Yours sincerely,\n",
    ": Your options and the numbers we looked at\n",
    ": Copy for your GP\n",
    ": Where the numbers come from\n",
  };
  g_autofree char *twin = load_twin ("statins-decided");
  const char      *place = twin;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      place = strstr (place, headings[i]);
      g_assert_nonnull (place);
    }
}

/* Numbers: none that was not shown */

/* Every run of digits, with separators of thousands and leading zeros taken out. */
static void
collect_numbers (const char *text,
                 GHashTable *numbers)
{
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (number, *p);
      else if (*p != ',' || number->len == 0 || !g_ascii_isdigit (p[1]))
        {
          const char *bare = number->str;

          while (*bare == '0' && bare[1] != '\0')
            bare++;
          if (number->len > 0)
            g_hash_table_add (numbers, g_strdup (bare));
          g_string_truncate (number, 0);
        }
      if (*p == '\0')
        break;
    }
}

/* The other frame of a range that was shown. */
static void
collect_other_frames (SdmConsultation *consultation,
                      GHashTable      *numbers)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (consultation, "risks/figures"), i, figure)
    {
      json_int_t denominator = json_integer_value (json_object_get (figure, "denominator"));

      g_hash_table_add (numbers, g_strdup_printf ("%" JSON_INTEGER_FORMAT, denominator - json_integer_value (json_object_get (figure, "low"))));
      g_hash_table_add (numbers, g_strdup_printf ("%" JSON_INTEGER_FORMAT, denominator - json_integer_value (json_object_get (figure, "high"))));
    }
}

/* Takes out what counts the letter's own parts. */
static char *
strip_counters (const char *twin)
{
  g_autoptr (GRegex) counters = g_regex_new ("^(Part \\d+ of \\d+:|Picture \\d+:|\\d+\\. |- (Picture \\d+(; )?)+)|^Letter .*$|^NHS number .*$|111 when we are closed|or 111|Call 999",
                                             G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (counters, twin, -1, 0, "", 0, NULL);
}

static void
test_numbers (gconstpointer data)
{
  const char *name = data;
  g_autoptr (SdmConsultation) consultation = load_consultation (name);
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  g_autofree char *twin = write_twin (consultation);
  g_autofree char *text = strip_counters (twin);
  g_autofree char *path = build_aid_path (sdm_consultation_get_aid_id (consultation));
  g_autofree char *aid = NULL;
  g_autofree char *record = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       number;

  g_assert_true (g_file_get_contents (path, &aid, NULL, NULL));
  collect_numbers (record, known);
  collect_numbers (aid, known);
  collect_other_frames (consultation, known);
  collect_numbers (text, printed);

  g_assert_cmpuint (g_hash_table_size (printed), >, 0);
  g_hash_table_iter_init (&iter, printed);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (!g_hash_table_contains (known, number))
      g_error ("%s: the letter prints %s, which was not shown", name, (const char *) number);
}

/* Words from outside */

static void
test_words_stay_words (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (GError) error = NULL;
  g_autofree char *twin = NULL;

  sdm_consultation_set_text (consultation, "plan/why", "It is **mine** \\o/ <b>bold</b>\n& \u202ebackwards {date}", &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/preferred_name", "A*rthur** {reader}", &error);
  g_assert_no_error (error);
  twin = write_twin (consultation);

  g_assert_nonnull (strstr (twin, "\nYou told me why: “It is **mine** \\o/ <b>bold</b> & backwards {date}”\n"));
  g_assert_nonnull (strstr (twin, "\nDear A*rthur** {reader},\n"));
  g_assert_null (strstr (twin, "\u202e"));
}

static void
test_fill (void)
{
  g_autofree char *turned = sdm_letter_fill ("{b} and {a} and {b}, {unknown}", "a", "**1**", "b", "{a}", NULL);
  g_autofree char *tied = sdm_letter_fill ("Call {phone} for {n} in {of}, {medicine}", "phone", "01632 960018", "n", "88", "of", "1,000", "medicine", "Atorvastatin 20 mg", NULL);
  g_autofree char *plain = sdm_letter_fill_plain ("{a}", "a", "2 * 3 \\ 4", NULL);
  g_autofree char *arabic = sdm_letter_fill_plain ("{a}.", "a", "سلام", NULL);

  g_assert_cmpstr (turned, ==, "{a} and \\*\\*1\\*\\* and {a}, {unknown}");
  g_assert_cmpstr (tied, ==, "Call 01632\u00a0960018 for 88\u00a0in\u00a01,000, Atorvastatin 20\u00a0mg");
  g_assert_cmpstr (plain, ==, "2 * 3 \\ 4");
  g_assert_cmpstr (arabic, ==, "\u2068سلام\u2069.");
}

static void
test_address (void)
{
  static const char *const seven[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
  static const char *const eight[] = { "1", "2", "3", "4", "5", "6", "7", "8", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_letter_address_check (seven, &error));
  g_assert_no_error (error);
  g_assert_false (sdm_letter_address_check (eight, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "does not show in the window"));
}

static void
test_wrong_aid (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (SdmAid) aid = load_aid ("statins-primary-prevention");
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_letter_build (consultation, aid, &error));
  g_assert_nonnull (error);
}

/* Only a whole and right number is printed. */
static void
test_nhs_number (void)
{
  g_autofree char *whole = load_twin ("decided");
  g_autofree char *half = load_twin ("half-typed");

  g_assert_nonnull (strstr (whole, "\nNHS number 999 000 0018\n"));
  g_assert_null (strstr (half, "NHS number"));
  g_assert_null (strstr (half, "999"));
}

/* The reference does not change because a letter was made. */
static void
test_reference (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autofree char *before = write_twin (consultation);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  sdm_consultation_append (consultation, "letter/made",
                           json_pack ("{s:s, s:s, s:s}", "at", "2026-11-24T10:42:00Z", "format", "large", "sha256",
                                      "4ce2e6245e69c438720de142bddf496b63ade99348d5c4913fbb849cfdae7981"),
                           &error);
  g_assert_no_error (error);
  after = write_twin (consultation);
  g_assert_cmpstr (strstr (before, "\nLetter "), ==, strstr (after, "\nLetter "));
}

static void
test_proxy (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (json_t) reader = json_pack ("{s:s, s:s}", "name", "Ms Carys Pell", "relationship", "attorney");
  g_autofree char *twin = NULL;
  g_autoptr (GError) error = NULL;

  sdm_consultation_take_value (consultation, "letter/letter_to", g_steal_pointer (&reader), &error);
  g_assert_no_error (error);
  twin = write_twin (consultation);
  g_assert_nonnull (strstr (twin, "\nMs Carys Pell\n1 Example Lane\n"));
  g_assert_nonnull (strstr (twin, "\nDear Ms Carys Pell,\n\nThis letter is about Arthur. Where it says “you”, it means Arthur.\n"));
}

/* A blank page for two has no aid, and so no figures. */
static void
test_blank_page (void)
{
  g_autoptr (SdmConsultation) half_typed = load_consultation ("just-started");
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (half_typed);
  g_autoptr (json_t) root = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *twin = NULL;

  json_object_del (root, "aid");
  json_object_set_new (root, "blank", json_pack ("{s:s, s:[{s:s, s:s}, {s:s, s:s}], s:[{s:s, s:s}], s:[{s:s, s:s, s:s}]}", "decision", "A hearing aid", "options", "id", "as-now", "title", "Carry on as now", "id", "aid", "title", "Try one", "questions", "id", "good", "text", "What may be good?", "answers", "question", "good", "option", "aid", "text", "I hear the door."));
  consultation = sdm_consultation_new_from_json (root, &error);
  g_assert_no_error (error);
  document = sdm_letter_build (consultation, NULL, &error);
  g_assert_no_error (error);
  twin = sdm_letter_document_to_text (document);

  g_assert_nonnull (strstr (twin, "\nA hearing aid\n"));
  g_assert_nonnull (strstr (twin, "\n- Carry on as now.\n- Try one.\n"));
  g_assert_nonnull (strstr (twin, "\nWhat may be good?\n\n- Carry on as now. We do not know yet.\n- Try one. I hear the door.\n"));
}

/* What was written is told whole, and nothing promises what is not there. */
static void
test_blank_page_decided (void)
{
  static const char *const said[] = {
    "\nShould I try a hearing aid?\n",
    " Your options come after it. You and I decided on this together: Try a hearing aid for a month.\n",
    "\nYou and I decided on this together: Try a hearing aid for a month. The left ear first.\n",
    ": Your options and what we wrote down\n\nWe looked at 3 options, in no special order.\n",
    "\n- Wait for the winter, then ask again?\n",
    "\n- Wait for the winter, then ask again? We do not know yet.\n",
    "\nNo fuss in the morning\n\n- Carry on as now. Stays as it is.\n- Try a hearing aid for a month. We do not know yet.\n",
    "\nWe found no numbers for this.\n",
  };
  static const char *const not_said[] = { "numbers come from", "numbers we looked at", "published facts", "Picture", "aid is a draft", ".." };
  g_autoptr (SdmConsultation) consultation = load_consultation ("blank-decided");
  g_autoptr (SdmAid) page = sdm_aid_new_for_blank (sdm_consultation_peek (consultation, "blank"), "en-GB");
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, i == 0 ? NULL : page, &error);
      g_autofree char *twin = sdm_letter_document_to_text (document);

      g_assert_no_error (error);
      for (guint s = 0; s < G_N_ELEMENTS (said); s++)
        if (strstr (twin, said[s]) == NULL)
          g_error ("the letter does not say “%s”: %s", said[s], twin);
      for (guint s = 0; s < G_N_ELEMENTS (not_said); s++)
        if (strstr (twin, not_said[s]) != NULL)
          g_error ("the letter says “%s”: %s", not_said[s], twin);
      if (i == 0)
        first = g_steal_pointer (&twin);
      else
        g_assert_cmpstr (first, ==, twin);
    }
}

/* Someone else decided in law. */
static void
test_decided_for_them (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autofree char *twin = NULL;

  g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", "for-them", NULL));
  g_assert_true (sdm_consultation_take_value (consultation, "plan/decider",
                                              json_pack ("{s:s, s:s, s:s}", "name", "Carys Pell", "relationship", "daughter", "reason",
                                                         "You were too ill to decide."),
                                              NULL));
  twin = write_twin (consultation);
  g_assert_nonnull (strstr (twin, " come after it. Carys Pell decided for you that you take one tablet fewer.\n"));
  g_assert_nonnull (strstr (twin, "\n\nCarys Pell decided for you that you take one tablet fewer. The reason: You were too ill to decide. "));
}

/* Each unknown, range and rare count is told in words of its own, in both frames. */
static void
test_rare_harm (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autofree char *twin = NULL;
  g_autoptr (json_t) figures = json_deep_copy (sdm_consultation_peek (consultation, "risks/figures"));
  json_t *first = json_array_get (figures, 0);

  json_object_del (first, "n");
  json_object_set_new (first, "under_one", json_true ());
  g_assert_true (sdm_consultation_take_value (consultation, "risks/figures", json_incref (figures), NULL));
  twin = write_twin (consultation);
  g_assert_nonnull (strstr (twin, "\n- Carry on with all tablets: Fewer than 1 in 100: Under 150; Nearly all, more than 99 in 100: 150 or more.\n"));
}

/* What was shown but kept out of the letter is not printed, and needs no source. */
static void
test_figures_left_out (void)
{
  g_autofree char *twin = load_twin ("no-thank-you");

  g_assert_null (strstr (twin, "Picture 1"));
  g_assert_null (strstr (twin, "88"));
  g_assert_null (strstr (twin, "OPTIMISE"));
}

/* Pictures of 1,000 people are higher than a page of large print: they go on over the page. */
static void
test_every_edition (gconstpointer data)
{
  guint edition = GPOINTER_TO_UINT (data);
  g_autoptr (SdmConsultation) consultation = load_consultation ("statins-decided");
  g_autoptr (SdmAid) aid = load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  pdf = sdm_letter_render_pdf (document, edition, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

/* What was put aside is told, with the reason. */
static void
test_questions_put_aside (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (SdmConsultation) blank = load_consultation ("blank-decided");
  g_autoptr (SdmAid) aid = load_aid (sdm_consultation_get_aid_id (consultation));
  guint              n = 0;
  const SdmQuestion *questions = sdm_aid_get_questions (aid, &n);
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *twin = NULL;
  g_autofree char *blank_twin = NULL;
  g_autofree char *answers = NULL;

  g_assert_cmpuint (n, >, 0);
  expected = g_strdup_printf ("\nWe put this question aside: “%s” The reason: You knew it already.\n", questions[0].text);
  g_assert_true (sdm_consultation_take_value (consultation, "options/questions_hidden",
                                              json_pack ("[{s:s, s:s}]", "question", questions[0].id, "reason", "You knew it already."), NULL));
  twin = write_twin (consultation);
  g_assert_nonnull (strstr (twin, expected));
  g_assert_null (strstr (strstr (twin, expected) + 1, expected));

  g_assert_true (sdm_consultation_take_value (blank, "options/questions_hidden",
                                              json_pack ("[{s:o, s:s}]", "question",
                                                         json_incref (json_object_get (json_array_get (sdm_consultation_peek (blank, "blank/questions"), 0), "id")),
                                                         "reason", "Not now."),
                                              NULL));
  document = sdm_letter_build (blank, NULL, NULL);
  blank_twin = sdm_letter_document_to_text (document);
  g_assert_nonnull (strstr (blank_twin, "\nWe put this question aside: “"));
  answers = g_strdup_printf ("\n\n%s\n\n", json_string_value (json_object_get (json_array_get (sdm_consultation_peek (blank, "blank/questions"), 0), "text")));
  g_assert_null (strstr (blank_twin, answers));
}

/* What is missing is said, and nothing is promised that is not there. */

static void
test_missing_owner_and_day (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("half-typed");
  g_autoptr (GError) error = NULL;
  g_autofree char *twin = NULL;

  sdm_consultation_take_value (consultation, "plan/actions",
                               json_pack ("[{s:s, s:s, s:s, s:b}, {s:s, s:s, s:s, s:s, s:b}, {s:s, s:s, s:s, s:s, s:b}]",
                                          "id", "a1", "side", "professional", "what", "Ask the eye clinic", "for_gp", 1,
                                          "id", "a2", "side", "person", "what", "Bring the tablets", "by", "2026-12-22", "for_gp", 1,
                                          "id", "a3", "side", "professional", "what", "Write it down.", "owner", "Tom Bevan", "for_gp", 1),
                               &error);
  g_assert_no_error (error);
  sdm_consultation_take_value (consultation, "people/problem", json_pack ("[{s:s}]", "text", "High blood pressure"), &error);
  g_assert_no_error (error);
  twin = write_twin (consultation);
  g_assert_nonnull (strstr (twin, "Ask the eye clinic. Who: Nobody yet. By when: No date yet."));
  g_assert_nonnull (strstr (twin, "\nAgreed steps: The patient, by 22 December 2026: “Bring the tablets” Nobody yet, no date yet: “Ask the eye clinic” "
                                  "Tom Bevan, no date yet: “Write it down.”\n"));
}

static void
test_services_stand_alone (void)
{
  g_autofree char *twin = load_twin ("decided");

  g_assert_nonnull (strstr (twin, "\n\nYou can contact Fellside walking group yourself: Ask at the desk.\n\n"));
}

static void
test_unfinished (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("just-started");
  g_autofree char *twin = NULL;

  g_assert_true (sdm_consultation_take_value (consultation, "people/problem", json_pack ("[{s:s}]", "text", "High blood pressure"), NULL));
  twin = write_twin (consultation);
  g_assert_nonnull (strstr (twin, "\nDecision: No decision yet. Provisional. The decision aid is a draft.\n"));
  g_assert_nonnull (strstr (twin, ": What is still to be done\n\n- Talk about what matters to you.\n- Look at the options.\n"));
  g_assert_null (strstr (twin, "numbers"));
}

/* The logo of the practice */

static SdmLetterDocument *
build_with_logo (const char *base64,
                 GError    **error)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (SdmAid) aid = load_aid (sdm_consultation_get_aid_id (consultation));

  g_assert_true (sdm_consultation_set_text (consultation, "start/practice/logo", base64, NULL));

  return sdm_letter_build (consultation, aid, error);
}

static char *
make_png (int width,
          int height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autofree char *png = NULL;
  gsize            length = 0;

  gdk_pixbuf_fill (picture, 0x14506b80);
  g_assert_true (gdk_pixbuf_save_to_buffer (picture, &png, &length, "png", NULL, NULL));

  return g_base64_encode ((const guchar *) png, length);
}

/* A good picture, or a clear refusal. */
static void
test_logo (void)
{
  g_autofree char *good = make_png (300, 100);
  g_autofree char *large = make_png (601, 10);
  g_autofree char *broken = g_strndup (good, strlen (good) / 8 * 4);
  const char      *bad[] = { large, broken, "AAAA", "aGVsbG8=" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = build_with_logo (good, &error);
  g_autoptr (GBytes) pixels = NULL;
  const guchar *rgb = NULL;
  guint         width = 0;
  guint         height = 0;

  g_assert_no_error (error);
  g_assert_nonnull (document);
  pixels = sdm_letter_logo_decode (good, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (width, ==, 300);
  g_assert_cmpuint (height, ==, 100);
  rgb = g_bytes_get_data (pixels, NULL);
  g_assert_cmpuint (rgb[0], ==, (0x14 * 0x80 + 0xff * 0x7f + 127) / 255);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_null (build_with_logo (bad[i], &refused));
      g_assert_error (refused, SDM_LETTER_ERROR, SDM_LETTER_ERROR_LOGO);
    }
}

/* Who decided */

static const struct
{
  const char *decided_by;
  const char *sentence;
} decisions[] = {
  { "patient", "You decided to take one tablet fewer. " },
  { "together", "You and I decided together to take one tablet fewer. " },
  { "clinician-asked", "You left the choice to me, and I chose that you take one tablet fewer. " },
  { "left-open", "The decision is to take one tablet fewer. " },
};

/* The first page and part 3 tell it in one way. */
static void
test_who_decided (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
      g_autofree char *twin = NULL;
      g_autofree char *opening = NULL;
      const char      *part;

      g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", decisions[i].decided_by, NULL));
      twin = write_twin (consultation);
      part = strstr (twin, ": What we decided and why\n\n");
      g_assert_nonnull (part);
      part += strlen (": What we decided and why\n\n");
      g_assert_true (g_str_has_prefix (part, decisions[i].sentence));
      opening = g_strdup_printf (" come after it. %.*s\n", (int) strlen (decisions[i].sentence) - 1, decisions[i].sentence);
      g_assert_nonnull (strstr (twin, opening));
    }
}

static const struct
{
  const char *decided_by;
  const char *sentence;
} supports[] = {
  { "patient", " You know what matters to you, and I will support your choice.\n" },
  { "together", " You know what matters to you, and I will support what we decided.\n" },
  { "clinician-asked", " I will support this decision.\n" },
};

static void
test_other_view (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (supports); i++)
    {
      g_autoptr (SdmConsultation) consultation = load_consultation ("statins-decided");
      g_autofree char *twin = NULL;
      g_autofree char *expected = g_strconcat ("\nI told you how I see it: I would have started with the lower strength, because of the worry about your legs.",
                                               supports[i].sentence, NULL);

      g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", supports[i].decided_by, NULL));
      twin = write_twin (consultation);
      g_assert_nonnull (strstr (twin, expected));
    }
}

/* How it reads */

static guint
count_vowel_groups (const char *word)
{
  guint    n = 0;
  gboolean is_in_group = FALSE;

  for (const char *p = word; *p != '\0'; p++)
    {
      gboolean is_vowel = strchr ("aeiouy", *p) != NULL;

      n += is_vowel && !is_in_group ? 1 : 0;
      is_in_group = is_vowel;
    }

  return n;
}

static gboolean
ends_with_any (const char        *word,
               const char *const *ends)
{
  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;

  return FALSE;
}

/* By the rules of the letter design: a number has one syllable, a silent e none. */
static guint
count_syllables (const char *word)
{
  static const char *const with_e[] = { "le", "ee", NULL };
  static const char *const with_ed[] = { "ted", "ded", NULL };
  static const char *const with_es[] = { "ses", "zes", "ches", "shes", "ces", "ges", "les", NULL };
  g_autofree char         *low = g_utf8_strdown (word, -1);
  guint                    n;

  if (strpbrk (low, "0123456789") != NULL)
    return 1;
  n = count_vowel_groups (low);
  if (n > 1 && g_str_has_suffix (low, "e") && !ends_with_any (low, with_e))
    n--;
  else if (n > 1 && g_str_has_suffix (low, "ed") && !ends_with_any (low, with_ed))
    n--;
  else if (n > 1 && g_str_has_suffix (low, "es") && !ends_with_any (low, with_es))
    n--;
  if (strstr (low, "ia") != NULL || strstr (low, "uou") != NULL || g_str_has_suffix (low, "ying"))
    n++;

  return MAX (n, 1);
}

typedef struct
{
  guint words;
  guint sentences;
  guint syllables;
  guint longest;
} Reading;

static void
read_sentence (Reading    *reading,
               const char *sentence)
{
  static const char *const names_of_people[] = {
    "Mr", "Mrs", "Miss", "Dr", "Arthur", "Pell", "Tess", "Ted", "Amina", "Rowe", "Tom", "Bevan", "Fellside", "Colin", "Mabey",
    "Nadia", "Rahim", "Keith", "Keith's", "Lily", "Exampleton", "Doxazosin", "doxazosin", "Ramipril", "ramipril", "Amlodipine",
    "Atorvastatin", NULL
  };
  g_auto (GStrv) words = g_regex_split_simple ("[^A-Za-z0-9’']+", sentence, 0, 0);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_strv_contains (names_of_people, words[i]))
        continue;
      n++;
      reading->syllables += count_syllables (words[i]);
    }
  reading->words += n;
  reading->sentences += n > 0 ? 1 : 0;
  if (n > 25)
    g_test_message ("%u words: %s", n, sentence);
  reading->longest = MAX (reading->longest, n);
}

static void
test_reading_ease (gconstpointer data)
{
  g_autofree char *twin = load_twin (data);
  g_autofree char *letter = cut_letter (twin);
  g_auto (GStrv) lines = g_strsplit (letter, "\n", -1);
  Reading reading = { 0 };
  double  ease;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup (lines[i]);
      g_auto (GStrv) sentences = NULL;
      g_autoptr (GRegex) mark = g_regex_new ("^(\\d+\\. |- |Part \\d+ of \\d+: )", 0, 0, NULL);
      g_autofree char *bare = g_regex_replace_literal (mark, line, -1, 0, "", 0, NULL);

      sentences = g_regex_split_simple ("(?<=[.!?]|for this:)[”’]?\\s+", bare, 0, 0);
      for (guint s = 0; sentences[s] != NULL; s++)
        read_sentence (&reading, sentences[s]);
    }

  ease = 206.835 - 1.015 * reading.words / reading.sentences - 84.6 * reading.syllables / reading.words;
  g_test_message ("%s: reading ease %.1f, longest sentence %u words, mean %.1f", (const char *) data, ease, reading.longest,
                  (double) reading.words / reading.sentences);
  g_assert_cmpfloat (ease, >=, 80.0);
  g_assert_cmpuint (reading.longest, <=, 25);
}

/* Never "he" or "she" of the reader; the box for the GP may hold notes about them. */
static void
test_no_third_person (gconstpointer data)
{
  g_autofree char *twin = load_twin (data);
  char            *box = g_strrstr (twin, "your GP");

  if (box != NULL)
    *box = '\0';
  g_assert_false (g_regex_match_simple ("\\b(he|she|his|her|hers|him)\\b", twin, G_REGEX_CASELESS, 0));
}

int
main (int    argc,
      char **argv)
{
  static const guint editions[] = { 14, 18, 24 };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *twin = g_strconcat ("/letter/content/twin/", names[i], NULL);
      g_autofree char *numbers = g_strconcat ("/letter/content/numbers/", names[i], NULL);
      g_autofree char *person = g_strconcat ("/letter/content/second-person/", names[i], NULL);

      g_test_add_data_func (twin, names[i], test_twin);
      g_test_add_data_func (numbers, names[i], test_numbers);
      g_test_add_data_func (person, names[i], test_no_third_person);
    }
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/content/edition/%u", editions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (editions[i]), test_every_edition);
    }
  g_test_add_data_func ("/letter/content/reading-ease/decided", "decided", test_reading_ease);
  g_test_add_data_func ("/letter/content/reading-ease/statins-decided", "statins-decided", test_reading_ease);
  g_test_add_func ("/letter/content/same-bytes-again", test_same_bytes_again);
  g_test_add_func ("/letter/content/same-bytes-in-other-locale", test_same_bytes_in_other_locale);
  g_test_add_func ("/letter/content/blank-page", test_blank_page);
  g_test_add_func ("/letter/content/blank-page-decided", test_blank_page_decided);
  g_test_add_func ("/letter/content/decided-for-them", test_decided_for_them);
  g_test_add_func ("/letter/content/rare-harm", test_rare_harm);
  g_test_add_func ("/letter/content/figures-left-out", test_figures_left_out);
  g_test_add_func ("/letter/content/order-of-headings", test_order_of_headings);
  g_test_add_func ("/letter/content/words-stay-words", test_words_stay_words);
  g_test_add_func ("/letter/content/fill", test_fill);
  g_test_add_func ("/letter/content/address", test_address);
  g_test_add_func ("/letter/content/wrong-aid", test_wrong_aid);
  g_test_add_func ("/letter/content/nhs-number", test_nhs_number);
  g_test_add_func ("/letter/content/reference", test_reference);
  g_test_add_func ("/letter/content/proxy", test_proxy);
  g_test_add_func ("/letter/content/questions-put-aside", test_questions_put_aside);
  g_test_add_func ("/letter/content/missing-owner-and-day", test_missing_owner_and_day);
  g_test_add_func ("/letter/content/services-stand-alone", test_services_stand_alone);
  g_test_add_func ("/letter/content/unfinished", test_unfinished);
  g_test_add_func ("/letter/content/logo", test_logo);
  g_test_add_func ("/letter/content/who-decided", test_who_decided);
  g_test_add_func ("/letter/content/other-view", test_other_view);

  return g_test_run ();
}
