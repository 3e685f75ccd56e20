/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-flow.h"
#include "sdm-words-here.h"

#include <math.h>

/* The plan, the box for the GP and lists beside their lead-ins: tables up to 16 points, one column from 18 points. */

#define LARGE_PRINT 17
#define GUTTER      0.02 /* of the measure, between columns */
#define ROW_SPACE   0.25 /* of the leading, between rows */
#define BESIDE      0.27 /* of the measure: the lead-in at the left of its list */
#define BOX_SHARE   0.75 /* of a page: a higher box is set without its frame */
#define PAGE_TEXT   SDM_MM (230)

/* Of the measure, for the first column, gutter included. The first is the one to prefer; the others are tried for a
 * shorter table. */
static const double date_shares[] = { 0.37, 0.31, 0.26 };

/* A row of the plan as it is printed: by when, then who does what. */
typedef struct
{
  const char *date;
  char       *step; /* owned */
} PlanRow;

static PlanRow
make_plan_row (char *const *cells,
               gboolean     is_head)
{
  PlanRow row = { cells[2], NULL };

  if (is_head)
    /* Translators: head of a column of the plan, in which each step begins with who does it */
    row.step = g_strdup (_("Who does what"));
  else
    /* Translators: a step of the plan: who does it, in bold, and what: "You: Have the blood test before you start."
     * Keep the asterisks around the name. */
    row.step = g_strdup_printf (_("**%1$s:** %2$s"), cells[1], cells[0]);

  return row;
}

static gboolean
measure_row (SdmLetterFlow *flow,
             const PlanRow *row,
             gboolean       bold,
             double         date_share,
             GPtrArray    **lines,
             double        *height)
{
  const SdmLetterEdition *e = &flow->edition;
  gboolean                fits = TRUE;

  lines[0] = sdm_letter_flow_try_break (flow, row->date, bold, e->size, e->measure * (date_share - GUTTER), &fits);
  lines[1] = sdm_letter_flow_try_break (flow, row->step, bold, e->size, e->measure * (1 - date_share), &fits);
  *height = e->leading * (MAX (lines[0]->len, lines[1]->len) + ROW_SPACE);
  return fits;
}

static void
clear_lines (GPtrArray **lines)
{
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&lines[i], g_ptr_array_unref);
}

static double
sum_widths (GPtrArray *lines)
{
  double sum = 0;

  for (guint i = 0; i < lines->len; i++)
    sum += ((const SdmLetterLine *) g_ptr_array_index (lines, i))->width;

  return sum;
}

/* How wide the two cells of a row are on one line each. */
typedef struct
{
  double date;
  double step;
} RowWidths;

/* How high the table would be, or 0 where a fact does not fit. */
static double
measure_table (SdmLetterFlow        *flow,
               const SdmLetterBlock *block,
               double                date_share,
               RowWidths            *widths)
{
  double sum = 0;

  for (guint i = 0; i <= block->rows->len; i++)
    {
      gboolean     is_head = i == block->rows->len;
      char *const *cells = is_head ? block->heads : ((SdmLetterRow *) g_ptr_array_index (block->rows, i))->cells;
      PlanRow      row = make_plan_row (cells, is_head);
      GPtrArray   *lines[2] = { NULL };
      double       height = 0;
      gboolean     fits = measure_row (flow, &row, is_head, date_share, lines, &height);

      widths[i].date = sum_widths (lines[0]);
      widths[i].step = sum_widths (lines[1]);
      clear_lines (lines);
      g_free (row.step);
      if (!fits)
        return 0;
      sum += height;
    }
  return sum;
}

/* No table of these columns is lower: a text fills its lines at best. Breaking texts is most of what a letter takes. */
static double
get_least_height (SdmLetterFlow   *flow,
                  const RowWidths *widths,
                  guint            n_rows,
                  double           date_share)
{
  const SdmLetterEdition *e = &flow->edition;
  double                  sum = 0;

  for (guint i = 0; i < n_rows; i++)
    sum += e->leading * (MAX (ceil (widths[i].date / (e->measure * (date_share - GUTTER))), ceil (widths[i].step / (e->measure * (1 - date_share)))) + ROW_SPACE);

  return sum;
}

/* Returns the share of the first column that makes the lowest table, or 0 where a fact fits in none. */
static double
choose_date_share (SdmLetterFlow        *flow,
                   const SdmLetterBlock *block)
{
  const guint           n_rows = block->rows->len + 1;
  g_autofree RowWidths *widths = g_new0 (RowWidths, n_rows);
  double                best = 0;
  double                best_height = 0;

  for (guint c = 0; c < G_N_ELEMENTS (date_shares); c++)
    {
      double height = 0;

      if (best_height > 0 && get_least_height (flow, widths, n_rows, date_shares[c]) >= best_height - 0.5)
        continue;
      height = measure_table (flow, block, date_shares[c], widths);
      if (height > 0 && (best_height <= 0 || height < best_height - 0.5))
        {
          best = date_shares[c];
          best_height = height;
        }
    }
  return best;
}

static SdmLetterStrip *
add_row (SdmLetterFlow    *flow,
         char *const      *cells,
         gboolean          is_head,
         double            date_share,
         SdmLetterElement *table)
{
  const SdmLetterEdition *e = &flow->edition;
  const PlanRow           row = make_plan_row (cells, is_head);
  SdmLetterElement       *tr = sdm_letter_flow_add_element (flow, table, "TR");
  GPtrArray              *lines[2] = { NULL };
  SdmLetterStrip         *strip = NULL;
  double                  height = 0;
  double                  x = e->left;

  measure_row (flow, &row, is_head, date_share, lines, &height);
  strip = sdm_letter_flow_add_strip (flow, height);
  for (guint i = 0; i < 2; i++)
    {
      SdmLetterElement *cell = sdm_letter_flow_add_element (flow, tr, is_head ? "TH" : "TD");

      if (is_head)
        cell->scope = "Column";
      sdm_letter_flow_place_cell (flow, strip, lines[i], x, e->leading * ROW_SPACE / 2, cell);
      x += e->measure * date_share;
    }
  strip->n_lines = MAX (lines[0]->len, lines[1]->len);
  g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_RULE, e->left, height - (is_head ? 1.2 : 0.6),
                                                      e->measure, is_head ? 1.2 : 0.6));
  clear_lines (lines);
  g_free (row.step);
  return strip;
}

static void
add_action_table (SdmLetterFlow        *flow,
                  const SdmLetterBlock *block,
                  double                date_share)
{
  SdmLetterElement *table = sdm_letter_flow_add_element (flow, NULL, "Table");
  guint             head = 0;

  add_row (flow, block->heads, TRUE, date_share, table);
  head = flow->strips->len;
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SdmLetterRow *row = g_ptr_array_index (block->rows, i);
      SdmLetterStrip     *strip = add_row (flow, row->cells, FALSE, date_share, table);

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
      g_autofree char    *number = sdm_words_take_digits (g_strdup_printf ("%u.", i + 1));
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
 * Adds the plan: a table of the day and who does what, or a list in large print and where
 * a fact is wider than its column.
 */
void
sdm_letter_flow_add_actions (SdmLetterFlow        *flow,
                             const SdmLetterBlock *block)
{
  double date_share = 0;

  if (block->rows->len == 0)
    return;
  if (flow->edition.size < LARGE_PRINT)
    date_share = choose_date_share (flow, block);
  if (date_share > 0)
    add_action_table (flow, block, date_share);
  else
    add_action_list (flow, block);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.5, FALSE);
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
      label_bottom = sdm_letter_flow_place_cell (flow, strip, label, e->left + pad, y, th);
      text_bottom = sdm_letter_flow_place_cell (flow, strip, text, e->left + pad + label_width, y, td);
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

static double
place_item (SdmLetterFlow    *flow,
            SdmLetterStrip   *strip,
            const char       *mark_text,
            const char       *text,
            double            x,
            double            y,
            double            width,
            SdmLetterElement *list)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            indent = e->size * 1.4;
  SdmLetterElement       *item = sdm_letter_flow_add_element (flow, list, "LI");
  SdmLetterElement       *label = sdm_letter_flow_add_element (flow, item, "Lbl");
  SdmLetterElement       *body = sdm_letter_flow_add_element (flow, item, "LBody");
  g_autoptr (GPtrArray) mark = sdm_letter_flow_break (flow, mark_text, FALSE, e->size, width);
  g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, text, FALSE, e->size, width - indent);

  if (lines->len > 0 && mark->len > 0)
    g_ptr_array_add (strip->items, sdm_letter_item_new_line (g_ptr_array_index (mark, 0), x, y + e->leading * 0.74, label));

  return sdm_letter_flow_place_lines (flow, strip, lines, x + indent, y, e->leading, body);
}

/**
 * sdm_letter_flow_add_beside:
 * @list: (nullable): the block after @lead_in
 *
 * Sets a lead-in at the left of its list, both whole on one page. Large print and what is no list stand one below the other instead.
 *
 * Returns: whether the list was set too
 */
gboolean
sdm_letter_flow_add_beside (SdmLetterFlow        *flow,
                            const SdmLetterBlock *lead_in,
                            const SdmLetterBlock *list)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            x = e->left + e->measure * BESIDE;
  const double            width = e->measure * (1 - BESIDE);
  const gboolean          is_decimal = list != NULL && list->list_style == SDM_LETTER_LIST_DECIMAL;
  SdmLetterElement       *label = NULL;
  SdmLetterElement       *l = NULL;
  SdmLetterStrip         *strip = NULL;
  double                  label_bottom = 0;
  double                  y = 0;
  g_autoptr (GPtrArray) lines = NULL;

  if (e->size >= LARGE_PRINT || list == NULL || list->kind != SDM_LETTER_BLOCK_LIST)
    return FALSE;

  lines = sdm_letter_flow_break (flow, lead_in->text, FALSE, e->size, e->measure * (BESIDE - GUTTER));
  strip = sdm_letter_flow_add_strip (flow, 0);
  label = sdm_letter_flow_add_element (flow, NULL, "P");
  label_bottom = sdm_letter_flow_place_lines (flow, strip, lines, e->left, y, e->leading, label);
  l = sdm_letter_flow_add_element (flow, NULL, "L");
  l->numbering = is_decimal ? "Decimal" : "Disc";
  for (guint i = 0; i < list->rows->len; i++)
    {
      g_autofree char *mark = is_decimal ? sdm_words_take_digits (g_strdup_printf ("%u.", i + 1)) : g_strdup ("•");

      y = place_item (flow, strip, mark, ((SdmLetterRow *) g_ptr_array_index (list->rows, i))->cells[0], x, y, width, l);
    }
  strip->height = MAX (label_bottom, y);
  sdm_letter_flow_add_space (flow, e->leading * 0.3, FALSE);

  return TRUE;
}
