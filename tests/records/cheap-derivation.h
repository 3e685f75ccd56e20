/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sodium.h>

/* A key from a passphrase that depends on the same things as Argon2id makes it depend on, for next to nothing. */
static inline int
derive_cheaply (unsigned char       *out,
                unsigned long long   size,
                const char          *passphrase,
                unsigned long long   length,
                const unsigned char *salt,
                unsigned long long   passes,
                size_t               memory)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, salt, crypto_pwhash_argon2id_SALTBYTES, size);
  crypto_generichash_update (&state, (const unsigned char *) &passes, sizeof passes);
  crypto_generichash_update (&state, (const unsigned char *) &memory, sizeof memory);
  crypto_generichash_update (&state, (const unsigned char *) passphrase, length);
  return crypto_generichash_final (&state, out, size);
}
