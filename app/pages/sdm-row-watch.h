/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-option-grid.h"
#include "sdm-session.h"

G_BEGIN_DECLS

/* Tells the session which part of a page is looked at, so that a second screen can follow. */

void sdm_row_watch_grid (SdmSession    *session,
                         SdmOptionGrid *grid);
void sdm_row_watch_part (SdmSession *session,
                         GtkWidget  *part,
                         const char *row);
void sdm_row_watch_scrolling (SdmSession *session,
                              GtkWidget  *content);

G_END_DECLS
