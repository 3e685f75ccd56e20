/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-auto-lock.h"

#include <gtk/gtk.h>
#include <time.h>

/**
 * SdmAutoLock:
 *
 * Says that nobody has touched the program for as many minutes as the settings say. It
 * warns before, and any key, press or movement in one of the windows takes that back.
 * Time goes on while the computer sleeps.
 *
 * ## Signals
 *
 * `warned` some seconds before, `calmed` where that was taken back, `due` when it is time.
 */
struct _SdmAutoLock
{
  GObject parent_instance;

  GSettings          *settings;
  SdmAutoLockTimeFunc get_time;
  gpointer            user_data;
  guint               tick; /* source id, 0: nothing is watched */
  gint64              touched;
  gboolean            has_warned;
};

G_DEFINE_FINAL_TYPE (SdmAutoLock, sdm_auto_lock, G_TYPE_OBJECT)

enum
{
  SIGNAL_WARNED,
  SIGNAL_CALMED,
  SIGNAL_DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_time_since_start (gpointer user_data)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Windows */

static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          SdmAutoLock        *self)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      sdm_auto_lock_touch (self);
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

#define FOLLOWED "sdm-auto-lock"

static void
follow_windows (SdmAutoLock *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *controller;

      if (g_object_get_data (G_OBJECT (window), FOLLOWED) == self)
        continue;
      controller = gtk_event_controller_legacy_new ();
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, 0);
      gtk_widget_add_controller (window, controller);
      g_object_set_data (G_OBJECT (window), FOLLOWED, self);
    }
}

/* GObject */

static gboolean
tick_cb (gpointer user_data)
{
  g_autoptr (SdmAutoLock) self = g_object_ref (user_data);

  sdm_auto_lock_check (self);

  return G_SOURCE_CONTINUE;
}

static void
sdm_auto_lock_dispose (GObject *object)
{
  SdmAutoLock *self = SDM_AUTO_LOCK (object);

  sdm_auto_lock_stop (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sdm_auto_lock_parent_class)->dispose (object);
}

static void
sdm_auto_lock_class_init (SdmAutoLockClass *klass)
{
  static const char *const names[] = { "warned", "calmed", "due" };

  G_OBJECT_CLASS (klass)->dispose = sdm_auto_lock_dispose;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_auto_lock_init (SdmAutoLock *self)
{
  self->get_time = get_time_since_start;
}

/* Public API */

/**
 * sdm_auto_lock_new:
 * @settings: say after how many minutes
 *
 * Returns: (transfer full): a watch that is not started yet
 */
SdmAutoLock *
sdm_auto_lock_new (GSettings *settings)
{
  SdmAutoLock *self = g_object_new (SDM_TYPE_AUTO_LOCK, NULL);

  self->settings = g_object_ref (settings);

  return self;
}

/**
 * sdm_auto_lock_set_time:
 *
 * Lets time come from somewhere else, for tests.
 */
void
sdm_auto_lock_set_time (SdmAutoLock        *self,
                        SdmAutoLockTimeFunc get_time,
                        gpointer            user_data)
{
  self->get_time = get_time;
  self->user_data = user_data;
}

/**
 * sdm_auto_lock_start:
 *
 * Watches from now on.
 */
void
sdm_auto_lock_start (SdmAutoLock *self)
{
  g_return_if_fail (SDM_IS_AUTO_LOCK (self));

  self->touched = self->get_time (self->user_data);
  self->has_warned = FALSE;
  if (self->tick != 0)
    return;
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  follow_windows (self);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (follow_windows), self, G_CONNECT_SWAPPED);
}

void
sdm_auto_lock_stop (SdmAutoLock *self)
{
  g_return_if_fail (SDM_IS_AUTO_LOCK (self));

  if (self->tick == 0)
    return;
  g_clear_handle_id (&self->tick, g_source_remove);
  g_signal_handlers_disconnect_by_func (gtk_window_get_toplevels (), follow_windows, self);
  if (self->has_warned)
    {
      self->has_warned = FALSE;
      g_signal_emit (self, signals[SIGNAL_CALMED], 0);
    }
}

/**
 * sdm_auto_lock_touch:
 *
 * Says that somebody is there. It comes too late where it was due before.
 */
void
sdm_auto_lock_touch (SdmAutoLock *self)
{
  if (self->tick == 0)
    return;
  sdm_auto_lock_check (self);
  self->touched = self->get_time (self->user_data);
  if (self->has_warned)
    {
      self->has_warned = FALSE;
      g_signal_emit (self, signals[SIGNAL_CALMED], 0);
    }
}

/**
 * sdm_auto_lock_check:
 *
 * Looks at the time, as happens by itself each second.
 */
void
sdm_auto_lock_check (SdmAutoLock *self)
{
  const gint64 limit = g_settings_get_uint (self->settings, "auto-lock-minutes") * G_TIME_SPAN_MINUTE;
  const gint64 now = self->get_time (self->user_data);
  const gint64 idle = now - self->touched;

  if (self->tick == 0)
    return;
  if (idle >= limit)
    {
      /* Where it could not be locked, it is tried again after as long. */
      self->touched = now;
      g_signal_emit (self, signals[SIGNAL_DUE], 0);
    }
  else if (idle >= limit - SDM_AUTO_LOCK_WARNING * G_TIME_SPAN_SECOND && !self->has_warned)
    {
      self->has_warned = TRUE;
      g_signal_emit (self, signals[SIGNAL_WARNED], 0);
    }
}

/**
 * sdm_auto_lock_get_idle:
 *
 * Returns: how long nobody has touched the program, in microseconds; 0 while nothing is watched
 */
gint64
sdm_auto_lock_get_idle (SdmAutoLock *self)
{
  return self->tick != 0 ? self->get_time (self->user_data) - self->touched : 0;
}
