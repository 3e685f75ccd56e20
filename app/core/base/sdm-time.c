/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-time.h"

#include <string.h>

/* Reads digits at *@text and goes past them; -1 where there are none or more than @most. */
static int
read_number (const char **text,
             guint        most)
{
  int   number = 0;
  guint n = 0;

  for (; g_ascii_isdigit (**text); (*text)++, n++)
    if (n < most)
      number = number * 10 + g_ascii_digit_value (**text);

  return n > 0 && n <= most ? number : -1;
}

/* 12 am is midnight and 12 pm is noon. */
static gboolean
apply_half (int        *hour,
            const char *half)
{
  if (*half == '\0')
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  if (g_ascii_strcasecmp (half, "am") == 0)
    *hour %= 12;
  else if (g_ascii_strcasecmp (half, "pm") == 0)
    *hour = *hour % 12 + 12;
  else
    return FALSE;

  return TRUE;
}

/**
 * sdm_time_parse:
 * @typed: a time of day as people write it: "8", "8:30", "08.30", "0830", "8 am", "10.30pm"
 *
 * Returns: (transfer full) (nullable): the time as "08:30", or %NULL where it is none
 */
char *
sdm_time_parse (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  const char      *p = text;
  int              hour;
  int              minute = 0;

  if (strspn (text, "0123456789") == 4)
    {
      hour = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
      minute = g_ascii_digit_value (text[2]) * 10 + g_ascii_digit_value (text[3]);
      p = text + 4;
    }
  else
    {
      hour = read_number (&p, 2);
      if (*p == ':' || *p == '.')
        {
          p++;
          if (strspn (p, "0123456789") != 2)
            return NULL;
          minute = read_number (&p, 2);
        }
    }
  while (*p == ' ')
    p++;

  if (hour < 0 || !apply_half (&hour, p) || hour > 23 || minute < 0 || minute > 59)
    return NULL;

  return g_strdup_printf ("%02d:%02d", hour, minute);
}

/**
 * sdm_time_to_minutes:
 * @time: (nullable): a time as it is kept, "08:30"
 *
 * Returns: minutes since midnight, or -1 where there is no time
 */
int
sdm_time_to_minutes (const char *time)
{
  g_autofree char *parsed = time != NULL ? sdm_time_parse (time) : NULL;

  if (parsed == NULL)
    return -1;

  return (int) (g_ascii_strtoull (parsed, NULL, 10) * 60 + g_ascii_strtoull (parsed + 3, NULL, 10));
}

/**
 * sdm_time_from_minutes:
 * @minutes: since midnight, 0 to 1439
 *
 * Returns: (transfer full): the time as it is kept, "08:30"
 */
char *
sdm_time_from_minutes (int minutes)
{
  g_return_val_if_fail (minutes >= 0 && minutes < 24 * 60, NULL);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}
