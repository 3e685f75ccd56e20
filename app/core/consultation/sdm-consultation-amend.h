/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* What follows a finished record: it is never changed, but another version of it may be. */

/**
 * SdmClosing:
 * @SDM_CLOSING_ENTERED_IN_ERROR: it should never have been written, such as for another person
 * @SDM_CLOSING_WITHDRAWN: the person took it back
 *
 * Why a record does not count any more.
 */
typedef enum
{
  SDM_CLOSING_ENTERED_IN_ERROR,
  SDM_CLOSING_WITHDRAWN,
} SdmClosing;

SdmConsultation *sdm_consultation_new_amendment (SdmConsultation *finished,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;
guint            sdm_consultation_get_amended (SdmConsultation *self);
gboolean         sdm_consultation_finalise_amendment (SdmConsultation *self,
                                                      const char      *name,
                                                      const char      *role,
                                                      const char      *reason,
                                                      GError         **error);

SdmConsultation *sdm_consultation_new_closed (SdmConsultation *finished,
                                              SdmClosing       closing,
                                              const char      *name,
                                              const char      *reason,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         sdm_consultation_get_closing (SdmConsultation *self,
                                               SdmClosing      *closing);

G_END_DECLS
