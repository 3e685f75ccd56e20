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

  gtk_box_append (GTK_BOX (row), sdm_person_new (sign, on_band, size));
  gtk_box_append (GTK_BOX (row), gtk_label_new (words));
  gtk_box_append (GTK_BOX (key), row);
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
  GtkWidget *key = sdm_ui_wrap (16);

  gtk_widget_add_css_class (key, "chrome");
  gtk_widget_add_css_class (key, "people-key");
  add_sign (key, SDM_PERSON_HAPPENS, FALSE, _ ("happens"), size);
  add_sign (key, SDM_PERSON_MAY_HAPPEN, FALSE, _ ("may happen"), size);
  add_sign (key, SDM_PERSON_DOES_NOT, FALSE, _ ("does not"), size);
  add_sign (key, SDM_PERSON_SPARED, TRUE, _ ("fewer with this option"), size);
  add_sign (key, SDM_PERSON_HAPPENS, TRUE, _ ("more with this option"), size);

  return key;
}
