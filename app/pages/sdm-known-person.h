/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-record-find.h"

G_BEGIN_DECLS

/* What the records know of somebody, as the `people` of a consultation has it. */

json_t *sdm_known_person_new (const SdmRecordFound *found) G_GNUC_WARN_UNUSED_RESULT;
void    sdm_known_person_free (json_t *people);
char   *sdm_known_person_dup_needs (json_t *people) G_GNUC_WARN_UNUSED_RESULT;
char   *sdm_known_person_dup_number (json_t *people) G_GNUC_WARN_UNUSED_RESULT;
char   *sdm_known_person_dup_address (json_t *people) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_known_person_get (json_t     *people,
                                  const char *key);

G_END_DECLS
