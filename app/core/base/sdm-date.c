/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-date.h"

#include <string.h>

#include "sdm-words-here.h"

static const char *const months[] = {
  N_ ("January"), N_ ("February"), N_ ("March"), N_ ("April"), N_ ("May"), N_ ("June"), N_ ("July"), N_ ("August"), N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December") };

static const char *const weekdays[] = {
  N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

static gboolean
read_day (const char *day,
          GDate      *date)
{
  guint year = 0;
  guint month = 0;
  guint number = 0;

  g_date_clear (date, 1);
  if (day == NULL || strlen (day) != strlen ("2026-11-24") || day[4] != '-' || day[7] != '-')
    return FALSE;

  year = (guint) g_ascii_strtoull (day, NULL, 10);
  month = (guint) g_ascii_strtoull (day + 5, NULL, 10);
  number = (guint) g_ascii_strtoull (day + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

static char *
write_day (guint year,
           guint month,
           guint number)
{
  if (year < 1800 || year > 2200 || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, number);
}

/* The month that @word names or begins to name ("Mar"), in the language of the program or in English; 0 for none. */
static guint
find_month (const char *word)
{
  g_autofree char *typed = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (typed, -1) < 3)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *here = g_utf8_casefold (_ (months[i]), -1);
      g_autofree char *english = g_utf8_casefold (months[i], -1);

      if (g_str_has_prefix (here, typed) || g_str_has_prefix (english, typed))
        return i + 1;
    }

  return 0;
}

/**
 * sdm_date_parse:
 * @typed: a day as people write it: "14 March 1943", "14 Mar 1943", "14/3/1943",
 *   "14.3.1943", "1943-03-14"
 *
 * The day comes first, as in the United Kingdom; a year needs four digits.
 *
 * Returns: (transfer full) (nullable): the day as "1943-03-14", or %NULL where it is none
 */
char *
sdm_date_parse (const char *typed)
{
  g_autoptr (GString) spaced = g_string_new (typed);
  g_auto (GStrv) words = NULL;
  const char *parts[3] = { NULL };
  guint       n_parts = 0;
  guint       month;

  g_string_replace (spaced, "\u00a0", " ", 0);
  g_strdelimit (spaced->str, "/.-,", ' ');
  words = g_strsplit (spaced->str, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (n_parts == 3)
        return NULL;
      parts[n_parts++] = words[i];
    }
  if (n_parts != 3)
    return NULL;

  month = strspn (parts[1], "0123456789") == strlen (parts[1]) ? (guint) g_ascii_strtoull (parts[1], NULL, 10) : find_month (parts[1]);
  for (guint i = 0; i < 3; i += 2)
    if (strspn (parts[i], "0123456789") != strlen (parts[i]))
      return NULL;

  if (strlen (parts[0]) == 4)
    return write_day ((guint) g_ascii_strtoull (parts[0], NULL, 10), month, (guint) g_ascii_strtoull (parts[2], NULL, 10));
  if (strlen (parts[2]) != 4)
    return NULL;

  return write_day ((guint) g_ascii_strtoull (parts[2], NULL, 10), month, (guint) g_ascii_strtoull (parts[0], NULL, 10));
}

/**
 * sdm_date_format:
 * @day: such as "1943-03-14"
 *
 * Month names come from the program's own catalogue, so the text is the same
 * whatever the locale of the computer calls a month; on a paper, in the language of the paper.
 *
 * Returns: (transfer full): "14 March 1943" with no-break spaces; @day itself where it is no day
 */
char *
sdm_date_format (const char *day)
{
  GDate date;

  if (!read_day (day, &date))
    return g_strdup (day);

  /* Translators: a day: number, month, year, such as "14 March 1943". The spaces are no-break spaces. */
  return sdm_words_take_digits (g_strdup_printf (_ ("%u\u00a0%s\u00a0%u"), g_date_get_day (&date),
                                                    _ (months[g_date_get_month (&date) - 1]), g_date_get_year (&date)));
}

/**
 * sdm_date_format_with_weekday:
 * @day: such as "2026-12-10"
 *
 * Returns: (transfer full): "Thursday 10 December 2026", which may break after the weekday
 */
char *
sdm_date_format_with_weekday (const char *day)
{
  GDate            date;
  g_autofree char *plain = sdm_date_format (day);

  if (!read_day (day, &date))
    return g_steal_pointer (&plain);

  /* Translators: a weekday and a day, such as "Thursday 10 December 2026" */
  return g_strdup_printf (_ ("%s %s"), _ (weekdays[g_date_get_weekday (&date) - 1]), plain);
}

/**
 * sdm_date_add_months:
 * @day: such as "2026-08-31"
 * @n_months: how many months later
 *
 * Returns: (transfer full) (nullable): the day that many months later; the last of a shorter month
 */
char *
sdm_date_add_months (const char *day,
                     int         n_months)
{
  GDate date;

  if (!read_day (day, &date))
    return NULL;
  g_date_add_months (&date, (guint) n_months);

  return write_day (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}
