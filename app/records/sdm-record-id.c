/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-id-private.h"

#include <sodium.h>

#define TEXT_LENGTH 36

static gboolean
is_dash_place (gsize place)
{
  return place == 8 || place == 13 || place == 18 || place == 23;
}

/* Only lower case, so that one id has one spelling. */
static int
digit_value (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  return -1;
}

/**
 * sdm_record_id_parse:
 * @text: (nullable): a UUID of version 7 as documents spell it
 * @id: (out): its 16 bytes; untouched when %FALSE is returned
 *
 * Returns: whether @text is such an id
 */
gboolean
sdm_record_id_parse (const char *text,
                     guint8      id[SDM_RECORD_ID_SIZE])
{
  guint8 parsed[SDM_RECORD_ID_SIZE] = { 0 };
  gsize  digits = 0;

  if (text == NULL || strlen (text) != TEXT_LENGTH)
    return FALSE;

  for (gsize i = 0; i < TEXT_LENGTH; i++)
    {
      int value = digit_value (text[i]);

      if (is_dash_place (i))
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }
      if (value < 0)
        return FALSE;
      parsed[digits / 2] = (guint8) (parsed[digits / 2] << 4 | value);
      digits++;
    }

  if (parsed[6] >> 4 != 7 || parsed[8] >> 6 != 2)
    return FALSE;

  memcpy (id, parsed, sizeof parsed);
  return TRUE;
}

/**
 * sdm_record_id_format:
 * @id: 16 bytes
 *
 * Returns: (transfer full): the id as documents spell it
 */
char *
sdm_record_id_format (const guint8 id[SDM_RECORD_ID_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char             *text = g_malloc (TEXT_LENGTH + 1);
  gsize             place = 0;

  for (gsize i = 0; i < SDM_RECORD_ID_SIZE; i++)
    {
      if (is_dash_place (place))
        text[place++] = '-';
      text[place++] = digits[id[i] >> 4];
      text[place++] = digits[id[i] & 0xf];
    }
  text[place] = '\0';

  return text;
}

/**
 * sdm_record_id_make:
 * @now: microseconds since 1970 UTC
 * @id: (out): a new id, which sorts by @now and is otherwise random
 */
void
sdm_record_id_make (gint64 now,
                    guint8 id[SDM_RECORD_ID_SIZE])
{
  const guint64 milliseconds = (guint64) MAX (now, 0) / 1000;

  if (sodium_init () < 0)
    g_error ("libsodium could not be started");

  randombytes_buf (id, SDM_RECORD_ID_SIZE);
  for (gsize i = 0; i < 6; i++)
    id[i] = (guint8) (milliseconds >> (40 - 8 * i));
  id[6] = (guint8) (0x70 | (id[6] & 0x0f));
  id[8] = (guint8) (0x80 | (id[8] & 0x3f));
}
