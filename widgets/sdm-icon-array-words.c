/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array-private.h"

#include <glib/gi18n.h>

/* An icon array told in words: what a person who cannot see it is told. */

/* Helpers */

static char *
dup_count_label (const SdmIconArrayFigure *figure,
                 const char               *happens)
{
  g_autofree char *count = sdm_people_format_count (figure->count);
  g_autofree char *denominator = sdm_people_format_count (figure->denominator);

  if (happens == NULL)
    return g_strdup_printf (
        /* Translators: "72 of 1,000 people"; the plural follows the second number. */
        ngettext ("%s of %s person", "%s of %s people", figure->denominator), count, denominator);

  return g_strdup_printf (
      /* Translators: "72 of 1,000 people: heart disease or stroke"; the plural follows the second number. */
      ngettext ("%s of %s person: %s", "%s of %s people: %s", figure->denominator), count, denominator, happens);
}

static char *
dup_range_label (const SdmIconArrayFigure *figure,
                 const char               *happens)
{
  g_autofree char *low = sdm_people_format_count (figure->low);
  g_autofree char *high = sdm_people_format_count (figure->high);
  g_autofree char *denominator = sdm_people_format_count (figure->denominator);

  if (happens == NULL)
    return g_strdup_printf (
        /* Translators: "Between 64 and 81 of 1,000 people" */
        ngettext ("Between %s and %s of %s person", "Between %s and %s of %s people", figure->denominator),
        low, high, denominator);

  return g_strdup_printf (
      /* Translators: "Between 64 and 81 of 1,000 people: heart disease or stroke" */
      ngettext ("Between %s and %s of %s person: %s", "Between %s and %s of %s people: %s", figure->denominator),
      low, high, denominator, happens);
}

static char *
dup_count_description (const SdmIconArrayFigure *figure)
{
  const guint      rest_count = figure->denominator - figure->count;
  g_autofree char *rest = sdm_people_format_count (rest_count);
  g_autofree char *low = sdm_people_format_count (figure->low);
  g_autofree char *high = sdm_people_format_count (figure->high);

  if (figure->low == figure->high)
    return g_strdup_printf (
        /* Translators: "It does not happen to 928 people." */
        ngettext ("It does not happen to %s person.", "It does not happen to %s people.", rest_count), rest);

  return g_strdup_printf (
      /* Translators: "It does not happen to 928 people. It could be as few as 64 or as many as 81."
       * The plural follows the first number; the last two say to how many it could happen. */
      ngettext ("It does not happen to %s person. It could be as few as %s or as many as %s.",
                "It does not happen to %s people. It could be as few as %s or as many as %s.", rest_count),
      rest, low, high);
}

static char *
dup_range_description (const SdmIconArrayFigure *figure)
{
  const guint      most = figure->denominator - figure->low;
  g_autofree char *fewest_text = sdm_people_format_count (figure->denominator - figure->high);
  g_autofree char *most_text = sdm_people_format_count (most);

  return g_strdup_printf (
      /* Translators: "It does not happen to between 919 and 936 people. There is no best guess." */
      ngettext ("It does not happen to between %s and %s person. There is no best guess.",
                "It does not happen to between %s and %s people. There is no best guess.", most),
      fewest_text, most_text);
}

/* Shared inside this folder */

/* A count with its thousands apart, the same on every machine. */
char *
sdm_people_format_count (guint count)
{
  if (count < 1000)
    return g_strdup_printf ("%u", count);

  /* Translators: the mark between thousands in a whole number, as in "1,000". */
  return g_strdup_printf ("%u%s%03u", count / 1000, C_("thousands", ","), count % 1000);
}

/* The words shown in the frame where there are no people to show, else NULL. */
char *
sdm_icon_array_figure_dup_words (const SdmIconArrayFigure *figure)
{
  g_autofree char *denominator = sdm_people_format_count (figure->denominator);

  switch (figure->kind)
    {
    case SDM_ICON_ARRAY_FEWER_THAN_ONE:
      /* Translators: "Fewer than 1 in 1,000" */
      return g_strdup_printf (_("Fewer than 1 in %s"), denominator);
    case SDM_ICON_ARRAY_NOT_KNOWN:
      return g_strdup (_("We do not know."));
    case SDM_ICON_ARRAY_NOT_SET:
    case SDM_ICON_ARRAY_COUNTS:
    case SDM_ICON_ARRAY_RANGE:
    default:
      return NULL;
    }
}

char *
sdm_icon_array_figure_dup_label (const SdmIconArrayFigure *figure,
                                 const char               *happens,
                                 const char               *words)
{
  g_autofree char *denominator = sdm_people_format_count (figure->denominator);

  switch (figure->kind)
    {
    case SDM_ICON_ARRAY_COUNTS:
      return dup_count_label (figure, happens);
    case SDM_ICON_ARRAY_RANGE:
      return dup_range_label (figure, happens);
    case SDM_ICON_ARRAY_FEWER_THAN_ONE:
      if (happens == NULL)
        return sdm_icon_array_figure_dup_words (figure);
      /* Translators: "Fewer than 1 in 1,000: serious muscle harm" */
      return g_strdup_printf (_("Fewer than 1 in %s: %s"), denominator, happens);
    case SDM_ICON_ARRAY_NOT_KNOWN:
      if (happens == NULL)
        return g_strdup (words);
      /* Translators: "Not known: serious muscle harm" */
      return g_strdup_printf (_("Not known: %s"), happens);
    case SDM_ICON_ARRAY_NOT_SET:
    default:
      /* Translators: said of a picture of people before it was given its numbers. */
      return g_strdup (_("No numbers yet"));
    }
}

/* What the label leaves out: the others, and how far off it could be. */
char *
sdm_icon_array_figure_dup_description (const SdmIconArrayFigure *figure)
{
  switch (figure->kind)
    {
    case SDM_ICON_ARRAY_COUNTS:
      return dup_count_description (figure);
    case SDM_ICON_ARRAY_RANGE:
      return dup_range_description (figure);
    case SDM_ICON_ARRAY_FEWER_THAN_ONE:
      {
        g_autofree char *rest = sdm_people_format_count (figure->denominator - 1);
        g_autofree char *denominator = sdm_people_format_count (figure->denominator);

        /* Translators: "It does not happen to at least 999 of 1,000 people." */
        return g_strdup_printf (ngettext ("It does not happen to at least %s of %s person.",
                                          "It does not happen to at least %s of %s people.",
                                          figure->denominator),
                                rest, denominator);
      }
    case SDM_ICON_ARRAY_NOT_SET:
    case SDM_ICON_ARRAY_NOT_KNOWN:
    default:
      return g_strdup ("");
    }
}

void
sdm_icon_array_update_accessible (SdmIconArray *self)
{
  g_autofree char *label = sdm_icon_array_dup_label (self);
  g_autofree char *description = sdm_icon_array_dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* Public API */

/**
 * sdm_icon_array_get_happens:
 *
 * Returns: (transfer none) (nullable): what happens to these people
 */
const char *
sdm_icon_array_get_happens (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), NULL);

  return self->happens;
}

/**
 * sdm_icon_array_set_happens:
 * @self: the array
 * @happens: (nullable): what happens, as "heart disease or stroke in 10 years"
 *
 * Names the event in the label read out.
 */
void
sdm_icon_array_set_happens (SdmIconArray *self,
                            const char   *happens)
{
  g_return_if_fail (SDM_IS_ICON_ARRAY (self));

  if (g_strcmp0 (self->happens, happens) == 0)
    return;

  g_free (self->happens);
  self->happens = g_strdup (happens);
  sdm_icon_array_update_accessible (self);
  g_object_notify (G_OBJECT (self), "happens");
}

/**
 * sdm_icon_array_set_words:
 * @self: the array
 * @label: (nullable): read out instead of the label made of the numbers
 * @description: (nullable): likewise for the description
 *
 * Sets whole sentences of the page's own, for example with group and time
 * span. Set them after the numbers: new numbers take them away, so that what is
 * read out is never older than what is drawn.
 */
void
sdm_icon_array_set_words (SdmIconArray *self,
                          const char   *label,
                          const char   *description)
{
  g_return_if_fail (SDM_IS_ICON_ARRAY (self));

  if (g_strcmp0 (self->label, label) == 0 && g_strcmp0 (self->description, description) == 0)
    return;

  g_free (self->label);
  g_free (self->description);
  self->label = g_strdup (label);
  self->description = g_strdup (description);
  sdm_icon_array_update_accessible (self);
}

/**
 * sdm_icon_array_dup_label:
 *
 * Returns: (transfer full): what a screen reader says first
 */
char *
sdm_icon_array_dup_label (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), NULL);

  if (self->label != NULL)
    return g_strdup (self->label);

  return sdm_icon_array_figure_dup_label (&self->figure, self->happens, self->words);
}

/**
 * sdm_icon_array_dup_description:
 *
 * Returns: (transfer full): the others and the range, in words
 */
char *
sdm_icon_array_dup_description (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), NULL);

  if (self->description != NULL)
    return g_strdup (self->description);
  if (self->figure.kind == SDM_ICON_ARRAY_NOT_KNOWN && self->happens != NULL)
    return g_strdup (self->words); /* otherwise they are the label already */

  return sdm_icon_array_figure_dup_description (&self->figure);
}
