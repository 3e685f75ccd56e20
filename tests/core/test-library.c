/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "documents.h"
#include "sdm-aid-library.h"
#include "sdm-case.h"

/* Two folders of aids that each test fills as it likes. */
typedef struct
{
  char *folders[3];
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folders[0] = g_dir_make_tmp ("aids-XXXXXX", NULL);
  fixture->folders[1] = g_dir_make_tmp ("aids-XXXXXX", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_all (below);
    }
  g_remove (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      remove_all (fixture->folders[i]);
      g_free (fixture->folders[i]);
    }
}

static void
put (Fixture    *fixture,
     guint       folder,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folders[folder], name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
put_aid (Fixture    *fixture,
         guint       folder,
         const char *id,
         const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s/aid.json", id);
  g_autofree char *text = g_strdup_printf ("{\"format\":\"evenhand-aid/1\",\"id\":\"%s\",\"title\":\"%s\",\"decision\":\"Which?\",\"keywords\":[\"Rain\",\"wet\"],\"options\":[{},{}],\"review_by\":\"2030-01-01\"}", id, title);

  put (fixture, folder, name, text);
}

static SdmAidLibrary *
scan (Fixture *fixture)
{
  SdmAidLibrary *library = sdm_aid_library_new ((const char *const *) fixture->folders);

  sdm_aid_library_scan (library, NULL);

  return library;
}

static char *
join_aids (SdmAidLibrary *library)
{
  GString   *names = g_string_new (NULL);
  GPtrArray *aids = sdm_aid_library_get_aids (library);

  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (aids, i);

      g_string_append_printf (names, "%s=%s;", head->id, head->title);
    }

  return g_string_free (names, FALSE);
}

static void
test_two_folders (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autofree char  *names = NULL;
  g_autofree char  *path = NULL;
  const SdmAidHead *head;

  put_aid (fixture, 0, "boots", "Boots");
  put_aid (fixture, 0, "umbrella", "Umbrella, our own");
  put_aid (fixture, 1, "anorak", "Anorak");
  put_aid (fixture, 1, "umbrella", "Umbrella, the shipped one");
  put (fixture, 0, "notes.txt", "Not an aid.");
  put (fixture, 0, "empty-folder/readme", "Not an aid.");

  library = scan (fixture);
  names = join_aids (library);
  g_assert_cmpstr (names, ==, "anorak=Anorak;boots=Boots;umbrella=Umbrella, our own;");
  g_assert_cmpuint (sdm_aid_library_get_problems (library)->len, ==, 0);

  path = g_file_get_path (sdm_aid_library_find_aid (library, "umbrella", NULL));
  g_assert_true (g_str_has_prefix (path, fixture->folders[0]));
  g_assert_null (sdm_aid_library_find_aid (library, "hat", NULL));

  head = g_ptr_array_index (sdm_aid_library_get_aids (library), 0);
  g_assert_cmpstr (head->decision, ==, "Which?");
  g_assert_cmpstr (head->keywords[1], ==, "wet");
}

static void
put_version (Fixture    *fixture,
             guint       folder,
             const char *name,
             const char *version,
             const char *title)
{
  g_autofree char *path = g_strdup_printf ("%s/aid.json", name);
  g_autofree char *text = g_strdup_printf ("{\"format\":\"evenhand-aid/1\",\"id\":\"boots\",\"version\":\"%s\",\"title\":\"%s\",\"decision\":\"?\",\"keywords\":[]}",
                                           version, title);

  put (fixture, folder, path, text);
}

static void
assert_found (SdmAidLibrary *library,
              const char    *version,
              const char    *place)
{
  g_autofree char *path = g_file_get_path (sdm_aid_library_find_aid (library, "boots", version));

  g_assert_true (g_str_has_suffix (path, place));
}

/* The highest version counts, whichever folder it lies in; an older one is found by its number. */
static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autoptr (SdmAidLibrary) copy = NULL;
  g_autofree char *names = NULL;

  put_version (fixture, 0, "a", "0.9.0", "Nine");
  put_version (fixture, 0, "b", "0.10.0", "Ten, our own");
  put_version (fixture, 0, "c", "0.2", "Two");
  put_version (fixture, 1, "d", "0.10.0", "Ten, shipped");
  put_version (fixture, 1, "e", "0.9.10", "Nine and ten");
  library = scan (fixture);
  names = join_aids (library);
  g_assert_cmpstr (names, ==, "boots=Ten, our own;");
  copy = sdm_aid_library_copy (library);
  for (guint i = 0; i < 2; i++)
    {
      SdmAidLibrary *one = i == 0 ? library : copy;

      assert_found (one, NULL, "/b/aid.json");
      assert_found (one, "0.10.0", "/b/aid.json");
      assert_found (one, "0.9.0", "/a/aid.json");
      assert_found (one, "0.9.10", "/e/aid.json");
      assert_found (one, "0.2", "/c/aid.json");
      assert_found (one, "7.0.0", "/b/aid.json");
    }

  put_version (fixture, 1, "d", "1.0.0", "One, shipped");
  sdm_aid_library_scan (library, NULL);
  assert_found (library, NULL, "/d/aid.json");
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* A file that was put there, changed, renamed or taken away is noticed at the next look, and nothing else is. */
static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new ((const char *const *) fixture->folders);
  g_autofree char *path = g_build_filename (fixture->folders[0], "boots", "aid.json", NULL);
  g_autofree char *example = g_build_filename (fixture->folders[0], "boots", "cases", "one.json", NULL);
  guint            n = 0;

  g_signal_connect_swapped (library, "changed", G_CALLBACK (count_cb), &n);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 0);
  put_aid (fixture, 0, "boots", "Boots");
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 1);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 1);

  put_aid (fixture, 0, "boots", "Shoes"); /* of the same length */
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (((SdmAidHead *) g_ptr_array_index (sdm_aid_library_get_aids (library), 0))->title, ==, "Shoes");

  put (fixture, 0, "boots/cases/one.json", "{}");
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (sdm_aid_library_get_problems (library)->len, ==, 1);
  g_assert_cmpint (g_remove (example), ==, 0);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (g_remove (path), ==, 0);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (sdm_aid_library_get_aids (library)->len, ==, 0);
}

static void
test_problems (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autofree char *names = NULL;
  GPtrArray       *problems;

  put_aid (fixture, 0, "good", "Good");
  put (fixture, 0, "a-broken/aid.json", "{\"format\": ");
  put (fixture, 0, "b-newer/aid.json", "{\"format\":\"evenhand-aid/2\",\"id\":\"b\",\"title\":\"B\"}");
  put (fixture, 0, "c-folder/aid.json/x", "a folder in the place of the file");
  put (fixture, 0, "good/cases/broken.json", "");
  put (fixture, 0, "good/cases/no-case.json", "{}");
  put (fixture, 0, "good/cases/readme.txt", "");

  library = scan (fixture);
  names = join_aids (library);
  g_assert_cmpstr (names, ==, "good=Good;");
  problems = sdm_aid_library_get_problems (library);
  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (problems, 0), "/a-broken/aid.json:1:12)"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 1), "not a decision aid of this version"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 2), "this is a folder and not a file"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 3), "the file is empty"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 4), "not an example case of this version"));
}

/* What an author may write before the parts of the head, and how. */
static void
test_head_anywhere (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autofree char  *spaces = g_strnfill (5000, ' ');
  g_autofree char  *late = g_strconcat ("{\"options\":[{\"id\":\"not the aid's\"}],", spaces,
                                        "\"format\":\"evenhand-aid/1\",\"id\":\"late\",\"title\":\"Late\",\"keywords\":[]}", NULL);
  g_autofree char  *names = NULL;
  const SdmAidHead *head;

  put (fixture, 0, "late/aid.json", late);
  put (fixture, 0, "odd/aid.json",
       " {\"x\":{\"id\":\"]}\\\"\",\"y\":[1,{}]} , \"keywords\" : [ \"a, \\\"b\\\"\" ],\n\"decision\":\"\\u00e9\",\"title\":\"Odd\","
       "\"id\":\"odd\",\"format\":\"evenhand-aid/1\"}");
  library = scan (fixture);
  names = join_aids (library);
  g_assert_cmpstr (names, ==, "late=Late;odd=Odd;");
  g_assert_cmpuint (sdm_aid_library_get_problems (library)->len, ==, 0);
  head = g_ptr_array_index (sdm_aid_library_get_aids (library), 1);
  g_assert_cmpstr (head->decision, ==, "\303\251");
  g_assert_cmpstr (head->keywords[0], ==, "a, \"b\"");
  g_assert_null (head->keywords[1]);
}

/* A file that breaks off in its head is told; one that breaks off later is found out when it is opened. */
static void
test_broken_off (Fixture      *fixture,
                 gconstpointer data)
{
  static const char text[] = "{\"format\":\"evenhand-aid/1\",\"id\":\"a\",\"version\":\"0.1.0\",\"title\":\"\\u0041\",\"decision\":\"B\","
                             "\"keywords\":[\"c\\\\\"],\"options\":[{}]}";
  const gsize       head_end = (gsize) (strstr (text, ",\"options") - text);

  for (gsize length = 1; length < strlen (text); length++)
    {
      g_autofree char *part = g_strndup (text, length);
      g_autoptr (SdmAidLibrary) library = NULL;
      const gboolean is_listed = length > head_end;

      put (fixture, 0, "a/aid.json", part);
      library = scan (fixture);
      g_assert_cmpuint (sdm_aid_library_get_aids (library)->len, ==, is_listed ? 1 : 0);
      g_assert_cmpuint (sdm_aid_library_get_problems (library)->len, ==, is_listed ? 0 : 1);
    }
}

/* A key that stands twice is not counted as two parts of the head: the whole file is asked. */
static void
test_repeated_key (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autofree char  *names = NULL;
  const SdmAidHead *head;

  put (fixture, 0, "a/aid.json",
       "{\"format\":\"evenhand-aid/1\",\"id\":\"a\",\"id\":\"b\",\"title\":\"T\",\"decision\":\"D\",\"keywords\":[\"k\"]}");
  library = scan (fixture);
  names = join_aids (library);
  g_assert_cmpstr (names, ==, "b=T;");
  head = g_ptr_array_index (sdm_aid_library_get_aids (library), 0);
  g_assert_cmpstr (head->keywords[0], ==, "k");
}

static void
test_no_folder (void)
{
  const char *const folders[] = { "/nowhere/at/all", NULL };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (folders);

  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (sdm_aid_library_get_aids (library)->len, ==, 0);
  g_assert_cmpuint (sdm_aid_library_get_problems (library)->len, ==, 0);
}

static void
note_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new ((const char *const *) fixture->folders);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put_aid (fixture, 1, "anorak", "Anorak");
  sdm_aid_library_scan_async (library, NULL, note_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sdm_aid_library_get_aids (library)->len, ==, 0);
  g_assert_true (sdm_aid_library_scan_finish (library, result, &error));
  g_assert_no_error (error);
  g_assert_nonnull (sdm_aid_library_find_aid (library, "anorak", NULL));
}

/* The shipped folder */

static void
test_shipped (void)
{
  g_autofree char  *path = documents_find ("decision-aids");
  const char *const folders[] = { path, NULL };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (folders);
  GPtrArray *aids;
  GPtrArray *cases;

  sdm_aid_library_scan (library, NULL);
  aids = sdm_aid_library_get_aids (library);
  cases = sdm_aid_library_get_cases (library);
  g_assert_cmpuint (aids->len, >=, 2);
  g_assert_cmpuint (cases->len, >=, 2);
  g_assert_cmpuint (sdm_aid_library_get_problems (library)->len, ==, 0);

  for (guint i = 0; i < cases->len; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (cases, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmCase) found = sdm_case_load (head->file, NULL, &error);
      g_auto (GStrv) learn = NULL;

      g_assert_no_error (error);
      g_assert_true (sdm_aid_library_find_case (library, head->id) == head->file);
      g_assert_cmpstr (sdm_case_get_id (found), ==, head->id);
      g_assert_cmpstr (sdm_case_get_title (found), ==, head->title);
      g_assert_cmpstr (sdm_case_get_summary (found), ==, head->summary);
      g_assert_cmpstr (sdm_case_get_person (found), ==, head->person);
      g_assert_cmpstr (sdm_case_get_aid_id (found), ==, head->aid);
      g_assert_cmpuint (sdm_case_get_minutes (found), ==, head->minutes);
      g_assert_nonnull (sdm_case_get_opening (found));
      learn = sdm_case_dup_learn (found);
      g_assert_cmpstrv (learn, head->learn);
      g_assert_nonnull (sdm_aid_library_find_aid (library, head->aid, NULL));
    }
}

/* A case names no hash; the consultation that begins with it does. */
static void
test_case_gets_hash (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid ("hypertension-in-frailty");
  g_autofree char *path = documents_find ("decision-aids/hypertension-in-frailty/cases/dog-walk.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmCase) found = sdm_case_load (file, NULL, &error);
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autoptr (SdmConsultation) shipped = NULL;
  g_autoptr (SdmConsultation) first = NULL;
  g_autoptr (SdmConsultation) second = NULL;

  g_assert_no_error (error);
  shipped = sdm_case_get_consultation (found, aid);
  first = sdm_case_start (found, aid, clock);
  second = sdm_case_start (found, aid, clock);
  g_assert_cmpstr (sdm_consultation_get_aid_sha256 (shipped), ==, sdm_aid_get_sha256 (aid));
  g_assert_cmpstr (sdm_consultation_get_aid_sha256 (first), ==, sdm_aid_get_sha256 (aid));
  g_assert_cmpstr (sdm_consultation_get_id (first), !=, sdm_consultation_get_id (shipped));
  g_assert_cmpstr (sdm_consultation_get_id (first), !=, sdm_consultation_get_id (second));
  g_assert_cmpstr (sdm_consultation_get_text (first, "created"), ==, "2026-11-24T10:05:07Z");
  g_assert_cmpstr (sdm_consultation_get_text (first, "changed"), ==, "2026-11-24T10:05:07Z");
  g_assert_cmpstr (sdm_consultation_get_text (first, "start/contact_when"), ==, "2026-11-24T11:05+01:00");
  g_assert_cmpstr (sdm_consultation_get_text (first, "start/event_date"), ==, "2026-11-24");
  g_assert_true (sdm_consultation_get_clock (first) == clock);
  g_assert_true (sdm_consultation_is_practice (first));
  g_assert_false (sdm_consultation_is_final (first));
}

/* A case is found by its own words and by those of its aid. */
static void
test_case_words (void)
{
  static const struct
  {
    const char *words;
    gboolean    matches;
  } cases[] = {
    { "", TRUE },
    { "hill", TRUE },
    { "ARTHUR", TRUE },
    { "pell dizzy", TRUE },
    { "hypertension", TRUE },
    { "hill cholesterol", FALSE },
    { "giraffe", FALSE },
  };
  g_autofree char  *folder = documents_find ("decision-aids");
  const char *const folders[] = { folder, NULL };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (folders);
  const SdmCaseHead *head = NULL;

  sdm_aid_library_scan (library, NULL);
  for (guint i = 0; i < sdm_aid_library_get_cases (library)->len; i++)
    {
      head = g_ptr_array_index (sdm_aid_library_get_cases (library), i);
      if (g_str_equal (head->id, "dog-walk"))
        break;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (sdm_aid_library_case_matches (library, head, cases[i].words) == cases[i].matches);
}

/* Words */

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *words;
    gboolean    matches;
  } cases[] = {
    { "", TRUE },
    { "umbrella", TRUE },
    { "UMBRELLA", TRUE },
    { "rain", TRUE },
    { "which rain", TRUE },
    { "umb", TRUE },
    { "brella", FALSE },
    { "umbrella snow", FALSE },
    { "snow", FALSE },
  };
  g_autoptr (SdmAidLibrary) library = NULL;
  const SdmAidHead *head;

  put_aid (fixture, 0, "umbrella", "An umbrella for a walk");
  library = scan (fixture);
  head = g_ptr_array_index (sdm_aid_library_get_aids (library), 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (sdm_aid_head_matches (head, cases[i].words) == cases[i].matches);
}

/* Other folders are asked for at once, and looked through with the next scan. */
static void
test_other_folders (Fixture      *fixture,
                    gconstpointer data)
{
  const char *const first[] = { fixture->folders[0], NULL };
  const char *const both[] = { fixture->folders[0], fixture->folders[1], NULL };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (first);
  g_autofree char *names = NULL;
  guint            n_asked = 0;
  guint            n_changed = 0;

  put_aid (fixture, 0, "boots", "Boots");
  put_aid (fixture, 0, "umbrella", "Umbrella");
  put_aid (fixture, 1, "umbrella", "Umbrella, our own");
  g_signal_connect_swapped (library, "folders-changed", G_CALLBACK (count_cb), &n_asked);
  g_signal_connect_swapped (library, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_cmpint (sdm_aid_library_count_in (library, first[0]), ==, -1);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpint (sdm_aid_library_count_in (library, first[0]), ==, 2);

  sdm_aid_library_set_folders (library, first);
  g_assert_cmpuint (n_asked, ==, 0);
  sdm_aid_library_set_folders (library, both);
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_cmpint (sdm_aid_library_count_in (library, both[1]), ==, -1);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpint (sdm_aid_library_count_in (library, both[1]), ==, 1);
  names = join_aids (library);
  g_assert_cmpstr (names, ==, "boots=Boots;umbrella=Umbrella;");
}

/* A folder with nothing in it was looked at all the same, and that is told. */
static void
test_empty_folder (Fixture      *fixture,
                   gconstpointer data)
{
  const char *const none[] = { NULL };
  const char *const one[] = { fixture->folders[0], NULL };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (none);
  guint n_changed = 0;

  sdm_aid_library_scan (library, NULL);
  g_signal_connect_swapped (library, "changed", G_CALLBACK (count_cb), &n_changed);
  sdm_aid_library_set_folders (library, one);
  sdm_aid_library_scan (library, NULL);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpint (sdm_aid_library_count_in (library, one[0]), ==, 0);
}

static void
test_default_folders (void)
{
  const char *const first[] = { "/one", "two", NULL };
  const char *const added[] = { "/five", NULL };
  g_auto (GStrv) folders = NULL;

  g_setenv ("EVENHAND_AIDS", "/three::/four", TRUE);
  folders = sdm_aid_library_get_default_folders (first, added);
  g_unsetenv ("EVENHAND_AIDS");
  g_assert_cmpuint (g_strv_length (folders), ==, 7);
  g_assert_cmpstr (folders[0], ==, "/one");
  g_assert_cmpstr (folders[1], ==, "two");
  g_assert_cmpstr (folders[2], ==, "/three");
  g_assert_cmpstr (folders[3], ==, "/four");
  g_assert_cmpstr (folders[4], ==, "/five");
  g_assert_true (g_str_has_suffix (folders[5], "evenhand/decision-aids"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/library/two-folders", Fixture, NULL, set_up, test_two_folders, tear_down);
  g_test_add ("/core/library/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/core/library/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/core/library/problems", Fixture, NULL, set_up, test_problems, tear_down);
  g_test_add ("/core/library/head-anywhere", Fixture, NULL, set_up, test_head_anywhere, tear_down);
  g_test_add ("/core/library/broken-off", Fixture, NULL, set_up, test_broken_off, tear_down);
  g_test_add ("/core/library/repeated-key", Fixture, NULL, set_up, test_repeated_key, tear_down);
  g_test_add ("/core/library/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/core/library/other-folders", Fixture, NULL, set_up, test_other_folders, tear_down);
  g_test_add ("/core/library/empty-folder", Fixture, NULL, set_up, test_empty_folder, tear_down);
  g_test_add ("/core/library/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add_func ("/core/library/no-folder", test_no_folder);
  g_test_add_func ("/core/library/shipped", test_shipped);
  g_test_add_func ("/core/library/case-gets-hash", test_case_gets_hash);
  g_test_add_func ("/core/library/case-words", test_case_words);
  g_test_add_func ("/core/library/default-folders", test_default_folders);

  return g_test_run ();
}
