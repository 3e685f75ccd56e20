/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-ruler-private.h"

#include "sdm-person-private.h"

/**
 * SdmRulerTrack:
 *
 * The line, ticks, knob and guess of a ruler. No knob is drawn until something
 * was said. It takes clicks and drags anywhere on its 44 px; the wheel is left
 * to the page, so that scrolling past never changes an answer.
 *
 * ## Accessibility
 *
 * It keeps the role and the Value interface of a scale; the ruler around it
 * gives it name and description.
 */
struct _SdmRulerTrack
{
  GtkScale parent_instance;

  int guess;
};

G_DEFINE_FINAL_TYPE (SdmRulerTrack, sdm_ruler_track, GTK_TYPE_SCALE)

#define MIN_WIDTH     120
#define NATURAL_WIDTH 192
#define HEIGHT        44
#define KNOB_RADIUS   11

/* Helpers */

static gboolean
is_mirrored (SdmRulerTrack *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* One step on; the first touch begins at the end one comes from. */
static int
step_value (int value,
            int by)
{
  if (value == SDM_RULER_NOT_SAID)
    return by > 0 ? 0 : SDM_RULER_MAX;

  return CLAMP (value + by, 0, SDM_RULER_MAX);
}

/* Which value a key asks for; FALSE where the key is none of ours. */
static gboolean
find_value_for_key (SdmRulerTrack *self,
                    guint          keyval,
                    int           *value)
{
  const int said = sdm_ruler_track_get_value (self);
  const int right = is_mirrored (self) ? -1 : 1;

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    *value = (int) (keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    *value = (int) (keyval - GDK_KEY_KP_0);
  else
    switch (keyval)
      {
      case GDK_KEY_t:
      case GDK_KEY_T:
      case GDK_KEY_End:
      case GDK_KEY_KP_End:
        *value = SDM_RULER_MAX;
        break;
      case GDK_KEY_Home:
      case GDK_KEY_KP_Home:
        *value = 0;
        break;
      case GDK_KEY_Right:
      case GDK_KEY_KP_Right:
        *value = step_value (said, right);
        break;
      case GDK_KEY_Left:
      case GDK_KEY_KP_Left:
        *value = step_value (said, -right);
        break;
      case GDK_KEY_Up:
      case GDK_KEY_KP_Up:
      case GDK_KEY_plus:
      case GDK_KEY_KP_Add:
        *value = step_value (said, 1);
        break;
      case GDK_KEY_Down:
      case GDK_KEY_KP_Down:
      case GDK_KEY_minus:
      case GDK_KEY_KP_Subtract:
        *value = step_value (said, -1);
        break;
      case GDK_KEY_Delete:
      case GDK_KEY_KP_Delete:
      case GDK_KEY_BackSpace:
        *value = SDM_RULER_NOT_SAID;
        break;
      default:
        return FALSE;
      }

  return TRUE;
}

static void
remove_scrolling (SdmRulerTrack *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (GTK_WIDGET (self), controller);
    }
}

static void
draw_line (SdmRulerTrack *self,
           cairo_t       *cr,
           double         middle)
{
  for (int value = 0; value <= SDM_RULER_MAX; value++)
    {
      const double half = value % 5 == 0 ? 10 : 4;

      cairo_rectangle (cr, round (sdm_ruler_track_get_x_of (self, value)) - 1, middle - half, value % 5 == 0 ? 2 : 1.5, 2 * half);
    }
  cairo_rectangle (cr, SDM_RULER_LINE_MARGIN, middle - 1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SDM_RULER_LINE_MARGIN, 2);
  cairo_fill (cr);
}

static void
draw_knob (SdmRulerTrack *self,
           cairo_t       *cr,
           double         middle,
           const GdkRGBA *knob,
           const GdkRGBA *around)
{
  const double x = sdm_ruler_track_get_x_of (self, sdm_ruler_track_get_value (self));

  gdk_cairo_set_source_rgba (cr, around);
  cairo_arc (cr, x, middle, KNOB_RADIUS + 2, 0, 2 * G_PI);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, knob);
  cairo_arc (cr, x, middle, KNOB_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A hollow triangle above the line, pointing down at the guess. */
static void
draw_guess (SdmRulerTrack *self,
            cairo_t       *cr)
{
  const double x = sdm_ruler_track_get_x_of (self, self->guess);

  cairo_move_to (cr, x - 6, 1.5);
  cairo_line_to (cr, x + 6, 1.5);
  cairo_line_to (cr, x, 9);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.75);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* Callbacks */

static void
drag_begin_cb (SdmRulerTrack  *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sdm_ruler_track_set_value (self, sdm_ruler_track_get_value_at (self, x));
}

static void
drag_update_cb (SdmRulerTrack  *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double x = 0;

  if (gtk_gesture_drag_get_start_point (gesture, &x, NULL))
    sdm_ruler_track_set_value (self, sdm_ruler_track_get_value_at (self, x + offset_x));
}

static gboolean
key_pressed_cb (SdmRulerTrack  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType modifiers)
{
  return sdm_ruler_track_press_key (self, keyval, modifiers);
}

/* GtkRange */

static void
sdm_ruler_track_move_slider (GtkRange     *range,
                             GtkScrollType scroll)
{
  /* Keys are read by sdm_ruler_track_press_key(): a scale's own steps do not
   * know that -1 is no answer. */
}

static void
sdm_ruler_track_value_changed (GtkRange *range)
{
  gtk_widget_queue_draw (GTK_WIDGET (range));
}

/* GtkWidget */

static void
sdm_ruler_track_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
sdm_ruler_track_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SdmRulerTrack *self = SDM_RULER_TRACK (widget);
  const int      width = gtk_widget_get_width (widget);
  const int      height = gtk_widget_get_height (widget);
  const double   middle = floor (height / 2.0);
  cairo_t       *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA        edge;
  GdkRGBA        knob;
  GdkRGBA        card;

  sdm_person_look_up_ink (widget, "ev_edge", "#7B766D", &edge);
  sdm_person_look_up_ink (widget, "ev_card", "#FFFFFF", &card);
  if (gtk_widget_is_sensitive (widget))
    sdm_person_look_up_ink (widget, "ev_accent", "#1D4B7A", &knob);
  else
    sdm_person_look_up_ink (widget, "ev_rest", "#868A90", &knob);

  gdk_cairo_set_source_rgba (cr, &edge);
  draw_line (self, cr, middle);
  if (sdm_ruler_track_get_value (self) != SDM_RULER_NOT_SAID)
    draw_knob (self, cr, middle, &knob, &card);
  if (self->guess != SDM_RULER_NOT_SAID)
    {
      GdkRGBA ink;

      sdm_person_look_up_ink (widget, "ev_ink2", "#4A525B", &ink);
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_save (cr);
      cairo_translate (cr, 0, middle - HEIGHT / 2.0);
      draw_guess (self, cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);

  if (gtk_widget_has_visible_focus (widget))
    {
      const float    ring_width[4] = { 3, 3, 3, 3 };
      GskRoundedRect ring;
      GdkRGBA        focus;

      sdm_person_look_up_ink (widget, "ev_focus", "#0B57C4", &focus);
      gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (0, 0, width, height), 8);
      gtk_snapshot_append_border (snapshot, &ring, ring_width, (const GdkRGBA[]){ focus, focus, focus, focus });
    }
}

static void
sdm_ruler_track_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sdm_ruler_track_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
sdm_ruler_track_state_flags_changed (GtkWidget    *widget,
                                     GtkStateFlags former)
{
  GTK_WIDGET_CLASS (sdm_ruler_track_parent_class)->state_flags_changed (widget, former);

  /* GTK tells this only for the widget that was itself made insensitive. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget),
                               GTK_ACCESSIBLE_STATE_DISABLED, !gtk_widget_is_sensitive (widget), -1);
  gtk_widget_queue_draw (widget);
}

/* GObject */

static void
sdm_ruler_track_constructed (GObject *object)
{
  SdmRulerTrack *self = SDM_RULER_TRACK (object);

  G_OBJECT_CLASS (sdm_ruler_track_parent_class)->constructed (object);

  /* Not earlier: a range takes another adjustment while it is constructed. */
  gtk_range_set_adjustment (GTK_RANGE (self),
                            gtk_adjustment_new (SDM_RULER_NOT_SAID, SDM_RULER_NOT_SAID, SDM_RULER_MAX, 1, 1, 0));
}

static void
sdm_ruler_track_class_init (SdmRulerTrackClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkRangeClass  *range_class = GTK_RANGE_CLASS (klass);

  object_class->constructed = sdm_ruler_track_constructed;

  widget_class->measure = sdm_ruler_track_measure;
  widget_class->snapshot = sdm_ruler_track_snapshot;
  widget_class->css_changed = sdm_ruler_track_css_changed;
  widget_class->state_flags_changed = sdm_ruler_track_state_flags_changed;

  range_class->move_slider = sdm_ruler_track_move_slider;
  range_class->value_changed = sdm_ruler_track_value_changed;

  gtk_widget_class_set_css_name (widget_class, "track");
}

static void
sdm_ruler_track_init (SdmRulerTrack *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->guess = SDM_RULER_NOT_SAID;
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  remove_scrolling (self);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Shared inside this folder */

GtkWidget *
sdm_ruler_track_new (void)
{
  return g_object_new (SDM_TYPE_RULER_TRACK, NULL);
}

int
sdm_ruler_track_get_value (SdmRulerTrack *self)
{
  return (int) lround (gtk_range_get_value (GTK_RANGE (self)));
}

void
sdm_ruler_track_set_value (SdmRulerTrack *self,
                           int            value)
{
  gtk_range_set_value (GTK_RANGE (self), value);
}

void
sdm_ruler_track_set_guess (SdmRulerTrack *self,
                           int            guess)
{
  self->guess = guess;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The value nearest to a place on the line, in the widget's own pixels. */
int
sdm_ruler_track_get_value_at (SdmRulerTrack *self,
                              double         x)
{
  const double length = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SDM_RULER_LINE_MARGIN, 1);
  const int    value = (int) CLAMP (lround ((x - SDM_RULER_LINE_MARGIN) * SDM_RULER_MAX / length), 0, SDM_RULER_MAX);

  return is_mirrored (self) ? SDM_RULER_MAX - value : value;
}

double
sdm_ruler_track_get_x_of (SdmRulerTrack *self,
                          int            value)
{
  const double length = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SDM_RULER_LINE_MARGIN;

  return SDM_RULER_LINE_MARGIN + length * (is_mirrored (self) ? SDM_RULER_MAX - value : value) / SDM_RULER_MAX;
}

/* Returns TRUE if the key was for the ruler. Keys with Ctrl, Alt or Super
 * are left to the page.
 */
gboolean
sdm_ruler_track_press_key (SdmRulerTrack  *self,
                           guint           keyval,
                           GdkModifierType modifiers)
{
  int value = SDM_RULER_NOT_SAID;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  if (!find_value_for_key (self, keyval, &value))
    return FALSE;

  sdm_ruler_track_set_value (self, value);
  return TRUE;
}
