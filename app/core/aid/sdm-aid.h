/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-parts.h"
#include "sdm-clock.h"
#include "sdm-json.h"

G_BEGIN_DECLS

#define SDM_TYPE_AID (sdm_aid_get_type ())
G_DECLARE_FINAL_TYPE (SdmAid, sdm_aid, SDM, AID, GObject)

SdmAid *sdm_aid_new_from_text (SdmJsonText *text,
                               GPtrArray   *findings,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
SdmAid *sdm_aid_new_from_bytes (GBytes     *bytes,
                                const char *name,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmAid *sdm_aid_load (GFile        *file,
                      GCancellable *cancellable,
                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_aid_get_id (SdmAid *self);
const char *sdm_aid_get_version (SdmAid *self);
const char *sdm_aid_get_sha256 (SdmAid *self);
GBytes     *sdm_aid_get_bytes (SdmAid *self);
const char *sdm_aid_get_language (SdmAid *self);
gboolean    sdm_aid_is_for_parent (SdmAid *self);
const char *sdm_aid_get_title (SdmAid *self);
const char *sdm_aid_get_letter_title (SdmAid *self);
const char *sdm_aid_get_decision (SdmAid *self);
const char *sdm_aid_get_why_now (SdmAid *self);
const char *sdm_aid_get_condition_name (SdmAid *self);
const char *sdm_aid_get_condition_text (SdmAid *self);
char      **sdm_aid_dup_audience (SdmAid *self) G_GNUC_WARN_UNUSED_RESULT;
char      **sdm_aid_dup_not_scored (SdmAid *self) G_GNUC_WARN_UNUSED_RESULT;
const char *sdm_aid_get_search_date (SdmAid *self);
const char *sdm_aid_get_review_by (SdmAid *self);
gboolean    sdm_aid_is_draft (SdmAid *self);
gboolean    sdm_aid_is_past_review (SdmAid   *self,
                                    SdmClock *clock);
guint       sdm_aid_get_denominator (SdmAid *self);

guint       sdm_aid_get_n_facts (SdmAid *self);
const char *sdm_aid_get_fact (SdmAid *self,
                              guint   index);

const SdmOption    *sdm_aid_get_options (SdmAid *self,
                                         guint  *n_options);
const SdmQuestion  *sdm_aid_get_questions (SdmAid *self,
                                           guint  *n_questions);
const SdmOutcome   *sdm_aid_get_outcomes (SdmAid *self,
                                          guint  *n_outcomes);
const SdmPriority  *sdm_aid_get_priorities (SdmAid *self,
                                            guint  *n_priorities);
const SdmKnowledge *sdm_aid_get_knowledge (SdmAid *self,
                                           guint  *n_knowledge);
const SdmTeachBack *sdm_aid_get_teach_back (SdmAid *self,
                                            guint  *n_teach_back);
const SdmSafetyNet *sdm_aid_get_safety_net (SdmAid *self,
                                            guint  *n_safety_net);
const SdmStopCard  *sdm_aid_get_stop_cards (SdmAid *self,
                                            guint  *n_stop_cards);
const SdmTerm      *sdm_aid_get_glossary (SdmAid *self,
                                          guint  *n_terms);
const SdmPrompt    *sdm_aid_get_prompts (SdmAid *self,
                                         guint  *n_prompts);
const SdmSource    *sdm_aid_get_sources (SdmAid *self,
                                         guint  *n_sources);
const SdmNotFor    *sdm_aid_get_not_for (SdmAid *self,
                                         guint  *n_not_for);
const SdmAidGroup  *sdm_aid_get_groups (SdmAid *self,
                                        guint  *n_groups);

const SdmOption   *sdm_aid_find_option (SdmAid     *self,
                                        const char *id);
const SdmQuestion *sdm_aid_find_question (SdmAid     *self,
                                          const char *id);
const SdmOutcome  *sdm_aid_find_outcome (SdmAid     *self,
                                         const char *id);
const SdmPriority *sdm_aid_find_priority (SdmAid     *self,
                                          const char *id);
const SdmSource   *sdm_aid_find_source (SdmAid     *self,
                                        const char *id);

char *sdm_aid_fill (SdmAid     *self,
                    const char *text,
                    const char *group) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_aid_dup_answer (SdmAid            *self,
                          const SdmQuestion *question,
                          const SdmOption   *option,
                          const char        *group,
                          gboolean          *not_known) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_format_count (guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
