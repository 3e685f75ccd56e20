/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "sdm-aid-check-effect.h"
#include "sdm-aid-check-words.h"

/*
 * Answers questions about numbers and words, one a line, so that a test can compare the answers
 * with those of another implementation.
 *
 *     effect JSON EVENTS OF DENOMINATOR   people that follow from the effect on a baseline of EVENTS in OF
 *     round DECIMAL PLACES                the decimal, rounded half up
 *     words TEXT                          words, sentences, syllables, figures, longest sentence
 *     numbers TEXT                        each number, and how many there are
 *
 * usage: aid-check-answers < QUESTIONS
 */

static void
answer_effect (char **words)
{
  json_t  *effect = json_loads (words[1], 0, NULL);
  SdmRatio baseline = { 0, 1 };
  SdmRatio people = { 0, 1 };
  SdmRatio of = { 1, 1 };
  gint64   rounded = 0;

  if (sdm_ratio_set (&baseline, g_ascii_strtoll (words[2], NULL, 10), g_ascii_strtoll (words[3], NULL, 10)) &&
      sdm_ratio_set (&of, g_ascii_strtoll (words[4], NULL, 10), 1) &&
      sdm_effect_work_out (effect, SDM_EFFECT_VALUE, &baseline, NULL, &people) && sdm_ratio_multiply (&people, &people, &of) &&
      sdm_ratio_round (&people, 0, &rounded))
    {
      g_autofree char *exact = sdm_ratio_format (&people, 4);

      printf ("%" G_GINT64_FORMAT " %s\n", rounded, exact);
    }
  else
    puts ("-");
  json_decref (effect);
}

static void
answer_round (char **words)
{
  SdmRatio         number = { 0, 1 };
  g_autofree char *rounded = NULL;

  if (!sdm_ratio_parse (&number, words[1]))
    {
      puts ("-");
      return;
    }
  rounded = sdm_ratio_format (&number, (guint) g_ascii_strtoull (words[2], NULL, 10));
  puts (rounded);
}

static void
answer_words (SdmWords   *dictionary,
              const char *text)
{
  SdmProse prose;

  sdm_words_read (dictionary, text, &prose);
  printf ("%u %u %u %u %u\n", prose.words, prose.sentences, prose.syllables, prose.figures, prose.longest);
}

static void
answer_numbers (const char *text)
{
  const char  *start;
  SdmNumberKey key;
  guint        n = 0;

  for (const char *p = text; (p = sdm_number_find (p, &start, &key)) != NULL; n++)
    printf ("%.*s ", (int) (p - start), start);
  printf ("%u\n", n);
}

int
main (void)
{
  g_autoptr (SdmWords) dictionary = sdm_words_new ();
  static const char *const no_names[] = { NULL };
  char                    *line = NULL;
  size_t                   size = 0;
  ssize_t                  length;

  sdm_words_leave_out (dictionary, no_names);
  while ((length = getline (&line, &size, stdin)) > 0)
    {
      g_auto (GStrv) words = NULL;

      line[length - 1] = '\0';
      words = g_strsplit (line, "\t", -1);
      if (g_str_equal (words[0], "effect"))
        answer_effect (words);
      else if (g_str_equal (words[0], "round"))
        answer_round (words);
      else if (g_str_equal (words[0], "words"))
        answer_words (dictionary, words[1]);
      else
        answer_numbers (words[1]);
    }
  free (line);

  return 0;
}
