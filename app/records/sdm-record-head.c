/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-head-private.h"

#include "sdm-record-id-private.h"

G_DEFINE_BOXED_TYPE (SdmRecordHead, sdm_record_head, sdm_record_head_copy, sdm_record_head_free)

/* Serial form: a GVariant dictionary, little-endian, so that a later version can add a key. */

typedef struct
{
  const char *key;
  gsize       offset;
} TextField;

static const TextField text_fields[] = {
  { "id", G_STRUCT_OFFSET (SdmRecordHead, id) },
  { "kind", G_STRUCT_OFFSET (SdmRecordHead, kind) },
  { "status", G_STRUCT_OFFSET (SdmRecordHead, status) },
  { "aid-id", G_STRUCT_OFFSET (SdmRecordHead, aid_id) },
  { "aid-sha256", G_STRUCT_OFFSET (SdmRecordHead, aid_sha256) },
  { "patient", G_STRUCT_OFFSET (SdmRecordHead, patient) },
  { "family-name", G_STRUCT_OFFSET (SdmRecordHead, family_name) },
  { "birth-date", G_STRUCT_OFFSET (SdmRecordHead, birth_date) },
  { "nhs-number", G_STRUCT_OFFSET (SdmRecordHead, nhs_number) },
  { "change", G_STRUCT_OFFSET (SdmRecordHead, change) },
  { "author", G_STRUCT_OFFSET (SdmRecordHead, author) },
  { "reason", G_STRUCT_OFFSET (SdmRecordHead, reason) },
  { "step", G_STRUCT_OFFSET (SdmRecordHead, step) },
};

#define TEXT_FIELD(head, field) (*(char **) G_STRUCT_MEMBER_P ((head), (field)->offset))

static GVariant *
to_little_endian (GVariant *variant)
{
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return g_variant_ref (variant);
  return g_variant_byteswap (variant);
}

/**
 * sdm_record_head_serialise:
 *
 * Returns: (transfer full): all fields but `version`, which the store knows by the row
 */
GBytes *
sdm_record_head_serialise (const SdmRecordHead *head)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) little = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      const char *text = TEXT_FIELD (head, &text_fields[i]);

      if (text != NULL)
        g_variant_dict_insert (&dict, text_fields[i].key, "s", text);
    }
  g_variant_dict_insert (&dict, "created", "x", head->created);
  g_variant_dict_insert (&dict, "changed", "x", head->changed);
  if (head->finished != 0)
    g_variant_dict_insert (&dict, "finished", "x", head->finished);

  variant = g_variant_ref_sink (g_variant_dict_end (&dict));
  little = to_little_endian (variant);
  return g_variant_get_data_as_bytes (little);
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
  g_autoptr (GVariant) little = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_auto (GVariantDict) dict = { 0 };
  g_autoptr (SdmRecordHead) head = NULL;

  little = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
  if (!g_variant_is_normal_form (little))
    return NULL;

  variant = to_little_endian (little);
  g_variant_dict_init (&dict, variant);
  head = g_new0 (SdmRecordHead, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    g_variant_dict_lookup (&dict, text_fields[i].key, "s", &TEXT_FIELD (head, &text_fields[i]));

  if (head->id == NULL || head->kind == NULL || head->status == NULL ||
      !g_variant_dict_lookup (&dict, "created", "x", &head->created) ||
      !g_variant_dict_lookup (&dict, "changed", "x", &head->changed))
    return NULL;
  g_variant_dict_lookup (&dict, "finished", "x", &head->finished);

  return g_steal_pointer (&head);
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
  SdmRecordHead *copy;

  g_return_val_if_fail (head != NULL, NULL);

  copy = g_memdup2 (head, sizeof *head);
  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    TEXT_FIELD (copy, &text_fields[i]) = g_strdup (TEXT_FIELD (head, &text_fields[i]));

  return copy;
}

/**
 * sdm_record_head_free:
 * @head: (transfer full): the head to free
 */
void
sdm_record_head_free (SdmRecordHead *head)
{
  g_return_if_fail (head != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    g_free (TEXT_FIELD (head, &text_fields[i]));
  g_free (head);
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

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    if (g_strcmp0 (TEXT_FIELD (a, &text_fields[i]), TEXT_FIELD (b, &text_fields[i])) != 0)
      return FALSE;

  return a->created == b->created && a->changed == b->changed && a->finished == b->finished && a->version == b->version;
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
