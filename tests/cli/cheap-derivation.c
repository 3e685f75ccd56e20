/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../records/cheap-derivation.h"

/* Loaded before libsodium where the tests of the commands are not about passphrases. */

int
crypto_pwhash_argon2id (unsigned char *const       out,
                        unsigned long long         size,
                        const char *const          passphrase,
                        unsigned long long         length,
                        const unsigned char *const salt,
                        unsigned long long         passes,
                        size_t                     memory,
                        int                        algorithm)
{
  return derive_cheaply (out, size, passphrase, length, salt, passes, memory);
}
