/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/**
 * SdmField:
 * @path: where in a consultation it stands, with "*" for each place in a list
 * @step: the page on which it is filled in or shown
 * @card: (nullable): what it belongs to there, where its own name does not tell
 * @label: (nullable): what it is called there; %NULL for what the program writes by itself
 * @element: (nullable): the element of the shared decision making record (PRSB Shared Decision Making
 *   v1.0, DAPB4070) that it is, or is a part of
 * @rule: 'M' mandatory, 'R' required when known, 'O' optional; ' ' where the standard does not ask for it
 *
 * One thing that a consultation holds. Texts are marked with N_().
 */
typedef struct
{
  const char *path;
  SdmStep     step;
  const char *card;
  const char *label;
  const char *element;
  char        rule;
} SdmField;

const SdmField *sdm_fields_get_all (guint *n_fields);
const SdmField *sdm_fields_find (const char *path);

char *sdm_field_dup_name (const SdmField *field,
                          const char     *path) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_field_dup_words (const SdmField  *field,
                           SdmConsultation *consultation,
                           json_t          *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
