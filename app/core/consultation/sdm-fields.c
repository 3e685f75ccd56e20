/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-consultation-blank.h"
#include "sdm-date.h"
#include "sdm-nhs-number.h"

/* What the places of a consultation are called on the pages, and what they hold, in words. */

static gboolean
is_number (const char *key)
{
  return *key != '\0' && strspn (key, "0123456789") == strlen (key);
}

/* "plan/actions/1/what" is "plan/actions/ * /what" in the table. */
static char *
make_pattern (const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (is_number (keys[i]))
      {
        g_free (keys[i]);
        keys[i] = g_strdup ("*");
      }

  return g_strjoinv ("/", keys);
}

/* The first place in a list that @path names, from 1; 0 for none. */
static guint
get_number (const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (is_number (keys[i]))
      return (guint) g_ascii_strtoull (keys[i], NULL, 10) + 1;

  return 0;
}

/* What the program writes by itself may stand in the table as a whole. */
static gboolean
covers (const SdmField *field,
        const char     *pattern)
{
  const gsize length = strlen (field->path);

  return strncmp (pattern, field->path, length) == 0 &&
         (pattern[length] == '\0' || (field->label == NULL && pattern[length] == '/'));
}

/**
 * sdm_fields_find:
 * @path: a place in a consultation, such as "plan/actions/1/what"
 *
 * Returns: (transfer none) (nullable): what it is
 */
const SdmField *
sdm_fields_find (const char *path)
{
  g_autofree char *pattern = make_pattern (path);
  guint            n_fields;
  const SdmField  *fields = sdm_fields_get_all (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (covers (&fields[i], pattern))
      return &fields[i];

  return NULL;
}

/**
 * sdm_field_dup_name:
 * @path: the place, which says how many it is in its list
 *
 * Returns: (transfer full): what it is called on its page: "What happens next: Step, 2"
 */
char *
sdm_field_dup_name (const SdmField *field,
                    const char     *path)
{
  const guint      number = get_number (path);
  const char      *label = field->label != NULL ? _ (field->label) : "";
  g_autofree char *numbered = NULL;

  /* Translators: an input and its place in a list: "Name, 2" */
  numbered = number > 0 ? g_strdup_printf (_ ("%s, %u"), label, number) : g_strdup (label);
  if (field->card == NULL)
    return g_steal_pointer (&numbered);

  /* Translators: what stands above a field, and the field: "Questions? Ask for: Phone" */
  return g_strdup_printf (_ ("%s: %s"), _ (field->card), numbered);
}

/* Words for what is chosen */

/* clang-format off */
static const struct
{
  const char *path;
  const char *value;
  const char *words;
  const char *context; /* nullable: of the words */
} chosen[] = {
  { "start/method", "in-person", N_ ("Here"), NULL },
  { "start/method", "phone", N_ ("Phone"), NULL },
  { "start/method", "video", N_ ("Video"), NULL },
  { "start/method", "home-visit", N_ ("Home visit"), NULL },
  { "start/method", "group", N_ ("Group"), NULL },
  { "people/letter_wish/format", "standard", N_ ("Standard"), NULL },
  { "people/letter_wish/format", "large", N_ ("Large print"), NULL },
  { "people/letter_wish/format", "text", N_ ("Plain text"), NULL },
  { "people/letter_wish/format", "none", N_ ("No letter"), NULL },
  { "people/role_wish", "me", N_ ("I’d like to decide"), NULL },
  { "people/role_wish", "together", N_ ("Together"), NULL },
  { "people/role_wish", "clinician", N_ ("I’d like you to decide"), NULL },
  { "people/role_wish", "not-sure", N_ ("Not sure yet"), NULL },
  { "check/teach_back/*/result", "clear", N_ ("It was clear"), NULL },
  { "check/teach_back/*/result", "explained-again", N_ ("We went over it again"), NULL },
  { "check/teach_back/*/result", "not-asked", N_ ("Not asked"), NULL },
  { "weigh/day/*/says", "no-trouble", N_ ("No trouble"), NULL },
  { "weigh/day/*/says", "some-trouble", N_ ("Some trouble"), NULL },
  { "weigh/day/*/says", "too-much", N_ ("Too much"), NULL },
  { "plan/result", "decided", N_ ("We have decided"), NULL },
  { "plan/result", "not-yet", N_ ("Not yet"), NULL },
  { "plan/result", "no-thank-you", N_ ("No, thank you"), NULL },
  { "plan/decided_by", "patient", N_ ("The person"), NULL },
  { "plan/decided_by", "together", N_ ("Together"), NULL },
  { "plan/decided_by", "clinician-asked", N_ ("The clinician, asked by the person"), NULL },
  { "plan/decided_by", "left-open", N_ ("Left open"), NULL },
  { "plan/decided_by", "for-them", N_ ("Someone who decides for the person in law"), NULL },
  { "plan/actions/*/side", "person", N_ ("The person"), NULL },
  { "plan/actions/*/side", "professional", N_ ("The health team"), NULL },
  { "plan/medicines/*/change", "start", NC_ ("medicine", "Start"), "medicine" },
  { "plan/medicines/*/change", "stop", NC_ ("medicine", "Stop"), "medicine" },
  { "plan/medicines/*/change", "change", NC_ ("medicine", "Change"), "medicine" },
  { "plan/medicines/*/change", "keep", NC_ ("medicine", "Keep"), "medicine" },
  { "options/order", "by-name", N_ ("By name"), NULL },
  { "options/order", "by-chance", N_ ("By chance"), NULL },
  { "options/order", "turned-round", N_ ("Turned round"), NULL },
  { "options/order", "by-hand", N_ ("By hand"), NULL },
  { "options/questions_order", "by-what-matters", N_ ("Yes"), NULL },
  { "options/questions_order", "as-written", N_ ("No"), NULL },
};
/* clang-format on */

static const char *
find_words (const SdmField *field,
            const char     *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (g_str_equal (chosen[i].path, field->path) && g_str_equal (chosen[i].value, value))
      return chosen[i].context != NULL ? g_dpgettext2 (NULL, chosen[i].context, chosen[i].words) : _ (chosen[i].words);

  return NULL;
}

/* An option by its name, as the record has it, or as it stands on a blank page. */
static const char *
find_option (SdmConsultation *consultation,
             const char      *id)
{
  json_t *option;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (consultation, "options/record"), i, option)
    if (g_strcmp0 (json_string_value (json_object_get (option, "option")), id) == 0)
      return json_string_value (json_object_get (option, "text"));

  return sdm_consultation_get_blank_text (consultation, SDM_BLANK_OPTION, id);
}

static gboolean
is_option (const SdmField *field)
{
  static const char *const paths[] = { "plan/chosen/*/option", "options/shown/*", "options/hidden/*/option", NULL };

  return g_strv_contains (paths, field->path);
}

static gboolean
is_day (const char *text)
{
  return g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, 0, 0);
}

/* "2026-11-24T10:20+00:00" as "24 November 2026, 10:20", as the clock here shows it; NULL for what is no such thing. */
static char *
dup_instant (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const gsize length = strlen ("2026-11-24T10:20");
  /* A time of day may have no seconds, which GLib asks for. */
  g_autofree char *whole = strlen (text) > length && text[length] != ':' ? g_strdup_printf ("%.*s:00%s", (int) length, text, text + length) : g_strdup (text);
  g_autoptr (GDateTime) instant = strchr (text, 'T') != NULL ? g_date_time_new_from_iso8601 (whole, utc) : NULL;
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *date = day != NULL ? sdm_date_format (day) : NULL;

  if (date == NULL)
    return NULL;

  /* Translators: a day and a time: "24 November 2026, 10:42" */
  return g_strdup_printf (_ ("%s, %s"), date, time);
}

static char *
dup_text (const SdmField  *field,
          SdmConsultation *consultation,
          const char      *text)
{
  const char      *words = is_option (field) ? find_option (consultation, text) : find_words (field, text);
  const gboolean   is_number = g_str_equal (field->path, "people/patient/nhs_number");
  g_autofree char *instant = words == NULL ? dup_instant (text) : NULL;

  if (words != NULL)
    return g_strdup (words);
  if (instant != NULL)
    return g_steal_pointer (&instant);
  if (is_number && sdm_nhs_number_is_valid (text))
    return sdm_nhs_number_format (text);

  return is_day (text) ? sdm_date_format (text) : g_strdup (text);
}

/**
 * sdm_field_dup_words:
 * @consultation: in which @value stands, or stood
 * @value: (nullable): what it is
 *
 * Returns: (transfer full) (nullable): what it says, as people read it; %NULL where it says nothing
 */
char *
sdm_field_dup_words (const SdmField  *field,
                     SdmConsultation *consultation,
                     json_t          *value)
{
  if (json_is_string (value))
    return dup_text (field, consultation, json_string_value (value));
  if (json_is_boolean (value))
    return g_strdup (json_is_true (value) ? _ ("Yes") : _ ("No"));
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));

  return NULL;
}
