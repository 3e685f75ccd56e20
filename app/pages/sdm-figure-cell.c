/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-cell.h"

#include <string.h>

#include <glib/gi18n.h>

#include "sdm-comparison.h"
#include "sdm-figure-numbers.h"
#include "sdm-figure-tree.h"
#include "sdm-icon-array.h"
#include "sdm-option-marks.h"
#include "sdm-score-bar.h"
#include "sdm-test-tree.h"
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

  GtkWidget *name;    /* the option, and what people took where that is not quite it */
  GtkWidget *numbers; /* an SdmFigureNumbers */
  GtkWidget *beside;  /* nullable: the box in which the picture stands beside what is told */
  GtkWidget *told;    /* nullable: what is told beside the picture */
  GtkWidget *people;  /* an SdmIconArray; nullable: not for this outcome */
  GtkWidget *bar;     /* an SdmScoreBar; nullable: not for this outcome */
  GtkWidget *tree;    /* an SdmTestTree; nullable: not for this outcome and option */
  GtkWidget *sign;    /* before a sentence that says that we do not know */
  GtkWidget *sentence;
  GtkWidget *former; /* what was said for the group shown before */
};

G_DEFINE_FINAL_TYPE (SdmFigureCell, sdm_figure_cell, ADW_TYPE_BIN)

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

/* "0: no fall" at the start and "100 parts in 100" at the end, the same for every option. */
static void
set_scale (SdmFigureCell *self)
{
  const SdmOutcome *outcome = self->outcome;
  gboolean          starts_at_zero = outcome->scale_zero != NULL && g_ascii_strtod (outcome->scale_min, NULL) <= 0 &&
                            g_ascii_strtod (outcome->scale_min, NULL) >= 0;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (starts_at_zero)
    /* Translators: the start of a scale and what it stands for: "0: people who changed nothing" */
    start = g_strdup_printf (_ ("%s: %s"), outcome->scale_min, outcome->scale_zero);
  /* Translators: an end of a scale, a number and its unit: "100 parts in 100" */
  end = g_strdup_printf (_ ("%s %s"), outcome->scale_max, outcome->scale_unit);

  sdm_score_bar_set_scale (SDM_SCORE_BAR (self->bar), g_ascii_strtod (outcome->scale_min, NULL),
                           g_ascii_strtod (outcome->scale_max, NULL));
  sdm_score_bar_set_ends (SDM_SCORE_BAR (self->bar), start != NULL ? start : outcome->scale_min, end);
}

static void
show_bar (SdmFigureCell   *self,
          const SdmFigure *figure)
{
  g_autofree char *amount = sdm_figure_dup_amount (figure);
  gboolean         has_value = figure->value != NULL;
  gboolean         has_range = figure->value_low != NULL && figure->value_high != NULL;
  double           value = has_value ? g_ascii_strtod (figure->value, NULL) : 0;

  gtk_widget_set_visible (self->bar, amount != NULL);
  if (amount == NULL)
    return;

  sdm_score_bar_set_value (SDM_SCORE_BAR (self->bar), has_value, value,
                           has_range ? g_ascii_strtod (figure->value_low, NULL) : value,
                           has_range ? g_ascii_strtod (figure->value_high, NULL) : value, amount);
  sdm_score_bar_set_words (SDM_SCORE_BAR (self->bar), figure->outcome->title, figure->sentence);
}

/* Where people are not known, their frame says so; on a screen a tree says all in words of
 * its own. Then nothing else does. */
static void
show_sentence (SdmFigureCell   *self,
               const SdmFigure *figure)
{
  gboolean in_frame = self->people != NULL && figure->state == SDM_FIGURE_NOT_KNOWN;
  gboolean in_tree = self->tree != NULL && self->size == SDM_FIGURE_ON_SCREEN;
  gboolean is_all = !gtk_widget_get_visible (self->numbers);

  gtk_label_set_label (GTK_LABEL (self->sentence), figure->sentence);
  gtk_widget_set_visible (self->sign, figure->state == SDM_FIGURE_NOT_KNOWN && !in_frame);
  gtk_widget_set_visible (gtk_widget_get_parent (self->sentence), !in_frame && !in_tree);
  if (self->told != NULL)
    gtk_widget_set_visible (self->told, !in_frame);
  /* With neither number nor picture the sentence stands at the top. */
  if (self->beside != NULL)
    gtk_widget_set_visible (self->beside, gtk_widget_is_ancestor (self->sentence, self->beside) || gtk_widget_get_visible (self->people));
  gtk_widget_remove_css_class (self->sentence, is_all ? "caption" : "in-words");
  gtk_widget_add_css_class (self->sentence, is_all ? "in-words" : "caption");
}

/* What was said before stays on the page, here where no number can carry it. */
static void
show_former (SdmFigureCell   *self,
             const SdmFigure *figure,
             const SdmFigure *former,
             gboolean         is_told)
{
  gboolean         is_other = former != NULL && g_strcmp0 (former->sentence, figure->sentence) != 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->former, is_other && !is_told);
  if (!is_other || is_told)
    return;

  /* Translators: what was said of the group of people shown before: "Before: About 12 of 1,000 people …" */
  text = g_strdup_printf (_ ("Before: %s"), former->sentence);
  gtk_label_set_label (GTK_LABEL (self->former), text);
}

/* The option in strong letters, then what people took, where it is not quite the option. */
static void
show_name (SdmFigureCell   *self,
           const SdmFigure *figure)
{
  gboolean         is_of_others = sdm_comparison_is_of_others (figure);
  g_autofree char *text = is_of_others ? g_strdup_printf ("%s  %s", self->option->title, figure->arm->label)
                                       : g_strdup (self->option->title);

  gtk_label_set_label (GTK_LABEL (self->name), text);
}

/* Building */

/* 1,000 people side by side with those of two more options leave no room for
 * words beside them; 10,000 none for anything. */
static SdmFigureNumbersForm
find_form (SdmFigureCell *self)
{
  const guint denominator = sdm_aid_get_denominator (self->aid);

  if (self->size == SDM_FIGURE_ON_SCREEN)
    return SDM_FIGURE_NUMBERS_SIDE_BY_SIDE;
  if (self->people != NULL && denominator == 1000 && self->n_side_by_side > 2)
    return SDM_FIGURE_NUMBERS_SIGNS;
  if (denominator > 1000 || self->n_side_by_side > 2)
    return SDM_FIGURE_NUMBERS_IN_LINE;

  return SDM_FIGURE_NUMBERS_STACKED;
}

/* Pictures side by side have one size, whatever stands beside them. */
static void
set_people_size (SdmFigureCell *self,
                 gboolean       is_large)
{
  /* In a card and on a screen, for 100 and for 1,000 people, of one or two options and of more;
   * 0: the size that the picture has by itself. */
  static const guint sizes[2][2][2] = { { { 18, 13 }, { 7, 5 } }, { { 0, 0 }, { 12, 8 } } };
  const guint        denominator = sdm_aid_get_denominator (self->aid);
  const gboolean     is_narrow = self->n_side_by_side > 2 && !is_large;
  const guint        cell = denominator > 1000 ? 0 : sizes[self->size][denominator == 1000][is_narrow];

  sdm_icon_array_set_cell_size (SDM_ICON_ARRAY (self->people), cell);
  if (self->beside != NULL)
    gtk_widget_set_size_request (self->people, (int) cell * (denominator == 100 ? 10 : 50), -1);
}

static GtkWidget *
make_sentence (SdmFigureCell *self)
{
  GtkWidget *line = sdm_ui_row (8);

  self->sign = gtk_image_new_from_icon_name ("ev-unknown-symbolic");
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  self->sentence = sdm_ui_label (NULL, NULL);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (line), self->sign);
  gtk_box_append (GTK_BOX (line), sdm_steady_new (self->sentence));

  return line;
}

/* In a card people stand beside their numbers, 100 of them beside the sentence too. */
static void
add_beside (SdmFigureCell *self,
            GtkWidget     *body)
{
  self->beside = sdm_ui_row (10);
  self->told = sdm_ui_column (6);
  gtk_box_append (GTK_BOX (self->told), self->numbers);
  gtk_box_append (GTK_BOX (self->beside), sdm_steady_new (self->told));
  gtk_box_append (GTK_BOX (self->beside), self->people);
  gtk_box_append (GTK_BOX (body), self->beside);
  gtk_widget_set_vexpand (self->beside, TRUE);
}

/* Every other picture stands between the numbers and the sentence, on a screen before both. */
static GtkWidget *
make_body (SdmFigureCell *self)
{
  const gboolean on_screen = self->size == SDM_FIGURE_ON_SCREEN;
  GtkWidget     *body = sdm_ui_column (on_screen ? 8 : 6);
  GtkWidget     *picture = self->people != NULL ? self->people : (self->bar != NULL ? self->bar : self->tree);

  self->numbers = sdm_figure_numbers_new (self->outcome, find_form (self));
  if (self->people != NULL && !on_screen)
    {
      add_beside (self, body);
    }
  else
    {
      gtk_box_append (GTK_BOX (body), self->numbers);
      if (picture != NULL && on_screen)
        gtk_box_prepend (GTK_BOX (body), picture);
      else if (picture != NULL)
        gtk_box_append (GTK_BOX (body), picture);
    }
  gtk_box_append (GTK_BOX (self->told != NULL && sdm_aid_get_denominator (self->aid) == 100 ? self->told : body), make_sentence (self));
  self->former = sdm_ui_label (NULL, "former");
  gtk_box_append (GTK_BOX (body), self->former);
  gtk_widget_set_vexpand (body, self->people != NULL);

  return body;
}

static GtkWidget *
make_name (SdmFigureCell *self)
{
  GtkWidget      *name = sdm_ui_row (8);
  PangoAttrList  *attributes = pango_attr_list_new ();
  PangoAttribute *strong[] = { pango_attr_weight_new (PANGO_WEIGHT_MEDIUM), pango_attr_scale_new (16.0 / 15.0) };

  for (gsize i = 0; i < G_N_ELEMENTS (strong); i++)
    {
      strong[i]->end_index = (guint) strlen (self->option->title);
      pango_attr_list_insert (attributes, strong[i]);
    }
  self->name = sdm_ui_label (NULL, "chrome");
  gtk_label_set_attributes (GTK_LABEL (self->name), attributes);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->name), GTK_NATURAL_WRAP_NONE);
  pango_attr_list_unref (attributes);
  /* Names side by side are measured at one width, and so are equally high. */
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_box_append (GTK_BOX (name), sdm_mark_new (sdm_option_marks_get (self->aid, self->option)));
  gtk_box_append (GTK_BOX (name), sdm_steady_new (self->name));

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

  /* Ten thousand people need a whole screen: in a card their numbers stand alone. */
  self->people = outcome->show == SDM_SHOW_ICONS && has_room ? sdm_icon_array_new () : NULL;
  if (self->people != NULL)
    sdm_icon_array_set_happens (SDM_ICON_ARRAY (self->people), outcome->happens);
  self->bar = outcome->show == SDM_SHOW_BARS ? sdm_score_bar_new () : NULL;
  if (self->bar != NULL)
    set_scale (self);
  self->tree = sdm_figure_tree_has (outcome, option) ? sdm_figure_tree_new (aid, outcome) : NULL;
  if (self->tree != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "whole");
  gtk_box_append (GTK_BOX (column), make_name (self));
  gtk_box_append (GTK_BOX (column), make_body (self));
  if (self->people != NULL)
    set_people_size (self, FALSE);
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, option->title, -1);

  return GTK_WIDGET (self);
}

/**
 * sdm_figure_cell_show:
 * @group: the group whose figure is shown
 * @former_group: (nullable): the group shown before; what was said of it stands beside
 */
void
sdm_figure_cell_show (SdmFigureCell *self,
                      const char    *group,
                      const char    *former_group)
{
  g_autoptr (SdmFigure) figure = sdm_figure_new (self->aid, self->outcome, self->option, group);
  g_autoptr (SdmFigure) former = former_group != NULL ? sdm_figure_new (self->aid, self->outcome, self->option, former_group) : NULL;
  gboolean is_told = sdm_figure_numbers_show (SDM_FIGURE_NUMBERS (self->numbers), figure, former);

  show_name (self, figure);
  if (self->people != NULL)
    show_people (self, figure);
  if (self->bar != NULL)
    show_bar (self, figure);
  if (self->tree != NULL)
    sdm_test_tree_set_words (SDM_TEST_TREE (self->tree), self->outcome->title, figure->sentence);
  show_sentence (self, figure);
  show_former (self, figure, former, is_told);
}

/**
 * sdm_figure_cell_get_name:
 *
 * Returns: (transfer none): the line with the name of the option, to be made as high as those beside it
 */
GtkWidget *
sdm_figure_cell_get_name (SdmFigureCell *self)
{
  return gtk_widget_get_parent (self->name);
}

/**
 * sdm_figure_cell_set_fit:
 * @is_narrow: options stand one under the other, which leaves room for a larger picture
 * @has_large_text: no room is left beside a picture, which goes under what is told
 */
void
sdm_figure_cell_set_fit (SdmFigureCell *self,
                         gboolean       is_narrow,
                         gboolean       has_large_text)
{
  if (self->beside != NULL)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->beside), has_large_text ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (self->people != NULL)
    set_people_size (self, is_narrow || has_large_text);
}
