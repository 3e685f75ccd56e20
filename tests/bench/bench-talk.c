/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include "sdm-talk.h"

/*
 * The slowest answer of a made-up patient: to each question card of a case, and to the longest question
 * that can be asked, in words that are there and in words that are not; against the time that it may take.
 */

#define CASE "decision-aids/hypertension-in-frailty/cases/dog-walk.json"
#define AID  "decision-aids/hypertension-in-frailty/aid.json"

#define MOST_ANSWER 100.0

static SdmCase *
load_case (const BenchArguments *arguments)
{
  g_autoptr (GBytes) bytes = bench_load (arguments, CASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, CASE, &error);
  SdmCase *example = text != NULL ? sdm_case_new_from_text (text, NULL, &error) : NULL;

  if (example == NULL)
    g_error ("%s", error->message);

  return example;
}

static SdmAid *
load_aid (const BenchArguments *arguments)
{
  g_autoptr (GBytes) bytes = bench_load (arguments, AID);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_new_from_bytes (bytes, AID, &error);

  if (aid == NULL)
    g_error ("%s", error->message);

  return aid;
}

static char *
repeat (const char *words)
{
  GString *text = g_string_new (NULL);

  while (text->len < SDM_HEARD_MOST)
    g_string_append (text, words);
  g_string_truncate (text, SDM_HEARD_MOST);

  return g_string_free (text, FALSE);
}

static double
say (SdmTalk    *talk,
     const char *text)
{
  const double start = bench_now ();

  sdm_talk_say (talk, text);

  return bench_now () - start;
}

static double
find_slowest (SdmCase *example,
              SdmAid  *aid)
{
  static const char *const long_words[] = { "What do you do with the dog on the hill? ", "xyzzy ", "fallls tablts dgo hert " };
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, 0);
  guint                 n_cards;
  const SdmPersonaCard *cards = sdm_talk_get_cards (talk, &n_cards);
  double                slowest = 0;

  for (guint i = 0; i < n_cards; i++)
    slowest = MAX (slowest, say (talk, cards[i].text));
  for (gsize i = 0; i < G_N_ELEMENTS (long_words); i++)
    {
      g_autofree char *text = repeat (long_words[i]);

      slowest = MAX (slowest, say (talk, text));
    }

  return slowest;
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  g_autoptr (SdmCase) example = load_case (&arguments);
  g_autoptr (SdmAid) aid = load_aid (&arguments);

  for (guint i = 0; i < arguments.repetitions; i++)
    bench_print ("answer", find_slowest (example, aid), MOST_ANSWER);

  return 0;
}
