/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-paper.h"

static void
clear_glyph (gpointer data)
{
  SdmGlyph *glyph = data;

  g_free (glyph->more);
}

/**
 * sdm_glyph_run_new:
 * @face: the face; the run holds a reference
 * @size: in points
 *
 * Returns: (transfer full): a run without glyphs
 */
SdmGlyphRun *
sdm_glyph_run_new (hb_face_t *face,
                   double     size)
{
  SdmGlyphRun *run = g_new0 (SdmGlyphRun, 1);

  run->face = hb_face_reference (face);
  run->size = size;
  run->glyphs = g_array_new (FALSE, TRUE, sizeof (SdmGlyph));
  g_array_set_clear_func (run->glyphs, clear_glyph);
  return run;
}

void
sdm_glyph_run_free (SdmGlyphRun *run)
{
  if (run == NULL)
    return;
  hb_face_destroy (run->face);
  g_free (run->actual_text);
  g_array_unref (run->glyphs);
  g_free (run);
}

/**
 * sdm_letter_line_new:
 * @text: what the line says, without the space at its end
 * @width: in points
 *
 * Returns: (transfer full): a line without glyphs
 */
SdmLetterLine *
sdm_letter_line_new (const char *text,
                     double      width)
{
  SdmLetterLine *line = g_rc_box_new0 (SdmLetterLine);

  line->text = g_strdup (text);
  line->width = width;
  line->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_glyph_run_free);
  return line;
}

SdmLetterLine *
sdm_letter_line_ref (SdmLetterLine *line)
{
  return g_rc_box_acquire (line);
}

static void
clear_line (gpointer data)
{
  SdmLetterLine *line = data;

  g_free (line->text);
  g_ptr_array_unref (line->runs);
  g_clear_pointer (&line->addresses, sdm_letter_addresses_unref);
}

void
sdm_letter_line_unref (SdmLetterLine *line)
{
  if (line != NULL)
    g_rc_box_release_full (line, clear_line);
}

/**
 * sdm_letter_element_new:
 * @parent: (nullable): takes the element as its last child
 * @role: (transfer none): a standard structure type, static
 *
 * Returns: (transfer none): the element, which belongs to @parent; without one
 *   it is the caller's
 */
SdmLetterElement *
sdm_letter_element_new (SdmLetterElement *parent,
                        const char       *role)
{
  SdmLetterElement *element = g_new0 (SdmLetterElement, 1);

  element->role = role;
  element->parent = parent;
  element->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_element_free);
  if (parent != NULL)
    g_ptr_array_add (parent->children, element);
  return element;
}

void
sdm_letter_element_free (SdmLetterElement *element)
{
  if (element == NULL)
    return;
  g_ptr_array_unref (element->children);
  g_free (element->language);
  g_free (element->alt);
  g_free (element->title);
  g_free (element);
}

SdmLetterItem *
sdm_letter_item_new (SdmLetterItemKind kind,
                     double            x,
                     double            y,
                     double            w,
                     double            h)
{
  SdmLetterItem *item = g_new0 (SdmLetterItem, 1);

  item->kind = kind;
  item->x = x;
  item->y = y;
  item->w = w;
  item->h = h;
  return item;
}

/**
 * sdm_letter_item_new_line:
 * @line: (transfer none): the line
 * @x: left edge of its column
 * @baseline: where it stands
 * @element: (nullable): its tag; NULL for an artifact
 *
 * Returns: (transfer full): the item
 */
SdmLetterItem *
sdm_letter_item_new_line (SdmLetterLine    *line,
                          double            x,
                          double            baseline,
                          SdmLetterElement *element)
{
  SdmLetterItem *item = sdm_letter_item_new (SDM_LETTER_ITEM_LINE, x + line->x, baseline, line->width, 0);

  item->line = sdm_letter_line_ref (line);
  item->element = element;
  return item;
}

/**
 * sdm_letter_item_mirror:
 *
 * Moves an item to the other side of its page, for what is read from right to left.
 */
void
sdm_letter_item_mirror (SdmLetterItem *item,
                        double         page_width)
{
  item->x = page_width - item->x - item->w;
  item->mirrored = !item->mirrored;
}

/**
 * sdm_letter_item_copy_as_artifact:
 *
 * Returns: (transfer full): the same mark on the paper, which is not read out again
 */
SdmLetterItem *
sdm_letter_item_copy_as_artifact (const SdmLetterItem *item)
{
  SdmLetterItem *copy = g_memdup2 (item, sizeof *item);

  if (copy->line != NULL)
    sdm_letter_line_ref (copy->line);
  copy->element = NULL;
  copy->pagination = TRUE;
  return copy;
}

void
sdm_letter_item_free (SdmLetterItem *item)
{
  if (item == NULL)
    return;
  sdm_letter_line_unref (item->line);
  g_free (item);
}

/**
 * sdm_letter_item_get_person_box:
 * @item: an icon array
 * @index: the person, counted in the order of filling: from the bottom row up, and from the side at which reading begins
 * @x: (out): left edge
 * @y: (out): top edge
 * @height: (out): height; the person is 0.8 times as wide
 */
void
sdm_letter_item_get_person_box (const SdmLetterItem *item,
                                guint                index,
                                double              *x,
                                double              *y,
                                double              *height)
{
  guint  column = item->mirrored ? item->columns - 1 - index % item->columns : index % item->columns;
  guint  row = item->rows - 1 - index / item->columns;
  guint  column_gaps = (item->columns - 1) / item->group_columns;
  guint  row_gaps = (item->rows - 1) / item->group_rows;
  double cell_w = (item->w - item->gap * column_gaps) / item->columns;
  double cell_h = (item->h - item->gap * row_gaps) / item->rows;

  *height = MIN (cell_h * 0.90, cell_w / 0.8 * 0.95);
  *x = item->x + column * cell_w + item->gap * (column / item->group_columns) + (cell_w - 0.8 * *height) / 2;
  *y = item->y + row * cell_h + item->gap * (row / item->group_rows) + (cell_h - *height) / 2;
}

static void
free_page (gpointer data)
{
  g_ptr_array_unref (data);
}

/**
 * sdm_letter_pages_new:
 *
 * Returns: (transfer full): no pages of A4, and an empty tree
 */
SdmLetterPages *
sdm_letter_pages_new (void)
{
  SdmLetterPages *pages = g_new0 (SdmLetterPages, 1);

  pages->width = SDM_MM (210);
  pages->height = SDM_MM (297);
  pages->pages = g_ptr_array_new_with_free_func (free_page);
  pages->root = sdm_letter_element_new (NULL, "Document");
  return pages;
}

void
sdm_letter_pages_free (SdmLetterPages *pages)
{
  if (pages == NULL)
    return;
  g_ptr_array_unref (pages->pages);
  sdm_letter_element_free (pages->root);
  g_free (pages);
}
