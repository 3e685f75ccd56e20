/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pages.h"

#include "sdm-blank-options-page.h"
#include "sdm-blank-risks-page.h"
#include "sdm-blank-weigh-page.h"
#include "sdm-check-page.h"
#include "sdm-consultation-blank.h"
#include "sdm-finish-page.h"
#include "sdm-letter-page.h"
#include "sdm-matters-page.h"
#include "sdm-options-page.h"
#include "sdm-people-page.h"
#include "sdm-plan-page.h"
#include "sdm-risks-page.h"
#include "sdm-start-page.h"
#include "sdm-weigh-page.h"

/**
 * sdm_page_new_for_step:
 * @session: what is open
 *
 * Returns: (transfer floating): the page of a step, built when it is first shown
 */
SdmPage *
sdm_page_new_for_step (SdmStep     step,
                       SdmSession *session)
{
  const GType types[SDM_N_STEPS] = {
    [SDM_STEP_START] = SDM_TYPE_START_PAGE,
    [SDM_STEP_PEOPLE] = SDM_TYPE_PEOPLE_PAGE,
    [SDM_STEP_MATTERS] = SDM_TYPE_MATTERS_PAGE,
    [SDM_STEP_OPTIONS] = SDM_TYPE_OPTIONS_PAGE,
    [SDM_STEP_RISKS] = SDM_TYPE_RISKS_PAGE,
    [SDM_STEP_WEIGH] = SDM_TYPE_WEIGH_PAGE,
    [SDM_STEP_CHECK] = SDM_TYPE_CHECK_PAGE,
    [SDM_STEP_PLAN] = SDM_TYPE_PLAN_PAGE,
    [SDM_STEP_LETTER] = SDM_TYPE_LETTER_PAGE,
    [SDM_STEP_FINISH] = SDM_TYPE_FINISH_PAGE,
  };
  /* Where there is no aid, these are written and not read. */
  const GType blank_types[SDM_N_STEPS] = {
    [SDM_STEP_OPTIONS] = SDM_TYPE_BLANK_OPTIONS_PAGE,
    [SDM_STEP_RISKS] = SDM_TYPE_BLANK_RISKS_PAGE,
    [SDM_STEP_WEIGH] = SDM_TYPE_BLANK_WEIGH_PAGE,
  };
  const gboolean is_blank = sdm_consultation_is_blank (sdm_session_get_consultation (session));

  return g_object_new (is_blank && blank_types[step] != G_TYPE_INVALID ? blank_types[step] : types[step], "session", session, NULL);
}
