/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-consultation.h"
#include "sdm-context.h"

G_BEGIN_DECLS

GtkWindow *sdm_preferences_window_new (SdmContext *context);

void sdm_preferences_show (GtkWindow  *parent,
                           SdmContext *context);
void sdm_preferences_follow (GSettings *settings);
void sdm_preferences_read_logo_async (GSettings          *settings,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void sdm_preferences_read_logo_finish (GAsyncResult *result);
void sdm_preferences_fill_in (GSettings       *settings,
                              SdmConsultation *consultation);

G_END_DECLS
