/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-reseal-private.h"

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
