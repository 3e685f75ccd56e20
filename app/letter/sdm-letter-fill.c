/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-fill.h"

#include <stdarg.h>
#include <string.h>

#include "sdm-language.h"
#include "sdm-letter-block.h"
#include "sdm-words.h"

#define NO_BREAK_SPACE "\u00a0"
#define MONTHS         "January|February|March|April|May|June|July|August|September|October|November|December"

/* Facts that stay on one line: what is between the two halves of a match becomes a no-break space. The last is for
 * other languages than English; their units and titles find no match here, and only lose the tie. */
static const struct
{
  const char *pattern;
  const char *replacement;
} ties[] = {
  /* 01632 960018, 999 000 0018 */
  { "(?<=\\d) (?=\\d)", NO_BREAK_SPACE },
  /* 88 out of 100 */
  { "(?<=\\d) out of (?=\\d)", NO_BREAK_SPACE "out" NO_BREAK_SPACE "of" NO_BREAK_SPACE },
  /* 88 in 100, 11 to 33, 122 over 64 */
  { "(?<=\\d) (in|of|to|over) (?=\\d)", NO_BREAK_SPACE "\\1" NO_BREAK_SPACE },
  /* 38.2 °C */
  { "(?<=\\d) (?=°[CF])", NO_BREAK_SPACE },
  /* 20 mg, 12 weeks */
  { "(?<=\\d) (?=(?:mg|mcg|g|ml|mmHg|am|pm|minutes?|hours?|days?|weeks?|months?|years?)\\b)", NO_BREAK_SPACE },
  /* 5 October 2020 */
  { "(?<=\\d) (?=(?:" MONTHS ")\\b)", NO_BREAK_SPACE },
  { "\\b(" MONTHS ") (?=\\d{4}\\b)", "\\1" NO_BREAK_SPACE },
  /* Mr Pell */
  { "(?<=\\b)(Mr|Mrs|Ms|Miss|Mx|Dr|Prof) (?=\\p{Lu})", "\\1" NO_BREAK_SPACE },
  /* 70 do 90, ٧٠ إلى ٩٠ */
  { "(?<=\\p{Nd}) (\\p{L}{1,8}) (?=\\p{Nd})", NO_BREAK_SPACE "\\1" NO_BREAK_SPACE },
};

static char *
tie_facts (const char *text)
{
  static gsize   is_ready = 0;
  static GRegex *patterns[G_N_ELEMENTS (ties)];
  const char    *language = sdm_words_get_language ();
  const guint    n = language == NULL || sdm_language_is_same ("en", language) ? G_N_ELEMENTS (ties) - 1 : G_N_ELEMENTS (ties);
  char          *tied = g_strdup (text);

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
        patterns[i] = g_regex_new (ties[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&is_ready, 1);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = tied;

      tied = g_regex_replace (patterns[i], before, -1, 0, ties[i].replacement, 0, NULL);
    }

  return tied;
}

/* Marks that turn the direction of everything after them, and have no width themselves. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
runs_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (sdm_language_runs_left (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* One line without control characters; every visible character is kept. What runs the other way than the
 * letter is told; in one from right to left also numbers of several parts, such as of a telephone. */
static char *
clean_text (const char *text,
            gboolean   *has_other_direction)
{
  GString       *clean = g_string_sized_new (strlen (text));
  gboolean       is_after_space = TRUE;
  gboolean       has_digit = FALSE;
  gboolean       has_gap = FALSE;
  const gboolean is_leftward = sdm_language_is_right_to_left (sdm_words_get_language ());

  *has_other_direction = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;

      if (turns_direction (c) || (!is_space && g_unichar_iscntrl (c)))
        continue;
      if (is_space && is_after_space)
        continue;
      has_digit = has_digit || g_unichar_isdigit (c);
      has_gap = has_gap || !g_unichar_isalnum (c);
      if (g_unichar_isalpha (c) && sdm_language_runs_left (c) != is_leftward)
        *has_other_direction = TRUE;
      g_string_append_unichar (clean, is_space ? ' ' : c);
      is_after_space = is_space;
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);
  if (is_leftward && has_digit && has_gap && !runs_left (clean->str))
    *has_other_direction = TRUE;

  return g_string_free (clean, FALSE);
}

static void
append_value (GString    *filled,
              const char *value,
              gboolean    is_marked)
{
  gboolean         has_other_direction;
  g_autofree char *clean = clean_text (value, &has_other_direction);
  g_autofree char *escaped = is_marked ? sdm_letter_escape (clean) : g_strdup (clean);

  if (has_other_direction)
    g_string_append (filled, "\u2068");
  g_string_append (filled, escaped);
  if (has_other_direction)
    g_string_append (filled, "\u2069");
}

static const char *
find_value (va_list     values,
            const char *name,
            gsize       length)
{
  for (const char *given = va_arg (values, const char *); given != NULL; given = va_arg (values, const char *))
    {
      const char *value = va_arg (values, const char *);

      if (strlen (given) == length && strncmp (given, name, length) == 0)
        return value != NULL ? value : "";
    }

  return NULL;
}

static char *
fill (const char *sentence,
      gboolean    is_marked,
      va_list     values)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  while (*sentence != '\0')
    {
      const char *open = strchr (sentence, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      const char *value;
      va_list     copy;

      if (close == NULL)
        {
          g_string_append (filled, sentence);
          break;
        }

      va_copy (copy, values);
      value = find_value (copy, open + 1, (gsize) (close - open) - 1);
      va_end (copy);
      g_string_append_len (filled, sentence, open - sentence);
      if (value != NULL)
        append_value (filled, value, is_marked);
      else
        g_string_append_len (filled, open, close + 1 - open);
      sentence = close + 1;
    }

  return tie_facts (filled->str);
}

/**
 * sdm_letter_fill:
 * @sentence: a whole sentence with places such as {date}, and perhaps **bold** spans
 * @...: names and values in turn, ended by %NULL
 *
 * Puts the values into their places, wherever a translation has them. A value
 * is printed as it is: it cannot turn bold type on, nor change the direction
 * of what follows. Facts such as "88 in 100" get no-break spaces.
 *
 * Returns: (transfer full): text for the functions of sdm-letter-block.h
 */
char *
sdm_letter_fill (const char *sentence,
                 ...)
{
  va_list values;
  char   *filled;

  g_return_val_if_fail (sentence != NULL, NULL);

  va_start (values, sentence);
  filled = fill (sentence, TRUE, values);
  va_end (values);

  return filled;
}

/**
 * sdm_letter_fill_plain:
 *
 * As sdm_letter_fill (), for places that know no bold type: the title of the
 * file, what a picture says to a screen reader.
 *
 * Returns: (transfer full): plain text
 */
char *
sdm_letter_fill_plain (const char *sentence,
                       ...)
{
  va_list values;
  char   *filled;

  g_return_val_if_fail (sentence != NULL, NULL);

  va_start (values, sentence);
  filled = fill (sentence, FALSE, values);
  va_end (values);

  return filled;
}

/**
 * sdm_letter_own_words:
 * @text: words that someone typed or that stand in the aid
 *
 * Returns: (transfer full): the same words, for the functions of sdm-letter-block.h
 */
char *
sdm_letter_own_words (const char *text)
{
  return sdm_letter_fill ("{text}", "text", text, NULL);
}
