/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-kept-person.h"

/* All that is kept of a person who asks for it, with every version of every talk, and what of it is not given. */

static void
free_version (gpointer data)
{
  SdmKeptVersion *version = data;

  g_free (version->made);
  g_free (version->reason);
  g_ptr_array_unref (version->kept);
  g_hash_table_unref (version->left_out);
  g_free (version);
}

static void
free_talk (gpointer data)
{
  SdmKeptTalk *talk = data;

  g_free (talk->id);
  g_free (talk->title);
  g_free (talk->status);
  g_ptr_array_unref (talk->versions);
  g_free (talk);
}

/**
 * sdm_kept_person_new:
 *
 * Returns: (transfer full): a person without a talk
 */
SdmKeptPerson *
sdm_kept_person_new (const char *whose,
                     const char *made)
{
  SdmKeptPerson *self = g_new0 (SdmKeptPerson, 1);

  self->whose = g_strdup (whose);
  self->made = g_strdup (made);
  self->talks = g_ptr_array_new_with_free_func (free_talk);
  self->events = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
sdm_kept_person_free (SdmKeptPerson *self)
{
  g_free (self->whose);
  g_free (self->made);
  g_clear_object (&self->last);
  g_ptr_array_unref (self->talks);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * sdm_kept_person_add_talk:
 *
 * Returns: (transfer none): a talk without a version
 */
SdmKeptTalk *
sdm_kept_person_add_talk (SdmKeptPerson *self,
                          const char    *id,
                          const char    *title,
                          const char    *status)
{
  SdmKeptTalk *talk = g_new0 (SdmKeptTalk, 1);

  talk->id = g_strdup (id);
  talk->title = g_strdup (title);
  talk->status = g_strdup (status);
  talk->versions = g_ptr_array_new_with_free_func (free_version);
  g_ptr_array_add (self->talks, talk);

  return talk;
}

/**
 * sdm_kept_talk_add_version:
 * @made: which version it is, who made it and when
 * @reason: (nullable): why
 * @kept: (transfer full) (element-type SdmKept): what it says
 *
 * Adds a version after those that followed it. What others said in it, and what was withheld, is left out to begin with.
 *
 * Returns: (transfer none): the version
 */
SdmKeptVersion *
sdm_kept_talk_add_version (SdmKeptTalk *self,
                           guint        number,
                           const char  *made,
                           const char  *reason,
                           GPtrArray   *kept)
{
  SdmKeptVersion *version = g_new0 (SdmKeptVersion, 1);

  version->number = number;
  version->made = g_strdup (made);
  version->reason = g_strdup (reason);
  version->kept = kept;
  version->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->versions, version);
  for (guint i = 0; i < kept->len; i++)
    {
      const SdmKept *thing = g_ptr_array_index (kept, i);

      if (thing->is_of_others)
        g_hash_table_add (version->left_out, g_strdup (thing->path));
    }

  return version;
}

/* Whether both say the same in the same place, be it further up or down in its list. */
static gboolean
says_the_same (const SdmKept *a,
               const SdmKept *b)
{
  return a->field == b->field && a->words != NULL && g_strcmp0 (a->words, b->words) == 0;
}

/**
 * sdm_kept_talk_leave_out:
 * @kept: one thing of @version
 *
 * Gives a thing no longer, or again. What is the same in another version of the talk goes with it, or it would be told
 * there after all.
 */
void
sdm_kept_talk_leave_out (SdmKeptTalk    *self,
                         SdmKeptVersion *version,
                         const SdmKept  *kept,
                         gboolean        is_left_out)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      SdmKeptVersion *each = g_ptr_array_index (self->versions, i);

      for (guint k = 0; k < each->kept->len; k++)
        {
          const SdmKept *thing = g_ptr_array_index (each->kept, k);

          if (thing != kept && (each == version || !says_the_same (thing, kept)))
            continue;
          if (is_left_out)
            g_hash_table_add (each->left_out, g_strdup (thing->path));
          else
            g_hash_table_remove (each->left_out, thing->path);
        }
    }
}

gboolean
sdm_kept_version_is_left_out (const SdmKeptVersion *self,
                              const SdmKept        *kept)
{
  return g_hash_table_contains (self->left_out, kept->path);
}

/**
 * sdm_kept_person_count_left_out:
 *
 * Returns: how many things are not given
 */
guint
sdm_kept_person_count_left_out (const SdmKeptPerson *self)
{
  guint n = 0;

  for (guint i = 0; i < self->talks->len; i++)
    {
      const SdmKeptTalk *talk = g_ptr_array_index (self->talks, i);

      for (guint k = 0; k < talk->versions->len; k++)
        n += g_hash_table_size (((const SdmKeptVersion *) g_ptr_array_index (talk->versions, k))->left_out);
    }

  return n;
}
