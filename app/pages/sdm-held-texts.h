/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

typedef struct _SdmHeldTexts SdmHeldTexts;

SdmHeldTexts *sdm_held_texts_new (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;
void          sdm_held_texts_free (SdmHeldTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmHeldTexts, sdm_held_texts_free)

void        sdm_held_texts_give (SdmConsultation *consultation,
                                 const char      *text);
void        sdm_held_texts_set (SdmHeldTexts *self,
                                const char   *place,
                                const char   *typed);
const char *sdm_held_texts_get (SdmHeldTexts *self,
                                const char   *place);
gboolean    sdm_held_texts_has (SdmHeldTexts *self,
                                SdmStep       step);
char       *sdm_held_texts_to_text (SdmHeldTexts *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
