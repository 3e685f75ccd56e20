/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-check.h"
#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_LETTER_FINDINGS (sdm_letter_findings_get_type ())
G_DECLARE_FINAL_TYPE (SdmLetterFindings, sdm_letter_findings, SDM, LETTER_FINDINGS, GtkBox)

GtkWidget *sdm_letter_findings_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_letter_findings_show (SdmLetterFindings    *self,
                                     const SdmLetterCheck *check);

G_END_DECLS
