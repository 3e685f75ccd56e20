/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* A blank page for two: own options, own questions and an answer in each cell. */

#define SDM_BLANK_LEAST_OPTIONS 2
#define SDM_BLANK_MOST_OPTIONS  6

/**
 * SdmBlankPart:
 * @SDM_BLANK_OPTION: what could be done
 * @SDM_BLANK_QUESTION: what is asked of each option
 *
 * What the two of them write down at the edges of the page.
 */
typedef enum
{
  SDM_BLANK_OPTION,
  SDM_BLANK_QUESTION,
} SdmBlankPart;

gboolean    sdm_consultation_is_blank (SdmConsultation *self);
gboolean    sdm_consultation_set_blank_decision (SdmConsultation *self,
                                                 const char      *text,
                                                 GError         **error);
const char *sdm_consultation_get_blank_text (SdmConsultation *self,
                                             SdmBlankPart     part,
                                             const char      *id);
gboolean    sdm_consultation_set_blank_text (SdmConsultation *self,
                                             SdmBlankPart     part,
                                             const char      *id,
                                             const char      *text,
                                             GError         **error);

char    *sdm_consultation_add_to_blank (SdmConsultation *self,
                                        SdmBlankPart     part,
                                        const char      *text,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_consultation_add_carry_on (SdmConsultation *self,
                                        GError         **error);
gboolean sdm_consultation_take_out_of_blank (SdmConsultation *self,
                                             SdmBlankPart     part,
                                             const char      *id,
                                             GError         **error);

const char *sdm_consultation_get_blank_answer (SdmConsultation *self,
                                               const char      *question,
                                               const char      *option);
gboolean    sdm_consultation_set_blank_answer (SdmConsultation *self,
                                               const char      *question,
                                               const char      *option,
                                               const char      *text,
                                               GError         **error);

/* What an option does about something that matters, in the words of the two of them. */

const char *sdm_consultation_get_weigh_words (SdmConsultation *self,
                                              const char      *matter,
                                              const char      *option);
gboolean    sdm_consultation_set_weigh_words (SdmConsultation *self,
                                              const char      *matter,
                                              const char      *option,
                                              const char      *text,
                                              GError         **error);

G_END_DECLS
