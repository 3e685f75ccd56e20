/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-page.h"

#include <glib/gi18n.h>

#include "sdm-records-groups.h"
#include "sdm-ui.h"

/**
 * SdmRecordsPage:
 *
 * Looking after the records of patients, for whoever is signed in: a page of groups, one
 * below the other. It knows nothing of what they do.
 */
struct _SdmRecordsPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmRecordsPage, sdm_records_page, ADW_TYPE_BIN)

/* In the order in which they stand. */
static SdmRecordsGroupNew *const groups[] = {
  sdm_records_backup_group_new,
  sdm_records_check_group_new,
  sdm_records_people_group_new,
  sdm_records_keys_group_new,
  sdm_records_approvals_group_new,
};

static void
build (SdmRecordsPage *self,
       SdmWindow      *window,
       SdmContext     *context)
{
  GtkWidget *page;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Looking after the records"), _ ("So that no record is lost, and nobody reads them who should not."), 860, &page));
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_box_append (GTK_BOX (page), groups[i](window, context));
}

/* What can be done first is where the keyboard is. */
static void
map_cb (SdmRecordsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sdm_records_page_class_init (SdmRecordsPageClass *klass)
{
}

static void
sdm_records_page_init (SdmRecordsPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * sdm_records_page_new:
 * @context: somebody is signed in
 *
 * Returns: (transfer floating): the page with all its groups
 */
GtkWidget *
sdm_records_page_new (SdmWindow  *window,
                      SdmContext *context)
{
  SdmRecordsPage *self = g_object_new (SDM_TYPE_RECORDS_PAGE, NULL);

  build (self, window, context);

  return GTK_WIDGET (self);
}
