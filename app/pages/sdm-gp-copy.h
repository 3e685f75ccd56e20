/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-consultation.h"
#include "sdm-record-store.h"

G_BEGIN_DECLS

char *sdm_gp_copy (GtkWidget       *widget,
                   SdmConsultation *consultation,
                   SdmRecordStore  *store,
                   guint            seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
