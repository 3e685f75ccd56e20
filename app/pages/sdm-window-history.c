/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

/* Undo and redo: keys, the entries of the menu that say what they would undo, and the
 * word that offers it. */

/* Fields whose words are not kept yet */

/* The field with the focus, where what is typed in it is not kept before a button is pressed. */
static GtkWidget *
find_open_field (SdmWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT (focus) && gtk_editable_get_enable_undo (GTK_EDITABLE (focus)))
    return focus;

  return NULL;
}

/* The field with the focus, where what stands in it could not be kept. That was the last thing that was
 * done, and is not in the history. */
static GtkWidget *
find_refused (SdmWindow *self)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (self));

  while (widget != NULL && !SDM_IS_PAGE (widget) && !sdm_ui_has_problem (widget))
    widget = gtk_widget_get_parent (widget);

  return widget != NULL && !SDM_IS_PAGE (widget) ? widget : NULL;
}

/* What is kept comes back. */
static gboolean
take_back_refused (SdmWindow *self)
{
  g_autoptr (GtkWidget) held = find_refused (self);
  g_autofree char *place = NULL;
  SdmPage         *page = self->pages[sdm_session_get_step (self->session)];

  if (held == NULL)
    return FALSE;
  g_object_ref (held);
  place = sdm_page_place_dup (held);
  sdm_ui_give_up (held);
  sdm_page_show_now (page);
  /* A page may have drawn its rows again, with another field in this one's place. */
  if (gtk_widget_get_root (held) == NULL)
    {
      if (place != NULL)
        sdm_page_place_show (GTK_WIDGET (page), place);
      return TRUE;
    }
  /* Where the page did not know better, it is still told that it is too long. */
  sdm_ui_set_problem (held, NULL);

  return !sdm_ui_has_problem (held);
}

/* Menu */

static void
set_label (SdmWindow  *self,
           int         place,
           const char *label,
           const char *action)
{
  g_autofree char *before = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (self->history_menu)) > place)
    g_menu_model_get_item_attribute (G_MENU_MODEL (self->history_menu), place, G_MENU_ATTRIBUTE_LABEL, "s", &before);
  if (g_strcmp0 (before, label) == 0)
    return;
  if (before != NULL)
    g_menu_remove (self->history_menu, place);
  g_menu_insert (self->history_menu, place, label, action);
}

/**
 * sdm_window_update_history:
 *
 * Says in the menu what would be undone and what done again, and lets it be
 * done where there is something, by menu, key and button alike.
 */
void
sdm_window_update_history (SdmWindow *self)
{
  SdmHistory    *history = self->session != NULL ? sdm_session_get_history (self->session) : NULL;
  GtkWidget     *field = find_open_field (self);
  const gboolean is_open = history != NULL && field != NULL && *gtk_editable_get_text (GTK_EDITABLE (field)) != '\0';
  const gboolean is_refused = history != NULL && find_refused (self) != NULL;
  const char    *undo = history != NULL && !is_open && !is_refused ? sdm_history_get_undo_name (history) : NULL;
  const char    *redo = history != NULL && !is_open ? sdm_history_get_redo_name (history) : NULL;
  /* Translators: what is undone: “Undo: order of what matters” */
  g_autofree char *undo_label = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  /* Translators: what is done again: “Redo: order of what matters” */
  g_autofree char *redo_label = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));

  set_label (self, 0, undo_label, "win.undo");
  set_label (self, 1, redo_label, "win.redo");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", is_open || is_refused || undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", is_open || redo != NULL);
}

/* Callbacks */

static void
history_changed_cb (SdmWindow *self)
{
  /* The word offered to undo something that is not the last one any more. */
  if (self->undo_toast != NULL)
    sdm_window_dismiss_toast (self->undo_toast);
  sdm_window_update_history (self);
}

/* What is typed may be what would be undone. */
static void
follow_typing (SdmWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GObject   *typed = NULL;

  if (GTK_IS_TEXT (focus))
    typed = G_OBJECT (focus);
  else if (GTK_IS_TEXT_VIEW (focus))
    typed = G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));
  if (self->typed != NULL)
    g_signal_handlers_disconnect_by_func (self->typed, sdm_window_update_history, self);
  g_set_weak_pointer (&self->typed, typed);
  if (typed != NULL)
    g_signal_connect_object (typed, "changed", G_CALLBACK (sdm_window_update_history), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
focus_changed_cb (SdmWindow *self)
{
  if (self->session != NULL)
    sdm_history_end_typing (sdm_session_get_history (self->session));
  follow_typing (self);
  sdm_window_update_history (self);
}

/* Actions */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);
  GtkWidget *field = find_open_field (self);

  if (field != NULL && *gtk_editable_get_text (GTK_EDITABLE (field)) != '\0')
    gtk_widget_activate_action (field, "text.undo", NULL);
  else if (self->session != NULL && !take_back_refused (self))
    sdm_session_undo (self->session);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);
  GtkWidget *field = find_open_field (self);

  if (field != NULL && *gtk_editable_get_text (GTK_EDITABLE (field)) != '\0')
    gtk_widget_activate_action (field, "text.redo", NULL);
  else if (self->session != NULL)
    sdm_session_redo (self->session);
}

/* For sdm-window.c */

void
sdm_window_class_install_history (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}

void
sdm_window_init_history (SdmWindow *self)
{
  self->history_menu = g_menu_new ();
  g_signal_connect_swapped (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
  sdm_window_update_history (self);
}

/**
 * sdm_window_follow_history:
 *
 * Follows the history of the session that was opened.
 */
void
sdm_window_follow_history (SdmWindow *self)
{
  g_signal_connect_object (sdm_session_get_history (self->session), "changed",
                           G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  sdm_window_update_history (self);
}

/**
 * sdm_window_offer_undo:
 * @toast: (transfer none): says what was taken away
 *
 * Offers with @toast to undo what was done last, as long as it is the last thing.
 */
void
sdm_window_offer_undo (SdmWindow *self,
                       AdwToast  *toast)
{
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_weak_pointer (&self->undo_toast, toast);
}
