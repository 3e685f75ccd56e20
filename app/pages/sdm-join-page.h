/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-patients-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_JOIN_PAGE (sdm_join_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmJoinPage, sdm_join_page, SDM, JOIN_PAGE, AdwBin)

GtkWidget *sdm_join_page_new (SdmPatientsPage *place,
                              const char      *patient,
                              const char      *other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
