/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-score-bar.h"

#include "sdm-person-private.h"

/**
 * SdmScoreBar:
 *
 * A score or amount as a bar on its own scale, never as people: solid up to
 * the lowest it could be, striped up to the highest, a line at the best guess,
 * and the value at the end of the bar, where there is room. Under it stand the words for both ends
 * of the scale. Bars that are compared are given the same scale.
 *
 * ## Accessibility
 *
 * A picture (`img`), named by sdm_score_bar_set_words(); the texts in it are
 * not read a second time. It follows the text direction.
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

  GtkWidget *amount;
  GtkWidget *start;
  GtkWidget *end;
};

G_DEFINE_FINAL_TYPE (SdmScoreBar, sdm_score_bar, GTK_TYPE_WIDGET)

#define LEAST_HEIGHT 22
#define STRIPE       4
#define GAP          6 /* between bar and value, and between the words under it */

/* Helpers */

static int
get_natural (GtkWidget     *widget,
             GtkOrientation orientation,
             int            for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

/* The bar is as high as the value in it. */
static int
get_bar_height (SdmScoreBar *self)
{
  return MAX (LEAST_HEIGHT, get_natural (self->amount, GTK_ORIENTATION_VERTICAL, -1));
}

static float
find_place (SdmScoreBar *self,
            double       value)
{
  if (self->max <= self->min)
    return 0;

  return (float) gtk_widget_get_width (GTK_WIDGET (self)) * (float) CLAMP ((value - self->min) / (self->max - self->min), 0, 1);
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
  const float start = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - to : from;

  if (to > from)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (start, 0, to - from, (float) get_bar_height (self)));
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

static void
allocate_label (SdmScoreBar *self,
                GtkWidget   *label,
                int          x,
                int          y,
                int          width,
                int          height)
{
  const int all = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = all - x - width;
  gtk_widget_size_allocate (label, &(GtkAllocation){ x, y, width, height }, -1);
}

/* After the end of the bar; where the scale ends too soon, inside the solid part; else nowhere. */
static void
place_amount (SdmScoreBar *self,
              int          height)
{
  const int amount = get_natural (self->amount, GTK_ORIENTATION_HORIZONTAL, -1);
  const int end = (int) find_place (self, MAX (MAX (self->high, self->value), 0)) + GAP;
  const int solid = (int) find_place (self, self->low) - GAP;
  const int inside = solid - amount;

  gtk_widget_set_child_visible (self->amount, TRUE);
  if (end + amount <= gtk_widget_get_width (GTK_WIDGET (self)))
    {
      gtk_widget_remove_css_class (self->amount, "inside");
      allocate_label (self, self->amount, end, 0, amount, height);
    }
  else if (inside >= (int) find_place (self, 0))
    {
      gtk_widget_add_css_class (self->amount, "inside");
      allocate_label (self, self->amount, inside, 0, amount, height);
    }
  else
    gtk_widget_set_child_visible (self->amount, FALSE);
}

static GtkWidget *
add_label (SdmScoreBar *self,
           const char  *css_class,
           float        xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "xalign", xalign,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

/* GtkWidget */

static GtkSizeRequestMode
sdm_score_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_score_bar_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  SdmScoreBar *self = SDM_SCORE_BAR (widget);
  int          start;
  int          end;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      const int half = for_size < 0 ? -1 : MAX (0, (for_size - GAP) / 2);

      gtk_widget_measure (self->start, orientation, half, &start, NULL, NULL, NULL);
      gtk_widget_measure (self->end, orientation, half, &end, NULL, NULL, NULL);
      *minimum = *natural = get_bar_height (self) + MAX (start, end);
      return;
    }

  gtk_widget_measure (self->start, orientation, -1, &start, NULL, NULL, NULL);
  gtk_widget_measure (self->end, orientation, -1, &end, NULL, NULL, NULL);
  *minimum = MAX (100, 2 * MAX (start, end) + GAP);
  *natural = MAX (300, *minimum);
}

static void
sdm_score_bar_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  SdmScoreBar *self = SDM_SCORE_BAR (widget);
  const int    half = MAX (0, (width - GAP) / 2);
  const int    line = get_bar_height (self);

  place_amount (self, line);
  allocate_label (self, self->start, 0, line, half, height - line);
  allocate_label (self, self->end, width - half, line, half, height - line);
}

/* Amounts under 0 reach to the other side of 0. */
static void
sdm_score_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SdmScoreBar *self = SDM_SCORE_BAR (widget);
  GdkRGBA      trough;
  GdkRGBA      edge;
  GdkRGBA      event;
  const float  zero = find_place (self, 0);
  const float  low = find_place (self, self->low);
  const float  high = find_place (self, self->high);
  const float  best = find_place (self, self->value);
  const float  width = (float) gtk_widget_get_width (widget);
  const float  height = (float) get_bar_height (self);

  sdm_person_look_up_ink (widget, "ev_sunken", "#ECE8DF", &trough);
  sdm_person_look_up_ink (widget, "ev_edge", "#7B766D", &edge);
  sdm_person_look_up_ink (widget, "ev_event", "#20375C", &event);
  append_part (self, snapshot, &trough, 0, width);
  append_part (self, snapshot, &event, zero, low);
  append_part (self, snapshot, &event, high, zero);
  append_stripes (self, snapshot, &event, low, high);
  if (self->has_value && self->low < self->high)
    append_part (self, snapshot, &event, best - 1.5f, best + 1.5f);
  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT (0, 0, width, height),
                              (const float[]){ 1, 1, 1, 1 }, (const GdkRGBA[]){ edge, edge, edge, edge });

  GTK_WIDGET_CLASS (sdm_score_bar_parent_class)->snapshot (widget, snapshot);
}

/* GObject */

static void
sdm_score_bar_dispose (GObject *object)
{
  SdmScoreBar *self = SDM_SCORE_BAR (object);

  g_clear_pointer (&self->amount, gtk_widget_unparent);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_score_bar_parent_class)->dispose (object);
}

static void
sdm_score_bar_class_init (SdmScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_score_bar_dispose;
  widget_class->get_request_mode = sdm_score_bar_get_request_mode;
  widget_class->measure = sdm_score_bar_measure;
  widget_class->size_allocate = sdm_score_bar_size_allocate;
  widget_class->snapshot = sdm_score_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sdm_score_bar_init (SdmScoreBar *self)
{
  self->max = 100;
  self->amount = add_label (self, "figure", 0);
  self->start = add_label (self, "caption", 0);
  self->end = add_label (self, "caption", 1);
  gtk_label_set_wrap (GTK_LABEL (self->start), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->end), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->end), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (self->start, GTK_ALIGN_START);
  gtk_widget_set_valign (self->end, GTK_ALIGN_START);
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
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * sdm_score_bar_set_ends:
 * @start: what the start of the scale means
 * @end: what its end means
 */
void
sdm_score_bar_set_ends (SdmScoreBar *self,
                        const char  *start,
                        const char  *end)
{
  g_return_if_fail (SDM_IS_SCORE_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->start), start);
  gtk_label_set_label (GTK_LABEL (self->end), end);
  gtk_widget_set_visible (self->start, start != NULL && *start != '\0');
  gtk_widget_set_visible (self->end, end != NULL && *end != '\0');
}

/**
 * sdm_score_bar_set_value:
 * @has_value: whether there is a best guess
 * @value: the best guess
 * @low: the least it could be; @value where no range is known
 * @high: the most it could be; @value where no range is known
 * @amount: the value as it is written at the end of the bar
 */
void
sdm_score_bar_set_value (SdmScoreBar *self,
                         gboolean     has_value,
                         double       value,
                         double       low,
                         double       high,
                         const char  *amount)
{
  g_return_if_fail (SDM_IS_SCORE_BAR (self));
  g_return_if_fail (low <= high);

  self->has_value = has_value;
  self->value = has_value ? value : high;
  self->low = low;
  self->high = high;
  gtk_label_set_label (GTK_LABEL (self->amount), amount);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
