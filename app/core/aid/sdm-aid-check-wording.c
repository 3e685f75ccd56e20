/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a text says word by word: words that lean, chances without numbers, relative figures,
 * abbreviations. Works on the words of the text that was read last. */

/* One text while it is looked at. */
typedef struct
{
  SdmAidCheck        *check;
  const SdmCheckText *text;
  const SdmToken     *tokens;
  guint               n_tokens;
} Wording;

/* Words that mean something only together; a star stands for any ending. */
/* clang-format off */
static const struct
{
  const char *words[3];
  const char *tag;
} phrases[] = {
  { { "better", "choice" }, "loaded-word" },
  { { "should", "take" }, "loaded-word" },
  { { "just", "a" }, "loaded-word" },
  { { "only", "a" }, "loaded-word" },
  { { "of", "course" }, "loaded-word" },
  { { "gold", "standard" }, "loaded-word" },
  { { "safe", "and" }, "loaded-word" },
  { { "non", "complian*" }, "loaded-word" },
  { { "twice", "as" }, "relative-figure" },
  { { "times", "as" }, "relative-figure" },
  { { "times", "more" }, "relative-figure" },
  { { "times", "less" }, "relative-figure" },
  { { "times", "higher" }, "relative-figure" },
  { { "times", "lower" }, "relative-figure" },
  { { "times", "likelier" }, "relative-figure" },
  { { "double", "the" }, "relative-figure" },
  { { "double", "your" }, "relative-figure" },
  { { "by", "half" }, "relative-figure" },
  { { "by", "a", "third" }, "relative-figure" },
  { { "by", "a", "quarter" }, "relative-figure" },
  { { "by", "a", "fifth" }, "relative-figure" },
  { { "a", "third", "less" }, "relative-figure" },
  { { "a", "third", "fewer" }, "relative-figure" },
  { { "a", "third", "lower" }, "relative-figure" },
  { { "half", "as" }, "relative-figure" },
  { { "half", "the", "risk" }, "relative-figure" },
  { { "half", "the", "chance" }, "relative-figure" },
  { { "relative", "risk" }, "relative-figure" },
};
/* clang-format on */

/* Abbreviations and units that everybody reads as words. */
static const char *const everyday[] = { "gp", "gps", "nhs", "uk", "us", "tv", "ok", "am", "pm", NULL };

static gboolean
is_word (const SdmToken *token,
         const char     *pattern)
{
  const gsize stem = strcspn (pattern, "*");

  return token->word != NULL && strncmp (token->word->lower, pattern, stem) == 0 &&
         (pattern[stem] == '*' || token->word->lower[stem] == '\0');
}

/* Whether nothing but one space or hyphen lies between a word and the next. */
static gboolean
is_joined (const SdmToken *token)
{
  const char *end = token->start + token->length;

  return (*end == ' ' || *end == '-') && end + 1 == token[1].start;
}

static void
tell (Wording    *self,
      const char *tag,
      guint       from,
      guint       to)
{
  const SdmToken  *last = &self->tokens[to];
  g_autofree char *words = g_strndup (self->tokens[from].start, (gsize) (last->start + last->length - self->tokens[from].start));

  /* Translators: "“rare”: Serious harm is rare." */
  sdm_aid_check_add (self->check, tag, self->text->place, _ ("“%s”: %s"), words, self->text->text);
}

/* Words by themselves and in phrases */

static void
check_phrases (Wording *self,
               guint    i)
{
  for (gsize p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      guint n = 0;

      while (n < 3 && phrases[p].words[n] != NULL && i + n < self->n_tokens && is_word (&self->tokens[i + n], phrases[p].words[n]) &&
             (n == 0 || is_joined (&self->tokens[i + n - 1])))
        n++;
      if (n == 3 || phrases[p].words[n] == NULL)
        tell (self, phrases[p].tag, i, i + n - 1);
    }
}

static gboolean
says_not_known (const char *text)
{
  static const char words[] = "we do not know";

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_strncasecmp (p, words, sizeof words - 1) == 0)
      return TRUE;

  return FALSE;
}

static void
check_flags (Wording *self,
             guint    i,
             guint    flags)
{
  if (flags & SDM_WORD_LOADED)
    tell (self, "loaded-word", i, i);
  if (flags & SDM_WORD_DOUBLE)
    tell (self, "double-meaning", i, i);
  if (flags & SDM_WORD_RELATIVE)
    tell (self, "relative-figure", i, i);
  if (flags & SDM_WORD_PAIR)
    check_phrases (self, i);
  if ((flags & (SDM_WORD_FREQUENCY | SDM_WORD_VAGUE)) != 0 && self->text->prose.figures == 0 && !says_not_known (self->text->text))
    tell (self, flags & SDM_WORD_FREQUENCY ? "frequency-word" : "vague-word", i, i);
}

/* Chances */

static SdmNumberKey
get_number (const SdmToken *token)
{
  const char  *start;
  SdmNumberKey key = 0;

  if (token->word == NULL)
    sdm_number_find (token->start, &start, &key);

  return key;
}

static gboolean
is_own_scale (Wording *self)
{
  const SdmOutcome *outcome = self->text->own != NULL ? sdm_aid_find_outcome (self->check->aid, self->text->own) : NULL;

  return outcome != NULL && outcome->show == SDM_SHOW_BARS;
}

/* "10 in 50" is a chance, "10 in 50 people" too; "10 in 2 weeks" and "75 in 8 trials" are not. */
static gboolean
ends_chance (Wording *self,
             guint    last)
{
  static const char *const people[] = { "people", "men", "women", "children", "adults", "patients", "like", "who", "with", "and", "or" };
  const SdmToken          *token = &self->tokens[last];

  if (last + 1 == self->n_tokens || !is_joined (token))
    return TRUE;
  for (guint p = 0; p < G_N_ELEMENTS (people); p++)
    if (is_word (token + 1, people[p]))
      return TRUE;

  return FALSE;
}

/* "3 of 50", "1 in 20", "one in ten" */
static void
check_chance (Wording *self,
              guint    i)
{
  const SdmToken *first = &self->tokens[i];
  gboolean        is_one;
  guint           last = i + 2;
  gboolean        by_of;

  if (i + 2 >= self->n_tokens || first[1].word == NULL || strchr ("io", *first[1].word->lower) == NULL || !is_joined (first))
    return;
  is_one = get_number (first) == sdm_number_key (1) || is_word (first, "one");
  if (is_word (&self->tokens[i + 1], "out") && i + 3 < self->n_tokens)
    last++;
  by_of = is_word (&self->tokens[last - 1], "of");
  if ((!by_of && !is_word (&self->tokens[last - 1], "in")) || !is_joined (&self->tokens[last - 1]))
    return;
  if (is_word (&self->tokens[last], "every") && last + 1 < self->n_tokens)
    last++;

  if (self->tokens[last].word != NULL)
    {
      if (is_one && !by_of && (self->tokens[last].word->flags & SDM_WORD_NUMBER) != 0)
        tell (self, "one-in-x", i, last);
      return;
    }
  if (get_number (&self->tokens[last]) == sdm_number_key (self->check->aid->denominator) || is_own_scale (self))
    return;
  if (!by_of && !ends_chance (self, last))
    return;
  if (is_one && !by_of)
    tell (self, "one-in-x", i, last);
  else if (first->word == NULL)
    tell (self, "denominator-differs", i, last);
}

/* "30% less", "30% of them": relative to what, and of how many? */
static void
check_percent (Wording *self,
               guint    i)
{
  static const char *const relative[] = { "less", "lower", "fewer", "more", "higher", "reduction", "drop", "fall", "rise", "increase" };
  const char              *end = self->tokens[i].start + self->tokens[i].length;
  const gboolean           sign = *end == '%';
  const gboolean           word = !sign && i + 1 < self->n_tokens && is_word (&self->tokens[i + 1], "percent");
  const gboolean           words = !sign && i + 2 < self->n_tokens && is_word (&self->tokens[i + 1], "per") && is_word (&self->tokens[i + 2], "cent");
  const guint              next = i + 1 + (word ? 1 : 0) + (words ? 2 : 0);

  if (!sign && !word && !words)
    return;
  for (guint r = 0; next < self->n_tokens && r < G_N_ELEMENTS (relative); r++)
    if (is_word (&self->tokens[next], relative[r]))
      {
        tell (self, "relative-figure", i, next);
        return;
      }
  for (guint t = 0; t < self->n_tokens; t++)
    if (get_number (&self->tokens[t]) == sdm_number_key (self->check->aid->denominator))
      return;
  tell (self, "percent-alone", i, next - 1);
}

/* Abbreviations */

static gboolean
is_explained_in (json_t     *list,
                 const char *name)
{
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    {
      const char *text = json_string_value (json_is_object (item) ? json_object_get (item, "term") : item);

      if (text != NULL && strstr (text, name) != NULL)
        return TRUE;
      if (is_explained_in (json_object_get (item, "also"), name))
        return TRUE;
    }

  return FALSE;
}

static void
check_capitals (Wording *self,
                guint    i)
{
  const SdmToken  *token = &self->tokens[i];
  const gsize      length = strcspn (token->word->lower, "'\xe2"); /* "NICE's" is NICE */
  guint            n = 0;
  g_autofree char *name = NULL;

  for (gsize c = 0; c < length; c++)
    n += g_ascii_isupper (token->start[c]) ? 1 : 0;
  if (n < 2 || sdm_words_is_left_out (self->check->words, token->word) || g_strv_contains (everyday, token->word->lower))
    return;

  name = g_strndup (token->start, length);
  if (is_explained_in (json_object_get (self->check->root, "glossary"), name) ||
      is_explained_in (sdm_json_get (self->check->root, "readability/not_scored"), name))
    return;

  /* Once is enough: it is mended in one place. */
  if (self->check->abbreviations == NULL)
    self->check->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_add (self->check->abbreviations, g_steal_pointer (&name)))
    tell (self, "abbreviation", i, i);
}

/**
 * sdm_aid_check_wording:
 * @text: the text whose words were read last
 *
 * Checks how one text is worded.
 */
void
sdm_aid_check_wording (SdmAidCheck        *check,
                       const SdmCheckText *text)
{
  Wording self = { .check = check, .text = text };

  self.tokens = sdm_words_get_tokens (check->words, &self.n_tokens);
  for (guint i = 0; i < self.n_tokens; i++)
    {
      const SdmToken *token = &self.tokens[i];

      if (token->word == NULL)
        {
          check_chance (&self, i);
          check_percent (&self, i);
          continue;
        }
      if (token->word->flags != 0)
        check_flags (&self, i, token->word->flags);
      if (token->word->flags & SDM_WORD_ONE)
        check_chance (&self, i);
      if (token->capitals > 1)
        check_capitals (&self, i);
    }
}

/* Names that do not count for the reading age */

static gboolean
is_used (SdmAidCheck *check,
         const char  *name)
{
  for (guint i = 0; i < check->texts->len; i++)
    if (strstr (g_array_index (check->texts, SdmCheckText, i).text, name) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_glossary (SdmAidCheck *check,
                const char  *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  json_t          *term;
  size_t           i;

  json_array_foreach (json_object_get (check->root, "glossary"), i, term)
    {
      json_t *also = json_object_get (term, "also");

      for (size_t a = 0; a <= json_array_size (also); a++)
        {
          const char      *text = json_string_value (a == 0 ? json_object_get (term, "term") : json_array_get (also, a - 1));
          g_autofree char *folded = g_utf8_casefold (text, -1);

          if (strstr (folded, wanted) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * sdm_aid_check_names:
 *
 * Checks that names which are left out of the reading age are explained.
 */
void
sdm_aid_check_names (SdmAidCheck *check)
{
  static const char *const units[] = { "mg", "ml", "kg", "cm", "mm", NULL };
  json_t                  *name;
  size_t                   i;

  json_array_foreach (sdm_json_get (check->root, "readability/not_scored"), i, name)
    {
      const char *text = json_string_value (name);

      g_autofree char *lower = g_ascii_strdown (text, -1);

      if (!g_strv_contains (everyday, lower) && !g_strv_contains (units, text) && !is_in_glossary (check, text) && is_used (check, text))
        sdm_aid_check_add (check, "name-unexplained", SDM_PLACE ("/readability/not_scored/#", (guint) i), _ ("“%s” is not in the word list"), text);
    }
}
