/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-names-private.h"

#include <sodium.h>
#include <string.h>

#include "sdm-record-keys-private.h"

/*
 * Each entry has the words of a name, folded, each with a space before it:
 * " obrien zak anna". What is typed is looked for word by word, each as the
 * beginning of one of these, so that going through all of them is quick enough.
 */

#define CHUNK_SIZE (256 * 1024)

/* A family name and given names do not come near this; nothing longer is searched. */
#define LONGEST_WORDS 1024

typedef struct
{
  guint8      id[SDM_RECORD_ID_SIZE];
  const char *words; /* in a chunk */
} Entry;

struct _SdmRecordNames
{
  GPtrArray *chunks; /* of guarded memory */
  gsize      used;   /* of the last chunk */
  GArray    *entries;
  GArray    *changes; /* of the transaction that is under way */
};

/* A patient's new words, NULL for one who is not there any more. */
typedef struct
{
  guint8 id[SDM_RECORD_ID_SIZE];
  char  *words; /* owned */
} Change;

static void
clear_change (gpointer data)
{
  Change *change = data;

  if (change->words != NULL)
    sodium_memzero (change->words, strlen (change->words));
  g_free (change->words);
}

/**
 * sdm_record_names_new:
 *
 * Returns: (transfer full): a list without a name
 */
SdmRecordNames *
sdm_record_names_new (void)
{
  SdmRecordNames *names = g_new0 (SdmRecordNames, 1);

  names->chunks = g_ptr_array_new_with_free_func (sodium_free);
  names->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  names->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (names->changes, clear_change);
  return names;
}

/**
 * sdm_record_names_free:
 * @names: (transfer full): the list, which is wiped
 */
void
sdm_record_names_free (SdmRecordNames *names)
{
  g_ptr_array_unref (names->chunks);
  g_array_unref (names->entries);
  g_array_unref (names->changes);
  g_free (names);
}

/* Making words */

static void
append_word (GString    *words,
             const char *word)
{
  g_autofree char *folded = sdm_record_fold_name (word);

  if (*folded == '\0' || words->len + strlen (folded) + 2 > LONGEST_WORDS)
    return;
  g_string_append_c (words, ' ');
  g_string_append (words, folded);
}

static void
append_parts (GString    *words,
              const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " \t-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    append_word (words, parts[i]);
}

/**
 * sdm_record_names_make_words:
 * @family: (nullable): a family name; also found where its parts are typed as one word
 * @given: (nullable): given names
 * @shown: (nullable): the name as lists show it, for people of whom neither is known
 *
 * Returns: (transfer full): what a patient is found by, to be kept with the patient
 */
char *
sdm_record_names_make_words (const char *family,
                             const char *given,
                             const char *shown)
{
  GString *words = g_string_new (NULL);

  if (family != NULL)
    append_word (words, family);
  if (family != NULL && strpbrk (family, " \t-") != NULL)
    append_parts (words, family);
  if (given != NULL)
    append_parts (words, given);
  if (words->len == 0 && shown != NULL)
    append_parts (words, shown);

  return g_string_free (words, FALSE);
}

/* Keeping them */

static const char *
copy_words (SdmRecordNames *names,
            const char     *words)
{
  const gsize size = MIN (strlen (words), LONGEST_WORDS - 1) + 1;
  char       *copy;

  if (names->chunks->len == 0 || names->used + size > CHUNK_SIZE)
    {
      char *chunk = sodium_malloc (CHUNK_SIZE);

      if (chunk == NULL)
        g_error ("There is no memory for the names of patients");
      g_ptr_array_add (names->chunks, chunk);
      names->used = 0;
    }

  copy = (char *) g_ptr_array_index (names->chunks, names->chunks->len - 1) + names->used;
  memcpy (copy, words, size - 1);
  copy[size - 1] = '\0';
  names->used += size;
  return copy;
}

/**
 * sdm_record_names_add:
 * @id: of a patient who is not in the list yet
 * @words: from sdm_record_names_make_words()
 */
void
sdm_record_names_add (SdmRecordNames *names,
                      const guint8    id[SDM_RECORD_ID_SIZE],
                      const char     *words)
{
  Entry entry;

  memcpy (entry.id, id, sizeof entry.id);
  entry.words = copy_words (names, words);
  g_array_append_val (names->entries, entry);
}

static Entry *
find_entry (SdmRecordNames *names,
            const guint8    id[SDM_RECORD_ID_SIZE],
            guint          *place)
{
  /* Who was added last is most often who is changed. */
  for (guint i = names->entries->len; i > 0; i--)
    {
      Entry *entry = &g_array_index (names->entries, Entry, i - 1);

      if (memcmp (entry->id, id, sizeof entry->id) == 0)
        {
          *place = i - 1;
          return entry;
        }
    }

  return NULL;
}

/**
 * sdm_record_names_change:
 * @words: (nullable): what the patient is found by from now on; %NULL where the patient is removed
 *
 * Notes a change of the transaction that is under way, to be made when it ends.
 */
void
sdm_record_names_change (SdmRecordNames *names,
                         const guint8    id[SDM_RECORD_ID_SIZE],
                         const char     *words)
{
  Change change;

  memcpy (change.id, id, sizeof change.id);
  change.words = g_strdup (words);
  g_array_append_val (names->changes, change);
}

static void
apply_change (SdmRecordNames *names,
              const Change   *change)
{
  guint  place;
  Entry *entry = find_entry (names, change->id, &place);

  if (entry != NULL && change->words == NULL)
    g_array_remove_index_fast (names->entries, place);
  else if (entry != NULL && strcmp (entry->words, change->words) != 0)
    entry->words = copy_words (names, change->words);
  else if (entry == NULL && change->words != NULL)
    sdm_record_names_add (names, change->id, change->words);
}

/**
 * sdm_record_names_end:
 * @good: whether the transaction is on the disk
 *
 * Makes the changes that were noted, or forgets them.
 */
void
sdm_record_names_end (SdmRecordNames *names,
                      gboolean        good)
{
  for (guint i = 0; good && i < names->changes->len; i++)
    apply_change (names, &g_array_index (names->changes, Change, i));
  g_array_set_size (names->changes, 0);
}

/* Finding them */

static gboolean
has_all (const Entry *entry,
         GPtrArray   *beginnings)
{
  for (guint i = 0; i < beginnings->len; i++)
    if (strstr (entry->words, g_ptr_array_index (beginnings, i)) == NULL)
      return FALSE;

  return TRUE;
}

/* What is typed, each word with a space before it. */
static GPtrArray *
read_typed (const char *typed)
{
  GPtrArray *beginnings = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit_set (typed, " \t-,", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = sdm_record_fold_name (parts[i]);

      if (*folded != '\0')
        g_ptr_array_add (beginnings, g_strconcat (" ", folded, NULL));
    }

  return beginnings;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Entry *first = *(Entry *const *) a;
  const Entry *second = *(Entry *const *) b;
  const int    order = strcmp (first->words, second->words);

  return order != 0 ? order : memcmp (first->id, second->id, sizeof first->id);
}

/**
 * sdm_record_names_find:
 * @typed: beginnings of names, in any order
 * @limit: the most that are wanted
 * @is_cut: (out): whether there are more
 *
 * Returns: (transfer full) (element-type SdmRecordNameMatch): whose names begin so, in order
 *   of their names; nobody where @typed holds no letter
 */
GArray *
sdm_record_names_find (SdmRecordNames *names,
                       const char     *typed,
                       guint           limit,
                       gboolean       *is_cut)
{
  g_autoptr (GPtrArray) beginnings = read_typed (typed);
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SdmRecordNameMatch));

  for (guint i = 0; beginnings->len > 0 && i < names->entries->len; i++)
    {
      Entry *entry = &g_array_index (names->entries, Entry, i);

      if (has_all (entry, beginnings))
        g_ptr_array_add (matches, entry);
    }

  g_ptr_array_sort (matches, compare_words);
  *is_cut = matches->len > limit;
  for (guint i = 0; i < MIN (matches->len, limit); i++)
    {
      const Entry       *entry = g_ptr_array_index (matches, i);
      SdmRecordNameMatch match;

      memcpy (match.id, entry->id, sizeof match.id);
      g_array_append_val (found, match);
    }

  return found;
}
