/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sdm-face.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* Ten looks, each another picture, and each told in words. */

static void
test_words (void)
{
  GtkWidget *face = g_object_ref_sink (sdm_face_new ());

  gtk_test_accessible_assert_role (face, GTK_ACCESSIBLE_ROLE_IMG);
  sdm_face_set_look (SDM_FACE (face), SDM_FACE_SAD, "Arthur looks sad");
  gtk_test_accessible_assert_property (face, GTK_ACCESSIBLE_PROPERTY_LABEL, "Arthur looks sad");
  g_assert_cmpint (sdm_face_get_look (SDM_FACE (face)), ==, SDM_FACE_SAD);
  g_assert_finalize_object (face);
}

static WidgetPicture
take (SdmFaceLook look)
{
  GtkWidget    *face = sdm_face_new ();
  GtkWidget    *window;
  WidgetPicture picture;

  sdm_face_set_look (SDM_FACE (face), look, "a look");
  window = widget_picture_show (face);
  picture = widget_picture_take (face);
  gtk_window_destroy (GTK_WINDOW (window));

  return picture;
}

static gboolean
is_same (const WidgetPicture *one,
         const WidgetPicture *other)
{
  return one->width == other->width && one->height == other->height &&
         memcmp (one->pixels, other->pixels, sizeof (guint32) * (gsize) one->width * (gsize) one->height) == 0;
}

static void
test_pictures (void)
{
  WidgetPicture pictures[SDM_FACE_N_LOOKS];

  for (SdmFaceLook look = 0; look < SDM_FACE_N_LOOKS; look++)
    pictures[look] = take (look);
  for (guint i = 0; i < SDM_FACE_N_LOOKS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (is_same (&pictures[i], &pictures[j]));
  for (guint i = 0; i < SDM_FACE_N_LOOKS; i++)
    widget_picture_clear (&pictures[i]);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  g_test_add_func ("/widgets/face/words", test_words);
  g_test_add_func ("/widgets/face/each-another-picture", test_pictures);

  return g_test_run ();
}
