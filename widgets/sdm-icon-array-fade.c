/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array-private.h"

/* The picture of the moment: one texture, made anew only when the numbers, the
 * size or the inks change, and a fade from the one before where motion is wanted.
 */

#define FADE_MICROSECONDS (200 * 1000)

/* Helpers */

/* Makes the texture if it is not the one for this size, direction and inks. */
static void
ensure_picture (SdmIconArray *self,
                int           device_cell)
{
  const int      scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  SdmPersonInks  inks;

  sdm_person_look_up_inks (GTK_WIDGET (self), &inks);
  if (sdm_person_set_ensure (&self->people, device_cell, scale, sdm_icon_array_shows_squares (self), &inks) ||
      from_right != self->from_right)
    {
      sdm_icon_array_stop_fade (self);
      g_clear_object (&self->picture);
      self->from_right = from_right;
    }
  if (self->picture == NULL)
    self->picture = sdm_icon_array_figure_new_texture (&self->figure, &self->people, from_right);
}

static gboolean
can_fade (SdmIconArray *self)
{
  return self->former_picture != NULL &&
         gdk_texture_get_width (self->former_picture) == gdk_texture_get_width (self->picture) &&
         gdk_texture_get_height (self->former_picture) == gdk_texture_get_height (self->picture);
}

/* Callbacks */

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  SdmIconArray *self = SDM_ICON_ARRAY (widget);
  const gint64  now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_start == 0)
    self->fade_start = now;
  self->fade_progress = (double) (now - self->fade_start) / FADE_MICROSECONDS;
  gtk_widget_queue_draw (widget);
  if (self->fade_progress < 1)
    return G_SOURCE_CONTINUE;

  self->fade_id = 0;
  g_clear_object (&self->former_picture);
  return G_SOURCE_REMOVE;
}

/* Shared inside this folder */

void
sdm_icon_array_stop_fade (SdmIconArray *self)
{
  if (self->fade_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_id);
  self->fade_id = 0;
  g_clear_object (&self->former_picture);
}

/* Puts the present picture aside, to fade from it where motion is wanted. */
void
sdm_icon_array_start_fade (SdmIconArray *self)
{
  gboolean animate = FALSE;

  sdm_icon_array_stop_fade (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  if (self->picture == NULL || !animate || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_clear_object (&self->picture);
      return;
    }

  self->former_picture = g_steal_pointer (&self->picture);
  self->fade_start = 0;
  self->fade_progress = 0;
  self->fade_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}

/* Draws the people into @block, whose cells have a side of @device_cell. */
void
sdm_icon_array_snapshot_people (SdmIconArray          *self,
                                GtkSnapshot           *snapshot,
                                int                    device_cell,
                                const graphene_rect_t *block)
{
  ensure_picture (self, device_cell);

  if (!can_fade (self))
    gtk_snapshot_append_texture (snapshot, self->picture, block);
  else if (self->fade_progress <= 0)
    /* The new picture was made in this frame; nothing of it is seen before the next. */
    gtk_snapshot_append_texture (snapshot, self->former_picture, block);
  else
    {
      g_autoptr (GdkTexture) between = sdm_icon_array_mix_textures (self->former_picture, self->picture,
                                                                    MIN (self->fade_progress, 1));

      gtk_snapshot_append_texture (snapshot, between, block);
    }
}
