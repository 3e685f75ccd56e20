/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-clinicians-private.h"

#include <glib/gi18n.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"

/* Letting another clinician in, and giving one a new passphrase. */

/**
 * sdm_record_clinicians_let_in:
 * @file: in a transaction
 * @access: a good name and passphrase
 * @role: (nullable): the clinician's role; %NULL for the one that is known
 *
 * Lets this person in, and notes it.
 */
gboolean
sdm_record_clinicians_let_in (SdmRecordFile         *file,
                              const SdmRecordAccess *access,
                              const char            *role,
                              GError               **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_ENROL, NULL, 0, NULL);
  const gint64    now = event->time;

  event->outcome = g_strdup (access->name);
  return sdm_record_audit_add (file, event, error) && sdm_record_clinicians_add (file, access, role, now, error);
}

static gboolean
set_own_name (GError    **error,
              const char *name)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS,
               /* Translators: a name */
               _("“%s” is who is signed in. Nothing was changed. For another person of this name, add something to it."), name);
  return FALSE;
}

/* Only that person changes the passphrase of one who may sign in. */
static gboolean
check_may_be_let_in (SdmRecordFile *file,
                     const char    *name,
                     gboolean       also_self,
                     GError       **error)
{
  g_auto (SdmRecordClinician) known = { FALSE };
  g_autofree char *id = NULL;

  if (!sdm_record_clinicians_find (file, name, &known, error))
    return FALSE;
  if (!known.is_known || known.version == 0)
    return TRUE;
  id = sdm_record_id_format (known.id);
  if (g_strcmp0 (id, file->clinician) == 0)
    return also_self || set_own_name (error, known.name);

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS,
               /* Translators: a name */
               _("“%s” may sign in already, and nobody else can change that passphrase. Nothing was changed. For another person of this name, add something to it."),
                  name);
  return FALSE;
}

static gboolean
let_in (SdmRecordFile         *file,
        const SdmRecordAccess *access,
        const char            *role,
        gboolean               also_self,
        GError               **error)
{
  gboolean good;

  if (!sdm_record_access_is_good (access, error) || !check_may_be_let_in (file, access->name, also_self, error) ||
      !sdm_record_file_begin (file, error))
    return FALSE;

  good = sdm_record_clinicians_let_in (file, access, role, error);
  return sdm_record_file_end (file, good, error);
}

/**
 * sdm_record_clinicians_enrol:
 * @access: name and passphrase of who is let in; the name of who is signed in changes that passphrase
 * @role: (nullable): what that person is
 *
 * Lets another clinician in. Fails with %SDM_RECORD_ERROR_EXISTS for one who is.
 */
gboolean
sdm_record_clinicians_enrol (SdmRecordFile         *file,
                             const SdmRecordAccess *access,
                             const char            *role,
                             GError               **error)
{
  return let_in (file, access, role, TRUE, error);
}

/**
 * sdm_record_clinicians_enrol_colleague:
 *
 * As sdm_record_clinicians_enrol(), for somebody else than who is signed in.
 */
gboolean
sdm_record_clinicians_enrol_colleague (SdmRecordFile         *file,
                                       const SdmRecordAccess *access,
                                       const char            *role,
                                       GError               **error)
{
  return let_in (file, access, role, FALSE, error);
}
