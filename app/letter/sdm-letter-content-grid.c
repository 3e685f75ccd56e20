/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-blank.h"
#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"
#include "sdm-date.h"
#include "sdm-figure.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The option grid on paper: what the person saw beside one another, with room for what they think of it. */

#define OPTIONS_IN_A_GRID 3
#define ROW_HEIGHT        12 /* mm */

/* What was written at the crossing of a question and an option of a blank page; NULL for nothing. */
static const char *
find_own_answer (SdmLetterContent *self,
                 const char       *question,
                 const char       *option)
{
  json_t *answer;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "blank/answers"), i, answer)
    if (g_strcmp0 (sdm_letter_item_get_text (answer, "question"), question) == 0 &&
        g_strcmp0 (sdm_letter_item_get_text (answer, "option"), option) == 0)
      return sdm_letter_item_get_text (answer, "text");

  return NULL;
}

/* Of a blank page, what nobody has answered is room to write. */
static char *
dup_cell (SdmLetterContent  *self,
          SdmAid            *aid,
          const SdmQuestion *question,
          const SdmOption   *option)
{
  g_autofree char *answer = NULL;

  if (sdm_aid_is_blank (aid))
    {
      const char *own = find_own_answer (self, question->id, option->id);

      return own != NULL ? sdm_letter_own_words (own) : g_strdup ("");
    }

  answer = sdm_aid_dup_answer (aid, question, option, sdm_consultation_get_group (self->consultation, aid), NULL);

  return *answer != '\0' ? sdm_letter_own_words (answer) : g_strdup (_ ("We do not know."));
}

/* The options as they were seen; all of the aid where none was seen yet. Borrowed from @aid. */
static GPtrArray *
list_options (SdmLetterContent *self,
              SdmAid           *aid)
{
  GPtrArray       *shown = sdm_consultation_list_shown_options (self->consultation, aid);
  guint            n = 0;
  const SdmOption *options = sdm_aid_get_options (aid, &n);

  /* Grows only where it was empty. */
  for (guint i = 0; i < n && shown->len == i; i++)
    g_ptr_array_add (shown, (gpointer) &options[i]);

  return shown;
}

static void
add_row (SdmLetterContent  *self,
         SdmAid            *aid,
         const SdmQuestion *question,
         GPtrArray         *options,
         guint              start,
         guint              end,
         SdmLetterBlock    *grid)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, sdm_letter_own_words (question->text));
  for (guint i = start; i < end; i++)
    g_ptr_array_add (cells, dup_cell (self, aid, question, g_ptr_array_index (options, i)));
  g_ptr_array_add (cells, NULL);
  sdm_letter_grid_add_row (grid, (const char *const *) cells->pdata);
}

/* A few options stand in one grid; more in several, each with the questions. */
static void
add_grid (SdmLetterContent *self,
          SdmAid           *aid,
          GPtrArray        *options,
          guint             start,
          guint             end)
{
  g_autoptr (GPtrArray) questions = sdm_consultation_list_questions (self->consultation, aid);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  SdmLetterBlock *grid;

  /* Translators: head of the column of a grid in which the questions stand */
  g_ptr_array_add (heads, g_strdup (_ ("Question")));
  for (guint i = start; i < end; i++)
    g_ptr_array_add (heads, sdm_letter_own_words (((const SdmOption *) g_ptr_array_index (options, i))->title));
  g_ptr_array_add (heads, NULL);
  grid = sdm_letter_document_add_grid (self->document, (const char *const *) heads->pdata, ROW_HEIGHT);
  for (guint q = 0; q < questions->len; q++)
    add_row (self, aid, g_ptr_array_index (questions, q), options, start, end, grid);
}

static void
add_grids (SdmLetterContent *self,
           SdmAid           *aid,
           GPtrArray        *options)
{
  for (guint start = 0; start < options->len; start += OPTIONS_IN_A_GRID)
    add_grid (self, aid, options, start, MIN (start + OPTIONS_IN_A_GRID, options->len));
}

/* What matters, where it is known, and a box for each option; none is ticked before. */
static void
add_leaning (SdmLetterContent *self,
             GPtrArray        *options)
{
  SdmLetterBlock *list;

  sdm_letter_document_add_heading (self->document, 2, sdm_letter_content_choose (self, _ ("What matters most to you"), _ ("What matters most to you and your child")));
  sdm_letter_document_add_lines (self->document, 2);
  sdm_letter_document_add_heading (self->document, 2, _ ("Just now I lean towards:"));
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_BOXES);
  for (guint i = 0; i < options->len; i++)
    sdm_letter_content_take_item (list, sdm_letter_own_words (((const SdmOption *) g_ptr_array_index (options, i))->title));
  sdm_letter_list_add_item (list, _ ("I am not sure"));
}

/* Where the answers come from */

static void
note_sources (SdmAid            *aid,
              const SdmCitation *citations,
              guint              n_citations,
              GPtrArray         *sources)
{
  for (guint i = 0; i < n_citations; i++)
    {
      const SdmSource *source = sdm_aid_find_source (aid, citations[i].source);

      if (source != NULL && !g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, (gpointer) source);
    }
}

/* Each source of an answer once, in the order of the questions; borrowed from @aid. */
static GPtrArray *
list_sources (SdmLetterContent *self,
              SdmAid           *aid)
{
  g_autoptr (GPtrArray) questions = sdm_consultation_list_questions (self->consultation, aid);
  GPtrArray *sources = g_ptr_array_new ();

  for (guint q = 0; q < questions->len; q++)
    {
      const SdmQuestion *question = g_ptr_array_index (questions, q);
      const SdmOutcome  *outcome = question->answers_from != NULL ? sdm_aid_find_outcome (aid, question->answers_from) : NULL;

      if (outcome != NULL)
        note_sources (aid, outcome->citations, outcome->n_citations, sources);
      for (guint a = 0; a < question->n_answers; a++)
        note_sources (aid, question->answers[a].citations, question->answers[a].n_citations, sources);
    }

  return sources;
}

void
sdm_letter_content_add_grid_sources (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) sources = list_sources (self, self->aid);
  g_autofree char *searched = sdm_date_format (sdm_aid_get_search_date (self->aid));
  g_autofree char *again = sdm_date_format (sdm_aid_get_review_by (self->aid));
  SdmLetterBlock  *list = NULL;

  sdm_letter_document_add_heading (self->document, 2, _ ("Where the answers come from"));
  if (sources->len > 0)
    list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr (GString) item = g_string_new (NULL);

      sdm_letter_content_append_source (item, g_ptr_array_index (sources, i));
      sdm_letter_list_add_item (list, item->str);
    }
  sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("We last looked for these facts on {date}. We will look again by {again}."),
                                                               "date", searched, "again", again, NULL));
}

void
sdm_letter_content_add_option_grid (SdmLetterContent *self)
{
  g_autoptr (SdmAid) page = self->aid == NULL ? sdm_aid_new_for_blank (sdm_letter_content_get_list (self, "blank"), "en-GB") : NULL;
  SdmAid *aid = self->aid != NULL ? self->aid : page;
  g_autoptr (GPtrArray) options = list_options (self, aid);
  g_autofree char *decision = sdm_letter_own_words (sdm_aid_get_decision (aid));

  sdm_letter_content_open_sheet (self, SDM_LETTER_PAPER_WIDE_SHEET);
  /* Translators: title of a sheet on which the options stand beside one another */
  sdm_letter_document_add_heading (self->document, 1, _ ("Your options side by side"));
  sdm_letter_content_add_whose (self);
  sdm_letter_document_add_paragraph (self->document, decision);
  if (self->is_draft_aid)
    sdm_letter_document_add_paragraph (self->document, _ ("**Draft.** Our practice has not yet approved the facts below."));
  add_grids (self, aid, options);
  add_leaning (self, options);
  if (self->aid != NULL)
    sdm_letter_content_add_grid_sources (self);
  sdm_letter_content_add_sheet_contact (self);
}

void
sdm_letter_content_add_empty_grid (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) options = list_options (self, self->aid);

  add_grids (self, self->aid, options);
  add_leaning (self, options);
}
