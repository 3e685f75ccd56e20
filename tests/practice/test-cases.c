/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include "sdm-consultation-check-aid.h"
#include "sdm-persona-search.h"

/* Every shipped case is played through: once well, once badly. */

static json_t *
get_persona (SdmCase *example)
{
  return json_object_get (sdm_json_text_get_root (sdm_case_get_text (example)), "persona");
}

static void
assert_no_findings (SdmCase   *example,
                    GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s %s: %s [%s]", sdm_case_get_id (example), finding->pointer, finding->detail, finding->tag->name);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_check (gconstpointer path)
{
  g_autoptr (SdmCase) example = talks_load_case (path);
  g_autoptr (SdmPersona) persona = sdm_persona_new (example);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();

  sdm_case_check_persona (sdm_json_text_get_root (sdm_case_get_text (example)), findings);
  sdm_persona_search (persona, findings);
  sdm_persona_check_variety (persona, findings);
  assert_no_findings (example, findings);
}

/* Each change to "dog-walk" is found, and nothing else. */

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *expected;
} Mutation;

static const Mutation mutations[] = {
  { "reply-waits-for-nothing", "\"after\": \"care-home\"", "\"after\": \"car-home\"", "persona-reach /persona/topics/5/replies/1\n" },
  { "twist-waits-for-no-topic", "\"topic\": \"heart\", \"turns\"", "\"topic\": \"harp\", \"turns\"", "persona-twist /persona/twist/when/topic\n" },
  { "hidden-needs-what-is-never-said", "\"needs\": [\"no-interruption\"],", "\"needs\": [\"own-words\", \"not-before-turn-3\"],", "" },
  { "topic-behind-another", "[[\"fall*\"], [\"fell\"], [\"tumble*\"], [\"trip*\"]]", "[[\"parachute\"]]", "" },
  { "hard-word-in-its-own-question", "Whose dog was she at first?", "Whose dog was she, as to aetiology?", "" },
  { "only-one-way-left", "\"hypotension\",", "\"hypotension\", \"walk mean\", \"miss most\",", "persona-reach /persona/hidden/0\n" },
  { "everyday-leads-nowhere", "\"to\": [\"care-home\", \"brother\"]", "\"to\": [\"care-home\", \"sister\"]", "persona-reach /persona/everyday/4/to/1\n" },
  { "everyday-twice", "\"about\": \"smoking\"", "\"about\": \"alcohol\"", "persona-reach /persona/everyday/13\n" },
  { "same-first-words", "Morning. I'd not have troubled you, only the nurse wrote it down. I go swimmy on the hill, and the dog wants her walk.",
    "Morning, Doctor. The nurse said I had to come. It's the dog, really. I can't get her up the hill any more.", "persona-reach /persona/variations/openings/0\n" },
  { "reaction-twice", "\"to\": \"silence\"", "\"to\": \"range\"", "persona-reach /persona/reactions/12\n" },
  { "too-many-hard-words", "\"hypotension\",", "\"hypotension\", \"dog\", \"walk\", \"miss\",", "persona-reach /persona/hidden/0\n" },
};

static void
test_mutation (gconstpointer data)
{
  const Mutation *mutation = data;
  g_autoptr (SdmCase) sound = talks_find_case ("dog-walk");
  GBytes *bytes = sdm_json_text_get_bytes (sdm_case_get_text (sound));
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) json = NULL;
  g_autoptr (SdmCase) example = NULL;
  g_autoptr (SdmPersona) persona = NULL;
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (GString) found = g_string_new ("");

  g_assert_cmpuint (g_string_replace (text, mutation->from, mutation->to, 0), >, 0);
  changed = g_bytes_new (text->str, text->len);
  json = sdm_json_text_parse (changed, "case.json", &error);
  g_assert_no_error (error);
  example = sdm_case_new_from_text (json, NULL, &error);
  g_assert_no_error (error);
  persona = sdm_persona_new (example);
  sdm_persona_search (persona, findings);
  sdm_persona_check_variety (persona, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (found, "%s %s\n", finding->tag->name, finding->pointer);
    }
  g_assert_cmpstr (found->str, ==, mutation->expected);
}

static void
play_well (SdmCase *example,
           SdmAid  *aid,
           guint32  seed,
           guint    way)
{
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, seed);
  json_t *item;
  size_t  i;

  talks_play_well (talk, way);
  json_array_foreach (json_object_get (get_persona (example), "hidden"), i, item)
    if (!sdm_talk_has_found (talk, json_string_value (json_object_get (item, "id"))))
      g_error ("%s: way %u did not bring out “%s”", sdm_case_get_id (example), way, json_string_value (json_object_get (item, "id")));
  g_assert_true (sdm_talk_has_twisted (talk));
}

static void
play_badly (SdmCase *example,
            SdmAid  *aid,
            guint32  seed)
{
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, seed);
  json_t *item;
  size_t  i;

  talks_play_badly (talk);
  json_array_foreach (json_object_get (get_persona (example), "hidden"), i, item)
    g_assert_false (sdm_talk_has_found (talk, json_string_value (json_object_get (item, "id"))));
}

static void
test_play (gconstpointer path)
{
  g_autoptr (SdmCase) example = talks_load_case (path);
  g_autoptr (SdmAid) aid = talks_load_aid (example);

  for (guint way = 0; way < 3; way++)
    play_well (example, aid, 0, way);
  play_well (example, aid, 1, 0);
  play_well (example, aid, 2, 1);
  play_badly (example, aid, 0);
  play_badly (example, aid, 3);
}

/* A person understands every question that a card puts. */
static void
test_cards (gconstpointer path)
{
  g_autoptr (SdmCase) example = talks_load_case (path);
  g_autoptr (SdmAid) aid = talks_load_aid (example);
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, aid, 0);
  guint                 n_cards;
  guint                 n_open = 0;
  const SdmPersonaCard *cards = sdm_talk_get_cards (talk, &n_cards);

  for (guint i = 0; i < n_cards; i++)
    {
      SdmTalkTurn *turn = sdm_talk_pick (talk, cards[i].id, NULL);

      n_open += cards[i].is_open;
      if (sdm_talk_turn_get_taken (turn) >= SDM_TAKEN_NOT_UNDERSTOOD)
        g_error ("%s: “%s” is taken as %s", sdm_case_get_id (example), cards[i].text, sdm_taken_to_string (sdm_talk_turn_get_taken (turn)));
    }
  g_assert_cmpuint (n_open, >=, 5);
  g_assert_cmpuint (n_cards - n_open, >=, 5);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  all = talks_list_cases ();
  g_assert_cmpuint (all->len, >=, 34);
  paths = talks_list_some_cases ();
  for (gsize i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      g_autofree char *name = g_strdup_printf ("/practice/cases/mutation/%s", mutations[i].name);

      g_test_add_data_func (name, &mutations[i], test_mutation);
    }
  for (guint i = 0; i < paths->len; i++)
    {
      const char      *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *check = g_strdup_printf ("/practice/cases/check/%s", name);
      g_autofree char *play = g_strdup_printf ("/practice/cases/play/%s", name);
      g_autofree char *cards = g_strdup_printf ("/practice/cases/cards/%s", name);

      g_test_add_data_func (check, path, test_check);
      g_test_add_data_func (play, path, test_play);
      g_test_add_data_func (cards, path, test_cards);
    }

  return g_test_run ();
}
