/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-file-private.h"

#include <errno.h>

#include <glib/gi18n.h>

#include "sdm-record-error.h"

#define LONGEST_VALUE   (64 * 1024 * 1024)
#define LONGEST_PROGRAM 25000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Each setting, how it is made and what reading it back must give. */

typedef struct
{
  const char *set;
  const char *get;
  gint64      value;
} Pragma;

static const Pragma pragmas[] = {
  { "PRAGMA busy_timeout = 5000", "PRAGMA busy_timeout", 5000 },
  { "PRAGMA mmap_size = 0", "PRAGMA mmap_size", 0 },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1 },
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1 },
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2 },
  { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1 },
  { "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", 3 },
  { "PRAGMA journal_size_limit = 4194304", "PRAGMA journal_size_limit", 4194304 },
};

typedef struct
{
  int option;
  int value;
} Switch;

static const Switch switches[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
};

static const Switch limits[] = {
  { SQLITE_LIMIT_LENGTH, LONGEST_VALUE },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_VDBE_OP, LONGEST_PROGRAM },
};

static void
set_full (GError       **error,
          SdmRecordDoing doing)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL,
                       doing == SDM_RECORD_SAVING
                       ? _("This could not be saved: the disk is full. Your page is still open. Free some space, then choose Save again.")
                       : _("The records could not be opened: the disk is full. Free some space, then try again."));
}

static void
set_io (GError       **error,
        SdmRecordDoing doing,
        const char    *details)
{
  if (doing == SDM_RECORD_SAVING)
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                 /* Translators: what the database said: "This could not be saved: the disk did not take it (disk I/O error). …" */
                 _("This could not be saved: the disk did not take it (%s). Your page is still open. Saving is tried again."),
                    details);
  else
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                 /* Translators: what the database said: "The records could not be read (disk I/O error). …" */
                 _("The records could not be read (%s). Nothing was changed. Try again."),
                    details);
}

static void
set_read_only (GError       **error,
               SdmRecordDoing doing,
               const char    *details)
{
  if (doing == SDM_RECORD_SAVING)
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY,
                 /* Translators: what the database said: "This could not be saved: the records cannot be written (attempt to write a readonly database). …" */
                 _("This could not be saved: the records cannot be written (%s). Your page is still open. Make the folder writable, then choose Save again."),
                    details);
  else
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY,
                 /* Translators: what the database said */
                 _("The records could not be opened: they cannot be written (%s). Make the folder writable, then try again."),
                    details);
}

/**
 * sdm_record_connection_set_error:
 * @db: the connection a call on which just failed
 * @doing: what was being done
 *
 * Sets @error from the last failure of @db, in words for the clinician.
 */
void
sdm_record_connection_set_error (GError       **error,
                                 sqlite3       *db,
                                 SdmRecordDoing doing)
{
  const int   code = sqlite3_errcode (db);
  const char *details = sqlite3_errmsg (db);

  if (sqlite3_extended_errcode (db) == SQLITE_CONSTRAINT_TRIGGER)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED,
                           _("This consultation is finished and is never changed. Nothing was saved."));
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      set_full (error, doing);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE,
                           _("The records are in use by another program on this computer. Close it, then try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      set_read_only (error, doing, details);
      break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                   /* Translators: what the database said: "The file of records is damaged (database disk image is malformed). …" */
                   _("The file of records is damaged (%s). It was left as it is: keep it, and put back a backup beside it."),
                      details);
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("This is too long to be kept. Your page is still open. Make it shorter, then choose Save again."));
      break;
    case SQLITE_IOERR:
      if (sqlite3_system_errno (db) == ENOSPC || sqlite3_system_errno (db) == EDQUOT)
        set_full (error, doing);
      else
        set_io (error, doing, details);
      break;
    default:
      set_io (error, doing, details);
      break;
    }
}

/**
 * sdm_record_connection_open:
 * @path: the file
 * @flags: `SQLITE_OPEN_READWRITE` or `SQLITE_OPEN_READONLY`; a file is never made here
 *
 * Returns: (nullable): a connection for this thread, not configured yet
 */
sqlite3 *
sdm_record_connection_open (const char *path,
                            int         flags,
                            GError    **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) == SQLITE_OK)
    return g_steal_pointer (&db);

  sdm_record_connection_set_error (error, db, SDM_RECORD_OPENING);
  return NULL;
}

/* Closes, and leaves no statement open behind. */
void
sdm_record_connection_close (sqlite3 *db)
{
  if (sqlite3_close (db) != SQLITE_OK)
    g_error ("A statement was still open: %s", sqlite3_errmsg (db));
}

gboolean
sdm_record_connection_exec (sqlite3       *db,
                            const char    *sql,
                            SdmRecordDoing doing,
                            GError       **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  sdm_record_connection_set_error (error, db, doing);
  return FALSE;
}

static gboolean
bind_all (sqlite3_stmt *statement,
          const char   *types,
          va_list       values)
{
  int result = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && result == SQLITE_OK; i++)
    {
      if (types[i] == 'i')
        {
          result = sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
        }
      else
        {
          gconstpointer bytes = va_arg (values, gconstpointer);

          g_assert (types[i] == 'b');
          result = sqlite3_bind_blob64 (statement, i + 1, bytes, va_arg (values, gsize), SQLITE_TRANSIENT);
        }
    }

  return result == SQLITE_OK;
}

/**
 * sdm_record_connection_run:
 * @doing: what is being done, for the message
 * @sql: one statement that gives no row, which is not run often
 * @types: a letter for each value: `i` for a #gint64, `b` for bytes, given as
 *   a pointer and a #gsize
 */
gboolean
sdm_record_connection_run (sqlite3       *db,
                           SdmRecordDoing doing,
                           GError       **error,
                           const char    *sql,
                           const char    *types,
                           ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list  values;
  gboolean good;

  va_start (values, types);
  good = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK &&
         bind_all (statement, types, values) &&
         sqlite3_step (statement) == SQLITE_DONE;
  va_end (values);
  if (!good)
    sdm_record_connection_set_error (error, db, doing);

  return good;
}

/**
 * sdm_record_connection_get_number:
 * @sql: a statement that gives one number
 * @number: (out): that number, or -1 when it gave no row
 */
gboolean
sdm_record_connection_get_number (sqlite3    *db,
                                  const char *sql,
                                  gint64     *number,
                                  GError    **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      sdm_record_connection_set_error (error, db, SDM_RECORD_OPENING);
      return FALSE;
    }

  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  else if (result == SQLITE_DONE)
    *number = -1;
  else
    {
      sdm_record_connection_set_error (error, db, SDM_RECORD_OPENING);
      return FALSE;
    }

  return TRUE;
}

/* As sdm_record_connection_get_number(), for a word; empty when it gave no row. */
static gboolean
get_word (sqlite3    *db,
          const char *sql,
          char      **word,
          GError    **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      sdm_record_connection_set_error (error, db, SDM_RECORD_OPENING);
      return FALSE;
    }

  result = sqlite3_step (statement);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    {
      sdm_record_connection_set_error (error, db, SDM_RECORD_OPENING);
      return FALSE;
    }

  if (result == SQLITE_ROW)
    *word = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (*word == NULL)
    *word = g_strdup ("");
  return TRUE;
}

static gboolean
set_not_configured (GError    **error,
                    const char *what)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
               /* Translators: the setting, in the database's own word: "The records were not opened: this computer’s database does not keep to “synchronous”. …" */
               _("The records were not opened: this computer’s database does not keep to “%s”, so they would not be safe. Ask whoever looks after it."),
                  what);
  return FALSE;
}

static gboolean
set_pragma (sqlite3      *db,
            const Pragma *pragma,
            GError      **error)
{
  gint64 value;

  if (!sdm_record_connection_exec (db, pragma->set, SDM_RECORD_OPENING, error) ||
      !sdm_record_connection_get_number (db, pragma->get, &value, error))
    return FALSE;

  /* mmap_size answers with no row where memory mapping was left out. */
  if (value != pragma->value && !(pragma->value == 0 && value == -1))
    return set_not_configured (error, pragma->get + strlen ("PRAGMA "));

  return TRUE;
}

/**
 * sdm_record_connection_configure:
 * @db: a connection just opened
 *
 * Makes all settings that do not depend on the journal, and reads each back.
 * The file has not been touched afterwards.
 */
gboolean
sdm_record_connection_configure (sqlite3 *db,
                                 GError **error)
{
  g_autofree char *mode = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int value = -1;

      if (sqlite3_db_config (db, switches[i].option, switches[i].value, &value) != SQLITE_OK || value != switches[i].value)
        return set_not_configured (error, "sqlite3_db_config");
    }

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      sqlite3_limit (db, limits[i].option, limits[i].value);
      if (sqlite3_limit (db, limits[i].option, -1) != limits[i].value)
        return set_not_configured (error, "sqlite3_limit");
    }

  if (!get_word (db, "PRAGMA locking_mode = EXCLUSIVE", &mode, error))
    return FALSE;
  if (!g_str_equal (mode, "exclusive"))
    return set_not_configured (error, "locking_mode");

  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!set_pragma (db, &pragmas[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sdm_record_connection_use_wal:
 * @db: a configured connection
 *
 * Switches to the write-ahead journal, or, where that cannot be, to one that
 * is cut to nothing after each commit.
 */
gboolean
sdm_record_connection_use_wal (sqlite3 *db,
                               GError **error)
{
  g_autofree char *mode = NULL;
  g_autofree char *other = NULL;

  if (!get_word (db, "PRAGMA journal_mode = WAL", &mode, error))
    return FALSE;
  if (g_str_equal (mode, "wal"))
    return TRUE;

  if (!get_word (db, "PRAGMA journal_mode = TRUNCATE", &other, error))
    return FALSE;
  if (!g_str_equal (other, "truncate"))
    return set_not_configured (error, "journal_mode");

  return TRUE;
}

/**
 * sdm_record_connection_check:
 * @quick: whether to leave out that indexes agree with their tables
 *
 * Fails with %SDM_RECORD_ERROR_DAMAGED when the file is not sound.
 */
gboolean
sdm_record_connection_check (sqlite3 *db,
                             gboolean quick,
                             GError **error)
{
  g_autofree char *answer = NULL;
  gint64           orphan;

  if (!get_word (db, quick ? "PRAGMA quick_check (1)" : "PRAGMA integrity_check (1)", &answer, error))
    return FALSE;

  if (!g_str_equal (answer, "ok"))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                   /* Translators: what the database found */
                   _("The file of records is damaged (%s). It was left as it is: keep it, and put back a backup beside it."),
                      answer);
      return FALSE;
    }

  if (!quick)
    {
      if (!sdm_record_connection_get_number (db, "SELECT count (*) FROM pragma_foreign_key_check", &orphan, error))
        return FALSE;
      if (orphan > 0)
        {
          g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                               _("The file of records is damaged: parts of a consultation are missing. It was left as it is: keep it, and put back a backup beside it."));
          return FALSE;
        }
    }

  return TRUE;
}
