/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* The smallest window of the same kind and size, against which the start of the program is measured. */

static void
first_frame_cb (GdkFrameClock *frame_clock,
                GApplication  *application)
{
  const char  *given = g_getenv ("EV_T0_NS");
  const gint64 start = given != NULL ? g_ascii_strtoll (given, NULL, 10) / 1000 : 0;
  const gint64 elapsed = g_get_monotonic_time () - start;

  g_signal_handlers_disconnect_by_func (frame_clock, first_frame_cb, application);
  g_print ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "\n", elapsed / 1000, elapsed / 100 % 10);
  g_application_quit (application);
}

static void
realize_cb (GtkWidget    *window,
            GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb), application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("Evenhand");

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), label);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.evenhand.Reference", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
