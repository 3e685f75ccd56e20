/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-private.h"

#include <string.h>

/**
 * SdmPersona:
 *
 * The made-up person of a case, made ready to be talked to. It never changes: where a talk stands is
 * in #SdmTalk.
 */
G_DEFINE_FINAL_TYPE (SdmPersona, sdm_persona, G_TYPE_OBJECT)

static const char *const expressions[] = {
  "calm", "warm", "thinking", "puzzled", "worried", "sad", "moved", "withdrawn", "hurt", "relieved"
};

/* Questions that suit everyone. They stand before those of the case. */
static const SdmPersonaCard common_cards[] = {
  { "greeting", "Hello. My name is on the door, and I have time for you today.", FALSE },
  { "listening", "Take your time. I am listening.", FALSE },
  { "teach-back", "I want to be sure that I have explained it well. What would you tell a friend about it?", TRUE },
  { "thanks", "Thank you for telling me.", FALSE },
};

static void
clear_topic (gpointer data)
{
  SdmPersonaTopic *topic = data;

  sdm_triggers_free (topic->any_of);
  g_array_unref (topic->replies);
  g_clear_pointer (&topic->about, g_hash_table_unref);
  g_clear_pointer (&topic->asked, g_hash_table_unref);
}

static void
clear_line (gpointer data)
{
  SdmPersonaLine *line = data;

  g_clear_pointer (&line->about, g_hash_table_unref);
}

static void
clear_hidden (gpointer data)
{
  SdmPersonaHidden *hidden = data;

  g_ptr_array_unref (hidden->ways);
  g_clear_pointer (&hidden->about, g_hash_table_unref);
}

static void
clear_card (gpointer data)
{
  SdmPersonaCard *card = data;

  g_free ((char *) card->id);
}

static GArray *
new_list (gsize          size,
          GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, TRUE, (guint) size);

  if (clear != NULL)
    g_array_set_clear_func (list, clear);

  return list;
}

static void
sdm_persona_finalize (GObject *object)
{
  SdmPersona *self = SDM_PERSONA (object);

  g_array_unref (self->topics);
  g_array_unref (self->hidden);
  g_array_unref (self->reactions);
  g_array_unref (self->everyday);
  g_clear_pointer (&self->spelling, sdm_spelling_free);
  g_hash_table_unref (self->companion_names);
  g_array_unref (self->companion_asked);
  g_array_unref (self->open_replies);
  g_array_unref (self->no_match);
  g_array_unref (self->openings);
  g_clear_pointer (&self->jargon, sdm_triggers_free);
  g_ptr_array_unref (self->jargon_words);
  g_array_unref (self->cards);
  g_clear_pointer (&self->open_any_of, sdm_triggers_free);
  g_clear_object (&self->example);

  G_OBJECT_CLASS (sdm_persona_parent_class)->finalize (object);
}

static void
sdm_persona_class_init (SdmPersonaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_persona_finalize;
}

static void
sdm_persona_init (SdmPersona *self)
{
  self->topics = new_list (sizeof (SdmPersonaTopic), clear_topic);
  self->hidden = new_list (sizeof (SdmPersonaHidden), clear_hidden);
  self->reactions = new_list (sizeof (SdmPersonaReaction), NULL);
  self->everyday = new_list (sizeof (SdmPersonaEveryday), NULL);
  self->companion_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->companion_asked = new_list (sizeof (SdmPersonaLine), NULL);
  self->open_replies = new_list (sizeof (SdmPersonaLine), NULL);
  self->no_match = new_list (sizeof (SdmPersonaLine), NULL);
  self->openings = new_list (sizeof (SdmPersonaLine), NULL);
  self->jargon_words = g_ptr_array_new_with_free_func (g_free);
  self->cards = new_list (sizeof (SdmPersonaCard), clear_card);
}

/* Reading */

static const char *
get_string (json_t     *object,
            const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static SdmPersonaLine
read_line (json_t       *object,
           const char   *key,
           SdmExpression otherwise)
{
  SdmPersonaLine line = {
    .say = get_string (object, key),
    .expression = otherwise,
    .tells = json_object_get (object, "tells"),
    .after = get_string (object, "after"),
    .after_topic = -1,
    .after_hidden = -1,
  };
  const char *expression = get_string (object, "expression");

  for (guint i = 0; expression != NULL && i < G_N_ELEMENTS (expressions); i++)
    if (g_str_equal (expression, expressions[i]))
      line.expression = (SdmExpression) i;

  return line;
}

static void
read_texts (json_t       *texts,
            SdmExpression expression,
            GArray       *lines)
{
  json_t *text;
  size_t  i;

  json_array_foreach (texts, i, text)
    {
      SdmPersonaLine line = { .say = json_string_value (text), .expression = expression, .after_topic = -1, .after_hidden = -1 };

      g_array_append_val (lines, line);
    }
}

/**
 * sdm_persona_find_topic:
 * @id: (nullable): its id in the case
 *
 * Returns: which of the topics it is, or -1
 */
gint
sdm_persona_find_topic (SdmPersona *self,
                        const char *id)
{
  for (guint i = 0; i < self->topics->len; i++)
    if (g_strcmp0 (g_array_index (self->topics, SdmPersonaTopic, i).id, id) == 0)
      return (gint) i;

  return -1;
}

/**
 * sdm_persona_find_hidden:
 * @id: (nullable): its id in the case
 *
 * Returns: which of the hidden things it is, or -1
 */
gint
sdm_persona_find_hidden (SdmPersona *self,
                         const char *id)
{
  for (guint i = 0; i < self->hidden->len; i++)
    if (g_strcmp0 (g_array_index (self->hidden, SdmPersonaHidden, i).id, id) == 0)
      return (gint) i;

  return -1;
}

static void
read_topics (SdmPersona *self,
             json_t     *items)
{
  json_t *item;
  json_t *reply;
  size_t  i;
  size_t  r;

  json_array_foreach (items, i, item)
    {
      SdmPersonaTopic topic = { .id = get_string (item, "id"), .any_of = sdm_triggers_new (json_object_get (item, "any_of"), TRUE) };

      topic.replies = new_list (sizeof (SdmPersonaLine), clear_line);
      json_array_foreach (json_object_get (item, "replies"), r, reply)
        {
          SdmPersonaLine line = read_line (reply, "say", SDM_EXPRESSION_CALM);

          g_array_append_val (topic.replies, line);
        }
      g_array_append_val (self->topics, topic);
    }
}

static guint
read_needs (json_t *needs)
{
  static const char *const names[] = { "greeted", "role-asked", "own-words", "no-interruption", "not-before-turn-3" };
  json_t                  *need;
  size_t                   i;
  guint                    bits = 0;

  json_array_foreach (needs, i, need)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      if (g_strcmp0 (json_string_value (need), names[n]) == 0)
        bits |= 1u << n;

  return bits;
}

static void
read_hidden (SdmPersona *self,
             json_t     *items)
{
  json_t *item;
  json_t *way;
  size_t  i;
  size_t  w;

  json_array_foreach (items, i, item)
    {
      SdmPersonaHidden hidden = {
        .id = get_string (item, "id"),
        .needs = read_needs (json_object_get (item, "needs")),
        .reveal = read_line (item, "reveal", SDM_EXPRESSION_MOVED),
        .hint = get_string (item, "hint"),
      };

      hidden.ways = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_triggers_free);
      json_array_foreach (json_object_get (item, "brought_out_by"), w, way)
        g_ptr_array_add (hidden.ways, sdm_triggers_new (json_object_get (way, "any_of"), FALSE));
      g_array_append_val (self->hidden, hidden);
    }
}

/* Which replies wait for something else, once all names are known. */
static void
tie_replies (SdmPersona *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, i);

      for (guint r = 0; r < topic->replies->len; r++)
        {
          SdmPersonaLine *line = &g_array_index (topic->replies, SdmPersonaLine, r);

          if (line->after == NULL)
            continue;
          line->after_hidden = sdm_persona_find_hidden (self, line->after);
          line->after_topic = sdm_persona_find_topic (self, line->after);
        }
    }
}

static void
read_reactions (SdmPersona *self,
                json_t     *items)
{
  json_t *item;
  json_t *word;
  size_t  i;
  size_t  w;

  json_array_foreach (items, i, item)
    {
      SdmPersonaReaction reaction = {
        .to = get_string (item, "to"),
        .outcome = get_string (item, "outcome"),
        .option = get_string (item, "option"),
        .line = read_line (item, "say", SDM_EXPRESSION_THINKING),
      };

      g_array_append_val (self->reactions, reaction);
      json_array_foreach (json_object_get (item, "words"), w, word)
        {
          g_autoptr (SdmAsked) folded = sdm_asked_new (json_string_value (word));
          char *term = g_strstrip (g_strdup (sdm_asked_get_words (folded)));

          if (term[0] != '\0')
            g_ptr_array_add (self->jargon_words, term);
          else
            g_free (term);
        }
    }
  self->jargon = sdm_triggers_new_for_terms ((const char *const *) self->jargon_words->pdata, self->jargon_words->len);
}

static void
read_everyday (SdmPersona *self,
               json_t     *items)
{
  json_t *item;
  json_t *id;
  size_t  i;
  size_t  b;

  json_array_foreach (items, i, item)
    {
      SdmPersonaEveryday everyday = {
        .subject = sdm_everyday_find (get_string (item, "about")),
        .line = read_line (item, "say", SDM_EXPRESSION_CALM),
        .to = json_object_get (item, "to"),
      };

      json_array_foreach (json_object_get (item, "beside"), b, id)
        {
          const gint topic = sdm_persona_find_topic (self, json_string_value (id));

          if (topic >= 0)
            everyday.beside |= G_GUINT64_CONSTANT (1) << topic;
        }
      g_array_append_val (self->everyday, everyday);
    }
}

/* By name, and an interpreter also as one. */
static void
read_companion (SdmPersona *self,
                json_t     *companion)
{
  const char      *name = get_string (companion, "name");
  const char      *relationship = get_string (companion, "relationship");
  g_autofree char *both = NULL;
  g_autoptr (SdmAsked) asked = NULL;
  g_autoptr (SdmAsked) person = NULL;
  g_auto (GStrv) words = NULL;
  json_t *item;
  size_t  i;

  self->companion = name;
  if (name == NULL)
    return;
  self->companion_stays = g_strcmp0 (get_string (companion, "comes"), "sometimes") != 0;
  both = g_strconcat (name, relationship != NULL && strstr (relationship, "nterpreter") != NULL ? " interpreter" : "", NULL);
  asked = sdm_asked_new (both);
  words = g_strsplit (sdm_asked_get_words (asked), " ", -1);
  /* A family name that both have says nothing. */
  person = sdm_asked_new (sdm_case_get_person (self->example));
  for (guint w = 0; words[w] != NULL; w++)
    if (strlen (words[w]) > 1 && !sdm_asked_has (person, words[w]))
      g_hash_table_add (self->companion_names, g_strdup (words[w]));
  read_texts (json_object_get (companion, "asked"), SDM_EXPRESSION_CALM, self->companion_asked);
  json_array_foreach (json_object_get (companion, "says"), i, item)
    {
      const gint topic = sdm_persona_find_topic (self, get_string (item, "topic"));

      if (topic >= 0)
        g_array_index (self->topics, SdmPersonaTopic, topic).companion = get_string (item, "say");
    }
}

static void
read_variations (SdmPersona *self,
                 json_t     *persona)
{
  static const char *const names[] = { "as-written", "guarded", "talkative" };
  json_t                  *variations = json_object_get (persona, "variations");
  SdmPersonaLine           opening = read_line (persona, "opening", SDM_EXPRESSION_CALM);
  json_t                  *item;
  size_t                   i;

  g_array_append_val (self->openings, opening);
  read_texts (json_object_get (variations, "openings"), SDM_EXPRESSION_CALM, self->openings);
  json_array_foreach (json_object_get (variations, "moods"), i, item)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      if (g_strcmp0 (json_string_value (item), names[n]) == 0)
        self->moods |= 1u << n;
  if (self->moods == 0)
    self->moods = 1u << SDM_MOOD_AS_WRITTEN | 1u << SDM_MOOD_GUARDED | 1u << SDM_MOOD_TALKATIVE;
}

static void
read_twist (SdmPersona *self,
            json_t     *twist)
{
  json_t *when = json_object_get (twist, "when");

  self->twist = read_line (twist, "say", SDM_EXPRESSION_WORRIED);
  self->twist_step = get_string (when, "step_entered");
  self->twist_topic = json_object_get (when, "topic") != NULL ? sdm_persona_find_topic (self, get_string (when, "topic")) : -1;
  self->twist_turns = (guint) json_integer_value (json_object_get (when, "turns"));
}

/* Cards */

static void
take_card (SdmPersona *self,
           char       *id,
           const char *text)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new (text);
  SdmPersonaCard card = { id, text, sdm_heard_read (text, asked).kind == SDM_HEARD_OPEN };

  g_array_append_val (self->cards, card);
}

static void
make_cards (SdmPersona *self,
            json_t     *persona)
{
  json_t *item;
  json_t *inner;
  size_t  i;
  size_t  e;

  for (i = 0; i < G_N_ELEMENTS (common_cards); i++)
    take_card (self, g_strdup (common_cards[i].id), common_cards[i].text);
  json_array_foreach (json_object_get (persona, "topics"), i, item)
    json_array_foreach (json_object_get (item, "examples"), e, inner)
      take_card (self, g_strdup_printf ("topic/%s/%u", get_string (item, "id"), (guint) e), json_string_value (inner));
  json_array_foreach (json_object_get (persona, "hidden"), i, item)
    json_array_foreach (json_object_get (item, "brought_out_by"), e, inner)
      take_card (self, g_strdup_printf ("hidden/%s/%u", get_string (item, "id"), (guint) e), get_string (inner, "question"));
}

/* Public API */

/**
 * sdm_persona_new:
 * @example: the case, which is kept
 *
 * Makes the person of a case ready to be talked to.
 */
SdmPersona *
sdm_persona_new (SdmCase *example)
{
  SdmPersona *self = g_object_new (SDM_TYPE_PERSONA, NULL);
  json_t     *persona = json_object_get (sdm_json_text_get_root (sdm_case_get_text (example)), "persona");
  json_t     *open_questions = json_object_get (persona, "open_questions");

  self->example = g_object_ref (example);
  read_topics (self, json_object_get (persona, "topics"));
  read_hidden (self, json_object_get (persona, "hidden"));
  tie_replies (self);
  g_assert (self->topics->len <= SDM_PERSONA_TOPICS && self->hidden->len <= SDM_PERSONA_HIDDEN);
  read_reactions (self, json_object_get (persona, "reactions"));
  self->open_any_of = sdm_triggers_new (json_object_get (open_questions, "any_of"), FALSE);
  read_texts (json_object_get (open_questions, "replies"), SDM_EXPRESSION_THINKING, self->open_replies);
  read_texts (json_object_get (persona, "no_match"), SDM_EXPRESSION_PUZZLED, self->no_match);
  read_everyday (self, json_object_get (persona, "everyday"));
  read_variations (self, persona);
  read_companion (self, json_object_get (persona, "companion"));
  read_twist (self, json_object_get (persona, "twist"));
  make_cards (self, persona);
  sdm_persona_learn (self);

  return self;
}

/**
 * sdm_persona_get_cards:
 * @n_cards: (out): how many there are
 *
 * Returns: (array length=n_cards) (transfer none): the questions that can be picked, in the order of the case;
 *   sdm_talk_get_cards() has them in the order in which they are laid out
 */
const SdmPersonaCard *
sdm_persona_get_cards (SdmPersona *self,
                       guint      *n_cards)
{
  *n_cards = self->cards->len;

  return &g_array_index (self->cards, SdmPersonaCard, 0);
}

/**
 * sdm_expression_to_string:
 *
 * Returns: its name as it stands in a case and in the log of a talk, such as "thinking"
 */
const char *
sdm_expression_to_string (SdmExpression expression)
{
  return expressions[expression];
}

/**
 * sdm_taken_to_string:
 *
 * Returns: its name as it stands in the log of a talk, such as "not-understood"
 */
const char *
sdm_taken_to_string (SdmTaken taken)
{
  static const char *const names[] = { "answered", "revealed", "volunteered", "reacted", "not-understood", "not-english", "jargon", "talked-at", "hurt" };

  return names[taken];
}

/**
 * sdm_mood_to_string:
 *
 * Returns: its name as it stands in a case, such as "guarded"
 */
const char *
sdm_mood_to_string (SdmMood mood)
{
  static const char *const names[] = { "as-written", "guarded", "talkative" };

  return names[mood];
}
