/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include <fcntl.h>
#include <unistd.h>

#include <gio/gunixfdlist.h>
#include <glib-unix.h>

#include "sdm-lock-signals.h"

/* The desktop and the computer are played by another end of a bus of their own. */

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
tell (GDBusConnection *bus,
      const char      *path,
      const char      *interface,
      const char      *member,
      GVariant        *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (bus, NULL, path, interface, member, parameters, &error);
  g_assert_no_error (error);
}

static GTestDBus *dbus;

static GDBusConnection *
open_connection (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (dbus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
own (GDBusConnection *bus,
     const char      *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", name, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reply);
}

/* The login manager of a computer: what delays its sleep, for as long as the other end is open. */
typedef struct
{
  guint n_asked;
  int   delay;
} Login;

static void
inhibit_cb (GDBusConnection       *bus,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  Login      *login = user_data;
  int         ends[2];
  const char *what;
  const char *mode;
  g_autoptr (GUnixFDList) descriptors = g_unix_fd_list_new ();

  g_variant_get (parameters, "(&s&s&s&s)", &what, NULL, NULL, &mode);
  g_assert_cmpstr (what, ==, "sleep");
  g_assert_cmpstr (mode, ==, "delay");
  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  login->n_asked++;
  login->delay = ends[0];
  g_assert_cmpint (g_unix_fd_list_append (descriptors, ends[1], NULL), ==, 0);
  close (ends[1]);
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), descriptors);
}

static void
serve_login (GDBusConnection *bus,
             Login           *login)
{
  static const GDBusInterfaceVTable vtable = { .method_call = inhibit_cb };
  g_autoptr (GDBusNodeInfo) node =
                 g_dbus_node_info_new_for_xml ("<node><interface name='org.freedesktop.login1.Manager'><method name='Inhibit'>"
                                               "<arg type='s'/><arg type='s'/><arg type='s'/><arg type='s'/><arg type='h' direction='out'/>"
                                               "</method></interface></node>",
                                               NULL);
  g_autoptr (GError) error = NULL;

  g_dbus_connection_register_object (bus, "/org/freedesktop/login1", node->interfaces[0], &vtable, login, NULL, &error);
  g_assert_no_error (error);
}

/* Whether the other end was closed. */
static gboolean
may_sleep (const Login *login)
{
  GPollFD poll = { .fd = login->delay, .events = G_IO_IN };

  return g_poll (&poll, 1, 0) == 1 && (poll.revents & G_IO_HUP) != 0;
}

/* The computer waits with its sleep until the keys are wiped, each time somebody was signed in. */
static void
test_sleep_waits (PageFixture  *fixture,
                  gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (GDBusConnection) desktop = NULL;
  g_autoptr (GDBusConnection) ours = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  Login login = { 0 };

  desktop = open_connection ();
  ours = open_connection ();
  serve_login (desktop, &login);
  own (desktop, "org.freedesktop.login1");
  sdm_lock_signals_listen (window->lock_signals, ours);
  wait_until (login.n_asked == 1);
  g_assert_false (may_sleep (&login));

  tell (desktop, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", TRUE));
  wait_until (may_sleep (&login));
  g_assert_false (is_signed_in (fixture));
  drafts = sdm_record_store_list_drafts (get_real (fixture), &error);
  g_assert_null (drafts);
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  close (login.delay);

  tell (desktop, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", FALSE));
  try_passphrase (window, PASSPHRASE);
  wait_until (login.n_asked == 2);
  g_assert_false (may_sleep (&login));
  close (login.delay);

  g_dbus_connection_close_sync (desktop, NULL, NULL);
  g_dbus_connection_close_sync (ours, NULL, NULL);
}

static void
test_lock_signals (void)
{
  g_autoptr (GDBusConnection) desktop = NULL;
  g_autoptr (GDBusConnection) ours = NULL;
  g_autoptr (SdmLockSignals) signals = sdm_lock_signals_new ();
  guint count = 0;

  g_setenv ("XDG_SESSION_ID", "2", TRUE);
  desktop = open_connection ();
  ours = open_connection ();
  own (desktop, "org.freedesktop.login1");
  own (desktop, "org.freedesktop.ScreenSaver");
  g_signal_connect_swapped (signals, "locked", G_CALLBACK (count_cb), &count);
  sdm_lock_signals_listen (signals, ours);
  /* What was asked of the bus is known to it when it has answered this. */
  own (ours, "org.evenhand.Test");

  tell (desktop, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", FALSE));
  tell (desktop, "/org/freedesktop/login1/session/_33", "org.freedesktop.login1.Session", "Lock", NULL);
  tell (desktop, "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", NULL);
  wait_until (count > 0);
  g_assert_cmpuint (count, ==, 1);
  tell (desktop, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", TRUE));
  wait_until (count > 1);
  tell (desktop, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", g_variant_new ("(b)", FALSE));
  tell (desktop, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", g_variant_new ("(b)", TRUE));
  wait_until (count > 2);
  g_assert_cmpuint (count, ==, 3);

  g_clear_object (&signals);
  g_dbus_connection_close_sync (desktop, NULL, NULL);
  g_dbus_connection_close_sync (ours, NULL, NULL);
}

/* Starting a bus forks, and what is forked must not begin with a lock that another thread had: so it comes first of
 * all. It also takes the display and the bus of the desktop away, which come back. */
static void
start_bus (void)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  dbus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (dbus);
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  start_bus ();
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/lock-signals/told", test_lock_signals);
  page_fixture_add ("/threat/07-sleep-waits", PAGE_FIXTURE_FRAILTY_CASE, test_sleep_waits);

  status = page_fixture_run ();
  g_test_dbus_stop (dbus);
  g_object_unref (dbus);

  return status;
}
