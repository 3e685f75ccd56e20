/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-after.h"

#include <glib/gi18n.h>

#include "sdm-consultation-plan.h"
#include "sdm-date.h"
#include "sdm-page-reader.h"

/**
 * SdmPlanAfter:
 *
 * When to ask if it is still right, whom to ask in between, and that minds may
 * change.
 */
struct _SdmPlanAfter
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *row;
  GtkWidget *checks[2];
  GtkWidget *removed; /* the field for why a review was taken out */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmPlanAfter, sdm_plan_after, ADW_TYPE_BIN)

static const int months[] = { 6, 12 };

/* The day that is kept, or the one that it would be. */
static char *
dup_day (SdmPlanAfter *self,
         int           n_months)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autofree char *computed = sdm_consultation_dup_review_date (consultation, n_months);
  const char      *day = computed;
  json_t          *record;
  size_t           i;

  json_array_foreach (sdm_consultation_peek (consultation, "plan/review/dates"), i, record)
    if (json_integer_value (json_object_get (record, "months")) == n_months)
      day = json_string_value (json_object_get (record, "on"));

  return sdm_date_format (day);
}

static void
show_reviews (SdmPlanAfter *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  gboolean         has_result = sdm_consultation_get_text (consultation, "plan/result") != NULL;
  gboolean         has_all = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *day = dup_day (self, months[i]);
      /* Translators: when to ask if the decision is still right: "In 6 months: 24 May 2027" */
      g_autofree char *text = g_strdup_printf (_ ("In %d months: %s"), months[i], day);
      gboolean         has = sdm_consultation_has_review (consultation, months[i]);

      sdm_ui_check_set_label (self->checks[i], text);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]), has);
      gtk_widget_set_sensitive (self->checks[i], has_result && !sdm_session_is_read_only (sdm_page_get_session (self->page)));
      has_all = has_all && has;
    }
  gtk_widget_set_visible (self->removed, has_result && !has_all);
}

/* Callbacks */

static void
toggled_cb (GtkCheckButton *check,
            SdmPlanAfter   *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autoptr (GError) error = NULL;

  if (self->refreshing)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (self->checks[i] == GTK_WIDGET (check) && !sdm_consultation_set_review (consultation, months[i], gtk_check_button_get_active (check), &error))
      sdm_session_say (sdm_page_get_session (self->page), error->message);
  sdm_plan_after_refresh (self);
  if (!gtk_check_button_get_active (check))
    gtk_widget_child_focus (self->removed, GTK_DIR_TAB_FORWARD);
}

/* Building */

static GtkWidget *
add_entry (SdmPlanAfter *self,
           GtkWidget    *box,
           const char   *label,
           const char   *path)
{
  GtkWidget *entry = sdm_ui_entry (8);
  GtkWidget *field = sdm_ui_field (label, entry);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);
  sdm_page_bind_text (self->page, entry, path);

  return field;
}

static GtkWidget *
make_reviews (SdmPlanAfter *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (sdm_page_is_for_parent (self->page) ? _ ("Still right for your child?") : _ ("Still right for you?"), &content);
  GtkWidget *hope = sdm_ui_text (46);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      self->checks[i] = sdm_ui_check ("");
      sdm_page_place_mark (self->checks[i], "plan/review");
      g_signal_connect (self->checks[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (content), self->checks[i]);
    }
  self->removed = add_entry (self, content, _ ("Why not ask again then?"), "plan/review/removed");
  add_entry (self, content, _ ("With whom"), "plan/review/with");
  gtk_widget_add_css_class (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (hope)), "voice");
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("What do you hope will be different by then?"), hope));
  sdm_page_bind_text (self->page, hope, "plan/review/hope");

  return card;
}

static GtkWidget *
make_contact (SdmPlanAfter *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Questions? Ask for"), &content);
  GtkWidget *mind = sdm_ui_text (46);

  add_entry (self, content, _ ("Name"), "plan/contact/name");
  add_entry (self, content, _ ("Role"), "plan/contact/role");
  add_entry (self, content, _ ("Phone"), "plan/contact/phone");
  add_entry (self, content, _ ("When to ring"), "plan/contact/hours");
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("If you change your mind"), mind));
  sdm_page_bind_text (self->page, mind, "plan/change_mind");

  return card;
}

/* GObject */

static void
sdm_plan_after_class_init (SdmPlanAfterClass *klass)
{
}

static void
sdm_plan_after_init (SdmPlanAfter *self)
{
}

/* Public API */

GtkWidget *
sdm_plan_after_new (SdmPage *page)
{
  SdmPlanAfter *self = g_object_new (SDM_TYPE_PLAN_AFTER, NULL);
  GtkWidget    *row = sdm_ui_row (16);

  self->page = page;
  self->row = row;
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row), sdm_steady_new (make_reviews (self)));
  gtk_box_append (GTK_BOX (row), sdm_steady_new (make_contact (self)));
  adw_bin_set_child (ADW_BIN (self), row);

  return GTK_WIDGET (self);
}

/**
 * sdm_plan_after_refresh:
 *
 * Shows the days of review as they stand in the consultation.
 */
void
sdm_plan_after_refresh (SdmPlanAfter *self)
{
  self->refreshing = TRUE;
  show_reviews (self);
  self->refreshing = FALSE;
}

/**
 * sdm_plan_after_set_stacked:
 * @stacked: whether the two cards stand one below the other
 */
void
sdm_plan_after_set_stacked (SdmPlanAfter *self,
                            gboolean      stacked)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->row), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->row), !stacked);
}
