/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-lock-signals.h"

#include <unistd.h>

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>

/**
 * SdmLockSignals:
 *
 * Hears from the desktop that the screen is locked or that the computer goes to
 * sleep, and can ask the computer to wait with that for a moment. Where the desktop
 * does not tell, nothing is heard.
 *
 * ## Signals
 *
 * `locked` when one of these happens.
 */
struct _SdmLockSignals
{
  GObject parent_instance;

  GPtrArray *buses; /* of Subscription */
  gboolean   delays_sleep;
};

G_DEFINE_FINAL_TYPE (SdmLockSignals, sdm_lock_signals, G_TYPE_OBJECT)

static guint locked_signal;

/* Who tells what; one without an argument tells by being there. */
static const struct
{
  const char *sender;
  const char *interface;
  const char *member;
  gboolean    is_of_session; /* only the one that this program runs in */
} sources[] = {
  { "org.freedesktop.login1", "org.freedesktop.login1.Session", "Lock", TRUE },
  { "org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep", FALSE },
  { "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", FALSE },
  { "org.gnome.ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", FALSE },
};

/* @delay: what holds up the sleep as long as it is open; -1 where nothing does */
typedef struct
{
  GDBusConnection *bus;
  guint            ids[G_N_ELEMENTS (sources)];
  int              delay;
} Subscription;

static void
let_sleep (Subscription *subscription)
{
  if (subscription->delay >= 0)
    close (subscription->delay);
  subscription->delay = -1;
}

static void
free_subscription (gpointer data)
{
  Subscription *subscription = data;

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    g_dbus_connection_signal_unsubscribe (subscription->bus, subscription->ids[i]);
  let_sleep (subscription);
  g_object_unref (subscription->bus);
  g_free (subscription);
}

/* The path of a session is its id, in which all but letters and later digits is written as two hexadecimal digits. */
static char *
dup_session_path (void)
{
  const char *id = g_getenv ("XDG_SESSION_ID");
  g_autoptr (GString) path = g_string_new ("/org/freedesktop/login1/session/");

  if (id == NULL || *id == '\0')
    return NULL;
  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalpha (*p) || (p > id && g_ascii_isdigit (*p)))
      g_string_append_c (path, *p);
    else
      g_string_append_printf (path, "_%02x", (guint8) *p);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* Callbacks */

static void
told_cb (GDBusConnection *bus,
         const char      *sender,
         const char      *path,
         const char      *interface,
         const char      *member,
         GVariant        *parameters,
         gpointer         user_data)
{
  gboolean begins = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (begins)
    g_signal_emit (user_data, locked_signal, 0);
}

static Subscription *
find_subscription (SdmLockSignals *self,
                   gpointer        bus)
{
  for (guint i = 0; self->buses != NULL && i < self->buses->len; i++)
    {
      Subscription *subscription = g_ptr_array_index (self->buses, i);

      if (subscription->bus == bus)
        return subscription;
    }

  return NULL;
}

static void
delayed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmLockSignals) self = user_data;
  g_autoptr (GUnixFDList) descriptors = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
                 g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &descriptors, result, &error);
  Subscription *subscription = find_subscription (self, source);
  gint32        index;

  if (reply == NULL || descriptors == NULL)
    {
      g_debug ("the sleep is not delayed: %s", error != NULL ? error->message : "no descriptor");
      return;
    }
  /* It ends with the descriptor, which closes with the list where it is not wanted any more. */
  g_variant_get (reply, "(h)", &index);
  if (subscription != NULL && self->delays_sleep && subscription->delay < 0)
    subscription->delay = g_unix_fd_list_get (descriptors, index, NULL);
}

/* The bus on which nobody can delay the sleep says so. */
static void
delay_sleep (SdmLockSignals *self,
             Subscription   *subscription)
{
  if (subscription->delay >= 0)
    return;
  g_dbus_connection_call_with_unix_fd_list (subscription->bus, "org.freedesktop.login1", "/org/freedesktop/login1",
                                            "org.freedesktop.login1.Manager", "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", "Evenhand",
                                                           /* Translators: why the computer waits a moment before it sleeps */
                                                           _ ("Locking the records of patients"), "delay"),
                                                           G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, delayed_cb,
                                                           g_object_ref (self));
}

static void
found_bus_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmLockSignals) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    {
      g_debug ("no bus: %s", error->message);
      return;
    }
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  if (self->buses != NULL)
    sdm_lock_signals_listen (self, bus);
}

/* GObject */

static void
sdm_lock_signals_dispose (GObject *object)
{
  SdmLockSignals *self = SDM_LOCK_SIGNALS (object);

  g_clear_pointer (&self->buses, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_lock_signals_parent_class)->dispose (object);
}

static void
sdm_lock_signals_class_init (SdmLockSignalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_lock_signals_dispose;

  locked_signal = g_signal_new ("locked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_lock_signals_init (SdmLockSignals *self)
{
  self->buses = g_ptr_array_new_with_free_func (free_subscription);
}

/* Public API */

SdmLockSignals *
sdm_lock_signals_new (void)
{
  return g_object_new (SDM_TYPE_LOCK_SIGNALS, NULL);
}

/**
 * sdm_lock_signals_find_buses:
 *
 * Listens on the buses of the computer and of the desktop, where there are any.
 */
void
sdm_lock_signals_find_buses (SdmLockSignals *self)
{
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, found_bus_cb, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SESSION, NULL, found_bus_cb, g_object_ref (self));
}

/**
 * sdm_lock_signals_listen:
 *
 * Listens on one bus, until the object goes.
 */
void
sdm_lock_signals_listen (SdmLockSignals  *self,
                         GDBusConnection *bus)
{
  g_autofree char *path = dup_session_path ();
  Subscription    *subscription = g_new0 (Subscription, 1);

  subscription->bus = g_object_ref (bus);
  subscription->delay = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    subscription->ids[i] = g_dbus_connection_signal_subscribe (bus, sources[i].sender, sources[i].interface, sources[i].member,
                                                               sources[i].is_of_session ? path : NULL, NULL,
                                                               G_DBUS_SIGNAL_FLAGS_NONE, told_cb, self, NULL);
  g_ptr_array_add (self->buses, subscription);
  if (self->delays_sleep)
    delay_sleep (self, subscription);
}

/**
 * sdm_lock_signals_set_delays_sleep:
 * @delays: whether there is something to be locked first
 *
 * Asks the computer to wait, when it is to sleep, until there is nothing any more.
 * It waits for some seconds only.
 */
void
sdm_lock_signals_set_delays_sleep (SdmLockSignals *self,
                                   gboolean        delays)
{
  if (self->delays_sleep == delays)
    return;

  self->delays_sleep = delays;
  for (guint i = 0; i < self->buses->len; i++)
    if (delays)
      delay_sleep (self, g_ptr_array_index (self->buses, i));
    else
      let_sleep (g_ptr_array_index (self->buses, i));
}
