/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-ui.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-text.h"

/* Fields that are typed in: an entry, or a text of several lines in its frame. What was typed or
 * pasted and cannot be kept stays as it is, with the reason under it, until somebody solves it. */

typedef struct
{
  GtkWidget *word;    /* weak, nullable: the label under the field */
  char      *problem; /* owned, nullable: what is wrong with it */
  gboolean   is_kept; /* as it stands, although something is wrong with it */
  char      *note;    /* owned, nullable: what was done to it */
  guint      most;    /* characters that fit; 0: no limit */
  gboolean   is_too_long;
  gboolean   is_in_action; /* of a person, that has begun and not ended */
  gboolean   has_changed;  /* in it */
  gboolean   is_writing;   /* what is kept, which is shown as it is */
} Field;

/* State */

/* The widget that takes the focus: the text inside a scrolled frame. */
static GtkWidget *
get_inner (GtkWidget *input)
{
  if (GTK_IS_SCROLLED_WINDOW (input))
    return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (input));

  return input;
}

static void
free_field (gpointer data)
{
  Field *field = data;

  g_clear_weak_pointer (&field->word);
  g_free (field->problem);
  g_free (field->note);
  g_free (field);
}

static Field *
peek_field (GtkWidget *input)
{
  return g_object_get_data (G_OBJECT (input), "sdm-field");
}

static Field *
get_field (GtkWidget *input)
{
  Field *field = peek_field (input);

  if (field == NULL)
    {
      field = g_new0 (Field, 1);
      g_object_set_data_full (G_OBJECT (input), "sdm-field", field, free_field);
    }

  return field;
}

static GtkTextBuffer *
get_buffer (GtkWidget *input)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_inner (input)));
}

/* The word under a field */

/* The column that the field stands in. */
static GtkWidget *
find_column (GtkWidget *input)
{
  GtkWidget *parent = gtk_widget_get_parent (input);

  while (parent != NULL && (!GTK_IS_BOX (parent) || !GTK_IS_BOX_LAYOUT (gtk_widget_get_layout_manager (parent)) ||
                            gtk_orientable_get_orientation (GTK_ORIENTABLE (parent)) == GTK_ORIENTATION_HORIZONTAL))
    parent = gtk_widget_get_parent (parent);

  return parent;
}

static GtkWidget *
ensure_word (GtkWidget *input,
             Field     *field)
{
  GtkWidget *column = find_column (input);

  if (field->word == NULL && column != NULL)
    {
      g_set_weak_pointer (&field->word, sdm_ui_label (NULL, NULL));
      gtk_box_append (GTK_BOX (column), field->word);
    }

  return field->word;
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_word (GtkWidget *input,
           Field     *field)
{
  const char    *text = field->problem != NULL ? field->problem : field->note;
  const gboolean is_problem = field->problem != NULL;
  GtkWidget     *word = text != NULL ? ensure_word (input, field) : field->word;

  if (word != NULL)
    {
      gtk_label_set_label (GTK_LABEL (word), text != NULL ? text : "");
      gtk_widget_set_visible (word, text != NULL);
      set_css_class (word, "problem", is_problem);
      set_css_class (word, "caption", !is_problem);
      if (text != NULL)
        gtk_accessible_update_relation (GTK_ACCESSIBLE (get_inner (input)), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, word, NULL, -1);
      else
        gtk_accessible_reset_relation (GTK_ACCESSIBLE (get_inner (input)), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
    }
  set_css_class (get_inner (input), "problem", is_problem);
  gtk_accessible_update_state (GTK_ACCESSIBLE (get_inner (input)), GTK_ACCESSIBLE_STATE_INVALID,
                               is_problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_note (GtkWidget *input,
          char      *note)
{
  Field *field = get_field (input);

  g_free (field->note);
  field->note = note;
  show_word (input, field);
}

/* Characters that cannot be seen */

static guint
count_left_out (const char *text,
                gssize      length,
                const char *clean)
{
  glong n_ends = 0;

  /* The two halves of the end of a line are one. */
  for (gssize i = 0; i + 1 < length; i++)
    if (text[i] == '\r' && text[i + 1] == '\n')
      n_ends++;

  return (guint) (g_utf8_strlen (text, length) - n_ends - g_utf8_strlen (clean, -1));
}

static void
tell_left_out (GtkWidget *input,
               guint      n)
{
  Field *field = peek_field (input);

  if (n > 0)
    /* Translators: under a field that something was pasted into */
    set_note (input, g_strdup_printf (ngettext ("%u character that cannot be seen was left out.",
                                                "%u characters that cannot be seen were left out.", n),
                                      n));
  else if (field != NULL && field->note != NULL)
    set_note (input, NULL);
}

static void
insert_in_entry_cb (GtkEditable *text,
                    const char  *inserted,
                    int          length,
                    int         *position,
                    GtkWidget   *input)
{
  const gssize     n_bytes = length < 0 ? (gssize) strlen (inserted) : length;
  g_autofree char *clean = sdm_text_clean (inserted, n_bytes, FALSE);

  if (sdm_ui_is_showing (input))
    return;
  if (strncmp (clean, inserted, (gsize) n_bytes) != 0 || strlen (clean) != (gsize) n_bytes)
    {
      g_signal_handlers_block_by_func (text, insert_in_entry_cb, input);
      gtk_editable_insert_text (text, clean, -1, position);
      g_signal_handlers_unblock_by_func (text, insert_in_entry_cb, input);
      g_signal_stop_emission_by_name (text, "insert-text");
    }
  tell_left_out (input, count_left_out (inserted, n_bytes, clean));
}

static void
insert_in_text_cb (GtkTextBuffer *buffer,
                   GtkTextIter   *place,
                   const char    *inserted,
                   int            length,
                   GtkWidget     *input)
{
  const gssize     n_bytes = length < 0 ? (gssize) strlen (inserted) : length;
  g_autofree char *clean = sdm_text_clean (inserted, n_bytes, TRUE);

  if (sdm_ui_is_showing (input))
    return;
  if (strncmp (clean, inserted, (gsize) n_bytes) != 0 || strlen (clean) != (gsize) n_bytes)
    {
      g_signal_handlers_block_by_func (buffer, insert_in_text_cb, input);
      gtk_text_buffer_insert (buffer, place, clean, -1);
      g_signal_handlers_unblock_by_func (buffer, insert_in_text_cb, input);
      g_signal_stop_emission_by_name (buffer, "insert-text");
    }
  tell_left_out (input, count_left_out (inserted, n_bytes, clean));
}

/* A paste over what was selected takes that away first. Nobody is told of a text that never stood there.
 * The signals come with the outermost action only. */

static void
action_begun_cb (GtkWidget *input)
{
  get_field (input)->is_in_action = TRUE;
}

static void
action_ended_cb (GtkWidget     *input,
                 GtkTextBuffer *buffer)
{
  Field *field = get_field (input);

  field->is_in_action = FALSE;
  if (!field->has_changed)
    return;
  field->has_changed = FALSE;
  g_signal_emit_by_name (buffer, "changed");
}

static void
hold_changed_cb (GtkWidget     *input,
                 GtkTextBuffer *buffer)
{
  Field *field = get_field (input);

  if (!field->is_in_action)
    return;
  field->has_changed = TRUE;
  g_signal_stop_emission_by_name (buffer, "changed");
}

static void
hold_changes (GtkWidget     *input,
              GtkTextBuffer *buffer)
{
  g_signal_connect_object (buffer, "begin-user-action", G_CALLBACK (action_begun_cb), input, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (action_ended_cb), input, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (hold_changed_cb), input, G_CONNECT_SWAPPED);
}

/* Making them */

/**
 * sdm_ui_set_title:
 * @input: an entry, a text, a choice bar or the like
 * @title: the label that says what is asked
 *
 * Names the input after its label, which leads to it.
 */
void
sdm_ui_set_title (GtkWidget *input,
                  GtkWidget *title)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), get_inner (input));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (get_inner (input)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
}

/**
 * sdm_ui_field:
 * @label: what is asked
 * @input: an entry, a text, a choice bar or the like
 *
 * Returns: the label above the input, and the input labelled by it
 */
GtkWidget *
sdm_ui_field (const char *label,
              GtkWidget  *input)
{
  GtkWidget *field = sdm_ui_column (6);
  GtkWidget *title = sdm_ui_label (label, "chrome");

  gtk_widget_add_css_class (title, "quiet");
  sdm_ui_set_title (input, title);
  gtk_box_append (GTK_BOX (field), title);
  gtk_box_append (GTK_BOX (field), input);

  return field;
}

/* What is longer than its entry can be read without walking through it. */
static gboolean
show_whole_cb (GtkWidget  *entry,
               int         x,
               int         y,
               gboolean    keyboard,
               GtkTooltip *tooltip)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/**
 * sdm_ui_entry:
 * @width_chars: how wide at least; -1 for as it comes
 *
 * Returns: an entry for what is kept with each key. It undoes nothing by itself, as
 *   the consultation does; see sdm_ui_let_undo(). Text that it is too short for is shown
 *   whole as its tooltip
 */
GtkWidget *
sdm_ui_entry (int width_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "insert-text",
                           G_CALLBACK (insert_in_entry_cb), entry, 0);
  gtk_widget_set_has_tooltip (entry, TRUE);
  g_signal_connect (entry, "query-tooltip", G_CALLBACK (show_whole_cb), NULL);

  return entry;
}

/**
 * sdm_ui_let_undo:
 * @entry: an entry for what is not kept before a button is pressed
 *
 * Lets the entry undo what was typed in it.
 */
void
sdm_ui_let_undo (GtkWidget *entry)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
}

#define TEXT_MAX_HEIGHT 240

#define TEXT_CALM_FRAMES 3
#define TEXT_MAX_FRAMES  60

typedef struct
{
  guint all;
  guint calm; /* in which nothing was to do */
} Frames;

/* Words that are hidden behind a scroll bar are soon forgotten: the frame grows to hold them. The text view
 * goes on scrolling by its former height until it is laid out once more. */
static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GtkScrolledWindow *frame = GTK_SCROLLED_WINDOW (widget);
  GtkWidget         *text = gtk_scrolled_window_get_child (frame);
  GtkAdjustment     *adjustment = gtk_scrolled_window_get_vadjustment (frame);
  const int          page = (int) gtk_adjustment_get_page_size (adjustment);
  const int          missing = (int) gtk_adjustment_get_upper (adjustment) - page;
  const int          height = gtk_widget_get_height (widget);
  Frames            *frames = user_data;

  frames->calm++;
  if (gtk_widget_get_height (text) > page)
    {
      gtk_widget_queue_resize (text);
      frames->calm = 0;
    }
  else if (missing > 0 && height > 0 && height < TEXT_MAX_HEIGHT)
    {
      gtk_scrolled_window_set_min_content_height (frame, MIN (height + missing, TEXT_MAX_HEIGHT));
      frames->calm = 0;
    }
  if (++frames->all < TEXT_MAX_FRAMES && frames->calm < TEXT_CALM_FRAMES)
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (frame), "growing", NULL);

  return G_SOURCE_REMOVE;
}

static void
text_height_changed_cb (GtkWidget *frame)
{
  if (g_object_get_data (G_OBJECT (frame), "growing") != NULL)
    return;
  g_object_set_data (G_OBJECT (frame), "growing", GINT_TO_POINTER (TRUE));
  gtk_widget_add_tick_callback (frame, grow_cb, g_new0 (Frames, 1), g_free);
}

/**
 * sdm_ui_text:
 * @height: how high at least, in pixels at the usual text size
 *
 * Returns: a frame with a text of several lines that grows as it is typed; Tab leaves it
 */
GtkWidget *
sdm_ui_text (int height)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), FALSE);
  gtk_widget_add_css_class (text, "field");
  gtk_widget_add_css_class (frame, "text-frame");
  gtk_widget_set_focusable (frame, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), text);
  /* Large text needs as many lines as small text. */
  height = (int) (height * pango_cairo_context_get_resolution (gtk_widget_get_pango_context (text)) / 96);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), height);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "insert-text",
                           G_CALLBACK (insert_in_text_cb), frame, 0);
  hold_changes (frame, gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (frame)), "changed",
                           G_CALLBACK (text_height_changed_cb), frame, G_CONNECT_SWAPPED);

  return frame;
}

/* What is typed, and what is kept */

/**
 * sdm_ui_dup_text:
 * @input: an entry, or a text made by sdm_ui_text()
 *
 * Returns: (transfer full): what stands in it now
 */
char *
sdm_ui_dup_text (GtkWidget *input)
{
  char *text = NULL;

  if (GTK_IS_EDITABLE (input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (input)));
  g_object_get (get_buffer (input), "text", &text, NULL);

  return text;
}

/**
 * sdm_ui_show_text:
 * @input: an entry, or a text made by sdm_ui_text()
 * @text: (nullable): what is kept for it
 *
 * Shows what is kept, unless something stands there that could not be kept yet.
 */
void
sdm_ui_show_text (GtkWidget  *input,
                  const char *text)
{
  Field           *field = get_field (input);
  g_autofree char *before = sdm_ui_dup_text (input);

  if (field->problem != NULL || g_strcmp0 (before, text != NULL ? text : "") == 0)
    return;
  field->is_writing = TRUE;
  if (GTK_IS_EDITABLE (input))
    gtk_editable_set_text (GTK_EDITABLE (input), text != NULL ? text : "");
  else
    gtk_text_buffer_set_text (get_buffer (input), text != NULL ? text : "", -1);
  field->is_writing = FALSE;
}

/**
 * sdm_ui_is_showing:
 *
 * Returns: whether what stands in the field changes because it is shown, not because
 *   somebody types
 */
gboolean
sdm_ui_is_showing (GtkWidget *input)
{
  return peek_field (input) != NULL && peek_field (input)->is_writing;
}

/* How long it is is said at once, also where it is kept only later. */
static void
limit_changed_cb (GtkWidget *input)
{
  Field *field = get_field (input);

  if (field->is_too_long || sdm_ui_is_too_long (input))
    sdm_ui_set_problem (input, NULL);
}

/**
 * sdm_ui_set_limit:
 * @input: an entry, or a text made by sdm_ui_text()
 * @most: how many characters fit; 0 for no limit
 *
 * Says under the field when it holds more than fits. Nothing is cut off: what was typed or
 * pasted stays, and what fitted last stays kept.
 */
void
sdm_ui_set_limit (GtkWidget *input,
                  guint      most)
{
  Field *field = get_field (input);

  if (field->most == 0 && most > 0)
    g_signal_connect_object (GTK_IS_EDITABLE (input) ? (gpointer) input : (gpointer) get_buffer (input), "changed",
                             G_CALLBACK (limit_changed_cb), input, G_CONNECT_SWAPPED);
  field->most = most;
}

/**
 * sdm_ui_is_too_long:
 *
 * Returns: whether there is more in the field than fits
 */
gboolean
sdm_ui_is_too_long (GtkWidget *input)
{
  const Field     *field = peek_field (input);
  g_autofree char *text = NULL;

  if (field == NULL || field->most == 0)
    return FALSE;
  text = sdm_ui_dup_text (input);

  return !sdm_text_fits (text, field->most, NULL);
}

/**
 * sdm_ui_set_problem:
 * @input: an input that sits in a field
 * @text: (nullable): what is wrong and what to do; %NULL when all is well
 *
 * Says under the field what is wrong with it. That it is too long is said in any case.
 */
void
sdm_ui_set_problem (GtkWidget  *input,
                    const char *text)
{
  Field *field = peek_field (input);
  g_autoptr (GError) error = NULL;

  if (field == NULL && text == NULL)
    return;
  field = get_field (input);
  field->is_kept = FALSE;
  field->is_too_long = sdm_ui_is_too_long (input);
  if (field->is_too_long)
    {
      g_autofree char *typed = sdm_ui_dup_text (input);

      sdm_text_fits (typed, field->most, &error);
      text = error->message;
    }
  if (g_strcmp0 (field->problem, text) == 0)
    return;
  g_free (field->problem);
  field->problem = g_strdup (text);
  show_word (input, field);
}

/**
 * sdm_ui_set_doubt:
 * @input: an input that sits in a field
 * @text: (nullable): what is wrong and what to do; %NULL when all is well
 *
 * As sdm_ui_set_problem(), for what is kept as it stands, such as a number that is half typed.
 */
void
sdm_ui_set_doubt (GtkWidget  *input,
                  const char *text)
{
  Field *field;

  sdm_ui_set_problem (input, text);
  field = peek_field (input);
  if (field != NULL)
    field->is_kept = !field->is_too_long;
}

/**
 * sdm_ui_has_problem:
 *
 * Returns: whether something stands in @input that is not kept
 */
gboolean
sdm_ui_has_problem (GtkWidget *input)
{
  const Field *field = peek_field (input);

  return field != NULL && field->problem != NULL && !field->is_kept;
}

/**
 * sdm_ui_carry_over:
 * @former: an input that is about to go
 * @input: the one that takes its place
 *
 * Shows in @input, with its problem, what stands in @former and is not kept.
 */
void
sdm_ui_carry_over (GtkWidget *former,
                   GtkWidget *input)
{
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;

  if (!sdm_ui_has_problem (former))
    return;
  text = sdm_ui_dup_text (former);
  problem = g_strdup (peek_field (former)->problem);
  sdm_ui_show_text (input, text);
  sdm_ui_set_problem (input, problem);
}

/**
 * sdm_ui_give_up:
 * @input: an input with a problem
 *
 * Lets what is kept take the place of what stands there, when the page shows it next.
 */
void
sdm_ui_give_up (GtkWidget *input)
{
  Field *field = get_field (input);

  g_clear_pointer (&field->problem, g_free);
  field->is_too_long = FALSE;
  show_word (input, field);
}
