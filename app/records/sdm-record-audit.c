/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-audit-private.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <time.h>

#include "sdm-record-error.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-watch-private.h"

/*
 * Event n is sealed, and carries
 *
 *   mac(n) = BLAKE2b-256 with the audit key of: mac(n - 1) | n, u64 LE | the sealed event
 *
 * where mac(0) is the id of the store and zeros. So none can be changed, left
 * out or moved without the key; and a mac that was noted elsewhere, as on a
 * letter, tells even of a holder of the key.
 */

/* Links that are looked at whenever the file is opened. */
#define TAIL 100

/* A clock may be set right by so much without a word. */
#define CLOCK_SLACK (2 * G_TIME_SPAN_MINUTE)

#define HASH_SIZE 32

/* Says that the chain is not as it was written; always FALSE. */
gboolean
sdm_record_audit_set_broken (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                       _("The list of who saw and did what is not as it was written. The records were left as they are: keep the file, and put back a backup beside it."));
  return FALSE;
}

/**
 * sdm_record_audit_make_mac:
 * @keys: of the epoch in which the event is sealed
 * @before: the mac of the link before
 */
void
sdm_record_audit_make_mac (const SdmRecordKeys *keys,
                           const guint8         before[SDM_RECORD_MAC_SIZE],
                           gint64               seq,
                           GBytes              *sealed,
                           guint8               mac[SDM_RECORD_MAC_SIZE])
{
  crypto_generichash_state state;
  guint64                  number = GUINT64_TO_LE ((guint64) seq);

  crypto_generichash_init (&state, sdm_record_keys_get (keys, SDM_RECORD_KEY_AUDIT), SDM_RECORD_KEY_SIZE,
                           SDM_RECORD_MAC_SIZE);
  crypto_generichash_update (&state, before, SDM_RECORD_MAC_SIZE);
  crypto_generichash_update (&state, (const guint8 *) &number, sizeof number);
  crypto_generichash_update (&state, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  crypto_generichash_final (&state, mac, SDM_RECORD_MAC_SIZE);
}

SdmRecordPlace
sdm_record_audit_make_place (SdmRecordFile *file,
                             gint64         seq)
{
  return sdm_record_file_make_place (file, "audit.event", file->id, (guint32) seq);
}

/* What an event tells of what was written, as hexadecimal digits. */
char *
sdm_record_audit_hash (GBytes *bytes)
{
  guint8   hash[HASH_SIZE];
  GString *text = g_string_new (NULL);

  crypto_generichash (hash, HASH_SIZE, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, 0);
  for (gsize i = 0; i < HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", (guint) hash[i]);

  return g_string_free (text, FALSE);
}

/* In minutes. A GTimeZone of this place would read its file for each event. */
static gint32
get_offset (gint64 now)
{
  const time_t seconds = (time_t) (now / G_TIME_SPAN_SECOND);
  struct tm    local;

  return localtime_r (&seconds, &local) != NULL ? (gint32) (local.tm_gmtoff / 60) : 0;
}

/* Whose consultation it is; who cannot be told is left out, and the event is still noted. */
static char *
find_patient (SdmRecordFile *file,
              const guint8   record[SDM_RECORD_ID_SIZE])
{
  char    *patient = NULL;
  gboolean is_there;

  if (file->kind == SDM_RECORD_STORE_REAL)
    sdm_record_settle_read_link (file, record, &is_there, &patient, NULL);
  return patient;
}

/* Adding */

/**
 * sdm_record_audit_new_event:
 * @code: what is done
 * @record: (nullable): the id of the consultation
 * @version: of the consultation
 * @written: (nullable): what is written to the file
 *
 * Returns: (transfer full): an event of now, by whoever is signed in
 */
SdmRecordEvent *
sdm_record_audit_new_event (SdmRecordFile *file,
                            const char    *code,
                            const guint8   record[SDM_RECORD_ID_SIZE],
                            guint32        version,
                            GBytes        *written)
{
  SdmRecordEvent *event = sdm_record_event_new (code);

  event->time = file->get_now != NULL ? file->get_now () : g_get_real_time ();
  event->offset = get_offset (event->time);
  event->os_user = g_utf8_make_valid (g_get_user_name (), -1);
  event->workstation = g_utf8_make_valid (g_get_host_name (), -1);
  event->software = g_strdup (PACKAGE_VERSION);
  event->clinician = g_strdup (file->clinician);
  event->name = g_strdup (file->clinician_name);
  event->role = g_strdup (file->clinician_role);
  event->record = record != NULL ? sdm_record_id_format (record) : NULL;
  event->patient = record != NULL ? find_patient (file, record) : NULL;
  event->version = version;
  event->hash = written != NULL ? sdm_record_audit_hash (written) : NULL;

  return event;
}

static gboolean
write_event (SdmRecordFile        *file,
             const SdmRecordEvent *event,
             GError              **error)
{
  const gint64         seq = file->audit_next.seq + 1;
  const SdmRecordPlace place = sdm_record_audit_make_place (file, seq);
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ADD_EVENT, error);
  g_autoptr (GBytes) plain = sdm_record_event_serialise (event);
  g_autoptr (GBytes) sealed = sdm_record_seal (file->keys, &place, plain);
  guint8 mac[SDM_RECORD_MAC_SIZE];
  guint8 patient[SDM_RECORD_INDEX_SIZE];
  guint8 record[SDM_RECORD_INDEX_SIZE];

  if (statement == NULL)
    return FALSE;

  sdm_record_audit_make_mac (file->keys, file->audit_next.mac, seq, sealed, mac);
  sqlite3_bind_int64 (statement, 1, seq);
  sdm_record_statement_bind_bytes (statement, 2, sealed);
  sdm_record_statement_bind_blob (statement, 3, mac, sizeof mac);
  sdm_record_statement_bind_blob (statement, 4, sdm_record_audit_make_index (file->keys, event, SDM_RECORD_AUDIT_PATIENT, patient),
                                  sizeof patient);
  sdm_record_statement_bind_blob (statement, 5, sdm_record_audit_make_index (file->keys, event, SDM_RECORD_AUDIT_RECORD, record),
                                  sizeof record);
  if (!sdm_record_statement_run (file, statement, error))
    return FALSE;

  file->audit_next.seq = seq;
  file->audit_next.time = event->time;
  memcpy (file->audit_next.mac, mac, sizeof mac);
  return TRUE;
}

/* A clock that went back is an event of its own, before the first that shows it. */
static gboolean
write_after_clock (SdmRecordFile        *file,
                   const SdmRecordEvent *event,
                   GError              **error)
{
  if (file->audit_next.seq > 0 && event->time < file->audit_next.time - CLOCK_SLACK)
    {
      g_autoptr (SdmRecordEvent) mark = sdm_record_event_copy (event);

      g_free (mark->code);
      mark->code = g_strdup (SDM_RECORD_AUDIT_CLOCK_BACK);
      mark->clock_went_back = TRUE;
      g_clear_pointer (&mark->hash, g_free);
      if (!write_event (file, mark, error))
        return FALSE;
    }

  return write_event (file, event, error);
}

/**
 * sdm_record_audit_add:
 * @event: (transfer full): what happens
 *
 * Adds an event to the transaction that is under way, so that what is done and
 * that it was done are kept together, or neither. What could not be written
 * before goes first.
 */
gboolean
sdm_record_audit_add (SdmRecordFile  *file,
                      SdmRecordEvent *event,
                      GError        **error)
{
  g_autoptr (SdmRecordEvent) taken = event;

  g_assert (!sqlite3_get_autocommit (file->db));

  for (; file->n_caught_up < file->unwritten->len; file->n_caught_up++)
    if (!write_after_clock (file, g_ptr_array_index (file->unwritten, file->n_caught_up), error))
      return FALSE;

  return write_after_clock (file, taken, error);
}

static gboolean
can_wait (const GError *error)
{
  return g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY);
}

/**
 * sdm_record_audit_note:
 * @event: (transfer full): what was seen
 *
 * As sdm_record_audit_add(), in a transaction of its own, for what changes
 * nothing else. Where the disk does not take it, the event is kept in memory
 * and written with the next: a full disk hides no record from who needs it.
 */
gboolean
sdm_record_audit_note (SdmRecordFile  *file,
                       SdmRecordEvent *event,
                       GError        **error)
{
  g_autoptr (SdmRecordEvent) kept = sdm_record_event_copy (event);
  g_autoptr (GError) failure = NULL;
  gboolean begun = sdm_record_file_begin (file, &failure);

  if (!begun)
    sdm_record_event_free (event);
  else if (sdm_record_file_end (file, sdm_record_audit_add (file, event, &failure), &failure))
    return TRUE;

  if (!can_wait (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_ptr_array_add (file->unwritten, g_steal_pointer (&kept));
  return TRUE;
}

/* Looking */

/**
 * sdm_record_audit_start:
 * @at: (out): what stands before the first link
 */
void
sdm_record_audit_start (SdmRecordFile      *file,
                        SdmRecordAuditHead *at)
{
  memset (at, 0, sizeof *at);
  memcpy (at->mac, file->id, SDM_RECORD_ID_SIZE);
}

/**
 * sdm_record_audit_take_link:
 * @statement: a row of seq, event, mac and indexes
 * @is_base: whether only the mac is taken, to begin from there
 * @at: (inout): the link before, then this one
 *
 * Returns: (transfer full) (nullable): the event, %NULL where the chain does not hold
 */
SdmRecordEvent *
sdm_record_audit_take_link (SdmRecordFile      *file,
                            SdmRecordStatement *statement,
                            gboolean            is_base,
                            SdmRecordAuditHead *at,
                            GError            **error)
{
  const gint64         seq = sqlite3_column_int64 (statement, 0);
  const SdmRecordPlace place = sdm_record_audit_make_place (file, seq);
  g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, 1);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (SdmRecordEvent) event = NULL;
  const SdmRecordKeys *keys = sdm_record_keys_find (file->keys, sdm_record_seal_get_epoch (sealed));
  const void          *told = sqlite3_column_blob (statement, 2);
  guint8               mac[SDM_RECORD_MAC_SIZE];

  if (keys == NULL || told == NULL || sqlite3_column_bytes (statement, 2) != SDM_RECORD_MAC_SIZE)
    {
      sdm_record_audit_set_broken (error);
      return NULL;
    }
  if (!is_base)
    {
      sdm_record_audit_make_mac (keys, at->mac, seq, sealed, mac);
      if (seq != at->seq + 1 || sodium_memcmp (mac, told, sizeof mac) != 0)
        {
          sdm_record_audit_set_broken (error);
          return NULL;
        }
    }

  plain = sdm_record_unseal (file->keys, &place, sealed, NULL);
  event = plain != NULL ? sdm_record_event_deserialise (plain) : NULL;
  if (event == NULL ||
      !sdm_record_audit_has_index (statement, 3, keys, event, SDM_RECORD_AUDIT_PATIENT) ||
      !sdm_record_audit_has_index (statement, 4, keys, event, SDM_RECORD_AUDIT_RECORD))
    {
      sdm_record_audit_set_broken (error);
      return NULL;
    }

  if (!is_base && !sdm_record_watch_is_head (file, seq, sdm_record_keys_get_epoch (keys), told, event->mac))
    {
      sdm_record_audit_set_broken (error);
      return NULL;
    }

  event->seq = seq;
  at->seq = seq;
  at->time = event->time;
  memcpy (at->mac, told, sizeof mac);
  /* Behind what is written anew stands what follows the mac that was there before. */
  if (seq == file->rechained.seq)
    memcpy (at->mac, file->rechained.mac, sizeof mac);

  return g_steal_pointer (&event);
}

/* Follows the chain from the link @from, or from its beginning where that is not above 0. */
static gboolean
walk_from (SdmRecordFile      *file,
           gint64              from,
           SdmRecordAuditHead *at,
           GPtrArray          *events,      /* nullable */
           char              **closed_hash, /* nullable: where to keep what the last link tells, if it tells that the file was closed */
           GError            **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_EVENTS_FROM, error);
  gboolean is_base = from > 0;
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sdm_record_audit_start (file, at);
  sqlite3_bind_int64 (statement, 1, MAX (from, 1));
  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      g_autoptr (SdmRecordEvent) event = sdm_record_audit_take_link (file, statement, is_base, at, error);

      if (event == NULL || !sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
      if (closed_hash != NULL)
        {
          g_free (*closed_hash);
          *closed_hash = g_str_equal (event->code, SDM_RECORD_AUDIT_LOCK) ? g_strdup (event->hash) : NULL;
        }
      if (events != NULL)
        g_ptr_array_add (events, g_steal_pointer (&event));
      is_base = FALSE;
    }

  return TRUE;
}

/**
 * sdm_record_audit_open:
 *
 * Looks at the last links, and goes on from there. Fails with
 * %SDM_RECORD_ERROR_DAMAGED where they do not hold.
 */
gboolean
sdm_record_audit_open (SdmRecordFile *file,
                       GError       **error)
{
  SdmRecordAuditHead at;
  gint64             last;

  if (!sdm_record_connection_get_number (file->db, "SELECT coalesce (max (seq), 0) FROM audit", &last, error) ||
      !walk_from (file, last - TAIL, &at, NULL, &file->closed_hash, error))
    return FALSE;

  file->audit = at;
  file->audit_next = at;
  return TRUE;
}

/* Those of one consultation, by the index. */
static GPtrArray *
list_of_record (SdmRecordFile *file,
                const char    *record,
                GError       **error)
{
  g_autoptr (GPtrArray) patients = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, (gpointer) record);
  return sdm_record_audit_find (file, patients, records, error);
}

/**
 * sdm_record_audit_list:
 * @record: (nullable): the id of a consultation, %NULL for all there is
 *
 * Returns: (transfer full) (element-type SdmRecordEvent) (nullable): the events, oldest first
 */
GPtrArray *
sdm_record_audit_list (SdmRecordFile *file,
                       const char    *record,
                       GError       **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_event_free);
  SdmRecordAuditHead at;

  if (record != NULL)
    return list_of_record (file, record, error);
  if (!walk_from (file, 0, &at, events, NULL, error))
    return NULL;

  return g_steal_pointer (&events);
}
