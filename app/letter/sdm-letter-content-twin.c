/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-blank.h"
#include "sdm-consultation-options.h"
#include "sdm-core-error.h"
#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* A talk on paper, for a day on which the computer fails: the options of an aid side by side, and room for all that
 * would have been typed. It is about nobody until somebody fills it in. */

#define WHO_HEIGHT  14 /* mm */
#define STEP_HEIGHT 14 /* mm */
#define N_STEPS     4

/**
 * sdm_letter_new_talk_on_paper:
 * @consultation: whose practice prints the paper; nothing else of it is taken
 *
 * Returns: (transfer full): a talk with nobody in it, in which nothing was chosen or said; %NULL with @error set
 *   where there is no aid to put on paper
 */
SdmConsultation *
sdm_letter_new_talk_on_paper (SdmConsultation *consultation,
                              SdmAid          *aid,
                              GError         **error)
{
  g_autoptr (GDateTime) never = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (never);
  g_autoptr (SdmConsultation) empty = NULL;
  json_t *practice = sdm_consultation_peek (consultation, "start/practice");

  if (aid == NULL || sdm_aid_is_blank (aid))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           _ ("this talk has no decision aid, so there is nothing to put on paper; print its options side by side"));
      return NULL;
    }
  empty = sdm_consultation_new_for_practice (aid, clock);
  if (practice != NULL && !sdm_consultation_take_value (empty, "start/practice", json_deep_copy (practice), error))
    return NULL;

  return g_steal_pointer (&empty);
}

static void
add_who (SdmLetterContent *self)
{
  /* Translators: heads of columns to write in: whom a talk is with, and when */
  const char *const heads[] = { _ ("Name"), _ ("Date of birth"), _ ("Date of the talk"), _ ("Who else was there"), NULL };
  const char *const empty[] = { "", "", "", "", NULL };

  sdm_letter_grid_add_row (sdm_letter_document_add_grid (self->document, heads, WHO_HEIGHT), empty);
}

/* Numbers may be another for other people; who is meant stands on the paper. */
static void
add_group (SdmLetterContent *self)
{
  const char        *id = sdm_consultation_get_group (self->consultation, self->aid);
  guint              n = 0;
  const SdmAidGroup *groups = sdm_aid_get_groups (self->aid, &n);

  for (guint i = 0; n > 1 && i < n; i++)
    if (g_str_equal (groups[i].id, id))
      /* Translators: on a paper with the options side by side; {group} is who was counted: "10-year risk of 10 in 100" */
      sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("Where numbers differ from group to group, they are of this group of people: {group}."), "group", groups[i].label, NULL));
}

static void
add_room (SdmLetterContent *self,
          const char       *heading,
          guint             n_lines)
{
  sdm_letter_document_add_heading (self->document, 2, heading);
  sdm_letter_document_add_lines (self->document, n_lines);
}

static void
add_plan (SdmLetterContent *self)
{
  const char *const heads[] = { _ ("What"), _ ("Who"), _ ("By when"), NULL };
  const char *const empty[] = { "", "", "", NULL };
  SdmLetterBlock   *grid;

  /* Translators: headings of places to write in, on a paper for a talk without the computer */
  add_room (self, _ ("What we decided, and why"), 3);
  sdm_letter_document_add_heading (self->document, 2, _ ("What happens next"));
  grid = sdm_letter_document_add_grid (self->document, heads, STEP_HEIGHT);
  for (guint i = 0; i < N_STEPS; i++)
    sdm_letter_grid_add_row (grid, empty);
  add_room (self, _ ("What to look out for, and whom to call"), 3);
}

void
sdm_letter_content_add_paper_twin (SdmLetterContent *self)
{
  const char      *practice = sdm_letter_content_get_text (self, "start/practice/name");
  g_autofree char *decision = sdm_letter_own_words (sdm_aid_get_decision (self->aid));
  g_autofree char *until = sdm_date_format (sdm_aid_get_review_by (self->aid));

  sdm_letter_document_set_paper (self->document, SDM_LETTER_PAPER_WIDE_SHEET);
  sdm_letter_document_set_reference (self->document, NULL);
  sdm_letter_document_set_date (self->document, NULL);
  /* Translators: title of a paper for a talk without the computer */
  sdm_letter_document_add_heading (self->document, 1, _ ("Our talk, on paper"));
  if (practice != NULL)
    sdm_letter_content_take_paragraph (self, sdm_letter_own_words (practice));
  sdm_letter_document_add_paragraph (self->document, decision);
  if (sdm_aid_is_draft (self->aid))
    sdm_letter_document_add_paragraph (self->document, _ ("**Draft.** Our practice has not yet approved the facts below."));
  /* Translators: on a paper that may lie in a drawer for long; {date} is a day */
  sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("Do not use this paper after {date}. Type what was written into the record when the computer works again."), "date", until, NULL));
  add_group (self);
  add_who (self);
  sdm_letter_content_add_empty_grid (self);
  add_plan (self);
  sdm_letter_content_add_grid_sources (self);
  sdm_letter_content_add_sheet_contact (self);
}
