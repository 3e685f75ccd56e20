/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter.h"

/* The letter of the design, with a made-up patient. */
SdmLetterDocument *letter_example_new (void);
