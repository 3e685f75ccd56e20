/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"

/* How easy a letter is to read, and whom it speaks to. */

static const char *const names[] = { "decided", "statins-decided", "not-yet", "no-thank-you", "just-started", "half-typed" };

/* The part for the reader, from greeting to signature. */
static char *
cut_letter (const char *twin)
{
  const char *start = strstr (twin, "\nDear ");
  const char *end = strstr (twin, "\nYours sincerely");

  g_assert_nonnull (start);
  g_assert_nonnull (end);

  return g_strndup (start + 1, (gsize) (end - start));
}

/* How it reads */

static guint
count_vowel_groups (const char *word)
{
  guint    n = 0;
  gboolean is_in_group = FALSE;

  for (const char *p = word; *p != '\0'; p++)
    {
      gboolean is_vowel = strchr ("aeiouy", *p) != NULL;

      n += is_vowel && !is_in_group ? 1 : 0;
      is_in_group = is_vowel;
    }

  return n;
}

static gboolean
ends_with_any (const char        *word,
               const char *const *ends)
{
  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;

  return FALSE;
}

/* By the rules of the letter design: a number has one syllable, a silent e none. */
static guint
count_syllables (const char *word)
{
  static const char *const with_e[] = { "le", "ee", NULL };
  static const char *const with_ed[] = { "ted", "ded", NULL };
  static const char *const with_es[] = { "ses", "zes", "ches", "shes", "ces", "ges", "les", NULL };
  g_autofree char         *low = g_utf8_strdown (word, -1);
  guint                    n;

  if (strpbrk (low, "0123456789") != NULL)
    return 1;
  n = count_vowel_groups (low);
  if (n > 1 && g_str_has_suffix (low, "e") && !ends_with_any (low, with_e))
    n--;
  else if (n > 1 && g_str_has_suffix (low, "ed") && !ends_with_any (low, with_ed))
    n--;
  else if (n > 1 && g_str_has_suffix (low, "es") && !ends_with_any (low, with_es))
    n--;
  if (strstr (low, "ia") != NULL || strstr (low, "uou") != NULL || g_str_has_suffix (low, "ying"))
    n++;

  return MAX (n, 1);
}

typedef struct
{
  guint words;
  guint sentences;
  guint syllables;
  guint longest;
} Reading;

static void
read_sentence (Reading    *reading,
               const char *sentence)
{
  static const char *const names_of_people[] = {
    "Mr", "Mrs", "Miss", "Dr", "Arthur", "Pell", "Tess", "Ted", "Amina", "Rowe", "Tom", "Bevan", "Fellside", "Colin", "Mabey",
    "Nadia", "Rahim", "Keith", "Keith's", "Lily", "Exampleton", "Doxazosin", "doxazosin", "Ramipril", "ramipril", "Amlodipine",
    "Atorvastatin", NULL
  };
  g_auto (GStrv) words = g_regex_split_simple ("[^A-Za-z0-9’']+", sentence, 0, 0);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_strv_contains (names_of_people, words[i]))
        continue;
      n++;
      reading->syllables += count_syllables (words[i]);
    }
  reading->words += n;
  reading->sentences += n > 0 ? 1 : 0;
  if (n > 25)
    g_test_message ("%u words: %s", n, sentence);
  reading->longest = MAX (reading->longest, n);
}

static void
test_reading_ease (gconstpointer data)
{
  g_autofree char *twin = letter_case_load_twin (data);
  g_autofree char *letter = cut_letter (twin);
  g_auto (GStrv) lines = g_strsplit (letter, "\n", -1);
  Reading reading = { 0 };
  double  ease;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup (lines[i]);
      g_auto (GStrv) sentences = NULL;
      g_autoptr (GRegex) mark = g_regex_new ("^(\\d+\\. |- |Part \\d+ of \\d+: )", 0, 0, NULL);
      g_autofree char *bare = g_regex_replace_literal (mark, line, -1, 0, "", 0, NULL);

      sentences = g_regex_split_simple ("(?<=[.!?]|for this:)[”’]?\\s+", bare, 0, 0);
      for (guint s = 0; sentences[s] != NULL; s++)
        read_sentence (&reading, sentences[s]);
    }

  ease = 206.835 - 1.015 * reading.words / reading.sentences - 84.6 * reading.syllables / reading.words;
  g_test_message ("%s: reading ease %.1f, longest sentence %u words, mean %.1f", (const char *) data, ease, reading.longest,
                  (double) reading.words / reading.sentences);
  g_assert_cmpfloat (ease, >=, 80.0);
  g_assert_cmpuint (reading.longest, <=, 25);
}

/* Never "he" or "she" of the reader; the box for the GP may hold notes about them. */
static void
test_no_third_person (gconstpointer data)
{
  g_autofree char *twin = letter_case_load_twin (data);
  char            *box = g_strrstr (twin, "your GP");

  if (box != NULL)
    *box = '\0';
  g_assert_false (g_regex_match_simple ("\\b(he|she|his|her|hers|him)\\b", twin, G_REGEX_CASELESS, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *person = g_strconcat ("/letter/reading/second-person/", names[i], NULL);

      g_test_add_data_func (person, names[i], test_no_third_person);
    }
  g_test_add_data_func ("/letter/reading/ease/decided", "decided", test_reading_ease);
  g_test_add_data_func ("/letter/reading/ease/statins-decided", "statins-decided", test_reading_ease);

  return g_test_run ();
}
