/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-columns.h"

/**
 * SdmColumns:
 *
 * Two columns side by side that share the width, as long as both have room;
 * one under the other where the window is narrow or the text is large. Where the
 * second is hidden, the first has all the width.
 */
struct _SdmColumns
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
  int        first_share;
  int        second_share;
};

G_DEFINE_FINAL_TYPE (SdmColumns, sdm_columns, GTK_TYPE_WIDGET)

#define GAP_BESIDE 24
#define GAP_BELOW  16

/* Helpers */

static int
get_first_width (SdmColumns *self,
                 int         width)
{
  if (!gtk_widget_get_visible (self->second))
    return width;

  return (width - GAP_BESIDE) * self->first_share / (self->first_share + self->second_share);
}

static int
get_least_width (GtkWidget *column)
{
  int least;

  gtk_widget_measure (column, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static gboolean
fit_beside (SdmColumns *self,
            int         width)
{
  const int first = get_first_width (self, width);

  if (!gtk_widget_get_visible (self->second))
    return TRUE;

  return first >= get_least_width (self->first) && width - GAP_BESIDE - first >= get_least_width (self->second);
}

/* GtkWidget */

static GtkSizeRequestMode
sdm_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (SdmColumns *self,
               int        *minimum,
               int        *natural)
{
  int first;
  int second;

  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &first, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &second, natural, NULL, NULL);
  *minimum = MAX (*minimum, second);
  *natural = MAX (*minimum, first + GAP_BESIDE + *natural);
}

static void
measure_height (SdmColumns *self,
                int         width,
                int        *minimum,
                int        *natural)
{
  const gboolean beside = width >= 0 && fit_beside (self, width);
  const int      first_width = beside ? get_first_width (self, width) : width;
  const int      second_width = beside ? MAX (0, width - GAP_BESIDE - first_width) : width;
  int            first;
  int            second;
  int            first_natural;
  int            second_natural;

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, first_width, &first, &first_natural, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, second_width, &second, &second_natural, NULL, NULL);
  *minimum = beside ? MAX (first, second) : first + GAP_BELOW + second;
  *natural = beside ? MAX (first_natural, second_natural) : first_natural + GAP_BELOW + second_natural;
}

static void
sdm_columns_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  SdmColumns *self = SDM_COLUMNS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static void
sdm_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  SdmColumns    *self = SDM_COLUMNS (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (fit_beside (self, width))
    {
      const int first = get_first_width (self, width);
      const int second = MAX (0, width - GAP_BESIDE - first);

      gtk_widget_size_allocate (self->first, &(GtkAllocation){ rtl ? width - first : 0, 0, first, height }, -1);
      gtk_widget_size_allocate (self->second, &(GtkAllocation){ rtl ? 0 : first + GAP_BESIDE, 0, second, height }, -1);
    }
  else
    {
      int first;

      gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, &first, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, width, first }, -1);
      gtk_widget_size_allocate (self->second, &(GtkAllocation){ 0, first + GAP_BELOW, width, height - first - GAP_BELOW }, -1);
    }
}

/* GObject */

static void
sdm_columns_dispose (GObject *object)
{
  SdmColumns *self = SDM_COLUMNS (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_columns_parent_class)->dispose (object);
}

static void
sdm_columns_class_init (SdmColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_columns_dispose;
  widget_class->get_request_mode = sdm_columns_get_request_mode;
  widget_class->measure = sdm_columns_measure;
  widget_class->size_allocate = sdm_columns_size_allocate;
}

static void
sdm_columns_init (SdmColumns *self)
{
}

/* Public API */

/**
 * sdm_columns_new:
 * @left_share: how wide the first column is, against
 * @left: (transfer floating): what stands first in reading order
 * @right_share: the second one
 * @right: (transfer floating): what stands beside or below
 *
 * Returns: (transfer floating): the two columns
 */
GtkWidget *
sdm_columns_new (int        left_share,
                 GtkWidget *left,
                 int        right_share,
                 GtkWidget *right)
{
  SdmColumns *self = g_object_new (SDM_TYPE_COLUMNS, NULL);

  self->first = left;
  self->second = right;
  self->first_share = left_share;
  self->second_share = right_share;
  gtk_widget_set_parent (left, GTK_WIDGET (self));
  gtk_widget_set_parent (right, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
