/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-closing-private.h"

#include <stdio.h>

#include <sodium.h>

/*
 * A few lines in a file beside the records: where the chain of events ended when
 * they were last closed here. No secret: it is only compared. So an older file
 * that was put in their place is told from the newest. Who puts back the whole
 * folder puts back this, too: then only a letter tells on which the end was printed.
 */

#define FIRST_LINE "evenhand-mark 1"

enum
{
  LINE_FIRST,
  LINE_STORE,
  LINE_HEAD,
  LINE_REFUSED,
  N_LINES,
};

static char *
dup_path (SdmRecordFile *file)
{
  return g_strconcat (file->path, ".mark", NULL);
}

/* A number, a number and a mac; all is 0 where it is none. */
static gboolean
read_head (const char         *line,
           SdmRecordAuditHead *head,
           guint32            *epoch)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint64 seq;
  guint64 number;
  gsize   size;

  if (g_strv_length (words) != 3 ||
      !g_ascii_string_to_unsigned (words[0], 10, 0, G_MAXINT64, &seq, NULL) ||
      !g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXUINT32, &number, NULL) ||
      sodium_hex2bin (head->mac, sizeof head->mac, words[2], strlen (words[2]), NULL, &size, NULL) != 0 ||
      size != sizeof head->mac)
    return FALSE;

  head->seq = (gint64) seq;
  *epoch = (guint32) number;
  return TRUE;
}

static char *
write_head (const SdmRecordAuditHead *head,
            guint32                   epoch)
{
  char mac[2 * SDM_RECORD_MAC_SIZE + 1];

  sodium_bin2hex (mac, sizeof mac, head->mac, sizeof head->mac);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %u %s", head->seq, epoch, mac);
}

/**
 * sdm_record_mark_read:
 *
 * Returns: the mark beside the file; one of epoch 0 where there is none, or it is another store's
 */
SdmRecordMark
sdm_record_mark_read (SdmRecordFile *file)
{
  g_autofree char *path = dup_path (file);
  g_autofree char *text = NULL;
  g_autofree char *store = sdm_record_id_format (file->id);
  g_auto (GStrv) lines = NULL;
  SdmRecordMark mark = { 0 };
  guint32       epoch;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return mark;

  lines = g_strsplit (text, "\n", -1);
  if (g_strv_length (lines) < N_LINES || !g_str_equal (lines[LINE_FIRST], FIRST_LINE) ||
      !g_str_equal (lines[LINE_STORE], store) ||
      !read_head (lines[LINE_HEAD], &mark.head, &mark.epoch) ||
      !read_head (lines[LINE_REFUSED], &mark.refused, &epoch))
    return (SdmRecordMark){ 0 };

  return mark;
}

/**
 * sdm_record_mark_write:
 *
 * Where it cannot be written the one before stays, which tells of an older file, too.
 */
void
sdm_record_mark_write (SdmRecordFile       *file,
                       const SdmRecordMark *mark)
{
  g_autofree char *path = dup_path (file);
  g_autofree char *store = sdm_record_id_format (file->id);
  g_autofree char *head = write_head (&mark->head, mark->epoch);
  g_autofree char *refused = write_head (&mark->refused, 0);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s\n", FIRST_LINE, store, head, refused);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("Where the records ended could not be noted: %s", error->message);
}
