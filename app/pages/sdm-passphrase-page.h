/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

/**
 * SdmPassphrasePurpose:
 * @SDM_PASSPHRASE_LET_IN: a colleague types one
 * @SDM_PASSPHRASE_CHANGE: who is signed in types another one
 * @SDM_PASSPHRASE_RENEW: who is signed in types the same once more, and a new recovery code is made
 * @SDM_PASSPHRASE_RECOVER: who signed in with the recovery code types a new one
 *
 * What a passphrase is typed for.
 */
typedef enum
{
  SDM_PASSPHRASE_LET_IN,
  SDM_PASSPHRASE_CHANGE,
  SDM_PASSPHRASE_RENEW,
  SDM_PASSPHRASE_RECOVER,
} SdmPassphrasePurpose;

#define SDM_TYPE_PASSPHRASE_PAGE (sdm_passphrase_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmPassphrasePage, sdm_passphrase_page, SDM, PASSPHRASE_PAGE, AdwBin)

GtkWidget *sdm_passphrase_page_new (SdmWindow           *window,
                                    SdmContext          *context,
                                    SdmPassphrasePurpose purpose) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_passphrase_purpose_get_title (SdmPassphrasePurpose purpose);

G_END_DECLS
