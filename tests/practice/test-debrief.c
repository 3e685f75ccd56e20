/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include "sdm-consultation-options.h"
#include "sdm-consultation-plan.h"
#include "sdm-debrief.h"
#include "sdm-option-names.h"

/* Every shipped case is talked through well and badly, and what is said of the two afterwards differs as it should. */

typedef struct
{
  SdmCase         *example;
  SdmAid          *aid;
  SdmConsultation *consultation;
  SdmTalk         *talk;
  SdmDebrief      *debrief;
} Run;

static void
begin (Run        *run,
       const char *path)
{
  run->example = talks_load_case (path);
  run->aid = talks_load_aid (run->example);
  run->consultation = sdm_case_get_consultation (run->example, run->aid);
  run->talk = sdm_talk_new (run->example, run->aid, 0);
}

static void
end (Run *run)
{
  run->debrief = sdm_debrief_new (run->talk, run->consultation);
}

static void
clear (Run *run)
{
  g_clear_pointer (&run->debrief, sdm_debrief_free);
  g_clear_object (&run->talk);
  g_clear_object (&run->consultation);
  g_clear_object (&run->aid);
  g_clear_object (&run->example);
}

static json_t *
get_part (Run        *run,
          const char *path)
{
  return sdm_json_get (sdm_json_text_get_root (sdm_case_get_text (run->example)), path);
}

static const char *
find_how (Run        *run,
          const char *how)
{
  json_t *fit;
  size_t  i;

  json_array_foreach (get_part (run, "persona/fits"), i, fit)
    if (g_strcmp0 (json_string_value (json_object_get (fit, "how")), how) == 0)
      return json_string_value (json_object_get (fit, "option"));

  return NULL;
}

/* A case may have none that fits well, or none that fits poorly: then one that fits if something is seen to. */
static const char *
find_fit (Run        *run,
          const char *how)
{
  const char *found = find_how (run, how);

  return found != NULL ? found : find_how (run, "if");
}

static void
choose (Run        *run,
        const char *option)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_result (run->consultation, run->aid, "decided", &error);
  g_assert_no_error (error);
  sdm_consultation_choose_option (run->consultation, run->aid, option, TRUE, &error);
  g_assert_no_error (error);
}

static void
show_outcomes (Run          *run,
               SdmTalkFrames frames,
               guint         most)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (run->aid, &n_outcomes);

  for (guint i = 0; i < MIN (most, n_outcomes); i++)
    {
      SdmTalkFigure figure = { .outcome = outcomes[i].id, .frames = frames };

      g_assert_nonnull (sdm_talk_show_figure (run->talk, &figure, NULL));
      if (i % 2 == 1)
        sdm_talk_say (run->talk, "What do you make of that?");
    }
}

/* Asks for each topic that good practice here is to ask for. */
static void
ask_for_topics (Run *run)
{
  json_t *practice;
  json_t *topic;
  size_t  p;
  size_t  t;

  json_array_foreach (get_part (run, "good_practice"), p, practice)
    {
      const char *wanted = json_string_value (sdm_json_get (practice, "seen_by/topic_asked"));

      json_array_foreach (get_part (run, "persona/topics"), t, topic)
        if (g_strcmp0 (json_string_value (json_object_get (topic, "id")), wanted) == 0)
          sdm_talk_say (run->talk, json_string_value (json_array_get (json_object_get (topic, "examples"), 0)));
    }
}

/* All of it, in equal parts. */
static void
run_well (Run        *run,
          const char *path)
{
  guint            n_options;
  const SdmOption *options;

  begin (run, path);
  talks_play_well (run->talk, 0);
  ask_for_topics (run);
  options = sdm_aid_get_options (run->aid, &n_options);
  sdm_consultation_open_options (run->consultation, run->aid);
  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *words = g_strdup_printf ("One way is this: %s.", options[i].title);

      sdm_talk_set_seconds (run->talk, sdm_talk_get_seconds (run->talk) + 60);
      sdm_talk_say (run->talk, words);
      sdm_talk_say (run->talk, "What do you think of that?");
    }
  show_outcomes (run, SDM_TALK_FRAMES_BOTH, G_MAXUINT);
  sdm_talk_say (run->talk, "To see if I made it clear: can you tell me in your own words what we have agreed?");
  choose (run, find_fit (run, "well"));
  end (run);
}

/* One option only, one frame only, and what fits least. */
static void
run_badly (Run        *run,
           const char *path)
{
  const char      *wrong;
  g_autofree char *words = NULL;

  begin (run, path);
  talks_play_badly (run->talk);
  wrong = find_fit (run, "poorly");
  words = g_strdup_printf ("You should choose this, and nothing else, because it is what I give to everybody who comes with it: %s.", sdm_aid_find_option (run->aid, wrong)->title);
  sdm_talk_set_seconds (run->talk, 60);
  sdm_talk_say (run->talk, words);
  show_outcomes (run, SDM_TALK_FRAMES_HAPPENS, 1);
  choose (run, wrong);
  end (run);
}

static guint
count_found (const SdmDebrief *debrief)
{
  guint n = 0;

  for (guint i = 0; i < debrief->hidden->len; i++)
    n += g_array_index (debrief->hidden, SdmDebriefHidden, i).is_found;

  return n;
}

static guint
count_seen (const SdmDebrief *debrief,
            SdmDebriefSeen    seen)
{
  guint n = 0;

  for (guint i = 0; i < debrief->practices->len; i++)
    n += g_array_index (debrief->practices, SdmDebriefPractice, i).seen == seen;

  return n;
}

static void
assert_shares (const SdmDebrief *debrief)
{
  guint words = 0;
  guint seconds = 0;
  guint figures = 0;

  for (guint i = 0; i < debrief->options->len; i++)
    {
      const SdmDebriefOption *option = &g_array_index (debrief->options, SdmDebriefOption, i);

      words += option->words_share;
      seconds += option->seconds_share;
      figures += option->figures_share;
    }
  g_assert_cmpuint (words, ==, 100);
  g_assert_cmpuint (seconds, ==, 100);
  g_assert_true (figures == 100 || figures == 0);
}

static void
test_well (gconstpointer path)
{
  Run         run = { NULL };
  SdmDebrief *debrief;

  run_well (&run, path);
  debrief = run.debrief;
  g_assert_cmpuint (count_found (debrief), ==, debrief->hidden->len);
  for (guint i = 0; i < debrief->hidden->len; i++)
    g_assert_cmpint (g_array_index (debrief->hidden, SdmDebriefHidden, i).turn, >, 0);
  g_assert_cmpuint (debrief->options_not_shown->len, ==, 0);
  for (guint i = 0; i < debrief->options->len; i++)
    if (g_array_index (debrief->options, SdmDebriefOption, i).words == 0 || g_array_index (debrief->options, SdmDebriefOption, i).seconds == 0)
      g_error ("“%s” was named and did not count", g_array_index (debrief->options, SdmDebriefOption, i).title);
  assert_shares (debrief);
  for (guint i = 0; i < debrief->outcomes->len; i++)
    g_assert_true (g_array_index (debrief->outcomes, SdmDebriefOutcome, i).with_both_frames);
  g_assert_cmpuint (debrief->fits->len, ==, 1);
  g_assert_cmpstr (g_array_index (debrief->fits, SdmDebriefFit, 0).how, ==, find_how (&run, "well") != NULL ? "well" : "if");
  g_assert_cmpuint (debrief->fits->len + debrief->other_fits->len, ==, debrief->options->len);
  g_assert_true (debrief->role_asked && debrief->told_back && debrief->twist_came);
  g_assert_cmpuint (debrief->n_open, >, debrief->n_closed);
  g_assert_cmpuint (debrief->n_hurt, ==, 0);
  clear (&run);
}

static void
test_badly (gconstpointer path)
{
  Run         run = { NULL };
  Run         good = { NULL };
  SdmDebrief *debrief;
  guint       most = 0;

  run_badly (&run, path);
  run_well (&good, path);
  debrief = run.debrief;
  g_assert_cmpuint (count_found (debrief), ==, 0);
  for (guint i = 0; i < debrief->hidden->len; i++)
    g_assert_nonnull (g_array_index (debrief->hidden, SdmDebriefHidden, i).question);
  g_assert_cmpuint (debrief->options_not_shown->len, ==, debrief->options->len);
  for (guint i = 0; i < debrief->options->len; i++)
    if (g_array_index (debrief->options, SdmDebriefOption, i).words_share > g_array_index (debrief->options, SdmDebriefOption, most).words_share)
      most = i;
  g_assert_cmpstr (g_array_index (debrief->options, SdmDebriefOption, most).id, ==, find_fit (&run, "poorly"));
  assert_shares (debrief);
  g_assert_true (g_array_index (debrief->outcomes, SdmDebriefOutcome, 0).is_shown);
  g_assert_false (g_array_index (debrief->outcomes, SdmDebriefOutcome, 0).with_both_frames);
  g_assert_cmpuint (debrief->fits->len, ==, 1);
  g_assert_cmpstr (g_array_index (debrief->fits, SdmDebriefFit, 0).how, !=, "well");
  g_assert_false (debrief->told_back);
  g_assert_cmpuint (debrief->jargon->len, >, 0);
  g_assert_cmpuint (debrief->n_talked_at, >, 0);
  g_assert_cmpuint (count_seen (debrief, SDM_DEBRIEF_SEEN), <, count_seen (good.debrief, SDM_DEBRIEF_SEEN));
  clear (&run);
  clear (&good);
}

/* What would have been told to which question, at each moment of the good run. */
static void
test_chances (gconstpointer path)
{
  Run     run = { NULL };
  guint   n_turns;
  guint   before = G_MAXUINT;
  GArray *at_first = NULL;

  run_well (&run, path);
  n_turns = g_list_model_get_n_items (sdm_talk_get_turns (run.talk));
  g_assert_cmpuint (run.debrief->moments->len, ==, n_turns);
  at_first = sdm_debrief_list_chances (run.talk, 0);
  g_assert_cmpuint (at_first->len, ==, run.debrief->hidden->len);
  for (guint i = 0; i < at_first->len; i++)
    g_assert_cmpstr (g_array_index (at_first, SdmDebriefChance, i).answer, !=, "");
  g_array_unref (at_first);
  /* As things come out, less is left to ask for. */
  for (guint i = 1; i < n_turns; i += MAX (1, MIN (n_turns / 2, n_turns - 1 - i)))
    {
      g_autoptr (GArray) chances = sdm_debrief_list_chances (run.talk, i);

      g_assert_cmpuint (chances->len, <=, before);
      before = chances->len;
    }
  g_assert_cmpuint (before, ==, 0);
  clear (&run);
}

/* The formula, on one aid */

static void
say_at (SdmTalk    *talk,
        guint       seconds,
        const char *text)
{
  sdm_talk_set_seconds (talk, seconds);
  sdm_talk_say (talk, text);
}

static const SdmDebriefOption *
find_option (const SdmDebrief *debrief,
             const char       *id)
{
  for (guint i = 0; i < debrief->options->len; i++)
    if (g_str_equal (g_array_index (debrief->options, SdmDebriefOption, i).id, id))
      return &g_array_index (debrief->options, SdmDebriefOption, i);
  g_error ("there is no option “%s”", id);
}

static void
assert_option (const SdmDebrief *debrief,
               const char       *id,
               guint             words,
               guint             words_share,
               guint             seconds)
{
  const SdmDebriefOption *option = find_option (debrief, id);

  g_assert_cmpuint (option->words, ==, words);
  g_assert_cmpuint (option->words_share, ==, words_share);
  g_assert_cmpuint (option->seconds, ==, seconds);
}

static void
test_balance (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("five-good-years", 0);
  g_autoptr (SdmDebrief) debrief = NULL;
  SdmTalkFigure gel = { .outcome = "gel-pain", .frames = SDM_TALK_FRAMES_BOTH };

  /* Two sentences: 6 words about one, 4 about none. */
  say_at (talk, 30, "A gel goes on the knee. What of that?");
  /* 9 words for two of them, so 4½ each. */
  say_at (talk, 50, "You could have gel, or an operation: knee replacement.");
  /* Another word for it, out of the word list; and nobody looks for ten minutes. */
  say_at (talk, 650, "Cortisone is quick.");
  sdm_talk_show_figure (talk, &gel, NULL);
  say_at (talk, 690, "Take your time.");
  debrief = sdm_debrief_new (talk, NULL);

  assert_option (debrief, "gel", 11, 58, 30 + 10 + 40);
  assert_option (debrief, "replacement", 5, 25, 10);
  assert_option (debrief, "injection", 3, 17, 120);
  assert_option (debrief, "as-now", 0, 0, 0);
  g_assert_cmpuint (find_option (debrief, "gel")->figures, ==, 1);
  g_assert_cmpuint (find_option (debrief, "gel")->figures_share, ==, 100);
  g_assert_cmpuint (debrief->seconds, ==, 690);
}

/* The time before nothing was said is nobody's. */
static void
test_silent (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("five-good-years", 0);
  g_autoptr (SdmDebrief) debrief = sdm_debrief_new (talk, NULL);

  for (guint i = 0; i < debrief->options->len; i++)
    g_assert_cmpuint (g_array_index (debrief->options, SdmDebriefOption, i).words_share, ==, 0);
  g_assert_cmpuint (debrief->moments->len, ==, 1);
  g_assert_null (debrief->result);
  g_assert_cmpuint (debrief->fits->len, ==, 0);
  g_assert_cmpuint (debrief->other_fits->len, ==, debrief->options->len);
  g_assert_false (debrief->letter_was_checked);
}

static void
test_moments (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmDebrief) debrief = NULL;
  const SdmDebriefMoment *moment;

  sdm_talk_enter_step (talk, "people");
  say_at (talk, 61, "Are you afraid of falling?");
  sdm_talk_enter_step (talk, "matters");
  sdm_talk_say (talk, "Take your time.");
  sdm_talk_say (talk, "I see.");
  sdm_talk_say (talk, "What are you afraid of?");
  debrief = sdm_debrief_new (talk, NULL);

  g_assert_cmpuint (debrief->moments->len, ==, 7);
  moment = &g_array_index (debrief->moments, SdmDebriefMoment, 2);
  g_assert_cmpuint (moment->seconds, ==, 61);
  g_assert_cmpstr (moment->step, ==, "people");
  g_assert_true (g_str_has_prefix (moment->before, "Morning, Doctor."));
  moment = &g_array_index (debrief->moments, SdmDebriefMoment, 4);
  g_assert_cmpstr (moment->step, ==, "matters");
  /* Hinted at first, and found later: found it is. */
  for (guint i = 0; i < debrief->hidden->len; i++)
    {
      const SdmDebriefHidden *hidden = &g_array_index (debrief->hidden, SdmDebriefHidden, i);

      if (!g_str_equal (hidden->id, "care-home"))
        continue;
      g_assert_true (hidden->is_found);
      g_assert_false (hidden->is_hinted);
      g_assert_cmpint (hidden->turn, ==, 6);
    }
}

/* Who makes room has asked nothing. */
static void
test_kinds (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmDebrief) debrief = NULL;

  sdm_talk_say (talk, "Take your time.");
  sdm_talk_say (talk, "Thank you.");
  sdm_talk_say (talk, "Any falls");
  sdm_talk_say (talk, "Hello, are you well?");
  sdm_talk_say (talk, "What happened?");
  debrief = sdm_debrief_new (talk, NULL);
  g_assert_cmpuint (debrief->n_statements, ==, 2);
  g_assert_cmpuint (debrief->n_closed, ==, 2);
  g_assert_cmpuint (debrief->n_open, ==, 1);
}

static void
test_letter (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmDebrief) debrief = sdm_debrief_new (talk, NULL);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (findings, g_strdup ("A sentence of 40 words."));
  sdm_debrief_take_letter (debrief, findings);
  g_assert_true (debrief->letter_was_checked);
  g_assert_cmpuint (debrief->letter_findings->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/debrief/balance", test_balance);
  g_test_add_func ("/practice/debrief/silent", test_silent);
  g_test_add_func ("/practice/debrief/moments", test_moments);
  g_test_add_func ("/practice/debrief/kinds", test_kinds);
  g_test_add_func ("/practice/debrief/letter", test_letter);
  paths = talks_list_some_cases ();
  for (guint i = 0; i < paths->len; i++)
    {
      const char      *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *well = g_strdup_printf ("/practice/debrief/well/%s", name);
      g_autofree char *badly = g_strdup_printf ("/practice/debrief/badly/%s", name);
      g_autofree char *chances = g_strdup_printf ("/practice/debrief/chances/%s", name);

      g_test_add_data_func (well, path, test_well);
      g_test_add_data_func (badly, path, test_badly);
      g_test_add_data_func (chances, path, test_chances);
    }

  return g_test_run ();
}
