/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-header-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sdm-record-file-private.h"

/* The head of an SQLite file, from its description of the format. */
#define HEADER_SIZE              100
#define HEADER_PAGE_SIZE_PLACE   16
#define HEADER_PAGES_PLACE       28
#define HEADER_VERSION_PLACE     60
#define HEADER_APPLICATION_PLACE 68

static guint32
read_big_endian (const guint8 *from)
{
  return (guint32) from[0] << 24 | (guint32) from[1] << 16 | (guint32) from[2] << 8 | from[3];
}

/* A page size of 1 means 65,536. */
static guint64
get_size_told (const guint8 header[HEADER_SIZE])
{
  guint64 page_size = (guint64) header[HEADER_PAGE_SIZE_PLACE] << 8 | header[HEADER_PAGE_SIZE_PLACE + 1];

  if (page_size == 1)
    page_size = 65536;
  return page_size * read_big_endian (header + HEADER_PAGES_PLACE);
}

/* What was read, or -1 with errno set. */
static gssize
read_header (const char *path,
             guint8      header[HEADER_SIZE],
             guint64    *file_size)
{
  const int   file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat found = { 0 };
  gssize      size = -1;
  int         number;

  if (file < 0)
    return -1;

  if (fstat (file, &found) == 0)
    size = read (file, header, HEADER_SIZE);
  number = errno;
  close (file);
  errno = number;
  *file_size = (guint64) found.st_size;

  return size;
}

/**
 * sdm_record_header_look_at:
 * @path: a file; a link is not followed
 * @newest: the newest shape that is known
 * @may_be_short: whether a journal may hold the rest, as after a crash
 *
 * Looks at a file before SQLite sees it, which would begin to repair one that
 * is not ours.
 */
SdmRecordHeader
sdm_record_header_look_at (const char *path,
                           gsize       newest,
                           gboolean    may_be_short)
{
  guint8       header[HEADER_SIZE] = { 0 };
  guint64      file_size = 0;
  const gssize size = read_header (path, header, &file_size);

  if (size < 0)
    return SDM_RECORD_HEADER_UNREADABLE;
  if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_big_endian (header + HEADER_APPLICATION_PLACE) != SDM_RECORD_APPLICATION_ID)
    return SDM_RECORD_HEADER_NOT_OURS;
  if (read_big_endian (header + HEADER_VERSION_PLACE) > newest)
    return SDM_RECORD_HEADER_NEWER;
  if (!may_be_short && file_size < get_size_told (header))
    return SDM_RECORD_HEADER_CUT_SHORT;

  return SDM_RECORD_HEADER_GOOD;
}
