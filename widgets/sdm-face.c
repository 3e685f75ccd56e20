/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-face.h"

#include <math.h>

#include "sdm-person-private.h"

/**
 * SdmFace:
 *
 * A face of a few lines: brows, eyes and mouth in a circle. It shows how somebody takes what was said, and
 * nothing of who they are: no skin, no hair, no age. Its lines have the colour of the text.
 *
 * ## Accessibility
 *
 * A picture (`img`), named by the words that go with the look.
 */
struct _SdmFace
{
  GtkWidget parent_instance;

  SdmFaceLook look;
};

G_DEFINE_FINAL_TYPE (SdmFace, sdm_face, GTK_TYPE_WIDGET)

#define SIZE 72

/**
 * Look:
 * @inner: how far the inner ends of the brows are up, of a hundred of the width
 * @outer: and the outer ones
 * @apart: how much higher the right brow is
 * @open: the eyes: 1 open, 0 closed
 * @aside: where they look, to the right
 * @down: and down
 * @smile: how far the ends of the mouth are up
 * @mouth: half of its width
 * @skew: how much higher its right end is
 * @tilt: of the head, in degrees
 */
typedef struct
{
  double inner;
  double outer;
  double apart;
  double open;
  double aside;
  double down;
  double smile;
  double mouth;
  double skew;
  double tilt;
} Look;

static const Look looks[SDM_FACE_N_LOOKS] = {
  [SDM_FACE_CALM] = { .open = 1, .smile = 2.5, .mouth = 13 },
  [SDM_FACE_WARM] = { .inner = 1, .outer = 1, .open = 0.85, .smile = 8, .mouth = 16 },
  [SDM_FACE_THINKING] = { .apart = 4, .open = 1, .aside = 3, .down = -3, .smile = 0.5, .mouth = 10, .skew = 2, .tilt = 4 },
  [SDM_FACE_PUZZLED] = { .inner = -2, .apart = 6, .open = 1, .smile = -2.5, .mouth = 10, .skew = 3, .tilt = 8 },
  [SDM_FACE_WORRIED] = { .inner = 5, .outer = -1, .open = 1.1, .smile = -4, .mouth = 12 },
  [SDM_FACE_SAD] = { .inner = 5, .outer = -3, .open = 0.7, .down = 3, .smile = -6, .mouth = 12 },
  [SDM_FACE_MOVED] = { .inner = 5, .outer = 0, .open = 0.6, .down = 1, .smile = 4, .mouth = 11 },
  [SDM_FACE_WITHDRAWN] = { .outer = -1, .open = 0.55, .aside = -4, .down = 3, .smile = 0, .mouth = 8, .tilt = -5 },
  [SDM_FACE_HURT] = { .inner = 4, .outer = -2, .open = 0, .smile = -5, .mouth = 10 },
  [SDM_FACE_RELIEVED] = { .inner = 2, .outer = 1, .open = 0, .smile = 6, .mouth = 14 },
};

/* Drawing: a hundred units wide, from the middle */

static void
draw_brow (cairo_t    *cr,
           const Look *look,
           int         side)
{
  const double up = side > 0 ? look->apart : 0;

  cairo_move_to (cr, side * 9, -17 - look->inner - up);
  cairo_curve_to (cr, side * 14, -20 - look->inner - up, side * 20, -20 - look->outer - up, side * 25, -16 - look->outer - up);
  cairo_stroke (cr);
}

static void
draw_eye (cairo_t    *cr,
          const Look *look,
          int         side)
{
  if (look->open <= 0)
    {
      cairo_move_to (cr, side * 12, -6);
      cairo_curve_to (cr, side * 15, -3, side * 19, -3, side * 22, -6);
      cairo_stroke (cr);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, side * 17 + look->aside, -6 + look->down);
  cairo_scale (cr, 1, MIN (look->open, 1.2));
  cairo_arc (cr, 0, 0, 3.8, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_mouth (cairo_t    *cr,
            const Look *look)
{
  const double width = look->mouth;

  cairo_move_to (cr, -width, 19 - look->smile / 2);
  cairo_curve_to (cr, -width / 2, 19 + look->smile, width / 2, 19 + look->smile, width, 19 - look->smile / 2 - look->skew);
  cairo_stroke (cr);
}

static void
sdm_face_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  const Look  *look = &looks[SDM_FACE (widget)->look];
  const int    width = gtk_widget_get_width (widget);
  const int    height = gtk_widget_get_height (widget);
  const double scale = MIN (width, height) / 100.0;
  cairo_t     *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA      ink;
  GdkRGBA      ground;

  sdm_person_look_up_ink (widget, "ev_ink", "#20242B", &ink);
  sdm_person_look_up_ink (widget, "ev_voice", "#F8ECD2", &ground);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_rotate (cr, look->tilt * G_PI / 180);
  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 0, 46, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_stroke (cr);
  for (int side = -1; side <= 1; side += 2)
    {
      draw_brow (cr, look, side);
      draw_eye (cr, look, side);
    }
  draw_mouth (cr, look);
  cairo_destroy (cr);
}

static void
sdm_face_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
sdm_face_class_init (SdmFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sdm_face_snapshot;
  widget_class->measure = sdm_face_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sdm_face_init (SdmFace *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/* Public API */

GtkWidget *
sdm_face_new (void)
{
  return g_object_new (SDM_TYPE_FACE, NULL);
}

SdmFaceLook
sdm_face_get_look (SdmFace *self)
{
  return self->look;
}

/**
 * sdm_face_set_look:
 * @words: the same in words, such as "Arthur looks worried"
 */
void
sdm_face_set_look (SdmFace    *self,
                   SdmFaceLook look,
                   const char *words)
{
  g_return_if_fail (look < SDM_FACE_N_LOOKS);

  self->look = look;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
