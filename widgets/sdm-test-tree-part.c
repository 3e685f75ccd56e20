/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-test-tree-private.h"

#include "sdm-text-layout.h"

/**
 * SdmTestTreePart:
 *
 * One part of the people who were tested: their number, which stands in the
 * line that comes in, what it counts, what cannot be told apart inside it, and
 * at an end the people themselves.
 *
 * ## Accessibility
 *
 * A `group`, or a picture (`img`) where people are shown, named "53 of 1,000
 * people: raised, and there is cancer". The texts in it are not read a second time.
 */
struct _SdmTestTreePart
{
  GtkWidget parent_instance;

  guint      depth;
  GtkWidget *count;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (SdmTestTreePart, sdm_test_tree_part, GTK_TYPE_WIDGET)

/* Helpers */

static GtkWidget *
make_text (const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  sdm_text_layout_use (label);

  return label;
}

static void
set_words (SdmTestTreePart *self,
           const char      *label,
           guint            n,
           guint            denominator,
           const char      *note)
{
  const SdmIconArrayFigure figure = { SDM_ICON_ARRAY_COUNTS, denominator, n, n, n, 0, 0 };
  g_autofree char         *words = sdm_icon_array_figure_dup_label (&figure, label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "", -1);
}

static void
find_text (GtkWidget       *label,
           GtkWidget       *tree,
           graphene_rect_t *bounds)
{
  gboolean at_start = gtk_label_get_xalign (GTK_LABEL (label)) < 0.5f;
  int      width;

  if (!gtk_widget_compute_bounds (label, tree, bounds))
    {
      *bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      return;
    }
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, NULL);
  if (gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL)
    at_start = !at_start;
  if (!at_start)
    bounds->origin.x += bounds->size.width - (float) width;
  bounds->size.width = (float) width;
}

/* GObject */

static void
sdm_test_tree_part_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sdm_test_tree_part_parent_class)->dispose (object);
}

static void
sdm_test_tree_part_class_init (SdmTestTreePartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_test_tree_part_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
sdm_test_tree_part_init (SdmTestTreePart *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 24);
}

/* Shared inside this folder */

/**
 * sdm_test_tree_part_new:
 * @depth: 0 for all who were tested
 * @label: what is counted
 * @n: how many there are
 * @denominator: out of how many
 * @note: (nullable): what cannot be told apart among them
 * @people: (nullable): the people, where the part is an end
 */
GtkWidget *
sdm_test_tree_part_new (guint       depth,
                        const char *label,
                        guint       n,
                        guint       denominator,
                        const char *note,
                        GtkWidget  *people)
{
  SdmTestTreePart *self = g_object_new (SDM_TYPE_TEST_TREE_PART,
                                        "css-name", people != NULL ? "leaf" : "branch",
                                        "accessible-role", people != NULL ? GTK_ACCESSIBLE_ROLE_IMG : GTK_ACCESSIBLE_ROLE_GROUP,
                                        NULL);
  GtkWidget       *body = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, NULL);
  g_autofree char *count = sdm_people_format_count (n);
  g_autofree char *most = sdm_people_format_count (denominator);

  self->depth = depth;
  self->count = make_text (count, "figure");
  /* Numbers that stand under each other end in one place, and their words start in one. */
  gtk_label_set_wrap (GTK_LABEL (self->count), FALSE);
  if (depth > 0)
    gtk_label_set_width_chars (GTK_LABEL (self->count), (int) g_utf8_strlen (most, -1) - 1);
  gtk_label_set_xalign (GTK_LABEL (self->count), depth > 0 ? 1 : 0);
  gtk_widget_set_valign (self->count, GTK_ALIGN_START);
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));

  self->label = make_text (label, "answer");
  gtk_box_append (GTK_BOX (body), self->label);
  if (people != NULL)
    gtk_box_append (GTK_BOX (body), people);
  if (note != NULL)
    gtk_box_append (GTK_BOX (body), make_text (note, "caption"));
  gtk_widget_set_valign (body, GTK_ALIGN_START);
  gtk_widget_set_hexpand (body, TRUE);
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  set_words (self, label, n, denominator, note);

  return GTK_WIDGET (self);
}

guint
sdm_test_tree_part_get_depth (SdmTestTreePart *self)
{
  return self->depth;
}

/* How far below its top the line comes in: in the middle of the count. */
int
sdm_test_tree_part_get_line (SdmTestTreePart *self)
{
  int height;

  gtk_widget_measure (self->count, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height / 2;
}

/* Where the texts themselves stand in @tree, so that lines can lead up to them. */
void
sdm_test_tree_part_find_texts (SdmTestTreePart *self,
                               GtkWidget       *tree,
                               graphene_rect_t *count,
                               graphene_rect_t *label)
{
  find_text (self->count, tree, count);
  find_text (self->label, tree, label);
}
