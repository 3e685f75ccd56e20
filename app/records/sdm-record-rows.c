/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rows-private.h"

#include <glib/gi18n.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-head-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-read-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-seal-private.h"

/* What is kept, and what is asked of it before. Reading it is in sdm-record-read.c. */

#define LONGEST_BODY (32 * 1024 * 1024)

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
  if (!sdm_record_read_parse_id (head->id, id, error))
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

static GBytes *
seal_head (SdmRecordFile       *file,
           const SdmRecordHead *head,
           const guint8         id[SDM_RECORD_ID_SIZE],
           guint                version)
{
  const SdmRecordPlace place = sdm_record_read_make_head_place (file, id, version);
  g_autoptr (GBytes) plain = sdm_record_head_serialise (head);

  return sdm_record_seal (file->keys, &place, plain);
}

static gboolean
check_not_finished (SdmRecordFile *file,
                    const guint8   id[SDM_RECORD_ID_SIZE],
                    GError       **error)
{
  gboolean finished;

  if (!sdm_record_read_last_version (file, id, &finished, NULL, NULL, error))
    return FALSE;
  if (!finished)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED,
                       _("This consultation is finished and is never changed. Nothing was saved."));
  return FALSE;
}

/* Whether the last version is the one that is amended, and may be. */
static gboolean
check_amends (SdmRecordFile       *file,
              const SdmRecordHead *head,
              GError             **error)
{
  g_autoptr (SdmRecordHead) last = NULL;
  g_autoptr (GBytes) body = NULL;

  if (!sdm_record_rows_read_version (file, head->id, 0, &last, &body, error))
    return FALSE;
  if (last->version == head->amends && g_strcmp0 (last->change, "entered-in-error") != 0 && g_strcmp0 (last->change, "withdrawn") != 0)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED,
                       _("This record was amended or taken back meanwhile. Nothing was saved. Open it again, so that you see what was changed."));
  return FALSE;
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
                 gboolean       is_new,
                 const char    *outcome,
                 GError       **error)
{
  SdmRecordEvent *event;

  if (!is_new)
    return TRUE;

  event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_DRAFT_OPEN, id, 0, NULL);
  event->outcome = g_strdup (outcome);
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
  const SdmRecordPlace place = sdm_record_read_make_body_place (file, id, version);
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

/* While it is amended, a consultation stays with whom, and is found by what, its last version says. */
static gboolean
settle_amendment (SdmRecordFile *file,
                  const guint8   id[SDM_RECORD_ID_SIZE],
                  SdmRecordHead *head,
                  gboolean      *is_new,
                  GError       **error)
{
  gboolean is_there;
  gboolean has_draft;

  if (!check_amends (file, head, error) || !sdm_record_read_draft (file, id, &has_draft, NULL, NULL, error))
    return FALSE;

  *is_new = !has_draft;
  g_clear_pointer (&head->patient_id, g_free);
  return sdm_record_settle_read_link (file, id, &is_there, &head->patient_id, error);
}

static gboolean
settle_draft (SdmRecordFile *file,
              const guint8   id[SDM_RECORD_ID_SIZE],
              SdmRecordHead *head,
              gboolean      *is_new,
              GError       **error)
{
  if (head->amends > 0)
    return settle_amendment (file, id, head, is_new, error);

  return check_not_finished (file, id, error) && sdm_record_settle (file, id, head, FALSE, is_new, error);
}

gboolean
sdm_record_rows_save_draft (SdmRecordFile       *file,
                            const SdmRecordHead *head,
                            GBytes              *body,
                            GError             **error)
{
  g_autoptr (SdmRecordHead) settled = sdm_record_head_copy (head);
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean is_new;
  gboolean good;

  if (!check_head (file, head, body, id, error) || !sdm_record_file_begin (file, error))
    return FALSE;

  good = settle_draft (file, id, settled, &is_new, error) &&
         audit_new_draft (file, id, is_new, head->amends > 0 ? "amendment" : "new", error) &&
         write_document (file, settled, body, id, 0, NULL, error);
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
 * sdm_record_rows_end_amendment:
 *
 * Takes the draft of an amendment away, where there is one, in the transaction under way.
 */
gboolean
sdm_record_rows_end_amendment (SdmRecordFile *file,
                               const char    *text,
                               GError       **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];

  return sdm_record_read_parse_id (text, id, error) && run_for_id (file, SDM_RECORD_STATEMENT_DELETE_DRAFT, id, error);
}

/**
 * sdm_record_rows_check_no_amendment:
 *
 * Refuses where an amendment was begun and is not finished.
 */
gboolean
sdm_record_rows_check_no_amendment (SdmRecordFile *file,
                                    const char    *text,
                                    GError       **error)
{
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean found;

  if (!sdm_record_read_parse_id (text, id, error) || !sdm_record_read_draft (file, id, &found, NULL, NULL, error))
    return FALSE;
  if (!found)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                       _("An amendment of this record is not finished. Nothing was saved. Finish it first, or throw it away."));
  return FALSE;
}

/**
 * sdm_record_rows_sign:
 * @head: (inout): the head of a new version
 * @change: why there is one
 * @reason: (nullable): in the words of who makes it
 *
 * Notes in @head who makes this version, when and why. While practising nobody is signed in:
 * the author is whom the document names, or else the account on the computer.
 */
void
sdm_record_rows_sign (SdmRecordFile *file,
                      SdmRecordHead *head,
                      const char    *change,
                      const char    *reason)
{
  g_free (head->change);
  head->change = g_strdup (change);
  if (file->clinician_name != NULL || head->author == NULL)
    {
      g_free (head->author);
      head->author = g_strdup (file->clinician_name != NULL ? file->clinician_name : g_get_user_name ());
    }
  g_free (head->reason);
  head->reason = g_strdup (reason);
  head->finished = file->get_now != NULL ? file->get_now () : g_get_real_time ();
}

/**
 * sdm_record_rows_write_version:
 * @head: with the number of the new version
 * @code: what the chain calls it
 *
 * Writes a version in the transaction that is under way, and refers the
 * consultation to its patient; its aid must be kept.
 */
gboolean
sdm_record_rows_write_version (SdmRecordFile       *file,
                               const SdmRecordHead *head,
                               GBytes              *body,
                               const char          *code,
                               GError             **error)
{
  g_autoptr (SdmRecordHead) settled = sdm_record_head_copy (head);
  guint8 id[SDM_RECORD_ID_SIZE];

  return sdm_record_read_parse_id (head->id, id, error) &&
         sdm_record_aids_check_kept (file, head, error) &&
         sdm_record_settle (file, id, settled, TRUE, NULL, error) &&
         write_document (file, settled, body, id, head->version, code, error);
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

  if (!sdm_record_rows_check_final (file, head, body, error) || !sdm_record_read_parse_id (head->id, id, error) ||
      !sdm_record_file_begin (file, error))
    return FALSE;

  sdm_record_rows_sign (file, signed_head, "finalised", NULL);
  signed_head->version = 1;
  good = check_not_finished (file, id, error) &&
         sdm_record_rows_write_version (file, signed_head, body, SDM_RECORD_AUDIT_FINALISE, error) &&
         run_for_id (file, SDM_RECORD_STATEMENT_DELETE_DRAFT, id, error);
  return sdm_record_file_end (file, good, error);
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
  g_autofree char *patient = NULL;
  guint8           id[SDM_RECORD_ID_SIZE];
  gboolean         is_there;
  gboolean         found = FALSE;
  gboolean         good;

  if (!sdm_record_read_parse_id (text, id, error) || !sdm_record_file_begin (file, error))
    return FALSE;

  good = sdm_record_read_draft (file, id, &found, &loaded_head, &loaded_body, error);
  if (good && !found)
    good = check_not_finished (file, id, error) && sdm_record_read_set_not_found (error);
  good = good &&
         sdm_record_settle_read_link (file, id, &is_there, &patient, error) &&
         sdm_record_audit_add (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_DRAFT_DISCARD, id, 0, NULL), error) &&
         run_for_id (file, SDM_RECORD_STATEMENT_DELETE_DRAFT, id, error) &&
         run_for_id (file, SDM_RECORD_STATEMENT_REMOVE_CONSULTATION, id, error) &&
         (loaded_head->amends > 0 || sdm_record_settle_discard (file, patient, error));
  if (!sdm_record_file_end (file, good, error))
    return FALSE;

  *head = g_steal_pointer (&loaded_head);
  *body = g_steal_pointer (&loaded_body);
  return TRUE;
}
