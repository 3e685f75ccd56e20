/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-triggers.h"

#include <string.h>

#include "sdm-words-alike.h"

/*
 * What a made-up person answers to. A trigger is a list of terms that must all occur: a word "dog",
 * a phrase "stand up", or a beginning "walk*". Words and phrases are found as they stand and by their
 * stems, so that "dog" answers to "dogs". Beginnings are found only as they stand. For everyday things
 * another word for a term counts too, and counts less; what is hidden is not found by that.
 */

/**
 * SdmAsked:
 *
 * What was asked, made ready for the search for triggers.
 */
struct _SdmAsked
{
  char *words; /* small letters and digits, one space between words and around */
  char *stems; /* the same, each word by its stem */
};

/* A term, made ready to be looked for. */
typedef struct
{
  char      *words;
  char      *stems; /* NULL for a beginning, and for what must stand as it is */
  GPtrArray *alike; /* stems of other words for it; NULL where none count */
  gsize      letters;
} Term;

/* Terms that must all occur. */
typedef struct
{
  GArray     *terms;
  const char *text; /* of its first term; lives elsewhere */
} Trigger;

/**
 * SdmTriggers:
 *
 * Triggers, any of which is enough.
 */
struct _SdmTriggers
{
  GArray *any_of;
};

/* Stems: step 1 of M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980,
 * pages 130 to 137. It takes off the endings of plurals, -ed and -ing, and no others: the later
 * steps join words that mean different things to people who talk about their lives. */

static gboolean
is_vowel (const char *word,
          gsize       i)
{
  return strchr ("aeiou", word[i]) != NULL || (word[i] == 'y' && i > 0 && !is_vowel (word, i - 1));
}

static gboolean
has_vowel (const char *word,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (is_vowel (word, i))
      return TRUE;

  return FALSE;
}

/* How many times vowels are followed by consonants: Porter's m. */
static guint
measure (const char *word,
         gsize       length)
{
  guint m = 0;

  for (gsize i = 1; i < length; i++)
    if (is_vowel (word, i - 1) && !is_vowel (word, i))
      m++;

  return m;
}

static gboolean
ends (const GString *word,
      const char    *ending)
{
  return word->len > strlen (ending) && g_str_has_suffix (word->str, ending);
}

static gboolean
ends_short (const GString *word)
{
  const gsize n = word->len;

  return n >= 3 && !is_vowel (word->str, n - 3) && is_vowel (word->str, n - 2) && !is_vowel (word->str, n - 1) &&
         strchr ("wxy", word->str[n - 1]) == NULL;
}

static void
take_off_plural (GString *word)
{
  if (ends (word, "sses") || ends (word, "ies"))
    g_string_truncate (word, word->len - 2);
  else if (ends (word, "s") && !ends (word, "ss"))
    g_string_truncate (word, word->len - 1);
}

/* After -ed or -ing went: "hop(p)" from "hopping", "hope" from "hoping". */
static void
mend (GString *word)
{
  const gsize n = word->len;

  if (ends (word, "at") || ends (word, "bl") || ends (word, "iz"))
    g_string_append_c (word, 'e');
  else if (n >= 2 && word->str[n - 1] == word->str[n - 2] && !is_vowel (word->str, n - 1) && strchr ("lsz", word->str[n - 1]) == NULL)
    g_string_truncate (word, n - 1);
  else if (measure (word->str, n) == 1 && ends_short (word))
    g_string_append_c (word, 'e');
}

static void
take_off_past (GString *word)
{
  const gsize n = word->len;
  gsize       ending = 0;

  if (ends (word, "eed"))
    {
      if (measure (word->str, n - 3) > 0)
        g_string_truncate (word, n - 1);
      return;
    }
  if (ends (word, "ed"))
    ending = 2;
  else if (ends (word, "ing"))
    ending = 3;
  if (ending > 0 && has_vowel (word->str, n - ending))
    {
      g_string_truncate (word, n - ending);
      mend (word);
    }
}

/**
 * sdm_stem:
 * @word: in small letters
 *
 * Returns: (transfer full): the word without the endings of plurals, -ed and -ing; a stem, and not always a word
 */
char *
sdm_stem (const char *word)
{
  GString *stem = g_string_new (sdm_words_get_base (word));

  if (stem->len > 2)
    {
      take_off_plural (stem);
      take_off_past (stem);
      if (ends (stem, "y") && has_vowel (stem->str, stem->len - 1))
        stem->str[stem->len - 1] = 'i';
    }

  return g_string_free (stem, FALSE);
}

/* Words */

static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString         *folded = g_string_new (" ");

  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_islower (*p) || g_ascii_isdigit (*p))
      g_string_append_c (folded, *p);
    else if (g_unichar_ismark (g_utf8_get_char (p)))
      continue;
    else if (folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  if (folded->str[folded->len - 1] != ' ' || folded->len == 1)
    g_string_append_c (folded, ' ');

  return g_string_free (folded, FALSE);
}

static char *
stem_all (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *stems = g_string_new (" ");

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        g_autofree char *stem = sdm_stem (words[i]);

        g_string_append_printf (stems, "%s ", stem);
      }
  if (stems->len == 1)
    g_string_append_c (stems, ' ');

  return g_string_free (stems, FALSE);
}

/**
 * sdm_asked_new:
 * @text: anything that a person may type
 *
 * Returns: (transfer full): the same, ready for sdm_triggers_match()
 */
SdmAsked *
sdm_asked_new (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  SdmAsked        *self = g_new0 (SdmAsked, 1);

  self->words = fold (valid);
  self->stems = stem_all (self->words);

  return self;
}

void
sdm_asked_free (SdmAsked *self)
{
  g_free (self->words);
  g_free (self->stems);
  g_free (self);
}

/**
 * sdm_asked_get_words:
 *
 * Returns: small letters and digits, with one space between words and around
 */
const char *
sdm_asked_get_words (const SdmAsked *self)
{
  return self->words;
}

/**
 * sdm_asked_get_stems:
 *
 * Returns: the same, each word by its stem
 */
const char *
sdm_asked_get_stems (const SdmAsked *self)
{
  return self->stems;
}

guint
sdm_asked_get_n_words (const SdmAsked *self)
{
  guint n = 0;

  for (const char *p = self->words; *p != '\0'; p++)
    n += *p != ' ' && p[1] == ' ';

  return n;
}

/* Terms */

static void
init_term (Term       *term,
           const char *text,
           gboolean    with_alike)
{
  const gsize    length = strlen (text);
  const gboolean is_beginning = g_str_has_suffix (text, "*");

  memset (term, 0, sizeof *term);
  term->letters = length;
  if (is_beginning)
    term->words = g_strdup_printf (" %.*s", (int) length - 1, text);
  else if (text[0] == '=')
    term->words = g_strdup_printf (" %s ", text + 1);
  else
    {
      term->words = g_strdup_printf (" %s ", text);
      term->stems = stem_all (term->words);
    }
  if (with_alike)
    {
      term->alike = g_ptr_array_new_with_free_func (g_free);
      sdm_words_add_alike (is_beginning ? term->words : term->stems, is_beginning, term->alike);
    }
}

static void
clear_term (gpointer data)
{
  Term *term = data;

  g_free (term->words);
  g_free (term->stems);
  g_clear_pointer (&term->alike, g_ptr_array_unref);
}

/* Returns: how many letters of it count, a quarter of them for another word, and 0 where it is not there. */
static gsize
find_term (const SdmAsked *asked,
           const Term     *term)
{
  if (strstr (asked->words, term->words) != NULL || (term->stems != NULL && strstr (asked->stems, term->stems) != NULL))
    return MAX (term->letters, 2);
  for (guint i = 0; term->alike != NULL && i < term->alike->len; i++)
    if (strstr (asked->stems, g_ptr_array_index (term->alike, i)) != NULL)
      return MAX (term->letters / 4, 1);

  return 0;
}

/**
 * sdm_asked_has:
 * @term: a word, a phrase, or a beginning that ends in "*"
 */
gboolean
sdm_asked_has (const SdmAsked *self,
               const char     *term)
{
  Term     ready;
  gboolean has;

  init_term (&ready, term, FALSE);
  has = find_term (self, &ready) > 0;
  clear_term (&ready);

  return has;
}

static void
clear_trigger (gpointer data)
{
  Trigger *trigger = data;

  g_array_unref (trigger->terms);
}

static SdmTriggers *
new_empty (void)
{
  SdmTriggers *self = g_new0 (SdmTriggers, 1);

  self->any_of = g_array_new (FALSE, FALSE, sizeof (Trigger));
  g_array_set_clear_func (self->any_of, clear_trigger);

  return self;
}

static void
add_term (Trigger    *trigger,
          const char *text,
          gboolean    with_alike)
{
  Term term;

  init_term (&term, text, with_alike);
  g_array_append_val (trigger->terms, term);
  if (trigger->text == NULL)
    trigger->text = text;
}

static Trigger
new_trigger (void)
{
  Trigger trigger = { .terms = g_array_new (FALSE, FALSE, sizeof (Term)) };

  g_array_set_clear_func (trigger.terms, clear_term);

  return trigger;
}

/**
 * sdm_triggers_new:
 * @any_of: a list of lists of terms, as "any_of" in a case
 * @with_alike: whether other words for a term count too
 */
SdmTriggers *
sdm_triggers_new (json_t  *any_of,
                  gboolean with_alike)
{
  SdmTriggers *self = new_empty ();
  json_t      *all_of;
  json_t      *text;
  size_t       i;
  size_t       t;

  json_array_foreach (any_of, i, all_of)
    {
      Trigger trigger = new_trigger ();

      json_array_foreach (all_of, t, text)
        add_term (&trigger, json_string_value (text), with_alike);
      g_array_append_val (self->any_of, trigger);
    }

  return self;
}

/**
 * sdm_triggers_new_for_terms:
 * @terms: (array length=n_terms): each a trigger of its own; "+" stands between terms that must all occur,
 *   and "=" before one that must stand as it is. Other words for them do not count.
 */
SdmTriggers *
sdm_triggers_new_for_terms (const char *const *terms,
                            gsize              n_terms)
{
  SdmTriggers *self = new_empty ();

  for (gsize i = 0; i < n_terms; i++)
    {
      Trigger trigger = new_trigger ();
      g_auto (GStrv) parts = g_strsplit (terms[i], "+", -1);

      for (guint t = 0; parts[t] != NULL; t++)
        add_term (&trigger, parts[t], FALSE);
      trigger.text = terms[i];
      g_array_append_val (self->any_of, trigger);
    }

  return self;
}

void
sdm_triggers_free (SdmTriggers *self)
{
  g_array_unref (self->any_of);
  g_free (self);
}

/* Returns: the letters that count, 0 where a term is not there. */
static gsize
fit (const Trigger  *trigger,
     const SdmAsked *asked)
{
  gsize letters = 0;

  for (guint t = 0; t < trigger->terms->len; t++)
    {
      const gsize found = find_term (asked, &g_array_index (trigger->terms, Term, t));

      if (found == 0)
        return 0;
      letters += found;
    }

  return letters;
}

/**
 * sdm_triggers_find:
 *
 * Returns: (nullable): the first term of the first trigger that fits, as it was given
 */
const char *
sdm_triggers_find (const SdmTriggers *self,
                   const SdmAsked    *asked)
{
  for (guint i = 0; i < self->any_of->len; i++)
    if (fit (&g_array_index (self->any_of, Trigger, i), asked) > 0)
      return g_array_index (self->any_of, Trigger, i).text;

  return NULL;
}

/**
 * sdm_triggers_find_single:
 *
 * Returns: (nullable): where only triggers of one word fit, the first of them; %NULL where none fits, or one of
 *   several words
 */
const char *
sdm_triggers_find_single (const SdmTriggers *self,
                          const SdmAsked    *asked)
{
  const char *single = NULL;

  for (guint i = 0; i < self->any_of->len; i++)
    {
      const Trigger *trigger = &g_array_index (self->any_of, Trigger, i);

      if (fit (trigger, asked) == 0)
        continue;
      if (trigger->terms->len > 1 || strchr (trigger->text, ' ') != NULL)
        return NULL;
      if (single == NULL)
        single = trigger->text;
    }

  return single;
}

/**
 * sdm_triggers_match:
 *
 * Returns: the letters of the longest trigger that fits, 0 where none does; of a word that stands there in
 *   another's place, a quarter of the letters count
 */
gsize
sdm_triggers_match (const SdmTriggers *self,
                    const SdmAsked    *asked)
{
  gsize best = 0;

  for (guint i = 0; i < self->any_of->len; i++)
    best = MAX (best, fit (&g_array_index (self->any_of, Trigger, i), asked));

  return best;
}
