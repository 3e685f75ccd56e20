/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-view.h"

#include <glib/gi18n.h>

#include "sdm-fit.h"
#include "sdm-patient-content.h"
#include "sdm-ui.h"

/**
 * SdmPatientView:
 *
 * A window for the person alone: this decision in large type, one thing a
 * screen, and nothing else. It fills the second monitor where there is one, and
 * goes along with the clinician's page and row unless it is held. Between
 * consultations it is a plain page.
 *
 * ## Accessibility
 *
 * Left and Right, Page Up and Page Down go to the screen before and the next
 * one; Escape and F11 end it.
 */
struct _SdmPatientView
{
  GtkWindow parent_instance;

  GtkWindow  *clinician; /* not owned: the window it belongs to */
  SdmSession *session;   /* nullable: a plain page */
  GPtrArray  *screens;   /* of SdmPatientScreen, nullable with the session */
  guint       position;
  gboolean    held;
  guint       refresh_idle;

  GtkWidget *fit;
  GtkWidget *all;     /* all that there is to see */
  GtkWidget *content; /* nullable: an SdmPatientContent */
  GtkWidget *scroller;
  GtkWidget *before;
  GtkWidget *foot; /* between the two buttons */
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (SdmPatientView, sdm_patient_view, GTK_TYPE_WINDOW)

/* What is on screen */

static const SdmPatientScreen *
get_screen (SdmPatientView *self)
{
  return g_ptr_array_index (self->screens, self->position);
}

static void
show_room (SdmPatientView *self)
{
  const gboolean is_narrow = sdm_fit_is_narrow (SDM_FIT (self->fit));
  GtkWidget     *foot = gtk_widget_get_first_child (self->foot);

  if (self->content != NULL)
    sdm_patient_content_set_narrow (SDM_PATIENT_CONTENT (self->content), is_narrow);
  if (foot != NULL)
    gtk_widget_set_visible (foot, !is_narrow);
}

static void
show_buttons (SdmPatientView *self)
{
  const gboolean has_before = self->position > 0;
  const gboolean has_next = self->position + 1 < self->screens->len;
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_widget_set_sensitive (self->before, has_before);
  gtk_widget_set_sensitive (self->next, has_next);
  if (focus == NULL || (focus == self->next && !has_next) || (focus == self->before && !has_before))
    gtk_widget_grab_focus (has_next ? self->next : self->before);
}

static void
show_content (SdmPatientView *self)
{
  GtkWidget *foot;

  self->content = sdm_patient_content_new (self->session, get_screen (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);
  /* All of it is read by scrolling; nothing in it scrolls by itself. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))),
                                     GTK_SCROLL_NATURAL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  sdm_ui_clear (self->foot);
  foot = sdm_patient_content_make_foot (SDM_PATIENT_CONTENT (self->content));
  if (foot != NULL)
    {
      gtk_widget_set_halign (foot, GTK_ALIGN_CENTER);
      gtk_widget_set_hexpand (foot, TRUE);
      gtk_box_append (GTK_BOX (self->foot), foot);
    }
  show_room (self);
}

static void
show_screen (SdmPatientView *self)
{
  if (self->content != NULL && sdm_patient_content_shows (SDM_PATIENT_CONTENT (self->content), get_screen (self)))
    sdm_patient_content_refresh (SDM_PATIENT_CONTENT (self->content));
  else
    show_content (self);
  show_buttons (self);
}

/* The screens may have become more or fewer; the one that is shown stays where it can. */
static void
list_again (SdmPatientView *self)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->screens);
  const SdmPatientScreen *shown = g_ptr_array_index (former, self->position);

  self->screens = sdm_patient_screens_list (sdm_session_get_consultation (self->session), sdm_session_get_aid (self->session));
  self->position = sdm_patient_screens_find (self->screens, shown->step, shown->row);
}

/* Following */

static void
followed_cb (SdmPatientView *self)
{
  list_again (self);
  if (!self->held)
    self->position = sdm_patient_screens_find (self->screens, sdm_session_get_step (self->session),
                                               sdm_session_get_row (self->session));
  show_screen (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  SdmPatientView *self = user_data;

  self->refresh_idle = 0;
  show_screen (self);

  return G_SOURCE_REMOVE;
}

/* What is typed on the clinician's page is shown where it belongs. */
static void
consultation_changed_cb (SdmPatientView *self,
                         const char     *path)
{
  guint position;

  if (g_str_equal (path, "risks/figures"))
    return; /* kept by what is on a screen, this one too */

  list_again (self);
  if (!self->held && sdm_patient_screens_find_place (self->screens, path, &position) &&
      ((const SdmPatientScreen *) g_ptr_array_index (self->screens, position))->step == sdm_session_get_step (self->session))
    self->position = position;
  if (self->refresh_idle == 0)
    self->refresh_idle = g_idle_add (refresh_cb, self);
}

/* Callbacks */

static void
move_by (SdmPatientView *self,
         int             by)
{
  const int position = (int) self->position + by;

  if (self->session == NULL || position < 0 || position >= (int) self->screens->len)
    return;
  self->position = (guint) position;
  show_screen (self);
}

static void
before_clicked_cb (SdmPatientView *self)
{
  move_by (self, -1);
}

static void
next_clicked_cb (SdmPatientView *self)
{
  move_by (self, 1);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int      by;
  gboolean by_direction;

  g_variant_get (args, "(ib)", &by, &by_direction);
  if (by_direction && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  move_by (user_data, by);

  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

/* On a monitor of its own it must not take the keyboard from the clinician, which a new window gets. */
static void
activated_cb (SdmPatientView *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  g_signal_handlers_disconnect_by_func (self, activated_cb, NULL);
  gtk_window_present (self->clinician);
}

/* Building */

/* What has the focus comes first: the cells of a grid, an open popover. The window itself would
 * move the focus by the arrow keys, so these belong to what is in it. */
static void
add_keys (SdmPatientView *self)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    int             by;
    gboolean        by_direction;
  } keys[] = {
    { GDK_KEY_Left, 0, -1, TRUE },
    { GDK_KEY_Right, 0, 1, TRUE },
    { GDK_KEY_Page_Up, 0, -1, FALSE },
    { GDK_KEY_Page_Down, 0, 1, FALSE },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, -1, FALSE },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, 1, FALSE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, keys[i].modifiers),
                                                gtk_callback_action_new (move_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new ("(ib)", keys[i].by, keys[i].by_direction));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (self->fit, controller);
}

static GtkWidget *
make_footer (SdmPatientView *self)
{
  GtkWidget *footer = sdm_ui_row (16);

  self->before = sdm_ui_button (_ ("Before"), "ev-left-symbolic");
  self->next = sdm_ui_button (_ ("Next"), NULL);
  gtk_box_append (GTK_BOX (gtk_button_get_child (GTK_BUTTON (self->next))), gtk_image_new_from_icon_name ("ev-right-symbolic"));
  self->foot = sdm_ui_row (0);
  g_signal_connect_swapped (self->before, "clicked", G_CALLBACK (before_clicked_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_clicked_cb), self);
  gtk_widget_add_css_class (footer, "footer");
  gtk_widget_set_valign (self->before, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->next, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->foot, TRUE);
  gtk_box_append (GTK_BOX (footer), self->before);
  gtk_box_append (GTK_BOX (footer), self->foot);
  gtk_box_append (GTK_BOX (footer), self->next);

  return footer;
}

/* A monitor on which the clinician's window is not; NULL where there is only one. */
static GdkMonitor *
find_other_monitor (SdmPatientView *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->clinician));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return monitor; /* the list holds on to it */
    }

  return NULL;
}

/* GObject */

static void
sdm_patient_view_dispose (GObject *object)
{
  SdmPatientView *self = SDM_PATIENT_VIEW (object);

  sdm_patient_view_set_session (self, NULL);

  G_OBJECT_CLASS (sdm_patient_view_parent_class)->dispose (object);
}

static void
sdm_patient_view_class_init (SdmPatientViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_patient_view_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, end_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F11, 0, end_cb, NULL);
}

static void
sdm_patient_view_init (SdmPatientView *self)
{
  GtkWidget *page = sdm_ui_column (0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Patient view"));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "patient");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (page, "page");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (page), self->scroller);
  self->all = sdm_ui_column (0);
  gtk_box_append (GTK_BOX (self->all), page);
  gtk_box_append (GTK_BOX (self->all), make_footer (self));
  gtk_widget_set_visible (self->all, FALSE);
  self->fit = sdm_fit_new ();
  adw_bin_set_child (ADW_BIN (self->fit), self->all);
  g_signal_connect_swapped (self->fit, "notify", G_CALLBACK (show_room), self);
  add_keys (self);
  gtk_window_set_child (GTK_WINDOW (self), self->fit);
}

/* Public API */

/**
 * sdm_patient_view_new:
 * @clinician: the window it belongs to and goes away with
 *
 * Returns: (transfer none): a plain page, not shown yet
 */
GtkWidget *
sdm_patient_view_new (GtkWindow *clinician)
{
  SdmPatientView *self = g_object_new (SDM_TYPE_PATIENT_VIEW, "transient-for", clinician, "destroy-with-parent", TRUE, NULL);

  self->clinician = clinician;

  return GTK_WIDGET (self);
}

/**
 * sdm_patient_view_open:
 *
 * Shows it on the whole of the second monitor, beside the clinician's window;
 * where there is one monitor only, over that window.
 */
void
sdm_patient_view_open (SdmPatientView *self)
{
  GdkMonitor *other = find_other_monitor (self);

  gtk_window_set_modal (GTK_WINDOW (self), other == NULL);
  if (other != NULL)
    {
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), other);
      g_signal_connect (self, "notify::is-active", G_CALLBACK (activated_cb), NULL);
    }
  else
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  gtk_window_present (GTK_WINDOW (self));
}

static void
drop_session (SdmPatientView *self)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sdm_session_get_consultation (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
      sdm_ui_clear (self->foot);
    }
  g_clear_handle_id (&self->refresh_idle, g_source_remove);
  g_clear_pointer (&self->screens, g_ptr_array_unref);
  g_clear_object (&self->session);
  self->content = NULL;
  self->position = 0;
  self->held = FALSE;
}

/**
 * sdm_patient_view_set_session:
 * @session: (nullable): what is open; %NULL for a plain page at once
 */
void
sdm_patient_view_set_session (SdmPatientView *self,
                              SdmSession     *session)
{
  if (self->session == session)
    return;

  drop_session (self);
  gtk_widget_set_visible (self->all, session != NULL);
  if (session == NULL)
    return;

  self->session = g_object_ref (session);
  self->screens = sdm_patient_screens_list (sdm_session_get_consultation (session), sdm_session_get_aid (session));
  g_signal_connect_swapped (session, "notify::step", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (session, "notify::row", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (sdm_session_get_consultation (session), "changed", G_CALLBACK (consultation_changed_cb), self);
  followed_cb (self);
}

gboolean
sdm_patient_view_get_held (SdmPatientView *self)
{
  return self->held;
}

/**
 * sdm_patient_view_set_held:
 * @held: whether it stays where it is while the clinician goes on; let go, it
 *   catches up at once
 */
void
sdm_patient_view_set_held (SdmPatientView *self,
                           gboolean        held)
{
  self->held = held && self->session != NULL;
  if (self->session != NULL && !held)
    followed_cb (self);
}
