/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-triggers.h"

G_BEGIN_DECLS

/* More subjects than there will be. */
#define SDM_EVERYDAY_MOST 64

guint       sdm_everyday_get_n_subjects (void);
const char *sdm_everyday_get_id (guint subject);
gint        sdm_everyday_find (const char *id);
const char *sdm_everyday_get_question (guint subject);
const char *sdm_everyday_get_otherwise (guint subject);
gboolean    sdm_everyday_is_open (guint subject);
gboolean    sdm_everyday_is_plain (guint subject);
gboolean    sdm_everyday_is_vague (guint subject);
gboolean    sdm_everyday_is_worry (const char *term);
gboolean    sdm_everyday_is_about_something (guint subject);
void        sdm_everyday_match (const SdmAsked *asked,
                                gsize          *letters);
char       *sdm_everyday_dup_words (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
