/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block.h"
#include "sdm-record-event.h"

G_BEGIN_DECLS

/* Who saw and changed what, on paper. */

SdmLetterDocument *sdm_events_paper_new (GPtrArray  *events,
                                         GHashTable *talks,
                                         const char *about,
                                         const char *made) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
