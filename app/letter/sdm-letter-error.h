/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SDM_LETTER_ERROR (sdm_letter_error_quark ())
GQuark sdm_letter_error_quark (void);

/**
 * SdmLetterError:
 * @SDM_LETTER_ERROR_NO_FONT: neither Inter nor Noto Sans is installed as static faces
 * @SDM_LETTER_ERROR_MISSING_GLYPH: a character that no font can print; the message names it
 * @SDM_LETTER_ERROR_ADDRESS: the address does not show in the window of the envelope
 * @SDM_LETTER_ERROR_TOO_LARGE: a part does not fit on a page
 * @SDM_LETTER_ERROR_WRITER: the PDF could not be made
 * @SDM_LETTER_ERROR_TARGET: the place to save to is not a plain file
 * @SDM_LETTER_ERROR_LOGO: the logo of the practice is damaged or too large
 * @SDM_LETTER_ERROR_LANGUAGE: the program or the aid does not speak the language of the reader
 */
typedef enum
{
  SDM_LETTER_ERROR_NO_FONT,
  SDM_LETTER_ERROR_MISSING_GLYPH,
  SDM_LETTER_ERROR_ADDRESS,
  SDM_LETTER_ERROR_TOO_LARGE,
  SDM_LETTER_ERROR_WRITER,
  SDM_LETTER_ERROR_TARGET,
  SDM_LETTER_ERROR_LOGO,
  SDM_LETTER_ERROR_LANGUAGE,
} SdmLetterError;

G_END_DECLS
