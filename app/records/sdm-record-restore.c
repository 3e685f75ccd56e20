/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-backup-private.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-check-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-header-private.h"
#include "sdm-record-watch-private.h"

/* Putting a backup in the place of the records. */

#define INCOMING ".restoring"

/* Out of SDM_RECORD_PACE_ALL; checking is the rest. */
#define SHARE_OF_COPYING 400

/* Where the parts of it are. */
typedef struct
{
  SdmRecordPair own;
  SdmRecordPair backup;
  SdmRecordPair incoming; /* a copy of the backup */
  SdmRecordPair aside;    /* for what was here before */
} Places;

static void
clear_places (Places *places)
{
  sdm_record_pair_clear (&places->own);
  sdm_record_pair_clear (&places->backup);
  sdm_record_pair_clear (&places->incoming);
  sdm_record_pair_clear (&places->aside);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, clear_places)

static gboolean
check_closed_properly (SdmRecordFile *file,
                       GError       **error)
{
  if (!sdm_record_folder_has_journal (file->path))
    return TRUE;

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
               /* Translators: a path */
               _("“%s” was not closed properly. Open it once, or move it away with the files that begin like it, before a backup takes its place."),
                  file->path);
  return FALSE;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static gboolean
check_header (const char *path,
              GError    **error)
{
  switch (sdm_record_header_look_at (path, sdm_record_schema_get_steps ()->n_steps, FALSE))
    {
    case SDM_RECORD_HEADER_GOOD:
      return TRUE;
    case SDM_RECORD_HEADER_NOT_OURS:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
                   /* Translators: a path */
                   _("“%s” is no backup of Evenhand’s records. Nothing was changed. Choose another file."), path);
      return FALSE;
    case SDM_RECORD_HEADER_NEWER:
      sdm_record_schema_set_newer (error);
      return FALSE;
    case SDM_RECORD_HEADER_CUT_SHORT:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                   /* Translators: a path */
                   _("The backup “%s” is cut short. Nothing was changed. Choose another backup."), path);
      return FALSE;
    case SDM_RECORD_HEADER_UNREADABLE:
    default:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                   /* Translators: the first is a path, the second what the system said */
                   _("The backup “%s” could not be read (%s). Nothing was changed."), path, g_strerror (errno));
      return FALSE;
    }
}

/* Says what is wrong with a file that cannot be a backup, while nothing was changed. */
static gboolean
check_backup (SdmRecordFile       *file,
              const SdmRecordPair *backup,
              GError             **error)
{
  if (is_same_file (backup->path, file->path))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                   /* Translators: a path */
                   _("“%s” is the file of the records themselves, and no backup of them. Nothing was changed. Choose a backup."),
                      backup->path);
      return FALSE;
    }
  if (!check_header (backup->path, error))
    return FALSE;
  if (backup->key != NULL && sdm_record_folder_look_at (backup->key) == SDM_RECORD_PRESENCE_ABSENT)
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NO_KEY,
                   /* Translators: a path */
                   _("The key “%s”, which belongs to the backup, is missing. Nothing was changed. Put it beside the backup."),
                      backup->key);
      return FALSE;
    }

  return TRUE;
}

static gboolean
note_restored (SdmRecordFile           *file,
               const SdmRecordRestored *restored,
               GError                 **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_RESTORE, NULL, 0, NULL);

  if (restored->missing_until > 0)
    event->outcome = g_strdup ("older-file");
  return sdm_record_audit_note (file, event, error);
}

/* What was here last, as far as that is remembered, and what is in it now. */
static gboolean
tell_restored (SdmRecordFile     *file,
               SdmRecordRestored *restored,
               GError           **error)
{
  gint64 seq;
  gint64 time;

  restored->until = file->last_used;
  restored->missing_until = sdm_record_watch_get_last (file, &seq, &time) && seq > file->n_used ? time : 0;
  return sdm_record_connection_get_number (file->db, "SELECT count (*) FROM patient", &restored->n_patients, error) &&
         sdm_record_connection_get_number (file->db, "SELECT count (DISTINCT consultation_id) FROM version", &restored->n_finished, error) &&
         sdm_record_connection_get_number (file->db, "SELECT count (*) FROM draft", &restored->n_drafts, error);
}

static gboolean
check_rows (SdmRecordFile       *file,
            const SdmRecordPace *pace,
            GError             **error)
{
  g_autoptr (SdmRecordCheck) check = sdm_record_check_new (NULL, NULL);
  gint64 done;
  gint64 all;

  do
    {
      if (!sdm_record_check_step (file, check, &done, &all, error))
        return FALSE;
      sdm_record_pace_tell (pace, done, all);
      if (!sdm_record_pace_check (pace, error))
        return FALSE;
    }
  while (done < all);

  return TRUE;
}

/* Opens what was put in its place, looks through all of it, and notes where it comes from. What is
 * remembered is read afterwards: it may be that of a later file. */
static gboolean
check_restored (SdmRecordFile         *file,
                const SdmRecordAccess *access,
                const SdmRecordPace   *pace,
                SdmRecordRestored     *restored,
                GError               **error)
{
  const SdmRecordPace checking = sdm_record_pace_part (pace, SHARE_OF_COPYING, SDM_RECORD_PACE_ALL);

  file->is_restored = TRUE;
  if (!sdm_record_file_open_prepared (file, access, NULL, error) || !check_rows (file, &checking, error))
    return FALSE;

  file->is_restored = FALSE;
  sdm_record_watch_read (file);
  if (!tell_restored (file, restored, error) || !note_restored (file, restored, error))
    return FALSE;

  sdm_record_watch_begin_anew (file);
  sdm_record_watch_note_check (file, TRUE);
  return TRUE;
}

static gboolean
set_not_restored (GError             **error,
                  const GError        *cause,
                  const SdmRecordPair *backup)
{
  if (cause->domain != SDM_RECORD_ERROR)
    g_propagate_error (error, g_error_copy (cause)); /* it was no longer wanted */
  else if (g_error_matches (cause, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS))
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
                 /* Translators: a path */
                 _("“%s” is a backup of consultations of the other kind: practice and real ones are never mixed. All is as it was. Choose another backup."),
                    backup->path);
  else
    g_set_error (error, SDM_RECORD_ERROR, cause->code,
                 /* Translators: a whole sentence that says what is wrong */
                 _("The backup was not put back, and all is as it was. %s"), cause->message);

  return FALSE;
}

/* What was here stands aside, and comes back where the backup does not hold. */
static gboolean
put_in_place (SdmRecordFile         *file,
              const Places          *places,
              const SdmRecordAccess *access,
              const SdmRecordPace   *pace,
              SdmRecordRestored     *restored,
              GError               **error)
{
  g_autoptr (GError) cause = NULL;

  if (!sdm_record_pair_move (&places->own, &places->aside))
    {
      sdm_record_folder_set_errno (error, errno, file->folder);
      return FALSE;
    }
  if (!sdm_record_pair_move (&places->incoming, &places->own))
    sdm_record_folder_set_errno (&cause, errno, file->folder);
  else if (check_restored (file, access, pace, restored, &cause))
    return TRUE;

  sdm_record_file_disconnect (file);
  sdm_record_pair_remove (&places->own);
  if (sdm_record_pair_move (&places->aside, &places->own))
    return set_not_restored (error, cause, &places->backup);

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
               /* Translators: the first is what the system said, the second a path */
               _("The backup does not hold, and what was there before could not get its name back (%s). It is whole, in “%s”."),
                  g_strerror (errno), places->aside.path);
  return FALSE;
}

/* All of it is here before anything gets another name. */
static gboolean
bring (SdmRecordFile       *file,
       const Places        *places,
       const SdmRecordPace *pace,
       GError             **error)
{
  const SdmRecordPace copying = sdm_record_pace_part (pace, 0, SHARE_OF_COPYING);
  g_autoptr (GError) cause = NULL;

  sdm_record_pair_remove (&places->incoming);
  if (sdm_record_pair_copy (&places->backup, &places->incoming, &copying, &cause))
    return TRUE;

  return set_not_restored (error, cause, &places->backup);
}

static gboolean
find_places (SdmRecordFile *file,
             const char    *path,
             Places        *places,
             GError       **error)
{
  places->backup = sdm_record_pair_make (file, g_strdup (path));
  if (!check_backup (file, &places->backup, error))
    return FALSE;

  places->own = (SdmRecordPair){ g_strdup (file->path), sdm_record_file_dup_key_path (file) };
  places->incoming = sdm_record_pair_make (file, g_strconcat (file->path, INCOMING, NULL));
  places->aside = sdm_record_pair_make (file, sdm_record_folder_dup_free_path (file->path, "before-restore", error));
  return places->aside.path != NULL;
}

/**
 * sdm_record_backup_restore:
 * @folder: where the records are to be
 * @path: a backup
 * @access: (nullable): what somebody signs in with; for real records
 * @pace: whoever is told how far it has come, and can give it up
 * @restored: (out): what was brought back
 *
 * Puts a backup in the place of the records, opens it and checks all of it.
 * What was there before stays beside it under another name; when the backup does
 * not hold, it is put back. Nobody else gets at the folder meanwhile.
 *
 * Returns: (transfer full) (nullable): the file, open for who signed in
 */
SdmRecordFile *
sdm_record_backup_restore (const char            *folder,
                           SdmRecordStoreKind     kind,
                           const char            *path,
                           const SdmRecordAccess *access,
                           const SdmRecordPace   *pace,
                           SdmRecordRestored     *restored,
                           GError               **error)
{
  g_autoptr (SdmRecordFile) file = sdm_record_file_prepare (folder, kind, error);
  g_auto (Places) places = { { NULL } };

  if (file == NULL || !check_closed_properly (file, error) || !find_places (file, path, &places, error))
    return NULL;
  if (bring (file, &places, pace, error) && put_in_place (file, &places, access, pace, restored, error))
    return g_steal_pointer (&file);

  sdm_record_pair_remove (&places.incoming);
  return NULL;
}
