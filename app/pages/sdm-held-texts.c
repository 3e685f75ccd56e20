/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-held-texts.h"

#include "sdm-place.h"

#define GIVEN "sdm-held-texts"

/**
 * SdmHeldTexts:
 *
 * What somebody typed that does not fit the consultation as it stands, such as a text
 * that is too long: of each place, the words. It lies beside the draft, sealed as the
 * draft is, until its page has it again. As text it is a JSON object of place to words.
 */
struct _SdmHeldTexts
{
  json_t *texts; /* of place: what was typed there */
};

/**
 * sdm_held_texts_give:
 * @consultation: a draft that is about to be opened
 * @text: (nullable): what lay beside it, from sdm_held_texts_to_text()
 *
 * Whoever opens @consultation finds it by sdm_held_texts_new().
 */
void
sdm_held_texts_give (SdmConsultation *consultation,
                     const char      *text)
{
  g_object_set_data_full (G_OBJECT (consultation), GIVEN, g_strdup (text), g_free);
}

/**
 * sdm_held_texts_new:
 *
 * What is of no step is left out.
 *
 * Returns: (transfer full): what was given with @consultation
 */
SdmHeldTexts *
sdm_held_texts_new (SdmConsultation *consultation)
{
  SdmHeldTexts *self = g_new0 (SdmHeldTexts, 1);
  const char   *text = g_object_get_data (G_OBJECT (consultation), GIVEN);
  json_t       *given = text != NULL ? json_loads (text, 0, NULL) : NULL;
  const char   *place;
  json_t       *typed;
  SdmStep       step;

  self->texts = json_object ();
  json_object_foreach (given, place, typed)
    if (json_is_string (typed) && sdm_place_get_step (place, &step))
      json_object_set (self->texts, place, typed);
  json_decref (given);

  return self;
}

void
sdm_held_texts_free (SdmHeldTexts *self)
{
  json_decref (self->texts);
  g_free (self);
}

/**
 * sdm_held_texts_set:
 * @place: where it was typed
 * @typed: (nullable): what; %NULL once its page has it
 */
void
sdm_held_texts_set (SdmHeldTexts *self,
                    const char   *place,
                    const char   *typed)
{
  if (typed == NULL)
    json_object_del (self->texts, place);
  else
    json_object_set_new (self->texts, place, json_string (typed));
}

/**
 * sdm_held_texts_get:
 *
 * Returns: (nullable): what was typed at @place, until that changes
 */
const char *
sdm_held_texts_get (SdmHeldTexts *self,
                    const char   *place)
{
  return json_string_value (json_object_get (self->texts, place));
}

/**
 * sdm_held_texts_has:
 *
 * Returns: whether something of @step is held
 */
gboolean
sdm_held_texts_has (SdmHeldTexts *self,
                    SdmStep       step)
{
  const char *place;
  json_t     *typed;
  SdmStep     of;

  json_object_foreach (self->texts, place, typed)
    if (sdm_place_get_step (place, &of) && of == step)
      return TRUE;

  return FALSE;
}

/**
 * sdm_held_texts_to_text:
 *
 * Returns: (transfer full) (nullable): all of it; %NULL where nothing is held
 */
char *
sdm_held_texts_to_text (SdmHeldTexts *self)
{
  char *dumped;
  char *text;

  if (json_object_size (self->texts) == 0)
    return NULL;
  dumped = json_dumps (self->texts, JSON_COMPACT);
  text = g_strdup (dumped);
  free (dumped);

  return text;
}
