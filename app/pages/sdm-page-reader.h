/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation-reader.h"
#include "sdm-page.h"

G_BEGIN_DECLS

/* Whom the words of a page speak to. */

gboolean sdm_page_is_for_parent (SdmPage *self);
char    *sdm_page_dup_speaker (SdmPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
