/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-head-private.h"

#include "sdm-record-fields-private.h"
#include "sdm-record-id-private.h"

G_DEFINE_BOXED_TYPE (SdmRecordHead, sdm_record_head, sdm_record_head_copy, sdm_record_head_free)

/* All but the version, which the store knows by the row. Part of the format of the file. */
static const SdmRecordField head_fields[] = {
  { "id", 's', TRUE, G_STRUCT_OFFSET (SdmRecordHead, id) },
  { "kind", 's', TRUE, G_STRUCT_OFFSET (SdmRecordHead, kind) },
  { "status", 's', TRUE, G_STRUCT_OFFSET (SdmRecordHead, status) },
  { "aid-id", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, aid_id) },
  { "aid-sha256", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, aid_sha256) },
  { "patient", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, patient) },
  { "family-name", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, family_name) },
  { "birth-date", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, birth_date) },
  { "given-names", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, given_names) },
  { "nhs-number", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, nhs_number) },
  { "reviews", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, reviews) },
  { "patient-id", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, patient_id) },
  { "change", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, change) },
  { "author", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, author) },
  { "reason", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, reason) },
  { "step", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, step) },
  { "held", 's', FALSE, G_STRUCT_OFFSET (SdmRecordHead, held) },
  { "created", 'x', TRUE, G_STRUCT_OFFSET (SdmRecordHead, created) },
  { "changed", 'x', TRUE, G_STRUCT_OFFSET (SdmRecordHead, changed) },
  { "finished", 'x', FALSE, G_STRUCT_OFFSET (SdmRecordHead, finished) },
  { "amends", 'u', FALSE, G_STRUCT_OFFSET (SdmRecordHead, amends) },
};

static const SdmRecordFields fields = { head_fields, G_N_ELEMENTS (head_fields), sizeof (SdmRecordHead) };

/**
 * sdm_record_head_serialise:
 *
 * Returns: (transfer full): all fields but `version`, which the store knows by the row
 */
GBytes *
sdm_record_head_serialise (const SdmRecordHead *head)
{
  return sdm_record_fields_serialise (&fields, head);
}

/**
 * sdm_record_head_deserialise:
 * @bytes: what sdm_record_head_serialise() made, or anything else
 *
 * Returns: (transfer full) (nullable): the head, or %NULL when it is not one
 */
SdmRecordHead *
sdm_record_head_deserialise (GBytes *bytes)
{
  return sdm_record_fields_deserialise (&fields, bytes);
}

/**
 * sdm_record_head_get_day:
 *
 * Returns: the day the consultation was begun, in whole days since 1970 UTC
 */
gint64
sdm_record_head_get_day (const SdmRecordHead *head)
{
  return head->created / (G_TIME_SPAN_DAY);
}

/* For g_ptr_array_sort(): last changed first, and by id when that is the same. */
int
sdm_record_head_compare_newest (gconstpointer a,
                                gconstpointer b)
{
  const SdmRecordHead *first = *(SdmRecordHead *const *) a;
  const SdmRecordHead *second = *(SdmRecordHead *const *) b;

  if (first->changed != second->changed)
    return first->changed > second->changed ? -1 : 1;
  return g_strcmp0 (second->id, first->id);
}

/* Public API */

/**
 * sdm_record_store_kind_get_text:
 *
 * Returns: (transfer none): the kind as documents spell it
 */
const char *
sdm_record_store_kind_get_text (SdmRecordStoreKind kind)
{
  return kind == SDM_RECORD_STORE_REAL ? "real" : "practice";
}

/**
 * sdm_record_head_new:
 * @id: the document's id
 * @kind: `practice` or `real`
 * @status: `in-progress`, `valid` or `cancelled`
 *
 * The other fields are set directly; texts are taken over.
 *
 * Returns: (transfer full): a new head
 */
SdmRecordHead *
sdm_record_head_new (const char *id,
                     const char *kind,
                     const char *status)
{
  SdmRecordHead *head = g_new0 (SdmRecordHead, 1);

  head->id = g_strdup (id);
  head->kind = g_strdup (kind);
  head->status = g_strdup (status);

  return head;
}

/**
 * sdm_record_head_copy:
 *
 * Returns: (transfer full): a copy
 */
SdmRecordHead *
sdm_record_head_copy (const SdmRecordHead *head)
{
  g_return_val_if_fail (head != NULL, NULL);

  return sdm_record_fields_copy (&fields, head);
}

/**
 * sdm_record_head_free:
 * @head: (transfer full): the head to free
 */
void
sdm_record_head_free (SdmRecordHead *head)
{
  g_return_if_fail (head != NULL);

  sdm_record_fields_free (&fields, head);
}

/**
 * sdm_record_head_equal:
 *
 * Returns: whether all fields are the same
 */
gboolean
sdm_record_head_equal (const SdmRecordHead *a,
                       const SdmRecordHead *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return sdm_record_fields_equal (&fields, a, b) && a->version == b->version;
}

/**
 * sdm_record_new_id:
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer full): a new id for a document, a UUID of version 7
 */
char *
sdm_record_new_id (gint64 now)
{
  guint8 id[SDM_RECORD_ID_SIZE];

  sdm_record_id_make (now, id);
  return sdm_record_id_format (id);
}
