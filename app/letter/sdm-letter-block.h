/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A letter as a list of blocks, before anything is measured or drawn.
 *
 * The same document makes the printed pages (sdm_letter_render_pdf ()) and the plain-text twin
 * (sdm_letter_document_to_text ()), so that both say the same in the same order.
 *
 * Every text that a reader sees may hold bold spans, **like this**. A text that comes from outside
 * (a patient's own words, a name) goes through sdm_letter_escape () first, so that its asterisks
 * stay asterisks. No-break spaces (U+00A0, U+202F) hold a fact on one line; in the twin they
 * become plain spaces. Strings are copied.
 */

typedef struct _SdmLetterDocument SdmLetterDocument;
typedef struct _SdmLetterBlock    SdmLetterBlock;

typedef enum
{
  SDM_LETTER_BLOCK_HEADING,
  SDM_LETTER_BLOCK_PARAGRAPH,
  SDM_LETTER_BLOCK_LEAD_IN,
  SDM_LETTER_BLOCK_MARK,
  SDM_LETTER_BLOCK_QUOTE,
  SDM_LETTER_BLOCK_LIST,
  SDM_LETTER_BLOCK_ACTIONS,
  SDM_LETTER_BLOCK_FACTS,
  SDM_LETTER_BLOCK_PICTURE,
  SDM_LETTER_BLOCK_SIGNATURE,
  SDM_LETTER_BLOCK_LINES,
  SDM_LETTER_BLOCK_GRID,
  SDM_LETTER_BLOCK_PAGE_BREAK,
} SdmLetterBlockKind;

typedef enum
{
  SDM_LETTER_LIST_DISC,
  SDM_LETTER_LIST_DECIMAL,
  SDM_LETTER_LIST_BOXES, /* to be ticked with a pen */
} SdmLetterListStyle;

typedef enum
{
  SDM_LETTER_PAPER_LETTER,     /* A4, with letterhead, address and running heads */
  SDM_LETTER_PAPER_CARD,       /* A5 up to 14 points, and nothing but the text */
  SDM_LETTER_PAPER_SHEET,      /* A4, and nothing but the text; its only lines are those to write on */
  SDM_LETTER_PAPER_WIDE_SHEET, /* the same, and the long side of the paper above, but for large print */
} SdmLetterPaper;

typedef enum
{
  SDM_LETTER_GROUND_WHITE,
  SDM_LETTER_GROUND_YELLOW, /* for who reads black on yellow more easily */
} SdmLetterGround;

/* A cell of a grid that is to be ticked; no typed text can hold it. */
#define SDM_LETTER_TICK_BOX "\002"

/* Stands for the number of the page on which the enclosure begins; no typed text can hold it. */
#define SDM_LETTER_ENCLOSURE_PAGE "\001"

char *sdm_letter_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The document, and what stands outside the flow of the text. */

SdmLetterDocument *sdm_letter_document_new (const char *title,
                                            const char *language) G_GNUC_WARN_UNUSED_RESULT;
void               sdm_letter_document_free (SdmLetterDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterDocument, sdm_letter_document_free)

void sdm_letter_document_set_paper (SdmLetterDocument *self,
                                    SdmLetterPaper     paper);
void sdm_letter_document_set_ground (SdmLetterDocument *self,
                                     SdmLetterGround    ground);
void sdm_letter_document_begin_lines_with_sentences (SdmLetterDocument *self);
void sdm_letter_document_set_author (SdmLetterDocument *self,
                                     const char        *author);
void sdm_letter_document_set_date (SdmLetterDocument *self,
                                   GDateTime         *date);
void sdm_letter_document_set_reference (SdmLetterDocument *self,
                                        const char        *reference);
void sdm_letter_document_set_running_head (SdmLetterDocument *self,
                                           const char        *text);
void sdm_letter_document_set_running_mark (SdmLetterDocument *self,
                                           const char        *text);
void sdm_letter_document_set_foot_mark (SdmLetterDocument *self,
                                        const char        *text);
void sdm_letter_document_set_letterhead (SdmLetterDocument *self,
                                         const char        *name,
                                         const char *const *lines);
void sdm_letter_document_set_logo (SdmLetterDocument *self,
                                   GBytes            *pixels,
                                   guint              width,
                                   guint              height,
                                   const char        *alt);
void sdm_letter_document_add_reference_line (SdmLetterDocument *self,
                                             const char        *text);
void sdm_letter_document_set_contact (SdmLetterDocument *self,
                                      const char        *text);
void sdm_letter_document_set_address (SdmLetterDocument *self,
                                      const char *const *lines);

const char *sdm_letter_document_get_title (SdmLetterDocument *self);
guint       sdm_letter_document_get_n_blocks (SdmLetterDocument *self);
const char *sdm_letter_document_get_language (SdmLetterDocument *self);
guint       sdm_letter_document_get_n_untranslated (SdmLetterDocument *self);
void        sdm_letter_document_set_n_untranslated (SdmLetterDocument *self,
                                                    guint              n_texts);

/* The text, in reading order. Each returned block belongs to the document. */

SdmLetterBlock *sdm_letter_document_add_heading (SdmLetterDocument *self,
                                                 guint              level,
                                                 const char        *text);
SdmLetterBlock *sdm_letter_document_add_paragraph (SdmLetterDocument *self,
                                                   const char        *text);
SdmLetterBlock *sdm_letter_document_add_lead_in (SdmLetterDocument *self,
                                                 const char        *text);
SdmLetterBlock *sdm_letter_document_add_mark (SdmLetterDocument *self,
                                              const char        *text);
SdmLetterBlock *sdm_letter_document_add_quote (SdmLetterDocument *self,
                                               const char        *text);
SdmLetterBlock *sdm_letter_document_add_list (SdmLetterDocument *self,
                                              SdmLetterListStyle style);
SdmLetterBlock *sdm_letter_document_add_actions (SdmLetterDocument *self,
                                                 const char        *what_head,
                                                 const char        *who_head,
                                                 const char        *by_when_head);
SdmLetterBlock *sdm_letter_document_add_facts (SdmLetterDocument *self);
SdmLetterBlock *sdm_letter_document_add_picture (SdmLetterDocument *self,
                                                 guint              number,
                                                 const char        *title,
                                                 const char        *population);
SdmLetterBlock *sdm_letter_document_add_signature (SdmLetterDocument *self,
                                                   const char        *closing,
                                                   const char *const *lines);
SdmLetterBlock *sdm_letter_document_add_lines (SdmLetterDocument *self,
                                               guint              n_lines);
SdmLetterBlock *sdm_letter_document_add_grid (SdmLetterDocument *self,
                                              const char *const *heads,
                                              guint              row_height);
void            sdm_letter_document_add_page_break (SdmLetterDocument *self);

/* Any block. */

SdmLetterBlockKind sdm_letter_block_get_kind (const SdmLetterBlock *block);
void               sdm_letter_block_set_language (SdmLetterBlock *block,
                                                  const char     *language);
void               sdm_letter_block_set_minimum_size (SdmLetterBlock *block,
                                                      guint           points);
void               sdm_letter_block_set_keeps_next (SdmLetterBlock *block);
void               sdm_letter_block_set_beside (SdmLetterBlock *block,
                                                gboolean        beside);
void               sdm_letter_block_set_twin_text (SdmLetterBlock *block,
                                                   const char     *text);

/* Lists, actions and facts. */

void sdm_letter_list_add_item (SdmLetterBlock *list,
                               const char     *text);
void sdm_letter_actions_add_row (SdmLetterBlock *actions,
                                 const char     *what,
                                 const char     *who,
                                 const char     *by_when);
void sdm_letter_facts_add_row (SdmLetterBlock *facts,
                               const char     *label,
                               const char     *text);

/* Cells to be filled with a pen, beside those that hold a text. */

void sdm_letter_grid_add_row (SdmLetterBlock    *grid,
                              const char *const *cells);

/* Pictures: options in the order in which they were seen. */

void sdm_letter_picture_add_count (SdmLetterBlock *picture,
                                   const char     *option,
                                   guint           denominator,
                                   guint           low,
                                   guint           high,
                                   const char     *alt,
                                   const char     *happens,
                                   const char     *does_not);
void sdm_letter_picture_add_score (SdmLetterBlock *picture,
                                   const char     *option,
                                   double          value,
                                   double          minimum,
                                   double          maximum,
                                   const char     *alt,
                                   const char     *text);
void sdm_letter_picture_add_unknown (SdmLetterBlock *picture,
                                     const char     *option,
                                     const char     *headline,
                                     const char     *text);
void sdm_letter_picture_add_inapplicable (SdmLetterBlock *picture,
                                          const char     *option,
                                          const char     *text);
void sdm_letter_picture_set_key (SdmLetterBlock *picture,
                                 const char     *filled,
                                 const char     *striped,
                                 const char     *empty);
void sdm_letter_picture_set_certainty (SdmLetterBlock *picture,
                                       const char     *text);

/* The plain-text twin. */

char *sdm_letter_document_to_text (SdmLetterDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
