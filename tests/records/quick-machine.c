/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quick-machine.h"

#include <dlfcn.h>
#include <unistd.h>

#include "cheap-derivation.h"

/*
 * What makes tests wait and is not what they are about: that a disk is reached,
 * and that a passphrase is dear to try. What is asked of the disk is looked at
 * through the fault-injecting VFS, and what is about keys derives truly.
 */

typedef int (*DeriveFunc) (unsigned char *const, unsigned long long, const char *const, unsigned long long, const unsigned char *const, unsigned long long, size_t, int);

static gboolean derives_truly;

/**
 * quick_machine_derive_truly:
 *
 * Whether a key costs what it should from now on.
 */
void
quick_machine_derive_truly (gboolean truly)
{
  derives_truly = truly;
}

static int
derive (unsigned char *const       out,
        unsigned long long         size,
        const char *const          passphrase,
        unsigned long long         length,
        const unsigned char *const salt,
        unsigned long long         passes,
        size_t                     memory,
        int                        algorithm)
{
  if (derives_truly)
    return ((DeriveFunc) dlsym (RTLD_NEXT, "crypto_pwhash_argon2id")) (out, size, passphrase, length, salt, passes, memory, algorithm);

  return derive_cheaply (out, size, passphrase, length, salt, passes, memory);
}

/**
 * quick_machine_find:
 * @name: of a function of libsodium
 *
 * Returns: (nullable): what stands in for it
 */
gpointer
quick_machine_find (const char *name)
{
  return g_str_equal (name, "crypto_pwhash_argon2id") ? (gpointer) derive : NULL;
}

/* In the place of the C library's. */

int
fsync (int file)
{
  return 0;
}

int
fdatasync (int file)
{
  return 0;
}
