/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rows-private.h"

#include <glib/gi18n.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-head-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-seal-private.h"

#define LONGEST_BODY (32 * 1024 * 1024)

static gboolean
parse_id (const char *text,
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

static gboolean
is_one_of (const char        *word,
           const char *const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

/* Practice and real consultations are never mixed. */
static gboolean
check_kind (SdmRecordFile       *file,
            const SdmRecordHead *head,
            GError             **error)
{
  if (file->kind == SDM_RECORD_STORE_PRACTICE && g_strcmp0 (head->kind, "real") == 0)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_REAL_REFUSED,
                           _("This is a real patient’s consultation, and only practice consultations can be kept here. Nothing was saved. Your page is still open: print the letter or save it as a PDF before you close it."));
      return FALSE;
    }
  if (file->kind == SDM_RECORD_STORE_REAL && g_strcmp0 (head->kind, "practice") == 0)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_PRACTICE_REFUSED,
                           _("This is a practice consultation, and only those of real patients can be kept here. Nothing was saved."));
      return FALSE;
    }

  return TRUE;
}

/* What is asked of every consultation before it is written. */
static gboolean
check_head (SdmRecordFile       *file,
            const SdmRecordHead *head,
            GBytes              *body,
            guint8               id[SDM_RECORD_ID_SIZE],
            GError             **error)
{
  static const char *const statuses[] = { "in-progress", "valid", "cancelled", NULL };
  static const char *const kinds[] = { "practice", "real", NULL };

  if (!check_kind (file, head, error))
    return FALSE;
  if (file->kind == SDM_RECORD_STORE_REAL && !sdm_record_recovery_check_confirmed (file, error))
    return FALSE;
  if (!parse_id (head->id, id, error))
    return FALSE;
  if (!is_one_of (head->kind, kinds) || !is_one_of (head->status, statuses) || head->created < 0)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("This consultation could not be saved: its kind, its status or its date is not one that can be kept. Your page is still open."));
      return FALSE;
    }
  if (g_bytes_get_size (body) > LONGEST_BODY)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("This is too long to be kept. Your page is still open. Make it shorter, then choose Save again."));
      return FALSE;
    }

  return TRUE;
}

static SdmRecordPlace
make_head_place (SdmRecordFile *file,
                 const guint8   id[SDM_RECORD_ID_SIZE],
                 guint          version)
{
  return sdm_record_file_make_place (file, version == 0 ? "draft.head" : "version.head", id, version);
}

static SdmRecordPlace
make_body_place (SdmRecordFile *file,
                 const guint8   id[SDM_RECORD_ID_SIZE],
                 guint          version)
{
  return sdm_record_file_make_place (file, version == 0 ? "draft.body" : "version.body", id, version);
}

static GBytes *
seal_head (SdmRecordFile       *file,
           const SdmRecordHead *head,
           const guint8         id[SDM_RECORD_ID_SIZE],
           guint                version)
{
  const SdmRecordPlace place = make_head_place (file, id, version);
  g_autoptr (GBytes) plain = sdm_record_head_serialise (head);

  return sdm_record_seal (file->keys, &place, plain);
}

static SdmRecordHead *
unseal_head (SdmRecordFile *file,
             GBytes        *sealed,
             const guint8   id[SDM_RECORD_ID_SIZE],
             guint          version,
             GError       **error)
{
  const SdmRecordPlace place = make_head_place (file, id, version);
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
  const SdmRecordPlace place = make_body_place (file, id, version);
  g_autoptr (GBytes) sealed_head = sdm_record_statement_get_bytes (statement, column);
  g_autoptr (GBytes) sealed_body = sdm_record_statement_get_bytes (statement, column + 1);

  *head = unseal_head (file, sealed_head, id, version, error);
  if (*head == NULL)
    return FALSE;

  *body = sdm_record_unseal (file->keys, &place, sealed_body, error);
  return *body != NULL;
}

static gboolean
load_draft (SdmRecordFile  *file,
            const guint8    id[SDM_RECORD_ID_SIZE],
            gboolean       *found,
            SdmRecordHead **head,
            GBytes        **body,
            GError        **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_LOAD_DRAFT, error);

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, found, error))
    return FALSE;

  return !*found || read_document (file, statement, 0, id, 0, head, body, error);
}

/* With a NULL @head only whether there is one is looked up. */
static gboolean
load_last_version (SdmRecordFile  *file,
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

static gboolean
check_not_finished (SdmRecordFile *file,
                    const guint8   id[SDM_RECORD_ID_SIZE],
                    GError       **error)
{
  gboolean finished;

  if (!load_last_version (file, id, &finished, NULL, NULL, error))
    return FALSE;
  if (!finished)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED,
                       _("This consultation is finished and is never changed. Nothing was saved."));
  return FALSE;
}

static gboolean
add_consultation (SdmRecordFile       *file,
                  const SdmRecordHead *head,
                  const guint8         id[SDM_RECORD_ID_SIZE],
                  GError             **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ADD_CONSULTATION, error);

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, sdm_record_head_get_day (head));
  return sdm_record_statement_run (file, statement, error);
}

static gboolean
run_for_id (SdmRecordFile         *file,
            SdmRecordStatementName name,
            const guint8           id[SDM_RECORD_ID_SIZE],
            GError               **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  return sdm_record_statement_run (file, statement, error);
}

/* Only the first save of a draft is an event; those that follow every few words are not. */
static gboolean
audit_new_draft (SdmRecordFile *file,
                 const guint8   id[SDM_RECORD_ID_SIZE],
                 GError       **error)
{
  SdmRecordEvent *event;

  if (sqlite3_changes (file->db) == 0)
    return TRUE;

  event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_DRAFT_OPEN, id, 0, NULL);
  event->outcome = g_strdup ("new");
  return sdm_record_audit_add (file, event, error);
}

/* A draft when @code is NULL; a version is an event with its hash. */
static gboolean
write_document (SdmRecordFile       *file,
                const SdmRecordHead *head,
                GBytes              *body,
                const guint8         id[SDM_RECORD_ID_SIZE],
                guint                version,
                const char          *code,
                GError             **error)
{
  const SdmRecordPlace place = make_body_place (file, id, version);
  SdmRecordEvent      *event;
  g_autoptr (GBytes) sealed_head = seal_head (file, head, id, version);
  g_autoptr (GBytes) sealed_body = sdm_record_seal (file->keys, &place, body);
  g_autoptr (SdmRecordStatement) statement = NULL;
  int column = 1;

  statement = sdm_record_statement_get (file,
                                        version == 0 ? SDM_RECORD_STATEMENT_SAVE_DRAFT : SDM_RECORD_STATEMENT_ADD_VERSION,
                                        error);
  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, column++, id, SDM_RECORD_ID_SIZE);
  if (version > 0)
    sqlite3_bind_int64 (statement, column++, version);
  sdm_record_statement_bind_bytes (statement, column++, sealed_head);
  sdm_record_statement_bind_bytes (statement, column++, sealed_body);
  if (!sdm_record_statement_run (file, statement, error))
    return FALSE;

  if (code == NULL)
    return TRUE;
  event = sdm_record_audit_new_event (file, code, id, version, sealed_body);
  event->reason = g_strdup (head->reason);
  return sdm_record_audit_add (file, event, error);
}

static gboolean
set_not_found (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                       _("This consultation is not among the ones kept here. It may have been discarded."));
  return FALSE;
}

gboolean
sdm_record_rows_save_draft (SdmRecordFile       *file,
                            const SdmRecordHead *head,
                            GBytes              *body,
                            GError             **error)
{
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean good;

  if (!check_head (file, head, body, id, error) || !sdm_record_file_begin (file, error))
    return FALSE;

  good = check_not_finished (file, id, error) &&
         add_consultation (file, head, id, error) &&
         audit_new_draft (file, id, error) &&
         write_document (file, head, body, id, 0, NULL, error);
  return sdm_record_file_end (file, good, error);
}

/**
 * sdm_record_rows_check_final:
 *
 * What is asked of a version before it is written.
 */
gboolean
sdm_record_rows_check_final (SdmRecordFile       *file,
                             const SdmRecordHead *head,
                             GBytes              *body,
                             GError             **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];

  if (!check_head (file, head, body, id, error))
    return FALSE;
  if (!g_str_equal (head->status, "in-progress"))
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                       _("This consultation is still in progress and cannot be finished yet. It is kept as a draft."));
  return FALSE;
}

/**
 * sdm_record_rows_sign:
 * @head: (inout): the head of a new version
 * @change: why there is one
 * @reason: (nullable): in the words of who makes it
 *
 * Notes in @head who makes this version, when and why.
 */
void
sdm_record_rows_sign (SdmRecordFile *file,
                      SdmRecordHead *head,
                      const char    *change,
                      const char    *reason)
{
  g_free (head->change);
  head->change = g_strdup (change);
  g_free (head->author);
  head->author = g_strdup (file->clinician_name != NULL ? file->clinician_name : g_get_user_name ());
  g_free (head->reason);
  head->reason = g_strdup (reason);
  head->finished = file->get_now != NULL ? file->get_now () : g_get_real_time ();
}

/**
 * sdm_record_rows_write_version:
 * @head: with the number of the new version
 * @code: what the chain calls it
 *
 * Writes a version in the transaction that is under way; its aid must be kept.
 */
gboolean
sdm_record_rows_write_version (SdmRecordFile       *file,
                               const SdmRecordHead *head,
                               GBytes              *body,
                               const char          *code,
                               GError             **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];

  return parse_id (head->id, id, error) &&
         sdm_record_aids_check_kept (file, head, error) &&
         write_document (file, head, body, id, head->version, code, error);
}

gboolean
sdm_record_rows_finalise (SdmRecordFile       *file,
                          const SdmRecordHead *head,
                          GBytes              *body,
                          GError             **error)
{
  g_autoptr (SdmRecordHead) signed_head = sdm_record_head_copy (head);
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean good;

  if (!sdm_record_rows_check_final (file, head, body, error) || !parse_id (head->id, id, error) ||
      !sdm_record_file_begin (file, error))
    return FALSE;

  sdm_record_rows_sign (file, signed_head, "finalised", NULL);
  signed_head->version = 1;
  good = check_not_finished (file, id, error) &&
         add_consultation (file, head, id, error) &&
         sdm_record_rows_write_version (file, signed_head, body, SDM_RECORD_AUDIT_FINALISE, error) &&
         run_for_id (file, SDM_RECORD_STATEMENT_DELETE_DRAFT, id, error);
  return sdm_record_file_end (file, good, error);
}

/* Versions */

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

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, version);
  if (!sdm_record_statement_next (file, statement, found, error))
    return FALSE;

  return !*found || read_document (file, statement, 0, id, version, head, body, error);
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

  if (!parse_id (text, id, error))
    return FALSE;

  good = version == 0 ? load_last_version (file, id, &found, &loaded_head, &loaded_body, error)
                      : load_version (file, id, version, &found, &loaded_head, &loaded_body, error);
  if (!good)
    return FALSE;
  if (!found)
    return set_not_found (error);

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

  if (!sdm_record_rows_read_version (file, text, version, &loaded_head, &loaded_body, error) || !parse_id (text, id, error) ||
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

  if (!parse_id (text, id, error) || !load_draft (file, id, &found, &loaded_head, &loaded_body, error))
    return FALSE;
  if (!found && !load_last_version (file, id, &found, &loaded_head, &loaded_body, error))
    return FALSE;
  if (!found)
    return set_not_found (error);

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

gboolean
sdm_record_rows_discard_draft (SdmRecordFile  *file,
                               const char     *text,
                               SdmRecordHead **head,
                               GBytes        **body,
                               GError        **error)
{
  g_autoptr (SdmRecordHead) loaded_head = NULL;
  g_autoptr (GBytes) loaded_body = NULL;
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean found = FALSE;
  gboolean good;

  if (!parse_id (text, id, error) || !sdm_record_file_begin (file, error))
    return FALSE;

  good = load_draft (file, id, &found, &loaded_head, &loaded_body, error);
  if (good && !found)
    good = check_not_finished (file, id, error) && set_not_found (error);
  good = good &&
         run_for_id (file, SDM_RECORD_STATEMENT_DELETE_DRAFT, id, error) &&
         run_for_id (file, SDM_RECORD_STATEMENT_REMOVE_CONSULTATION, id, error) &&
         sdm_record_audit_add (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_DRAFT_DISCARD, id, 0, NULL), error);
  if (!sdm_record_file_end (file, good, error))
    return FALSE;

  *head = g_steal_pointer (&loaded_head);
  *body = g_steal_pointer (&loaded_body);
  return TRUE;
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
static GPtrArray *
list_heads (SdmRecordFile      *file,
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

GPtrArray *
sdm_record_rows_list (SdmRecordFile *file,
                      gboolean       finished,
                      GError       **error)
{
  const SdmRecordStatementName name = finished ? SDM_RECORD_STATEMENT_LAST_VERSIONS : SDM_RECORD_STATEMENT_ALL_DRAFTS;
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);
  GPtrArray *heads = statement != NULL ? list_heads (file, statement, error) : NULL;

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

  if (statement == NULL || !parse_id (text, id, error))
    return NULL;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  return list_heads (file, statement, error);
}

static gboolean
verify_documents (SdmRecordFile         *file,
                  SdmRecordStatementName name,
                  GError               **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);
  gboolean has_row;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;

  while (has_row)
    {
      g_autoptr (SdmRecordHead) head = NULL;
      g_autoptr (GBytes) body = NULL;
      guint8 id[SDM_RECORD_ID_SIZE];
      guint  version;

      if (!read_key (statement, id, &version))
        return sdm_record_rows_set_damaged (error);
      if (!read_document (file, statement, 2, id, version, &head, &body, error) ||
          !sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sdm_record_rows_verify (SdmRecordFile *file,
                        GError       **error)
{
  const gboolean good = sdm_record_file_check (file, FALSE, error) &&
                        verify_documents (file, SDM_RECORD_STATEMENT_ALL_DRAFTS, error) &&
                        verify_documents (file, SDM_RECORD_STATEMENT_ALL_VERSIONS, error) &&
                        sdm_record_aids_verify (file, error) &&
                        sdm_record_audit_verify (file, error);
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_CHECK, NULL, 0, NULL);

  if (!good)
    event->outcome = g_strdup ("failed");
  /* What was found counts, and not whether it could be noted. */
  return sdm_record_audit_note (file, event, good ? error : NULL) && good;
}
