/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-new-passphrase.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-passphrase.h"
#include "sdm-ui.h"

/**
 * SdmNewPassphrase:
 *
 * A passphrase that somebody chooses, typed twice. Under it stands how many characters are
 * missing, and then how hard it is to guess, in words.
 *
 * What is typed is in memory that is wiped; it goes straight into guarded memory, and goes when
 * the page does.
 *
 * ## Accessibility
 *
 * Each field has a label; what is said of it describes it.
 */
struct _SdmNewPassphrase
{
  GtkBox parent_instance;

  char      *name; /* owned: of who chooses it, maybe "" */
  GtkWidget *passphrase;
  GtkWidget *again;
  GtkWidget *strength;
};

G_DEFINE_FINAL_TYPE (SdmNewPassphrase, sdm_new_passphrase, GTK_TYPE_BOX)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* What is said of it, as it is typed */

static guint
count_missing (SdmNewPassphrase *self)
{
  const glong length = g_utf8_strlen (get_text (self->passphrase), -1);

  return length < SDM_RECORD_SHORTEST_PASSPHRASE ? (guint) (SDM_RECORD_SHORTEST_PASSPHRASE - length) : 0;
}

static void
show_strength (SdmNewPassphrase *self)
{
  const guint missing = count_missing (self);
  const char *text = "";

  if (missing == 0)
    text = sdm_passphrase_describe (sdm_passphrase_judge (get_text (self->passphrase), self->name));
  gtk_label_set_label (GTK_LABEL (self->strength), text);
  gtk_widget_set_visible (self->strength, *text != '\0');
  /* A problem takes this over while there is one. */
  if (*text != '\0')
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->passphrase), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->strength, NULL, -1);
}

static void
show_length (SdmNewPassphrase *self)
{
  const guint      missing = count_missing (self);
  g_autofree char *text = NULL;

  if (missing > 0)
    text = g_strdup_printf (ngettext ("%u character more. Four words that have nothing to do with each other make a good one.",
                                      "%u characters more. Four words that have nothing to do with each other make a good one.", missing),
                            missing);
  sdm_ui_set_problem (self->passphrase, text);
}

static void
show_same (SdmNewPassphrase *self)
{
  const gboolean is_same = strcmp (get_text (self->passphrase), get_text (self->again)) == 0;

  sdm_ui_set_problem (self->again, is_same ? NULL : _ ("The two are not the same yet."));
}

static void
changed_cb (SdmNewPassphrase *self)
{
  show_length (self);
  show_strength (self);
  if (*get_text (self->again) != '\0')
    show_same (self);
}

static void
activate_cb (SdmNewPassphrase *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

/* What is taken out is nothing that somebody typed. */
static void
wipe (SdmNewPassphrase *self)
{
  g_signal_handlers_block_by_func (self->passphrase, changed_cb, self);
  g_signal_handlers_block_by_func (self->again, show_same, self);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again), "");
  gtk_label_set_label (GTK_LABEL (self->strength), "");
  gtk_widget_set_visible (self->strength, FALSE);
  g_signal_handlers_unblock_by_func (self->passphrase, changed_cb, self);
  g_signal_handlers_unblock_by_func (self->again, show_same, self);
}

/* GObject */

static void
sdm_new_passphrase_dispose (GObject *object)
{
  SdmNewPassphrase *self = SDM_NEW_PASSPHRASE (object);

  if (self->passphrase != NULL)
    wipe (self);
  self->passphrase = NULL;

  G_OBJECT_CLASS (sdm_new_passphrase_parent_class)->dispose (object);
}

static void
sdm_new_passphrase_finalize (GObject *object)
{
  g_free (SDM_NEW_PASSPHRASE (object)->name);

  G_OBJECT_CLASS (sdm_new_passphrase_parent_class)->finalize (object);
}

static void
sdm_new_passphrase_class_init (SdmNewPassphraseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_new_passphrase_dispose;
  G_OBJECT_CLASS (klass)->finalize = sdm_new_passphrase_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /* Return was pressed in the last field. */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
sdm_new_passphrase_init (SdmNewPassphrase *self)
{
  GtkWidget *field;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->name = g_strdup ("");
  self->passphrase = sdm_secret_entry_new ();
  self->again = sdm_secret_entry_new ();
  self->strength = sdm_ui_label ("", "chrome-small");
  field = sdm_ui_field (_ ("A passphrase of at least 12 characters"), self->passphrase);
  gtk_box_append (GTK_BOX (field), self->strength);
  gtk_widget_set_visible (self->strength, FALSE);
  gtk_box_append (GTK_BOX (self), field);
  gtk_box_append (GTK_BOX (self), sdm_ui_field (_ ("The passphrase once more"), self->again));
  g_signal_connect_swapped (self->passphrase, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->again, "changed", G_CALLBACK (show_same), self);
  g_signal_connect_swapped (self->again, "activate", G_CALLBACK (activate_cb), self);
}

/* Public API */

/**
 * sdm_secret_entry_new:
 *
 * Returns: (transfer floating): an entry for what nobody else may read
 */
GtkWidget *
sdm_secret_entry_new (void)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_size_request (entry, -1, 44);

  return entry;
}

/**
 * sdm_secret_entry_take:
 * @name: who has it
 *
 * Returns: (transfer full): what was typed, in guarded memory; the entry is empty then
 */
SdmRecordAccess *
sdm_secret_entry_take (GtkWidget  *entry,
                       const char *name)
{
  SdmRecordAccess *access = sdm_record_access_new (name, get_text (entry), strlen (get_text (entry)));

  /* The buffer of a passphrase wipes what is taken out of it. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "");

  return access;
}

GtkWidget *
sdm_new_passphrase_new (void)
{
  return g_object_new (SDM_TYPE_NEW_PASSPHRASE, NULL);
}

/**
 * sdm_new_passphrase_set_name:
 *
 * Says who chooses it: with a name in it, it is easy to guess.
 */
void
sdm_new_passphrase_set_name (SdmNewPassphrase *self,
                             const char       *name)
{
  g_return_if_fail (SDM_IS_NEW_PASSPHRASE (self));

  g_free (self->name);
  self->name = g_strdup (name);
  show_strength (self);
}

/**
 * sdm_new_passphrase_find_problem:
 *
 * Says what is wrong with it.
 *
 * Returns: (transfer none) (nullable): the field that it is wrong with
 */
GtkWidget *
sdm_new_passphrase_find_problem (SdmNewPassphrase *self)
{
  g_return_val_if_fail (SDM_IS_NEW_PASSPHRASE (self), NULL);

  show_length (self);
  show_same (self);
  if (sdm_ui_has_problem (self->passphrase))
    return self->passphrase;

  return sdm_ui_has_problem (self->again) ? self->again : NULL;
}

/**
 * sdm_new_passphrase_set_problem:
 * @text: (nullable): why it was not taken
 */
void
sdm_new_passphrase_set_problem (SdmNewPassphrase *self,
                                const char       *text)
{
  g_return_if_fail (SDM_IS_NEW_PASSPHRASE (self));

  sdm_ui_set_problem (self->again, text);
}

/**
 * sdm_new_passphrase_take:
 * @name: who has it
 *
 * Returns: (transfer full): what was typed, in guarded memory; both fields are empty then
 */
SdmRecordAccess *
sdm_new_passphrase_take (SdmNewPassphrase *self,
                         const char       *name)
{
  SdmRecordAccess *access;

  g_return_val_if_fail (SDM_IS_NEW_PASSPHRASE (self), NULL);

  access = sdm_record_access_new (name, get_text (self->passphrase), strlen (get_text (self->passphrase)));
  wipe (self);

  return access;
}
