/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <glib/gstdio.h>

#define LONGEST_WAIT_SECONDS 60

void
remove_folder (const char *folder)
{
  GDir       *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("evenhand-records-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = sdm_record_store_new (fixture->folder);
}

void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  /* A call that nobody waited for may still hold the store for a moment. */
  const gint64 limit = g_get_monotonic_time () + LONGEST_WAIT_SECONDS * G_TIME_SPAN_SECOND;

  fixture_close (fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->store), (gpointer *) &fixture->store);
  g_object_unref (fixture->store);
  while (g_atomic_pointer_get (&fixture->store) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
    }
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

char *
fixture_dup_path (Fixture    *fixture,
                  const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* The one word that a file which nobody has open answers; NULL for none. */
char *
fixture_ask (Fixture    *fixture,
             const char *name,
             const char *sql)
{
  g_autofree char *path = fixture_dup_path (fixture, name);
  sqlite3         *db = NULL;
  sqlite3_stmt    *statement = NULL;
  char            *answer = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return answer;
}

/* Changes the records of patients, as somebody who has the file. */
void
fixture_change (Fixture    *fixture,
                const char *sql)
{
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

GBytes *
fixture_read (Fixture    *fixture,
              const char *name)
{
  g_autofree char *path = fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, size);
}

void
fixture_copy_old (Fixture    *fixture,
                  const char *name,
                  const char *as)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "stores", name, NULL);
  g_autofree char *to = fixture_dup_path (fixture, as);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (from, &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, contents, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_open (fixture->store, &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (fixture->store, &error);
  g_assert_no_error (error);
}

void
set_text (char      **field,
          const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Number 0 is the oldest. The ids are the same in each run. */
SdmRecordHead *
make_head (guint       number,
           const char *patient)
{
  g_autofree char *id = g_strdup_printf ("01a20d11-cc80-7000-8000-%012x", number);
  SdmRecordHead   *head = sdm_record_head_new (id, "practice", "in-progress");

  head->patient = g_strdup (patient);
  head->step = g_strdup ("weigh");
  head->created = G_GINT64_CONSTANT (1790000000000000) + number;
  head->changed = head->created + 10 * G_TIME_SPAN_MINUTE;

  return head;
}

GBytes *
make_body (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

void
assert_body (GBytes     *body,
             const char *text)
{
  g_assert_nonnull (body);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), text, strlen (text));
}

/* The names in the list of drafts, in order, with spaces between. */
void
assert_listed (SdmRecordStore *store,
               const char     *patients)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = sdm_record_store_list_drafts (store, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (heads, i);

      if (i > 0)
        g_string_append_c (names, ' ');
      g_string_append (names, head->patient != NULL ? head->patient : head->status);
    }
  g_assert_cmpstr (names->str, ==, patients);
}

void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

static gboolean
too_long_cb (gpointer user_data)
{
  g_error ("Nothing came back in time");
  return G_SOURCE_REMOVE;
}

GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  const guint limit = g_timeout_add_seconds (LONGEST_WAIT_SECONDS, too_long_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);

  return *result;
}

/* Where EVENHAND_WHOLE_COUNTS is set, as ./dev fuzz does, all that the standards ask for is tried. */
static gboolean
is_whole_count (void)
{
  return g_getenv ("EVENHAND_WHOLE_COUNTS") != NULL;
}

/* Where all is slow, as under the sanitizers, EVENHAND_SAMPLE=N takes an Nth of what is usual. */
static guint
get_sample (void)
{
  const char *text = g_getenv ("EVENHAND_SAMPLE");
  guint64     number = 1;

  if (text != NULL)
    g_assert_true (g_ascii_string_to_unsigned (text, 10, 1, 1000, &number, NULL));

  return (guint) number;
}

/* How often to try what is made at random: a tenth of the whole count, but where that is asked for. */
guint
fixture_get_loops (guint whole)
{
  return is_whole_count () ? whole : MAX (whole / 10 / get_sample (), 1);
}

/* From one to the next of what is tried in turn; the whole count tries each. */
guint
fixture_get_stride (guint usual)
{
  return is_whole_count () ? 1 : usual * get_sample ();
}
