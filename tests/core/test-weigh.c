/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-consultation-weigh.h"

#define FRAILTY "hypertension-in-frailty"
#define STATINS "statins-primary-prevention"

/* What an option does about what matters */

typedef struct
{
  const char *aid;
  const char *priority; /* NULL: the person's own */
  const char *option;
  gboolean    not_known;
  const char *start; /* of the text */
  const char *more;  /* somewhere in the rest; NULL: there is none */
} AnswerCase;

static const AnswerCase answer_cases[] = {
  { STATINS, "less-risk", "standard-statin", FALSE, "Over 10 years, 72 of 1,000", "NICE thinks about 60 of 1,000" },
  { STATINS, "less-risk", "lower-statin", TRUE, "We do not know this number on its own", "NICE made this estimate" },
  { STATINS, "no-aches", "standard-statin", FALSE, "Over about 4 years, 271 of 1,000", NULL },
  { STATINS, "no-tests", "standard-statin", FALSE, "", "Order more tablets: 1 time a month" },
  { STATINS, NULL, "standard-statin", TRUE, "We do not know. This is for the two of you to talk about.", NULL },
  { FRAILTY, "fewer-visits", "carry-on", FALSE, "", "Usual kidney blood test: 1 time a year" },
};

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answer_cases); i++)
    {
      const AnswerCase *c = &answer_cases[i];
      g_autoptr (SdmAid) aid = documents_load_aid (c->aid);
      g_autoptr (SdmWeighAnswer) answer =
                     sdm_weigh_answer_new (aid, c->priority != NULL ? sdm_aid_find_priority (aid, c->priority) : NULL,
                                           sdm_aid_find_option (aid, c->option), "risk-100");

      g_test_message ("%s, %s", c->priority, c->option);
      g_assert_true (answer->not_known == c->not_known);
      g_assert_true (g_str_has_prefix (answer->text, c->start));
      if (c->more != NULL)
        g_assert_nonnull (strstr (answer->more, c->more));
      else
        g_assert_null (answer->more);
    }
}

/* Every thing that matters in every shipped aid has an answer for every option. */
static void
test_answers_leave_nothing_empty (void)
{
  static const char *const aids[] = { FRAILTY, STATINS };

  for (gsize i = 0; i < G_N_ELEMENTS (aids); i++)
    {
      g_autoptr (SdmAid) aid = documents_load_aid (aids[i]);
      guint              n_priorities;
      guint              n_options;
      const SdmPriority *priorities = sdm_aid_get_priorities (aid, &n_priorities);
      const SdmOption   *options = sdm_aid_get_options (aid, &n_options);

      for (guint p = 0; p < n_priorities; p++)
        for (guint o = 0; o < n_options; o++)
          {
            g_autoptr (SdmWeighAnswer) answer = sdm_weigh_answer_new (aid, &priorities[p], &options[o], "all");

            g_assert_cmpuint (strlen (answer->text), >, 0);
            g_assert_null (strchr (answer->text, '{'));
          }
    }
}

typedef struct
{
  guint       times;
  const char *per;
  const char *expected;
} TimesCase;

static const TimesCase times_cases[] = {
  { 1, "day", "1 time a day" },
  { 2, "day", "2 times a day" },
  { 3, "week", "3 times a week" },
  { 1, "month", "1 time a month" },
  { 1, "year", "1 time a year" },
  { 3, "first-year", "3 times in the first year" },
  { 1, "step", "1 time at each step" },
  { 2, "course", "2 times in all" },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (times_cases); i++)
    {
      const SdmBurden  burden = { .times = times_cases[i].times, .per = times_cases[i].per };
      g_autofree char *times = sdm_burden_dup_times (&burden);

      g_assert_cmpstr (times, ==, times_cases[i].expected);
    }
}

/* What the person says */

static SdmConsultation *
new_consultation (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (FRAILTY);
  g_autoptr (SdmClock) clock = documents_new_clock ();

  return sdm_consultation_new_for_practice (aid, clock);
}

static void
test_leaning (void)
{
  g_autoptr (SdmConsultation) consultation = new_consultation ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "carry-on"), ==, SDM_NOT_SAID);

  g_assert_true (sdm_consultation_set_leaning (consultation, "carry-on", 0, &error));
  g_assert_true (sdm_consultation_set_leaning (consultation, "one-fewer", 8, &error));
  g_assert_true (sdm_consultation_set_leaning (consultation, "one-fewer", 9, &error));
  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "carry-on"), ==, 0);
  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "one-fewer"), ==, 9);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "weigh/leanings")), ==, 2);

  g_assert_true (sdm_consultation_set_leaning (consultation, "carry-on", SDM_NOT_SAID, &error));
  g_assert_true (sdm_consultation_set_leaning (consultation, "carry-on", SDM_NOT_SAID, &error));
  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "carry-on"), ==, SDM_NOT_SAID);
  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "one-fewer"), ==, 9);

  g_assert_false (sdm_consultation_set_leaning (consultation, "one-fewer", 11, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "one-fewer"), ==, 9);
}

static void
test_burden (void)
{
  g_autoptr (SdmConsultation) consultation = new_consultation ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_consultation_get_burden_text (consultation, "carry-on", "tablets", "says"));
  g_assert_cmpint (sdm_consultation_get_burden_minutes (consultation, "carry-on", "tablets"), ==, SDM_NOT_SAID);

  g_assert_true (sdm_consultation_set_burden_text (consultation, "carry-on", "tablets", "says", "some-trouble", &error));
  g_assert_true (sdm_consultation_set_burden_text (consultation, "one-fewer", "tablets", "says", "no-trouble", &error));
  g_assert_true (sdm_consultation_set_burden_text (consultation, "one-fewer", "tablets", "note", "With breakfast.", &error));
  g_assert_true (sdm_consultation_set_burden_minutes (consultation, "one-fewer", "tablets", 5, &error));
  g_assert_cmpstr (sdm_consultation_get_burden_text (consultation, "carry-on", "tablets", "says"), ==, "some-trouble");
  g_assert_cmpstr (sdm_consultation_get_burden_text (consultation, "one-fewer", "tablets", "note"), ==, "With breakfast.");
  g_assert_cmpint (sdm_consultation_get_burden_minutes (consultation, "one-fewer", "tablets"), ==, 5);

  /* What was said is taken back; the rest stays as long as there is any. */
  g_assert_true (sdm_consultation_set_burden_text (consultation, "one-fewer", "tablets", "says", NULL, &error));
  g_assert_cmpstr (sdm_consultation_get_burden_text (consultation, "one-fewer", "tablets", "note"), ==, "With breakfast.");
  g_assert_true (sdm_consultation_set_burden_text (consultation, "one-fewer", "tablets", "note", "", &error));
  g_assert_true (sdm_consultation_has_burden (consultation, "one-fewer", "tablets"));
  g_assert_true (sdm_consultation_set_burden_minutes (consultation, "one-fewer", "tablets", SDM_NOT_SAID, &error));
  g_assert_true (sdm_consultation_set_burden_minutes (consultation, "one-fewer", "tablets", SDM_NOT_SAID, &error));
  g_assert_false (sdm_consultation_has_burden (consultation, "one-fewer", "tablets"));
  g_assert_cmpint (sdm_consultation_get_burden_minutes (consultation, "one-fewer", "tablets"), ==, SDM_NOT_SAID);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "weigh/day")), ==, 1);
  g_assert_no_error (error);

  g_assert_false (sdm_consultation_set_burden_text (consultation, "one-fewer", "tablets", "says", "fine", &error));
  g_assert_nonnull (error);
  g_assert_false (sdm_consultation_has_burden (consultation, "one-fewer", "tablets"));
}

/* The person's own time, or else the part of the day the aid names, or none. */
static void
test_burden_time (void)
{
  static const struct
  {
    const char *when;
    int         minutes;
  } cases[] = {
    { "morning", 8 * 60 },
    { "midday", 12 * 60 },
    { "afternoon", 15 * 60 },
    { "evening", 18 * 60 },
    { "night", 22 * 60 },
    { "any", SDM_NOT_SAID },
    { "visit", SDM_NOT_SAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdmConsultation) consultation = new_consultation ();
      g_autoptr (GError) error = NULL;
      const SdmBurden burden = { .id = "tablets", .when = cases[i].when };

      g_assert_cmpint (sdm_consultation_get_burden_time (consultation, "carry-on", &burden), ==, cases[i].minutes);
      g_assert_true (sdm_consultation_set_burden_text (consultation, "carry-on", "tablets", "at", "06:15", &error));
      g_assert_cmpint (sdm_consultation_get_burden_time (consultation, "carry-on", &burden), ==, 6 * 60 + 15);
      g_assert_cmpint (sdm_consultation_get_burden_time (consultation, "one-fewer", &burden), ==, cases[i].minutes);
      g_assert_false (sdm_consultation_set_burden_text (consultation, "carry-on", "tablets", "at", "25:00", &error));
      g_assert_nonnull (error);
    }
}

/* Our guess is called so, and gives way to what this person says. */
static void
test_burden_effort (void)
{
  static const struct
  {
    SdmBurden   burden;
    const char *guessed;
    const char *own;
  } cases[] = {
    { { .times = 1, .per = "day", .minutes = 1, .is_estimate = TRUE }, "1 time a day, about 1 minute (our guess)", "1 time a day, 5 minutes for you" },
    { { .times = 2, .per = "week", .minutes = 60 }, "2 times a week, about 60 minutes", "2 times a week, 5 minutes for you" },
    { { .times = 1, .per = "course", .minutes = -1 }, "1 time in all", "1 time in all, 5 minutes for you" },
    { { .times = 0, .per = "day", .minutes = 0, .is_estimate = TRUE }, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdmConsultation) consultation = new_consultation ();
      g_autoptr (GError) error = NULL;
      SdmBurden        burden = cases[i].burden;
      g_autofree char *guessed = NULL;
      g_autofree char *own = NULL;

      burden.id = "tablets";
      guessed = sdm_consultation_dup_burden_effort (consultation, "carry-on", &burden);
      g_assert_cmpstr (guessed, ==, cases[i].guessed);
      g_assert_true (sdm_consultation_set_burden_minutes (consultation, "carry-on", "tablets", 5, &error));
      own = sdm_consultation_dup_burden_effort (consultation, "carry-on", &burden);
      g_assert_cmpstr (own, ==, cases[i].own);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/weigh/answers", test_answers);
  g_test_add_func ("/core/weigh/answers-leave-nothing-empty", test_answers_leave_nothing_empty);
  g_test_add_func ("/core/weigh/times", test_times);
  g_test_add_func ("/core/weigh/leaning", test_leaning);
  g_test_add_func ("/core/weigh/burden", test_burden);
  g_test_add_func ("/core/weigh/burden-time", test_burden_time);
  g_test_add_func ("/core/weigh/burden-effort", test_burden_effort);

  return g_test_run ();
}
