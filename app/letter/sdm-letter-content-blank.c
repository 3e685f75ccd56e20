/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* A blank page for two: options, questions and answers as the two of them wrote them.
 * There is no aid, and so neither a figure nor a source. */

gboolean
sdm_letter_content_is_blank (SdmLetterContent *self)
{
  return sdm_letter_content_get_list (self, "blank") != NULL;
}

/* A name that was typed may end as a question does: "Try a hearing aid." "Wait and see?" */
static char *
dup_bold_sentence (const char *text)
{
  g_autofree char *words = sdm_letter_own_words (text);
  g_autoptr (GString) sentence = g_string_new (words);

  sdm_letter_content_end (sentence);

  return g_strdup_printf ("**%s**", sentence->str);
}

/* Names of the options that were looked at, in the order of the page; borrowed. */
static GPtrArray *
list_options (SdmLetterContent *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  json_t    *option;
  size_t     i;

  json_array_foreach (sdm_letter_content_get_list (self, "blank/options"), i, option)
    {
      const char *id = sdm_letter_item_get_text (option, "id");
      json_t     *hidden;
      size_t      h;
      gboolean    is_hidden = FALSE;

      json_array_foreach (sdm_letter_content_get_list (self, "options/hidden"), h, hidden)
        is_hidden = is_hidden || g_strcmp0 (sdm_letter_item_get_text (hidden, "option"), id) == 0;
      if (!is_hidden && sdm_letter_item_get_text (option, "title") != NULL)
        g_ptr_array_add (ids, (gpointer) id);
    }

  return ids;
}

/* What was written at the crossing of a row and an option; NULL where nothing was. */
static const char *
find_words (SdmLetterContent *self,
            const char       *path,
            const char       *row_key,
            const char       *row,
            const char       *option)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, path), i, entry)
    if (g_strcmp0 (sdm_letter_item_get_text (entry, row_key), row) == 0 && g_strcmp0 (sdm_letter_item_get_text (entry, "option"), option) == 0)
      return sdm_letter_item_get_text (entry, "text");

  return NULL;
}

static gboolean
has_words (SdmLetterContent *self,
           const char       *path,
           const char       *row_key,
           const char       *row,
           GPtrArray        *options)
{
  for (guint i = 0; i < options->len; i++)
    if (find_words (self, path, row_key, row, g_ptr_array_index (options, i)) != NULL)
      return TRUE;

  return FALSE;
}

/* One row of the page: what was asked, and an answer for each option. */
static void
add_row (SdmLetterContent *self,
         const char       *path,
         const char       *row_key,
         const char       *row,
         const char       *asked,
         GPtrArray        *options)
{
  SdmLetterBlock *list;

  sdm_letter_content_take_lead_in (self, sdm_letter_fill ("**{text}**", "text", asked, NULL));
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  for (guint i = 0; i < options->len; i++)
    {
      const char      *option = g_ptr_array_index (options, i);
      const char      *words = find_words (self, path, row_key, row, option);
      g_autofree char *title = dup_bold_sentence (sdm_letter_content_get_option_title (self, option));
      g_autofree char *answer = sdm_letter_own_words (words != NULL ? words : _ ("We do not know yet."));

      sdm_letter_content_take_item (list, g_strdup_printf ("%s %s", title, answer));
    }
}

static gboolean
is_put_aside (SdmLetterContent *self,
              const char       *question)
{
  json_t *hidden;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "options/questions_hidden"), i, hidden)
    if (g_strcmp0 (sdm_letter_item_get_text (hidden, "question"), question) == 0)
      return TRUE;

  return FALSE;
}

static void
add_answers (SdmLetterContent *self,
             GPtrArray        *options)
{
  json_t *question;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "blank/questions"), i, question)
    if (sdm_letter_item_get_text (question, "text") != NULL && !is_put_aside (self, sdm_letter_item_get_text (question, "id")))
      add_row (self, "blank/answers", "question", sdm_letter_item_get_text (question, "id"), sdm_letter_item_get_text (question, "text"), options);
}

/* What each option does about what matters, where anything was written. */
static void
add_weighed (SdmLetterContent *self,
             GPtrArray        *options)
{
  gboolean is_first = TRUE;
  json_t  *statement;
  size_t   i;

  json_array_foreach (sdm_letter_content_get_list (self, "matters/ranked"), i, statement)
    {
      const char *text = sdm_letter_item_get_text (statement, "text");

      if (text == NULL || !has_words (self, "weigh/says", "matter", text, options))
        continue;
      if (is_first)
        /* Translators: heading above what each option does about each thing that matters to the reader */
        sdm_letter_document_add_heading (self->document, 3, _ ("What each option does about what matters to you"));
      is_first = FALSE;
      add_row (self, "weigh/says", "matter", text, text, options);
    }
}

guint
sdm_letter_content_count_blank_options (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) options = list_options (self);

  return options->len;
}

void
sdm_letter_content_add_blank_options (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) options = list_options (self);
  SdmLetterBlock *list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);

  for (guint i = 0; i < options->len; i++)
    sdm_letter_content_take_item (list, dup_bold_sentence (sdm_letter_content_get_option_title (self, g_ptr_array_index (options, i))));
}

void
sdm_letter_content_add_blank_answers (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) options = list_options (self);

  add_answers (self, options);
  add_weighed (self, options);
  sdm_letter_document_add_paragraph (self->document, _ ("We found no numbers for this."));
}

/* The decision */

static const struct
{
  const char *decided_by;
  const char *sentence;
} deciders[] = {
  /* Translators: {choice} is the name that the reader gave an option, and begins as a sentence: "Try a hearing aid." */
  { "patient", N_ ("**You decided on this: {choice}**") },
    { "together", N_ ("**You and I decided on this together: {choice}**") },
      { "clinician-asked", N_ ("**You left the choice to me, and I chose this: {choice}**") },
        { "for-them", N_ ("**{name} decided on this for you: {choice}**") },
      };

/* What was chosen, in the words of the page, and who decided.
 * Returns whether anything with a name was. */
gboolean
sdm_letter_content_append_blank_choices (SdmLetterContent *self,
                                         GString          *paragraph)
{
  const char *decided_by = sdm_letter_content_get_text (self, "plan/decided_by");
  const char *decider = sdm_letter_content_get_text (self, "plan/decider/name");
  /* Translators: a decision where it is open who made it */
  const char *sentence = _ ("**The decision is this: {choice}**");
  gboolean    is_any = FALSE;
  json_t     *chosen;
  size_t      i;

  for (guint d = 0; decided_by != NULL && d < G_N_ELEMENTS (deciders); d++)
    if (g_str_equal (decided_by, deciders[d].decided_by) && (!g_str_equal (decided_by, "for-them") || decider != NULL))
      sentence = _ (deciders[d].sentence);

  json_array_foreach (sdm_letter_content_get_list (self, "plan/chosen"), i, chosen)
    {
      const char *title = sdm_letter_content_get_option_title (self, sdm_letter_item_get_text (chosen, "option"));
      g_autoptr (GString) choice = g_string_new (title);

      if (title == NULL)
        continue;
      sdm_letter_content_end (choice);
      sdm_letter_content_append (paragraph, sdm_letter_fill (sentence, "choice", choice->str, "name", decider, NULL));
      is_any = TRUE;
    }

  return is_any;
}
