/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-sign-in-page.h"

#include <glib/gi18n.h>

#include "sdm-new-passphrase.h"
#include "sdm-ui.h"

/**
 * SdmSignInPage:
 *
 * Opens the records of real patients: by name and passphrase, or by the recovery
 * code. What was typed goes straight into guarded memory, and out of the field. The
 * work is done on the store's thread, and can be given up.
 *
 * When it is done, the context says who is signed in.
 *
 * ## Accessibility
 *
 * Each field has a label; what went wrong stands under the field that it is about, and
 * describes it.
 */
struct _SdmSignInPage
{
  AdwBin parent_instance;

  SdmContext   *context;
  GCancellable *cancellable; /* nullable: while it works */
  gboolean      with_code;

  GtkWidget *name;
  GtkWidget *not_me; /* beside a name that stands there already */
  GtkWidget *passphrase;
  GtkWidget *by_name; /* all of them */
  GtkWidget *code;
  GtkWidget *by_code;
  GtkWidget *other_way;
  GtkWidget *sign_in;
  GtkWidget *working;
  GtkWidget *spinner;
  GtkWidget *cancel;
  GtkWidget *rescue; /* once they turned out to be damaged */
};

G_DEFINE_FINAL_TYPE (SdmSignInPage, sdm_sign_in_page, ADW_TYPE_BIN)

/* State */

static GtkWidget *
get_secret (SdmSignInPage *self)
{
  return self->with_code ? self->code : self->passphrase;
}

static void
show_working (SdmSignInPage *self,
              gboolean       is_working)
{
  gtk_widget_set_visible (self->working, is_working);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_working);
  /* A field lets go of the focus before it cannot have it any more. */
  if (is_working)
    gtk_widget_grab_focus (self->cancel);
  gtk_widget_set_sensitive (self->by_name, !is_working);
  gtk_widget_set_sensitive (self->by_code, !is_working);
  gtk_widget_set_visible (self->sign_in, !is_working);
  gtk_widget_set_visible (self->other_way, !is_working);
}

static void
show_way (SdmSignInPage *self)
{
  gtk_widget_set_visible (self->by_name, !self->with_code);
  gtk_widget_set_visible (self->by_code, self->with_code);
  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (self->other_way), "label")),
                       self->with_code ? _ ("Use a passphrase") : _ ("Use the recovery code"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other_way), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->with_code ? _ ("Use a passphrase") : _ ("Use the recovery code"), -1);
}

static void
stop (SdmSignInPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Signing in */

typedef struct
{
  SdmSignInPage *page;
  GCancellable  *cancellable;
} Attempt;

static void
free_attempt (Attempt *attempt)
{
  g_clear_object (&attempt->page);
  g_clear_object (&attempt->cancellable);
  g_free (attempt);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, free_attempt)

static void
signed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  SdmSignInPage *self = attempt->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordPerson) person = sdm_record_store_sign_in_finish (SDM_RECORD_STORE (source), result, &error);

  if (g_cancellable_is_cancelled (attempt->cancellable))
    {
      /* It was done just before; another try closes the records by itself. */
      if (person != NULL && self->cancellable == NULL)
        sdm_record_store_close_async (SDM_RECORD_STORE (source), NULL, NULL, NULL);
      return;
    }

  g_clear_object (&self->cancellable);
  show_working (self, FALSE);
  if (person != NULL)
    {
      sdm_context_sign_in (self->context, g_steal_pointer (&person));
      return;
    }
  gtk_widget_set_visible (self->rescue, g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED));
  sdm_ui_set_problem (get_secret (self), error->message);
  gtk_widget_grab_focus (get_secret (self));
}

/* What is wrong with a code is told before it is tried, and can be mended where it stands. */
static SdmRecordAccess *
take_access (SdmSignInPage *self)
{
  GtkEditable     *secret = GTK_EDITABLE (get_secret (self));
  SdmRecordAccess *access;
  g_autoptr (GError) error = NULL;

  if (self->with_code)
    access = sdm_record_access_new_for_code (gtk_editable_get_text (secret), &error);
  else
    access = sdm_secret_entry_take (self->passphrase, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  sdm_ui_set_problem (get_secret (self), error != NULL ? error->message : NULL);
  /* The buffer of a passphrase wipes what is taken out of it. */
  if (access != NULL)
    gtk_editable_set_text (secret, "");

  return access;
}

static void
sign_in_cb (SdmSignInPage *self)
{
  SdmRecordAccess *access;
  Attempt         *attempt;

  if (self->cancellable != NULL)
    return;
  access = take_access (self);
  if (access == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  attempt = g_new0 (Attempt, 1);
  attempt->page = g_object_ref (self);
  attempt->cancellable = g_object_ref (self->cancellable);
  show_working (self, TRUE);
  sdm_record_store_sign_in_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), access, self->cancellable,
                                  signed_in_cb, attempt);
}

/* Callbacks */

static void
cancel_cb (SdmSignInPage *self)
{
  stop (self);
  show_working (self, FALSE);
  gtk_widget_grab_focus (get_secret (self));
}

static void
other_way_cb (SdmSignInPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (get_secret (self)), "");
  sdm_ui_set_problem (get_secret (self), NULL);
  self->with_code = !self->with_code;
  show_way (self);
  gtk_widget_grab_focus (get_secret (self));
}

/* Who else works here is nothing that is shown before somebody signs in: names are typed. */
static void
not_me_cb (SdmSignInPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  sdm_ui_set_problem (self->passphrase, NULL);
  gtk_widget_grab_focus (self->name);
  gtk_widget_set_visible (self->not_me, FALSE);
}

static void
name_done_cb (SdmSignInPage *self)
{
  gtk_widget_grab_focus (self->passphrase);
}

/* What is typed next is where one would look for it. */
static void
map_cb (SdmSignInPage *self)
{
  gtk_widget_grab_focus (*gtk_editable_get_text (GTK_EDITABLE (self->name)) == '\0' ? self->name : self->passphrase);
}

/* Parts */

static GtkWidget *
make_secret (SdmSignInPage *self)
{
  GtkWidget *entry = sdm_secret_entry_new ();

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (sign_in_cb), self);

  return entry;
}

static void
add_fields (SdmSignInPage *self,
            GtkWidget     *content)
{
  self->by_name = sdm_ui_column (12);
  self->name = sdm_ui_entry (24);
  sdm_ui_let_undo (self->name);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (name_done_cb), self);
  self->passphrase = make_secret (self);
  self->not_me = sdm_ui_button (_ ("Not me"), NULL);
  gtk_widget_add_css_class (self->not_me, "flat");
  gtk_widget_set_halign (self->not_me, GTK_ALIGN_START);
  g_signal_connect_swapped (self->not_me, "clicked", G_CALLBACK (not_me_cb), self);
  gtk_box_append (GTK_BOX (self->by_name), sdm_ui_field (_ ("Your name"), self->name));
  gtk_box_append (GTK_BOX (self->by_name), self->not_me);
  gtk_box_append (GTK_BOX (self->by_name), sdm_ui_field (_ ("Passphrase"), self->passphrase));
  gtk_box_append (GTK_BOX (content), self->by_name);

  self->by_code = sdm_ui_column (12);
  self->code = make_secret (self);
  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->code))), TRUE);
  gtk_box_append (GTK_BOX (self->by_code), sdm_ui_label (_ ("Use it where no passphrase is known any more. That it was used is noted, and a new code has to be made then."), "body"));
  gtk_box_append (GTK_BOX (self->by_code), sdm_ui_field (_ ("Recovery code, eight groups"), self->code));
  gtk_box_append (GTK_BOX (content), self->by_code);
}

static GtkWidget *
make_buttons (SdmSignInPage *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  self->sign_in = sdm_ui_button (_ ("Sign in"), NULL);
  gtk_widget_add_css_class (self->sign_in, "suggested-action");
  g_signal_connect_swapped (self->sign_in, "clicked", G_CALLBACK (sign_in_cb), self);
  self->other_way = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->other_way), gtk_label_new (NULL));
  g_object_set_data (G_OBJECT (self->other_way), "label", gtk_button_get_child (GTK_BUTTON (self->other_way)));
  gtk_widget_add_css_class (self->other_way, "flat");
  g_signal_connect_swapped (self->other_way, "clicked", G_CALLBACK (other_way_cb), self);

  self->working = sdm_ui_row (12);
  self->spinner = gtk_spinner_new ();
  gtk_box_append (GTK_BOX (self->working), self->spinner);
  gtk_box_append (GTK_BOX (self->working), gtk_label_new (_ ("Opening the records…")));
  self->cancel = sdm_ui_button (_ ("Cancel"), NULL);
  gtk_box_append (GTK_BOX (self->working), self->cancel);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);

  gtk_box_append (GTK_BOX (row), self->sign_in);
  gtk_box_append (GTK_BOX (row), self->other_way);
  gtk_box_append (GTK_BOX (row), self->working);

  return row;
}

/* Where what is here does not open any more. */
static GtkWidget *
make_way_out (const char *label,
              const char *action_name)
{
  GtkWidget *button = sdm_ui_button (label, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);

  return button;
}

static void
build (SdmSignInPage *self,
       const char    *notice)
{
  GtkWidget *page;
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Sign in"), NULL, 720, &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_label (notice != NULL ? notice : _ ("The records of patients are locked."), "body"));
  add_fields (self, content);
  gtk_box_append (GTK_BOX (content), make_buttons (self));
  gtk_box_append (GTK_BOX (page), card);
  gtk_box_append (GTK_BOX (page), make_way_out (_ ("Bring the records back from a backup"), "win.restore"));
  self->rescue = make_way_out (_ ("Look at what can still be read"), "win.rescue");
  gtk_widget_set_visible (self->rescue, FALSE);
  gtk_box_append (GTK_BOX (page), self->rescue);
}

/* GObject */

static void
sdm_sign_in_page_dispose (GObject *object)
{
  SdmSignInPage *self = SDM_SIGN_IN_PAGE (object);

  stop (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_sign_in_page_parent_class)->dispose (object);
}

static void
sdm_sign_in_page_class_init (SdmSignInPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_sign_in_page_dispose;
}

static void
sdm_sign_in_page_init (SdmSignInPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

/**
 * sdm_sign_in_page_new:
 * @name: (nullable): who was signed in last, which can be taken back
 * @notice: (nullable): what the reader has to know
 *
 * Returns: (transfer floating): a page to sign in on
 */
GtkWidget *
sdm_sign_in_page_new (SdmContext *context,
                      const char *name,
                      const char *notice)
{
  SdmSignInPage *self = g_object_new (SDM_TYPE_SIGN_IN_PAGE, NULL);

  self->context = g_object_ref (context);
  build (self, notice);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  gtk_widget_set_visible (self->not_me, name != NULL);
  show_way (self);
  show_working (self, FALSE);

  return GTK_WIDGET (self);
}
