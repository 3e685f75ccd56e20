/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-aid-check.h"
#include "sdm-case.h"
#include "sdm-core-error.h"
#include "sdm-schema.h"

/* Each broken document has the exact set of its findings beside it, one a line: tag, pointer. */

static const char *const bad_folders[] = { "tests/data/aids-bad", "tests/data/consultations-bad" };

static void
collect (const char *folder,
         GPtrArray  *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect (path, paths);
      else if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GObject *
read_by_format (SdmJsonText *text,
                GPtrArray   *findings,
                GError     **error)
{
  const char *format = json_string_value (json_object_get (sdm_json_text_get_root (text), "format"));

  if (g_strcmp0 (format, "evenhand-case/1") == 0)
    return (GObject *) sdm_case_new_from_text (text, findings, error);
  if (g_strcmp0 (format, "evenhand-consultation/1") == 0)
    return (GObject *) sdm_consultation_new_from_text (text, findings, error);

  return (GObject *) sdm_aid_new_from_text (text, findings, error);
}

static char *
dup_expected (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *expected_path = g_strconcat (stem, ".findings", NULL);
  char            *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);

  return expected;
}

/* What is found in a document by whoever looks at all of it. */
static GPtrArray *
find_all (SdmJsonText *text)
{
  const char *format = json_string_value (json_object_get (sdm_json_text_get_root (text), "format"));
  GPtrArray  *findings = sdm_findings_new ();

  if (g_strcmp0 (format, "evenhand-case/1") == 0 || g_strcmp0 (format, "evenhand-consultation/1") == 0)
    {
      g_autoptr (GObject) unused G_GNUC_UNUSED = read_by_format (text, findings, NULL);
    }
  else
    {
      g_autoptr (SdmClock) clock = documents_new_clock ();
      g_autoptr (SdmAidChecker) checker = sdm_aid_checker_new (clock);

      sdm_aid_checker_check (checker, text, findings);
    }

  return findings;
}

static gboolean
has_finding (GPtrArray        *findings,
             const SdmFinding *wanted)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->tag == wanted->tag && g_str_equal (finding->pointer, wanted->pointer) && g_str_equal (finding->detail, wanted->detail) &&
          finding->line == wanted->line && finding->column == wanted->column)
        return TRUE;
    }

  return FALSE;
}

/* A reader finds nothing that the whole check does not, and refuses exactly where it finds something. */
static void
check_reader (SdmJsonText *text,
              GPtrArray   *all)
{
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) document = read_by_format (text, findings, &error);
  g_autofree char  *place = NULL;
  const SdmFinding *first;

  for (guint i = 0; i < findings->len; i++)
    {
      g_assert_cmpint (((const SdmFinding *) g_ptr_array_index (findings, i))->tag->severity, ==, SDM_SEVERITY_ERROR);
      g_assert_true (has_finding (all, g_ptr_array_index (findings, i)));
    }
  g_assert_true ((document == NULL) == (findings->len > 0));
  if (document != NULL)
    return;

  /* The error is the first of them, with its place. */
  first = g_ptr_array_index (findings, 0);
  place = g_strdup_printf ("%s (%s:%u:%u)", first->detail, sdm_json_text_get_name (text), first->line, first->column);
  g_assert_true (error->domain == SDM_CORE_ERROR);
  g_assert_cmpstr (error->message, ==, place);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_findings (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *expected = dup_expected (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = find_all (text);
  g_assert_cmpuint (findings->len, >, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (finding->line, >, 0);
      g_assert_cmpuint (finding->column, >, 0);
      g_ptr_array_add (lines, g_strchomp (g_strdup_printf ("%s %s", finding->tag->name, finding->pointer)));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (found, "%s\n", (const char *) g_ptr_array_index (lines, i));
  g_assert_cmpstr (found->str, ==, expected);
  check_reader (text, findings);
}

/* Tags that no document here raises: those of files that are no documents at all, and that of a
 * document with more than a thousand faults, which test-aid-hostile makes. */
static const char *const not_from_documents[] = { "not-json", "not-readable", "findings-many", NULL };

static void
test_every_tag (gconstpointer data)
{
  const GPtrArray *paths = data;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *case_folder = documents_find ("tests/data/cases-bad/umbrella/cases");
  g_autoptr (GHashTable) raised = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize              n_tags;
  const SdmIssueTag *tags = sdm_issue_tags_get_all (&n_tags);

  /* Those that need the aid beside the case are raised by the command, whose test looks at each file. */
  collect (case_folder, cases);
  for (guint i = 0; i < paths->len + cases->len; i++)
    {
      g_autofree char *expected = dup_expected (i < paths->len ? g_ptr_array_index (paths, i) : g_ptr_array_index (cases, i - paths->len));
      g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);

      for (guint l = 0; lines[l] != NULL; l++)
        g_hash_table_add (raised, g_strndup (lines[l], strcspn (lines[l], " ")));
    }

  for (gsize i = 0; i < n_tags; i++)
    {
      /* Those of letters come from a consultation and its letter; the test of the letter checker has them. */
      gboolean by_document = !g_strv_contains (not_from_documents, tags[i].name) && !g_str_has_prefix (tags[i].name, "letter-");

      if (g_hash_table_contains (raised, tags[i].name) != by_document)
        g_error ("no broken document raises “%s”", tags[i].name);
      g_assert_true (sdm_issue_tag_lookup (tags[i].name) == &tags[i]);
      g_assert_true (g_str_has_suffix (tags[i].explanation, "."));
      g_assert_cmpstr (tags[i].standard, !=, "");
      for (gsize j = 0; j < i; j++)
        g_assert_cmpstr (tags[i].name, !=, tags[j].name);
    }
  g_assert_null (sdm_issue_tag_lookup ("no-such-tag"));
}

/* The words of an aid in another language and sets of cases have readers and tests of their own. */
static gboolean
is_read_elsewhere (SdmJsonText *text)
{
  const char *format = json_string_value (sdm_json_get (sdm_json_text_get_root (text), "format"));

  return g_strcmp0 (format, "evenhand-translation/1") == 0 || g_strcmp0 (format, "evenhand-track/1") == 0;
}

/* Every shipped document is read without a word, and the checker finds no error in it. */
static void
test_shipped (gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, NULL, &error);
  g_autoptr (GObject) document = NULL;

  g_assert_no_error (error);
  if (is_read_elsewhere (text))
    return;
  document = read_by_format (text, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  all = find_all (text);
  for (guint i = 0; i < all->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (all, i);

      if (finding->tag->severity == SDM_SEVERITY_ERROR)
        g_error ("%s: %s", finding->tag->name, finding->detail);
    }
  g_assert_finalize_object (g_steal_pointer (&document));
}

static void
add_tests (const char   *prefix,
           const char   *folder,
           GPtrArray    *paths,
           GTestDataFunc run)
{
  g_autofree char *place = documents_find (folder);
  guint            first = paths->len;

  collect (place, paths);
  g_assert_cmpuint (paths->len, >, first);
  for (guint i = first; i < paths->len; i++)
    {
      const char      *path = g_ptr_array_index (paths, i);
      g_autofree char *test_path = g_strconcat (prefix, path + strlen (place), NULL);

      g_test_add_data_func (test_path, path, run);
    }
}

/* The schemas lie beside the aids; they are no documents. */
static void
add_shipped (GPtrArray *paths)
{
  g_autofree char *place = documents_find ("decision-aids");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  collect (place, all);
  for (guint i = 0; i < all->len; i++)
    {
      const char      *path = g_ptr_array_index (all, i);
      g_autofree char *test_path = g_strconcat ("/core/findings/shipped", path + strlen (place), NULL);

      if (strstr (path, "/schema/") != NULL)
        continue;
      g_ptr_array_add (paths, g_strdup (path));
      g_test_add_data_func (test_path, g_ptr_array_index (paths, paths->len - 1), test_shipped);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) bad = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) good = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_folders); i++)
    add_tests ("/core/findings/bad", bad_folders[i], bad, test_findings);
  add_tests ("/core/findings/made-up", "tests/data/aids", good, test_shipped);
  add_shipped (good);
  g_test_add_data_func ("/core/findings/every-tag", bad, test_every_tag);

  return g_test_run ();
}
