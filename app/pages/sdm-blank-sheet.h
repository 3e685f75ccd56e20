/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

/**
 * SdmBlankSheetKind:
 * @SDM_BLANK_SHEET_OPTIONS: names, questions and answers are written on it
 * @SDM_BLANK_SHEET_WEIGH: what matters stands at the side; only what each option
 *   does about it is written
 */
typedef enum
{
  SDM_BLANK_SHEET_OPTIONS,
  SDM_BLANK_SHEET_WEIGH,
} SdmBlankSheetKind;

#define SDM_TYPE_BLANK_SHEET (sdm_blank_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SdmBlankSheet, sdm_blank_sheet, SDM, BLANK_SHEET, GtkBox)

GtkWidget *sdm_blank_sheet_new (SdmPage          *page,
                                SdmBlankSheetKind kind) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_blank_sheet_refresh (SdmBlankSheet *self);
void       sdm_blank_sheet_fit (SdmBlankSheet *self,
                                gboolean       is_narrow,
                                gboolean       has_large_text);
void       sdm_blank_sheet_write_name (SdmBlankSheet *self,
                                       const char    *id);

G_END_DECLS
