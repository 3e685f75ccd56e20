/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-figure.h"

G_BEGIN_DECLS

/* How a page says what a figure says: short enough for a cell, with both frames. */

const char *sdm_certainty_get_word (SdmCertainty certainty);
const char *sdm_certainty_get_label (SdmCertainty certainty);
const char *sdm_reading_get_label (SdmReading reading);
char       *sdm_figure_dup_short (const SdmFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_outcome_dup_about (const SdmOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_outcome_dup_source_line (SdmAid           *aid,
                                         const SdmOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_question_dup_sources (SdmAid            *aid,
                                      const SdmQuestion *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
