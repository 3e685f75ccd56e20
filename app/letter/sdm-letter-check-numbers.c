/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-check-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A chance in the letter is one that was on screen. Nothing typed can add another one. */

#define SMALLEST_TOLD 13     /* smaller numbers are clock times, days and weeks of everyday talk */
#define LARGEST_TOLD  99999u /* larger ones are parts of phone numbers */

/* "72 in 1,000", as two keys beside one another. */
typedef struct
{
  SdmNumberKey of;
  SdmNumberKey count;
} Chance;

static guint
hash_chance (gconstpointer key)
{
  const Chance *chance = key;

  return (guint) (chance->of * 31 + chance->count);
}

static gboolean
equal_chances (gconstpointer a,
               gconstpointer b)
{
  const Chance *first = a;
  const Chance *second = b;

  return first->of == second->of && first->count == second->count;
}

/* Finding chances in a text */

static const char *
skip_word (const char *text,
           const char *word)
{
  const gsize length = strlen (word);

  return strncmp (text, word, length) == 0 && text[length] == ' ' ? text + length + 1 : NULL;
}

/* After the number of people: "in ", "of ", "out of ", "in every ". NULL where something else stands there. */
static const char *
skip_of (const char *text)
{
  const char *next = *text == ' ' ? text + 1 : NULL;
  const char *after = NULL;

  if (next == NULL)
    return NULL;
  if ((after = skip_word (next, "out")) != NULL)
    next = after;
  if ((after = skip_word (next, "in")) == NULL)
    after = skip_word (next, "of");
  if (after == NULL)
    return NULL;
  next = skip_word (after, "every");

  return next != NULL ? next : after;
}

/* "10 in 12 weeks" is no chance, nor is "2 of 3". */
static gboolean
is_measure (const char *after,
            const char *of_start,
            const char *of_end)
{
  static const char *const units[] = { "minute", "hour", "day", "week", "month", "year", "mg", "ml", "tablet", "visit" };

  if (of_end - of_start < 2)
    return TRUE;
  while (*after == ' ')
    after++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (after, units[i]))
      return TRUE;

  return FALSE;
}

/* Returns the byte after the next chance in @text, which begins at @start; NULL where there is none. */
static const char *
find_chance (const char  *text,
             const char **start,
             Chance      *chance)
{
  const char *end;

  for (const char *p = text; (end = sdm_number_find (p, start, &chance->count)) != NULL; p = end)
    {
      const char *of = skip_of (end);
      const char *of_start;
      const char *of_end;

      if (*end == '%' || g_str_has_prefix (end, " per cent") || g_str_has_prefix (end, " percent"))
        {
          chance->of = sdm_number_key (100);
          return end + 1;
        }
      if (of == NULL || !g_ascii_isdigit (*of))
        continue;
      of_end = sdm_number_find (of, &of_start, &chance->of);
      if (!is_measure (of_end, of_start, of_end))
        return of_end;
    }

  return NULL;
}

/* What was on screen */

static void
add_chance (GHashTable *chances,
            Chance      chance)
{
  g_hash_table_add (chances, g_memdup2 (&chance, sizeof chance));
}

static void
add_chances (GHashTable *chances,
             const char *text)
{
  const char *start;
  Chance      chance;

  for (const char *p = text; p != NULL && (p = find_chance (p, &start, &chance)) != NULL;)
    add_chance (chances, chance);
}

/* A figure is told as both frames. */
static void
add_figure (GHashTable *chances,
            json_t     *figure,
            guint       denominator)
{
  static const char *const counts[] = { "n", "low", "high" };

  add_chances (chances, json_string_value (json_object_get (figure, "sentence")));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      json_t *count = json_object_get (figure, counts[i]);
      guint   n = (guint) json_integer_value (count);

      if (!json_is_integer (count) || n > denominator)
        continue;
      add_chance (chances, (Chance){ sdm_number_key (denominator), sdm_number_key (n) });
      add_chance (chances, (Chance){ sdm_number_key (denominator), sdm_number_key (denominator - n) });
    }
}

static void
add_texts (GHashTable *chances,
           json_t     *list)
{
  json_t *text;
  size_t  i;

  json_array_foreach (list, i, text)
    add_chances (chances, json_string_value (text));
}

static GHashTable *
list_chances (SdmLetterChecking *self)
{
  GHashTable *chances = g_hash_table_new_full (hash_chance, equal_chances, g_free, NULL);
  json_t     *item;
  size_t      i;

  for (guint f = 0; self->aid != NULL && f < sdm_aid_get_n_facts (self->aid); f++)
    add_chances (chances, sdm_aid_get_fact (self->aid, f));
  json_array_foreach (sdm_consultation_peek (self->consultation, "risks/figures"), i, item)
    add_figure (chances, item, self->aid != NULL ? sdm_aid_get_denominator (self->aid) : 0);
  json_array_foreach (sdm_consultation_peek (self->consultation, "options/record"), i, item)
    {
      add_texts (chances, json_object_get (item, "risks"));
      add_texts (chances, json_object_get (item, "benefits"));
    }

  return chances;
}

/* Other numbers */

/* Each number of a text counts once, so that one that stands in two places is known by two. */
static void
count_numbers (GHashTable *numbers,
               const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const char  *start;
  SdmNumberKey key;

  for (const char *p = text; p != NULL && (p = sdm_number_find (p, &start, &key)) != NULL;)
    if (g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
      {
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &key));

        g_hash_table_replace (numbers, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
      }
}

static void
count_in (GHashTable *numbers,
          json_t     *value)
{
  const char *key;
  json_t     *item;
  size_t      i;

  if (json_is_string (value))
    count_numbers (numbers, json_string_value (value));
  json_array_foreach (value, i, item)
    count_in (numbers, item);
  json_object_foreach (value, key, item)
    count_in (numbers, item);
}

/* How often each number stands in the record; what stands in the aid counts as often as one could ask. */
static GHashTable *
list_numbers (SdmLetterChecking *self)
{
  static const char *const parts[] = { "start", "people", "matters", "options", "risks", "weigh", "check", "plan", "blank" };
  GHashTable              *numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    count_in (numbers, sdm_consultation_peek (self->consultation, parts[i]));
  for (guint f = 0; self->aid != NULL && f < sdm_aid_get_n_facts (self->aid); f++)
    for (guint twice = 0; twice < 2; twice++)
      count_numbers (numbers, sdm_aid_get_fact (self->aid, f));

  return numbers;
}

/* The rules */

static void
check_chances (SdmLetterChecking    *self,
               const SdmLetterField *field)
{
  const char *start;
  Chance      chance;

  if (self->chances == NULL)
    self->chances = list_chances (self);
  for (const char *p = field->text; (p = find_chance (p, &start, &chance)) != NULL;)
    if (!g_hash_table_contains (self->chances, &chance))
      {
        g_autofree char *found = g_strndup (start, (gsize) (p - start));

        /* The GP is told what was measured and worked out elsewhere. */
        sdm_letter_checking_add (self, field->role == SDM_LETTER_FIELD_GP ? "letter-number-alone" : "letter-number-not-shown",
                                 field->pointer, found, _ ("“%s” was not shown: %s"), found, field->text);
      }
}

/* How much more, of what nobody says. */
static void
check_relative (SdmLetterChecking    *self,
                const SdmLetterField *field)
{
  static const char *const relative[] = { "twice as", "half as", "times as", "times more", "times less", "times higher", "times lower",
                                          "double the", "doubles the", "doubles your", "halves the", "halves your", "half the risk",
                                          "half the chance", "one in ten", "one in five", "one in four", "one in three", "one in two",
                                          "one in twenty", "one in a hundred", "one in a thousand" };
  const char              *start;
  const char              *end;

  for (guint i = 0; self->is_english && i < G_N_ELEMENTS (relative); i++)
    if (sdm_letter_find_phrase (field->text, relative[i], &start, &end))
      sdm_letter_checking_add (self, "letter-relative-figure", field->pointer, relative[i], _ ("“%s” stands in “%s”"), relative[i], field->text);
}

/* One finding for all of a text: somebody looks at it once. */
static void
check_others (SdmLetterChecking    *self,
              const SdmLetterField *field)
{
  g_autoptr (GString) alone = g_string_new (NULL);
  const char  *start;
  SdmNumberKey key;

  if (self->numbers == NULL)
    self->numbers = list_numbers (self);
  for (const char *p = field->text; (p = sdm_number_find (p, &start, &key)) != NULL;)
    {
      g_autofree char *number = g_strndup (start, (gsize) (p - start));
      const guint64    value = g_ascii_strtoull (number, NULL, 10);

      if (value < SMALLEST_TOLD || value > LARGEST_TOLD || GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &key)) > 1)
        continue;
      if (alone->len > 0)
        g_string_append (alone, ", ");
      g_string_append (alone, number);
    }
  if (alone->len > 0)
    /* Translators: %s is one number or several: "122, 64: You felt dizzy. Your blood pressure was 122 over 64." */
    sdm_letter_checking_add (self, "letter-number-alone", field->pointer, alone->str, _ ("%s: %s"), alone->str, field->text);
}

void
sdm_letter_checking_numbers (SdmLetterChecking    *self,
                             const SdmLetterField *field)
{
  check_chances (self, field);
  check_relative (self, field);
  if (field->role == SDM_LETTER_FIELD_PROSE)
    check_others (self, field);
}
