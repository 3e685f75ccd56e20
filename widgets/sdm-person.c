/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-person.h"

#include <glib/gi18n.h>

#include "sdm-person-private.h"

/**
 * SdmPerson:
 *
 * One person, as a key to the pictures of people: what the fill means, with
 * or without the band behind. Its size is fixed, in logical pixels.
 *
 * ## Accessibility
 *
 * It is a picture (`img`) named after what the sign means, in the same words
 * for every option.
 */
struct _SdmPerson
{
  GtkWidget parent_instance;

  SdmPersonSign sign;
  gboolean      on_band;
  guint         size;

  GdkTexture   *texture; /* owned, nullable */
  SdmPersonInks inks;
  int           scale;
};

G_DEFINE_FINAL_TYPE (SdmPerson, sdm_person, GTK_TYPE_WIDGET)

/* Room for the band around the person, on each side. */
#define BAND_MARGIN 3

/* Helpers */

static const char *
name_sign (SdmPersonSign sign,
           gboolean      on_band)
{
  switch (sign)
    {
    case SDM_PERSON_HAPPENS:
      /* Translators: what a filled person means; on the band, one who is added by the option. */
      return on_band ? _("added by the option") : _("happens");
    case SDM_PERSON_MAY_HAPPEN:
      /* Translators: what a striped person means. */
      return _("may happen");
    case SDM_PERSON_SPARED:
      /* Translators: what a person in heavy outline means. */
      return _("spared by the option");
    case SDM_PERSON_DOES_NOT:
    default:
      /* Translators: what a person in thin outline means. */
      return _("does not happen");
    }
}

static void
ensure_texture (SdmPerson *self)
{
  const int     scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  SdmPersonInks inks;

  sdm_person_look_up_inks (GTK_WIDGET (self), &inks);
  if (self->texture != NULL && scale == self->scale && sdm_person_inks_equal (&inks, &self->inks))
    return;

  self->inks = inks;
  self->scale = scale;
  g_clear_object (&self->texture);
  self->texture = sdm_person_new_texture (
      sdm_person_new_surface (self->sign, (int) self->size * scale, scale, FALSE, &inks));
}

/* GtkWidget */

static void
sdm_person_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  SdmPerson *self = SDM_PERSON (widget);

  *minimum = *natural = (int) self->size + 2 * BAND_MARGIN;
}

static void
sdm_person_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  SdmPerson  *self = SDM_PERSON (widget);
  const float side = (float) self->size;
  const float x = floorf (((float) gtk_widget_get_width (widget) - side) / 2);
  const float y = floorf (((float) gtk_widget_get_height (widget) - side) / 2);

  ensure_texture (self);
  if (self->on_band)
    {
      const float outer = side + 2 * BAND_MARGIN;

      gtk_snapshot_append_color (
          snapshot, &self->inks.accent,
          &GRAPHENE_RECT_INIT (x - BAND_MARGIN, y - BAND_MARGIN, outer, outer));
      gtk_snapshot_append_color (
          snapshot, &self->inks.accent_soft,
          &GRAPHENE_RECT_INIT (x - BAND_MARGIN + 1, y - BAND_MARGIN + 1, outer - 2, outer - 2));
    }
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (x, y, side, side));
}

static void
sdm_person_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sdm_person_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

/* GObject */

static void
sdm_person_finalize (GObject *object)
{
  SdmPerson *self = SDM_PERSON (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (sdm_person_parent_class)->finalize (object);
}

static void
sdm_person_class_init (SdmPersonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sdm_person_finalize;

  widget_class->measure = sdm_person_measure;
  widget_class->snapshot = sdm_person_snapshot;
  widget_class->css_changed = sdm_person_css_changed;

  gtk_widget_class_set_css_name (widget_class, "person");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sdm_person_init (SdmPerson *self)
{
  self->size = 24;
}

/* Public API */

/**
 * sdm_person_new:
 * @sign: what the person says
 * @on_band: whether it stands on the band that says what the option changes
 * @size: the side of the person in logical pixels, 7 or more
 *
 * Returns: (transfer floating): a new person
 */
GtkWidget *
sdm_person_new (SdmPersonSign sign,
                gboolean      on_band,
                guint         size)
{
  SdmPerson *self = g_object_new (SDM_TYPE_PERSON, NULL);

  self->sign = sign;
  self->on_band = on_band;
  self->size = CLAMP (size, 7, 256);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name_sign (sign, on_band), -1);

  return GTK_WIDGET (self);
}

/**
 * sdm_person_get_sign:
 *
 * Returns: what the person says
 */
SdmPersonSign
sdm_person_get_sign (SdmPerson *self)
{
  g_return_val_if_fail (SDM_IS_PERSON (self), SDM_PERSON_DOES_NOT);

  return self->sign;
}

/**
 * sdm_person_get_on_band:
 *
 * Returns: whether the person stands on the band
 */
gboolean
sdm_person_get_on_band (SdmPerson *self)
{
  g_return_val_if_fail (SDM_IS_PERSON (self), FALSE);

  return self->on_band;
}
