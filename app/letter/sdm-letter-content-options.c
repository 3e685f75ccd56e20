/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The enclosure: the options that were looked at, before the numbers. */

static void
add_count_of_options (SdmLetterContent *self,
                      gulong            n_options)
{
  g_autofree char *number = sdm_words_format_number ((guint) n_options);

  /* Translators: {n} is how many options were looked at: "We looked at 3 options, in no special order." */
  sdm_letter_content_take_paragraph (self, sdm_letter_fill (ngettext ("We looked at {n} option.",
                                                                      "We looked at {n} options, in no special order.", n_options),
                                                            "n", number, NULL));
}

static void
add_option_list (SdmLetterContent *self,
                 json_t           *shown)
{
  SdmLetterBlock *list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  json_t         *id;
  size_t          i;

  json_array_foreach (shown, i, id)
    {
      const SdmOption *option = self->aid != NULL ? sdm_aid_find_option (self->aid, json_string_value (id)) : NULL;
      const char      *title = sdm_letter_content_get_option_title (self, json_string_value (id));

      if (title == NULL)
        title = json_string_value (id);
      if (option != NULL)
        {
          /* Translators: an option and what it is: "**Take one tablet fewer.** You stop one tablet …" */
          sdm_letter_content_take_item (list, sdm_letter_fill (_ ("**{option}.** {summary}"), "option", title, "summary", option->summary, NULL));
        }
      else
        sdm_letter_content_take_item (list, sdm_letter_fill (_ ("**{option}.**"), "option", title, NULL));
    }
}

static void
add_hidden (SdmLetterContent *self)
{
  json_t *hidden;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "options/hidden"), i, hidden)
    {
      const char *title = sdm_letter_content_get_option_title (self, sdm_letter_item_get_text (hidden, "option"));
      const char *reason = sdm_letter_item_get_text (hidden, "reason");

      if (title != NULL && reason != NULL)
        /* Translators: an option that was left out; {reason} was typed, and begins as a sentence:
         * "We did not look at “Stop step by step”. The reason: You said that two ways were enough." */
        sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("We did not look at “{option}”. The reason: {reason}"),
                                                                     "option", title, "reason", reason, NULL));
    }
}

/* Of the aid, or of a blank page; NULL where it is in neither. */
static const char *
get_question (SdmLetterContent *self,
              const char       *id)
{
  const SdmQuestion *found = self->aid != NULL && id != NULL ? sdm_aid_find_question (self->aid, id) : NULL;
  json_t            *own;
  size_t             i;

  if (found != NULL)
    return found->text;
  json_array_foreach (sdm_letter_content_get_list (self, "blank/questions"), i, own)
    if (g_strcmp0 (sdm_letter_item_get_text (own, "id"), id) == 0)
      return sdm_letter_item_get_text (own, "text");

  return NULL;
}

static void
add_questions_put_aside (SdmLetterContent *self)
{
  json_t *hidden;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "options/questions_hidden"), i, hidden)
    {
      const char *question = get_question (self, sdm_letter_item_get_text (hidden, "question"));
      const char *reason = sdm_letter_item_get_text (hidden, "reason");

      if (question != NULL && reason != NULL)
        /* Translators: a question that was not talked about; {reason} was typed, and begins as a sentence:
         * "We put this question aside: “What does it cost?” The reason: It costs you nothing." */
        sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("We put this question aside: “{question}” The reason: {reason}"),
                                                                     "question", question, "reason", reason, NULL));
    }
}

static void
add_asked (SdmLetterContent *self)
{
  SdmLetterBlock *list = NULL;
  json_t         *asked;
  size_t          i;

  json_array_foreach (sdm_letter_content_get_list (self, "options/asked"), i, asked)
    {
      const char *text = sdm_letter_item_get_text (asked, "text");
      const char *answer = sdm_letter_item_get_text (asked, "answer");

      if (text == NULL)
        continue;
      if (list == NULL)
        {
          /* Translators: leads to the reader's own questions, each with its answer */
          sdm_letter_document_add_lead_in (self->document, _ ("**What you asked**"));
          list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
        }
      if (answer == NULL)
        answer = _ ("We do not have an answer yet.");
      /* Translators: a question in the reader's words, and the answer: "“Will the heart one stay?” Yes." */
      sdm_letter_content_take_item (list, sdm_letter_fill (_ ("“{question}” {answer}"), "question", text, "answer", answer, NULL));
    }
}

static void
add_options_of_aid (SdmLetterContent *self)
{
  json_t  *shown = sdm_letter_content_get_list (self, "options/shown");
  gboolean has_figures = sdm_letter_content_has_figures (self);

  /* Translators: heading of the enclosure, which begins on a page of its own; the second where it tells no number */
  sdm_letter_document_add_heading (self->document, 2, has_figures ? _ ("Your options and the numbers we looked at") : _ ("Your options"));
  if (self->is_draft_aid)
    /* Translators: stands before the first number, or else the first fact, of an aid that the practice has not signed */
    sdm_letter_document_add_paragraph (self->document, has_figures ? _ ("**Draft.** Our practice has not yet approved the numbers below.") : _ ("**Draft.** Our practice has not yet approved the facts below."));
  add_count_of_options (self, (gulong) json_array_size (shown));
  add_option_list (self, shown);
  add_hidden (self);
  add_questions_put_aside (self);
  add_asked (self);
  sdm_letter_content_add_figures (self);
  sdm_letter_content_add_more_talk (self);
}

static void
add_own_options (SdmLetterContent *self,
                 guint             n_options)
{
  /* Translators: heading of the enclosure where the options and answers are the reader's and the clinician's own */
  sdm_letter_document_add_heading (self->document, 2, _ ("Your options and what we wrote down"));
  add_count_of_options (self, n_options);
  sdm_letter_content_add_blank_options (self);
  add_hidden (self);
  add_questions_put_aside (self);
  sdm_letter_content_add_blank_answers (self);
  add_asked (self);
  sdm_letter_content_add_more_talk (self);
}

/* Whether any options were looked at, of the aid or of a blank page. */
gboolean
sdm_letter_content_has_enclosure (SdmLetterContent *self)
{
  return sdm_letter_content_count_blank_options (self) > 0 ||
         (!sdm_letter_content_is_blank (self) && json_array_size (sdm_letter_content_get_list (self, "options/shown")) > 0);
}

void
sdm_letter_content_add_enclosure (SdmLetterContent *self)
{
  const guint n_own = sdm_letter_content_count_blank_options (self);

  sdm_letter_document_add_page_break (self->document);
  if (n_own > 0)
    add_own_options (self, n_own);
  else if (sdm_letter_content_has_enclosure (self))
    add_options_of_aid (self);
}
