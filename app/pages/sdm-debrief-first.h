/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-practice-case.h"

G_BEGIN_DECLS

#define SDM_TYPE_DEBRIEF_FIRST (sdm_debrief_first_get_type ())
G_DECLARE_FINAL_TYPE (SdmDebriefFirst, sdm_debrief_first, SDM, DEBRIEF_FIRST, GtkBox)

GtkWidget *sdm_debrief_first_new (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_debrief_first_begin (SdmDebriefFirst *self);

GtkWidget *sdm_debrief_reflection_new (SdmPracticeSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
