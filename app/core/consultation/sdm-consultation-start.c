/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-start.h"

#include <glib/gi18n.h>

#include "sdm-core-error.h"

/* Stop cards */

/* The place of a card's answer in the consultation, or -1 while there is none. */
static int
find_stop_card (SdmConsultation *self,
                const char      *stop_card)
{
  json_t *card;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, "start/stop_cards"), i, card)
    if (g_strcmp0 (json_string_value (json_object_get (card, "stop_card")), stop_card) == 0)
      return (int) i;

  return -1;
}

static char *
dup_card_path (int         index,
               const char *key)
{
  return g_strdup_printf ("start/stop_cards/%d/%s", index, key);
}

/**
 * sdm_consultation_get_stop_card_answer:
 * @stop_card: id of a card of the aid
 *
 * Returns: (transfer none) (nullable): "yes" where it applies, "no" where it does not,
 *   %NULL while nobody has said
 */
const char *
sdm_consultation_get_stop_card_answer (SdmConsultation *self,
                                       const char      *stop_card)
{
  const int        index = find_stop_card (self, stop_card);
  g_autofree char *path = dup_card_path (index, "applies");

  if (index < 0)
    return NULL;

  return sdm_consultation_get_flag (self, path) ? "yes" : "no";
}

/**
 * sdm_consultation_get_stop_card_note:
 *
 * Returns: (transfer none) (nullable): what was noted with the answer
 */
const char *
sdm_consultation_get_stop_card_note (SdmConsultation *self,
                                     const char      *stop_card)
{
  const int        index = find_stop_card (self, stop_card);
  g_autofree char *path = dup_card_path (index, "note");

  return index >= 0 ? sdm_consultation_get_text (self, path) : NULL;
}

/**
 * sdm_consultation_answer_stop_card:
 * @stop_card: id of a card of the aid
 * @answer: (nullable): "yes", "no", or %NULL to take the answer and its note back
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_answer_stop_card (SdmConsultation *self,
                                   const char      *stop_card,
                                   const char      *answer,
                                   GError         **error)
{
  const int        index = find_stop_card (self, stop_card);
  const gboolean   applies = g_strcmp0 (answer, "yes") == 0;
  g_autofree char *path = NULL;

  if (answer == NULL)
    {
      path = g_strdup_printf ("start/stop_cards/%d", index);
      return index < 0 || sdm_consultation_remove (self, path, error);
    }
  if (index < 0)
    return sdm_consultation_append (self, "start/stop_cards",
                                    json_pack ("{s:s, s:b}", "stop_card", stop_card, "applies", applies), error);

  path = dup_card_path (index, "applies");

  return sdm_consultation_set_flag (self, path, applies, error);
}

/**
 * sdm_consultation_note_stop_card:
 * @note: words that go with the answer; "" takes them away
 *
 * Returns: FALSE with @error set, and nothing changed, where the card has no answer yet
 */
gboolean
sdm_consultation_note_stop_card (SdmConsultation *self,
                                 const char      *stop_card,
                                 const char      *note,
                                 GError         **error)
{
  const int        index = find_stop_card (self, stop_card);
  g_autofree char *path = dup_card_path (index, "note");

  if (index >= 0)
    return sdm_consultation_set_text (self, path, note, error);

  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("Say first whether it applies."));

  return FALSE;
}

/**
 * sdm_consultation_count_stops:
 *
 * Returns: how many cards apply that say not to use the aid now
 */
guint
sdm_consultation_count_stops (SdmConsultation *self,
                              SdmAid          *aid)
{
  guint              n_cards;
  const SdmStopCard *cards = sdm_aid_get_stop_cards (aid, &n_cards);
  guint              n_stops = 0;

  for (guint i = 0; i < n_cards; i++)
    if (cards[i].stops && g_strcmp0 (sdm_consultation_get_stop_card_answer (self, cards[i].id), "yes") == 0)
      n_stops++;

  return n_stops;
}

/* Warnings */

static int
find_warning (SdmConsultation *self,
              const char      *warning)
{
  json_t *accepted;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, "start/warnings_accepted"), i, accepted)
    if (g_strcmp0 (json_string_value (accepted), warning) == 0)
      return (int) i;

  return -1;
}

/**
 * sdm_consultation_has_accepted:
 * @warning: "draft-aid" or "past-review"
 *
 * Returns: whether somebody said that they know of it and go on
 */
gboolean
sdm_consultation_has_accepted (SdmConsultation *self,
                               const char      *warning)
{
  return find_warning (self, warning) >= 0;
}

/**
 * sdm_consultation_accept:
 * @warning: "draft-aid" or "past-review"
 * @accepted: whether somebody knows of it and goes on
 *
 * Returns: FALSE with @error set, and nothing changed, where there is no such warning
 */
gboolean
sdm_consultation_accept (SdmConsultation *self,
                         const char      *warning,
                         gboolean         accepted,
                         GError         **error)
{
  const int        index = find_warning (self, warning);
  g_autofree char *path = g_strdup_printf ("start/warnings_accepted/%d", index);

  if (accepted == (index >= 0))
    return TRUE;
  if (!accepted)
    return sdm_consultation_remove (self, path, error);
  if (sdm_consultation_peek (self, "start/warnings_accepted") == NULL)
    return sdm_consultation_take_value (self, "start/warnings_accepted", json_pack ("[s]", warning), error);

  return sdm_consultation_append (self, "start/warnings_accepted", json_string (warning), error);
}

/* Time */

/**
 * sdm_consultation_set_contact_when:
 * @day: of the talk, YYYY-MM-DD
 * @time: of the day here, HH:MM
 *
 * Notes when the talk was, with the offset of that day.
 */
gboolean
sdm_consultation_set_contact_when (SdmConsultation *self,
                                   const char      *day,
                                   const char      *time,
                                   GError         **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *typed = g_strdup_printf ("%sT%s:00", day, time);
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (typed, zone);
  g_autofree char *minute = when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%M%:z") : NULL;

  return sdm_consultation_set_text (self, "start/contact_when", minute != NULL ? minute : typed, error);
}
