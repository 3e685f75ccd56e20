/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-home-private.h"

#include "sdm-ui.h"

/* What the lists of the first page are made of. */

/**
 * sdm_home_row_new:
 * @detail: what stands under the title
 * @summary: (nullable): a third line
 *
 * Returns: (transfer floating): a button as wide as its list
 */
GtkWidget *
sdm_home_row_new (const char *title,
                  const char *detail,
                  const char *summary)
{
  GtkWidget *row = sdm_ui_row (12);
  GtkWidget *texts = sdm_ui_column (2);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("ev-right-symbolic");
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (texts), sdm_ui_label (title, "chrome-strong"));
  gtk_box_append (GTK_BOX (texts), sdm_ui_label (detail, "chrome-small"));
  if (summary != NULL)
    gtk_box_append (GTK_BOX (texts), sdm_ui_label (summary, "chrome"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), arrow);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "home-row");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);

  return button;
}

/**
 * sdm_home_row_set_id:
 *
 * Says what @row, or a button beside it, is about.
 */
void
sdm_home_row_set_id (GtkWidget  *row,
                     const char *id)
{
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
}

/**
 * sdm_home_show_empty:
 *
 * Says why nothing stands in @list.
 */
void
sdm_home_show_empty (GtkWidget  *list,
                     const char *text)
{
  gtk_box_append (GTK_BOX (list), sdm_ui_label (text, "chrome"));
}
