/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-aside.h"

#include <glib/gi18n.h>

#include "sdm-aside-reason.h"
#include "sdm-consultation-options.h"
#include "sdm-consultation-reader.h"

/**
 * SdmOptionsAside:
 *
 * A button that says how many options are on screen, and leads to putting one
 * aside. That takes a reason in words, which is kept and told in the letter.
 *
 * ## Signals
 *
 * `changed` after an option was put aside.
 */
struct _SdmOptionsAside
{
  AdwBin parent_instance;

  SdmSession *session;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (SdmOptionsAside, sdm_options_aside, ADW_TYPE_BIN)

static guint changed_signal;

/* Callbacks */

static void
choose_cb (GtkWidget       *button,
           SdmOptionsAside *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reason");
  sdm_aside_reason_ask (SDM_ASIDE_REASON (self->reason), g_object_get_data (G_OBJECT (button), "id"));
}

static void
put_aside_cb (SdmOptionsAside *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, changed_signal, 0);
}

static void
shown_cb (SdmOptionsAside *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
}

/* GObject */

static void
sdm_options_aside_dispose (GObject *object)
{
  SdmOptionsAside *self = SDM_OPTIONS_ASIDE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_options_aside_parent_class)->dispose (object);
}

static void
sdm_options_aside_class_init (SdmOptionsAsideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_options_aside_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_options_aside_init (SdmOptionsAside *self)
{
  self->button = gtk_menu_button_new ();
  self->popover = gtk_popover_new ();
  self->stack = gtk_stack_new ();
  self->list = sdm_ui_column (8);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->list, "list");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->stack);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/* Public API */

GtkWidget *
sdm_options_aside_new (SdmSession *session)
{
  SdmOptionsAside *self = g_object_new (SDM_TYPE_OPTIONS_ASIDE, NULL);

  self->session = g_object_ref (session);
  self->reason = sdm_aside_reason_new_for_options (session);
  g_signal_connect_swapped (self->reason, "put-aside", G_CALLBACK (put_aside_cb), self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->reason, "reason");

  return GTK_WIDGET (self);
}

/**
 * sdm_options_aside_refresh:
 *
 * Shows the options that are on screen now.
 */
void
sdm_options_aside_refresh (SdmOptionsAside *self)
{
  SdmAid *aid = sdm_session_get_aid (self->session);
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (sdm_session_get_consultation (self->session), aid);
  g_autofree char *label = NULL;
  guint            n_options;

  sdm_aid_get_options (aid, &n_options);
  /* Translators: how many of the options are on screen: "3 of 3 shown" */
  label = g_strdup_printf (ngettext ("%u of %u shown", "%u of %u shown", n_options), shown->len, n_options);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);

  sdm_ui_clear (self->list);
  gtk_box_append (GTK_BOX (self->list), sdm_ui_label (_ ("Put one aside? It takes a reason, and the letter tells it."), "chrome"));
  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);
      GtkWidget       *choose = sdm_ui_button (option->title, NULL);

      g_object_set_data_full (G_OBJECT (choose), "id", g_strdup (option->id), g_free);
      gtk_widget_set_sensitive (choose, shown->len > 2 && !sdm_session_is_read_only (self->session));
      g_signal_connect (choose, "clicked", G_CALLBACK (choose_cb), self);
      gtk_box_append (GTK_BOX (self->list), choose);
    }
  if (shown->len <= 2)
    gtk_box_append (GTK_BOX (self->list), sdm_ui_label (_ ("Two options have to stay, or there is nothing to choose."), "caption"));
  gtk_box_append (GTK_BOX (self->list), sdm_ui_label (_ ("To put a question aside, open it in the table."), "caption"));
}
