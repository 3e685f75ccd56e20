/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-library.h"

G_BEGIN_DECLS

SdmAidHead *sdm_aid_head_new_from_json (json_t *root) G_GNUC_WARN_UNUSED_RESULT;
SdmAidHead *sdm_aid_head_read (int         folder,
                               const char *path) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_aid_head_free (SdmAidHead *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmAidHead, sdm_aid_head_free)

G_END_DECLS
