/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-clock.h"
#include "sdm-talk.h"

G_BEGIN_DECLS

/**
 * SdmPracticeRater:
 * @SDM_PRACTICE_BEFORE: the trainee, before the talk
 * @SDM_PRACTICE_SELF: the trainee, after the talk and before the debrief
 * @SDM_PRACTICE_MENTOR: the mentor
 *
 * Who rates the talk on our own plain scale.
 */
typedef enum
{
  SDM_PRACTICE_BEFORE,
  SDM_PRACTICE_SELF,
  SDM_PRACTICE_MENTOR,
} SdmPracticeRater;

#define SDM_PRACTICE_N_RATERS    3
#define SDM_PRACTICE_RATING_MOST 10

#define SDM_TYPE_PRACTICE_SESSION (sdm_practice_session_get_type ())
G_DECLARE_FINAL_TYPE (SdmPracticeSession, sdm_practice_session, SDM, PRACTICE_SESSION, GObject)

SdmPracticeSession *sdm_practice_session_new (const char *id,
                                              const char *trainee,
                                              const char *role,
                                              const char *case_id,
                                              SdmClock   *clock) G_GNUC_WARN_UNUSED_RESULT;
SdmPracticeSession *sdm_practice_session_new_from_text (SdmJsonText *text,
                                                        GPtrArray   *findings,
                                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
SdmPracticeSession *sdm_practice_session_new_from_bytes (GBytes     *bytes,
                                                         const char *name,
                                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes             *sdm_practice_session_to_bytes (SdmPracticeSession *self) G_GNUC_WARN_UNUSED_RESULT;
void                sdm_practice_session_set_clock (SdmPracticeSession *self,
                                                    SdmClock           *clock);

const char *sdm_practice_session_get_id (SdmPracticeSession *self);
const char *sdm_practice_session_get_case_id (SdmPracticeSession *self);
const char *sdm_practice_session_get_trainee (SdmPracticeSession *self);
const char *sdm_practice_session_get_role (SdmPracticeSession *self);
const char *sdm_practice_session_get_started (SdmPracticeSession *self);
const char *sdm_practice_session_get_changed (SdmPracticeSession *self);

const char *sdm_practice_session_get_ended (SdmPracticeSession *self);
void        sdm_practice_session_end (SdmPracticeSession *self);

guint    sdm_practice_session_get_seconds (SdmPracticeSession *self);
gboolean sdm_practice_session_has_talk (SdmPracticeSession *self);
SdmTalk *sdm_practice_session_get_talk (SdmPracticeSession *self);
SdmTalk *sdm_practice_session_dup_talk (SdmPracticeSession *self,
                                        SdmCase            *example,
                                        SdmAid             *aid,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void     sdm_practice_session_set_talk (SdmPracticeSession *self,
                                        SdmTalk            *talk);

const char *sdm_practice_session_get_typed (SdmPracticeSession *self);
void        sdm_practice_session_set_typed (SdmPracticeSession *self,
                                            const char         *text);

const char *sdm_practice_session_get_reflection (SdmPracticeSession *self);
gboolean    sdm_practice_session_set_reflection (SdmPracticeSession *self,
                                                 const char         *text,
                                                 GError            **error);

int  sdm_practice_session_get_rating (SdmPracticeSession *self,
                                      SdmPracticeRater    rater,
                                      const char         *concept);
void sdm_practice_session_set_rating (SdmPracticeSession *self,
                                      SdmPracticeRater    rater,
                                      const char         *concept,
                                      int                 value);

const char *sdm_practice_session_get_mentor (SdmPracticeSession *self);
gboolean    sdm_practice_session_set_mentor (SdmPracticeSession *self,
                                             const char         *name,
                                             GError            **error);
guint       sdm_practice_session_get_n_comments (SdmPracticeSession *self);
const char *sdm_practice_session_get_comment (SdmPracticeSession *self,
                                              guint               index,
                                              const char        **at);
const char *sdm_practice_session_get_comment_by (SdmPracticeSession *self,
                                                 guint               index);
gboolean    sdm_practice_session_add_comment (SdmPracticeSession *self,
                                              const char         *text,
                                              GError            **error);
gboolean    sdm_practice_session_take_comment (SdmPracticeSession *self,
                                               const char         *at,
                                               const char         *by,
                                               const char         *text,
                                               GError            **error);

G_END_DECLS
