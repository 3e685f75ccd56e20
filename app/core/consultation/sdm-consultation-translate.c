/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-translate.h"

#include <string.h>

#include "sdm-figure.h"

/* A consultation in the language of its reader: what was copied from the aid, and nothing else. */

static void
translate_figure (SdmAid *aid,
                  json_t *figure)
{
  const char       *group = json_string_value (json_object_get (figure, "group"));
  const char       *outcome_id = json_string_value (json_object_get (figure, "outcome"));
  const char       *option_id = json_string_value (json_object_get (figure, "option"));
  const SdmOutcome *outcome = sdm_aid_find_outcome (aid, outcome_id);
  const SdmOption  *option = sdm_aid_find_option (aid, option_id);
  g_autoptr (SdmFigure) told = outcome != NULL && option != NULL ? sdm_figure_new (aid, outcome, option, group != NULL ? group : "all") : NULL;

  if (told == NULL)
    return;
  if (*told->sentence != '\0')
    json_object_set_new (figure, "sentence", json_string (told->sentence));
  json_object_set_new (figure, "title", json_string (outcome->title));
  json_object_set_new (figure, "population", json_string (outcome->population));
  json_object_set_new (figure, "time_frame", json_string (outcome->time_frame));
}

/* Ids have neither capitals nor spaces, and stay. */
static gboolean
can_be_id (const char *text)
{
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

static void
translate_copies (SdmAidTranslation *translation,
                  json_t            *value)
{
  const char *key = NULL;
  json_t     *member = NULL;
  size_t      i = 0;

  json_object_foreach (value, key, member)
    {
      const char *text = json_string_value (member);
      const char *own = text != NULL && !can_be_id (text) ? sdm_aid_translation_look_up (translation, text) : NULL;

      if (own != NULL)
        json_object_set_new (value, key, json_string (own));
      else
        translate_copies (translation, member);
    }
  json_array_foreach (value, i, member)
    translate_copies (translation, member);
}

/**
 * sdm_consultation_new_translated:
 * @consultation: a talk in which the aid was used
 *
 * Puts what the consultation has taken from the aid, sentence by sentence and figure by figure, into
 * the other language. What people said and typed stays as it is. Numbers are written as the words of
 * this thread do.
 *
 * Returns: (transfer full) (nullable): a copy, for a paper; never for a record
 */
SdmConsultation *
sdm_consultation_new_translated (SdmConsultation   *consultation,
                                 SdmAidTranslation *translation,
                                 GError           **error)
{
  static const char *const parts[] = { "matters", "options", "risks", "weigh", "check", "plan" };
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (json_t) root = json_loadb (text, size, 0, NULL);
  json_t *figure = NULL;
  size_t  i = 0;

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    translate_copies (translation, json_object_get (root, parts[p]));
  json_array_foreach (json_object_get (json_object_get (root, "risks"), "figures"), i, figure)
    translate_figure (sdm_aid_translation_get_aid (translation), figure);

  return sdm_consultation_new_from_json (root, error);
}
