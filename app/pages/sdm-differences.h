/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-consultation.h"

G_BEGIN_DECLS

GtkWidget *sdm_differences_new_list (SdmConsultation *before,
                                     SdmConsultation *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
