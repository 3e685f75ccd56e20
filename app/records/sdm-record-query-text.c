/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-find.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-date.h"
#include "sdm-nhs-number.h"
#include "sdm-record-error.h"

/* What somebody types into one field: a number, a name, or a name and a date of birth. */

/* Always NULL. */
static SdmRecordQuery *
set_invalid (GError    **error,
             const char *message)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID, message);
  return NULL;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static guint
count_digits (const char *text)
{
  guint n_digits = 0;

  for (; *text != '\0'; text++)
    n_digits += g_ascii_isdigit (*text) ? 1 : 0;

  return n_digits;
}

static SdmRecordQuery *
read_number (const char *typed,
             GError    **error)
{
  const guint      n_digits = count_digits (typed);
  g_autofree char *day = sdm_date_parse (typed);
  g_autofree char *message = NULL;

  if (day != NULL || strspn (typed, "0123456789 -") != strlen (typed))
    return set_invalid (error, _("Type the family name before the date of birth."));
  if (n_digits == SDM_NHS_NUMBER_DIGITS)
    return sdm_record_query_new (SDM_RECORD_QUERY_NHS_NUMBER, typed);

  /* Translators: the number is of the digits typed so far: "An NHS number has ten digits; here is 1." */
  message = g_strdup_printf (ngettext ("An NHS number has ten digits; here is %u.",
                                       "An NHS number has ten digits; here are %u.", n_digits),
                             n_digits);
  return set_invalid (error, message);
}

/* Where a date begins that goes on to the end of @typed: at a word that begins with a digit. */
static const char *
find_date (const char *typed)
{
  for (const char *p = typed; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && p > typed && strchr (" ,", p[-1]) != NULL)
      return p;

  return NULL;
}

static SdmRecordQuery *
read_name (const char *typed,
           GError    **error)
{
  const char      *date = find_date (typed);
  g_autofree char *day = date != NULL ? sdm_date_parse (date) : NULL;
  g_autofree char *name = date != NULL ? g_strndup (typed, (gsize) (date - typed)) : g_strdup (typed);
  SdmRecordQuery  *query;

  if (date != NULL && day == NULL)
    return set_invalid (error, _("After the name, type a date of birth such as 14 March 1943 or 14/03/1943, or nothing."));

  g_strchomp (name);
  if (g_str_has_suffix (name, ","))
    name[strlen (name) - 1] = '\0';
  query = sdm_record_query_new (SDM_RECORD_QUERY_NAME, name);
  query->birth_date = g_steal_pointer (&day);
  return query;
}

/**
 * sdm_record_query_new_from_text:
 * @typed: "943 476 5919", "Pell", "Pell, Arthur" or "Pell 14/3/1943"
 *
 * Reads what somebody types to find a patient. Fails with %SDM_RECORD_ERROR_INVALID,
 * and says what is missing, where it cannot be looked for yet.
 *
 * Returns: (transfer full) (nullable): what to look for
 */
SdmRecordQuery *
sdm_record_query_new_from_text (const char *typed,
                                GError    **error)
{
  g_autoptr (GString) spaced = g_string_new (typed);

  g_string_replace (spaced, "\u00a0", " ", 0);
  g_strstrip (spaced->str);
  if (*spaced->str == '\0')
    return set_invalid (error, _("Type a family name or an NHS number."));
  if (has_letter (spaced->str))
    return read_name (spaced->str, error);
  if (count_digits (spaced->str) > 0)
    return read_number (spaced->str, error);

  return set_invalid (error, _("Type a family name or an NHS number."));
}
