/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "sdm-record-folder-private.h"

#define OURS                                                            \
  {                                                                     \
    1, NULL, "/org/evenhand/Evenhand/sql/001-practice.sql"              \
  },                                                                    \
      { 2, NULL, "/org/evenhand/Evenhand/sql/002-sealed.sql" },         \
      { 3, NULL, "/org/evenhand/Evenhand/sql/003-patients.sql" },       \
      { 4, NULL, "/org/evenhand/Evenhand/sql/004-audit-index.sql" },    \
      { 5, NULL, "/org/evenhand/Evenhand/sql/005-practice-talks.sql" }, \
  {                                                                     \
    6, NULL, "/org/evenhand/Evenhand/sql/006-after-visit.sql"           \
  }

static const SdmRecordStep good_steps[] = {
  OURS,
  { 7, "CREATE TABLE extra (a INTEGER NOT NULL) STRICT; INSERT INTO extra VALUES (2); PRAGMA user_version = 7;", NULL },
  { 8, "INSERT INTO extra VALUES (3); PRAGMA user_version = 8;", NULL },
};

/* Fails when half of it is done. */
static const SdmRecordStep broken_steps[] = {
  OURS,
  { 7, "CREATE TABLE extra (a INTEGER NOT NULL) STRICT; INSERT INTO extra VALUES (2);"
       " DELETE FROM draft; INSERT INTO extra VALUES ('no number'); PRAGMA user_version = 7;",
    NULL },
};

/* The first of two is sound. */
static const SdmRecordStep half_broken_steps[] = {
  OURS,
  { 7, "CREATE TABLE extra (a INTEGER NOT NULL) STRICT; PRAGMA user_version = 7;", NULL },
  { 8, "DELETE FROM draft; INSERT INTO extra VALUES (NULL); PRAGMA user_version = 8;", NULL },
};

static const SdmRecordSteps good = { good_steps, G_N_ELEMENTS (good_steps) };
static const SdmRecordSteps first_seven = { good_steps, 7 };
static const SdmRecordSteps broken = { broken_steps, G_N_ELEMENTS (broken_steps) };
static const SdmRecordSteps half_broken = { half_broken_steps, G_N_ELEMENTS (half_broken_steps) };

static void
fill (Fixture *fixture)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body ("what Alan said");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  sdm_record_store_save_draft (fixture->store, head, body, &error);
  g_assert_no_error (error);
  fixture_close (fixture);
}

static void
assert_words_kept (Fixture *fixture)
{
  g_autoptr (SdmRecordHead) head = make_head (0, NULL);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_load (fixture->store, head->id, NULL, &body, &error);
  g_assert_no_error (error);
  assert_body (body, "what Alan said");
}

/* The shape of a file that nobody has open. */
static gint64
get_shape (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = sdm_record_connection_open (path, SQLITE_OPEN_READONLY, &error);
  gint64 version = 0;

  g_assert_no_error (error);
  sdm_record_connection_get_number (db, "PRAGMA user_version", &version, &error);
  g_assert_no_error (error);
  sdm_record_connection_check (db, FALSE, &error);
  g_assert_no_error (error);
  return version;
}

static gint64
count_drafts (Fixture    *fixture,
              const char *name)
{
  g_autofree char *path = fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = sdm_record_connection_open (path, SQLITE_OPEN_READONLY, &error);
  gint64 number = 0;

  g_assert_no_error (error);
  sdm_record_connection_get_number (db, "SELECT count (*) FROM draft", &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
assert_absent (Fixture    *fixture,
               const char *name)
{
  g_autofree char *path = fixture_dup_path (fixture, name);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_upgrade (Fixture      *fixture,
              gconstpointer data)
{
  fill (fixture);
  assert_absent (fixture, "practice-shape-6-copy-1.db"); /* none is made for nothing */

  sdm_record_store_set_steps (fixture->store, &good);
  fixture_open (fixture);
  assert_words_kept (fixture);
  fixture_close (fixture);
  g_assert_cmpint (get_shape (fixture, "practice.db"), ==, 8);

  g_assert_cmpint (get_shape (fixture, "practice-shape-6-copy-1.db"), ==, 6);
  g_assert_cmpint (count_drafts (fixture, "practice-shape-6-copy-1.db"), ==, 1);
  assert_absent (fixture, "practice-shape-6-copy-2.db");
  assert_absent (fixture, "practice-shape-6-copy-1.db.partial");

  /* And once done it is not done again. */
  fixture_open (fixture);
  assert_words_kept (fixture);
  fixture_close (fixture);
  assert_absent (fixture, "practice-shape-8-copy-1.db");
}

static void
test_new_file_needs_no_copy (Fixture      *fixture,
                             gconstpointer data)
{
  sdm_record_store_set_steps (fixture->store, &good);
  fill (fixture);
  g_assert_cmpint (get_shape (fixture, "practice.db"), ==, 8);
  assert_absent (fixture, "practice-shape-6-copy-1.db");
}

static void
test_copy_is_private (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice-shape-6-copy-1.db");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  fill (fixture);
  sdm_record_store_set_steps (fixture->store, &good);
  fixture_open (fixture);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_UNIX_MODE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_assert_cmpuint (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 0777, ==, 0600);
}

static void
test_older_program_refuses (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  sdm_record_store_set_steps (fixture->store, &good);
  fixture_open (fixture);
  fixture_close (fixture);

  sdm_record_store_set_steps (fixture->store, &first_seven);
  g_assert_false (sdm_record_store_open (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER);
  g_assert_cmpint (get_shape (fixture, "practice.db"), ==, 8);
}

static void
test_broken_step_leaves_the_old (Fixture      *fixture,
                                 gconstpointer data)
{
  fill (fixture);

  /* However often it is tried. */
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_strdup_printf ("practice-shape-6-copy-%u.db", i);

      sdm_record_store_set_steps (fixture->store, &broken);
      g_assert_false (sdm_record_store_open (fixture->store, &error));
      g_assert_true (error->domain == SDM_RECORD_ERROR);
      g_assert_nonnull (strstr (error->message, "left as they were"));
      g_assert_cmpint (get_shape (fixture, "practice.db"), ==, 6);
      g_assert_cmpint (count_drafts (fixture, "practice.db"), ==, 1);
      g_assert_cmpint (count_drafts (fixture, copy), ==, 1);
    }

  sdm_record_store_set_steps (fixture->store, NULL);
  fixture_open (fixture);
  assert_words_kept (fixture);
}

static void
test_broken_later_step_keeps_the_first (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  sdm_record_store_set_steps (fixture->store, &half_broken);
  g_assert_false (sdm_record_store_open (fixture->store, &error));
  g_assert_true (error->domain == SDM_RECORD_ERROR);
  g_assert_cmpint (get_shape (fixture, "practice.db"), ==, 7);

  sdm_record_store_set_steps (fixture->store, &first_seven);
  fixture_open (fixture);
  assert_words_kept (fixture);
}

/* When no copy can be made, nothing is changed. */
static void
test_no_copy_no_upgrade (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *in_the_way = fixture_dup_path (fixture, "practice-shape-6-copy-1.db.partial");
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_cmpint (g_mkdir_with_parents (in_the_way, 0700), ==, 0);
  sdm_record_store_set_steps (fixture->store, &good);
  g_assert_false (sdm_record_store_open (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY);
  g_assert_cmpint (get_shape (fixture, "practice.db"), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/schema/upgrade", test_upgrade);
  fixture_add ("/records/schema/new-file-needs-no-copy", test_new_file_needs_no_copy);
  fixture_add ("/records/schema/copy-is-private", test_copy_is_private);
  fixture_add ("/records/schema/older-program-refuses", test_older_program_refuses);
  fixture_add ("/records/schema/broken-step-leaves-the-old", test_broken_step_leaves_the_old);
  fixture_add ("/records/schema/broken-later-step-keeps-the-first", test_broken_later_step_keeps_the_first);
  fixture_add ("/records/schema/no-copy-no-upgrade", test_no_copy_no_upgrade);

  return g_test_run ();
}
