/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-json.h"

G_BEGIN_DECLS

/**
 * SdmHistoryStep:
 *
 * What one thing that somebody did changed in a document: the branches that
 * differ, each as it was and as it became. Branches are shared with the
 * documents, which are never changed in place.
 */
typedef struct _SdmHistoryStep SdmHistoryStep;

SdmHistoryStep *sdm_history_step_new (json_t            *before,
                                      json_t            *after,
                                      const char *const *facts) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_history_step_free (SdmHistoryStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmHistoryStep, sdm_history_step_free)

const char *sdm_history_step_get_place (const SdmHistoryStep *self);
gboolean    sdm_history_step_is_move (const SdmHistoryStep *self);
gsize       sdm_history_step_get_size (const SdmHistoryStep *self);

gboolean sdm_history_step_is_nothing (const SdmHistoryStep *self);
gboolean sdm_history_step_join (SdmHistoryStep       *self,
                                const SdmHistoryStep *next,
                                json_t               *after);

guint              sdm_history_step_get_n_branches (const SdmHistoryStep *self);
const char *const *sdm_history_step_get_paths (const SdmHistoryStep *self);
json_t *const     *sdm_history_step_get_before (const SdmHistoryStep *self);
json_t *const     *sdm_history_step_get_after (const SdmHistoryStep *self);

G_END_DECLS
