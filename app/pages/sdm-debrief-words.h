/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-debrief.h"

G_BEGIN_DECLS

/* How a talk is told afterwards, in the same words everywhere. */

const char *sdm_debrief_words_get_face (SdmExpression expression);
char       *sdm_debrief_words_dup_time (guint seconds) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_debrief_words_dup_did (const SdmDebrief *debrief,
                                       SdmTalkTurn      *turn) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_debrief_words_dup_marks (const SdmDebrief *debrief,
                                         SdmTalkTurn      *turn) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_debrief_words_dup_where (const SdmDebriefMoment *moment) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_debrief_words_dup_first_name (const SdmDebrief *debrief) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_debrief_words_dup_day (const char *instant) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
