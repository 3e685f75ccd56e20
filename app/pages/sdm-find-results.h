/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-patients-page.h"
#include "sdm-record-find.h"

G_BEGIN_DECLS

#define SDM_TYPE_FIND_RESULTS (sdm_find_results_get_type ())
G_DECLARE_FINAL_TYPE (SdmFindResults, sdm_find_results, SDM, FIND_RESULTS, GtkBox)

GtkWidget *sdm_find_results_new (SdmPatientsPage *place) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_find_results_say (SdmFindResults *self,
                                 const char     *text);
void       sdm_find_results_show_failure (SdmFindResults *self,
                                          const char     *text);
void       sdm_find_results_show (SdmFindResults       *self,
                                  const SdmRecordQuery *query,
                                  const SdmRecordFound *found);

G_END_DECLS
