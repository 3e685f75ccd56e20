/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-folder-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-error.h"

#define COPY_BLOCK (256 * 1024)
#define ENDING     ".db"
#define MOST_ASIDE 1000

/* From statfs(2) and linux/magic.h: file systems another computer can write to,
 * and FUSE, behind which most often is one. Locks and flushes mean nothing there. */
static const guint64 shared_filesystems[] = {
  0x6969,     /* NFS */
  0x517B,     /* SMB */
  0xFF534D42, /* CIFS */
  0xFE534D42, /* SMB2 */
  0x564C,     /* NCP */
  0x5346414F, /* AFS (OpenAFS) */
  0x6B414653, /* AFS (kernel) */
  0x73757245, /* Coda */
  0x01021997, /* 9P */
  0x00C36400, /* Ceph */
  0x01161970, /* GFS2 */
  0x7461636F, /* OCFS2 */
  0x0BD00BD0, /* Lustre */
  0x786F4256, /* VirtualBox shared folder */
  0xBACBACBC, /* VMware shared folder */
  0x65735546, /* FUSE: sshfs, rclone, gvfs */
};

/* What synchronising programs leave in the folder they look after. */
static const char *const sync_marks[] = {
  ".dropbox",
  ".dropbox.cache",
  ".stfolder",
  ".owncloudsync.log",
  ".nextcloudsync.log",
  ".sync_journal.db",
};

/* What such folders are called, alone or followed by " - somebody". */
static const char *const sync_names[] = {
  "Dropbox",
  "OneDrive",
  "Google Drive",
  "iCloud Drive",
  "Nextcloud",
  "ownCloud",
};

/**
 * sdm_record_folder_is_shared_filesystem:
 * @magic: `f_type` of statfs(2)
 *
 * Returns: whether other computers can write there
 */
gboolean
sdm_record_folder_is_shared_filesystem (guint64 magic)
{
  /* f_type is signed on some machines. */
  for (gsize i = 0; i < G_N_ELEMENTS (shared_filesystems); i++)
    if ((magic & G_MAXUINT32) == shared_filesystems[i])
      return TRUE;

  return FALSE;
}

static gboolean
has_sync_name (const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (sync_names); i++)
    if (g_str_has_prefix (name, sync_names[i]))
      {
        const char *rest = name + strlen (sync_names[i]);

        if (*rest == '\0' || g_str_has_prefix (rest, " - "))
          return TRUE;
      }

  return FALSE;
}

static gboolean
has_sync_mark (const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sync_marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, sync_marks[i], NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

/**
 * sdm_record_folder_is_synced:
 * @folder: an absolute path without links
 *
 * Some programs keep their mark in the home folder and not in the folder they
 * look after, so the home folder itself is not asked for marks.
 *
 * Returns: whether a program copies what is in @folder or above it elsewhere
 */
gboolean
sdm_record_folder_is_synced (const char *folder)
{
  g_autofree char *at = g_strdup (folder);

  while (!g_str_equal (at, "/") && !g_str_equal (at, "."))
    {
      char *parent;

      if (has_sync_name (at))
        return TRUE;
      if (!g_str_equal (at, g_get_home_dir ()) && has_sync_mark (at))
        return TRUE;

      parent = g_path_get_dirname (at);
      g_free (at);
      at = parent;
    }

  return FALSE;
}

/**
 * sdm_record_folder_set_errno:
 * @number: an errno
 * @folder: where it happened, for the message
 *
 * Sets @error from what the system answered about a folder or a file in it.
 */
void
sdm_record_folder_set_errno (GError    **error,
                             int         number,
                             const char *folder)
{
  switch (number)
    {
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOTDIR:
    case EEXIST:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY,
                   /* Translators: the first is a folder, the second what the system said:
                    * "Nothing can be kept in “/srv/records”: it cannot be written (Permission denied). Choose another folder." */
                   _("Nothing can be kept in “%s”: it cannot be written (%s). Choose another folder."),
                      folder, g_strerror (number));
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL,
                   /* Translators: a folder: "Nothing can be kept in “/srv/records”: the disk is full. Free some space, then try again." */
                   _("Nothing can be kept in “%s”: the disk is full. Free some space, then try again."),
                      folder);
      break;
    default:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                   /* Translators: the first is a folder, the second what the system said:
                    * "The records in “/srv/records” could not be reached (Input/output error). Try again." */
                   _("The records in “%s” could not be reached (%s). Try again."),
                      folder, g_strerror (number));
      break;
    }
}

/**
 * sdm_record_folder_prepare:
 * @folder: where the records are, or are to be; made with mode 0700 when absent
 *
 * Returns: (transfer full) (nullable): the folder without links, or %NULL when it
 *   cannot be used
 */
char *
sdm_record_folder_prepare (const char *folder,
                           GError    **error)
{
  struct statfs    filesystem;
  char            *resolved;
  g_autofree char *real = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      return NULL;
    }

  resolved = realpath (folder, NULL);
  if (resolved == NULL || statfs (resolved, &filesystem) != 0)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      free (resolved);
      return NULL;
    }
  real = g_strdup (resolved);
  free (resolved);

  if (sdm_record_folder_is_shared_filesystem ((guint64) filesystem.f_type) || sdm_record_folder_is_synced (real))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NETWORK,
                   /* Translators: a folder: "“/media/share” is on the network, or is copied to other computers. …" */
                   _("“%s” is on the network, or is copied to other computers. Records are only safe on this computer’s own disk. Choose a folder there."),
                      folder);
      return NULL;
    }
  if (access (real, W_OK | X_OK) != 0)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      return NULL;
    }

  return g_steal_pointer (&real);
}

/* Who has it, for whoever comes second: account, computer and time, a line each. */
static void
note_owner (int lock)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n", g_get_user_name (), g_get_host_name (), when);

  /* Where it cannot be written, the lock holds all the same. */
  if (ftruncate (lock, 0) != 0 || pwrite (lock, text, strlen (text), 0) < 0)
    g_debug ("Who has the records could not be noted: %s", g_strerror (errno));
}

static void
set_in_use (GError    **error,
            int         lock,
            const char *folder)
{
  char         text[512] = { 0 };
  const gssize got = pread (lock, text, sizeof text - 1, 0);
  g_auto (GStrv) lines = g_strsplit (got > 0 && g_utf8_validate (text, -1, NULL) ? text : "", "\n", 0);

  if (g_strv_length (lines) == 4)
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE,
                 /* Translators: a folder, then an account, a computer, and a day with a time */
                 _("The records in “%s” are in use by another copy of Evenhand: by %s on %s, since %s. Close it, then try again."),
                    folder, lines[0], lines[1], lines[2]);
  else
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE,
                 /* Translators: a folder */
                 _("The records in “%s” are in use by another copy of Evenhand on this computer. Close it, then try again."),
                    folder);
}

/**
 * sdm_record_folder_lock:
 * @folder: a folder that was prepared
 * @name: of the lock file in it
 *
 * Keeps other copies of the program out, from before the file is made until the
 * descriptor is closed. The system lets go of it when the program dies.
 *
 * Returns: a descriptor to close(), or -1
 */
int
sdm_record_folder_lock (const char *folder,
                        const char *name,
                        GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int              lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int              number;

  if (lock < 0)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      return -1;
    }

  if (flock (lock, LOCK_EX | LOCK_NB) == 0)
    {
      note_owner (lock);
      return lock;
    }

  number = errno;
  if (number == EWOULDBLOCK)
    set_in_use (error, lock, folder);
  else
    sdm_record_folder_set_errno (error, number, folder);
  close (lock);
  return -1;
}

/**
 * sdm_record_folder_look_at:
 * @path: a name in the folder
 *
 * Returns: what stands there; a link is never followed
 */
SdmRecordPresence
sdm_record_folder_look_at (const char *path)
{
  struct stat found;

  if (lstat (path, &found) != 0)
    return errno == ENOENT ? SDM_RECORD_PRESENCE_ABSENT : SDM_RECORD_PRESENCE_OTHER;
  if (!S_ISREG (found.st_mode))
    return SDM_RECORD_PRESENCE_OTHER;

  return found.st_size == 0 ? SDM_RECORD_PRESENCE_EMPTY : SDM_RECORD_PRESENCE_FILE;
}

/**
 * sdm_record_folder_has_journal:
 * @path: a database
 *
 * Returns: whether there is a journal that waits to be played into it
 */
gboolean
sdm_record_folder_has_journal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return sdm_record_folder_look_at (wal) == SDM_RECORD_PRESENCE_FILE ||
         sdm_record_folder_look_at (journal) == SDM_RECORD_PRESENCE_FILE;
}

/**
 * sdm_record_folder_remove_database:
 * @path: a database that no connection has open
 *
 * Removes it, and its journals.
 */
void
sdm_record_folder_remove_database (const char *path)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * sdm_record_folder_dup_free_path:
 * @path: a database
 * @what: what is to stand beside it
 *
 * Returns: (transfer full) (nullable): the first name like "records-WHAT-1.db" that
 *   is free, also for a key beside it, so that nothing is written over
 */
char *
sdm_record_folder_dup_free_path (const char *path,
                                 const char *what,
                                 GError    **error)
{
  g_autofree char *base = g_strndup (path, strlen (path) - strlen (ENDING));
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert (g_str_has_suffix (path, ENDING));
  for (guint i = 1; i <= MOST_ASIDE; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s-%s-%u" ENDING, base, what, i);
      g_autofree char *key = g_strconcat (aside, ".key", NULL);

      if (sdm_record_folder_look_at (aside) == SDM_RECORD_PRESENCE_ABSENT &&
          sdm_record_folder_look_at (key) == SDM_RECORD_PRESENCE_ABSENT)
        return g_steal_pointer (&aside);
    }

  sdm_record_folder_set_errno (error, EEXIST, folder);
  return NULL;
}

/**
 * sdm_record_folder_make_file:
 * @path: a file that must not be there yet
 *
 * Makes an empty file that only its owner can read, for SQLite to fill.
 */
gboolean
sdm_record_folder_make_file (const char *path,
                             GError    **error)
{
  int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (file < 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      sdm_record_folder_set_errno (error, errno, folder);
      return FALSE;
    }

  close (file);
  return TRUE;
}

/**
 * sdm_record_folder_sync:
 * @path: a file that no connection has open, or a folder
 *
 * Waits until the disk has it.
 */
gboolean
sdm_record_folder_sync (const char *path,
                        GError    **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);

  if (file < 0 || fsync (file) != 0)
    {
      sdm_record_folder_set_errno (error, errno, path);
      if (file >= 0)
        close (file);
      return FALSE;
    }

  close (file);
  return TRUE;
}

static gboolean
write_block (int           file,
             gconstpointer bytes,
             gsize         size)
{
  gsize written = 0;

  while (written < size)
    {
      const gssize taken = write (file, (const guint8 *) bytes + written, size - written);

      if (taken < 0 && errno == EINTR)
        continue;
      if (taken <= 0)
        return FALSE;
      written += (gsize) taken;
    }

  return TRUE;
}

/* Closes the file, and keeps the errno of what failed before. */
static gboolean
close_written (int      file,
               gboolean good)
{
  const int number = errno;

  if (good)
    return fsync (file) == 0 ? close (file) == 0 : close_written (file, FALSE);

  close (file);
  errno = number;
  return FALSE;
}

static gboolean
write_all (const char   *path,
           gconstpointer bytes,
           gsize         size)
{
  const int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  return file >= 0 && close_written (file, write_block (file, bytes, size));
}

/**
 * sdm_record_folder_write_file:
 * @folder: a folder that is locked
 * @name: of the file in it, which may be there
 *
 * Writes a small file that only its owner can read, whole or not at all.
 */
gboolean
sdm_record_folder_write_file (const char   *folder,
                              const char   *name,
                              gconstpointer bytes,
                              gsize         size,
                              GError      **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *new_path = g_strconcat (path, ".new", NULL);

  g_unlink (new_path);
  if (!write_all (new_path, bytes, size) || g_rename (new_path, path) != 0)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      g_unlink (new_path);
      return FALSE;
    }

  return sdm_record_folder_sync (folder, error);
}

static gboolean
copy_all (int                  from,
          int                  to,
          const SdmRecordPace *pace)
{
  g_autofree guint8 *block = g_malloc (COPY_BLOCK);
  struct stat        found;
  const gint64       all = fstat (from, &found) == 0 ? found.st_size : 0;
  gint64             done = 0;
  gssize             got;

  do
    {
      got = read (from, block, COPY_BLOCK);
      if (got > 0 && !write_block (to, block, (gsize) got))
        return FALSE;
      done += MAX (got, 0);
      if (pace != NULL && !sdm_record_pace_tell (pace, MIN (done, all), all))
        {
          errno = ECANCELED;
          return FALSE;
        }
    }
  while (got > 0 || (got < 0 && errno == EINTR));

  return got == 0;
}

/**
 * sdm_record_folder_copy_file:
 * @from: a file that nobody has open
 * @to: a file that must not be there yet
 * @pace: (nullable): whoever is told how far it has come
 *
 * Copies a file to where only its owner can read it, from its first byte on, and
 * waits until the disk has it. What was written of a copy that failed is removed.
 *
 * Returns: FALSE with errno set; %ECANCELED where it was no longer wanted
 */
gboolean
sdm_record_folder_copy_file (const char          *from,
                             const char          *to,
                             const SdmRecordPace *pace)
{
  const int source = open (from, O_RDONLY | O_CLOEXEC);
  int       target;
  int       number;
  gboolean  good;

  if (source < 0)
    return FALSE;

  target = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  good = target >= 0 && close_written (target, copy_all (source, target, pace));
  number = errno;
  close (source);
  if (!good && target >= 0)
    g_unlink (to);
  errno = number;

  return good;
}
