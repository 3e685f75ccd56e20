/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-change.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"

/* What was added or filled in, by its id. */
typedef struct
{
  SdmBlankPart part;
  char        *id;
} Added;

static void
free_added (gpointer data)
{
  Added *added = data;

  g_free (added->id);
  g_free (added);
}

static Added *
note_added (SdmBlankPart part,
            const char  *id)
{
  Added *added = g_new0 (Added, 1);

  added->part = part;
  added->id = g_strdup (id);

  return added;
}

static void
free_taken (gpointer data)
{
  json_decref (data);
}

/* Ways back */

static gboolean
put_back (SdmSession *session,
          gpointer    data,
          GError    **error)
{
  return sdm_consultation_put_back_in_blank (sdm_session_get_consultation (session), data, error);
}

/* Something may have been written there since, so that this has a way back too. */
static gboolean
take_out_again (SdmSession *session,
                gpointer    data,
                GError    **error)
{
  const Added *added = data;
  json_t      *taken = sdm_consultation_take_out_of_blank (sdm_session_get_consultation (session), added->part, added->id, error);

  if (taken == NULL)
    return FALSE;
  sdm_session_offer_undo_with (session, added->part == SDM_BLANK_OPTION ? _ ("Option taken out") : _ ("Question taken out"), put_back, taken, free_taken);

  return TRUE;
}

static gboolean
empty_again (SdmSession *session,
             gpointer    data,
             GError    **error)
{
  const Added *added = data;

  return sdm_consultation_set_blank_text (sdm_session_get_consultation (session), added->part, added->id, NULL, error);
}

/* Public API */

/**
 * sdm_blank_change_add:
 * @text: (nullable): its words, where they are known already
 *
 * Adds an option or a question and shows the page again; says so where there is no room.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
sdm_blank_change_add (SdmPage     *page,
                      SdmBlankPart part,
                      const char  *text)
{
  SdmSession *session = sdm_page_get_session (page);
  g_autoptr (GError) error = NULL;
  char *id = sdm_consultation_add_to_blank (sdm_page_get_consultation (page), part, text, &error);

  if (id == NULL)
    {
      sdm_session_say (session, error->message);
      return NULL;
    }
  sdm_session_offer_undo_with (session, part == SDM_BLANK_OPTION ? _ ("Option added") : _ ("Question added"), take_out_again, note_added (part, id), free_added);
  sdm_page_show_now (page);

  return id;
}

/**
 * sdm_blank_change_add_carry_on:
 *
 * Offers to carry on as now again, where that was taken out.
 */
void
sdm_blank_change_add_carry_on (SdmPage *page)
{
  SdmSession *session = sdm_page_get_session (page);
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_add_carry_on (sdm_page_get_consultation (page), &error))
    {
      sdm_session_say (session, error->message);
      return;
    }
  sdm_session_offer_undo_with (session, _ ("Option added"), take_out_again,
                                           note_added (SDM_BLANK_OPTION, SDM_BLANK_CARRY_ON), free_added);
  sdm_page_show_now (page);
}

/**
 * sdm_blank_change_fill_question:
 * @id: a question that has no words yet
 */
void
sdm_blank_change_fill_question (SdmPage    *page,
                                const char *id,
                                const char *text)
{
  SdmSession *session = sdm_page_get_session (page);
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_blank_text (sdm_page_get_consultation (page), SDM_BLANK_QUESTION, id, text, &error))
    {
      sdm_session_say (session, error->message);
      return;
    }
  sdm_session_offer_undo_with (session, _ ("Question added"), empty_again, note_added (SDM_BLANK_QUESTION, id), free_added);
  sdm_page_show_now (page);
}

/**
 * sdm_blank_change_take_out:
 *
 * Takes an option or a question out and shows the page again; says so where it has to stay.
 */
void
sdm_blank_change_take_out (SdmPage     *page,
                           SdmBlankPart part,
                           const char  *id)
{
  SdmSession *session = sdm_page_get_session (page);
  g_autoptr (GError) error = NULL;
  json_t *taken = sdm_consultation_take_out_of_blank (sdm_page_get_consultation (page), part, id, &error);

  if (taken == NULL)
    {
      sdm_session_say (session, error->message);
      return;
    }
  sdm_session_offer_undo_with (session, part == SDM_BLANK_OPTION ? _ ("Option taken out") : _ ("Question taken out"), put_back, taken, free_taken);
  sdm_page_show_now (page);
}
