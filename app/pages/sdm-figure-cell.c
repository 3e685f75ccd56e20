/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-cell.h"

#include <glib/gi18n.h>

#include "sdm-columns.h"
#include "sdm-comparison.h"
#include "sdm-icon-array.h"
#include "sdm-option-columns.h"
#include "sdm-score-bar.h"
#include "sdm-ui.h"

/**
 * SdmFigureCell:
 *
 * What one outcome says of one option: to how many it happens and to how many
 * it does not, in the same size and one above the other, the picture, and the
 * whole sentence. What is not known takes the same room as a number. On a screen
 * of its own the picture comes first and the two numbers stand side by side.
 *
 * ## Accessibility
 *
 * A `group` named after the option. The picture carries the numbers as its
 * label and the whole sentence as its description.
 */
struct _SdmFigureCell
{
  AdwBin parent_instance;

  SdmAid           *aid;
  const SdmOutcome *outcome;
  const SdmOption  *option;
  guint             n_side_by_side;
  SdmFigureSize     size;

  GtkWidget *taken;
  GtkWidget *numbers;
  GtkWidget *happens;
  GtkWidget *happens_of;
  GtkWidget *does_not;
  GtkWidget *does_not_of;
  GtkWidget *people; /* an SdmIconArray; nullable: not for this outcome */
  GtkWidget *bar;    /* an SdmScoreBar; nullable: not for this outcome */
  GtkWidget *sign;   /* before a sentence that says that we do not know */
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (SdmFigureCell, sdm_figure_cell, ADW_TYPE_BIN)

/* Numbers */

/* "72", "11 to 33", "Fewer than 1"; NULL where there is no number. */
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

static char *
dup_of (const SdmFigure *figure,
        const char      *former)
{
  g_autofree char *of = sdm_format_count (figure->denominator);

  if (former != NULL)
    /* Translators: after a number of people: "of 1,000, was 100"; the last is the number for the group shown before */
    return g_strdup_printf (_ ("of %s, was %s"), of, former);

  /* Translators: after a number of people: "of 1,000" */
  return g_strdup_printf (_ ("of %s"), of);
}

static void
show_number (GtkWidget       *number,
             GtkWidget       *of,
             const SdmFigure *figure,
             const char      *now,
             const char      *former)
{
  g_autofree char *of_text = dup_of (figure, g_strcmp0 (now, former) != 0 ? former : NULL);

  gtk_label_set_label (GTK_LABEL (number), now);
  gtk_label_set_label (GTK_LABEL (of), of_text);
}

static void
show_numbers (SdmFigureCell   *self,
              const SdmFigure *figure,
              const SdmFigure *former)
{
  g_autofree char *happens = dup_happens (figure);
  g_autofree char *does_not = dup_does_not (figure);
  g_autofree char *former_happens = former != NULL ? dup_happens (former) : NULL;
  g_autofree char *former_does_not = former != NULL ? dup_does_not (former) : NULL;

  gtk_widget_set_visible (self->numbers, happens != NULL);
  if (happens == NULL)
    return;
  show_number (self->happens, self->happens_of, figure, happens, former_happens);
  show_number (self->does_not, self->does_not_of, figure, does_not, former_does_not);
}

/* Pictures */

static void
show_people (SdmFigureCell   *self,
             const SdmFigure *figure)
{
  SdmIconArray *people = SDM_ICON_ARRAY (self->people);
  gboolean      in_frame = figure->state == SDM_FIGURE_NOT_KNOWN;
  guint         from;
  guint         to;

  gtk_widget_set_visible (self->people, TRUE);
  gtk_widget_set_valign (self->people, in_frame ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_vexpand (self->people, in_frame);
  gtk_widget_set_hexpand (self->people, in_frame);
  switch (figure->state)
    {
    case SDM_FIGURE_COUNT:
      sdm_icon_array_set_counts (people, figure->denominator, figure->n,
                                 figure->has_range ? figure->low : figure->n,
                                 figure->has_range ? figure->high : figure->n);
      if (sdm_comparison_find_band (figure, &from, &to))
        sdm_icon_array_set_band (people, from, to);
      break;
    case SDM_FIGURE_RANGE:
      sdm_icon_array_set_range (people, figure->denominator, figure->low, figure->high);
      break;
    case SDM_FIGURE_UNDER_ONE:
      sdm_icon_array_set_fewer_than_one (people, figure->denominator);
      break;
    case SDM_FIGURE_NOT_KNOWN:
      sdm_icon_array_set_not_known (people, figure->denominator, figure->sentence);
      break;
    case SDM_FIGURE_BAR:
    case SDM_FIGURE_WORDS:
    case SDM_FIGURE_DOES_NOT_APPLY:
    case SDM_FIGURE_COMPARISON:
    default:
      gtk_widget_set_visible (self->people, FALSE);
      break;
    }
  sdm_icon_array_set_words (people, NULL, figure->sentence);
}

static void
show_bar (SdmFigureCell   *self,
          const SdmFigure *figure)
{
  const SdmOutcome *outcome = figure->outcome;
  gboolean          has_value = figure->value != NULL;
  gboolean          has_range = figure->value_low != NULL && figure->value_high != NULL;
  double            value;

  gtk_widget_set_visible (self->bar, figure->state == SDM_FIGURE_BAR && (has_value || has_range));
  if (!gtk_widget_get_visible (self->bar))
    return;

  value = has_value ? g_ascii_strtod (figure->value, NULL) : 0;
  sdm_score_bar_set_scale (SDM_SCORE_BAR (self->bar), g_ascii_strtod (outcome->scale_min, NULL),
                           g_ascii_strtod (outcome->scale_max, NULL));
  sdm_score_bar_set_value (SDM_SCORE_BAR (self->bar), has_value, value,
                           has_range ? g_ascii_strtod (figure->value_low, NULL) : value,
                           has_range ? g_ascii_strtod (figure->value_high, NULL) : value);
  sdm_score_bar_set_words (SDM_SCORE_BAR (self->bar), outcome->title, figure->sentence);
}

/* "43 parts in 100": the amount, as large as a number of people. */
static void
show_amount (SdmFigureCell   *self,
             const SdmFigure *figure)
{
  g_autofree char *amount = NULL;

  gtk_widget_set_visible (self->numbers, figure->state == SDM_FIGURE_BAR);
  gtk_widget_set_visible (gtk_widget_get_parent (self->does_not), FALSE);
  if (figure->value == NULL && figure->value_low != NULL)
    amount = g_strdup_printf (_ ("%s to %s"), figure->value_low, figure->value_high);
  gtk_label_set_label (GTK_LABEL (self->happens), amount != NULL ? amount : figure->value);
  gtk_label_set_label (GTK_LABEL (self->happens_of), figure->outcome->scale_unit);
}

static void
show_sentence (SdmFigureCell   *self,
               const SdmFigure *figure)
{
  gboolean in_frame = self->people != NULL && figure->state == SDM_FIGURE_NOT_KNOWN;
  gboolean is_all = !gtk_widget_get_visible (self->numbers);

  gtk_label_set_label (GTK_LABEL (self->sentence), figure->sentence);
  gtk_widget_set_visible (self->sign, figure->state == SDM_FIGURE_NOT_KNOWN && !in_frame);
  gtk_widget_set_visible (self->sentence, !in_frame);
  gtk_widget_set_hexpand (self->sentence, !in_frame);
  gtk_widget_set_visible (gtk_widget_get_parent (self->numbers), TRUE);
  if (in_frame && gtk_widget_get_parent (self->numbers) != gtk_widget_get_parent (self->people))
    gtk_widget_set_visible (gtk_widget_get_parent (self->numbers), FALSE);
  gtk_widget_remove_css_class (self->sentence, is_all ? "caption" : "in-words");
  gtk_widget_add_css_class (self->sentence, is_all ? "in-words" : "caption");
}

static gboolean
has_fit_notes (const SdmOutcome *outcome)
{
  for (guint i = 0; i < outcome->n_arms; i++)
    if (outcome->arms[i].fit_note != NULL)
      return TRUE;

  return FALSE;
}

/* Where one cell says what people took, all keep a line for it, so that pictures stay level. */
static void
show_taken (SdmFigureCell   *self,
            const SdmFigure *figure)
{
  gtk_label_set_label (GTK_LABEL (self->taken), sdm_comparison_is_of_others (figure) ? figure->arm->label : "");
  gtk_widget_set_visible (self->taken, has_fit_notes (self->outcome));
}

/* Building */

/* A large number, "of 1,000" after it, and what the number counts. */
static GtkWidget *
make_number (SdmFigureCell *self,
             const char    *words,
             GtkWidget    **number,
             GtkWidget    **of)
{
  const gboolean on_screen = self->size == SDM_FIGURE_ON_SCREEN;
  const gboolean in_line = self->n_side_by_side > 2 && !on_screen;
  GtkWidget     *line = gtk_box_new (in_line ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, in_line ? 6 : 0);
  GtkWidget     *count = on_screen ? sdm_ui_column (0) : sdm_ui_row (5);

  *number = gtk_label_new (NULL);
  gtk_box_set_baseline_position (GTK_BOX (line), GTK_BASELINE_POSITION_TOP);
  gtk_widget_add_css_class (*number, "figure");
  gtk_widget_add_css_class (*number, "large");
  gtk_label_set_wrap (GTK_LABEL (*number), on_screen);
  gtk_label_set_xalign (GTK_LABEL (*number), 0);
  *of = gtk_label_new (NULL);
  gtk_widget_add_css_class (*of, "caption");
  gtk_label_set_xalign (GTK_LABEL (*of), 0);
  gtk_widget_set_valign (count, on_screen ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (*number, on_screen ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (*of, on_screen ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (count), *number);
  gtk_box_append (GTK_BOX (count), *of);
  gtk_box_append (GTK_BOX (line), count);
  if (words != NULL)
    {
      GtkWidget *label = sdm_ui_label (words, "answer");

      gtk_widget_set_valign (label, on_screen ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), label);
    }

  return line;
}

static GtkWidget *
make_numbers (SdmFigureCell *self)
{
  GtkWidget *happens = make_number (self, self->outcome->happens, &self->happens, &self->happens_of);
  GtkWidget *does_not = make_number (self, self->outcome->does_not, &self->does_not, &self->does_not_of);
  GtkWidget *numbers;

  if (self->size == SDM_FIGURE_ON_SCREEN)
    return sdm_columns_new (1, happens, 1, does_not);

  numbers = sdm_ui_column (self->n_side_by_side > 2 ? 0 : 6);
  gtk_box_append (GTK_BOX (numbers), happens);
  gtk_box_append (GTK_BOX (numbers), does_not);

  return numbers;
}

static GtkWidget *
make_people (SdmFigureCell *self)
{
  GtkWidget *people = sdm_icon_array_new ();
  gboolean   is_narrow = self->n_side_by_side > 2;
  guint      denominator = sdm_aid_get_denominator (self->aid);

  sdm_icon_array_set_happens (SDM_ICON_ARRAY (people), self->outcome->happens);
  if (self->size == SDM_FIGURE_ON_SCREEN)
    /* 100 and 10,000 people have the size of their own. */
    sdm_icon_array_set_cell_size (SDM_ICON_ARRAY (people), denominator != 1000 ? 0 : is_narrow ? 8
                                                                                               : 12);
  else if (denominator == 100)
    {
      const int cell = is_narrow ? 13 : 18;

      /* Pictures side by side have one size, whatever stands beside them. */
      sdm_icon_array_set_cell_size (SDM_ICON_ARRAY (people), (guint) cell);
      gtk_widget_set_size_request (people, 10 * cell, -1);
    }
  else if (denominator == 1000)
    sdm_icon_array_set_cell_size (SDM_ICON_ARRAY (people), is_narrow ? 6 : 7);

  return people;
}

/* On a screen of its own: the picture, and what it says under it. */
static GtkWidget *
make_screen_body (SdmFigureCell *self)
{
  GtkWidget *body = sdm_ui_column (8);
  GtkWidget *line = sdm_ui_row (8);
  GtkWidget *picture = self->people != NULL ? self->people : self->bar;

  if (picture != NULL)
    gtk_box_append (GTK_BOX (body), picture);
  gtk_box_append (GTK_BOX (body), self->numbers);
  gtk_box_append (GTK_BOX (line), self->sign);
  gtk_box_append (GTK_BOX (line), self->sentence);
  gtk_box_append (GTK_BOX (body), line);
  gtk_widget_set_vexpand (body, self->people != NULL);

  return body;
}

/* A block of 100 people, or of 1,000 where two options share the page, stands
 * beside its numbers; a wider one under them. */
static GtkWidget *
make_body (SdmFigureCell *self)
{
  gboolean   beside = self->people != NULL && (sdm_aid_get_denominator (self->aid) <= 100 || self->n_side_by_side <= 2);
  GtkWidget *body = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 12 : 6);
  GtkWidget *told = beside ? sdm_ui_column (6) : body;
  GtkWidget *line = sdm_ui_row (8);
  GtkWidget *picture = self->people != NULL ? self->people : self->bar;

  gtk_box_append (GTK_BOX (told), self->numbers);
  if (beside)
    gtk_box_append (GTK_BOX (body), sdm_steady_new (told));
  if (picture != NULL)
    gtk_box_append (GTK_BOX (body), picture);
  gtk_box_append (GTK_BOX (line), self->sign);
  gtk_box_append (GTK_BOX (line), sdm_steady_new (self->sentence));
  gtk_box_append (GTK_BOX (told), line);
  gtk_widget_set_vexpand (body, self->people != NULL);

  return body;
}

static GtkWidget *
make_name (SdmFigureCell *self)
{
  GtkWidget *name = sdm_ui_column (0);

  self->taken = sdm_ui_label (NULL, "caption");
  gtk_box_append (GTK_BOX (name), sdm_option_columns_make_name (self->aid, self->option));
  gtk_box_append (GTK_BOX (name), self->taken);

  return name;
}

/* GObject */

static void
sdm_figure_cell_dispose (GObject *object)
{
  g_clear_object (&SDM_FIGURE_CELL (object)->aid);

  G_OBJECT_CLASS (sdm_figure_cell_parent_class)->dispose (object);
}

static void
sdm_figure_cell_class_init (SdmFigureCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_figure_cell_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_figure_cell_init (SdmFigureCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure-cell");
}

/* Public API */

/**
 * sdm_figure_cell_new:
 * @outcome: an outcome of @aid
 * @option: an option of @aid
 * @n_side_by_side: how many cells share the width
 * @size: for a card among others, or for a screen
 */
GtkWidget *
sdm_figure_cell_new (SdmAid           *aid,
                     const SdmOutcome *outcome,
                     const SdmOption  *option,
                     guint             n_side_by_side,
                     SdmFigureSize     size)
{
  SdmFigureCell *self = g_object_new (SDM_TYPE_FIGURE_CELL, NULL);
  GtkWidget     *column = sdm_ui_column (8);
  gboolean       has_room = size == SDM_FIGURE_ON_SCREEN || sdm_aid_get_denominator (aid) <= 1000;

  self->aid = g_object_ref (aid);
  self->outcome = outcome;
  self->option = option;
  self->n_side_by_side = n_side_by_side;
  self->size = size;

  self->numbers = make_numbers (self);
  /* Ten thousand people need a whole screen: in a card their numbers stand alone. */
  self->people = outcome->show == SDM_SHOW_ICONS && has_room ? make_people (self) : NULL;
  self->bar = outcome->show == SDM_SHOW_BARS ? sdm_score_bar_new () : NULL;
  self->sentence = sdm_ui_label (NULL, NULL);
  self->sign = gtk_image_new_from_icon_name ("ev-unknown-symbolic");
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), make_name (self));
  gtk_box_append (GTK_BOX (column), size == SDM_FIGURE_ON_SCREEN ? make_screen_body (self) : make_body (self));
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, option->title, -1);

  return GTK_WIDGET (self);
}

/**
 * sdm_figure_cell_show:
 * @group: the group whose figure is shown
 * @former_group: (nullable): the group shown before; its number stands beside the new one
 */
void
sdm_figure_cell_show (SdmFigureCell *self,
                      const char    *group,
                      const char    *former_group)
{
  g_autoptr (SdmFigure) figure = sdm_figure_new (self->aid, self->outcome, self->option, group);
  g_autoptr (SdmFigure) former = former_group != NULL ? sdm_figure_new (self->aid, self->outcome, self->option, former_group) : NULL;

  show_taken (self, figure);
  if (self->bar != NULL)
    show_amount (self, figure);
  else
    show_numbers (self, figure, former);
  if (self->people != NULL)
    show_people (self, figure);
  if (self->bar != NULL)
    show_bar (self, figure);
  show_sentence (self, figure);
}
