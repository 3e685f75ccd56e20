/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-talk.h"

G_BEGIN_DECLS

#define SDM_TYPE_CARD_LIST (sdm_card_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmCardList, sdm_card_list, SDM, CARD_LIST, AdwBin)

GtkWidget *sdm_card_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_card_list_set_talk (SdmCardList *self,
                                   SdmTalk     *talk);

G_END_DECLS
