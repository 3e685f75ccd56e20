/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "main-thread-guard.h"

#include <dlfcn.h>
#include <sodium.h>
#include <sqlite3.h>

#include "quick-machine.h"

/*
 * From when it is started, the thread that started it never enters the database
 * or the sealing. Every function of SQLite that has to do with a database enters
 * its mutex, so that is looked at; each function of libsodium that computes is
 * taken the place of here, and goes on to the real one. tests/lint/test-layers.py
 * sees that none is used that is not here.
 */

static GThread *main_thread;
static int      n_database; /* atomic */
static int      n_crypto;   /* atomic */

static sqlite3_mutex_methods real_mutex;

static void
look_at_thread (int        *count,
                const char *where)
{
  if (main_thread == NULL)
    return;
  if (g_thread_self () == main_thread)
    g_error ("The main thread is in %s", where);
  g_atomic_int_inc (count);
}

/* The database */

static void
enter (sqlite3_mutex *mutex)
{
  look_at_thread (&n_database, "SQLite");
  real_mutex.xMutexEnter (mutex);
}

static int
try_to_enter (sqlite3_mutex *mutex)
{
  look_at_thread (&n_database, "SQLite");
  return real_mutex.xMutexTry (mutex);
}

/**
 * main_thread_guard_start:
 *
 * Must come before the first use of SQLite.
 */
void
main_thread_guard_start (void)
{
  sqlite3_mutex_methods watched;

  /* Which there are is known once they were needed. */
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_shutdown (), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMUTEX, &real_mutex), ==, SQLITE_OK);
  watched = real_mutex;
  watched.xMutexEnter = enter;
  watched.xMutexTry = try_to_enter;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MUTEX, &watched), ==, SQLITE_OK);
  main_thread = g_thread_self ();
}

guint
main_thread_guard_count_database (void)
{
  return (guint) g_atomic_int_get (&n_database);
}

guint
main_thread_guard_count_crypto (void)
{
  return (guint) g_atomic_int_get (&n_crypto);
}

/* The sealing */

static gpointer
find_function (const char *name)
{
  gpointer function = quick_machine_find (name);

  return function != NULL ? function : dlsym (RTLD_NEXT, name);
}

#define WATCH(name, arguments, values)                  \
  int name arguments                                    \
  {                                                     \
    static int (*real) arguments;                       \
                                                        \
    look_at_thread (&n_crypto, #name);                  \
    if (real == NULL)                                   \
      real = (int (*) arguments) find_function (#name); \
    return real values;                                 \
  }

WATCH (crypto_aead_xchacha20poly1305_ietf_encrypt,
       (unsigned char *sealed, unsigned long long *sealed_size, const unsigned char *plain, unsigned long long size, const unsigned char *bound, unsigned long long bound_size, const unsigned char *secret_nonce, const unsigned char *nonce, const unsigned char *key),
       (sealed, sealed_size, plain, size, bound, bound_size, secret_nonce, nonce, key))
WATCH (crypto_aead_xchacha20poly1305_ietf_decrypt,
       (unsigned char *plain, unsigned long long *size, unsigned char *secret_nonce, const unsigned char *sealed, unsigned long long sealed_size, const unsigned char *bound, unsigned long long bound_size, const unsigned char *nonce, const unsigned char *key),
       (plain, size, secret_nonce, sealed, sealed_size, bound, bound_size, nonce, key))
WATCH (crypto_pwhash_argon2id,
       (unsigned char *const out, unsigned long long size, const char *const passphrase, unsigned long long length, const unsigned char *const salt, unsigned long long passes, size_t memory, int algorithm),
       (out, size, passphrase, length, salt, passes, memory, algorithm))
WATCH (crypto_kdf_derive_from_key,
       (unsigned char *subkey, size_t size, uint64_t id, const char context[crypto_kdf_CONTEXTBYTES], const unsigned char key[crypto_kdf_KEYBYTES]),
       (subkey, size, id, context, key))
WATCH (crypto_scalarmult,
       (unsigned char *shared, const unsigned char *secret, const unsigned char *other),
       (shared, secret, other))
WATCH (crypto_scalarmult_base,
       (unsigned char *open, const unsigned char *secret),
       (open, secret))
WATCH (crypto_generichash,
       (unsigned char *out, size_t out_size, const unsigned char *in, unsigned long long in_size, const unsigned char *key, size_t key_size),
       (out, out_size, in, in_size, key, key_size))
WATCH (crypto_generichash_init,
       (crypto_generichash_state * state, const unsigned char *key, const size_t key_size, const size_t size),
       (state, key, key_size, size))
WATCH (crypto_generichash_update,
       (crypto_generichash_state * state, const unsigned char *in, unsigned long long size),
       (state, in, size))
WATCH (crypto_generichash_final,
       (crypto_generichash_state * state, unsigned char *out, const size_t size),
       (state, out, size))
