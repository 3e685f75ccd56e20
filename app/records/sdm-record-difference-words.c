/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-difference-words.h"

#include "sdm-fields.h"
#include "sdm-record-versions.h"

/* In what two versions of a record differ: what somebody typed or chose, each by the name it has on its page. What
 * the program notes by itself, such as the time spent on a step, is left out. */

static void
free_words (SdmRecordDifferenceWords *words)
{
  g_free (words->path);
  g_free (words->name);
  g_free (words->before);
  g_free (words->after);
  g_free (words);
}

typedef struct
{
  SdmConsultation *before;
  SdmConsultation *after;
  GPtrArray       *words;
} Comparison;

static void
add_words (Comparison *comparison,
           const char *path,
           json_t     *before,
           json_t     *after)
{
  const SdmField           *field = sdm_fields_find (path);
  SdmRecordDifferenceWords *words;

  if (field == NULL || field->label == NULL)
    return;
  words = g_new0 (SdmRecordDifferenceWords, 1);
  words->path = g_strdup (path);
  words->page = sdm_step_get_title (field->step);
  words->name = sdm_field_dup_name (field, path);
  words->before = sdm_field_dup_words (field, comparison->before, before);
  words->after = sdm_field_dup_words (field, comparison->after, after);
  g_ptr_array_add (comparison->words, words);
}

/* What is new or gone may be a whole step of the plan: each thing in it is named. */
static void
add_leaves (Comparison *comparison,
            const char *path,
            json_t     *before,
            json_t     *after)
{
  json_t     *whole = json_is_object (before) || json_is_array (before) ? before : after;
  const char *key;
  json_t     *value;
  size_t      i;

  if (!json_is_object (whole) && !json_is_array (whole))
    {
      add_words (comparison, path, before, after);
      return;
    }
  json_object_foreach (whole, key, value)
    {
      g_autofree char *below = g_strdup_printf ("%s/%s", path, key);

      add_leaves (comparison, below, whole == before ? value : NULL, whole == before ? NULL : value);
    }
  if (json_is_array (whole))
    json_array_foreach (whole, i, value)
      {
        g_autofree char *below = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, path, (gsize) i);

        add_leaves (comparison, below, whole == before ? value : NULL, whole == before ? NULL : value);
      }
}

static json_t *
read_value (const char *text)
{
  return text != NULL ? json_loads (text, JSON_DECODE_ANY, NULL) : NULL;
}

/**
 * sdm_record_differences_new_words:
 * @before: a version of a record
 * @after: a later one
 *
 * Returns: (transfer full) (element-type SdmRecordDifferenceWords) (nullable): in what they differ, in the
 *   order of the steps, or %NULL with @error set
 */
GPtrArray *
sdm_record_differences_new_words (SdmConsultation *before,
                                  SdmConsultation *after,
                                  GError         **error)
{
  g_autoptr (GBytes) first = sdm_consultation_to_bytes (before);
  g_autoptr (GBytes) second = sdm_consultation_to_bytes (after);
  g_autoptr (GPtrArray) differences = sdm_record_differences_new (first, second, error);
  Comparison comparison = { before, after, NULL };

  if (differences == NULL)
    return NULL;

  comparison.words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_words);
  for (guint i = 0; i < differences->len; i++)
    {
      const SdmRecordDifference *difference = g_ptr_array_index (differences, i);
      g_autoptr (json_t) was = read_value (difference->before);
      g_autoptr (json_t) is = read_value (difference->after);

      if (*difference->pointer == '/')
        add_leaves (&comparison, difference->pointer + 1, was, is);
    }

  return comparison.words;
}
