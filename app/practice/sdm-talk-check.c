/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-check.h"

#include <glib/gi18n.h>

/* Written so that it reads the same for whoever had the talk and for whoever looked on. */
static const SdmTalkCheckItem items[SDM_TALK_CHECK_N_ITEMS] = {
  /* Translators: five things to look back on after a talk, and five steps for each, from not at all to fully */
  { "choice",
    N_ ("Saying that there is a choice"),
        { N_ ("There was no talk of a choice."),
              N_ ("A choice was hinted at, and passed over."),
                  N_ ("It was said that there is a choice."),
                      N_ ("It was said that there is a choice, and why."),
                          N_ ("It was said why there is a choice, and asked how to decide.") } },
              { "options",
                N_ ("Telling of the options"),
                    { N_ ("Only one way was told of."),
                          N_ ("Another way was named, with little said about it."),
                              N_ ("Several ways were told of, some of them in passing."),
                                  N_ ("Every way was told of, with its good and bad points."),
                                      N_ ("Every way was told of in equal measure, and so was carrying on as now.") } },
                          { "information",
                            N_ ("Telling and asking in turns"),
                                { N_ ("Much was told, and nothing asked."),
                                      N_ ("Much was told, and at the end there was room for questions."),
                                          N_ ("First it was asked what is known already, then it was told."),
                                              N_ ("It was told in small parts, with a question after each."),
                                                  N_ ("It was told in small parts and plain words, and was told back.") } },
                                      { "preferences",
                                        N_ ("Drawing out what matters"),
                                            { N_ ("Nobody asked what matters."),
                                                  N_ ("It was asked so that yes or no could answer it."),
                                                      N_ ("It was asked openly, and the first answer was taken."),
                                                          N_ ("It was asked openly, with time to answer, and gone into."),
                                                              N_ ("New things came out, and what was understood was said back.") } },
                                                  { "use",
                                                    N_ ("Deciding by what matters"),
                                                        { N_ ("The decision did not touch what matters."),
                                                              N_ ("What matters was known, and not spoken of in deciding."),
                                                                  N_ ("One thing that matters was named in deciding."),
                                                                      N_ ("Each way was held up against what matters."),
                                                                          N_ ("It was decided by what matters, with the reason in the person’s own words.") } },
                                                        };

/**
 * sdm_talk_check_get_items:
 *
 * Returns: (transfer none) (array fixed-size=5): what is looked at, in the order of a talk
 */
const SdmTalkCheckItem *
sdm_talk_check_get_items (void)
{
  return items;
}

/**
 * sdm_talk_check_get_step:
 * @item: position of an item
 * @step: from 1 to 5; anything else where nothing was chosen
 *
 * Returns: (nullable): the words for that step, translated
 */
const char *
sdm_talk_check_get_step (guint item,
                         int   step)
{
  g_return_val_if_fail (item < SDM_TALK_CHECK_N_ITEMS, NULL);

  return step >= 1 && step <= SDM_TALK_CHECK_N_STEPS ? _ (items[item].steps[step - 1]) : NULL;
}
