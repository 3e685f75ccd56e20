/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-sentence.h"

#include <string.h>

/* Where a sentence ends: a full stop and its like, what closes behind it, and a space before something that
 * does not go on in small letters. */

/* Short forms whose full stop ends nothing. */
static const char *const short_forms[] = { "Dr", "Mr", "Mrs", "Ms", "Prof", "St", "No", "e.g", "i.e", "vs", "approx" };

static gboolean
is_stop (gunichar c)
{
  return g_utf8_strchr (".!?…。؟۔।", -1, c) != NULL;
}

/* Marks of bold type close a sentence as quotation marks do. */
static gboolean
is_closing (gunichar c)
{
  return g_utf8_strchr ("”’)\"'*»", -1, c) != NULL;
}

static gboolean
is_short_form (const char *text,
               const char *stop)
{
  const char *start = stop;
  gsize       length;

  if (*stop != '.')
    return FALSE;
  while (start > text && strchr (" *(“‘", start[-1]) == NULL && start[-1] != '\240')
    start--;
  length = (gsize) (stop - start);
  if (length == 1 && g_ascii_isalpha (*start))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (short_forms); i++)
    if (strlen (short_forms[i]) == length && strncmp (short_forms[i], start, length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sdm_letter_sentence_find_end:
 * @text: with or without marks of bold type
 *
 * Returns: (transfer none): the space after the first sentence, or the end of @text
 */
const char *
sdm_letter_sentence_find_end (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = p;
      gunichar    next;

      if (!is_stop (g_utf8_get_char (p)) || is_short_form (text, p))
        continue;
      do
        end = g_utf8_next_char (end);
      while (*end != '\0' && (is_stop (g_utf8_get_char (end)) || is_closing (g_utf8_get_char (end))));
      if (*end == '\0')
        return end;
      next = *end == ' ' ? g_utf8_get_char (end + 1) : 0;
      if (next != 0 && !g_unichar_islower (next))
        return end;
    }

  return text + strlen (text);
}

/**
 * sdm_letter_sentences_to_lines:
 * @marked: a text, perhaps with bold spans
 *
 * Returns: (transfer full): the same with a line end in place of the space after each sentence
 */
char *
sdm_letter_sentences_to_lines (const char *marked)
{
  char *lines = g_strdup (marked);

  for (char *end = (char *) sdm_letter_sentence_find_end (lines); *end != '\0'; end = (char *) sdm_letter_sentence_find_end (end + 1))
    *end = '\n';

  return lines;
}
