/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-instruments.h"

G_BEGIN_DECLS

/* What the person said when the talk was checked. */

const char *sdm_consultation_get_teach_back (SdmConsultation *self,
                                             const char      *teach_back,
                                             const char      *key);
gboolean    sdm_consultation_set_teach_back (SdmConsultation *self,
                                             const char      *teach_back,
                                             const char      *key,
                                             const char      *text,
                                             GError         **error);

const char *sdm_consultation_get_knowledge (SdmConsultation *self,
                                            const char      *knowledge);
gboolean    sdm_consultation_set_knowledge (SdmConsultation *self,
                                            const char      *knowledge,
                                            const char      *choice,
                                            GError         **error);
gboolean    sdm_consultation_is_talked_through (SdmConsultation *self,
                                                const char      *knowledge);
gboolean    sdm_consultation_set_talked_through (SdmConsultation *self,
                                                 const char      *knowledge,
                                                 gboolean         talked_through,
                                                 GError         **error);

const char *sdm_consultation_get_ready (SdmConsultation *self,
                                        const char      *item);
gboolean    sdm_consultation_set_ready (SdmConsultation *self,
                                        const char      *item,
                                        const char      *answer,
                                        GError         **error);

G_END_DECLS
