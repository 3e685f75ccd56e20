/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-fit.h"

/**
 * SdmFit:
 *
 * Knows how much room there is: it gives itself the classes `narrow`, `short`
 * and `large-text` from its own size and the height of the text, and the style
 * sheet and the pages follow. They change after the layout, never in it.
 */
struct _SdmFit
{
  AdwBin parent_instance;

  gboolean narrow;
  gboolean low;
  gboolean large_text;
  int      taken; /* pixels of the width that are not for the pages now */
  guint    idle;
};

G_DEFINE_FINAL_TYPE (SdmFit, sdm_fit, ADW_TYPE_BIN)

typedef enum
{
  PROP_NARROW = 1,
  PROP_SHORT,
  PROP_LARGE_TEXT,
} SdmFitProp;

static GParamSpec *props[PROP_LARGE_TEXT + 1];

/* 11.25 pt of Inter are 15 px and about 18 px a line at the default text size. */
#define NARROW_WIDTH      1000
#define SHORT_HEIGHT      560
#define LARGE_LINE_HEIGHT 25

static int
get_line_height (GtkWidget *widget)
{
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static void
set_state (SdmFit     *self,
           gboolean   *field,
           gboolean    value,
           const char *css_class,
           SdmFitProp  prop)
{
  if (*field == value)
    return;

  *field = value;
  if (value)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static gboolean
update_cb (gpointer user_data)
{
  SdmFit *self = user_data;
  int     width = gtk_widget_get_width (GTK_WIDGET (self));
  int     height = gtk_widget_get_height (GTK_WIDGET (self));

  self->idle = 0;
  set_state (self, &self->large_text, get_line_height (GTK_WIDGET (self)) >= LARGE_LINE_HEIGHT, "large-text", PROP_LARGE_TEXT);
  set_state (self, &self->narrow, width - self->taken < NARROW_WIDTH, "narrow", PROP_NARROW);
  set_state (self, &self->low, height < SHORT_HEIGHT, "short", PROP_SHORT);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
sdm_fit_get_request_mode (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL ? gtk_widget_get_request_mode (child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sdm_fit_measure (GtkWidget     *widget,
                 GtkOrientation orientation,
                 int            for_size,
                 int           *minimum,
                 int           *natural,
                 int           *minimum_baseline,
                 int           *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
sdm_fit_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  SdmFit    *self = SDM_FIT (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
sdm_fit_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  SdmFit *self = SDM_FIT (object);

  switch ((SdmFitProp) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHORT:
      g_value_set_boolean (value, self->low);
      break;
    case PROP_LARGE_TEXT:
      g_value_set_boolean (value, self->large_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_fit_dispose (GObject *object)
{
  g_clear_handle_id (&SDM_FIT (object)->idle, g_source_remove);

  G_OBJECT_CLASS (sdm_fit_parent_class)->dispose (object);
}

static void
sdm_fit_class_init (SdmFitClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_fit_dispose;
  object_class->get_property = sdm_fit_get_property;
  widget_class->get_request_mode = sdm_fit_get_request_mode;
  widget_class->measure = sdm_fit_measure;
  widget_class->size_allocate = sdm_fit_size_allocate;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_SHORT] = g_param_spec_boolean ("short", NULL, NULL, FALSE, flags);
  props[PROP_LARGE_TEXT] = g_param_spec_boolean ("large-text", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_fit_init (SdmFit *self)
{
  /* A layout manager would take the place of our own size_allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * sdm_fit_new:
 *
 * Returns: (transfer floating): a bin that knows nothing before its first layout
 */
GtkWidget *
sdm_fit_new (void)
{
  return g_object_new (SDM_TYPE_FIT, NULL);
}

/**
 * sdm_fit_is_narrow:
 *
 * Returns: whether what is left of the width for the pages is little
 */
gboolean
sdm_fit_is_narrow (SdmFit *self)
{
  return self->narrow;
}

/**
 * sdm_fit_is_short:
 *
 * Returns: whether the height is little
 */
gboolean
sdm_fit_is_short (SdmFit *self)
{
  return self->low;
}

/**
 * sdm_fit_has_large_text:
 *
 * Returns: whether the text is large, whatever there is of room
 */
gboolean
sdm_fit_has_large_text (SdmFit *self)
{
  return self->large_text;
}

/**
 * sdm_fit_set_taken:
 * @width: in pixels, what something beside the pages takes away from their usual width
 *
 * What is left decides whether there is little room.
 */
void
sdm_fit_set_taken (SdmFit *self,
                   int     width)
{
  g_return_if_fail (SDM_IS_FIT (self));

  if (self->taken == width)
    return;

  self->taken = width;
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}
