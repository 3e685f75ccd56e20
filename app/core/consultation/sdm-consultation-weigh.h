/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Nothing was said yet: there is no default. */
#define SDM_NOT_SAID (-1)

/**
 * SdmWeighAnswer:
 * @text: the first thing the aid says of it, in a whole sentence
 * @more: (nullable): the rest, one sentence a line
 * @not_known: whether @text says that we do not know
 *
 * What one option does about one thing that matters.
 */
typedef struct
{
  char    *text;
  char    *more;
  gboolean not_known;
} SdmWeighAnswer;

SdmWeighAnswer *sdm_weigh_answer_new (SdmAid            *aid,
                                      const SdmPriority *priority,
                                      const SdmOption   *option,
                                      const char        *group) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_weigh_answer_free (SdmWeighAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmWeighAnswer, sdm_weigh_answer_free)

char *sdm_burden_dup_times (const SdmBurden *burden) G_GNUC_WARN_UNUSED_RESULT;

int      sdm_consultation_get_leaning (SdmConsultation *self,
                                       const char      *option);
gboolean sdm_consultation_set_leaning (SdmConsultation *self,
                                       const char      *option,
                                       int              mark,
                                       GError         **error);

const char *sdm_consultation_get_burden_text (SdmConsultation *self,
                                              const char      *option,
                                              const char      *burden,
                                              const char      *key);
int         sdm_consultation_get_burden_minutes (SdmConsultation *self,
                                                 const char      *option,
                                                 const char      *burden);
int         sdm_consultation_get_burden_time (SdmConsultation *self,
                                              const char      *option,
                                              const SdmBurden *burden);
char       *sdm_consultation_dup_burden_effort (SdmConsultation *self,
                                                const char      *option,
                                                const SdmBurden *burden) G_GNUC_WARN_UNUSED_RESULT;
gboolean    sdm_consultation_has_burden (SdmConsultation *self,
                                         const char      *option,
                                         const char      *burden);
gboolean    sdm_consultation_set_burden_text (SdmConsultation *self,
                                              const char      *option,
                                              const char      *burden,
                                              const char      *key,
                                              const char      *text,
                                              GError         **error);
gboolean    sdm_consultation_set_burden_minutes (SdmConsultation *self,
                                                 const char      *option,
                                                 const char      *burden,
                                                 int              minutes,
                                                 GError         **error);

G_END_DECLS
