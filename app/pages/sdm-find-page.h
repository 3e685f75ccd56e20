/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-patients-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_FIND_PAGE (sdm_find_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmFindPage, sdm_find_page, SDM, FIND_PAGE, AdwBin)

GtkWidget *sdm_find_page_new (SdmPatientsPage *place) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_find_page_begin (SdmFindPage *self);
void       sdm_find_page_look_again (SdmFindPage *self);

G_END_DECLS
