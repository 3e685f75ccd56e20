/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/**
 * SdmMissing:
 * @step: where it can be filled in
 * @place: the place there, such as "plan/actions/1/by"; owned
 * @text: what is missing, translated
 * @text_of_child: the same where a parent decides for a child
 *
 * Something the record standard asks for and the consultation does not have yet.
 */
typedef struct
{
  SdmStep     step;
  char       *place;
  const char *text;
  const char *text_of_child;
} SdmMissing;

GPtrArray *sdm_consultation_list_missing (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_consultation_finalise (SdmConsultation *self,
                                      GError         **error);
void       sdm_consultation_take_back_final (SdmConsultation *self,
                                             SdmConsultation *draft);

G_END_DECLS
