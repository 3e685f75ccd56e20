/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-row-watch.h"

#include "sdm-grid-row.h"

#define ROW     "evenhand-row"
#define SESSION "evenhand-session"

/* The option grid */

static void
current_row_cb (SdmSession    *session,
                GParamSpec    *pspec,
                SdmOptionGrid *grid)
{
  GListModel *rows = sdm_option_grid_get_rows (grid);
  g_autoptr (SdmGridRow) row = g_list_model_get_item (rows, sdm_option_grid_get_current_row (grid));

  if (row != NULL)
    sdm_session_set_row (session, sdm_grid_row_get_id (row));
}

static void
row_opened_cb (SdmSession *session,
               const char *id)
{
  sdm_session_set_row (session, id);
}

/**
 * sdm_row_watch_grid:
 * @grid: whose rows have the ids that a second screen knows
 *
 * What is looked at is the row that the keyboard is in, or that was opened last.
 */
void
sdm_row_watch_grid (SdmSession    *session,
                    SdmOptionGrid *grid)
{
  g_signal_connect_object (grid, "notify::current-row", G_CALLBACK (current_row_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "row-opened", G_CALLBACK (row_opened_cb), session, G_CONNECT_SWAPPED);
}

/* Other parts */

static void
looked_at_cb (SdmSession         *session,
              GtkEventController *controller)
{
  sdm_session_set_row (session, g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (controller)), ROW));
}

static void
entered_cb (SdmSession         *session,
            GtkEventController *controller)
{
  looked_at_cb (session, controller);
}

static void
pressed_cb (SdmSession         *session,
            int                 n_press,
            double              x,
            double              y,
            GtkEventController *controller)
{
  looked_at_cb (session, controller);
}

/**
 * sdm_row_watch_part:
 * @part: something on a page, such as the card of an outcome
 * @row: its id, as a second screen knows it
 *
 * What is looked at is the part that was pressed, or that the keyboard came into.
 */
void
sdm_row_watch_part (SdmSession *session,
                    GtkWidget  *part,
                    const char *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());

  g_object_set_data_full (G_OBJECT (part), ROW, g_strdup (row), g_free);
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), session, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (part, focus);
  gtk_widget_add_controller (part, click);
}

/* Scrolling */

typedef struct
{
  GtkWidget  *content; /* of the page, which scrolls */
  double      y;       /* what is looked at, from the top of it */
  double      distance;
  const char *row; /* nullable: nothing found yet */
} Nearest;

static void
find_nearest (GtkWidget *widget,
              Nearest   *nearest)
{
  const char     *row = g_object_get_data (G_OBJECT (widget), ROW);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, nearest->content, &bounds))
    {
      const double above = bounds.origin.y - nearest->y;
      const double below = nearest->y - (bounds.origin.y + bounds.size.height);
      const double distance = MAX (0, MAX (above, below));

      if (nearest->row == NULL || distance < nearest->distance)
        {
          nearest->row = row;
          nearest->distance = distance;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); row == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    find_nearest (child, nearest);
}

/* At the top the first part is looked at, at the bottom the last one. */
static void
scrolled_cb (GtkWidget     *content,
             GtkAdjustment *adjustment)
{
  const double value = gtk_adjustment_get_value (adjustment);
  const double page = gtk_adjustment_get_page_size (adjustment);
  const double most = gtk_adjustment_get_upper (adjustment) - page;
  Nearest      nearest = { content, most > 0 ? value + page * value / most : value, 0, NULL };

  if (!gtk_widget_get_mapped (content))
    return;
  find_nearest (content, &nearest);
  if (nearest.row != NULL)
    sdm_session_set_row (g_object_get_data (G_OBJECT (content), SESSION), nearest.row);
}

/**
 * sdm_row_watch_scrolling:
 * @content: something in the scrolled window of a page
 *
 * What is looked at is the part of the page that was scrolled to.
 */
void
sdm_row_watch_scrolling (SdmSession *session,
                         GtkWidget  *content)
{
  GtkWidget     *scroller = gtk_widget_get_ancestor (content, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget     *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  GtkWidget *whole = gtk_viewport_get_child (GTK_VIEWPORT (viewport));

  /* The page on which it stands holds on to the session. */
  g_object_set_data (G_OBJECT (whole), SESSION, session);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), whole, G_CONNECT_SWAPPED);
}
