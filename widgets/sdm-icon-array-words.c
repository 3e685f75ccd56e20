/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array-private.h"

#include <glib/gi18n.h>

/* An icon array told in words: what a person who cannot see it is told. */

/* Helpers */

/* A count with its thousands apart, the same on every machine. */
static char *
format_count (guint count)
{
  if (count < 1000)
    return g_strdup_printf ("%u", count);

  /* Translators: the mark between thousands in a whole number, as in "1,000". */
  return g_strdup_printf ("%u%s%03u", count / 1000, C_("thousands", ","), count % 1000);
}

static char *
dup_count_label (const SdmIconArrayFigure *figure,
                 const char               *happens)
{
  g_autofree char *count = format_count (figure->count);
  g_autofree char *denominator = format_count (figure->denominator);

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
  g_autofree char *low = format_count (figure->low);
  g_autofree char *high = format_count (figure->high);
  g_autofree char *denominator = format_count (figure->denominator);

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
  g_autofree char *rest = format_count (rest_count);
  g_autofree char *low = format_count (figure->low);
  g_autofree char *high = format_count (figure->high);

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
  g_autofree char *fewest_text = format_count (figure->denominator - figure->high);
  g_autofree char *most_text = format_count (most);

  return g_strdup_printf (
      /* Translators: "It does not happen to between 919 and 936 people. There is no best guess." */
      ngettext ("It does not happen to between %s and %s person. There is no best guess.",
                "It does not happen to between %s and %s people. There is no best guess.", most),
      fewest_text, most_text);
}

/* Shared inside this folder */

/* The words shown in the frame where there are no people to show, else NULL. */
char *
sdm_icon_array_figure_dup_words (const SdmIconArrayFigure *figure)
{
  g_autofree char *denominator = format_count (figure->denominator);

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
  g_autofree char *denominator = format_count (figure->denominator);

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
        g_autofree char *rest = format_count (figure->denominator - 1);
        g_autofree char *denominator = format_count (figure->denominator);

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
