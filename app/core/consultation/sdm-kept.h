/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-fields.h"

G_BEGIN_DECLS

/**
 * SdmKept:
 * @path: where in the consultation it stands
 * @field: what it is
 * @step: the page on which it was filled in or shown
 * @name: what it is called there
 * @words: (nullable): what it says, as people read it; %NULL for nothing
 * @is_of_others: whether somebody else said it, is named in it, or it was withheld from the person
 *
 * One thing that is kept of a person. All texts are owned.
 */
typedef struct
{
  char           *path;
  const SdmField *field;
  SdmStep         step;
  char           *name;
  char           *words;
  gboolean        is_of_others;
} SdmKept;

SdmKept   *sdm_kept_new (SdmConsultation *consultation,
                         const char      *path,
                         const char      *name,
                         const char      *words) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_kept_free (SdmKept *kept);
GPtrArray *sdm_kept_list (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
