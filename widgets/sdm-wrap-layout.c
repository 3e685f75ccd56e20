/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-wrap-layout.h"

/**
 * SdmWrapLayout:
 *
 * Lays children out as words are: side by side as long as the line has room at
 * their natural widths, then on the next line. Each line is as high as its tallest
 * child. Children that expand share what a line has left; one that is wider than
 * the whole line gets the line, and may wrap in it. Homogeneous children are all
 * equally wide, and stand on as few lines as their least widths allow. From right
 * to left the lines begin at the right.
 */
struct _SdmWrapLayout
{
  GtkLayoutManager parent_instance;

  int      spacing;
  int      line_spacing;
  gboolean homogeneous;
};

G_DEFINE_FINAL_TYPE (SdmWrapLayout, sdm_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  PROP_HOMOGENEOUS,
} SdmWrapLayoutProp;

static GParamSpec *props[PROP_HOMOGENEOUS + 1];

/* How wide lines are, and columns where all children are equally wide. */
typedef struct
{
  int width;
  int column; /* 0: each child is as wide as it likes */
} Room;

typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* nullable: the first child of the next line */
  int        used;
  int        n_expand;
} Line;

/* Lines */

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static void
measure_children (GtkWidget *widget,
                  int       *n_children,
                  int       *least,
                  int       *most,
                  int       *all)
{
  *n_children = *least = *most = *all = 0;
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int minimum;
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      *n_children += 1;
      *least = MAX (*least, minimum);
      *most = MAX (*most, natural);
      *all += natural;
    }
}

/* On as few lines as there have to be, and about as many on each. */
static Room
make_room (SdmWrapLayout *self,
           GtkWidget     *widget,
           int            width)
{
  Room room = { width, 0 };
  int  n_children;
  int  least;
  int  most;
  int  all;

  if (!self->homogeneous)
    return room;
  measure_children (widget, &n_children, &least, &most, &all);
  if (n_children > 0)
    {
      const int fit = CLAMP ((width + self->spacing) / MAX (1, least + self->spacing), 1, n_children);
      const int n_lines = (n_children + fit - 1) / fit;
      const int n_columns = (n_children + n_lines - 1) / n_lines;

      room.column = MAX (least, (width - (n_columns - 1) * self->spacing) / n_columns);
    }

  return room;
}

/* As wide as it likes to be, but no wider than the line. */
static int
get_width (GtkWidget *child,
           Room       room)
{
  int minimum;
  int natural;

  if (room.column > 0)
    return room.column;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, room.width));
}

static gboolean
does_expand (GtkWidget *child,
             Room       room)
{
  return room.column == 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

static Line
take_line (SdmWrapLayout *self,
           GtkWidget     *first,
           Room           room)
{
  Line line = { first, first, 0, 0 };

  for (; line.end != NULL; line.end = get_next (line.end))
    {
      const int before = line.end == first ? 0 : line.used + self->spacing;
      const int needed = before + get_width (line.end, room);

      if (line.end != first && needed > room.width)
        break;
      line.used = needed;
      if (does_expand (line.end, room))
        line.n_expand++;
    }

  return line;
}

/* What is left of the line goes to the children that expand, to the last pixel. */
static int
take_share (Line *line,
            int  *left)
{
  const int share = *left / line->n_expand;

  *left -= share;
  line->n_expand--;

  return share;
}

static int
take_width (GtkWidget *child,
            Line      *line,
            Room       room,
            int       *left)
{
  const int own = get_width (child, room);

  return does_expand (child, room) ? own + take_share (line, left) : own;
}

static void
measure_line (Line line,
              Room room,
              int *minimum,
              int *natural)
{
  int left = MAX (0, room.width - line.used);

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = line.first; child != line.end; child = get_next (child))
    {
      const int width = take_width (child, &line, room, &left);
      int       child_minimum;
      int       child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
allocate_line (SdmWrapLayout *self,
               GtkWidget     *widget,
               Line           line,
               Room           room,
               int            y,
               int            height)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int            left = MAX (0, room.width - line.used);
  int            x = 0;

  for (GtkWidget *child = line.first; child != line.end; child = get_next (child))
    {
      const int width = take_width (child, &line, room, &left);

      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? room.width - x - width : x, y, width, height }, -1);
      x += width + self->spacing;
    }
}

/* GtkLayoutManager */

static GtkSizeRequestMode
sdm_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (SdmWrapLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  int n_children;
  int most;

  measure_children (widget, &n_children, minimum, &most, natural);
  if (self->homogeneous)
    *natural = n_children * most;
  *natural += MAX (0, n_children - 1) * self->spacing;
}

static void
measure_height (SdmWrapLayout *self,
                GtkWidget     *widget,
                int            width,
                int           *minimum,
                int           *natural)
{
  const Room room = make_room (self, widget, width);
  GtkWidget *child = get_first (widget);

  *minimum = 0;
  *natural = 0;
  while (child != NULL)
    {
      const Line line = take_line (self, child, room);
      int        line_minimum;
      int        line_natural;

      measure_line (line, room, &line_minimum, &line_natural);
      if (line.end != NULL)
        {
          line_minimum += self->line_spacing;
          line_natural += self->line_spacing;
        }
      *minimum += line_minimum;
      *natural += line_natural;
      child = line.end;
    }
}

static void
sdm_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  SdmWrapLayout *self = SDM_WRAP_LAYOUT (manager);
  int            least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (self, widget, &least, &for_size);
  measure_height (self, widget, for_size, minimum, natural);
}

static void
sdm_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  SdmWrapLayout *self = SDM_WRAP_LAYOUT (manager);
  const Room     room = make_room (self, widget, width);
  GtkWidget     *first = get_first (widget);
  GtkWidget     *child = first;
  int            y = 0;
  int            least;
  int            wanted;

  measure_height (self, widget, width, &least, &wanted);
  while (child != NULL)
    {
      const Line line = take_line (self, child, room);
      int        minimum;
      int        natural;

      measure_line (line, room, &minimum, &natural);
      if (height < wanted)
        natural = minimum;
      /* A single line takes all the height there is, as a box does. */
      if (child == first && line.end == NULL)
        natural = MAX (natural, height);
      allocate_line (self, widget, line, room, y, natural);
      y += natural + self->line_spacing;
      child = line.end;
    }
}

/* GObject */

static void
sdm_wrap_layout_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SdmWrapLayout *self = SDM_WRAP_LAYOUT (object);

  switch ((SdmWrapLayoutProp) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;

    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, self->homogeneous);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_wrap_layout_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SdmWrapLayout *self = SDM_WRAP_LAYOUT (object);

  switch ((SdmWrapLayoutProp) prop_id)
    {
    case PROP_SPACING:
      sdm_wrap_layout_set_spacing (self, g_value_get_int (value));
      break;

    case PROP_LINE_SPACING:
      sdm_wrap_layout_set_line_spacing (self, g_value_get_int (value));
      break;

    case PROP_HOMOGENEOUS:
      sdm_wrap_layout_set_homogeneous (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_wrap_layout_class_init (SdmWrapLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags      flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sdm_wrap_layout_get_property;
  object_class->set_property = sdm_wrap_layout_set_property;
  layout_class->get_request_mode = sdm_wrap_layout_get_request_mode;
  layout_class->measure = sdm_wrap_layout_measure;
  layout_class->allocate = sdm_wrap_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  props[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  props[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_wrap_layout_init (SdmWrapLayout *self)
{
}

/* Public API */

/**
 * sdm_wrap_layout_new:
 * @spacing: between children of one line, in pixels
 * @line_spacing: between lines
 *
 * Returns: (transfer full): a layout for gtk_widget_set_layout_manager()
 */
GtkLayoutManager *
sdm_wrap_layout_new (int spacing,
                     int line_spacing)
{
  return g_object_new (SDM_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing, NULL);
}

/**
 * sdm_wrap_layout_get_spacing:
 *
 * Returns: between children of one line, in pixels
 */
int
sdm_wrap_layout_get_spacing (SdmWrapLayout *self)
{
  g_return_val_if_fail (SDM_IS_WRAP_LAYOUT (self), 0);

  return self->spacing;
}

/**
 * sdm_wrap_layout_set_spacing:
 * @spacing: between children of one line, in pixels
 */
void
sdm_wrap_layout_set_spacing (SdmWrapLayout *self,
                             int            spacing)
{
  g_return_if_fail (SDM_IS_WRAP_LAYOUT (self));

  if (self->spacing == spacing)
    return;
  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPACING]);
}

/**
 * sdm_wrap_layout_get_line_spacing:
 *
 * Returns: between lines, in pixels
 */
int
sdm_wrap_layout_get_line_spacing (SdmWrapLayout *self)
{
  g_return_val_if_fail (SDM_IS_WRAP_LAYOUT (self), 0);

  return self->line_spacing;
}

/**
 * sdm_wrap_layout_set_line_spacing:
 * @line_spacing: between lines, in pixels
 */
void
sdm_wrap_layout_set_line_spacing (SdmWrapLayout *self,
                                  int            line_spacing)
{
  g_return_if_fail (SDM_IS_WRAP_LAYOUT (self));

  if (self->line_spacing == line_spacing)
    return;
  self->line_spacing = line_spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINE_SPACING]);
}

/**
 * sdm_wrap_layout_get_homogeneous:
 *
 * Returns: whether all children are equally wide, as wide as the widest
 */
gboolean
sdm_wrap_layout_get_homogeneous (SdmWrapLayout *self)
{
  g_return_val_if_fail (SDM_IS_WRAP_LAYOUT (self), FALSE);

  return self->homogeneous;
}

/**
 * sdm_wrap_layout_set_homogeneous:
 * @homogeneous: whether all children are equally wide
 */
void
sdm_wrap_layout_set_homogeneous (SdmWrapLayout *self,
                                 gboolean       homogeneous)
{
  g_return_if_fail (SDM_IS_WRAP_LAYOUT (self));

  homogeneous = !!homogeneous;
  if (self->homogeneous == homogeneous)
    return;
  self->homogeneous = homogeneous;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HOMOGENEOUS]);
}
