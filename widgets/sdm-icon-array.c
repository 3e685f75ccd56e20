/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array.h"

#include "sdm-icon-array-private.h"
#include "sdm-text-layout.h"

/**
 * SdmIconArray:
 *
 * How many people out of 100, 1,000 or 10,000, as a block of exactly that many
 * people: filled where it happens, striped where it may, in heavy outline where
 * the option spares them, in thin outline where it does not. A band behind the
 * people says what the option changes. People fill from the bottom row up,
 * always from the same corner and in the same grid, so pictures can be compared.
 *
 * Its numbers, its words and its picture each have a file of their own beside
 * this one, which gives it its place and its size.
 *
 * The block keeps its shape and grows up to its cell size: 22 px for 100 people,
 * 9 px for 1,000, 4 px squares for 10,000. In a narrow place the people get
 * smaller, down to 6 px. It is drawn into one texture, made
 * anew only when the numbers, the size or the inks change; a change while it is
 * on screen fades from the old picture to the new one.
 *
 * ## Accessibility
 *
 * The array is a picture (`img`). Its label is made of the numbers ("72 of 1,000
 * people: heart disease or stroke"), its description tells the others and the
 * range; both can be replaced by sdm_icon_array_set_words(). The four signs
 * differ by fill, never by colour alone. It follows the text direction.
 */
G_DEFINE_FINAL_TYPE (SdmIconArray, sdm_icon_array, GTK_TYPE_WIDGET)

G_DEFINE_ENUM_TYPE (SdmIconArrayKind, sdm_icon_array_kind, G_DEFINE_ENUM_VALUE (SDM_ICON_ARRAY_NOT_SET, "not-set"), G_DEFINE_ENUM_VALUE (SDM_ICON_ARRAY_COUNTS, "counts"), G_DEFINE_ENUM_VALUE (SDM_ICON_ARRAY_RANGE, "range"), G_DEFINE_ENUM_VALUE (SDM_ICON_ARRAY_FEWER_THAN_ONE, "fewer-than-one"), G_DEFINE_ENUM_VALUE (SDM_ICON_ARRAY_NOT_KNOWN, "not-known"))

typedef enum
{
  PROP_KIND = 1,
  PROP_DENOMINATOR,
  PROP_COUNT,
  PROP_LOW,
  PROP_HIGH,
  PROP_HAPPENS,
  PROP_CELL_SIZE,
} SdmIconArrayProp;

static GParamSpec *props[PROP_CELL_SIZE + 1];

#define MIN_CELL        6
#define MIN_SQUARE_CELL 4

/* Helpers */

static int
get_natural_cell (SdmIconArray *self)
{
  if (self->cell_size > 0)
    return (int) self->cell_size;

  return self->figure.denominator <= 100 ? 22 : (self->figure.denominator <= 1000 ? 9 : 4);
}

static int
get_minimum_cell (SdmIconArray *self)
{
  return MIN (get_natural_cell (self), sdm_icon_array_shows_squares (self) ? MIN_SQUARE_CELL : MIN_CELL);
}

/* The side of a cell in whole device pixels, for the size we were given. */
static int
find_device_cell (SdmIconArray *self,
                  int           width,
                  int           height)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int by_width = width * scale / (int) sdm_icon_array_figure_get_columns (&self->figure);
  const int by_height = height * scale / (int) sdm_icon_array_figure_get_rows (&self->figure);

  return CLAMP (MIN (by_width, by_height), 1, get_natural_cell (self) * scale);
}

/* Where the block stands: at the start of the line, on the bottom. */
static graphene_rect_t
find_block (SdmIconArray *self,
            int           device_cell)
{
  const float    scale = (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const float    cell = (float) device_cell / scale;
  const float    width = cell * (float) sdm_icon_array_figure_get_columns (&self->figure);
  const float    height = cell * (float) sdm_icon_array_figure_get_rows (&self->figure);
  const float    room_x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - width;
  const gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const float    room_y = (float) gtk_widget_get_height (GTK_WIDGET (self)) - height;

  return GRAPHENE_RECT_INIT (from_right ? room_x : 0, room_y, width, height);
}

static void
snapshot_people (SdmIconArray *self,
                 GtkSnapshot  *snapshot)
{
  const int             device_cell = find_device_cell (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                                        gtk_widget_get_height (GTK_WIDGET (self)));
  const graphene_rect_t block = find_block (self, device_cell);

  sdm_icon_array_snapshot_people (self, snapshot, device_cell, &block);
}

/* A frame of the same size as the people would have; dashed where nothing is known. */
static void
snapshot_frame (SdmIconArray *self,
                GtkSnapshot  *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t  *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA   edge;

  sdm_person_look_up_ink (GTK_WIDGET (self), "ev_edge", "#7B766D", &edge);
  gdk_cairo_set_source_rgba (cr, &edge);
  cairo_set_line_width (cr, 1);
  if (self->figure.kind != SDM_ICON_ARRAY_FEWER_THAN_ONE)
    cairo_set_dash (cr, (const double[]){ 5, 4 }, 2, 0);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* GtkWidget */

/* A narrow place makes the people smaller, a low one does not: pictures that
 * are compared stay one height, and a box would otherwise take the smaller of
 * two sizes that both keep the shape.
 */
static void
sdm_icon_array_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  SdmIconArray *self = SDM_ICON_ARRAY (widget);
  int           words_minimum = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      const int columns = (int) sdm_icon_array_figure_get_columns (&self->figure);

      *minimum = columns * get_minimum_cell (self);
      *natural = columns * get_natural_cell (self);
    }
  else
    {
      *minimum = *natural = (int) sdm_icon_array_figure_get_rows (&self->figure) * get_natural_cell (self);
    }

  if (gtk_widget_get_visible (self->words_label))
    {
      gtk_widget_measure (self->words_label, orientation,
                          orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, &words_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, words_minimum);
      *natural = MAX (*natural, words_minimum);
    }
}

static void
sdm_icon_array_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  SdmIconArray *self = SDM_ICON_ARRAY (widget);

  if (gtk_widget_should_layout (self->words_label))
    gtk_widget_allocate (self->words_label, width, height, -1, NULL);
}

static void
sdm_icon_array_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SdmIconArray *self = SDM_ICON_ARRAY (widget);

  if (sdm_icon_array_shows_people (self))
    snapshot_people (self, snapshot);
  else
    snapshot_frame (self, snapshot);

  GTK_WIDGET_CLASS (sdm_icon_array_parent_class)->snapshot (widget, snapshot);
}

static void
sdm_icon_array_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sdm_icon_array_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
sdm_icon_array_unmap (GtkWidget *widget)
{
  sdm_icon_array_stop_fade (SDM_ICON_ARRAY (widget));

  GTK_WIDGET_CLASS (sdm_icon_array_parent_class)->unmap (widget);
}

/* GObject */

static void
sdm_icon_array_dispose (GObject *object)
{
  SdmIconArray *self = SDM_ICON_ARRAY (object);

  sdm_icon_array_stop_fade (self);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->words_label, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_icon_array_parent_class)->dispose (object);
}

static void
sdm_icon_array_finalize (GObject *object)
{
  SdmIconArray *self = SDM_ICON_ARRAY (object);

  sdm_person_set_clear (&self->people);
  g_free (self->happens);
  g_free (self->words);
  g_free (self->label);
  g_free (self->description);

  G_OBJECT_CLASS (sdm_icon_array_parent_class)->finalize (object);
}

static void
sdm_icon_array_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SdmIconArray *self = SDM_ICON_ARRAY (object);

  switch ((SdmIconArrayProp) prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int) self->figure.kind);
      break;
    case PROP_DENOMINATOR:
      g_value_set_uint (value, self->figure.denominator);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->figure.count);
      break;
    case PROP_LOW:
      g_value_set_uint (value, self->figure.low);
      break;
    case PROP_HIGH:
      g_value_set_uint (value, self->figure.high);
      break;
    case PROP_HAPPENS:
      g_value_set_string (value, self->happens);
      break;
    case PROP_CELL_SIZE:
      g_value_set_uint (value, self->cell_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_icon_array_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SdmIconArray *self = SDM_ICON_ARRAY (object);

  switch ((SdmIconArrayProp) prop_id)
    {
    case PROP_HAPPENS:
      sdm_icon_array_set_happens (self, g_value_get_string (value));
      break;
    case PROP_CELL_SIZE:
      sdm_icon_array_set_cell_size (self, g_value_get_uint (value));
      break;
    case PROP_KIND: /* the numbers are set together */
    case PROP_DENOMINATOR:
    case PROP_COUNT:
    case PROP_LOW:
    case PROP_HIGH:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_icon_array_class_init (SdmIconArrayClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags quiet = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_icon_array_dispose;
  object_class->finalize = sdm_icon_array_finalize;
  object_class->get_property = sdm_icon_array_get_property;
  object_class->set_property = sdm_icon_array_set_property;

  widget_class->measure = sdm_icon_array_measure;
  widget_class->size_allocate = sdm_icon_array_size_allocate;
  widget_class->snapshot = sdm_icon_array_snapshot;
  widget_class->css_changed = sdm_icon_array_css_changed;
  widget_class->unmap = sdm_icon_array_unmap;

  props[PROP_KIND] =
      g_param_spec_enum ("kind", NULL, NULL, SDM_TYPE_ICON_ARRAY_KIND, SDM_ICON_ARRAY_NOT_SET, G_PARAM_READABLE | quiet);
  props[PROP_DENOMINATOR] =
      g_param_spec_uint ("denominator", NULL, NULL, 100, 10000, 1000, G_PARAM_READABLE | quiet);
  props[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, 10000, 0, G_PARAM_READABLE | quiet);
  props[PROP_LOW] =
      g_param_spec_uint ("low", NULL, NULL, 0, 10000, 0, G_PARAM_READABLE | quiet);
  props[PROP_HIGH] =
      g_param_spec_uint ("high", NULL, NULL, 0, 10000, 0, G_PARAM_READABLE | quiet);
  props[PROP_HAPPENS] =
      g_param_spec_string ("happens", NULL, NULL, NULL, G_PARAM_READWRITE | quiet);
  props[PROP_CELL_SIZE] =
      g_param_spec_uint ("cell-size", NULL, NULL, 0, 64, 0, G_PARAM_READWRITE | quiet);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "iconarray");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sdm_icon_array_init (SdmIconArray *self)
{
  self->figure.denominator = 1000;

  /* Read out with the picture, so not a second time by itself. */
  self->words_label = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "wrap", TRUE,
                                    "justify", GTK_JUSTIFY_CENTER,
                                    "visible", FALSE,
                                    "margin-start", 8,
                                    "margin-end", 8,
                                    NULL);
  gtk_widget_add_css_class (self->words_label, "answer");
  sdm_text_layout_use (self->words_label);
  gtk_widget_set_parent (self->words_label, GTK_WIDGET (self));
  sdm_icon_array_update_accessible (self);
}

/* Public API */

/**
 * sdm_icon_array_new:
 *
 * Returns: (transfer floating): an array without numbers, the size of 1,000 people
 */
GtkWidget *
sdm_icon_array_new (void)
{
  return g_object_new (SDM_TYPE_ICON_ARRAY, NULL);
}

/**
 * sdm_icon_array_get_cell_size:
 *
 * Returns: the largest side of a cell in logical pixels; 0: by the denominator
 */
guint
sdm_icon_array_get_cell_size (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->cell_size;
}

/**
 * sdm_icon_array_set_cell_size:
 * @self: the array
 * @cell_size: the largest side of a cell in logical pixels, at most 64; 0: by
 *   the denominator
 */
void
sdm_icon_array_set_cell_size (SdmIconArray *self,
                              guint         cell_size)
{
  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (cell_size <= 64);

  if (self->cell_size == cell_size)
    return;

  self->cell_size = cell_size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CELL_SIZE]);
}
