/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-access-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-ui.h"

/**
 * SdmAccessForm:
 *
 * Who opens a file of real records: a name and a passphrase, or the recovery code. What was
 * typed goes straight into guarded memory, and out of the field.
 *
 * ## Signals
 *
 * `activate` when somebody presses Return in the last field.
 */
struct _SdmAccessForm
{
  GtkBox parent_instance;

  gboolean   with_code;
  GtkWidget *by_name;
  GtkWidget *name;
  GtkWidget *passphrase;
  GtkWidget *by_code;
  GtkWidget *code;
  GtkWidget *other_way;
};

G_DEFINE_FINAL_TYPE (SdmAccessForm, sdm_access_form, GTK_TYPE_BOX)

static guint activated;

static GtkWidget *
get_secret (SdmAccessForm *self)
{
  return self->with_code ? self->code : self->passphrase;
}

static void
show_way (SdmAccessForm *self)
{
  const char *text = self->with_code ? _ ("Use a passphrase") : _ ("Use the recovery code");

  gtk_widget_set_visible (self->by_name, !self->with_code);
  gtk_widget_set_visible (self->by_code, self->with_code);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->other_way))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other_way), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
other_way_cb (SdmAccessForm *self)
{
  gtk_editable_set_text (GTK_EDITABLE (get_secret (self)), "");
  sdm_ui_set_problem (get_secret (self), NULL);
  self->with_code = !self->with_code;
  show_way (self);
  gtk_widget_grab_focus (get_secret (self));
}

static void
name_done_cb (SdmAccessForm *self)
{
  gtk_widget_grab_focus (self->passphrase);
}

static void
activate_cb (SdmAccessForm *self)
{
  g_signal_emit (self, activated, 0);
}

static GtkWidget *
make_secret (SdmAccessForm *self)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_size_request (entry, -1, 44);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);

  return entry;
}

static void
sdm_access_form_class_init (SdmAccessFormClass *klass)
{
  activated = g_signal_new ("activate", SDM_TYPE_ACCESS_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_access_form_init (SdmAccessForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->by_name = sdm_ui_column (12);
  self->name = sdm_ui_entry (24);
  sdm_ui_let_undo (self->name);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (name_done_cb), self);
  self->passphrase = make_secret (self);
  gtk_box_append (GTK_BOX (self->by_name), sdm_ui_field (_ ("Your name"), self->name));
  gtk_box_append (GTK_BOX (self->by_name), sdm_ui_field (_ ("Passphrase"), self->passphrase));
  gtk_box_append (GTK_BOX (self), self->by_name);

  self->by_code = sdm_ui_column (12);
  self->code = make_secret (self);
  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->code))), TRUE);
  gtk_box_append (GTK_BOX (self->by_code), sdm_ui_field (_ ("Recovery code, eight groups"), self->code));
  gtk_box_append (GTK_BOX (self), self->by_code);

  self->other_way = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->other_way), gtk_label_new (NULL));
  gtk_widget_add_css_class (self->other_way, "flat");
  gtk_widget_set_halign (self->other_way, GTK_ALIGN_START);
  g_signal_connect_swapped (self->other_way, "clicked", G_CALLBACK (other_way_cb), self);
  gtk_box_append (GTK_BOX (self), self->other_way);
  show_way (self);
}

/**
 * sdm_access_form_new:
 * @name: (nullable): who was signed in last
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
sdm_access_form_new (const char *name)
{
  SdmAccessForm *self = g_object_new (SDM_TYPE_ACCESS_FORM, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");

  return GTK_WIDGET (self);
}

/**
 * sdm_access_form_take:
 *
 * Returns: (transfer full) (nullable): what was typed, which is out of the fields then; %NULL
 *   where it cannot be, and the form says why
 */
SdmRecordAccess *
sdm_access_form_take (SdmAccessForm *self)
{
  GtkEditable     *secret = GTK_EDITABLE (get_secret (self));
  const char      *typed = gtk_editable_get_text (secret);
  SdmRecordAccess *access;
  g_autoptr (GError) error = NULL;

  if (self->with_code)
    access = sdm_record_access_new_for_code (typed, &error);
  else
    access = sdm_record_access_new (gtk_editable_get_text (GTK_EDITABLE (self->name)), typed, strlen (typed));
  sdm_access_form_set_problem (self, error != NULL ? error->message : NULL);
  /* The buffer of a passphrase wipes what is taken out of it. */
  if (access != NULL)
    gtk_editable_set_text (secret, "");

  return access;
}

/**
 * sdm_access_form_set_problem:
 * @text: (nullable): what is wrong with what was typed
 */
void
sdm_access_form_set_problem (SdmAccessForm *self,
                             const char    *text)
{
  sdm_ui_set_problem (get_secret (self), text);
  if (text != NULL)
    gtk_widget_grab_focus (get_secret (self));
}
