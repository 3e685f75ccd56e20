/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-context.h"
#include "sdm-debrief.h"
#include "sdm-practice-session.h"

G_BEGIN_DECLS

/**
 * SdmPracticeCase:
 * @consultation: what was recorded
 * @session: what was kept of the practice
 * @aid: the aid as it was shown
 * @example: the case
 * @talk: the talk
 * @debrief: what can be seen in it, with what the checker of letters says
 * @is_first: whether this trainee practised nothing before
 *
 * A case that was practised, with all that belongs to it.
 */
typedef struct
{
  SdmConsultation    *consultation;
  SdmPracticeSession *session;
  SdmAid             *aid;
  SdmCase            *example;
  SdmTalk            *talk;
  SdmDebrief         *debrief;
  gboolean            is_first;
} SdmPracticeCase;

void             sdm_practice_case_load_async (SdmContext         *context,
                                               const char         *id,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
SdmPracticeCase *sdm_practice_case_load_finish (GAsyncResult *result,
                                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_practice_case_free (SdmPracticeCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmPracticeCase, sdm_practice_case_free)

G_END_DECLS
