/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-page.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-home-private.h"
#include "sdm-known-person.h"
#include "sdm-record-row.h"
#include "sdm-record-words.h"
#include "sdm-talk-words.h"
#include "sdm-ui.h"

/**
 * SdmPatientPage:
 *
 * One patient: who it is, what the person needs, and all talks, the newest first. From here
 * a new talk begins, a draft goes on, and a finished talk is read.
 *
 * ## Accessibility
 *
 * What the person needs comes first in reading order. Each fact follows its name.
 */
struct _SdmPatientPage
{
  AdwBin parent_instance;

  SdmPatientsPage *place; /* weak: it holds this */
  char            *id;
  json_t          *people; /* nullable: what is known, to begin with */

  GtkWidget *name;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (SdmPatientPage, sdm_patient_page, ADW_TYPE_BIN)

/* More than anybody has. */
#define MOST_TALKS 1000

/* Callbacks */

static void
begin_cb (SdmPatientPage *self)
{
  sdm_window_begin_with (sdm_patients_page_get_window (self->place), self->people);
}

static void
events_cb (SdmPatientPage *self)
{
  sdm_patients_page_show_events (self->place, self->id, NULL);
}

static void
request_cb (SdmPatientPage *self)
{
  sdm_patients_page_show_request (self->place, self->id);
}

static void
record_events_cb (GtkWidget      *button,
                  SdmPatientPage *self)
{
  sdm_patients_page_show_events (self->place, self->id, g_object_get_data (G_OBJECT (button), "id"));
}

static void
record_clicked_cb (GtkWidget      *row,
                   SdmPatientPage *self)
{
  sdm_patients_page_open_record (self->place, g_object_get_data (G_OBJECT (row), "id"),
                                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "is-final")));
}

static void
join_cb (GtkWidget      *button,
         SdmPatientPage *self)
{
  sdm_patients_page_show_join (self->place, self->id, g_object_get_data (G_OBJECT (button), "id"));
}

/* Who it is */

static void
add_fact (GtkWidget  *box,
          const char *name,
          const char *text) /* nullable: not known, and not told */
{
  GtkWidget *fact = sdm_ui_column (0);

  if (text == NULL)
    return;
  gtk_box_append (GTK_BOX (fact), sdm_ui_label (name, "chrome-small"));
  gtk_box_append (GTK_BOX (fact), sdm_ui_label (text, "chrome-strong"));
  gtk_box_append (GTK_BOX (box), fact);
}

static GtkWidget *
make_button (SdmPatientPage *self,
             const char     *label,
             const char     *icon_name,
             GCallback       clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = sdm_ui_row (8);

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (row), sdm_steady_new (sdm_ui_label (label, NULL)));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
make_person_card (SdmPatientPage *self)
{
  const char      *born = sdm_known_person_get (self->people, "born");
  g_autofree char *day = born != NULL ? sdm_date_format (born) : g_strdup (_ ("Not known yet"));
  g_autofree char *number = sdm_known_person_dup_number (self->people);
  g_autofree char *address = sdm_known_person_dup_address (self->people);
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (_ ("Who it is"), &content);
  GtkWidget       *begin = make_button (self, _ ("Start a new talk with this person"), "ev-plus-symbolic", G_CALLBACK (begin_cb));

  add_fact (content, _ ("Date of birth"), day);
  add_fact (content, _ ("NHS number"), number);
  add_fact (content, _ ("Likes to be called"), sdm_known_person_get (self->people, "preferred_name"));
  add_fact (content, _ ("Address"), address);
  gtk_widget_add_css_class (begin, "suggested-action");
  gtk_box_append (GTK_BOX (content), begin);
  gtk_box_append (GTK_BOX (content), make_button (self, _ ("Who saw and changed what"), "ev-eye-symbolic", G_CALLBACK (events_cb)));
  gtk_box_append (GTK_BOX (content), make_button (self, _ ("Give the person all that is kept"), "ev-save-symbolic", G_CALLBACK (request_cb)));

  return card;
}

/* What the person needs stands before everything else. */
static void
add_needs (SdmPatientPage *self)
{
  g_autofree char *needs = sdm_known_person_dup_needs (self->people);
  GtkWidget       *banner = sdm_ui_row (0);

  if (needs == NULL)
    return;
  gtk_widget_add_css_class (banner, "banner");
  gtk_widget_add_css_class (banner, "caution");
  gtk_box_append (GTK_BOX (banner), sdm_steady_new (sdm_ui_label (needs, NULL)));
  gtk_box_append (GTK_BOX (self->content), banner);
}

/* Whoever may be the same person */

static void
add_others (SdmPatientPage         *self,
            const SdmRecordPatient *patient)
{
  GtkWidget *content;
  GtkWidget *card;

  if (patient->others == NULL)
    return;
  card = sdm_ui_card (_ ("This person may be here twice"), &content);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Another entry has the same family name and date of birth. "
                                                      "If it is the same person, some talks are missing from this page until both are joined."),
                                                      "body"));
  for (guint i = 0; patient->others[i] != NULL; i++)
    {
      GtkWidget *look = sdm_ui_button (_ ("Look at both"), "ev-person-symbolic");

      gtk_widget_set_halign (look, GTK_ALIGN_START);
      sdm_home_row_set_id (look, patient->others[i]);
      g_signal_connect (look, "clicked", G_CALLBACK (join_cb), self);
      gtk_box_append (GTK_BOX (content), look);
    }
  gtk_box_append (GTK_BOX (self->content), card);
}

/* Talks */

static GtkWidget *
make_talk (SdmPatientPage      *self,
           const SdmRecordHead *head)
{
  SdmAidLibrary   *library = sdm_context_get_library (sdm_patients_page_get_context (self->place));
  GtkWidget       *line = sdm_ui_row (4);
  GtkWidget       *row = sdm_record_row_new_for_head (head, library, FALSE);
  GtkWidget       *events;
  g_autofree char *day = sdm_talk_words_dup_day (head);
  /* Translators: a button beside a talk; %s is the day on which it was begun */
  g_autofree char *label = g_strdup_printf (_ ("Who saw and changed the talk of %s"), day);

  sdm_home_row_set_id (row, head->id);
  g_object_set_data (G_OBJECT (row), "is-final", GINT_TO_POINTER (head->version > 0));
  g_signal_connect (row, "clicked", G_CALLBACK (record_clicked_cb), self);
  events = sdm_ui_icon_button ("ev-eye-symbolic", label);
  sdm_home_row_set_id (events, head->id);
  g_signal_connect (events, "clicked", G_CALLBACK (record_events_cb), self);
  gtk_box_append (GTK_BOX (line), row);
  gtk_box_append (GTK_BOX (line), events);

  return line;
}

static GtkWidget *
make_talks_card (SdmPatientPage       *self,
                 const SdmRecordFound *found)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Talks, the newest first"), &content);

  for (guint i = 0; i < found->heads->len; i++)
    gtk_box_append (GTK_BOX (content), make_talk (self, g_ptr_array_index (found->heads, i)));
  if (found->heads->len == 0)
    sdm_home_show_empty (content, _ ("There is no talk with this person yet. Start one."));
  if (found->is_cut)
    sdm_home_show_empty (content, _ ("There are more than are shown."));

  return card;
}

/* Reading */

static GHashTable *
list_talks (const SdmRecordFound *found)
{
  GHashTable *talks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < found->heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (found->heads, i);

      g_hash_table_insert (talks, g_strdup (head->id), sdm_record_words_dup_time (head->created));
    }

  return talks;
}

static void
show_found (SdmPatientPage       *self,
            const SdmRecordFound *found)
{
  const SdmRecordPatient *patient = g_ptr_array_index (found->patients, 0);
  g_autofree char        *name = sdm_record_words_dup_name (patient->name);
  g_autofree char        *identity = sdm_record_words_dup_identity (patient->birth_date, patient->nhs_number);
  g_autofree char        *who = g_strdup_printf ("%s · %s", name, identity);
  GtkWidget              *left;
  GtkWidget              *right;

  /* Who was joined to another is shown as that other one. */
  g_free (self->id);
  self->id = g_strdup (patient->id);
  g_clear_pointer (&self->people, sdm_known_person_free);
  self->people = sdm_known_person_new (found);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  sdm_patients_page_set_patient (self->place, who, list_talks (found));
  add_needs (self);
  add_others (self, patient);
  gtk_box_append (GTK_BOX (self->content), sdm_ui_columns (2, 3, &left, &right));
  gtk_box_append (GTK_BOX (left), make_person_card (self));
  gtk_box_append (GTK_BOX (right), make_talks_card (self, found));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SdmPatientPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFound) found = sdm_record_store_find_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->place == NULL)
    return;
  sdm_ui_clear (self->content);
  if (found == NULL)
    gtk_box_append (GTK_BOX (self->content), sdm_ui_label (error->message, "problem"));
  else
    show_found (self, found);
}

static void
read_patient (SdmPatientPage *self)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_PATIENT, self->id);

  query->limit = MOST_TALKS;
  sdm_record_store_find_async (sdm_patients_page_get_store (self->place), query, NULL, found_cb, g_object_ref (self));
}

/* GObject */

static void
sdm_patient_page_dispose (GObject *object)
{
  SdmPatientPage *self = SDM_PATIENT_PAGE (object);

  g_clear_weak_pointer (&self->place);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->people, sdm_known_person_free);

  G_OBJECT_CLASS (sdm_patient_page_parent_class)->dispose (object);
}

static void
sdm_patient_page_class_init (SdmPatientPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_patient_page_dispose;
}

static void
sdm_patient_page_init (SdmPatientPage *self)
{
}

/* Public API */

/**
 * sdm_patient_page_new:
 * @patient: the id of a patient
 *
 * Returns: (transfer floating): a page that fills when the store has answered
 */
GtkWidget *
sdm_patient_page_new (SdmPatientsPage *place,
                      const char      *patient)
{
  SdmPatientPage *self = g_object_new (SDM_TYPE_PATIENT_PAGE, NULL);
  GtkWidget      *page;

  g_set_weak_pointer (&self->place, place);
  self->id = g_strdup (patient);
  adw_bin_set_child (ADW_BIN (self), sdm_patients_page_make_page (place, _ ("A patient"), &page));
  self->name = gtk_widget_get_last_child (page);
  self->content = sdm_ui_column (16);
  gtk_box_append (GTK_BOX (page), self->content);
  gtk_box_append (GTK_BOX (self->content), sdm_ui_label (_ ("Looking…"), "body"));
  read_patient (self);

  return GTK_WIDGET (self);
}
