/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

/* What stands on a page and does not fit the consultation as it is, such as a text that is too long. */

gboolean sdm_page_hold (SdmPage *self);
void     sdm_page_bring_back (SdmPage *self);

G_END_DECLS
