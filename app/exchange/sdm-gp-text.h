/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Characters; what the fields of practice systems take at least. */
#define SDM_GP_TEXT_LONGEST 2000

/* The parts of the summary, in its order. */
typedef enum
{
  SDM_GP_PART_SUBJECT,
  SDM_GP_PART_DECISION,
  SDM_GP_PART_MATTERS,
  SDM_GP_PART_OPTIONS,
  SDM_GP_PART_ACTIONS,
  SDM_GP_PART_REVIEWS,
  SDM_GP_PART_FIGURES,
} SdmGpPart;

#define SDM_GP_N_PARTS 7

char **sdm_gp_text_list_part (SdmConsultation *consultation,
                              SdmGpPart        part) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_gp_text_new (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
