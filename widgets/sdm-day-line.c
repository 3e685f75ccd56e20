/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-line.h"

#include "sdm-day-line-private.h"

/**
 * SdmDayLine:
 *
 * A typical day as a line from 4 am to midnight. What the person does stands on
 * it as blocks on sand; below it there can be a lane of the same height for
 * each option, with what it asks in white blocks, dashed where that is not for
 * every day. What has no set time stands under its line until it is drawn onto
 * it. Where there is little room for the text, the day is in two lines: to noon
 * and from noon.
 *
 * The line says what a finger or a mouse did and changes nothing by itself:
 * `pressed` with the time of an empty place, `activated` with the item that was
 * pressed, `moved` with an item and its new time.
 *
 * ## Accessibility
 *
 * A group named by its title and described by all that stands on it, in words.
 * It takes no keyboard focus: put a list of times and words beside it, which
 * does all that a finger can do on the line.
 */
G_DEFINE_FINAL_TYPE (SdmDayLine, sdm_day_line, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_START,
  PROP_TAKES_LIFE,
} SdmDayLineProp;

static GParamSpec *props[PROP_TAKES_LIFE + 1];

static void
follow (SdmDayLine  *self,
        GListModel **field,
        GListModel  *model)
{
  if (*field == model)
    return;
  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, sdm_day_line_rebuild, self);
  g_set_object (field, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (sdm_day_line_rebuild), self, G_CONNECT_SWAPPED);
  sdm_day_line_rebuild (self);
}

/* Callbacks */

static void
drag_begin_cb (SdmDayLine *self,
               double      x,
               double      y)
{
  sdm_day_line_press (self, x, y);
}

static void
drag_update_cb (SdmDayLine     *self,
                double          by_x,
                double          by_y,
                GtkGestureDrag *gesture)
{
  if (!self->is_pressed)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else if (sdm_day_line_move (self, by_x, by_y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_end_cb (SdmDayLine *self)
{
  sdm_day_line_release (self);
}

/* GtkWidget */

static GtkSizeRequestMode
sdm_day_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
find_em (SdmDayLine *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->layout.em = MAX (1, PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)));
  pango_font_metrics_unref (metrics);
}

static void
sdm_day_line_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  SdmDayLine *self = SDM_DAY_LINE (widget);

  find_em (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->layout.em * 12;
      *natural = self->layout.em * 56;
      return;
    }

  sdm_day_layout_run (&self->layout, for_size > 0 ? for_size : self->layout.em * 56);
  *minimum = *natural = self->layout.height;
}

static void
allocate (SdmDayLine   *self,
          GtkWidget    *child,
          GdkRectangle *place)
{
  const int x = sdm_day_line_is_mirrored (self) ? self->layout.width - place->x - place->width : place->x;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, place->y, place->width, place->height }, -1);
}

static void
sdm_day_line_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  SdmDayLine   *self = SDM_DAY_LINE (widget);
  SdmDayLayout *layout = &self->layout;

  find_em (self);
  sdm_day_layout_run (layout, width);
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      SdmDayLane *at = &g_array_index (layout->lanes, SdmDayLane, i);
      const guint part = i / layout->n_lanes;
      gboolean    has_tray = part == layout->n_parts - 1 && gtk_widget_get_visible (at->tray);

      gtk_widget_set_child_visible (at->tray, has_tray);
      if (has_tray)
        allocate (self, at->tray, &at->tray_place);
      if (at->head == NULL)
        continue;
      gtk_widget_set_child_visible (at->head, part < layout->n_parts);
      if (part < layout->n_parts)
        allocate (self, at->head, &at->head_place);
    }
  for (guint i = 0; i < layout->places->len; i++)
    {
      SdmDayPlace *place = &g_array_index (layout->places, SdmDayPlace, i);

      allocate (self, place->block, &place->place);
    }
}

static void
sdm_day_line_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SdmDayLine *self = SDM_DAY_LINE (widget);

  sdm_day_line_draw (self, snapshot);
  GTK_WIDGET_CLASS (sdm_day_line_parent_class)->snapshot (widget, snapshot);
  sdm_day_line_draw_mark (self, snapshot);
}

static void
sdm_day_line_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sdm_day_line_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

/* GObject */

static void
sdm_day_line_dispose (GObject *object)
{
  SdmDayLine *self = SDM_DAY_LINE (object);

  if (self->layout.places != NULL)
    sdm_day_line_clear_parts (self);
  g_clear_pointer (&self->layout.places, g_array_unref);
  g_clear_pointer (&self->layout.lanes, g_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->lanes);

  G_OBJECT_CLASS (sdm_day_line_parent_class)->dispose (object);
}

static void
sdm_day_line_finalize (GObject *object)
{
  g_free (SDM_DAY_LINE (object)->title);

  G_OBJECT_CLASS (sdm_day_line_parent_class)->finalize (object);
}

static void
sdm_day_line_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SdmDayLine *self = SDM_DAY_LINE (object);

  switch ((SdmDayLineProp) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_START:
      g_value_set_int (value, self->start);
      break;
    case PROP_TAKES_LIFE:
      g_value_set_boolean (value, self->takes_life);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_day_line_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SdmDayLine *self = SDM_DAY_LINE (object);

  switch ((SdmDayLineProp) prop_id)
    {
    case PROP_TITLE:
      sdm_day_line_set_title (self, g_value_get_string (value));
      break;
    case PROP_START:
      sdm_day_line_set_start (self, g_value_get_int (value));
      break;
    case PROP_TAKES_LIFE:
      sdm_day_line_set_takes_life (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
add_signals (void)
{
  /**
   * SdmDayLine::pressed:
   * @minutes: since midnight
   *
   * An empty place of the person's line was pressed, to put something there.
   */
  g_signal_new ("pressed", SDM_TYPE_DAY_LINE, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * SdmDayLine::activated:
   * @item: what was pressed and not moved
   */
  g_signal_new ("activated", SDM_TYPE_DAY_LINE, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, SDM_TYPE_DAY_ITEM);
  /**
   * SdmDayLine::moved:
   * @item: what was moved; it still has its former time
   * @minutes: its new time, since midnight
   */
  g_signal_new ("moved", SDM_TYPE_DAY_LINE, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, SDM_TYPE_DAY_ITEM, G_TYPE_INT);
}

static void
sdm_day_line_class_init (SdmDayLineClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_day_line_dispose;
  object_class->finalize = sdm_day_line_finalize;
  object_class->get_property = sdm_day_line_get_property;
  object_class->set_property = sdm_day_line_set_property;

  widget_class->get_request_mode = sdm_day_line_get_request_mode;
  widget_class->measure = sdm_day_line_measure;
  widget_class->size_allocate = sdm_day_line_size_allocate;
  widget_class->snapshot = sdm_day_line_snapshot;
  widget_class->css_changed = sdm_day_line_css_changed;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_START] = g_param_spec_int ("start", NULL, NULL, 0, SDM_DAY_MOST_MINUTES - 1, SDM_DAY_START, flags);
  props[PROP_TAKES_LIFE] = g_param_spec_boolean ("takes-life", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  add_signals ();

  gtk_widget_class_set_css_name (widget_class, "dayline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_day_line_init (SdmDayLine *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->start = SDM_DAY_START;
  self->layout.places = g_array_new (FALSE, TRUE, sizeof (SdmDayPlace));
  self->layout.lanes = g_array_new (FALSE, TRUE, sizeof (SdmDayLane));

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (sdm_day_line_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  sdm_day_line_rebuild (self);
}

/* Shared inside this folder */

gboolean
sdm_day_line_is_mirrored (SdmDayLine *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Public API */

GtkWidget *
sdm_day_line_new (void)
{
  return g_object_new (SDM_TYPE_DAY_LINE, NULL);
}

/**
 * sdm_day_line_set_items:
 * @items: (nullable): a list of #SdmDayItem; the line follows its changes
 */
void
sdm_day_line_set_items (SdmDayLine *self,
                        GListModel *items)
{
  g_return_if_fail (SDM_IS_DAY_LINE (self));

  follow (self, &self->items, items);
}

/**
 * sdm_day_line_set_lanes:
 * @lanes: (nullable): a list of #SdmGridOption, in their order on screen; the line follows
 *   its changes. Items of no lane of these are the person's own
 */
void
sdm_day_line_set_lanes (SdmDayLine *self,
                        GListModel *lanes)
{
  g_return_if_fail (SDM_IS_DAY_LINE (self));

  follow (self, &self->lanes, lanes);
}

const char *
sdm_day_line_get_title (SdmDayLine *self)
{
  g_return_val_if_fail (SDM_IS_DAY_LINE (self), NULL);

  return self->title;
}

/**
 * sdm_day_line_set_title:
 * @title: (nullable): read out as its name, not shown
 */
void
sdm_day_line_set_title (SdmDayLine *self,
                        const char *title)
{
  g_return_if_fail (SDM_IS_DAY_LINE (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  sdm_day_line_update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

int
sdm_day_line_get_start (SdmDayLine *self)
{
  g_return_val_if_fail (SDM_IS_DAY_LINE (self), SDM_DAY_START);

  return self->start;
}

/**
 * sdm_day_line_set_start:
 * @minutes: when the day begins, since midnight
 *
 * The line shows at least the twenty hours from there, and more where there are
 * items in the rest of the day.
 */
void
sdm_day_line_set_start (SdmDayLine *self,
                        int         minutes)
{
  g_return_if_fail (SDM_IS_DAY_LINE (self));
  g_return_if_fail (minutes >= 0 && minutes < SDM_DAY_MOST_MINUTES);

  if (self->start == minutes)
    return;

  self->start = minutes;
  sdm_day_line_find_stretch (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START]);
}

gboolean
sdm_day_line_get_takes_life (SdmDayLine *self)
{
  g_return_val_if_fail (SDM_IS_DAY_LINE (self), FALSE);

  return self->takes_life;
}

/**
 * sdm_day_line_set_takes_life:
 * @takes_life: whether the person's own things can be put on the line and moved along it
 */
void
sdm_day_line_set_takes_life (SdmDayLine *self,
                             gboolean    takes_life)
{
  g_return_if_fail (SDM_IS_DAY_LINE (self));

  takes_life = takes_life != FALSE;
  if (self->takes_life == takes_life)
    return;

  self->takes_life = takes_life;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAKES_LIFE]);
}

/**
 * sdm_day_line_dup_time:
 * @minutes: since midnight
 *
 * Returns: (transfer full): the time as the line says it: "8:30 am", "noon"
 */
char *
sdm_day_line_dup_time (int minutes)
{
  return sdm_day_dup_time (minutes);
}
