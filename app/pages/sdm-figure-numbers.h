/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-figure.h"

G_BEGIN_DECLS

/**
 * SdmFigureNumbersForm:
 * @SDM_FIGURE_NUMBERS_STACKED: the words of each number under it
 * @SDM_FIGURE_NUMBERS_IN_LINE: the words of each number after it
 * @SDM_FIGURE_NUMBERS_SIGNS: a narrow column beside a picture; the sign of the picture in place of words
 * @SDM_FIGURE_NUMBERS_SIDE_BY_SIDE: a screen of its own; the words of each number under it
 */
typedef enum
{
  SDM_FIGURE_NUMBERS_STACKED,
  SDM_FIGURE_NUMBERS_IN_LINE,
  SDM_FIGURE_NUMBERS_SIGNS,
  SDM_FIGURE_NUMBERS_SIDE_BY_SIDE,
} SdmFigureNumbersForm;

#define SDM_TYPE_FIGURE_NUMBERS (sdm_figure_numbers_get_type ())
G_DECLARE_FINAL_TYPE (SdmFigureNumbers, sdm_figure_numbers, SDM, FIGURE_NUMBERS, AdwBin)

GtkWidget *sdm_figure_numbers_new (const SdmOutcome    *outcome,
                                   SdmFigureNumbersForm form) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_figure_numbers_show (SdmFigureNumbers *self,
                                    const SdmFigure  *figure,
                                    const SdmFigure  *former);
char      *sdm_figure_dup_amount (const SdmFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
