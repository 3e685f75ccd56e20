/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-text.h"

#include "sdm-ui.h"

/**
 * SdmBlankText:
 *
 * A place on a blank page to write in. It grows with what is typed, and while
 * nothing is, it says what that means. What cannot be kept stays where it was
 * typed, with the reason under it, until somebody has made it fit.
 *
 * ## Signals
 *
 * `typed` with the text, after each key. The handler keeps it and says with
 * sdm_blank_text_set_problem() whether it could.
 *
 * ## Accessibility
 *
 * The text is named by sdm_blank_text_set_name(). While it is empty it is described
 * by the words that stand there, and as any field by the reason when something was refused.
 */
struct _SdmBlankText
{
  GtkBox parent_instance;

  GtkWidget *frame; /* made by sdm_ui_text() */
  GtkWidget *hint;
  GtkWidget *placeholder;
  gboolean   is_line;
};

G_DEFINE_FINAL_TYPE (SdmBlankText, sdm_blank_text, GTK_TYPE_BOX)

/* Large enough to be hit. */
#define LEAST_HEIGHT 44

enum
{
  SIGNAL_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (SdmBlankText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (sdm_blank_text_get_view (self)));
}

static void
show_hint (SdmBlankText *self)
{
  GtkAccessible *view = GTK_ACCESSIBLE (sdm_blank_text_get_view (self));
  gboolean       is_empty = gtk_text_buffer_get_char_count (get_buffer (self)) == 0;

  gtk_widget_set_visible (self->hint, is_empty);
  gtk_accessible_update_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_empty ? gtk_label_get_label (GTK_LABEL (self->placeholder)) : "", -1);
}

/* Callbacks */

static void
changed_cb (SdmBlankText *self)
{
  g_autofree char *text = sdm_ui_dup_text (self->frame);

  if (!sdm_ui_is_showing (self->frame))
    g_signal_emit (self, signals[SIGNAL_TYPED], 0, text);
  show_hint (self);
}

/* The frame is as high as the text, so that there is nothing to scroll to; the text scrolls
 * for a moment when a line is added, before it is given the room. */
static void
scrolled_cb (GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > 0)
    gtk_adjustment_set_value (adjustment, 0);
}

/* On a single line Return goes on to the next place. */
static gboolean
key_cb (SdmBlankText   *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if (!self->is_line || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (sdm_blank_text_get_view (self), "move-focus", GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

/* GObject */

static void
sdm_blank_text_class_init (SdmBlankTextClass *klass)
{
  /**
   * SdmBlankText::typed:
   * @text: what stands there now
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sdm_blank_text_init (SdmBlankText *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "blank-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
make_hint (SdmBlankText *self,
           const char   *placeholder)
{
  GtkWidget *hint = sdm_ui_row (0);

  self->placeholder = sdm_ui_label (placeholder, NULL);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (hint), self->placeholder);
  gtk_widget_add_css_class (hint, "hint");
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_set_valign (hint, GTK_ALIGN_START);

  return hint;
}

/* Public API */

/**
 * sdm_blank_text_new:
 * @height: how high at least, in pixels at the usual text size
 * @placeholder: what an empty place says
 * @is_line: whether Return goes on instead of breaking the line
 */
GtkWidget *
sdm_blank_text_new (int         height,
                    const char *placeholder,
                    gboolean    is_line)
{
  SdmBlankText       *self = g_object_new (SDM_TYPE_BLANK_TEXT, NULL);
  GtkWidget          *overlay = gtk_overlay_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->is_line = is_line;
  self->frame = sdm_ui_text (height);
  /* Nothing that was written is hidden behind a scroll bar. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  gtk_widget_set_size_request (self->frame, -1, MAX (height, LEAST_HEIGHT));
  g_signal_connect (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->frame)), "value-changed",
                    G_CALLBACK (scrolled_cb), NULL);
  self->hint = make_hint (self, placeholder);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->frame);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), self->hint, TRUE);
  gtk_box_append (GTK_BOX (self), overlay);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (sdm_blank_text_get_view (self), keys);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_hint (self);

  return GTK_WIDGET (self);
}

GtkWidget *
sdm_blank_text_get_view (SdmBlankText *self)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->frame));
}

/**
 * sdm_blank_text_add_sign:
 * @icon_name: a sign before what an empty place says
 */
void
sdm_blank_text_add_sign (SdmBlankText *self,
                         const char   *icon_name)
{
  GtkWidget *sign = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (sign, "sign");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_prepend (GTK_BOX (self->hint), sign);
}

/**
 * sdm_blank_text_set_name:
 * @name: what the place is for, for those who do not see where it is
 */
void
sdm_blank_text_set_name (SdmBlankText *self,
                         const char   *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (sdm_blank_text_get_view (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * sdm_blank_text_get_input:
 *
 * Returns: (transfer none): the field itself, for sdm_ui_dup_text() and the like
 */
GtkWidget *
sdm_blank_text_get_input (SdmBlankText *self)
{
  return self->frame;
}

/**
 * sdm_blank_text_set_text:
 * @text: (nullable): what is kept for this place
 *
 * Shows what is kept, unless something stands there that could not be kept yet.
 */
void
sdm_blank_text_set_text (SdmBlankText *self,
                         const char   *text)
{
  sdm_ui_show_text (self->frame, text);
}

/**
 * sdm_blank_text_set_problem:
 * @problem: (nullable): why the text cannot be kept, and what to do; %NULL when it was kept
 */
void
sdm_blank_text_set_problem (SdmBlankText *self,
                            const char   *problem)
{
  sdm_ui_set_problem (self->frame, problem);
}
