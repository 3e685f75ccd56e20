/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"

/* Numbers in a letter: all that were shown and kept, and no other. */

static const char *const names[] = { "decided", "statins-decided", "not-yet", "no-thank-you", "just-started", "half-typed" };

/* Numbers: none that was not shown */

/* Every run of digits, with separators of thousands and leading zeros taken out. */
static void
collect_numbers (const char *text,
                 GHashTable *numbers)
{
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (number, *p);
      else if (*p != ',' || number->len == 0 || !g_ascii_isdigit (p[1]))
        {
          const char *bare = number->str;

          while (*bare == '0' && bare[1] != '\0')
            bare++;
          if (number->len > 0)
            g_hash_table_add (numbers, g_strdup (bare));
          g_string_truncate (number, 0);
        }
      if (*p == '\0')
        break;
    }
}

/* The other frame of a range that was shown. */
static void
collect_other_frames (SdmConsultation *consultation,
                      GHashTable      *numbers)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (consultation, "risks/figures"), i, figure)
    {
      json_int_t denominator = json_integer_value (json_object_get (figure, "denominator"));

      g_hash_table_add (numbers, g_strdup_printf ("%" JSON_INTEGER_FORMAT, denominator - json_integer_value (json_object_get (figure, "low"))));
      g_hash_table_add (numbers, g_strdup_printf ("%" JSON_INTEGER_FORMAT, denominator - json_integer_value (json_object_get (figure, "high"))));
    }
}

/* Takes out what counts the letter's own parts. */
static char *
strip_counters (const char *twin)
{
  g_autoptr (GRegex) counters = g_regex_new ("^(Part \\d+ of \\d+:|Picture \\d+:|\\d+\\. |- (Picture \\d+(; )?)+)|^Letter .*$|^NHS number .*$|111 when we are closed|or 111|Call 999",
                                             G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (counters, twin, -1, 0, "", 0, NULL);
}

static void
test_numbers (gconstpointer data)
{
  const char *name = data;
  g_autoptr (SdmConsultation) consultation = letter_case_load (name);
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  g_autofree char *twin = letter_case_write_twin (consultation);
  g_autofree char *text = strip_counters (twin);
  g_autofree char *path = letter_case_build_aid_path (sdm_consultation_get_aid_id (consultation));
  g_autofree char *aid = NULL;
  g_autofree char *record = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       number;

  g_assert_true (g_file_get_contents (path, &aid, NULL, NULL));
  collect_numbers (record, known);
  collect_numbers (aid, known);
  collect_other_frames (consultation, known);
  collect_numbers (text, printed);

  g_assert_cmpuint (g_hash_table_size (printed), >, 0);
  g_hash_table_iter_init (&iter, printed);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (!g_hash_table_contains (known, number))
      g_error ("%s: the letter prints %s, which was not shown", name, (const char *) number);
}

/* Each unknown, range and rare count is told in words of its own, in both frames. */
static void
test_rare_harm (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autofree char *twin = NULL;
  g_autoptr (json_t) figures = json_deep_copy (sdm_consultation_peek (consultation, "risks/figures"));
  json_t *first = json_array_get (figures, 0);

  json_object_del (first, "n");
  json_object_set_new (first, "under_one", json_true ());
  g_assert_true (sdm_consultation_take_value (consultation, "risks/figures", json_incref (figures), NULL));
  twin = letter_case_write_twin (consultation);
  g_assert_nonnull (strstr (twin, "\n- Carry on with all tablets: Fewer than 1 in 100: Under 150; Nearly all, more than 99 in 100: 150 or more.\n"));
}

/* What was shown but kept out of the letter is not printed, and needs no source. */
static void
test_figures_left_out (void)
{
  g_autofree char *twin = letter_case_load_twin ("no-thank-you");

  g_assert_null (strstr (twin, "Picture 1"));
  g_assert_null (strstr (twin, "88"));
  g_assert_null (strstr (twin, "OPTIMISE"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *numbers = g_strconcat ("/letter/figures/numbers/", names[i], NULL);

      g_test_add_data_func (numbers, names[i], test_numbers);
    }
  g_test_add_func ("/letter/figures/rare-harm", test_rare_harm);
  g_test_add_func ("/letter/figures/figures-left-out", test_figures_left_out);

  return g_test_run ();
}
