/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-columns.h"

#include "sdm-option-marks.h"

/**
 * SdmOptionColumns:
 *
 * Options side by side in places of one width and one height, at most three in
 * a line and fewer where it is narrow. No option gets more room than another.
 */
struct _SdmOptionColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmOptionColumns, sdm_option_columns, GTK_TYPE_WIDGET)

/* Helpers */

/* The largest minimum and natural size of all places, so that all get the same. */
static void
measure_places (GtkWidget     *widget,
                GtkOrientation orientation,
                int            for_size,
                int           *least,
                int           *best,
                int           *n_places)
{
  *least = *best = *n_places = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &minimum, &natural, NULL, NULL);
      *least = MAX (*least, minimum);
      *best = MAX (*best, natural);
      *n_places += 1;
    }
}

static int
count_columns (GtkWidget *widget,
               int        width)
{
  int least;
  int best;
  int n_places;

  measure_places (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, &n_places);
  n_places = CLAMP (n_places, 1, SDM_MOST_SIDE_BY_SIDE);
  if (width < 0 || least == 0)
    return n_places;

  return CLAMP (width / least, 1, n_places);
}

/* GtkWidget */

static GtkSizeRequestMode
sdm_option_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_option_columns_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  const int columns = count_columns (widget, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1);
  int       least;
  int       best;
  int       n_places;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_places (widget, orientation, -1, &least, &best, &n_places);
      *minimum = least;
      *natural = best * columns;
      return;
    }

  measure_places (widget, orientation, for_size < 0 ? -1 : for_size / columns, &least, &best, &n_places);
  *minimum = *natural = best * ((n_places + columns - 1) / columns);
}

static void
sdm_option_columns_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  const int      columns = count_columns (widget, width);
  const gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int            least;
  int            best;
  int            n_places;
  int            n_lines;
  int            place = 0;

  measure_places (widget, GTK_ORIENTATION_VERTICAL, width / columns, &least, &best, &n_places);
  n_lines = MAX (1, (n_places + columns - 1) / columns);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const int column = place % columns;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ (from_right ? columns - 1 - column : column) * (width / columns),
                                                  place / columns * (height / n_lines), width / columns, height / n_lines },
                                -1);
      place++;
    }
}

/* GObject */

static void
sdm_option_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sdm_option_columns_parent_class)->dispose (object);
}

static void
sdm_option_columns_class_init (SdmOptionColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_option_columns_dispose;
  widget_class->get_request_mode = sdm_option_columns_get_request_mode;
  widget_class->measure = sdm_option_columns_measure;
  widget_class->size_allocate = sdm_option_columns_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "optioncolumns");
}

static void
sdm_option_columns_init (SdmOptionColumns *self)
{
}

/* Public API */

GtkWidget *
sdm_option_columns_new (void)
{
  return g_object_new (SDM_TYPE_OPTION_COLUMNS, NULL);
}

/**
 * sdm_option_columns_add:
 * @content: what stands in the next place
 */
void
sdm_option_columns_add (SdmOptionColumns *self,
                        GtkWidget        *content)
{
  g_return_if_fail (SDM_IS_OPTION_COLUMNS (self));

  gtk_widget_set_parent (content, GTK_WIDGET (self));
}

/**
 * sdm_option_columns_make_name:
 *
 * Returns: the mark and the name of an option, as each place starts
 */
GtkWidget *
sdm_option_columns_make_name (SdmAid          *aid,
                              const SdmOption *option)
{
  GtkWidget *name = sdm_ui_row (8);
  GtkWidget *title = sdm_ui_label (option->title, "chrome-strong");

  gtk_box_append (GTK_BOX (name), sdm_mark_new (sdm_option_marks_get (aid, option)));
  gtk_box_append (GTK_BOX (name), sdm_steady_new (title));
  g_object_set_data (G_OBJECT (name), "title", title);

  return name;
}

/**
 * sdm_option_columns_rename:
 * @name: made by sdm_option_columns_make_name()
 * @title: what the option is called now
 */
void
sdm_option_columns_rename (GtkWidget  *name,
                           const char *title)
{
  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (name), "title")), title);
}
