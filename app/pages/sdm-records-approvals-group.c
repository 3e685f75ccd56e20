/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-groups.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/* The way to the decision aids that the practice stands behind. */

GtkWidget *
sdm_records_approvals_group_new (SdmWindow  *window,
                                 SdmContext *context)
{
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *show = sdm_ui_button (_ ("See and sign decision aids"), NULL);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Decision aids approved here"), &content);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.approvals");
  gtk_box_append (GTK_BOX (row), show);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("An aid is a draft until two different people here have signed it, as it is to the byte."), "body"));
  gtk_box_append (GTK_BOX (content), row);

  return card;
}
