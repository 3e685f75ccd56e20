/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/**
 * SdmPatientScreenKind:
 * @SDM_PATIENT_DECISION: what there is to decide
 * @SDM_PATIENT_OWN_WORDS: what the person said
 * @SDM_PATIENT_RANKED: what counts most, in the person's order
 * @SDM_PATIENT_QUESTION: one question, answered for each option
 * @SDM_PATIENT_FIGURE: one outcome with its picture
 * @SDM_PATIENT_WEIGH: one thing that matters, and what each option does about it
 * @SDM_PATIENT_TEACH_BACK: what the person is asked to say in their own words
 * @SDM_PATIENT_CHOICE: where the two of them have got to
 * @SDM_PATIENT_ACTIONS: who does what by when
 * @SDM_PATIENT_LOOK_OUT: what to look out for
 *
 * What one screen of the patient view shows. Nothing else is ever on it.
 */
typedef enum
{
  SDM_PATIENT_DECISION,
  SDM_PATIENT_OWN_WORDS,
  SDM_PATIENT_RANKED,
  SDM_PATIENT_QUESTION,
  SDM_PATIENT_FIGURE,
  SDM_PATIENT_WEIGH,
  SDM_PATIENT_TEACH_BACK,
  SDM_PATIENT_CHOICE,
  SDM_PATIENT_ACTIONS,
  SDM_PATIENT_LOOK_OUT,
} SdmPatientScreenKind;

/**
 * SdmPatientScreen:
 * @kind: what it shows
 * @step: the step it belongs to
 * @row: which of them: the id of a question, an outcome or a prompt, the place of a
 *   statement in its list, or a part of the step
 */
typedef struct
{
  SdmPatientScreenKind kind;
  SdmStep              step;
  char                *row;
} SdmPatientScreen;

GPtrArray *sdm_patient_screens_list (SdmConsultation *consultation,
                                     SdmAid          *aid) G_GNUC_WARN_UNUSED_RESULT;
guint      sdm_patient_screens_find (GPtrArray  *screens,
                                     SdmStep     step,
                                     const char *row);
gboolean   sdm_patient_screens_find_place (GPtrArray  *screens,
                                           const char *path,
                                           guint      *position);

G_END_DECLS
