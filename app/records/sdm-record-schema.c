/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-file-private.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-backup-private.h"
#include "sdm-record-epoch-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-reseal-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-records-resources.h"

/* The list of versions. A new one also brings a file of the old shape in tests/data/stores. */
static const SdmRecordStep own_steps[] = {
  { 1, NULL, "/org/evenhand/Evenhand/sql/001-practice.sql" },
  { 2, NULL, "/org/evenhand/Evenhand/sql/002-sealed.sql" },
  { 3, NULL, "/org/evenhand/Evenhand/sql/003-patients.sql" },
  { 4, NULL, "/org/evenhand/Evenhand/sql/004-audit-index.sql" },
  { 5, NULL, "/org/evenhand/Evenhand/sql/005-practice-talks.sql" },
  { 6, NULL, "/org/evenhand/Evenhand/sql/006-after-visit.sql" },
};

/**
 * sdm_record_schema_get_steps:
 *
 * Returns: (transfer none): the steps to the shape of this version
 */
const SdmRecordSteps *
sdm_record_schema_get_steps (void)
{
  static const SdmRecordSteps steps = { own_steps, G_N_ELEMENTS (own_steps) };

  return &steps;
}

/**
 * sdm_record_schema_set_newer:
 *
 * Says that the file is from a newer version.
 */
void
sdm_record_schema_set_newer (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER,
                       _("These records were made by a newer version of Evenhand. Nothing was opened or changed. Install the newer version, or save a copy of the folder first."));
}

/* The library registers its own, as nothing outside it knows of them. */
static void
register_resource (void)
{
  static gsize is_registered = 0;

  if (g_once_init_enter (&is_registered))
    {
      sdm_records_register_resource ();
      g_once_init_leave (&is_registered, 1);
    }
}

static char *
dup_sql (const SdmRecordStep *step)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize       size;
  const char *text;

  if (step->sql != NULL)
    return g_strdup (step->sql);

  register_resource ();
  /* Not in sdm_records_get_resource (): that is NULL while another thread is about to register it. */
  bytes = g_resources_lookup_data (step->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL); /* it is compiled in */
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

/* One step, whole or not at all. */
static gboolean
apply_step (sqlite3             *db,
            const SdmRecordStep *step,
            GError             **error)
{
  g_autofree char *sql = dup_sql (step);
  gint64           version = 0;
  gboolean         good;

  good = sdm_record_connection_exec (db, "BEGIN IMMEDIATE", SDM_RECORD_OPENING, error) &&
         sdm_record_connection_exec (db, sql, SDM_RECORD_OPENING, error) &&
         sdm_record_connection_get_number (db, "PRAGMA user_version", &version, error);
  g_assert (!good || version == step->version); /* its last statement raises it */
  good = good && sdm_record_connection_exec (db, "COMMIT", SDM_RECORD_OPENING, error);

  if (!good && !sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return good;
}

static gboolean
apply_steps (SdmRecordFile        *file,
             const SdmRecordSteps *steps,
             gint64                version,
             GError              **error)
{
  gboolean good = sdm_record_reseal_lend (file, error);

  for (gsize i = (gsize) version; good && i < steps->n_steps; i++)
    good = apply_step (file->db, &steps->step[i], error);
  sdm_record_reseal_take_back (file);

  return good;
}

/* What a new file begins with: whose it is, and a proof of its key. */
static gboolean
add_first_rows (SdmRecordFile *file,
                gint64         now,
                GError       **error)
{
  const char *kind = sdm_record_store_kind_get_text (file->kind);

  return sdm_record_connection_run (file->db, SDM_RECORD_OPENING, error,
                                    "INSERT INTO store (one, id, kind, created_us) VALUES (1, $1, CAST ($2 AS TEXT), $3)",
                                    "bbi", file->id, (gsize) SDM_RECORD_ID_SIZE, kind, strlen (kind), now) &&
         sdm_record_epoch_add (file, now, NULL, error);
}

static gboolean
fill_new_file (SdmRecordFile     *file,
               SdmRecordFoundFunc found,
               gpointer           found_data,
               GError           **error)
{
  const gint64 now = g_get_real_time ();
  gboolean     good;

  sdm_record_id_make (now, file->id);
  good = sdm_record_connection_exec (file->db, "BEGIN IMMEDIATE", SDM_RECORD_OPENING, error) &&
         add_first_rows (file, now, error) &&
         (found == NULL || found (file, now, found_data, error)) &&
         sdm_record_connection_exec (file->db, "COMMIT", SDM_RECORD_OPENING, error);
  if (!good && !sqlite3_get_autocommit (file->db))
    sqlite3_exec (file->db, "ROLLBACK", NULL, NULL, NULL);

  return good;
}

/* With the rollback journal, which is safe at each moment of making a file. */
static gboolean
write_new_file (SdmRecordFile        *file,
                const char           *path,
                SdmRecordFoundFunc    found,
                gpointer              found_data,
                const SdmRecordSteps *steps,
                GError              **error)
{
  gboolean good;

  file->db = sdm_record_connection_open (path, SQLITE_OPEN_READWRITE, error);
  good = file->db != NULL &&
         sdm_record_connection_configure (file->db, error) &&
         apply_steps (file, steps, 0, error) &&
         fill_new_file (file, found, found_data, error) &&
         sdm_record_connection_use_wal (file->db, error);
  sdm_record_statement_finalize_all (file);
  g_clear_pointer (&file->db, sdm_record_connection_close);

  return good;
}

/**
 * sdm_record_schema_create:
 * @file: a file that is not there, with its folder locked and its key
 * @found: (nullable): adds more to the new file
 * @found_data: for @found
 * @steps: the steps to the newest shape
 *
 * Makes the file under another name, and gives it its own when it is whole and
 * on the disk. What is left of an earlier try never held a consultation.
 */
gboolean
sdm_record_schema_create (SdmRecordFile        *file,
                          SdmRecordFoundFunc    found,
                          gpointer              found_data,
                          const SdmRecordSteps *steps,
                          GError              **error)
{
  g_autofree char *new_path = g_strconcat (file->path, ".new", NULL);

  sdm_record_folder_remove_database (new_path);
  if (!sdm_record_folder_make_file (new_path, error))
    return FALSE;

  if (!write_new_file (file, new_path, found, found_data, steps, error) || !sdm_record_folder_sync (new_path, error))
    {
      sdm_record_folder_remove_database (new_path);
      return FALSE;
    }
  if (g_rename (new_path, file->path) != 0)
    {
      sdm_record_folder_set_errno (error, errno, file->folder);
      sdm_record_folder_remove_database (new_path);
      return FALSE;
    }

  return sdm_record_folder_sync (file->folder, error);
}

/* Copies, checks the copy, and only then gives it its name. */
static gboolean
copy_before (SdmRecordFile *file,
             gint64         version,
             GError       **error)
{
  g_autofree char *what = g_strdup_printf ("shape-%" G_GINT64_FORMAT "-copy", version);
  g_autofree char *path = sdm_record_folder_dup_free_path (file->path, what, error);

  return path != NULL && sdm_record_backup_copy (file, path, error);
}

/**
 * sdm_record_schema_upgrade:
 * @file: a configured connection to a file of ours, with its id and its key
 * @steps: the steps to the newest shape
 *
 * Brings an older file to the newest shape, after a checked copy of it. Each
 * step is done whole or not at all; a failure leaves the last whole one.
 */
gboolean
sdm_record_schema_upgrade (SdmRecordFile        *file,
                           const SdmRecordSteps *steps,
                           GError              **error)
{
  g_autoptr (GError) cause = NULL;
  gint64 version;

  if (!sdm_record_connection_get_number (file->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == (gint64) steps->n_steps)
    return TRUE;
  if (version > (gint64) steps->n_steps)
    {
      sdm_record_schema_set_newer (error);
      return FALSE;
    }

  if (!copy_before (file, version, error))
    return FALSE;
  file->was_upgraded = TRUE;
  if (apply_steps (file, steps, version, &cause))
    return TRUE;

  g_set_error (error, SDM_RECORD_ERROR, cause->code,
               /* Translators: a whole sentence that says what is wrong */
               _("Records of an older version could not be brought up to date, and were left as they were. %s"),
                  cause->message);
  return FALSE;
}
