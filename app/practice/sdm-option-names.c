/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-names.h"

#include <string.h>

typedef struct
{
  GPtrArray   *titles; /* SdmAsked: title and short title */
  GPtrArray   *terms;  /* owned strings */
  SdmTriggers *triggers;
  char        *whole;  /* its title, in words */
  guint32      inside; /* options that are named in it: "a tablet" in "talking therapy and a tablet" */
} Names;

/**
 * SdmOptionNames:
 *
 * The words by which the options of an aid are named: its title, its short title, words and pairs of words of these
 * that no other option has and that the aid as a whole is not about, and other words for them out of its word list.
 */
struct _SdmOptionNames
{
  GArray   *options; /* Names */
  SdmAsked *subject; /* what all of them are about */
};

#define SHORTEST_WORD    4
#define SHORTEST_IN_PAIR 3

/* clang-format off */
/* They stand in titles, and alone they are said of everything. */
static const char *const weak[] = {
  "active", "alone", "also", "back", "before", "blood", "both", "carry", "change", "cigarette", "continue", "disc", "during", "further", "give", "have",
  "help", "into", "join", "keep", "later", "less", "live", "local", "lower", "medicine", "more", "near", "nerve", "next", "nicotine", "night", "none",
  "only", "other", "over", "period", "product", "repeat", "self", "short", "some", "standard", "start", "stay", "step", "stop", "strength",
  "such", "support", "take", "talking", "than", "that", "then", "this", "time", "treatment", "type", "under", "using", "wait", "watch", "with",
  "without", "womb", "work", "years", "your",
};

/* They hold a title together and name nothing, in a pair either. */
static const char *const small[] = {
  "and", "for", "from", "have", "into", "near", "none", "over", "such", "take", "than", "that", "the", "then", "this", "with", "your",
};

/* Ways to speak of changing nothing. */
static const char *const no_change[] = {
  "as you are now", "as you do now", "as now", "carry on", "carrying on", "do nothing", "doing nothing", "leave it as it is",
  "leave things as they are", "leaving things as they are", "no change", "no treatment", "not have treatment", "stay as you are",
  "wait and see",
};
/* clang-format on */

static gboolean
is_among (const char        *word,
          const char *const *words,
          gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return TRUE;

  return FALSE;
}

/* What the whole aid is about names none of its options: the knee, smoking. */
static gboolean
is_strong (SdmOptionNames *self,
           const char     *word)
{
  return strlen (word) >= SHORTEST_WORD && !is_among (word, weak, G_N_ELEMENTS (weak)) && !sdm_asked_has (self->subject, word);
}

static gboolean
can_pair (const char *word)
{
  return (strlen (word) >= SHORTEST_IN_PAIR || g_ascii_isdigit (*word)) && !is_among (word, small, G_N_ELEMENTS (small));
}

static gboolean
has_term (Names      *names,
          const char *term)
{
  for (guint i = 0; i < names->titles->len; i++)
    if (sdm_asked_has (g_ptr_array_index (names->titles, i), term))
      return TRUE;

  return FALSE;
}

static gboolean
is_only_in (SdmOptionNames *self,
            guint           option,
            const char     *term)
{
  for (guint i = 0; i < self->options->len; i++)
    if (has_term (&g_array_index (self->options, Names, i), term) != (i == option))
      return FALSE;

  return TRUE;
}

static void
add_term (Names      *names,
          const char *term)
{
  if (*term != '\0' && !g_ptr_array_find_with_equal_func (names->terms, term, g_str_equal, NULL))
    g_ptr_array_add (names->terms, g_strdup (term));
}

/* As the search for triggers has it: small letters and digits. */
static char *
dup_words (const char *text)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new (text);

  return g_strstrip (g_strdup (sdm_asked_get_words (asked)));
}

static void
add_title (SdmOptionNames *self,
           guint           option,
           const char     *title)
{
  Names           *names = &g_array_index (self->options, Names, option);
  g_autofree char *whole = dup_words (title);
  g_auto (GStrv) words = g_strsplit (whole, " ", -1);

  if (words[0] != NULL && (words[1] != NULL || !is_among (whole, weak, G_N_ELEMENTS (weak))))
    add_term (names, whole);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *pair = words[i + 1] != NULL ? g_strconcat (words[i], " ", words[i + 1], NULL) : NULL;

      if (is_strong (self, words[i]) && is_only_in (self, option, words[i]))
        add_term (names, words[i]);
      if (pair != NULL && can_pair (words[i]) && can_pair (words[i + 1]) && is_only_in (self, option, pair))
        add_term (names, pair);
    }
}

/* One of these stands in the title of this option alone: then the others mean it too. */
static void
add_other_words (SdmOptionNames *self,
                 guint           option,
                 const SdmTerm  *term)
{
  Names           *names = &g_array_index (self->options, Names, option);
  g_autofree char *head = dup_words (term->term);
  gboolean         is_named = *head != '\0' && is_only_in (self, option, head);

  for (guint i = 0; term->also[i] != NULL && !is_named; i++)
    {
      g_autofree char *also = dup_words (term->also[i]);

      is_named = *also != '\0' && is_only_in (self, option, also);
    }
  if (!is_named)
    return;
  add_term (names, head);
  for (guint i = 0; term->also[i] != NULL; i++)
    {
      g_autofree char *also = dup_words (term->also[i]);

      add_term (names, also);
    }
}

static void
add_names (SdmOptionNames  *self,
           guint            position,
           const SdmOption *option,
           SdmAid          *aid)
{
  Names         *names = &g_array_index (self->options, Names, position);
  guint          n_terms;
  const SdmTerm *glossary = sdm_aid_get_glossary (aid, &n_terms);

  add_title (self, position, option->title);
  add_title (self, position, option->short_title);
  for (guint i = 0; i < n_terms; i++)
    add_other_words (self, position, &glossary[i]);
  for (gsize i = 0; option->is_no_change && i < G_N_ELEMENTS (no_change); i++)
    add_term (names, no_change[i]);
  names->triggers = sdm_triggers_new_for_terms ((const char *const *) names->terms->pdata, names->terms->len);
}

static void
clear_names (gpointer data)
{
  Names *names = data;

  g_clear_pointer (&names->triggers, sdm_triggers_free);
  g_free (names->whole);
  g_ptr_array_unref (names->titles);
  g_ptr_array_unref (names->terms);
}

static guint32
find_all (SdmOptionNames *self,
          const SdmAsked *asked)
{
  guint32 found = 0;

  for (guint i = 0; i < self->options->len; i++)
    if (sdm_triggers_find (g_array_index (self->options, Names, i).triggers, asked) != NULL)
      found |= 1u << i;

  return found;
}

static void
note_inside (SdmOptionNames *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      Names *names = &g_array_index (self->options, Names, i);

      names->inside = find_all (self, g_ptr_array_index (names->titles, 0)) & ~(1u << i);
    }
}

/**
 * sdm_option_names_new:
 *
 * Returns: (transfer full): the words for each option of @aid
 */
SdmOptionNames *
sdm_option_names_new (SdmAid *aid)
{
  SdmOptionNames  *self = g_new0 (SdmOptionNames, 1);
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (aid, &n_options);
  g_autofree char *subject = g_strjoin (" ", sdm_aid_get_title (aid), sdm_aid_get_condition_name (aid), NULL);

  self->subject = sdm_asked_new (subject);
  self->options = g_array_new (FALSE, TRUE, sizeof (Names));
  g_array_set_clear_func (self->options, clear_names);
  for (guint i = 0; i < n_options; i++)
    {
      Names names = { g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_asked_free), g_ptr_array_new_with_free_func (g_free), NULL, dup_words (options[i].title), 0 };

      g_ptr_array_add (names.titles, sdm_asked_new (options[i].title));
      g_ptr_array_add (names.titles, sdm_asked_new (options[i].short_title));
      g_array_append_val (self->options, names);
    }
  for (guint i = 0; i < n_options; i++)
    add_names (self, i, &options[i], aid);
  note_inside (self);

  return self;
}

void
sdm_option_names_free (SdmOptionNames *self)
{
  g_array_unref (self->options);
  sdm_asked_free (self->subject);
  g_free (self);
}

/**
 * sdm_option_names_get_terms:
 * @option: position of an option in the aid
 * @n_terms: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_terms): the words by which it is named
 */
const char *const *
sdm_option_names_get_terms (SdmOptionNames *self,
                            guint           option,
                            guint          *n_terms)
{
  Names *names = &g_array_index (self->options, Names, option);

  *n_terms = names->terms->len;

  return (const char *const *) names->terms->pdata;
}

/**
 * sdm_option_names_find:
 *
 * Who says the whole title of one does not speak of another whose name is in it.
 *
 * Returns: a bit for each option that is named in @asked, the lowest for the first
 */
guint32
sdm_option_names_find (SdmOptionNames *self,
                       const SdmAsked *asked)
{
  guint32 found = find_all (self, asked);

  for (guint i = 0; i < self->options->len; i++)
    {
      const Names *names = &g_array_index (self->options, Names, i);

      if (names->inside != 0 && sdm_asked_has (asked, names->whole))
        found &= ~names->inside;
    }

  return found;
}
