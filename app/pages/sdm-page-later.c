/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-later.h"

/* Most of the time that a page takes when it is first turned to goes into setting its text, and
 * much of that text is below what fits the window. Such parts are kept out of the first frame and
 * come in the next, before anybody can have scrolled to them. */

#define KEY "sdm-page-later"

static gboolean
idle_cb (gpointer reference)
{
  g_autoptr (GtkWidget) page = g_weak_ref_get (reference);

  if (page != NULL)
    sdm_page_later_show (page);

  return G_SOURCE_REMOVE;
}

static void
free_reference (gpointer reference)
{
  g_weak_ref_clear (reference);
  g_free (reference);
}

/* What is asked for while a frame ends would wait for whatever causes the next. */
static void
painted_cb (GtkWidget     *page,
            GdkFrameClock *clock)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  /* It may be left before. */
  g_weak_ref_init (reference, page);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, page);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, reference, free_reference);
}

static void
wait_for_frame (GtkWidget *page)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);

  if (clock != NULL)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), page, G_CONNECT_SWAPPED);
  else
    sdm_page_later_show (page);
}

static void
mapped_cb (GtkWidget *page,
           GPtrArray *parts)
{
  g_signal_handlers_disconnect_by_func (page, mapped_cb, parts);
  wait_for_frame (page);
}

/**
 * sdm_page_later_add:
 * @page: not yet drawn
 * @part: what stands below the fold of it, at the window's usual size
 *
 * Leaves @part out of the first frame that shows @page. Who looks for something
 * on the page before that calls sdm_page_later_show().
 */
void
sdm_page_later_add (GtkWidget *page,
                    GtkWidget *part)
{
  GPtrArray *parts = g_object_get_data (G_OBJECT (page), KEY);

  if (parts == NULL)
    {
      parts = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_data_full (G_OBJECT (page), KEY, parts, (GDestroyNotify) g_ptr_array_unref);
      if (gtk_widget_get_mapped (page))
        wait_for_frame (page);
      else
        g_signal_connect (page, "map", G_CALLBACK (mapped_cb), parts);
    }
  gtk_widget_set_visible (part, FALSE);
  g_ptr_array_add (parts, g_object_ref (part));
}

/**
 * sdm_page_later_show:
 *
 * Shows now what was to come with the second frame, if anything is.
 */
void
sdm_page_later_show (GtkWidget *page)
{
  g_autoptr (GPtrArray) parts = g_object_steal_data (G_OBJECT (page), KEY);

  if (parts == NULL)
    return;
  g_signal_handlers_disconnect_by_func (page, mapped_cb, parts);
  for (guint i = 0; i < parts->len; i++)
    gtk_widget_set_visible (parts->pdata[i], TRUE);
}
