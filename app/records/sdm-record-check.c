/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-check-private.h"

#include <sodium.h>

#include "sdm-record-after-visit-private.h"
#include "sdm-record-audit-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-practice-private.h"
#include "sdm-record-read-private.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-watch-private.h"

/*
 * Looks through the whole file: that the database is sound, that the chain of events holds,
 * that each row opens in its place, and that each finished version is the one that the
 * chain tells of. In steps, so that what is saved meanwhile need not wait; what was added
 * since is looked at where the check has not been yet.
 */

#define ROWS_PER_STEP 200

/* Pages of the database that take as long as a row. */
#define PAGES_PER_ROW 4

struct _SdmRecordCheck
{
  SdmRecordWaitFunc  has_to_wait;
  gpointer           user_data;
  gboolean           has_begun;
  guint32            epoch; /* what was looked at with another key is no longer there */
  guint              stage;
  gint64             after; /* the row that was looked at last */
  gint64             done;
  gint64             all;
  SdmRecordAuditHead at;     /* in the chain */
  GHashTable        *hashes; /* by id and number of a finished version: what the chain tells of it */
};

/* The chain, and what it tells */

/* The last hash that an event tells of a finished version counts: its key may have been changed. */
static void
keep_hash (SdmRecordCheck *check,
           SdmRecordEvent *event)
{
  if (event->record != NULL && event->version > 0 && event->hash != NULL)
    g_hash_table_replace (check->hashes, g_strdup_printf ("%s %u", event->record, event->version),
                          g_steal_pointer (&event->hash));
}

static gboolean
check_event (SdmRecordFile      *file,
             SdmRecordStatement *statement,
             SdmRecordCheck     *check,
             GError            **error)
{
  g_autoptr (SdmRecordEvent) event = sdm_record_audit_take_link (file, statement, FALSE, &check->at, error);

  if (event == NULL)
    return FALSE;

  keep_hash (check, event);
  return TRUE;
}

static gboolean
end_events (SdmRecordFile  *file,
            SdmRecordCheck *check,
            GError        **error)
{
  return (check->at.seq == file->audit.seq && sodium_memcmp (check->at.mac, file->audit.mac, sizeof check->at.mac) == 0) ||
         sdm_record_audit_set_broken (error);
}

static gboolean
check_version (SdmRecordFile      *file,
               SdmRecordStatement *statement,
               SdmRecordCheck     *check,
               GError            **error)
{
  g_autoptr (GBytes) body = sdm_record_statement_get_bytes (statement, 3);
  g_autofree char *found = sdm_record_audit_hash (body);
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  const char      *told;

  if (!sdm_record_read_check_document (file, statement, error))
    return FALSE;

  id = sdm_record_id_format (sqlite3_column_blob (statement, 0));
  key = g_strdup_printf ("%s %u", id, (guint) sqlite3_column_int64 (statement, 1));
  told = g_hash_table_lookup (check->hashes, key);
  if (told != NULL && !g_str_equal (told, found))
    return sdm_record_audit_set_broken (error);

  g_hash_table_remove (check->hashes, key);
  return TRUE;
}

/* None may be missing that the chain tells of. */
static gboolean
end_versions (SdmRecordFile  *file,
              SdmRecordCheck *check,
              GError        **error)
{
  return g_hash_table_size (check->hashes) == 0 || sdm_record_audit_set_broken (error);
}

/* Other rows */

static gboolean
check_draft (SdmRecordFile      *file,
             SdmRecordStatement *statement,
             SdmRecordCheck     *check,
             GError            **error)
{
  return sdm_record_read_check_document (file, statement, error);
}

static gboolean
check_patient (SdmRecordFile      *file,
               SdmRecordStatement *statement,
               SdmRecordCheck     *check,
               GError            **error)
{
  return sdm_record_patients_check_row (file, statement, error);
}

static gboolean
check_link (SdmRecordFile      *file,
            SdmRecordStatement *statement,
            SdmRecordCheck     *check,
            GError            **error)
{
  return sdm_record_read_check_link (file, statement, error);
}

static gboolean
check_aid (SdmRecordFile      *file,
           SdmRecordStatement *statement,
           SdmRecordCheck     *check,
           GError            **error)
{
  return sdm_record_aids_check_row (file, statement, error);
}

static gboolean
check_practice (SdmRecordFile      *file,
                SdmRecordStatement *statement,
                SdmRecordCheck     *check,
                GError            **error)
{
  return sdm_record_practice_check_row (file, statement, error);
}

static gboolean
check_after_visit (SdmRecordFile      *file,
                   SdmRecordStatement *statement,
                   SdmRecordCheck     *check,
                   GError            **error)
{
  return sdm_record_after_visit_check_row (file, statement, error);
}

/* Stages */

/**
 * Stage:
 * @first: what is bound for the first row; rows behind or from there
 * @key: the column that says where to go on, counted from the last
 * @end: (nullable): what is asked when there are no more rows
 */
typedef struct
{
  const char            *count;
  SdmRecordStatementName name;
  gboolean               is_inclusive;
  int                    key;
  gboolean (*check_row) (SdmRecordFile      *file,
                         SdmRecordStatement *statement,
                         SdmRecordCheck     *check,
                         GError            **error);
  gboolean (*end) (SdmRecordFile  *file,
                   SdmRecordCheck *check,
                   GError        **error);
} Stage;

/* The chain first: a version that is added later is not missed, then. */
static const Stage stages[] = {
  { "SELECT count (*) FROM audit", SDM_RECORD_STATEMENT_EVENTS_FROM, TRUE, 0, check_event, end_events },
  { "SELECT count (*) FROM version", SDM_RECORD_STATEMENT_CHECK_VERSIONS, FALSE, 4, check_version, end_versions },
  { "SELECT count (*) FROM draft", SDM_RECORD_STATEMENT_CHECK_DRAFTS, FALSE, 4, check_draft, NULL },
  { "SELECT count (*) FROM patient", SDM_RECORD_STATEMENT_CHECK_PATIENTS, FALSE, 5, check_patient, NULL },
  { "SELECT count (*) FROM consultation", SDM_RECORD_STATEMENT_CHECK_LINKS, FALSE, 2, check_link, NULL },
  { "SELECT count (*) FROM aid", SDM_RECORD_STATEMENT_CHECK_AIDS, FALSE, 2, check_aid, NULL },
  { "SELECT count (*) FROM practice", SDM_RECORD_STATEMENT_CHECK_PRACTICE, FALSE, 2, check_practice, NULL },
  { "SELECT count (*) FROM after_visit", SDM_RECORD_STATEMENT_AFTER_VISIT, FALSE, 2, check_after_visit, NULL },
};

static gboolean
begin (SdmRecordFile  *file,
       SdmRecordCheck *check,
       GError        **error)
{
  gint64 pages;

  if (!sdm_record_connection_get_number (file->db, "PRAGMA page_count", &pages, error))
    return FALSE;

  check->all = MAX (pages / PAGES_PER_ROW, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      gint64 count;

      if (!sdm_record_connection_get_number (file->db, stages[i].count, &count, error))
        return FALSE;
      check->all += count;
    }

  check->has_begun = TRUE;
  check->epoch = sdm_record_keys_get_epoch (file->keys);
  check->done = 0;
  check->stage = 0;
  check->after = 0;
  sdm_record_audit_start (file, &check->at);
  g_hash_table_remove_all (check->hashes);
  return TRUE;
}

static int
has_to_wait_cb (gpointer user_data)
{
  const SdmRecordCheck *check = user_data;

  return check->has_to_wait (check->user_data) ? 1 : 0;
}

/* The database itself is looked at last and at once; where somebody waits, it is given up and tried again. */
static gboolean
check_database (SdmRecordFile  *file,
                SdmRecordCheck *check,
                gboolean       *is_done,
                GError        **error)
{
  g_autoptr (GError) failure = NULL;

  if (check->has_to_wait != NULL)
    sqlite3_progress_handler (file->db, SDM_RECORD_QUESTION_EVERY, has_to_wait_cb, check);
  *is_done = sdm_record_file_check (file, FALSE, &failure);
  sqlite3_progress_handler (file->db, 0, NULL, NULL);
  if (*is_done || sqlite3_errcode (file->db) == SQLITE_INTERRUPT)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
check_some_rows (SdmRecordFile  *file,
                 SdmRecordCheck *check,
                 GError        **error)
{
  const Stage *stage = &stages[check->stage];
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, stage->name, error);
  gboolean has_row;
  guint    n = 0;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stage->is_inclusive ? check->after + 1 : check->after);
  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;
  while (has_row && n < ROWS_PER_STEP)
    {
      if (!stage->check_row (file, statement, check, error))
        return FALSE;
      check->after = sqlite3_column_int64 (statement, stage->key);
      n++;
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
    }

  check->done += n;
  if (has_row)
    return TRUE;
  check->stage++;
  check->after = 0;
  return stage->end == NULL || stage->end (file, check, error);
}

static gboolean
go_on (SdmRecordFile  *file,
       SdmRecordCheck *check,
       gboolean       *is_done,
       GError        **error)
{
  *is_done = FALSE;
  if (check->stage < G_N_ELEMENTS (stages))
    return check_some_rows (file, check, error);

  return check_database (file, check, is_done, error);
}

/* While the key is changed nothing comes in between, as rows move from one to the other. */
static gboolean
check_all (SdmRecordFile  *file,
           SdmRecordCheck *check,
           gboolean       *is_done,
           GError        **error)
{
  check->has_to_wait = NULL;
  check->has_begun = FALSE;
  if (!begin (file, check, error))
    return FALSE;

  do
    if (!go_on (file, check, is_done, error))
      return FALSE;
  while (!*is_done);

  return TRUE;
}

/* What was found counts, and not whether it could be noted. */
static gboolean
end (SdmRecordFile *file,
     gboolean       good,
     GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_CHECK, NULL, 0, NULL);

  if (!good)
    event->outcome = g_strdup ("failed");
  good = sdm_record_audit_note (file, event, good ? error : NULL) && good;
  sdm_record_watch_note_check (file, good);
  return good;
}

/**
 * sdm_record_check_new:
 * @has_to_wait: (nullable): asked often while the database itself is looked at, which is one step
 *
 * Returns: (transfer full): a check that has not begun
 */
SdmRecordCheck *
sdm_record_check_new (SdmRecordWaitFunc has_to_wait,
                      gpointer          user_data)
{
  SdmRecordCheck *check = g_new0 (SdmRecordCheck, 1);

  check->has_to_wait = has_to_wait;
  check->user_data = user_data;
  check->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return check;
}

void
sdm_record_check_free (SdmRecordCheck *check)
{
  g_hash_table_unref (check->hashes);
  g_free (check);
}

/**
 * sdm_record_check_step:
 * @done: (out): how much is done
 * @all: (out): of how much; the same at the end
 *
 * Goes on with the check. What it comes to is noted in the chain.
 */
gboolean
sdm_record_check_step (SdmRecordFile  *file,
                       SdmRecordCheck *check,
                       gint64         *done,
                       gint64         *all,
                       GError        **error)
{
  gboolean is_done = FALSE;
  gboolean good;

  if (sdm_record_rotation_is_under_way (file))
    good = check_all (file, check, &is_done, error);
  else if (check->has_begun && check->epoch == sdm_record_keys_get_epoch (file->keys))
    good = go_on (file, check, &is_done, error);
  else
    good = begin (file, check, error) && go_on (file, check, &is_done, error);

  *all = check->all;
  *done = is_done ? check->all : MIN (check->done, check->all - 1);
  return good && !is_done ? TRUE : end (file, good, error);
}

/**
 * sdm_record_rows_verify:
 *
 * The whole check at once.
 */
gboolean
sdm_record_rows_verify (SdmRecordFile *file,
                        GError       **error)
{
  g_autoptr (SdmRecordCheck) check = sdm_record_check_new (NULL, NULL);
  gint64 done;
  gint64 all;

  do
    if (!sdm_record_check_step (file, check, &done, &all, error))
      return FALSE;
  while (done < all);

  return TRUE;
}
