/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_GUESS_LIST (sdm_guess_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmGuessList, sdm_guess_list, SDM, GUESS_LIST, GtkBox)

GtkWidget *sdm_guess_list_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_guess_list_refresh (SdmGuessList *self);
gboolean   sdm_guess_list_is_possible (SdmSession *session);

G_END_DECLS
