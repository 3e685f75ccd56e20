/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-details.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-consultation-people.h"
#include "sdm-nhs-number.h"

/**
 * SdmPatientDetails:
 *
 * Names, date of birth, NHS number and address of the person. The number is
 * read and shown in groups of three, three and four.
 */
struct _SdmPatientDetails
{
  GtkBox parent_instance;

  SdmPage   *page; /* not owned: it holds this */
  GtkWidget *given;
  GtkWidget *number;
  GtkWidget *other_kind;
  GtkWidget *other_number;
  GtkWidget *address;
  GtkWidget *gp_address;
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (SdmPatientDetails, sdm_patient_details, GTK_TYPE_BOX)

#define OTHER      "people/patient/other_identifier"
#define ADDRESS    "people/patient/address"
#define GP_ADDRESS "people/patient/gp_practice/address"

/* Helpers */

static SdmConsultation *
get_consultation (SdmPatientDetails *self)
{
  return sdm_page_get_consultation (self->page);
}

static GtkTextBuffer *
get_buffer (GtkWidget *text)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text))));
}

static void
show_problem (GtkWidget *input,
              GError    *error)
{
  sdm_ui_set_problem (input, error != NULL ? error->message : NULL);
}

/* What is still on screen and half typed gets its word once the reader has left it. */
static void
show_number (SdmPatientDetails *self)
{
  const char      *digits = sdm_consultation_get_text (get_consultation (self), "people/patient/nhs_number");
  g_autofree char *shown = sdm_consultation_dup_nhs_number (get_consultation (self));
  const gsize      length = digits != NULL ? strlen (digits) : 0;
  g_autofree char *problem = NULL;

  if (length > 0 && length < SDM_NHS_NUMBER_DIGITS)
    /* Translators: the number is of the digits typed so far: "An NHS number has ten digits; here is 1." */
    problem = g_strdup_printf (ngettext ("An NHS number has ten digits; here is %u.",
                                         "An NHS number has ten digits; here are %u.", length),
                               (guint) length);

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->number), shown);
  self->showing = FALSE;
  sdm_ui_set_doubt (self->number, problem);
}

/* Callbacks */

static void
given_changed_cb (SdmPatientDetails *self)
{
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  sdm_consultation_set_given_names (get_consultation (self), gtk_editable_get_text (GTK_EDITABLE (self->given)), &error);
  show_problem (self->given, error);
}

static void
number_changed_cb (SdmPatientDetails *self)
{
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  sdm_consultation_set_nhs_number (get_consultation (self), gtk_editable_get_text (GTK_EDITABLE (self->number)), &error);
  show_problem (self->number, error);
}

/* What is kept is shown in its groups; a number that is wrong stays as it was typed, with its problem. */
static void
number_left_cb (SdmPatientDetails *self)
{
  if (!gtk_widget_has_css_class (self->number, "problem"))
    show_number (self);
}

static void
other_changed_cb (SdmPatientDetails *self)
{
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  sdm_consultation_set_other_identifier (get_consultation (self), sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->other_kind)),
                                         gtk_editable_get_text (GTK_EDITABLE (self->other_number)), &error);
  show_problem (self->other_number, error);
}

static void
keep_address (SdmPatientDetails *self,
              GtkWidget         *input,
              const char        *path)
{
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  g_object_get (get_buffer (input), "text", &typed, NULL);
  sdm_consultation_set_address (get_consultation (self), path, typed, &error);
  show_problem (input, error);
}

static void
address_changed_cb (SdmPatientDetails *self)
{
  keep_address (self, self->address, ADDRESS);
}

static void
gp_address_changed_cb (SdmPatientDetails *self)
{
  keep_address (self, self->gp_address, GP_ADDRESS);
}

/* Parts */

static GtkWidget *
add_field (GtkWidget  *box,
           const char *label,
           GtkWidget  *input)
{
  GtkWidget *field = sdm_ui_field (label, input);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);

  return input;
}

static void
add_bound (SdmPatientDetails *self,
           GtkWidget         *box,
           const char        *label,
           int                width_chars,
           const char        *path)
{
  sdm_page_bind_text (self->page, add_field (box, label, sdm_ui_entry (width_chars)), path);
}

static void
add_names (SdmPatientDetails *self)
{
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *second = sdm_ui_wrap (12);

  /* Translators: how a person is addressed, such as "Mr" or "Dr" */
  add_bound (self, row, _ ("Title"), 4, "people/patient/title");
  self->given = add_field (row, _ ("Given names"), sdm_ui_entry (10));
  sdm_page_place_mark (self->given, "people/patient/given");
  add_bound (self, row, _ ("Family name"), 10, "people/patient/family");
  g_signal_connect_swapped (self->given, "changed", G_CALLBACK (given_changed_cb), self);
  sdm_page_bind_date (self->page, add_field (second, _ ("Date of birth"), sdm_ui_entry (12)), "people/patient/born");
  add_bound (self, second, _ ("Gender"), 8, "people/patient/gender");
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), second);
}

static void
add_number (SdmPatientDetails *self)
{
  GtkWidget          *row = sdm_ui_wrap (12);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->number = add_field (row, _ ("NHS number"), sdm_ui_entry (13));
  sdm_page_place_mark (self->number, "people/patient/nhs_number");
  gtk_widget_add_css_class (self->number, "numbers");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->number), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_swapped (self->number, "changed", G_CALLBACK (number_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (number_left_cb), self);
  gtk_widget_add_controller (self->number, focus);
  add_bound (self, row, _ ("If there is none, why?"), 12, "people/patient/nhs_number_missing");
  gtk_box_append (GTK_BOX (self), row);
}

/* Scotland and Northern Ireland have numbers of their own, and visitors have others. */
static void
add_other_number (SdmPatientDetails *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  self->other_kind = sdm_choice_bar_new ();
  /* Translators: the Community Health Index of Scotland */
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->other_kind), "chi", _ ("CHI"));
  /* Translators: the Health and Care number of Northern Ireland */
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->other_kind), "hcn", _ ("H&C"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->other_kind), "other", C_ ("number", "Other"));
  add_field (row, _ ("Which other number"), self->other_kind);
  self->other_number = add_field (row, _ ("The number"), sdm_ui_entry (12));
  sdm_ui_set_limit (self->other_number, sdm_consultation_get_max_length (OTHER "/value"));
  sdm_page_place_mark (self->other_kind, OTHER "/kind");
  sdm_page_place_mark (self->other_number, OTHER "/value");
  g_signal_connect_object (self->other_kind, "notify::value", G_CALLBACK (other_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->other_number, "changed", G_CALLBACK (other_changed_cb), self);
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_gp_practice (SdmPatientDetails *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  add_bound (self, row, _ ("GP practice"), 12, "people/patient/gp_practice/name");
  /* Translators: the code of an organisation in the Organisation Data Service of the NHS */
  add_bound (self, row, _ ("ODS code of the GP practice"), 8, "people/patient/gp_practice/ods");
  gtk_box_append (GTK_BOX (self), row);
  self->gp_address = sdm_ui_text (66);
  gtk_box_append (GTK_BOX (self), sdm_ui_field (_ ("Address of the GP practice"), self->gp_address));
  sdm_page_place_mark (self->gp_address, GP_ADDRESS);
  g_signal_connect_swapped (get_buffer (self->gp_address), "changed", G_CALLBACK (gp_address_changed_cb), self);
}

static void
add_address (SdmPatientDetails *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  self->address = add_field (row, _ ("Address"), sdm_ui_text (66));
  sdm_page_place_mark (self->address, ADDRESS);
  g_signal_connect_swapped (get_buffer (self->address), "changed", G_CALLBACK (address_changed_cb), self);
  add_bound (self, row, _ ("Postcode"), 8, "people/patient/postcode");
  gtk_box_append (GTK_BOX (self), row);
}

/* GObject */

static void
sdm_patient_details_class_init (SdmPatientDetailsClass *klass)
{
}

static void
sdm_patient_details_init (SdmPatientDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* Public API */

/**
 * sdm_patient_details_new:
 * @page: the page that holds it, and binds its inputs
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
sdm_patient_details_new (SdmPage *page)
{
  SdmPatientDetails *self = g_object_new (SDM_TYPE_PATIENT_DETAILS, NULL);
  const gboolean     can_change = !sdm_session_is_read_only (sdm_page_get_session (page));

  self->page = page;
  add_names (self);
  add_number (self);
  add_other_number (self);
  add_address (self);
  add_gp_practice (self);
  gtk_widget_set_sensitive (self->given, can_change);
  gtk_widget_set_sensitive (self->number, can_change);
  gtk_widget_set_sensitive (self->other_kind, can_change);
  gtk_widget_set_sensitive (self->other_number, can_change);
  gtk_widget_set_sensitive (self->address, can_change);
  gtk_widget_set_sensitive (self->gp_address, can_change);

  return GTK_WIDGET (self);
}

/**
 * sdm_patient_details_refresh:
 *
 * Shows what the consultation says now.
 */
void
sdm_patient_details_refresh (SdmPatientDetails *self)
{
  g_autofree char *given = sdm_consultation_dup_given_names (get_consultation (self));
  g_autofree char *address = sdm_consultation_dup_address (get_consultation (self), ADDRESS);
  g_autofree char *gp_address = sdm_consultation_dup_address (get_consultation (self), GP_ADDRESS);

  self->showing = TRUE;
  sdm_ui_show_text (self->given, given);
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->other_kind), sdm_consultation_get_text (get_consultation (self), OTHER "/kind"));
  sdm_ui_show_text (self->other_number, sdm_consultation_get_text (get_consultation (self), OTHER "/value"));
  sdm_ui_show_text (self->address, address);
  sdm_ui_show_text (self->gp_address, gp_address);
  self->showing = FALSE;
  if (!sdm_ui_has_problem (self->number))
    show_number (self);
}
