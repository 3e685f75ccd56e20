/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-new-patient-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-approvals.h"
#include "sdm-consultation-people.h"
#include "sdm-consultation.h"
#include "sdm-date.h"
#include "sdm-home-private.h"
#include "sdm-nhs-number.h"
#include "sdm-ui.h"

/**
 * SdmNewPatientPage:
 *
 * A new consultation with a real patient: who is here, and what there is to decide.
 * What is typed is tried on a consultation that is kept nowhere; the real one begins
 * when the decision is chosen and it is clear whom it is about.
 *
 * ## Accessibility
 *
 * What is wrong with a field stands under it and describes it, and the first of them
 * gets the focus.
 */
struct _SdmNewPatientPage
{
  AdwBin parent_instance;

  SdmWindow       *window; /* not owned: it owns this */
  SdmContext      *context;
  SdmConsultation *patient; /* kept nowhere */
  SdmAidApprovals *approvals;

  GtkWidget *given;
  GtkWidget *family;
  GtkWidget *preferred;
  GtkWidget *born;
  GtkWidget *number;
  GtkWidget *number_missing;
  GtkWidget *search;
  GtkWidget *aids;
};

G_DEFINE_FINAL_TYPE (SdmNewPatientPage, sdm_new_patient_page, ADW_TYPE_BIN)

/* Who it is */

static gboolean
is_empty (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text == '\0';
}

static void
show_problem (GtkWidget    *entry,
              const GError *error)
{
  sdm_ui_set_problem (entry, error != NULL ? error->message : NULL);
}

static void
given_changed_cb (SdmNewPatientPage *self)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_given_names (self->patient, gtk_editable_get_text (GTK_EDITABLE (self->given)), &error);
  show_problem (self->given, error);
}

static void
keep_text (SdmNewPatientPage *self,
           GtkWidget         *entry,
           const char        *path)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    sdm_consultation_remove (self->patient, path, &error);
  else
    sdm_consultation_set_text (self->patient, path, text, &error);
  show_problem (entry, error);
}

static void
family_changed_cb (SdmNewPatientPage *self)
{
  keep_text (self, self->family, "people/patient/family");
}

static void
preferred_changed_cb (SdmNewPatientPage *self)
{
  keep_text (self, self->preferred, "people/patient/preferred_name");
}

static void
missing_changed_cb (SdmNewPatientPage *self)
{
  keep_text (self, self->number_missing, "people/patient/nhs_number_missing");
  if (is_empty (self->number))
    sdm_ui_set_problem (self->number, NULL);
}

/* Half a day is no fault while somebody types. */
static void
born_changed_cb (SdmNewPatientPage *self)
{
  g_autofree char *day = sdm_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->born)));

  if (day != NULL)
    sdm_consultation_set_text (self->patient, "people/patient/born", day, NULL);
  else
    sdm_consultation_remove (self->patient, "people/patient/born", NULL);
  sdm_ui_set_problem (self->born, NULL);
}

static void
number_changed_cb (SdmNewPatientPage *self)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_nhs_number (self->patient, gtk_editable_get_text (GTK_EDITABLE (self->number)), &error);
  show_problem (self->number, error);
}

/* What is kept is shown in its groups. */
static void
number_left_cb (SdmNewPatientPage *self)
{
  g_autofree char *shown = sdm_consultation_dup_nhs_number (self->patient);

  if (!sdm_ui_has_problem (self->number) && strcmp (gtk_editable_get_text (GTK_EDITABLE (self->number)), shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->number), shown);
}

/* Whether it is clear who is here */

static const char *
find_born_fault (SdmNewPatientPage *self)
{
  const char      *born = sdm_consultation_get_text (self->patient, "people/patient/born");
  g_autofree char *today = sdm_clock_dup_day (sdm_context_get_clock (self->context));

  if (born == NULL)
    return is_empty (self->born) ? _ ("Ask for the date of birth.") : _ ("Type a day such as 14 March 1943 or 14/03/1943.");
  if (strcmp (born, today) > 0)
    return _ ("This day is still to come. Ask for the date of birth again.");

  return NULL;
}

static const char *
find_number_fault (SdmNewPatientPage *self)
{
  const char *digits = sdm_consultation_get_text (self->patient, "people/patient/nhs_number");

  if (digits != NULL && strlen (digits) == SDM_NHS_NUMBER_DIGITS)
    return NULL;
  if (!is_empty (self->number))
    return _ ("An NHS number has ten digits.");
  if (is_empty (self->number_missing))
    return _ ("Type the NHS number, or say beside it why there is none.");

  return NULL;
}

static void
add_fault (GtkWidget  *entry,
           const char *fault,
           GtkWidget **first)
{
  if (fault != NULL && !sdm_ui_has_problem (entry))
    sdm_ui_set_problem (entry, fault);
  if (*first == NULL && sdm_ui_has_problem (entry))
    *first = entry;
}

static gboolean
is_clear_who (SdmNewPatientPage *self)
{
  GtkWidget *first = NULL;

  add_fault (self->given, NULL, &first);
  add_fault (self->family, is_empty (self->family) ? _ ("Type the family name, or the one name that there is.") : NULL, &first);
  add_fault (self->preferred, NULL, &first);
  add_fault (self->born, find_born_fault (self), &first);
  add_fault (self->number, find_number_fault (self), &first);
  add_fault (self->number_missing, NULL, &first);
  if (first != NULL)
    gtk_widget_grab_focus (first);

  return first == NULL;
}

/* What there is to decide */

static void
start_with (SdmNewPatientPage *self,
            GFile             *aid_file)
{
  if (is_clear_who (self))
    sdm_window_start_for_patient (self->window, sdm_consultation_peek (self->patient, "people/patient"), aid_file);
}

static void
aid_clicked_cb (GtkWidget         *row,
                SdmNewPatientPage *self)
{
  GFile *file = sdm_aid_library_find_aid (sdm_context_get_library (self->context), g_object_get_data (G_OBJECT (row), "id"), NULL);

  if (file != NULL)
    start_with (self, file);
}

static void
blank_clicked_cb (SdmNewPatientPage *self)
{
  start_with (self, NULL);
}

static void
show_aids (SdmNewPatientPage *self)
{
  GPtrArray  *aids = sdm_aid_library_get_aids (sdm_context_get_library (self->context));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  sdm_ui_clear (self->aids);
  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (aids, i);
      g_autofree char  *state = NULL;
      GtkWidget        *row;

      if (!sdm_aid_head_matches (head, words))
        continue;
      state = sdm_aid_approvals_describe (self->approvals, head);
      row = sdm_home_row_new (head->title, head->decision != NULL ? head->decision : "", state);
      sdm_home_row_set_id (row, head->id);
      g_signal_connect (row, "clicked", G_CALLBACK (aid_clicked_cb), self);
      gtk_box_append (GTK_BOX (self->aids), row);
    }
  if (gtk_widget_get_first_child (self->aids) == NULL)
    sdm_home_show_empty (self->aids, *words != '\0' ? _ ("Nothing fits these words. Try another word, such as “cholesterol”.") : _ ("No decision aid was found."));
}

/* Parts */

static GtkWidget *
add_entry (SdmNewPatientPage *self,
           GtkWidget         *box,
           const char        *label,
           int                width_chars,
           GCallback          changed)
{
  GtkWidget *entry = sdm_ui_entry (width_chars);
  GtkWidget *field = sdm_ui_field (label, entry);

  sdm_ui_let_undo (entry);
  g_signal_connect_swapped (entry, "changed", changed, self);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);

  return entry;
}

static GtkWidget *
make_person_card (SdmNewPatientPage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget          *names = sdm_ui_wrap (12);
  GtkWidget          *second = sdm_ui_wrap (12);
  GtkWidget          *third = sdm_ui_wrap (12);
  GtkWidget          *content;
  GtkWidget          *card = sdm_ui_card (_ ("Who is here?"), &content);

  self->given = add_entry (self, names, _ ("Given names"), 12, G_CALLBACK (given_changed_cb));
  self->family = add_entry (self, names, _ ("Family name, or the only name"), 12, G_CALLBACK (family_changed_cb));
  self->preferred = add_entry (self, second, _ ("Likes to be called"), 12, G_CALLBACK (preferred_changed_cb));
  self->born = add_entry (self, second, _ ("Date of birth"), 12, G_CALLBACK (born_changed_cb));
  self->number = add_entry (self, third, _ ("NHS number"), 13, G_CALLBACK (number_changed_cb));
  self->number_missing = add_entry (self, third, _ ("If there is none, why?"), 12, G_CALLBACK (missing_changed_cb));
  gtk_widget_add_css_class (self->number, "numbers");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->number), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (number_left_cb), self);
  gtk_widget_add_controller (self->number, focus);
  gtk_box_append (GTK_BOX (content), names);
  gtk_box_append (GTK_BOX (content), second);
  gtk_box_append (GTK_BOX (content), third);

  return card;
}

static GtkWidget *
make_decision_card (SdmNewPatientPage *self)
{
  GtkWidget *row = sdm_ui_wrap (8);
  GtkWidget *blank = sdm_ui_button (_ ("Use a blank page for two"), NULL);
  GtkWidget *when = sdm_ui_label (_ ("Nothing fits?"), "chrome");
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What is the decision?"), &content);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search decision aids by everyday words"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search decision aids"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (show_aids), self);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (when), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (blank, "flat");
  g_signal_connect_swapped (blank, "clicked", G_CALLBACK (blank_clicked_cb), self);
  self->aids = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), blank);
  gtk_box_append (GTK_BOX (content), self->search);
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (content), self->aids);

  return card;
}

static void
build (SdmNewPatientPage *self)
{
  GtkWidget *page;
  GtkWidget *left;
  GtkWidget *right;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("New consultation"), _ ("First who is here, then what there is to decide. The talk begins when you choose it."), -1, &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (1, 1, &left, &right));
  gtk_box_append (GTK_BOX (left), make_person_card (self));
  gtk_box_append (GTK_BOX (right), make_decision_card (self));
  gtk_box_append (GTK_BOX (page), sdm_ui_label (_ ("Not for emergencies, or when someone cannot take part in the decision."), "caption"));
}

static void
map_cb (SdmNewPatientPage *self)
{
  gtk_widget_grab_focus (self->given);
}

/* GObject */

static void
sdm_new_patient_page_dispose (GObject *object)
{
  SdmNewPatientPage *self = SDM_NEW_PATIENT_PAGE (object);

  g_clear_object (&self->approvals);
  g_clear_object (&self->patient);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_new_patient_page_parent_class)->dispose (object);
}

static void
sdm_new_patient_page_class_init (SdmNewPatientPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_new_patient_page_dispose;
}

static void
sdm_new_patient_page_init (SdmNewPatientPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

GtkWidget *
sdm_new_patient_page_new (SdmWindow  *window,
                          SdmContext *context)
{
  SdmNewPatientPage *self = g_object_new (SDM_TYPE_NEW_PATIENT_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->patient = sdm_consultation_new_for_patient (NULL, sdm_context_get_clock (context));
  self->approvals = sdm_aid_approvals_new (context);
  build (self);
  show_aids (self);
  g_signal_connect_object (self->approvals, "changed", G_CALLBACK (show_aids), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sdm_context_get_library (context), "changed", G_CALLBACK (show_aids), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
