/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-practice-session.h"

G_BEGIN_DECLS

#define SDM_TYPE_TALK_CHECK_LIST (sdm_talk_check_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmTalkCheckList, sdm_talk_check_list, SDM, TALK_CHECK_LIST, GtkBox)

GtkWidget *sdm_talk_check_list_new (SdmPracticeSession *session,
                                    SdmPracticeRater    rater) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_talk_check_list_is_whole (SdmTalkCheckList *self);
GtkWidget *sdm_talk_check_list_find_open (SdmTalkCheckList *self);

GtkWidget *sdm_talk_check_table_new (SdmPracticeSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
