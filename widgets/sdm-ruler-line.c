/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-ruler-line.h"

/**
 * SdmRulerLine:
 *
 * A statement and its ruler. The ruler stands at the end and has one length in
 * all lines, however long their statements are; where the line is narrow or
 * the text is large it stands under the statement.
 */
struct _SdmRulerLine
{
  GtkWidget parent_instance;

  GtkWidget *text;
  GtkWidget *ruler;
};

G_DEFINE_FINAL_TYPE (SdmRulerLine, sdm_ruler_line, GTK_TYPE_WIDGET)

#define GAP 12

/* Helpers */

static int
get_ruler_width (SdmRulerLine *self)
{
  int natural;

  gtk_widget_measure (self->ruler, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static gboolean
fit_beside (SdmRulerLine *self,
            int           width)
{
  int least;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return width >= least + GAP + get_ruler_width (self);
}

static void
measure_width (SdmRulerLine *self,
               int          *minimum,
               int          *natural)
{
  int text;
  int ruler;
  int text_natural;
  int ruler_natural;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &text, &text_natural, NULL, NULL);
  gtk_widget_measure (self->ruler, GTK_ORIENTATION_HORIZONTAL, -1, &ruler, &ruler_natural, NULL, NULL);
  *minimum = MAX (text, ruler);
  *natural = text_natural + GAP + ruler_natural;
}

static void
measure_height (SdmRulerLine *self,
                int           width,
                int          *minimum,
                int          *natural)
{
  const gboolean beside = width < 0 || fit_beside (self, width);
  const int      ruler_width = get_ruler_width (self);
  int            text;
  int            ruler;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : beside ? width - GAP - ruler_width
                                                                                    : width,
                      NULL, &text, NULL, NULL);
  gtk_widget_measure (self->ruler, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : MIN (ruler_width, width), NULL, &ruler, NULL, NULL);
  *minimum = *natural = beside ? MAX (text, ruler) : text + ruler;
}

/* GtkWidget */

static GtkSizeRequestMode
sdm_ruler_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_ruler_line_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (SDM_RULER_LINE (widget), minimum, natural);
  else
    measure_height (SDM_RULER_LINE (widget), for_size, minimum, natural);
}

static void
sdm_ruler_line_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  SdmRulerLine  *self = SDM_RULER_LINE (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int      ruler = MIN (get_ruler_width (self), width);
  int            text_height;

  if (fit_beside (self, width))
    {
      const int text = width - GAP - ruler;

      gtk_widget_size_allocate (self->text, &(GtkAllocation){ rtl ? ruler + GAP : 0, 0, text, height }, -1);
      gtk_widget_size_allocate (self->ruler, &(GtkAllocation){ rtl ? 0 : text + GAP, 0, ruler, height }, -1);
      return;
    }

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, NULL, &text_height, NULL, NULL);
  gtk_widget_size_allocate (self->text, &(GtkAllocation){ 0, 0, width, text_height }, -1);
  gtk_widget_size_allocate (self->ruler, &(GtkAllocation){ rtl ? width - ruler : 0, text_height, ruler, height - text_height }, -1);
}

/* GObject */

static void
sdm_ruler_line_dispose (GObject *object)
{
  SdmRulerLine *self = SDM_RULER_LINE (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->ruler, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_ruler_line_parent_class)->dispose (object);
}

static void
sdm_ruler_line_class_init (SdmRulerLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_ruler_line_dispose;
  widget_class->get_request_mode = sdm_ruler_line_get_request_mode;
  widget_class->measure = sdm_ruler_line_measure;
  widget_class->size_allocate = sdm_ruler_line_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "rulerline");
}

static void
sdm_ruler_line_init (SdmRulerLine *self)
{
}

/* Public API */

/**
 * sdm_ruler_line_new:
 * @text: the statement; its least width is what it is given beside the ruler
 * @ruler: the ruler that belongs to it
 *
 * Returns: (transfer floating): both in a line
 */
GtkWidget *
sdm_ruler_line_new (GtkWidget *text,
                    GtkWidget *ruler)
{
  SdmRulerLine *self = g_object_new (SDM_TYPE_RULER_LINE, NULL);

  self->text = text;
  self->ruler = ruler;
  gtk_widget_set_parent (text, GTK_WIDGET (self));
  gtk_widget_set_parent (ruler, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
