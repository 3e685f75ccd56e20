/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-persona-private.h"

/*
 * Proves that a person can be talked to: every question of the case is asked in every state that the
 * others lead to, in between the person is interrupted and hurt, and what comes of it is noted. States
 * that differ in nothing that matters for what comes out are one state, so there are some hundreds.
 */

/* What was asked or done, understood once. */
typedef struct
{
  SdmUnderstood understood;
  char         *words; /* owned; NULL for an interruption */
} Act;

typedef struct
{
  guint from;
  guint to;
} Edge;

typedef struct
{
  SdmPersona     *persona;
  SdmPersonaSetup setup;

  GArray     *acts;   /* Act */
  GArray     *states; /* SdmPersonaState */
  GHashTable *keys;   /* guint64 → index into states */
  GArray     *edges;  /* Edge */

  guint64     watched;                  /* topics that replies wait for */
  guint64     answered;                 /* topics that were ever answered */
  guint32     found;                    /* hidden things that ever came out */
  GHashTable *ways[SDM_PERSONA_HIDDEN]; /* the questions that brought each out */
  gboolean    has_twisted;
} Search;

static void
clear_act (gpointer data)
{
  Act *act = data;

  g_free (act->words);
}

static void
add_act (Search     *search,
         const char *text)
{
  Act act = { .words = NULL };

  if (text != NULL)
    {
      g_autoptr (SdmAsked) asked = sdm_asked_new (text);

      act.words = g_strdup (sdm_asked_get_words (asked));
      sdm_persona_understand (search->persona, text, &act.understood);
    }
  g_array_append_val (search->acts, act);
}

/* The questions of the case alone must be enough to bring a person back. */
static void
add_acts (Search *search)
{
  guint                 n_cards;
  const SdmPersonaCard *cards = sdm_persona_get_cards (search->persona, &n_cards);

  add_act (search, NULL);
  add_act (search, "Shut up.");
  for (guint i = 0; i < n_cards; i++)
    if (!g_str_equal (cards[i].id, "listening") && !g_str_equal (cards[i].id, "thanks"))
      add_act (search, cards[i].text);
}

/* Topics that a reply waits for matter for what comes next; the others do not. */
static void
find_watched (Search *search)
{
  for (guint i = 0; i < search->persona->topics->len; i++)
    {
      GArray *replies = g_array_index (search->persona->topics, SdmPersonaTopic, i).replies;

      for (guint r = 0; r < replies->len; r++)
        {
          const gint topic = g_array_index (replies, SdmPersonaLine, r).after_topic;

          if (topic >= 0)
            search->watched |= G_GUINT64_CONSTANT (1) << topic;
        }
    }
}

static guint64
make_key (Search                *search,
          const SdmPersonaState *state)
{
  guint64 key = MIN (state->turns, 3);

  key = key << 2 | state->put_off;
  key = key << 1 | (state->is_guarded ? 1 : 0);
  key = key << 1 | (state->greeted ? 1 : 0);
  key = key << 1 | (state->role_asked ? 1 : 0);
  key = key << 1 | (state->own_words ? 1 : 0);
  key = key << SDM_PERSONA_HIDDEN | state->found;
  for (guint i = 0; i < search->persona->topics->len; i++)
    if ((search->watched & G_GUINT64_CONSTANT (1) << i) != 0)
      key = key << 1 | (state->told[i] != 0 ? 1 : 0);

  return key;
}

static guint
add_state (Search                *search,
           const SdmPersonaState *state)
{
  guint64  key = make_key (search, state);
  gpointer index;
  guint64 *kept;

  if (g_hash_table_lookup_extended (search->keys, &key, NULL, &index))
    return GPOINTER_TO_UINT (index);

  kept = g_memdup2 (&key, sizeof key);
  g_hash_table_insert (search->keys, kept, GUINT_TO_POINTER (search->states->len));
  g_array_append_val (search->states, *state);

  return search->states->len - 1;
}

static void
note (Search                 *search,
      const Act              *act,
      const SdmPersonaAnswer *answer)
{
  if (answer->topic >= 0)
    search->answered |= G_GUINT64_CONSTANT (1) << answer->topic;
  search->has_twisted = search->has_twisted || answer->is_twist;
  search->found |= answer->found;
  for (guint i = 0; i < search->persona->hidden->len; i++)
    if ((answer->found & 1u << i) != 0)
      g_hash_table_add (search->ways[i], act->words);
}

static void
try_all (Search *search,
         guint   from)
{
  for (guint i = 0; i < search->acts->len; i++)
    {
      const Act       *act = &g_array_index (search->acts, Act, i);
      SdmPersonaState  state = g_array_index (search->states, SdmPersonaState, from);
      SdmPersonaAnswer answer;
      Edge             edge = { from, 0 };

      state.statements = 0;
      if (act->words == NULL)
        sdm_persona_see (search->persona, &search->setup, &state, "interrupted", NULL, &answer);
      else
        sdm_persona_answer (search->persona, &search->setup, &state, &act->understood, &answer);
      note (search, act, &answer);
      edge.to = add_state (search, &state);
      if (edge.to != from)
        g_array_append_val (search->edges, edge);
    }
}

/* Whatever turns and steps do not bring about by themselves must come with a topic. */
static void
try_twist (Search *search)
{
  SdmPersona *persona = search->persona;

  search->has_twisted = search->has_twisted || persona->twist_step != NULL || persona->twist_turns > 0;
}

/* Findings */

static void
tell_topics (Search    *search,
             GPtrArray *findings)
{
  for (guint i = 0; i < search->persona->topics->len; i++)
    {
      const SdmPersonaTopic *topic = &g_array_index (search->persona->topics, SdmPersonaTopic, i);
      g_autofree char       *place = g_strdup_printf ("/persona/topics/%u", i);

      if ((search->answered & G_GUINT64_CONSTANT (1) << i) == 0)
        sdm_findings_add (findings, "persona-reach", place, _ ("no question of the case leads to “%s”"), topic->id);
      for (guint r = 0; r < topic->replies->len; r++)
        {
          const SdmPersonaLine *line = &g_array_index (topic->replies, SdmPersonaLine, r);
          g_autofree char      *reply = g_strdup_printf ("%s/replies/%u", place, r);
          const gboolean        comes = (line->after_hidden >= 0 && (search->found & 1u << line->after_hidden) != 0) ||
                                 (line->after_topic >= 0 && (search->answered & G_GUINT64_CONSTANT (1) << line->after_topic) != 0);

          if (line->after != NULL && !comes)
            sdm_findings_add (findings, "persona-reach", reply, _ ("this is never said, as it waits for “%s”, which never comes out"), line->after);
        }
    }
}

static void
tell_hidden (Search    *search,
             GPtrArray *findings)
{
  for (guint i = 0; i < search->persona->hidden->len; i++)
    {
      const guint      n_ways = g_hash_table_size (search->ways[i]);
      g_autofree char *place = g_strdup_printf ("/persona/hidden/%u", i);

      if (n_ways < 2)
        sdm_findings_add (findings, "persona-reach", place,
                          _ ("questions of the case that ever bring out “%s”: %u; at least 2 are needed"),
                             g_array_index (search->persona->hidden, SdmPersonaHidden, i).id, n_ways);
    }
}

static void
tell_twist (Search    *search,
            GPtrArray *findings)
{
  json_t     *root = sdm_json_text_get_root (sdm_case_get_text (search->persona->example));
  const char *topic = json_string_value (sdm_json_get (root, "persona/twist/when/topic"));

  if (topic != NULL && search->persona->twist_topic < 0)
    sdm_findings_add (findings, "persona-twist", "/persona/twist/when/topic", _ ("there is no topic “%s”"), topic);
  else if (!search->has_twisted)
    sdm_findings_add (findings, "persona-twist", "/persona/twist/when", _ ("nothing that is asked or done brings it"));
}

/* Walks back from the states in which all has come out that can; whatever is not met is a dead end. */
static void
tell_dead_ends (Search    *search,
                GPtrArray *findings)
{
  g_autofree gboolean *leads_out = g_new0 (gboolean, search->states->len);
  gboolean             has_grown = TRUE;

  for (guint i = 0; i < search->states->len; i++)
    leads_out[i] = g_array_index (search->states, SdmPersonaState, i).found == search->found;
  while (has_grown)
    {
      has_grown = FALSE;
      for (guint i = search->edges->len; i > 0; i--)
        {
          const Edge *edge = &g_array_index (search->edges, Edge, i - 1);

          if (leads_out[edge->to] && !leads_out[edge->from])
            leads_out[edge->from] = has_grown = TRUE;
        }
    }

  for (guint i = 0; i < search->states->len; i++)
    {
      const SdmPersonaState *state = &g_array_index (search->states, SdmPersonaState, i);

      if (leads_out[i])
        continue;
      for (guint h = 0; h < search->persona->hidden->len; h++)
        if ((search->found & ~state->found & 1u << h) != 0)
          {
            sdm_findings_add (findings, "persona-dead-end", "/persona",
                              state->put_off > 0 ? _ ("when the person was interrupted or hurt, no question of the case brings out “%s” any more; give an open one")
                                                 : _ ("from some point on no question of the case brings out “%s” any more"),
                                                      g_array_index (search->persona->hidden, SdmPersonaHidden, h).id);
            return;
          }
    }
}

/* A mood changes what is told, and so what can be reached. */
static void
search_in_mood (SdmPersona *self,
                SdmMood     mood,
                GPtrArray  *findings)
{
  g_autoptr (GArray) acts = g_array_new (FALSE, TRUE, sizeof (Act));
  g_autoptr (GArray) states = g_array_new (FALSE, TRUE, sizeof (SdmPersonaState));
  g_autoptr (GArray) edges = g_array_new (FALSE, TRUE, sizeof (Edge));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Search          search = { .persona = self, .acts = acts, .states = states, .keys = keys, .edges = edges };
  SdmPersonaState first;

  g_array_set_clear_func (acts, clear_act);
  for (guint i = 0; i < self->hidden->len; i++)
    search.ways[i] = g_hash_table_new (g_str_hash, g_str_equal);
  sdm_persona_set_up (self, 0, &search.setup, &first);
  search.setup.mood = mood;
  first.is_guarded = mood == SDM_MOOD_GUARDED;
  find_watched (&search);
  add_acts (&search);
  add_state (&search, &first);
  for (guint i = 0; i < search.states->len; i++)
    try_all (&search, i);
  try_twist (&search);

  tell_topics (&search, findings);
  tell_hidden (&search, findings);
  tell_twist (&search, findings);
  tell_dead_ends (&search, findings);
  for (guint i = 0; i < self->hidden->len; i++)
    g_hash_table_unref (search.ways[i]);
}

/**
 * sdm_persona_search:
 * @findings: (element-type SdmFinding): gets what cannot be reached
 *
 * Looks through everything that can happen in a talk about the case, in every mood, and tells which topics, replies,
 * hidden things and twists never come, and whether there is a dead end.
 */
void
sdm_persona_search (SdmPersona *self,
                    GPtrArray  *findings)
{
  const guint first = findings->len;

  for (guint mood = SDM_MOOD_AS_WRITTEN; mood <= SDM_MOOD_TALKATIVE && findings->len == first; mood++)
    if (mood == SDM_MOOD_AS_WRITTEN || (self->moods & 1u << mood) != 0)
      search_in_mood (self, mood, findings);
}
