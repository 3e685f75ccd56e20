/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-spelling.h"

#include <string.h>

#include "sdm-triggers.h"
#include "sdm-words-common.h"

/* So much is looked at; what is longer is a speech, and a few slips in it do not matter. */
#define TEXT_MOST 400
/* Shorter words are too like one another. */
#define WORD_LEAST 4
#define WORD_MOST  20
/* From so many letters on, two of them may be wrong. */
#define WORD_LONG 8

/**
 * SdmSpelling:
 *
 * The words that may be meant when somebody types in a hurry. A word that is not known is taken for the
 * known one that is nearest, if one is near.
 */
struct _SdmSpelling
{
  const SdmSpelling *base;                     /* nullable: knows other words; outlives this */
  GHashTable        *known;                    /* words and stems */
  GPtrArray         *by_letter['z' - 'a' + 1]; /* words, owned by the table above */
};

/* clang-format off */
static const struct
{
  const char *typed;
  const char *meant;
} in_short[] = {
  { "u", "you" }, { "ur", "your" }, { "r", "are" }, { "y", "why" }, { "wat", "what" }, { "wot", "what" }, { "hw", "how" },
  { "whats", "what is" }, { "hows", "how is" }, { "wheres", "where is" }, { "whos", "who is" }, { "whens", "when is" },
  { "im", "i am" }, { "ive", "i have" }, { "youre", "you are" }, { "youve", "you have" }, { "thats", "that is" }, { "theres", "there is" },
  { "dont", "do not" }, { "doesnt", "does not" }, { "didnt", "did not" }, { "cant", "can not" }, { "wont", "will not" },
  { "havent", "have not" }, { "isnt", "is not" }, { "arent", "are not" }, { "wasnt", "was not" }, { "wouldnt", "would not" },
  { "pls", "please" }, { "plz", "please" }, { "thx", "thanks" }, { "ty", "thank you" }, { "ppl", "people" }, { "tmrw", "tomorrow" },
  { "b4", "before" }, { "coz", "because" }, { "cos", "because" }, { "alot", "a lot" }, { "abt", "about" }, { "hv", "have" },
  { "hav", "have" }, { "wen", "when" }, { "abx", "antibiotics" }, { "bp", "blood pressure" }, { "uni", "university" }, { "pt", "patient" },
};
/* clang-format on */

/**
 * sdm_spelling_new:
 *
 * @base: (nullable): whose words are known too; it is not copied, and must outlive the new one
 *
 * Returns: (transfer full): without a base it knows the common words only
 */
SdmSpelling *
sdm_spelling_new (const SdmSpelling *base)
{
  SdmSpelling *self = g_new0 (SdmSpelling, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (self->by_letter); i++)
    self->by_letter[i] = g_ptr_array_new ();
  self->base = base;
  if (base == NULL)
    {
      sdm_spelling_learn (self, sdm_words_get_small ());
      sdm_spelling_learn (self, sdm_words_get_common ());
    }

  return self;
}

void
sdm_spelling_free (SdmSpelling *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->by_letter); i++)
    g_ptr_array_unref (self->by_letter[i]);
  g_hash_table_unref (self->known);
  g_free (self);
}

static gboolean
knows (const SdmSpelling *self,
       const char        *word)
{
  return g_hash_table_contains (self->known, word) || (self->base != NULL && knows (self->base, word));
}

/**
 * sdm_spelling_learn:
 *
 * Makes every word of a text known.
 */
void
sdm_spelling_learn (SdmSpelling *self,
                    const char  *text)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new (text);
  g_auto (GStrv) words = g_strsplit (sdm_asked_get_words (asked), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word;
      char *stem;

      if (words[i][0] == '\0' || knows (self, words[i]))
        continue;
      word = g_strdup (words[i]);
      g_hash_table_add (self->known, word);
      if (g_ascii_islower (word[0]))
        g_ptr_array_add (self->by_letter[word[0] - 'a'], word);
      /* To add what is there already would take the word away that the list has. */
      stem = sdm_stem (words[i]);
      if (g_hash_table_contains (self->known, stem))
        g_free (stem);
      else
        g_hash_table_add (self->known, stem);
    }
}

/* How many letters were left out, put in, changed or exchanged with the next one; at most @most + 1. */
static guint
count_slips (const char *typed,
             const char *meant,
             guint       most)
{
  const gsize n = strlen (typed);
  const gsize m = strlen (meant);
  guint       rows[3][WORD_MOST + 2];

  if (m > WORD_MOST || n > m + most || m > n + most)
    return most + 1;
  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3];
      guint *above = rows[(i - 1) % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (above[j] + 1, row[j - 1] + 1), above[j - 1] + (typed[i - 1] != meant[j - 1]));
          if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
            row[j] = MIN (row[j], rows[(i - 2) % 3][j - 2] + 1);
        }
    }

  return MIN (rows[n % 3][m], most + 1);
}

/* The known word that is nearest; of several the one that was learnt first, and of one's own before those of
 * the base. People seldom miss the first letter. */
static const char *
find_nearest (const SdmSpelling *self,
              const char        *typed,
              guint              most)
{
  const gsize length = strlen (typed);
  const char *nearest = NULL;
  GPtrArray  *words;

  if (length < WORD_LEAST || length > WORD_MOST || !g_ascii_islower (typed[0]))
    return NULL;
  words = self->by_letter[typed[0] - 'a'];
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const guint slips = strlen (word) >= WORD_LEAST ? count_slips (typed, word, most) : most + 1;

      if (slips <= most && (nearest == NULL || slips < most))
        {
          nearest = word;
          most = slips;
        }
    }
  /* With fewer slips, one of the base is nearer. */
  if (self->base != NULL && (nearest == NULL || most > 1))
    {
      const char *other = find_nearest (self->base, typed, nearest == NULL ? most : most - 1);

      nearest = other != NULL ? other : nearest;
    }

  return nearest;
}

static const char *
find_meant (const SdmSpelling *self,
            const char        *typed)
{
  g_autofree char *stem = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (in_short); i++)
    if (strcmp (in_short[i].typed, typed) == 0)
      return in_short[i].meant;
  if (knows (self, typed))
    return NULL;
  stem = sdm_stem (typed);
  if (knows (self, stem))
    return NULL;

  return find_nearest (self, typed, strlen (typed) >= WORD_LONG ? 2 : 1);
}

static void
mend_word (const SdmSpelling *self,
           const char        *start,
           gsize              length,
           GString           *mended)
{
  g_autofree char *typed = g_ascii_strdown (start, (gssize) length);
  const char      *meant = find_meant (self, typed);

  if (meant != NULL)
    g_string_append (mended, meant);
  else
    g_string_append_len (mended, start, (gssize) length);
}

static gboolean
is_in_word (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

/**
 * sdm_spelling_mend:
 * @text: what was typed, valid UTF-8
 *
 * Returns: (transfer full): what may be meant: the same, with what people type in short written out, and
 *   slips mended; marks stay where they are
 */
char *
sdm_spelling_mend (const SdmSpelling *self,
                   const char        *text)
{
  GString    *mended;
  const char *p = text;

  if (strlen (text) > TEXT_MOST)
    return g_strdup (text);

  mended = g_string_new (NULL);
  while (*p != '\0')
    {
      const char *start = p;
      gboolean    is_plain = TRUE;

      while (is_in_word (*p))
        is_plain = (*p++ & 0x80) == 0 && is_plain;
      /* "don't" stays together, and is no slip. */
      if (p > start && is_plain && *p != '\'' && (start == text || start[-1] != '\''))
        mend_word (self, start, (gsize) (p - start), mended);
      else
        g_string_append_len (mended, start, p - start);
      if (*p != '\0')
        g_string_append_c (mended, *p++);
    }

  return g_string_free (mended, FALSE);
}
