/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may stand at the head of a letter: read as it was typed, once in Preferences. */

/**
 * SdmLetterheadPart:
 *
 * The texts of one line. The address has several.
 */
typedef enum
{
  SDM_LETTERHEAD_NAME,
  SDM_LETTERHEAD_POSTCODE,
  SDM_LETTERHEAD_PHONE,
  SDM_LETTERHEAD_CODE,
  SDM_LETTERHEAD_CLINICIAN_NAME,
  SDM_LETTERHEAD_CLINICIAN_ROLE,
} SdmLetterheadPart;

const char *sdm_letterhead_get_path (SdmLetterheadPart part);
char       *sdm_letterhead_read (SdmLetterheadPart part,
                                 const char       *typed,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char      **sdm_letterhead_read_address (const char *typed,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
