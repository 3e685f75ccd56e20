/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-record-private.h"

#include <glib/gi18n.h>
#include <jansson.h>

/* evenhand record audit: who saw and changed what of one patient, and when. */

static char *
format_who (const SdmRecordEvent *event)
{
  if (event->name == NULL)
    return g_strdup (event->os_user != NULL ? event->os_user : "-");
  if (event->role == NULL || *event->role == '\0')
    return g_strdup (event->name);

  return g_strdup_printf ("%s (%s)", event->name, event->role);
}

static char *
format_record (const SdmRecordEvent *event)
{
  return event->record != NULL ? g_strdup_printf ("%s/%u", event->record, event->version) : g_strdup ("-");
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "-";
}

/* The table */

enum
{
  WHEN,
  WHO,
  WHAT,
  RECORD,
  OUTCOME,
  REASON,
  N_COLUMNS,
};

static char **
new_row (const SdmRecordEvent *event)
{
  char **row = g_new0 (char *, N_COLUMNS + 1);

  row[WHEN] = sdm_record_event_format_time (event, "%Y-%m-%d %H:%M:%S %:z");
  row[WHO] = format_who (event);
  row[WHAT] = g_strdup (event->code);
  row[RECORD] = format_record (event);
  row[OUTCOME] = g_strdup (or_dash (event->outcome));
  row[REASON] = g_strdup (or_dash (event->reason));
  return row;
}

static char **
new_titles (void)
{
  const char *const titles[] = { _ ("when"), _ ("who"), _ ("what"), _ ("record and version"), _ ("outcome"), _ ("reason"), NULL };

  return g_strdupv ((char **) titles);
}

static void
write_row (char **row,
           glong  widths[N_COLUMNS])
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_string_append (line, row[i]);
      for (glong n = g_utf8_strlen (row[i], -1); i + 1 < N_COLUMNS && n < widths[i] + 2; n++)
        g_string_append_c (line, ' ');
    }

  sdm_cli_write_line (stdout, line->str);
}

static void
write_table (GPtrArray *events)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  glong widths[N_COLUMNS] = { 0 };

  g_ptr_array_add (rows, new_titles ());
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (rows, new_row (g_ptr_array_index (events, i)));

  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < N_COLUMNS; k++)
      widths[k] = MAX (widths[k], g_utf8_strlen (((char **) g_ptr_array_index (rows, i))[k], -1));
  for (guint i = 0; i < rows->len; i++)
    write_row (g_ptr_array_index (rows, i), widths);
}

/* JSON */

static void
set_text (json_t     *object,
          const char *key,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_new (object, key, json_string (text));
}

static json_t *
new_object (const SdmRecordEvent *event)
{
  g_autofree char *when = sdm_record_event_format_time (event, "%Y-%m-%dT%H:%M:%S%:z");
  json_t          *object = json_object ();

  json_object_set_new (object, "seq", json_integer (event->seq));
  set_text (object, "when", when);
  set_text (object, "clinician", event->clinician);
  set_text (object, "name", event->name);
  set_text (object, "role", event->role);
  set_text (object, "os_user", event->os_user);
  set_text (object, "workstation", event->workstation);
  set_text (object, "code", event->code);
  set_text (object, "patient", event->patient);
  set_text (object, "record", event->record);
  if (event->record != NULL)
    json_object_set_new (object, "version", json_integer (event->version));
  set_text (object, "outcome", event->outcome);
  set_text (object, "reason", event->reason);
  set_text (object, "software", event->software);
  if (event->clock_went_back)
    json_object_set_new (object, "clock_went_back", json_true ());

  return object;
}

static void
write_json (GPtrArray *events)
{
  json_t *array = json_array ();
  char   *text;

  for (guint i = 0; i < events->len; i++)
    json_array_append_new (array, new_object (g_ptr_array_index (events, i)));
  /* What a terminal would obey is escaped with all that is not ASCII. */
  text = json_dumps (array, JSON_INDENT (1) | JSON_ENSURE_ASCII);
  printf ("%s\n", text);
  free (text);
  json_decref (array);
}

gboolean
sdm_cli_record_run_audit (const SdmCliRecordOrder *order,
                          GError                 **error)
{
  g_autoptr (SdmRecordStore) store = NULL;
  g_autoptr (GPtrArray) events = NULL;

  if (order->patient == NULL)
    return sdm_cli_record_set_usage (error, _ ("say with --patient=ID whose record; “evenhand record find” tells the id"));

  store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);
  events = store != NULL ? sdm_record_store_list_events (store, order->patient, error) : NULL;
  if (events == NULL)
    return FALSE;

  if (order->json)
    write_json (events);
  else
    write_table (events);
  return TRUE;
}
