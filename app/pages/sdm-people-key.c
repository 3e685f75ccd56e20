/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-people-key.h"

#include <glib/gi18n.h>

#include "sdm-person.h"
#include "sdm-ui.h"

static void
add_sign (GtkWidget    *key,
          SdmPersonSign sign,
          gboolean      on_band,
          const char   *words,
          guint         size)
{
  GtkWidget *row = sdm_ui_row (6);
  GtkWidget *place = gtk_flow_box_child_new ();

  gtk_box_append (GTK_BOX (row), sdm_person_new (sign, on_band, size));
  gtk_box_append (GTK_BOX (row), gtk_label_new (words));
  gtk_widget_set_focusable (place, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), row);
  gtk_flow_box_append (GTK_FLOW_BOX (key), place);
}

/* Public API */

/**
 * sdm_people_key_new:
 * @size: side of a person in pixels
 *
 * Returns: (transfer floating): what the shapes of people mean; goes on in a second line
 *   where it is narrow
 */
GtkWidget *
sdm_people_key_new (guint size)
{
  GtkWidget *key = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (key), GTK_SELECTION_NONE);
  /* The box would take the Tab key and give it to nobody. */
  gtk_widget_set_can_focus (key, FALSE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (key), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (key), 16);
  gtk_widget_add_css_class (key, "chrome");
  gtk_widget_add_css_class (key, "people-key");
  add_sign (key, SDM_PERSON_HAPPENS, FALSE, _ ("happens"), size);
  add_sign (key, SDM_PERSON_MAY_HAPPEN, FALSE, _ ("may happen"), size);
  add_sign (key, SDM_PERSON_DOES_NOT, FALSE, _ ("does not"), size);
  add_sign (key, SDM_PERSON_SPARED, TRUE, _ ("fewer with this option"), size);
  add_sign (key, SDM_PERSON_HAPPENS, TRUE, _ ("more with this option"), size);

  return key;
}
