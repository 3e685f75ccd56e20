/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-code-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-code-print.h"
#include "sdm-ui.h"

/**
 * SdmCodePage:
 *
 * The recovery code: a new one is shown once, large and to be printed, and then two of its
 * groups are typed back from the paper. Before that no patient is taken. Whoever has signed
 * in and finds that this was never done types them back here, or makes a new code.
 */
struct _SdmCodePage
{
  AdwBin parent_instance;

  SdmWindow        *window; /* not owned: it owns this */
  SdmContext       *context;
  SdmRecordRecovery recovery; /* without a code where it was told before */

  GtkWidget *steps; /* GtkStack: "code" and "groups" */
  GtkWidget *groups[2];
  GtkWidget *confirm; /* nullable */
  GtkWidget *renew;   /* nullable */
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SdmCodePage, sdm_code_page, ADW_TYPE_BIN)

/* Callbacks */

static void
print_cb (SdmCodePage *self)
{
  sdm_code_print (self->recovery.code, GTK_WINDOW (self->window));
}

static void
show_groups_cb (SdmCodePage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->steps), "groups");
  gtk_widget_grab_focus (self->groups[0]);
}

static void
show_code_cb (SdmCodePage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->steps), "code");
}

static void
set_working (SdmCodePage *self,
             gboolean     is_working)
{
  gtk_label_set_label (GTK_LABEL (self->problem), "");
  if (self->confirm != NULL)
    gtk_widget_set_sensitive (self->confirm, !is_working);
  if (self->renew != NULL)
    gtk_widget_set_sensitive (self->renew, !is_working);
}

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmCodePage) self = user_data;
  g_autoptr (GError) error = NULL;
  SdmRecordPerson *person = sdm_record_store_confirm_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->context == NULL || sdm_context_get_person (self->context) == NULL)
    {
      g_clear_pointer (&person, sdm_record_person_free);
      return;
    }
  set_working (self, FALSE);
  if (person != NULL)
    {
      sdm_context_sign_in (self->context, person);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->problem), error->message);
  gtk_widget_grab_focus (self->groups[0]);
}

static void
confirm_cb (SdmCodePage *self)
{
  if (!gtk_widget_get_sensitive (self->confirm))
    return;
  set_working (self, TRUE);
  sdm_record_store_confirm_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL),
                                  gtk_editable_get_text (GTK_EDITABLE (self->groups[0])),
                                  gtk_editable_get_text (GTK_EDITABLE (self->groups[1])),
                                  confirmed_cb, g_object_ref (self));
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmCodePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  SdmRecordPerson *person = sdm_record_store_renew_code_finish (SDM_RECORD_STORE (source), result, &recovery, &error);

  if (self->context == NULL || sdm_context_get_person (self->context) == NULL)
    {
      g_clear_pointer (&person, sdm_record_person_free);
      return;
    }
  set_working (self, FALSE);
  if (person != NULL)
    sdm_window_show_code (self->window, person, &recovery);
  else
    gtk_label_set_label (GTK_LABEL (self->problem), error->message);
}

static void
renew_cb (SdmCodePage *self)
{
  set_working (self, TRUE);
  sdm_record_store_renew_code_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), renewed_cb, g_object_ref (self));
}

/* Parts */

static GtkWidget *
make_button (SdmCodePage *self,
             const char  *label,
             const char  *icon_name,
             const char  *css_class,
             GCallback    clicked)
{
  GtkWidget *button = sdm_ui_button (label, icon_name);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

/* Each group under its number, as two of them are asked for by number. */
static GtkWidget *
make_code (SdmCodePage *self)
{
  g_auto (GStrv) groups = g_strsplit (self->recovery.code, "-", -1);
  GtkWidget *row = sdm_ui_wrap (24);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget       *cell = sdm_ui_column (0);
      GtkWidget       *label = sdm_ui_label (number, "chrome-small");
      GtkWidget       *group = sdm_ui_label (groups[i], "h1");

      gtk_widget_add_css_class (group, "numbers");
      gtk_label_set_wrap (GTK_LABEL (group), FALSE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
      gtk_box_append (GTK_BOX (cell), label);
      gtk_box_append (GTK_BOX (cell), group);
      gtk_box_append (GTK_BOX (row), cell);
      explicit_bzero (groups[i], strlen (groups[i]));
    }

  return row;
}

static GtkWidget *
make_code_step (SdmCodePage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *row = sdm_ui_wrap (12);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("It opens the records on the day when every passphrase is lost. It is told only here, and kept nowhere. "
                                                      "Print it, or write it down, and keep it in a safe, apart from this computer."),
                                                      "body"));
  gtk_box_append (GTK_BOX (content), make_code (self));
  gtk_box_append (GTK_BOX (row), make_button (self, _ ("Print"), "ev-printer-symbolic", NULL, G_CALLBACK (print_cb)));
  gtk_box_append (GTK_BOX (row), make_button (self, _ ("I have it on paper"), NULL, "suggested-action", G_CALLBACK (show_groups_cb)));
  gtk_box_append (GTK_BOX (content), row);

  return card;
}

static GtkWidget *
make_group (SdmCodePage *self,
            guint        number)
{
  GtkWidget       *entry = sdm_ui_entry (8);
  g_autofree char *label = NULL;
  GtkWidget       *field;

  /* Translators: a number from 1 to 8: which group of a code to type */
  label = g_strdup_printf (_ ("Group %u of the code"), number);
  field = sdm_ui_field (label, entry);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (confirm_cb), self);
  g_object_set_data (G_OBJECT (entry), "field", field);

  return entry;
}

/* Two groups of a code that was told. */
static void
add_groups (SdmCodePage *self,
            GtkWidget   *content,
            GtkWidget   *row)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Type two groups of it from the paper. Before that no patient’s record is kept."), "body"));
  for (guint i = 0; i < 2; i++)
    {
      self->groups[i] = make_group (self, person->groups[i]);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->groups[i]), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->problem, NULL, -1);
      gtk_box_append (GTK_BOX (content), g_object_get_data (G_OBJECT (self->groups[i]), "field"));
    }
  self->confirm = make_button (self, _ ("Confirm"), NULL, "suggested-action", G_CALLBACK (confirm_cb));
  gtk_box_append (GTK_BOX (row), self->confirm);
}

static GtkWidget *
make_groups_step (SdmCodePage *self)
{
  const gboolean was_used = sdm_context_get_person (self->context)->groups[0] == 0;
  GtkWidget     *content;
  GtkWidget     *card = sdm_ui_card (NULL, &content);
  GtkWidget     *row = sdm_ui_wrap (12);

  self->problem = sdm_ui_label ("", "problem");
  if (was_used)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("The recovery code was used, so a new one has to take its place. Before that no patient’s record is kept."), "body"));
  else
    add_groups (self, content, row);
  /* Whoever has only the code becomes somebody first. */
  if (was_used && sdm_context_get_person (self->context)->name == NULL)
    {
      GtkWidget *recover = sdm_ui_button (_ ("Choose a new passphrase"), NULL);

      gtk_widget_add_css_class (recover, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (recover), "win.recover");
      gtk_box_append (GTK_BOX (row), recover);
    }
  if (self->recovery.code != NULL)
    {
      gtk_box_append (GTK_BOX (row), make_button (self, _ ("Show it again"), NULL, "flat", G_CALLBACK (show_code_cb)));
    }
  else
    {
      self->renew = make_button (self, _ ("Make a new code"), NULL, "flat", G_CALLBACK (renew_cb));
      gtk_box_append (GTK_BOX (row), self->renew);
    }
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (content), self->problem);
  if (self->renew != NULL)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("A new code takes the place of one that was lost or used; the one before then opens nothing any more."), "caption"));

  return card;
}

static void
build (SdmCodePage *self)
{
  GtkWidget *page;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("The recovery code"), NULL, 720, &page));
  self->steps = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->steps), FALSE);
  if (self->recovery.code != NULL)
    gtk_stack_add_named (GTK_STACK (self->steps), make_code_step (self), "code");
  gtk_stack_add_named (GTK_STACK (self->steps), make_groups_step (self), "groups");
  gtk_box_append (GTK_BOX (page), self->steps);
}

/* GObject */

static void
sdm_code_page_dispose (GObject *object)
{
  SdmCodePage *self = SDM_CODE_PAGE (object);

  sdm_record_recovery_clear (&self->recovery);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_code_page_parent_class)->dispose (object);
}

static void
sdm_code_page_class_init (SdmCodePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_code_page_dispose;
}

static void
sdm_code_page_init (SdmCodePage *self)
{
}

/* Public API */

/**
 * sdm_code_page_new:
 * @context: somebody is signed in
 * @recovery: (nullable) (inout): a new code, which is taken; %NULL where it was told before
 *
 * Returns: (transfer floating): a page that leads to a code that was typed back
 */
GtkWidget *
sdm_code_page_new (SdmWindow         *window,
                   SdmContext        *context,
                   SdmRecordRecovery *recovery)
{
  SdmCodePage *self = g_object_new (SDM_TYPE_CODE_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  if (recovery != NULL)
    {
      self->recovery = *recovery;
      memset (recovery, 0, sizeof *recovery);
    }
  build (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_code_page_get_code:
 *
 * Returns: (transfer none) (nullable): the new code, %NULL where it was told before
 */
const char *
sdm_code_page_get_code (SdmCodePage *self)
{
  return self->recovery.code;
}
