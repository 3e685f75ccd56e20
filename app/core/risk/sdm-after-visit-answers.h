/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-clock.h"
#include "sdm-consultation.h"
#include "sdm-instruments.h"

G_BEGIN_DECLS

/* Fewer people than that are not told of, as somebody could guess who they are. */
#define SDM_AFTER_VISIT_LEAST 5

/**
 * SdmAfterVisitCount:
 * @aid_id: (nullable): the decision aid; %NULL where a blank page was used
 * @n_people: how many answered
 * @marks: (element-type GArray): of each question, how many gave each mark, as #guint, from 0 on
 *
 * Answers of one kind: to the same version of the same questions, after talks with the same aid.
 */
typedef struct
{
  char                *aid_id;
  const SdmInstrument *instrument;
  guint                n_people;
  GPtrArray           *marks;
} SdmAfterVisitCount;

GBytes    *sdm_after_visit_answers_new (SdmConsultation *consultation,
                                        const guint     *marks,
                                        SdmClock        *clock) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sdm_after_visit_count (GPtrArray *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
