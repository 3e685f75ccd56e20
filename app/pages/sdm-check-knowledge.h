/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_CHECK_KNOWLEDGE (sdm_check_knowledge_get_type ())
G_DECLARE_FINAL_TYPE (SdmCheckKnowledge, sdm_check_knowledge, SDM, CHECK_KNOWLEDGE, AdwBin)

GtkWidget *sdm_check_knowledge_new (SdmPage            *page,
                                    const SdmKnowledge *knowledge) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_check_knowledge_refresh (SdmCheckKnowledge *self);

G_END_DECLS
