/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation-blank.h"
#include "sdm-page.h"

G_BEGIN_DECLS

/* Options and questions that come and go on a blank page, each with a way back. */

char *sdm_blank_change_add (SdmPage     *page,
                            SdmBlankPart part,
                            const char  *text) G_GNUC_WARN_UNUSED_RESULT;
void  sdm_blank_change_add_carry_on (SdmPage *page);
void  sdm_blank_change_fill_question (SdmPage    *page,
                                      const char *id,
                                      const char *text);
void  sdm_blank_change_take_out (SdmPage     *page,
                                 SdmBlankPart part,
                                 const char  *id);

G_END_DECLS
