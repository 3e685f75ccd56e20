/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-autosaver.h"
#include "sdm-consultation.h"
#include "sdm-context.h"
#include "sdm-practice-session.h"

G_BEGIN_DECLS

#define SDM_TYPE_REHEARSAL (sdm_rehearsal_get_type ())
G_DECLARE_FINAL_TYPE (SdmRehearsal, sdm_rehearsal, SDM, REHEARSAL, GObject)

SdmRehearsal *sdm_rehearsal_new (SdmContext         *context,
                                 SdmConsultation    *consultation,
                                 SdmPracticeSession *kept,
                                 SdmTalk            *talk) G_GNUC_WARN_UNUSED_RESULT;

SdmPracticeSession *sdm_rehearsal_get_kept (SdmRehearsal *self);
SdmTalk            *sdm_rehearsal_get_talk (SdmRehearsal *self);
SdmAutosaver       *sdm_rehearsal_get_autosaver (SdmRehearsal *self);
gboolean            sdm_rehearsal_goes_on (SdmRehearsal *self);

void sdm_rehearsal_say (SdmRehearsal *self,
                        const char   *text);
void sdm_rehearsal_pick (SdmRehearsal *self,
                         const char   *card);
void sdm_rehearsal_wait (SdmRehearsal *self);
void sdm_rehearsal_enter_step (SdmRehearsal *self,
                               SdmStep       step);
void sdm_rehearsal_show_outcome (SdmRehearsal     *self,
                                 const SdmOutcome *outcome);

void sdm_rehearsal_set_seconds (SdmRehearsal *self,
                                guint         seconds);

G_END_DECLS
