/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-backups-private.h"

#include <string.h>

/*
 * Which of the backups in a folder stay: the last of each of seven days, five
 * weeks and twelve months. They are known by their names alone, such as
 * "evenhand-records-20261130-181502.db"; what is called otherwise is another's.
 */

#define STAMP  "%Y%m%d-%H%M%S"
#define ENDING ".db"

static const char *const beginnings[] = {
  [SDM_RECORD_STORE_PRACTICE] = "evenhand-practice-",
  [SDM_RECORD_STORE_REAL] = "evenhand-records-",
};

/**
 * sdm_record_backups_make_name:
 *
 * Returns: (transfer full): what a backup of this moment is called
 */
char *
sdm_record_backups_make_name (SdmRecordStoreKind kind,
                              GDateTime         *when)
{
  g_autofree char *stamp = g_date_time_format (when, STAMP);

  return g_strconcat (beginnings[kind], stamp, ENDING, NULL);
}

/* A number of @size digits; -1 where these are none. */
static int
read_digits (const char *text,
             gsize       size)
{
  int number = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }

  return number;
}

/* The day of one of our names, or NULL: only what would be called so itself is ours. */
static GDateTime *
parse_name (SdmRecordStoreKind kind,
            const char        *name)
{
  const gsize length = strlen (beginnings[kind]);
  const char *stamp = name + length;
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *again = NULL;

  if (!g_str_has_prefix (name, beginnings[kind]) || strlen (stamp) != strlen ("20261130-181502" ENDING))
    return NULL;

  when = g_date_time_new_utc (read_digits (stamp, 4), read_digits (stamp + 4, 2), read_digits (stamp + 6, 2),
                              read_digits (stamp + 9, 2), read_digits (stamp + 11, 2), read_digits (stamp + 13, 2));
  again = when != NULL ? sdm_record_backups_make_name (kind, when) : NULL;
  return g_strcmp0 (again, name) == 0 ? g_steal_pointer (&when) : NULL;
}

/**
 * sdm_record_backups_is_partial:
 *
 * Returns: whether this was left by a backup of ours that was cut off
 */
gboolean
sdm_record_backups_is_partial (SdmRecordStoreKind kind,
                               const char        *name)
{
  static const char *const endings[] = { ".key.partial", ".partial" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      {
        g_autofree char *whole = g_strndup (name, strlen (name) - strlen (endings[i]));
        g_autoptr (GDateTime) when = parse_name (kind, whole);

        if (when != NULL)
          return TRUE;
      }

  return FALSE;
}

typedef struct
{
  const char *format; /* of a day: the same for all of one period */
  guint       n;
} Period;

static const Period periods[] = {
  { "%Y%m%d", SDM_RECORD_BACKUPS_DAILY },
  { "%G-%V", SDM_RECORD_BACKUPS_WEEKLY },
  { "%Y%m", SDM_RECORD_BACKUPS_MONTHLY },
};

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Adds to @kept the last of each of the periods. */
static void
keep_last (SdmRecordStoreKind kind,
           GPtrArray         *own,
           const Period      *period,
           GHashTable        *kept)
{
  g_autofree char *last = NULL;
  guint            n = 0;

  for (guint i = 0; i < own->len; i++)
    {
      g_autoptr (GDateTime) when = parse_name (kind, g_ptr_array_index (own, i));
      g_autofree char *text = g_date_time_format (when, period->format);

      if (g_strcmp0 (text, last) == 0)
        continue;
      if (++n > period->n)
        return;
      g_hash_table_add (kept, g_ptr_array_index (own, i));
      g_free (last);
      last = g_steal_pointer (&text);
    }
}

/**
 * sdm_record_backups_choose:
 * @names: (element-type utf8): of all files in a folder
 *
 * Returns: (transfer full) (element-type utf8): those of @names that are backups of ours and
 *   no longer needed
 */
GPtrArray *
sdm_record_backups_choose (SdmRecordStoreKind kind,
                           GPtrArray         *names)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  GPtrArray *gone = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GDateTime) when = parse_name (kind, g_ptr_array_index (names, i));

      if (when != NULL)
        g_ptr_array_add (own, g_ptr_array_index (names, i));
    }
  g_ptr_array_sort (own, compare_latest_first);
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    keep_last (kind, own, &periods[i], kept);

  for (guint i = 0; i < own->len; i++)
    if (!g_hash_table_contains (kept, g_ptr_array_index (own, i)))
      g_ptr_array_add (gone, g_ptr_array_index (own, i));
  return gone;
}
