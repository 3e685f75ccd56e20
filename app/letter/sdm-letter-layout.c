/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-layout.h"

#include "sdm-language.h"
#include "sdm-letter-error.h"
#include "sdm-letter-flow.h"
#include "sdm-letter-paginate.h"
#include "sdm-words-here.h"

#include <string.h>

/* The page around the text: letterhead, reference block, address, running head, footer, marks. */

#define FIRST_BASELINE   SDM_MM (20)
#define FIRST_TOP        SDM_MM (93)
#define RUNNING_TOP      SDM_MM (12)
#define TEXT_BOTTOM      SDM_MM (277)
#define FOOT_BASELINE    SDM_MM (285)
#define FOOT_GAP         SDM_MM (4) /* between what shares the foot's line */
#define WINDOW_TOP       SDM_MM (44)
#define LETTERHEAD_WIDTH SDM_MM (92)
#define REFERENCE_LEFT   SDM_MM (120)
#define REFERENCE_WIDTH  SDM_MM (68)
#define ADDRESS_BASELINE SDM_MM (60.5)
#define ADDRESS_STEP     SDM_MM (4.8)
#define ADDRESS_WIDTH    SDM_MM (76)
#define ADDRESS_SIZE     12
#define ADDRESS_LINES    6
#define LOGO_TOP         SDM_MM (14)
#define LOGO_WIDTH       SDM_MM (40)
#define LOGO_HEIGHT      SDM_MM (14)
#define LOGO_GAP         SDM_MM (4)
#define ROOMY            16 /* from this size the reference block is the first of the text */
#define BASELINE         0.74
#define NAME_LEADING     1.15 /* of the size of the practice's name */
#define DESCENT          0.26 /* of the size, below a baseline */
#define CARD_MARGIN      SDM_MM (12)
#define CARD_FOOT        SDM_MM (9)
#define ENCLOSURE_PAGE   3 /* where it usually begins; the letter is laid out again where it does not */
#define MAX_TRIES        3

/* What stands on every page, and is measured once. */
typedef struct
{
  GPtrArray *running; /* of SdmLetterLine */
  GPtrArray *foot_mark;
  gboolean   shares_foot; /* the mark stands between the number of the page and the reference */
  double     first_top;
  double     top;
  double     bottom;
} Frame;

static double
place_lines (GPtrArray        *page,
             GPtrArray        *lines,
             double            x,
             double            baseline,
             double            leading,
             SdmLetterElement *element)
{
  for (guint i = 0; i < lines->len; i++)
    {
      SdmLetterItem *item = sdm_letter_item_new_line (g_ptr_array_index (lines, i), x, baseline, element);

      item->pagination = element == NULL;
      g_ptr_array_add (page, item);
      baseline += leading;
    }
  return baseline;
}

/* The running head and the foot are read as the letter is. */
static void
mirror_from (SdmLetterFlow *flow,
             GPtrArray     *page,
             guint          first,
             double         page_width)
{
  if (!sdm_language_is_right_to_left (flow->document->language))
    return;
  for (guint i = first; i < page->len; i++)
    sdm_letter_item_mirror (g_ptr_array_index (page, i), page_width);
}

/*
 * The envelope shows its window at the left, whatever the language: letterhead and address begin there,
 * and the reference block stands at the right. Only the lines of that block end where reading begins.
 */
static void
place_lines_at_left (GPtrArray        *page,
                     GPtrArray        *lines,
                     double            x,
                     double            baseline,
                     double            leading,
                     SdmLetterElement *element)
{
  const guint first = page->len;

  place_lines (page, lines, x, baseline, leading, element);
  for (guint i = first; i < page->len; i++)
    ((SdmLetterItem *) g_ptr_array_index (page, i))->x = x;
}

/* The first page */

/* At the right of the name, as large as it may be. Returns the width that it leaves to lines beside it. */
static double
add_logo (SdmLetterFlow *flow,
          GPtrArray     *page,
          double         width)
{
  const SdmLetterDocument *document = flow->document;
  SdmLetterItem           *item = NULL;
  double                   scale = 0;

  if (document->logo == NULL)
    return width;
  scale = MIN (LOGO_WIDTH / document->logo_width, LOGO_HEIGHT / document->logo_height);
  item = sdm_letter_item_new (SDM_LETTER_ITEM_LOGO, 0, LOGO_TOP, document->logo_width * scale, document->logo_height * scale);
  item->x = flow->edition.left + width - item->w;
  item->element = sdm_letter_flow_add_element (flow, NULL, "Figure");
  item->element->alt = g_strdup (document->logo_alt);
  g_ptr_array_add (page, item);

  return width - item->w - LOGO_GAP;
}

/* Letterhead lines that would reach into the window zone come first in the text instead. */
static void
add_letterhead (SdmLetterFlow *flow,
                GPtrArray     *page)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterDocument      *document = flow->document;
  gboolean                roomy = e->size >= ROOMY;
  const double            whole = roomy ? e->measure : LETTERHEAD_WIDTH;
  double                  width = add_logo (flow, page, whole);
  double                  baseline = FIRST_BASELINE;

  if (document->letterhead != NULL)
    {
      SdmLetterElement *p = sdm_letter_flow_add_element (flow, NULL, "P");
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, document->letterhead, TRUE, e->h2 + 2, width);

      place_lines_at_left (page, lines, e->left, baseline, (e->h2 + 2) * NAME_LEADING, p);
      baseline += lines->len * (e->h2 + 2) * NAME_LEADING;
      baseline += e->leading * 1.15 - (e->h2 + 2) * NAME_LEADING;
    }
  for (guint i = 0; document->letterhead_lines != NULL && document->letterhead_lines[i] != NULL; i++)
    {
      const double beside = baseline - e->size < LOGO_TOP + LOGO_HEIGHT ? width : whole;
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, document->letterhead_lines[i], FALSE, e->size, beside);
      double last = baseline + (MAX (lines->len, 1) - 1) * e->leading;

      if (e->size >= 24 || last + e->size * DESCENT > WINDOW_TOP)
        {
          sdm_letter_flow_add_text (flow, document->letterhead_lines[i], 0);
          baseline = WINDOW_TOP;
        }
      else
        {
          SdmLetterElement *p = sdm_letter_flow_add_element (flow, NULL, "P");

          place_lines_at_left (page, lines, e->left, baseline, e->leading, p);
          baseline += lines->len * e->leading;
        }
    }
}

static double
add_reference_block (SdmLetterFlow *flow,
                     GPtrArray     *page)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterDocument      *document = flow->document;
  const guint             first = page->len;
  double                  baseline = FIRST_BASELINE;

  for (guint i = 0; i <= document->reference_lines->len; i++)
    {
      gboolean          is_contact = i == document->reference_lines->len;
      const char       *text = is_contact ? document->contact : g_ptr_array_index (document->reference_lines, i);
      SdmLetterElement *p = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      if (text == NULL)
        continue;
      if (e->size >= ROOMY)
        {
          sdm_letter_flow_add_text (flow, text, 0);
          continue;
        }
      if (is_contact && i > 0)
        baseline += e->leading * 0.5;
      p = sdm_letter_flow_add_element (flow, NULL, "P");
      lines = sdm_letter_flow_break (flow, text, FALSE, e->size, REFERENCE_WIDTH);
      baseline = place_lines (page, lines, REFERENCE_LEFT, baseline, e->leading, p);
    }
  mirror_from (flow, page, first, 2 * REFERENCE_LEFT + REFERENCE_WIDTH);
  return baseline;
}

static char **
fit_address (SdmLetterDocument *document,
             GError           **error)
{
  g_auto (GStrv) lines = g_strdupv (document->address);
  guint n = g_strv_length (lines);

  if (n == ADDRESS_LINES + 1)
    {
      char *joined = g_strdup_printf ("%s  %s", lines[n - 2], lines[n - 1]);

      g_free (lines[n - 2]);
      g_free (lines[n - 1]);
      lines[n - 2] = joined;
      lines[n - 1] = NULL;
    }
  else if (n > ADDRESS_LINES)
    {
      g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_ADDRESS,
                   /* Translators: %u is the number of lines of the patient's address. */
                   g_dngettext (GETTEXT_PACKAGE, "The address does not show in the window of the envelope: it has %u line.",
                                "The address does not show in the window of the envelope: it has %u lines.", n),
                   n);
      return NULL;
    }
  return g_steal_pointer (&lines);
}

/* A long name goes on in the next line while the window has room for it; no word of it is cut. */
static gboolean
add_address (SdmLetterFlow *flow,
             GPtrArray     *page)
{
  g_auto (GStrv) address = NULL;
  guint n_lines = 0;

  if (flow->document->address == NULL || flow->error != NULL)
    return flow->error == NULL;
  address = fit_address (flow->document, &flow->error);
  for (guint i = 0; address != NULL && address[i] != NULL && flow->error == NULL; i++)
    {
      SdmLetterElement *p = sdm_letter_flow_add_element (flow, NULL, "P");
      const guint       n_after = g_strv_length (address) - i - 1;
      gboolean          fits = TRUE;
      g_autoptr (GPtrArray) lines = sdm_letter_flow_try_break (flow, address[i], FALSE, ADDRESS_SIZE, ADDRESS_WIDTH, &fits);

      if (!fits || n_lines + lines->len + n_after > ADDRESS_LINES)
        {
          g_set_error (&flow->error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_ADDRESS,
                       /* Translators: %s is a line of the patient's address that is too long. */
                       g_dcgettext (GETTEXT_PACKAGE, "The address does not show in the window of the envelope: “%s” is too wide.", LC_MESSAGES), address[i]);
          break;
        }
      place_lines_at_left (page, lines, flow->edition.left, ADDRESS_BASELINE + n_lines * ADDRESS_STEP, ADDRESS_STEP, p);
      n_lines += lines->len;
    }
  return flow->error == NULL;
}

/* Every page */

static char *
dup_page_number (guint number,
                 guint n_pages)
{
  /* Translators: at the foot of each page: "Page 1 of 6". */
  return sdm_words_take_digits (g_strdup_printf (_("Page %1$u of %2$u"), number, n_pages));
}

static double
get_width (GPtrArray *lines)
{
  double width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, ((const SdmLetterLine *) g_ptr_array_index (lines, i))->width);
  return width;
}

/* NULL where the letter has no reference. */
static GPtrArray *
break_reference (SdmLetterFlow *flow)
{
  g_autofree char *named = NULL;

  if (flow->document->reference == NULL)
    return NULL;
  /* Translators: at the foot of each page; %s is the reference of the letter: "Letter 7c41a9e2". */
  named = g_strdup_printf (_("Letter %s"), flow->document->reference);
  return sdm_letter_flow_break (flow, named, FALSE, flow->edition.size, flow->edition.measure);
}

/* Whether the mark has room on the line of the number of the page, which may have two digits. */
static gboolean
fits_foot (SdmLetterFlow *flow,
           GPtrArray     *mark)
{
  g_autofree char *counted = dup_page_number (88, 88);
  g_autoptr (GPtrArray) left = sdm_letter_flow_break (flow, counted, FALSE, flow->edition.size, flow->edition.measure);
  g_autoptr (GPtrArray) right = break_reference (flow);
  double sides = MAX (get_width (left), right != NULL ? get_width (right) : 0);

  return get_width (mark) + 2 * (sides + FOOT_GAP) <= SDM_MM (210 - 2 * 22);
}

static void
measure_frame (SdmLetterFlow *flow,
               Frame         *frame)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterDocument      *document = flow->document;
  g_autoptr (GString) running = g_string_new (NULL);

  if (document->running_mark != NULL)
    g_string_append_printf (running, "**%s**", document->running_mark);
  if (document->running_mark != NULL && document->running_head != NULL)
    g_string_append_c (running, ' ');
  if (document->running_head != NULL)
    g_string_append (running, document->running_head);

  frame->running = running->len == 0 ? g_ptr_array_new ()
                                     : sdm_letter_flow_break (flow, running->str, FALSE, e->size, e->measure);
  frame->foot_mark = document->foot_mark == NULL ? g_ptr_array_new ()
                                                 : sdm_letter_flow_break (flow, document->foot_mark, TRUE, e->size,
                                                                          e->measure);
  frame->shares_foot = frame->foot_mark->len == 1 && fits_foot (flow, frame->foot_mark);
  frame->top = RUNNING_TOP + (frame->running->len + 0.5) * e->leading;
  frame->bottom = MIN (TEXT_BOTTOM, FOOT_BASELINE - ((frame->shares_foot ? 0 : frame->foot_mark->len) + BASELINE + 0.25) * e->leading);
}

static void
clear_frame (Frame *frame)
{
  g_clear_pointer (&frame->running, g_ptr_array_unref);
  g_clear_pointer (&frame->foot_mark, g_ptr_array_unref);
}

static void
add_footer (SdmLetterFlow *flow,
            const Frame   *frame,
            GPtrArray     *page,
            guint          number,
            guint          n_pages)
{
  const SdmLetterEdition *e = &flow->edition;
  g_autofree char        *counted = dup_page_number (number, n_pages);
  g_autoptr (GPtrArray) left = sdm_letter_flow_break (flow, counted, FALSE, e->size, e->measure);
  g_autoptr (GPtrArray) right = break_reference (flow);
  const guint first = page->len;

  if (frame->shares_foot)
    place_lines (page, frame->foot_mark, SDM_MM (105) - get_width (frame->foot_mark) / 2, FOOT_BASELINE, e->leading, NULL);
  else
    place_lines (page, frame->foot_mark, e->left, FOOT_BASELINE - frame->foot_mark->len * e->leading, e->leading, NULL);
  place_lines (page, left, e->left, FOOT_BASELINE, e->leading, NULL);
  if (right != NULL && right->len > 0)
    {
      const SdmLetterLine *line = g_ptr_array_index (right, 0);

      place_lines (page, right, SDM_MM (210 - 22) - line->width - line->x, FOOT_BASELINE, e->leading, NULL);
    }
  mirror_from (flow, page, first, SDM_MM (210));
}

static void
add_fold_marks (GPtrArray *page)
{
  static const double marks[] = { 105, 210 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      SdmLetterItem *mark = sdm_letter_item_new (SDM_LETTER_ITEM_RULE, SDM_MM (5), SDM_MM (marks[i]), SDM_MM (5), 0.5);

      mark->pagination = TRUE;
      g_ptr_array_add (page, mark);
    }
}

static void
move_item_to_page (GPtrArray     *page,
                   SdmLetterItem *item,
                   double         y)
{
  item->y += y;
  g_ptr_array_add (page, item);
}

/* Takes the items out of the strips. Heads of tables are copied first, as they may stand twice. */
static void
fill_page (SdmLetterFlow *flow,
           GArray        *places,
           GPtrArray     *page,
           double         page_width)
{
  for (guint i = 0; i < places->len; i++)
    {
      const SdmLetterPlace *place = &g_array_index (places, SdmLetterPlace, i);
      SdmLetterStrip       *strip = g_ptr_array_index (flow->strips, place->strip);

      for (guint k = 0; k < strip->items->len; k++)
        {
          const SdmLetterItem *item = g_ptr_array_index (strip->items, k);
          SdmLetterItem       *copy = sdm_letter_item_copy_as_artifact (item);

          if (!place->repeat)
            {
              copy->element = item->element;
              copy->pagination = FALSE;
            }
          if (strip->mirrored)
            sdm_letter_item_mirror (copy, page_width);
          move_item_to_page (page, copy, place->y);
        }
    }
}

/* The page on which what comes after the first page break begins; 0 for none. */
static guint
find_enclosure (SdmLetterFlow *flow,
                GPtrArray     *places)
{
  guint page_break = 0;

  while (page_break < flow->strips->len && !((SdmLetterStrip *) g_ptr_array_index (flow->strips, page_break))->page_break)
    page_break++;
  for (guint i = 0; i < places->len; i++)
    {
      GArray *page = g_ptr_array_index (places, i);

      if (page->len > 0 && g_array_index (page, SdmLetterPlace, 0).strip > page_break)
        return i + 1;
    }
  return 0;
}

/* The foot of a card: the mark, and the number of the page beside it or, where there is no room, below it. */
typedef struct
{
  GPtrArray *mark; /* of SdmLetterLine */
  gboolean   shares_line;
  guint      n_lines;
} CardFoot;

static void
measure_card_foot (SdmLetterFlow *flow,
                   CardFoot      *foot)
{
  const SdmLetterEdition *e = &flow->edition;
  g_autofree char        *counted = dup_page_number (88, 88);
  g_autoptr (GPtrArray) number = sdm_letter_flow_break (flow, counted, FALSE, e->size, e->measure);

  foot->mark = flow->document->foot_mark == NULL ? g_ptr_array_new () : sdm_letter_flow_break (flow, flow->document->foot_mark, TRUE, e->size, e->measure);
  foot->shares_line = get_width (foot->mark) + FOOT_GAP + get_width (number) <= e->measure;
  foot->n_lines = foot->mark->len + (foot->shares_line && foot->mark->len > 0 ? 0 : 1);
}

static void
add_card_foot (SdmLetterFlow  *flow,
               const CardFoot *foot,
               SdmLetterPages *pages,
               GPtrArray      *page,
               guint           n_pages)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            last = pages->height - CARD_FOOT;
  const guint             first = page->len;
  g_autofree char        *counted = dup_page_number (pages->pages->len, n_pages);
  g_autoptr (GPtrArray) number = sdm_letter_flow_break (flow, counted, FALSE, e->size, e->measure);

  place_lines (page, foot->mark, e->left, last - (foot->n_lines - 1) * e->leading, e->leading, NULL);
  if (n_pages > 1)
    place_lines (page, number, e->left + e->measure - get_width (number), last, 0, NULL);
  mirror_from (flow, page, first, pages->width);
}

/* A card and a sheet have neither head nor address: the text fills it, with a mark and the number of the page below. */
static gboolean
lay_out_card (SdmLetterFlow  *flow,
              SdmLetterPages *pages)
{
  const gboolean is_small = sdm_letter_is_small_card (flow->document, (guint) flow->edition.size);
  const double   margin = is_small ? CARD_MARGIN : flow->edition.left;
  double         top = margin;
  double         bottom = 0;
  CardFoot       foot = { 0 };
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) running = NULL;

  if (is_small)
    {
      pages->width = SDM_MM (148);
      pages->height = SDM_MM (210);
    }
  else if (sdm_letter_is_wide (flow->document, (guint) flow->edition.size))
    {
      pages->width = SDM_MM (297);
      pages->height = SDM_MM (210);
    }
  measure_card_foot (flow, &foot);
  if (flow->document->running_head != NULL)
    running = sdm_letter_flow_break (flow, flow->document->running_head, FALSE, flow->edition.size, flow->edition.measure);
  if (running != NULL)
    top += (running->len + 0.4) * flow->edition.leading;
  bottom = pages->height - CARD_FOOT - foot.n_lines * flow->edition.leading;
  flow->page_height = bottom - top;
  sdm_letter_flow_add_blocks (flow);
  if (flow->error == NULL)
    places = sdm_letter_paginate (flow->strips, margin, top, bottom, &flow->error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_item_free);

      g_ptr_array_add (pages->pages, page);
      if (i > 0 && running != NULL)
        place_lines (page, running, flow->edition.left, margin + flow->edition.leading * BASELINE, flow->edition.leading, NULL);
      mirror_from (flow, page, 0, pages->width);
      fill_page (flow, g_ptr_array_index (places, i), page, pages->width);
      add_card_foot (flow, &foot, pages, page, places->len);
    }
  g_ptr_array_unref (foot.mark);
  return flow->error == NULL;
}

static void
number_elements (SdmLetterElement *element,
                 GHashTable       *numbers)
{
  g_hash_table_insert (numbers, element, GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
  for (guint i = 0; i < element->children->len; i++)
    number_elements (g_ptr_array_index (element->children, i), numbers);
}

static int
compare_order (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const SdmLetterItem *first = *(const SdmLetterItem *const *) a;
  const SdmLetterItem *second = *(const SdmLetterItem *const *) b;
  GHashTable          *numbers = user_data;

  return GPOINTER_TO_INT (g_hash_table_lookup (numbers, first->element)) - GPOINTER_TO_INT (g_hash_table_lookup (numbers, second->element));
}

/* The first page is drawn in the order in which it is read, although its parts stand where the envelope and the size
 * of print want them. What is not read is drawn first, and the texts above it. */
static void
order_page (SdmLetterPages *pages,
            GPtrArray      *page)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_direct_hash, g_direct_equal);

  number_elements (pages->root, numbers);
  g_ptr_array_sort_with_data (page, compare_order, numbers);
}

static gboolean
lay_out_pages (SdmLetterFlow  *flow,
               SdmLetterPages *pages,
               guint          *enclosure)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_item_free);
  Frame  frame = { 0 };
  double reference_bottom = 0;

  measure_frame (flow, &frame);
  flow->page_height = frame.bottom - frame.top;
  add_letterhead (flow, first);
  reference_bottom = add_reference_block (flow, first);
  frame.first_top = MAX (FIRST_TOP, reference_bottom);
  if (flow->strips->len > 0)
    sdm_letter_flow_add_space (flow, flow->edition.leading * 0.9, FALSE);
  add_address (flow, first);
  sdm_letter_flow_add_blocks (flow);
  if (flow->error == NULL)
    places = sdm_letter_paginate (flow->strips, frame.first_top, frame.top, frame.bottom, &flow->error);
  *enclosure = places != NULL ? find_enclosure (flow, places) : 0;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      GPtrArray *page = i == 0 ? g_ptr_array_ref (first)
                               : g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_item_free);

      g_ptr_array_add (pages->pages, page);
      if (i > 0)
        {
          place_lines (page, frame.running, flow->edition.left, RUNNING_TOP + flow->edition.leading * BASELINE,
                       flow->edition.leading, NULL);
          mirror_from (flow, page, 0, pages->width);
        }
      fill_page (flow, g_ptr_array_index (places, i), page, pages->width);
      if (i == 0)
        order_page (pages, page);
      flow->language = flow->document->language;
      add_footer (flow, &frame, page, i + 1, places->len);
      add_fold_marks (page);
    }
  clear_frame (&frame);
  return flow->error == NULL;
}

static void
add_ground (const SdmLetterDocument *document,
            SdmLetterPages          *pages)
{
  for (guint i = 0; document->ground == SDM_LETTER_GROUND_YELLOW && i < pages->pages->len; i++)
    {
      SdmLetterItem *ground = sdm_letter_item_new (SDM_LETTER_ITEM_GROUND, 0, 0, pages->width, pages->height);

      ground->pagination = TRUE;
      g_ptr_array_insert (g_ptr_array_index (pages->pages, i), 0, ground);
    }
}

static gboolean
names_page (SdmLetterDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (((const SdmLetterBlock *) g_ptr_array_index (document->blocks, i))->twin_text != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sdm_letter_layout:
 * @edition: body size in points, 12 to 24
 * @measurer: what knows the fonts
 *
 * Lays a letter out on A4 pages. The same letter, edition and measurer always
 * give the same pages. Fails where the address does not show in the window,
 * where a part is higher than a page, and where the measurer fails.
 *
 * Returns: (transfer full): the pages, or NULL with @error set
 */
SdmLetterPages *
sdm_letter_layout (SdmLetterDocument       *document,
                   guint                    edition,
                   const SdmLetterMeasurer *measurer,
                   GError                 **error)
{
  g_autoptr (GHashTable) broken = sdm_letter_flow_new_broken ();
  guint enclosure = ENCLOSURE_PAGE;

  g_return_val_if_fail (document != NULL && measurer != NULL, NULL);
  g_return_val_if_fail (edition >= 12 && edition <= 24, NULL);

  for (guint i = 0;; i++)
    {
      g_autoptr (SdmLetterPages) pages = sdm_letter_pages_new ();
      const guint   assumed = i < MAX_TRIES ? enclosure : 0;
      SdmLetterFlow flow;
      gboolean      ok = FALSE;

      sdm_letter_flow_init (&flow, document, edition, measurer, pages->root, broken);
      flow.enclosure_page = assumed;
      if (document->paper != SDM_LETTER_PAPER_LETTER)
        ok = lay_out_card (&flow, pages);
      else
        ok = lay_out_pages (&flow, pages, &enclosure);
      if (!ok)
        g_propagate_error (error, g_steal_pointer (&flow.error));
      sdm_letter_flow_clear (&flow);
      if (!ok)
        return NULL;
      if (!names_page (document) || enclosure == assumed || assumed == 0)
        {
          add_ground (document, pages);
          return g_steal_pointer (&pages);
        }
    }
}
