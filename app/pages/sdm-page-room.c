/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-room.h"

#define ROOM         "evenhand-page-room"
#define LEAST_HEIGHT 300
#define BELOW        6
#define SPACING      16

typedef struct
{
  GtkWidget     *widget;     /* not owned: it owns this */
  GtkWidget     *below;      /* not owned, a sibling */
  GtkAdjustment *adjustment; /* owned, nullable: how far the page scrolls */
  guint          idle;
} Room;

static int
find_height_below (Room *room,
                   int   page)
{
  int height;

  if (!gtk_widget_get_visible (room->below))
    return BELOW;
  gtk_widget_measure (room->below, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (room->widget), NULL, &height, NULL, NULL);

  return height <= page / 4 ? height + SPACING + BELOW : BELOW;
}

/* After the layout, never in it. */
static gboolean
fill_cb (gpointer user_data)
{
  Room           *room = user_data;
  const int       page = (int) gtk_adjustment_get_page_size (room->adjustment);
  GtkWidget      *viewport = gtk_widget_get_ancestor (room->widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  int             left;

  room->idle = 0;
  if (viewport == NULL || !gtk_widget_compute_bounds (room->widget, viewport, &bounds))
    return G_SOURCE_REMOVE;

  left = page - (int) (bounds.origin.y + gtk_adjustment_get_value (room->adjustment)) - find_height_below (room, page);
  gtk_widget_set_size_request (room->widget, -1, left >= LEAST_HEIGHT ? left : MAX (LEAST_HEIGHT, page - 2 * BELOW));

  return G_SOURCE_REMOVE;
}

static void
look_again (Room *room)
{
  if (room->adjustment != NULL && room->idle == 0)
    room->idle = g_idle_add (fill_cb, room);
}

static void
mapped_cb (Room *room)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (room->widget, GTK_TYPE_SCROLLED_WINDOW);

  if (room->adjustment != NULL || scroller == NULL)
    return;
  room->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_swapped (room->adjustment, "notify::page-size", G_CALLBACK (look_again), room);
  look_again (room);
}

static void
free_room (gpointer data)
{
  Room *room = data;

  g_clear_handle_id (&room->idle, g_source_remove);
  if (room->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (room->adjustment, room);
  g_clear_object (&room->adjustment);
  g_free (room);
}

/**
 * sdm_page_room_fill:
 * @widget: something that scrolls by itself, on a page that scrolls
 * @below: what stays in sight below it, if it is not much
 *
 * Makes @widget as high as what is left of the page below its heading, or as
 * the whole page where that is little.
 */
void
sdm_page_room_fill (GtkWidget *widget,
                    GtkWidget *below)
{
  Room *room = g_new0 (Room, 1);

  room->widget = widget;
  room->below = below;
  gtk_widget_set_size_request (widget, -1, LEAST_HEIGHT);
  g_object_set_data_full (G_OBJECT (widget), ROOM, room, free_room);
  g_signal_connect_swapped (widget, "map", G_CALLBACK (mapped_cb), room);
}

/**
 * sdm_page_room_look_again:
 *
 * Something above or below @widget is higher or lower than it was.
 */
void
sdm_page_room_look_again (GtkWidget *widget)
{
  look_again (g_object_get_data (G_OBJECT (widget), ROOM));
}
