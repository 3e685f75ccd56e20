/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-consultation.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

/* What the page of a finished record is made of. Each returns a floating widget. */

GtkWidget *sdm_record_parts_new_page (SdmConsultation *consultation,
                                      GtkWidget      **content) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_record_parts_new_head (const SdmRecordHead *head,
                                      SdmConsultation     *consultation) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_record_parts_new_summary (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
