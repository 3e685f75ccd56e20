/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-kept.h"

#include <string.h>

/* All that a consultation says of a person, in the words of the pages: for who asks what is kept of them. Ids, hashes and
 * what else the program writes for itself say nothing of anybody. */

/* Those who took part include the person. */
static gboolean
is_of_the_person (SdmConsultation *consultation,
                  const char      *path)
{
  static const char participants[] = "people/participants/";
  g_autofree char  *number = g_str_has_prefix (path, participants) ? g_strndup (path + strlen (participants), strcspn (path + strlen (participants), "/")) : NULL;
  g_autofree char  *type = number != NULL ? g_strconcat (participants, number, "/type", NULL) : NULL;

  return type != NULL && g_strcmp0 (sdm_consultation_get_text (consultation, type), "patient") == 0;
}

/* What others said or who they are. Whoever gives something out looks at the rest, too. */
static gboolean
is_of_others (SdmConsultation *consultation,
              const char      *path)
{
  static const char *const of_others[] = { "people/participants/", "matters/companion/", "weigh/companion_leanings/", "plan/withheld/" };

  for (guint i = 0; i < G_N_ELEMENTS (of_others); i++)
    if (g_str_has_prefix (path, of_others[i]))
      return !is_of_the_person (consultation, path);

  return FALSE;
}

/**
 * sdm_kept_new:
 * @consultation: the one that says it
 * @path: where in the consultation it stands
 * @name: what it is called on its page
 * @words: (nullable): what it says; %NULL for nothing
 *
 * Returns: (transfer full): one thing that is kept, of a field that there is
 */
SdmKept *
sdm_kept_new (SdmConsultation *consultation,
              const char      *path,
              const char      *name,
              const char      *words)
{
  SdmKept *kept = g_new0 (SdmKept, 1);

  kept->field = sdm_fields_find (path);
  kept->step = kept->field->step;
  kept->path = g_strdup (path);
  kept->name = g_strdup (name);
  kept->words = g_strdup (words);
  kept->is_of_others = words != NULL && is_of_others (consultation, path);

  return kept;
}

void
sdm_kept_free (SdmKept *kept)
{
  g_free (kept->path);
  g_free (kept->name);
  g_free (kept->words);
  g_free (kept);
}

static void
add_leaf (GPtrArray       *list,
          SdmConsultation *consultation,
          const char      *path,
          json_t          *value)
{
  const SdmField  *field = sdm_fields_find (path);
  g_autofree char *words = field != NULL && field->label != NULL ? sdm_field_dup_words (field, consultation, value) : NULL;
  g_autofree char *name = NULL;
  SdmKept         *kept;

  if (words == NULL || *words == '\0')
    return;
  name = sdm_field_dup_name (field, path);
  kept = sdm_kept_new (consultation, path, name, words);
  kept->is_of_others = kept->is_of_others && !json_is_false (value);
  g_ptr_array_add (list, kept);
}

static void
add_leaves (GPtrArray       *list,
            SdmConsultation *consultation,
            const char      *path,
            json_t          *value)
{
  const char *key;
  json_t     *member;
  size_t      i;

  if (!json_is_object (value) && !json_is_array (value))
    add_leaf (list, consultation, path, value);
  json_object_foreach (value, key, member)
    {
      g_autofree char *below = *path != '\0' ? g_strdup_printf ("%s/%s", path, key) : g_strdup (key);

      add_leaves (list, consultation, below, member);
    }
  json_array_foreach (value, i, member)
    {
      g_autofree char *below = g_strdup_printf ("%s/%u", path, (guint) i);

      add_leaves (list, consultation, below, member);
    }
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const SdmKept *first = *(const SdmKept *const *) a;
  const SdmKept *second = *(const SdmKept *const *) b;

  return (first->step > second->step) - (first->step < second->step);
}

/**
 * sdm_kept_list:
 *
 * Returns: (transfer full) (element-type SdmKept): all that the consultation says, in the order of the steps
 */
GPtrArray *
sdm_kept_list (SdmConsultation *consultation)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_kept_free);

  g_return_val_if_fail (SDM_IS_CONSULTATION (consultation), list);

  add_leaves (list, consultation, "", sdm_consultation_peek (consultation, ""));
  /* GLib's sort keeps the order of what is equal. */
  g_ptr_array_sort (list, compare_steps);

  return list;
}
