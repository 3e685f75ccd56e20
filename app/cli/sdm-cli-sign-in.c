/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "sdm-core-error.h"

/* Who works with the records of real patients: a name, and a passphrase that is on no command line. */

#define LONGEST_PASSPHRASE 1024

/* With room for the end of the line, "\r\n". */
#define ROOM (LONGEST_PASSPHRASE + 2)

static int
open_passphrase (const SdmCliSignIn *who,
                 GError            **error)
{
  guint64 number;
  int     file = -1;

  if (who->passphrase_fd != NULL)
    {
      if (g_ascii_string_to_unsigned (who->passphrase_fd, 10, 0, G_MAXINT, &number, NULL))
        file = fcntl ((int) number, F_DUPFD_CLOEXEC, 0);
      if (file < 0)
        g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("--passphrase-fd needs the number of an open file"));
      return file;
    }

  file = open (who->passphrase_file, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ,
                 /* Translators: the first is a path, the second what the system said */
                 _ ("the passphrase could not be read from %s (%s)"), who->passphrase_file, g_strerror (errno));
  return file;
}

/* Reads until there is a whole line, or no more room. */
static gssize
read_beginning (int  file,
                char text[ROOM])
{
  gsize size = 0;

  while (size < ROOM && memchr (text, '\n', size) == NULL)
    {
      const gssize got = read (file, text + size, ROOM - size);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0)
        break;
      size += (gsize) got;
    }

  return (gssize) size;
}

static SdmRecordAccess *
read_first_line (const SdmCliSignIn *who,
                 int                 file,
                 char                text[ROOM],
                 GError            **error)
{
  const gssize size = read_beginning (file, text);
  const char  *end;
  gsize        length;

  if (size < 0)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ,
                   _ ("the passphrase could not be read from %s (%s)"),
                      who->passphrase_file != NULL ? who->passphrase_file : who->passphrase_fd, g_strerror (errno));
      return NULL;
    }

  end = memchr (text, '\n', (gsize) size);
  length = end != NULL ? (gsize) (end - text) : (gsize) size;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  if (length > LONGEST_PASSPHRASE)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                   /* Translators: a number: "a passphrase has at most 1024 bytes; …" */
                   _ ("a passphrase has at most %u bytes; is this the right file?"), (guint) LONGEST_PASSPHRASE);
      return NULL;
    }

  return sdm_record_access_new (who->clinician, text, length);
}

/**
 * sdm_cli_sign_in_is_asked_for:
 *
 * Returns: whether the file of real patients is meant: that of practice needs no name
 */
gboolean
sdm_cli_sign_in_is_asked_for (const SdmCliSignIn *who)
{
  return who->clinician != NULL || who->passphrase_file != NULL || who->passphrase_fd != NULL;
}

/**
 * sdm_cli_read_access:
 *
 * Reads the passphrase, which is the first line of its file without its end. It
 * goes into guarded memory, and leaves nothing behind.
 *
 * Returns: (transfer full) (nullable): what to sign in with, or %NULL with @error set
 */
SdmRecordAccess *
sdm_cli_read_access (const SdmCliSignIn *who,
                     GError            **error)
{
  SdmRecordAccess *access;
  char             text[ROOM];
  int              file;

  if (who->clinician == NULL || (who->passphrase_file == NULL) == (who->passphrase_fd == NULL))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           _ ("say who you are with --clinician=NAME, and give the passphrase with --passphrase-file=FILE or --passphrase-fd=NUMBER"));
      return NULL;
    }
  file = open_passphrase (who, error);
  if (file < 0)
    return NULL;

  access = read_first_line (who, file, text, error);
  close (file);
  explicit_bzero (text, sizeof text);

  return access;
}
