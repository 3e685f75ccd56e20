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

typedef struct
{
  SdmAidCheck *check;
  Numbers     *facts;
  Numbers    **outcomes; /* one for each */
  Numbers     *said;     /* numbers of all texts that were looked at */
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
      const char         *start;
      SdmNumberKey        key;

      for (const char *p = entry->text; (p = sdm_number_find (p, &start, &key)) != NULL;)
        {
          add_number (self->said, key);
          if (!entry->is_wrong_choice && !is_known (self, entry, key))
            tell_unknown (self, entry, start, p, key);
        }
    }
}

/* A fact that no text names is a figure that was changed in one place alone. Nobody says "from 0". */
static void
check_facts (NumberCheck *self)
{
  json_t *fact;
  size_t  i;

  json_array_foreach (json_object_get (self->check->root, "facts"), i, fact)
    {
      const char  *shown = json_string_value (json_object_get (fact, "shown"));
      const char  *start;
      SdmNumberKey key;

      for (const char *p = shown; (p = sdm_number_find (p, &start, &key)) != NULL;)
        if (key != sdm_number_key (0) && !has_number (self->said, key))
          {
            g_autofree char *number = g_strndup (start, (gsize) (p - start));

            sdm_aid_check_add (self->check, "fact-unused", SDM_PLACE ("/facts/#/shown", (guint) i), _ ("no text names the %s of “%s”"), number, shown);
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

  for (guint o = 0; o < aid->n_outcomes; o++)
    g_array_unref (self.outcomes[o]);
  g_array_unref (self.facts);
  g_array_unref (self.said);
  g_hash_table_unref (self.told);
  g_free (self.outcomes);
}
