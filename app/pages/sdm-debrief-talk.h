/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-practice-case.h"

G_BEGIN_DECLS

#define SDM_TYPE_DEBRIEF_TALK (sdm_debrief_talk_get_type ())
G_DECLARE_FINAL_TYPE (SdmDebriefTalk, sdm_debrief_talk, SDM, DEBRIEF_TALK, GtkBox)

GtkWidget *sdm_debrief_talk_new (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_debrief_talk_show (SdmDebriefTalk *self,
                                  guint           turn);

G_END_DECLS
