/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-line-private.h"

#include <glib/gi18n.h>

#include "sdm-grid-option.h"
#include "sdm-steady.h"

/* What the line of a day is made of, and what it says. */

/* Getting up after two in the night is less rare than going to bed then. */
#define EARLIEST_RISE (2 * 60)

/* Words */

static void
append_sentence (GString    *words,
                 const char *text)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, text);
  g_string_append_c (words, '.');
}

static char *
dup_words (SdmDayLine *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint lane = 0; lane < self->layout.n_lanes; lane++)
    {
      if (lane > 0)
        {
          g_autoptr (SdmGridOption) option = g_list_model_get_item (self->lanes, lane - 1);

          append_sentence (words, sdm_grid_option_get_title (option));
        }
      for (guint i = 0; i < self->layout.places->len; i++)
        {
          SdmDayPlace     *place = &g_array_index (self->layout.places, SdmDayPlace, i);
          g_autofree char *text = sdm_day_block_dup_words (SDM_DAY_BLOCK (place->block));

          if (place->lane == lane)
            append_sentence (words, text);
        }
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
sdm_day_line_update_accessible (SdmDayLine *self)
{
  g_autofree char *words = dup_words (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->title != NULL ? self->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* The stretch of the day */

/* The line begins at its start, or at the hour of a time shortly before the usual one, and is
 * as long as it must be. */
void
sdm_day_line_find_stretch (SdmDayLine *self)
{
  int start = self->start;
  int length;

  for (guint i = 0; i < self->layout.places->len && self->start == SDM_DAY_START; i++)
    {
      const int minutes = g_array_index (self->layout.places, SdmDayPlace, i).minutes;

      if (minutes >= EARLIEST_RISE && minutes < start)
        start = minutes / 60 * 60;
    }
  length = SDM_DAY_LEAST_MINUTES + self->start - start;
  for (guint i = 0; i < self->layout.places->len; i++)
    {
      const int minutes = g_array_index (self->layout.places, SdmDayPlace, i).minutes;
      const int after_start = (minutes - start + SDM_DAY_MOST_MINUTES) % SDM_DAY_MOST_MINUTES;

      if (minutes >= 0 && after_start > length)
        length = MIN ((after_start + 59) / 60 * 60, SDM_DAY_MOST_MINUTES);
    }
  self->layout.start = start;
  self->layout.length = length;
}

/* Parts */

static guint
find_lane (SdmDayLine *self,
           SdmDayItem *item)
{
  const char *id = sdm_day_item_get_lane (item);

  for (guint i = 0; id != NULL && self->lanes != NULL && i < g_list_model_get_n_items (self->lanes); i++)
    {
      g_autoptr (SdmGridOption) option = g_list_model_get_item (self->lanes, i);

      if (g_str_equal (sdm_grid_option_get_id (option), id))
        return i + 1;
    }

  return 0;
}

void
sdm_day_line_clear_parts (SdmDayLine *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->layout.places, 0);
  g_array_set_size (self->layout.lanes, 0);
  self->grabbed = NULL;
  self->is_pressed = FALSE;
  self->is_moving = FALSE;
}

static GtkWidget *
new_head (SdmGridOption *option)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = sdm_mark_new (sdm_grid_option_get_mark (option));
  GtkWidget *name = gtk_label_new (sdm_grid_option_get_title (option));

  gtk_widget_add_css_class (name, "name");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_box_append (GTK_BOX (head), mark);
  gtk_box_append (GTK_BOX (head), sdm_steady_new (name));

  return head;
}

/* The words before what has no set time, or that there is nothing at all. */
static GtkWidget *
new_tray (SdmDayLine *self,
          guint       lane)
{
  GtkWidget *tray = gtk_label_new (NULL);
  gboolean   is_empty = TRUE;
  gboolean   any = FALSE;

  for (guint i = 0; i < self->layout.places->len; i++)
    {
      const SdmDayPlace *place = &g_array_index (self->layout.places, SdmDayPlace, i);

      is_empty = is_empty && place->lane != lane;
      any = any || (place->lane == lane && place->minutes < 0);
    }
  gtk_label_set_label (GTK_LABEL (tray), is_empty ? _ ("Nothing to fit in") : _ ("At no set time:"));
  gtk_label_set_wrap (GTK_LABEL (tray), TRUE);
  gtk_label_set_xalign (GTK_LABEL (tray), 0);
  gtk_widget_set_visible (tray, any || (is_empty && lane > 0));

  return tray;
}

static void
add_places (SdmDayLine *self)
{
  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (SdmDayItem) item = g_list_model_get_item (self->items, i);
      SdmDayPlace place = { sdm_day_block_new (item), find_lane (self, item), sdm_day_item_get_minutes (item) };

      gtk_widget_set_parent (place.block, GTK_WIDGET (self));
      g_array_append_val (self->layout.places, place);
    }
}

/* The day may need two lines, which then both say whose they are. */
static void
add_lanes (SdmDayLine *self)
{
  self->layout.n_lanes = 1 + (self->lanes != NULL ? g_list_model_get_n_items (self->lanes) : 0);
  for (guint i = 0; i < 2 * self->layout.n_lanes; i++)
    {
      const guint lane = i % self->layout.n_lanes;
      SdmDayLane  at = { NULL };

      at.tray = new_tray (self, lane);
      gtk_widget_set_parent (at.tray, GTK_WIDGET (self));
      if (lane > 0)
        {
          g_autoptr (SdmGridOption) option = g_list_model_get_item (self->lanes, lane - 1);

          at.head = new_head (option);
          gtk_widget_set_parent (at.head, GTK_WIDGET (self));
        }
      g_array_append_val (self->layout.lanes, at);
    }
}

void
sdm_day_line_rebuild (SdmDayLine *self)
{
  sdm_day_line_clear_parts (self);
  add_places (self);
  add_lanes (self);
  sdm_day_line_find_stretch (self);
  sdm_day_line_update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
