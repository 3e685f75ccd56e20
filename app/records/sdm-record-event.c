/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-event.h"

#include "sdm-record-fields-private.h"

G_DEFINE_BOXED_TYPE (SdmRecordEvent, sdm_record_event, sdm_record_event_copy, sdm_record_event_free)

/* All but the number, which is that of the row. Part of the format of the file. */
static const SdmRecordField event_fields[] = {
  { "clinician", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, clinician) },
  { "name", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, name) },
  { "role", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, role) },
  { "os-user", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, os_user) },
  { "workstation", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, workstation) },
  { "code", 's', TRUE, G_STRUCT_OFFSET (SdmRecordEvent, code) },
  { "patient", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, patient) },
  { "record", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, record) },
  { "hash", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, hash) },
  { "reason", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, reason) },
  { "outcome", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, outcome) },
  { "software", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, software) },
  { "mac", 's', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, mac) },
  { "time", 'x', TRUE, G_STRUCT_OFFSET (SdmRecordEvent, time) },
  { "offset", 'i', TRUE, G_STRUCT_OFFSET (SdmRecordEvent, offset) },
  { "version", 'u', TRUE, G_STRUCT_OFFSET (SdmRecordEvent, version) },
  { "clock-went-back", 'b', FALSE, G_STRUCT_OFFSET (SdmRecordEvent, clock_went_back) },
};

static const SdmRecordFields fields = { event_fields, G_N_ELEMENTS (event_fields), sizeof (SdmRecordEvent) };

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
  return sdm_record_fields_copy (&fields, event);
}

void
sdm_record_event_free (SdmRecordEvent *event)
{
  sdm_record_fields_free (&fields, event);
}

/**
 * sdm_record_event_format_time:
 * @format: as for g_date_time_format()
 *
 * Returns: (transfer full): when it was, in the time of the place where it was
 */
char *
sdm_record_event_format_time (const SdmRecordEvent *event,
                              const char           *format)
{
  g_autofree char *offset = g_strdup_printf ("%c%02d:%02d", event->offset < 0 ? '-' : '+',
                                             ABS (event->offset) / 60, ABS (event->offset) % 60);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (offset);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (event->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL && zone != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("-");
}

/**
 * sdm_record_event_serialise:
 *
 * Returns: (transfer full): all fields but `seq`, which is that of the row
 */
GBytes *
sdm_record_event_serialise (const SdmRecordEvent *event)
{
  return sdm_record_fields_serialise (&fields, event);
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
  return sdm_record_fields_deserialise (&fields, bytes);
}
