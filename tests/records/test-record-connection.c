/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

static SdmRecordFile *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SdmRecordFile *file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);

  g_assert_no_error (error);
  return file;
}

/* The first column of the first row as text, or what went wrong. */
static char *
ask (SdmRecordFile *file,
     const char    *sql)
{
  sqlite3_stmt *statement = NULL;
  char         *answer;

  if (sqlite3_prepare_v2 (file->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else
    answer = g_strdup (sqlite3_errmsg (file->db));
  sqlite3_finalize (statement);

  return answer;
}

/* What the record standard asks for, written down a second time. */

typedef struct
{
  const char *pragma;
  const char *value;
} PragmaCase;

static const PragmaCase pragma_cases[] = {
  { "locking_mode", "exclusive" },
  { "journal_mode", "wal" },
  { "synchronous", "3" },
  { "foreign_keys", "1" },
  { "cell_size_check", "1" },
  { "mmap_size", "0" },
  { "temp_store", "2" },
  { "secure_delete", "1" },
  { "journal_size_limit", "4194304" },
  { "busy_timeout", "5000" },
  { "application_id", "1163284040" }, /* "EVNH" */
  { "user_version", "6" },
};

static void
test_pragma (Fixture      *fixture,
             gconstpointer data)
{
  const PragmaCase *c = data;
  g_autofree char  *sql = g_strconcat ("PRAGMA ", c->pragma, NULL);

  /* The file just made, and the same opened again. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SdmRecordFile) file = open_file (fixture);
      g_autofree char *answer = ask (file, sql);

      g_assert_cmpstr (answer, ==, c->value);
    }
}

typedef struct
{
  const char *name;
  int         option;
  int         value;
} SwitchCase;

static const SwitchCase switch_cases[] = {
  { "defensive", SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { "trusted-schema", SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { "load-extension", SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { "view", SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { "dqs-dml", SQLITE_DBCONFIG_DQS_DML, 0 },
  { "dqs-ddl", SQLITE_DBCONFIG_DQS_DDL, 0 },
};

static void
test_switch (Fixture      *fixture,
             gconstpointer data)
{
  const SwitchCase *c = data;
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  int value = -1;

  g_assert_cmpint (sqlite3_db_config (file->db, c->option, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, c->value);
}

static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);

  g_assert_cmpint (sqlite3_limit (file->db, SQLITE_LIMIT_LENGTH, -1), ==, 64 * 1024 * 1024);
  g_assert_cmpint (sqlite3_limit (file->db, SQLITE_LIMIT_ATTACHED, -1), ==, 0);
  g_assert_cmpint (sqlite3_limit (file->db, SQLITE_LIMIT_VDBE_OP, -1), ==, 25000);
}

static void
test_tables_are_strict (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autofree char *strict = ask (file, "SELECT count (*) FROM pragma_table_list WHERE strict AND schema = 'main'");
  g_autofree char *loose = ask (file, "SELECT group_concat (name) FROM pragma_table_list WHERE NOT strict AND"
                                      " schema = 'main' AND name NOT LIKE 'sqlite%'");

  g_assert_cmpstr (strict, ==, "15");
  g_assert_null (loose);
}

/* What nobody may do, whatever a later mistake in the program tries. */

#define ID    "x'01a20d11cc8070008000000000000000'"
#define OTHER "x'01a20d11cc8070008000000000000001'"
#define HEAD  "x'4556503100'"

typedef struct
{
  const char *name;
  const char *sql;
  const char *answer;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "update-audit", "UPDATE audit SET mac = zeroblob (32)", "an audit event is never changed" },
  { "delete-audit", "DELETE FROM audit", "an audit event is never deleted" },
  { "replace-audit", "INSERT OR REPLACE INTO audit VALUES (1, zeroblob (300), zeroblob (32), NULL, NULL)", "an audit event is never replaced" },
  { "update-version", "UPDATE version SET body = x'00'", "a finished version is never changed" },
  { "update-version-number", "UPDATE version SET number = 2", "a finished version is never changed" },
  { "delete-version", "DELETE FROM version", "a finished version is never deleted" },
  { "replace-version", "INSERT OR REPLACE INTO version VALUES (" ID ", 1, " HEAD ", " HEAD ")",
    "a finished version is never replaced" },
  { "skip-version", "INSERT INTO version VALUES (" ID ", 3, " HEAD ", " HEAD ")",
    "a finished version is never replaced" },
  { "delete-consultation", "DELETE FROM consultation", "FOREIGN KEY constraint failed" },
  { "update-aid", "UPDATE aid SET body = x'00'", "an aid that was shown is never changed" },
  { "draft-of-nothing", "INSERT INTO draft VALUES (" OTHER ", " HEAD ", " HEAD ")", "FOREIGN KEY constraint failed" },
  { "day-as-text", "INSERT INTO consultation (id, day) VALUES (" OTHER ", 'today')",
    "cannot store TEXT value in INTEGER column consultation.day" },
  { "day-before-1970", "INSERT INTO consultation (id, day) VALUES (" OTHER ", -1)", "CHECK constraint failed: day >= 0" },
  { "short-id", "INSERT INTO consultation (id, day) VALUES (x'00', 1)", "CHECK constraint failed: length (id) = 16" },
  { "text-id", "INSERT INTO consultation (id, day) VALUES ('0123456789012345', 1)",
    "cannot store TEXT value in BLOB column consultation.id" },
  { "empty-body", "INSERT INTO draft VALUES (" ID ", " HEAD ", x'')", "CHECK constraint failed: length (body) > 4" },
  { "second-store", "INSERT INTO store VALUES (2, " ID ", 'practice', 0)", "CHECK constraint failed: one = 1" },
  { "other-store", "UPDATE store SET kind = 'other'", "CHECK constraint failed: kind IN ('practice', 'real')" },
  { "short-index", "INSERT INTO aid VALUES (x'00', " HEAD ")", "CHECK constraint failed: length (aid_index) = 16" },
  { "double-quoted-text", "SELECT \"word\"", "no such column: word" },
  { "attach", "ATTACH ':memory:' AS other", "too many attached databases - max 0" },
  { "schema", "UPDATE sqlite_schema SET sql = ''", "table sqlite_master may not be modified" },
};

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  char *message = NULL;

  g_assert_cmpint (sqlite3_exec (file->db,
                                 "BEGIN IMMEDIATE;"
                                 "INSERT INTO consultation (id, day) VALUES (" ID ", 20000);"
                                 "INSERT INTO version VALUES (" ID ", 1, " HEAD ", " HEAD ");"
                                 "INSERT INTO aid VALUES (zeroblob (16), " HEAD ");"
                                 "COMMIT;",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);

  g_assert_cmpint (sqlite3_exec (file->db, c->sql, NULL, NULL, &message), !=, SQLITE_OK);
  g_assert_cmpstr (message, ==, c->answer);
  sqlite3_free (message);
}

static void
test_copy_needs_one_attached (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autofree char *path = fixture_dup_path (fixture, "copy.db");
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", path);

  g_assert_cmpint (sqlite3_exec (file->db, sql, NULL, NULL, NULL), !=, SQLITE_OK);
  sqlite3_limit (file->db, SQLITE_LIMIT_ATTACHED, 1);
  g_assert_cmpint (sqlite3_exec (file->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* The names of people are in no page as a column of their own, and no index shows them. */
static void
test_only_these_columns_are_bare (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autofree char *columns =
      ask (file, "SELECT group_concat (name, ' ') FROM (SELECT l.name || '.' || i.name AS name"
                 " FROM pragma_table_list AS l, pragma_table_info (l.name) AS i"
                 " WHERE l.schema = 'main' AND l.strict AND i.name NOT IN ('head', 'body', 'event', 'proof') ORDER BY 1)");

  g_assert_cmpstr (columns, ==,
                   "after_visit.id after_visit.number aid.aid_index attempt.failures attempt.last_us attempt.one audit.mac audit.patient_index audit.record_index audit.seq"
                   " clinician.id clinician.mark consultation.aid_index consultation.clinician_id consultation.day consultation.id"
                   " consultation.patient_id draft.consultation_id epoch.created_us epoch.number"
                   " key_wrap.box key_wrap.epoch key_wrap.memory_kib key_wrap.owner key_wrap.passes key_wrap.salt"
                   " key_wrap.version patient.id patient.nhs_index patient.person_index patient.version practice.id"
                   " recovery.confirmed_us recovery.one review.consultation_id review.day_index store.created_us store.id store.kind store.one"
                   " version.consultation_id version.number");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pragma_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/connection/pragma/", pragma_cases[i].pragma, NULL);

      g_test_add (path, Fixture, &pragma_cases[i], fixture_set_up, test_pragma, fixture_tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (switch_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/connection/switch/", switch_cases[i].name, NULL);

      g_test_add (path, Fixture, &switch_cases[i], fixture_set_up, test_switch, fixture_tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/connection/refused/", refused_cases[i].name, NULL);

      g_test_add (path, Fixture, &refused_cases[i], fixture_set_up, test_refused, fixture_tear_down);
    }
  fixture_add ("/records/connection/limits", test_limits);
  fixture_add ("/records/connection/tables-are-strict", test_tables_are_strict);
  fixture_add ("/records/connection/copy-needs-one-attached", test_copy_needs_one_attached);
  fixture_add ("/records/connection/only-these-columns-are-bare", test_only_these_columns_are_bare);

  return g_test_run ();
}
