/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-find-results.h"

#include <glib/gi18n.h>

#include "sdm-home-private.h"
#include "sdm-record-row.h"
#include "sdm-record-words.h"
#include "sdm-ui.h"

/**
 * SdmFindResults:
 *
 * What was found: whoever it is, and of one person alone also the talks. While several people
 * could be meant, what they decided is nobody's business: that is shown, and noted as seen, only
 * of the one who is chosen.
 *
 * ## Accessibility
 *
 * A group whose first line says how much was found, or why nothing was and what to do.
 */
struct _SdmFindResults
{
  GtkBox parent_instance;

  SdmPatientsPage *place; /* not owned: it holds this */
};

G_DEFINE_FINAL_TYPE (SdmFindResults, sdm_find_results, GTK_TYPE_BOX)

/* Callbacks */

static void
patient_clicked_cb (GtkWidget      *row,
                    SdmFindResults *self)
{
  sdm_patients_page_show_patient (self->place, g_object_get_data (G_OBJECT (row), "id"));
}

static void
record_clicked_cb (GtkWidget      *row,
                   SdmFindResults *self)
{
  sdm_patients_page_open_record (self->place, g_object_get_data (G_OBJECT (row), "id"),
                                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "is-final")));
}

/* Lines */

static void
add_text (SdmFindResults *self,
          const char     *text,
          const char     *css_class)
{
  gtk_box_append (GTK_BOX (self), sdm_ui_label (text, css_class));
}

static void
add_patient (SdmFindResults         *self,
             const SdmRecordPatient *patient)
{
  GtkWidget *row = sdm_record_row_new_for_patient (patient);

  sdm_home_row_set_id (row, patient->id);
  g_signal_connect (row, "clicked", G_CALLBACK (patient_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), row);
}

/* A talk that was found by something else than its person leads to that person, too. */
static void
add_head (SdmFindResults      *self,
          const SdmRecordHead *head,
          gboolean             with_name)
{
  GtkWidget *line = sdm_ui_row (4);
  GtkWidget *row = sdm_record_row_new_for_head (head, sdm_context_get_library (sdm_patients_page_get_context (self->place)), with_name);

  sdm_home_row_set_id (row, head->id);
  g_object_set_data (G_OBJECT (row), "is-final", GINT_TO_POINTER (head->version > 0));
  g_signal_connect (row, "clicked", G_CALLBACK (record_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), row);
  if (with_name && head->patient_id != NULL)
    {
      g_autofree char *name = sdm_record_words_dup_name (head->patient);
      /* Translators: a button beside a talk; %s is a name: "All of Arthur Pell" */
      g_autofree char *label = g_strdup_printf (_ ("All of %s"), name);
      GtkWidget       *who = sdm_ui_icon_button ("ev-person-symbolic", label);

      sdm_home_row_set_id (who, head->patient_id);
      g_signal_connect (who, "clicked", G_CALLBACK (patient_clicked_cb), self);
      gtk_box_append (GTK_BOX (line), who);
    }
  gtk_box_append (GTK_BOX (self), line);
}

/* Words */

static const char *
get_empty_text (const SdmRecordQuery *query)
{
  switch (query->kind)
    {
    case SDM_RECORD_QUERY_NHS_NUMBER:
      return _ ("Nobody here has this NHS number. Try the family name and the date of birth: the number may not have been known. "
                "If there is nobody, begin a new consultation.");
    case SDM_RECORD_QUERY_NAME:
      if (query->birth_date != NULL)
        return _ ("Nobody here has this name and this date of birth. Try the name alone, or the NHS number. "
                  "If there is nobody, begin a new consultation.");
      return _ ("Nobody here has a name that begins so. Try fewer letters, or the NHS number. "
                "If there is nobody, begin a new consultation.");
    case SDM_RECORD_QUERY_DAY:
      return _ ("No talk was begun then. Try another day.");
    case SDM_RECORD_QUERY_CLINICIAN:
      return _ ("This person has begun no talk here then. Try another day, or no day for all of them.");
    case SDM_RECORD_QUERY_AID:
      return _ ("There is no talk about this decision yet.");
    case SDM_RECORD_QUERY_DRAFTS:
      return _ ("No drafts. Every talk here is finished.");
    case SDM_RECORD_QUERY_REVIEWS:
      return _ ("No review is planned up to this day. Try a later one.");
    case SDM_RECORD_QUERY_PERSON:
    case SDM_RECORD_QUERY_PATIENT:
    default:
      return _ ("Nobody was found.");
    }
}

static gboolean
is_about_people (const SdmRecordQuery *query)
{
  return query->kind == SDM_RECORD_QUERY_NHS_NUMBER || query->kind == SDM_RECORD_QUERY_NAME;
}

static void
add_count (SdmFindResults       *self,
           const SdmRecordQuery *query,
           const SdmRecordFound *found)
{
  const guint      n_people = found->patients->len;
  const guint      n_talks = found->heads->len;
  g_autofree char *text = NULL;

  if (is_about_people (query))
    text = g_strdup_printf (ngettext ("%u person found", "%u people found", n_people), n_people);
  else
    text = g_strdup_printf (ngettext ("%u talk found", "%u talks found", n_talks), n_talks);
  add_text (self, text, "h3");
}

static void
add_empty (SdmFindResults       *self,
           const SdmRecordQuery *query)
{
  add_text (self, get_empty_text (query), "body");
  if (is_about_people (query))
    {
      GtkWidget *begin = sdm_ui_button (_ ("New consultation"), "ev-plus-symbolic");

      gtk_widget_set_halign (begin, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (begin), "win.new-patient");
      gtk_box_append (GTK_BOX (self), begin);
    }
}

/* GObject */

static void
sdm_find_results_class_init (SdmFindResultsClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_find_results_init (SdmFindResults *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was found"), -1);
}

/* Public API */

/**
 * sdm_find_results_new:
 * @place: where what is chosen is shown
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
sdm_find_results_new (SdmPatientsPage *place)
{
  SdmFindResults *self = g_object_new (SDM_TYPE_FIND_RESULTS, NULL);

  self->place = place;

  return GTK_WIDGET (self);
}

/**
 * sdm_find_results_say:
 * @text: what there is to say in the place of a list
 */
void
sdm_find_results_say (SdmFindResults *self,
                      const char     *text)
{
  sdm_ui_clear (GTK_WIDGET (self));
  add_text (self, text, "body");
}

/**
 * sdm_find_results_show_failure:
 * @text: why it could not be looked for, and what to do
 */
void
sdm_find_results_show_failure (SdmFindResults *self,
                               const char     *text)
{
  sdm_ui_clear (GTK_WIDGET (self));
  add_text (self, text, "problem");
}

/**
 * sdm_find_results_show:
 * @query: what was looked for
 * @found: what there is
 */
void
sdm_find_results_show (SdmFindResults       *self,
                       const SdmRecordQuery *query,
                       const SdmRecordFound *found)
{
  const gboolean is_one = found->patients->len == 1;

  sdm_ui_clear (GTK_WIDGET (self));
  if (found->patients->len == 0 && found->heads->len == 0)
    {
      add_empty (self, query);
      return;
    }

  add_count (self, query, found);
  if (found->patients->len > 1)
    add_text (self, _ ("Ask for the date of birth, then choose the person to see the talks."), "chrome");
  for (guint i = 0; i < found->patients->len; i++)
    add_patient (self, g_ptr_array_index (found->patients, i));
  if (is_one)
    add_text (self, found->heads->len > 0 ? _ ("Talks with this person") : _ ("There is no talk with this person yet."), "h3");
  for (guint i = 0; i < found->heads->len; i++)
    add_head (self, g_ptr_array_index (found->heads, i), !is_one);
  if (found->is_cut)
    add_text (self, _ ("There are more than are shown. Look for something narrower."), "body");
}
