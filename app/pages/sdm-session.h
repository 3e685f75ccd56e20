/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-autosaver.h"
#include "sdm-consultation.h"
#include "sdm-context.h"
#include "sdm-held-texts.h"
#include "sdm-history.h"
#include "sdm-rehearsal.h"

G_BEGIN_DECLS

#define SDM_TYPE_SESSION (sdm_session_get_type ())
G_DECLARE_FINAL_TYPE (SdmSession, sdm_session, SDM, SESSION, GObject)

SdmSession *sdm_session_new (SdmContext      *context,
                             SdmConsultation *consultation,
                             SdmAid          *aid) G_GNUC_WARN_UNUSED_RESULT;

SdmRecordStoreKind sdm_session_get_kind (SdmConsultation *consultation);

SdmContext      *sdm_session_get_context (SdmSession *self);
SdmRecordStore  *sdm_session_get_store (SdmSession *self);
SdmConsultation *sdm_session_get_consultation (SdmSession *self);
SdmAid          *sdm_session_get_aid (SdmSession *self);
SdmAutosaver    *sdm_session_get_autosaver (SdmSession *self);
SdmHistory      *sdm_session_get_history (SdmSession *self);
SdmConsultation *sdm_session_get_amended (SdmSession *self);
void             sdm_session_set_amended (SdmSession      *self,
                                          SdmConsultation *amended);
SdmCase         *sdm_session_get_example (SdmSession *self);
void             sdm_session_set_example (SdmSession *self,
                                          SdmCase    *example);
SdmRehearsal    *sdm_session_get_rehearsal (SdmSession *self);
void             sdm_session_set_rehearsal (SdmSession   *self,
                                            SdmRehearsal *rehearsal);
SdmStep          sdm_session_get_step (SdmSession *self);
gboolean         sdm_session_is_read_only (SdmSession *self);

void     sdm_session_go_to (SdmSession *self,
                            SdmStep     step);
gboolean sdm_session_get_short_path (SdmSession *self);
void     sdm_session_set_short_path (SdmSession *self,
                                     gboolean    short_path);

void  sdm_session_spend (SdmSession *self,
                         gint64      microseconds);
guint sdm_session_get_seconds (SdmSession *self);
void  sdm_session_keep_time (SdmSession *self);

const char *sdm_session_get_row (SdmSession *self);
void        sdm_session_set_row (SdmSession *self,
                                 const char *row);

void sdm_session_say (SdmSession *self,
                      const char *text);
void sdm_session_offer_undo (SdmSession *self,
                             const char *text);
void sdm_session_show_place (SdmSession *self,
                             const char *place);
void sdm_session_undo (SdmSession *self);
void sdm_session_redo (SdmSession *self);

SdmHeldTexts *sdm_session_get_held (SdmSession *self);

gboolean sdm_session_is_unsolved (SdmSession *self,
                                  SdmStep     step);
void     sdm_session_set_unsolved (SdmSession *self,
                                   SdmStep     step,
                                   gboolean    unsolved);

gboolean sdm_session_finalise_amendment (SdmSession *self,
                                         const char *reason,
                                         GError    **error);

SdmRecordHead *sdm_session_make_head (SdmSession *self,
                                      GBytes    **body) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
