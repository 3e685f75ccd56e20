/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-nhs-number.h"

typedef struct
{
  const char *typed;
  const char *digits; /* NULL: not ten digits */
  gboolean    valid;
  gboolean    for_practice;
} NumberCase;

static const NumberCase number_cases[] = {
  { "9990000018", "9990000018", TRUE, TRUE },
  { "9990000026", "9990000026", TRUE, TRUE },
  { "9990000034", "9990000034", TRUE, TRUE },
  { "9990000042", "9990000042", TRUE, TRUE },
  { "9990000050", "9990000050", TRUE, TRUE },
  { "9990000069", "9990000069", TRUE, TRUE },
  { "9990000077", "9990000077", TRUE, TRUE },
  { "9990000085", "9990000085", TRUE, TRUE },
  { "9990000093", "9990000093", TRUE, TRUE },
  { "9990000107", "9990000107", TRUE, TRUE },
  { "9990000115", "9990000115", TRUE, TRUE },
  { "9990000123", "9990000123", TRUE, TRUE },
  { "9434765919", "9434765919", TRUE, FALSE },
  { "9434765918", "9434765918", FALSE, FALSE },
  { "943 476 5919", "9434765919", TRUE, FALSE },
  { "943-476-5919", "9434765919", TRUE, FALSE },
  { " 943 4765919 ", "9434765919", TRUE, FALSE },
  { "9434765991", "9434765991", FALSE, FALSE }, /* two digits swapped */
  { "943476591", NULL, FALSE, FALSE },
  { "94347659190", NULL, FALSE, FALSE },
  { "", NULL, FALSE, FALSE },
  { " - ", NULL, FALSE, FALSE },
  { "943.476.5919", NULL, FALSE, FALSE },
  { "943476591X", NULL, FALSE, FALSE },
  { "943\u00a0476\u00a05919", NULL, FALSE, FALSE },
  { "٩٤٣٤٧٦٥٩١٩", NULL, FALSE, FALSE },
};

static void
test_number (gconstpointer data)
{
  const NumberCase *c = data;
  g_autofree char  *digits = sdm_nhs_number_normalise (c->typed);

  g_assert_cmpstr (digits, ==, c->digits);
  if (digits == NULL)
    return;
  g_assert_true (sdm_nhs_number_is_valid (digits) == c->valid);
  g_assert_true (sdm_nhs_number_is_for_practice (digits) == c->for_practice);
}

/* Ten times the same digit passes the arithmetic and is no number all the same. */
static void
test_repeated_digits (void)
{
  for (char digit = '0'; digit <= '9'; digit++)
    {
      char digits[SDM_NHS_NUMBER_DIGITS + 1] = { 0 };

      for (guint i = 0; i < SDM_NHS_NUMBER_DIGITS; i++)
        digits[i] = digit;
      g_assert_false (sdm_nhs_number_is_valid (digits));
    }
}

/* Every stem has at most one check digit, and these two have none, as 10 cannot be written. */
static void
test_check_digit (void)
{
  static const struct
  {
    const char *stem;
    guint       n_valid;
  } stems[] = {
    { "999000000", 0 },
    { "999000014", 0 },
    { "999000001", 1 },
    { "943476591", 1 },
  };

  for (guint s = 0; s < G_N_ELEMENTS (stems); s++)
    {
      guint n_valid = 0;

      for (guint digit = 0; digit < 10; digit++)
        {
          g_autofree char *digits = g_strdup_printf ("%s%u", stems[s].stem, digit);

          n_valid += sdm_nhs_number_is_valid (digits) ? 1 : 0;
        }
      g_assert_cmpuint (n_valid, ==, stems[s].n_valid);
    }
}

static void
test_not_ten_digits (void)
{
  g_assert_false (sdm_nhs_number_is_valid (""));
  g_assert_false (sdm_nhs_number_is_valid ("999000001"));
  g_assert_false (sdm_nhs_number_is_valid ("99900000180"));
  g_assert_false (sdm_nhs_number_is_valid ("999 000 0018"));
}

static void
test_practice_range (void)
{
  g_assert_true (sdm_nhs_number_is_for_practice ("9990000000"));
  g_assert_true (sdm_nhs_number_is_for_practice ("9999999999"));
  g_assert_false (sdm_nhs_number_is_for_practice ("9989999999"));
  g_assert_false (sdm_nhs_number_is_for_practice ("0999000001"));
}

static void
test_format (void)
{
  g_autofree char *printed = sdm_nhs_number_format ("9990000018");

  g_assert_cmpstr (printed, ==, "999\u00a0000\u00a00018");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/nhs-number/typed/%zu", i);

      g_test_add_data_func (path, &number_cases[i], test_number);
    }
  g_test_add_func ("/core/nhs-number/repeated-digits", test_repeated_digits);
  g_test_add_func ("/core/nhs-number/check-digit", test_check_digit);
  g_test_add_func ("/core/nhs-number/not-ten-digits", test_not_ten_digits);
  g_test_add_func ("/core/nhs-number/practice-range", test_practice_range);
  g_test_add_func ("/core/nhs-number/format", test_format);

  return g_test_run ();
}
