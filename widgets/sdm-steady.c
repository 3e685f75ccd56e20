/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-steady.h"

/**
 * sdm_steady_new:
 * @child: what wraps: a label, or a column with labels
 *
 * A horizontal box asks each of its children how wide it would be at the height
 * it gets, and what wraps finds that out by trying, a dozen times for each text.
 * A page full of texts takes several times as long for that. What is steady is
 * as wide at every height, unless @child is aligned in itself: then it is asked
 * again in the frame. The frame can be aligned.
 *
 * Returns: (transfer floating): @child in a frame, for a horizontal box
 */
GtkWidget *
sdm_steady_new (GtkWidget *child)
{
  GtkWidget *frame = gtk_grid_new ();

  /* The one cell takes all the room that there is. */
  gtk_grid_set_row_homogeneous (GTK_GRID (frame), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (frame), TRUE);
  gtk_grid_attach (GTK_GRID (frame), child, 0, 0, 1, 1);

  return frame;
}

/**
 * sdm_steady_new_at_top:
 * @child: what wraps, which stands at the top of the room that there is
 *
 * As sdm_steady_new().
 *
 * Returns: (transfer floating): @child in a frame, for a horizontal box
 */
GtkWidget *
sdm_steady_new_at_top (GtkWidget *child)
{
  GtkWidget *frame = sdm_steady_new (child);

  gtk_widget_set_valign (frame, GTK_ALIGN_START);

  return frame;
}
