/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

void sdm_consultation_check_content (json_t    *document,
                                     GPtrArray *findings);
void sdm_consultation_check_blank (json_t    *document,
                                   GPtrArray *findings);
void sdm_consultation_tidy_blank (json_t *root);

gboolean sdm_consultation_read_typed (const char *typed,
                                      const char *path,
                                      gboolean    is_line,
                                      char      **text,
                                      GError    **error);

gboolean sdm_consultation_take_document (SdmConsultation *self,
                                         json_t          *document,
                                         const char      *path,
                                         GError         **error);
void     sdm_consultation_replace_document (SdmConsultation *self,
                                            json_t          *document);

gboolean sdm_consultation_replace_branches (SdmConsultation   *self,
                                            const char *const *paths,
                                            json_t *const     *values,
                                            guint              n,
                                            GError           **error);

void     sdm_consultation_drop_default_entry (json_t *root);
gboolean sdm_consultation_finalise_as (SdmConsultation *self,
                                       const char      *name,
                                       const char      *role,
                                       json_t          *amends,
                                       GError         **error);

G_END_DECLS
