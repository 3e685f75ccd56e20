/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plural.h"

#include <string.h>

/* Which plural form fits a number: the rule of a catalogue, a sum in C with n as its only name. */

#define DEEPEST 64 /* no rule of any language comes near */

typedef struct
{
  const char *at;
  gulong      n;
  guint       depth;
  gboolean    is_bad;
} Reader;

/* Loosest first; each row binds tighter than the one above. Longer signs come before what they begin with. */
static const char *const rows[][5] = {
  { "||" },
  { "&&" },
  { "==", "!=" },
  { "<=", ">=", "<", ">" },
  { "+", "-" },
  { "*", "/", "%" },
};

static gulong read_choice (Reader *reader);

static void
skip_spaces (Reader *reader)
{
  reader->at += strspn (reader->at, " \t");
}

static gboolean
take (Reader     *reader,
      const char *sign)
{
  skip_spaces (reader);
  if (!g_str_has_prefix (reader->at, sign))
    return FALSE;
  reader->at += strlen (sign);

  return TRUE;
}

static gulong
read_single (Reader *reader)
{
  gulong value = 0;

  if (++reader->depth > DEEPEST)
    reader->is_bad = TRUE;
  if (reader->is_bad)
    return 0;

  if (take (reader, "!"))
    value = read_single (reader) == 0;
  else if (take (reader, "n"))
    value = reader->n;
  else if (take (reader, "("))
    {
      value = read_choice (reader);
      reader->is_bad = !take (reader, ")") || reader->is_bad;
    }
  else if (g_ascii_isdigit (*reader->at))
    value = (gulong) g_ascii_strtoull (reader->at, (char **) &reader->at, 10);
  else
    reader->is_bad = TRUE;
  reader->depth--;

  return value;
}

static gulong
reckon (Reader     *reader,
        const char *sign,
        gulong      a,
        gulong      b)
{
  switch (sign[0])
    {
    case '|':
      return a || b;
    case '&':
      return a && b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return sign[1] == '=' ? a <= b : a < b;
    case '>':
      return sign[1] == '=' ? a >= b : a > b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      reader->is_bad = b == 0 || reader->is_bad;
      return b == 0 ? 0 : sign[0] == '/' ? a / b
                                         : a % b;
    }
}

static gulong
read_row (Reader *reader,
          guint   row)
{
  gulong value = row + 1 < G_N_ELEMENTS (rows) ? read_row (reader, row + 1) : read_single (reader);
  guint  i = 0;

  while (!reader->is_bad && i < G_N_ELEMENTS (rows[row]) && rows[row][i] != NULL)
    if (take (reader, rows[row][i]))
      {
        value = reckon (reader, rows[row][i], value, row + 1 < G_N_ELEMENTS (rows) ? read_row (reader, row + 1) : read_single (reader));
        i = 0;
      }
    else
      i++;

  return value;
}

static gulong
read_choice (Reader *reader)
{
  const gulong value = read_row (reader, 0);
  gulong       yes = 0;
  gulong       no = 0;

  if (++reader->depth > DEEPEST)
    reader->is_bad = TRUE;
  if (reader->is_bad || !take (reader, "?"))
    {
      reader->depth--;
      return value;
    }
  yes = read_choice (reader);
  reader->is_bad = !take (reader, ":") || reader->is_bad;
  no = reader->is_bad ? 0 : read_choice (reader);
  reader->depth--;

  return value ? yes : no;
}

/**
 * sdm_plural_choose:
 * @rule: (nullable): as in the head of a catalogue: "n%10==1 && n%100!=11 ? 0 : 1"
 *
 * Returns: which of the forms fits @n, from 0; as in English where there is no rule that can be read
 */
gulong
sdm_plural_choose (const char *rule,
                   gulong      n)
{
  Reader reader = { rule, n, 0, FALSE };
  gulong form = 0;

  if (rule == NULL)
    return n != 1;
  form = read_choice (&reader);
  skip_spaces (&reader);

  return reader.is_bad || *reader.at != '\0' ? n != 1 : form;
}
