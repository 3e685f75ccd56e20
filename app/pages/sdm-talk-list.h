/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-talk.h"

G_BEGIN_DECLS

#define SDM_TYPE_TALK_LIST (sdm_talk_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmTalkList, sdm_talk_list, SDM, TALK_LIST, AdwBin)

GtkWidget *sdm_talk_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_talk_list_set_talk (SdmTalkList *self,
                                   SdmTalk     *talk);
void       sdm_talk_list_add_note (SdmTalkList *self,
                                   const char  *text);

G_END_DECLS
