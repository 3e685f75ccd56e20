/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-talk.h"

G_BEGIN_DECLS

/* Shipped cases and talks about them. */

GPtrArray *talks_list_cases (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *talks_list_some_cases (void) G_GNUC_WARN_UNUSED_RESULT;
SdmCase   *talks_load_case (const char *path) G_GNUC_WARN_UNUSED_RESULT;
SdmCase   *talks_find_case (const char *id) G_GNUC_WARN_UNUSED_RESULT;
SdmAid    *talks_load_aid (SdmCase *example) G_GNUC_WARN_UNUSED_RESULT;
SdmTalk   *talks_begin (const char *id,
                        guint32     seed) G_GNUC_WARN_UNUSED_RESULT;
void       talks_play_well (SdmTalk *talk,
                            guint    way);
void       talks_play_badly (SdmTalk *talk);

char    *talks_to_text (SdmTalk *talk) G_GNUC_WARN_UNUSED_RESULT;
SdmTalk *talks_resume (SdmTalk    *talk,
                       const char *from,
                       const char *to,
                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
