/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

/* How long the two of them have been at it. Time counts while one of our windows is in
 * use, so that a look at another program is not counted; only minutes are shown. */

/* A tick that comes much later was held up: the computer slept. */
#define LONGEST_TICK (5 * G_USEC_PER_SEC)

static gboolean
is_in_use (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return TRUE;
    }

  return FALSE;
}

static void
show_minutes (SdmWindow *self)
{
  const guint      minutes = sdm_session_get_seconds (self->session) / 60;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  /* Translators: minutes since the consultation began, small in the header: “12 min” */
  text = g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->minutes)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->minutes), text);
  name = g_strdup_printf (ngettext ("%u minute so far", "%u minutes so far", minutes), minutes);
  gtk_widget_set_tooltip_text (self->minutes, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
tick_cb (gpointer user_data)
{
  SdmWindow   *self = user_data;
  const gint64 now = g_get_monotonic_time ();

  if (is_in_use ())
    sdm_session_spend (self->session, MIN (now - self->last_tick, LONGEST_TICK));
  self->last_tick = now;
  show_minutes (self);

  return G_SOURCE_CONTINUE;
}

/**
 * sdm_window_make_minutes:
 *
 * Returns: (transfer floating): the small label of the header, there unless the preferences say otherwise
 */
GtkWidget *
sdm_window_make_minutes (SdmWindow *self)
{
  GtkWidget *frame = adw_bin_new ();

  self->minutes = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->minutes, "chrome-small");
  gtk_widget_add_css_class (self->minutes, "numbers");
  gtk_widget_set_visible (self->minutes, FALSE);
  adw_bin_set_child (ADW_BIN (frame), self->minutes);
  g_settings_bind (sdm_context_get_settings (self->context), "show-minutes", frame, "visible", G_SETTINGS_BIND_GET);

  return frame;
}

/**
 * sdm_window_start_clock:
 *
 * Counts the time of the session that was opened. What is finished takes none.
 */
void
sdm_window_start_clock (SdmWindow *self)
{
  if (sdm_session_is_read_only (self->session))
    return;

  self->last_tick = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  show_minutes (self);
  gtk_widget_set_visible (self->minutes, TRUE);
}

/**
 * sdm_window_stop_clock:
 *
 * Keeps the time of the session that is about to be closed.
 */
void
sdm_window_stop_clock (SdmWindow *self)
{
  if (self->tick == 0)
    return;

  sdm_session_keep_time (self->session);
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_set_visible (self->minutes, FALSE);
}
