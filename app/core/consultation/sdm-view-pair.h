/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-json.h"

G_BEGIN_DECLS

/* A statement in a list of those that were chosen, as the format keeps it. */

gboolean sdm_statement_is (json_t     *statement,
                           const char *priority,
                           const char *text);
json_t  *sdm_statement_find (json_t     *list,
                             const char *priority,
                             const char *text);
int      sdm_statement_get_mark (json_t *statement);

/**
 * SdmViewPair:
 * @priority: (nullable): the statement's id in the aid
 * @text: the statement
 * @own_chose: whether the person chose it
 * @other_chose: whether the other one chose it
 * @own: what the person said, or %SDM_NOT_SAID
 * @other: what the other one said, or %SDM_NOT_SAID
 *
 * One statement as two people see it. The two are said beside each other and
 * never taken together.
 */
typedef struct
{
  char    *priority;
  char    *text;
  gboolean own_chose;
  gboolean other_chose;
  int      own;
  int      other;
} SdmViewPair;

GPtrArray *sdm_view_pairs_new (json_t *own,
                               json_t *other) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_view_pair_dup_guess_words (const SdmViewPair *self,
                                     const char        *clinician) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_view_pair_dup_companion_words (const SdmViewPair *self,
                                         const char        *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
