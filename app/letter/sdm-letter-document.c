/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-block-private.h"

/* The document: what stands outside the flow of the text, and its blocks in reading order. */

static SdmLetterBlock *
add_block (SdmLetterDocument *self,
           SdmLetterBlockKind kind,
           const char        *text)
{
  SdmLetterBlock *block = sdm_letter_block_new (kind, text);

  g_ptr_array_add (self->blocks, block);
  return block;
}

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
  self->blocks = g_ptr_array_new_with_free_func (sdm_letter_block_free);
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
 * sdm_letter_document_set_ground:
 * @ground: what the text stands on; white, where nothing is set
 */
void
sdm_letter_document_set_ground (SdmLetterDocument *self,
                                SdmLetterGround    ground)
{
  g_return_if_fail (self != NULL);
  self->ground = ground;
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
  sdm_letter_replace_text (&self->author, author);
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
  sdm_letter_replace_text (&self->reference, reference);
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
  sdm_letter_replace_text (&self->running_head, text);
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
  sdm_letter_replace_text (&self->running_mark, text);
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
  sdm_letter_replace_text (&self->foot_mark, text);
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
  sdm_letter_replace_text (&self->letterhead, name);
  sdm_letter_replace_lines (&self->letterhead_lines, lines);
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
  sdm_letter_replace_text (&self->logo_alt, alt);
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
  sdm_letter_replace_text (&self->contact, text);
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
  sdm_letter_replace_lines (&self->address, lines);
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

const char *
sdm_letter_document_get_language (SdmLetterDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->language;
}

/**
 * sdm_letter_document_get_n_untranslated:
 *
 * Returns: how many texts of the aid and of the program have no translation into the language of the
 *   letter, and stand in it in English or would
 */
guint
sdm_letter_document_get_n_untranslated (SdmLetterDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_untranslated;
}

void
sdm_letter_document_set_n_untranslated (SdmLetterDocument *self,
                                        guint              n_texts)
{
  g_return_if_fail (self != NULL);
  self->n_untranslated = n_texts;
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
  sdm_letter_replace_lines (&block->lines, lines);
  return block;
}

/**
 * sdm_letter_document_add_lines:
 * @n_lines: how many, to write on with a pen
 *
 * Returns: (transfer none): the block
 */
SdmLetterBlock *
sdm_letter_document_add_lines (SdmLetterDocument *self,
                               guint              n_lines)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL && n_lines > 0, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_LINES, NULL);
  block->n_lines = n_lines;
  return block;
}

/**
 * sdm_letter_document_add_grid:
 * @heads: (array zero-terminated=1): heads of the columns, two at least; the first column names the rows
 * @row_height: least height of a row, in millimetres
 *
 * Up to 16 points this is a table, from 18 points its rows follow one another
 * with the heads as labels.
 *
 * Returns: (transfer none): a grid without rows, for sdm_letter_grid_add_row ()
 */
SdmLetterBlock *
sdm_letter_document_add_grid (SdmLetterDocument *self,
                              const char *const *heads,
                              guint              row_height)
{
  SdmLetterBlock *block = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (heads != NULL && g_strv_length ((char **) heads) >= 2, NULL);

  block = add_block (self, SDM_LETTER_BLOCK_GRID, NULL);
  block->columns = g_strdupv ((char **) heads);
  block->row_height = row_height * 72.0 / 25.4;
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
