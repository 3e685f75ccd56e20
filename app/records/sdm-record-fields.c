/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-fields-private.h"

#include <string.h>

/* Serial form: a GVariant dictionary, little-endian, so that a later version can add a key. */

#define FIELD(type, item, field) (*(type *) G_STRUCT_MEMBER_P ((item), (field)->offset))

static GVariant *
to_little_endian (GVariant *variant)
{
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return g_variant_ref (variant);
  return g_variant_byteswap (variant);
}

/* NULL where there is nothing to keep. */
static GVariant *
new_value (gconstpointer         item,
           const SdmRecordField *field)
{
  const char *text;

  switch (field->type)
    {
    case 's':
      text = FIELD (char *const, item, field);
      return text != NULL ? g_variant_new_string (text) : NULL;
    case 'x':
      return field->is_needed || FIELD (const gint64, item, field) != 0 ? g_variant_new_int64 (FIELD (const gint64, item, field)) : NULL;
    case 'i':
      return field->is_needed || FIELD (const gint32, item, field) != 0 ? g_variant_new_int32 (FIELD (const gint32, item, field)) : NULL;
    case 'u':
      return field->is_needed || FIELD (const guint32, item, field) != 0 ? g_variant_new_uint32 (FIELD (const guint32, item, field)) : NULL;
    case 'b':
      return field->is_needed || FIELD (const gboolean, item, field) ? g_variant_new_boolean (FIELD (const gboolean, item, field)) : NULL;
    default:
      g_assert_not_reached ();
    }
}

/**
 * sdm_record_fields_serialise:
 *
 * Returns: (transfer full): the fields of @item
 */
GBytes *
sdm_record_fields_serialise (const SdmRecordFields *fields,
                             gconstpointer          item)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) little = NULL;

  for (gsize i = 0; i < fields->n_fields; i++)
    {
      GVariant *value = new_value (item, &fields->field[i]);

      if (value != NULL)
        g_variant_dict_insert_value (&dict, fields->field[i].key, value);
    }

  variant = g_variant_ref_sink (g_variant_dict_end (&dict));
  little = to_little_endian (variant);
  return g_variant_get_data_as_bytes (little);
}

/**
 * sdm_record_fields_deserialise:
 * @bytes: what sdm_record_fields_serialise() made, or anything else
 *
 * Returns: (transfer full) (nullable): a new item, or %NULL when it is not one
 */
gpointer
sdm_record_fields_deserialise (const SdmRecordFields *fields,
                               GBytes                *bytes)
{
  g_autoptr (GVariant) little = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
  g_autoptr (GVariant) variant = NULL;
  g_auto (GVariantDict) dict = { 0 };
  gpointer item;
  gboolean is_whole = TRUE;

  if (!g_variant_is_normal_form (little))
    return NULL;

  variant = to_little_endian (little);
  g_variant_dict_init (&dict, variant);
  item = g_malloc0 (fields->size);
  for (gsize i = 0; i < fields->n_fields; i++)
    {
      const SdmRecordField *field = &fields->field[i];
      const char            type[] = { field->type, '\0' };

      if (!g_variant_dict_lookup (&dict, field->key, type, G_STRUCT_MEMBER_P (item, field->offset)))
        is_whole = is_whole && !field->is_needed;
    }

  if (!is_whole)
    {
      sdm_record_fields_free (fields, item);
      return NULL;
    }

  return item;
}

/**
 * sdm_record_fields_copy:
 *
 * Returns: (transfer full): a copy, of what is no field of @fields, too
 */
gpointer
sdm_record_fields_copy (const SdmRecordFields *fields,
                        gconstpointer          item)
{
  gpointer copy = g_memdup2 (item, fields->size);

  for (gsize i = 0; i < fields->n_fields; i++)
    if (fields->field[i].type == 's')
      FIELD (char *, copy, &fields->field[i]) = g_strdup (FIELD (char *const, item, &fields->field[i]));

  return copy;
}

/* What it tells of a person does not stay in memory. */
void
sdm_record_fields_free (const SdmRecordFields *fields,
                        gpointer               item)
{
  for (gsize i = 0; i < fields->n_fields; i++)
    {
      char *text = fields->field[i].type == 's' ? FIELD (char *, item, &fields->field[i]) : NULL;

      if (text != NULL)
        explicit_bzero (text, strlen (text));
      g_free (text);
    }
  g_free (item);
}

static gboolean
is_same (const SdmRecordField *field,
         gconstpointer         a,
         gconstpointer         b)
{
  switch (field->type)
    {
    case 's':
      return g_strcmp0 (FIELD (char *const, a, field), FIELD (char *const, b, field)) == 0;
    case 'x':
      return FIELD (const gint64, a, field) == FIELD (const gint64, b, field);
    case 'i':
      return FIELD (const gint32, a, field) == FIELD (const gint32, b, field);
    case 'u':
      return FIELD (const guint32, a, field) == FIELD (const guint32, b, field);
    case 'b':
      return !FIELD (const gboolean, a, field) == !FIELD (const gboolean, b, field);
    default:
      g_assert_not_reached ();
    }
}

/**
 * sdm_record_fields_equal:
 *
 * Returns: whether all fields are the same
 */
gboolean
sdm_record_fields_equal (const SdmRecordFields *fields,
                         gconstpointer          a,
                         gconstpointer          b)
{
  for (gsize i = 0; i < fields->n_fields; i++)
    if (!is_same (&fields->field[i], a, b))
      return FALSE;

  return TRUE;
}
