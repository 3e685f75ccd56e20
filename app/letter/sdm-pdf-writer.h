/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block.h"
#include "sdm-letter-paper.h"

G_BEGIN_DECLS

GBytes *sdm_pdf_write (SdmLetterDocument    *document,
                       const SdmLetterPages *pages,
                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
