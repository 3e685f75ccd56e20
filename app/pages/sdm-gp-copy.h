/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-consultation.h"
#include "sdm-record-store.h"

G_BEGIN_DECLS

/* How long the summary stays on the clipboard. */
#define SDM_GP_COPY_SECONDS 60

char *sdm_gp_copy (GtkWidget       *widget,
                   SdmConsultation *consultation,
                   SdmRecordStore  *store,
                   guint            seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
