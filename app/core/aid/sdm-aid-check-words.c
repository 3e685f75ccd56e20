/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-words.h"

#include <string.h>

/* Reads a text once: words, numbers, sentences. A word is looked at when it is first met and
 * kept, as an aid has thousands of words and only some hundreds of different ones. */

#define LONGEST_WORD 64
#define MOST_WORDS   16384 /* then everything is forgotten; no language of ours needs more */

struct _SdmWords
{
  SdmWord **slots; /* nullable entries; n_slots is a power of 2 */
  guint     n_slots;
  guint     n_words;
  GArray   *tokens; /* of the text that was read last */
  guint     check;  /* number of the check, for SdmWord.left_out */
};

/* What words give away. A star stands for any ending. */
/* clang-format off */
static const struct
{
  const char  *word;
  SdmWordFlags flags;
} special_words[] = {
  { "best", SDM_WORD_LOADED }, { "recommend*", SDM_WORD_LOADED }, { "ideal", SDM_WORD_LOADED },
  { "simply", SDM_WORD_LOADED }, { "obviously", SDM_WORD_LOADED }, { "unfortunately", SDM_WORD_LOADED },
  { "sadly", SDM_WORD_LOADED }, { "lucky", SDM_WORD_LOADED }, { "luckily", SDM_WORD_LOADED },
  { "dangerous", SDM_WORD_LOADED }, { "harmless", SDM_WORD_LOADED }, { "proven", SDM_WORD_LOADED },
  { "powerful", SDM_WORD_LOADED }, { "failed", SDM_WORD_LOADED }, { "refuse*", SDM_WORD_LOADED },
  { "noncomplian*", SDM_WORD_LOADED }, { "suffer*", SDM_WORD_LOADED }, { "victim*", SDM_WORD_LOADED },
  { "aggressive", SDM_WORD_LOADED }, { "mild", SDM_WORD_LOADED },
  { "better", SDM_WORD_PAIR }, { "should", SDM_WORD_PAIR }, { "just", SDM_WORD_PAIR }, { "only", SDM_WORD_PAIR },
  { "of", SDM_WORD_PAIR }, { "gold", SDM_WORD_PAIR }, { "safe", SDM_WORD_PAIR }, { "non", SDM_WORD_PAIR },
  { "twice", SDM_WORD_PAIR }, { "times", SDM_WORD_PAIR }, { "by", SDM_WORD_PAIR }, { "a", SDM_WORD_PAIR },
  { "half", SDM_WORD_PAIR }, { "relative", SDM_WORD_PAIR },
  { "rare", SDM_WORD_FREQUENCY }, { "rarely", SDM_WORD_FREQUENCY }, { "common", SDM_WORD_FREQUENCY },
  { "commonly", SDM_WORD_FREQUENCY }, { "uncommon", SDM_WORD_FREQUENCY }, { "unusual", SDM_WORD_FREQUENCY },
  { "frequent*", SDM_WORD_FREQUENCY }, { "seldom", SDM_WORD_FREQUENCY },
  { "often", SDM_WORD_VAGUE }, { "usually", SDM_WORD_VAGUE }, { "many", SDM_WORD_VAGUE }, { "most", SDM_WORD_VAGUE },
  { "few", SDM_WORD_VAGUE },
  { "acute", SDM_WORD_DOUBLE }, { "complaint", SDM_WORD_DOUBLE }, { "complaints", SDM_WORD_DOUBLE },
  { "insult", SDM_WORD_DOUBLE }, { "negative", SDM_WORD_DOUBLE }, { "positive", SDM_WORD_DOUBLE },
  { "progressive", SDM_WORD_DOUBLE }, { "significant", SDM_WORD_DOUBLE }, { "significantly", SDM_WORD_DOUBLE },
  { "stool", SDM_WORD_DOUBLE }, { "stools", SDM_WORD_DOUBLE }, { "theatre", SDM_WORD_DOUBLE },
  { "unremarkable", SDM_WORD_DOUBLE },
  { "halve*", SDM_WORD_RELATIVE }, { "halving", SDM_WORD_RELATIVE }, { "doubles", SDM_WORD_RELATIVE },
  { "doubled", SDM_WORD_RELATIVE }, { "doubling", SDM_WORD_RELATIVE }, { "double", SDM_WORD_PAIR },
  { "triples", SDM_WORD_RELATIVE }, { "tripled", SDM_WORD_RELATIVE }, { "tripling", SDM_WORD_RELATIVE }, { "twofold", SDM_WORD_RELATIVE },
  { "threefold", SDM_WORD_RELATIVE }, { "likelier", SDM_WORD_RELATIVE }, { "odds", SDM_WORD_RELATIVE },
  { "one", SDM_WORD_ONE }, { "two", SDM_WORD_NUMBER }, { "three", SDM_WORD_NUMBER }, { "four", SDM_WORD_NUMBER }, { "five", SDM_WORD_NUMBER },
  { "six", SDM_WORD_NUMBER }, { "seven", SDM_WORD_NUMBER }, { "eight", SDM_WORD_NUMBER }, { "nine", SDM_WORD_NUMBER },
  { "ten", SDM_WORD_NUMBER }, { "twelve", SDM_WORD_NUMBER }, { "fifteen", SDM_WORD_NUMBER }, { "twenty", SDM_WORD_NUMBER },
  { "thirty", SDM_WORD_NUMBER }, { "forty", SDM_WORD_NUMBER }, { "fifty", SDM_WORD_NUMBER }, { "hundred", SDM_WORD_NUMBER },
  { "thousand", SDM_WORD_NUMBER },
};

/* Words of which the rule of thumb would count the beats wrongly. */
static const struct
{
  const char *word;
  guint       syllables;
} counted_words[] = {
  { "people", 2 }, { "tablets", 2 }, { "tablet", 2 }, { "every", 2 }, { "trial", 2 }, { "trials", 2 }, { "diabetes", 4 },
  { "being", 2 }, { "area", 3 }, { "idea", 3 }, { "science", 2 }, { "quiet", 2 }, { "diet", 2 }, { "someone", 2 },
  { "something", 2 }, { "sometimes", 2 }, { "more", 1 }, { "fewer", 2 }, { "years", 1 }, { "sure", 1 }, { "lower", 2 },
  { "higher", 2 }, { "our", 1 }, { "hour", 1 }, { "were", 1 }, { "there", 1 }, { "where", 1 }, { "else", 1 },
  { "themselves", 2 }, { "whole", 1 }, { "while", 1 }, { "alive", 2 }, { "create", 2 }, { "risk", 1 }, { "used", 1 },
  { "likely", 2 }, { "lives", 1 }, { "lived", 1 }, { "times", 1 }, { "changes", 2 }, { "ones", 1 }, { "once", 1 },
  { "liver", 2 }, { "cholesterol", 4 }, { "medicine", 3 }, { "medicines", 3 }, { "blood", 1 }, { "heart", 1 },
  { "your", 1 }, { "you", 1 }, { "one", 1 }, { "done", 1 }, { "gone", 1 }, { "because", 2 }, { "before", 2 },
  { "careful", 2 }, { "safely", 2 }, { "lightheaded", 3 },
};
/* clang-format on */

/* Syllables */

static guint
find_counted (const char *word,
              gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counted_words); i++)
    if (strncmp (counted_words[i].word, word, length) == 0 && counted_words[i].word[length] == '\0')
      return counted_words[i].syllables;

  return 0;
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static gboolean
has_ending (const char        *word,
            const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (word, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_any (const char        *word,
         const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (word, parts[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Two vowels that are spoken apart: "ia", "io" but not "ion", "ua", "eo", with a letter after them. */
static gboolean
has_hiatus (const char *word)
{
  for (const char *p = word; p[0] != '\0' && p[1] != '\0'; p++)
    {
      if (p[0] == 'i' && p[1] == 'o' && p[2] != '\0' && p[2] != 'n' && p[3] != '\0')
        return TRUE;
      if (p[2] != '\0' && (strncmp (p, "ia", 2) == 0 || strncmp (p, "ua", 2) == 0 || strncmp (p, "eo", 2) == 0))
        return TRUE;
    }

  return FALSE;
}

/* @word: small letters only. Groups of vowels, less the silent ones at the end. */
static guint
count_syllables (const char *word)
{
  static const char *const spoken_e[] = { "le", "ee", "ye", "oe", NULL };
  static const char *const spoken_es[] = { "ses", "xes", "zes", "ches", "shes", "ces", "ges", "les", NULL };
  static const char *const spoken_ed[] = { "ted", "ded", NULL };
  static const char *const one_beat[] = { "tion", "cial", "tial", "cious", "tious", NULL };
  const gsize              length = strlen (word);
  guint                    count = find_counted (word, length);

  if (count == 0 && length > 1 && word[length - 1] == 's')
    count = find_counted (word, length - 1);
  if (count > 0)
    return count;

  for (gsize i = 0; i < length; i++)
    if (is_vowel (word[i]) && (i == 0 || !is_vowel (word[i - 1])))
      count++;
  if (count > 1 && g_str_has_suffix (word, "e") && !has_ending (word, spoken_e))
    count--;
  if (count > 1 && g_str_has_suffix (word, "es") && !has_ending (word, spoken_es))
    count--;
  if (count > 1 && g_str_has_suffix (word, "ed") && !has_ending (word, spoken_ed))
    count--;
  if (has_hiatus (word) && !has_any (word, one_beat))
    count++;

  return MAX (count, 1);
}

/* Words */

static guint
get_flags (const char *letters)
{
  guint flags = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (special_words); i++)
    {
      const char *word = special_words[i].word;
      const gsize stem = strcspn (word, "*");

      if (strncmp (letters, word, stem) == 0 && (word[stem] == '*' || letters[stem] == '\0'))
        flags |= special_words[i].flags;
    }

  return flags;
}

static SdmWord *
new_word (const char *lower,
          guint       hash)
{
  SdmWord         *word = g_new0 (SdmWord, 1);
  g_autofree char *letters = g_malloc (strlen (lower) + 1);
  gsize            n = 0;

  word->lower = g_strdup (lower);
  word->hash = hash;

  /* Beats are those of the letters alone; what leans is the word before an apostrophe. */
  for (const char *p = lower; *p != '\0'; p++)
    if (g_ascii_islower (*p))
      letters[n++] = *p;
  letters[n] = '\0';
  word->syllables = count_syllables (letters);
  letters[MIN (n, strspn (lower, "abcdefghijklmnopqrstuvwxyz"))] = '\0';
  word->flags = get_flags (letters);

  return word;
}

static void
free_word (SdmWord *word)
{
  g_free ((char *) word->lower);
  g_free (word);
}

static void
forget (SdmWords *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    g_clear_pointer (&self->slots[i], free_word);
  self->n_words = 0;
}

static void
place (SdmWords *self,
       SdmWord  *word)
{
  guint slot = word->hash & (self->n_slots - 1);

  while (self->slots[slot] != NULL)
    slot = (slot + 1) & (self->n_slots - 1);
  self->slots[slot] = word;
}

static void
grow (SdmWords *self)
{
  SdmWord   **before = self->slots;
  const guint n_before = self->n_slots;

  self->n_slots = n_before * 2;
  self->slots = g_new0 (SdmWord *, self->n_slots);
  for (guint i = 0; i < n_before; i++)
    if (before[i] != NULL)
      place (self, before[i]);
  g_free (before);
}

static SdmWord *
look_up (SdmWords   *self,
         const char *lower,
         guint       hash)
{
  SdmWord *word;

  for (guint slot = hash & (self->n_slots - 1); self->slots[slot] != NULL; slot = (slot + 1) & (self->n_slots - 1))
    if (self->slots[slot]->hash == hash && strcmp (self->slots[slot]->lower, lower) == 0)
      return self->slots[slot];

  if (self->n_words * 2 >= self->n_slots)
    grow (self);
  word = new_word (lower, hash);
  place (self, word);
  self->n_words++;

  return word;
}

/* Public API */

SdmWords *
sdm_words_new (void)
{
  SdmWords *self = g_new0 (SdmWords, 1);

  self->n_slots = 4096;
  self->slots = g_new0 (SdmWord *, self->n_slots);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (SdmToken));

  return self;
}

void
sdm_words_free (SdmWords *self)
{
  forget (self);
  g_free (self->slots);
  g_array_unref (self->tokens);
  g_free (self);
}

/* The apostrophe of typesetters, three bytes. */
static gboolean
is_apostrophe (const char *p)
{
  return p[0] == '\xe2' && p[1] == '\x80' && p[2] == '\x99';
}

/* Every letter of an aid comes by here. */
static gboolean
is_letter (char c)
{
  return (guchar) (c | 0x20) - (guint) 'a' < 26;
}

/* Reads the word at @p and returns the byte after it. */
static const char *
read_word (SdmWords   *self,
           const char *p,
           SdmToken   *token)
{
  char  lower[LONGEST_WORD + 3 + 1];
  gsize n = 0;
  guint hash = 5381;

  *token = (SdmToken){ .start = p };
  while (is_letter (*p) || *p == '\'' || is_apostrophe (p))
    {
      const guint n_bytes = *p == '\xe2' ? 3 : 1;

      for (guint i = 0; i < n_bytes; i++, p++)
        {
          const gboolean is_capital = is_letter (*p) && (*p & 0x20) == 0;
          const char     c = is_capital ? (char) (*p | 0x20) : *p;

          token->capitals += is_capital ? 1 : 0;
          hash = hash * 33 + (guchar) c;
          if (n < LONGEST_WORD)
            lower[n++] = c;
        }
    }
  lower[n] = '\0';
  token->length = (guint) (p - token->start);
  token->word = look_up (self, lower, hash);

  return p;
}

static const char *
read_number (const char *p,
             SdmToken   *token,
             SdmProse   *prose)
{
  const char  *end = p;
  const char  *start;
  const char  *next = p;
  SdmNumberKey key;

  for (const char *q = p; g_ascii_isdigit (*q) || *q == ',' || *q == '.'; q++)
    if (g_ascii_isdigit (*q))
      end = q + 1;
  *token = (SdmToken){ .start = p, .length = (guint) (end - p) };
  while (next < end && (next = sdm_number_find (next, &start, &key)) != NULL && start < end)
    prose->figures++;

  return end;
}

/**
 * sdm_words_leave_out:
 * @names: names that do not count for the reading age from now on; no others do
 *
 * Begins the check of another aid.
 */
void
sdm_words_leave_out (SdmWords          *self,
                     const char *const *names)
{
  if (self->n_words > MOST_WORDS)
    forget (self);

  self->check++;
  for (guint i = 0; names[i] != NULL; i++)
    {
      SdmToken token;

      if (!g_ascii_isalpha (names[i][0]) || *read_word (self, names[i], &token) != '\0')
        continue;
      ((SdmWord *) token.word)->left_out = self->check;
    }
}

gboolean
sdm_words_is_left_out (SdmWords      *self,
                       const SdmWord *word)
{
  return word->left_out == self->check;
}

/**
 * sdm_words_read:
 * @text: what a person reads, placeholders filled
 * @prose: (out): what was counted in it
 *
 * A full stop, question or exclamation mark, or colon ends a sentence where a space follows.
 */
void
sdm_words_read (SdmWords   *self,
                const char *text,
                SdmProse   *prose)
{
  gboolean new_sentence = TRUE; /* no scored word yet since the last end, colons too */
  guint    in_sentence = 0;     /* words since the last end without colons */

  *prose = (SdmProse){ 0 };
  g_array_set_size (self->tokens, 0);
  for (const char *p = text; *p != '\0';)
    {
      SdmToken token;
      gboolean scored = TRUE;

      if (g_ascii_isalpha (*p))
        {
          p = read_word (self, p, &token);
          scored = token.word->left_out != self->check;
        }
      else if (g_ascii_isdigit (*p))
        {
          p = read_number (p, &token, prose);
        }
      else
        {
          if (g_ascii_isspace (p[1]) && (*p == '.' || *p == '!' || *p == '?' || *p == ':'))
            {
              new_sentence = TRUE;
              in_sentence = *p == ':' ? in_sentence : 0;
            }
          p++;
          continue;
        }

      g_array_append_val (self->tokens, token);
      prose->words++;
      in_sentence++;
      prose->longest = MAX (prose->longest, in_sentence);
      if (!scored)
        continue;
      prose->scored_words++;
      prose->syllables += token.word != NULL ? token.word->syllables : 1;
      prose->sentences += new_sentence ? 1 : 0;
      new_sentence = FALSE;
    }
}

/**
 * sdm_words_get_tokens:
 *
 * Returns: (transfer none) (array length=n_tokens): the words and numbers of the text that was
 *   read last, until the next one is read
 */
const SdmToken *
sdm_words_get_tokens (SdmWords *self,
                      guint    *n_tokens)
{
  *n_tokens = self->tokens->len;

  return (const SdmToken *) (gpointer) self->tokens->data;
}

/* Prose */

void
sdm_prose_add (SdmProse       *self,
               const SdmProse *other)
{
  self->words += other->words;
  self->scored_words += other->scored_words;
  self->sentences += other->sentences;
  self->syllables += other->syllables;
  self->figures += other->figures;
  self->longest = MAX (self->longest, other->longest);
}

/**
 * sdm_prose_get_ease:
 *
 * Flesch reading ease: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word
 * (R. Flesch, A new readability yardstick, Journal of Applied Psychology 1948; 32: 221-233).
 * Syllables are counted by a rule of thumb, so it is good to a few points.
 *
 * Returns: the reading ease, higher for easier; 0 where there are no words
 */
double
sdm_prose_get_ease (const SdmProse *self)
{
  if (self->scored_words == 0 || self->sentences == 0)
    return 0;

  return 206.835 - 1.015 * self->scored_words / self->sentences - 84.6 * self->syllables / self->scored_words;
}

/**
 * sdm_prose_get_age:
 *
 * Flesch-Kincaid grade, 0.39 × words a sentence + 11.8 × syllables a word − 15.59, and 5
 * years for the age at which the first grade begins (J. P. Kincaid and others, Derivation of new
 * readability formulas for Navy enlisted personnel, Research Branch Report 8-75, 1975).
 * Names that are left out do not count, and a number counts as one short word.
 *
 * Returns: the age in years, at least 5; 0 where there are no words
 */
double
sdm_prose_get_age (const SdmProse *self)
{
  double grade;

  if (self->scored_words == 0 || self->sentences == 0)
    return 0;
  grade = 0.39 * self->scored_words / self->sentences + 11.8 * self->syllables / self->scored_words - 15.59;

  return MAX (grade + 5, 5);
}

/* Numbers */

static SdmNumberKey
add_to_key (SdmNumberKey key,
            char         c)
{
  return key << 4 | (c == '.' ? 11u : (guint) (c - '0') + 1);
}

static gboolean
are_digits (const char *p,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;

  return TRUE;
}

/**
 * sdm_number_find:
 * @text: where to look
 * @start: (out): the first digit
 * @key: (out): the number, for comparison
 *
 * Finds the next number: digits, groups of three after commas, a point with digits.
 *
 * Returns: (nullable): the byte after it, or %NULL where there is none
 */
const char *
sdm_number_find (const char   *text,
                 const char  **start,
                 SdmNumberKey *key)
{
  const char *p = text;
  guint       n = 0;

  while (*p != '\0' && !g_ascii_isdigit (*p))
    p++;
  if (*p == '\0')
    return NULL;

  *start = p;
  *key = 0;
  for (; g_ascii_isdigit (*p); p++, n++)
    *key = add_to_key (*key, *p);
  for (; *p == ',' && are_digits (p + 1, 3); p += 4, n += 3)
    for (guint i = 1; i <= 3; i++)
      *key = add_to_key (*key, p[i]);
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (*key = add_to_key (*key, *p++), n++; g_ascii_isdigit (*p); p++, n++)
      *key = add_to_key (*key, *p);
  if (n > 16)
    *key = 0;

  return p;
}

/**
 * sdm_number_key:
 *
 * Returns: the key of a count
 */
SdmNumberKey
sdm_number_key (guint number)
{
  SdmNumberKey key = 0;
  guint        shift = 0;

  do
    {
      key |= (SdmNumberKey) (number % 10 + 1) << shift;
      shift += 4;
      number /= 10;
    }
  while (number > 0);

  return key;
}

/**
 * sdm_number_key_from_text:
 * @decimal: a decimal as the format writes it; its sign does not count, as it is told in words
 *
 * Returns: the key of the number, or 0 where there is none
 */
SdmNumberKey
sdm_number_key_from_text (const char *decimal)
{
  const char  *start;
  SdmNumberKey key = 0;

  sdm_number_find (decimal, &start, &key);

  return key;
}
