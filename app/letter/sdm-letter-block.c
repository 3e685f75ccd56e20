/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-letter-block-private.h"

/* Helpers */

static void
free_row (gpointer data)
{
  SdmLetterRow *row = data;

  for (guint i = 0; i < G_N_ELEMENTS (row->cells); i++)
    g_free (row->cells[i]);
  g_free (row);
}

static void
free_arm (gpointer data)
{
  SdmLetterArm *arm = data;

  g_free (arm->option);
  g_free (arm->alt);
  g_free (arm->headline);
  g_free (arm->text);
  g_free (arm);
}

static void
free_block (gpointer data)
{
  SdmLetterBlock *block = data;

  g_free (block->language);
  g_free (block->text);
  g_free (block->twin_text);
  g_free (block->population);
  g_free (block->certainty);
  for (guint i = 0; i < 3; i++)
    {
      g_free (block->heads[i]);
      g_free (block->key[i]);
    }
  g_strfreev (block->lines);
  g_ptr_array_unref (block->rows);
  g_ptr_array_unref (block->arms);
  g_free (block);
}

static void
replace_text (char      **place,
              const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static void
replace_lines (char            ***place,
               const char *const *lines)
{
  char **copy = g_strdupv ((char **) lines);

  g_strfreev (*place);
  *place = copy;
}

static SdmLetterBlock *
add_block (SdmLetterDocument *self,
           SdmLetterBlockKind kind,
           const char        *text)
{
  SdmLetterBlock *block = g_new0 (SdmLetterBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  block->rows = g_ptr_array_new_with_free_func (free_row);
  block->arms = g_ptr_array_new_with_free_func (free_arm);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
add_row (SdmLetterBlock *block,
         const char     *first,
         const char     *second,
         const char     *third)
{
  SdmLetterRow *row = g_new0 (SdmLetterRow, 1);

  row->cells[0] = g_strdup (first);
  row->cells[1] = g_strdup (second);
  row->cells[2] = g_strdup (third);
  g_ptr_array_add (block->rows, row);
}

static SdmLetterArm *
add_arm (SdmLetterBlock  *picture,
         SdmLetterArmKind kind,
         const char      *option,
         const char      *headline,
         const char      *text)
{
  SdmLetterArm *arm = g_new0 (SdmLetterArm, 1);

  arm->kind = kind;
  arm->option = g_strdup (option);
  arm->headline = g_strdup (headline);
  arm->text = g_strdup (text);
  g_ptr_array_add (picture->arms, arm);
  return arm;
}

/* Marked text */

/**
 * sdm_letter_escape:
 * @text: words from outside the letter
 *
 * Protects asterisks and backslashes, so that @text is printed as it is and
 * cannot turn bold type on or off.
 *
 * Returns: (transfer full): text for any function of this header
 */
char *
sdm_letter_escape (const char *text)
{
  GString *out = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 8);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '*' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static void
close_span (GArray *bold,
            guint   start,
            guint   end)
{
  SdmLetterSpan span = { start, end };

  if (end > start)
    g_array_append_val (bold, span);
}

/**
 * sdm_letter_text_parse:
 * @marked: text with bold spans
 * @all_bold: the whole of it is bold, and spans change nothing
 * @bold: (out) (optional) (element-type SdmLetterSpan): where it is bold
 *
 * Takes the marks out of a text. A span that is never closed runs to the end.
 *
 * Returns: (transfer full): the text that is seen
 */
char *
sdm_letter_text_parse (const char *marked,
                       gboolean    all_bold,
                       GArray    **bold)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SdmLetterSpan));
  GString *out = g_string_new (NULL);
  guint    start = 0;
  gboolean is_bold = FALSE;

  for (const char *p = marked != NULL ? marked : ""; *p != '\0'; p++)
    {
      if (p[0] == '\\' && (p[1] == '*' || p[1] == '\\'))
        {
          p++;
          g_string_append_c (out, *p);
        }
      else if (p[0] == '*' && p[1] == '*')
        {
          p++;
          if (is_bold && !all_bold)
            close_span (spans, start, (guint) out->len);
          start = (guint) out->len;
          is_bold = !is_bold;
        }
      else
        g_string_append_c (out, *p);
    }
  if (all_bold)
    close_span (spans, 0, (guint) out->len);
  else if (is_bold)
    close_span (spans, start, (guint) out->len);

  if (bold != NULL)
    *bold = g_steal_pointer (&spans);
  return g_string_free (out, FALSE);
}

/* The document */

/**
 * sdm_letter_document_new:
 * @title: the title shown by a reader's program, whole and unmarked:
 *   "Your blood pressure tablets, letter to Mr Alun Price, 10 December 2026"
 * @language: the language of the letter, as in BCP 47: "en-GB"
 *
 * Returns: (transfer full): an empty letter
 */
SdmLetterDocument *
sdm_letter_document_new (const char *title,
                         const char *language)
{
  SdmLetterDocument *self = NULL;

  g_return_val_if_fail (title != NULL && *title != '\0', NULL);
  g_return_val_if_fail (language != NULL && *language != '\0', NULL);

  self = g_new0 (SdmLetterDocument, 1);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->reference_lines = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

void
sdm_letter_document_free (SdmLetterDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_free (self->reference);
  g_free (self->running_head);
  g_free (self->running_mark);
  g_free (self->foot_mark);
  g_free (self->letterhead);
  g_strfreev (self->letterhead_lines);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->logo_alt);
  g_ptr_array_unref (self->reference_lines);
  g_free (self->contact);
  g_strfreev (self->address);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * sdm_letter_document_set_paper:
 * @paper: what the text is printed on; a letter, where nothing is set
 */
void
sdm_letter_document_set_paper (SdmLetterDocument *self,
                               SdmLetterPaper     paper)
{
  g_return_if_fail (self != NULL);
  self->paper = paper;
}

/**
 * sdm_letter_document_set_author:
 * @author: (nullable): who signs, for the file's properties
 */
void
sdm_letter_document_set_author (SdmLetterDocument *self,
                                const char        *author)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->author, author);
}

/**
 * sdm_letter_document_set_date:
 * @date: (nullable): when the letter was made, for the file's properties
 *
 * Without a date the file has none; the clock is never asked.
 */
void
sdm_letter_document_set_date (SdmLetterDocument *self,
                              GDateTime         *date)
{
  g_return_if_fail (self != NULL);
  if (date != NULL)
    g_date_time_ref (date);
  g_clear_pointer (&self->date, g_date_time_unref);
  self->date = date;
}

/**
 * sdm_letter_document_set_reference:
 * @reference: (nullable): the bare reference, "7c41a9e2"; the word "Letter"
 *   is put before it at the foot of each page and in the last line of the twin
 */
void
sdm_letter_document_set_reference (SdmLetterDocument *self,
                                   const char        *reference)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->reference, reference);
}

/**
 * sdm_letter_document_set_running_head:
 * @text: (nullable): what stands at the head of every page from the second:
 *   "Mr Alun Price, born 14 March 1943, NHS number 999 000 0018", each fact
 *   held together by no-break spaces
 */
void
sdm_letter_document_set_running_head (SdmLetterDocument *self,
                                      const char        *text)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->running_head, text);
}

/**
 * sdm_letter_document_set_running_mark:
 * @text: (nullable): a sentence in bold at the start of every running head:
 *   "Provisional.", "Practice letter. This is not a real person."
 */
void
sdm_letter_document_set_running_mark (SdmLetterDocument *self,
                                      const char        *text)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->running_mark, text);
}

/**
 * sdm_letter_document_set_foot_mark:
 * @text: (nullable): a sentence in bold above the page number of every page,
 *   for a practice case: "Practice letter. This is not a real person."
 */
void
sdm_letter_document_set_foot_mark (SdmLetterDocument *self,
                                   const char        *text)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->foot_mark, text);
}

/**
 * sdm_letter_document_set_letterhead:
 * @name: the practice
 * @lines: (array zero-terminated=1): street and town; postcode and phone
 */
void
sdm_letter_document_set_letterhead (SdmLetterDocument *self,
                                    const char        *name,
                                    const char *const *lines)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->letterhead, name);
  replace_lines (&self->letterhead_lines, lines);
}

/**
 * sdm_letter_document_set_logo:
 * @pixels: three bytes a pixel, red, green and blue, row by row
 * @alt: what a screen reader says of it
 *
 * Sets the picture beside the name of the practice, at most 40 by 14 mm large.
 */
void
sdm_letter_document_set_logo (SdmLetterDocument *self,
                              GBytes            *pixels,
                              guint              width,
                              guint              height,
                              const char        *alt)
{
  g_return_if_fail (self != NULL && pixels != NULL && alt != NULL && width > 0 && height > 0);
  g_return_if_fail (g_bytes_get_size (pixels) == (gsize) width * height * 3);

  g_clear_pointer (&self->logo, g_bytes_unref);
  self->logo = g_bytes_ref (pixels);
  self->logo_width = width;
  self->logo_height = height;
  replace_text (&self->logo_alt, alt);
}

/**
 * sdm_letter_document_add_reference_line:
 * @text: one fact: the date, "From Dr Mair Bowen", "Born 14 March 1943", …
 */
void
sdm_letter_document_add_reference_line (SdmLetterDocument *self,
                                        const char        *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_ptr_array_add (self->reference_lines, g_strdup (text));
}

/**
 * sdm_letter_document_set_contact:
 * @text: (nullable): the last sentence of the reference block, after half a
 *   line: "Questions? Call Nia Rowlands on **01632 960047**"
 */
void
sdm_letter_document_set_contact (SdmLetterDocument *self,
                                 const char        *text)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->contact, text);
}

/**
 * sdm_letter_document_set_address:
 * @lines: (array zero-terminated=1): name and address for the window of the
 *   envelope: up to six lines as they are; with seven the last two share one;
 *   more is refused when the pages are made
 */
void
sdm_letter_document_set_address (SdmLetterDocument *self,
                                 const char *const *lines)
{
  g_return_if_fail (self != NULL);
  replace_lines (&self->address, lines);
}

const char *
sdm_letter_document_get_title (SdmLetterDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

guint
sdm_letter_document_get_n_blocks (SdmLetterDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->blocks->len;
}

/* Blocks */

/**
 * sdm_letter_document_add_heading:
 * @level: 1 for the title, once; 2 for a part; 3 inside a part
 * @text: the heading, which is bold throughout
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_heading (SdmLetterDocument *self,
                                 guint              level,
                                 const char        *text)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  g_return_val_if_fail (level >= 1 && level <= 3, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_HEADING, text);
  block->level = level;
  return block;
}

/**
 * sdm_letter_document_add_paragraph:
 * @text: whole sentences
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_paragraph (SdmLetterDocument *self,
                                   const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  return add_block (self, SDM_LETTER_BLOCK_PARAGRAPH, text);
}

/**
 * sdm_letter_document_add_lead_in:
 * @text: a line that leads to the next block, and stays with it: "You said:"
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_lead_in (SdmLetterDocument *self,
                                 const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  return add_block (self, SDM_LETTER_BLOCK_LEAD_IN, text);
}

/**
 * sdm_letter_document_add_mark:
 * @text: a sentence in bold that says what this paper is:
 *   "Provisional: this letter is not final."
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_mark (SdmLetterDocument *self,
                              const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  return add_block (self, SDM_LETTER_BLOCK_MARK, text);
}

/**
 * sdm_letter_document_add_quote:
 * @text: the words as they were said, with the quotation marks of the language
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_quote (SdmLetterDocument *self,
                               const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  return add_block (self, SDM_LETTER_BLOCK_QUOTE, text);
}

/**
 * sdm_letter_document_add_list:
 *
 * Returns: (transfer none): an empty list, for sdm_letter_list_add_item ()
 */
SdmLetterBlock *
sdm_letter_document_add_list (SdmLetterDocument *self,
                              SdmLetterListStyle style)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_LIST, NULL);
  block->list_style = style;
  return block;
}

/**
 * sdm_letter_document_add_actions:
 * @what_head: head of the first column
 * @who_head: head of the second column
 * @by_when_head: head of the third column
 *
 * Up to 16 points this is a table of three columns, from 18 points a numbered
 * list in which the heads become labels.
 *
 * Returns: (transfer none): an empty table, for sdm_letter_actions_add_row ()
 */
SdmLetterBlock *
sdm_letter_document_add_actions (SdmLetterDocument *self,
                                 const char        *what_head,
                                 const char        *who_head,
                                 const char        *by_when_head)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (what_head != NULL && who_head != NULL && by_when_head != NULL, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_ACTIONS, NULL);
  block->heads[0] = g_strdup (what_head);
  block->heads[1] = g_strdup (who_head);
  block->heads[2] = g_strdup (by_when_head);
  return block;
}

/**
 * sdm_letter_document_add_facts:
 *
 * The box of labels and short texts for the reader's GP.
 *
 * Returns: (transfer none): an empty box, for sdm_letter_facts_add_row ()
 */
SdmLetterBlock *
sdm_letter_document_add_facts (SdmLetterDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return add_block (self, SDM_LETTER_BLOCK_FACTS, NULL);
}

/**
 * sdm_letter_document_add_picture:
 * @number: counted from 1 through the letter; 0 leaves "Picture 1." out
 * @title: what happens, and in which time: "Top number still under 150 after 12 weeks"
 * @population: who was counted
 *
 * Returns: (transfer none): a picture without options
 */
SdmLetterBlock *
sdm_letter_document_add_picture (SdmLetterDocument *self,
                                 guint              number,
                                 const char        *title,
                                 const char        *population)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_PICTURE, title);
  block->number = number;
  block->population = g_strdup (population);
  return block;
}

/**
 * sdm_letter_document_add_signature:
 * @closing: "Yours sincerely,"
 * @lines: (array zero-terminated=1): name, role and practice, below the room to sign
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_signature (SdmLetterDocument *self,
                                   const char        *closing,
                                   const char *const *lines)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL && closing != NULL, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_SIGNATURE, closing);
  replace_lines (&block->lines, lines);
  return block;
}

/**
 * sdm_letter_document_add_page_break:
 *
 * The enclosure begins on a page of its own.
 */
void
sdm_letter_document_add_page_break (SdmLetterDocument *self)
{
  g_return_if_fail (self != NULL);
  add_block (self, SDM_LETTER_BLOCK_PAGE_BREAK, NULL);
}

SdmLetterBlockKind
sdm_letter_block_get_kind (const SdmLetterBlock *block)
{
  g_return_val_if_fail (block != NULL, SDM_LETTER_BLOCK_PARAGRAPH);
  return block->kind;
}

/**
 * sdm_letter_block_set_language:
 * @language: (nullable): BCP 47, where the block is not in the language of the letter
 */
void
sdm_letter_block_set_language (SdmLetterBlock *block,
                               const char     *language)
{
  g_return_if_fail (block != NULL);
  replace_text (&block->language, language);
}

/**
 * sdm_letter_block_set_minimum_size:
 * @points: a paragraph is set at this size where the body is smaller;
 *   16 for the sentence about other formats
 */
void
sdm_letter_block_set_minimum_size (SdmLetterBlock *block,
                                   guint           points)
{
  g_return_if_fail (block != NULL && points <= 24);
  block->minimum_size = points;
}

/**
 * sdm_letter_block_set_beside:
 * @beside: of a lead-in before a list: up to 16 points it stands at the left
 *   of the list, in a column of its own
 */
void
sdm_letter_block_set_beside (SdmLetterBlock *block,
                             gboolean        beside)
{
  g_return_if_fail (block != NULL && block->kind == SDM_LETTER_BLOCK_LEAD_IN);
  block->beside = beside;
}

/**
 * sdm_letter_block_set_twin_text:
 * @text: what the plain-text twin, which has no pages, says in place of a
 *   paragraph that holds %SDM_LETTER_ENCLOSURE_PAGE
 */
void
sdm_letter_block_set_twin_text (SdmLetterBlock *block,
                                const char     *text)
{
  g_return_if_fail (block != NULL && block->kind == SDM_LETTER_BLOCK_PARAGRAPH);
  replace_text (&block->twin_text, text);
}

/**
 * sdm_letter_list_add_item:
 * @text: the item, without its number or dot
 */
void
sdm_letter_list_add_item (SdmLetterBlock *list,
                          const char     *text)
{
  g_return_if_fail (list != NULL && list->kind == SDM_LETTER_BLOCK_LIST);
  g_return_if_fail (text != NULL);
  add_row (list, text, NULL, NULL);
}

/**
 * sdm_letter_actions_add_row:
 * @what: verb first, without a full stop
 * @who: one owner: "You", or a name and role
 * @by_when: one date with its weekday
 */
void
sdm_letter_actions_add_row (SdmLetterBlock *actions,
                            const char     *what,
                            const char     *who,
                            const char     *by_when)
{
  g_return_if_fail (actions != NULL && actions->kind == SDM_LETTER_BLOCK_ACTIONS);
  g_return_if_fail (what != NULL && who != NULL && by_when != NULL);
  add_row (actions, what, who, by_when);
}

/**
 * sdm_letter_facts_add_row:
 * @label: one or two words, without a colon: "Stopped"
 * @text: whole sentences
 */
void
sdm_letter_facts_add_row (SdmLetterBlock *facts,
                          const char     *label,
                          const char     *text)
{
  g_return_if_fail (facts != NULL && facts->kind == SDM_LETTER_BLOCK_FACTS);
  g_return_if_fail (label != NULL && text != NULL);
  add_row (facts, label, text, NULL);
}

/* Pictures */

/**
 * sdm_letter_picture_add_count:
 * @option: its name
 * @denominator: how many people are drawn: 100 or 1,000
 * @low: how many are filled
 * @high: up to which count they are striped; @low where there is no range
 * @alt: the picture in words, unmarked: "Picture of 100 people for …"
 * @happens: the frame of what happens: "**88 in 100** were still under 150"
 * @does_not: (nullable): the other frame: "**12 in 100** were not"
 *
 * Adds an icon array. @low ≤ @high ≤ @denominator must hold.
 */
void
sdm_letter_picture_add_count (SdmLetterBlock *picture,
                              const char     *option,
                              guint           denominator,
                              guint           low,
                              guint           high,
                              const char     *alt,
                              const char     *happens,
                              const char     *does_not)
{
  SdmLetterArm *arm = NULL;

  g_return_if_fail (picture != NULL && picture->kind == SDM_LETTER_BLOCK_PICTURE);
  g_return_if_fail (denominator == 100 || denominator == 1000);
  g_return_if_fail (low <= high && high <= denominator);
  g_return_if_fail (option != NULL && alt != NULL && happens != NULL);

  arm = add_arm (picture, SDM_LETTER_ARM_COUNT, option, happens, does_not);
  arm->denominator = denominator;
  arm->low = low;
  arm->high = high;
  arm->alt = g_strdup (alt);
}

/**
 * sdm_letter_picture_add_score:
 * @value: the score, within @minimum and @maximum
 * @minimum: the start of its scale
 * @maximum: the end of its scale, greater than @minimum
 * @alt: the bar in words, unmarked: "Bar for …: 4 on a scale from 0 to 10."
 * @text: the score as a sentence
 *
 * Adds a bar on its own scale; a score is never drawn as people.
 */
void
sdm_letter_picture_add_score (SdmLetterBlock *picture,
                              const char     *option,
                              double          value,
                              double          minimum,
                              double          maximum,
                              const char     *alt,
                              const char     *text)
{
  SdmLetterArm *arm = NULL;

  g_return_if_fail (picture != NULL && picture->kind == SDM_LETTER_BLOCK_PICTURE);
  g_return_if_fail (minimum < maximum && value >= minimum && value <= maximum);
  g_return_if_fail (option != NULL && alt != NULL && text != NULL);

  arm = add_arm (picture, SDM_LETTER_ARM_SCORE, option, text, NULL);
  arm->value = value;
  arm->minimum = minimum;
  arm->maximum = maximum;
  arm->alt = g_strdup (alt);
}

/**
 * sdm_letter_picture_add_unknown:
 * @headline: "**We do not know.**"
 * @text: (nullable): what was not counted
 *
 * Adds a frame of the size of the arrays beside it.
 */
void
sdm_letter_picture_add_unknown (SdmLetterBlock *picture,
                                const char     *option,
                                const char     *headline,
                                const char     *text)
{
  g_return_if_fail (picture != NULL && picture->kind == SDM_LETTER_BLOCK_PICTURE);
  g_return_if_fail (option != NULL && headline != NULL);
  add_arm (picture, SDM_LETTER_ARM_UNKNOWN, option, headline, text);
}

/**
 * sdm_letter_picture_add_inapplicable:
 * @text: "This does not apply."
 */
void
sdm_letter_picture_add_inapplicable (SdmLetterBlock *picture,
                                     const char     *option,
                                     const char     *text)
{
  g_return_if_fail (picture != NULL && picture->kind == SDM_LETTER_BLOCK_PICTURE);
  g_return_if_fail (option != NULL && text != NULL);
  add_arm (picture, SDM_LETTER_ARM_INAPPLICABLE, option, text, NULL);
}

/**
 * sdm_letter_picture_set_key:
 * @filled: (nullable): what filled people are: "at least these went back"
 * @striped: (nullable): what striped people are: "these too, in some trials"
 * @empty: (nullable): what empty people are: "did not go back"
 *
 * A picture with a range needs a key.
 */
void
sdm_letter_picture_set_key (SdmLetterBlock *picture,
                            const char     *filled,
                            const char     *striped,
                            const char     *empty)
{
  g_return_if_fail (picture != NULL && picture->kind == SDM_LETTER_BLOCK_PICTURE);
  replace_text (&picture->key[0], filled);
  replace_text (&picture->key[1], striped);
  replace_text (&picture->key[2], empty);
}

/**
 * sdm_letter_picture_set_certainty:
 * @text: (nullable): "**How sure is this?** …"
 */
void
sdm_letter_picture_set_certainty (SdmLetterBlock *picture,
                                  const char     *text)
{
  g_return_if_fail (picture != NULL && picture->kind == SDM_LETTER_BLOCK_PICTURE);
  replace_text (&picture->certainty, text);
}
