/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-view-strip.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmViewStrip:
 *
 * One quiet line about what somebody else said: what there is, a button that
 * gives them their turn, and one that shows what they said or covers it again.
 * The strip itself never tells what they said.
 *
 * ## Signals
 *
 * `turn` and `show-view`, when the one or the other button is pressed.
 */
struct _SdmViewStrip
{
  GtkBox parent_instance;

  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *turn;
  GtkWidget *show;
};

G_DEFINE_FINAL_TYPE (SdmViewStrip, sdm_view_strip, GTK_TYPE_BOX)

enum
{
  TURN,
  SHOW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkLabel *
get_label (GtkWidget *button)
{
  return GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button))));
}

/* The same button keeps the focus when its words change. */
static void
offer (GtkWidget  *button,
       const char *label,
       gboolean    can_press)
{
  gtk_widget_set_visible (button, label != NULL);
  gtk_widget_set_sensitive (button, can_press);
  if (label == NULL)
    return;
  gtk_label_set_label (get_label (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
dup_companion_words (const char *name,
                     gboolean    has_view,
                     gboolean    is_shown)
{
  if (!has_view)
    /* Translators: %s came along with the person: "Jo can answer too, apart from you." */
    return g_strdup_printf (_ ("%s can answer too, apart from you."), name);
  if (is_shown)
    /* Translators: %s came along with the person: "Jo’s view stands beside yours." */
    return g_strdup_printf (_ ("%s’s view stands beside yours."), name);

  /* Translators: %s came along with the person: "Jo’s view is kept apart." */
  return g_strdup_printf (_ ("%s’s view is kept apart."), name);
}

/* Callbacks */

static void
turn_clicked_cb (SdmViewStrip *self)
{
  g_signal_emit (self, signals[TURN], 0);
}

static void
show_clicked_cb (SdmViewStrip *self)
{
  g_signal_emit (self, signals[SHOW], 0);
}

/* GObject */

static void
sdm_view_strip_class_init (SdmViewStripClass *klass)
{
  signals[TURN] = g_signal_new ("turn", SDM_TYPE_VIEW_STRIP, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW] = g_signal_new ("show-view", SDM_TYPE_VIEW_STRIP, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (SdmViewStrip *self,
            GCallback     clicked_cb)
{
  GtkWidget *button = sdm_ui_button ("", NULL);

  /* Large text makes the button higher and not too wide for the card. */
  gtk_label_set_wrap (get_label (button), TRUE);
  gtk_label_set_natural_wrap_mode (get_label (button), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-of-many");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", clicked_cb, self);
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static void
sdm_view_strip_init (SdmViewStrip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view-strip");
  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "quiet");
  self->text = sdm_ui_label (NULL, "caption");
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_box_append (GTK_BOX (self), self->text);
  self->turn = add_button (self, G_CALLBACK (turn_clicked_cb));
  self->show = add_button (self, G_CALLBACK (show_clicked_cb));
}

/* Public API */

/**
 * sdm_view_strip_new:
 * @icon_name: the sign before the words
 *
 * Returns: (transfer floating): a strip that says nothing yet
 */
GtkWidget *
sdm_view_strip_new (const char *icon_name)
{
  SdmViewStrip *self = g_object_new (SDM_TYPE_VIEW_STRIP, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);

  return GTK_WIDGET (self);
}

/**
 * sdm_view_strip_say:
 * @text: (nullable): what there is; %NULL hides the strip
 */
void
sdm_view_strip_say (SdmViewStrip *self,
                    const char   *text)
{
  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

/**
 * sdm_view_strip_offer_turn:
 * @label: (nullable): the words of the button that gives the other one their turn; %NULL for none
 */
void
sdm_view_strip_offer_turn (SdmViewStrip *self,
                           const char   *label)
{
  offer (self->turn, label, TRUE);
}

/**
 * sdm_view_strip_offer_show:
 * @label: (nullable): the words of the button that shows or covers what they said; %NULL for none
 * @can_show: whether it can be pressed yet
 */
void
sdm_view_strip_offer_show (SdmViewStrip *self,
                           const char   *label,
                           gboolean      can_show)
{
  offer (self->show, label, can_show);
}

/**
 * sdm_view_strip_show_companion:
 * @name: who came along
 * @has_view: whether they have said anything
 * @is_shown: whether that stands beside what the person said
 * @is_read_only: whether nothing can be said any more
 *
 * Says how it stands with the view of somebody who came along.
 */
void
sdm_view_strip_show_companion (SdmViewStrip *self,
                               const char   *name,
                               gboolean      has_view,
                               gboolean      is_shown,
                               gboolean      is_read_only)
{
  g_autofree char *words = has_view || !is_read_only ? dup_companion_words (name, has_view, is_shown) : NULL;
  /* Translators: a button that hands the screen to %s, who came along: "Jo’s turn" */
  g_autofree char *turn = g_strdup_printf (_ ("%s’s turn"), name);
  /* Translators: two buttons: %s came along with the person: "Cover Jo’s view", "Show Jo’s view" */
  g_autofree char *show = is_shown ? g_strdup_printf (_ ("Cover %s’s view"), name)
                                   : g_strdup_printf (_ ("Show %s’s view"), name);

  sdm_view_strip_say (self, words);
  sdm_view_strip_offer_turn (self, is_read_only ? NULL : turn);
  sdm_view_strip_offer_show (self, has_view ? show : NULL, TRUE);
}

/**
 * sdm_view_strip_dup_turn_words:
 * @name: who came along
 *
 * Returns: (transfer full): what is said when @name gets the screen
 */
char *
sdm_view_strip_dup_turn_words (const char *name)
{
  /* Translators: %s came along with the person, and is given the screen */
  return g_strdup_printf (_ ("Turn the screen to %s. What is said here stays covered until both of you want to see it."), name);
}
