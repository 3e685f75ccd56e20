/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <jansson.h>

#include "sdm-json.h"

G_BEGIN_DECLS

typedef struct _SdmAsked SdmAsked;

SdmAsked *sdm_asked_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void      sdm_asked_free (SdmAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmAsked, sdm_asked_free)

const char *sdm_asked_get_words (const SdmAsked *self);
const char *sdm_asked_get_stems (const SdmAsked *self);
guint       sdm_asked_get_n_words (const SdmAsked *self);
gboolean    sdm_asked_has (const SdmAsked *self,
                           const char     *term);

typedef struct _SdmTriggers SdmTriggers;

SdmTriggers *sdm_triggers_new (json_t  *any_of,
                               gboolean with_alike) G_GNUC_WARN_UNUSED_RESULT;
void         sdm_triggers_free (SdmTriggers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmTriggers, sdm_triggers_free)

/* Words and phrases, any of which is enough; they are not copied. */
SdmTriggers *sdm_triggers_new_for_terms (const char *const *terms,
                                         gsize              n_terms) G_GNUC_WARN_UNUSED_RESULT;
const char  *sdm_triggers_find (const SdmTriggers *self,
                                const SdmAsked    *asked);

const char *sdm_triggers_find_single (const SdmTriggers *self,
                                      const SdmAsked    *asked);

gsize sdm_triggers_match (const SdmTriggers *self,
                          const SdmAsked    *asked);

char *sdm_stem (const char *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
