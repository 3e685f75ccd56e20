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
#include "sdm-same-person.h"
#include "sdm-ui.h"

/**
 * SdmNewPatientPage:
 *
 * A new consultation with a real patient: who is here, and what there is to decide.
 * What is typed is tried on a consultation that is kept nowhere; the real one begins
 * when the decision is chosen and it is clear whom it is about. Of somebody who is here
 * already, what is known is taken over, and who it is stands fast; whoever is typed and
 * may be here already is noticed before a second entry is made.
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
  SdmConsultation *patient;    /* kept nowhere */
  gboolean         is_known;   /* one who is here already */
  gboolean         is_waiting; /* to begin, until it is clear that nobody is entered twice */
  GFile           *waiting;    /* nullable: with which aid */
  SdmAidApprovals *approvals;

  GtkWidget *given;
  GtkWidget *family;
  GtkWidget *preferred;
  GtkWidget *born;
  GtkWidget *number;
  GtkWidget *number_missing;
  GtkWidget *same; /* SdmSamePerson */
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

/* Whatever was waited for is about somebody else now. */
static void
note_identity (SdmNewPatientPage *self)
{
  self->is_waiting = FALSE;
  if (!self->is_known)
    sdm_same_person_set_identity (SDM_SAME_PERSON (self->same),
                                  sdm_consultation_get_text (self->patient, "people/patient/family"),
                                  sdm_consultation_get_text (self->patient, "people/patient/born"),
                                  sdm_consultation_get_text (self->patient, "people/patient/nhs_number"));
}

static void
family_changed_cb (SdmNewPatientPage *self)
{
  keep_text (self, self->family, "people/patient/family");
  note_identity (self);
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
  note_identity (self);
}

static void
number_changed_cb (SdmNewPatientPage *self)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_nhs_number (self->patient, gtk_editable_get_text (GTK_EDITABLE (self->number)), &error);
  show_problem (self->number, error);
  note_identity (self);
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

/* Who it is, and what was taken over; the rest is for the talk. */
static const char *const known[] = { "patient", "needs", "needs_reviewed_on", "letter_wish" };

static json_t *
collect_people (SdmNewPatientPage *self)
{
  json_t *people = json_object ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *path = g_strconcat ("people/", known[i], NULL);
      json_t          *value = sdm_consultation_peek (self->patient, path);

      if (value != NULL)
        json_object_set (people, known[i], value);
    }

  return people;
}

static void
start_waiting_cb (SdmNewPatientPage *self)
{
  g_autoptr (GFile) aid_file = g_steal_pointer (&self->waiting);
  json_t *people;

  if (!self->is_waiting || !is_clear_who (self))
    return;
  self->is_waiting = FALSE;
  people = collect_people (self);
  sdm_window_start_for_patient (self->window, people, aid_file);
  json_decref (people);
}

static void
start_with (SdmNewPatientPage *self,
            GFile             *aid_file) /* nullable: a blank page */
{
  if (!is_clear_who (self))
    return;
  self->is_waiting = TRUE;
  g_set_object (&self->waiting, aid_file);
  if (self->is_known || sdm_same_person_is_clear (SDM_SAME_PERSON (self->same)))
    start_waiting_cb (self);
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
  self->same = sdm_same_person_new (self->window, self->context);
  g_signal_connect_swapped (self->same, "clear", G_CALLBACK (start_waiting_cb), self);

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
  GtkWidget  *page;
  const char *helper = self->is_known ? _ ("What is known of this person is taken over. Choose what there is to decide: the talk begins then.")
                                      : _ ("First who is here, then what there is to decide. The talk begins when you choose it.");
  GtkWidget *left;
  GtkWidget *right;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("New consultation"), helper, -1, &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (1, 1, &left, &right));
  gtk_box_append (GTK_BOX (left), make_person_card (self));
  gtk_box_append (GTK_BOX (left), self->same);
  gtk_box_append (GTK_BOX (right), make_decision_card (self));
  gtk_box_append (GTK_BOX (page), sdm_ui_label (_ ("Not for emergencies, or when someone cannot take part in the decision."), "caption"));
}

static void
map_cb (SdmNewPatientPage *self)
{
  gtk_widget_grab_focus (self->is_known ? self->search : self->given);
}

/* GObject */

static void
sdm_new_patient_page_dispose (GObject *object)
{
  SdmNewPatientPage *self = SDM_NEW_PATIENT_PAGE (object);

  g_clear_object (&self->approvals);
  g_clear_object (&self->patient);
  g_clear_object (&self->waiting);
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

/* Somebody who is here already */

/* What stands fast is put right in the talk, on “People”, where the record of it is kept. */
static void
show_known (SdmNewPatientPage *self,
            GtkWidget         *entry,
            const char        *text) /* nullable */
{
  if (text == NULL || *text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_sensitive (entry, FALSE);
}

static void
take_known (SdmNewPatientPage *self,
            json_t            *people)
{
  const char *key;
  json_t     *value;

  json_object_foreach (people, key, value)
    {
      g_autofree char *path = g_strconcat ("people/", key, NULL);
      g_autoptr (GError) error = NULL;

      if (!sdm_consultation_take_value (self->patient, path, json_deep_copy (value), &error))
        g_debug ("%s: %s", path, error->message);
    }
}

static void
show_taken (SdmNewPatientPage *self)
{
  g_autofree char *given = sdm_consultation_dup_given_names (self->patient);
  g_autofree char *number = sdm_consultation_dup_nhs_number (self->patient);
  g_autofree char *family = g_strdup (sdm_consultation_get_text (self->patient, "people/patient/family"));
  g_autofree char *preferred = g_strdup (sdm_consultation_get_text (self->patient, "people/patient/preferred_name"));
  g_autofree char *missing = g_strdup (sdm_consultation_get_text (self->patient, "people/patient/nhs_number_missing"));
  const char      *born = sdm_consultation_get_text (self->patient, "people/patient/born");
  g_autofree char *day = born != NULL ? sdm_date_format (born) : NULL;

  show_known (self, self->given, given);
  show_known (self, self->family, family);
  show_known (self, self->born, day);
  show_known (self, self->number, number);
  gtk_editable_set_text (GTK_EDITABLE (self->preferred), preferred != NULL ? preferred : "");
  gtk_editable_set_text (GTK_EDITABLE (self->number_missing), missing != NULL ? missing : "");
}

static SdmNewPatientPage *
make_page (SdmWindow  *window,
           SdmContext *context,
           gboolean    is_known)
{
  SdmNewPatientPage *self = g_object_new (SDM_TYPE_NEW_PATIENT_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->is_known = is_known;
  self->patient = sdm_consultation_new_for_patient (NULL, sdm_context_get_clock (context));
  self->approvals = sdm_aid_approvals_new (context);
  build (self);
  show_aids (self);
  g_signal_connect_object (self->approvals, "changed", G_CALLBACK (show_aids), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sdm_context_get_library (context), "changed", G_CALLBACK (show_aids), self, G_CONNECT_SWAPPED);

  return self;
}

/* Public API */

GtkWidget *
sdm_new_patient_page_new (SdmWindow  *window,
                          SdmContext *context)
{
  return GTK_WIDGET (make_page (window, context, FALSE));
}

/**
 * sdm_new_patient_page_new_for:
 * @people: what is known of somebody, as the `people` of a consultation has it
 *
 * Returns: (transfer floating): the page for another talk with the same person
 */
GtkWidget *
sdm_new_patient_page_new_for (SdmWindow  *window,
                              SdmContext *context,
                              json_t     *people)
{
  SdmNewPatientPage *self = make_page (window, context, TRUE);

  take_known (self, people);
  show_taken (self);

  return GTK_WIDGET (self);
}
