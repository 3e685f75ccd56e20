/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-nhs-number.h"

#include <string.h>

/**
 * sdm_nhs_number_normalise:
 * @text: as somebody typed it; spaces and hyphens may stand between the digits
 *
 * Returns: (transfer full) (nullable): the ten digits, or %NULL where there is
 *   anything else in @text
 */
char *
sdm_nhs_number_normalise (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (*p != ' ' && *p != '-')
        return NULL;
    }

  return digits->len == SDM_NHS_NUMBER_DIGITS ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/**
 * sdm_nhs_number_is_valid:
 * @digits: ten digits
 *
 * The tenth digit checks the nine before it: they are weighted 10 to 2, summed,
 * and 11 minus the remainder by 11 must be the tenth (11 stands for 0; 10 cannot
 * be). One digit ten times passes that sum and is refused all the same.
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
gboolean
sdm_nhs_number_is_valid (const char *digits)
{
  guint    sum = 0;
  guint    check;
  gboolean all_the_same = TRUE;

  if (strlen (digits) != SDM_NHS_NUMBER_DIGITS || strspn (digits, "0123456789") != SDM_NHS_NUMBER_DIGITS)
    return FALSE;

  for (guint i = 0; i < SDM_NHS_NUMBER_DIGITS - 1; i++)
    sum += (guint) g_ascii_digit_value (digits[i]) * (10 - i);
  for (guint i = 1; i < SDM_NHS_NUMBER_DIGITS; i++)
    all_the_same = all_the_same && digits[i] == digits[0];
  check = 11 - sum % 11;

  return !all_the_same && check != 10 && check % 11 == (guint) g_ascii_digit_value (digits[SDM_NHS_NUMBER_DIGITS - 1]);
}

/**
 * sdm_nhs_number_is_for_practice:
 *
 * Returns: whether @digits lie in the range 999 000 0000 to 999 999 9999, which
 *   is never given to anybody
 */
gboolean
sdm_nhs_number_is_for_practice (const char *digits)
{
  return g_str_has_prefix (digits, "999");
}

/**
 * sdm_nhs_number_format:
 * @digits: ten digits
 *
 * Returns: (transfer full): as it is printed, with no-break spaces: "999 000 0018"
 */
char *
sdm_nhs_number_format (const char *digits)
{
  g_return_val_if_fail (strlen (digits) == SDM_NHS_NUMBER_DIGITS, NULL);

  return g_strdup_printf ("%.3s\u00a0%.3s\u00a0%s", digits, digits + 3, digits + 6);
}
