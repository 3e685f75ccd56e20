/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-people-page.h"

#include <glib/gi18n.h>

#include "sdm-consultation-people.h"
#include "sdm-date.h"
#include "sdm-language-choice.h"
#include "sdm-language.h"
#include "sdm-page-reader.h"
#include "sdm-patient-details.h"
#include "sdm-record-list.h"

/**
 * SdmPeoplePage:
 *
 * Who is here: first what makes it easy for the person, then who they are,
 * said aloud; how they would like to decide; and what each of the two came for.
 */
struct _SdmPeoplePage
{
  SdmPage parent_instance;

  GtkWidget *needs;
  GtkWidget *letter;
  GtkWidget *language;
  GtkWidget *language_field; /* around it */
  GtkWidget *only_one;       /* why there is no choice */
  GtkWidget *name;
  GtkWidget *born;
  GtkWidget *name_said;
  GtkWidget *born_said;
  GtkWidget *details;
  GtkWidget *participants;
  GtkWidget *problems;
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmPeoplePage, sdm_people_page, SDM_TYPE_PAGE)

static const SdmRecordField need_fields[] = {
  { "need", SDM_RECORD_FIELD_LINE, N_ ("What helps"), FALSE, FALSE, 0 },
    { "met_by", SDM_RECORD_FIELD_LINE, N_ ("How we do it"), FALSE, FALSE, 0 },
  };

static const SdmRecordKind needs_kind = {
  "people/needs", N_ ("What makes it easy"), N_ ("Add something that helps"), NULL, need_fields, G_N_ELEMENTS (need_fields), NULL };

static const SdmRecordField participant_fields[] = {
  { "name", SDM_RECORD_FIELD_LINE, N_ ("Name"), FALSE, FALSE, 0 },
    { "relationship", SDM_RECORD_FIELD_LINE, N_ ("How they belong"), FALSE, FALSE, 0 },
      { "role", SDM_RECORD_FIELD_LINE, N_ ("Their part in the decision"), FALSE, FALSE, 0 },
    };

static const SdmRecordKind participants_kind = {
  "people/participants", N_ ("Who takes part"), N_ ("Add someone"), N_ ("Nobody is named yet."), participant_fields, G_N_ELEMENTS (participant_fields), NULL };

static const SdmRecordField problem_fields[] = {
  { "text", SDM_RECORD_FIELD_LINE, N_ ("Problem"), TRUE, FALSE, 0 },
};

static const SdmRecordKind problems_kind = {
  "people/problem", N_ ("What the decision is about"), N_ ("Add a problem"), NULL, problem_fields, G_N_ELEMENTS (problem_fields), NULL };

/* Helpers */

static GtkWidget *
add_bound (SdmPeoplePage *self,
           GtkWidget     *box,
           const char    *label,
           GtkWidget     *input,
           const char    *path)
{
  gtk_box_append (GTK_BOX (box), sdm_ui_field (label, input));
  sdm_page_bind_text (SDM_PAGE (self), input, path);

  return input;
}

/* What they asked for; what can be made of it is said beside the letter. */
static void
show_note (SdmPeoplePage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  g_autofree char *name = sdm_page_dup_speaker (SDM_PAGE (self));
  g_autofree char *note = NULL;

  if (g_strcmp0 (sdm_consultation_get_text (consultation, "people/letter_wish/format"), "large") == 0 && *name != '\0')
    /* Translators: %s is what the person likes to be called: "Alan asked for large print." */
    note = g_strdup_printf (_ ("%s asked for large print."), name);
  sdm_page_set_note (SDM_PAGE (self), note);
}

static void
show_person (SdmPeoplePage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  g_autofree char *name = sdm_consultation_dup_patient_name (consultation);
  const char      *born = sdm_consultation_get_text (consultation, "people/patient/born");
  g_autofree char *day = born != NULL ? sdm_date_format (born) : NULL;
  /* Translators: %s is a day: "Born 14 March 1943" */
  g_autofree char *born_on = day != NULL ? g_strdup_printf (_ ("Born %s"), day) : g_strdup (_ ("No date of birth yet"));

  gtk_label_set_label (GTK_LABEL (self->name), *name != '\0' ? name : _ ("No name yet"));
  gtk_label_set_label (GTK_LABEL (self->born), born_on);
}

/* Callbacks */

static void
letter_chosen_cb (SdmPeoplePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->refreshing && !sdm_consultation_set_letter_format (sdm_page_get_consultation (SDM_PAGE (self)),
                                                                sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->letter)), &error))
    sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), error->message);
  show_note (self);
}

static void
language_chosen_cb (SdmPeoplePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_letter_language (sdm_page_get_consultation (SDM_PAGE (self)),
                                             sdm_language_choice_get_language (SDM_LANGUAGE_CHOICE (self->language)), &error))
    sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), error->message);
}

/* Where there is nothing to choose, whoever may want another language is told why. */
static void
show_language (SdmPeoplePage *self)
{
  SdmConsultation   *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  SdmLanguageChoice *choice = SDM_LANGUAGE_CHOICE (self->language);
  const char        *wish = sdm_consultation_get_text (consultation, "people/letter_wish/language");
  const char        *own = sdm_aid_get_language (sdm_page_get_aid (SDM_PAGE (self)));
  const gboolean     asks = (wish != NULL && !sdm_language_is_same (wish, own)) || sdm_consultation_get_flag (consultation, "start/interpreter/needed");

  sdm_language_choice_set_language (choice, wish);
  gtk_widget_set_visible (self->language_field, sdm_language_choice_has_choice (choice));
  gtk_widget_set_visible (self->only_one, asks && sdm_language_choice_is_known (choice) && !sdm_language_choice_has_choice (choice));
}

static void
confirmed_cb (SdmPeoplePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->refreshing && !sdm_consultation_confirm_person (sdm_page_get_consultation (SDM_PAGE (self)),
                                                             gtk_check_button_get_active (GTK_CHECK_BUTTON (self->name_said)),
                                                             gtk_check_button_get_active (GTK_CHECK_BUTTON (self->born_said)), &error))
    sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), error->message);
}

static void
consultation_changed_cb (SdmPeoplePage *self,
                         const char    *path)
{
  if ((!g_str_has_prefix (path, "people/patient") && !g_str_has_prefix (path, "letter/letter_to")) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_person (self);
  show_note (self);
}

/* Parts */

/* A parent always gets the letter; who reads in place of a grown-up is an exception, and folded away. */
static GtkWidget *
make_reader (SdmPeoplePage *self)
{
  const gboolean is_for_parent = sdm_page_is_for_parent (SDM_PAGE (self));
  GtkWidget     *row = sdm_ui_row (16);
  GtkWidget     *content;
  GtkWidget     *fold;

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  add_bound (self, row, is_for_parent ? _ ("Which parent or carer is it for?") : _ ("Who gets the letter in their place?"), sdm_ui_entry (12), "letter/letter_to/name");
  add_bound (self, row, is_for_parent ? _ ("What are they to the child?") : _ ("What are they to the person?"), sdm_ui_entry (12), "letter/letter_to/relationship");
  if (is_for_parent)
    return row;

  fold = sdm_ui_fold (_ ("Somebody else gets the letter"), &content);
  gtk_box_append (GTK_BOX (content), row);

  return fold;
}

static GtkWidget *
make_needs_card (SdmPeoplePage *self)
{
  SdmSession *session = sdm_page_get_session (SDM_PAGE (self));
  GtkWidget  *content;
  GtkWidget  *card = sdm_ui_card (_ ("What makes it easy for you"), &content);
  GtkWidget  *reviewed = sdm_ui_entry (12);

  self->needs = sdm_record_list_new (session, &needs_kind);
  gtk_box_append (GTK_BOX (content), self->needs);

  self->letter = sdm_choice_bar_new ();
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->letter), "standard", _ ("Standard"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->letter), "large", _ ("Large print"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->letter), "text", _ ("Plain text"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->letter), "none", _ ("No letter"));
  gtk_widget_set_sensitive (self->letter, !sdm_session_is_read_only (session));
  sdm_page_place_mark (self->letter, "people/letter_wish/format");
  g_signal_connect_object (self->letter, "notify::value", G_CALLBACK (letter_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Which letter would you like?"), self->letter));
  self->language = sdm_language_choice_new (SDM_PAGE (self));
  gtk_widget_set_sensitive (self->language, !sdm_session_is_read_only (session));
  g_signal_connect_object (self->language, "changed", G_CALLBACK (language_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->language, "known", G_CALLBACK (show_language), self, G_CONNECT_SWAPPED);
  self->language_field = sdm_ui_field (_ ("In which language would you like to read it?"), self->language);
  self->only_one = sdm_ui_label (_ ("The letter is in English: neither the program nor this decision aid is translated yet. Have it explained."), "caption");
  gtk_box_append (GTK_BOX (content), self->language_field);
  gtk_box_append (GTK_BOX (content), self->only_one);
  gtk_box_append (GTK_BOX (content), make_reader (self));

  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Needs looked at on"), reviewed));
  sdm_page_bind_date (SDM_PAGE (self), reviewed, "people/needs_reviewed_on");

  return card;
}

static GtkWidget *
make_said_check (SdmPeoplePage *self,
                 const char    *text)
{
  GtkWidget *check = sdm_ui_check (text);

  gtk_widget_set_sensitive (check, !sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self))));
  g_signal_connect_object (check, "toggled", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static GtkWidget *
make_person_card (SdmPeoplePage *self)
{
  const gboolean is_for_parent = sdm_page_is_for_parent (SDM_PAGE (self));
  GtkWidget     *content;
  GtkWidget     *card = sdm_ui_card (is_for_parent ? _ ("Is this your child?") : _ ("Is this you?"), &content);
  GtkWidget     *more;
  GtkWidget     *fold = sdm_ui_fold (_ ("Names, NHS number and address"), &more);

  self->name = sdm_ui_label (NULL, "h2");
  self->born = sdm_ui_label (NULL, "body");
  self->name_said = make_said_check (self, _ ("Name said aloud and right"));
  self->born_said = make_said_check (self, _ ("Date of birth said aloud and right"));
  sdm_page_place_mark (self->name_said, "people/confirmed/name");
  sdm_page_place_mark (self->born_said, "people/confirmed/born");
  gtk_box_append (GTK_BOX (content), self->name);
  gtk_box_append (GTK_BOX (content), self->born);
  gtk_box_append (GTK_BOX (content), self->name_said);
  gtk_box_append (GTK_BOX (content), self->born_said);
  add_bound (self, content, is_for_parent ? _ ("What do you call your child?") : _ ("What would you like to be called?"), sdm_ui_entry (12), "people/patient/preferred_name");

  self->details = sdm_patient_details_new (SDM_PAGE (self));
  gtk_box_append (GTK_BOX (more), self->details);
  gtk_box_append (GTK_BOX (content), fold);

  return card;
}

static GtkWidget *
make_role_card (SdmPeoplePage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *bar = sdm_choice_bar_new ();
  GtkWidget *question = sdm_ui_label (_ ("How would you like us to decide today?"), "h2");

  sdm_choice_bar_add (SDM_CHOICE_BAR (bar), "me", _ ("I’d like to decide"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bar), "together", _ ("Together"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bar), "clinician", _ ("I’d like you to decide"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bar), "not-sure", _ ("Not sure yet"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, question, NULL, -1);
  gtk_box_append (GTK_BOX (content), question);
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("You can change this at any time."), "caption"));
  sdm_page_bind_choice (SDM_PAGE (self), bar, "people/role_wish");

  return card;
}

static GtkWidget *
make_agenda_card (SdmPeoplePage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_voice_card (_ ("What would you like from today?"), &content);
  GtkWidget *text = sdm_ui_text (66);

  gtk_widget_add_css_class (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text)), "voice");
  add_bound (self, content, _ ("In the person’s own words"), text, "people/agenda/patient");

  return card;
}

static GtkWidget *
make_reason_card (SdmPeoplePage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What this is about"), &content);

  self->problems = sdm_record_list_new (sdm_page_get_session (SDM_PAGE (self)), &problems_kind);
  gtk_box_append (GTK_BOX (content), self->problems);
  add_bound (self, content, _ ("Why now"), sdm_ui_text (66), "people/why_now");
  add_bound (self, content, _ ("What the professional would like to talk about"), sdm_ui_text (48), "people/agenda/clinician");
  add_bound (self, content, _ ("What was given or said before today"), sdm_ui_text (48), "people/pre_info");

  return card;
}

static GtkWidget *
make_participants_card (SdmPeoplePage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Who takes part in the decision?"), &content);

  self->participants = sdm_record_list_new (sdm_page_get_session (SDM_PAGE (self)), &participants_kind);
  gtk_box_append (GTK_BOX (content), self->participants);

  return card;
}

/* SdmPage */

static void
sdm_people_page_build (SdmPage *page)
{
  SdmPeoplePage *self = SDM_PEOPLE_PAGE (page);
  GtkWidget     *content = sdm_page_get_content (page);
  GtkWidget     *left;
  GtkWidget     *right;

  sdm_page_set_heading (page, _ ("Who is here today?"), _ ("First, how can we make this easy for you?"));
  gtk_box_append (GTK_BOX (content), sdm_ui_columns (7, 5, &left, &right));
  gtk_box_append (GTK_BOX (left), make_needs_card (self));
  gtk_box_append (GTK_BOX (right), make_person_card (self));
  gtk_box_append (GTK_BOX (content), make_role_card (self));
  gtk_box_append (GTK_BOX (content), sdm_ui_columns (1, 1, &left, &right));
  gtk_box_append (GTK_BOX (left), make_agenda_card (self));
  gtk_box_append (GTK_BOX (left), make_participants_card (self));
  gtk_box_append (GTK_BOX (right), make_reason_card (self));
  g_signal_connect_object (sdm_page_get_consultation (page), "changed", G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
sdm_people_page_refresh (SdmPage *page)
{
  SdmPeoplePage   *self = SDM_PEOPLE_PAGE (page);
  SdmConsultation *consultation = sdm_page_get_consultation (page);

  self->refreshing = TRUE;
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->letter), sdm_consultation_get_text (consultation, "people/letter_wish/format"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->name_said), sdm_consultation_get_flag (consultation, "people/confirmed/name"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->born_said), sdm_consultation_get_flag (consultation, "people/confirmed/born"));
  sdm_patient_details_refresh (SDM_PATIENT_DETAILS (self->details));
  sdm_record_list_refresh (SDM_RECORD_LIST (self->needs));
  sdm_record_list_refresh (SDM_RECORD_LIST (self->participants));
  sdm_record_list_refresh (SDM_RECORD_LIST (self->problems));
  show_language (self);
  show_person (self);
  show_note (self);
  self->refreshing = FALSE;
}

static void
sdm_people_page_class_init (SdmPeoplePageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_PEOPLE;
  page_class->build = sdm_people_page_build;
  page_class->refresh = sdm_people_page_refresh;
}

static void
sdm_people_page_init (SdmPeoplePage *self)
{
}
