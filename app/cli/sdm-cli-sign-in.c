/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "sdm-core-error.h"

/* Who works with the records of real patients: what nobody else may know is on no command line. */

#define LONGEST_SECRET 1024

/* With room for the end of the line, "\r\n". */
#define ROOM (LONGEST_SECRET + 2)

/* Where to read a passphrase or a recovery code from; one of the two is set. */
typedef struct
{
  const char *path;
  const char *fd;
} Source;

static int
open_source (const Source *source,
             GError      **error)
{
  guint64 number;
  int     file = -1;

  if (source->fd != NULL)
    {
      if (g_ascii_string_to_unsigned (source->fd, 10, 0, G_MAXINT, &number, NULL))
        file = fcntl ((int) number, F_DUPFD_CLOEXEC, 0);
      if (file < 0)
        g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                     /* Translators: what was given: "“99” is not the number of an open file" */
                     _ ("“%s” is not the number of an open file"), source->fd);
      return file;
    }

  file = open (source->path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ,
                 /* Translators: the first is a path, the second what the system said */
                 _ ("“%s” could not be read (%s)"), source->path, g_strerror (errno));
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

/* The length of the first line without its end, or -1. */
static gssize
read_first_line (const Source *source,
                 int           file,
                 char          text[ROOM],
                 GError      **error)
{
  const char  *name = source->path != NULL ? source->path : source->fd;
  const gssize size = read_beginning (file, text);
  const char  *end;
  gssize       length;

  if (size < 0)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("“%s” could not be read (%s)"), name, g_strerror (errno));
      return -1;
    }

  end = memchr (text, '\n', (gsize) size);
  length = end != NULL ? end - text : size;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  if (length > LONGEST_SECRET)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                   /* Translators: a path, and a number: "the first line of “secret” has more than 1024 bytes; …" */
                   _ ("the first line of “%s” has more than %u bytes; is this the right file?"), name, (guint) LONGEST_SECRET);
      return -1;
    }

  return length;
}

static SdmRecordAccess *
make_access (const SdmCliSignIn *who,
             char                text[ROOM],
             gsize               length,
             GError            **error)
{
  if (who->clinician != NULL)
    return sdm_record_access_new (who->clinician, text, length);

  text[length] = '\0';
  return sdm_record_access_new_for_code (text, error);
}

static gboolean
find_source (const SdmCliSignIn *who,
             Source             *source,
             GError            **error)
{
  const char *const given[] = { who->passphrase_file, who->passphrase_fd, who->code_file, who->code_fd };
  guint             n_given = 0;
  const gboolean    has_code = who->code_file != NULL || who->code_fd != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    n_given += given[i] != NULL ? 1 : 0;
  *source = has_code ? (Source){ who->code_file, who->code_fd } : (Source){ who->passphrase_file, who->passphrase_fd };
  if (n_given == 1 && (who->clinician == NULL) == has_code)
    return TRUE;

  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                       has_code
                       ? _ ("give the recovery code with --recovery-code-file=FILE or --recovery-code-fd=NUMBER, and no name or passphrase")
                       : _ ("say who you are with --clinician=NAME, and give the passphrase with --passphrase-file=FILE or --passphrase-fd=NUMBER"));
  return FALSE;
}

/**
 * sdm_cli_sign_in_is_asked_for:
 *
 * Returns: whether the file of real patients is meant: that of practice needs no name
 */
gboolean
sdm_cli_sign_in_is_asked_for (const SdmCliSignIn *who)
{
  return who->clinician != NULL || who->passphrase_file != NULL || who->passphrase_fd != NULL ||
         who->code_file != NULL || who->code_fd != NULL;
}

/**
 * sdm_cli_read_access:
 *
 * Reads the passphrase or the recovery code, which is the first line of its file
 * without its end. It goes into guarded memory, and leaves nothing behind.
 *
 * Returns: (transfer full) (nullable): what to sign in with, or %NULL with @error set
 */
SdmRecordAccess *
sdm_cli_read_access (const SdmCliSignIn *who,
                     GError            **error)
{
  SdmRecordAccess *access = NULL;
  Source           source;
  char             text[ROOM];
  gssize           length;
  int              file;

  if (!find_source (who, &source, error))
    return NULL;
  file = open_source (&source, error);
  if (file < 0)
    return NULL;

  length = read_first_line (&source, file, text, error);
  close (file);
  if (length >= 0)
    access = make_access (who, text, (gsize) length, error);
  explicit_bzero (text, sizeof text);

  return access;
}
