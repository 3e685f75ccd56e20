/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-known-person.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-json.h"
#include "sdm-nhs-number.h"

/* Making it */

static void
set_text (json_t     *patient,
          const char *key,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_new (patient, key, json_string (text));
}

/* The names as the talk has them, or as many as the row tells with spaces between. */
static void
set_given_names (json_t     *patient,
                 const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", " ", -1);
  json_t *given;

  if (json_array_size (json_object_get (patient, "given")) > 0)
    return;
  given = json_array ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      json_array_append_new (given, json_string (parts[i]));
  json_object_set_new (patient, "given", given);
}

/**
 * sdm_known_person_new:
 * @found: one patient, by the id
 *
 * What the patient is found by is in the row, and more certain than in a talk.
 *
 * Returns: (transfer full): what is known
 */
json_t *
sdm_known_person_new (const SdmRecordFound *found)
{
  const SdmRecordPatient *row = g_ptr_array_index (found->patients, 0);
  json_t                 *people = found->known != NULL ? json_loads (found->known, 0, NULL) : NULL;
  json_t                 *patient;

  if (people == NULL)
    people = json_object ();
  if (!json_is_object (json_object_get (people, "patient")))
    json_object_set_new (people, "patient", json_object ());
  patient = json_object_get (people, "patient");
  set_given_names (patient, row->given_names);
  if (!json_is_array (json_object_get (patient, "address")))
    json_object_set_new (patient, "address", json_array ());
  set_text (patient, "family", row->family_name);
  set_text (patient, "born", row->birth_date);
  set_text (patient, "nhs_number", row->nhs_number);
  if (row->nhs_number != NULL)
    json_object_del (patient, "nhs_number_missing");

  return people;
}

static void
wipe (json_t *value)
{
  const char *key;
  json_t     *part;
  size_t      i;

  json_object_foreach (value, key, part)
    wipe (part);
  json_array_foreach (value, i, part)
    wipe (part);
  if (json_is_string (value))
    explicit_bzero ((char *) json_string_value (value), json_string_length (value));
}

/**
 * sdm_known_person_free:
 * @people: (transfer full): what nobody else refers to
 *
 * Wipes it out of memory.
 */
void
sdm_known_person_free (json_t *people)
{
  wipe (people);
  json_decref (people);
}

/* Words */

/**
 * sdm_known_person_get:
 * @key: of the person, such as "preferred_name"
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
sdm_known_person_get (json_t     *people,
                      const char *key)
{
  return json_string_value (json_object_get (json_object_get (people, "patient"), key));
}

/**
 * sdm_known_person_dup_needs:
 *
 * Returns: (transfer full) (nullable): what the person needs to take part, and how it is met
 */
char *
sdm_known_person_dup_needs (json_t *people)
{
  json_t *needs = json_object_get (people, "needs");
  g_autoptr (GString) list = g_string_new (NULL);
  json_t *item;
  size_t  i;

  json_array_foreach (needs, i, item)
    {
      const char *need = json_string_value (json_object_get (item, "need"));
      const char *met_by = json_string_value (json_object_get (item, "met_by"));

      if (need == NULL)
        continue;
      if (list->len > 0)
        g_string_append (list, "; ");
      g_string_append (list, need);
      if (met_by != NULL)
        g_string_append_printf (list, " (%s)", met_by);
    }
  if (list->len == 0)
    return NULL;

  /* Translators: what a person needs in a talk: "Needs: Large print (Letter in 18 point); Hearing aid" */
  return g_strdup_printf (_ ("Needs: %s"), list->str);
}

/**
 * sdm_known_person_dup_number:
 *
 * Returns: (transfer full): the NHS number in its groups, or why there is none
 */
char *
sdm_known_person_dup_number (json_t *people)
{
  const char *digits = sdm_known_person_get (people, "nhs_number");
  const char *missing = sdm_known_person_get (people, "nhs_number_missing");

  if (digits != NULL)
    return sdm_nhs_number_format (digits);
  if (missing != NULL)
    /* Translators: %s says why there is no NHS number: "None: on a visit from abroad" */
    return g_strdup_printf (_ ("None: %s"), missing);

  return g_strdup (_ ("None, and it is not noted why"));
}

/**
 * sdm_known_person_dup_address:
 *
 * Returns: (transfer full) (nullable): in one line
 */
char *
sdm_known_person_dup_address (json_t *people)
{
  json_t     *lines = json_object_get (json_object_get (people, "patient"), "address");
  const char *postcode = sdm_known_person_get (people, "postcode");
  g_autoptr (GString) address = g_string_new (NULL);
  json_t *line;
  size_t  i;

  json_array_foreach (lines, i, line)
    if (json_string_value (line) != NULL)
      g_string_append_printf (address, "%s%s", address->len > 0 ? ", " : "", json_string_value (line));
  if (postcode != NULL && *postcode != '\0')
    g_string_append_printf (address, "%s%s", address->len > 0 ? ", " : "", postcode);

  return address->len > 0 ? g_string_free (g_steal_pointer (&address), FALSE) : NULL;
}
