/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-document-view-private.h"

/* What the keyboard does in a document view. */

/* Callbacks */

static gboolean
fit_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  sdm_document_view_set_fit (SDM_DOCUMENT_VIEW (user_data), (SdmDocumentFit) g_variant_get_int32 (args));

  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  SdmDocumentView *self = SDM_DOCUMENT_VIEW (user_data);
  const int        step = g_variant_get_int32 (args);

  if (step > 0)
    sdm_document_view_zoom_in (self);
  else if (step < 0)
    sdm_document_view_zoom_out (self);
  else
    sdm_document_view_set_zoom (self, 1);

  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GtkAdjustment *adjustment = user_data;
  const int      screens = g_variant_get_int32 (args);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            screens * gtk_adjustment_get_page_increment (adjustment));

  return TRUE;
}

static gboolean
go_cb (GtkWidget *widget,
       GVariant  *args,
       gpointer   user_data)
{
  SdmDocumentView *self = SDM_DOCUMENT_VIEW (user_data);

  sdm_document_view_set_current_page (self, g_variant_get_int32 (args) < 0 ? 1 : sdm_document_view_get_n_pages (self));

  return TRUE;
}

static void
add_key (gpointer            receiver,
         GtkEventController *keys,
         guint               keyval,
         GdkModifierType     modifiers,
         GtkShortcutFunc     function,
         int                 by)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keyval, modifiers),
                                       gtk_callback_action_new (function, receiver, NULL), "i", by));
}

/**
 * sdm_document_view_add_keys:
 * @papers: in which the pages stand
 * @adjustment: (transfer none): by which they are scrolled; it lives as long as @self
 *
 * The keys belong to the pages: further out, the scrolled window would take some of them.
 */
void
sdm_document_view_add_keys (SdmDocumentView *self,
                            GtkWidget       *papers,
                            GtkAdjustment   *adjustment)
{
  static const struct
  {
    guint keyval;
    int   by;
  } zoom_keys[] = {
    { GDK_KEY_plus, 1 },
    { GDK_KEY_equal, 1 },
    { GDK_KEY_KP_Add, 1 },
    { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 },
    { GDK_KEY_KP_0, 0 },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (zoom_keys); i++)
    {
      add_key (self, keys, zoom_keys[i].keyval, 0, zoom_cb, zoom_keys[i].by);
      add_key (self, keys, zoom_keys[i].keyval, GDK_CONTROL_MASK, zoom_cb, zoom_keys[i].by);
    }
  add_key (self, keys, GDK_KEY_w, 0, fit_key_cb, SDM_DOCUMENT_FIT_WIDTH);
  add_key (self, keys, GDK_KEY_p, 0, fit_key_cb, SDM_DOCUMENT_FIT_PAGE);
  add_key (adjustment, keys, GDK_KEY_Page_Up, 0, turn_cb, -1);
  add_key (adjustment, keys, GDK_KEY_KP_Page_Up, 0, turn_cb, -1);
  add_key (adjustment, keys, GDK_KEY_Page_Down, 0, turn_cb, 1);
  add_key (adjustment, keys, GDK_KEY_KP_Page_Down, 0, turn_cb, 1);
  add_key (self, keys, GDK_KEY_Home, 0, go_cb, -1);
  add_key (self, keys, GDK_KEY_KP_Home, 0, go_cb, -1);
  add_key (self, keys, GDK_KEY_End, 0, go_cb, 1);
  add_key (self, keys, GDK_KEY_KP_End, 0, go_cb, 1);
  gtk_widget_add_controller (papers, keys);
}
