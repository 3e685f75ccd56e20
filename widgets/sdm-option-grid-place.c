/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-head-private.h"

/* Band, head, rows and foot, one above the other; the rows get what is left and scroll. */

static GtkSizeRequestMode
sdm_option_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_option_grid_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, best;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &least, &best, NULL, NULL);
      /* A scrolled window asks for the height at the natural width, not at the one it gets. */
      if (child == self->scroller && orientation == GTK_ORIENTATION_VERTICAL)
        {
          gtk_widget_measure (self->lines, orientation, for_size, NULL, &best, NULL, NULL);
          best = MAX (best, least);
        }
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, best);
        }
      else
        {
          *minimum += least;
          *natural += best;
        }
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
sdm_option_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);
  GtkAllocation  band = { 0, 0, width, 0 };
  GtkAllocation  head = { 0, 0, width, 0 };
  GtkAllocation  rest = { 0, 0, width, 0 };
  GtkAllocation  foot = { 0, 0, width, 0 };

  if (gtk_widget_should_layout (self->band))
    gtk_widget_measure (self->band, GTK_ORIENTATION_VERTICAL, width, NULL, &band.height, NULL, NULL);
  if (gtk_widget_should_layout (self->head))
    gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, width, NULL, &head.height, NULL, NULL);
  if (gtk_widget_should_layout (self->foot))
    gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, width, NULL, &foot.height, NULL, NULL);
  head.y = band.height;
  rest.y = head.y + head.height;
  rest.height = MAX (0, height - rest.y - foot.height);
  foot.y = rest.y + rest.height;

  /* The rows first: the head keeps free what their scroll bar takes. */
  gtk_widget_size_allocate (self->scroller, &rest, -1);
  sdm_grid_head_set_reserve (SDM_GRID_HEAD (self->head), width - gtk_widget_get_width (self->lines));
  if (gtk_widget_should_layout (self->head))
    gtk_widget_size_allocate (self->head, &head, -1);
  if (gtk_widget_should_layout (self->band))
    gtk_widget_size_allocate (self->band, &band, -1);
  if (gtk_widget_should_layout (self->foot))
    gtk_widget_size_allocate (self->foot, &foot, -1);
}

/* Places what the grid is made of. */
void
sdm_option_grid_override_layout (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = sdm_option_grid_get_request_mode;
  widget_class->measure = sdm_option_grid_measure;
  widget_class->size_allocate = sdm_option_grid_size_allocate;
}
