/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array.h"

#include "sdm-icon-array-private.h"

/**
 * SdmIconArray:
 *
 * How many people out of 100, 1,000 or 10,000, as a block of exactly that many
 * people: filled where it happens, striped where it may, in heavy outline where
 * the option spares them, in thin outline where it does not. A band behind the
 * people says what the option changes. People fill from the bottom row up,
 * always from the same corner and in the same grid, so pictures can be compared.
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
struct _SdmIconArray
{
  GtkWidget parent_instance;

  SdmIconArrayFigure figure;
  guint              cell_size;   /* logical pixels; 0: by the denominator */
  char              *happens;     /* owned, nullable */
  char              *words;       /* owned, nullable: shown where there are no people */
  char              *label;       /* owned, nullable: instead of the one made of the numbers */
  char              *description; /* owned, nullable: likewise */

  GtkWidget *words_label;

  SdmPersonSet people;
  GdkTexture  *picture;        /* owned, nullable */
  GdkTexture  *former_picture; /* owned, nullable: while one fades into the other */
  gboolean     from_right;
  guint        fade_id;
  gint64       fade_start;
  double       fade_progress;
};

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

#define FADE_MICROSECONDS (200 * 1000)
#define MIN_CELL          6
#define MIN_SQUARE_CELL   4

/* Helpers */

static gboolean
shows_people (SdmIconArray *self)
{
  return self->figure.kind == SDM_ICON_ARRAY_COUNTS || self->figure.kind == SDM_ICON_ARRAY_RANGE;
}

static gboolean
shows_squares (SdmIconArray *self)
{
  return self->figure.denominator > 1000;
}

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
  return MIN (get_natural_cell (self), shows_squares (self) ? MIN_SQUARE_CELL : MIN_CELL);
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
  const float scale = (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const float cell = (float) device_cell / scale;
  const float width = cell * (float) sdm_icon_array_figure_get_columns (&self->figure);
  const float height = cell * (float) sdm_icon_array_figure_get_rows (&self->figure);
  const float room_x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - width;
  const float room_y = (float) gtk_widget_get_height (GTK_WIDGET (self)) - height;

  return GRAPHENE_RECT_INIT (self->from_right ? room_x : 0, room_y, width, height);
}

static void
update_accessible (SdmIconArray *self)
{
  g_autofree char *label = sdm_icon_array_dup_label (self);
  g_autofree char *description = sdm_icon_array_dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
stop_fade (SdmIconArray *self)
{
  if (self->fade_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_id);
  self->fade_id = 0;
  g_clear_object (&self->former_picture);
}

/* Callbacks */

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  SdmIconArray *self = SDM_ICON_ARRAY (widget);
  const gint64  now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_start == 0)
    self->fade_start = now;
  self->fade_progress = (double) (now - self->fade_start) / FADE_MICROSECONDS;
  gtk_widget_queue_draw (widget);
  if (self->fade_progress < 1)
    return G_SOURCE_CONTINUE;

  self->fade_id = 0;
  g_clear_object (&self->former_picture);
  return G_SOURCE_REMOVE;
}

/* Puts the present picture aside, to fade from it where motion is wanted. */
static void
start_fade (SdmIconArray *self)
{
  gboolean animate = FALSE;

  stop_fade (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  if (self->picture == NULL || !animate || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_clear_object (&self->picture);
      return;
    }

  self->former_picture = g_steal_pointer (&self->picture);
  self->fade_start = 0;
  self->fade_progress = 0;
  self->fade_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}

static gboolean
has_same_numbers (const SdmIconArrayFigure *a,
                  const SdmIconArrayFigure *b)
{
  return a->kind == b->kind && a->denominator == b->denominator && a->count == b->count &&
         a->low == b->low && a->high == b->high;
}

/* Takes a whole new figure, and tells only what is different in it. */
static void
take_figure (SdmIconArray             *self,
             const SdmIconArrayFigure *figure,
             const char               *words)
{
  const SdmIconArrayFigure former = self->figure;
  g_autofree char         *own_words = words != NULL ? g_strdup (words) : sdm_icon_array_figure_dup_words (figure);

  if (memcmp (&former, figure, sizeof former) == 0 && g_strcmp0 (self->words, own_words) == 0)
    return;

  self->figure = *figure;
  g_free (self->words);
  self->words = g_steal_pointer (&own_words);
  gtk_label_set_label (GTK_LABEL (self->words_label), self->words != NULL ? self->words : "");
  gtk_widget_set_visible (self->words_label, self->words != NULL);
  if (!has_same_numbers (&former, figure))
    {
      g_clear_pointer (&self->label, g_free);
      g_clear_pointer (&self->description, g_free);
    }
  start_fade (self);
  update_accessible (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (former.kind != figure->kind)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  if (former.denominator != figure->denominator)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DENOMINATOR]);
  if (former.count != figure->count)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
  if (former.low != figure->low)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOW]);
  if (former.high != figure->high)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIGH]);
  g_object_thaw_notify (G_OBJECT (self));

  if (former.denominator != figure->denominator || former.kind != figure->kind)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_denominator (guint denominator)
{
  return denominator == 100 || denominator == 1000 || denominator == 10000;
}

/* Setting the numbers that are already shown changes nothing, so the band of
 * these numbers stays; new numbers start without one.
 */
static void
keep_band (SdmIconArray       *self,
           SdmIconArrayFigure *figure)
{
  if (has_same_numbers (&self->figure, figure))
    {
      figure->band_from = self->figure.band_from;
      figure->band_to = self->figure.band_to;
    }
}

/* Makes the texture if it is not the one for this size, direction and inks. */
static void
ensure_picture (SdmIconArray *self,
                int           device_cell)
{
  const int      scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  SdmPersonInks  inks;

  sdm_person_look_up_inks (GTK_WIDGET (self), &inks);
  if (sdm_person_set_ensure (&self->people, device_cell, scale, shows_squares (self), &inks) ||
      from_right != self->from_right)
    {
      stop_fade (self);
      g_clear_object (&self->picture);
      self->from_right = from_right;
    }
  if (self->picture == NULL)
    self->picture = sdm_icon_array_figure_new_texture (&self->figure, &self->people, from_right);
}

static gboolean
can_fade (SdmIconArray *self)
{
  return self->former_picture != NULL &&
         gdk_texture_get_width (self->former_picture) == gdk_texture_get_width (self->picture) &&
         gdk_texture_get_height (self->former_picture) == gdk_texture_get_height (self->picture);
}

static void
snapshot_picture (SdmIconArray *self,
                  GtkSnapshot  *snapshot)
{
  const int       device_cell = find_device_cell (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                                  gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_rect_t block;

  ensure_picture (self, device_cell);
  block = find_block (self, device_cell);

  if (!can_fade (self))
    gtk_snapshot_append_texture (snapshot, self->picture, &block);
  else if (self->fade_progress <= 0)
    /* The new picture was made in this frame; nothing of it is seen before the next. */
    gtk_snapshot_append_texture (snapshot, self->former_picture, &block);
  else
    {
      g_autoptr (GdkTexture) between = sdm_icon_array_mix_textures (self->former_picture, self->picture,
                                                                    MIN (self->fade_progress, 1));

      gtk_snapshot_append_texture (snapshot, between, &block);
    }
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

  if (shows_people (self))
    snapshot_picture (self, snapshot);
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
  stop_fade (SDM_ICON_ARRAY (widget));

  GTK_WIDGET_CLASS (sdm_icon_array_parent_class)->unmap (widget);
}

/* GObject */

static void
sdm_icon_array_dispose (GObject *object)
{
  SdmIconArray *self = SDM_ICON_ARRAY (object);

  stop_fade (self);
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
  gtk_widget_set_parent (self->words_label, GTK_WIDGET (self));
  update_accessible (self);
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
 * sdm_icon_array_get_kind:
 *
 * Returns: which kind of figure is shown
 */
SdmIconArrayKind
sdm_icon_array_get_kind (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), SDM_ICON_ARRAY_NOT_SET);

  return self->figure.kind;
}

/**
 * sdm_icon_array_get_denominator:
 *
 * Returns: out of how many people: 100, 1,000 or 10,000
 */
guint
sdm_icon_array_get_denominator (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.denominator;
}

/**
 * sdm_icon_array_get_count:
 *
 * Returns: the best guess, and 0 where there is none
 */
guint
sdm_icon_array_get_count (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.count;
}

/**
 * sdm_icon_array_get_low:
 *
 * Returns: to how few people it could happen
 */
guint
sdm_icon_array_get_low (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.low;
}

/**
 * sdm_icon_array_get_high:
 *
 * Returns: to how many people it could happen
 */
guint
sdm_icon_array_get_high (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), 0);

  return self->figure.high;
}

/**
 * sdm_icon_array_set_counts:
 * @self: the array
 * @denominator: 100, 1,000 or 10,000
 * @n: the best guess, in people out of @denominator
 * @low: the fewest it could be; @n where no range is known
 * @high: the most it could be; @n where no range is known
 *
 * Shows a best guess with its range. New numbers take the band away.
 */
void
sdm_icon_array_set_counts (SdmIconArray *self,
                           guint         denominator,
                           guint         n,
                           guint         low,
                           guint         high)
{
  SdmIconArrayFigure figure = { SDM_ICON_ARRAY_COUNTS, denominator, n, low, high, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));
  g_return_if_fail (low <= n && n <= high && high <= denominator);

  keep_band (self, &figure);
  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_set_range:
 * @self: the array
 * @denominator: 100, 1,000 or 10,000
 * @low: the fewest it could be
 * @high: the most it could be
 *
 * Shows a range for which the source gives no best guess.
 */
void
sdm_icon_array_set_range (SdmIconArray *self,
                          guint         denominator,
                          guint         low,
                          guint         high)
{
  SdmIconArrayFigure figure = { SDM_ICON_ARRAY_RANGE, denominator, 0, low, high, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));
  g_return_if_fail (low <= high && high <= denominator);

  keep_band (self, &figure);
  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_set_fewer_than_one:
 * @self: the array
 * @denominator: 100, 1,000 or 10,000
 *
 * Says in words, in a frame of the same size, that it happens to fewer than
 * one in @denominator: a picture would show nobody.
 */
void
sdm_icon_array_set_fewer_than_one (SdmIconArray *self,
                                   guint         denominator)
{
  const SdmIconArrayFigure figure = { SDM_ICON_ARRAY_FEWER_THAN_ONE, denominator, 0, 0, 0, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));

  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_set_not_known:
 * @self: the array
 * @denominator: the denominator of the other arms, for the size
 * @words: (nullable): what is said in the frame; NULL: "We do not know."
 *
 * Shows a dashed frame of the same size: not known is never an empty picture.
 */
void
sdm_icon_array_set_not_known (SdmIconArray *self,
                              guint         denominator,
                              const char   *words)
{
  const SdmIconArrayFigure figure = { SDM_ICON_ARRAY_NOT_KNOWN, denominator, 0, 0, 0, 0, 0 };

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (is_denominator (denominator));

  take_figure (self, &figure, words);
}

/**
 * sdm_icon_array_get_band:
 * @from: (out) (optional): the first person on the band, from 0
 * @to: (out) (optional): the person after the last one
 *
 * Returns: whether there is a band
 */
gboolean
sdm_icon_array_get_band (SdmIconArray *self,
                         guint        *from,
                         guint        *to)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), FALSE);

  if (from != NULL)
    *from = self->figure.band_from;
  if (to != NULL)
    *to = self->figure.band_to;

  return self->figure.band_to > self->figure.band_from;
}

/**
 * sdm_icon_array_set_band:
 * @self: the array
 * @from: the smaller of the two arms' counts
 * @to: the larger of the two arms' counts; equal to @from takes the band away
 *
 * Says what the option changes: from the best guess to the other arm's count
 * where there are fewer with the option, and from the other arm's count to the
 * best guess where there are more. Setting new numbers takes the band away.
 */
void
sdm_icon_array_set_band (SdmIconArray *self,
                         guint         from,
                         guint         to)
{
  SdmIconArrayFigure figure;

  g_return_if_fail (SDM_IS_ICON_ARRAY (self));
  g_return_if_fail (from <= to && to <= self->figure.denominator);
  g_return_if_fail (from == to || shows_people (self));

  figure = self->figure;
  figure.band_from = from == to ? 0 : from;
  figure.band_to = from == to ? 0 : to;
  take_figure (self, &figure, NULL);
}

/**
 * sdm_icon_array_get_sign:
 * @self: the array
 * @person: which one, counted from 0 at the start of the bottom row
 *
 * Returns: what this person shows
 */
SdmPersonSign
sdm_icon_array_get_sign (SdmIconArray *self,
                         guint         person)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), SDM_PERSON_DOES_NOT);
  g_return_val_if_fail (person < self->figure.denominator, SDM_PERSON_DOES_NOT);

  return sdm_icon_array_figure_get_sign (&self->figure, person);
}

/**
 * sdm_icon_array_get_happens:
 *
 * Returns: (transfer none) (nullable): what happens to these people
 */
const char *
sdm_icon_array_get_happens (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), NULL);

  return self->happens;
}

/**
 * sdm_icon_array_set_happens:
 * @self: the array
 * @happens: (nullable): what happens, as "heart disease or stroke in 10 years"
 *
 * Names the event in the label read out.
 */
void
sdm_icon_array_set_happens (SdmIconArray *self,
                            const char   *happens)
{
  g_return_if_fail (SDM_IS_ICON_ARRAY (self));

  if (g_strcmp0 (self->happens, happens) == 0)
    return;

  g_free (self->happens);
  self->happens = g_strdup (happens);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAPPENS]);
}

/**
 * sdm_icon_array_set_words:
 * @self: the array
 * @label: (nullable): read out instead of the label made of the numbers
 * @description: (nullable): likewise for the description
 *
 * Sets whole sentences of the page's own, for example with group and time
 * span. Set them after the numbers: new numbers take them away, so that what is
 * read out is never older than what is drawn.
 */
void
sdm_icon_array_set_words (SdmIconArray *self,
                          const char   *label,
                          const char   *description)
{
  g_return_if_fail (SDM_IS_ICON_ARRAY (self));

  if (g_strcmp0 (self->label, label) == 0 && g_strcmp0 (self->description, description) == 0)
    return;

  g_free (self->label);
  g_free (self->description);
  self->label = g_strdup (label);
  self->description = g_strdup (description);
  update_accessible (self);
}

/**
 * sdm_icon_array_dup_label:
 *
 * Returns: (transfer full): what a screen reader says first
 */
char *
sdm_icon_array_dup_label (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), NULL);

  if (self->label != NULL)
    return g_strdup (self->label);

  return sdm_icon_array_figure_dup_label (&self->figure, self->happens, self->words);
}

/**
 * sdm_icon_array_dup_description:
 *
 * Returns: (transfer full): the others and the range, in words
 */
char *
sdm_icon_array_dup_description (SdmIconArray *self)
{
  g_return_val_if_fail (SDM_IS_ICON_ARRAY (self), NULL);

  if (self->description != NULL)
    return g_strdup (self->description);
  if (self->figure.kind == SDM_ICON_ARRAY_NOT_KNOWN && self->happens != NULL)
    return g_strdup (self->words); /* otherwise they are the label already */

  return sdm_icon_array_figure_dup_description (&self->figure);
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
