/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/**
 * SdmRecordDifferenceWords:
 * @path: where in the consultation it stands
 * @page: the step on whose page it stands, translated
 * @name: what it is called there
 * @before: (nullable): what it said; %NULL for nothing
 * @after: (nullable): what it says; %NULL for nothing
 *
 * One thing in which two versions differ, in words. All but @page are owned.
 */
typedef struct
{
  char       *path;
  const char *page;
  char       *name;
  char       *before;
  char       *after;
} SdmRecordDifferenceWords;

GPtrArray *sdm_record_differences_new_words (SdmConsultation *before,
                                             SdmConsultation *after,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
