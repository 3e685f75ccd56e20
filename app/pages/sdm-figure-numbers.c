/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-numbers.h"

#include <glib/gi18n.h>

#include "sdm-columns.h"
#include "sdm-person.h"
#include "sdm-ui.h"

/**
 * SdmFigureNumbers:
 *
 * To how many it happens and to how many it does not, in the same size and one
 * above the other, or side by side where there is a whole screen. When the group of people has changed, each number has the
 * one from before beside it, in quieter ink.
 */
struct _SdmFigureNumbers
{
  AdwBin parent_instance;

  SdmFigureNumbersForm form;

  GtkWidget *happens;
  GtkWidget *happens_of;
  GtkWidget *happens_former;
  GtkWidget *does_not;
  GtkWidget *does_not_of;
  GtkWidget *does_not_former;
  GtkWidget *does_not_line;
};

G_DEFINE_FINAL_TYPE (SdmFigureNumbers, sdm_figure_numbers, ADW_TYPE_BIN)

#define LONG_NUMBER 6 /* characters; "1,000" is no long number, "11 to 33" is */

/* Helpers */

/* "72", "11 to 33", "Fewer than 1"; NULL where there is no number of people. */
static char *
dup_happens (const SdmFigure *figure)
{
  g_autofree char *n = sdm_format_count (figure->n);
  g_autofree char *low = sdm_format_count (figure->low);
  g_autofree char *high = sdm_format_count (figure->high);

  if (figure->state == SDM_FIGURE_COUNT)
    return g_steal_pointer (&n);
  if (figure->state == SDM_FIGURE_RANGE)
    /* Translators: two numbers of people: "11 to 33" */
    return g_strdup_printf (_ ("%s to %s"), low, high);
  if (figure->state == SDM_FIGURE_UNDER_ONE)
    return g_strdup (_ ("Fewer than 1"));

  return NULL;
}

/* "928", "67 to 89", "at least 999": the other frame. */
static char *
dup_does_not (const SdmFigure *figure)
{
  g_autofree char *rest = sdm_format_count (sdm_figure_get_rest (figure));
  g_autofree char *low = sdm_format_count (figure->denominator - figure->high);
  g_autofree char *high = sdm_format_count (figure->denominator - figure->low);
  g_autofree char *least = sdm_format_count (figure->denominator - 1);

  if (figure->state == SDM_FIGURE_COUNT)
    return g_steal_pointer (&rest);
  if (figure->state == SDM_FIGURE_RANGE)
    return g_strdup_printf (_ ("%s to %s"), low, high);
  if (figure->state == SDM_FIGURE_UNDER_ONE)
    /* Translators: a number of people: "At least 999" */
    return g_strdup_printf (_ ("At least %s"), least);

  return NULL;
}

/* A narrow column has no room for a long number; two numbers above each other keep one size. */
static void
set_size (SdmFigureNumbers *self,
          const char       *happens,
          const char       *does_not)
{
  const gboolean is_long = self->form == SDM_FIGURE_NUMBERS_SIGNS &&
                           (g_utf8_strlen (happens, -1) >= LONG_NUMBER || g_utf8_strlen (does_not, -1) >= LONG_NUMBER);
  GtkWidget *numbers[] = { self->happens, self->does_not };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gtk_widget_remove_css_class (numbers[i], is_long ? "large" : "long");
      gtk_widget_add_css_class (numbers[i], is_long ? "long" : "large");
    }
}

static void
show_number (GtkWidget       *number,
             GtkWidget       *of,
             GtkWidget       *former_number,
             const SdmFigure *figure,
             const char      *now,
             const char      *former)
{
  const gboolean   has_changed = former != NULL && g_strcmp0 (now, former) != 0;
  g_autofree char *everybody = sdm_format_count (figure->denominator);
  /* Translators: after a number of people: "of 1,000" */
  g_autofree char *of_text = g_strdup_printf (_ ("of %s"), everybody);
  /* Translators: beside a number of people: the number for the group that was shown before, "was 100" */
  g_autofree char *former_text = g_strdup_printf (_ ("was %s"), has_changed ? former : "");

  gtk_label_set_label (GTK_LABEL (number), now);
  gtk_label_set_label (GTK_LABEL (of), of_text);
  gtk_label_set_label (GTK_LABEL (former_number), has_changed ? former_text : "");
  gtk_widget_set_visible (former_number, has_changed);
}

static void
show_amount (SdmFigureNumbers *self,
             const SdmFigure  *figure,
             const char       *amount)
{
  set_size (self, amount, "");
  gtk_label_set_label (GTK_LABEL (self->happens), amount);
  gtk_label_set_label (GTK_LABEL (self->happens_of), figure->outcome->scale_unit);
}

/* Building */

static GtkWidget *
make_label (const char *css_class,
            GtkAlign    align)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, align);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A large number, "of 1,000" after it, and what the number counts. */
static GtkWidget *
make_line (SdmFigureNumbersForm form,
           const char          *words,
           SdmPersonSign        sign,
           GtkWidget          **number,
           GtkWidget          **of,
           GtkWidget          **former)
{
  const gboolean in_line = form == SDM_FIGURE_NUMBERS_IN_LINE;
  const gboolean has_sign = form == SDM_FIGURE_NUMBERS_SIGNS;
  const gboolean in_column = has_sign || form == SDM_FIGURE_NUMBERS_SIDE_BY_SIDE;
  const GtkAlign align = has_sign ? GTK_ALIGN_CENTER : (in_column ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
  GtkWidget     *line = gtk_box_new (in_line ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, in_line ? 6 : 0);
  GtkWidget     *count = gtk_box_new (in_column ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, in_column ? 0 : 5);
  GtkWidget     *place = count;

  *number = make_label ("figure", align);
  gtk_label_set_wrap (GTK_LABEL (*number), TRUE);
  *of = make_label ("caption", align);
  *former = make_label ("former", align);
  gtk_widget_set_visible (*former, FALSE);
  gtk_box_set_baseline_position (GTK_BOX (line), GTK_BASELINE_POSITION_TOP);
  gtk_widget_set_valign (count, in_column ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (count), *number);
  if (has_sign)
    {
      place = sdm_ui_row (0);
      gtk_box_append (GTK_BOX (place), sdm_person_new (sign, FALSE, 16));
      gtk_box_append (GTK_BOX (count), place);
    }
  gtk_box_append (GTK_BOX (place), *of);
  gtk_box_append (GTK_BOX (count), *former);
  gtk_box_append (GTK_BOX (line), count);
  if (words != NULL && !has_sign)
    {
      GtkWidget *label = sdm_ui_label (words, "answer");

      gtk_widget_set_valign (label, align);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), label);
    }

  return line;
}

/* GObject */

static void
sdm_figure_numbers_class_init (SdmFigureNumbersClass *klass)
{
}

static void
sdm_figure_numbers_init (SdmFigureNumbers *self)
{
}

/* Public API */

/**
 * sdm_figure_numbers_new:
 * @outcome: whose words are used
 * @form: how much room there is
 */
GtkWidget *
sdm_figure_numbers_new (const SdmOutcome    *outcome,
                        SdmFigureNumbersForm form)
{
  SdmFigureNumbers *self = g_object_new (SDM_TYPE_FIGURE_NUMBERS, NULL);
  GtkWidget        *happens = make_line (form, outcome->happens, SDM_PERSON_HAPPENS,
                                         &self->happens, &self->happens_of, &self->happens_former);
  GtkWidget        *numbers;

  self->form = form;
  self->does_not_line = make_line (form, outcome->does_not, SDM_PERSON_DOES_NOT,
                                   &self->does_not, &self->does_not_of, &self->does_not_former);
  if (form == SDM_FIGURE_NUMBERS_SIDE_BY_SIDE)
    {
      numbers = sdm_columns_new (1, happens, 1, self->does_not_line);
    }
  else
    {
      numbers = sdm_ui_column (form == SDM_FIGURE_NUMBERS_STACKED ? 6 : 0);
      gtk_box_append (GTK_BOX (numbers), happens);
      gtk_box_append (GTK_BOX (numbers), self->does_not_line);
    }
  adw_bin_set_child (ADW_BIN (self), numbers);

  return GTK_WIDGET (self);
}

/**
 * sdm_figure_numbers_show:
 * @former: (nullable): the figure of the group shown before
 *
 * Hides itself where the figure has no number.
 *
 * Returns: whether what @former said, if it said something else, stands beside what is said now
 */
gboolean
sdm_figure_numbers_show (SdmFigureNumbers *self,
                         const SdmFigure  *figure,
                         const SdmFigure  *former)
{
  g_autofree char *amount = sdm_figure_dup_amount (figure);
  g_autofree char *happens = dup_happens (figure);
  g_autofree char *does_not = dup_does_not (figure);
  g_autofree char *former_happens = former != NULL ? dup_happens (former) : NULL;
  g_autofree char *former_does_not = former != NULL ? dup_does_not (former) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), happens != NULL || amount != NULL);
  gtk_widget_set_visible (self->does_not_line, happens != NULL);
  if (amount != NULL)
    show_amount (self, figure, amount);
  if (happens == NULL)
    return FALSE;

  set_size (self, happens, does_not);
  show_number (self->happens, self->happens_of, self->happens_former, figure, happens, former_happens);
  show_number (self->does_not, self->does_not_of, self->does_not_former, figure, does_not, former_does_not);

  return former_happens != NULL;
}

/**
 * sdm_figure_dup_amount:
 *
 * Returns: (transfer full) (nullable): a score or amount as the aid writes it, "43" or "2 to 5"; %NULL
 *   where the figure is none
 */
char *
sdm_figure_dup_amount (const SdmFigure *figure)
{
  if (figure->state != SDM_FIGURE_BAR)
    return NULL;
  if (figure->value == NULL && figure->value_low != NULL)
    return g_strdup_printf (_ ("%s to %s"), figure->value_low, figure->value_high);

  return g_strdup (figure->value);
}
