/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-reach.h"

/* A finger or an unsteady hand hits this much. */
#define TARGET 44

/* What may be smaller, with the reason. */
static const struct
{
  const char *type;
  const char *css_class; /* nullable: of any class */
  const char *reason;
} exceptions[] = {
  { "GtkText", NULL, "is part of an entry, which is measured" },
  { "GtkListItemWidget", NULL, "is part of a drop-down's button, which is measured" },
  { "GtkRange", NULL, "scrolls what wheel, keys and fingers scroll as well" },
  { "GtkButton", "minimize", "the desktop's own button at the top of every window" },
  { "GtkButton", "maximize", "the desktop's own button at the top of every window" },
  { "GtkButton", "close", "the desktop's own button at the top of every window" },
  { "SdmWordLabel", NULL, "its words stand in a sentence (WCAG 2.5.8), and F1 in the cell says the same" },
};

/* Telling */

static char *
dup_name (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return g_strdup ("");

  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
}

static char *
describe (GtkWidget *widget)
{
  g_autofree char *name = dup_name (widget);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *class_names = g_strjoinv (".", classes);

  return g_strdup_printf ("%s %s.%s “%s”", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_css_name (widget), class_names,
                          name != NULL ? name : "");
}

static void add (GPtrArray  *faults,
                 const char *what,
                 GtkWidget  *widget,
                 const char *format,
                 ...) G_GNUC_PRINTF (4, 5);

static void
add (GPtrArray  *faults,
     const char *what,
     GtkWidget  *widget,
     const char *format,
     ...)
{
  g_autofree char *told = describe (widget);
  g_autofree char *fault = NULL;
  va_list          values;

  va_start (values, format);
  fault = g_strdup_vprintf (format, values);
  va_end (values);
  g_ptr_array_add (faults, g_strdup_printf ("%s: %s %s", what, told, fault));
}

/* Walking */

typedef void (*Check) (GtkWidget  *widget,
                       GtkWidget  *root,
                       const char *what,
                       GPtrArray  *faults);

static void
walk (GtkWidget  *widget,
      GtkWidget  *root,
      const char *what,
      GPtrArray  *faults,
      Check       check)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  check (widget, root, what, faults);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      walk (child, root, what, faults, check);
}

/* Room */

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static GtkWidget *
find_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;
  int        most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && get_least_width (child) > most)
      {
        widest = child;
        most = get_least_width (child);
      }

  return widest;
}

/* Down to what asks for it. */
static char *
dup_blame (GtkWidget *widget)
{
  GString *blame = g_string_new (NULL);

  for (; widget != NULL; widget = find_widest (widget))
    {
      g_autofree char *told = describe (widget);

      g_string_append_printf (blame, "\n#     %d %s", get_least_width (widget), told);
    }

  return g_string_free (blame, FALSE);
}

void
page_reach_check_room (GtkWidget  *widget,
                       int         width,
                       int         height,
                       const char *what,
                       GPtrArray  *faults)
{
  int least_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  if (get_least_width (widget) > width)
    {
      g_autofree char *blame = dup_blame (widget);

      add (faults, what, widget, "asks for a width of %d:%s", get_least_width (widget), blame);
    }
  if (least_height > height)
    add (faults, what, widget, "asks for a height of %d", least_height);
}

/* What can be brought into sight sideways, such as a page of the letter that was made larger. */
static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkWidget    *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkPolicyType sideways;

  if (scroller == NULL)
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scroller), &sideways, NULL);

  return sideways != GTK_POLICY_NEVER && scroller != widget;
}

static void
check_inside (GtkWidget  *widget,
              GtkWidget  *root,
              const char *what,
              GPtrArray  *faults)
{
  graphene_rect_t bounds;
  float           right;

  /* A scroll bar lies over the edge. */
  if (widget == root || gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL || scrolls_sideways (widget))
    return;
  if (!gtk_widget_compute_bounds (widget, root, &bounds))
    return;
  right = bounds.origin.x + bounds.size.width;
  if (bounds.size.width > 0 && (bounds.origin.x < -1 || right > gtk_widget_get_width (root) + 1))
    add (faults, what, widget, "reaches from %g to %g", bounds.origin.x, right);
}

void
page_reach_check_inside (GtkWidget  *widget,
                         const char *what,
                         GPtrArray  *faults)
{
  walk (widget, widget, what, faults, check_inside);
}

/* Targets */

static gboolean
is_exception (GtkWidget *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), exceptions[i].type) &&
        (exceptions[i].css_class == NULL || gtk_widget_has_css_class (widget, exceptions[i].css_class)))
      return TRUE;

  return FALSE;
}

static gboolean
takes_clicks (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_target (GtkWidget *widget)
{
  return (gtk_widget_get_focusable (widget) || takes_clicks (widget)) && gtk_widget_is_sensitive (widget);
}

static void
check_target (GtkWidget  *widget,
              GtkWidget  *root,
              const char *what,
              GPtrArray  *faults)
{
  graphene_rect_t bounds;

  if (!is_target (widget) || is_exception (widget) || !gtk_widget_compute_bounds (widget, widget, &bounds))
    return;
  if (bounds.size.width < TARGET || bounds.size.height < TARGET)
    add (faults, what, widget, "is only %g × %g", bounds.size.width, bounds.size.height);
}

void
page_reach_check_targets (GtkWidget  *widget,
                          const char *what,
                          GPtrArray  *faults)
{
  walk (widget, widget, what, faults, check_target);
}

/* Names */

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  const char    *text = NULL;

  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    text = gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_LABEL (widget))
    text = gtk_label_get_label (GTK_LABEL (widget));
  if (text != NULL && *text != '\0')
    return TRUE;

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
check_name (GtkWidget  *widget,
            GtkWidget  *root,
            const char *what,
            GPtrArray  *faults)
{
  if (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget) && !is_exception (widget) && !has_name (widget))
    add (faults, what, widget, "has no name");
}

void
page_reach_check_names (GtkWidget  *widget,
                        const char *what,
                        GPtrArray  *faults)
{
  walk (widget, widget, what, faults, check_name);
}
