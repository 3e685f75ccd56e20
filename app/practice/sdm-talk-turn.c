/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-private.h"

/**
 * SdmTalkTurn:
 *
 * One thing that the trainee did, and what the person said to it. It never changes.
 */
G_DEFINE_FINAL_TYPE (SdmTalkTurn, sdm_talk_turn, G_TYPE_OBJECT)

static void
sdm_talk_turn_finalize (GObject *object)
{
  SdmTalkTurn *self = SDM_TALK_TURN (object);

  g_free (self->words);
  g_free (self->card);
  g_free (self->option);
  g_free ((char *) self->figure.outcome);
  g_free ((char *) self->figure.first_option);
  g_free (self->topic);
  g_free (self->jargon);
  g_strfreev (self->said);
  g_strfreev (self->found);
  g_strfreev (self->hinted);
  g_strfreev (self->tells);

  G_OBJECT_CLASS (sdm_talk_turn_parent_class)->finalize (object);
}

static void
sdm_talk_turn_class_init (SdmTalkTurnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_talk_turn_finalize;
}

static void
sdm_talk_turn_init (SdmTalkTurn *self)
{
}

SdmTalkTurn *
sdm_talk_turn_new (SdmTalkDid  did,
                   const char *words,
                   const char *option)
{
  SdmTalkTurn *self = g_object_new (SDM_TYPE_TALK_TURN, NULL);

  self->did = did;
  self->words = g_strdup (words);
  self->option = g_strdup (option);

  return self;
}

void
sdm_talk_turn_set_figure (SdmTalkTurn         *self,
                          const SdmTalkFigure *figure)
{
  self->figure = *figure;
  self->figure.outcome = g_strdup (figure->outcome);
  self->figure.first_option = g_strdup (figure->first_option);
}

static GStrv
list_hidden (SdmPersona *persona,
             guint32     bits)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < persona->hidden->len; i++)
    if ((bits & 1u << i) != 0)
      g_strv_builder_add (ids, g_array_index (persona->hidden, SdmPersonaHidden, i).id);

  return g_strv_builder_end (ids);
}

static GStrv
list_tells (const SdmPersonaAnswer *answer)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  json_t *id;
  size_t  i;

  for (guint t = 0; t < answer->n_tells; t++)
    json_array_foreach (answer->tells[t], i, id)
      g_strv_builder_add (ids, json_string_value (id));

  return g_strv_builder_end (ids);
}

void
sdm_talk_turn_set_answer (SdmTalkTurn            *self,
                          SdmPersona             *persona,
                          const SdmPersonaAnswer *answer)
{
  self->said = g_new0 (char *, answer->n_said + 1);
  for (guint i = 0; i < answer->n_said; i++)
    self->said[i] = g_strndup (answer->said[i].text, answer->said[i].length);
  self->expression = answer->expression;
  self->taken = answer->taken;
  if (answer->topic >= 0)
    self->topic = g_strdup (g_array_index (persona->topics, SdmPersonaTopic, answer->topic).id);
  self->jargon = g_strdup (answer->jargon);
  self->found = list_hidden (persona, answer->found);
  self->hinted = list_hidden (persona, answer->hinted);
  self->tells = list_tells (answer);
  self->is_twist = answer->is_twist;
}

/* JSON */

static const char *const dids[] = { "opened", "said", "picked", "figure", "saw", "step" };
static const char *const frames[] = { "happens", "does-not", "both" };

static void
put (json_t     *object,
     const char *key,
     const char *text)
{
  if (text != NULL)
    json_object_set_new (object, key, json_string (text));
}

static void
put_list (json_t            *object,
          const char        *key,
          const char *const *texts)
{
  json_t *list;

  if (texts[0] == NULL)
    return;
  list = json_array ();
  for (guint i = 0; texts[i] != NULL; i++)
    json_array_append_new (list, json_string (texts[i]));
  json_object_set_new (object, key, list);
}

static json_t *
figure_to_json (const SdmTalkFigure *figure)
{
  json_t *object = json_object ();

  put (object, "outcome", figure->outcome);
  put (object, "first_option", figure->first_option);
  put (object, "frames", frames[figure->frames]);
  if (figure->as_percent)
    json_object_set_new (object, "percent", json_true ());
  if (figure->with_range)
    json_object_set_new (object, "range", json_true ());
  if (figure->not_known)
    json_object_set_new (object, "not_known", json_true ());

  return object;
}

/* Returns: (transfer full): the turn as it stands in the log of a talk */
json_t *
sdm_talk_turn_to_json (SdmTalkTurn *self)
{
  json_t *turn = json_object ();
  json_t *reply = json_object ();

  put (turn, "did", dids[self->did]);
  if (self->seconds > 0)
    json_object_set_new (turn, "at", json_integer (self->seconds));
  put (turn, "words", self->words);
  put (turn, "card", self->card);
  put (turn, "option", self->option);
  if (self->did == SDM_TALK_SHOWED_FIGURE)
    json_object_set_new (turn, "figure", figure_to_json (&self->figure));

  put_list (reply, "said", sdm_talk_turn_get_said (self));
  put (reply, "taken", sdm_taken_to_string (self->taken));
  put (reply, "expression", sdm_expression_to_string (self->expression));
  put (reply, "topic", self->topic);
  put (reply, "jargon", self->jargon);
  put_list (reply, "found", sdm_talk_turn_get_found (self));
  put_list (reply, "hinted", sdm_talk_turn_get_hinted (self));
  put_list (reply, "tells", sdm_talk_turn_get_tells (self));
  if (self->is_twist)
    json_object_set_new (reply, "twist", json_true ());
  json_object_set_new (turn, "reply", reply);

  return turn;
}

/* Public API */

SdmTalkDid
sdm_talk_turn_get_did (SdmTalkTurn *self)
{
  return self->did;
}

/**
 * sdm_talk_turn_get_seconds:
 *
 * Returns: how many seconds after the talk began; 0 also where nobody told the time
 */
guint
sdm_talk_turn_get_seconds (SdmTalkTurn *self)
{
  return self->seconds;
}

/**
 * sdm_talk_turn_get_option:
 *
 * Returns: (nullable): the option that something seen is about
 */
const char *
sdm_talk_turn_get_option (SdmTalkTurn *self)
{
  return self->option;
}

/**
 * sdm_talk_turn_get_words:
 *
 * Returns: (nullable): what was typed; the id of the card; what was seen, such as "silence"; or the step
 */
const char *
sdm_talk_turn_get_words (SdmTalkTurn *self)
{
  return self->words;
}

/**
 * sdm_talk_turn_get_figure:
 *
 * Returns: (nullable): the figure that was shown
 */
const SdmTalkFigure *
sdm_talk_turn_get_figure (SdmTalkTurn *self)
{
  return self->did == SDM_TALK_SHOWED_FIGURE ? &self->figure : NULL;
}

SdmHeardKind
sdm_talk_turn_get_kind (SdmTalkTurn *self)
{
  return self->heard.kind;
}

/**
 * sdm_talk_turn_get_flags:
 *
 * Returns: what else was told from the words; see #SdmHeardFlags
 */
guint
sdm_talk_turn_get_flags (SdmTalkTurn *self)
{
  return self->heard.flags;
}

/**
 * sdm_talk_turn_get_n_words:
 *
 * Returns: how many words the trainee used
 */
guint
sdm_talk_turn_get_n_words (SdmTalkTurn *self)
{
  return self->heard.n_words;
}

/**
 * sdm_talk_turn_get_said:
 *
 * Returns: what the person said, part by part; none where there was nothing to say
 */
const char *const *
sdm_talk_turn_get_said (SdmTalkTurn *self)
{
  return (const char *const *) self->said;
}

/**
 * sdm_talk_turn_dup_text:
 *
 * Returns: (transfer full): the same in one text, each part on a line of its own
 */
char *
sdm_talk_turn_dup_text (SdmTalkTurn *self)
{
  return g_strjoinv ("\n", self->said);
}

SdmExpression
sdm_talk_turn_get_expression (SdmTalkTurn *self)
{
  return self->expression;
}

SdmTaken
sdm_talk_turn_get_taken (SdmTalkTurn *self)
{
  return self->taken;
}

/**
 * sdm_talk_turn_get_topic:
 *
 * Returns: (nullable): the topic that was answered
 */
const char *
sdm_talk_turn_get_topic (SdmTalkTurn *self)
{
  return self->topic;
}

/**
 * sdm_talk_turn_get_jargon:
 *
 * Returns: (nullable): the word that the person did not know
 */
const char *
sdm_talk_turn_get_jargon (SdmTalkTurn *self)
{
  return self->jargon;
}

/**
 * sdm_talk_turn_get_found:
 *
 * Returns: the hidden things that came out in this turn
 */
const char *const *
sdm_talk_turn_get_found (SdmTalkTurn *self)
{
  return (const char *const *) self->found;
}

/**
 * sdm_talk_turn_get_hinted:
 *
 * Returns: the hidden things that were asked for, but too early, or when the person had drawn back
 */
const char *const *
sdm_talk_turn_get_hinted (SdmTalkTurn *self)
{
  return (const char *const *) self->hinted;
}

/**
 * sdm_talk_turn_get_tells:
 *
 * Returns: the statements of the aid that the reply speaks to
 */
const char *const *
sdm_talk_turn_get_tells (SdmTalkTurn *self)
{
  return (const char *const *) self->tells;
}

/**
 * sdm_talk_turn_is_twist:
 *
 * Returns: whether the twist of the case came in this turn
 */
gboolean
sdm_talk_turn_is_twist (SdmTalkTurn *self)
{
  return self->is_twist;
}
