/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-text-layout.h"

/**
 * SdmTextLayout:
 *
 * Measures a label that wraps. To find out how narrow it can get, a label lays its
 * text out with each word in a line of its own, which takes several times as long as
 * all the rest; and it is asked for that many times. This one adds up the letters of
 * each word in a single long line, and remembers the answer for as long as the text
 * and its looks stay as they are. Everything else is left to the label.
 */
struct _SdmTextLayout
{
  GtkLayoutManager parent_instance;

  int word;    /* the width of the widest part that is not broken, in Pango units */
  int natural; /* the width of the text in one line, in Pango units */

  /* What both were found for. */
  char          *text;       /* owned, nullable: not found yet */
  PangoAttrList *attributes; /* owned, nullable */
  PangoWrapMode  wrap;
  guint          serial; /* of fonts and resolution */
};

G_DEFINE_FINAL_TYPE (SdmTextLayout, sdm_text_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Words */

/* The width of each letter of @layout, in the order of the text; there is one more than letters. */
static int *
list_letter_widths (PangoLayout *layout,
                    int          n_letters)
{
  const char *text = pango_layout_get_text (layout);
  int        *widths = g_new0 (int, (gsize) n_letters + 1);

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      {
        PangoGlyphItem *item = run->data;

        pango_glyph_item_get_logical_widths (item, text, widths + g_utf8_pointer_to_offset (text, text + item->item->offset));
      }

  return widths;
}

static gboolean
can_break (const PangoLogAttr *place,
           PangoWrapMode       wrap)
{
  return wrap == PANGO_WRAP_WORD ? place->is_line_break : place->is_char_break;
}

/* Spaces at the end of a line take no room in it. */
static int
find_widest_word (PangoLayout *layout)
{
  const PangoWrapMode wrap = pango_layout_get_wrap (layout);
  int                 n_places;
  const PangoLogAttr *places = pango_layout_get_log_attrs_readonly (layout, &n_places);
  const int           n_letters = pango_layout_get_character_count (layout);
  g_autofree int     *widths = list_letter_widths (layout, n_letters);
  int                 widest = 0;
  int                 word = 0;
  int                 spaces = 0;

  for (int i = 0; i < MIN (n_letters, n_places); i++)
    {
      if (can_break (&places[i], wrap))
        word = spaces = 0;
      if (places[i].is_white)
        {
          spaces += widths[i];
          continue;
        }
      word += spaces + widths[i];
      spaces = 0;
      widest = MAX (widest, word);
    }

  return widest;
}

static gboolean
is_known (SdmTextLayout *self,
          PangoLayout   *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  return self->text != NULL && self->wrap == pango_layout_get_wrap (layout) &&
         self->serial == pango_context_get_serial (pango_layout_get_context (layout)) &&
         g_str_equal (self->text, pango_layout_get_text (layout)) &&
         (self->attributes == attributes ||
          (attributes != NULL && self->attributes != NULL && pango_attr_list_equal (self->attributes, attributes)));
}

static void
remember (SdmTextLayout *self,
          PangoLayout   *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  g_free (self->text);
  self->text = g_strdup (pango_layout_get_text (layout));
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  self->wrap = pango_layout_get_wrap (layout);
  self->serial = pango_context_get_serial (pango_layout_get_context (layout));
}

static void
ensure_widths (SdmTextLayout *self,
               PangoLayout   *layout)
{
  g_autoptr (PangoLayout) long_line = NULL;

  if (is_known (self, layout))
    return;
  long_line = pango_layout_copy (layout);
  pango_layout_set_width (long_line, -1);
  pango_layout_get_size (long_line, &self->natural, NULL);
  self->word = find_widest_word (long_line);
  remember (self, layout);
}

/* Widths */

static gboolean
can_measure (GtkLabel *label)
{
  return gtk_label_get_wrap (label) && gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE;
}

/* How wide a label takes @n_chars letters to be, where it was told a number. */
static int
find_chars_width (GtkLabel *label,
                  int       n_chars,
                  int       otherwise)
{
  PangoFontMetrics *metrics;
  int               width;

  if (n_chars < 0)
    return otherwise;
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (label)), NULL, NULL);
  width = MAX (pango_font_metrics_get_approximate_char_width (metrics), pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);

  return width * n_chars;
}

static void
measure_width (SdmTextLayout *self,
               GtkLabel      *label,
               int           *minimum,
               int           *natural)
{
  int least;
  int most;

  ensure_widths (self, gtk_label_get_layout (label));
  least = MAX (find_chars_width (label, gtk_label_get_width_chars (label), 0), self->word);
  most = find_chars_width (label, gtk_label_get_max_width_chars (label), self->natural);
  *minimum = PANGO_PIXELS_CEIL (least);
  *natural = PANGO_PIXELS_CEIL (MAX (least, MIN (self->natural, most)));
}

/* Overrides */

static GtkSizeRequestMode
sdm_text_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *label)
{
  return GTK_WIDGET_GET_CLASS (label)->get_request_mode (label);
}

static void
sdm_text_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *label,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL && can_measure (GTK_LABEL (label)))
    measure_width (SDM_TEXT_LAYOUT (manager), GTK_LABEL (label), minimum, natural);
  else
    GTK_WIDGET_GET_CLASS (label)->measure (label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
sdm_text_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *label,
                          int               width,
                          int               height,
                          int               baseline)
{
  GTK_WIDGET_GET_CLASS (label)->size_allocate (label, width, height, baseline);
}

static void
sdm_text_layout_finalize (GObject *object)
{
  SdmTextLayout *self = SDM_TEXT_LAYOUT (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);

  G_OBJECT_CLASS (sdm_text_layout_parent_class)->finalize (object);
}

static void
sdm_text_layout_class_init (SdmTextLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sdm_text_layout_finalize;
  layout_class->get_request_mode = sdm_text_layout_get_request_mode;
  layout_class->measure = sdm_text_layout_measure;
  layout_class->allocate = sdm_text_layout_allocate;
}

static void
sdm_text_layout_init (SdmTextLayout *self)
{
}

/* Public API */

/**
 * sdm_text_layout_use:
 * @label: a #GtkLabel that wraps
 *
 * Lets @label be measured quickly. It is as wide as it would be, whatever height it gets.
 */
void
sdm_text_layout_use (GtkWidget *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_layout_manager (label, g_object_new (SDM_TYPE_TEXT_LAYOUT, NULL));
}
