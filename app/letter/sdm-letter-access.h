/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-kept-person.h"
#include "sdm-letter-block.h"
#include "sdm-letter-format.h"

G_BEGIN_DECLS

/* The pages for a person who asks what is kept of them. */

SdmLetterFormat    sdm_letter_access_get_format (const SdmKeptPerson *person);
SdmLetterDocument *sdm_letter_access_build (const SdmKeptPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
