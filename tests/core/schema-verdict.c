/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sdm-schema.h"

/*
 * Says of each document, one a line on standard input, whether it fits a schema: "1" or "0".
 *
 * usage: schema-verdict aid|consultation|case
 */

static SdmSchemaKind
read_kind (const char *name)
{
  if (strcmp (name, "aid") == 0)
    return SDM_SCHEMA_AID;

  return strcmp (name, "case") == 0 ? SDM_SCHEMA_CASE : SDM_SCHEMA_CONSULTATION;
}

/* @value, with the very values of @known wherever the same stand in the same place. */
static json_t *
share (json_t *value,
       json_t *known)
{
  json_t     *shared;
  const char *key;
  json_t     *part;
  size_t      i;

  if (json_equal (value, known))
    return json_incref (known);
  if (json_is_object (value) && json_is_object (known))
    {
      shared = json_object ();
      json_object_foreach (value, key, part)
        json_object_set_new (shared, key, share (part, json_object_get (known, key)));
      return shared;
    }
  if (json_is_array (value) && json_is_array (known))
    {
      shared = json_array ();
      json_array_foreach (value, i, part)
        json_array_append_new (shared, share (part, json_array_get (known, i)));
      return shared;
    }

  return json_incref (value);
}

int
main (int    argc,
      char **argv)
{
  const SdmSchema *schema = sdm_schema_get (read_kind (argc > 1 ? argv[1] : ""));
  g_autoptr (json_t) known = NULL; /* the last that did fit */
  char   *line = NULL;
  size_t  size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) > 0)
    {
      g_autoptr (json_t) value = json_loadb (line, (size_t) length, JSON_DECODE_ANY, NULL);
      g_autoptr (GPtrArray) findings = sdm_findings_new ();
      gboolean fits = sdm_schema_check (schema, value, NULL);

      g_assert_nonnull (value);
      /* Asking for the reasons must not change the answer, and there must be one. */
      g_assert_true (sdm_schema_check (schema, value, findings) == fits);
      g_assert_true ((findings->len == 0) == fits);
      /* Nor must it count what is known of the parts that did not change. */
      if (json_is_object (value) && known != NULL)
        {
          g_autoptr (json_t) shared = share (value, known);

          g_assert_true (sdm_schema_check_changed (schema, shared, known, NULL) == fits);
        }
      if (json_is_object (value) && fits)
        {
          json_decref (known);
          known = json_incref (value);
        }
      puts (fits ? "1" : "0");
    }
  free (line);

  return 0;
}
