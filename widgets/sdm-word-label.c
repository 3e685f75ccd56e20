/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-word-label.h"

#include "sdm-text-layout.h"

/**
 * SdmWordLabel:
 *
 * A text in which words that need it are underlined with dots, each once. A
 * click on one says what it means, beside it.
 *
 * ## Accessibility
 *
 * The text is a `label`. What the words mean is for the widget around it to
 * tell: it asks for the places, and has a key for sdm_word_label_explain(),
 * whose popover takes the focus and is read out.
 */
struct _SdmWordLabel
{
  GtkWidget parent_instance;

  SdmGlossary *glossary; /* owned, nullable */
  GArray      *places;   /* owned, of SdmWordPlace */

  GtkWidget *label; /* owned as child */
};

G_DEFINE_FINAL_TYPE (SdmWordLabel, sdm_word_label, GTK_TYPE_WIDGET)

#define DOT_SPACE 3.5

/* The narrowest that a text may get; without it, GTK lays it out with one letter in a line to find that out. */
#define LEAST_CHARS 6

static void
update_places (SdmWordLabel *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  if (self->glossary != NULL)
    self->places = sdm_glossary_find (self->glossary, gtk_label_get_label (GTK_LABEL (self->label)));
  else
    self->places = g_array_new (FALSE, FALSE, sizeof (SdmWordPlace));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where the text begins, in the widget. */
static void
find_offset (SdmWordLabel *self,
             double       *x,
             double       *y)
{
  int left, top;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, &top);
  gtk_widget_translate_coordinates (self->label, GTK_WIDGET (self), left, top, x, y);
}

static const SdmWordPlace *
find_word (SdmWordLabel *self,
           double        x,
           double        y)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  double       left, top;
  int          index, trailing;

  find_offset (self, &left, &top);
  if (!pango_layout_xy_to_index (layout, (int) ((x - left) * PANGO_SCALE), (int) ((y - top) * PANGO_SCALE), &index, &trailing))
    return NULL;
  for (guint i = 0; i < self->places->len; i++)
    {
      const SdmWordPlace *place = &g_array_index (self->places, SdmWordPlace, i);

      if (index >= (int) place->start && index < (int) place->end)
        return place;
    }

  return NULL;
}

static GdkRectangle
find_rectangle (SdmWordLabel       *self,
                const SdmWordPlace *place)
{
  PangoRectangle first, last;
  double         left, top;

  find_offset (self, &left, &top);
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->label)), (int) place->start, &first);
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->label)), (int) place->end, &last);
  pango_extents_to_pixels (&first, NULL);
  pango_extents_to_pixels (&last, NULL);

  return (GdkRectangle){ (int) left + first.x, (int) top + first.y,
                         last.y == first.y ? ABS (last.x - first.x) : ABS (first.width), first.height };
}

/* Dots below one word, which may go over the end of a line. */
static void
draw_dots (PangoLayout        *layout,
           cairo_t            *cr,
           const SdmWordPlace *place)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      const int        start = MAX ((int) place->start, line->start_index);
      const int        end = MIN ((int) place->end, line->start_index + line->length);
      const double     y = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE + 3.5;
      PangoRectangle   logical;
      g_autofree int  *ranges = NULL;
      int              n_ranges;

      if (start >= end)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        {
          cairo_move_to (cr, ranges[2 * i] / (double) PANGO_SCALE + 1, y);
          cairo_line_to (cr, ranges[2 * i + 1] / (double) PANGO_SCALE - 1, y);
        }
    }
  while (pango_layout_iter_next_line (iter));
  cairo_stroke (cr);
  pango_layout_iter_free (iter);
}

/* Callbacks */

static void
pressed_cb (SdmWordLabel *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *click)
{
  if (find_word (self, x, y) != NULL)
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (SdmWordLabel *self,
             int           n_press,
             double        x,
             double        y)
{
  const SdmWordPlace *word = find_word (self, x, y);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (SdmWordPlace));
  GdkRectangle at;

  if (word == NULL)
    return;
  at = find_rectangle (self, word);
  g_array_append_vals (one, word, 1);
  sdm_word_label_explain (GTK_WIDGET (self), &at, one);
}

static void
motion_cb (SdmWordLabel *self,
           double        x,
           double        y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_word (self, x, y) != NULL ? "help" : NULL);
}

static gboolean
drop_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (popover), g_object_unref);
}

/* Overrides */

static void
sdm_word_label_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  static const double dots[] = { 0, DOT_SPACE };
  SdmWordLabel       *self = SDM_WORD_LABEL (widget);
  PangoLayout        *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  GdkRGBA             color;
  double              left, top;
  cairo_t            *cr;

  GTK_WIDGET_CLASS (sdm_word_label_parent_class)->snapshot (widget, snapshot);
  if (self->places->len == 0)
    return;

  find_offset (self, &left, &top);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  cairo_translate (cr, left, top);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.75);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  for (guint i = 0; i < self->places->len; i++)
    draw_dots (layout, cr, &g_array_index (self->places, SdmWordPlace, i));
  cairo_destroy (cr);
}

static void
sdm_word_label_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  SDM_WORD_LABEL (object)->label = NULL;
  g_clear_object (&SDM_WORD_LABEL (object)->glossary);

  G_OBJECT_CLASS (sdm_word_label_parent_class)->dispose (object);
}

static void
sdm_word_label_finalize (GObject *object)
{
  g_clear_pointer (&SDM_WORD_LABEL (object)->places, g_array_unref);

  G_OBJECT_CLASS (sdm_word_label_parent_class)->finalize (object);
}

static void
sdm_word_label_class_init (SdmWordLabelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sdm_word_label_dispose;
  object_class->finalize = sdm_word_label_finalize;
  widget_class->snapshot = sdm_word_label_snapshot;

  gtk_widget_class_set_css_name (widget_class, "wordlabel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sdm_word_label_init (SdmWordLabel *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "xalign", 0.0,
                              "yalign", 0.0,
                              "hexpand", TRUE,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "width-chars", LEAST_CHARS,
                              NULL);
  sdm_text_layout_use (self->label);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->places = g_array_new (FALSE, FALSE, sizeof (SdmWordPlace));

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * sdm_word_label_new:
 * @css_class: (nullable): the role of the text, such as "second"
 *
 * Returns: (transfer floating): a label without text
 */
GtkWidget *
sdm_word_label_new (const char *css_class)
{
  GtkWidget *self = g_object_new (SDM_TYPE_WORD_LABEL, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (self, css_class);

  return self;
}

/**
 * sdm_word_label_get_text:
 *
 * Returns: (transfer none): the text
 */
const char *
sdm_word_label_get_text (SdmWordLabel *self)
{
  g_return_val_if_fail (SDM_IS_WORD_LABEL (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}

/**
 * sdm_word_label_set_text:
 * @attributes: (nullable): how parts of the text are set
 */
void
sdm_word_label_set_text (SdmWordLabel  *self,
                         const char    *text,
                         PangoAttrList *attributes)
{
  g_return_if_fail (SDM_IS_WORD_LABEL (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  update_places (self);
}

/**
 * sdm_word_label_get_glossary:
 *
 * Returns: (transfer none) (nullable): the words that are explained
 */
SdmGlossary *
sdm_word_label_get_glossary (SdmWordLabel *self)
{
  g_return_val_if_fail (SDM_IS_WORD_LABEL (self), NULL);

  return self->glossary;
}

/**
 * sdm_word_label_set_glossary:
 * @glossary: (nullable) (transfer none): the words to explain; what is in the
 *   list must be there already
 */
void
sdm_word_label_set_glossary (SdmWordLabel *self,
                             SdmGlossary  *glossary)
{
  g_return_if_fail (SDM_IS_WORD_LABEL (self));

  if (g_set_object (&self->glossary, glossary))
    update_places (self);
}

/**
 * sdm_word_label_get_places:
 *
 * Returns: (transfer none) (element-type SdmWordPlace): the words of the text that are explained
 */
GArray *
sdm_word_label_get_places (SdmWordLabel *self)
{
  g_return_val_if_fail (SDM_IS_WORD_LABEL (self), NULL);

  return self->places;
}

/**
 * sdm_word_label_explain:
 * @parent: beside what it stands; has a layout manager, and lets go of its
 *   children when it is disposed of
 * @at: (nullable): which part of @parent is meant
 * @places: (element-type SdmWordPlace): the words
 *
 * Says what words mean, until Escape or a click beside it. The text has the
 * focus, so that it is read out; the focus goes back afterwards.
 */
void
sdm_word_label_explain (GtkWidget          *parent,
                        const GdkRectangle *at,
                        GArray             *places)
{
  g_autofree char *meanings = sdm_glossary_dup_meanings (places);
  GtkWidget       *popover;
  GtkWidget       *label;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (places->len == 0)
    return;

  popover = gtk_popover_new ();
  label = g_object_new (SDM_TYPE_WORD_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_LABEL,
                        "focusable", TRUE,
                        NULL);
  sdm_word_label_set_text (SDM_WORD_LABEL (label), meanings, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (SDM_WORD_LABEL (label)->label), 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, meanings, -1);
  gtk_widget_add_css_class (label, "answer");
  gtk_widget_add_css_class (popover, "meanings");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (label);
}
