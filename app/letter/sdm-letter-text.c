/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-letter-block-private.h"
#include "sdm-words-here.h"

/* The plain-text twin: one paragraph, item or row a line, never wrapped, no art. */

static void
append_line (GString    *out,
             const char *marked)
{
  g_autofree char *flat = sdm_letter_text_flatten (marked);

  g_string_append (out, flat);
  g_string_append_c (out, '\n');
}

static void
append_blank (GString *out)
{
  if (out->len > 1 && !g_str_has_suffix (out->str, "\n\n"))
    g_string_append_c (out, '\n');
}

static void
append_lines (GString *out,
              char   **lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    append_line (out, lines[i]);
}

/* The stop may stand inside of the marks of what runs the other way. */
static char *
without_full_stop (const char *marked)
{
  static const char *const stops[] = { ".\u2069", ".", "۔", "।" };
  g_autofree char         *flat = sdm_letter_text_flatten (marked);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (flat, stops[i]))
      {
        flat[strlen (flat) - strlen (stops[i])] = '\0';
        return i == 0 ? g_strconcat (flat, "\u2069", NULL) : g_steal_pointer (&flat);
      }

  return g_steal_pointer (&flat);
}

static void
append_actions (GString        *out,
                SdmLetterBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      SdmLetterRow    *row = g_ptr_array_index (block->rows, i);
      g_autofree char *what = without_full_stop (row->cells[0]);
      g_autofree char *who = without_full_stop (row->cells[1]);
      g_autofree char *by_when = without_full_stop (row->cells[2]);

      g_autofree char *number = sdm_words_format_number (i + 1);

      /* Translators: a row of the plan in the plain-text letter. %1$s is its number, then what is
       * done, who does it and the date: "1. Stop your water tablet. Who: You. By when: Friday 11
       * December 2026." The two labels are the heads of the columns, already translated. */
      g_string_append_printf (out, _("%1$s. %2$s. %3$s: %4$s. %5$s: %6$s."), number, what,
                                      block->heads[1], who, block->heads[2], by_when);
      g_string_append_c (out, '\n');
    }
}

static void
append_arm (GString      *out,
            SdmLetterArm *arm)
{
  g_autofree char *option = without_full_stop (arm->option);
  g_autofree char *first = without_full_stop (arm->headline);
  g_autofree char *second = arm->text != NULL ? without_full_stop (arm->text) : NULL;

  if (second == NULL)
    /* Translators: an option under a picture of the plain-text letter: its name and what was
     * found: "- Keep all three: This does not apply." */
    g_string_append_printf (out, _("- %1$s: %2$s."), option, first);
  else if (arm->kind == SDM_LETTER_ARM_COUNT)
    /* Translators: an option under a picture of the plain-text letter: its name and both frames
     * of its number: "- Keep all three: 88 in 100 were still under 150; 12 in 100 were not." */
    g_string_append_printf (out, _("- %1$s: %2$s; %3$s."), option, first, second);
  else
    /* Translators: an option under a picture of the plain-text letter: its name and two
     * sentences: "- Keep all three: We do not know. We found no count at 12 weeks." */
    g_string_append_printf (out, _("- %1$s: %2$s. %3$s."), option, first, second);
  g_string_append_c (out, '\n');
}

static void
append_picture (GString        *out,
                SdmLetterBlock *block)
{
  if (block->number > 0)
    {
      g_autofree char *title = sdm_letter_text_flatten (block->text);
      g_autofree char *number = sdm_words_format_number (block->number);

      /* Translators: head of a picture in the plain-text letter: "Picture 1: Top number still
       * under 150 after 12 weeks". */
      g_string_append_printf (out, _("Picture %1$s: %2$s"), number, title);
      g_string_append_c (out, '\n');
    }
  else
    append_line (out, block->text);
  if (block->population != NULL)
    append_line (out, block->population);
  for (guint i = 0; i < block->arms->len; i++)
    append_arm (out, g_ptr_array_index (block->arms, i));
  for (guint i = 0; i < 3; i++)
    {
      if (block->key[i] != NULL)
        append_line (out, block->key[i]);
    }
  if (block->certainty != NULL)
    append_line (out, block->certainty);
}

static void
append_rows (GString        *out,
             SdmLetterBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      SdmLetterRow    *row = g_ptr_array_index (block->rows, i);
      g_autofree char *first = sdm_letter_text_flatten (row->cells[0]);

      if (block->kind == SDM_LETTER_BLOCK_FACTS)
        {
          g_autofree char *second = sdm_letter_text_flatten (row->cells[1]);

          g_string_append_printf (out, "%s: %s\n", first, second);
        }
      else if (block->list_style == SDM_LETTER_LIST_DECIMAL)
        {
          g_autofree char *number = sdm_words_format_number (i + 1);

          g_string_append_printf (out, "%s. %s\n", number, first);
        }
      else
        g_string_append_printf (out, "- %s\n", first);
    }
}

static void
append_cell (GString    *out,
             const char *head,
             const char *cell)
{
  g_autofree char *flat = NULL;

  if (*cell == '\0')
    /* Translators: in the plain text of a sheet of paper, a place to write; {head} stands before it: "Result: (room to write)" */
    flat = g_strdup (_("(room to write)"));
  else if (g_str_equal (cell, SDM_LETTER_TICK_BOX))
    /* Translators: in the plain text of a sheet of paper, a box to be ticked: "Better: (box to tick)" */
    flat = g_strdup (_("(box to tick)"));
  else
    flat = sdm_letter_text_flatten (cell);
  g_string_append_printf (out, "- %s: %s\n", head, flat);
}

/* A row of a grid is its name, or else its number, and then a line for each column. */
static void
append_grid (GString        *out,
             SdmLetterBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      char *const *cells = ((SdmLetterRow *) g_ptr_array_index (block->rows, i))->grid_cells;

      if (i > 0)
        g_string_append_c (out, '\n');
      if (*cells[0] != '\0')
        append_line (out, cells[0]);
      else
        append_cell (out, block->columns[0], cells[0]);
      for (guint c = 1; cells[c] != NULL; c++)
        append_cell (out, block->columns[c], cells[c]);
    }
}

static void
append_block (GString        *out,
              SdmLetterBlock *block,
              guint          *part,
              guint           n_parts)
{
  g_autofree char *flat = NULL;

  switch (block->kind)
    {
    case SDM_LETTER_BLOCK_HEADING:
      if (block->level == 2)
        {
          g_autofree char *number = sdm_words_format_number (++*part);
          g_autofree char *all = sdm_words_format_number (n_parts);

          flat = sdm_letter_text_flatten (block->text);
          /* Translators: head of a part of the plain-text letter, counted as printed: "Part 7 of
           * 9: Your options and the numbers we looked at". */
          g_string_append_printf (out, _("Part %1$s of %2$s: %3$s"), number, all, flat);
          g_string_append_c (out, '\n');
        }
      else
        append_line (out, block->text);
      break;
    case SDM_LETTER_BLOCK_PARAGRAPH:
    case SDM_LETTER_BLOCK_LEAD_IN:
    case SDM_LETTER_BLOCK_MARK:
    case SDM_LETTER_BLOCK_QUOTE:
      append_line (out, block->twin_text != NULL ? block->twin_text : block->text);
      break;
    case SDM_LETTER_BLOCK_LIST:
    case SDM_LETTER_BLOCK_FACTS:
      append_rows (out, block);
      break;
    case SDM_LETTER_BLOCK_ACTIONS:
      append_actions (out, block);
      break;
    case SDM_LETTER_BLOCK_PICTURE:
      append_picture (out, block);
      break;
    case SDM_LETTER_BLOCK_SIGNATURE:
      append_line (out, block->text);
      append_lines (out, block->lines);
      break;
    case SDM_LETTER_BLOCK_LINES:
      append_line (out, _("(room to write)"));
      break;
    case SDM_LETTER_BLOCK_GRID:
      append_grid (out, block);
      break;
    case SDM_LETTER_BLOCK_PAGE_BREAK:
    default:
      break;
    }
  append_blank (out);
}

static void
append_head (GString           *out,
             SdmLetterDocument *self)
{
  if (self->letterhead != NULL)
    append_line (out, self->letterhead);
  append_lines (out, self->letterhead_lines);
  append_blank (out);
  for (guint i = 0; i < self->reference_lines->len; i++)
    append_line (out, g_ptr_array_index (self->reference_lines, i));
  if (self->contact != NULL)
    append_line (out, self->contact);
  append_blank (out);
  append_lines (out, self->address);
  append_blank (out);
}

/**
 * sdm_letter_text_flatten:
 * @marked: text with bold spans
 *
 * Takes out the marks; no-break spaces and line ends become spaces.
 *
 * Returns: (transfer full): one line of plain text
 */
char *
sdm_letter_text_flatten (const char *marked)
{
  g_autofree char *plain = sdm_letter_text_parse (marked, FALSE, NULL);
  GString         *out = g_string_sized_new (strlen (plain));

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00A0 || c == 0x202F || c == '\n' || c == '\r' || c == '\t')
        g_string_append_c (out, ' ');
      else if (c != 0x2060)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static const char *
get_end (SdmLetterPaper paper)
{
  switch (paper)
    {
    case SDM_LETTER_PAPER_CARD:
      return _("End of plan.");
    case SDM_LETTER_PAPER_SHEET:
    case SDM_LETTER_PAPER_WIDE_SHEET:
      return _("End of sheet.");
    case SDM_LETTER_PAPER_LETTER:
    default:
      return _("End of letter.");
    }
}

static char *
dup_end_with_reference (const SdmLetterDocument *self)
{
  switch (self->paper)
    {
    case SDM_LETTER_PAPER_CARD:
      /* Translators: the last line of the plain-text plan card; %s is its reference, "7c41a9e2". */
      return g_strdup_printf (_("Plan %s. End of plan."), self->reference);
    case SDM_LETTER_PAPER_SHEET:
    case SDM_LETTER_PAPER_WIDE_SHEET:
      /* Translators: the last line of the plain text of a sheet to fill in; %s is its reference, "7c41a9e2". */
      return g_strdup_printf (_("Sheet %s. End of sheet."), self->reference);
    case SDM_LETTER_PAPER_LETTER:
    default:
      /* Translators: the last line of the plain-text letter; %s is its reference, "7c41a9e2". */
      return g_strdup_printf (_("Letter %s. End of letter."), self->reference);
    }
}

static void
append_end (GString                 *out,
            const SdmLetterDocument *self)
{
  g_autofree char *end = self->reference != NULL ? dup_end_with_reference (self) : g_strdup (get_end (self->paper));

  g_string_append_printf (out, "%s\n", end);
}

/**
 * sdm_letter_document_to_text:
 *
 * Writes the letter as plain text: UTF-8, LF, one paragraph, item or row a
 * line, one blank line between blocks, in the order of the printed pages. The
 * last line names the letter and says that it ends.
 *
 * Returns: (transfer full): the text, which ends with a newline
 */
char *
sdm_letter_document_to_text (SdmLetterDocument *self)
{
  GString *out = NULL;
  guint    part = 0;
  guint    n_parts = 0;
  g_autoptr (SdmWords) words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  words = sdm_words_begin (self->language);
  out = g_string_new (NULL);
  append_head (out, self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      SdmLetterBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == SDM_LETTER_BLOCK_HEADING && block->level == 2)
        n_parts++;
    }
  for (guint i = 0; i < self->blocks->len; i++)
    append_block (out, g_ptr_array_index (self->blocks, i), &part, n_parts);
  if (self->foot_mark != NULL)
    append_line (out, self->foot_mark);
  append_end (out, self);
  return g_string_free (out, FALSE);
}
