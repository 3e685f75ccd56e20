/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-work-bar.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmWorkBar:
 *
 * How far something long has come, and a button to give it up. It is there while the work is
 * under way.
 *
 * ## Accessibility
 *
 * The bar is named by what is done, and its percentage stands on it in words.
 *
 * ## Signals
 *
 * `cancelled` when somebody gives it up.
 */
struct _SdmWorkBar
{
  GtkBox parent_instance;

  GtkWidget *bar;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (SdmWorkBar, sdm_work_bar, GTK_TYPE_BOX)

static guint cancelled;

static void
cancel_cb (SdmWorkBar *self)
{
  g_signal_emit (self, cancelled, 0);
}

static void
sdm_work_bar_class_init (SdmWorkBarClass *klass)
{
  cancelled = g_signal_new ("cancelled", SDM_TYPE_WORK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_work_bar_init (SdmWorkBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  self->cancel = sdm_ui_button (_ ("Cancel"), NULL);
  gtk_widget_set_halign (self->cancel, GTK_ALIGN_START);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), self->cancel);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * sdm_work_bar_new:
 * @what: what is done, for who hears it
 *
 * Returns: (transfer floating): a bar that is not shown
 */
GtkWidget *
sdm_work_bar_new (const char *what)
{
  SdmWorkBar *self = g_object_new (SDM_TYPE_WORK_BAR, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);

  return GTK_WIDGET (self);
}

/**
 * sdm_work_bar_show:
 * @fraction: from 0 to 1
 *
 * Shows how far it has come. When it begins, the button to give it up has the focus.
 */
void
sdm_work_bar_show (SdmWorkBar *self,
                   double      fraction)
{
  const gboolean   is_new = !gtk_widget_get_visible (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  /* Translators: how much is done, such as "42 %" */
  text = g_strdup_printf (_ ("%d %%"), (int) (fraction * 100));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (is_new)
    gtk_widget_grab_focus (self->cancel);
}

void
sdm_work_bar_hide (SdmWorkBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
