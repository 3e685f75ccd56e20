/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array-private.h"

/* The numbers of an icon array. They only mean something together, so they are
 * set together, and only what is different is told.
 */

/* Helpers */

static gboolean
has_same_numbers (const SdmIconArrayFigure *a,
                  const SdmIconArrayFigure *b)
{
  return a->kind == b->kind && a->denominator == b->denominator && a->count == b->count &&
         a->low == b->low && a->high == b->high;
}

/* Takes a whole new figure, and tells only what is different in it. */
static void
take_figure (SdmIconArray             *self,
             const SdmIconArrayFigure *figure,
             const char               *words)
{
  const SdmIconArrayFigure former = self->figure;
  g_autofree char         *own_words = words != NULL ? g_strdup (words) : sdm_icon_array_figure_dup_words (figure);

  if (memcmp (&former, figure, sizeof former) == 0 && g_strcmp0 (self->words, own_words) == 0)
    return;

  self->figure = *figure;
  g_free (self->words);
  self->words = g_steal_pointer (&own_words);
  gtk_label_set_label (GTK_LABEL (self->words_label), self->words != NULL ? self->words : "");
  gtk_widget_set_visible (self->words_label, self->words != NULL);
  if (!has_same_numbers (&former, figure))
    {
      g_clear_pointer (&self->label, g_free);
      g_clear_pointer (&self->description, g_free);
    }
  sdm_icon_array_start_fade (self);
  sdm_icon_array_update_accessible (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (former.kind != figure->kind)
    g_object_notify (G_OBJECT (self), "kind");
  if (former.denominator != figure->denominator)
    g_object_notify (G_OBJECT (self), "denominator");
  if (former.count != figure->count)
    g_object_notify (G_OBJECT (self), "count");
  if (former.low != figure->low)
    g_object_notify (G_OBJECT (self), "low");
  if (former.high != figure->high)
    g_object_notify (G_OBJECT (self), "high");
  g_object_thaw_notify (G_OBJECT (self));

  if (former.denominator != figure->denominator || former.kind != figure->kind)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_denominator (guint denominator)
{
  return denominator == 100 || denominator == 1000 || denominator == 10000;
}

/* Setting the numbers that are already shown changes nothing, so the band of
 * these numbers stays; new numbers start without one.
 */
static void
keep_band (SdmIconArray       *self,
           SdmIconArrayFigure *figure)
{
  if (has_same_numbers (&self->figure, figure))
    {
      figure->band_from = self->figure.band_from;
      figure->band_to = self->figure.band_to;
    }
}

/* Shared inside this folder */

gboolean
sdm_icon_array_shows_people (SdmIconArray *self)
{
  return self->figure.kind == SDM_ICON_ARRAY_COUNTS || self->figure.kind == SDM_ICON_ARRAY_RANGE;
}

gboolean
sdm_icon_array_shows_squares (SdmIconArray *self)
{
  return self->figure.denominator > 1000;
}

/* Public API */

/**
 * sdm_icon_array_get_kind:
 *
 * Returns: which kind of figure is shown
 */
SdmIconArrayKind
sdm_icon_array_get_kind (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), SDM_ICON_ARRAY_NOT_SET);

  return self->figure.kind;
}

/**
 * sdm_icon_array_get_denominator:
 *
 * Returns: out of how many people: 100, 1,000 or 10,000
 */
guint
sdm_icon_array_get_denominator (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.denominator;
}

/**
 * sdm_icon_array_get_count:
 *
 * Returns: the best guess, and 0 where there is none
 */
guint
sdm_icon_array_get_count (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.count;
}

/**
 * sdm_icon_array_get_low:
 *
 * Returns: to how few people it could happen
 */
guint
sdm_icon_array_get_low (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.low;
}

/**
 * sdm_icon_array_get_high:
 *
 * Returns: to how many people it could happen
 */
guint
sdm_icon_array_get_high (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.high;
}

/**
 * sdm_icon_array_set_counts:
 * @self: the array
 * @denominator: 100, 1,000 or 10,000
 * @n: the best guess, in people out of @denominator
 * @low: the fewest it could be; @n where no range is known
 * @high: the most it could be; @n where no range is known
 *
 * Shows a best guess with its range. New numbers take the band away.
 */
void
sdm_icon_array_set_counts (SdmIconArray *self,
                           guint         denominator,
                           guint         n,
                           guint         low,
                           guint         high)
{
  SdmIconArrayFigure figure = { SDM_ICON_ARRAY_COUNTS, denominator, n, low, high, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));
  g_return_if_fail (low <= n && n <= high && high <= denominator);

  keep_band (self, &figure);
  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_set_range:
 * @self: the array
 * @denominator: 100, 1,000 or 10,000
 * @low: the fewest it could be
 * @high: the most it could be
 *
 * Shows a range for which the source gives no best guess.
 */
void
sdm_icon_array_set_range (SdmIconArray *self,
                          guint         denominator,
                          guint         low,
                          guint         high)
{
  SdmIconArrayFigure figure = { SDM_ICON_ARRAY_RANGE, denominator, 0, low, high, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));
  g_return_if_fail (low <= high && high <= denominator);

  keep_band (self, &figure);
  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_set_fewer_than_one:
 * @self: the array
 * @denominator: 100, 1,000 or 10,000
 *
 * Says in words, in a frame of the same size, that it happens to fewer than
 * one in @denominator: a picture would show nobody.
 */
void
sdm_icon_array_set_fewer_than_one (SdmIconArray *self,
                                   guint         denominator)
{
  const SdmIconArrayFigure figure = { SDM_ICON_ARRAY_FEWER_THAN_ONE, denominator, 0, 0, 0, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));

  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_set_not_known:
 * @self: the array
 * @denominator: the denominator of the other arms, for the size
 * @words: (nullable): what is said in the frame; NULL: "We do not know."
 *
 * Shows a dashed frame of the same size: not known is never an empty picture.
 */
void
sdm_icon_array_set_not_known (SdmIconArray *self,
                              guint         denominator,
                              const char   *words)
{
  const SdmIconArrayFigure figure = { SDM_ICON_ARRAY_NOT_KNOWN, denominator, 0, 0, 0, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));

  take_figure (self, &figure, words);
}

/**
 * sdm_icon_array_get_band:
 * @from: (out) (optional): the first person on the band, from 0
 * @to: (out) (optional): the person after the last one
 *
 * Returns: whether there is a band
 */
gboolean
sdm_icon_array_get_band (SdmIconArray *self,
                         guint        *from,
                         guint        *to)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), FALSE);

  if (from != NULL)
    *from = self->figure.band_from;
  if (to != NULL)
    *to = self->figure.band_to;

  return self->figure.band_to > self->figure.band_from;
}

/**
 * sdm_icon_array_set_band:
 * @self: the array
 * @from: the smaller of the two arms' counts
 * @to: the larger of the two arms' counts; equal to @from takes the band away
 *
 * Says what the option changes: from the best guess to the other arm's count
 * where there are fewer with the option, and from the other arm's count to the
 * best guess where there are more. Setting new numbers takes the band away.
 */
void
sdm_icon_array_set_band (SdmIconArray *self,
                         guint         from,
                         guint         to)
{
  SdmIconArrayFigure figure;

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (from <= to && to <= self->figure.denominator);
  g_return_if_fail (from == to || sdm_icon_array_shows_people (self));

  figure = self->figure;
  figure.band_from = from == to ? 0 : from;
  figure.band_to = from == to ? 0 : to;
  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_get_sign:
 * @self: the array
 * @person: which one, counted from 0 at the start of the bottom row
 *
 * Returns: what this person shows
 */
SdmPersonSign
sdm_icon_array_get_sign (SdmIconArray *self,
                         guint         person)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), SDM_PERSON_DOES_NOT);
  g_return_val_if_fail (person < self->figure.denominator, SDM_PERSON_DOES_NOT);

  return sdm_icon_array_figure_get_sign (&self->figure, person);
}
