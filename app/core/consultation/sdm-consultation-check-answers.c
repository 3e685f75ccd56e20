/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-check-answers.h"

#include "sdm-clock.h"

#define TEACH_BACK "check/teach_back"
#define KNOWLEDGE  "check/knowledge"
#define READY      "check/ready"

/* Records in a list are found by the id of what they answer. */

static json_t *
find_record (json_t     *list,
             const char *key,
             const char *id,
             size_t     *place)
{
  json_t *record;
  size_t  i;

  json_array_foreach (list, i, record)
    if (g_strcmp0 (json_string_value (json_object_get (record, key)), id) == 0)
      {
        if (place != NULL)
          *place = i;
        return record;
      }

  return NULL;
}

static json_t *
copy_list (SdmConsultation *self,
           const char      *path)
{
  json_t *list = sdm_consultation_peek (self, path);

  return list != NULL ? json_deep_copy (list) : json_array ();
}

/* Teach-back */

/**
 * sdm_consultation_get_teach_back:
 * @teach_back: id of a prompt of the aid
 * @key: "said" or "result"
 *
 * Returns: (transfer none) (nullable): what is kept for the prompt
 */
const char *
sdm_consultation_get_teach_back (SdmConsultation *self,
                                 const char      *teach_back,
                                 const char      *key)
{
  json_t *record = find_record (sdm_consultation_peek (self, TEACH_BACK), "teach_back", teach_back, NULL);

  return json_string_value (json_object_get (record, key));
}

/**
 * sdm_consultation_set_teach_back:
 * @key: "said" or "result"
 * @text: (nullable): what to keep; %NULL or "" takes it away, and with the last
 *   of the two the whole record of the prompt
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_set_teach_back (SdmConsultation *self,
                                 const char      *teach_back,
                                 const char      *key,
                                 const char      *text,
                                 GError         **error)
{
  json_t *list = copy_list (self, TEACH_BACK);
  size_t  place = 0;
  json_t *record = find_record (list, "teach_back", teach_back, &place);

  if (record == NULL)
    {
      place = json_array_size (list);
      record = json_pack ("{s:s}", "teach_back", teach_back);
      json_array_append_new (list, record);
    }
  if (text != NULL && *text != '\0')
    json_object_set_new (record, key, json_string (text));
  else
    json_object_del (record, key);
  if (json_object_size (record) == 1)
    json_array_remove (list, place);

  return sdm_consultation_take_value (self, TEACH_BACK, list, error);
}

/* Knowledge */

/**
 * sdm_consultation_get_knowledge:
 *
 * Returns: (transfer none) (nullable): id of the choice, or %NULL while not answered
 */
const char *
sdm_consultation_get_knowledge (SdmConsultation *self,
                                const char      *knowledge)
{
  json_t *record = find_record (sdm_consultation_peek (self, KNOWLEDGE), "knowledge", knowledge, NULL);

  return json_string_value (json_object_get (record, "choice"));
}

/**
 * sdm_consultation_set_knowledge:
 * @choice: (nullable): id of a choice; %NULL takes the answer away
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_set_knowledge (SdmConsultation *self,
                                const char      *knowledge,
                                const char      *choice,
                                GError         **error)
{
  json_t *list = copy_list (self, KNOWLEDGE);
  size_t  place = 0;
  json_t *record = find_record (list, "knowledge", knowledge, &place);

  if (choice == NULL && record != NULL)
    json_array_remove (list, place);
  else if (record != NULL)
    json_object_set_new (record, "choice", json_string (choice));
  else if (choice != NULL)
    json_array_append_new (list, json_pack ("{s:s, s:s}", "knowledge", knowledge, "choice", choice));

  return sdm_consultation_take_value (self, KNOWLEDGE, list, error);
}

gboolean
sdm_consultation_is_talked_through (SdmConsultation *self,
                                    const char      *knowledge)
{
  json_t *record = find_record (sdm_consultation_peek (self, KNOWLEDGE), "knowledge", knowledge, NULL);

  return json_is_true (json_object_get (record, "talked_through"));
}

/**
 * sdm_consultation_set_talked_through:
 *
 * Keeps whether the two of them talked about the answer. Does nothing while the
 * question is not answered.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_set_talked_through (SdmConsultation *self,
                                     const char      *knowledge,
                                     gboolean         talked_through,
                                     GError         **error)
{
  json_t *list = copy_list (self, KNOWLEDGE);
  json_t *record = find_record (list, "knowledge", knowledge, NULL);

  if (talked_through)
    json_object_set_new (record, "talked_through", json_true ());
  else if (record != NULL)
    json_object_del (record, "talked_through");

  return sdm_consultation_take_value (self, KNOWLEDGE, list, error);
}

/* Ready to decide? */

/**
 * sdm_consultation_get_ready:
 * @item: a question of *ready to decide?*
 *
 * Returns: (transfer none) (nullable): "yes", "no", or %NULL while not answered
 */
const char *
sdm_consultation_get_ready (SdmConsultation *self,
                            const char      *item)
{
  json_t *record = find_record (sdm_consultation_peek (self, READY "/items"), "id", item, NULL);

  return json_string_value (json_object_get (record, "answer"));
}

/* The answers in the order of the questions, with @item answered by @answer. */
static json_t *
list_ready_items (SdmConsultation     *self,
                  const SdmInstrument *instrument,
                  const char          *item,
                  const char          *answer)
{
  json_t *items = json_array ();

  for (guint i = 0; i < instrument->n_items; i++)
    {
      const char *id = instrument->items[i].id;
      const char *kept = g_strcmp0 (id, item) == 0 ? answer : sdm_consultation_get_ready (self, id);

      if (kept != NULL)
        json_array_append_new (items, json_pack ("{s:s, s:s}", "id", id, "answer", kept));
    }

  return items;
}

/**
 * sdm_consultation_set_ready:
 * @answer: (nullable): "yes", "no", or %NULL to take the answer away
 *
 * Keeps an answer with the version of the questions and the time of the last one.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_set_ready (SdmConsultation *self,
                            const char      *item,
                            const char      *answer,
                            GError         **error)
{
  const SdmInstrument *instrument = sdm_instrument_get_ready ();
  g_autoptr (SdmClock) clock = NULL;
  g_autofree char *now = NULL;
  json_t          *items;

  if (g_strcmp0 (sdm_consultation_get_ready (self, item), answer) == 0)
    return TRUE;

  items = list_ready_items (self, instrument, item, answer);
  if (json_array_size (items) == 0)
    {
      json_decref (items);
      return sdm_consultation_remove (self, READY, error);
    }

  clock = sdm_consultation_get_clock (self) != NULL ? g_object_ref (sdm_consultation_get_clock (self)) : sdm_clock_new ();
  now = sdm_clock_dup_instant (clock);

  return sdm_consultation_take_value (self, READY,
                                      json_pack ("{s:s, s:s, s:o, s:s}", "instrument", instrument->id,
                                                 "version", instrument->version, "items", items, "at", now),
                                      error);
}
