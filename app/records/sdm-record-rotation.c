/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rotation-private.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-epoch-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"

/*
 * Sealing with the new key what is sealed with the one before, some rows in each
 * transaction. What is told of a row by its number begins anew when the file is
 * opened; rows that are sealed with the new key already are only looked at.
 */

#define MOST_COLUMNS 2

/* How much is taken in hand at a time, where documents are long. */
#define MOST_BYTES (4 * 1024 * 1024)

typedef struct
{
  gint64  number;
  guint8  id[SDM_RECORD_ID_SIZE];
  guint32 version;
  GBytes *sealed[MOST_COLUMNS];
} Row;

/**
 * Table:
 * @columns: what is sealed in it, named by table and column
 * @count: how many rows there are
 * @select: number of the row, id, version and the columns of the next rows behind a number
 * @update: (nullable): writes the columns of the row of a number
 * @write: (nullable): does so instead, where blind indexes change
 */
typedef struct
{
  const char *columns[MOST_COLUMNS + 1];
  const char *count;
  const char *select;
  const char *update;
  gboolean (*write) (SdmRecordFile *file,
                     Row           *row,
                     GError       **error);
} Table;

/* An aid or an approval, which stands where its blind index says. */
static gboolean
write_aid (SdmRecordFile *file,
           Row           *row,
           GError       **error)
{
  guint8 index[SDM_RECORD_INDEX_SIZE];

  return !sdm_record_aids_reseal (file, row->id, &row->sealed[0], index) ||
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "UPDATE OR REPLACE aid SET aid_index = $1, body = $2 WHERE rowid = $3", "bbi", index, sizeof index,
                                    g_bytes_get_data (row->sealed[0], NULL), g_bytes_get_size (row->sealed[0]), row->number);
}

static gboolean
write_patient (SdmRecordFile *file,
               Row           *row,
               GError       **error)
{
  return sdm_record_patients_reseal (file, row->id, row->version, row->sealed[0], error);
}

/* Nothing is sealed in this row, but there are blind indexes. */
static gboolean
write_consultation (SdmRecordFile *file,
                    Row           *row,
                    GError       **error)
{
  return sdm_record_settle_reindex (file, row->id, error);
}

static const Table tables[] = {
  { { "clinician.body" },
    "SELECT count (*) FROM clinician",
    "SELECT rowid, id, 0, body FROM clinician WHERE rowid > $1 ORDER BY rowid",
    "UPDATE clinician SET body = $1 WHERE rowid = $2",
    NULL },
  { { "recovery.body" },
    "SELECT count (*) FROM recovery",
    "SELECT one, (SELECT id FROM store), 0, body FROM recovery WHERE one > $1",
    "UPDATE recovery SET body = $1 WHERE one = $2",
    NULL },
  { { "draft.head", "draft.body" },
    "SELECT count (*) FROM draft",
    "SELECT rowid, consultation_id, 0, head, body FROM draft WHERE rowid > $1 ORDER BY rowid",
    "UPDATE draft SET head = $1, body = $2 WHERE rowid = $3",
    NULL },
  { { "version.head", "version.body" },
    "SELECT count (*) FROM version",
    "SELECT rowid, consultation_id, number, head, body FROM version WHERE rowid > $1 ORDER BY rowid",
    "UPDATE version SET head = $1, body = $2 WHERE rowid = $3",
    NULL },
  { { "aid.body" },
    "SELECT count (*) FROM aid",
    "SELECT rowid, aid_index, 0, body FROM aid WHERE rowid > $1 ORDER BY rowid",
    NULL,
    write_aid },
  { { "patient.body" },
    "SELECT count (*) FROM patient",
    "SELECT rowid, id, version, body FROM patient WHERE rowid > $1 ORDER BY rowid",
    NULL,
    write_patient },
  { { "after_visit.body" },
    "SELECT count (*) FROM after_visit",
    "SELECT number, id, 0, body FROM after_visit WHERE number > $1 ORDER BY number",
    "UPDATE after_visit SET body = $1 WHERE number = $2",
    NULL },
  { { NULL },
    "SELECT count (*) FROM consultation",
    "SELECT rowid, id, 0 FROM consultation WHERE rowid > $1 ORDER BY rowid",
    NULL,
    write_consultation },
};

/* @table: the one in hand, as many as there are when all is done */
struct _SdmRecordRotation
{
  guint  table;
  gint64 after; /* the number of the last row of it */
  gint64 done;
  gint64 all;
};

/* Rows */

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (gsize i = 0; i < MOST_COLUMNS; i++)
    g_clear_pointer (&row->sealed[i], g_bytes_unref);
}

/* Returns how many bytes it has. */
static gsize
read_row (sqlite3_stmt *statement,
          const Table  *table,
          Row          *row)
{
  gsize size = 0;

  row->number = sqlite3_column_int64 (statement, 0);
  if (sqlite3_column_bytes (statement, 1) == SDM_RECORD_ID_SIZE)
    memcpy (row->id, sqlite3_column_blob (statement, 1), SDM_RECORD_ID_SIZE);
  row->version = (guint32) sqlite3_column_int64 (statement, 2);
  for (int i = 0; table->columns[i] != NULL; i++)
    {
      row->sealed[i] = sdm_record_statement_get_bytes (statement, 3 + i);
      size += g_bytes_get_size (row->sealed[i]);
    }

  return size;
}

static gboolean
is_current (SdmRecordFile *file,
            const Row     *row)
{
  if (row->sealed[0] == NULL)
    return FALSE;
  for (gsize i = 0; i < MOST_COLUMNS && row->sealed[i] != NULL; i++)
    if (sdm_record_seal_get_epoch (row->sealed[i]) != sdm_record_keys_get_epoch (file->keys))
      return FALSE;

  return TRUE;
}

/*
 * The next rows, those among them that are to be sealed anew, and whether they
 * are the last. Rows that are only looked at count less.
 */
static gboolean
list_rows (SdmRecordFile     *file,
           SdmRecordRotation *rotation,
           GArray            *rows,
           gboolean          *is_end,
           GError           **error)
{
  const Table  *table = &tables[rotation->table];
  sqlite3_stmt *statement = NULL;
  gsize         size = 0;
  guint         n_seen = 0;
  int           result;

  if (sqlite3_prepare_v2 (file->db, table->select, -1, &statement, NULL) != SQLITE_OK)
    {
      sdm_record_connection_set_error (error, file->db, SDM_RECORD_READING);
      return FALSE;
    }

  sqlite3_bind_int64 (statement, 1, rotation->after);
  result = SQLITE_ROW;
  while (result == SQLITE_ROW && rows->len < SDM_RECORD_ROTATION_ROWS && n_seen < 16 * SDM_RECORD_ROTATION_ROWS &&
         size < MOST_BYTES && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Row row = { 0 };

      size += read_row (statement, table, &row);
      rotation->after = row.number;
      rotation->done++;
      n_seen++;
      if (is_current (file, &row))
        clear_row (&row);
      else
        g_array_append_val (rows, row);
    }
  *is_end = result == SQLITE_DONE;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    sdm_record_connection_set_error (error, file->db, SDM_RECORD_READING);
  sqlite3_finalize (statement);

  return result == SQLITE_ROW || result == SQLITE_DONE;
}

/* What is damaged stays as it is. */
static void
reseal_columns (SdmRecordFile *file,
                const Table   *table,
                Row           *row)
{
  for (gsize i = 0; table->columns[i] != NULL; i++)
    {
      const SdmRecordPlace place = sdm_record_file_make_place (file, table->columns[i], row->id, row->version);
      g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, row->sealed[i], NULL);

      if (plain != NULL)
        {
          g_bytes_unref (row->sealed[i]);
          row->sealed[i] = sdm_record_seal (file->keys, &place, plain);
        }
    }
}

static gboolean
write_row (SdmRecordFile *file,
           const Table   *table,
           Row           *row,
           GError       **error)
{
  if (table->write != NULL)
    return table->write (file, row, error);

  reseal_columns (file, table, row);
  if (row->sealed[1] == NULL)
    return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, table->update, "bi",
                                      g_bytes_get_data (row->sealed[0], NULL), g_bytes_get_size (row->sealed[0]), row->number);
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, table->update, "bbi",
                                    g_bytes_get_data (row->sealed[0], NULL), g_bytes_get_size (row->sealed[0]),
                                    g_bytes_get_data (row->sealed[1], NULL), g_bytes_get_size (row->sealed[1]), row->number);
}

static gboolean
reseal_rows (SdmRecordFile     *file,
             SdmRecordRotation *rotation,
             GError           **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  const Table *table = &tables[rotation->table];
  gboolean     is_end;

  g_array_set_clear_func (rows, clear_row);
  if (!list_rows (file, rotation, rows, &is_end, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!write_row (file, table, &g_array_index (rows, Row, i), error))
      return FALSE;

  if (is_end)
    {
      rotation->table++;
      rotation->after = 0;
    }
  return TRUE;
}

/* Steps */

/* A finished version and an event are never changed: what they say is not, either, where only the key is another. */
static void
set_triggers (SdmRecordFile *file,
              gboolean       are_on)
{
  sqlite3_db_config (file->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, are_on ? 1 : 0, NULL);
}

static gboolean
count_rows (SdmRecordFile     *file,
            SdmRecordRotation *rotation,
            GError           **error)
{
  rotation->all = file->rechained.seq < 0 ? 0 : file->audit.seq - file->rechained.seq;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gint64 count;

      if (!sdm_record_connection_get_number (file->db, tables[i].count, &count, error))
        return FALSE;
      rotation->all += count;
    }

  return TRUE;
}

static gboolean
write_end (SdmRecordFile *file,
           GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_ROTATE, NULL, 0, NULL);

  event->outcome = g_strdup ("done");
  return sdm_record_audit_add (file, event, error) && sdm_record_epoch_wipe_older (file, error);
}

/* One transaction. What it has come to counts only when it is on the disk. */
static gboolean
run_step (SdmRecordFile      *file,
          SdmRecordRotation  *rotation,
          SdmRecordAuditHead *rechained,
          GError            **error)
{
  gboolean good;
  gint64   n_rows = 0;

  if (!sdm_record_file_begin (file, error))
    return FALSE;

  set_triggers (file, FALSE);
  if (rechained->seq >= 0)
    good = sdm_record_rechain_step (file, rechained, &n_rows, error);
  else
    good = reseal_rows (file, rotation, error);
  set_triggers (file, TRUE);
  rotation->done += n_rows;
  good = good && (rotation->table < G_N_ELEMENTS (tables) || write_end (file, error));

  return sdm_record_file_end (file, good, error);
}

/* The key before is nowhere any more, not in the journal either. */
static void
forget_older (SdmRecordFile *file)
{
  sdm_record_keys_free (sdm_record_keys_steal_older (file->keys));
  file->rechained = (SdmRecordAuditHead){ 0 };
  g_clear_pointer (&file->rotation, g_free);
  sqlite3_wal_checkpoint_v2 (file->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/**
 * sdm_record_rotation_step:
 * @done: (out): how many rows are done
 * @all: (out): of how many; the same when the key before is gone
 *
 * Goes on changing the key with some rows. Does nothing where that is not under
 * way. Between two steps the file can be worked with as always.
 */
gboolean
sdm_record_rotation_step (SdmRecordFile *file,
                          gint64        *done,
                          gint64        *all,
                          GError       **error)
{
  SdmRecordRotation  rotation = { 0 };
  SdmRecordAuditHead rechained = file->rechained;

  *done = *all = 0;
  if (!sdm_record_rotation_is_under_way (file))
    return TRUE;

  if (file->rotation != NULL)
    rotation = *file->rotation;
  else if (!count_rows (file, &rotation, error))
    return FALSE;
  if (!run_step (file, &rotation, &rechained, error))
    return FALSE;

  *all = rotation.all;
  if (rotation.table == G_N_ELEMENTS (tables))
    {
      *done = *all;
      forget_older (file);
      return TRUE;
    }

  *done = MIN (rotation.done, rotation.all - 1);
  if (file->rotation == NULL)
    file->rotation = g_new0 (SdmRecordRotation, 1);
  *file->rotation = rotation;
  file->rechained = rechained;
  return TRUE;
}
