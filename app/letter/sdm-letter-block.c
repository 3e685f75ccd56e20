/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-letter-block-private.h"
#include "sdm-letter-sentence.h"

/* Helpers */

static void
free_row (gpointer data)
{
  SdmLetterRow *row = data;

  for (guint i = 0; i < G_N_ELEMENTS (row->cells); i++)
    g_free (row->cells[i]);
  g_strfreev (row->grid_cells);
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

void
sdm_letter_block_free (gpointer data)
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
  g_strfreev (block->columns);
  g_ptr_array_unref (block->rows);
  g_ptr_array_unref (block->arms);
  g_free (block);
}

void
sdm_letter_replace_text (char      **place,
                         const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

void
sdm_letter_replace_lines (char            ***place,
                          const char *const *lines)
{
  char **copy = g_strdupv ((char **) lines);

  g_strfreev (*place);
  *place = copy;
}

SdmLetterBlock *
sdm_letter_block_new (SdmLetterBlockKind kind,
                      const char        *text)
{
  SdmLetterBlock *block = g_new0 (SdmLetterBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  block->rows = g_ptr_array_new_with_free_func (free_row);
  block->arms = g_ptr_array_new_with_free_func (free_arm);
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

/* Any block */

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
  sdm_letter_replace_text (&block->language, language);
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
 * sdm_letter_block_set_keeps_next:
 *
 * Has a paragraph, such as a greeting, stand on the page of what comes after it.
 */
void
sdm_letter_block_set_keeps_next (SdmLetterBlock *block)
{
  block->keeps_next = TRUE;
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
  sdm_letter_replace_text (&block->twin_text, text);
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

/**
 * sdm_letter_grid_add_row:
 * @cells: (array zero-terminated=1): as many as the grid has columns; "" is a cell to write in, and
 *   %SDM_LETTER_TICK_BOX one to tick
 */
void
sdm_letter_grid_add_row (SdmLetterBlock    *grid,
                         const char *const *cells)
{
  SdmLetterRow *row = NULL;

  g_return_if_fail (grid != NULL && grid->kind == SDM_LETTER_BLOCK_GRID);
  g_return_if_fail (cells != NULL && g_strv_length ((char **) cells) == g_strv_length (grid->columns));

  row = g_new0 (SdmLetterRow, 1);
  row->grid_cells = g_strdupv ((char **) cells);
  g_ptr_array_add (grid->rows, row);
}

/* Easy to read */

static void
to_lines (char **text)
{
  char *lines = *text != NULL ? sdm_letter_sentences_to_lines (*text) : NULL;

  g_free (*text);
  *text = lines;
}

/* A heading is one line as it is, and the cells of a grid are narrow. */
static void
begin_lines (SdmLetterBlock *block)
{
  if (block->kind != SDM_LETTER_BLOCK_HEADING)
    to_lines (&block->text);
  to_lines (&block->population);
  to_lines (&block->certainty);
  for (guint i = 0; i < block->rows->len; i++)
    for (guint c = 0; c < 3; c++)
      to_lines (&((SdmLetterRow *) g_ptr_array_index (block->rows, i))->cells[c]);
  for (guint i = 0; i < block->arms->len; i++)
    to_lines (&((SdmLetterArm *) g_ptr_array_index (block->arms, i))->text);
}

/**
 * sdm_letter_document_begin_lines_with_sentences:
 *
 * Lets each sentence of the text begin a line, for who reads that more easily. The plain-text twin stays as it is.
 */
void
sdm_letter_document_begin_lines_with_sentences (SdmLetterDocument *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    begin_lines (g_ptr_array_index (self->blocks, i));
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
  sdm_letter_replace_text (&picture->key[0], filled);
  sdm_letter_replace_text (&picture->key[1], striped);
  sdm_letter_replace_text (&picture->key[2], empty);
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
  sdm_letter_replace_text (&picture->certainty, text);
}
