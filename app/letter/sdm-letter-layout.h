/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-measure.h"

G_BEGIN_DECLS

SdmLetterPages *sdm_letter_layout (SdmLetterDocument       *document,
                                   guint                    edition,
                                   const SdmLetterMeasurer *measurer,
                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
