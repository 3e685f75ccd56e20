/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sdm-consultation.h"
#include "sdm-record-heading.h"
#include "sdm-record-seal-private.h"

/* Words that stand nowhere but in a document. */
#define MARKER "Quillfeather"

static void
assert_words (Fixture    *fixture,
              guint       number,
              const char *words)
{
  g_autoptr (SdmRecordHead) expected = make_head (number, NULL);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_load (fixture->store, expected->id, NULL, &body, &error);
  g_assert_no_error (error);
  assert_body (body, words);
}

static void
assert_refused (Fixture       *fixture,
                SdmRecordError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_open (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, (int) code);
}

static void
save (Fixture    *fixture,
      guint       number,
      const char *patient,
      const char *text)
{
  g_autoptr (SdmRecordHead) head = make_head (number, patient);
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  sdm_record_store_save_draft (fixture->store, head, body, &error);
  g_assert_no_error (error);
}

/* Bringing an older file up to date */

/* Three drafts, one of them damaged, and a finished consultation with its aid. */
static void
test_nothing_lost (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (SdmRecordHead) damaged = make_head (2, NULL);
  g_autoptr (SdmRecordHead) finished = make_head (3, NULL);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) aid = NULL;
  g_autoptr (GError) error = NULL;

  fixture_copy_old (fixture, "practice-shape-1.db", "practice.db");
  fixture_open (fixture);
  assert_listed (fixture->store, "Cyril Bea Alan");
  assert_words (fixture, 0, "what Alan said");
  assert_words (fixture, 1, "what Bea said");
  assert_words (fixture, 3, "what Dora said");
  g_assert_false (sdm_record_store_load (fixture->store, damaged->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  g_clear_error (&error);

  sdm_record_store_load (fixture->store, finished->id, &head, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (head->version, ==, 1);
  g_assert_cmpstr (head->status, ==, "valid");
  aid = sdm_record_store_get_aid (fixture->store, head->aid_sha256, &error);
  g_assert_no_error (error);
  assert_body (aid, "{\"an\": \"aid\"}");

  /* And it goes on being a file that can be written. */
  save (fixture, 0, "Alan", "what Alan said next");
  fixture_close (fixture);
  fixture_open (fixture);
  assert_words (fixture, 0, "what Alan said next");
}

/* The bytes of the damaged one are those that were there. */
static void
test_damaged_stays (Fixture      *fixture,
                    gconstpointer data)
{
  static const char sql[] = "SELECT hex (body) FROM draft WHERE substr (consultation_id, 16) = x'02'";
  g_autofree char  *old = NULL;
  g_autofree char *new = NULL;

  fixture_copy_old (fixture, "practice-shape-1.db", "practice.db");
  old = fixture_ask (fixture, "practice.db", sql);
  fixture_open (fixture);
  fixture_close (fixture);
  new = fixture_ask (fixture, "practice.db", sql);
  g_assert_cmpstr (new, ==, old);
}

static void
test_copy_first (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *shape = NULL;
  g_autofree char *drafts = NULL;

  fixture_copy_old (fixture, "practice-shape-1.db", "practice.db");
  fixture_open (fixture);
  shape = fixture_ask (fixture, "practice-shape-1-copy-1.db", "PRAGMA user_version");
  drafts = fixture_ask (fixture, "practice-shape-1-copy-1.db", "SELECT count (*) FROM draft");
  g_assert_cmpstr (shape, ==, "1");
  g_assert_cmpstr (drafts, ==, "3");
}

/* The columns of every table, in order. */
#define SHAPE "SELECT group_concat (t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk, ';')" \
              " FROM (SELECT name FROM pragma_table_list WHERE schema = 'main' ORDER BY name) AS t"                        \
              " JOIN pragma_table_info (t.name) AS c"
#define PARTS "SELECT group_concat (type || ' ' || name, ';') FROM (SELECT * FROM sqlite_schema ORDER BY type, name)"

/* A file that was brought here has the shape of one that was made here. */
static void
test_same_shape (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *db = fixture_dup_path (fixture, "practice.db");
  g_autofree char *key = fixture_dup_path (fixture, "practice.key");
  g_autofree char *old_shape = NULL;
  g_autofree char *new_shape = NULL;
  g_autofree char *old_parts = NULL;
  g_autofree char *new_parts = NULL;

  fixture_copy_old (fixture, "practice-shape-1.db", "practice.db");
  fixture_open (fixture);
  fixture_close (fixture);
  old_shape = fixture_ask (fixture, "practice.db", SHAPE);
  old_parts = fixture_ask (fixture, "practice.db", PARTS);
  g_assert_cmpint (g_unlink (db), ==, 0);
  g_assert_cmpint (g_unlink (key), ==, 0);
  fixture_open (fixture);
  fixture_close (fixture);
  new_shape = fixture_ask (fixture, "practice.db", SHAPE);
  new_parts = fixture_ask (fixture, "practice.db", PARTS);
  g_assert_cmpstr (old_shape, ==, new_shape);
  g_assert_cmpstr (old_parts, ==, new_parts);
}

/* A key that was made before the power went is used when it is tried again. */
static void
test_key_of_an_earlier_try (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *db = fixture_dup_path (fixture, "practice.db");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  fixture_open (fixture);
  fixture_close (fixture);
  before = fixture_read (fixture, "practice.key");
  g_assert_cmpint (g_unlink (db), ==, 0);
  fixture_copy_old (fixture, "practice-shape-1.db", "practice.db");
  fixture_open (fixture);
  assert_words (fixture, 0, "what Alan said");
  after = fixture_read (fixture, "practice.key");
  g_assert_true (g_bytes_equal (before, after));
}

/* The key beside the file */

static void
test_key_is_private (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.key");
  GStatBuf         found;

  fixture_open (fixture);
  g_assert_cmpint (g_stat (path, &found), ==, 0);
  g_assert_cmpuint (found.st_mode & 0777, ==, 0600);
  g_assert_cmpint (found.st_size, ==, 56);
}

typedef struct
{
  const char *name;
  gssize      change; /* the byte to change, -1 to cut the last, -2 to take the file away */
} KeyCase;

static const KeyCase key_cases[] = {
  { "missing", -2 },
  { "cut-short", -1 },
  { "magic", 0 },
  { "epoch", 4 },
  { "key", 20 },
  { "hash", 55 },
};

/* Nothing is made anew and nothing is changed: the right key may come back. */
static void
test_wrong_key_file (Fixture      *fixture,
                     gconstpointer data)
{
  const KeyCase   *c = data;
  g_autofree char *path = fixture_dup_path (fixture, "practice.key");
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *changed = NULL;
  gsize            size;

  fixture_open (fixture);
  save (fixture, 0, "Alan", "what Alan said");
  fixture_close (fixture);
  key = fixture_read (fixture, "practice.key");
  before = fixture_read (fixture, "practice.db");
  changed = g_memdup2 (g_bytes_get_data (key, &size), g_bytes_get_size (key));
  if (c->change >= 0)
    changed[c->change] ^= 1;
  g_assert_cmpint (g_unlink (path), ==, 0);
  if (c->change != -2)
    g_assert_true (g_file_set_contents (path, changed, (gssize) size - (c->change == -1), NULL));

  assert_refused (fixture, SDM_RECORD_ERROR_NO_KEY);
  after = fixture_read (fixture, "practice.db");
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, c->change != -2);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (key, NULL), (gssize) size, NULL));
  fixture_open (fixture);
  assert_words (fixture, 0, "what Alan said");
}

static void
test_key_of_another_file (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.key");
  Fixture          other = { NULL };
  g_autoptr (GBytes) key = NULL;

  fixture_set_up (&other, NULL);
  fixture_open (&other);
  key = fixture_read (&other, "practice.key");
  fixture_tear_down (&other, NULL);

  fixture_open (fixture);
  fixture_close (fixture);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (key, NULL), (gssize) g_bytes_get_size (key), NULL));
  assert_refused (fixture, SDM_RECORD_ERROR_NO_KEY);
}

/* What can be seen without the key */

static gboolean
holds (GBytes     *bytes,
       const char *words)
{
  const gsize length = strlen (words);
  gsize       size;
  const char *contents = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (contents + i, words, length) == 0)
      return TRUE;

  return FALSE;
}

static void
assert_nowhere (Fixture    *fixture,
                const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint       n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GBytes) bytes = fixture_read (fixture, name);

      g_assert_false (holds (bytes, words));
      n_files++;
    }
  g_assert_cmpuint (n_files, >=, 3);
}

static void
test_no_word_in_the_files (Fixture      *fixture,
                           gconstpointer data)
{
  static const char *const words[] = { MARKER, "statins-primary", "weigh", "valid", "marked-aid" };
  g_autoptr (SdmRecordHead) head = make_head (1, "Mrs " MARKER);
  g_autoptr (GBytes) body = make_body ("said " MARKER);
  g_autoptr (GBytes) aid = make_body ("{\"id\": \"marked-aid\"}");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  save (fixture, 0, "Mr " MARKER, "{\"words\": \"" MARKER "\"}");
  set_text (&head->status, "valid");
  head->aid_id = g_strdup ("statins-primary-prevention");
  head->aid_sha256 = sdm_record_store_put_aid (fixture->store, aid, &error);
  g_assert_no_error (error);
  sdm_record_store_finalise (fixture->store, head, body, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    assert_nowhere (fixture, words[i]); /* the journal is there too */
  assert_nowhere (fixture, head->aid_sha256);
  fixture_close (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    assert_nowhere (fixture, words[i]);
}

/* Sizes tell no more than the block. */
static void
test_sizes (Fixture      *fixture,
            gconstpointer data)
{
  static const char sql[] = "SELECT group_concat (length (body)) FROM draft";
  g_autofree char  *sizes = NULL;

  fixture_open (fixture);
  save (fixture, 0, "Alan", "yes");
  save (fixture, 1, "Bea", "no, and for this there are many reasons");
  fixture_close (fixture);
  sizes = fixture_ask (fixture, "practice.db", sql);
  g_assert_cmpstr (sizes, ==, "304,304");
}

/* Documents with anything in them that can be typed */

#define N_DOCUMENTS 1000 /* in a whole count */

static char *
make_any_text (GRand *rand)
{
  static const char *const letters[] = { "a", "Z", " ", "\n", "é", "ß", "Ω", "ع", "日", "\U0001f642", "\"", "\\", "/", "<", "&", "{", "%", "0", "\u00a0", "e\u0301" };
  GString                 *text = g_string_new ("x");

  for (gint32 i = g_rand_int_range (rand, 0, 400); i > 0; i--)
    g_string_append (text, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  g_string_append (text, "x");

  return g_string_free (text, FALSE);
}

static SdmConsultation *
make_any_document (GRand *rand)
{
  static const char *const names[] = { "half-typed.json", "just-started.json" };
  static const char *const paths[] = { "matters/concerns", "matters/expectations", "plan/why", "weigh/words", "people/why_now" };
  g_autofree char         *path = g_test_build_filename (G_TEST_DIST, "data", "consultations", names[g_rand_int_range (rand, 0, 2)], NULL);
  g_autofree char         *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SdmConsultation *consultation;
  gsize            size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), size);
  consultation = sdm_consultation_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *text = make_any_text (rand);

      sdm_consultation_set_text (consultation, paths[i], text, &error);
      g_assert_no_error (error);
    }

  return consultation;
}

static void
test_any_document (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261201);

  fixture_open (fixture);
  for (guint i = fixture_get_loops (N_DOCUMENTS); i > 0; i--)
    {
      g_autoptr (SdmConsultation) consultation = make_any_document (rand);
      g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (consultation);
      g_autoptr (GBytes) in = sdm_consultation_to_bytes (consultation);
      g_autoptr (GBytes) out = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (SdmConsultation) read = NULL;
      g_autoptr (GError) error = NULL;

      head->amends = 0; /* what the first of them amends is not kept here */
      sdm_record_store_save_draft (fixture->store, head, in, &error);
      g_assert_no_error (error);
      sdm_record_store_load (fixture->store, head->id, NULL, &out, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (in, out));

      read = sdm_consultation_new_from_bytes (out, "the record", &error);
      g_assert_no_error (error);
      again = sdm_consultation_to_bytes (read);
      g_assert_true (g_bytes_equal (in, again));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/sealed/nothing-lost", test_nothing_lost);
  fixture_add ("/records/sealed/damaged-stays", test_damaged_stays);
  fixture_add ("/records/sealed/copy-first", test_copy_first);
  fixture_add ("/records/sealed/same-shape", test_same_shape);
  fixture_add ("/records/sealed/key-of-an-earlier-try", test_key_of_an_earlier_try);
  fixture_add ("/records/sealed/key-is-private", test_key_is_private);
  for (gsize i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/sealed/wrong-key-file/", key_cases[i].name, NULL);

      g_test_add (path, Fixture, &key_cases[i], fixture_set_up, test_wrong_key_file, fixture_tear_down);
    }
  fixture_add ("/records/sealed/key-of-another-file", test_key_of_another_file);
  fixture_add ("/records/sealed/no-word-in-the-files", test_no_word_in_the_files);
  fixture_add ("/records/sealed/any-document", test_any_document);
  fixture_add ("/records/sealed/sizes", test_sizes);

  return g_test_run ();
}
