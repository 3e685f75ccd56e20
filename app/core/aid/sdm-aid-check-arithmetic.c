/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>

#include "sdm-aid-check-effect.h"

/* Works every count out again from what was published: design, "numbers are published, never made". */

#define MOST_ARMS 8

/* One count and all that it rests on. */
typedef struct
{
  SdmAidCheck *check;
  json_t      *outcome;
  guint        outcome_index;
  json_t      *arms[MOST_ARMS];
  guint        n_arms;

  json_t  *group;
  guint    group_index;
  json_t  *comparator; /* its count, nullable */
  gboolean has_baseline;
  SdmRatio baseline; /* its risk, not rounded */

  json_t *count;
  guint   count_index;
  json_t *arm;
} CountCheck;

#define COUNT_PLACE(self, below) \
  SDM_PLACE ("/outcomes/#/groups/#/counts/#" below, (self)->outcome_index, (self)->group_index, (self)->count_index)

static const char *const keys[] = { "n", "low", "high" };

static json_t *
find_arm (CountCheck *self,
          json_t     *count)
{
  const char *name = json_string_value (json_object_get (count, "arm"));

  for (guint i = 0; i < self->n_arms; i++)
    if (g_strcmp0 (json_string_value (json_object_get (self->arms[i], "id")), name) == 0)
      return self->arms[i];

  return NULL;
}

static gboolean
is_comparator (json_t *arm)
{
  return json_is_true (json_object_get (arm, "comparator"));
}

/* What stands with the count goes before what stands with its arm. */
static json_t *
get_effect (json_t     *count,
            json_t     *arm,
            const char *key)
{
  json_t *own = json_object_get (count, key);

  return own != NULL ? own : json_object_get (arm, key);
}

static gboolean
get_shown (CountCheck *self,
           json_t     *count,
           SdmRatio   *shown)
{
  json_t *n = json_object_get (count, "n");

  return n != NULL && sdm_ratio_set (shown, json_integer_value (n), self->check->aid->denominator);
}

/* People out of the denominator, not rounded. */
static gboolean
work_out (CountCheck   *self,
          json_t       *effect,
          SdmEffectPart part,
          json_t       *count,
          SdmRatio     *people)
{
  const SdmRatio of = { self->check->aid->denominator, 1 };
  SdmRatio       shown;
  const gboolean is_shown = get_shown (self, count, &shown);

  return sdm_effect_work_out (effect, part, self->has_baseline ? &self->baseline : NULL, is_shown ? &shown : NULL, people) &&
         sdm_ratio_multiply (people, people, &of);
}

static void
find_baseline (CountCheck *self)
{
  json_t *count;
  json_t *effect;
  size_t  i;

  self->has_baseline = FALSE;
  self->comparator = NULL;
  json_array_foreach (json_object_get (self->group, "counts"), i, count)
    if (self->comparator == NULL && is_comparator (find_arm (self, count)))
      self->comparator = count;

  if (json_object_get (self->comparator, "n") == NULL)
    return;
  effect = get_effect (self->comparator, find_arm (self, self->comparator), "n_from");
  if (effect != NULL)
    {
      SdmRatio       shown;
      const gboolean is_shown = get_shown (self, self->comparator, &shown);

      self->has_baseline = sdm_effect_work_out (effect, SDM_EFFECT_VALUE, NULL, is_shown ? &shown : NULL, &self->baseline);
    }
}

/* One count */

static void
check_bounds (CountCheck *self)
{
  const json_int_t of = self->check->aid->denominator;
  json_t          *n = json_object_get (self->count, "n");
  json_t          *low = json_object_get (self->count, "low");
  json_t          *high = json_object_get (self->count, "high");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (json_integer_value (json_object_get (self->count, keys[i])) > of)
      {
        sdm_aid_check_add (self->check, "number-range", COUNT_PLACE (self, ""), _ ("a count is larger than %u, of whom it counts"), self->check->aid->denominator);
        break;
      }
  if (low != NULL && (json_integer_value (low) > json_integer_value (high) ||
                      (n != NULL && (json_integer_value (n) < json_integer_value (low) || json_integer_value (n) > json_integer_value (high)))))
    sdm_aid_check_add (self->check, "number-range", COUNT_PLACE (self, ""), "%s", _ ("the range does not hold the count"));
  if (n != NULL && low == NULL && !is_comparator (self->arm) && json_object_get (self->outcome, "range_not_known") == NULL)
    sdm_aid_check_add (self->check, "range-missing", COUNT_PLACE (self, ""), "%s", _ ("no range, and no “range_not_known” to say why"));
}

static void
check_under_one (CountCheck *self)
{
  json_t        *effect = get_effect (self->count, self->arm, "n_from");
  const SdmRatio none = { 0, 1 };
  const SdmRatio one = { 1, 1 };
  SdmRatio       people;

  if (!json_is_true (json_object_get (self->count, "under_one")))
    return;
  if (effect == NULL)
    sdm_aid_check_add (self->check, "derivation-missing", COUNT_PLACE (self, ""), "%s", _ ("“under_one” has no derivation"));
  else if (!work_out (self, effect, SDM_EFFECT_VALUE, self->count, &people))
    sdm_aid_check_add (self->check, "derivation-incomplete", COUNT_PLACE (self, ""),
                       _ ("“under_one” cannot be worked out from “%s”"), sdm_effect_get_measure (effect));
  else if (sdm_ratio_compare (&people, &none) <= 0 || sdm_ratio_compare (&people, &one) >= 0)
    {
      g_autofree char *exact = sdm_ratio_format (&people, 2);

      sdm_aid_check_add (self->check, "under-one", COUNT_PLACE (self, ""), _ ("the derivation gives %s of %u"), exact, self->check->aid->denominator);
    }
}

/* Printed counts need not follow from a printed ratio, but they do follow from themselves. */
static gboolean
is_excused (CountCheck *self,
            json_t     *effect)
{
  return json_object_get (self->count, "does_not_follow") != NULL &&
         !sdm_effect_is (effect, "published") && !sdm_effect_is (effect, "event-rate");
}

static void
check_number (CountCheck   *self,
              SdmEffectPart part,
              json_t       *effect)
{
  static const char *const paths[] = {
    "/outcomes/#/groups/#/counts/#/n", "/outcomes/#/groups/#/counts/#/low", "/outcomes/#/groups/#/counts/#/high"
  };
  const SdmPlace place = { paths[part], { self->outcome_index, self->group_index, self->count_index } };
  json_t        *shown = json_object_get (self->count, keys[part]);
  gint64         rounded = -1;
  SdmRatio       people;

  if (shown == NULL)
    return;
  if (effect == NULL)
    sdm_aid_check_add (self->check, "derivation-missing", place, _ ("“%s” has no derivation"), keys[part]);
  else if (!work_out (self, effect, part, self->count, &people))
    sdm_aid_check_add (self->check, "derivation-incomplete", place, _ ("“%s” cannot be worked out from “%s”"), keys[part], sdm_effect_get_measure (effect));
  else if ((!sdm_ratio_round (&people, 0, &rounded) || rounded != json_integer_value (shown)) && !is_excused (self, effect))
    {
      g_autofree char *exact = sdm_ratio_format (&people, 2);

      /* Translators: "“n” is 37, but “risk-ratio” gives 36.00" */
      sdm_aid_check_add (self->check, "count-does-not-follow", place, _ ("“%s” is %d, but “%s” gives %s"), keys[part], (int) json_integer_value (shown), sdm_effect_get_measure (effect), exact);
    }
}

/* A starting risk that was assumed can be wrong in one place only if it stands in two. */
static void
check_named (CountCheck *self,
             json_t     *n_from)
{
  const char        *label = json_string_value (json_object_get (self->group, "label"));
  json_t            *n = json_object_get (self->count, "n");
  const SdmNumberKey wanted = sdm_number_key ((guint) json_integer_value (n));
  const char        *start;
  SdmNumberKey       key;

  if (n == NULL || !sdm_effect_is (n_from, "assumed"))
    return;
  for (const char *p = label; (p = sdm_number_find (p, &start, &key)) != NULL;)
    if (key == wanted)
      return;
  sdm_aid_check_add (self->check, "group-not-named", SDM_PLACE ("/outcomes/#/groups/#/label", self->outcome_index, self->group_index),
                     _ ("the assumed %d does not stand in “%s”"), (int) json_integer_value (n), label);
}

/* What the author should be ready to explain */

static void
compare_with_ratio (CountCheck *self,
                    json_t     *n_from,
                    json_t     *range_from)
{
  json_t  *n = json_object_get (self->count, "n");
  gint64   rounded;
  SdmRatio people;

  if (n == NULL || n_from == NULL || !self->has_baseline || !sdm_effect_has_value (range_from, SDM_EFFECT_VALUE))
    return;
  if (!work_out (self, range_from, SDM_EFFECT_VALUE, self->count, &people) || !sdm_ratio_round (&people, 0, &rounded))
    return;
  if (rounded != json_integer_value (n))
    sdm_aid_check_add (self->check, "ratio-differs", COUNT_PLACE (self, "/n"), _ ("“%s” itself would give %d; shown is %d from “%s”"), sdm_effect_get_measure (range_from), (int) rounded, (int) json_integer_value (n), sdm_effect_get_measure (n_from));
}

static void
compare_with_baseline (CountCheck *self,
                       json_t     *n_from)
{
  const SdmRatio of = { self->check->aid->denominator, 1 };
  const int      shown = (int) (json_integer_value (json_object_get (self->count, "n")) - json_integer_value (json_object_get (self->comparator, "n")));
  gint64         rounded;
  SdmRatio       people;
  SdmRatio       difference;

  if (json_object_get (self->count, "n") == NULL || n_from == NULL || !self->has_baseline || self->count == self->comparator)
    return;
  if (!work_out (self, n_from, SDM_EFFECT_VALUE, self->count, &people) || !sdm_ratio_multiply (&difference, &self->baseline, &of) ||
      !sdm_ratio_subtract (&difference, &people, &difference))
    return;
  /* A count that does not follow is told by itself. */
  if (!sdm_ratio_round (&people, 0, &rounded) || rounded != json_integer_value (json_object_get (self->count, "n")) ||
      !sdm_ratio_round (&difference, 0, &rounded))
    return;
  if (rounded != shown)
    {
      g_autofree char *exact = sdm_ratio_format (&difference, 1);

      sdm_aid_check_add (self->check, "difference-misleads", COUNT_PLACE (self, "/n"),
                         _ ("the shown counts differ by %d, the unrounded ones by %s"), shown, exact);
    }
}

static void
check_count (CountCheck *self)
{
  json_t *n_from = get_effect (self->count, self->arm, "n_from");
  json_t *range_from = get_effect (self->count, self->arm, "range_from");

  check_bounds (self);
  check_under_one (self);
  check_number (self, SDM_EFFECT_VALUE, n_from);
  check_number (self, SDM_EFFECT_LOW, range_from);
  check_number (self, SDM_EFFECT_HIGH, range_from);
  check_named (self, n_from);

  /* Only who asks for everything wants to hear of these. */
  if (self->check->words == NULL)
    return;
  compare_with_ratio (self, n_from, range_from);
  compare_with_baseline (self, n_from);
}

/* Groups and outcomes */

static guint
count_of_arm (CountCheck *self,
              json_t     *arm)
{
  json_t *count;
  size_t  i;
  guint   n = 0;

  json_array_foreach (json_object_get (self->group, "counts"), i, count)
    n += find_arm (self, count) == arm ? 1 : 0;

  return n;
}

static void
check_arms_of_group (CountCheck *self)
{
  for (guint i = 0; i < self->n_arms; i++)
    if (count_of_arm (self, self->arms[i]) != 1)
      sdm_aid_check_add (self->check, "count-missing", SDM_PLACE ("/outcomes/#/groups/#", self->outcome_index, self->group_index),
                         _ ("“%s” needs one count here and has %u"), json_string_value (json_object_get (self->arms[i], "id")),
                            count_of_arm (self, self->arms[i]));
}

static void
check_group (CountCheck *self)
{
  size_t i;

  check_arms_of_group (self);
  find_baseline (self);
  json_array_foreach (json_object_get (self->group, "counts"), i, self->count)
    {
      self->count_index = (guint) i;
      self->arm = find_arm (self, self->count);
      if (self->arm != NULL)
        check_count (self);
      else
        sdm_aid_check_add (self->check, "reference-unknown", COUNT_PLACE (self, "/arm"), _ ("there is no arm “%s” in this outcome"), json_string_value (json_object_get (self->count, "arm")));
    }
}

static void
check_comparator (CountCheck *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_arms; i++)
    n += is_comparator (self->arms[i]) ? 1 : 0;
  if (self->n_arms > 1 && n != 1)
    sdm_aid_check_add (self->check, "comparator-missing", SDM_PLACE ("/outcomes/#/arms", self->outcome_index),
                       _ ("%u of the arms are marked as the one that the others are set against"), n);
}

/**
 * sdm_aid_check_counts:
 *
 * Checks that every count, and its range, follows from its stated effect.
 */
void
sdm_aid_check_counts (SdmAidCheck *check)
{
  json_t *outcomes = json_object_get (check->root, "outcomes");
  json_t *outcome;
  size_t  o;

  json_array_foreach (outcomes, o, outcome)
    {
      CountCheck self = { .check = check, .outcome = outcome, .outcome_index = (guint) o };
      json_t    *arms = json_object_get (outcome, "arms");
      size_t     g;

      if (check->aid->outcomes[o].show != SDM_SHOW_ICONS)
        continue;
      self.n_arms = (guint) MIN (json_array_size (arms), MOST_ARMS);
      for (guint i = 0; i < self.n_arms; i++)
        self.arms[i] = json_array_get (arms, i);

      check_comparator (&self);
      json_array_foreach (json_object_get (outcome, "groups"), g, self.group)
        {
          self.group_index = (guint) g;
          check_group (&self);
        }
    }
}
