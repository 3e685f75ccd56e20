/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Whom the words of the talk and of the letter speak to. */

/**
 * SdmReader:
 * @SDM_READER_PATIENT: the person, who is "you"
 * @SDM_READER_PARENT: a parent or carer, who is "you"; the person is a child, told of by name
 * @SDM_READER_PROXY: somebody else, such as an attorney, while "you" is still the person
 */
typedef enum
{
  SDM_READER_PATIENT,
  SDM_READER_PARENT,
  SDM_READER_PROXY,
} SdmReader;

SdmReader   sdm_consultation_get_reader (SdmConsultation *self,
                                         SdmAid          *aid);
const char *sdm_consultation_get_reader_name (SdmConsultation *self,
                                              SdmAid          *aid);
const char *sdm_consultation_get_reader_relationship (SdmConsultation *self,
                                                      SdmAid          *aid);
gboolean    sdm_consultation_is_reader (SdmConsultation *self,
                                        SdmAid          *aid,
                                        json_t          *person);
char       *sdm_consultation_dup_child_name (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
