/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Who is here: names, address and number as people type them. */

char    *sdm_consultation_dup_given_names (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_consultation_set_given_names (SdmConsultation *self,
                                           const char      *typed,
                                           GError         **error);

char    *sdm_consultation_dup_address (SdmConsultation *self,
                                       const char      *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_consultation_set_address (SdmConsultation *self,
                                       const char      *path,
                                       const char      *typed,
                                       GError         **error);

char    *sdm_consultation_dup_nhs_number (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_consultation_set_nhs_number (SdmConsultation *self,
                                          const char      *typed,
                                          GError         **error);

gboolean sdm_consultation_set_other_identifier (SdmConsultation *self,
                                                const char      *kind,
                                                const char      *value,
                                                GError         **error);

gboolean sdm_consultation_is_person_confirmed (SdmConsultation *self);
gboolean sdm_consultation_confirm_person (SdmConsultation *self,
                                          gboolean         name,
                                          gboolean         born,
                                          GError         **error);
gboolean sdm_consultation_set_letter_format (SdmConsultation *self,
                                             const char      *format,
                                             GError         **error);

gboolean sdm_consultation_set_letter_language (SdmConsultation *self,
                                               const char      *language,
                                               GError         **error);

const char *sdm_consultation_get_letter_format (SdmConsultation *self,
                                                guint           *points);
gboolean    sdm_consultation_needs_yellow (SdmConsultation *self);
gboolean    sdm_consultation_needs_easy_lines (SdmConsultation *self);

G_END_DECLS
