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
 * as wide at every height.
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
