/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-block-private.h"
#include "sdm-letter-flow.h"
#include "sdm-words-here.h"

/* What is filled in with a pen: lines to write on, and grids of cells to write in or to tick. */

#define LARGE_PRINT  17          /* from this size the rows of a grid follow one another */
#define LINE_STEP    SDM_MM (10) /* between lines to write on */
#define FIRST_SHARE  0.34        /* of the measure: the column that names the rows */
#define PAD          0.3         /* of the leading, inside a cell */
#define BOX          0.9         /* of the size: a box to tick */
#define ROOM_OF_CELL 1           /* lines, in large print: each is as wide as all the columns */
#define MOST_KEPT    0.6         /* of the page: a row that is higher may be cut in large print */

static SdmLetterStrip *
add_room (SdmLetterFlow    *flow,
          SdmLetterElement *parent,
          guint             n_lines)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            height = n_lines * MAX (LINE_STEP, e->leading * 1.3);
  SdmLetterElement       *figure = sdm_letter_flow_add_element (flow, parent, "Figure");
  SdmLetterStrip         *strip = sdm_letter_flow_add_strip (flow, height + 1);
  SdmLetterItem          *room = sdm_letter_item_new (SDM_LETTER_ITEM_ROOM, e->left, 0, e->measure, height);

  /* Translators: what a screen reader says of lines on which the reader of a sheet of paper may write */
  figure->alt = g_strdup (_("Room to write"));
  room->rows = n_lines;
  room->element = figure;
  g_ptr_array_add (strip->items, room);

  return strip;
}

/**
 * sdm_letter_flow_add_room:
 *
 * Adds lines to write on, all on one page.
 */
void
sdm_letter_flow_add_room (SdmLetterFlow        *flow,
                          const SdmLetterBlock *block)
{
  add_room (flow, NULL, block->n_lines);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.6, FALSE);
}

/* Tables */

static gboolean
is_tick_box (const char *cell)
{
  return g_str_equal (cell, SDM_LETTER_TICK_BOX);
}

/* Whether nothing but boxes stands below the heads, so that the columns may be narrow. */
static double
get_first_share (const SdmLetterBlock *block)
{
  const guint n = g_strv_length (block->columns);

  for (guint i = 0; i < block->rows->len; i++)
    {
      char *const *cells = ((SdmLetterRow *) g_ptr_array_index (block->rows, i))->grid_cells;

      for (guint c = 1; c < n; c++)
        if (!is_tick_box (cells[c]))
          return n > 3 ? 0.8 / n : FIRST_SHARE;
    }

  return 1 - (n - 1) * 0.13;
}

/* A cell that holds no text is told by words: its frame is what stands there. */
static void
add_frame (const SdmLetterFlow *flow,
           SdmLetterStrip      *strip,
           SdmLetterElement    *cell,
           const char          *text,
           double               x,
           double               width)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterItem          *frame = sdm_letter_item_new (SDM_LETTER_ITEM_FRAME, x, 0, width, strip->height);

  g_ptr_array_add (strip->items, frame);
  if (is_tick_box (text))
    {
      const double   side = e->size * BOX;
      SdmLetterItem *box = sdm_letter_item_new (SDM_LETTER_ITEM_FRAME, x + (width - side) / 2, (strip->height - side) / 2, side, side);

      /* Translators: what a screen reader says of a box in a table on paper */
      cell->alt = g_strdup (_("Box to tick"));
      box->element = cell;
      g_ptr_array_add (strip->items, box);
    }
  else if (*text == '\0')
    {
      cell->alt = g_strdup (_("Room to write"));
      frame->element = cell;
    }
}

static void
add_grid_row (SdmLetterFlow        *flow,
              const SdmLetterBlock *block,
              char *const          *cells,
              gboolean              is_head,
              SdmLetterElement     *table)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            pad = e->leading * PAD;
  const double            first = e->measure * get_first_share (block);
  const guint             n = g_strv_length (block->columns);
  const double            other = (e->measure - first) / (n - 1);
  SdmLetterElement       *tr = sdm_letter_flow_add_element (flow, table, "TR");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  SdmLetterStrip *strip;
  guint           most = 1;
  double          x = e->left;

  for (guint c = 0; c < n; c++)
    {
      const char *text = is_tick_box (cells[c]) ? "" : cells[c];
      GPtrArray  *lines = sdm_letter_flow_break (flow, text, is_head || c == 0, e->size, (c == 0 ? first : other) - 2 * pad);

      most = *text != '\0' ? MAX (most, lines->len) : most;
      g_ptr_array_add (texts, lines);
    }
  strip = sdm_letter_flow_add_strip (flow, MAX (is_head ? 0 : block->row_height, most * e->leading + 2 * pad));
  for (guint c = 0; c < n; c++)
    {
      const double      width = c == 0 ? first : other;
      SdmLetterElement *cell = sdm_letter_flow_add_element (flow, tr, is_head || (c == 0 && *cells[0] != '\0') ? "TH" : "TD");

      if (is_head || c == 0)
        cell->scope = is_head ? "Column" : *cells[0] != '\0' ? "Row"
                                                             : NULL;
      if (*cells[c] != '\0' && !is_tick_box (cells[c]))
        sdm_letter_flow_place_cell (flow, strip, g_ptr_array_index (texts, c), x + pad, pad, cell);
      add_frame (flow, strip, cell, cells[c], x, width);
      x += width;
    }
  strip->n_lines = most;
}

static void
add_table (SdmLetterFlow        *flow,
           const SdmLetterBlock *block)
{
  SdmLetterElement *table = sdm_letter_flow_add_element (flow, NULL, "Table");
  guint             head = 0;

  add_grid_row (flow, block, block->columns, TRUE, table);
  head = flow->strips->len;
  for (guint i = 0; i < block->rows->len; i++)
    {
      SdmLetterStrip *strip;

      add_grid_row (flow, block, ((SdmLetterRow *) g_ptr_array_index (block->rows, i))->grid_cells, FALSE, table);
      strip = g_ptr_array_index (flow->strips, flow->strips->len - 1);
      strip->glue = i == 0;
      strip->head = head;
    }
}

/* Large print */

static void
add_ticks (SdmLetterFlow        *flow,
           const SdmLetterBlock *block,
           char *const          *cells)
{
  SdmLetterBlock *boxes = sdm_letter_block_new (SDM_LETTER_BLOCK_LIST, NULL);

  boxes->list_style = SDM_LETTER_LIST_BOXES;
  for (guint c = 1; cells[c] != NULL; c++)
    sdm_letter_list_add_item (boxes, block->columns[c]);
  sdm_letter_flow_add_list (flow, boxes);
  sdm_letter_block_free (boxes);
}

/* What was said of one question stays together, so that every answer is read below it. */
static void
keep_together (SdmLetterFlow *flow,
               guint          first)
{
  double height = 0;

  for (guint i = first; i < flow->strips->len; i++)
    height += ((const SdmLetterStrip *) g_ptr_array_index (flow->strips, i))->height;
  for (guint i = first + 1; i < flow->strips->len && height <= flow->page_height * MOST_KEPT; i++)
    ((SdmLetterStrip *) g_ptr_array_index (flow->strips, i))->glue = TRUE;
}

static void
add_row_below (SdmLetterFlow        *flow,
               const SdmLetterBlock *block,
               char *const          *cells)
{
  const gboolean is_ticked = is_tick_box (cells[1]);
  const guint    first = flow->strips->len;

  for (guint c = 0; cells[c] != NULL && !(is_ticked && c > 0); c++)
    {
      g_autofree char *text = NULL;

      if (c == 0 && *cells[0] != '\0')
        text = g_strdup_printf ("**%s**", cells[0]);
      else if (*cells[c] == '\0')
        text = g_strdup_printf ("**%s**", block->columns[c]);
      else
        text = g_strdup_printf ("**%s:** %s", block->columns[c], cells[c]);
      sdm_letter_flow_add_text (flow, text, 0);
      sdm_letter_flow_add_space (flow, flow->edition.leading * 0.2, TRUE);
      if (*cells[c] == '\0')
        {
          add_room (flow, NULL, ROOM_OF_CELL);
          sdm_letter_flow_add_space (flow, flow->edition.leading * 0.3, FALSE);
        }
      flow->keep = c == 0;
    }
  if (is_ticked)
    add_ticks (flow, block, cells);
  keep_together (flow, first);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.4, FALSE);
}

/**
 * sdm_letter_flow_add_grid:
 *
 * Adds a grid: a table whose rows are never cut, or one row below the other in
 * large print.
 */
void
sdm_letter_flow_add_grid (SdmLetterFlow        *flow,
                          const SdmLetterBlock *block)
{
  if (block->rows->len == 0)
    return;
  if (flow->edition.size < LARGE_PRINT)
    add_table (flow, block);
  else
    for (guint i = 0; i < block->rows->len; i++)
      add_row_below (flow, block, ((SdmLetterRow *) g_ptr_array_index (block->rows, i))->grid_cells);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.6, FALSE);
}
