/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-clock.h"
#include "sdm-json.h"

G_BEGIN_DECLS

/**
 * SdmStep:
 *
 * The ten steps, in the order in which the rail shows them.
 */
typedef enum
{
  SDM_STEP_START,
  SDM_STEP_PEOPLE,
  SDM_STEP_MATTERS,
  SDM_STEP_OPTIONS,
  SDM_STEP_RISKS,
  SDM_STEP_WEIGH,
  SDM_STEP_CHECK,
  SDM_STEP_PLAN,
  SDM_STEP_LETTER,
  SDM_STEP_FINISH,
} SdmStep;

#define SDM_N_STEPS 10

const char *sdm_step_get_id (SdmStep step);
const char *sdm_step_get_title (SdmStep step);
gboolean    sdm_step_from_id (const char *id,
                              SdmStep    *step);

gboolean sdm_step_is_on_short_path (SdmStep step);
SdmStep  sdm_step_get_next (SdmStep  step,
                            gboolean short_path);
SdmStep  sdm_step_get_previous (SdmStep  step,
                                gboolean short_path);

#define SDM_TYPE_CONSULTATION (sdm_consultation_get_type ())
G_DECLARE_FINAL_TYPE (SdmConsultation, sdm_consultation, SDM, CONSULTATION, GObject)

SdmConsultation *sdm_consultation_new_from_text (SdmJsonText *text,
                                                 GPtrArray   *findings,
                                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
SdmConsultation *sdm_consultation_new_from_bytes (GBytes     *bytes,
                                                  const char *name,
                                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmConsultation *sdm_consultation_new_for_practice (SdmAid   *aid,
                                                    SdmClock *clock) G_GNUC_WARN_UNUSED_RESULT;
SdmConsultation *sdm_consultation_new_for_patient (SdmAid   *aid,
                                                   SdmClock *clock) G_GNUC_WARN_UNUSED_RESULT;
SdmConsultation *sdm_consultation_new_from_json (json_t  *document,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *sdm_consultation_to_bytes (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;

void      sdm_consultation_set_clock (SdmConsultation *self,
                                      SdmClock        *clock);
SdmClock *sdm_consultation_get_clock (SdmConsultation *self);

const char *sdm_consultation_get_id (SdmConsultation *self);
gboolean    sdm_consultation_is_practice (SdmConsultation *self);
gboolean    sdm_consultation_is_final (SdmConsultation *self);
const char *sdm_consultation_get_aid_id (SdmConsultation *self);
const char *sdm_consultation_get_aid_sha256 (SdmConsultation *self);
gboolean    sdm_consultation_has_draft_aid (SdmConsultation *self);

json_t     *sdm_consultation_peek (SdmConsultation *self,
                                   const char      *path);
const char *sdm_consultation_get_text (SdmConsultation *self,
                                       const char      *path);
int         sdm_consultation_get_integer (SdmConsultation *self,
                                          const char      *path,
                                          int              fallback);
gboolean    sdm_consultation_get_flag (SdmConsultation *self,
                                       const char      *path);

gboolean sdm_consultation_set_text (SdmConsultation *self,
                                    const char      *path,
                                    const char      *text,
                                    GError         **error);
gboolean sdm_consultation_set_integer (SdmConsultation *self,
                                       const char      *path,
                                       int              value,
                                       GError         **error);
gboolean sdm_consultation_set_flag (SdmConsultation *self,
                                    const char      *path,
                                    gboolean         value,
                                    GError         **error);
gboolean sdm_consultation_take_value (SdmConsultation *self,
                                      const char      *path,
                                      json_t          *value,
                                      GError         **error);
gboolean sdm_consultation_append (SdmConsultation *self,
                                  const char      *path,
                                  json_t          *value,
                                  GError         **error);
gboolean sdm_consultation_remove (SdmConsultation *self,
                                  const char      *path,
                                  GError         **error);

void sdm_consultation_begin_edit (SdmConsultation *self);
void sdm_consultation_end_edit (SdmConsultation *self);

guint sdm_consultation_get_max_length (const char *path);

/* Steps */

const char *sdm_consultation_get_step_state (SdmConsultation *self,
                                             SdmStep          step);
void        sdm_consultation_set_step_state (SdmConsultation *self,
                                             SdmStep          step,
                                             const char      *state);
void        sdm_consultation_leave_step (SdmConsultation *self,
                                         SdmStep          step);
void        sdm_consultation_add_step_seconds (SdmConsultation *self,
                                               SdmStep          step,
                                               guint            seconds);
guint       sdm_consultation_count_seconds (SdmConsultation *self);

gboolean sdm_consultation_is_on_short_path (SdmConsultation *self);
void     sdm_consultation_set_short_path (SdmConsultation *self,
                                          gboolean         short_path);

/* Who */

char *sdm_consultation_dup_patient_name (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_consultation_dup_greeting_name (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
