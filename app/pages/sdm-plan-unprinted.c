/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-unprinted.h"

#include <glib/gi18n.h>

#include "sdm-plan-lists.h"

/**
 * SdmPlanUnprinted:
 *
 * What belongs in the record and never on paper: problems with the decision,
 * what was withheld or put off, and consent forms. Folded away at first, as it
 * is for the clinician alone.
 */
struct _SdmPlanUnprinted
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *flags[3];
  GtkWidget *details[3]; /* shown while the flag is set */
  GtkWidget *forms;
};

G_DEFINE_FINAL_TYPE (SdmPlanUnprinted, sdm_plan_unprinted, ADW_TYPE_BIN)

static void
show_details (SdmPlanUnprinted *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->flags); i++)
    gtk_widget_set_visible (self->details[i], gtk_check_button_get_active (GTK_CHECK_BUTTON (self->flags[i])));
}

static void
add_flag (SdmPlanUnprinted *self,
          GtkWidget        *column,
          guint             which,
          const char       *label,
          const char       *path)
{
  self->flags[which] = sdm_ui_check (label);
  self->details[which] = sdm_ui_column (8);
  gtk_box_append (GTK_BOX (column), self->flags[which]);
  gtk_box_append (GTK_BOX (column), self->details[which]);
  sdm_page_bind_flag (self->page, self->flags[which], path);
  g_signal_connect_swapped (self->flags[which], "toggled", G_CALLBACK (show_details), self);
}

static void
add_text (SdmPlanUnprinted *self,
          guint             which,
          const char       *label,
          const char       *path)
{
  GtkWidget *text = sdm_ui_text (46);

  gtk_box_append (GTK_BOX (self->details[which]), sdm_ui_field (label, text));
  sdm_page_bind_text (self->page, text, path);
}

static void
build (SdmPlanUnprinted *self)
{
  GtkWidget *fold = gtk_expander_new (_ ("For the record only, not printed"));
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *when = sdm_ui_entry (14);

  add_flag (self, content, 0, _ ("There was a problem with this decision, such as with understanding or consent"), "plan/issues/flag");
  add_text (self, 0, _ ("What was the problem?"), "plan/issues/details");
  add_flag (self, content, 1, _ ("Something was withheld from the person"), "plan/withheld/any");
  add_text (self, 1, _ ("Why?"), "plan/withheld/reason");
  add_text (self, 1, _ ("Legal advice"), "plan/withheld/legal_advice");
  add_flag (self, content, 2, _ ("Something will be told later"), "plan/delayed/any");
  add_text (self, 2, _ ("What?"), "plan/delayed/what");
  add_text (self, 2, _ ("Why later?"), "plan/delayed/why");
  gtk_box_append (GTK_BOX (self->details[2]), sdm_ui_field (_ ("When?"), when));
  sdm_page_bind_date (self->page, when, "plan/delayed/when");
  self->forms = sdm_page_list_new (self->page, &sdm_plan_consent_forms);
  gtk_box_append (GTK_BOX (content), self->forms);

  gtk_widget_set_margin_top (card, 8);
  gtk_expander_set_child (GTK_EXPANDER (fold), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_expander_get_label (GTK_EXPANDER (fold)), -1);
  adw_bin_set_child (ADW_BIN (self), fold);
}

/* GObject */

static void
sdm_plan_unprinted_class_init (SdmPlanUnprintedClass *klass)
{
}

static void
sdm_plan_unprinted_init (SdmPlanUnprinted *self)
{
}

/* Public API */

GtkWidget *
sdm_plan_unprinted_new (SdmPage *page)
{
  SdmPlanUnprinted *self = g_object_new (SDM_TYPE_PLAN_UNPRINTED, NULL);

  self->page = page;
  build (self);

  return GTK_WIDGET (self);
}

void
sdm_plan_unprinted_refresh (SdmPlanUnprinted *self)
{
  show_details (self);
  sdm_page_list_refresh (SDM_PAGE_LIST (self->forms));
}
