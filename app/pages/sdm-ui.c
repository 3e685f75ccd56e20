/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-ui.h"

#include <adwaita.h>

#include "sdm-columns.h"
#include "sdm-text-layout.h"
#include "sdm-wrap-layout.h"

#define WRAP_LINE_SPACING 8

/* Longer than the words of any language in these pages. */
#define ENDLESS_LETTERS 28
#define LEAST_CHARS     12

static gboolean
has_endless_word (const char *text)
{
  guint n_letters = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      n_letters = g_unichar_isspace (g_utf8_get_char (text)) ? 0 : n_letters + 1;
      if (n_letters > ENDLESS_LETTERS)
        return TRUE;
    }

  return FALSE;
}

/* A word that is longer than any line, such as an address of a web page, is broken; no other is. */
static void
wrap_words (GtkLabel *label)
{
  const gboolean endless = has_endless_word (gtk_label_get_label (label));

  gtk_label_set_wrap_mode (label, endless ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  if (endless)
    gtk_label_set_width_chars (label, LEAST_CHARS);
}

/**
 * sdm_ui_label:
 * @css_class: (nullable): a class of the type scale, such as "body"
 *
 * Returns: a label that starts at the left and wraps
 */
GtkWidget *
sdm_ui_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  wrap_words (GTK_LABEL (label));
  g_signal_connect (label, "notify::label", G_CALLBACK (wrap_words), NULL);
  sdm_text_layout_use (label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
sdm_ui_column (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

GtkWidget *
sdm_ui_row (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);
}

/**
 * sdm_ui_at_top:
 * @widget: a button, a card and the like
 *
 * Tab goes by the middles of what stands side by side, so that something small at the top of a
 * row would come before all that is higher.
 *
 * Returns: @widget at the top of its place, which is as high as the row
 */
GtkWidget *
sdm_ui_at_top (GtkWidget *widget)
{
  GtkWidget *place = sdm_ui_column (0);

  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (place), widget);
  g_object_bind_property (widget, "visible", place, "visible", G_BINDING_SYNC_CREATE);

  return place;
}

/**
 * sdm_ui_wrap:
 * @spacing: between what stands side by side
 *
 * Returns: a row whose children go on in the next line where there is no room
 */
GtkWidget *
sdm_ui_wrap (int spacing)
{
  GtkWidget *box = sdm_ui_row (0);

  gtk_widget_set_layout_manager (box, sdm_wrap_layout_new (spacing, WRAP_LINE_SPACING));

  return box;
}

/**
 * sdm_ui_columns:
 * @left_share: how wide the left column is, against
 * @right_share: the right one
 * @left: (out): the left column
 * @right: (out): the right column
 *
 * Returns: two columns side by side that share the width, or one under the other
 *   where there is no room
 */
GtkWidget *
sdm_ui_columns (int         left_share,
                int         right_share,
                GtkWidget **left,
                GtkWidget **right)
{
  *left = sdm_ui_column (16);
  *right = sdm_ui_column (16);

  return sdm_columns_new (left_share, *left, right_share, *right);
}

static GtkWidget *
make_card (const char *title,
           const char *card_class,
           const char *title_class,
           GtkWidget **content)
{
  GtkWidget *card = sdm_ui_column (12);

  gtk_widget_add_css_class (card, card_class);
  gtk_widget_add_css_class (card, "padded");
  if (title != NULL)
    {
      GtkWidget *heading = sdm_ui_label (title, title_class);

      gtk_box_append (GTK_BOX (card), heading);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
    }
  *content = card;

  return card;
}

/**
 * sdm_ui_card:
 * @title: (nullable): its heading
 * @content: (out): the box that takes what belongs in the card
 *
 * Returns: a white card
 */
GtkWidget *
sdm_ui_card (const char *title,
             GtkWidget **content)
{
  return make_card (title, "card", "h3", content);
}

/**
 * sdm_ui_voice_card:
 *
 * Returns: a card on sand, for the person's own words and nothing else
 */
GtkWidget *
sdm_ui_voice_card (const char *title,
                   GtkWidget **content)
{
  return make_card (title, "voice-card", "voice-title", content);
}

/**
 * sdm_ui_page:
 * @title: its heading
 * @helper: (nullable): what the reader has to know first
 * @most_width: how wide it becomes; -1 for the whole window
 * @content: (out): the column that takes the cards
 *
 * Returns: a page that stands in the place of the first one, and scrolls
 */
GtkWidget *
sdm_ui_page (const char *title,
             const char *helper,
             int         most_width,
             GtkWidget **content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *page = sdm_ui_column (16);
  GtkWidget *child = page;

  gtk_widget_add_css_class (page, "page");
  gtk_box_append (GTK_BOX (page), sdm_ui_label (title, "h1"));
  if (helper != NULL)
    {
      GtkWidget *label = sdm_ui_label (helper, "body");

      gtk_widget_add_css_class (label, "quiet");
      gtk_box_append (GTK_BOX (page), label);
    }
  if (most_width >= 0)
    {
      child = adw_clamp_new ();
      adw_clamp_set_maximum_size (ADW_CLAMP (child), most_width);
      adw_clamp_set_child (ADW_CLAMP (child), page);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  *content = page;

  return scroller;
}

/**
 * sdm_ui_fold:
 * @title: what it holds
 * @content: (out): the box that takes it
 *
 * Returns: something that is closed until it is asked for
 */
GtkWidget *
sdm_ui_fold (const char *title,
             GtkWidget **content)
{
  GtkWidget *fold = gtk_expander_new (NULL);
  GtkWidget *label = sdm_ui_label (title, "chrome-strong");

  *content = sdm_ui_column (12);
  gtk_widget_set_margin_top (*content, 12);
  gtk_widget_set_size_request (label, -1, 44);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_expander_set_label_widget (GTK_EXPANDER (fold), label);
  gtk_expander_set_child (GTK_EXPANDER (fold), *content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fold), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return fold;
}

/**
 * sdm_ui_button:
 * @icon_name: (nullable): a sign before the label
 */
GtkWidget *
sdm_ui_button (const char *label,
               const char *icon_name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = sdm_ui_row (8);
  GtkWidget *text = gtk_label_new (label);

  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_box_append (GTK_BOX (row), icon);
    }
  gtk_box_append (GTK_BOX (row), text);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

/**
 * sdm_ui_icon_button:
 * @label: what it does, for those who do not see the sign; also its tooltip
 */
GtkWidget *
sdm_ui_icon_button (const char *icon_name,
                    const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

/**
 * sdm_ui_check:
 *
 * Returns: a check button whose label wraps
 */
GtkWidget *
sdm_ui_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = sdm_ui_label (label, "body");

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), sdm_steady_new (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return check;
}

/**
 * sdm_ui_check_set_label:
 * @check: made by sdm_ui_check()
 *
 * Names @check anew, on screen and for those who do not see it.
 */
void
sdm_ui_check_set_label (GtkWidget  *check,
                        const char *label)
{
  GtkWidget *frame = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (frame)), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * sdm_ui_clear:
 *
 * Takes every child out of a box.
 */
void
sdm_ui_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/**
 * sdm_ui_take_children:
 *
 * Takes every child out of a box.
 *
 * Returns: (transfer full) (element-type GtkWidget): what was in it
 */
GPtrArray *
sdm_ui_take_children (GtkWidget *box)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (children, g_object_ref (child));
  sdm_ui_clear (box);

  return children;
}

/* The first frame lays out what has just changed; only then is it known where things stand. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  guint     *n_frames = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  double     y;

  *n_frames += 1;
  if (*n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL &&
      gtk_widget_translate_coordinates (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0, NULL, &y))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), y - 16);

  return G_SOURCE_REMOVE;
}

/**
 * sdm_ui_scroll_to:
 * @widget: something on a page that scrolls
 *
 * Brings the top of what was shown just now to the top of the page.
 */
void
sdm_ui_scroll_to (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, scroll_cb, g_new0 (guint, 1), g_free);
}
