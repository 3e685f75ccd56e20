/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <string.h>

/*
 * A layer between SQLite and its files that fails when it is told to. For a
 * power cut it remembers of each file what was there at the last sync and what
 * was written since: of that, any part may have reached the disk.
 */

#define SECTOR 512

typedef struct
{
  sqlite3_int64 offset;
  GBytes       *bytes; /* NULL: cut to @offset */
} Pending;

/* What is known of one file; lives until the reset, as a file is opened and closed. */
typedef struct
{
  char       *path;
  GByteArray *synced;
  GPtrArray  *pending; /* of Pending */
} Image;

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* behind this struct */
  Image        *image;
} FaultFile;

static sqlite3_vfs       *real_vfs;
static sqlite3_vfs        fault_vfs;
static sqlite3_io_methods methods;
static GHashTable        *images; /* of Image by path */
static FaultKind          fault;
static guint              fault_at;
static guint              n_calls;
static gboolean           is_hit;

static void
free_pending (Pending *pending)
{
  g_clear_pointer (&pending->bytes, g_bytes_unref);
  g_free (pending);
}

static void
free_image (Image *image)
{
  g_free (image->path);
  g_byte_array_unref (image->synced);
  g_ptr_array_unref (image->pending);
  g_free (image);
}

static void
read_synced (Image *image)
{
  char *contents = NULL;
  gsize size = 0;

  g_byte_array_set_size (image->synced, 0);
  g_ptr_array_set_size (image->pending, 0);
  if (g_file_get_contents (image->path, &contents, &size, NULL))
    g_byte_array_append (image->synced, (const guint8 *) contents, (guint) size);
  g_free (contents);
}

static Image *
get_image (const char *path)
{
  Image *image = g_hash_table_lookup (images, path);

  if (image == NULL)
    {
      image = g_new0 (Image, 1);
      image->path = g_strdup (path);
      image->synced = g_byte_array_new ();
      image->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) free_pending);
      read_synced (image);
      g_hash_table_insert (images, image->path, image);
    }

  return image;
}

static void
add_pending (Image        *image,
             sqlite3_int64 offset,
             gconstpointer bytes,
             int           size)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->offset = offset;
  pending->bytes = bytes != NULL ? g_bytes_new (bytes, (gsize) size) : NULL;
  g_ptr_array_add (image->pending, pending);
}

/* Whether this call fails, and how; SQLITE_OK where it does not. */
static int
count_call (gboolean is_write,
            int      code)
{
  n_calls++;
  if (fault == FAULT_NONE || n_calls < fault_at || (fault == FAULT_FULL && !is_write))
    return SQLITE_OK;
  if (fault == FAULT_IO_ONCE && n_calls > fault_at)
    return SQLITE_OK;

  is_hit = TRUE;
  return fault == FAULT_FULL ? SQLITE_FULL : code;
}

static int
close_cb (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods != NULL ? self->real->pMethods->xClose (self->real) : SQLITE_OK;
}

static int
read_cb (sqlite3_file *file,
         void         *to,
         int           size,
         sqlite3_int64 offset)
{
  FaultFile *self = (FaultFile *) file;
  const int  answer = count_call (FALSE, SQLITE_IOERR_READ);

  return answer != SQLITE_OK ? answer : self->real->pMethods->xRead (self->real, to, size, offset);
}

static int
write_cb (sqlite3_file *file,
          const void   *from,
          int           size,
          sqlite3_int64 offset)
{
  FaultFile *self = (FaultFile *) file;
  const int  answer = count_call (TRUE, SQLITE_IOERR_WRITE);

  if (answer != SQLITE_OK)
    return answer;

  add_pending (self->image, offset, from, size);
  return self->real->pMethods->xWrite (self->real, from, size, offset);
}

static int
truncate_cb (sqlite3_file *file,
             sqlite3_int64 size)
{
  FaultFile *self = (FaultFile *) file;
  const int  answer = count_call (FALSE, SQLITE_IOERR_TRUNCATE);

  if (answer != SQLITE_OK)
    return answer;

  add_pending (self->image, size, NULL, 0);
  return self->real->pMethods->xTruncate (self->real, size);
}

static int
sync_cb (sqlite3_file *file,
         int           flags)
{
  FaultFile *self = (FaultFile *) file;
  int        answer = count_call (FALSE, SQLITE_IOERR_FSYNC);

  if (answer == SQLITE_OK)
    answer = self->real->pMethods->xSync (self->real, flags);
  if (answer == SQLITE_OK)
    read_synced (self->image);

  return answer;
}

static int
size_cb (sqlite3_file  *file,
         sqlite3_int64 *size)
{
  FaultFile *self = (FaultFile *) file;
  const int  answer = count_call (FALSE, SQLITE_IOERR_FSTAT);

  return answer != SQLITE_OK ? answer : self->real->pMethods->xFileSize (self->real, size);
}

static int
lock_cb (sqlite3_file *file,
         int           level)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xLock (self->real, level);
}

static int
unlock_cb (sqlite3_file *file,
           int           level)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xUnlock (self->real, level);
}

static int
check_lock_cb (sqlite3_file *file,
               int          *is_locked)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xCheckReservedLock (self->real, is_locked);
}

static int
control_cb (sqlite3_file *file,
            int           op,
            void         *argument)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xFileControl (self->real, op, argument);
}

static int
sector_cb (sqlite3_file *file)
{
  return SECTOR;
}

static int
characteristics_cb (sqlite3_file *file)
{
  return 0; /* nothing is promised */
}

static int
open_cb (sqlite3_vfs  *vfs,
         const char   *path,
         sqlite3_file *file,
         int           flags,
         int          *flags_out)
{
  FaultFile *self = (FaultFile *) file;
  int        answer = count_call (FALSE, SQLITE_CANTOPEN);

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (gpointer) (self + 1);
  self->real->pMethods = NULL;
  if (answer == SQLITE_OK)
    answer = real_vfs->xOpen (real_vfs, path, self->real, flags, flags_out);
  if (answer != SQLITE_OK)
    return answer;

  self->image = get_image (path != NULL ? path : "");
  self->base.pMethods = &methods;
  return SQLITE_OK;
}

static int
delete_cb (sqlite3_vfs *vfs,
           const char  *path,
           int          sync)
{
  const int answer = count_call (FALSE, SQLITE_IOERR_DELETE);

  if (answer != SQLITE_OK)
    return answer;

  g_hash_table_remove (images, path);
  return real_vfs->xDelete (real_vfs, path, sync);
}

/**
 * fault_vfs_register:
 *
 * Puts the layer under every connection that is opened from now on.
 */
void
fault_vfs_register (void)
{
  static const sqlite3_io_methods own = {
    1,
    close_cb,
    read_cb,
    write_cb,
    truncate_cb,
    sync_cb,
    size_cb,
    lock_cb,
    unlock_cb,
    check_lock_cb,
    control_cb,
    sector_cb,
    characteristics_cb,
  };

  images = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_image);
  real_vfs = sqlite3_vfs_find (NULL);
  methods = own;
  fault_vfs = *real_vfs;
  fault_vfs.pNext = NULL;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = open_cb;
  fault_vfs.xDelete = delete_cb;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* From now on calls are counted from 1, and @kind happens at call @at. */
void
fault_vfs_set (FaultKind kind,
               guint     at)
{
  fault = kind;
  fault_at = at;
  n_calls = 0;
  is_hit = FALSE;
}

guint
fault_vfs_get_calls (void)
{
  return n_calls;
}

gboolean
fault_vfs_is_hit (void)
{
  return is_hit;
}

static void
apply (GByteArray    *contents,
       const Pending *pending,
       gsize          length)
{
  const gsize end = (gsize) pending->offset + length;

  if (pending->bytes == NULL)
    {
      g_byte_array_set_size (contents, (guint) pending->offset);
      return;
    }
  if (contents->len < end)
    {
      const guint old = contents->len;

      g_byte_array_set_size (contents, (guint) end);
      memset (contents->data + old, 0, end - old);
    }
  memcpy (contents->data + pending->offset, g_bytes_get_data (pending->bytes, NULL), length);
}

/* What is left of a file: all that was synced, and of the rest anything, whole or torn. */
static void
leave_some (Image *image,
            GRand *rand)
{
  for (guint i = 0; i < image->pending->len; i++)
    {
      const Pending *pending = g_ptr_array_index (image->pending, i);
      const gsize    size = pending->bytes != NULL ? g_bytes_get_size (pending->bytes) : 0;

      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          break;
        case 1:
          apply (image->synced, pending, size);
          break;
        default:
          apply (image->synced, pending, size / SECTOR > 1 ? SECTOR * (gsize) g_rand_int_range (rand, 0, (int) (size / SECTOR)) : size);
          break;
        }
    }
  g_ptr_array_set_size (image->pending, 0);
  g_assert_true (g_file_set_contents_full (image->path, (const char *) image->synced->data, image->synced->len,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/**
 * fault_vfs_cut_power:
 *
 * Leaves of each file what a power cut might, once nobody has it open.
 */
void
fault_vfs_cut_power (GRand *rand)
{
  GHashTableIter iter;
  gpointer       image;

  g_hash_table_iter_init (&iter, images);
  while (g_hash_table_iter_next (&iter, NULL, &image))
    if (g_file_test (((Image *) image)->path, G_FILE_TEST_EXISTS))
      leave_some (image, rand);
}

/* Forgets all files; nothing fails any more. */
void
fault_vfs_reset (void)
{
  g_hash_table_remove_all (images);
  fault_vfs_set (FAULT_NONE, 0);
}
