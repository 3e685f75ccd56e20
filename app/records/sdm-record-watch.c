/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-watch-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-rotation-private.h"

/*
 * A small file beside the records remembers how far the chain of events had come,
 * month by month, and when there was a backup and a check. It tells a chain that
 * somebody with the key wrote anew. It holds nothing about a patient:
 *
 *   [2026-11]
 *   seq=1234          the last event of that month so far
 *   epoch=1           the key it was chained with
 *   mac=…             its mac, in hexadecimal digits
 *   time=…            microseconds since 1970 UTC
 *   [last]
 *   store=…           the id of the file
 *   backup=…, folder=…, check=…, good=…
 *
 * The months go into the folder of each backup, too, where nobody who works here
 * by the way can change them.
 */

#define ENDING   ".watch"
#define LAST     "last"
#define MAC_TEXT (2 * SDM_RECORD_MAC_SIZE + 1)

struct _SdmRecordWatch
{
  char       *name; /* of the file in the folder */
  GKeyFile   *file;
  GHashTable *heads; /* of Head, by their seq */
};

/* What the chain has to say at one place. */
typedef struct
{
  gint64  seq;
  guint32 epoch;
  char   *mac;
} Head;

static void
free_head (Head *head)
{
  g_free (head->mac);
  g_free (head);
}

void
sdm_record_watch_free (SdmRecordWatch *watch)
{
  g_free (watch->name);
  g_key_file_unref (watch->file);
  g_hash_table_unref (watch->heads);
  g_free (watch);
}

static gint64
get_now (SdmRecordFile *file)
{
  return file->get_now != NULL ? file->get_now () : g_get_real_time ();
}

static char *
format_mac (const guint8 mac[SDM_RECORD_MAC_SIZE])
{
  char *text = g_malloc (MAC_TEXT);

  return sodium_bin2hex (text, MAC_TEXT, mac, SDM_RECORD_MAC_SIZE);
}

static char *
format_month (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_format (utc, "%Y-%m") : g_strdup ("0000-00");
}

static gboolean
is_month (const char *group)
{
  return strlen (group) == 7 && group[4] == '-' && g_ascii_isdigit (group[0]);
}

/* Reading */

static void
add_head (SdmRecordWatch *watch,
          GKeyFile       *months,
          const char     *month)
{
  Head            *head;
  g_autofree char *mac = g_key_file_get_string (months, month, "mac", NULL);
  const gint64     seq = g_key_file_get_int64 (months, month, "seq", NULL);

  if (!is_month (month) || seq < 1 || mac == NULL || strlen (mac) != MAC_TEXT - 1)
    return;

  head = g_new0 (Head, 1);
  head->seq = seq;
  head->epoch = (guint32) g_key_file_get_int64 (months, month, "epoch", NULL);
  head->mac = g_steal_pointer (&mac);
  g_hash_table_replace (watch->heads, &head->seq, head);
}

static void
add_all_heads (SdmRecordWatch *watch,
               GKeyFile       *months)
{
  g_auto (GStrv) groups = g_key_file_get_groups (months, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    add_head (watch, months, groups[i]);
}

static gboolean
is_of_store (SdmRecordFile *file,
             GKeyFile      *months)
{
  g_autofree char *store = g_key_file_get_string (months, LAST, "store", NULL);
  g_autofree char *id = sdm_record_id_format (file->id);

  return g_strcmp0 (store, id) == 0;
}

/**
 * sdm_record_watch_read:
 * @file: whose id is known
 *
 * Reads what is remembered. Where nothing is, or nothing of this file, it begins anew.
 */
void
sdm_record_watch_read (SdmRecordFile *file)
{
  g_autofree char *id = sdm_record_id_format (file->id);
  g_autofree char *path = NULL;
  SdmRecordWatch  *watch;

  if (file->kind != SDM_RECORD_STORE_REAL || file->watch != NULL)
    return;

  watch = g_new0 (SdmRecordWatch, 1);
  file->watch = watch;
  watch->name = g_strconcat ("records", ENDING, NULL);
  watch->file = g_key_file_new ();
  watch->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_head);
  path = g_build_filename (file->folder, watch->name, NULL);
  if (!g_key_file_load_from_file (watch->file, path, G_KEY_FILE_NONE, NULL) || !is_of_store (file, watch->file))
    {
      g_key_file_unref (watch->file);
      watch->file = g_key_file_new ();
    }
  g_key_file_set_string (watch->file, LAST, "store", id);
  add_all_heads (watch, watch->file);
}

/* Comparing */

static const char *
find_last_month (SdmRecordWatch *watch,
                 char          **groups,
                 gint64         *seq)
{
  const char *last = NULL;

  *seq = 0;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      const gint64 told = is_month (groups[i]) ? g_key_file_get_int64 (watch->file, groups[i], "seq", NULL) : 0;

      if (told > *seq)
        {
          *seq = told;
          last = groups[i];
        }
    }

  return last;
}

/**
 * sdm_record_watch_get_last:
 * @seq: (out): the number of the last event that is remembered
 * @time: (out): when it was
 *
 * Returns: whether one is
 */
gboolean
sdm_record_watch_get_last (SdmRecordFile *file,
                           gint64        *seq,
                           gint64        *time)
{
  g_auto (GStrv) groups = file->watch != NULL ? g_key_file_get_groups (file->watch->file, NULL) : NULL;
  const char *month = groups != NULL ? find_last_month (file->watch, groups, seq) : NULL;

  if (month == NULL)
    return FALSE;

  *time = g_key_file_get_int64 (file->watch->file, month, "time", NULL);
  return TRUE;
}

/**
 * sdm_record_watch_is_head:
 * @epoch: of the key with which the event is chained now
 * @mac: its mac
 * @first_mac: (nullable): the mac that stood with it at first, where the key was changed since
 *
 * Returns: whether this is what is remembered of the event, if anything
 */
gboolean
sdm_record_watch_is_head (SdmRecordFile *file,
                          gint64         seq,
                          guint32        epoch,
                          const guint8   mac[SDM_RECORD_MAC_SIZE],
                          const char    *first_mac)
{
  const Head      *head = file->watch != NULL ? g_hash_table_lookup (file->watch->heads, &seq) : NULL;
  g_autofree char *now = NULL;

  if (head == NULL)
    return TRUE;
  if (head->epoch != epoch)
    return g_strcmp0 (head->mac, first_mac) == 0;

  now = format_mac (mac);
  return g_str_equal (head->mac, now);
}

/**
 * sdm_record_watch_begin_anew:
 *
 * Forgets how far the chain had come, as another file stands there now, and that is wanted.
 */
void
sdm_record_watch_begin_anew (SdmRecordFile *file)
{
  g_auto (GStrv) groups = file->watch != NULL ? g_key_file_get_groups (file->watch->file, NULL) : NULL;

  for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
    if (is_month (groups[i]))
      g_key_file_remove_group (file->watch->file, groups[i], NULL);
  if (groups != NULL)
    g_hash_table_remove_all (file->watch->heads);
}

/* Keeping */

static void
set_month (SdmRecordFile *file,
           GKeyFile      *months,
           const char    *month)
{
  g_autofree char *mac = format_mac (file->audit.mac);

  g_key_file_set_int64 (months, month, "seq", file->audit.seq);
  g_key_file_set_int64 (months, month, "epoch", sdm_record_keys_get_epoch (file->keys));
  g_key_file_set_string (months, month, "mac", mac);
  g_key_file_set_int64 (months, month, "time", file->audit.time);
}

static void
write_watch (SdmRecordFile *file)
{
  g_autoptr (GError) error = NULL;
  gsize            size;
  g_autofree char *text = g_key_file_to_data (file->watch->file, &size, NULL);

  if (!sdm_record_folder_write_file (file->folder, file->watch->name, text, size, &error))
    g_message ("What is remembered of the records could not be written: %s", error->message);
}

/**
 * sdm_record_watch_keep:
 * @file: with its key
 *
 * Remembers how far the chain has come. Not while the key is being changed.
 */
void
sdm_record_watch_keep (SdmRecordFile *file)
{
  g_autofree char *month = NULL;

  if (file->watch == NULL || file->keys == NULL || file->audit.seq == 0 || sdm_record_rotation_is_under_way (file))
    return;

  month = format_month (get_now (file));
  set_month (file, file->watch->file, month);
  write_watch (file);
}

/**
 * sdm_record_watch_note_backup:
 * @folder: where it went
 */
void
sdm_record_watch_note_backup (SdmRecordFile *file,
                              const char    *folder)
{
  if (file->watch == NULL)
    return;

  g_key_file_set_int64 (file->watch->file, LAST, "backup", get_now (file));
  g_key_file_set_string (file->watch->file, LAST, "folder", folder);
  sdm_record_watch_keep (file);
}

void
sdm_record_watch_note_check (SdmRecordFile *file,
                             gboolean       is_good)
{
  if (file->watch == NULL)
    return;

  g_key_file_set_int64 (file->watch->file, LAST, "check", get_now (file));
  g_key_file_set_boolean (file->watch->file, LAST, "good", is_good);
  sdm_record_watch_keep (file);
}

/**
 * sdm_record_watch_get_backup:
 * @folder: (out) (nullable): where it went
 *
 * Returns: when there was a backup last, 0 for never
 */
gint64
sdm_record_watch_get_backup (SdmRecordFile *file,
                             char         **folder)
{
  *folder = file->watch != NULL ? g_key_file_get_string (file->watch->file, LAST, "folder", NULL) : NULL;
  return file->watch != NULL ? g_key_file_get_int64 (file->watch->file, LAST, "backup", NULL) : 0;
}

/**
 * sdm_record_watch_get_check:
 * @was_good: (out): whether all was as it was written
 *
 * Returns: when all was checked last, 0 for never
 */
gint64
sdm_record_watch_get_check (SdmRecordFile *file,
                            gboolean      *was_good)
{
  *was_good = file->watch == NULL || g_key_file_get_boolean (file->watch->file, LAST, "good", NULL);
  return file->watch != NULL ? g_key_file_get_int64 (file->watch->file, LAST, "check", NULL) : 0;
}

/* Elsewhere */

/**
 * sdm_record_watch_add_heads:
 * @path: what sdm_record_watch_merge_heads() made
 *
 * Has the chain compared with what is remembered there, too.
 */
gboolean
sdm_record_watch_add_heads (SdmRecordFile *file,
                            const char    *path,
                            GError       **error)
{
  g_autoptr (GKeyFile) months = g_key_file_new ();

  if (file->watch != NULL && g_key_file_load_from_file (months, path, G_KEY_FILE_NONE, NULL) && is_of_store (file, months))
    {
      add_all_heads (file->watch, months);
      return TRUE;
    }

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
               /* Translators: a path */
               _("“%s” does not tell how far these records had come. Choose the file “evenhand-records-heads.txt” beside a backup."), path);
  return FALSE;
}

/**
 * sdm_record_watch_drop_heads:
 *
 * What is remembered elsewhere counts no more.
 */
void
sdm_record_watch_drop_heads (SdmRecordFile *file)
{
  if (file->watch == NULL)
    return;

  g_hash_table_remove_all (file->watch->heads);
  add_all_heads (file->watch, file->watch->file);
}

/**
 * sdm_record_watch_merge_heads:
 * @before: (nullable): what is remembered beside the backups until now
 *
 * Returns: (transfer full) (nullable): that with this month, %NULL where it is there already
 *   or the file is another's
 */
char *
sdm_record_watch_merge_heads (SdmRecordFile *file,
                              const char    *before)
{
  g_autoptr (GKeyFile) months = g_key_file_new ();
  g_autofree char *id = sdm_record_id_format (file->id);
  g_autofree char *month = NULL;

  if (file->watch == NULL || sdm_record_rotation_is_under_way (file))
    return NULL;
  if (before != NULL &&
      (!g_key_file_load_from_data (months, before, (gsize) -1, G_KEY_FILE_NONE, NULL) || !is_of_store (file, months)))
    return NULL;

  month = format_month (get_now (file));
  if (g_key_file_has_group (months, month))
    return NULL;
  g_key_file_set_string (months, LAST, "store", id);
  set_month (file, months, month);
  return g_key_file_to_data (months, NULL, NULL);
}
