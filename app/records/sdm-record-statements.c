/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-file-private.h"

#include "sdm-record-error.h"

/* Every statement of daily work. Prepared once, when first wanted. */
static const char *const texts[] = {
  [SDM_RECORD_STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
  [SDM_RECORD_STATEMENT_COMMIT] = "COMMIT",
  [SDM_RECORD_STATEMENT_GET_PROOF] = "SELECT proof FROM epoch WHERE number = $1",
  [SDM_RECORD_STATEMENT_GET_RECOVERY] = "SELECT confirmed_us, body FROM recovery WHERE one = 1",
  [SDM_RECORD_STATEMENT_GET_CLINICIAN] = "SELECT body FROM clinician WHERE id = $1",
  [SDM_RECORD_STATEMENT_CLINICIAN_BY_MARK] =
      "SELECT id, body, coalesce ((SELECT version FROM key_wrap WHERE owner = id), 0) FROM clinician WHERE mark = $1",
  [SDM_RECORD_STATEMENT_WRAP_BY_OWNER] =
      "SELECT owner, version, epoch, passes, memory_kib, salt, box FROM key_wrap WHERE owner = $1",
  [SDM_RECORD_STATEMENT_WRAP_BY_MARK] =
      "SELECT owner, version, epoch, passes, memory_kib, salt, box FROM key_wrap"
      " WHERE owner = (SELECT id FROM clinician WHERE mark = $1)",

  [SDM_RECORD_STATEMENT_ALL_WRAPS] =
      "SELECT owner, version, epoch, passes, memory_kib, salt, box FROM key_wrap ORDER BY owner",
  [SDM_RECORD_STATEMENT_ALL_CLINICIANS] =
      "SELECT id, body FROM clinician WHERE id IN (SELECT owner FROM key_wrap) ORDER BY id",

  [SDM_RECORD_STATEMENT_ADD_EVENT] =
      "INSERT INTO audit (seq, event, mac, patient_index, record_index) VALUES ($1, $2, $3, $4, $5)",
  [SDM_RECORD_STATEMENT_EVENTS_FROM] =
      "SELECT seq, event, mac, patient_index, record_index FROM audit WHERE seq >= $1 ORDER BY seq",
  [SDM_RECORD_STATEMENT_EVENTS_OF_PATIENT] = "SELECT seq, event FROM audit WHERE patient_index = $1",
  [SDM_RECORD_STATEMENT_EVENTS_OF_RECORD] = "SELECT seq, event FROM audit WHERE record_index = $1",

  [SDM_RECORD_STATEMENT_GET_LINK] = "SELECT patient_id FROM consultation WHERE id = $1",
  [SDM_RECORD_STATEMENT_PUT_CONSULTATION] =
      "INSERT INTO consultation (id, day, clinician_id, patient_id, aid_index) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT (id) DO UPDATE SET patient_id = excluded.patient_id, aid_index = excluded.aid_index"
      " WHERE patient_id IS NOT excluded.patient_id OR aid_index IS NOT excluded.aid_index",
  [SDM_RECORD_STATEMENT_REMOVE_CONSULTATION] =
      "DELETE FROM consultation WHERE id = $1"
      " AND NOT EXISTS (SELECT 1 FROM version WHERE consultation_id = $1)",

  [SDM_RECORD_STATEMENT_SAVE_DRAFT] =
      "INSERT INTO draft (consultation_id, head, body) VALUES ($1, $2, $3)"
      " ON CONFLICT (consultation_id) DO UPDATE SET head = excluded.head, body = excluded.body",
  [SDM_RECORD_STATEMENT_LOAD_DRAFT] =
      "SELECT head, body FROM draft WHERE consultation_id = $1",
  [SDM_RECORD_STATEMENT_DELETE_DRAFT] =
      "DELETE FROM draft WHERE consultation_id = $1",
  [SDM_RECORD_STATEMENT_ALL_DRAFTS] =
      "SELECT consultation_id, 0, head, body FROM draft ORDER BY consultation_id",

  [SDM_RECORD_STATEMENT_ADD_VERSION] =
      "INSERT INTO version (consultation_id, number, head, body) VALUES ($1, $2, $3, $4)",
  [SDM_RECORD_STATEMENT_LAST_VERSION] =
      "SELECT number, head, body FROM version WHERE consultation_id = $1 ORDER BY number DESC LIMIT 1",
  [SDM_RECORD_STATEMENT_LAST_VERSIONS] =
      "SELECT consultation_id, number, head FROM version AS this"
      " WHERE number = (SELECT max (number) FROM version WHERE consultation_id = this.consultation_id)"
      " ORDER BY consultation_id",
  [SDM_RECORD_STATEMENT_GET_VERSION] =
      "SELECT head, body FROM version WHERE consultation_id = $1 AND number = $2",
  [SDM_RECORD_STATEMENT_VERSIONS] =
      "SELECT * FROM (SELECT consultation_id, number, head FROM version WHERE consultation_id = $1 ORDER BY number)"
      " UNION ALL"
      " SELECT consultation_id, 0, head FROM draft WHERE consultation_id = $1"
      " AND EXISTS (SELECT 1 FROM version WHERE consultation_id = $1)",

  [SDM_RECORD_STATEMENT_HEAD] =
      "SELECT * FROM (SELECT consultation_id, number, head FROM version WHERE consultation_id = $1"
      " ORDER BY number DESC LIMIT 1)"
      " UNION ALL"
      " SELECT consultation_id, 0, head FROM draft WHERE consultation_id = $1"
      " LIMIT 1",

  [SDM_RECORD_STATEMENT_PUT_PATIENT] =
      "INSERT INTO patient (id, version, nhs_index, person_index, body) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT (id) DO UPDATE SET version = excluded.version, nhs_index = excluded.nhs_index,"
      " person_index = excluded.person_index, body = excluded.body",
  [SDM_RECORD_STATEMENT_GET_PATIENT] =
      "SELECT id, version, nhs_index, person_index, body FROM patient WHERE id = $1",
  [SDM_RECORD_STATEMENT_REMOVE_PATIENT] =
      "DELETE FROM patient WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM consultation WHERE patient_id = $1)",
  [SDM_RECORD_STATEMENT_PATIENT_BY_NHS_NUMBER] =
      "SELECT id, version, nhs_index, person_index, body FROM patient WHERE nhs_index = $1",
  [SDM_RECORD_STATEMENT_PATIENTS_BY_PERSON] =
      "SELECT id, version, nhs_index, person_index, body FROM patient WHERE person_index = $1 ORDER BY id",
  [SDM_RECORD_STATEMENT_ALL_PATIENTS] =
      "SELECT id, version, nhs_index, person_index, body FROM patient",
  [SDM_RECORD_STATEMENT_IS_SHARED] =
      "SELECT 1 FROM consultation WHERE patient_id = $1 AND id <> $2 LIMIT 1",
  [SDM_RECORD_STATEMENT_HAS_LATER] =
      "SELECT 1 FROM consultation WHERE patient_id = $1 AND day > $2 LIMIT 1",
  [SDM_RECORD_STATEMENT_MOVE_CONSULTATIONS] = "UPDATE consultation SET patient_id = $1 WHERE patient_id = $2",

  [SDM_RECORD_STATEMENT_REMOVE_REVIEWS] = "DELETE FROM review WHERE consultation_id = $1",
  [SDM_RECORD_STATEMENT_ADD_REVIEW] =
      "INSERT INTO review (consultation_id, day_index) VALUES ($1, $2) ON CONFLICT DO NOTHING",

  [SDM_RECORD_STATEMENT_FIND_BY_PATIENT] =
      "SELECT id FROM consultation WHERE patient_id = $1 ORDER BY day DESC, id DESC LIMIT $2",
  [SDM_RECORD_STATEMENT_FIND_BY_DAY] =
      "SELECT id FROM consultation WHERE day BETWEEN $1 AND $2 AND ($3 IS NULL OR clinician_id = $3)"
      " ORDER BY day DESC, id DESC LIMIT $4",
  [SDM_RECORD_STATEMENT_FIND_BY_AID] =
      "SELECT id FROM consultation WHERE aid_index = $1 ORDER BY day DESC, id DESC LIMIT $2",
  [SDM_RECORD_STATEMENT_FIND_DRAFTS] =
      "SELECT consultation_id, 0, head FROM draft ORDER BY consultation_id DESC LIMIT $1",
  [SDM_RECORD_STATEMENT_FIND_REVIEWS] =
      "SELECT consultation_id FROM review WHERE day_index = $1 ORDER BY consultation_id LIMIT $2",

  [SDM_RECORD_STATEMENT_PUT_AID] =
      "INSERT INTO aid (aid_index, body) VALUES ($1, $2) ON CONFLICT (aid_index) DO NOTHING",
  [SDM_RECORD_STATEMENT_GET_AID] = "SELECT body FROM aid WHERE aid_index = $1",
  [SDM_RECORD_STATEMENT_HAS_AID] = "SELECT 1 FROM aid WHERE aid_index = $1",
  /* The last column says where to go on. */
  [SDM_RECORD_STATEMENT_CHECK_DRAFTS] =
      "SELECT consultation_id, 0, head, body, rowid FROM draft WHERE rowid > $1 ORDER BY rowid",
  [SDM_RECORD_STATEMENT_CHECK_VERSIONS] =
      "SELECT consultation_id, number, head, body, rowid FROM version WHERE rowid > $1 ORDER BY rowid",
  [SDM_RECORD_STATEMENT_CHECK_PATIENTS] =
      "SELECT id, version, nhs_index, person_index, body, rowid FROM patient WHERE rowid > $1 ORDER BY rowid",
  [SDM_RECORD_STATEMENT_CHECK_LINKS] =
      "SELECT id, patient_id, rowid FROM consultation WHERE rowid > $1 ORDER BY rowid",
  [SDM_RECORD_STATEMENT_CHECK_AIDS] = "SELECT aid_index, body, rowid FROM aid WHERE rowid > $1 ORDER BY rowid",

  [SDM_RECORD_STATEMENT_CHECK_PRACTICE] = "SELECT id, body, rowid FROM practice WHERE rowid > $1 ORDER BY rowid",
  [SDM_RECORD_STATEMENT_PUT_PRACTICE] =
      "INSERT INTO practice (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
  [SDM_RECORD_STATEMENT_GET_PRACTICE] = "SELECT body FROM practice WHERE id = $1",
  [SDM_RECORD_STATEMENT_ALL_PRACTICE] = "SELECT id, body FROM practice ORDER BY id",

  [SDM_RECORD_STATEMENT_ADD_AFTER_VISIT] = "INSERT INTO after_visit (number, id, body) VALUES ($1, $2, $3)",
  [SDM_RECORD_STATEMENT_AFTER_VISIT] = "SELECT id, body, number FROM after_visit WHERE number > $1 ORDER BY number",

  [SDM_RECORD_STATEMENT_ALL_AIDS] = "SELECT aid_index, body FROM aid ORDER BY aid_index",
};

G_STATIC_ASSERT (G_N_ELEMENTS (texts) == SDM_RECORD_N_STATEMENTS);

static SdmRecordDoing
get_doing (SdmRecordStatement *statement)
{
  return sqlite3_stmt_readonly (statement) ? SDM_RECORD_READING : SDM_RECORD_SAVING;
}

/**
 * sdm_record_statement_get:
 * @file: the file, on its own thread
 * @name: which statement
 *
 * Returns: (nullable): the statement, owned by @file; release it before it is
 *   got again
 */
SdmRecordStatement *
sdm_record_statement_get (SdmRecordFile         *file,
                          SdmRecordStatementName name,
                          GError               **error)
{
  g_assert (file->owner == g_thread_self ());

  if (file->statements[name] == NULL &&
      sqlite3_prepare_v3 (file->db, texts[name], -1, SQLITE_PREPARE_PERSISTENT,
                          &file->statements[name], NULL) != SQLITE_OK)
    {
      sdm_record_connection_set_error (error, file->db, SDM_RECORD_READING);
      return NULL;
    }

  return file->statements[name];
}

/**
 * sdm_record_statement_release:
 *
 * Lets go of the locks and of what was bound.
 */
void
sdm_record_statement_release (SdmRecordStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* The bytes must live until the statement is released. */
void
sdm_record_statement_bind_blob (SdmRecordStatement *statement,
                                int                 place,
                                gconstpointer       bytes,
                                gsize               size)
{
  /* A failure shows in the next step, which finds the column NULL. */
  sqlite3_bind_blob64 (statement, place, bytes, size, SQLITE_STATIC);
}

void
sdm_record_statement_bind_bytes (SdmRecordStatement *statement,
                                 int                 place,
                                 GBytes             *bytes)
{
  sdm_record_statement_bind_blob (statement, place, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
sdm_record_statement_get_bytes (SdmRecordStatement *statement,
                                int                 column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

/**
 * sdm_record_statement_next:
 * @has_row: (out): whether there is another row
 */
gboolean
sdm_record_statement_next (SdmRecordFile      *file,
                           SdmRecordStatement *statement,
                           gboolean           *has_row,
                           GError            **error)
{
  const int result = sqlite3_step (statement);

  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;

  sdm_record_connection_set_error (error, file->db, get_doing (statement));
  return FALSE;
}

/**
 * sdm_record_statement_run:
 *
 * Runs a statement that gives no rows.
 */
gboolean
sdm_record_statement_run (SdmRecordFile      *file,
                          SdmRecordStatement *statement,
                          GError            **error)
{
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;

  sdm_record_connection_set_error (error, file->db, SDM_RECORD_SAVING);
  return FALSE;
}

/**
 * sdm_record_file_begin:
 *
 * Begins a change of several statements; sdm_record_file_end() ends it.
 */
gboolean
sdm_record_file_begin (SdmRecordFile *file,
                       GError       **error)
{
  g_autoptr (SdmRecordStatement) begin = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_BEGIN, error);

  return begin != NULL && sdm_record_statement_run (file, begin, error);
}

/**
 * sdm_record_file_end:
 * @good: whether all statements did what they should; if not, @error is set already
 *
 * Keeps the change, or undoes it when @good is %FALSE or it cannot be kept.
 *
 * Returns: whether it is on the disk
 */
gboolean
sdm_record_file_end (SdmRecordFile *file,
                     gboolean       good,
                     GError       **error)
{
  if (good)
    {
      g_autoptr (SdmRecordStatement) commit = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_COMMIT, error);

      good = commit != NULL && sdm_record_statement_run (file, commit, error);
    }
  /* Some failures have undone it already. */
  if (!good && !sqlite3_get_autocommit (file->db))
    sqlite3_exec (file->db, "ROLLBACK", NULL, NULL, NULL);

  if (file->names != NULL)
    sdm_record_names_end (file->names, good);
  /* The chain goes on from what is on the disk. */
  if (good)
    file->audit = file->audit_next;
  else
    file->audit_next = file->audit;
  if (good && file->n_caught_up > 0)
    g_ptr_array_remove_range (file->unwritten, 0, file->n_caught_up);
  file->n_caught_up = 0;

  return good;
}

void
sdm_record_statement_finalize_all (SdmRecordFile *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (file->statements); i++)
    g_clear_pointer (&file->statements[i], sqlite3_finalize);
}
