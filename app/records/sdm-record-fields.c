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
  g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) little = NULL;

  for (gsize i = 0; i < fields->n_fields; i++)
    {
      GVariant *value = new_value (item, &fields->field[i]);

      if (value != NULL)
        g_variant_builder_add_value (&dict, g_variant_new_dict_entry (g_variant_new_string (fields->field[i].key),
                                                                      g_variant_new_variant (value)));
    }

  variant = g_variant_ref_sink (g_variant_builder_end (&dict));
  little = to_little_endian (variant);
  return g_variant_get_data_as_bytes (little);
}

/* Which field has this key, their number where none has. They stand in their own order but in files of earlier
 * versions, so the one at @hint is tried first. */
static gsize
find_field (const SdmRecordFields *fields,
            const char            *key,
            gsize                  hint)
{
  for (gsize i = 0; i < fields->n_fields; i++)
    {
      const gsize at = (hint + i) % fields->n_fields;

      if (g_str_equal (fields->field[at].key, key))
        return at;
    }

  return fields->n_fields;
}

/* Whether @value is of the type of the field. */
static gboolean
take_value (gpointer              item,
            const SdmRecordField *field,
            GVariant             *value)
{
  if ((char) g_variant_classify (value) != field->type)
    return FALSE;

  switch (field->type)
    {
    case 's':
      g_free (FIELD (char *, item, field));
      FIELD (char *, item, field) = g_variant_dup_string (value, NULL);
      return TRUE;
    case 'x':
      FIELD (gint64, item, field) = g_variant_get_int64 (value);
      return TRUE;
    case 'i':
      FIELD (gint32, item, field) = g_variant_get_int32 (value);
      return TRUE;
    case 'u':
      FIELD (guint32, item, field) = g_variant_get_uint32 (value);
      return TRUE;
    case 'b':
      FIELD (gboolean, item, field) = g_variant_get_boolean (value);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/* Takes each entry as it comes, and tells which fields there were, a bit each. A list of consultations is
 * hundreds of these; a GVariantDict would make a table of each first. */
static guint64
take_entries (gpointer               item,
              const SdmRecordFields *fields,
              GVariant              *dict)
{
  const gsize n = g_variant_n_children (dict);
  gsize       at = 0;
  guint64     taken = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (dict, i);
      g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
      g_autoptr (GVariant) boxed = g_variant_get_child_value (entry, 1);
      g_autoptr (GVariant) value = g_variant_get_variant (boxed);

      at = find_field (fields, g_variant_get_string (key, NULL), at);
      if (at < fields->n_fields && take_value (item, &fields->field[at], value))
        taken |= G_GUINT64_CONSTANT (1) << at;
    }

  return taken;
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
  gpointer item;
  guint64  taken;

  g_assert (fields->n_fields <= 64);

  if (!g_variant_is_normal_form (little))
    return NULL;

  variant = to_little_endian (little);
  item = g_malloc0 (fields->size);
  taken = take_entries (item, fields, variant);
  for (gsize i = 0; i < fields->n_fields; i++)
    if (fields->field[i].is_needed && (taken >> i & 1) == 0)
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
