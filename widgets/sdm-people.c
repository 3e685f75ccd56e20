/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-test-tree-private.h"

/**
 * SdmPeople:
 *
 * A part of the people of a picture: exactly that many, all with one sign, in
 * rows of one length for one denominator, so that parts can be compared by the
 * room they take.
 *
 * ## Accessibility
 *
 * `presentation`: the part it stands in says how many there are.
 */
struct _SdmPeople
{
  GtkWidget parent_instance;

  guint         n;
  guint         denominator;
  SdmPersonSign sign;

  SdmPersonSet people;
  GdkTexture  *picture; /* owned, nullable */
  gboolean     from_right;
};

G_DEFINE_FINAL_TYPE (SdmPeople, sdm_people, GTK_TYPE_WIDGET)

/* Helpers */

static guint
get_columns (SdmPeople *self)
{
  return self->denominator <= 100 ? 20 : (self->denominator <= 1000 ? 50 : 100);
}

static guint
get_rows (SdmPeople *self)
{
  return (self->n + get_columns (self) - 1) / get_columns (self);
}

/* In logical pixels; ten thousand are squares, as everywhere. */
static int
get_cell (SdmPeople *self)
{
  return self->denominator <= 100 ? 14 : (self->denominator <= 1000 ? 7 : 4);
}

static GdkTexture *
make_picture (SdmPeople *self)
{
  const SdmPeopleBlock block = { get_columns (self), get_rows (self), self->from_right };
  cairo_surface_t     *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) block.columns * self->people.cell, (int) block.rows * self->people.cell);
  cairo_t *cr = cairo_create (surface);

  sdm_people_block_draw (&block, cr, &self->people, self->sign, 0, self->n);
  cairo_destroy (cr);

  return sdm_person_new_texture (surface);
}

/* GtkWidget */

static void
sdm_people_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  SdmPeople  *self = SDM_PEOPLE (widget);
  const guint cells = orientation == GTK_ORIENTATION_HORIZONTAL ? get_columns (self) : get_rows (self);

  *minimum = *natural = (int) cells * get_cell (self);
}

static void
sdm_people_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  SdmPeople     *self = SDM_PEOPLE (widget);
  const int      scale = gtk_widget_get_scale_factor (widget);
  const int      cell = get_cell (self);
  const gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float    width = (float) cell * (float) get_columns (self);
  const float    height = (float) cell * (float) get_rows (self);
  SdmPersonInks  inks;

  if (self->n == 0)
    return;

  sdm_person_look_up_inks (widget, &inks);
  if (sdm_person_set_ensure (&self->people, cell * scale, scale, self->denominator > 1000, &inks) ||
      from_right != self->from_right)
    g_clear_object (&self->picture);
  self->from_right = from_right;
  if (self->picture == NULL)
    self->picture = make_picture (self);
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT (from_right ? (float) gtk_widget_get_width (widget) - width : 0, 0, width, height));
}

static void
sdm_people_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sdm_people_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

/* GObject */

static void
sdm_people_finalize (GObject *object)
{
  SdmPeople *self = SDM_PEOPLE (object);

  g_clear_object (&self->picture);
  sdm_person_set_clear (&self->people);

  G_OBJECT_CLASS (sdm_people_parent_class)->finalize (object);
}

static void
sdm_people_class_init (SdmPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sdm_people_finalize;
  widget_class->measure = sdm_people_measure;
  widget_class->snapshot = sdm_people_snapshot;
  widget_class->css_changed = sdm_people_css_changed;
  gtk_widget_class_set_css_name (widget_class, "people");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sdm_people_init (SdmPeople *self)
{
}

/* Shared inside this folder */

/**
 * sdm_people_new:
 * @n: how many people
 * @denominator: out of how many; says how long a row is and how large a person
 * @sign: what each of them shows
 */
GtkWidget *
sdm_people_new (guint         n,
                guint         denominator,
                SdmPersonSign sign)
{
  SdmPeople *self = g_object_new (SDM_TYPE_PEOPLE, NULL);

  self->n = n;
  self->denominator = denominator;
  self->sign = sign;

  return GTK_WIDGET (self);
}
