/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A letter is whole in its place or not there at all: a new file beside it, forced to disk, then
 * given its name. */

static gboolean
set_system_error (GError    **error,
                  const char *path,
                  int         code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               /* Translators: %1$s is the name of a file, %2$s the reason given by the system. */
               _("The letter could not be saved as “%1$s”: %2$s"), name, g_strerror (code));
  return FALSE;
}

/* Renaming onto a device, a folder or a pipe would replace it, or hang. */
static gboolean
check_target (const char *path,
              GError    **error)
{
  GStatBuf         status;
  g_autofree char *name = NULL;

  if (g_lstat (path, &status) != 0)
    return errno == ENOENT ? TRUE : set_system_error (error, path, errno);
  if (S_ISREG (status.st_mode))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_TARGET,
               /* Translators: %s is the name of a file. */
               _("The letter could not be saved as “%s”: this is not a plain file."), name);
  return FALSE;
}

static gboolean
write_all (int         fd,
           GBytes     *bytes,
           const char *path,
           GError    **error)
{
  gsize         left = 0;
  const guint8 *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      ssize_t n = write (fd, at, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_system_error (error, path, errno);
      at += n;
      left -= (gsize) n;
    }
  if (fsync (fd) != 0)
    return set_system_error (error, path, errno);
  return TRUE;
}

/* The name is on disk when the folder is. Some file systems cannot say so; the letter is saved then. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/**
 * sdm_letter_save:
 * @bytes: the file
 * @file: a local place; a file that is there is replaced
 *
 * Saves a letter, readable by its owner only. The place holds the old file or
 * the whole new one, whatever happens. Fails with %SDM_LETTER_ERROR_TARGET where
 * the place is something else than a plain file, and with a %G_FILE_ERROR where
 * the system refuses.
 *
 * Returns: whether it was saved
 */
gboolean
sdm_letter_save (GBytes  *bytes,
                 GFile   *file,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  int              fd = -1;
  gboolean         ok = FALSE;

  g_return_val_if_fail (bytes != NULL && G_IS_FILE (file), FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_set_error_literal (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_TARGET,
                           _("The letter can only be saved in a folder of this computer."));
      return FALSE;
    }
  if (!check_target (path, error))
    return FALSE;
  folder = g_path_get_dirname (path);
  temporary = g_build_filename (folder, ".evenhand-letter-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_system_error (error, path, errno);

  ok = write_all (fd, bytes, path, error);
  if (close (fd) != 0 && ok)
    ok = set_system_error (error, path, errno);
  if (ok && g_rename (temporary, path) != 0)
    ok = set_system_error (error, path, errno);
  if (ok)
    sync_folder (folder);
  else
    g_unlink (temporary);
  return ok;
}

/**
 * sdm_letter_get_twin:
 * @file: where a letter is saved: "letter.pdf"
 *
 * Returns: (transfer full): the place of its plain text beside it: "letter.txt"
 */
GFile *
sdm_letter_get_twin (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *twin = NULL;

  if (g_str_has_suffix (lower, ".pdf") && strlen (name) > strlen (".pdf"))
    name[strlen (name) - strlen (".pdf")] = '\0';
  twin = g_strconcat (name, ".txt", NULL);

  return folder != NULL ? g_file_get_child (folder, twin) : g_file_new_for_path (twin);
}

/**
 * sdm_letter_get_copy:
 * @file: where a letter in the language of its reader is saved: "letter.pdf"
 * @language: of the record
 *
 * Returns: (transfer full): the place of the clinician's copy beside it: "letter-en-GB.pdf"
 */
GFile *
sdm_letter_get_copy (GFile      *file,
                     const char *language)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char            *end = strrchr (name, '.');
  g_autofree char *ending = g_strdup (end != NULL ? end : "");
  g_autofree char *copied = NULL;

  if (end != NULL)
    *end = '\0';
  copied = g_strdup_printf ("%s-%s%s", name, language, ending);

  return g_file_new_build_filename (folder, copied, NULL);
}

/**
 * sdm_letter_save_with_text:
 * @text: the words of the letter
 *
 * As sdm_letter_save(), with the words beside it. A text of that name that lay there before the letter did is
 * somebody's own, and stays; the words are in "letter.pdf.txt" then.
 *
 * Returns: whether both were saved; where the words were not, the letter was
 */
gboolean
sdm_letter_save_with_text (GBytes  *bytes,
                           GBytes  *text,
                           GFile   *file,
                           GError **error)
{
  g_autoptr (GFile) twin = sdm_letter_get_twin (file);
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && !g_file_query_exists (file, NULL) && g_file_query_exists (twin, NULL))
    {
      g_autofree char *other = g_strconcat (path, ".txt", NULL);

      g_clear_object (&twin);
      twin = g_file_new_for_path (other);
    }

  return sdm_letter_save (bytes, file, error) && sdm_letter_save (text, twin, error);
}
