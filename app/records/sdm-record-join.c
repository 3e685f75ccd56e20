/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-search-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-rows-private.h"

/* One patient who was entered twice is made one again. */

static gboolean
check_reason (const char *reason,
              GError    **error)
{
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  return *words != '\0' ||
         sdm_record_search_set_invalid (error, _("Say why these two are the same person. Nothing was changed."));
}

/* A person is known to be the same by surname and date of birth; anything else is put right in a record first. */
static gboolean
check_same_person (SdmRecordFile          *file,
                   const SdmRecordPatient *keep,
                   const SdmRecordPatient *other,
                   GError                **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (g_str_equal (keep->id, other->id))
    return sdm_record_search_set_invalid (error, _("Both ids are of the same patient. Give the one to keep, then the other. Nothing was changed."));
  if (keep->joined_to != NULL || other->joined_to != NULL)
    return sdm_record_search_set_invalid (error, _("One of these was joined to another patient already. Find the patient again, and use the id that is shown. Nothing was changed."));

  rows = sdm_record_patients_by_person (file, keep->family_name, keep->birth_date, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((SdmRecordPatient *) g_ptr_array_index (rows, i))->id, other->id))
      return TRUE;

  return sdm_record_search_set_invalid (error, _("These two have not the same surname and date of birth. Amend the record whose details are wrong, then join them. Nothing was changed."));
}

static gboolean
move_consultations (SdmRecordFile          *file,
                    const SdmRecordPatient *keep,
                    const SdmRecordPatient *other,
                    GError                **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_MOVE_CONSULTATIONS, error);
  guint8 from[SDM_RECORD_ID_SIZE];
  guint8 to[SDM_RECORD_ID_SIZE];

  if (statement == NULL)
    return FALSE;
  if (!sdm_record_id_parse (other->id, from) || !sdm_record_id_parse (keep->id, to))
    return sdm_record_rows_set_damaged (error);

  sdm_record_statement_bind_blob (statement, 1, to, sizeof to);
  sdm_record_statement_bind_blob (statement, 2, from, sizeof from);
  return sdm_record_statement_run (file, statement, error);
}

/* The one who is kept has the number, where there is but one. */
static void
connect_rows (SdmRecordPatient *keep,
              SdmRecordPatient *other)
{
  g_autofree char *before = g_steal_pointer (&keep->joined);

  keep->joined = g_strjoin (" ", other->id,
                            before != NULL ? before : (other->joined != NULL ? other->joined : NULL),
                            before != NULL ? other->joined : NULL, NULL);
  other->joined_to = g_strdup (keep->id);
  if (keep->nhs_number == NULL)
    keep->nhs_number = g_steal_pointer (&other->nhs_number);
}

static gboolean
write_join (SdmRecordFile    *file,
            SdmRecordPatient *keep,
            SdmRecordPatient *other,
            const char       *reason,
            GError          **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_JOIN, NULL, 0, NULL);

  event->patient = g_strdup (keep->id);
  event->outcome = g_strdup (other->id);
  event->reason = g_strdup (reason);
  connect_rows (keep, other);
  return sdm_record_audit_add (file, event, error) &&
         move_consultations (file, keep, other, error) &&
         sdm_record_patients_write (file, other, error) &&
         sdm_record_patients_write (file, keep, error);
}

/**
 * sdm_record_join:
 * @keep: the id of the patient who stays
 * @other: the id of the patient whose consultations go to @keep
 * @reason: in the words of who does it
 *
 * Makes one patient of two, all or nothing.
 */
gboolean
sdm_record_join (SdmRecordFile *file,
                 const char    *keep_id,
                 const char    *other_id,
                 const char    *reason,
                 GError       **error)
{
  g_autoptr (SdmRecordPatient) keep = NULL;
  g_autoptr (SdmRecordPatient) other = NULL;
  gboolean good;

  if (!check_reason (reason, error))
    return FALSE;
  keep = sdm_record_search_get_patient (file, keep_id, error);
  other = keep != NULL ? sdm_record_search_get_patient (file, other_id, error) : NULL;
  if (other == NULL || !check_same_person (file, keep, other, error) || !sdm_record_file_begin (file, error))
    return FALSE;

  good = write_join (file, keep, other, reason, error);
  return sdm_record_file_end (file, good, error);
}
