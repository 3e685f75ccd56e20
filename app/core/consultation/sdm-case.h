/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

#define SDM_TYPE_CASE (sdm_case_get_type ())
G_DECLARE_FINAL_TYPE (SdmCase, sdm_case, SDM, CASE, GObject)

SdmCase *sdm_case_new_from_text (SdmJsonText *text,
                                 GPtrArray   *findings,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
SdmCase *sdm_case_load (GFile        *file,
                        GCancellable *cancellable,
                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

SdmJsonText *sdm_case_get_text (SdmCase *self);

const char *sdm_case_get_id (SdmCase *self);
const char *sdm_case_get_title (SdmCase *self);
const char *sdm_case_get_summary (SdmCase *self);
const char *sdm_case_get_person (SdmCase *self);
const char *sdm_case_get_opening (SdmCase *self);
const char *sdm_case_get_aid_id (SdmCase *self);
guint       sdm_case_get_minutes (SdmCase *self);
char      **sdm_case_dup_learn (SdmCase *self) G_GNUC_WARN_UNUSED_RESULT;

SdmConsultation *sdm_case_get_consultation (SdmCase *self,
                                            SdmAid  *aid) G_GNUC_WARN_UNUSED_RESULT;
SdmConsultation *sdm_case_start (SdmCase  *self,
                                 SdmAid   *aid,
                                 SdmClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
