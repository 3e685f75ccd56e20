/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-consultation-amend.h"

/* A draft that a colleague began says that the colleague sees this person. Whoever opens it may go on so, as the
 * record names its author beside who saw the person, or puts the own name there. */

static const char *
get_begun_by (SdmSession *session)
{
  return sdm_consultation_get_text (sdm_session_get_consultation (session), "start/seen_by/name");
}

static gboolean
is_of_colleague (SdmWindow  *self,
                 SdmSession *session)
{
  SdmConsultation       *consultation = sdm_session_get_consultation (session);
  const SdmRecordPerson *person = sdm_context_get_person (self->context);
  const char            *begun_by = get_begun_by (session);

  return !sdm_consultation_is_practice (consultation) && !sdm_session_is_read_only (session) &&
         sdm_consultation_get_amended (consultation) == 0 &&
         person != NULL && person->name != NULL && begun_by != NULL && !g_str_equal (begun_by, person->name);
}

/* The number in a register and the like are the colleague's, and go with the name. */
static gboolean
put_name (SdmConsultation       *consultation,
          const SdmRecordPerson *person,
          GError               **error)
{
  json_t *seen_by = json_deep_copy (sdm_consultation_peek (consultation, "start/seen_by"));

  for (gsize i = 0; i < 4; i++)
    json_object_del (seen_by, ((const char *[]){ "grade", "specialty", "id_type", "id_value" })[i]);
  json_object_set_new (seen_by, "name", json_string (person->name));
  if (*person->role != '\0')
    json_object_set_new (seen_by, "role", json_string (person->role));
  else
    json_object_del (seen_by, "role");

  return sdm_consultation_take_value (consultation, "start/seen_by", seen_by, error);
}

static void
take_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || !is_of_colleague (self, self->session))
    return;
  if (put_name (sdm_session_get_consultation (self->session), sdm_context_get_person (self->context), &error))
    sdm_session_offer_undo (self->session, _ ("It says now that you see this person."));
  else
    sdm_window_say (self, error->message);
}

/**
 * sdm_window_offer_draft:
 *
 * Where a colleague began what is open now, says so, with a way to go on in one's own name.
 */
void
sdm_window_offer_draft (SdmWindow *self)
{
  g_autofree char *text = NULL;
  AdwToast        *toast;

  if (!is_of_colleague (self, self->session))
    return;
  /* Translators: %s is the name of a clinician */
  text = g_markup_printf_escaped (_ ("%s began this draft."), get_begun_by (self->session));
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  /* Translators: a button: this clinician, and no longer the one who began the draft, sees the patient */
  adw_toast_set_button_label (toast, _ ("Put my name on it"));
  adw_toast_set_action_name (toast, "win.take-over-draft");
  g_set_weak_pointer (&self->draft_toast, toast);
  sdm_window_add_toast (self, toast);
}

/**
 * sdm_window_forget_draft:
 *
 * Takes that word away, as what it is about is closed.
 */
void
sdm_window_forget_draft (SdmWindow *self)
{
  if (self->draft_toast != NULL)
    adw_toast_dismiss (self->draft_toast);
  g_clear_weak_pointer (&self->draft_toast);
}

/**
 * sdm_window_class_install_hand_over:
 *
 * Installs `win.take-over-draft`.
 */
void
sdm_window_class_install_hand_over (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.take-over-draft", NULL, take_over_action);
}
