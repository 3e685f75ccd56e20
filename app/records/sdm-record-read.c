/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-read-private.h"

#include <glib/gi18n.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-head-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"

/* Reading what sdm-record-rows.c wrote: one document, lists, and all of them to be checked. */

/**
 * sdm_record_read_parse_id:
 *
 * Fails with %SDM_RECORD_ERROR_INVALID.
 */
gboolean
sdm_record_read_parse_id (const char *text,
                          guint8      id[SDM_RECORD_ID_SIZE],
                          GError    **error)
{
  if (sdm_record_id_parse (text, id))
    return TRUE;

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
               /* Translators: an id that is not one: "No consultation can be kept or found under the id “abc”." */
               _("No consultation can be kept or found under the id “%s”."), text != NULL ? text : "");
  return FALSE;
}

/* Where a document belongs; version 0 is the draft. */
SdmRecordPlace
sdm_record_read_make_head_place (SdmRecordFile *file,
                                 const guint8   id[SDM_RECORD_ID_SIZE],
                                 guint          version)
{
  return sdm_record_file_make_place (file, version == 0 ? "draft.head" : "version.head", id, version);
}

SdmRecordPlace
sdm_record_read_make_body_place (SdmRecordFile *file,
                                 const guint8   id[SDM_RECORD_ID_SIZE],
                                 guint          version)
{
  return sdm_record_file_make_place (file, version == 0 ? "draft.body" : "version.body", id, version);
}

static SdmRecordHead *
unseal_head (SdmRecordFile *file,
             GBytes        *sealed,
             const guint8   id[SDM_RECORD_ID_SIZE],
             guint          version,
             GError       **error)
{
  const SdmRecordPlace place = sdm_record_read_make_head_place (file, id, version);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, error);
  SdmRecordHead *head;

  if (plain == NULL)
    return NULL;

  head = sdm_record_head_deserialise (plain);
  if (head == NULL)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER,
                           _("This consultation was kept by a newer version of Evenhand, and was left as it is. Open it with that version."));
      return NULL;
    }
  head->version = version;

  return head;
}

/* Reads the columns head and body, beginning at @column. */
static gboolean
read_document (SdmRecordFile      *file,
               SdmRecordStatement *statement,
               int                 column,
               const guint8        id[SDM_RECORD_ID_SIZE],
               guint               version,
               SdmRecordHead     **head,
               GBytes            **body,
               GError            **error)
{
  const SdmRecordPlace place = sdm_record_read_make_body_place (file, id, version);
  g_autoptr (GBytes) sealed_head = sdm_record_statement_get_bytes (statement, column);
  g_autoptr (GBytes) sealed_body = sdm_record_statement_get_bytes (statement, column + 1);

  *head = unseal_head (file, sealed_head, id, version, error);
  if (*head == NULL)
    return FALSE;

  *body = sdm_record_unseal (file->keys, &place, sealed_body, error);
  return *body != NULL;
}

/* The document in the row that was asked for, where there is one; with no @head only whether there is. */
static gboolean
find_document (SdmRecordFile      *file,
               SdmRecordStatement *statement,
               const guint8        id[SDM_RECORD_ID_SIZE],
               guint               version,
               gboolean           *found,
               SdmRecordHead     **head,
               GBytes            **body,
               GError            **error)
{
  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, found, error))
    return FALSE;

  return !*found || head == NULL || read_document (file, statement, 0, id, version, head, body, error);
}

/**
 * sdm_record_read_draft:
 * @found: (out): whether there is a draft
 * @head: (out) (optional): its head; with %NULL only whether there is one is looked up
 * @body: (out) (optional): the document
 */
gboolean
sdm_record_read_draft (SdmRecordFile  *file,
                       const guint8    id[SDM_RECORD_ID_SIZE],
                       gboolean       *found,
                       SdmRecordHead **head,
                       GBytes        **body,
                       GError        **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_LOAD_DRAFT, error);

  return statement != NULL && find_document (file, statement, id, 0, found, head, body, error);
}

/**
 * sdm_record_read_last_version:
 * @found: (out): whether there is a version
 * @head: (out) (optional): its head; with %NULL only whether there is one is looked up
 */
gboolean
sdm_record_read_last_version (SdmRecordFile  *file,
                              const guint8    id[SDM_RECORD_ID_SIZE],
                              gboolean       *found,
                              SdmRecordHead **head,
                              GBytes        **body,
                              GError        **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_LAST_VERSION, error);
  guint number;

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, found, error))
    return FALSE;
  if (!*found || head == NULL)
    return TRUE;

  number = (guint) sqlite3_column_int64 (statement, 0);
  return read_document (file, statement, 1, id, number, head, body, error);
}

/* Always FALSE. */
gboolean
sdm_record_read_set_not_found (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                       _("This consultation is not among the ones kept here. It may have been discarded."));
  return FALSE;
}

static gboolean
load_version (SdmRecordFile  *file,
              const guint8    id[SDM_RECORD_ID_SIZE],
              guint           version,
              gboolean       *found,
              SdmRecordHead **head,
              GBytes        **body,
              GError        **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_VERSION, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 2, version);
  return find_document (file, statement, id, version, found, head, body, error);
}

/**
 * sdm_record_rows_read_version:
 * @version: its number, 0 for the last
 *
 * Reads a version without a note in the chain. Fails with
 * %SDM_RECORD_ERROR_NOT_FOUND.
 */
gboolean
sdm_record_rows_read_version (SdmRecordFile  *file,
                              const char     *text,
                              guint           version,
                              SdmRecordHead **head,
                              GBytes        **body,
                              GError        **error)
{
  g_autoptr (SdmRecordHead) loaded_head = NULL;
  g_autoptr (GBytes) loaded_body = NULL;
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean found;
  gboolean good;

  if (!sdm_record_read_parse_id (text, id, error))
    return FALSE;

  good = version == 0 ? sdm_record_read_last_version (file, id, &found, &loaded_head, &loaded_body, error)
                      : load_version (file, id, version, &found, &loaded_head, &loaded_body, error);
  if (!good)
    return FALSE;
  if (!found)
    return sdm_record_read_set_not_found (error);

  *head = g_steal_pointer (&loaded_head);
  *body = g_steal_pointer (&loaded_body);
  return TRUE;
}

gboolean
sdm_record_rows_view_version (SdmRecordFile  *file,
                              const char     *text,
                              guint           version,
                              SdmRecordHead **head,
                              GBytes        **body,
                              GError        **error)
{
  g_autoptr (SdmRecordHead) loaded_head = NULL;
  g_autoptr (GBytes) loaded_body = NULL;
  guint8 id[SDM_RECORD_ID_SIZE];

  if (!sdm_record_rows_read_version (file, text, version, &loaded_head, &loaded_body, error) || !sdm_record_read_parse_id (text, id, error) ||
      !sdm_record_audit_note (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_VIEW, id, version, NULL), error))
    return FALSE;

  *head = g_steal_pointer (&loaded_head);
  *body = g_steal_pointer (&loaded_body);
  return TRUE;
}

static gboolean
load_any (SdmRecordFile  *file,
          const char     *text,
          const char     *code, /* nullable: that of looking at it */
          SdmRecordHead **head,
          GBytes        **body,
          GError        **error)
{
  g_autoptr (SdmRecordHead) loaded_head = NULL;
  g_autoptr (GBytes) loaded_body = NULL;
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean found;

  if (!sdm_record_read_parse_id (text, id, error) || !sdm_record_read_draft (file, id, &found, &loaded_head, &loaded_body, error))
    return FALSE;
  if (!found && !sdm_record_read_last_version (file, id, &found, &loaded_head, &loaded_body, error))
    return FALSE;
  if (!found)
    return sdm_record_read_set_not_found (error);

  if (code == NULL)
    code = loaded_head->version == 0 ? SDM_RECORD_AUDIT_DRAFT_OPEN : SDM_RECORD_AUDIT_VIEW;
  if (!sdm_record_audit_note (file, sdm_record_audit_new_event (file, code, id, loaded_head->version, NULL), error))
    return FALSE;

  *head = g_steal_pointer (&loaded_head);
  *body = g_steal_pointer (&loaded_body);
  return TRUE;
}

gboolean
sdm_record_rows_load (SdmRecordFile  *file,
                      const char     *text,
                      SdmRecordHead **head,
                      GBytes        **body,
                      GError        **error)
{
  return load_any (file, text, NULL, head, body, error);
}

gboolean
sdm_record_rows_export (SdmRecordFile  *file,
                        const char     *text,
                        SdmRecordHead **head,
                        GBytes        **body,
                        GError        **error)
{
  return load_any (file, text, SDM_RECORD_AUDIT_EXPORT, head, body, error);
}

/* A damaged row stays in the list, so that it is not missed and hides no other. */
static SdmRecordHead *
make_damaged_head (SdmRecordFile *file,
                   const guint8   id[SDM_RECORD_ID_SIZE],
                   guint          version)
{
  g_autofree char *text = sdm_record_id_format (id);
  SdmRecordHead   *head = sdm_record_head_new (text, sdm_record_store_kind_get_text (file->kind), SDM_RECORD_STATUS_DAMAGED);

  head->version = version;
  return head;
}

/* Reads the columns consultation_id and number. */
static gboolean
read_key (SdmRecordStatement *statement,
          guint8              id[SDM_RECORD_ID_SIZE],
          guint              *version)
{
  const void *key = sqlite3_column_blob (statement, 0);

  if (key == NULL || sqlite3_column_bytes (statement, 0) != SDM_RECORD_ID_SIZE)
    return FALSE;

  memcpy (id, key, SDM_RECORD_ID_SIZE);
  *version = (guint) sqlite3_column_int64 (statement, 1);
  return TRUE;
}

gboolean
sdm_record_rows_set_damaged (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                       _("A part of the file of records is not as it was written. It was left as it is: keep it, and put back a backup beside it."));
  return FALSE;
}

/* Rows of consultation_id, number and head. */
GPtrArray *
sdm_record_read_heads (SdmRecordFile      *file,
                       SdmRecordStatement *statement,
                       GError            **error)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_head_free);
  gboolean has_row;

  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return NULL;

  while (has_row)
    {
      g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, 2);
      SdmRecordHead *head;
      guint8         id[SDM_RECORD_ID_SIZE];
      guint          version;

      if (!read_key (statement, id, &version))
        {
          sdm_record_rows_set_damaged (error);
          return NULL;
        }
      head = unseal_head (file, sealed, id, version, NULL);
      g_ptr_array_add (heads, head != NULL ? head : make_damaged_head (file, id, version));

      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return NULL;
    }

  return g_steal_pointer (&heads);
}

/**
 * sdm_record_read_head:
 * @head: (out) (nullable): of the last version, or where there is none, of the draft; one
 *   that is damaged says so
 */
gboolean
sdm_record_read_head (SdmRecordFile  *file,
                      const guint8    id[SDM_RECORD_ID_SIZE],
                      SdmRecordHead **head,
                      GError        **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_HEAD, error);
  g_autoptr (GPtrArray) heads = NULL;

  *head = NULL;
  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  heads = sdm_record_read_heads (file, statement, error);
  if (heads == NULL)
    return FALSE;
  if (heads->len > 0)
    *head = g_ptr_array_steal_index (heads, 0);

  return TRUE;
}

GPtrArray *
sdm_record_rows_list (SdmRecordFile *file,
                      gboolean       finished,
                      GError       **error)
{
  const SdmRecordStatementName name = finished ? SDM_RECORD_STATEMENT_LAST_VERSIONS : SDM_RECORD_STATEMENT_ALL_DRAFTS;
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);
  GPtrArray *heads = statement != NULL ? sdm_record_read_heads (file, statement, error) : NULL;

  if (heads != NULL)
    g_ptr_array_sort (heads, sdm_record_head_compare_newest);
  return heads;
}

GPtrArray *
sdm_record_rows_list_versions (SdmRecordFile *file,
                               const char    *text,
                               GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_VERSIONS, error);
  guint8 id[SDM_RECORD_ID_SIZE];

  if (statement == NULL || !sdm_record_read_parse_id (text, id, error))
    return NULL;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  return sdm_record_read_heads (file, statement, error);
}

/**
 * sdm_record_read_take_document:
 * @statement: a row of id, number, head and body
 */
gboolean
sdm_record_read_take_document (SdmRecordFile      *file,
                               SdmRecordStatement *statement,
                               SdmRecordHead     **head,
                               GBytes            **body,
                               GError            **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];
  guint  version;

  return read_key (statement, id, &version) ? read_document (file, statement, 2, id, version, head, body, error)
                                            : sdm_record_rows_set_damaged (error);
}

/**
 * sdm_record_read_check_document:
 * @statement: a row of id, number, head and body
 */
gboolean
sdm_record_read_check_document (SdmRecordFile      *file,
                                SdmRecordStatement *statement,
                                GError            **error)
{
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  return sdm_record_read_take_document (file, statement, &head, &body, error);
}

/**
 * sdm_record_read_check_link:
 * @statement: a row of the ids of a consultation and of its patient
 *
 * Each consultation must belong to whom its sealed head says.
 */
gboolean
sdm_record_read_check_link (SdmRecordFile      *file,
                            SdmRecordStatement *statement,
                            GError            **error)
{
  const void *id = sqlite3_column_blob (statement, 0);
  const void *patient_id = sqlite3_column_blob (statement, 1);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (SdmRecordPatient) patient = NULL;

  if (id == NULL || sqlite3_column_bytes (statement, 0) != SDM_RECORD_ID_SIZE || !sdm_record_read_head (file, id, &head, NULL))
    return sdm_record_rows_set_damaged (error);
  if (patient_id != NULL &&
      (sqlite3_column_bytes (statement, 1) != SDM_RECORD_ID_SIZE || !sdm_record_patients_read (file, patient_id, &patient, NULL)))
    return sdm_record_rows_set_damaged (error);
  if (head == NULL || (patient == NULL ? head->patient_id != NULL : !sdm_record_patient_is (patient, head->patient_id)))
    return sdm_record_rows_set_damaged (error);

  return TRUE;
}
