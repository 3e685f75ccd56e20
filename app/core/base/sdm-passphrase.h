/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmPassphraseStrength:
 * @SDM_PASSPHRASE_REPEATS: few characters, or some that come again and again
 * @SDM_PASSPHRASE_FOLLOWS: characters that follow one another in the alphabet, in counting or on a keyboard
 * @SDM_PASSPHRASE_NAMES: the name of whoever has it is in it
 * @SDM_PASSPHRASE_FAIR: none of these
 * @SDM_PASSPHRASE_GOOD: long, or four words
 * @SDM_PASSPHRASE_STRONG: longer, or five words
 *
 * How hard it is to guess, as far as that can be seen. The first three are easy.
 */
typedef enum
{
  SDM_PASSPHRASE_REPEATS,
  SDM_PASSPHRASE_FOLLOWS,
  SDM_PASSPHRASE_NAMES,
  SDM_PASSPHRASE_FAIR,
  SDM_PASSPHRASE_GOOD,
  SDM_PASSPHRASE_STRONG,
} SdmPassphraseStrength;

SdmPassphraseStrength sdm_passphrase_judge (const char *passphrase,
                                            const char *name);
const char           *sdm_passphrase_describe (SdmPassphraseStrength strength);

G_END_DECLS
