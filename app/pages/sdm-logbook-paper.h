/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block.h"
#include "sdm-logbook.h"

G_BEGIN_DECLS

/* What was practised, on paper. Both say what was done and nothing of how well. */

SdmLetterDocument *sdm_logbook_paper_new (const SdmLogbook *logbook,
                                          GDateTime        *now) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterDocument *sdm_logbook_paper_new_certificate (const SdmLogbook *logbook,
                                                      const SdmTrack   *track,
                                                      GDateTime        *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
