/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "press-key.h"
#include "sdm-document-page.h"
#include "sdm-document-view.h"
#include "sdm-paper-private.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* A picture that counts how often it is asked for. */

#define TEST_TYPE_PICTURE (test_picture_get_type ())
G_DECLARE_FINAL_TYPE (TestPicture, test_picture, TEST, PICTURE, GObject)

struct _TestPicture
{
  GObject parent_instance;
  guint   n_asked;
};

static void
test_picture_snapshot (GdkPaintable *paintable,
                       GdkSnapshot  *snapshot,
                       double        width,
                       double        height)
{
  TEST_PICTURE (paintable)->n_asked++;
}

static void
test_picture_paintable_init (GdkPaintableInterface *interface)
{
  interface->snapshot = test_picture_snapshot;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestPicture, test_picture, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, test_picture_paintable_init))

static void
test_picture_class_init (TestPictureClass *klass)
{
}

static void
test_picture_init (TestPicture *self)
{
}

/* Helpers */

typedef struct
{
  GListStore      *pages;
  SdmDocumentView *view;
  GtkWidget       *window; /* NULL when the view was not shown */
} Fixture;

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
add_page (Fixture    *fixture,
          const char *text)
{
  g_autoptr (TestPicture) picture = g_object_new (TEST_TYPE_PICTURE, NULL);
  g_autoptr (SdmDocumentPage) page = sdm_document_page_new (GDK_PAINTABLE (picture), 300, 600, text);

  g_list_store_append (fixture->pages, page);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->pages = g_list_store_new (SDM_TYPE_DOCUMENT_PAGE);
  add_page (fixture, "Dear Alan");
  add_page (fixture, "What happens next");
  add_page (fixture, "Where the numbers are from");
  fixture->view = g_object_ref_sink (SDM_DOCUMENT_VIEW (sdm_document_view_new ()));
  sdm_document_view_set_pages (fixture->view, G_LIST_MODEL (fixture->pages));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->pages);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type,
           guint     *position)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*position)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
paper (Fixture *fixture,
       guint    position)
{
  return find_type (GTK_WIDGET (fixture->view), SDM_TYPE_PAPER, &position);
}

static void
show (Fixture *fixture)
{
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), 500, 400);
  fixture->window = widget_picture_show (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_grab_focus (paper (fixture, 0)));
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (press_key (fixture->window, keyval, 0));
}

static double
get_scroll (Fixture *fixture)
{
  GtkWidget *scroller = find_type (GTK_WIDGET (fixture->view), GTK_TYPE_SCROLLED_WINDOW, &(guint){ 0 });

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* Tests */

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 3");
  gtk_test_accessible_assert_role (paper (fixture, 1), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (paper (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 3");
  gtk_test_accessible_assert_property (paper (fixture, 1), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "What happens next");
  g_assert_true (gtk_widget_get_focusable (paper (fixture, 1)));
}

static void
test_pages_follow (Fixture      *fixture,
                   gconstpointer data)
{
  add_page (fixture, "For the GP");
  g_assert_cmpuint (sdm_document_view_get_n_pages (fixture->view), ==, 4);
  gtk_test_accessible_assert_property (paper (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 4");
  g_assert_cmpstr (sdm_document_view_get_place (fixture->view), ==, "Page 1 of 4");
  sdm_document_view_set_current_page (fixture->view, 9);
  g_assert_cmpuint (sdm_document_view_get_current_page (fixture->view), ==, 4);
  g_list_store_remove (fixture->pages, 3);
  g_assert_cmpstr (sdm_document_view_get_place (fixture->view), ==, "Page 3 of 3");
}

static guint
count_asked (Fixture *fixture,
             guint    position)
{
  g_autoptr (SdmDocumentPage) page = g_list_model_get_item (G_LIST_MODEL (fixture->pages), position);

  return TEST_PICTURE (sdm_document_page_get_picture (page))->n_asked;
}

/* What is seen is drawn, what is next to it is drawn in advance, and what is further away is not. */
static void
test_drawn_in_sight (Fixture      *fixture,
                     gconstpointer data)
{
  sdm_document_view_set_zoom (fixture->view, 0.5);
  show (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_asked (fixture, 0), >, 0);
  g_assert_cmpuint (count_asked (fixture, 1), >, 0);
  g_assert_cmpuint (count_asked (fixture, 2), ==, 0);
  press (fixture, GDK_KEY_End);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpuint (count_asked (fixture, 2), >, 0);
}

/* A letter that is made anew leaves the keyboard where it was. */
static void
test_focus_stays (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GListStore) pages = g_list_store_new (SDM_TYPE_DOCUMENT_PAGE);
  GListStore *former;
  GtkWidget  *focus;

  show (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == paper (fixture, 0));
  former = g_steal_pointer (&fixture->pages);
  fixture->pages = g_object_ref (pages);
  add_page (fixture, "Dear Alun");
  sdm_document_view_set_pages (fixture->view, G_LIST_MODEL (pages));
  g_assert_finalize_object (former);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 1");
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Dear Alun");
  g_clear_object (&pages);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *frame = gtk_widget_get_last_child (GTK_WIDGET (fixture->view));
  GtkWidget *label = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (frame))));

  sdm_document_view_set_empty_text (fixture->view, "There is nothing to say yet.");
  g_assert_false (gtk_widget_get_visible (frame));
  g_list_store_remove_all (fixture->pages);
  g_assert_true (gtk_widget_get_visible (frame));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "There is nothing to say yet.");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "There is nothing to say yet.");
  g_assert_cmpuint (sdm_document_view_get_current_page (fixture->view), ==, 0);
  g_assert_cmpstr (sdm_document_view_get_place (fixture->view), ==, "");
}

static void
test_keyboard (Fixture      *fixture,
               gconstpointer data)
{
  show (fixture);
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpfloat (get_scroll (fixture), >, 100);
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpfloat_with_epsilon (get_scroll (fixture), 0, 0.001);
  press (fixture, GDK_KEY_End);
  g_assert_cmpuint (sdm_document_view_get_current_page (fixture->view), ==, 3);
  g_assert_cmpstr (sdm_document_view_get_place (fixture->view), ==, "Page 3 of 3");
  press (fixture, GDK_KEY_Home);
  g_assert_cmpuint (sdm_document_view_get_current_page (fixture->view), ==, 1);

  press (fixture, GDK_KEY_plus);
  g_assert_cmpfloat_with_epsilon (sdm_document_view_get_zoom (fixture->view), 1.25, 0.001);
  press (fixture, GDK_KEY_minus);
  press (fixture, GDK_KEY_minus);
  g_assert_cmpfloat_with_epsilon (sdm_document_view_get_zoom (fixture->view), 0.8, 0.001);
  press (fixture, GDK_KEY_0);
  g_assert_cmpfloat_with_epsilon (sdm_document_view_get_zoom (fixture->view), 1, 0.001);
}

/* A zoom of 1 is the size of the paper, and the place on it stays. */
static void
test_zoom (Fixture      *fixture,
           gconstpointer data)
{
  show (fixture);
  g_assert_cmpint (gtk_widget_get_width (paper (fixture, 0)), ==, 400);
  g_assert_cmpint (gtk_widget_get_height (paper (fixture, 0)), ==, 800);
  sdm_document_view_set_current_page (fixture->view, 2);
  sdm_document_view_set_zoom (fixture->view, 2);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (paper (fixture, 0)), ==, 800);
  g_assert_cmpuint (sdm_document_view_get_current_page (fixture->view), ==, 2);

  sdm_document_view_set_zoom (fixture->view, 99);
  g_assert_cmpfloat_with_epsilon (sdm_document_view_get_zoom (fixture->view), SDM_DOCUMENT_VIEW_MOST_ZOOM, 0.001);
  sdm_document_view_zoom_in (fixture->view);
  g_assert_cmpfloat_with_epsilon (sdm_document_view_get_zoom (fixture->view), SDM_DOCUMENT_VIEW_MOST_ZOOM, 0.001);
}

static void
test_notify_only_on_change (Fixture      *fixture,
                            gconstpointer data)
{
  guint notified = 0;

  g_signal_connect_swapped (fixture->view, "notify::zoom", G_CALLBACK (count_cb), &notified);
  g_signal_connect_swapped (fixture->view, "notify::empty-text", G_CALLBACK (count_cb), &notified);
  g_signal_connect_swapped (fixture->view, "notify::pages", G_CALLBACK (count_cb), &notified);
  g_signal_connect_swapped (fixture->view, "notify::current-page", G_CALLBACK (count_cb), &notified);
  for (int i = 0; i < 2; i++)
    {
      sdm_document_view_set_zoom (fixture->view, 1.5);
      sdm_document_view_set_empty_text (fixture->view, "Nothing yet.");
      sdm_document_view_set_pages (fixture->view, G_LIST_MODEL (fixture->pages));
      sdm_document_view_set_current_page (fixture->view, 2);
      g_assert_cmpuint (notified, ==, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

#define ADD(path, function) g_test_add ("/widgets/document-view/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("accessible", test_accessible);
  ADD ("pages-follow", test_pages_follow);
  ADD ("drawn-in-sight", test_drawn_in_sight);
  ADD ("focus-stays", test_focus_stays);
  ADD ("empty", test_empty);
  ADD ("keyboard", test_keyboard);
  ADD ("zoom", test_zoom);
  ADD ("notify-only-on-change", test_notify_only_on_change);

  return g_test_run ();
}
