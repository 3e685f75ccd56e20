/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sdm-letter.h"
#include "sdm-letter-content.h"
#include "sdm-letter-layout.h"
#include "stand-in-measurer.h"

/* The plan card: what it says, what it must not say, and the paper that it is printed on. */

static SdmConsultation *
load_consultation (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "consultations", file, NULL);
  g_autoptr (json_t) root = json_load_file (path, 0, NULL);
  g_autoptr (GError) error = NULL;
  SdmConsultation *consultation = sdm_consultation_new_from_json (root, &error);

  g_assert_no_error (error);

  return consultation;
}

static SdmLetterDocument *
build_card (SdmConsultation *consultation)
{
  const char      *id = sdm_consultation_get_aid_id (consultation);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", id, "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmAid) aid = sdm_aid_load (file, NULL, &error);
  SdmLetterDocument *document = NULL;

  g_assert_no_error (error);
  document = sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_PLAN_CARD, &error);
  g_assert_no_error (error);

  return document;
}

/* Nothing but the title and what the reader said is in the first person. */
static void
assert_one_voice (const char *twin)
{
  g_autoptr (GRegex) said = g_regex_new ("“[^”]*”|^My plan$", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (said, twin, -1, 0, "", 0, NULL);

  g_assert_false (g_regex_match_simple ("\\b(my|mine)\\b|\\bI (do|can|will|have)\\b", rest, 0, 0));
}

static const char *const names[] = { "decided", "statins-decided", "not-yet", "no-thank-you", "just-started" };

static void
test_twin (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *file = g_strconcat ("card-", name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "letters", file, NULL);
  g_autoptr (SdmConsultation) consultation = load_consultation (name);
  g_autoptr (SdmLetterDocument) document = build_card (consultation);
  g_autofree char *twin = sdm_letter_document_to_text (document);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twin, ==, expected);
  assert_one_voice (twin);
}

/* It may hang on a door. */
static void
test_names_no_condition (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (SdmLetterDocument) document = build_card (consultation);
  g_autofree char *twin = sdm_letter_document_to_text (document);

  g_assert_null (strstr (twin, "999 000 0018"));
  g_assert_null (strstr (twin, "1 Example Lane"));
  g_assert_null (strstr (twin, "Moderate frailty"));
  g_assert_cmpstr (sdm_letter_document_get_title (document), ==, "My plan, Mr\u00a0Arthur James Pell, 24\u00a0November\u00a02026");
}

/* In the words of the letter. */
static void
test_who_decided (void)
{
  static const char *const sentences[][2] = {
    { "patient", "\nYou decided to take one tablet fewer. You can change your mind at any time.\n" },
    { "together", "\nYou and I decided together to take one tablet fewer. You can change your mind at any time.\n" },
    { "clinician-asked", "\nYou left the choice to me, and I chose that you take one tablet fewer. You can change your mind at any time.\n" },
    { "left-open", "\nThe decision is to take one tablet fewer. You can change your mind at any time.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
      g_autoptr (SdmLetterDocument) document = NULL;
      g_autofree char *twin = NULL;

      g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", sentences[i][0], NULL));
      document = build_card (consultation);
      twin = sdm_letter_document_to_text (document);
      g_assert_nonnull (strstr (twin, sentences[i][1]));
    }
}

/* A medicine with no word of how is told by the step that names it; what is known of how is never lost. */
static void
test_medicines (void)
{
  static const char *const cases[][3] = {
    { "Doxazosin", NULL, NULL },
    { "Doxazosin 2 mg", "Half a tablet for a week, then none.", "\n- Stop Doxazosin 2 mg: Half a tablet for a week, then none.\n" },
    { "Water tablet", NULL, "\n- Stop Water tablet as we agreed.\n" },
    { "Bisoprolol", NULL, "\n- Stop Bisoprolol as we agreed.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
      json_t *medicine = json_pack ("{s:s, s:s, s:s, s:s*}", "name", cases[i][0], "for", "blood pressure", "change", "stop", "how", cases[i][1]);
      g_autoptr (SdmLetterDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *twin = NULL;

      sdm_consultation_take_value (consultation, "plan/medicines", json_pack ("[o]", medicine), &error);
      g_assert_no_error (error);
      document = build_card (consultation);
      twin = sdm_letter_document_to_text (document);
      if (cases[i][2] != NULL)
        g_assert_nonnull (strstr (twin, cases[i][2]));
      else
        g_assert_null (strstr (twin, "\n- Stop "));
      g_assert_nonnull (strstr (twin, ": Stop doxazosin in the way that stands on the new list."));
    }
}

static gboolean
is_over (const SdmLetterItem *a,
         const SdmLetterItem *b,
         double               size)
{
  return a->x < b->x + b->w && b->x < a->x + a->w && ABS (a->y - b->y) < size;
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

        if (a->kind == SDM_LETTER_ITEM_LINE && b->kind == SDM_LETTER_ITEM_LINE && is_over (a, b, size))
          g_error ("at %u points “%s” runs over “%s”", size, a->line->text, b->line->text);
      }
}

/* A5, whole inside its margins; a sheet of A4 in large print. */
static void
test_paper (gconstpointer data)
{
  const guint       edition = GPOINTER_TO_UINT (data);
  SdmLetterMeasurer measurer = stand_in_measurer_new ();
  g_autoptr (SdmConsultation) consultation = load_consultation ("statins-decided");
  g_autoptr (SdmLetterDocument) document = build_card (consultation);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterPages) pages = sdm_letter_layout (document, edition, &measurer, &error);
  guint n_boxes = 0;

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (pages->width, SDM_MM (edition <= 14 ? 148 : 210), 0.01);
  g_assert_cmpfloat_with_epsilon (pages->height, SDM_MM (edition <= 14 ? 210 : 297), 0.01);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      GPtrArray *page = g_ptr_array_index (pages->pages, p);

      assert_no_overprint (page, edition);
      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          g_assert_cmpfloat (item->x, >=, SDM_MM (13) - 0.1);
          g_assert_cmpfloat (item->x + item->w, <=, pages->width - SDM_MM (13) + 0.1);
          g_assert_cmpfloat (item->y + item->h, <=, pages->height - SDM_MM (8));
          n_boxes += item->kind == SDM_LETTER_ITEM_FRAME;
        }
    }
  g_assert_cmpuint (n_boxes, ==, 3);
}

/* What goes on over the page says there whose it is, too. */
static void
test_second_page (void)
{
  SdmLetterMeasurer measurer = stand_in_measurer_new ();
  g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
  g_autoptr (json_t) actions = json_deep_copy (sdm_consultation_peek (consultation, "plan/actions"));
  g_autoptr (json_t) again = json_deep_copy (actions);
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  const SdmLetterItem *first = NULL;
  json_t              *action;
  size_t               i;

  json_array_foreach (again, i, action)
    json_object_set_new (action, "id", json_sprintf ("again-%d", (int) i));
  json_array_extend (actions, again);
  g_assert_true (sdm_consultation_take_value (consultation, "plan/actions", json_incref (actions), NULL));
  document = build_card (consultation);
  pages = sdm_letter_layout (document, 14, &measurer, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->pages->len, ==, 2);
  first = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (pages->pages, 1), 0);
  g_assert_true (g_str_has_prefix (first->line->text, "Mr\302\240Arthur James Pell, born"));
  g_assert_null (first->element);
}

static gboolean
page_says (const GPtrArray *page,
           const char      *words)
{
  for (guint i = 0; i < page->len; i++)
    {
      const SdmLetterItem *item = g_ptr_array_index (page, i);

      if (item->kind == SDM_LETTER_ITEM_LINE && strstr (item->line->text, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* When to call 999 is on one page, whole, however large the print. */
static void
test_help_is_whole (gconstpointer data)
{
  const guint       edition = GPOINTER_TO_UINT (data);
  SdmLetterMeasurer measurer = stand_in_measurer_new ();
  guint             n_found = 0;

  for (guint more = 0; more < 12; more++)
    {
      g_autoptr (SdmConsultation) consultation = load_consultation ("decided");
      g_autoptr (SdmLetterDocument) document = NULL;
      g_autoptr (SdmLetterPages) pages = NULL;
      g_autoptr (GString) why = g_string_new ("To get up the hill.");
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < more; i++)
        g_string_append (why, " I would like to go up the hill with Tess each morning.");
      g_assert_true (sdm_consultation_set_text (consultation, "plan/actions/2/what", why->str, &error));
      document = build_card (consultation);
      pages = sdm_letter_layout (document, edition, &measurer, &error);
      g_assert_no_error (error);
      for (guint p = 0; p < pages->pages->len; p++)
        {
          const GPtrArray *page = g_ptr_array_index (pages->pages, p);

          g_assert_cmpint (page_says (page, "Call 999"), ==, page_says (page, "head."));
          n_found += page_says (page, "Call 999");
        }
    }
  g_assert_cmpuint (n_found, ==, 12);
}

/* With the fonts that are printed, a usual plan is one page. */
static void
test_one_page (void)
{
  g_autoptr (SdmConsultation) consultation = load_consultation ("statins-decided");
  g_autoptr (SdmLetterDocument) document = build_card (consultation);
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = sdm_letter_render_pdf (document, 14, &n_pages, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  g_assert_cmpuint (n_pages, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const guint editions[] = { 12, 14, 18, 24 };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/card/twin/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_twin);
    }
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/card/paper/%u", editions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (editions[i]), test_paper);
    }
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/card/help-is-whole/%u", editions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (editions[i]), test_help_is_whole);
    }
  g_test_add_func ("/letter/card/names-no-condition", test_names_no_condition);
  g_test_add_func ("/letter/card/who-decided", test_who_decided);
  g_test_add_func ("/letter/card/medicines", test_medicines);
  g_test_add_func ("/letter/card/second-page", test_second_page);
  g_test_add_func ("/letter/card/one-page", test_one_page);

  return g_test_run ();
}
