/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-schema-private.h"

#include <string.h>

/*
 * A document has thousands of texts and a handful of patterns. For those that stand in every
 * document there is a function that says yes without the regular expression; where it does not say
 * yes, the expression is asked, so that the two can never disagree about what is refused.
 */

/* ^[a-z0-9][a-z0-9-]{0,47}$ */
static gboolean
is_id (const char *text)
{
  const gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= 48 && text[length] == '\0' && text[0] != '-';
}

/* ^\S(.*\S)?$, of texts on one line that begin and end with ASCII */
static gboolean
is_trimmed (const char *text)
{
  const char *p = text;

  if (!g_ascii_isgraph (*p))
    return FALSE;
  for (; *p != '\0'; p++)
    {
      /* Line ends of Unicode are U+0085, U+2028 and U+2029. */
      if ((guchar) *p < 0x20 || *p == '\x7f' || (guchar) *p == 0xc2 || ((guchar) p[0] == 0xe2 && (guchar) p[1] == 0x80 && (guchar) p[2] >= 0xa8))
        return FALSE;
    }

  return g_ascii_isgraph (p[-1]);
}

/* ^-?(0|[1-9][0-9]*)(\.[0-9]+)?$ */
static gboolean
is_decimal (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;

  if (!g_ascii_isdigit (*p) || (p[0] == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  p += strspn (p, "0123456789");
  if (p[0] == '.' && g_ascii_isdigit (p[1]))
    p += 1 + strspn (p + 1, "0123456789");

  return *p == '\0';
}

/**
 * sdm_schema_find_quick_pattern:
 * @pattern: a regular expression
 *
 * Returns: (nullable): a function that returns %TRUE only for texts that @pattern fits
 */
gboolean (*sdm_schema_find_quick_pattern (const char *pattern)) (const char *text)
{
  static const struct
  {
    const char *pattern;
    gboolean (*fits) (const char *text);
  } known[] = {
    { "^[a-z0-9][a-z0-9-]{0,47}$", is_id },
    { "^\\S(.*\\S)?$", is_trimmed },
    { "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$", is_decimal },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i].pattern, pattern) == 0)
      return known[i].fits;

  return NULL;
}
