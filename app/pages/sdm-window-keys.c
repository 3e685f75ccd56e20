/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#define LIST "/org/evenhand/Evenhand/ui/help-overlay.ui"

/* The keys of the window's actions, and the list that tells them. GTK would make the list with each
 * window, whether or not anybody asks for it; here it is made when it is asked for. */

static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (LIST);
  GtkWindow *list = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (list, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (list, TRUE);
  gtk_window_present (list);
}

/**
 * sdm_window_class_install_keys:
 *
 * Installs `win.show-help-overlay`.
 */
void
sdm_window_class_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay_action);
}

/**
 * sdm_window_set_accels:
 *
 * Gives the actions of the window their keys.
 */
void
sdm_window_set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "win.next", { "<Control>Page_Down", NULL } },
    { "win.previous", { "<Control>Page_Up", NULL } },
    { "win.next-part", { "F6", NULL } },
    { "win.preferences", { "<Control>comma", NULL } },
    { "win.save", { "<Control>s", NULL } },
    { "win.open-file", { "<Control>o", NULL } },
    { "win.find-patient", { "<Control>f", NULL } },
    { "win.lock", { "<Control>l", NULL } },
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.patient-view", { "F11", NULL } },
    { "win.hold-patient-view", { "<Shift>F11", NULL } },
    { "win.clinician-sheet", { "F9", NULL } },
    { "win.patient-sheet", { "F8", NULL } },
    { "win.show-help-overlay", { "<Control>question", "<Control>F1", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
  for (int i = 0; i < SDM_N_STEPS; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.step(%d)", i);
      g_autofree char *key = g_strdup_printf ("<Control>%d", (i + 1) % 10);
      g_autofree char *keypad = g_strdup_printf ("<Control>KP_%d", (i + 1) % 10);

      gtk_application_set_accels_for_action (application, action, (const char *[]){ key, keypad, NULL });
    }
}
