/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-change.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"

static const char *
describe_added (SdmBlankPart part)
{
  return part == SDM_BLANK_OPTION ? _ ("Option added") : _ ("Question added");
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
  sdm_session_offer_undo (session, describe_added (part));
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
  sdm_session_offer_undo (session, describe_added (SDM_BLANK_OPTION));
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
  sdm_session_offer_undo (session, describe_added (SDM_BLANK_QUESTION));
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

  if (!sdm_consultation_take_out_of_blank (sdm_page_get_consultation (page), part, id, &error))
    {
      sdm_session_say (session, error->message);
      return;
    }
  sdm_session_offer_undo (session, part == SDM_BLANK_OPTION ? _ ("Option taken out") : _ ("Question taken out"));
  sdm_page_show_now (page);
}
