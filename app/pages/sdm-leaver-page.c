/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-leaver-page.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmLeaverPage:
 *
 * Somebody is to sign in no more: what happens then, why that person leaves, and the button that
 * does it. How far it has come is shown where it was asked for.
 */
struct _SdmLeaverPage
{
  AdwBin parent_instance;

  SdmWindow  *window; /* not owned: it owns this */
  SdmContext *context;
  char       *name;

  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (SdmLeaverPage, sdm_leaver_page, ADW_TYPE_BIN)

/* Callbacks */

static void
go_cb (SdmLeaverPage *self)
{
  g_autofree char *reason = g_strstrip (sdm_ui_dup_text (self->reason));

  sdm_ui_set_problem (self->reason, *reason == '\0' ? _ ("Say why, such as “has moved to another practice”. It is noted.") : NULL);
  if (*reason == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  sdm_key_change_dismiss (sdm_context_get_key_change (self->context), self->name, reason);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.records", NULL);
}

static void
cancel_cb (SdmLeaverPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.records", NULL);
}

static void
map_cb (SdmLeaverPage *self)
{
  gtk_widget_grab_focus (self->reason);
}

/* Parts */

static void
add_consequences (SdmLeaverPage *self,
                  GtkWidget     *content)
{
  static const char *const consequences[] = {
    N_ ("That passphrase opens nothing any more, at once."),
        N_ ("Every record is then sealed with a new key. That takes a while where there are many; you can go on working meanwhile, and where it is cut off it goes on by itself when somebody signs in next."),
            N_ ("Nobody else needs to do anything: all other passphrases and the recovery code stay as they are."),
                N_ ("What that person wrote stays, with the name. Backups from before can still be opened with the old passphrase: keep them where that person cannot get at them."),
            };

  for (gsize i = 0; i < G_N_ELEMENTS (consequences); i++)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ (consequences[i]), "body"));
}

static void
build (SdmLeaverPage *self)
{
  GtkWidget       *row = sdm_ui_wrap (12);
  GtkWidget       *go;
  GtkWidget       *cancel;
  GtkWidget       *page;
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (_ ("What happens"), &content);
  g_autofree char *title = NULL;

  /* Translators: %s is a name */
  title = g_strdup_printf (_ ("Stop access for %s"), self->name);
  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (title, NULL, 720, &page));
  add_consequences (self, content);
  self->reason = sdm_ui_entry (24);
  sdm_ui_let_undo (self->reason);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (go_cb), self);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Why this person leaves"), self->reason));
  go = sdm_ui_button (_ ("Stop access now"), NULL);
  gtk_widget_add_css_class (go, "suggested-action");
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (go_cb), self);
  cancel = sdm_ui_button (_ ("Cancel"), NULL);
  gtk_widget_add_css_class (cancel, "flat");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (row), go);
  gtk_box_append (GTK_BOX (row), cancel);
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (page), card);
}

/* GObject */

static void
sdm_leaver_page_dispose (GObject *object)
{
  SdmLeaverPage *self = SDM_LEAVER_PAGE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (sdm_leaver_page_parent_class)->dispose (object);
}

static void
sdm_leaver_page_class_init (SdmLeaverPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_leaver_page_dispose;
}

static void
sdm_leaver_page_init (SdmLeaverPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

/**
 * sdm_leaver_page_new:
 * @name: who leaves
 *
 * Returns: (transfer floating): a page to let this person go on
 */
GtkWidget *
sdm_leaver_page_new (SdmWindow  *window,
                     SdmContext *context,
                     const char *name)
{
  SdmLeaverPage *self = g_object_new (SDM_TYPE_LEAVER_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->name = g_strdup (name);
  build (self);

  return GTK_WIDGET (self);
}
