/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-choices.h"
#include "sdm-letter-preview.h"
#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_LETTER_PANEL (sdm_letter_panel_get_type ())
G_DECLARE_FINAL_TYPE (SdmLetterPanel, sdm_letter_panel, SDM, LETTER_PANEL, AdwBin)

GtkWidget        *sdm_letter_panel_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_letter_panel_refresh (SdmLetterPanel *self);
SdmLetterChoices *sdm_letter_panel_get_choices (SdmLetterPanel *self);
void              sdm_letter_panel_set_can_make (SdmLetterPanel *self,
                                                 gboolean        can_make);
void              sdm_letter_panel_show (SdmLetterPanel         *self,
                                         const SdmLetterPreview *preview);
void              sdm_letter_panel_set_problem (SdmLetterPanel *self,
                                                const char     *problem);

G_END_DECLS
