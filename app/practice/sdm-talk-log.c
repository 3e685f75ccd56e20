/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"

/* A talk as evenhand-talk/1: which case, aid and seed, and its turns. Reading it does everything again,
 * so that the person stands where they stood; the answers that were kept tell whether they are the same. */

#define FORMAT     "evenhand-talk/1"
#define TURNS_MOST 2000
/* A year: nobody talks so long, and no sum of it runs over. */
#define SECONDS_MOST (366 * 24 * 60 * 60)

static json_t *
name_file (const char *id,
           const char *version,
           const char *sha256)
{
  json_t *name = json_object ();

  json_object_set_new (name, "id", json_string (id));
  if (version != NULL)
    json_object_set_new (name, "version", json_string (version));
  json_object_set_new (name, "sha256", json_string (sha256));

  return name;
}

/**
 * sdm_talk_to_json:
 *
 * Returns: (transfer full): the talk as evenhand-talk/1
 */
json_t *
sdm_talk_to_json (SdmTalk *self)
{
  g_autofree char *case_sha256 = sdm_json_text_dup_sha256 (sdm_case_get_text (self->example));
  json_t          *talk = json_object ();
  json_t          *turns = json_array ();
  const guint      n_turns = g_list_model_get_n_items (G_LIST_MODEL (self->turns));

  json_object_set_new (talk, "format", json_string (FORMAT));
  json_object_set_new (talk, "case", name_file (sdm_case_get_id (self->example), NULL, case_sha256));
  json_object_set_new (talk, "aid", name_file (sdm_aid_get_id (self->aid), sdm_aid_get_version (self->aid), sdm_aid_get_sha256 (self->aid)));
  json_object_set_new (talk, "seed", json_integer (self->seed));
  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (G_LIST_MODEL (self->turns), i);

      json_array_append_new (turns, sdm_talk_turn_to_json (turn));
    }
  json_object_set_new (talk, "turns", turns);

  return talk;
}

/**
 * sdm_talk_to_bytes:
 *
 * Returns: (transfer full): the talk as evenhand-talk/1, to be kept and read with sdm_talk_new_from_text()
 */
GBytes *
sdm_talk_to_bytes (SdmTalk *self)
{
  g_autoptr (json_t) talk = sdm_talk_to_json (self);
  char *text = sdm_json_write (talk);

  return g_bytes_new_take (text, strlen (text));
}

/* Reading */

static const char *
get_string (json_t     *object,
            const char *key)
{
  const char *text = json_string_value (json_object_get (object, key));

  return text != NULL ? text : "";
}

static gboolean
read_figure (json_t        *object,
             SdmTalkFigure *figure)
{
  static const char *const frames[] = { "happens", "does-not", "both" };
  const char              *shown = get_string (object, "frames");

  figure->outcome = get_string (object, "outcome");
  figure->first_option = json_string_value (json_object_get (object, "first_option"));
  figure->as_percent = json_is_true (json_object_get (object, "percent"));
  figure->with_range = json_is_true (json_object_get (object, "range"));
  figure->not_known = json_is_true (json_object_get (object, "not_known"));
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (g_str_equal (shown, frames[i]))
      {
        figure->frames = (SdmTalkFrames) i;
        return TRUE;
      }

  return FALSE;
}

/* The question of a card that is no longer there is asked as if it was typed. */
static void
pick_again (SdmTalk    *self,
            const char *card,
            const char *words)
{
  if (sdm_talk_pick (self, card, NULL) != NULL)
    return;

  self->case_changed = TRUE;
  sdm_talk_say (self, words);
}

/* Talks of before time was kept have none. */
static gboolean
read_time (SdmTalk *self,
           json_t  *turn)
{
  json_t          *at = json_object_get (turn, "at");
  const json_int_t seconds = json_integer_value (at);

  if (at != NULL && (!json_is_integer (at) || seconds < 0 || seconds > SECONDS_MOST))
    return FALSE;
  sdm_talk_set_seconds (self, (guint) seconds);

  return TRUE;
}

/* A figure whose outcome is no longer there is passed over: the talk goes on without it. */
static gboolean
do_again (SdmTalk *self,
          json_t  *turn)
{
  const char   *did = get_string (turn, "did");
  const char   *words = get_string (turn, "words");
  const char   *option = json_string_value (json_object_get (turn, "option"));
  SdmTalkFigure figure = { NULL };

  if (g_str_equal (did, "said"))
    sdm_talk_say (self, words);
  else if (g_str_equal (did, "picked"))
    pick_again (self, get_string (turn, "card"), words);
  else if (g_str_equal (did, "figure") && read_figure (json_object_get (turn, "figure"), &figure))
    self->case_changed = sdm_talk_show_figure (self, &figure, NULL) == NULL || self->case_changed;
  else if (g_str_equal (did, "saw"))
    sdm_talk_let_see (self, words, option);
  else if (g_str_equal (did, "step"))
    sdm_talk_enter_step (self, words);
  else
    return FALSE;

  return TRUE;
}

static gboolean
is_talk_about (SdmCase *example,
               SdmAid  *aid,
               json_t  *talk,
               GError **error)
{
  json_t     *seed = json_object_get (talk, "seed");
  json_t     *turns = json_object_get (talk, "turns");
  const char *id = get_string (json_object_get (talk, "case"), "id");

  if (!g_str_equal (get_string (talk, "format"), FORMAT))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("this is not a kept talk, or a newer Evenhand wrote it"));
  else if (!json_is_integer (seed) || json_integer_value (seed) < 0 || json_integer_value (seed) > G_MAXUINT32 ||
           json_array_size (turns) < 1 || json_array_size (turns) > TURNS_MOST)
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("the kept talk is damaged; begin the case again"));
  else if (!g_str_equal (id, sdm_case_get_id (example)))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("the kept talk belongs to the case “%s”; open it with that one"), id);
  else if (!g_str_equal (get_string (json_object_get (talk, "aid"), "id"), sdm_aid_get_id (aid)))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("the kept talk belongs to another decision aid; begin the case again"));
  else
    return TRUE;

  return FALSE;
}

/**
 * sdm_talk_new_from_text:
 * @example: the case as it is now
 * @aid: its aid as it is now, which may be a newer version
 * @text: a talk that was kept
 *
 * Goes on with a talk. Where the case or the aid has changed since, the talk says so and goes on all the same.
 *
 * Returns: (transfer full) (nullable): the talk, or %NULL with @error set
 */
SdmTalk *
sdm_talk_new_from_text (SdmCase     *example,
                        SdmAid      *aid,
                        SdmJsonText *text,
                        GError     **error)
{
  json_t *kept = sdm_json_text_get_root (text);
  json_t *turns = json_object_get (kept, "turns");
  g_autoptr (SdmTalk) self = NULL;
  g_autoptr (json_t) now = NULL;

  if (!is_talk_about (example, aid, kept, error))
    return NULL;

  self = sdm_talk_new (example, aid, (guint32) json_integer_value (json_object_get (kept, "seed")));
  for (size_t i = 1; i < json_array_size (turns); i++)
    if (!read_time (self, json_array_get (turns, i)) || !do_again (self, json_array_get (turns, i)))
      {
        g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("turn %u of the kept talk is damaged; begin the case again"), (guint) i);
        return NULL;
      }
  now = sdm_talk_to_json (self);
  self->case_changed = self->case_changed || !json_equal (json_object_get (now, "turns"), turns);
  self->aid_changed = g_strcmp0 (get_string (json_object_get (kept, "aid"), "sha256"), sdm_aid_get_sha256 (aid)) != 0;

  return g_steal_pointer (&self);
}
