/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block.h"

/* The letter of a made-up walk, in the languages of tests/data/tongues. */

extern const char *const tongues[];

void               tongues_prepare (void);
SdmLetterDocument *tongues_build (const char *language) G_GNUC_WARN_UNUSED_RESULT;
