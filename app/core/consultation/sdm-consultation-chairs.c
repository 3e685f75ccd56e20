/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-chairs.h"

#include "sdm-consultation-weigh.h"
#include "sdm-view-pair.h"

#define CHAIRS "matters/two_chairs"
#define GUESS  CHAIRS "/guess"

/* Helpers */

/* The guess without the statement, in a list of its own. */
static json_t *
copy_without (json_t     *guess,
              const char *priority,
              const char *text)
{
  json_t *others = json_array ();
  json_t *entry;
  size_t  i;

  json_array_foreach (guess, i, entry)
    if (!sdm_statement_is (entry, priority, text))
      json_array_append (others, entry);

  return others;
}

static gboolean
take_back (SdmConsultation *self,
           const char      *priority,
           const char      *text,
           GError         **error)
{
  g_autoptr (json_t) others = copy_without (sdm_consultation_peek (self, GUESS), priority, text);

  if (sdm_consultation_peek (self, CHAIRS) == NULL)
    return TRUE;
  if (json_array_size (others) == 0 && sdm_consultation_peek (self, CHAIRS "/said_after") == NULL)
    return sdm_consultation_remove (self, CHAIRS, error);

  return sdm_consultation_take_value (self, GUESS, g_steal_pointer (&others), error);
}

/* Public API */

/**
 * sdm_consultation_has_guess:
 *
 * Returns: whether the clinician has put a number to any statement
 */
gboolean
sdm_consultation_has_guess (SdmConsultation *self)
{
  return json_array_size (sdm_consultation_peek (self, GUESS)) > 0;
}

/**
 * sdm_consultation_has_answer:
 *
 * Returns: whether the person has put a number to any statement; until then a
 *   guess is not shown, as it would lead them
 */
gboolean
sdm_consultation_has_answer (SdmConsultation *self)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, "matters/ranked"), i, entry)
    if (json_object_get (entry, "importance") != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sdm_consultation_get_guess:
 * @priority: (nullable): the statement's id in the aid
 * @text: its words
 *
 * Returns: 0 to 10, or %SDM_NOT_SAID
 */
int
sdm_consultation_get_guess (SdmConsultation *self,
                            const char      *priority,
                            const char      *text)
{
  return sdm_statement_get_mark (sdm_statement_find (sdm_consultation_peek (self, GUESS), priority, text));
}

/**
 * sdm_consultation_set_guess:
 * @priority: (nullable): the statement's id in the aid
 * @text: its words
 * @mark: 0 to 10; %SDM_NOT_SAID takes it back
 *
 * Keeps what the clinician thinks the person will say. With the last guess the
 * whole exercise goes, unless something was said after it.
 *
 * Returns: FALSE with @error set, and nothing changed, where it is refused
 */
gboolean
sdm_consultation_set_guess (SdmConsultation *self,
                            const char      *priority,
                            const char      *text,
                            int              mark,
                            GError         **error)
{
  json_t *kept = sdm_consultation_peek (self, GUESS);
  g_autoptr (json_t) guess = NULL;
  json_t *entry;

  if (mark == SDM_NOT_SAID)
    return take_back (self, priority, text, error);

  guess = kept != NULL ? json_deep_copy (kept) : json_array ();
  entry = sdm_statement_find (guess, priority, text);
  if (entry == NULL)
    {
      entry = json_object ();
      if (priority != NULL)
        json_object_set_new (entry, "priority", json_string (priority));
      json_object_set_new (entry, "text", json_string (text));
      json_array_append_new (guess, entry);
    }
  json_object_set_new (entry, "importance", json_integer (mark));

  return sdm_consultation_take_value (self, GUESS, g_steal_pointer (&guess), error);
}
