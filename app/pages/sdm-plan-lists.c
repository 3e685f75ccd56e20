/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-lists.h"

#include <glib/gi18n.h>

#include "sdm-consultation-plan.h"
#include "sdm-plan-action.h"

/* The rows of the lists of the plan: medicines, services, what to look out for, forms. */

static char *
below (const char *path,
       const char *key)
{
  return g_strdup_printf ("%s/%s", path, key);
}

static GtkWidget *
add_text_field (SdmPage    *page,
                GtkWidget  *box,
                const char *label,
                const char *path,
                const char *key)
{
  g_autofree char *place = below (path, key);
  GtkWidget       *entry = sdm_ui_entry (8);
  GtkWidget       *field = sdm_ui_field (label, entry);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);
  sdm_page_bind_text (page, entry, place);

  return entry;
}

/* Medicines */

static GtkWidget *
make_medicine (SdmPage    *page,
               const char *path,
               guint       number)
{
  GtkWidget       *row = sdm_ui_column (8);
  GtkWidget       *top = sdm_ui_row (8);
  GtkWidget       *change = sdm_choice_bar_new ();
  g_autofree char *place = below (path, "change");

  gtk_box_set_homogeneous (GTK_BOX (top), TRUE);
  add_text_field (page, top, _ ("Medicine"), path, "name");
  add_text_field (page, top, _ ("What it is for"), path, "for");
  gtk_box_append (GTK_BOX (row), top);

  sdm_choice_bar_add (SDM_CHOICE_BAR (change), "start", C_ ("medicine", "Start"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (change), "stop", C_ ("medicine", "Stop"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (change), "change", C_ ("medicine", "Change"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (change), "keep", C_ ("medicine", "Keep"));
  gtk_box_append (GTK_BOX (row), sdm_ui_field (_ ("What happens with it"), change));
  sdm_page_bind_choice (page, change, place);
  add_text_field (page, row, _ ("How to take it, or how to stop"), path, "how");

  return row;
}

const SdmPageListKind sdm_plan_medicines = {
  .path = "plan/medicines",
  .add_label = N_ ("Add a medicine"),
                   .remove_label = N_ ("Take this medicine out of the list"),
                                       .removed = N_ ("Medicine taken out of the list"),
                                                      .make_row = make_medicine,
                                       };

/* Services */

static GtkWidget *
make_service (SdmPage    *page,
              const char *path,
              guint       number)
{
  GtkWidget       *row = sdm_ui_column (8);
  GtkWidget       *top = sdm_ui_row (8);
  GtkWidget       *self_referral = sdm_ui_check (_ ("No referral needed: the person can go there directly"));
  g_autofree char *place = below (path, "self_referral");

  gtk_box_set_homogeneous (GTK_BOX (top), TRUE);
  add_text_field (page, top, _ ("Service or group"), path, "name");
  add_text_field (page, top, _ ("How to reach it"), path, "contact");
  gtk_box_append (GTK_BOX (row), top);
  gtk_box_append (GTK_BOX (row), self_referral);
  sdm_page_bind_flag (page, self_referral, place);

  return row;
}

const SdmPageListKind sdm_plan_services = {
  .path = "plan/services",
  .add_label = N_ ("Add a service or group"),
                   .remove_label = N_ ("Take this service out"),
                                       .removed = N_ ("Service taken out"),
                                                      .make_row = make_service,
                                       };

/* Steps */

const SdmPageListKind sdm_plan_actions = {
  .path = "plan/actions",
  .add_label = N_ ("Add a step"),
                   .remove_label = N_ ("Take this step out"),
                                       .removed = N_ ("Step taken out"),
                                                      .empty = N_ ("No steps yet. What is the first small one?"),
                                                                   .add = sdm_consultation_add_action,
                                                                   .make_row = sdm_plan_action_new,
                                                      };

/* Forms: what was signed, and where it can be found */

static GtkWidget *
make_consent_form (SdmPage    *page,
                   const char *path,
                   guint       number)
{
  GtkWidget *row = sdm_ui_row (8);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  add_text_field (page, row, _ ("A consent form that was signed"), path, "type");
  add_text_field (page, row, _ ("Where it is kept"), path, "url");

  return row;
}

/* Lines of text */

const SdmPageListKind sdm_plan_look_out = {
  .path = "plan/look_out",
  .line_label = N_ ("Something else to look out for, and what to do"),
                    .remove_label = N_ ("Take this out"),
                                        .removed = N_ ("Taken out of “look out for”"),
                                                       .empty = N_ ("Nothing yet. It comes with the option that you choose."),
                                                                    .line_key = "text",
                                                       };

const SdmPageListKind sdm_plan_consent_forms = {
  .path = "plan/consent_forms",
  .add_label = N_ ("Add a consent form"),
                   .remove_label = N_ ("Take this form out"),
                                       .removed = N_ ("Form taken out"),
                                                      .make_row = make_consent_form,
                                       };
