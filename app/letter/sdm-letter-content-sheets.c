/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-core-error.h"
#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* Sheets that the person fills in with a pen: before the talk, and when the decision is looked at again. Nothing
 * on them is ticked before, and nothing has to be filled in. */

#define RESULT_ROWS   3
#define RESULT_HEIGHT 18 /* mm */
#define TICK_HEIGHT   11 /* mm */

static void
add_questions (SdmLetterContent  *self,
               const char *const *texts,
               SdmLetterListStyle style)
{
  SdmLetterBlock *list = sdm_letter_document_add_list (self->document, style);

  for (guint i = 0; texts[i] != NULL; i++)
    sdm_letter_list_add_item (list, _ (texts[i]));
}

static void
add_asked (SdmLetterContent *self,
           const char       *question,
           guint             n_lines)
{
  sdm_letter_document_add_heading (self->document, 2, question);
  sdm_letter_document_add_lines (self->document, n_lines);
}

/* Before we meet */

static char *
dup_with_whom (SdmLetterContent *self)
{
  const char      *when = self->result == NULL ? sdm_letter_content_get_text (self, "start/contact_when") : NULL;
  g_autofree char *date = when != NULL ? sdm_date_format_with_weekday (self->day) : NULL;

  if (date != NULL && self->signer != NULL)
    /* Translators: on a sheet to be filled in before a talk; {date} is a full date with weekday */
    return sdm_letter_fill (_ ("You meet {clinician} on {date}."), "clinician", self->signer, "date", date, NULL);
  if (self->signer != NULL)
    /* Translators: the same where no day is known */
    return sdm_letter_fill (_ ("You meet {clinician}."), "clinician", self->signer, NULL);

  return date != NULL ? sdm_letter_fill (_ ("We meet on {date}."), "date", date, NULL) : NULL;
}

void
sdm_letter_content_add_whose (SdmLetterContent *self)
{
  const char      *practice = sdm_letter_content_get_text (self, "start/practice/name");
  const char      *born = sdm_letter_content_get_text (self, "people/patient/born");
  g_autofree char *name = sdm_letter_content_dup_patient (self);
  g_autofree char *date = born != NULL ? sdm_date_format (born) : NULL;
  g_autofree char *whose = NULL;

  if (practice != NULL)
    sdm_letter_content_take_paragraph (self, sdm_letter_own_words (practice));
  if (name != NULL && date != NULL)
    /* Translators: whose sheet it is: "Mr Arthur Pell, born 14 March 1943" */
    whose = sdm_letter_fill (_ ("{name}, born\u00a0{date}"), "name", name, "date", date, NULL);
  else if (name != NULL)
    whose = sdm_letter_own_words (name);
  if (whose == NULL)
    return;
  sdm_letter_document_add_paragraph (self->document, whose);
  sdm_letter_document_set_running_head (self->document, whose);
}

static void
add_results (SdmLetterContent *self)
{
  /* Translators: heads of three columns, in which results of tests are written with a pen */
  const char *const heads[] = { _ ("Test"), _ ("Result and date"), _ ("What it means"), NULL };
  const char *const empty[] = { "", "", "", NULL };
  SdmLetterBlock   *grid;

  sdm_letter_document_add_heading (self->document, 2, _ ("Your test results"));
  grid = sdm_letter_document_add_grid (self->document, heads, RESULT_HEIGHT);
  for (guint i = 0; i < RESULT_ROWS; i++)
    sdm_letter_grid_add_row (grid, empty);
}

static void
add_easier (SdmLetterContent *self)
{
  static const char *const easier[] = { N_ ("Large print"), N_ ("Somebody to interpret or to sign"), N_ ("Somebody with me"),
                                                                                                         N_ ("More time"), N_ ("A room that is easy to get to"), NULL };
  static const char *const bring[] = { N_ ("All that you take, or a list of it"), N_ ("Your glasses and hearing aids"),
                                                                                      N_ ("Somebody, if you would like that"), NULL };

  sdm_letter_document_add_heading (self->document, 2, _ ("What would make the visit easier?"));
  add_questions (self, easier, SDM_LETTER_LIST_BOXES);
  /* Translators: leads to a line to write on, below boxes to tick */
  sdm_letter_document_add_lead_in (self->document, _ ("Something else:"));
  sdm_letter_document_add_lines (self->document, 1);
  sdm_letter_document_add_heading (self->document, 2, _ ("Please bring"));
  add_questions (self, bring, SDM_LETTER_LIST_DISC);
}

void
sdm_letter_content_add_sheet_contact (SdmLetterContent *self)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (self->contact != NULL && self->phone != NULL)
    /* Translators: at the foot of a sheet: "Questions? Call Tom Bevan on 01632 960018." */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("Questions? Call {contact} on **{phone}**."), "contact", self->contact, "phone", self->phone, NULL));
  else if (self->phone != NULL)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("Questions? Call us on **{phone}**."), "phone", self->phone, NULL));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("Questions? Ask at the practice.")));
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

void
sdm_letter_content_open_sheet (SdmLetterContent *self,
                               SdmLetterPaper    paper)
{
  sdm_letter_document_set_paper (self->document, paper);
  if (self->is_practice)
    sdm_letter_document_set_foot_mark (self->document, _ ("Practice sheet. Not a real person."));
}

void
sdm_letter_content_add_before_we_meet (SdmLetterContent *self)
{
  /* Our own words for what helps a person to ask; see the licences of others' before they are changed. */
  static const char *const asked[] = { N_ ("Which choices do I have, and can I wait?"),
                                           N_ ("What can go well and what can go wrong with each, and for how many people?"),
                                               N_ ("What will I have to do, and who can help me?"), NULL };
  char                    *with_whom = dup_with_whom (self);

  sdm_letter_content_open_sheet (self, SDM_LETTER_PAPER_SHEET);
  /* Translators: title of a sheet that the reader fills in at home */
  sdm_letter_document_add_heading (self->document, 1, _ ("Before we meet"));
  sdm_letter_content_add_whose (self);
  if (with_whom != NULL)
    sdm_letter_content_take_paragraph (self, with_whom);
  sdm_letter_document_add_paragraph (self->document, _ ("Fill in as much as you like, and bring it with you. You may leave any of it empty."));
  add_asked (self, sdm_letter_content_choose (self, _ ("What matters most to you just now?"), _ ("What matters most to you and your child just now?")), 4);
  add_asked (self, sdm_letter_content_choose (self, _ ("What is a normal day like?"), _ ("What is a normal day like for your child?")), 3);
  sdm_letter_document_add_heading (self->document, 2, _ ("What would you like to ask?"));
  sdm_letter_document_add_lead_in (self->document, _ ("Some people ask:"));
  add_questions (self, asked, SDM_LETTER_LIST_DISC);
  sdm_letter_document_add_lines (self->document, 4);
  sdm_letter_document_add_page_break (self->document);
  add_results (self);
  add_easier (self);
  sdm_letter_content_add_sheet_contact (self);
}

/* Still right for you? */

/* What was decided, on which day, and the first of what was said. */
static void
add_decided (SdmLetterContent *self)
{
  json_t          *goal = json_array_get (sdm_letter_content_get_list (self, "matters/goals"), 0);
  const char      *said = sdm_letter_item_get_text (goal, "text");
  g_autofree char *date = sdm_date_format (self->day);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  /* Translators: leads to what was decided; {date} is a day */
  sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("We talked on {date}."), "date", date, NULL));
  sdm_letter_content_append_decided (self, paragraph);
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
  if (said != NULL && sdm_letter_content_did_reader_speak (self))
    sdm_letter_content_take_quote (self, sdm_letter_fill (_ ("You said: “{words}”"), "words", said, NULL));
}

/* One row for each thing that was to be reached, in the words of the person, or else what was put first. */
static void
add_how_it_goes (SdmLetterContent *self)
{
  const char *const        heads[] = { /* Translators: heads of columns with boxes to tick, behind each thing that matters to the reader */
                                _ ("What matters to you"), _ ("Better"), _ ("The same"), _ ("Worse"), _ ("Not sure"), NULL };
  static const char *const paths[] = { "matters/goals", "matters/ranked" };
  SdmLetterBlock          *grid = NULL;
  json_t                  *item;
  size_t                   i;

  for (guint p = 0; grid == NULL && p < G_N_ELEMENTS (paths); p++)
    json_array_foreach (sdm_letter_content_get_list (self, paths[p]), i, item)
      {
        const char      *text = sdm_letter_item_get_text (item, "text");
        g_autofree char *words = text != NULL ? sdm_letter_own_words (text) : NULL;
        const char      *cells[] = { words, SDM_LETTER_TICK_BOX, SDM_LETTER_TICK_BOX, SDM_LETTER_TICK_BOX, SDM_LETTER_TICK_BOX, NULL };

        if (words == NULL)
          continue;
        if (grid == NULL)
          {
            sdm_letter_document_add_heading (self->document, 2, _ ("How is it going?"));
            grid = sdm_letter_document_add_grid (self->document, heads, TICK_HEIGHT);
          }
        sdm_letter_grid_add_row (grid, cells);
      }
}

/* Half of the sheets have the answers in the other order, so that no answer is always the first. */
static void
add_wishes (SdmLetterContent *self)
{
  static const char *const wishes[] = { N_ ("Carry on"), N_ ("Change something"), N_ ("Stop"), N_ ("Talk about it"), N_ ("I am not sure") };
  const guint              n = G_N_ELEMENTS (wishes);
  const gboolean           is_reversed = g_str_hash (sdm_letter_content_get_text (self, "id")) % 2 == 1;
  SdmLetterBlock          *list;

  sdm_letter_document_add_heading (self->document, 2, _ ("Now I would like to:"));
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_BOXES);
  for (guint i = 0; i < n; i++)
    sdm_letter_list_add_item (list, _ (wishes[is_reversed ? n - 1 - i : i]));
}

gboolean
sdm_letter_content_add_still_right (SdmLetterContent *self,
                                    GError          **error)
{
  if (g_strcmp0 (self->result, "decided") != 0)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           g_dcgettext (GETTEXT_PACKAGE, "nothing was decided yet, so there is nothing to look at again", LC_MESSAGES));
      return FALSE;
    }

  sdm_letter_content_open_sheet (self, SDM_LETTER_PAPER_SHEET);
  /* Translators: title of a sheet that the reader fills in some months after a decision; the second is for a parent */
  sdm_letter_document_add_heading (self->document, 1, sdm_letter_content_choose (self, _ ("Is this still right for you?"), _ ("Is this still right for your child?")));
  if (self->is_provisional)
    sdm_letter_document_add_mark (self->document, _ ("Provisional: this plan is not final."));
  sdm_letter_content_mark_cancelled (self, _ ("Please do not use this plan."));
  sdm_letter_content_add_whose (self);
  add_decided (self);
  sdm_letter_content_add_what_changed (self);
  add_asked (self, _ ("What has changed since then?"), 2);
  add_how_it_goes (self);
  add_asked (self, _ ("What has been hard?"), 2);
  add_wishes (self);
  sdm_letter_content_add_sheet_contact (self);

  return TRUE;
}
