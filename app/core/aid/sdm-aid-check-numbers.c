/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* No number in a text without a source: it stands in an outcome that the text names, or among
 * the facts. Numbers are compared without their unit: "3 in 7" passes on a fact of "3 months",
 * and stops at the 7. */

/* The numbers that stand in one place. */
typedef GArray Numbers; /* of SdmNumberKey */

/* A text with numbers, which stand from @first on among all that were said. */
typedef struct
{
  const char *text;
  const char *own;
  guint       first;
  guint       n_numbers;
} SaidText;

typedef struct
{
  SdmAidCheck *check;
  Numbers     *facts;
  Numbers    **outcomes; /* one for each */
  Numbers     *said;     /* numbers of all texts that were looked at, text by text */
  GArray      *texts;    /* SaidText */
  GHashTable  *told;     /* text and number of findings, so that each is told once */
} NumberCheck;

static Numbers *
new_numbers (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SdmNumberKey));
}

static gboolean
has_number (Numbers     *numbers,
            SdmNumberKey key)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, SdmNumberKey, i) == key)
      return key != 0;

  return FALSE;
}

static void
add_number (Numbers     *numbers,
            SdmNumberKey key)
{
  if (key != 0 && !has_number (numbers, key))
    g_array_append_val (numbers, key);
}

static void
add_numbers_in (Numbers    *numbers,
                const char *text)
{
  const char  *start;
  SdmNumberKey key;

  for (const char *p = text; p != NULL && (p = sdm_number_find (p, &start, &key)) != NULL;)
    add_number (numbers, key);
}

/* What an outcome says */

static void
add_counts (Numbers          *numbers,
            const SdmOutcome *outcome,
            guint             denominator)
{
  for (guint g = 0; g < outcome->n_groups; g++)
    {
      add_numbers_in (numbers, outcome->groups[g].label);
      for (guint c = 0; c < outcome->groups[g].n_counts; c++)
        {
          const SdmCount *count = &outcome->groups[g].counts[c];

          if (count->has_n)
            {
              add_number (numbers, sdm_number_key (count->n));
              add_number (numbers, sdm_number_key (denominator - count->n));
            }
          if (count->has_range)
            {
              add_number (numbers, sdm_number_key (count->low));
              add_number (numbers, sdm_number_key (count->high));
            }
          if (count->under_one)
            add_number (numbers, sdm_number_key (1));
        }
    }
}

static void
add_branch (Numbers *numbers,
            json_t  *branch)
{
  json_t *part;
  size_t  i;

  add_number (numbers, sdm_number_key ((guint) json_integer_value (json_object_get (branch, "n"))));
  json_array_foreach (json_object_get (branch, "parts"), i, part)
    add_branch (numbers, part);
}

static Numbers *
collect_outcome (SdmAidCheck      *check,
                 const SdmOutcome *outcome,
                 json_t           *document)
{
  Numbers *numbers = new_numbers ();
  json_t  *tree = json_object_get (document, "tree");
  json_t  *figure;
  size_t   i;

  add_counts (numbers, outcome, check->aid->denominator);
  for (guint b = 0; b < outcome->n_bars; b++)
    {
      add_numbers_in (numbers, outcome->bars[b].value);
      add_numbers_in (numbers, outcome->bars[b].low);
      add_numbers_in (numbers, outcome->bars[b].high);
    }
  add_numbers_in (numbers, outcome->title);
  add_numbers_in (numbers, outcome->population);
  add_numbers_in (numbers, outcome->time_frame);
  add_numbers_in (numbers, json_string_value (json_object_get (json_object_get (document, "time_frame"), "value")));
  add_numbers_in (numbers, outcome->happens);
  add_numbers_in (numbers, outcome->does_not);
  add_numbers_in (numbers, outcome->scale_max);
  json_array_foreach (json_object_get (document, "figures"), i, figure)
    add_numbers_in (numbers, json_string_value (json_object_get (figure, "shown")));
  if (tree != NULL)
    add_branch (numbers, tree);

  return numbers;
}

/* Texts */

static gboolean
is_quoted (NumberCheck *self,
           const char  *outcome,
           SdmNumberKey key)
{
  SdmAid           *aid = self->check->aid;
  const SdmOutcome *found = outcome != NULL ? sdm_aid_find_outcome (aid, outcome) : NULL;

  return found != NULL && has_number (self->outcomes[found - aid->outcomes], key);
}

static gboolean
is_anywhere (NumberCheck *self,
             SdmNumberKey key)
{
  for (guint o = 0; o < self->check->aid->n_outcomes; o++)
    if (has_number (self->outcomes[o], key))
      return TRUE;

  return FALSE;
}

static gboolean
is_known (NumberCheck        *self,
          const SdmCheckText *entry,
          SdmNumberKey        key)
{
  if (has_number (self->facts, key) || is_quoted (self, entry->own, key))
    return TRUE;
  if (entry->quotes == SDM_QUOTES_ANY)
    return is_anywhere (self, key);
  for (guint i = 0; entry->quotes[i] != NULL; i++)
    if (is_quoted (self, entry->quotes[i], key))
      return TRUE;

  return FALSE;
}

static void
tell_unknown (NumberCheck        *self,
              const SdmCheckText *entry,
              const char         *start,
              const char         *end,
              SdmNumberKey        key)
{
  g_autofree char *number = g_strndup (start, (gsize) (end - start));
  g_autofree char *pointer = sdm_place_to_pointer (&entry->place);

  if (!g_hash_table_add (self->told, g_strconcat (pointer, " ", number, NULL)))
    return;
  if (is_anywhere (self, key))
    sdm_aid_check_add (self->check, "number-unknown", entry->place, _ ("%s stands in an outcome that this text does not name: %s"), number, entry->text);
  else
    sdm_aid_check_add (self->check, "number-unknown", entry->place, _ ("%s stands in no outcome and no fact: %s"), number, entry->text);
}

static void
check_texts (NumberCheck *self)
{
  for (guint i = 0; i < self->check->texts->len; i++)
    {
      const SdmCheckText *entry = &g_array_index (self->check->texts, SdmCheckText, i);
      SaidText            said = { entry->text, entry->own, self->said->len, 0 };
      const char         *start;
      SdmNumberKey        key;

      for (const char *p = entry->text; (p = sdm_number_find (p, &start, &key)) != NULL;)
        {
          g_array_append_val (self->said, key);
          if (!entry->is_wrong_choice && !is_known (self, entry, key))
            tell_unknown (self, entry, start, p, key);
        }
      said.n_numbers = self->said->len - said.first;
      if (said.n_numbers > 0)
        g_array_append_val (self->texts, said);
    }
}

/* Listed figures that nobody says: one of the two places was changed alone. */

static gboolean
says_number (NumberCheck    *self,
             const SaidText *text,
             SdmNumberKey    key)
{
  for (guint i = 0; i < text->n_numbers; i++)
    if (g_array_index (self->said, SdmNumberKey, text->first + i) == key)
      return TRUE;

  return FALSE;
}

static gboolean
says_word (const char *text,
           const char *word,
           gsize       length)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_strncasecmp (p, word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Words that say nothing of the figure beside them. */
static gboolean
is_joiner (const char *word,
           gsize       length)
{
  static const char *const joiners[] = { "a", "an", "and", "at", "by", "for", "in", "more", "of", "or", "per", "than", "the", "then", "to", "up" };

  for (gsize i = 0; i < G_N_ELEMENTS (joiners); i++)
    if (strlen (joiners[i]) == length && g_ascii_strncasecmp (joiners[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Whether one text holds all numbers and words of a part of a fact, such as "4 to 6 weeks". Nobody says "from 0". */
static gboolean
says_all (NumberCheck    *self,
          const SaidText *text,
          const char     *part)
{
  const char  *start;
  SdmNumberKey key;

  for (const char *p = part; (p = sdm_number_find (p, &start, &key)) != NULL;)
    if (key != sdm_number_key (0) && !says_number (self, text, key))
      return FALSE;
  for (const char *p = part; *p != '\0'; p++)
    {
      gsize length = 0;

      while (g_ascii_isalpha (p[length]))
        length++;
      if (length == 0)
        continue;
      if (!is_joiner (p, length) && !says_word (text->text, p, length))
        return FALSE;
      p += length - 1;
    }

  return TRUE;
}

static void
check_fact_part (NumberCheck *self,
                 guint        index,
                 const char  *part)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (says_all (self, &g_array_index (self->texts, SaidText, i), part))
      return;
  sdm_aid_check_add (self->check, "figure-unsaid", SDM_PLACE ("/facts/#/shown", index), _ ("no text says “%s”"), part);
}

static void
check_facts (NumberCheck *self)
{
  json_t *fact;
  size_t  i;

  json_array_foreach (json_object_get (self->check->root, "facts"), i, fact)
    {
      g_auto (GStrv) parts = g_strsplit (json_string_value (json_object_get (fact, "shown")), ", ", -1);

      for (guint p = 0; parts[p] != NULL; p++)
        if (strpbrk (parts[p], "123456789") != NULL)
          check_fact_part (self, (guint) i, g_strstrip (parts[p]));
    }
}

static gboolean
is_said_of (NumberCheck *self,
            const char  *outcome,
            SdmNumberKey key)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const SaidText *text = &g_array_index (self->texts, SaidText, i);

      if (g_strcmp0 (text->own, outcome) == 0 && says_number (self, text, key))
        return TRUE;
    }

  return FALSE;
}

/* The figures of an outcome that is told in words are the numbers as they stand in its words. */
static void
check_figures (NumberCheck *self,
               guint        o,
               json_t      *outcome)
{
  const SdmNumberKey denominator = sdm_number_key (self->check->aid->denominator);
  json_t            *figure;
  size_t             i;

  json_array_foreach (json_object_get (outcome, "figures"), i, figure)
    {
      const char  *shown = json_string_value (json_object_get (figure, "shown"));
      const char  *start;
      SdmNumberKey key;

      for (const char *p = shown; (p = sdm_number_find (p, &start, &key)) != NULL;)
        {
          const gboolean   is_group = start - shown >= 3 && strncmp (start - 3, "of ", 3) == 0;
          g_autofree char *number = NULL;

          if (is_group && key == denominator)
            continue;
          if (!is_group && is_said_of (self, self->check->aid->outcomes[o].id, key))
            continue;
          number = g_strndup (start, (gsize) (p - start));
          if (is_group)
            sdm_aid_check_add (self->check, "denominator-differs", SDM_PLACE ("/outcomes/#/figures/#/shown", o, (guint) i), _ ("“%s”: %s"), number, shown);
          else
            sdm_aid_check_add (self->check, "figure-unsaid", SDM_PLACE ("/outcomes/#/figures/#/shown", o, (guint) i),
                               _ ("no text of this outcome says the %s of “%s”"), number, shown);
        }
    }
}

/**
 * sdm_aid_check_numbers:
 *
 * Looks at the numbers of every text, for every group. The texts of the middle group must have been collected.
 */
void
sdm_aid_check_numbers (SdmAidCheck *check)
{
  SdmAid     *aid = check->aid;
  NumberCheck self = { .check = check, .facts = new_numbers (), .said = new_numbers () };
  json_t     *item;
  size_t      i;

  self.texts = g_array_new (FALSE, FALSE, sizeof (SaidText));
  self.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.outcomes = g_new0 (Numbers *, aid->n_outcomes);
  json_array_foreach (json_object_get (check->root, "outcomes"), i, item)
    self.outcomes[i] = collect_outcome (check, &aid->outcomes[i], item);
  add_number (self.facts, sdm_number_key (aid->denominator));
  json_array_foreach (json_object_get (check->root, "facts"), i, item)
    add_numbers_in (self.facts, json_string_value (json_object_get (item, "shown")));

  check_texts (&self);
  for (guint g = 0; g < check->n_groups; g++)
    if (g != check->group)
      {
        sdm_aid_check_collect_texts (check, g, TRUE);
        check_texts (&self);
      }
  check_facts (&self);
  json_array_foreach (json_object_get (check->root, "outcomes"), i, item)
    check_figures (&self, (guint) i, item);

  for (guint o = 0; o < aid->n_outcomes; o++)
    g_array_unref (self.outcomes[o]);
  g_array_unref (self.facts);
  g_array_unref (self.said);
  g_array_unref (self.texts);
  g_hash_table_unref (self.told);
  g_free (self.outcomes);
}
