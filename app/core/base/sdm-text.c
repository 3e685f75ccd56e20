/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"

/* Characters that nobody sees, and that turn round or break what stands beside them: directions
 * that reach over what follows, marks for the order of bytes, and what is no character at all.
 * The single marks of direction and the joiners stay: Arabic, Hindi and emoji need them. */
static gboolean
is_unwanted (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || g_unichar_type (c) == G_UNICODE_CONTROL;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/**
 * sdm_text_clean:
 * @text: what was typed or pasted, in UTF-8
 * @length: its length in bytes, or -1 up to its end
 * @with_lines: whether it may have more than one line
 *
 * Leaves out control characters, which a person cannot see and a letter cannot print. A tab
 * becomes a blank, and so does the end of a line where there is only one line.
 *
 * Returns: (transfer full): the same words
 */
char *
sdm_text_clean (const char *text,
                gssize      length,
                gboolean    with_lines)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  GString    *clean = g_string_sized_new ((gsize) (end - text));

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p + 1 < end && p[1] == '\n')
        continue;
      if (is_line_end (c))
        g_string_append_c (clean, with_lines ? '\n' : ' ');
      else if (c == '\t' || c == '\v' || c == '\f')
        g_string_append_c (clean, ' ');
      else if (!is_unwanted (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * sdm_text_fits:
 * @most: how many characters there is room for; 0 for no limit
 *
 * Returns: FALSE with @error set, in words for who typed it, where there are more
 */
gboolean
sdm_text_fits (const char *text,
               guint       most,
               GError    **error)
{
  const glong length = g_utf8_strlen (text, -1);

  if (most == 0 || length <= (glong) most)
    return TRUE;

  /* Translators: under a field that holds too much. The first number is how long the text is, the second how long it may be */
  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
               ngettext ("This is %ld letter long and %u fit. Shorten it: until then it is not kept.",
                         "This is %ld letters long and %u fit. Shorten it: until then it is not kept.",
                         (gulong) length),
               length, most);

  return FALSE;
}
