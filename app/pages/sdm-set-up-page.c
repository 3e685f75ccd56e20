/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-set-up-page.h"

#include <glib/gi18n.h>

#include "sdm-new-passphrase.h"
#include "sdm-ui.h"

/**
 * SdmSetUpPage:
 *
 * Makes the records of real patients, once: says what they are for and what they need,
 * asks who the first person is and for a passphrase, and leads on to the recovery code.
 * Nothing is made before the button is pressed.
 */
struct _SdmSetUpPage
{
  AdwBin parent_instance;

  SdmWindow  *window; /* not owned: it owns this */
  SdmContext *context;

  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *passphrase; /* SdmNewPassphrase */
  GtkWidget *make;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (SdmSetUpPage, sdm_set_up_page, ADW_TYPE_BIN)

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
name_changed_cb (SdmSetUpPage *self)
{
  sdm_new_passphrase_set_name (SDM_NEW_PASSPHRASE (self->passphrase), get_text (self->name));
}

static gboolean
is_good (SdmSetUpPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (self->name)));
  GtkWidget       *wrong = sdm_new_passphrase_find_problem (SDM_NEW_PASSPHRASE (self->passphrase));

  sdm_ui_set_problem (self->name, *name == '\0' ? _ ("Say who you are.") : NULL);
  if (sdm_ui_has_problem (self->name))
    wrong = self->name;
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);

  return wrong == NULL;
}

/* Making them */

static void
show_working (SdmSetUpPage *self,
              gboolean      is_working)
{
  gtk_widget_set_sensitive (self->make, !is_working);
  gtk_widget_set_visible (self->spinner, is_working);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_working);
}

static void
founded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmSetUpPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  SdmRecordPerson *person = sdm_record_store_found_finish (SDM_RECORD_STORE (source), result, &recovery, &error);

  if (self->context == NULL)
    {
      /* Whoever left half way signs in, and is asked for the rest. */
      sdm_record_store_close_async (SDM_RECORD_STORE (source), NULL, NULL, NULL);
      g_clear_pointer (&person, sdm_record_person_free);
      return;
    }
  show_working (self, FALSE);
  if (person != NULL)
    sdm_window_show_code (self->window, person, &recovery);
  else
    sdm_new_passphrase_set_problem (SDM_NEW_PASSPHRASE (self->passphrase), error != NULL ? error->message : _ ("The records were made, but could not be opened. Leave this page and sign in."));
}

static void
make_cb (SdmSetUpPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (self->name)));
  SdmRecordAccess *access;

  if (!gtk_widget_get_sensitive (self->make) || !is_good (self))
    return;

  access = sdm_new_passphrase_take (SDM_NEW_PASSPHRASE (self->passphrase), name);
  show_working (self, TRUE);
  sdm_record_store_found_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), access, get_text (self->role),
                                NULL, founded_cb, g_object_ref (self));
}

/* Parts */

static GtkWidget *
make_text (SdmSetUpPage *self,
           const char   *key)
{
  GtkWidget       *entry = sdm_ui_entry (24);
  g_autofree char *kept = g_settings_get_string (sdm_context_get_settings (self->context), key);

  sdm_ui_let_undo (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), kept);

  return entry;
}

static GtkWidget *
make_needs_card (void)
{
  static const char *const needs[] = {
    N_ ("The records are kept on this computer only, encrypted, in a file that only your own account can open."),
        N_ ("The practice has encrypted the disk of this computer. Evenhand’s own encryption does not replace that."),
            N_ ("There is a safe, or another locked place, for a sheet of paper with the recovery code."),
                N_ ("The decision aids here are drafts that your practice has not signed. Each letter says so."),
            };
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Before you begin"), &content);

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ (needs[i]), "body"));

  return card;
}

/* For whoever has set up before, on a computer that is no more. */
static GtkWidget *
make_restore (void)
{
  GtkWidget *button = sdm_ui_button (_ ("Bring the records back from a backup"), NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore");

  return button;
}

static GtkWidget *
make_person_card (SdmSetUpPage *self)
{
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Who you are"), &content);

  self->name = make_text (self, "clinician-name");
  self->role = make_text (self, "clinician-role");
  self->passphrase = sdm_new_passphrase_new ();
  name_changed_cb (self);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Your name"), self->name));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Your role, such as GP"), self->role));
  gtk_box_append (GTK_BOX (content), self->passphrase);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->passphrase, "activate", G_CALLBACK (make_cb), self);

  self->make = sdm_ui_button (_ ("Make the records"), NULL);
  gtk_widget_add_css_class (self->make, "suggested-action");
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (make_cb), self);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_box_append (GTK_BOX (row), self->make);
  gtk_box_append (GTK_BOX (row), self->spinner);
  gtk_box_append (GTK_BOX (content), row);

  return card;
}

static void
build (SdmSetUpPage *self)
{
  GtkWidget *page;
  GtkWidget *left;
  GtkWidget *right;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Set up for real patients"), _ ("So that consultations with patients can be kept here, apart from practice."), -1, &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (1, 1, &left, &right));
  gtk_box_append (GTK_BOX (left), make_needs_card ());
  gtk_box_append (GTK_BOX (left), make_restore ());
  gtk_box_append (GTK_BOX (right), make_person_card (self));
}

/* GObject */

static void
sdm_set_up_page_dispose (GObject *object)
{
  SdmSetUpPage *self = SDM_SET_UP_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_set_up_page_parent_class)->dispose (object);
}

static void
sdm_set_up_page_class_init (SdmSetUpPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_set_up_page_dispose;
}

static void
sdm_set_up_page_init (SdmSetUpPage *self)
{
}

/* Public API */

GtkWidget *
sdm_set_up_page_new (SdmWindow  *window,
                     SdmContext *context)
{
  SdmSetUpPage *self = g_object_new (SDM_TYPE_SET_UP_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  build (self);

  return GTK_WIDGET (self);
}
