/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glob.h>
#include <string.h>

#include "sdm-consultation-plan.h"
#include "sdm-letter.h"
#include "sdm-letter-content.h"
#include "sdm-letter-layout.h"
#include "sdm-pango-measurer.h"

/* The letter itself, before the options and the numbers, is two pages at most at 14 points, and the plan card
 * is one, with the fonts that are printed. */

static SdmAid *
load_aid (const char *id)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", id, "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_load (file, NULL, &error);

  g_assert_no_error (error);

  return aid;
}

/* The page on which a heading stands, from 1; 0 for none. */
static guint
find_page (SdmLetterPages *pages,
           const char     *heading)
{
  for (guint p = 0; p < pages->pages->len; p++)
    {
      GPtrArray *page = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          if (item->kind == SDM_LETTER_ITEM_LINE && item->element != NULL && g_str_equal (item->element->role, "H2") &&
              g_str_has_prefix (item->line->text, heading))
            return p + 1;
        }
    }

  return 0;
}

/* Whose page it is stands at the head of each but the first. */
static gboolean
has_running_head (SdmLetterPages  *pages,
                  SdmConsultation *consultation)
{
  g_autofree char *name = sdm_consultation_dup_patient_name (consultation);

  for (guint p = 1; p < pages->pages->len; p++)
    {
      const SdmLetterItem *item = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (pages->pages, p), 0);
      g_auto (GStrv) spaced = g_strsplit (item->line->text, "\u00a0", -1);
      g_autofree char *text = g_strjoinv (" ", spaced);

      if (strstr (text, name) == NULL || !g_regex_match_simple (", born \\d+ [A-Z][a-z]+ \\d{4}\\.", text, 0, 0))
        return FALSE;
    }

  return TRUE;
}

static void
assert_two_pages (SdmConsultation *consultation,
                  SdmAid          *aid,
                  const char      *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);
  g_autoptr (SdmPangoMeasurer) measurer = NULL;
  g_autoptr (SdmLetterPages) pages = NULL;
  SdmLetterMeasurer interface;
  guint             enclosure;

  g_assert_no_error (error);
  measurer = sdm_pango_measurer_new (&error);
  g_assert_no_error (error);
  interface = sdm_pango_measurer_get_interface (measurer);
  pages = sdm_letter_layout (document, SDM_LETTER_EDITION_DEFAULT, &interface, &error);
  g_assert_no_error (error);
  g_assert_true (has_running_head (pages, consultation));
  enclosure = find_page (pages, "Your options");
  if (enclosure < 2 || enclosure > 3)
    g_error ("%s: the options begin on page %u, and the letter itself has two pages at most", name, enclosure);
}

/* The plan card is one small page. */
static void
assert_one_page (SdmConsultation *consultation,
                 SdmAid          *aid,
                 const char      *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_PLAN_CARD, &error);
  g_autoptr (SdmPangoMeasurer) measurer = sdm_pango_measurer_new (&error);
  SdmLetterMeasurer interface = sdm_pango_measurer_get_interface (measurer);
  g_autoptr (SdmLetterPages) pages = sdm_letter_layout (document, SDM_LETTER_EDITION_DEFAULT, &interface, &error);

  g_assert_no_error (error);
  if (pages->pages->len != 1)
    g_error ("%s: the plan card has %u pages", name, pages->pages->len);
}

static void
test_two_pages (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "consultations", file, NULL);
  g_autoptr (json_t) root = json_load_file (path, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_json (root, &error);
  const char *id;
  g_autoptr (SdmAid) aid = NULL;

  g_assert_no_error (error);
  id = sdm_consultation_get_aid_id (consultation);
  aid = id != NULL ? load_aid (id) : NULL;
  assert_two_pages (consultation, aid, name);
  assert_one_page (consultation, aid, name);
}

static json_t *
new_step (const char *id,
          const char *what,
          const char *owner,
          const char *side,
          const char *day)
{
  return json_pack ("{s:s, s:s, s:s, s:s, s:s}", "id", id, "owner", owner, "side", side, "what", what, "by", day);
}

/* A usual talk: one choice and why, one quote, three statements, three steps, and all the signs of the aid. */
static void
fill_usual (SdmConsultation *consultation,
            SdmAid          *aid)
{
  guint            n = 0;
  const SdmOption *options = sdm_aid_get_options (aid, &n);
  const struct
  {
    const char *path;
    json_t     *value; /* taken */
  } said[] = {
    { "matters/own_words", json_pack ("[{s:s, s:b}]", "text", "I want to keep on doing what I do now, and not to worry about it.", "in_letter", 1) },
    { "matters/ranked", json_pack ("[{s:s, s:i}, {s:s, s:i}, {s:s, s:i}]", "text", "Being there for the people who count on me", "importance", 10,
                                   "text", "Not having more pain than I have now", "importance", 9, "text", "Fewer visits and fewer tests", "importance", 5) },
    { "options/shown", json_pack ("[s, s]", options[0].id, options[1].id) },
    { "plan/why", json_string ("It fits how I live, and I can still stop if it does not suit me.") },
    { "plan/contact", json_pack ("{s:s, s:s, s:s, s:s}", "name", "Tom Bevan", "role", "Practice pharmacist", "phone", "01632 960018", "hours", "Monday to Friday, 9 to 5") },
    { "plan/actions", json_pack ("[o, o, o]", new_step ("one", "Come for a check, and bring the list of what you take.", "You", "person", "2027-01-05"),
                                 new_step ("two", "Send the prescription and ring you when it is there.", "Tom Bevan, pharmacist", "professional", "2026-12-04"),
                                 new_step ("three", "Write down how it goes for two weeks.", "You", "person", "2026-12-18")) },
  };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n, >, 1);
  g_assert_true (sdm_consultation_set_result (consultation, aid, "decided", &error));
  g_assert_true (sdm_consultation_choose_option (consultation, aid, options[0].id, TRUE, &error));
  g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", "together", &error));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      sdm_consultation_take_value (consultation, said[i].path, said[i].value, &error);
      g_assert_no_error (error);
    }
}

/* Every case that comes with an aid, when its talk is over. */
static void
test_two_pages_of_case (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aid_folder = g_path_get_dirname (folder);
  g_autofree char *id = g_path_get_basename (aid_folder);
  g_autoptr (SdmAid) aid = load_aid (id);
  g_autoptr (json_t) root = json_load_file (path, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_json (json_object_get (root, "consultation"), &error);

  g_assert_no_error (error);
  fill_usual (consultation, aid);
  assert_two_pages (consultation, aid, path);
  assert_one_page (consultation, aid, path);
}

static void
add_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", NULL);
  g_autofree char *pattern = g_build_filename (folder, "*", "cases", "*.json", NULL);
  glob_t           found;

  g_assert_cmpint (glob (pattern, 0, NULL, &found), ==, 0);
  for (gsize i = 0; i < found.gl_pathc; i++)
    {
      g_autofree char *name = g_path_get_basename (found.gl_pathv[i]);
      g_autofree char *path = g_strconcat ("/letter/length/case/", name, NULL);

      g_test_add_data_func_full (path, g_strdup (found.gl_pathv[i]), test_two_pages_of_case, g_free);
    }
  globfree (&found);
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "decided", "statins-decided", "not-yet", "no-thank-you", "blank-decided" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/length/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_two_pages);
    }
  add_cases ();

  return g_test_run ();
}
