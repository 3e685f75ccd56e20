/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-audit-private.h"

#include <string.h>

#include "sdm-record-seal-private.h"

/*
 * Beside each event stand blind indexes of the patient and of the consultation
 * that it names, made with the key with which it is sealed. So the events of one
 * patient are found among all. The chain does not cover them: whoever follows it
 * compares them with what the events say.
 */

static const char *const domains[] = {
  [SDM_RECORD_AUDIT_PATIENT] = "audit-patient",
  [SDM_RECORD_AUDIT_RECORD] = "audit-record",
};

static const SdmRecordStatementName statements[] = {
  [SDM_RECORD_AUDIT_PATIENT] = SDM_RECORD_STATEMENT_EVENTS_OF_PATIENT,
  [SDM_RECORD_AUDIT_RECORD] = SDM_RECORD_STATEMENT_EVENTS_OF_RECORD,
};

static const char *
get_id (const SdmRecordEvent *event,
        SdmRecordAuditSubject subject)
{
  return subject == SDM_RECORD_AUDIT_PATIENT ? event->patient : event->record;
}

static void
make_index (const SdmRecordKeys  *keys,
            SdmRecordAuditSubject subject,
            const char           *id,
            guint8                index[SDM_RECORD_INDEX_SIZE])
{
  sdm_record_keys_index (keys, domains[subject], id, strlen (id), index);
}

/**
 * sdm_record_audit_make_index:
 * @keys: of the epoch in which the event is sealed
 * @subject: what it is found by
 * @index: (out): where it stands
 *
 * Returns: (transfer none) (nullable): @index, %NULL where the event names none
 */
const guint8 *
sdm_record_audit_make_index (const SdmRecordKeys  *keys,
                             const SdmRecordEvent *event,
                             SdmRecordAuditSubject subject,
                             guint8                index[SDM_RECORD_INDEX_SIZE])
{
  const char *id = get_id (event, subject);

  if (id == NULL)
    return NULL;

  make_index (keys, subject, id, index);
  return index;
}

/**
 * sdm_record_audit_has_index:
 * @column: of @statement, where the index stands
 *
 * Returns: whether it is the one that the event has
 */
gboolean
sdm_record_audit_has_index (SdmRecordStatement   *statement,
                            int                   column,
                            const SdmRecordKeys  *keys,
                            const SdmRecordEvent *event,
                            SdmRecordAuditSubject subject)
{
  guint8        index[SDM_RECORD_INDEX_SIZE];
  const guint8 *wanted = sdm_record_audit_make_index (keys, event, subject, index);
  const void   *found = sqlite3_column_blob (statement, column);

  if (wanted == NULL || found == NULL)
    return wanted == found;
  return sqlite3_column_bytes (statement, column) == SDM_RECORD_INDEX_SIZE && memcmp (found, wanted, SDM_RECORD_INDEX_SIZE) == 0;
}

/* Finding */

/* A row of seq and event, which must be what the index says it is. */
static gboolean
take_event (SdmRecordFile        *file,
            SdmRecordStatement   *statement,
            SdmRecordAuditSubject subject,
            const char           *id,
            GHashTable           *events,
            GError              **error)
{
  const gint64         seq = sqlite3_column_int64 (statement, 0);
  const SdmRecordPlace place = sdm_record_audit_make_place (file, seq);
  g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, 1);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, NULL);
  g_autoptr (SdmRecordEvent) event = plain != NULL ? sdm_record_event_deserialise (plain) : NULL;

  if (event == NULL || g_strcmp0 (get_id (event, subject), id) != 0)
    return sdm_record_audit_set_broken (error);

  event->seq = seq;
  g_hash_table_replace (events, &event->seq, event);
  g_steal_pointer (&event);
  return TRUE;
}

static gboolean
collect_with (SdmRecordFile        *file,
              const SdmRecordKeys  *keys,
              SdmRecordAuditSubject subject,
              const char           *id,
              GHashTable           *events,
              GError              **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, statements[subject], error);
  guint8   index[SDM_RECORD_INDEX_SIZE];
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  make_index (keys, subject, id, index);
  sdm_record_statement_bind_blob (statement, 1, index, sizeof index);
  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;
  while (has_row)
    if (!take_event (file, statement, subject, id, events, error) ||
        !sdm_record_statement_next (file, statement, &has_row, error))
      return FALSE;

  return TRUE;
}

/* While the key is changed, some stand where the one before puts them. */
static gboolean
collect (SdmRecordFile        *file,
         SdmRecordAuditSubject subject,
         const char           *id,
         GHashTable           *events,
         GError              **error)
{
  for (const SdmRecordKeys *keys = file->keys; keys != NULL; keys = sdm_record_keys_get_older (keys))
    if (!collect_with (file, keys, subject, id, events, error))
      return FALSE;

  return TRUE;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const SdmRecordEvent *first = *(SdmRecordEvent *const *) a;
  const SdmRecordEvent *second = *(SdmRecordEvent *const *) b;

  return (first->seq > second->seq) - (first->seq < second->seq);
}

static GPtrArray *
sort_events (GHashTable *events)
{
  GPtrArray     *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_event_free);
  GHashTableIter iter;
  gpointer       event;

  g_hash_table_iter_init (&iter, events);
  while (g_hash_table_iter_next (&iter, NULL, &event))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (sorted, event);
    }
  g_ptr_array_sort (sorted, compare_events);

  return sorted;
}

/**
 * sdm_record_audit_find:
 * @patients: (element-type utf8): ids of patients
 * @records: (element-type utf8): ids of consultations
 *
 * However many events there are, only those of these are read. That none was
 * left out tells sdm_record_rows_verify().
 *
 * Returns: (transfer full) (element-type SdmRecordEvent) (nullable): the events that name any of
 *   them, oldest first
 */
GPtrArray *
sdm_record_audit_find (SdmRecordFile *file,
                       GPtrArray     *patients,
                       GPtrArray     *records,
                       GError       **error)
{
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sdm_record_event_free);

  for (guint i = 0; i < patients->len; i++)
    if (!collect (file, SDM_RECORD_AUDIT_PATIENT, g_ptr_array_index (patients, i), events, error))
      return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!collect (file, SDM_RECORD_AUDIT_RECORD, g_ptr_array_index (records, i), events, error))
      return NULL;

  return sort_events (events);
}
