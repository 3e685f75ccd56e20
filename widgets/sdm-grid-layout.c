/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-layout-private.h"

/**
 * SdmGridLayout:
 *
 * Places a first child and then columns of exactly equal width, whatever is
 * written in them, so that no option gets more room than another. The head
 * and every row use it, and so their columns stand below each other.
 *
 * Stacked, the children stand below each other in the full width.
 */
struct _SdmGridLayout
{
  GtkLayoutManager parent_instance;

  gboolean stacked;
  int      reserve; /* px kept free at the end */
};

G_DEFINE_FINAL_TYPE (SdmGridLayout, sdm_grid_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *first;     /* NULL when it is hidden */
  guint      n_columns; /* in sight */
} Children;

static Children
look_at_children (GtkWidget *widget)
{
  Children   children = { NULL, 0 };
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    children.first = child;
  for (child = child != NULL ? gtk_widget_get_next_sibling (child) : NULL; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      children.n_columns++;

  return children;
}

/* The share of the questions: more where there are fewer options, as in the pictures. */
static int
find_column_width (const Children *children,
                   int             width)
{
  int share = 0;

  if (children->n_columns == 0)
    return 0;
  if (children->first != NULL)
    share = children->n_columns >= 3 ? 19 : 27;

  return width * (100 - share) / 100 / (int) children->n_columns;
}

static int
find_width (const Children *children,
            GtkWidget      *child,
            int             width,
            gboolean        stacked)
{
  const int column = find_column_width (children, width);

  if (stacked)
    return width;

  return child == children->first ? width - column * (int) children->n_columns : column;
}

static void
measure_widths (SdmGridLayout  *self,
                GtkWidget      *widget,
                const Children *children,
                int            *minimum,
                int            *natural)
{
  int first_min = 0, first_nat = 0, column_min = 0, column_nat = 0;
  int n = (int) children->n_columns;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, best;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      if (child == children->first)
        {
          first_min = least;
          first_nat = best;
        }
      else
        {
          column_min = MAX (column_min, least);
          column_nat = MAX (column_nat, best);
        }
    }

  if (self->stacked)
    {
      *minimum = MAX (first_min, column_min);
      *natural = MAX (first_nat, column_nat);
      return;
    }

  /* Wide enough for the widest column and for the first child's share. */
  *minimum = column_min * n + first_min;
  *natural = column_nat * n + first_nat;
  if (children->first != NULL && n > 0)
    {
      const int share = n >= 3 ? 19 : 27;

      *minimum = MAX (column_min * n * 100 / (100 - share), first_min * 100 / share) + n + 1;
      *natural = MAX (column_nat * n * 100 / (100 - share), first_nat * 100 / share) + n + 1;
    }
}

/* Overrides */

static GtkSizeRequestMode
sdm_grid_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_grid_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  SdmGridLayout *self = SDM_GRID_LAYOUT (manager);
  const Children children = look_at_children (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_widths (self, widget, &children, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_widths (self, widget, &children, &(int){ 0 }, &for_size);
  else
    for_size = MAX (0, for_size - self->reserve);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width, least_width, least, best;

      if (!gtk_widget_should_layout (child))
        continue;
      width = find_width (&children, child, for_size, self->stacked);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least, &best, NULL, NULL);
      *minimum = self->stacked ? *minimum + least : MAX (*minimum, least);
      *natural = self->stacked ? *natural + best : MAX (*natural, best);
    }
}

static void
sdm_grid_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  SdmGridLayout *self = SDM_GRID_LAYOUT (manager);
  const Children children = look_at_children (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int      room = MAX (0, width - self->reserve);
  int            x = 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = find_width (&children, child, room, self->stacked);
      if (self->stacked)
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
          y += place.height;
        }
      else
        {
          x += place.width;
          if (rtl)
            place.x = width - x;
        }
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
sdm_grid_layout_class_init (SdmGridLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = sdm_grid_layout_get_request_mode;
  layout_class->measure = sdm_grid_layout_measure;
  layout_class->allocate = sdm_grid_layout_allocate;
}

static void
sdm_grid_layout_init (SdmGridLayout *self)
{
}

/**
 * sdm_grid_layout_get_stacked:
 *
 * Returns: whether the children stand below each other
 */
gboolean
sdm_grid_layout_get_stacked (SdmGridLayout *self)
{
  g_return_val_if_fail (SDM_IS_GRID_LAYOUT (self), FALSE);

  return self->stacked;
}

/**
 * sdm_grid_layout_set_stacked:
 *
 * Puts the children below each other instead of side by side.
 */
void
sdm_grid_layout_set_stacked (SdmGridLayout *self,
                             gboolean       stacked)
{
  g_return_if_fail (SDM_IS_GRID_LAYOUT (self));

  if (self->stacked == stacked)
    return;

  self->stacked = stacked;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * sdm_grid_layout_set_reserve:
 * @reserve: px kept free at the end, where the rows have their scroll bar
 *
 * To be called while the parent is being allocated, right before the head is.
 */
void
sdm_grid_layout_set_reserve (SdmGridLayout *self,
                             int            reserve)
{
  g_return_if_fail (SDM_IS_GRID_LAYOUT (self));

  self->reserve = MAX (0, reserve);
}
