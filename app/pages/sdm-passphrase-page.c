/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-passphrase-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-new-passphrase.h"
#include "sdm-record-staff.h"
#include "sdm-ui.h"

/**
 * SdmPassphrasePage:
 *
 * Where a passphrase is typed: by a colleague who is let in, by who is signed in and wants another
 * one or has one from an older version, or by who has only the recovery code. What was typed goes
 * straight into guarded memory, and the work is done on the store's thread.
 *
 * ## Accessibility
 *
 * Each field has a label; what went wrong stands under the field that it is about, and describes it.
 */
struct _SdmPassphrasePage
{
  AdwBin parent_instance;

  SdmWindow           *window; /* not owned: it owns this */
  SdmContext          *context;
  SdmPassphrasePurpose purpose;

  GtkWidget *name; /* nullable, as all of these */
  GtkWidget *role;
  GtkWidget *own;
  GtkWidget *passphrase; /* SdmNewPassphrase */
  GtkWidget *done;
  GtkWidget *cancel;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (SdmPassphrasePage, sdm_passphrase_page, ADW_TYPE_BIN)

/**
 * Words:
 * @has_name: whether who it is has to be typed
 * @has_own: whether the passphrase of now has to be typed
 * @has_new: whether another one has to be typed
 */
typedef struct
{
  const char *title;
  const char *helper;
  const char *button;
  const char *told; /* nullable: where another page follows that tells it */
  gboolean    has_name;
  gboolean    has_own;
  gboolean    has_new;
} Words;

static const Words words[] = {
  [SDM_PASSPHRASE_LET_IN] = {
      .title = N_ ("Let a colleague in"),
                   .helper = N_ ("Your colleague types the passphrase, and nobody else ever needs to know it. From then on both of you open the same records, each with a passphrase of your own, and it is noted who saw and did what."),
                                 .button = N_ ("Let this person in"),
                                               .told = N_ ("Your colleague can sign in from now on."),
                                                           .has_name = TRUE,
                                                           .has_new = TRUE,
                                               },
                                 [SDM_PASSPHRASE_CHANGE] = {
                                     .title = N_ ("Change my passphrase"),
                                                  .helper = N_ ("The one that you have now opens nothing any more when this is done."),
                                                                .button = N_ ("Change my passphrase"),
                                                                              .told = N_ ("Your passphrase was changed."),
                                                                                          .has_own = TRUE,
                                                                                          .has_new = TRUE,
                                                                              },
                                                                [SDM_PASSPHRASE_RENEW] = {
                                                                    .title = N_ ("One step before the records get a new key"),
                                                                                 .helper = N_ ("Your passphrase and the recovery code are from an older version of Evenhand, which kept less beside them. Type your passphrase once more; it may stay the same. A new recovery code is made with it, which you then print and type two groups of, as when the records were set up. The old code opens nothing any more."),
                                                                                               .button = N_ ("Make a new recovery code"),
                                                                                                             .has_own = TRUE,
                                                                                               },
                                                                                 [SDM_PASSPHRASE_RECOVER] = {
                                                                                     .title = N_ ("A new passphrase"),
                                                                                                  .helper = N_ ("The recovery code let you in once. Say who you are, and choose a passphrase to sign in with from now on. A new recovery code is made with it."),
                                                                                                                .button = N_ ("Set the passphrase"),
                                                                                                                              .has_name = TRUE,
                                                                                                                              .has_new = TRUE,
                                                                                                                },
                                                                                     };

/* State */

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static char *
dup_name (SdmPassphrasePage *self)
{
  if (self->name != NULL)
    return g_strstrip (g_strdup (get_text (self->name)));

  return g_strdup (sdm_context_get_person (self->context)->name);
}

static void
show_working (SdmPassphrasePage *self,
              gboolean           is_working)
{
  /* A button lets go of the focus before it cannot have it any more. */
  if (is_working)
    gtk_widget_grab_focus (self->cancel);
  gtk_widget_set_sensitive (self->done, !is_working);
  gtk_widget_set_visible (self->spinner, is_working);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_working);
}

/* The first field from the top that something is wrong with. */
static gboolean
is_good (SdmPassphrasePage *self)
{
  GtkWidget *wrong = NULL;

  if (self->passphrase != NULL)
    wrong = sdm_new_passphrase_find_problem (SDM_NEW_PASSPHRASE (self->passphrase));
  if (self->own != NULL)
    {
      sdm_ui_set_problem (self->own, *get_text (self->own) == '\0' ? _ ("Type the passphrase that you have now.") : NULL);
      if (sdm_ui_has_problem (self->own))
        wrong = self->own;
    }
  if (self->name != NULL)
    {
      g_autofree char *name = g_strstrip (g_strdup (get_text (self->name)));

      sdm_ui_set_problem (self->name, *name == '\0' ? _ ("Say who it is.") : NULL);
      if (sdm_ui_has_problem (self->name))
        wrong = self->name;
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);

  return wrong == NULL;
}

/* What the records said */

static void
show_problem (SdmPassphrasePage *self,
              const GError      *error)
{
  GtkWidget *field = self->own != NULL ? self->own : self->name;

  sdm_ui_set_problem (field, error->message);
  gtk_widget_grab_focus (field);
}

/* Whether the page is still there to answer on. */
static gboolean
ends_here (SdmPassphrasePage *self)
{
  if (self->context == NULL || sdm_context_get_person (self->context) == NULL)
    return FALSE;
  show_working (self, FALSE);

  return TRUE;
}

static void
finish (SdmPassphrasePage *self,
        gboolean           is_done,
        const GError      *error)
{
  if (!ends_here (self))
    return;
  if (!is_done)
    {
      show_problem (self, error);
      return;
    }
  sdm_window_say (self->window, _ (words[self->purpose].told));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.records", NULL);
}

static void
finish_with_code (SdmPassphrasePage *self,
                  SdmRecordPerson   *person, /* taken, nullable */
                  SdmRecordRecovery *recovery,
                  const GError      *error)
{
  g_autoptr (SdmRecordPerson) taken = person;

  if (!ends_here (self))
    return;
  if (taken == NULL)
    show_problem (self, error);
  else
    sdm_window_show_code (self->window, g_steal_pointer (&taken), recovery);
}

static void
let_in_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmPassphrasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = sdm_record_store_enrol_finish (SDM_RECORD_STORE (source), result, &error);

  finish (self, is_done, error);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmPassphrasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = sdm_record_store_change_passphrase_finish (SDM_RECORD_STORE (source), result, &error);

  finish (self, is_done, error);
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmPassphrasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  SdmRecordPerson *person = sdm_record_store_renew_all_finish (SDM_RECORD_STORE (source), result, &recovery, &error);

  finish_with_code (self, person, &recovery, error);
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmPassphrasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  SdmRecordPerson *person = sdm_record_store_recover_finish (SDM_RECORD_STORE (source), result, &recovery, &error);

  finish_with_code (self, person, &recovery, error);
}

/* Doing it */

/* The same passphrase twice: what it was, and what it becomes. */
static void
renew (SdmPassphrasePage *self,
       SdmRecordStore    *store,
       const char        *name)
{
  const char      *typed = get_text (self->own);
  SdmRecordAccess *same = sdm_record_access_new (name, typed, strlen (typed));

  sdm_record_store_renew_all_async (store, sdm_secret_entry_take (self->own, name), same, renewed_cb, g_object_ref (self));
}

static void
do_it (SdmPassphrasePage *self)
{
  SdmRecordStore  *store = sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL);
  g_autofree char *name = dup_name (self);
  SdmRecordAccess *access = NULL;

  if (self->passphrase != NULL)
    access = sdm_new_passphrase_take (SDM_NEW_PASSPHRASE (self->passphrase), name);

  switch (self->purpose)
    {
    case SDM_PASSPHRASE_LET_IN:
      sdm_record_store_enrol_async (store, access, get_text (self->role), let_in_cb, g_object_ref (self));
      break;
    case SDM_PASSPHRASE_CHANGE:
      sdm_record_store_change_passphrase_async (store, sdm_secret_entry_take (self->own, name), access, changed_cb, g_object_ref (self));
      break;
    case SDM_PASSPHRASE_RENEW:
      renew (self, store, name);
      break;
    case SDM_PASSPHRASE_RECOVER:
      sdm_record_store_recover_async (store, access, *get_text (self->role) != '\0' ? get_text (self->role) : NULL,
                                      recovered_cb, g_object_ref (self));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
done_cb (SdmPassphrasePage *self)
{
  if (!gtk_widget_get_sensitive (self->done) || !is_good (self))
    return;
  show_working (self, TRUE);
  do_it (self);
}

static void
cancel_cb (SdmPassphrasePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), self->purpose == SDM_PASSPHRASE_RECOVER ? "win.home" : "win.records", NULL);
}

static void
name_changed_cb (SdmPassphrasePage *self)
{
  sdm_ui_set_problem (self->name, NULL);
  if (self->passphrase != NULL)
    sdm_new_passphrase_set_name (SDM_NEW_PASSPHRASE (self->passphrase), get_text (self->name));
}

/* What is taken out of it to be tried leaves the word about it until somebody types. */
static void
own_changed_cb (SdmPassphrasePage *self)
{
  if (*get_text (self->own) != '\0')
    sdm_ui_set_problem (self->own, NULL);
}

static void
map_cb (SdmPassphrasePage *self)
{
  gtk_widget_grab_focus (self->own != NULL ? self->own : self->name);
}

/* Parts */

static GtkWidget *
make_text (SdmPassphrasePage *self,
           GtkWidget         *content,
           const char        *label)
{
  GtkWidget *entry = sdm_ui_entry (24);

  sdm_ui_let_undo (entry);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (label, entry));

  return entry;
}

static void
add_fields (SdmPassphrasePage *self,
            GtkWidget         *content)
{
  const Words   *its = &words[self->purpose];
  const gboolean is_other = self->purpose == SDM_PASSPHRASE_LET_IN;

  if (its->has_name)
    {
      self->name = make_text (self, content, is_other ? _ ("The name of your colleague") : _ ("Your name"));
      self->role = make_text (self, content, is_other ? _ ("The role, such as nurse") : _ ("Your role, such as GP"));
      g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
    }
  if (its->has_own)
    {
      self->own = sdm_secret_entry_new ();
      g_signal_connect_swapped (self->own, "changed", G_CALLBACK (own_changed_cb), self);
      gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("The passphrase that you have now"), self->own));
      if (!its->has_new)
        g_signal_connect_swapped (self->own, "activate", G_CALLBACK (done_cb), self);
    }
  if (its->has_new)
    {
      self->passphrase = sdm_new_passphrase_new ();
      gtk_box_append (GTK_BOX (content), self->passphrase);
      g_signal_connect_swapped (self->passphrase, "activate", G_CALLBACK (done_cb), self);
      if (!its->has_name)
        sdm_new_passphrase_set_name (SDM_NEW_PASSPHRASE (self->passphrase), sdm_context_get_person (self->context)->name);
    }
}

static GtkWidget *
make_buttons (SdmPassphrasePage *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  self->done = sdm_ui_button (_ (words[self->purpose].button), NULL);
  gtk_widget_add_css_class (self->done, "suggested-action");
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (done_cb), self);
  self->cancel = sdm_ui_button (_ ("Cancel"), NULL);
  gtk_widget_add_css_class (self->cancel, "flat");
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_box_append (GTK_BOX (row), self->done);
  gtk_box_append (GTK_BOX (row), self->cancel);
  gtk_box_append (GTK_BOX (row), self->spinner);

  return row;
}

static void
build (SdmPassphrasePage *self)
{
  const Words *its = &words[self->purpose];
  GtkWidget   *page;
  GtkWidget   *content;
  GtkWidget   *card = sdm_ui_card (NULL, &content);

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ (its->title), _ (its->helper), 720, &page));
  add_fields (self, content);
  gtk_box_append (GTK_BOX (content), make_buttons (self));
  gtk_box_append (GTK_BOX (page), card);
}

/* GObject */

static void
sdm_passphrase_page_dispose (GObject *object)
{
  SdmPassphrasePage *self = SDM_PASSPHRASE_PAGE (object);

  /* The buffer of a passphrase wipes what is taken out of it. */
  if (self->context != NULL && self->own != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->own), "");
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_passphrase_page_parent_class)->dispose (object);
}

static void
sdm_passphrase_page_class_init (SdmPassphrasePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_passphrase_page_dispose;
}

static void
sdm_passphrase_page_init (SdmPassphrasePage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

/**
 * sdm_passphrase_page_new:
 * @context: somebody is signed in
 *
 * Returns: (transfer floating): a page to type a passphrase on
 */
GtkWidget *
sdm_passphrase_page_new (SdmWindow           *window,
                         SdmContext          *context,
                         SdmPassphrasePurpose purpose)
{
  SdmPassphrasePage *self = g_object_new (SDM_TYPE_PASSPHRASE_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->purpose = purpose;
  build (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_passphrase_purpose_get_title:
 *
 * Returns: (transfer none): the heading of the page, for the window
 */
const char *
sdm_passphrase_purpose_get_title (SdmPassphrasePurpose purpose)
{
  return _ (words[purpose].title);
}
