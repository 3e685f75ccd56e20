/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-grid-row.h"
#include "sdm-session.h"

G_BEGIN_DECLS

/* What an aid says, as rows of the option grid: the same on every page and screen. */

SdmGridRow *sdm_grid_rows_new_for_question (SdmAid            *aid,
                                            const SdmQuestion *question,
                                            GPtrArray         *shown,
                                            const char        *group) G_GNUC_WARN_UNUSED_RESULT;
SdmGridRow *sdm_grid_rows_new_for_matter (SdmAid     *aid,
                                          json_t     *ranked,
                                          gsize       place,
                                          GPtrArray  *shown,
                                          const char *group) G_GNUC_WARN_UNUSED_RESULT;

void sdm_grid_rows_note_question (SdmSession        *session,
                                  const SdmQuestion *question);
void sdm_grid_rows_note_matter (SdmSession *session,
                                json_t     *ranked);

G_END_DECLS
