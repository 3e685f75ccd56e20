/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include <string.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-plan.h"
#include "sdm-core-error.h"
#include "sdm-debrief.h"

/* How Arthur Pell, of the case "dog-walk", takes what is said and shown. */

static const char *
get_said (SdmTalkTurn *turn)
{
  const char *said = sdm_talk_turn_get_said (turn)[0];

  return said != NULL ? said : "";
}

static void
assert_said (SdmTalkTurn *turn,
             const char  *beginning)
{
  if (!g_str_has_prefix (get_said (turn), beginning))
    g_error ("“%s” was said in place of “%s…”", get_said (turn), beginning);
}

static void
test_opening (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (sdm_talk_get_turns (talk), 0);

  g_assert_cmpint (sdm_talk_turn_get_did (turn), ==, SDM_TALK_OPENED);
  assert_said (turn, "Morning, Doctor.");
  g_assert_cmpint (sdm_talk_get_mood (talk), ==, SDM_MOOD_AS_WRITTEN);
}

/* Asked openly he tells two things, asked closely one, and talked at only the first sentence. */
static void
test_more_and_less (void)
{
  g_autoptr (SdmTalk) open = talks_begin ("dog-walk", 0);
  g_autoptr (SdmTalk) closed = talks_begin ("dog-walk", 0);
  g_autoptr (SdmTalk) told = talks_begin ("dog-walk", 0);
  SdmTalkTurn *turn = sdm_talk_say (open, "Tell me about the dog.");

  g_assert_cmpuint (g_strv_length ((GStrv) sdm_talk_turn_get_said (turn)), ==, 2);
  g_assert_true (g_strv_contains (sdm_talk_turn_get_tells (turn), "steady"));
  turn = sdm_talk_say (closed, "Do you walk the dogs?");
  g_assert_cmpuint (g_strv_length ((GStrv) sdm_talk_turn_get_said (turn)), ==, 1);
  g_assert_cmpstr (sdm_talk_turn_get_topic (turn), ==, "dog");

  turn = sdm_talk_say (told, "You must stop that tablet.");
  g_assert_cmpint (sdm_talk_turn_get_taken (turn), ==, SDM_TAKEN_TALKED_AT);
  turn = sdm_talk_say (told, "Tell me about the dog.");
  g_assert_cmpstr (get_said (turn), ==, "Tess.");
  g_assert_null (sdm_talk_turn_get_tells (turn)[0]);
  g_assert_cmpint (sdm_talk_turn_get_expression (turn), ==, SDM_EXPRESSION_WITHDRAWN);
  turn = sdm_talk_say (told, "Tell me about the dog.");
  assert_said (turn, "I stop and hold the wall. She sits");
}

static void
test_hidden (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  SdmTalkTurn *turn = sdm_talk_say (talk, "Are you afraid of falling?");

  /* Too early: only a hint. */
  g_assert_true (g_strv_contains (sdm_talk_turn_get_hinted (turn), "care-home"));
  g_assert_false (sdm_talk_has_found (talk, "care-home"));
  /* A statement with the right words brings nothing out. */
  sdm_talk_say (talk, "Most people are afraid of that, you know.");
  sdm_talk_say (talk, "I am afraid that it is time.");
  g_assert_false (sdm_talk_has_found (talk, "care-home"));
  turn = sdm_talk_say (talk, "What are you afraid of?");
  g_assert_true (sdm_talk_has_found (talk, "care-home"));
  g_assert_true (g_strv_contains (sdm_talk_turn_get_found (turn), "care-home"));
  assert_said (turn, "I went down twice this autumn.");
  /* A reply that waited for it, in the place of what he said before. */
  turn = sdm_talk_say (talk, "Have you had a fall?");
  assert_said (turn, "All right, twice.");
}

static void
test_interrupted (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);

  assert_said (sdm_talk_let_see (talk, "interrupted", NULL), "Sorry. You go on.");
  sdm_talk_say (talk, "Whose dog was she at first?");
  g_assert_false (sdm_talk_has_found (talk, "promise"));
  sdm_talk_say (talk, "I am sorry that I cut you off.");
  sdm_talk_say (talk, "Whose dog was she at first?");
  g_assert_true (sdm_talk_has_found (talk, "promise"));
}

static void
test_figures (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (GError) error = NULL;
  SdmTalkFigure both = { .outcome = "died", .first_option = "no-change", .frames = SDM_TALK_FRAMES_BOTH };
  SdmTalkFigure one = { .outcome = "died", .frames = SDM_TALK_FRAMES_HAPPENS };
  SdmTalkFigure percent = { .outcome = "died", .frames = SDM_TALK_FRAMES_BOTH, .as_percent = TRUE };
  SdmTalkFigure unknown = { .outcome = "moon" };

  assert_said (sdm_talk_show_figure (talk, &both, &error), "60 and 62.");
  assert_said (sdm_talk_show_figure (talk, &one, &error), "And the others?");
  assert_said (sdm_talk_show_figure (talk, &percent, &error), "Per cent.");
  assert_said (sdm_talk_show_figure (talk, &both, &error), "That's a lot of numbers");
  g_assert_cmpstr (get_said (sdm_talk_show_figure (talk, &both, &error)), ==, "");
  sdm_talk_say (talk, "What do you make of that?");
  assert_said (sdm_talk_show_figure (talk, &both, &error), "60 and 62.");
  g_assert_no_error (error);
  g_assert_null (sdm_talk_show_figure (talk, &unknown, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
}

static void
test_twist (void)
{
  g_autoptr (SdmTalk) by_step = talks_begin ("dog-walk", 0);
  g_autoptr (SdmTalk) by_topic = talks_begin ("dog-walk", 0);
  g_autoptr (SdmTalk) by_turns = talks_begin ("dog-walk", 0);

  g_assert_false (sdm_talk_turn_is_twist (sdm_talk_enter_step (by_step, "risks")));
  g_assert_true (sdm_talk_turn_is_twist (sdm_talk_enter_step (by_step, "weigh")));
  g_assert_false (sdm_talk_turn_is_twist (sdm_talk_enter_step (by_step, "weigh")));
  g_assert_true (sdm_talk_turn_is_twist (sdm_talk_say (by_topic, "What happened with your heart?")));
  for (guint i = 1; i < 12; i++)
    g_assert_false (sdm_talk_turn_is_twist (sdm_talk_say (by_turns, "How are you?")));
  g_assert_true (sdm_talk_turn_is_twist (sdm_talk_say (by_turns, "How are you?")));
  g_assert_true (sdm_talk_has_twisted (by_turns));
}

static void
test_small_words (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);

  assert_said (sdm_talk_say (talk, "Hello there, Mr Pell."), "Hello.");
  assert_said (sdm_talk_say (talk, "What is your systolic?"), "You'll have to say that in English.");
  assert_said (sdm_talk_say (talk, "Have you orthostatic hypotension?"), "You'll have to say that in English.");
  assert_said (sdm_talk_say (talk, "How would you like us to decide today?"), "Nobody's asked me that before.");
  assert_said (sdm_talk_say (talk, "Can you tell me back what we agreed?"), "I leave off the one");
  assert_said (sdm_talk_say (talk, "Thank you."), "No, thank you.");
  assert_said (sdm_talk_let_see (talk, "options-shown", NULL), "I thought it was all or nothing.");
}

/* Bad input: each gets an answer in words, quickly, and the talk goes on. */

static void
test_bad_input (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autofree char *long_text = g_strnfill (12000, 'a');
  g_autoptr (GString) words = g_string_new ("");
  g_autoptr (GError) error = NULL;
  SdmTalkTurn *turn;
  gint64       start;

  g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "")), ==, SDM_TAKEN_REACTED);
  assert_said (sdm_talk_say (talk, " \t\n"), "It is quiet up there");
  g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "xyzzy")), ==, SDM_TAKEN_NOT_UNDERSTOOD);
  turn = sdm_talk_say (talk, "falls");
  g_assert_cmpstr (sdm_talk_turn_get_topic (turn), ==, "falls");
  g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "Wie geht es Ihnen heute denn?")), ==, SDM_TAKEN_NOT_ENGLISH);
  g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "你好吗")), ==, SDM_TAKEN_NOT_ENGLISH);
  g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "\xff\xfe what \x01 now")), ==, SDM_TAKEN_NOT_UNDERSTOOD);
  turn = sdm_talk_say (talk, long_text);
  g_assert_cmpint (sdm_talk_turn_get_taken (turn), ==, SDM_TAKEN_NOT_UNDERSTOOD);
  g_assert_cmpuint (strlen (sdm_talk_turn_get_words (turn)), ==, 10000);

  for (guint i = 0; i < 2500; i++)
    g_string_append (words, "dog ");
  start = g_get_monotonic_time ();
  turn = sdm_talk_say (talk, words->str);
  g_test_message ("10,000 characters: %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - start);
  g_assert_cmpint (sdm_talk_turn_get_taken (turn), ==, SDM_TAKEN_TALKED_AT);

  turn = sdm_talk_say (talk, "Shut up, you idiot.");
  g_assert_cmpint (sdm_talk_turn_get_taken (turn), ==, SDM_TAKEN_HURT);
  g_assert_cmpint (sdm_talk_turn_get_expression (turn), ==, SDM_EXPRESSION_HURT);
  /* Nothing hidden is told to somebody who hurts, not even what needs nothing else. */
  sdm_talk_say (talk, "Has anyone in your family had heart trouble?");
  g_assert_false (sdm_talk_has_found (talk, "brother"));
  sdm_talk_say (talk, "I am sorry.");
  sdm_talk_say (talk, "Has anyone in your family had heart trouble?");
  g_assert_true (sdm_talk_has_found (talk, "brother"));

  g_assert_null (sdm_talk_pick (talk, "no-such-card", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
}

/* Hostile words, put to everybody: each is answered as a person would, in words that are right for the case, and the
 * talk goes on. */
static void
test_hostile_everybody (void)
{
  static const struct
  {
    const char *text;
    SdmTaken    taken;
  } rows[] = {
    { "Shut up, you idiot.", SDM_TAKEN_HURT },
    { "Czy może mi pan powiedzieć, gdzie boli?", SDM_TAKEN_NOT_ENGLISH },
    { "Dzień dobry", SDM_TAKEN_NOT_ENGLISH },
    { "آپ کو کہاں درد ہو رہا ہے؟", SDM_TAKEN_NOT_ENGLISH },
    { "أين تشعر بالألم اليوم؟", SDM_TAKEN_NOT_ENGLISH },
    { "আপনার কোথায় ব্যথা হচ্ছে?", SDM_TAKEN_NOT_ENGLISH },
    { "xyzzy", SDM_TAKEN_NOT_UNDERSTOOD },
  };
  g_autoptr (GPtrArray) paths = talks_list_cases ();
  g_autofree char *long_word = g_strnfill (10000, 'a');
  g_autofree char *speech = g_strnfill (10000, ' ');

  for (guint i = 0; i + 4 < 10000; i += 5)
    memcpy (speech + i, "rain", 4);
  for (guint p = 0; p < paths->len; p++)
    {
      g_autoptr (SdmCase) example = talks_load_case (g_ptr_array_index (paths, p));
      g_autoptr (SdmAid) aid = talks_load_aid (example);
      g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, 0);
      gint64 start;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          SdmTalkTurn *turn = sdm_talk_say (talk, rows[i].text);

          if (sdm_talk_turn_get_taken (turn) != rows[i].taken)
            g_error ("%s: “%s” was taken as %s", sdm_case_get_id (example), rows[i].text, sdm_taken_to_string (sdm_talk_turn_get_taken (turn)));
          g_assert_cmpstr (get_said (turn), !=, "");
        }
      g_assert_cmpstr (get_said (sdm_talk_say (talk, "")), !=, "");
      start = g_get_monotonic_time ();
      g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, long_word)), ==, SDM_TAKEN_NOT_UNDERSTOOD);
      g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, speech)), ==, SDM_TAKEN_TALKED_AT);
      g_test_message ("%s: two long ones in %" G_GINT64_FORMAT " µs", sdm_case_get_id (example), g_get_monotonic_time () - start);
      sdm_talk_say (talk, "I am sorry.");
      sdm_talk_say (talk, "I am sorry.");
      g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "How would you like us to decide?")), ==, SDM_TAKEN_ANSWERED);
    }
}

static void
test_talking_at (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);

  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "It is all quite simple once you know about it.")), !=, SDM_TAKEN_TALKED_AT);
  g_assert_cmpint (sdm_talk_turn_get_taken (sdm_talk_say (talk, "It is all quite simple once you know about it.")), ==, SDM_TAKEN_TALKED_AT);
}

/* Who comes along, and other first words, are a matter of the seed. */
static SdmCase *
make_company (SdmCase *sound)
{
  static const char more[] = "{\"companion\": {\"name\": \"Ruth Pell\", \"relationship\": \"daughter\", \"comes\": \"sometimes\", "
                             "\"asked\": [\"I worry.\", \"I still worry.\"], \"says\": [{\"topic\": \"falls\", \"say\": \"Dad, you fell.\"}]}, "
                             "\"variations\": {\"openings\": [\"Hello again.\"], \"moods\": [\"guarded\"]}}";
  g_autoptr (json_t) root = json_deep_copy (sdm_json_text_get_root (sdm_case_get_text (sound)));
  g_autoptr (json_t) company = json_loads (more, 0, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) json = NULL;
  SdmCase *example;

  json_object_update (json_object_get (root, "persona"), company);
  text = sdm_json_write (root);
  bytes = g_bytes_new (text, strlen (text));
  json = sdm_json_text_parse (bytes, "case.json", &error);
  g_assert_no_error (error);
  example = sdm_case_new_from_text (json, NULL, &error);
  g_assert_no_error (error);

  return example;
}

static void
test_company (void)
{
  g_autoptr (SdmCase) sound = talks_find_case ("dog-walk");
  g_autoptr (SdmAid) aid = talks_load_aid (sound);
  g_autoptr (SdmCase) example = make_company (sound);
  guint n_with = 0;
  guint n_hello = 0;

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, seed);
      g_autoptr (SdmTalkTurn) first = g_list_model_get_item (sdm_talk_get_turns (talk), 0);
      SdmTalkTurn   *turn = sdm_talk_say (talk, "Have you had a fall?");
      const gboolean with_ruth = g_strcmp0 (sdm_talk_get_companion (talk), "Ruth Pell") == 0;

      g_assert_cmpint (sdm_talk_get_mood (talk), ==, SDM_MOOD_GUARDED);
      g_assert_true (g_strv_contains (sdm_talk_turn_get_said (turn), "Dad, you fell.") == with_ruth);
      n_with += with_ruth;
      n_hello += g_str_equal (get_said (first), "Hello again.");
    }
  g_assert_cmpuint (n_with, >, 3);
  g_assert_cmpuint (n_with, <, 17);
  g_assert_cmpuint (n_hello, >, 3);
  g_assert_cmpuint (n_hello, <, 17);
}

/* Spoken to by name she answers for herself; asked about, she does not, and the name that both have is his. */
static void
test_companion_asked (void)
{
  g_autoptr (SdmCase) sound = talks_find_case ("dog-walk");
  g_autoptr (SdmAid) aid = talks_load_aid (sound);
  g_autoptr (SdmCase) example = make_company (sound);
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, 0);

  assert_said (sdm_talk_say (talk, "Ruth, what have you noticed?"), "I worry.");
  assert_said (sdm_talk_say (talk, "And what do you think, Ruth?"), "I still worry.");
  assert_said (sdm_talk_say (talk, "Thank you, Ruth. Ruth, are you afraid of the falls?"), "I still worry.");
  g_assert_false (sdm_talk_has_found (talk, "care-home"));
  assert_said (sdm_talk_say (talk, "Mr Pell, what does Ruth say?"), "Ruth. She's in Leeds.");
}

/* Keeping and going on */

static void
play (SdmTalk *talk)
{
  SdmTalkFigure figure = { .outcome = "died", .first_option = "no-change", .frames = SDM_TALK_FRAMES_BOTH, .with_range = TRUE };

  sdm_talk_say (talk, "Good morning. What matters most to you?");
  sdm_talk_pick (talk, "topic/falls/0", NULL);
  sdm_talk_say (talk, "");
  sdm_talk_let_see (talk, "option-hidden", "no-change");
  sdm_talk_show_figure (talk, &figure, NULL);
  sdm_talk_say (talk, "“Qué?” — 你好 \\ \"");
  sdm_talk_say (talk, "What are you afraid of?");
  sdm_talk_enter_step (talk, "weigh");
}

static void
test_same_again (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (SdmTalk) first = talks_begin ("dog-walk", seed);
      g_autoptr (SdmTalk) second = talks_begin ("dog-walk", seed);
      g_autofree char *first_text = NULL;
      g_autofree char *second_text = NULL;

      play (first);
      play (second);
      first_text = talks_to_text (first);
      second_text = talks_to_text (second);
      g_assert_cmpstr (first_text, ==, second_text);
    }
}

/* Seeds make a difference: in mood, in what is told first, in the order of cards. */
static void
test_seeds_vary (void)
{
  guint       moods = 0;
  const char *first_cards[2];
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SdmTalk) plain = talks_begin ("dog-walk", 0);
  g_autoptr (SdmTalk) turned = talks_begin ("dog-walk", 5);
  guint n_cards;

  for (guint32 seed = 1; seed < 20; seed++)
    {
      g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", seed);

      moods |= 1u << sdm_talk_get_mood (talk);
      g_hash_table_add (told, sdm_talk_turn_dup_text (sdm_talk_say (talk, "What would you like?")));
    }
  g_assert_cmphex (moods, ==, 7);
  g_assert_cmpuint (g_hash_table_size (told), >=, 3);
  first_cards[0] = sdm_talk_get_cards (plain, &n_cards)[0].id;
  first_cards[1] = sdm_talk_get_cards (turned, &n_cards)[0].id;
  g_assert_cmpstr (first_cards[0], !=, first_cards[1]);
}

static void
test_next_week (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 7);
  g_autoptr (SdmTalk) resumed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sdm_talk_set_seconds (talk, 75);
  play (talk);
  sdm_talk_set_seconds (talk, 60);
  resumed = talks_resume (talk, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sdm_talk_has_case_changed (resumed));
  g_assert_false (sdm_talk_has_aid_changed (resumed));
  g_assert_cmpuint (sdm_talk_get_seconds (resumed), ==, 75);
  before = talks_to_text (talk);
  after = talks_to_text (resumed);
  g_assert_cmpstr (before, ==, after);
  /* They go on in the same way. */
  g_clear_pointer (&before, g_free);
  g_clear_pointer (&after, g_free);
  before = sdm_talk_turn_dup_text (sdm_talk_say (talk, "Have you had a fall?"));
  after = sdm_talk_turn_dup_text (sdm_talk_say (resumed, "Have you had a fall?"));
  g_assert_cmpstr (before, ==, after);
}

static void
test_changed_since (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmAid) aid = talks_load_aid (sdm_talk_get_case (talk));
  g_autoptr (SdmTalk) newer_aid = NULL;
  g_autoptr (SdmTalk) newer_case = NULL;
  g_autoptr (SdmTalk) lost_card = NULL;
  g_autoptr (SdmTalk) lost_outcome = NULL;

  play (talk);
  newer_aid = talks_resume (talk, sdm_aid_get_sha256 (aid), "0000000000000000000000000000000000000000000000000000000000000000", NULL);
  g_assert_true (sdm_talk_has_aid_changed (newer_aid));
  g_assert_false (sdm_talk_has_case_changed (newer_aid));
  newer_case = talks_resume (talk, "I've had a stumble", "I had a stumble", NULL);
  g_assert_true (sdm_talk_has_case_changed (newer_case));
  lost_card = talks_resume (talk, "topic/falls/0", "topic/gone/0", NULL);
  g_assert_true (sdm_talk_has_case_changed (lost_card));
  g_assert_cmpuint (g_list_model_get_n_items (sdm_talk_get_turns (lost_card)), ==, 9);
  lost_outcome = talks_resume (talk, "\"outcome\": \"died\"", "\"outcome\": \"gone\"", NULL);
  g_assert_true (sdm_talk_has_case_changed (lost_outcome));
  g_assert_cmpuint (g_list_model_get_n_items (sdm_talk_get_turns (lost_outcome)), ==, 8);
}

static void
test_damaged (void)
{
  static const char *const damages[][2] = {
    { "evenhand-talk/1", "evenhand-talk/2" },
    { "\"seed\": 3", "\"seed\": -3" },
    { "\"seed\": 3", "\"seed\": 4294967296" },
    { "\"turns\": [", "\"twists\": [" },
    { "\"dog-walk\"", "\"cat-walk\"" },
    { "\"hypertension-in-frailty\"", "\"knee\"" },
    { "\"said\",", "\"shouted\"," },
    { "\"both\"", "\"none\"" },
    { "\"at\": 75", "\"at\": -75" },
    { "\"at\": 75", "\"at\": 4294967296" },
  };
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 3);

  sdm_talk_set_seconds (talk, 75);
  play (talk);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmTalk) resumed = talks_resume (talk, damages[i][0], damages[i][1], &error);

      g_assert_null (resumed);
      g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT);
    }
}

/* Looking back */

static const SdmDebriefOutcome *
find_outcome (SdmDebrief *debrief,
              const char *id)
{
  for (guint i = 0; i < debrief->outcomes->len; i++)
    if (g_str_equal (g_array_index (debrief->outcomes, SdmDebriefOutcome, i).id, id))
      return &g_array_index (debrief->outcomes, SdmDebriefOutcome, i);
  g_error ("there is no outcome “%s”", id);
}

static void
test_debrief (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmAid) aid = talks_load_aid (sdm_talk_get_case (talk));
  g_autoptr (SdmConsultation) consultation = sdm_case_get_consultation (sdm_talk_get_case (talk), aid);
  g_autoptr (SdmDebrief) debrief = NULL;
  SdmTalkFigure happens = { .outcome = "died", .frames = SDM_TALK_FRAMES_HAPPENS };
  SdmTalkFigure does_not = { .outcome = "died", .frames = SDM_TALK_FRAMES_DOES_NOT };
  SdmTalkFigure one = { .outcome = "bp-in-range", .frames = SDM_TALK_FRAMES_HAPPENS };

  sdm_talk_say (talk, "How would you like us to decide today?");
  sdm_talk_say (talk, "Have you had a fall?");
  sdm_talk_say (talk, "Is it hypotension?");
  sdm_talk_say (talk, "Is it hypotension?");
  sdm_talk_say (talk, "You must stop one tablet.");
  sdm_talk_say (talk, "Has anyone in your family had heart trouble?");
  sdm_talk_show_figure (talk, &happens, NULL);
  sdm_talk_show_figure (talk, &does_not, NULL);
  sdm_talk_show_figure (talk, &one, NULL);
  debrief = sdm_debrief_new (talk, consultation);

  g_assert_cmpuint (debrief->hidden->len, ==, 3);
  g_assert_false (g_array_index (debrief->hidden, SdmDebriefHidden, 0).is_found);
  g_assert_cmpstr (g_array_index (debrief->hidden, SdmDebriefHidden, 0).question, ==, "What does the walk mean to you?");
  g_assert_true (g_array_index (debrief->hidden, SdmDebriefHidden, 2).is_found);
  g_assert_true (find_outcome (debrief, "died")->with_both_frames);
  g_assert_true (find_outcome (debrief, "bp-in-range")->is_shown);
  g_assert_false (find_outcome (debrief, "bp-in-range")->with_both_frames);
  g_assert_false (find_outcome (debrief, "falls-dizzy")->is_shown);
  g_assert_cmpuint (debrief->n_open, ==, 1);
  g_assert_cmpuint (debrief->n_closed, ==, 4);
  g_assert_cmpuint (debrief->n_statements, ==, 1);
  g_assert_cmpuint (debrief->trainee_words, ==, 8 + 5 + 3 + 3 + 5 + 8);
  g_assert_cmpuint (debrief->person_words, >, 30);
  g_assert_cmpuint (debrief->jargon->len, ==, 1);
  g_assert_cmpuint (debrief->n_talked_at, ==, 1);
  g_assert_true (debrief->role_asked);
  g_assert_false (debrief->told_back);
  g_assert_false (debrief->twist_came);
  g_assert_cmpuint (debrief->fits->len, ==, 0);
  g_assert_cmpuint (debrief->options_not_shown->len, >=, 2);
}

static void
test_debrief_record (void)
{
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmAid) aid = talks_load_aid (sdm_talk_get_case (talk));
  g_autoptr (SdmConsultation) consultation = sdm_case_get_consultation (sdm_talk_get_case (talk), aid);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmDebrief) debrief = NULL;

  sdm_consultation_open_options (consultation, aid);
  sdm_consultation_hide_option (consultation, aid, "step-by-step", "He does not want it.", &error);
  g_assert_no_error (error);
  sdm_consultation_choose_option (consultation, aid, "one-fewer", TRUE, &error);
  g_assert_no_error (error);
  debrief = sdm_debrief_new (talk, consultation);
  g_assert_cmpuint (debrief->fits->len, ==, 1);
  g_assert_cmpstr (g_array_index (debrief->fits, SdmDebriefFit, 0).option, ==, "one-fewer");
  g_assert_cmpuint (debrief->options_not_shown->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (debrief->options_not_shown, 0), ==, "step-by-step");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/talk/opening", test_opening);
  g_test_add_func ("/practice/talk/more-and-less", test_more_and_less);
  g_test_add_func ("/practice/talk/hidden", test_hidden);
  g_test_add_func ("/practice/talk/interrupted", test_interrupted);
  g_test_add_func ("/practice/talk/figures", test_figures);
  g_test_add_func ("/practice/talk/twist", test_twist);
  g_test_add_func ("/practice/talk/small-words", test_small_words);
  g_test_add_func ("/practice/talk/bad-input", test_bad_input);
  g_test_add_func ("/practice/talk/hostile-everybody", test_hostile_everybody);
  g_test_add_func ("/practice/talk/talking-at", test_talking_at);
  g_test_add_func ("/practice/talk/company", test_company);
  g_test_add_func ("/practice/talk/companion-asked", test_companion_asked);
  g_test_add_func ("/practice/talk/same-again", test_same_again);
  g_test_add_func ("/practice/talk/seeds-vary", test_seeds_vary);
  g_test_add_func ("/practice/talk/next-week", test_next_week);
  g_test_add_func ("/practice/talk/changed-since", test_changed_since);
  g_test_add_func ("/practice/talk/damaged", test_damaged);
  g_test_add_func ("/practice/debrief/talk", test_debrief);
  g_test_add_func ("/practice/debrief/record", test_debrief_record);

  return g_test_run ();
}
