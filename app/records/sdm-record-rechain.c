/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rotation-private.h"

#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-epoch-private.h"
#include "sdm-record-error.h"
#include "sdm-record-read-private.h"
#include "sdm-record-seal-private.h"

/*
 * Sealing the events anew and chaining them with the new key, from the first
 * on. Each link is looked at before, so that what was changed is not made good,
 * and each keeps the mac that it had at first: that may stand on a letter. A
 * finished version is sealed anew together with the event that tells its hash.
 */

typedef struct
{
  gint64  seq;
  GBytes *sealed;
  guint8  mac[SDM_RECORD_MAC_SIZE];
} Link;

static void
clear_link (gpointer data)
{
  Link *one = data;

  g_bytes_unref (one->sealed);
}

static GArray *
list_links (SdmRecordFile *file,
            gint64         from,
            GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_EVENTS_FROM, error);
  g_autoptr (GArray) links = g_array_new (FALSE, TRUE, sizeof (Link));
  gboolean has_row;

  g_array_set_clear_func (links, clear_link);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, from);
  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return NULL;
  while (has_row && links->len < SDM_RECORD_ROTATION_ROWS)
    {
      Link one = { .seq = sqlite3_column_int64 (statement, 0) };

      if (sqlite3_column_bytes (statement, 2) != SDM_RECORD_MAC_SIZE)
        {
          sdm_record_audit_set_broken (error);
          return NULL;
        }
      one.sealed = sdm_record_statement_get_bytes (statement, 1);
      memcpy (one.mac, sqlite3_column_blob (statement, 2), sizeof one.mac);
      g_array_append_val (links, one);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return NULL;
    }

  return g_steal_pointer (&links);
}

/* Seals for the same place with the new key; what is damaged, or is sealed with it, stays as it is. */
static GBytes *
reseal (SdmRecordFile        *file,
        const SdmRecordPlace *place,
        GBytes               *sealed)
{
  g_autoptr (GBytes) plain = NULL;

  if (sdm_record_seal_get_epoch (sealed) == sdm_record_keys_get_epoch (file->keys))
    return g_bytes_ref (sealed);

  plain = sdm_record_unseal (file->keys, place, sealed, NULL);
  return plain != NULL ? sdm_record_seal (file->keys, place, plain) : g_bytes_ref (sealed);
}

static gboolean
read_version (SdmRecordFile *file,
              const guint8   id[SDM_RECORD_ID_SIZE],
              guint32        version,
              GBytes       **head,
              GBytes       **body,
              GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_VERSION, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, version);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (found)
    {
      *head = sdm_record_statement_get_bytes (statement, 0);
      *body = sdm_record_statement_get_bytes (statement, 1);
    }

  return TRUE;
}

/* Where the version is the one that the event tells of, both go over to the new key; where not, that stays to be found. */
static gboolean
reseal_version (SdmRecordFile  *file,
                SdmRecordEvent *event,
                GError        **error)
{
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) new_head = NULL;
  g_autoptr (GBytes) new_body = NULL;
  g_autofree char *found = NULL;
  SdmRecordPlace   head_place;
  SdmRecordPlace   body_place;
  guint8           id[SDM_RECORD_ID_SIZE];

  if (event->record == NULL || event->version == 0 || event->hash == NULL || !sdm_record_id_parse (event->record, id))
    return TRUE;
  if (!read_version (file, id, event->version, &head, &body, error))
    return FALSE;
  found = body != NULL ? sdm_record_audit_hash (body) : NULL;
  if (g_strcmp0 (found, event->hash) != 0)
    return TRUE;

  head_place = sdm_record_read_make_head_place (file, id, event->version);
  body_place = sdm_record_read_make_body_place (file, id, event->version);
  new_head = reseal (file, &head_place, head);
  new_body = reseal (file, &body_place, body);
  g_free (event->hash);
  event->hash = sdm_record_audit_hash (new_body);
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "UPDATE version SET head = $1, body = $2 WHERE consultation_id = $3 AND number = $4",
                                    "bbbi", g_bytes_get_data (new_head, NULL), g_bytes_get_size (new_head),
                                    g_bytes_get_data (new_body, NULL), g_bytes_get_size (new_body),
                                    id, sizeof id, (gint64) event->version);
}

static char *
format_mac (const guint8 mac[SDM_RECORD_MAC_SIZE])
{
  char digits[2 * SDM_RECORD_MAC_SIZE + 1];

  return g_strdup (sodium_bin2hex (digits, sizeof digits, mac, SDM_RECORD_MAC_SIZE));
}

/* @before: (inout): the new mac of the link before, then of this one */
static gboolean
write_link (SdmRecordFile *file,
            const Link    *one,
            guint8         before[SDM_RECORD_MAC_SIZE],
            GError       **error)
{
  const SdmRecordPlace place = sdm_record_audit_make_place (file, one->seq);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, one->sealed, NULL);
  g_autoptr (SdmRecordEvent) event = plain != NULL ? sdm_record_event_deserialise (plain) : NULL;
  g_autoptr (GBytes) new_plain = NULL;
  g_autoptr (GBytes) sealed = NULL;
  guint8 mac[SDM_RECORD_MAC_SIZE];
  guint8 patient[SDM_RECORD_INDEX_SIZE];
  guint8 record[SDM_RECORD_INDEX_SIZE];

  if (event == NULL)
    return sdm_record_audit_set_broken (error);
  if (!reseal_version (file, event, error))
    return FALSE;

  if (event->mac == NULL)
    event->mac = format_mac (one->mac);
  new_plain = sdm_record_event_serialise (event);
  sealed = sdm_record_seal (file->keys, &place, new_plain);
  sdm_record_audit_make_mac (file->keys, before, one->seq, sealed, mac);
  memcpy (before, mac, sizeof mac);
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "UPDATE audit SET event = $1, mac = $2, patient_index = $3, record_index = $4 WHERE seq = $5", "bbbbi",
                                    g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), mac, sizeof mac,
                                    sdm_record_audit_make_index (file->keys, event, SDM_RECORD_AUDIT_PATIENT, patient), sizeof patient,
                                    sdm_record_audit_make_index (file->keys, event, SDM_RECORD_AUDIT_RECORD, record), sizeof record,
                                    one->seq);
}

static gboolean
is_next (SdmRecordFile            *file,
         const Link               *one,
         const SdmRecordAuditHead *before)
{
  const SdmRecordKeys *keys = sdm_record_keys_find (file->keys, sdm_record_seal_get_epoch (one->sealed));
  guint8               mac[SDM_RECORD_MAC_SIZE];

  if (keys == NULL || one->seq != before->seq + 1)
    return FALSE;

  sdm_record_audit_make_mac (keys, before->mac, one->seq, one->sealed, mac);
  return sodium_memcmp (mac, one->mac, sizeof mac) == 0;
}

/* The new mac of the last link that was written anew. */
static gboolean
read_new_mac (SdmRecordFile *file,
              gint64         seq,
              guint8         mac[SDM_RECORD_MAC_SIZE],
              GError       **error)
{
  g_autoptr (GArray) links = list_links (file, seq, error);

  if (links == NULL)
    return FALSE;
  if (links->len == 0 || g_array_index (links, Link, 0).seq != seq)
    return sdm_record_audit_set_broken (error);

  memcpy (mac, g_array_index (links, Link, 0).mac, SDM_RECORD_MAC_SIZE);
  return TRUE;
}

/**
 * sdm_record_rechain_step:
 * @file: in a transaction, without triggers
 * @rechained: (inout): up to where this has come, and the mac that was there before
 * @n_rows: (out): how many events were written anew
 *
 * Goes on with the next events. Fails with %SDM_RECORD_ERROR_DAMAGED where one
 * is not as it was written.
 */
gboolean
sdm_record_rechain_step (SdmRecordFile      *file,
                         SdmRecordAuditHead *rechained,
                         gint64             *n_rows,
                         GError            **error)
{
  g_autoptr (GArray) links = NULL;
  guint8 mac[SDM_RECORD_MAC_SIZE] = { 0 };

  memcpy (mac, file->id, SDM_RECORD_ID_SIZE);
  if (rechained->seq == 0)
    memcpy (rechained->mac, mac, sizeof mac);
  else if (!read_new_mac (file, rechained->seq, mac, error))
    return FALSE;

  links = list_links (file, rechained->seq + 1, error);
  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const Link *one = &g_array_index (links, Link, i);

      if (!is_next (file, one, rechained))
        return sdm_record_audit_set_broken (error);
      if (!write_link (file, one, mac, error))
        return FALSE;
      rechained->seq = one->seq;
      memcpy (rechained->mac, one->mac, sizeof one->mac);
    }

  *n_rows = links->len;
  if (rechained->seq == file->audit_next.seq)
    {
      memcpy (file->audit_next.mac, mac, sizeof mac);
      rechained->seq = -1;
    }
  return sdm_record_epoch_keep_older (file, rechained, error);
}
