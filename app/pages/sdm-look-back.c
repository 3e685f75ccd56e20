/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-look-back.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

static gboolean
has_action (GtkWidget *window)
{
  const GVariantType *type;
  const char         *name;
  const char         *property;
  GType               owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i, &owner, &name, &type, &property); i++)
    if (g_str_equal (name, SDM_LOOK_BACK_ACTION))
      return TRUE;

  return FALSE;
}

static void
root_changed_cb (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);

  gtk_widget_set_visible (button, root != NULL && has_action (GTK_WIDGET (root)));
}

/**
 * sdm_look_back_new:
 *
 * Returns: (transfer floating): the button that leads from a talk with a made-up patient to looking back at
 *   it; it is there in a window that can
 */
GtkWidget *
sdm_look_back_new (void)
{
  GtkWidget *button = sdm_ui_button (_ ("Look back at this talk"), NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), SDM_LOOK_BACK_ACTION);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect (button, "notify::root", G_CALLBACK (root_changed_cb), NULL);

  return button;
}
