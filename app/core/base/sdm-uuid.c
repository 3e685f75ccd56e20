/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-uuid.h"

#include <sys/random.h>

/**
 * sdm_uuid_new:
 * @now: the time that stands in its first 48 bits
 *
 * Makes a UUID version 7 (RFC 9562): milliseconds since 1970, then 74 random
 * bits, so that names sort by the time they were given.
 *
 * Returns: (transfer full): 36 characters, lower case
 */
char *
sdm_uuid_new (GDateTime *now)
{
  guint64 milliseconds = (guint64) g_date_time_to_unix (now) * 1000 + (guint64) g_date_time_get_microsecond (now) / 1000;
  guint8  bytes[16];

  /* Blocks at most while the machine starts up; never fails for so few bytes. */
  g_assert (getrandom (bytes, sizeof bytes, 0) == (gssize) sizeof bytes);

  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (milliseconds >> (40 - 8 * i));
  bytes[6] = (guint8) (0x70 | (bytes[6] & 0x0f));
  bytes[8] = (guint8) (0x80 | (bytes[8] & 0x3f));

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                          bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
}
