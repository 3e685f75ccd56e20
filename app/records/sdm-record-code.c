/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-code-private.h"

#include <sodium.h>

/*
 * The characters are those of Crockford's base 32, in which no two look alike.
 * The last of a group checks the other four and the group's place: as
 * polynomial values in the field of 32 elements, so that any one wrong character,
 * any two that changed places, and two groups that changed places are found.
 */
#define DATA_LENGTH  (SDM_RECORD_GROUP_LENGTH - 1)
#define BITS         5
#define LONGEST_TEXT 256
#define NO_GROUP     G_MAXUINT

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Times the generator of the field; its polynomial is x^5 + x^2 + 1. */
static guint
step_up (guint value)
{
  value <<= 1;
  return value & 32 ? value ^ 0x25 : value;
}

static guint
make_check (const guint8 values[DATA_LENGTH],
            guint        group)
{
  guint check = group + 1;

  for (guint i = 0; i < DATA_LENGTH; i++)
    check = step_up (check) ^ values[i];

  /* Once more, so that the check itself cannot change places with the last. */
  return step_up (check);
}

/* The values of the characters of one group, from the bits of the code. */
static void
cut_group (const guint8 code[SDM_RECORD_CODE_SIZE],
           guint        group,
           guint8       values[DATA_LENGTH])
{
  for (guint i = 0; i < DATA_LENGTH; i++)
    {
      const guint first = (group * DATA_LENGTH + i) * BITS;
      guint       value = 0;

      for (guint bit = first; bit < first + BITS; bit++)
        value = value << 1 | ((code[bit / 8] >> (7 - bit % 8)) & 1);
      values[i] = (guint8) value;
    }
}

static void
paste_group (guint8       code[SDM_RECORD_CODE_SIZE],
             guint        group,
             const guint8 values[DATA_LENGTH])
{
  for (guint i = 0; i < DATA_LENGTH * BITS; i++)
    {
      const guint bit = group * DATA_LENGTH * BITS + i;

      if ((values[i / BITS] >> (BITS - 1 - i % BITS)) & 1)
        code[bit / 8] |= (guint8) (1 << (7 - bit % 8));
    }
}

/* Takes what people write for the characters that are left out. */
static int
read_character (char c)
{
  const char *found;

  c = g_ascii_toupper (c);
  if (c == 'O')
    c = '0';
  if (c == 'I' || c == 'L')
    c = '1';
  found = c != '\0' ? strchr (alphabet, c) : NULL;

  return found != NULL ? (int) (found - alphabet) : -1;
}

/* Leaves out spaces and hyphens; %FALSE where there is anything else, or not @length characters. */
static gboolean
read_characters (const char *text,
                 gsize       length,
                 guint8     *values)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      int value;

      if (*p == '-' || g_ascii_isspace (*p))
        continue;
      value = read_character (*p);
      if (value < 0 || n == length)
        return FALSE;
      values[n++] = (guint8) value;
    }

  return n == length;
}

/**
 * sdm_record_code_dup_group:
 * @group: from 0
 *
 * Returns: (transfer full): the five characters of one group
 */
char *
sdm_record_code_dup_group (const guint8 code[SDM_RECORD_CODE_SIZE],
                           guint        group)
{
  guint8 values[DATA_LENGTH];
  char   text[SDM_RECORD_GROUP_LENGTH + 1] = { 0 };

  g_assert (group < SDM_RECORD_CODE_GROUPS);

  cut_group (code, group, values);
  for (guint i = 0; i < DATA_LENGTH; i++)
    text[i] = alphabet[values[i]];
  text[DATA_LENGTH] = alphabet[make_check (values, group)];

  return g_strdup (text);
}

/**
 * sdm_record_code_format:
 *
 * Returns: (transfer full): the code as it is printed, groups with hyphens between
 */
char *
sdm_record_code_format (const guint8 code[SDM_RECORD_CODE_SIZE])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SDM_RECORD_CODE_GROUPS; i++)
    {
      g_autofree char *group = sdm_record_code_dup_group (code, i);

      if (i > 0)
        g_string_append_c (text, '-');
      g_string_append (text, group);
    }

  return g_string_free (text, FALSE);
}

/**
 * sdm_record_code_parse_group:
 * @text: as it was typed
 * @group: which it should be, from 0
 * @normal: (out): as it is printed
 *
 * Returns: whether it is a group of a code at this place
 */
gboolean
sdm_record_code_parse_group (const char *text,
                             guint       group,
                             char        normal[SDM_RECORD_GROUP_LENGTH + 1])
{
  guint8 values[SDM_RECORD_GROUP_LENGTH];

  if (!read_characters (text, SDM_RECORD_GROUP_LENGTH, values) || values[DATA_LENGTH] != make_check (values, group))
    return FALSE;

  for (guint i = 0; i < SDM_RECORD_GROUP_LENGTH; i++)
    normal[i] = alphabet[values[i]];
  normal[SDM_RECORD_GROUP_LENGTH] = '\0';
  return TRUE;
}

/**
 * sdm_record_code_parse:
 * @text: as it was typed, in either case, with or without hyphens and spaces
 * @code: (out): the code; untouched when %FALSE is returned
 * @wrong_group: (out) (optional): the first group that is wrong, from 0, or
 *   %G_MAXUINT where there are too few or too many characters
 *
 * Returns: whether it is a recovery code
 */
gboolean
sdm_record_code_parse (const char *text,
                       guint8      code[SDM_RECORD_CODE_SIZE],
                       guint      *wrong_group)
{
  guint8   values[SDM_RECORD_CODE_GROUPS * SDM_RECORD_GROUP_LENGTH];
  guint8   parsed[SDM_RECORD_CODE_SIZE] = { 0 };
  guint    wrong = NO_GROUP;
  gboolean good = strlen (text) <= LONGEST_TEXT && read_characters (text, sizeof values, values);

  for (guint i = 0; good && i < SDM_RECORD_CODE_GROUPS; i++)
    {
      const guint8 *group = values + i * SDM_RECORD_GROUP_LENGTH;

      paste_group (parsed, i, group);
      good = group[DATA_LENGTH] == make_check (group, i);
      if (!good)
        wrong = i;
    }

  if (good)
    memcpy (code, parsed, sizeof parsed);
  else if (wrong_group != NULL)
    *wrong_group = wrong;
  sodium_memzero (values, sizeof values);
  sodium_memzero (parsed, sizeof parsed);

  return good;
}
