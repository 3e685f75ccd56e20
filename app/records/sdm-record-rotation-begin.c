/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rotation-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-epoch-private.h"
#include "sdm-record-error.h"
#include "sdm-record-pair-private.h"

/*
 * Beginning to change the data key, in one transaction: the new key is wrapped
 * for all who stay and for the recovery code, and from then on whatever is
 * written is sealed with it.
 */

/* Who leaves */

static gboolean
set_nobody (GError    **error,
            const char *name)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
               /* Translators: a name */
               _("Nobody called “%s” may sign in. Nothing was changed. Check the name."), name);
  return FALSE;
}

static gboolean
set_own_name (GError    **error,
              const char *name)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
               /* Translators: a name */
               _("“%s” is who is signed in. Nothing was changed. Somebody else must sign in and do this."), name);
  return FALSE;
}

static gboolean
set_last (GError    **error,
          const char *name)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
               /* Translators: a name */
               _("“%s” is the last who may sign in, and without anybody the records could not be read. Nothing was changed. Let somebody else in first."), name);
  return FALSE;
}

/* Finds who leaves, and whether that may be. */
static gboolean
find_leaver (SdmRecordFile      *file,
             const char         *name,
             SdmRecordClinician *leaver,
             GError            **error)
{
  g_autofree char *id = NULL;
  gint64           n_wraps;

  if (!sdm_record_clinicians_find (file, name, leaver, error) ||
      !sdm_record_connection_get_number (file->db, "SELECT count (*) FROM key_wrap WHERE owner <> zeroblob (16)", &n_wraps, error))
    return FALSE;
  if (!leaver->is_known || leaver->version == 0)
    return set_nobody (error, name);
  if (n_wraps < 2)
    return set_last (error, name);

  id = sdm_record_id_format (leaver->id);
  return g_strcmp0 (id, file->clinician) != 0 || set_own_name (error, name);
}

/* The public key goes, too: a wrap that is put back gets no later key. */
static gboolean
remove_leaver (SdmRecordFile            *file,
               const SdmRecordClinician *leaver,
               const char               *reason,
               GError                  **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_LEAVER, NULL, 0, NULL);
  g_autoptr (GBytes) body = sdm_record_pair_seal (file, "clinician.body", leaver->id, leaver->name, leaver->role, NULL);

  event->outcome = g_strdup (leaver->name);
  event->reason = g_strdup (reason);
  return sdm_record_audit_add (file, event, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "DELETE FROM key_wrap WHERE owner = $1", "b",
                                    leaver->id, sizeof leaver->id) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "UPDATE clinician SET body = $1 WHERE id = $2", "bb",
                                    g_bytes_get_data (body, NULL), g_bytes_get_size (body), leaver->id, sizeof leaver->id);
}

/* Who stays */

static gboolean
set_no_public_key (GError    **error,
                   const char *name)
{
  if (*name != '\0')
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED,
                 /* Translators: a name */
                 _("The key cannot be changed yet: the passphrase of “%s” is from an older version of Evenhand. Nothing was changed. Let that person set a new one first."), name);
  else
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED,
                         _("The key cannot be changed yet: the recovery code is from an older version of Evenhand. Nothing was changed. Make a new one first."));
  return FALSE;
}

/* The public key of a wrap's owner, from the sealed document beside it. */
static gboolean
read_public_key (SdmRecordFile    *file,
                 SdmRecordKeyWrap *wrap,
                 GError          **error)
{
  const gboolean   is_code = sodium_is_zero (wrap->owner, sizeof wrap->owner);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmRecordStatement) statement = NULL;
  gboolean found;

  statement = sdm_record_statement_get (file, is_code ? SDM_RECORD_STATEMENT_GET_RECOVERY : SDM_RECORD_STATEMENT_GET_CLINICIAN, error);
  if (statement == NULL)
    return FALSE;
  if (!is_code)
    sdm_record_statement_bind_blob (statement, 1, wrap->owner, sizeof wrap->owner);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;

  body = sdm_record_statement_get_bytes (statement, is_code ? 1 : 0);
  if (!sdm_record_pair_unseal (file, is_code ? "recovery.body" : "clinician.body", is_code ? file->id : wrap->owner,
                               body, &first, &second, wrap->public_key, error))
    return FALSE;

  return !sodium_is_zero (wrap->public_key, sizeof wrap->public_key) || set_no_public_key (error, is_code ? "" : first);
}

static GArray *
list_wraps (SdmRecordFile *file,
            GError       **error)
{
  g_autoptr (GArray) wraps = g_array_new (FALSE, TRUE, sizeof (SdmRecordKeyWrap));
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ALL_WRAPS, error);
  gboolean has_row;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      SdmRecordKeyWrap wrap = { 0 };

      sdm_record_clinicians_read_wrap (statement, &wrap);
      g_array_append_val (wraps, wrap);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return NULL;
    }

  return g_steal_pointer (&wraps);
}

/* Wraps the new key for all that may still open the file. */
static gboolean
wrap_for_all (SdmRecordFile *file,
              const guint8  *sender,
              const guint8   public_key[SDM_RECORD_KEY_SIZE],
              GError       **error)
{
  g_autoptr (GArray) wraps = list_wraps (file, error);

  if (wraps == NULL)
    return FALSE;

  for (guint i = 0; i < wraps->len; i++)
    {
      SdmRecordKeyWrap *wrap = &g_array_index (wraps, SdmRecordKeyWrap, i);

      if (!read_public_key (file, wrap, error))
        return FALSE;
      memcpy (wrap->sender, public_key, sizeof wrap->sender);
      if (!sdm_record_key_wrap_for_owner (wrap, file->keys, file->id, sender))
        return set_no_public_key (error, "");
      if (!sdm_record_clinicians_add_wrap (file, wrap, error))
        return FALSE;
    }

  return TRUE;
}

/* The new key, with which also what is older opens. */
static void
take_new_key (SdmRecordFile *file)
{
  SdmRecordKeys *older = file->keys;

  file->keys = sdm_record_keys_new_random (sdm_record_keys_get_epoch (older) + 1);
  sdm_record_keys_take_older (file->keys, older);
}

static void
put_key_back (SdmRecordFile *file)
{
  SdmRecordKeys *older = sdm_record_keys_steal_older (file->keys);

  sdm_record_keys_free (file->keys);
  file->keys = older;
}

static gboolean
write_beginning (SdmRecordFile *file,
                 GError       **error)
{
  static const SdmRecordAuditHead not_yet = { 0 };
  SdmRecordEvent                 *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_ROTATE, NULL, 0, NULL);
  const gint64                    now = event->time;
  guint8                          public_key[SDM_RECORD_KEY_SIZE];
  guint8                         *sender = sdm_record_key_new_sender (public_key);
  gboolean                        good;

  event->outcome = g_strdup ("begun");
  good = sdm_record_audit_add (file, event, error) &&
         sdm_record_epoch_add (file, now, public_key, error) &&
         sdm_record_epoch_keep_older (file, &not_yet, error) &&
         wrap_for_all (file, sender, public_key, error);
  sodium_free (sender);

  return good;
}

/**
 * sdm_record_rotation_is_under_way:
 *
 * Returns: whether something may still be sealed with the key before
 */
gboolean
sdm_record_rotation_is_under_way (SdmRecordFile *file)
{
  return sdm_record_keys_get_older (file->keys) != NULL;
}

/**
 * sdm_record_rotation_begin:
 * @file: whose key is not being changed
 * @leaver: (nullable): the name of who may not sign in any more
 * @reason: (nullable): why that person leaves
 *
 * Begins to change the data key; sdm_record_rotation_step() goes on. Nobody
 * takes the key away from the last clinician, or from oneself.
 */
gboolean
sdm_record_rotation_begin (SdmRecordFile *file,
                           const char    *leaver,
                           const char    *reason,
                           GError       **error)
{
  g_auto (SdmRecordClinician) who = { FALSE };
  gboolean good;

  g_assert (!sdm_record_rotation_is_under_way (file));

  if (leaver != NULL && !find_leaver (file, leaver, &who, error))
    return FALSE;
  if (!sdm_record_file_begin (file, error))
    return FALSE;

  take_new_key (file);
  good = (leaver == NULL || remove_leaver (file, &who, reason, error)) && write_beginning (file, error);
  if (!sdm_record_file_end (file, good, error))
    {
      put_key_back (file);
      return FALSE;
    }

  file->rechained = (SdmRecordAuditHead){ 0 };
  return TRUE;
}
