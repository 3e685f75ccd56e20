/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-content.h"
#include "sdm-letter-format.h"
#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_LETTER_CHOICES (sdm_letter_choices_get_type ())
G_DECLARE_FINAL_TYPE (SdmLetterChoices, sdm_letter_choices, SDM, LETTER_CHOICES, GtkBox)

GtkWidget *sdm_letter_choices_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_letter_choices_refresh (SdmLetterChoices *self);

SdmLetterKind   sdm_letter_choices_get_kind (SdmLetterChoices *self);
SdmLetterFormat sdm_letter_choices_get_format (SdmLetterChoices *self);
SdmLetterFormat sdm_letter_choices_get_needed (SdmLetterChoices *self);
const char     *sdm_letter_choices_get_language (SdmLetterChoices *self);
const char     *sdm_letter_choices_get_needed_language (SdmLetterChoices *self);
void            sdm_letter_choices_use_needed (SdmLetterChoices *self);

char *sdm_letter_format_dup_name (const SdmLetterFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
