/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Shipped aids and sample consultations, for the tests of core. */

char            *documents_find (const char *name) G_GNUC_WARN_UNUSED_RESULT;
SdmAid          *documents_load_aid (const char *id) G_GNUC_WARN_UNUSED_RESULT;
SdmConsultation *documents_load_consultation (const char *name) G_GNUC_WARN_UNUSED_RESULT;
SdmClock        *documents_new_clock (void) G_GNUC_WARN_UNUSED_RESULT;
char            *documents_to_text (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;
void             documents_count_changes (SdmConsultation *consultation,
                                          guint           *count);

G_END_DECLS
