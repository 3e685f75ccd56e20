/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-flow.h"

#include <glib/gi18n-lib.h>

/* The plan and the box for the GP: tables up to 16 points, one column from 18 points. */

#define LARGE_PRINT 17
#define GUTTER      0.02 /* of the measure, between columns */
#define BOX_SHARE   0.75 /* of a page: a higher box is set without its frame */
#define PAGE_TEXT   SDM_MM (230)

typedef struct
{
  double share[3]; /* of the measure, gutter included */
} Columns;

/* The first is the one to prefer; the others are tried for a shorter table. */
static const Columns column_choices[] = {
  { { 0.43, 0.26, 0.31 } },
  { { 0.40, 0.22, 0.38 } },
  { { 0.36, 0.26, 0.38 } },
  { { 0.45, 0.20, 0.35 } },
  { { 0.36, 0.33, 0.31 } },
  { { 0.50, 0.19, 0.31 } },
};

static gboolean
measure_row (SdmLetterFlow *flow,
             char *const   *cells,
             gboolean       bold,
             const Columns *columns,
             GPtrArray    **lines,
             double        *height)
{
  const SdmLetterEdition *e = &flow->edition;
  gboolean                fits = TRUE;
  guint                   n = 0;

  for (guint i = 0; i < 3; i++)
    {
      double width = e->measure * (columns->share[i] - (i < 2 ? GUTTER : 0));

      lines[i] = sdm_letter_flow_try_break (flow, cells[i], bold, e->size, width, &fits);
      n = MAX (n, lines[i]->len);
    }
  *height = e->leading * (n + 0.5);
  return fits;
}

static void
clear_lines (GPtrArray **lines)
{
  for (guint i = 0; i < 3; i++)
    g_clear_pointer (&lines[i], g_ptr_array_unref);
}

/* Returns the columns that make the lowest table, or NULL where a fact fits in none. */
static const Columns *
choose_columns (SdmLetterFlow        *flow,
                const SdmLetterBlock *block)
{
  const Columns *best = NULL;
  double         best_height = 0;

  for (guint c = 0; c < G_N_ELEMENTS (column_choices); c++)
    {
      GPtrArray *lines[3] = { NULL };
      double     height = 0;
      double     sum = 0;
      gboolean   fits = measure_row (flow, block->heads, TRUE, &column_choices[c], lines, &sum);

      clear_lines (lines);
      for (guint i = 0; i < block->rows->len && fits; i++)
        {
          const SdmLetterRow *row = g_ptr_array_index (block->rows, i);

          fits = measure_row (flow, row->cells, FALSE, &column_choices[c], lines, &height);
          sum += height;
          clear_lines (lines);
        }
      if (fits && (best == NULL || sum < best_height - 0.5))
        {
          best = &column_choices[c];
          best_height = sum;
        }
    }
  return best;
}

static SdmLetterStrip *
add_row (SdmLetterFlow    *flow,
         char *const      *cells,
         gboolean          is_head,
         const Columns    *columns,
         SdmLetterElement *table)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterElement       *tr = sdm_letter_flow_add_element (flow, table, "TR");
  GPtrArray              *lines[3] = { NULL };
  SdmLetterStrip         *strip = NULL;
  double                  height = 0;
  double                  x = e->left;
  guint                   n_lines = 0;

  measure_row (flow, cells, is_head, columns, lines, &height);
  strip = sdm_letter_flow_add_strip (flow, height);
  for (guint i = 0; i < 3; i++)
    {
      SdmLetterElement *cell = sdm_letter_flow_add_element (flow, tr, is_head ? "TH" : "TD");

      if (is_head)
        cell->scope = "Column";
      n_lines = MAX (n_lines, lines[i]->len);
      sdm_letter_flow_place_lines (flow, strip, lines[i], x, e->leading * 0.22, e->leading, cell);
      x += e->measure * columns->share[i];
    }
  strip->n_lines = n_lines;
  g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_RULE, e->left, height - (is_head ? 1.2 : 0.6),
                                                      e->measure, is_head ? 1.2 : 0.6));
  clear_lines (lines);
  return strip;
}

static void
add_action_table (SdmLetterFlow        *flow,
                  const SdmLetterBlock *block,
                  const Columns        *columns)
{
  SdmLetterElement *table = sdm_letter_flow_add_element (flow, NULL, "Table");
  guint             head = 0;

  add_row (flow, block->heads, TRUE, columns, table);
  head = flow->strips->len;
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SdmLetterRow *row = g_ptr_array_index (block->rows, i);
      SdmLetterStrip     *strip = add_row (flow, row->cells, FALSE, columns, table);

      /* The head stays with two rows, and the last row with the one before it. */
      strip->glue = i <= 1 || i == block->rows->len - 1;
      strip->head = head;
    }
}

static void
add_action_list (SdmLetterFlow        *flow,
                 const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            indent = e->size * (block->rows->len > 9 ? 2.35 : 1.75);
  SdmLetterElement       *list = sdm_letter_flow_add_element (flow, NULL, "L");

  list->numbering = "Decimal";
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SdmLetterRow *row = g_ptr_array_index (block->rows, i);
      SdmLetterElement   *item = sdm_letter_flow_add_element (flow, list, "LI");
      SdmLetterElement   *label = sdm_letter_flow_add_element (flow, item, "Lbl");
      SdmLetterElement   *body = sdm_letter_flow_add_element (flow, item, "LBody");
      g_autofree char    *number = g_strdup_printf ("%u.", i + 1);
      g_autoptr (GPtrArray) number_lines = sdm_letter_flow_break (flow, number, FALSE, e->size, e->measure);

      for (guint c = 0; c < 3; c++)
        {
          SdmLetterElement *p = sdm_letter_flow_add_element (flow, body, "P");
          guint             first = flow->strips->len;
          g_autofree char  *labelled = NULL;
          g_autoptr (GPtrArray) lines = NULL;

          if (c > 0)
            /* Translators: a line of the plan in large print: the head of the column, already
             * translated, and what stands below it: "Who: Ann Hughes, nurse". */
            labelled = g_strdup_printf (_("%1$s: %2$s"), block->heads[c], row->cells[c]);
          lines = sdm_letter_flow_break (flow, c > 0 ? labelled : row->cells[c], c == 0, e->size, e->measure - indent);
          flow->keep = c > 0 || flow->keep;
          sdm_letter_flow_add_lines (flow, lines, e->left + indent, e->leading, p, TRUE);
          if (c == 0 && lines->len > 0 && number_lines->len > 0)
            {
              SdmLetterStrip *strip = g_ptr_array_index (flow->strips, first);

              g_ptr_array_insert (strip->items, 0,
                                  sdm_letter_item_new_line (g_ptr_array_index (number_lines, 0), e->left,
                                                            e->leading * 0.74, label));
            }
        }
      if (i + 1 < block->rows->len)
        sdm_letter_flow_add_space (flow, e->leading * 0.4, i == block->rows->len - 2);
    }
}

/**
 * sdm_letter_flow_add_actions:
 *
 * Adds the plan: a table of three columns, or a list in large print and where
 * a fact is wider than its column.
 */
void
sdm_letter_flow_add_actions (SdmLetterFlow        *flow,
                             const SdmLetterBlock *block)
{
  const Columns *columns = NULL;

  if (block->rows->len == 0)
    return;
  if (flow->edition.size < LARGE_PRINT)
    columns = choose_columns (flow, block);
  if (columns != NULL)
    add_action_table (flow, block, columns);
  else
    add_action_list (flow, block);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.75, FALSE);
}

static char *
label_and_text (const SdmLetterRow *row)
{
  /* Translators: a line of the box for the GP in large print: a label in bold, then its text:
   * "Stopped. Indapamide 2.5 mg once a day." Keep the asterisks around the label. */
  return g_strdup_printf (_("**%1$s.** %2$s"), row->cells[0], row->cells[1]);
}

static void
add_fact_table (SdmLetterFlow        *flow,
                const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            pad = e->leading * 0.6;
  SdmLetterElement       *table = sdm_letter_flow_add_element (flow, NULL, "Table");
  SdmLetterStrip         *strip = sdm_letter_flow_add_strip (flow, 0);
  double                  label_width = 0;
  double                  y = pad;

  for (guint i = 0; i < block->rows->len; i++)
    {
      const SdmLetterRow *row = g_ptr_array_index (block->rows, i);
      g_autoptr (GPtrArray) label = sdm_letter_flow_break (flow, row->cells[0], TRUE, e->size, e->measure * 0.35);

      for (guint j = 0; j < label->len; j++)
        label_width = MAX (label_width, ((SdmLetterLine *) g_ptr_array_index (label, j))->width);
    }
  label_width += e->size * 1.4;
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SdmLetterRow *row = g_ptr_array_index (block->rows, i);
      SdmLetterElement   *tr = sdm_letter_flow_add_element (flow, table, "TR");
      SdmLetterElement   *th = sdm_letter_flow_add_element (flow, tr, "TH");
      SdmLetterElement   *td = sdm_letter_flow_add_element (flow, tr, "TD");
      g_autoptr (GPtrArray) label = sdm_letter_flow_break (flow, row->cells[0], TRUE, e->size, e->measure * 0.35);
      g_autoptr (GPtrArray) text = sdm_letter_flow_break (flow, row->cells[1], FALSE, e->size,
                                                          e->measure - 2 * pad - label_width);
      double label_bottom = 0;
      double text_bottom = 0;

      th->scope = "Row";
      label_bottom = sdm_letter_flow_place_lines (flow, strip, label, e->left + pad, y, e->leading, th);
      text_bottom = sdm_letter_flow_place_lines (flow, strip, text, e->left + pad + label_width, y, e->leading, td);
      y = MAX (label_bottom, text_bottom);
      y += e->leading * (i + 1 < block->rows->len ? 0.2 : 0);
    }
  strip->height = y + pad;
  g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_FRAME, e->left, 0, e->measure, strip->height));
}

static void
add_fact_column (SdmLetterFlow        *flow,
                 const SdmLetterBlock *block,
                 gboolean              framed)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            pad = framed ? e->leading * 0.6 : 0;
  SdmLetterStrip         *strip = framed ? sdm_letter_flow_add_strip (flow, 0) : NULL;
  double                  y = pad;

  for (guint i = 0; i < block->rows->len; i++)
    {
      g_autofree char  *marked = label_and_text (g_ptr_array_index (block->rows, i));
      SdmLetterElement *p = sdm_letter_flow_add_element (flow, NULL, "P");
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, marked, FALSE, e->size, e->measure - 2 * pad);

      if (framed)
        y = sdm_letter_flow_place_lines (flow, strip, lines, e->left + pad, y, e->leading, p) +
            e->leading * (i + 1 < block->rows->len ? 0.25 : 0);
      else
        {
          sdm_letter_flow_add_lines (flow, lines, e->left, e->leading, p, FALSE);
          sdm_letter_flow_add_space (flow, e->leading * 0.25, FALSE);
        }
    }
  if (framed)
    {
      strip->height = y + pad;
      g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_FRAME, e->left, 0, e->measure, strip->height));
    }
}

static guint
count_column_lines (SdmLetterFlow        *flow,
                    const SdmLetterBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->rows->len; i++)
    {
      g_autofree char *marked = label_and_text (g_ptr_array_index (block->rows, i));
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, marked, FALSE, flow->edition.size,
                                                           flow->edition.measure - 1.2 * flow->edition.leading);

      n += lines->len;
    }
  return n;
}

/**
 * sdm_letter_flow_add_facts:
 *
 * Adds the box: labels beside texts, or one column in large print. The box is
 * never cut; one that would fill a page is set without its frame.
 */
void
sdm_letter_flow_add_facts (SdmLetterFlow        *flow,
                           const SdmLetterBlock *block)
{
  double height = 0;

  if (block->rows->len == 0)
    return;
  height = (count_column_lines (flow, block) + block->rows->len * 0.25 + 1.2) * flow->edition.leading;
  if (height > flow->page_height * BOX_SHARE)
    add_fact_column (flow, block, FALSE);
  else if (flow->edition.size < LARGE_PRINT)
    add_fact_table (flow, block);
  else
    add_fact_column (flow, block, TRUE);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.75, FALSE);
}
