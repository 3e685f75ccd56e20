/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-approvals-page.h"
#include "sdm-approve-page.h"
#include "sdm-leaver-page.h"
#include "sdm-passphrase-page.h"

/* Who may open the records: the pages to change it on, and what is told of the key that changes meanwhile. */

static gboolean
is_signed_in (SdmWindow *self)
{
  return sdm_context_get_person (self->context) != NULL;
}

/* Actions */

static void
show_purpose (SdmWindow           *self,
              SdmPassphrasePurpose purpose)
{
  if (is_signed_in (self))
    sdm_window_show_real_page (self, sdm_passphrase_page_new (self, self->context, purpose), sdm_passphrase_purpose_get_title (purpose));
}

static void
let_in_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  show_purpose (SDM_WINDOW (widget), SDM_PASSPHRASE_LET_IN);
}

static void
change_passphrase_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  show_purpose (SDM_WINDOW (widget), SDM_PASSPHRASE_CHANGE);
}

static void
renew_all_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  show_purpose (SDM_WINDOW (widget), SDM_PASSPHRASE_RENEW);
}

static void
recover_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  show_purpose (SDM_WINDOW (widget), SDM_PASSPHRASE_RECOVER);
}

static void
let_go_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  if (is_signed_in (self))
    sdm_window_show_real_page (self, sdm_leaver_page_new (self, self->context, g_variant_get_string (parameter, NULL)), _ ("Stop access"));
}

static void
approvals_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  if (is_signed_in (self))
    sdm_window_show_real_page (self, sdm_approvals_page_new (self, self->context), _ ("Decision aids approved here"));
}

static void
approve_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);
  GFile     *file = sdm_aid_library_find_aid (sdm_context_get_library (self->context), g_variant_get_string (parameter, NULL), NULL);

  if (is_signed_in (self) && file != NULL)
    sdm_window_show_real_page (self, sdm_approve_page_new (self, self->context, file), _ ("Decision aids approved here"));
}

/* A new recovery code, after a word about the one that there is */

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordPerson) person = sdm_record_store_renew_code_finish (SDM_RECORD_STORE (source), result, &recovery, &error);

  if (self->context == NULL || !is_signed_in (self))
    return;
  if (person != NULL)
    sdm_window_show_code (self, g_steal_pointer (&person), &recovery);
  else
    sdm_window_show_problem (self, _ ("No new recovery code"), error->message);
}

static void
response_cb (SdmWindow  *self,
             const char *response)
{
  if (g_str_equal (response, "make") && is_signed_in (self))
    sdm_record_store_renew_code_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), renewed_cb, g_object_ref (self));
}

static void
new_code_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Make a new recovery code?"),
                                                                    _ ("The one that there is opens nothing any more then. The new one is shown once. Print it and type back two groups of it: before that no new consultation begins."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "make", _ ("Make a new code"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "make", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The key that changes meanwhile */

static void
resumed_cb (SdmWindow *self)
{
  sdm_window_say (self, _ ("Giving the records a new key was cut off. It goes on now, while you work."));
}

static void
ended_cb (SdmWindow  *self,
          const char *problem)
{
  if (problem == NULL)
    sdm_window_say (self, _ ("The records have a new key."));
  else
    sdm_window_show_problem (self, _ ("The key was not changed"), problem);
}

/* Public API */

/**
 * sdm_window_class_install_staff:
 *
 * Installs `win.let-in`, `win.let-go(name)`, `win.change-passphrase`, `win.renew-all`, `win.recover`,
 * `win.new-code`, `win.approvals` and `win.approve(aid)`.
 */
void
sdm_window_class_install_staff (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.let-in", NULL, let_in_action);
  gtk_widget_class_install_action (widget_class, "win.let-go", "s", let_go_action);
  gtk_widget_class_install_action (widget_class, "win.change-passphrase", NULL, change_passphrase_action);
  gtk_widget_class_install_action (widget_class, "win.renew-all", NULL, renew_all_action);
  gtk_widget_class_install_action (widget_class, "win.recover", NULL, recover_action);
  gtk_widget_class_install_action (widget_class, "win.new-code", NULL, new_code_action);
  gtk_widget_class_install_action (widget_class, "win.approvals", NULL, approvals_action);
  gtk_widget_class_install_action (widget_class, "win.approve", "s", approve_action);
}

/**
 * sdm_window_init_staff:
 *
 * Tells how giving the records another key ends, on whatever page that is.
 */
void
sdm_window_init_staff (SdmWindow *self)
{
  SdmKeyChange *key_change = sdm_context_get_key_change (self->context);

  g_signal_connect_object (key_change, "resumed", G_CALLBACK (resumed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key_change, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}
