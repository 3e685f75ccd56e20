/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-event.h"

G_DEFINE_BOXED_TYPE (SdmRecordEvent, sdm_record_event, sdm_record_event_copy, sdm_record_event_free)

/* Serial form: a GVariant dictionary, little-endian, so that a later version can add a key. */

typedef struct
{
  const char *key;
  gsize       offset;
} TextField;

static const TextField text_fields[] = {
  { "clinician", G_STRUCT_OFFSET (SdmRecordEvent, clinician) },
  { "name", G_STRUCT_OFFSET (SdmRecordEvent, name) },
  { "role", G_STRUCT_OFFSET (SdmRecordEvent, role) },
  { "os-user", G_STRUCT_OFFSET (SdmRecordEvent, os_user) },
  { "workstation", G_STRUCT_OFFSET (SdmRecordEvent, workstation) },
  { "code", G_STRUCT_OFFSET (SdmRecordEvent, code) },
  { "patient", G_STRUCT_OFFSET (SdmRecordEvent, patient) },
  { "record", G_STRUCT_OFFSET (SdmRecordEvent, record) },
  { "hash", G_STRUCT_OFFSET (SdmRecordEvent, hash) },
  { "reason", G_STRUCT_OFFSET (SdmRecordEvent, reason) },
  { "outcome", G_STRUCT_OFFSET (SdmRecordEvent, outcome) },
  { "software", G_STRUCT_OFFSET (SdmRecordEvent, software) },
};

#define TEXT_FIELD(event, field) (*(char **) G_STRUCT_MEMBER_P ((event), (field)->offset))

static GVariant *
to_little_endian (GVariant *variant)
{
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return g_variant_ref (variant);
  return g_variant_byteswap (variant);
}

/**
 * sdm_record_event_new:
 * @code: what was done
 *
 * The other fields are set directly; texts are taken over.
 *
 * Returns: (transfer full): a new event
 */
SdmRecordEvent *
sdm_record_event_new (const char *code)
{
  SdmRecordEvent *event = g_new0 (SdmRecordEvent, 1);

  event->code = g_strdup (code);
  return event;
}

SdmRecordEvent *
sdm_record_event_copy (const SdmRecordEvent *event)
{
  SdmRecordEvent *copy = g_memdup2 (event, sizeof *event);

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    TEXT_FIELD (copy, &text_fields[i]) = g_strdup (TEXT_FIELD (event, &text_fields[i]));

  return copy;
}

void
sdm_record_event_free (SdmRecordEvent *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    g_free (TEXT_FIELD (event, &text_fields[i]));
  g_free (event);
}

/**
 * sdm_record_event_serialise:
 *
 * Returns: (transfer full): all fields but `seq`, which is that of the row
 */
GBytes *
sdm_record_event_serialise (const SdmRecordEvent *event)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) little = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      const char *text = TEXT_FIELD (event, &text_fields[i]);

      if (text != NULL)
        g_variant_dict_insert (&dict, text_fields[i].key, "s", text);
    }
  g_variant_dict_insert (&dict, "time", "x", event->time);
  g_variant_dict_insert (&dict, "offset", "i", event->offset);
  g_variant_dict_insert (&dict, "version", "u", event->version);
  if (event->clock_went_back)
    g_variant_dict_insert (&dict, "clock-went-back", "b", TRUE);

  variant = g_variant_ref_sink (g_variant_dict_end (&dict));
  little = to_little_endian (variant);
  return g_variant_get_data_as_bytes (little);
}

/**
 * sdm_record_event_deserialise:
 * @bytes: what sdm_record_event_serialise() made, or anything else
 *
 * Returns: (transfer full) (nullable): the event, or %NULL when it is not one
 */
SdmRecordEvent *
sdm_record_event_deserialise (GBytes *bytes)
{
  g_autoptr (GVariant) little = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_auto (GVariantDict) dict = { 0 };
  g_autoptr (SdmRecordEvent) event = NULL;

  little = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
  if (!g_variant_is_normal_form (little))
    return NULL;

  variant = to_little_endian (little);
  g_variant_dict_init (&dict, variant);
  event = g_new0 (SdmRecordEvent, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    g_variant_dict_lookup (&dict, text_fields[i].key, "s", &TEXT_FIELD (event, &text_fields[i]));
  g_variant_dict_lookup (&dict, "clock-went-back", "b", &event->clock_went_back);

  if (event->code == NULL ||
      !g_variant_dict_lookup (&dict, "time", "x", &event->time) ||
      !g_variant_dict_lookup (&dict, "offset", "i", &event->offset) ||
      !g_variant_dict_lookup (&dict, "version", "u", &event->version))
    return NULL;

  return g_steal_pointer (&event);
}
