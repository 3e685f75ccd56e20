/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-score-bar.h"

/**
 * SdmScoreBar:
 *
 * A score or amount as a bar on its own scale, never as people: solid up to
 * the lowest it could be, striped up to the highest, and a line at the best
 * guess. Bars that are compared are given the same scale.
 *
 * ## Accessibility
 *
 * A picture (`img`), named by sdm_score_bar_set_words(). It follows the text
 * direction.
 */
struct _SdmScoreBar
{
  GtkWidget parent_instance;

  double   min;
  double   max;
  gboolean has_value;
  double   value;
  double   low;
  double   high;
};

G_DEFINE_FINAL_TYPE (SdmScoreBar, sdm_score_bar, GTK_TYPE_WIDGET)

#define BAR_HEIGHT 22
#define STRIPE     4

/* Helpers */

static GdkRGBA
look_up (GtkWidget  *widget,
         const char *name)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  G_GNUC_END_IGNORE_DEPRECATIONS

  return color;
}

static float
find_place (SdmScoreBar *self,
            double       value)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  if (self->max <= self->min)
    return 0;

  return width * (float) CLAMP ((value - self->min) / (self->max - self->min), 0, 1);
}

/* Fills from @from to @to along the bar, from whichever side reading starts. */
static void
append_part (SdmScoreBar   *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             float          from,
             float          to)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const float start = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - to : from;

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (start, 0, to - from, height));
}

static void
append_stripes (SdmScoreBar   *self,
                GtkSnapshot   *snapshot,
                const GdkRGBA *color,
                float          from,
                float          to)
{
  for (float x = from; x < to; x += 2 * STRIPE)
    append_part (self, snapshot, color, x, MIN (x + STRIPE, to));
}

/* GtkWidget */

static void
sdm_score_bar_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 100 : BAR_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : BAR_HEIGHT;
}

static void
sdm_score_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SdmScoreBar *self = SDM_SCORE_BAR (widget);
  GdkRGBA      trough = look_up (widget, "ev_sunken");
  GdkRGBA      edge = look_up (widget, "ev_edge");
  GdkRGBA      event = look_up (widget, "ev_event");
  const float  low = find_place (self, self->low);
  const float  high = find_place (self, self->high);
  const float  best = find_place (self, self->value);
  const float  width = (float) gtk_widget_get_width (widget);
  const float  height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_append_color (snapshot, &trough, &GRAPHENE_RECT_INIT (0, 0, width, height));
  append_part (self, snapshot, &event, 0, low);
  append_stripes (self, snapshot, &event, low, high);
  if (self->has_value && self->low < self->high)
    append_part (self, snapshot, &event, best - 1.5f, best + 1.5f);
  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT (0, 0, width, height),
                              (const float[]){ 1, 1, 1, 1 }, (const GdkRGBA[]){ edge, edge, edge, edge });
}

/* GObject */

static void
sdm_score_bar_class_init (SdmScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sdm_score_bar_measure;
  widget_class->snapshot = sdm_score_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sdm_score_bar_init (SdmScoreBar *self)
{
  self->max = 100;
}

/* Public API */

GtkWidget *
sdm_score_bar_new (void)
{
  return g_object_new (SDM_TYPE_SCORE_BAR, NULL);
}

/**
 * sdm_score_bar_set_scale:
 * @min: what the empty bar stands for
 * @max: what the full bar stands for
 */
void
sdm_score_bar_set_scale (SdmScoreBar *self,
                         double       min,
                         double       max)
{
  g_return_if_fail (SDM_IS_SCORE_BAR (self));

  self->min = min;
  self->max = max;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sdm_score_bar_set_value:
 * @has_value: whether there is a best guess
 * @value: the best guess
 * @low: the least it could be; @value where no range is known
 * @high: the most it could be; @value where no range is known
 */
void
sdm_score_bar_set_value (SdmScoreBar *self,
                         gboolean     has_value,
                         double       value,
                         double       low,
                         double       high)
{
  g_return_if_fail (SDM_IS_SCORE_BAR (self));
  g_return_if_fail (low <= high);

  self->has_value = has_value;
  self->value = value;
  self->low = low;
  self->high = high;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sdm_score_bar_set_words:
 * @label: the numbers, read out
 * @description: the whole sentence
 */
void
sdm_score_bar_set_words (SdmScoreBar *self,
                         const char  *label,
                         const char  *description)
{
  g_return_if_fail (SDM_IS_SCORE_BAR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
