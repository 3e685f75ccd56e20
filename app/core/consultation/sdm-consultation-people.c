/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-people.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-text.h"
#include "sdm-nhs-number.h"

/* The limits of the record standard for a name and for an address. */
#define LONGEST_LINE       35
#define MOST_ADDRESS_LINES 5

/* Lists of short texts */

static char *
join (json_t     *texts,
      const char *between)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  json_t *text;
  size_t  i;

  json_array_foreach (texts, i, text)
    {
      if (i > 0)
        g_string_append (joined, between);
      g_string_append (joined, json_string_value (text));
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The parts of @typed without what is blank; NULL with @error set where one is too long. */
static json_t *
split (const char *typed,
       const char *separators,
       GError    **error)
{
  g_auto (GStrv) parts = g_strsplit_set (typed, separators, -1);
  g_autoptr (json_t) texts = json_array ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (!sdm_text_fits (part, LONGEST_LINE, error))
        return NULL;
      if (*part != '\0')
        json_array_append_new (texts, json_string (part));
    }

  return g_steal_pointer (&texts);
}

static gboolean
refuse (GError    **error,
        const char *why)
{
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, why);

  return FALSE;
}

/**
 * sdm_consultation_dup_given_names:
 *
 * Returns: (transfer full): the given names with spaces between them
 */
char *
sdm_consultation_dup_given_names (SdmConsultation *self)
{
  return join (sdm_consultation_peek (self, "people/patient/given"), " ");
}

/**
 * sdm_consultation_set_given_names:
 * @typed: the given names with spaces between them; none is possible too
 *
 * Returns: FALSE with @error set, and nothing changed, where one is too long
 */
gboolean
sdm_consultation_set_given_names (SdmConsultation *self,
                                  const char      *typed,
                                  GError         **error)
{
  json_t *names = split (typed, " \t", error);

  if (names == NULL)
    return FALSE;

  return sdm_consultation_take_value (self, "people/patient/given", names, error);
}

/**
 * sdm_consultation_dup_address:
 * @path: where the lines of an address stand
 *
 * Returns: (transfer full): the address, one line under the other
 */
char *
sdm_consultation_dup_address (SdmConsultation *self,
                              const char      *path)
{
  return join (sdm_consultation_peek (self, path), "\n");
}

/**
 * sdm_consultation_set_address:
 * @path: where the lines of an address stand
 * @typed: the address, one line under the other; blank lines do not count
 *
 * Returns: FALSE with @error set, and nothing changed, where it is too long for an envelope
 */
gboolean
sdm_consultation_set_address (SdmConsultation *self,
                              const char      *path,
                              const char      *typed,
                              GError         **error)
{
  g_autoptr (json_t) lines = split (typed, "\n", error);

  if (lines == NULL)
    {
      g_prefix_error (error, "%s ", _ ("One line is too long for an envelope."));
      return FALSE;
    }
  if (json_array_size (lines) > MOST_ADDRESS_LINES)
    return refuse (error, _ ("An address can have at most five lines, and the postcode beside them."));

  return sdm_consultation_take_value (self, path, g_steal_pointer (&lines), error);
}

/* NHS number */

/**
 * sdm_consultation_dup_nhs_number:
 *
 * Returns: (transfer full): the number as it is read out, "999 000 0018" with no-break
 *   spaces; the digits so far while it is not whole; "" where there is none
 */
char *
sdm_consultation_dup_nhs_number (SdmConsultation *self)
{
  const char *digits = sdm_consultation_get_text (self, "people/patient/nhs_number");

  if (digits == NULL)
    return g_strdup ("");

  return strlen (digits) == SDM_NHS_NUMBER_DIGITS ? sdm_nhs_number_format (digits) : g_strdup (digits);
}

/* The digits of @typed alone; NULL where it holds anything but digits, spaces and hyphens. */
static char *
keep_digits (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 128 && g_ascii_isdigit ((char) c))
        g_string_append_c (digits, (char) c);
      else if (!g_unichar_isspace (c) && c != '-')
        return NULL;
    }

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static const char *
find_fault (SdmConsultation *self,
            const char      *digits)
{
  const gsize length = strlen (digits);

  if (length > SDM_NHS_NUMBER_DIGITS)
    return _ ("An NHS number has ten digits. Here are more.");
  if (sdm_consultation_is_practice (self) && strncmp (digits, "999", MIN (length, 3)) != 0)
    return _ ("This could be the number of a real person. A made-up person has one that begins with 999.");
  if (length == SDM_NHS_NUMBER_DIGITS && !sdm_nhs_number_is_valid (digits))
    return _ ("The last digit does not fit the others. Ask for the number again, and type it once more.");

  return NULL;
}

/**
 * sdm_consultation_set_nhs_number:
 * @typed: the number or a part of it; spaces and hyphens may stand between the digits
 *
 * A part of a number is kept like any half-typed text. A number that cannot be
 * one is never kept, nor does it leave an older one in its place: of ten digits
 * that do not fit, the first nine stay, and the record counts as unfinished.
 *
 * Returns: FALSE with @error set where @typed is no number and cannot become one
 */
gboolean
sdm_consultation_set_nhs_number (SdmConsultation *self,
                                 const char      *typed,
                                 GError         **error)
{
  static const char *const path = "people/patient/nhs_number";
  g_autofree char         *digits = keep_digits (typed);
  const char              *fault;

  if (digits == NULL)
    {
      sdm_consultation_remove (self, path, NULL);
      return refuse (error, _ ("An NHS number has ten digits and nothing else."));
    }

  fault = find_fault (self, digits);
  if (fault == NULL)
    return sdm_consultation_set_text (self, path, digits, error);

  if (strlen (digits) == SDM_NHS_NUMBER_DIGITS && (!sdm_consultation_is_practice (self) || sdm_nhs_number_is_for_practice (digits)))
    {
      digits[SDM_NHS_NUMBER_DIGITS - 1] = '\0';
      sdm_consultation_set_text (self, path, digits, NULL);
    }
  else
    {
      sdm_consultation_remove (self, path, NULL);
    }

  return refuse (error, fault);
}

/* Said aloud, and the letter */

/**
 * sdm_consultation_set_other_identifier:
 * @kind: (nullable): `chi`, `hcn` or `other`, which is also meant by %NULL
 * @value: (nullable): the number; without it there is none
 *
 * Keeps a number of another kind than an NHS number.
 */
gboolean
sdm_consultation_set_other_identifier (SdmConsultation *self,
                                       const char      *kind,
                                       const char      *value,
                                       GError         **error)
{
  static const char *const path = "people/patient/other_identifier";
  json_t                  *identifier;

  if (kind == NULL && (value == NULL || *value == '\0'))
    return sdm_consultation_remove (self, path, error);

  identifier = json_pack ("{s:s}", "kind", kind != NULL ? kind : "other");
  if (value != NULL && *value != '\0')
    json_object_set_new (identifier, "value", json_string (value));
  return sdm_consultation_take_value (self, path, identifier, error);
}

/**
 * sdm_consultation_is_person_confirmed:
 *
 * Returns: whether both the name and the date of birth were said aloud and are right
 */
gboolean
sdm_consultation_is_person_confirmed (SdmConsultation *self)
{
  return sdm_consultation_get_flag (self, "people/confirmed/name") && sdm_consultation_get_flag (self, "people/confirmed/born");
}

/**
 * sdm_consultation_confirm_person:
 * @name: whether the name was said aloud and is right
 * @born: whether the date of birth was said aloud and is right
 *
 * Keeps both answers with the time by the consultation's clock; neither takes
 * the confirmation away.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_confirm_person (SdmConsultation *self,
                                 gboolean         name,
                                 gboolean         born,
                                 GError         **error)
{
  g_autoptr (SdmClock) clock = NULL;
  g_autofree char *now = NULL;

  if (!name && !born)
    return sdm_consultation_remove (self, "people/confirmed", error);

  clock = sdm_consultation_get_clock (self) != NULL ? g_object_ref (sdm_consultation_get_clock (self)) : sdm_clock_new ();
  now = sdm_clock_dup_instant (clock);

  return sdm_consultation_take_value (self, "people/confirmed",
                                      json_pack ("{s:b, s:b, s:s}", "name", name, "born", born, "at", now), error);
}

/**
 * sdm_consultation_set_letter_format:
 * @format: (nullable): "standard", "large", "text" or "none"; %NULL for no wish
 *
 * Keeps which letter the person would like. A size that was agreed for another
 * format goes, as it does not fit this one.
 *
 * Returns: FALSE with @error set, and nothing changed, where there is no such format
 */
gboolean
sdm_consultation_set_letter_format (SdmConsultation *self,
                                    const char      *format,
                                    GError         **error)
{
  g_autoptr (json_t) wish = NULL;

  if (format == NULL)
    return sdm_consultation_remove (self, "people/letter_wish", error);
  if (g_strcmp0 (sdm_consultation_get_text (self, "people/letter_wish/format"), format) == 0)
    return TRUE;

  wish = json_deep_copy (sdm_consultation_peek (self, "people/letter_wish"));
  if (wish == NULL)
    wish = json_object ();
  json_object_set_new (wish, "format", json_string (format));
  json_object_del (wish, "size");

  return sdm_consultation_take_value (self, "people/letter_wish", g_steal_pointer (&wish), error);
}

/**
 * sdm_consultation_set_letter_language:
 * @language: (nullable): as in BCP 47; %NULL for that of the record
 *
 * Keeps the language in which the person would like to read. Who said nothing of the format gets the one that their
 * needs ask for.
 *
 * Returns: FALSE with @error set, and nothing changed, where that cannot be kept
 */
gboolean
sdm_consultation_set_letter_language (SdmConsultation *self,
                                      const char      *language,
                                      GError         **error)
{
  g_autoptr (json_t) wish = NULL;
  guint points = 0;

  if (g_strcmp0 (sdm_consultation_get_text (self, "people/letter_wish/language"), language) == 0)
    return TRUE;

  wish = json_deep_copy (sdm_consultation_peek (self, "people/letter_wish"));
  if (wish == NULL)
    wish = json_pack ("{s:s}", "format", sdm_consultation_get_letter_format (self, &points));
  if (language != NULL)
    json_object_set_new (wish, "language", json_string (language));
  else
    json_object_del (wish, "language");

  return sdm_consultation_take_value (self, "people/letter_wish", g_steal_pointer (&wish), error);
}

/* Sizes of large print that stand in a text: "Letter in 18 point"; 0 for none. */
static guint
find_points (const char *text)
{
  g_autoptr (GRegex) points = g_regex_new ("\\b(1[6-9]|2[0-4])[ -]?(?:point|pt)\\b", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (text == NULL || !g_regex_match (points, text, 0, &match))
    return 0;
  number = g_match_info_fetch (match, 1);

  return (guint) g_ascii_strtoull (number, NULL, 10);
}

/* Whether a need, as somebody wrote it down, is this one, in English or in the language of the program. */
static gboolean
names_need (const char *text,
            const char *need)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *english = g_utf8_casefold (need, -1);
  g_autofree char *own = g_utf8_casefold (_ (need), -1);

  return folded != NULL && (strstr (folded, english) != NULL || strstr (folded, own) != NULL);
}

/* Whether one of these needs is among what helps the person, or in what they said of their letter. */
static gboolean
has_need (SdmConsultation   *self,
          const char *const *needs)
{
  const char *other = sdm_consultation_get_text (self, "people/letter_wish/other");
  gboolean    has = FALSE;
  json_t     *item;
  size_t      i;

  for (guint n = 0; !has && needs[n] != NULL; n++)
    {
      has = names_need (other, needs[n]);
      json_array_foreach (sdm_consultation_peek (self, "people/needs"), i, item)
        has = has || names_need (json_string_value (json_object_get (item, "need")), needs[n]) ||
              names_need (json_string_value (json_object_get (item, "met_by")), needs[n]);
    }

  return has;
}

static gboolean
names_large_print (const char *text)
{
  /* Translators: a need, as the clinician would write it down */
  return names_need (text, N_ ("Large print"));
}

/* Whether what helps the person, in the words of the record, asks for large print. */
static gboolean
needs_large_print (SdmConsultation *self,
                   guint           *points)
{
  gboolean is_large = FALSE;
  json_t  *need;
  size_t   i;

  *points = 0;
  json_array_foreach (sdm_consultation_peek (self, "people/needs"), i, need)
    {
      const char *what = json_string_value (json_object_get (need, "need"));
      const char *met_by = json_string_value (json_object_get (need, "met_by"));
      guint       named = MAX (find_points (what), find_points (met_by));

      *points = MAX (*points, named);
      is_large = is_large || named > 0 || names_large_print (what) || names_large_print (met_by);
    }

  return is_large;
}

/**
 * sdm_consultation_get_letter_format:
 * @points: (out): the size that was agreed, or 0 where none was
 *
 * Which letter fits the person: the one that they would like, or else the one
 * that their needs ask for.
 *
 * Returns: "standard", "large", "text" or "none"
 */
const char *
sdm_consultation_get_letter_format (SdmConsultation *self,
                                    guint           *points)
{
  const char *wish = sdm_consultation_get_text (self, "people/letter_wish/format");
  gboolean    is_large = needs_large_print (self, points);

  if (wish == NULL)
    return is_large ? "large" : "standard";

  *points = (guint) json_integer_value (sdm_consultation_peek (self, "people/letter_wish/size"));

  return wish;
}

/**
 * sdm_consultation_needs_yellow:
 *
 * Returns: whether the person reads black on yellow more easily, as far as it was written down
 */
gboolean
sdm_consultation_needs_yellow (SdmConsultation *self)
{
  /* Translators: needs, as the clinician would write them down */
  static const char *const needs[] = { N_ ("Yellow paper"), N_ ("On yellow"), N_ ("Yellow background"), NULL };

  return has_need (self, needs);
}

/**
 * sdm_consultation_needs_easy_lines:
 *
 * Returns: whether the person needs a letter that is easy to read, as far as it was written down
 */
gboolean
sdm_consultation_needs_easy_lines (SdmConsultation *self)
{
  /* Translators: needs, as the clinician would write them down */
  static const char *const needs[] = { N_ ("Easy read"), N_ ("Easy-read"), N_ ("A sentence a line"), N_ ("Easy layout"), NULL };

  return has_need (self, needs);
}
