/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-after-visit.h"
#include "sdm-record-audit-private.h"
#include "sdm-record-find.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-search-private.h"
#include "sdm-record-staff.h"

/* More than go into one step. */
#define N_DRAFTS   66
#define N_VERSIONS 66

#define AID "what the aid says"

/* Every sealed column, and the epoch that each tells. */
#define EPOCHS                                                                                               \
  "SELECT group_concat (DISTINCT hex (substr (sealed, 5, 4))) FROM (SELECT head AS sealed FROM draft"        \
  " UNION ALL SELECT body FROM draft UNION ALL SELECT head FROM version UNION ALL SELECT body FROM version"  \
  " UNION ALL SELECT body FROM aid UNION ALL SELECT body FROM clinician UNION ALL SELECT body FROM recovery" \
  " UNION ALL SELECT event FROM audit UNION ALL SELECT proof FROM epoch UNION ALL SELECT body FROM patient"  \
  " UNION ALL SELECT body FROM after_visit)"

static void
put_aid (SdmRecordStore *store)
{
  g_autoptr (GBytes) aid = make_body (AID);
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = sdm_record_store_put_aid (store, aid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sha256);
}

static void
assert_has_aid (SdmRecordStore *store)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, AID, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) aid = sdm_record_store_get_aid (store, sha256, &error);

  g_assert_no_error (error);
  assert_body (aid, AID);
}

/* What the last draft and the last version are found by. */
static void
set_indexed (SdmRecordHead *head,
             guint          number)
{
  if (number == N_DRAFTS)
    {
      set_text (&head->family_name, "Quill");
      set_text (&head->birth_date, "1943-03-14");
      set_text (&head->nhs_number, "9990000018");
      set_text (&head->aid_id, "umbrella");
    }
  if (number == 100 + N_VERSIONS)
    set_text (&head->reviews, "2027-02-03");
}

static void
assert_finds (SdmRecordStore    *store,
              SdmRecordQueryKind kind,
              const char        *text,
              const char        *birth_date,
              const char        *from,
              guint              number)
{
  g_autoptr (SdmRecordHead) expected = make_real_head (number);
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (kind, text);
  g_autoptr (SdmRecordFound) found = NULL;
  g_autoptr (GError) error = NULL;

  query->birth_date = g_strdup (birth_date);
  query->from = g_strdup (from);
  found = sdm_record_store_find (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->heads->len, ==, 1);
  g_assert_cmpstr (((SdmRecordHead *) g_ptr_array_index (found->heads, 0))->id, ==, expected->id);
}

/* Through the index as many as in the whole chain. */
static gboolean
look_at_events (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_NHS_NUMBER, "9990000018");
  g_autoptr (SdmRecordFound) found = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const SdmRecordPatient *patient;
  guint                   n_events = 0;

  query->limit = SDM_RECORD_QUERY_LIMIT;
  found = sdm_record_search (*file, query, error);
  patient = found != NULL ? g_ptr_array_index (found->patients, 0) : NULL;
  events = patient != NULL ? sdm_record_patient_events (*file, patient->id, error) : NULL;
  all = events != NULL ? sdm_record_audit_list (*file, NULL, error) : NULL;
  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    n_events += g_strcmp0 (((SdmRecordEvent *) g_ptr_array_index (all, i))->patient, patient->id) == 0;
  g_assert_cmpuint (events->len, ==, n_events);
  g_assert_cmpuint (events->len, >=, 3); /* saved, searched, and this */
  return TRUE;
}

static void
assert_finds_events (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_run (store, look_at_events, &error);
  g_assert_no_error (error);
}

static void
assert_finds_all (SdmRecordStore *store)
{
  assert_finds (store, SDM_RECORD_QUERY_NHS_NUMBER, "999 000 0018", NULL, NULL, N_DRAFTS);
  assert_finds (store, SDM_RECORD_QUERY_PERSON, "QUILL", "1943-03-14", NULL, N_DRAFTS);
  assert_finds (store, SDM_RECORD_QUERY_AID, "umbrella", NULL, NULL, N_DRAFTS);
  assert_finds (store, SDM_RECORD_QUERY_REVIEWS, NULL, NULL, "2027-02-03", 100 + N_VERSIONS);
  assert_finds_events (store);
}

/* Number 0 is the draft that is there already. */
static void
write_one (SdmRecordStore *store,
           guint           number,
           gboolean        finished)
{
  g_autoptr (SdmRecordHead) head = make_real_head (number);
  g_autofree char *text = g_strdup_printf ("what %u said", number);
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  set_indexed (head, number);
  if (!finished)
    {
      sdm_record_store_save_draft (store, head, body, &error);
    }
  else
    {
      g_free (head->status);
      head->status = g_strdup ("valid");
      sdm_record_store_finalise (store, head, body, &error);
    }
  g_assert_no_error (error);
}

static void
assert_one (SdmRecordStore *store,
            guint           number)
{
  g_autoptr (SdmRecordHead) head = make_real_head (number);
  g_autofree char *text = g_strdup_printf ("what %u said", number);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_load (store, head->id, NULL, &body, &error);
  g_assert_no_error (error);
  assert_body (body, text);
}

static void
assert_verified (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_verify (store, &error);
  g_assert_no_error (error);
}

static void
answer (SdmRecordStore *store)
{
  g_autoptr (GBytes) answers = make_body ("what somebody answered");
  g_autoptr (GError) error = NULL;

  sdm_record_store_add_after_visit (store, answers, &error);
  g_assert_no_error (error);
}

static void
assert_answered (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = sdm_record_store_list_after_visit (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  assert_body (g_ptr_array_index (all, 0), "what somebody answered");
}

/* Drafts 1 to 66, versions 101 to 166, an aid, an answer after a visit, and a second clinician. */
static SdmRecordStore *
new_full_store (Fixture           *fixture,
                SdmRecordRecovery *recovery)
{
  SdmRecordStore *store = new_store_in_use (fixture, recovery);

  enrol (store, OTHER, OTHER_TOO);
  put_aid (store);
  answer (store);
  for (guint i = 1; i <= N_DRAFTS; i++)
    write_one (store, i, FALSE);
  for (guint i = 1; i <= N_VERSIONS; i++)
    write_one (store, 100 + i, TRUE);
  return store;
}

static void
assert_all_there (SdmRecordStore *store)
{
  static const guint numbers[] = { 1, N_DRAFTS, 101, 100 + N_VERSIONS };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_one (store, numbers[i]);
  assert_has_aid (store);
  assert_answered (store);
  assert_finds_all (store);
  assert_verified (store); /* which opens all */
}

typedef struct
{
  Progress      seen;
  GCancellable *cancellable; /* nullable: cancelled at the third call */
} Rotation;

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  Rotation *rotation = user_data;

  note_progress (&rotation->seen, done, all);
  if (rotation->seen.n_calls == 3 && rotation->cancellable != NULL)
    g_cancellable_cancel (rotation->cancellable);
}

static void
test_rotate (Fixture      *fixture,
             gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  Rotation rotation = { { 0 } };
  g_autoptr (GError) error = NULL;

  sdm_record_store_rotate (store, NULL, progress_cb, &rotation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rotation.seen.n_calls, >, 5);
  g_assert_cmpint (rotation.seen.done, ==, rotation.seen.all);
  assert_rotating (store, FALSE);
  assert_told (store, "rotate (done) " NAME "; rotate (begun) " NAME "; ");
  assert_all_there (store);
  assert_epochs (fixture, store, EPOCHS, "02000000");

  /* All that knew how to get at the key before, and nobody had to be asked. */
  assert_signs_in (store);
  assert_all_there (store);
  sdm_record_store_close (store, NULL);
  sign_in (store, OTHER, OTHER_TOO, &error);
  g_assert_no_error (error);
  write_one (store, 99, FALSE);
  sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_all_there (store);
  assert_epochs (fixture, store, EPOCHS, "03000000");
  assert_signs_in (store);
  assert_all_there (store);
  sdm_record_store_close (store, NULL);
  sdm_record_store_take_access (store, sdm_record_access_new_for_code (recovery.code, NULL));
  sdm_record_store_open (store, &error);
  g_assert_no_error (error);
}

/* Each step leaves a store that holds, and can be worked with. */

static gboolean
begin (SdmRecordFile **file,
       SdmRecordJob   *job,
       GError        **error)
{
  return sdm_record_rotation_begin (*file, NULL, NULL, error);
}

static gboolean
step (SdmRecordFile **file,
      SdmRecordJob   *job,
      GError        **error)
{
  gint64 done;
  gint64 all;

  return sdm_record_rotation_step (*file, &done, &all, error);
}

static void
test_work_goes_on (Fixture      *fixture,
                   gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;
  gboolean is_rotating = TRUE;
  guint    n_steps = 0;

  g_assert_true (sdm_record_store_run (store, begin, &error));
  g_assert_no_error (error);
  while (is_rotating)
    {
      assert_one (store, N_DRAFTS);
      assert_one (store, 100 + N_VERSIONS);
      put_aid (store);
      assert_has_aid (store);
      assert_finds_all (store);
      write_one (store, 1 + n_steps, FALSE);
      write_one (store, 300 + n_steps, TRUE);
      assert_verified (store);
      if (n_steps < 9 && n_steps % 3 == 2) /* as after a crash: what only was in memory is gone */
        {
          sdm_record_store_close (store, NULL);
          assert_signs_in (store);
        }

      sdm_record_store_run (store, step, &error);
      g_assert_no_error (error);
      n_steps++;
      g_assert_true (sdm_record_store_is_rotating (store, &is_rotating, NULL));
    }

  g_assert_cmpuint (n_steps, >, 5);
  for (guint i = 0; i < n_steps; i++)
    assert_one (store, 300 + i);
  assert_all_there (store);
  assert_epochs (fixture, store, EPOCHS, "02000000");
  assert_signs_in (store);
  assert_all_there (store);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Rotation rotation = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_rotate (store, cancellable, progress_cb, &rotation, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (rotation.seen.n_calls, ==, 3);
  assert_rotating (store, TRUE);
  assert_all_there (store);
  assert_epochs (fixture, store, EPOCHS, "01000000,02000000");

  /* It goes on, and nothing is begun anew; somebody else may do that. */
  sign_in (store, OTHER, OTHER_TOO, &error);
  g_assert_no_error (error);
  assert_rotating (store, TRUE);
  sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_all_there (store);
  assert_epochs (fixture, store, EPOCHS, "02000000");

  /* One that is cancelled at once begins nothing. */
  assert_signs_in (store);
  g_assert_false (sdm_record_store_rotate (store, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_rotating (store, FALSE);
}

/* Leavers */

static char *
keep_wrap (Fixture *fixture)
{
  return fixture_ask (fixture, "records.db",
                      "SELECT printf ('INSERT INTO key_wrap VALUES (%s, %d, %d, %d, %d, %s, %s)', quote (owner), version, epoch,"
                      " passes, memory_kib, quote (salt), quote (box)) FROM key_wrap"
                      " WHERE passes > 0 ORDER BY owner DESC LIMIT 1");
}

static void
test_leaver (Fixture      *fixture,
             gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  g_autofree char *wrap = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  wrap = keep_wrap (fixture);
  assert_signs_in (store);
  sdm_record_store_dismiss (store, "tom MARSH", "has moved away", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_told (store, "rotate (done) " NAME "; rotate (begun) " NAME "; leaver (" OTHER ") " NAME "; ");
  assert_all_there (store);
  assert_epochs (fixture, store, EPOCHS, "02000000");
  assert_locked (store, OTHER, OTHER_TOO);
  assert_signs_in (store);
  sdm_record_store_close (store, NULL);

  /* Not with a wrap from a copy of the file before, either. */
  fixture_change (fixture, wrap);
  g_assert_false (sign_in (store, OTHER, OTHER_TOO, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* And no later key is wrapped for one. */
  fixture_change (fixture, "UPDATE key_wrap SET epoch = 2");
  assert_signs_in_changed (store);
  g_assert_false (sdm_record_store_rotate (store, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED);
  g_assert_nonnull (strstr (error->message, OTHER));
  g_clear_error (&error);
  assert_rotating (store, FALSE);
  assert_all_there (store);
  sdm_record_store_close (store, NULL);
  fixture_change (fixture, "DELETE FROM key_wrap WHERE version = 1 AND owner = (SELECT max (id) FROM clinician)");

  /* Who comes back is let in again. */
  assert_signs_in_changed (store);
  enrol (store, OTHER, "five words in a row");
  sdm_record_store_close (store, NULL);
  assert_locked (store, OTHER, OTHER_TOO);
  sign_in (store, OTHER, "five words in a row", &error);
  g_assert_no_error (error);
  assert_all_there (store);
}

typedef struct
{
  const char    *label;
  const char    *name;
  gboolean       alone;
  SdmRecordError code;
  const char    *words;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "nobody", "Dr Somebody Else", FALSE, SDM_RECORD_ERROR_NOT_FOUND, "may sign in" },
  { "oneself", NAME, FALSE, SDM_RECORD_ERROR_INVALID, "is who is signed in" },
  { "the-last", NAME, TRUE, SDM_RECORD_ERROR_INVALID, "is the last" },
};

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const RefusedCase *c = data;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  if (!c->alone)
    enrol (store, OTHER, OTHER_TOO);
  g_assert_false (sdm_record_store_dismiss (store, c->name, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, c->words));
  assert_rotating (store, FALSE);
  assert_epochs (fixture, store, EPOCHS, "01000000");
  assert_signs_in (store);
}

/* What was changed is not made good */

/* What no trigger lets through; with a body, that is $1 and the id $2. */
static gboolean
change_one_row (SdmRecordFile *file,
                const char    *sql,
                GBytes        *body, /* nullable */
                const guint8  *id,
                GError       **error)
{
  gboolean good;

  sqlite3_db_config (file->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  good = sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, sql, body != NULL ? "bb" : "",
                                    body != NULL ? g_bytes_get_data (body, NULL) : NULL,
                                    body != NULL ? g_bytes_get_size (body) : 0, id, (gsize) SDM_RECORD_ID_SIZE);
  g_assert_cmpint (sqlite3_changes (file->db), ==, 1);
  sqlite3_db_config (file->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  return good;
}

static gboolean
exchange_version (SdmRecordFile **file,
                  SdmRecordJob   *job,
                  GError        **error)
{
  g_autoptr (SdmRecordHead) head = make_real_head (101);
  g_autoptr (GBytes) plain = make_body ("what somebody else wrote");
  g_autoptr (GBytes) sealed = NULL;
  SdmRecordPlace place;
  guint8         id[SDM_RECORD_ID_SIZE];

  g_assert_true (sdm_record_id_parse (head->id, id));
  place = sdm_record_file_make_place (*file, "version.body", id, 1);
  sealed = sdm_record_seal ((*file)->keys, &place, plain);
  return change_one_row (*file, "UPDATE version SET body = $1 WHERE consultation_id = $2", sealed, id, error);
}

static void
test_exchanged_version_is_found_after (Fixture      *fixture,
                                       gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_run (store, exchange_version, &error));
  sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sdm_record_store_verify (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  assert_epochs (fixture, store, EPOCHS, "02000000");
}

static gboolean
cut_chain (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  return change_one_row (*file, "UPDATE audit SET event = (SELECT event FROM audit WHERE seq = 80) WHERE seq = 81", NULL, NULL, error);
}

static void
test_changed_chain_is_not_made_good (Fixture      *fixture,
                                     gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_run (store, cut_chain, &error));
  g_assert_false (sdm_record_store_rotate (store, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  assert_rotating (store, TRUE);
  assert_one (store, 1);
}

/* Each event keeps the mac that a letter may show. */

static GHashTable *macs; /* of seq, as it was first */

static gboolean
note_macs (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 ((*file)->db, "SELECT seq, lower (hex (mac)) FROM audit", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_insert (macs, GINT_TO_POINTER (sqlite3_column_int (statement, 0)),
                         g_strdup ((const char *) sqlite3_column_text (statement, 1)));
  sqlite3_finalize (statement);
  return TRUE;
}

static gboolean
compare_macs (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);

  for (guint i = 0; i < g_hash_table_size (macs); i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i);

      g_assert_cmpstr (event->mac, ==, g_hash_table_lookup (macs, GINT_TO_POINTER ((int) event->seq)));
    }

  return TRUE;
}

static void
test_first_macs_are_kept (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_full_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  macs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_assert_true (sdm_record_store_run (store, note_macs, &error));
  for (guint i = 0; i < 2; i++)
    {
      sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (sdm_record_store_run (store, compare_macs, &error));
    }
  g_assert_cmpuint (g_hash_table_size (macs), >, 2 * SDM_RECORD_ROTATION_ROWS);
  g_clear_pointer (&macs, g_hash_table_unref);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/rotation/rotate", test_rotate);
  fixture_add ("/records/rotation/work-goes-on", test_work_goes_on);
  fixture_add ("/records/rotation/cancel", test_cancel);
  fixture_add ("/records/rotation/leaver", test_leaver);
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/records/rotation/refused/", refused_cases[i].label, NULL);

      g_test_add (name, Fixture, &refused_cases[i], fixture_set_up, test_refused, fixture_tear_down);
    }
  fixture_add ("/records/rotation/exchanged-version-is-found-after", test_exchanged_version_is_found_after);
  fixture_add ("/records/rotation/changed-chain-is-not-made-good", test_changed_chain_is_not_made_good);
  fixture_add ("/records/rotation/first-macs-are-kept", test_first_macs_are_kept);

  return g_test_run ();
}
