/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-clinician-sheet.h"
#include "sdm-patient-sheet.h"
#include "sdm-patient-view.h"

/* What there is beside the page: the sheet for the clinician, and the view for the person. */

/* Buttons of the header */

/* "Prompts", "Patient view": the label makes way where there is little room. */
static GtkWidget *
make_toggle (const char *icon_name,
             const char *label,
             const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *row = sdm_ui_row (6);

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (row), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "accent");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static void
show_label (GtkWidget *button,
            gboolean   shown)
{
  gtk_widget_set_visible (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button))), shown);
}

static void
show_state (SdmWindow *self)
{
  const gboolean is_open = self->patient_view != NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->view_button), is_open);
  gtk_widget_set_visible (self->hold_button, is_open && self->session != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hold_button),
                                is_open && sdm_patient_view_get_held (SDM_PATIENT_VIEW (self->patient_view)));
}

/* Patient view */

static gboolean
view_closed_cb (SdmWindow *self)
{
  g_clear_weak_pointer (&self->patient_view);
  show_state (self);
  gtk_window_present (GTK_WINDOW (self));

  return GDK_EVENT_PROPAGATE;
}

static void
open_view (SdmWindow *self)
{
  g_set_weak_pointer (&self->patient_view, sdm_patient_view_new (GTK_WINDOW (self)));
  g_signal_connect_object (self->patient_view, "close-request", G_CALLBACK (view_closed_cb), self, G_CONNECT_SWAPPED);
  sdm_patient_view_set_session (SDM_PATIENT_VIEW (self->patient_view), self->session);
  sdm_patient_view_open (SDM_PATIENT_VIEW (self->patient_view));
  show_state (self);
}

/**
 * sdm_window_toggle_patient_view:
 *
 * Shows the person a screen of their own, or ends it.
 */
void
sdm_window_toggle_patient_view (SdmWindow *self)
{
  if (self->patient_view == NULL)
    open_view (self);
  else
    gtk_window_close (GTK_WINDOW (self->patient_view));
}

/**
 * sdm_window_toggle_hold:
 *
 * Lets the patient view stay where it is, or come along again.
 */
void
sdm_window_toggle_hold (SdmWindow *self)
{
  SdmPatientView *view = SDM_PATIENT_VIEW (self->patient_view);

  if (view != NULL)
    sdm_patient_view_set_held (view, !sdm_patient_view_get_held (view));
  show_state (self);
}

static void
view_toggled_cb (SdmWindow *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->view_button)) != (self->patient_view != NULL))
    sdm_window_toggle_patient_view (self);
}

static void
hold_toggled_cb (SdmWindow *self)
{
  const gboolean wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hold_button));

  if (self->patient_view != NULL && wanted != sdm_patient_view_get_held (SDM_PATIENT_VIEW (self->patient_view)))
    sdm_window_toggle_hold (self);
}

/* Sheets beside the page: that of the clinician, or the made-up patient */

static SdmWindowSide
get_side (SdmWindow *self)
{
  if (self->flap == NULL || !adw_flap_get_reveal_flap (ADW_FLAP (self->flap)))
    return SDM_WINDOW_SIDE_NONE;

  return gtk_stack_get_visible_child (GTK_STACK (self->side)) == self->sheet ? SDM_WINDOW_SIDE_PROMPTS : SDM_WINDOW_SIDE_PATIENT;
}

static gboolean
has_patient (SdmWindow *self)
{
  return self->session != NULL &&
         (sdm_session_get_example (self->session) != NULL || sdm_session_get_rehearsal (self->session) != NULL);
}

/* What is folded away is laid out all the same, and so an empty sheet is folded, and filled as it opens. */
static void
fill_sheet (SdmWindow *self)
{
  if (self->session == NULL || !self->sheet_is_stale || get_side (self) != SDM_WINDOW_SIDE_PROMPTS)
    return;

  self->sheet_is_stale = FALSE;
  sdm_clinician_sheet_show_step (SDM_CLINICIAN_SHEET (self->sheet), self->session);
}

static void
update_side_buttons (SdmWindow *self)
{
  const SdmWindowSide side = get_side (self);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->prompts_button), side == SDM_WINDOW_SIDE_PROMPTS);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->talk_button), side == SDM_WINDOW_SIDE_PATIENT);
  gtk_widget_set_visible (self->talk_button, has_patient (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.patient-sheet", has_patient (self));
}

static void
show_side (SdmWindow    *self,
           SdmWindowSide side)
{
  if (side != SDM_WINDOW_SIDE_NONE)
    gtk_stack_set_visible_child (GTK_STACK (self->side), side == SDM_WINDOW_SIDE_PROMPTS ? self->sheet : self->patient_sheet);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), side != SDM_WINDOW_SIDE_NONE);
  update_side_buttons (self);
  fill_sheet (self);
  sdm_window_fit (self);
}

/* As somebody wants it, also next time. */
static void
choose_side (SdmWindow    *self,
             SdmWindowSide side)
{
  GSettings *settings = sdm_context_get_settings (self->context);

  if (self->session == NULL || side == get_side (self))
    return;
  g_settings_set_boolean (settings, "clinician-sheet-open", side == SDM_WINDOW_SIDE_PROMPTS);
  if (has_patient (self))
    g_settings_set_boolean (settings, "patient-sheet-open", side == SDM_WINDOW_SIDE_PATIENT);
  show_side (self, side);
}

static void
prompts_toggled_cb (SdmWindow *self)
{
  const gboolean wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->prompts_button));

  if (wanted != (get_side (self) == SDM_WINDOW_SIDE_PROMPTS))
    choose_side (self, wanted ? SDM_WINDOW_SIDE_PROMPTS : SDM_WINDOW_SIDE_NONE);
}

static void
talk_toggled_cb (SdmWindow *self)
{
  const gboolean wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->talk_button));

  if (wanted != (get_side (self) == SDM_WINDOW_SIDE_PATIENT))
    sdm_window_toggle_patient_sheet (self);
}

/**
 * sdm_window_show_sheet:
 *
 * Lets the clinician's sheet go with the step on screen.
 */
void
sdm_window_show_sheet (SdmWindow *self)
{
  self->sheet_is_stale = TRUE;
  if (get_side (self) == SDM_WINDOW_SIDE_PROMPTS)
    fill_sheet (self);
  else
    sdm_clinician_sheet_clear (SDM_CLINICIAN_SHEET (self->sheet));
}

/**
 * sdm_window_toggle_sheet:
 *
 * Opens or closes the clinician's sheet beside the page.
 */
void
sdm_window_toggle_sheet (SdmWindow *self)
{
  if (self->session != NULL)
    choose_side (self, get_side (self) == SDM_WINDOW_SIDE_PROMPTS ? SDM_WINDOW_SIDE_NONE : SDM_WINDOW_SIDE_PROMPTS);
}

/**
 * sdm_window_toggle_patient_sheet:
 *
 * Opens or closes the sheet of the made-up patient, and leads into it.
 */
void
sdm_window_toggle_patient_sheet (SdmWindow *self)
{
  if (!has_patient (self))
    return;
  choose_side (self, get_side (self) == SDM_WINDOW_SIDE_PATIENT ? SDM_WINDOW_SIDE_NONE : SDM_WINDOW_SIDE_PATIENT);
  if (get_side (self) == SDM_WINDOW_SIDE_PATIENT)
    sdm_patient_sheet_focus (SDM_PATIENT_SHEET (self->patient_sheet));
}

/**
 * sdm_window_update_side:
 *
 * Shows beside the page what was there last: the made-up patient only where there is one.
 */
void
sdm_window_update_side (SdmWindow *self)
{
  GSettings    *settings = sdm_context_get_settings (self->context);
  SdmWindowSide side = SDM_WINDOW_SIDE_NONE;

  if (self->flap == NULL)
    return;
  if (has_patient (self) && g_settings_get_boolean (settings, "patient-sheet-open"))
    side = SDM_WINDOW_SIDE_PATIENT;
  else if (g_settings_get_boolean (settings, "clinician-sheet-open"))
    side = SDM_WINDOW_SIDE_PROMPTS;
  show_side (self, side);
}

/**
 * sdm_window_make_flap:
 * @page: what the sheets open over
 *
 * Returns: (transfer floating): @page with the sheets beside it
 */
GtkWidget *
sdm_window_make_flap (SdmWindow *self,
                      GtkWidget *page)
{
  self->sheet = sdm_clinician_sheet_new ();
  self->side = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->side), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->side), FALSE);
  gtk_widget_set_hexpand (self->side, FALSE);
  gtk_stack_add_child (GTK_STACK (self->side), self->sheet);
  gtk_stack_add_child (GTK_STACK (self->side), sdm_window_make_patient_sheet (self));
  self->flap = adw_flap_new ();
  adw_flap_set_content (ADW_FLAP (self->flap), page);
  adw_flap_set_flap (ADW_FLAP (self->flap), self->side);
  adw_flap_set_flap_position (ADW_FLAP (self->flap), GTK_PACK_END);
  adw_flap_set_fold_policy (ADW_FLAP (self->flap), ADW_FLAP_FOLD_POLICY_AUTO);
  /* The page can be used while it is open, and does not close it where there is room for one of them alone. */
  adw_flap_set_locked (ADW_FLAP (self->flap), TRUE);
  adw_flap_set_modal (ADW_FLAP (self->flap), FALSE);
  adw_flap_set_swipe_to_open (ADW_FLAP (self->flap), FALSE);
  adw_flap_set_swipe_to_close (ADW_FLAP (self->flap), FALSE);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);

  return self->flap;
}

/**
 * sdm_window_make_talk_button:
 *
 * Returns: (transfer floating): the way to the made-up patient, for the banner of practice
 */
GtkWidget *
sdm_window_make_talk_button (SdmWindow *self)
{
  self->talk_button = gtk_toggle_button_new_with_label (_ ("Talk with the patient"));
  gtk_widget_set_tooltip_text (self->talk_button, _ ("The made-up patient beside the page (F8)"));
  gtk_widget_set_valign (self->talk_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->talk_button, FALSE);
  g_signal_connect_swapped (self->talk_button, "toggled", G_CALLBACK (talk_toggled_cb), self);

  return self->talk_button;
}

/* Both */

/**
 * sdm_window_pack_view_buttons:
 *
 * Puts the buttons for both at the end of the header, with their keys in the tooltips.
 */
void
sdm_window_pack_view_buttons (SdmWindow *self,
                              GtkWidget *header)
{
  self->prompts_button = make_toggle ("ev-prompts-symbolic", _ ("Prompts"),
                                                                _ ("Words that may help you on this page. The person does not see them. (F9)"));
  self->view_button = make_toggle ("ev-screen-symbolic", _ ("Patient view"),
                                                            _ ("This decision in large type, for the person alone (F11)"));
  self->hold_button = make_toggle ("ev-pin-symbolic", _ ("Hold"),
                                                         _ ("The patient view stays where it is while you go on (Shift+F11)"));
  g_signal_connect_swapped (self->prompts_button, "toggled", G_CALLBACK (prompts_toggled_cb), self);
  g_signal_connect_swapped (self->view_button, "toggled", G_CALLBACK (view_toggled_cb), self);
  g_signal_connect_swapped (self->hold_button, "toggled", G_CALLBACK (hold_toggled_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->hold_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->view_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->prompts_button);
}

/**
 * sdm_window_fit_views:
 * @tight: whether there is little room
 * @large_text: whether the text is large
 */
void
sdm_window_fit_views (SdmWindow *self,
                      gboolean   tight,
                      gboolean   large_text)
{
  show_label (self->prompts_button, !tight);
  show_label (self->view_button, !tight);
  show_label (self->hold_button, !tight);
  sdm_clinician_sheet_set_large_text (SDM_CLINICIAN_SHEET (self->sheet), large_text);
  sdm_patient_sheet_set_large_text (SDM_PATIENT_SHEET (self->patient_sheet), large_text);
}

/**
 * sdm_window_update_views:
 *
 * Shows the session that was opened, or a plain page at once where there is none.
 */
void
sdm_window_update_views (SdmWindow *self)
{
  gtk_widget_set_visible (self->prompts_button, self->session != NULL);
  gtk_widget_set_visible (self->view_button, self->session != NULL || self->patient_view != NULL);
  if (self->session == NULL && self->sheet != NULL)
    {
      sdm_clinician_sheet_clear (SDM_CLINICIAN_SHEET (self->sheet));
      sdm_patient_sheet_clear (SDM_PATIENT_SHEET (self->patient_sheet));
    }
  else if (self->session != NULL)
    {
      sdm_patient_sheet_show (SDM_PATIENT_SHEET (self->patient_sheet), self->session);
      sdm_window_update_side (self);
    }
  if (self->patient_view != NULL)
    sdm_patient_view_set_session (SDM_PATIENT_VIEW (self->patient_view), self->session);
  show_state (self);
}
