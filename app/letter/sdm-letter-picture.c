/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-flow.h"
#include "sdm-words-here.h"

#include <string.h>

/*
 * Pictures. Several counts stand side by side up to 16 points, one option a row above that; where
 * only one option has a count, its array stands at the left and all options are told beside it.
 * All arrays of a picture have one size.
 */

#define LARGE_PRINT 17
#define HUGE_PRINT  21
#define KEY         1.15       /* of the type size: from the left edge of a key person to its words */
#define WORDS       SDM_MM (9) /* between an array and the words at its right */

/* The size of every array of one picture. */
typedef struct
{
  double width;
  double height;
  double gap;
  guint  denominator;
} Array;

static Array
array_of_width (double width,
                guint  denominator)
{
  Array array = { width, 0, denominator == 100 ? SDM_MM (1.2) : SDM_MM (1.0), denominator };

  if (denominator == 100)
    array.height = (width - array.gap) * 1.05 + array.gap;
  else
    array.height = (width - 4 * array.gap) / 25 * 40 + 9 * array.gap;
  return array;
}

static gboolean
is_drawn (const SdmLetterArm *arm)
{
  return arm->kind == SDM_LETTER_ARM_COUNT;
}

static guint
count_arms (const SdmLetterBlock *block,
            SdmLetterArmKind      kind)
{
  guint n = 0;

  for (guint i = 0; i < block->arms->len; i++)
    n += ((SdmLetterArm *) g_ptr_array_index (block->arms, i))->kind == kind;
  return n;
}

static guint
get_denominator (const SdmLetterBlock *block)
{
  guint denominator = 100;

  for (guint i = 0; i < block->arms->len; i++)
    {
      const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);

      if (is_drawn (arm))
        denominator = MAX (denominator, arm->denominator);
    }
  return denominator;
}

static gboolean
has_key (const SdmLetterBlock *block)
{
  return block->key[0] != NULL || block->key[1] != NULL || block->key[2] != NULL;
}

/* Parts of a picture */

static void
place_array (SdmLetterFlow      *flow,
             SdmLetterStrip     *strip,
             const SdmLetterArm *arm,
             const Array        *array,
             double              x,
             double              y)
{
  SdmLetterItem *item = sdm_letter_item_new (SDM_LETTER_ITEM_PEOPLE, x, y, array->width, array->height);
  gboolean       hundred = arm->denominator == 100;

  item->element = sdm_letter_flow_add_element (flow, NULL, "Figure");
  item->element->alt = g_strdup (arm->alt);
  item->columns = hundred ? 10 : 25;
  item->rows = hundred ? 10 : 40;
  item->group_columns = 5;
  item->group_rows = hundred ? 5 : 4;
  item->gap = array->gap;
  item->low = arm->low;
  item->high = arm->high;
  g_ptr_array_add (strip->items, item);
}

static double
place_text (SdmLetterFlow  *flow,
            SdmLetterStrip *strip,
            const char     *marked,
            gboolean        bold,
            double          x,
            double          y,
            double          width)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterElement       *element = sdm_letter_flow_add_element (flow, NULL, "P");
  g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, marked, bold, e->size, width);

  return sdm_letter_flow_place_lines (flow, strip, lines, x, y, e->leading, element);
}

/* A person of the key and its words. */
static double
place_key (SdmLetterFlow      *flow,
           SdmLetterStrip     *strip,
           SdmLetterPersonKind person,
           const char         *marked,
           double              x,
           double              y,
           double              width)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterItem          *item = sdm_letter_item_new (SDM_LETTER_ITEM_PERSON, x, y + e->leading * 0.08,
                                                      e->size * 0.95 * 0.8, e->size * 0.95);

  item->person = person;
  g_ptr_array_add (strip->items, item);
  return place_text (flow, strip, marked, FALSE, x + e->size * KEY, y, width - e->size * KEY) + e->leading * 0.15;
}

static double
place_keys (SdmLetterFlow        *flow,
            SdmLetterStrip       *strip,
            const SdmLetterBlock *block,
            double                x,
            double                y,
            double                width)
{
  for (guint i = 0; i < 3; i++)
    {
      if (block->key[i] != NULL)
        y = place_key (flow, strip, (SdmLetterPersonKind) i, block->key[i], x, y, width);
    }
  return y;
}

/* Both frames of a number; without a key of its own, each has its person. */
static double
place_frames (SdmLetterFlow        *flow,
              SdmLetterStrip       *strip,
              const SdmLetterBlock *block,
              const SdmLetterArm   *arm,
              double                x,
              double                y,
              double                width)
{
  const char *frames[] = { arm->headline, arm->text };

  for (guint i = 0; i < 2; i++)
    {
      if (frames[i] == NULL)
        continue;
      if (has_key (block))
        y = place_text (flow, strip, frames[i], FALSE, x, y, width) + flow->edition.leading * 0.15;
      else
        y = place_key (flow, strip, i == 0 ? SDM_LETTER_PERSON_FILLED : SDM_LETTER_PERSON_EMPTY, frames[i], x, y, width);
    }
  return y;
}

/* "We do not know", in a frame of the size of the arrays: words in the middle, as far as they fit. */
static double
place_unknown (SdmLetterFlow      *flow,
               SdmLetterStrip     *strip,
               const SdmLetterArm *arm,
               const Array        *array,
               gboolean            with_text,
               double              x,
               double              y)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            pad = SDM_MM (4);
  const double            width = array->width - 2 * pad;
  SdmLetterElement       *first = NULL;
  SdmLetterElement       *second = NULL;
  g_autoptr (GPtrArray) headline = sdm_letter_flow_break (flow, arm->headline, FALSE, e->size, width);
  g_autoptr (GPtrArray) text = NULL;
  guint  n = headline->len;
  double height = array->height;
  double top = 0;

  if (with_text && arm->text != NULL)
    {
      text = sdm_letter_flow_break (flow, arm->text, FALSE, e->size, width);
      n += text->len;
    }
  height = MAX (height, n * e->leading + 2 * pad);
  g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_FRAME, x, y, array->width, height));
  top = y + (height - n * e->leading) / 2;
  first = sdm_letter_flow_add_element (flow, NULL, "P");
  top = sdm_letter_flow_place_lines (flow, strip, headline, x + pad, top, e->leading, first);
  if (text != NULL)
    {
      second = sdm_letter_flow_add_element (flow, NULL, "P");
      sdm_letter_flow_place_lines (flow, strip, text, x + pad, top, e->leading, second);
    }
  return y + height;
}

static char *
strip_full_stop (const char *marked)
{
  static const char *const stops[][2] = { { ".**", "**" }, { ".\u2069**", "\u2069**" }, { ".\u2069", "\u2069" }, { "۔**", "**" }, { "।**", "**" }, { ".", "" }, { "۔", "" }, { "।", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (marked, stops[i][0]))
      return g_strdup_printf ("%.*s%s", (int) (strlen (marked) - strlen (stops[i][0])), marked, stops[i][1]);

  return g_strdup (marked);
}

/* An option told as one paragraph. */
static char *
tell_option (const SdmLetterArm *arm)
{
  g_autofree char *option = strip_full_stop (arm->option);
  g_autofree char *headline = strip_full_stop (arm->headline);
  g_autofree char *text = arm->text != NULL ? strip_full_stop (arm->text) : NULL;

  if (text == NULL)
    /* Translators: an option beside a picture: its name, then what was found: "Keep all three.
     * This does not apply." Keep the asterisks, which make the name bold. */
    return g_strdup_printf (_("**%1$s.** %2$s."), option, headline);
  /* Translators: an option beside a picture: its name, then both frames of its number: "Take one
   * fewer. 88 in 100 were still under 150. 12 in 100 were not." Keep the asterisks. */
  return g_strdup_printf (_("**%1$s.** %2$s. %3$s."), option, headline, text);
}

/* Arrangements */

static void
add_side_by_side (SdmLetterFlow        *flow,
                  const SdmLetterBlock *block,
                  guint                 columns)
{
  const SdmLetterEdition *e = &flow->edition;
  guint                   denominator = get_denominator (block);
  const double            gutter = denominator == 100 ? SDM_MM (9) : SDM_MM (5);
  const double            width = (e->measure - 2 * gutter) / 3;
  const double            step = columns == 2 ? (e->measure + gutter) / 2 : width + gutter;
  const Array             array = array_of_width (width, denominator);

  for (guint start = 0; start < block->arms->len; start += columns)
    {
      guint           end = MIN (start + columns, block->arms->len);
      guint           name_lines = 1;
      SdmLetterStrip *strip = sdm_letter_flow_add_strip (flow, 0);
      double          top = 0;

      strip->glue = TRUE;
      strip->option_row = TRUE;
      for (guint i = start; i < end; i++)
        {
          const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);
          g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, arm->option, TRUE, e->size, step - gutter);

          name_lines = MAX (name_lines, lines->len);
        }
      top = (name_lines + 0.3) * e->leading;
      for (guint i = start; i < end; i++)
        {
          const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);
          SdmLetterElement   *name = sdm_letter_flow_add_element (flow, NULL, "P");
          g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, arm->option, TRUE, e->size, step - gutter);
          double x = e->left + (i - start) * step;
          double y = top;

          sdm_letter_flow_place_lines (flow, strip, lines, x, (name_lines - lines->len) * e->leading, e->leading, name);
          if (is_drawn (arm))
            {
              place_array (flow, strip, arm, &array, x, y);
              y = place_frames (flow, strip, block, arm, x, y + array.height + e->leading * 0.35, step - gutter);
            }
          else
            y = place_unknown (flow, strip, arm, &array, TRUE, x, y);
          strip->height = MAX (strip->height, y);
        }
      if (end < block->arms->len)
        sdm_letter_flow_add_space (flow, e->leading * 0.5, TRUE);
    }
  if (has_key (block))
    {
      SdmLetterStrip *strip = NULL;

      sdm_letter_flow_add_space (flow, e->leading * 0.25, TRUE);
      strip = sdm_letter_flow_add_strip (flow, 0);
      strip->height = place_keys (flow, strip, block, e->left, 0, e->measure);
    }
}

static void
add_one_a_row (SdmLetterFlow        *flow,
               const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  gboolean                huge = e->size >= HUGE_PRINT;
  const Array             array = array_of_width (SDM_MM (huge ? 60 : 53.2), get_denominator (block));
  const double            x = e->left + array.width + WORDS;
  const double            width = e->measure - array.width - WORDS;

  for (guint i = 0; i < block->arms->len; i++)
    {
      const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);
      SdmLetterStrip     *strip = sdm_letter_flow_add_strip (flow, 0);
      double              bottom = array.height;
      double              y = 0;

      strip->glue = TRUE;
      strip->option_row = TRUE;
      y = place_text (flow, strip, arm->option, TRUE, x, 0, width) + e->leading * 0.25;
      if (is_drawn (arm))
        {
          place_array (flow, strip, arm, &array, e->left, 0);
          y = place_frames (flow, strip, block, arm, x, y, width);
        }
      else
        {
          bottom = place_unknown (flow, strip, arm, &array, FALSE, e->left, 0);
          if (arm->text != NULL)
            y = place_text (flow, strip, arm->text, FALSE, x, y, width);
        }
      strip->height = MAX (bottom, y);
      if (i + 1 < block->arms->len)
        sdm_letter_flow_add_space (flow, e->leading * 0.5, TRUE);
    }
  if (has_key (block))
    {
      SdmLetterStrip *strip = NULL;

      sdm_letter_flow_add_space (flow, e->leading * 0.25, TRUE);
      strip = sdm_letter_flow_add_strip (flow, 0);
      strip->height = place_keys (flow, strip, block, e->left, 0, e->measure);
    }
}

/* Each option as a paragraph over the whole measure. */
static void
add_told_options (SdmLetterFlow        *flow,
                  const SdmLetterBlock *block,
                  gboolean              glue_first)
{
  const SdmLetterEdition *e = &flow->edition;

  for (guint i = 0; i < block->arms->len; i++)
    {
      const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);
      g_autofree char    *told = tell_option (arm);
      SdmLetterElement   *element = sdm_letter_flow_add_element (flow, NULL, "P");
      guint               first = flow->strips->len;
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, told, FALSE, e->size, e->measure);

      flow->keep = i > 0 || glue_first;
      sdm_letter_flow_add_lines (flow, lines, e->left, e->leading, element, TRUE);
      if (flow->strips->len > first)
        ((SdmLetterStrip *) g_ptr_array_index (flow->strips, first))->option_row = TRUE;
      if (i + 1 < block->arms->len)
        sdm_letter_flow_add_space (flow, e->leading * 0.35, TRUE);
    }
  flow->keep = FALSE;
}

static void
add_one_count (SdmLetterFlow        *flow,
               const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  gboolean                huge = e->size >= HUGE_PRINT;
  double                  array_width = huge ? 60 : e->size < LARGE_PRINT ? 47.2
                                                                          : 55.2;
  const Array             array = array_of_width (SDM_MM (array_width), get_denominator (block));
  const double            x = e->left + array.width + WORDS;
  const double            width = e->measure - array.width - WORDS;
  SdmLetterStrip         *strip = sdm_letter_flow_add_strip (flow, 0);
  const SdmLetterArm     *counted = NULL;
  double                  y = 0;

  strip->glue = TRUE;
  strip->option_row = TRUE;
  for (guint i = 0; i < block->arms->len; i++)
    {
      const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);
      g_autofree char    *told = tell_option (arm);

      if (!huge)
        y = place_text (flow, strip, told, FALSE, x, y, width) + e->leading * 0.35;
      if (is_drawn (arm))
        {
          counted = arm;
          place_array (flow, strip, arm, &array, e->left, 0);
        }
    }
  if (!has_key (block) && counted != NULL && huge)
    y = place_frames (flow, strip, block, counted, x, y, width);
  y = place_keys (flow, strip, block, x, y, width);
  strip->height = MAX (array.height, y);
  if (huge)
    {
      sdm_letter_flow_add_space (flow, e->leading * 0.3, TRUE);
      add_told_options (flow, block, TRUE);
    }
}

static void
add_scores (SdmLetterFlow        *flow,
            const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            height = e->leading * 0.7;

  for (guint i = 0; i < block->arms->len; i++)
    {
      const SdmLetterArm *arm = g_ptr_array_index (block->arms, i);
      SdmLetterStrip     *strip = sdm_letter_flow_add_strip (flow, 0);
      double              y = 0;

      strip->glue = TRUE;
      strip->option_row = TRUE;
      y = place_text (flow, strip, arm->option, TRUE, e->left, 0, e->measure) + e->leading * 0.15;
      if (arm->kind == SDM_LETTER_ARM_SCORE)
        {
          SdmLetterItem *bar = sdm_letter_item_new (SDM_LETTER_ITEM_SCORE, e->left, y, e->measure, height);

          bar->element = sdm_letter_flow_add_element (flow, NULL, "Figure");
          bar->element->alt = g_strdup (arm->alt);
          bar->fraction = (arm->value - arm->minimum) / (arm->maximum - arm->minimum);
          g_ptr_array_add (strip->items, bar);
          y += height + e->leading * 0.15;
        }
      y = place_text (flow, strip, arm->headline, FALSE, e->left, y, e->measure);
      if (arm->text != NULL)
        y = place_text (flow, strip, arm->text, FALSE, e->left, y, e->measure);
      strip->height = y;
      if (i + 1 < block->arms->len)
        sdm_letter_flow_add_space (flow, e->leading * 0.5, TRUE);
    }
}

static void
add_title (SdmLetterFlow        *flow,
           const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterElement       *h3 = sdm_letter_flow_add_element (flow, NULL, "H3");
  g_autofree char        *title = NULL;
  g_autofree char        *number = sdm_words_format_number (block->number);
  g_autoptr (GPtrArray) lines = NULL;

  if (block->number > 0)
    /* Translators: title of a picture: "Picture 1. Top number still under 150 after 12 weeks". The
     * space after "Picture" does not break; keep it so (U+00A0). */
    title = g_strdup_printf (_("Picture\302\240%1$s. %2$s"), number, block->text);
  else
    title = g_strdup (block->text);
  h3->title = sdm_letter_text_flatten (title);
  lines = sdm_letter_flow_break (flow, title, TRUE, e->size, e->measure);
  sdm_letter_flow_add_lines (flow, lines, e->left, e->leading, h3, TRUE);
  if (block->population != NULL)
    {
      SdmLetterElement *p = sdm_letter_flow_add_element (flow, NULL, "P");
      g_autoptr (GPtrArray) population = sdm_letter_flow_break (flow, block->population, FALSE, e->size, e->measure);

      sdm_letter_flow_add_space (flow, e->leading * 0.15, TRUE);
      sdm_letter_flow_add_lines (flow, population, e->left, e->leading, p, TRUE);
    }
  sdm_letter_flow_add_space (flow, e->leading * 0.5, TRUE);
}

static void
add_certainty (SdmLetterFlow        *flow,
               const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  gboolean                stays = e->size < LARGE_PRINT;
  SdmLetterElement       *p = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  sdm_letter_flow_add_space (flow, e->leading * 0.35, stays);
  p = sdm_letter_flow_add_element (flow, NULL, "P");
  lines = sdm_letter_flow_break (flow, block->certainty, FALSE, e->size, e->measure);
  sdm_letter_flow_add_lines (flow, lines, e->left, e->leading, p, TRUE);
}

/* Where the unit that begins at strip @from ends: at the next option, or at the certainty. */
static guint
find_end_of_unit (SdmLetterFlow *flow,
                  guint          from,
                  guint          certainty,
                  double        *height)
{
  guint i = from;

  *height = 0;
  do
    *height += ((SdmLetterStrip *) g_ptr_array_index (flow->strips, i++))->height;
  while (i < flow->strips->len && i != certainty && !((SdmLetterStrip *) g_ptr_array_index (flow->strips, i))->option_row);

  return i;
}

/*
 * Where one page cannot hold the whole picture, as many options as fit stay together with the title,
 * and the others follow, each whole; the certainty may follow too.
 */
static void
loosen_high_picture (SdmLetterFlow *flow,
                     guint          start,
                     guint          certainty)
{
  double total = 0;
  double used = 0;
  double height = 0;
  guint  end = 0;

  for (guint i = start; i < flow->strips->len; i++)
    total += ((SdmLetterStrip *) g_ptr_array_index (flow->strips, i))->height;
  if (total <= flow->page_height)
    return;

  for (guint i = start; i < flow->strips->len; i = end)
    {
      end = find_end_of_unit (flow, i, certainty, &height);
      if (i > start && used + height > flow->page_height)
        {
          ((SdmLetterStrip *) g_ptr_array_index (flow->strips, i))->glue = FALSE;
          used = 0;
        }
      used += height;
    }
}

/**
 * sdm_letter_flow_add_picture:
 *
 * Adds a picture with its title, the group it speaks of, its options and the
 * certainty.
 */
void
sdm_letter_flow_add_picture (SdmLetterFlow        *flow,
                             const SdmLetterBlock *block)
{
  guint n_counts = count_arms (block, SDM_LETTER_ARM_COUNT);
  guint n_scores = count_arms (block, SDM_LETTER_ARM_SCORE);
  guint start = flow->strips->len;
  guint certainty = 0;

  add_title (flow, block);
  if (n_scores > 0)
    add_scores (flow, block);
  else if (n_counts == 0)
    add_told_options (flow, block, TRUE);
  else if (n_counts == 1)
    add_one_count (flow, block);
  else if (flow->edition.size < LARGE_PRINT)
    add_side_by_side (flow, block, block->arms->len == 4 || block->arms->len == 2 ? 2 : 3);
  else
    add_one_a_row (flow, block);
  flow->keep = FALSE;
  certainty = flow->strips->len;
  if (block->certainty != NULL)
    add_certainty (flow, block);
  loosen_high_picture (flow, start, certainty);
  sdm_letter_flow_add_space (flow, flow->edition.leading * 0.875, FALSE);
}
