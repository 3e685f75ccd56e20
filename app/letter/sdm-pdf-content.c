/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pdf-content.h"

#include "sdm-letter-error.h"
#include "sdm-pdf-page-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Pages as PDF operators. Everything that is drawn stands in one flat marked-content sequence, of a
 * tag or of an artifact; numbers are written without regard to the locale.
 */

#define INK    "0.078 0.314 0.42"
#define EDGE   "0.353"
#define RULE   "0.549"
#define YELLOW "1 0.953 0.651"

/**
 * sdm_pdf_append_number:
 *
 * Appends a number with at most three decimals and a space.
 *
 * Returns: FALSE, with nothing appended, for what is not a number a page can hold
 */
gboolean
sdm_pdf_append_number (GString *out,
                       double   value)
{
  char  digits[16] = "";
  char *at = digits + sizeof digits;
  long  left = 0;
  guint n_decimals = 3;

  if (!isfinite (value) || fabs (value) > 32767)
    return FALSE;
  left = lround (fabs (value) * 1000);
  if (value < 0 && left > 0)
    g_string_append_c (out, '-');
  for (; n_decimals > 0 && left % 10 == 0; n_decimals--)
    left /= 10;
  /* From the last digit to the first. */
  for (guint i = 0; i <= n_decimals || left > 0; i++, left /= 10)
    {
      if (i == n_decimals && i > 0)
        *--at = '.';
      *--at = (char) ('0' + left % 10);
    }
  g_string_append_len (out, at, digits + sizeof digits - at);
  g_string_append_c (out, ' ');
  return TRUE;
}

void
sdm_pdf_page_append_numbers (SdmPdfPage   *page,
                             const double *values,
                             guint         n,
                             const char   *operator_text)
{
  for (guint i = 0; i < n; i++)
    page->failed = !sdm_pdf_append_number (page->out, values[i]) || page->failed;
  g_string_append (page->out, operator_text);
  g_string_append_c (page->out, '\n');
}

/* Marked content */

static void
free_tag (gpointer data)
{
  SdmPdfTag *tag = data;

  g_array_unref (tag->marks);
  g_free (tag);
}

/**
 * sdm_pdf_content_get_tag:
 *
 * Returns: (transfer none) (nullable): what was written of a tag
 */
SdmPdfTag *
sdm_pdf_content_get_tag (SdmPdfContent          *self,
                         const SdmLetterElement *element)
{
  return g_hash_table_lookup (self->tags, element);
}

static void
close_sequence (SdmPdfPage *page)
{
  if (page->is_open)
    g_string_append (page->out, "EMC\n");
  page->is_open = FALSE;
}

static guint
take_mcid (SdmPdfPage       *page,
           SdmLetterElement *element,
           double            top)
{
  SdmPdfTag *tag = sdm_pdf_content_get_tag (page->content, element);
  SdmPdfMark mark = { page->page, page->elements->len };

  if (tag == NULL)
    {
      tag = g_new0 (SdmPdfTag, 1);
      tag->marks = g_array_new (FALSE, FALSE, sizeof (SdmPdfMark));
      tag->top = top;
      g_hash_table_insert (page->content->tags, element, tag);
    }
  g_array_append_val (tag->marks, mark);
  g_ptr_array_add (page->elements, element);
  return mark.mcid;
}

void
sdm_pdf_page_open_tag (SdmPdfPage       *page,
                       SdmLetterElement *element,
                       double            top)
{
  if (page->is_open && !page->in_artifact && page->open == element)
    return;
  close_sequence (page);
  g_string_append_printf (page->out, "/%s <</MCID %u>> BDC\n", element->role, take_mcid (page, element, top));
  page->is_open = TRUE;
  page->in_artifact = FALSE;
  page->open = element;
}

static void
open_artifact (SdmPdfPage *page,
               gboolean    pagination)
{
  if (page->is_open && page->in_artifact && page->open_pagination == pagination)
    return;
  close_sequence (page);
  g_string_append_printf (page->out, "/Artifact <</Type /%s>> BDC\n", pagination ? "Pagination" : "Layout");
  page->is_open = TRUE;
  page->in_artifact = TRUE;
  page->open_pagination = pagination;
}

void
sdm_pdf_page_open_for_item (SdmPdfPage          *page,
                            const SdmLetterItem *item,
                            double               top)
{
  if (item->element != NULL)
    sdm_pdf_page_open_tag (page, item->element, top);
  else
    open_artifact (page, item->pagination);
}

/* A run whose glyphs do not give the text back: a sequence of its own that says the text. */
void
sdm_pdf_page_open_span (SdmPdfPage        *page,
                        SdmLetterElement  *element,
                        const SdmGlyphRun *run,
                        double             top)
{
  glong                 units = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (run->actual_text, -1, NULL, &units, NULL);

  close_sequence (page);
  g_string_append_printf (page->out, "/Span <</MCID %u /ActualText <FEFF", take_mcid (page, element, top));
  for (glong i = 0; i < units; i++)
    g_string_append_printf (page->out, "%04X", utf16[i]);
  g_string_append (page->out, ">>> BDC\n");
  page->is_open = TRUE;
  page->in_artifact = FALSE;
  page->open = NULL;
}

/* Shapes */

static void
write_box (SdmPdfPage          *page,
           const SdmLetterItem *item,
           double               width,
           const char          *operators)
{
  const double box[] = { item->x, page->height - item->y - item->h, width, item->h };

  sdm_pdf_page_append_numbers (page, box, 4, operators);
}

static void
write_person (SdmPdfPage         *page,
              SdmLetterPersonKind kind,
              double              x,
              double              y,
              double              height)
{
  const double matrix[] = { height, 0, 0, height, x, page->height - y - height };

  g_string_append (page->out, "q ");
  sdm_pdf_page_append_numbers (page, matrix, 6, "cm");
  g_string_append_printf (page->out, "/P%d Do Q\n", (int) kind);
}

static void
write_people (SdmPdfPage          *page,
              const SdmLetterItem *item)
{
  for (guint i = 0; i < item->columns * item->rows; i++)
    {
      SdmLetterPersonKind kind = i < item->low    ? SDM_LETTER_PERSON_FILLED
                                 : i < item->high ? SDM_LETTER_PERSON_STRIPED
                                                  : SDM_LETTER_PERSON_EMPTY;
      double              x = 0;
      double              y = 0;
      double              height = 0;

      sdm_letter_item_get_person_box (item, i, &x, &y, &height);
      write_person (page, kind, x, y, height);
    }
}

static void
write_logo (SdmPdfPage          *page,
            const SdmLetterItem *item)
{
  const double matrix[] = { item->w, 0, 0, item->h, item->x, page->height - item->y - item->h };

  g_string_append (page->out, "q ");
  sdm_pdf_page_append_numbers (page, matrix, 6, "cm");
  g_string_append (page->out, "/Logo Do Q\n");
}

static void
set_tag_box (SdmPdfPage          *page,
             const SdmLetterItem *item)
{
  SdmPdfTag *tag = item->element != NULL ? sdm_pdf_content_get_tag (page->content, item->element) : NULL;

  if (tag == NULL)
    return;
  tag->has_box = TRUE;
  tag->box[0] = item->x;
  tag->box[1] = page->height - item->y - item->h;
  tag->box[2] = item->x + item->w;
  tag->box[3] = page->height - item->y;
}

static void
write_score (SdmPdfPage          *page,
             const SdmLetterItem *item)
{
  SdmLetterItem bar = *item;

  bar.w = item->w * item->fraction;
  if (item->mirrored)
    bar.x += item->w - bar.w;
  write_box (page, &bar, bar.w, "re " INK " rg f 0 g");
}

/* The lines to write on: the last at the foot of the room. */
static void
write_room (SdmPdfPage          *page,
            const SdmLetterItem *item)
{
  for (guint i = 1; i <= item->rows; i++)
    {
      SdmLetterItem line = *item;

      line.y = item->y + item->h * i / item->rows;
      line.h = 0.6;
      write_box (page, &line, line.w, "re " RULE " g f 0 g");
    }
}

static void
write_item (SdmPdfPage          *page,
            const SdmLetterItem *item)
{
  if (item->kind == SDM_LETTER_ITEM_LINE)
    {
      sdm_pdf_page_write_line (page, item);
      return;
    }
  sdm_pdf_page_open_for_item (page, item, page->height - item->y);
  switch (item->kind)
    {
    case SDM_LETTER_ITEM_RULE:
      write_box (page, item, item->w, "re " RULE " g f 0 g");
      break;
    case SDM_LETTER_ITEM_FRAME:
      g_string_append (page->out, EDGE " G 0.8 w ");
      write_box (page, item, item->w, "re S");
      break;
    case SDM_LETTER_ITEM_BAR:
      write_box (page, item, item->w, "re " INK " rg f 0 g");
      break;
    case SDM_LETTER_ITEM_PERSON:
      write_person (page, item->person, item->x, item->y, item->h);
      break;
    case SDM_LETTER_ITEM_PEOPLE:
      write_people (page, item);
      set_tag_box (page, item);
      break;
    case SDM_LETTER_ITEM_LOGO:
      write_logo (page, item);
      set_tag_box (page, item);
      break;
    case SDM_LETTER_ITEM_GROUND:
      write_box (page, item, item->w, "re " YELLOW " rg f 0 g");
      break;
    case SDM_LETTER_ITEM_ROOM:
      write_room (page, item);
      set_tag_box (page, item);
      break;
    case SDM_LETTER_ITEM_SCORE:
      write_score (page, item);
      g_string_append (page->out, EDGE " G 0.8 w ");
      write_box (page, item, item->w, "re S");
      set_tag_box (page, item);
      break;
    case SDM_LETTER_ITEM_LINE:
    default:
      break;
    }
}

/* Head and shoulders in a box 0.8 wide and 1 high, y up. */
static const char *const person_path =
    "0.585 0.785 m 0.585 0.887 0.502 0.97 0.4 0.97 c 0.298 0.97 0.215 0.887 0.215 0.785 c "
    "0.215 0.683 0.298 0.6 0.4 0.6 c 0.502 0.6 0.585 0.683 0.585 0.785 c h\n"
    "0.05 0.02 m 0.05 0.3 l 0.05 0.46 0.19 0.55 0.4 0.55 c 0.61 0.55 0.75 0.46 0.75 0.3 c 0.75 0.02 l h\n";

/**
 * sdm_pdf_dup_person:
 *
 * Returns: (transfer full): the operators of a form that draws one person
 */
char *
sdm_pdf_dup_person (SdmLetterPersonKind kind)
{
  GString *out = g_string_new ("0.06 w\n");

  switch (kind)
    {
    case SDM_LETTER_PERSON_FILLED:
      g_string_append_printf (out, INK " rg " INK " RG\n%sB\n", person_path);
      break;
    case SDM_LETTER_PERSON_STRIPED:
      g_string_append_printf (out, "1 g\n%sf\nq\n%sW n\n0.1 w " INK " RG\n", person_path, person_path);
      for (guint i = 0; i < 8; i++)
        {
          sdm_pdf_append_number (out, -0.2);
          sdm_pdf_append_number (out, 0.87 - 0.25 * i);
          g_string_append (out, "m ");
          sdm_pdf_append_number (out, 1);
          sdm_pdf_append_number (out, 1.59 - 0.25 * i);
          g_string_append (out, "l S\n");
        }
      g_string_append_printf (out, "Q\n0.06 w " INK " RG\n%sS\n", person_path);
      break;
    case SDM_LETTER_PERSON_EMPTY:
    default:
      g_string_append_printf (out, "1 g " EDGE " G\n%sB\n", person_path);
      break;
    }
  return g_string_free (out, FALSE);
}

static void
free_link (gpointer data)
{
  SdmPdfLink *link = data;

  g_free (link->uri);
  g_free (link);
}

static void
free_stream (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
free_elements (gpointer data)
{
  g_ptr_array_unref (data);
}

/**
 * sdm_pdf_content_new:
 *
 * Writes the operators of all pages, numbers the marked content, and collects
 * the glyphs of each face. Fails where a number is not finite.
 *
 * Returns: (transfer full): the content, which borrows the elements of @pages
 */
SdmPdfContent *
sdm_pdf_content_new (const SdmLetterPages *pages,
                     GError              **error)
{
  g_autoptr (SdmPdfContent) self = g_new0 (SdmPdfContent, 1);

  self->streams = g_ptr_array_new_with_free_func (free_stream);
  self->elements = g_ptr_array_new_with_free_func (free_elements);
  self->tags = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_tag);
  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_font_subset_free);
  self->links = g_ptr_array_new_with_free_func (free_link);
  if (!sdm_pdf_content_cut_fonts (self, pages, error))
    return NULL;
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GPtrArray *items = g_ptr_array_index (pages->pages, i);
      SdmPdfPage page = { 0 };

      page.content = self;
      page.out = g_string_new (NULL);
      page.elements = g_ptr_array_new ();
      page.page = i;
      page.height = pages->height;
      g_ptr_array_add (self->streams, page.out);
      g_ptr_array_add (self->elements, page.elements);
      for (guint k = 0; k < items->len; k++)
        write_item (&page, g_ptr_array_index (items, k));
      close_sequence (&page);
      if (page.failed)
        {
          g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_WRITER,
                       /* Translators: a fault of the program; %u is a page number. */
                       _("Page %u of the letter could not be drawn: a length is not a number."), i + 1);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

void
sdm_pdf_content_free (SdmPdfContent *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->streams, g_ptr_array_unref);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->fonts, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}
