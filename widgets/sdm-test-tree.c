/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-test-tree.h"

#include "sdm-test-tree-private.h"

/**
 * SdmTestTree:
 *
 * What one test finds, as a tree of people: all who were tested at the start
 * of the line, their parts in a column after them, and so on. Each number
 * stands in the line that leads to its part, and at every end stand the people:
 * filled where they have what the test looks for, in outline where they do
 * not. Any number of steps is drawn. In a narrow place the tree is told from
 * top to bottom, each part under the one it belongs to.
 *
 * ## Accessibility
 *
 * A `group` that takes the keyboard, named and described by
 * sdm_test_tree_set_words(). Each branch is a group and each end a picture,
 * named with its number and its words. It follows the text direction.
 */
struct _SdmTestTree
{
  GtkWidget parent_instance;

  guint denominator;
};

G_DEFINE_FINAL_TYPE (SdmTestTree, sdm_test_tree, GTK_TYPE_WIDGET)

#define AIR 8 /* between a line and the number in it */

/* Helpers */

/* The parts, with everything about their place but their height. */
static SdmTestTreePlace *
measure_parts (GtkWidget *widget,
               guint     *n_places)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (SdmTestTreePlace));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SdmTestTreePlace place = { .depth = sdm_test_tree_part_get_depth (SDM_TEST_TREE_PART (child)),
                                 .line = sdm_test_tree_part_get_line (SDM_TEST_TREE_PART (child)) };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &place.least_width, &place.width, NULL, NULL);
      g_array_append_val (places, place);
    }
  *n_places = places->len;

  return (gpointer) g_array_free (places, FALSE);
}

/* Gives every part its place in @width. */
static SdmTestTreePlace *
lay_out (GtkWidget *widget,
         int        width,
         guint     *n_places,
         int       *height,
         gboolean  *side_by_side)
{
  SdmTestTreePlace *places = measure_parts (widget, n_places);
  guint             i = 0;

  *side_by_side = sdm_test_tree_find_columns (places, *n_places, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, places[i].width, NULL, &places[i].height, NULL, NULL);
  *height = sdm_test_tree_find_rows (places, *n_places, *side_by_side);

  return places;
}

static void
add_part (SdmTestTree *self,
          guint        depth,
          const char  *label,
          guint        n,
          const char  *note,
          GtkWidget   *people)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));

  g_return_if_fail (n <= self->denominator);
  g_return_if_fail (depth <= (last != NULL ? sdm_test_tree_part_get_depth (SDM_TEST_TREE_PART (last)) + 1 : 0));

  gtk_widget_set_parent (sdm_test_tree_part_new (depth, label, n, self->denominator, note, people), GTK_WIDGET (self));
}

/* Lines */

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA      ink;
  float        width; /* of the tree; lines are found from the side where reading starts */
  gboolean     from_right;
} Pen;

static void
draw_across (const Pen *pen,
             float      from,
             float      to,
             float      y)
{
  if (to <= from)
    return;
  gtk_snapshot_append_color (pen->snapshot, &pen->ink,
                             &GRAPHENE_RECT_INIT (pen->from_right ? pen->width - to : from, y, to - from, 1));
}

static void
draw_down (const Pen *pen,
           float      x,
           float      from,
           float      to)
{
  gtk_snapshot_append_color (pen->snapshot, &pen->ink,
                             &GRAPHENE_RECT_INIT (pen->from_right ? pen->width - x - 1 : x, MIN (from, to), 1, ABS (to - from) + 1));
}

/* Where the texts of a part start and end, from the side where reading starts. */
typedef struct
{
  float count_start;
  float count_end;
  float label_start;
  float label_end;
} Ends;

static void
find_ends (GtkWidget *tree,
           GtkWidget *part,
           const Pen *pen,
           Ends      *ends)
{
  graphene_rect_t count;
  graphene_rect_t label;

  sdm_test_tree_part_find_texts (SDM_TEST_TREE_PART (part), tree, &count, &label);
  ends->count_start = pen->from_right ? pen->width - count.origin.x - count.size.width : count.origin.x;
  ends->count_end = ends->count_start + count.size.width;
  ends->label_start = pen->from_right ? pen->width - label.origin.x - label.size.width : label.origin.x;
  ends->label_end = ends->label_start + label.size.width;
}

/* The line from the end of the parent's words to the words of a part, on both sides of its count. */
static void
draw_line (const SdmTestTreePlace *parent,
           const Ends             *parent_ends,
           const SdmTestTreePlace *own,
           const Ends             *ends,
           gboolean                side_by_side,
           const Pen              *pen)
{
  const float y = (float) (own->y + own->line);
  const float parent_y = (float) (parent->y + parent->line);
  const float trunk = side_by_side ? (float) own->x - SDM_TEST_TREE_GAP / 2 : (float) (parent->x + AIR);

  if (side_by_side)
    {
      draw_across (pen, parent_ends->label_end + AIR, trunk, parent_y);
      draw_down (pen, trunk, parent_y, y);
    }
  else
    draw_down (pen, trunk, parent_y + (float) parent->line + AIR, y);
  draw_across (pen, trunk, ends->count_start - AIR, y);
  draw_across (pen, ends->count_end + AIR, ends->label_start - AIR, y);
}

/* GtkWidget */

static GtkSizeRequestMode
sdm_test_tree_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_test_tree_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  g_autofree SdmTestTreePlace *places = NULL;
  guint                        n_places;
  gboolean                     side_by_side;
  int                          height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      places = lay_out (widget, for_size < 0 ? G_MAXINT : for_size, &n_places, &height, &side_by_side);
      *minimum = *natural = height;
      return;
    }

  /* At the least a list; at best all columns. */
  places = measure_parts (widget, &n_places);
  for (guint i = 0; i < n_places; i++)
    *minimum = MAX (*minimum, (int) places[i].depth * SDM_TEST_TREE_INDENT + places[i].least_width);
  sdm_test_tree_find_columns (places, n_places, G_MAXINT);
  for (guint i = 0; i < n_places; i++)
    *natural = MAX (*natural, places[i].x + places[i].width);
  *natural = MAX (*natural, *minimum);
}

static void
sdm_test_tree_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  const gboolean               from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree SdmTestTreePlace *places = NULL;
  guint                        n_places;
  gboolean                     side_by_side;
  int                          needed;
  guint                        i = 0;

  places = lay_out (widget, width, &n_places, &needed, &side_by_side);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    gtk_widget_size_allocate (child,
                              &(GtkAllocation){ from_right ? width - places[i].x - places[i].width : places[i].x,
                                                places[i].y, places[i].width, places[i].height },
                              -1);
}

static void
sdm_test_tree_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  Pen                          pen = { .snapshot = snapshot,
                                       .width = (float) gtk_widget_get_width (widget),
                                       .from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  g_autofree SdmTestTreePlace *places = NULL;
  guint                        n_places;
  gboolean                     side_by_side;
  g_autofree Ends             *ends = NULL;
  int                          height;
  guint                        i = 0;

  sdm_person_look_up_ink (widget, "ev_edge", "#7B766D", &pen.ink);
  places = lay_out (widget, gtk_widget_get_width (widget), &n_places, &height, &side_by_side);
  ends = g_new0 (Ends, n_places);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      const int parent = sdm_test_tree_find_parent (places, i);

      find_ends (widget, child, &pen, &ends[i]);
      if (parent >= 0)
        draw_line (&places[parent], &ends[parent], &places[i], &ends[i], side_by_side, &pen);
    }

  GTK_WIDGET_CLASS (sdm_test_tree_parent_class)->snapshot (widget, snapshot);
}

/* GObject */

static void
sdm_test_tree_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sdm_test_tree_parent_class)->dispose (object);
}

static void
sdm_test_tree_class_init (SdmTestTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_test_tree_dispose;
  widget_class->get_request_mode = sdm_test_tree_get_request_mode;
  widget_class->measure = sdm_test_tree_measure;
  widget_class->size_allocate = sdm_test_tree_size_allocate;
  widget_class->snapshot = sdm_test_tree_snapshot;
  gtk_widget_class_set_css_name (widget_class, "testtree");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_test_tree_init (SdmTestTree *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
}

/* Public API */

/**
 * sdm_test_tree_new:
 * @denominator: out of how many people every number is: 100, 1,000 or 10,000
 *
 * Returns: (transfer floating): a tree without parts
 */
GtkWidget *
sdm_test_tree_new (guint denominator)
{
  SdmTestTree *self = g_object_new (SDM_TYPE_TEST_TREE, NULL);

  self->denominator = denominator;

  return GTK_WIDGET (self);
}

/**
 * sdm_test_tree_add_branch:
 * @depth: 0 for all who were tested, which comes first; 1 for a part of them, and so on
 * @label: what is counted, as "The result is raised"
 * @n: how many there are
 * @note: (nullable): what cannot be told apart among them
 *
 * Adds people who are told apart further. Parts are added in the order they
 * are read: the parts of a branch come right after it.
 */
void
sdm_test_tree_add_branch (SdmTestTree *self,
                          guint        depth,
                          const char  *label,
                          guint        n,
                          const char  *note)
{
  g_return_if_fail (SDM_IS_TEST_TREE (self));

  add_part (self, depth, label, n, note, NULL);
}

/**
 * sdm_test_tree_add_leaf:
 * @has_it: whether these people have what the test looks for
 *
 * Adds people at an end of the tree. See sdm_test_tree_add_branch().
 */
void
sdm_test_tree_add_leaf (SdmTestTree *self,
                        guint        depth,
                        const char  *label,
                        guint        n,
                        const char  *note,
                        gboolean     has_it)
{
  g_return_if_fail (SDM_IS_TEST_TREE (self));

  add_part (self, depth, label, n, note,
            sdm_people_new (n, self->denominator, has_it ? SDM_PERSON_HAPPENS : SDM_PERSON_DOES_NOT));
}

/**
 * sdm_test_tree_set_words:
 * @label: what the tree is about
 * @description: (nullable): all of it in sentences
 */
void
sdm_test_tree_set_words (SdmTestTree *self,
                         const char  *label,
                         const char  *description)
{
  g_return_if_fail (SDM_IS_TEST_TREE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}
