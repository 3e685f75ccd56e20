/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-row.h"

#include <glib/gi18n.h>

#include "sdm-record-words.h"
#include "sdm-talk-words.h"
#include "sdm-ui.h"

/*
 * A line tells its name first and then the rest, on screen and to those who hear it: "Arthur Pell",
 * "Born 14 March 1943 · NHS number 943 476 5919". What is not finished has a mark that says so in
 * words, and a broken frame.
 */

static GtkWidget *
make_row (const char *title,
          const char *detail,
          const char *more, /* nullable */
          const char *mark) /* nullable */
{
  GtkWidget       *row = sdm_ui_row (12);
  GtkWidget       *texts = sdm_ui_column (2);
  GtkWidget       *heads = sdm_ui_wrap (8);
  GtkWidget       *button = gtk_button_new ();
  g_autofree char *description = g_strjoin ("\n", mark != NULL ? mark : detail, mark != NULL ? detail : more, mark != NULL ? more : NULL, NULL);

  gtk_box_append (GTK_BOX (heads), sdm_ui_label (title, "chrome-strong"));
  if (mark != NULL)
    {
      GtkWidget *label = gtk_label_new (mark);

      gtk_widget_add_css_class (label, "provisional");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (heads), label);
    }
  gtk_box_append (GTK_BOX (texts), heads);
  gtk_box_append (GTK_BOX (texts), sdm_ui_label (detail, "chrome-small"));
  if (more != NULL)
    gtk_box_append (GTK_BOX (texts), sdm_ui_label (more, "chrome-small"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), sdm_steady_new (texts));
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("ev-right-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "home-row");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return button;
}

/**
 * sdm_record_row_new_for_patient:
 *
 * Returns: (transfer floating): who it is; whoever may be here twice has a mark
 */
GtkWidget *
sdm_record_row_new_for_patient (const SdmRecordPatient *patient)
{
  g_autofree char *name = sdm_record_words_dup_name (patient->name);
  g_autofree char *identity = sdm_record_words_dup_identity (patient->birth_date, patient->nhs_number);

  return make_row (name, identity, NULL, patient->others != NULL ? _ ("May be here twice") : NULL);
}

/**
 * sdm_record_row_new_for_head:
 * @with_name: whether it says first whose it is; the day otherwise
 *
 * Returns: (transfer floating): when it was, what there was to decide, and what became of it
 */
GtkWidget *
sdm_record_row_new_for_head (const SdmRecordHead *head,
                             SdmAidLibrary       *library,
                             gboolean             with_name)
{
  g_autofree char *day = sdm_talk_words_dup_day (head);
  g_autofree char *decision = sdm_talk_words_dup_decision (head, library);
  g_autofree char *status = sdm_talk_words_dup_status (head);
  g_autofree char *reviews = sdm_talk_words_dup_reviews (head);
  g_autofree char *name = sdm_record_words_dup_name (head->patient);
  /* Translators: a day, and what there was to decide: "24 November 2026: Which tablets still help?" */
  g_autofree char *what = g_strdup_printf (_ ("%s: %s"), day, decision);
  g_autofree char *rest = reviews != NULL ? g_strdup_printf ("%s · %s", status, reviews) : g_strdup (status);
  const char      *mark = sdm_talk_words_is_provisional (head) ? _ ("Provisional") : NULL;
  GtkWidget       *row;

  if (sdm_talk_words_is_damaged (head))
    row = make_row (with_name ? name : day, status, NULL, NULL);
  else if (with_name)
    row = make_row (name, what, rest, mark);
  else
    row = make_row (what, rest, NULL, mark);
  gtk_widget_set_sensitive (row, !sdm_talk_words_is_damaged (head));

  return row;
}
