/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-reseal-private.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-head-private.h"
#include "sdm-record-heading.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-wrap-private.h"

/*
 * The functions that a step to the next shape may call, so that a document
 * goes from one shape to the other without ever standing open in the file.
 */

#define FLAGS (SQLITE_UTF8 | SQLITE_DIRECTONLY)

static GBytes *
get_bytes (sqlite3_value *value)
{
  const void *data = sqlite3_value_blob (value);

  return g_bytes_new (data, (gsize) sqlite3_value_bytes (value));
}

static gboolean
read_place (SdmRecordFile  *file,
            sqlite3_value **values,
            SdmRecordPlace *place)
{
  const void *row = sqlite3_value_blob (values[1]);
  const int   size = sqlite3_value_bytes (values[1]);

  place->column = (const char *) sqlite3_value_text (values[0]);
  place->version = (guint32) sqlite3_value_int64 (values[2]);
  memcpy (place->store, file->id, SDM_RECORD_ID_SIZE);
  if (row == NULL || size != SDM_RECORD_ID_SIZE || place->column == NULL)
    return FALSE;

  memcpy (place->row, row, SDM_RECORD_ID_SIZE);
  return TRUE;
}

static void
answer (sqlite3_context *context,
        GBytes          *bytes)
{
  gsize         size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_result_blob64 (context, data, size, SQLITE_TRANSIENT);
}

/* seal (column, row, version, bytes) */
static void
seal_cb (sqlite3_context *context,
         int              n_values,
         sqlite3_value  **values)
{
  SdmRecordFile *file = sqlite3_user_data (context);
  SdmRecordPlace place;

  if (read_place (file, values, &place))
    {
      g_autoptr (GBytes) plain = get_bytes (values[3]);
      g_autoptr (GBytes) sealed = sdm_record_seal (file->keys, &place, plain);

      answer (context, sealed);
    }
  else
    {
      sqlite3_result_error (context, "there is no such place", -1);
    }
}

/* reseal (column, row, version, bytes): what is damaged is left as it is, for a person to look at */
static void
reseal_cb (sqlite3_context *context,
           int              n_values,
           sqlite3_value  **values)
{
  SdmRecordFile *file = sqlite3_user_data (context);
  g_autoptr (GBytes) wrapped = get_bytes (values[3]);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) sealed = NULL;
  SdmRecordPlace place;

  if (read_place (file, values, &place))
    plain = sdm_record_unwrap_body (&place, wrapped);
  if (plain != NULL)
    sealed = sdm_record_seal (file->keys, &place, plain);

  answer (context, sealed != NULL ? sealed : wrapped);
}

/* aid_index (SHA-256) */
static void
aid_index_cb (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  SdmRecordFile *file = sqlite3_user_data (context);
  g_autoptr (GBytes) hash = get_bytes (values[0]);
  guint8 index[SDM_RECORD_INDEX_SIZE];

  sdm_record_keys_index (file->keys, "aid", g_bytes_get_data (hash, NULL), g_bytes_get_size (hash), index);
  sqlite3_result_blob (context, index, sizeof index, SQLITE_TRANSIENT);
}

static void
take (char **field,
      char **from)
{
  g_free (*field);
  *field = g_steal_pointer (from);
}

/* The head as this version makes it of the document, with what only the store knows. */
static SdmRecordHead *
make_head (const SdmRecordHead *old,
           GBytes              *body)
{
  SdmRecordHead *head = sdm_record_head_copy (old);
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_bytes (body, old->id, NULL);
  g_autoptr (SdmRecordHead) found = NULL;

  if (consultation == NULL)
    return head;

  found = sdm_record_head_new_for_consultation (consultation);
  take (&head->family_name, &found->family_name);
  take (&head->given_names, &found->given_names);
  take (&head->birth_date, &found->birth_date);
  take (&head->nhs_number, &found->nhs_number);
  take (&head->reviews, &found->reviews);
  return head;
}

/* NULL without @error where the document is damaged. */
static GBytes *
settle (SdmRecordFile        *file,
        const SdmRecordPlace *head_place,
        const SdmRecordPlace *body_place,
        GBytes               *sealed_head,
        GBytes               *sealed_body,
        GError              **error)
{
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, head_place, sealed_head, NULL);
  g_autoptr (GBytes) body = sdm_record_unseal (file->keys, body_place, sealed_body, NULL);
  g_autoptr (SdmRecordHead) old = plain != NULL ? sdm_record_head_deserialise (plain) : NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) settled = NULL;

  if (old == NULL || body == NULL)
    return NULL;

  head = make_head (old, body);
  if (!sdm_record_settle (file, head_place->row, head, head_place->version > 0, NULL, error))
    return NULL;
  settled = sdm_record_head_serialise (head);
  return sdm_record_seal (file->keys, head_place, settled);
}

/* settle (table, consultation, version, head, body): what is damaged is left as it is, for a person to look at */
static void
settle_cb (sqlite3_context *context,
           int              n_values,
           sqlite3_value  **values)
{
  SdmRecordFile *file = sqlite3_user_data (context);
  g_autoptr (GBytes) sealed_head = get_bytes (values[3]);
  g_autoptr (GBytes) sealed_body = get_bytes (values[4]);
  g_autoptr (GBytes) settled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head_column = NULL;
  g_autofree char *body_column = NULL;
  SdmRecordPlace   place;

  if (read_place (file, values, &place))
    {
      SdmRecordPlace body_place = place;

      head_column = g_strconcat (place.column, ".head", NULL);
      body_column = g_strconcat (place.column, ".body", NULL);
      place.column = head_column;
      body_place.column = body_column;
      settled = settle (file, &place, &body_place, sealed_head, sealed_body, &error);
    }

  if (error != NULL)
    sqlite3_result_error (context, error->message, -1);
  else
    answer (context, settled != NULL ? settled : sealed_head);
}

/* audit_index (column, number, event) */
static void
audit_index_cb (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  SdmRecordFile       *file = sqlite3_user_data (context);
  const char          *column = (const char *) sqlite3_value_text (values[0]);
  const SdmRecordPlace place = sdm_record_audit_make_place (file, sqlite3_value_int64 (values[1]));
  g_autoptr (GBytes) sealed = get_bytes (values[2]);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, NULL);
  g_autoptr (SdmRecordEvent) event = plain != NULL ? sdm_record_event_deserialise (plain) : NULL;
  const SdmRecordAuditSubject subject = g_strcmp0 (column, "patient_index") == 0 ? SDM_RECORD_AUDIT_PATIENT : SDM_RECORD_AUDIT_RECORD;
  const guint8               *found = NULL;
  guint8                      index[SDM_RECORD_INDEX_SIZE];

  if (event != NULL)
    found = sdm_record_audit_make_index (sdm_record_keys_find (file->keys, sdm_record_seal_get_epoch (sealed)), event, subject, index);
  sqlite3_result_blob (context, found, found != NULL ? SDM_RECORD_INDEX_SIZE : 0, SQLITE_TRANSIENT);
}

typedef struct
{
  const char *name;
  int         n_values;
  void (*func) (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values);
} Lent;

static const Lent lent[] = {
  { "seal", 4, seal_cb },
  { "reseal", 4, reseal_cb },
  { "aid_index", 1, aid_index_cb },
  { "settle", 5, settle_cb },
  { "audit_index", 3, audit_index_cb },
};

/**
 * sdm_record_reseal_lend:
 * @file: a file with its id and its keys
 *
 * Lends the functions to the statements of steps.
 */
gboolean
sdm_record_reseal_lend (SdmRecordFile *file,
                        GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lent); i++)
    if (sqlite3_create_function (file->db, lent[i].name, lent[i].n_values, FLAGS, file,
                                 lent[i].func, NULL, NULL) != SQLITE_OK)
      {
        sdm_record_connection_set_error (error, file->db, SDM_RECORD_OPENING);
        return FALSE;
      }

  return TRUE;
}

void
sdm_record_reseal_take_back (SdmRecordFile *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lent); i++)
    sqlite3_create_function (file->db, lent[i].name, lent[i].n_values, FLAGS, NULL, NULL, NULL, NULL);
}
