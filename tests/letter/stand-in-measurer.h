/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-measure.h"

/* Every character is half as wide as the type is high; lines break at plain spaces only. */
SdmLetterMeasurer stand_in_measurer_new (void);
