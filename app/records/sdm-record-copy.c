/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-copy-private.h"

#include <glib/gi18n.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"

/*
 * Copying the file in small steps, with other work in between: what is written
 * meanwhile goes into the copy, too. It is made beside the file, where a disk
 * that is not there or a network that is slow cannot spoil it.
 */

#define ENDING ".backup"

/* A megabyte. */
#define PAGES_PER_STEP 256

struct _SdmRecordCopy
{
  char           *path;
  sqlite3        *db;
  sqlite3_backup *backup;
};

static void
free_copy (SdmRecordCopy *copy)
{
  sqlite3_backup_finish (copy->backup); /* NULL is nothing */
  g_clear_pointer (&copy->db, sdm_record_connection_close);
  g_free (copy->path);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordCopy, free_copy)

/* What is left of an earlier one goes. */
static SdmRecordCopy *
new_copy (SdmRecordFile *file,
          GError       **error)
{
  g_autoptr (SdmRecordCopy) copy = g_new0 (SdmRecordCopy, 1);

  copy->path = g_strconcat (file->path, ENDING, NULL);
  sdm_record_folder_remove_database (copy->path);
  if (!sdm_record_folder_make_file (copy->path, error))
    return NULL;

  copy->db = sdm_record_connection_open (copy->path, SQLITE_OPEN_READWRITE, error);
  if (copy->db == NULL ||
      !sdm_record_connection_exec (copy->db, "PRAGMA journal_mode = MEMORY", SDM_RECORD_OPENING, error) ||
      !sdm_record_connection_exec (copy->db, "PRAGMA synchronous = OFF", SDM_RECORD_OPENING, error))
    return NULL;

  copy->backup = sqlite3_backup_init (copy->db, "main", file->db, "main");
  if (copy->backup != NULL)
    return g_steal_pointer (&copy);

  sdm_record_connection_set_error (error, copy->db, SDM_RECORD_OPENING);
  return NULL;
}

/**
 * sdm_record_copy_begin:
 *
 * Notes that a backup is made, and begins to copy the file; sdm_record_copy_step()
 * goes on. Fails with %SDM_RECORD_ERROR_IN_USE while another is being copied.
 */
gboolean
sdm_record_copy_begin (SdmRecordFile *file,
                       GError       **error)
{
  if (file->copy != NULL)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE,
                           _("A backup is being made already. Wait until it is done."));
      return FALSE;
    }
  if (!sdm_record_audit_note (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_BACKUP, NULL, 0, NULL), error))
    return FALSE;

  file->copy = new_copy (file, error);
  return file->copy != NULL;
}

static gboolean
set_closed (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED,
                       _("The records were closed while a backup was made, so there is none of today. Open the records, then make it again."));
  return FALSE;
}

/**
 * sdm_record_copy_step:
 * @done: (out): how many pages are copied
 * @all: (out): of how many; the same at the end
 */
gboolean
sdm_record_copy_step (SdmRecordFile *file,
                      gint64        *done,
                      gint64        *all,
                      GError       **error)
{
  SdmRecordCopy *copy = file->copy;
  int            result;

  if (copy == NULL)
    return set_closed (error);

  result = sqlite3_backup_step (copy->backup, PAGES_PER_STEP);
  if (result != SQLITE_OK && result != SQLITE_DONE)
    {
      sqlite3_backup_finish (copy->backup); /* which tells the connection what went wrong */
      copy->backup = NULL;
      sdm_record_connection_set_error (error, copy->db, SDM_RECORD_OPENING);
      return FALSE;
    }

  *all = MAX (sqlite3_backup_pagecount (copy->backup), 1);
  *done = result == SQLITE_DONE ? *all : MIN (*all - sqlite3_backup_remaining (copy->backup), *all - 1);
  return TRUE;
}

/**
 * sdm_record_copy_end:
 *
 * Returns: (transfer full) (nullable): the copy, whole, which nobody has open
 */
char *
sdm_record_copy_end (SdmRecordFile *file,
                     GError       **error)
{
  g_autoptr (SdmRecordCopy) copy = g_steal_pointer (&file->copy);

  if (copy == NULL)
    {
      set_closed (error);
      return NULL;
    }

  return g_strdup (copy->path);
}

/**
 * sdm_record_copy_abandon:
 *
 * Removes what is copied so far, if anything.
 */
void
sdm_record_copy_abandon (SdmRecordFile *file)
{
  g_autofree char *path = file->copy != NULL ? g_strdup (file->copy->path) : NULL;

  g_clear_pointer (&file->copy, free_copy);
  if (path != NULL)
    sdm_record_folder_remove_database (path);
}

/**
 * sdm_record_copy_check:
 * @path: a copy that was ended
 * @pace: whoever can give it up
 *
 * Looks through all of it, and waits until the disk has it. Takes long where
 * there are many records.
 */
gboolean
sdm_record_copy_check (const char          *path,
                       const SdmRecordPace *pace,
                       GError             **error)
{
  g_autoptr (sqlite3) db = sdm_record_connection_open (path, SQLITE_OPEN_READWRITE, error);
  g_autoptr (GError) failure = NULL;
  gboolean good;

  if (db == NULL)
    return FALSE;

  sdm_record_pace_follow (pace, db);
  /* One file, without a journal beside it. */
  good = sdm_record_connection_exec (db, "PRAGMA journal_mode = DELETE", SDM_RECORD_OPENING, &failure) &&
         sdm_record_connection_check (db, FALSE, &failure);
  if (!sdm_record_pace_check (pace, error))
    return FALSE;
  if (!good)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return sdm_record_folder_sync (path, error);
}
