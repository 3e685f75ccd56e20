/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-key-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"

/*
 * The key of the practice file lies beside it, as practising needs no passphrase:
 *
 *   "EVK1" | epoch, u32 LE | the data key, 32 bytes | BLAKE2b-128 of all before
 */
#define MAGIC      "EVK1"
#define MAGIC_SIZE 4
#define KEY_PLACE  (MAGIC_SIZE + 4)
#define HASH_PLACE (KEY_PLACE + SDM_RECORD_KEY_SIZE)
#define HASH_SIZE  16
#define FILE_SIZE  (HASH_PLACE + HASH_SIZE)

static void
set_no_key (GError    **error,
            const char *path)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NO_KEY,
               /* Translators: a path */
               _("The key “%s” is missing or damaged, and without it the practice consultations cannot be read. They were left as they are. Put the key back from a backup."),
                  path);
}

static gboolean
write_key (const char          *folder,
           const char          *name,
           const SdmRecordKeys *keys,
           GError             **error)
{
  const guint32 epoch = GUINT32_TO_LE (sdm_record_keys_get_epoch (keys));
  guint8        contents[FILE_SIZE];
  gboolean      good;

  memcpy (contents, MAGIC, MAGIC_SIZE);
  memcpy (contents + MAGIC_SIZE, &epoch, sizeof epoch);
  memcpy (contents + KEY_PLACE, sdm_record_keys_get_data_key (keys), SDM_RECORD_KEY_SIZE);
  crypto_generichash (contents + HASH_PLACE, HASH_SIZE, contents, HASH_PLACE, NULL, 0);
  good = sdm_record_folder_write_file (folder, name, contents, FILE_SIZE, error);
  sodium_memzero (contents, sizeof contents);

  return good;
}

/* Reads at most @size bytes, one more than there should be, without another copy of them. */
static gssize
read_whole (const char *path,
            guint8     *contents,
            gsize       size)
{
  const int file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gssize    got;

  if (file < 0)
    return -1;

  got = read (file, contents, size);
  close (file);

  return got;
}

static SdmRecordKeys *
parse_key (const guint8 contents[FILE_SIZE])
{
  guint8  hash[HASH_SIZE];
  guint32 epoch;

  crypto_generichash (hash, HASH_SIZE, contents, HASH_PLACE, NULL, 0);
  if (memcmp (contents, MAGIC, MAGIC_SIZE) != 0 || sodium_memcmp (hash, contents + HASH_PLACE, HASH_SIZE) != 0)
    return NULL;

  memcpy (&epoch, contents + MAGIC_SIZE, sizeof epoch);
  return sdm_record_keys_new (GUINT32_FROM_LE (epoch), contents + KEY_PLACE);
}

/**
 * sdm_record_key_file_read:
 * @folder: a folder that is locked
 * @name: of the key file in it
 * @may_make: whether nothing is sealed yet, so that a missing key may be made
 *
 * Fails with %SDM_RECORD_ERROR_NO_KEY.
 *
 * Returns: (transfer full) (nullable): the key, which is on the disk
 */
SdmRecordKeys *
sdm_record_key_file_read (const char *folder,
                          const char *name,
                          gboolean    may_make,
                          GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (SdmRecordKeys) keys = NULL;
  guint8 contents[FILE_SIZE + 1];

  if (may_make && sdm_record_folder_look_at (path) == SDM_RECORD_PRESENCE_ABSENT)
    {
      keys = sdm_record_keys_new_random (1);
      if (!write_key (folder, name, keys, error))
        return NULL;
      return g_steal_pointer (&keys);
    }

  if (read_whole (path, contents, sizeof contents) == FILE_SIZE)
    keys = parse_key (contents);
  sodium_memzero (contents, sizeof contents);
  if (keys == NULL)
    set_no_key (error, path);

  return g_steal_pointer (&keys);
}
