/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-aid-library.h"

G_BEGIN_DECLS

#define SDM_TYPE_HOME_FILTER (sdm_home_filter_get_type ())
G_DECLARE_FINAL_TYPE (SdmHomeFilter, sdm_home_filter, SDM, HOME_FILTER, GtkBox)

GtkWidget *sdm_home_filter_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_home_filter_is_on (SdmHomeFilter *self);
gboolean   sdm_home_filter_fits (SdmHomeFilter     *self,
                                 const SdmCaseHead *head);
void       sdm_home_filter_clear (SdmHomeFilter *self);

G_END_DECLS
