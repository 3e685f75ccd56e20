/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The plan card: what was agreed, on one small page that may hang on a door. It speaks to the reader as the
 * letter does, and names neither a number of theirs nor what they have. */

static void
add_name (SdmLetterContent *self)
{
  const char      *born = sdm_letter_content_get_text (self, "people/patient/born");
  g_autofree char *name = sdm_letter_content_dup_patient (self);
  g_autofree char *date = born != NULL ? sdm_date_format (born) : NULL;

  g_autofree char *whose = NULL;

  if (name != NULL && date != NULL)
    /* Translators: whose plan it is: "Mr Arthur Pell, born 14 March 1943" */
    whose = sdm_letter_fill (_ ("{name}, born\u00a0{date}"), "name", name, "date", date, NULL);
  else if (name != NULL)
    whose = sdm_letter_own_words (name);
  if (whose == NULL)
    return;

  sdm_letter_document_add_paragraph (self->document, whose);
  sdm_letter_document_set_running_head (self->document, whose);
}

/* What was agreed */

/* What the person hopes for, in their own words; NULL where they were not asked. */
static const char *
get_goal (SdmLetterContent *self)
{
  return sdm_letter_item_get_text (json_array_get (sdm_letter_content_get_list (self, "matters/goals"), 0), "text");
}

/* NULL where no day was set. */
static char *
dup_review (SdmLetterContent *self)
{
  json_t          *first = json_array_get (sdm_letter_content_get_list (self, "plan/review/dates"), 0);
  const char      *on = sdm_letter_item_get_text (first, "on");
  g_autofree char *date = on != NULL ? sdm_date_format (on) : NULL;

  /* Translators: on the plan card; {date} is a day */
  return date != NULL ? sdm_letter_fill (_ ("We will look at it again on {date}."), "date", date, NULL) : NULL;
}

static void
add_agreed (SdmLetterContent *self)
{
  gboolean is_open = self->result == NULL || g_str_equal (self->result, "not-yet");
  char    *review = get_goal (self) == NULL ? dup_review (self) : NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);

  /* Translators: heading on the plan card; the second where nothing is decided yet */
  sdm_letter_document_add_heading (self->document, 2, is_open ? _ ("What is still open") : _ ("What we agreed"));
  if (self->result == NULL)
    sdm_letter_content_append (paragraph, g_strdup (_ ("**We have not finished talking about this.**")));
  else if (is_open)
    sdm_letter_content_append (paragraph, g_strdup (_ ("**You have not decided yet.**")));
  else if (g_str_equal (self->result, "no-thank-you"))
    sdm_letter_content_append (paragraph, g_strdup (_ ("**You decided not to go into this now.**")));
  else
    {
      sdm_letter_content_append_decided (self, paragraph);
      sdm_letter_content_append (paragraph, g_strdup (_ ("You can change your mind at any time.")));
    }
  if (review != NULL)
    sdm_letter_content_append (paragraph, review);
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

/* What the reader does, and how often */

/* What the person's side does; borrowed. */
static GPtrArray *
list_own_steps (SdmLetterContent *self)
{
  GPtrArray *steps = g_ptr_array_new ();
  json_t    *action;
  size_t     i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/actions"), i, action)
    if (g_strcmp0 (sdm_letter_item_get_text (action, "side"), "person") == 0 && sdm_letter_item_get_text (action, "what") != NULL)
      g_ptr_array_add (steps, action);
  g_ptr_array_sort (steps, sdm_letter_compare_days);

  return steps;
}

static SdmLetterBlock *
open_list (SdmLetterContent *self,
           SdmLetterBlock   *list)
{
  if (list != NULL)
    return list;

  /* Translators: heading on the plan card, above the person's own steps */
  sdm_letter_document_add_heading (self->document, 2, _ ("What you do"));

  return sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_BOXES);
}

/* Whether one of the person's steps says what to do with the medicine, whose name ends before its strength. */
static gboolean
is_told_by_step (const char *medicine,
                 GPtrArray  *steps)
{
  g_autofree char *without_strength = g_strstrip (g_strndup (medicine, strcspn (medicine, "0123456789")));
  g_autofree char *name = g_utf8_casefold (without_strength, -1);

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *what = g_utf8_casefold (sdm_letter_item_get_text (g_ptr_array_index (steps, i), "what"), -1);

      if (*name != '\0' && strstr (what, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What changes, and how; NULL where a step says it in a whole sentence. */
static char *
dup_medicine (json_t    *medicine,
              GPtrArray *steps)
{
  const char *name = sdm_letter_item_get_text (medicine, "name");
  const char *how = sdm_letter_item_get_text (medicine, "how");
  gboolean    is_stopped = g_strcmp0 (sdm_letter_item_get_text (medicine, "change"), "stop") == 0;

  if (how != NULL && is_stopped)
    /* Translators: a medicine that is stopped, and how, on the plan card: "Stop Doxazosin: Half a tablet for a week, then none." */
    return sdm_letter_fill (_ ("Stop **{medicine}**: {how}"), "medicine", name, "how", how, NULL);
  if (how != NULL)
    /* Translators: a medicine that is new or changed, and how to take it: "Atorvastatin 20 mg: One tablet each day." */
    return sdm_letter_fill (_ ("**{medicine}:** {how}"), "medicine", name, "how", how, NULL);
  if (is_told_by_step (name, steps))
    return NULL;
  if (is_stopped)
    /* Translators: a medicine that is stopped, where nothing says how */
    return sdm_letter_fill (_ ("Stop **{medicine}** as we agreed."), "medicine", name, NULL);

  /* Translators: a medicine that is new or changed, where nothing says how to take it */
  return sdm_letter_fill (_ ("Take **{medicine}** as we agreed."), "medicine", name, NULL);
}

/* The medicines that change; no words about how are lost. */
static SdmLetterBlock *
add_medicines (SdmLetterContent *self,
               GPtrArray        *steps)
{
  SdmLetterBlock *list = NULL;
  json_t         *medicine;
  size_t          i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/medicines"), i, medicine)
    {
      const char *change = sdm_letter_item_get_text (medicine, "change");
      char       *text = NULL;

      if (sdm_letter_item_get_text (medicine, "name") == NULL || change == NULL || g_str_equal (change, "keep"))
        continue;
      text = dup_medicine (medicine, steps);
      if (text == NULL)
        continue;
      list = open_list (self, list);
      sdm_letter_content_take_item (list, text);
    }

  return list;
}

static void
add_steps (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) steps = list_own_steps (self);
  SdmLetterBlock *list = add_medicines (self, steps);

  for (guint i = 0; i < steps->len; i++)
    {
      json_t          *action = g_ptr_array_index (steps, i);
      const char      *by = sdm_letter_item_get_text (action, "by");
      g_autofree char *date = by != NULL ? sdm_date_format_with_weekday (by) : NULL;

      list = open_list (self, list);
      if (date != NULL)
        /* Translators: a step on the plan card, with its day: "Tuesday 1 December 2026: Have the blood test." */
        sdm_letter_content_take_item (list, sdm_letter_fill (_ ("**{date}:** {what}"), "date", date, "what", sdm_letter_item_get_text (action, "what"), NULL));
      else
        sdm_letter_content_take_item (list, sdm_letter_own_words (sdm_letter_item_get_text (action, "what")));
    }
}

/* How the reader will know */

/* Where there is no goal, the day stands with what was agreed. */
static void
add_how_to_know (SdmLetterContent *self)
{
  const char *goal = get_goal (self);
  char       *review;

  if (goal == NULL)
    return;

  /* Translators: heading on the plan card, above what the person wants to reach */
  sdm_letter_document_add_heading (self->document, 2, _ ("How you will know"));
  /* Translators: a person's own words, never changed, in the quotation marks of the language */
  sdm_letter_content_take_quote (self, sdm_letter_fill (_ ("“{words}”"), "words", goal, NULL));
  review = dup_review (self);
  if (review != NULL)
    sdm_letter_content_take_paragraph (self, review);
}

/* Get help, and whom to ask */

static void
append_other_signs (SdmLetterContent *self,
                    GString          *paragraph)
{
  const char *phone = sdm_letter_content_get_text (self, "start/practice/phone");

  if (json_array_size (sdm_letter_content_get_list (self, "plan/look_out")) == 0)
    return;
  if (phone != NULL)
    /* Translators: on the plan card; {phone} is the number of the practice, and the letter tells the signs */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("For other signs in your letter, call **{phone}** or 111."), "phone", phone, NULL));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("For other signs in your letter, call us or 111.")));
}

static void
append_questions (SdmLetterContent *self,
                  GString          *paragraph)
{
  if (self->contact != NULL && self->phone != NULL)
    /* Translators: on the plan card: "Questions? Call Tom Bevan on 01632 960018." */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("Questions? Call {contact} on **{phone}**."), "contact", self->contact, "phone", self->phone, NULL));
  else if (self->phone != NULL)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("Questions? Call us on **{phone}**."), "phone", self->phone, NULL));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("Questions? Ask at the practice.")));
}

static void
add_help (SdmLetterContent *self)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);

  /* Translators: heading on the plan card, above when to call 999 and whom to ask */
  sdm_letter_document_add_heading (self->document, 2, _ ("Get help or ask"));
  sdm_letter_content_add_emergencies (self);
  append_other_signs (self, paragraph);
  append_questions (self, paragraph);
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

void
sdm_letter_content_add_card (SdmLetterContent *self)
{
  sdm_letter_document_set_paper (self->document, SDM_LETTER_PAPER_CARD);
  if (self->is_practice)
    sdm_letter_document_set_foot_mark (self->document, _ ("Practice plan. Not a real person."));
  /* Translators: title of the plan card, as the person would say it */
  sdm_letter_document_add_heading (self->document, 1, _ ("My plan"));
  if (self->is_provisional)
    /* Translators: under the title of an unfinished plan card */
    sdm_letter_document_add_mark (self->document, _ ("Provisional: this plan is not final."));
  sdm_letter_content_mark_cancelled (self, _ ("Please do not use this plan."));
  add_name (self);
  add_agreed (self);
  add_steps (self);
  add_how_to_know (self);
  add_help (self);
}
