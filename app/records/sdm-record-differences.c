/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-versions.h"

#include "sdm-json.h"

static void
free_difference (SdmRecordDifference *difference)
{
  g_free (difference->pointer);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static char *
dup_json (json_t *value)
{
  char *dumped = value != NULL ? json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_PRESERVE_ORDER) : NULL;
  char *text = g_strdup (dumped);

  free (dumped);
  return text;
}

/* As RFC 6901 wants a key in a pointer. */
static char *
make_pointer (const char *parent,
              const char *key)
{
  g_autoptr (GString) escaped = g_string_new (key);

  g_string_replace (escaped, "~", "~0", 0);
  g_string_replace (escaped, "/", "~1", 0);
  return g_strconcat (parent, "/", escaped->str, NULL);
}

static void compare (GPtrArray  *differences,
                     const char *pointer,
                     json_t     *before,
                     json_t     *after);

static void
compare_key (GPtrArray  *differences,
             const char *parent,
             const char *key,
             json_t     *before,
             json_t     *after)
{
  g_autofree char *pointer = make_pointer (parent, key);

  compare (differences, pointer, before, after);
}

static void
compare_objects (GPtrArray  *differences,
                 const char *pointer,
                 json_t     *before,
                 json_t     *after)
{
  const char *key;
  json_t     *value;

  json_object_foreach (before, key, value)
    compare_key (differences, pointer, key, value, json_object_get (after, key));
  json_object_foreach (after, key, value)
    if (json_object_get (before, key) == NULL)
      compare_key (differences, pointer, key, NULL, value);
}

static void
compare_places (GPtrArray  *differences,
                const char *pointer,
                size_t      place,
                json_t     *before,
                json_t     *after)
{
  g_autofree char *key = g_strdup_printf ("%" G_GSIZE_FORMAT, (gsize) place);

  compare_key (differences, pointer, key, before, after);
}

/* Where one is longer, what they begin and end with alike stays out, so that a row that is new or gone is told alone. */
static void
compare_arrays (GPtrArray  *differences,
                const char *pointer,
                json_t     *before,
                json_t     *after)
{
  const size_t n_before = json_array_size (before);
  const size_t n_after = json_array_size (after);
  const size_t least = MIN (n_before, n_after);
  size_t       first = 0;
  size_t       last = 0;

  while (n_before != n_after && first < least && json_equal (json_array_get (before, first), json_array_get (after, first)))
    first++;
  while (n_before != n_after && last < least - first &&
         json_equal (json_array_get (before, n_before - 1 - last), json_array_get (after, n_after - 1 - last)))
    last++;
  for (size_t i = first; i < MAX (n_before, n_after) - last; i++)
    compare_places (differences, pointer, i, i < n_before - last ? json_array_get (before, i) : NULL,
                    i < n_after - last ? json_array_get (after, i) : NULL);
}

static void
compare (GPtrArray  *differences,
         const char *pointer,
         json_t     *before,
         json_t     *after)
{
  SdmRecordDifference *difference;

  if (json_is_object (before) && json_is_object (after))
    {
      compare_objects (differences, pointer, before, after);
      return;
    }
  if (json_is_array (before) && json_is_array (after))
    {
      compare_arrays (differences, pointer, before, after);
      return;
    }
  if (json_equal (before, after))
    return;

  difference = g_new0 (SdmRecordDifference, 1);
  difference->pointer = g_strdup (pointer);
  difference->before = dup_json (before);
  difference->after = dup_json (after);
  g_ptr_array_add (differences, difference);
}

/**
 * sdm_record_differences_new:
 * @before: a document
 * @after: a later version of it
 *
 * Returns: (transfer full) (element-type SdmRecordDifference) (nullable): where
 *   they differ, in the order of the documents, or %NULL where one is not JSON
 */
GPtrArray *
sdm_record_differences_new (GBytes  *before,
                            GBytes  *after,
                            GError **error)
{
  g_autoptr (SdmJsonText) first = sdm_json_text_parse (before, "before", error);
  g_autoptr (SdmJsonText) second = first != NULL ? sdm_json_text_parse (after, "after", error) : NULL;
  GPtrArray *differences;

  if (second == NULL)
    return NULL;

  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) free_difference);
  compare (differences, "", sdm_json_text_get_root (first), sdm_json_text_get_root (second));
  return differences;
}
