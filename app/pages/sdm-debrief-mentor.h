/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-practice-case.h"

G_BEGIN_DECLS

#define SDM_TYPE_DEBRIEF_MENTOR (sdm_debrief_mentor_get_type ())
G_DECLARE_FINAL_TYPE (SdmDebriefMentor, sdm_debrief_mentor, SDM, DEBRIEF_MENTOR, GtkBox)

GtkWidget *sdm_debrief_mentor_new (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
