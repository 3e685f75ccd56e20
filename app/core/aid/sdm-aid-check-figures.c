/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-check-effect.h"

/* Figures that are no counts: bars on a scale, trees of people tested, numbers told in words. */

static const char *const parts[] = { "value", "low", "high" };

static const char *
get_text (json_t     *object,
          const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static gboolean
names_number (const char  *text,
              SdmNumberKey wanted)
{
  const char  *start;
  SdmNumberKey key;

  for (const char *p = text; p != NULL && (p = sdm_number_find (p, &start, &key)) != NULL;)
    if (key == wanted && key != 0)
      return TRUE;

  return FALSE;
}

/* Bars */

/* Whether @exact, rounded half up to the places of @shown, is @shown. */
static gboolean
is_rounded (const char *shown,
            const char *exact)
{
  const char *point = strchr (shown, '.');
  const guint places = point != NULL ? (guint) strlen (point + 1) : 0;
  gint64      rounded;
  gint64      expected;
  SdmRatio    from;
  SdmRatio    to;

  return places <= 6 && exact != NULL && sdm_ratio_parse (&from, exact) && sdm_ratio_parse (&to, shown) &&
         sdm_ratio_round (&from, places, &rounded) && sdm_ratio_round (&to, places, &expected) && rounded == expected;
}

static gboolean
lies_within (const char *shown,
             const char *min,
             const char *max)
{
  SdmRatio value;
  SdmRatio from;
  SdmRatio to;

  return sdm_ratio_parse (&value, shown) && sdm_ratio_parse (&from, min) && sdm_ratio_parse (&to, max) &&
         sdm_ratio_compare (&from, &value) <= 0 && sdm_ratio_compare (&value, &to) <= 0;
}

static void
check_bar (SdmAidCheck *check,
           guint        o,
           guint        b,
           json_t      *bar)
{
  static const char *const places[] = { "/outcomes/#/bars/#/value", "/outcomes/#/bars/#/low", "/outcomes/#/bars/#/high" };
  const SdmOutcome        *told = &check->aid->outcomes[o];
  json_t                  *exact = json_object_get (bar, "exact");
  gboolean                 has_arm = FALSE;

  for (guint i = 0; i < told->n_arms; i++)
    has_arm = has_arm || g_str_equal (told->arms[i].id, told->bars[b].arm);
  if (!has_arm)
    sdm_aid_check_add (check, "reference-unknown", SDM_PLACE ("/outcomes/#/bars/#/arm", o, b),
                       _ ("there is no arm “%s” in this outcome"), told->bars[b].arm);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char    *shown = get_text (bar, parts[i]);
      const SdmPlace place = { places[i], { o, b } };

      if (shown == NULL)
        continue;
      if (!is_rounded (shown, get_text (exact, parts[i])))
        sdm_aid_check_add (check, "bar-does-not-follow", place, _ ("“%s” is %s, printed is %s"), parts[i], shown, get_text (exact, parts[i]) != NULL ? get_text (exact, parts[i]) : "?");
      if (!lies_within (shown, told->scale_min, told->scale_max))
        sdm_aid_check_add (check, "scale-outside", place, _ ("%s does not lie between %s and %s"), shown, told->scale_min, told->scale_max);
    }
  if (told->bars[b].value != NULL && told->bars[b].low == NULL && told->range_not_known == NULL)
    sdm_aid_check_add (check, "range-missing", SDM_PLACE ("/outcomes/#/bars/#", o, b), "%s",
                       _ ("no range, and no “range_not_known” to say why"));
}

/* A whole multiple of 5, or of 0.5 and so on. */
static gboolean
is_round (const char *decimal)
{
  char   last = '0';
  gint64 digits = 0;

  for (const char *p = decimal; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && (*p != '0' || digits > 0) && digits < 1000)
        digits = digits * 10 + (*p - '0');
      if (g_ascii_isdigit (*p))
        last = *p;
    }

  return digits == 0 || last == '0' || last == '5';
}

static gboolean
has_digit (const char *text)
{
  return text != NULL && strpbrk (text, "0123456789") != NULL;
}

/* An end is a round number or named in the unit or the title. Where the unit names a number, as in "points of 10", it
 * is the upper end. */
static void
check_scale (SdmAidCheck *check,
             guint        o)
{
  const SdmOutcome *outcome = &check->aid->outcomes[o];
  const gboolean    unit_names_end = has_digit (outcome->scale_unit);
  const struct
  {
    const char *end;
    SdmPlace    place;
  } ends[] = {
    { outcome->scale_min, SDM_PLACE ("/outcomes/#/scale/min", o) },
    { outcome->scale_max, SDM_PLACE ("/outcomes/#/scale/max", o) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const SdmNumberKey key = sdm_number_key_from_text (ends[i].end);
      const gboolean     may_be_round = i == 0 || !unit_names_end;

      if (!(may_be_round && is_round (ends[i].end)) && !names_number (outcome->scale_unit, key) && !names_number (outcome->title, key))
        sdm_aid_check_add (check, "scale-end", ends[i].place, _ ("the scale ends at %s"), ends[i].end);
    }
}

/* Trees */

typedef struct
{
  SdmAidCheck *check;
  gboolean     has_finding;
  gboolean     has_no_finding;
  gboolean     tells_findings; /* true from false, or that this is not known */
  gboolean     tells_all_clears;
  gboolean     lacks_derivation;
} TreeCheck;

static void
note_kind (TreeCheck *self,
           json_t    *branch)
{
  static const struct
  {
    const char *kind;
    gsize       flag;
  } kinds[] = {
    { "finding", G_STRUCT_OFFSET (TreeCheck, has_finding) },
    { "no-finding", G_STRUCT_OFFSET (TreeCheck, has_no_finding) },
    { "false-finding", G_STRUCT_OFFSET (TreeCheck, tells_findings) },
    { "missed", G_STRUCT_OFFSET (TreeCheck, tells_all_clears) },
  };
  const char *is = get_text (branch, "is");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, is) == 0)
      G_STRUCT_MEMBER (gboolean, self, kinds[i].flag) = TRUE;
  if (json_object_get (branch, "not_known") != NULL)
    {
      self->tells_findings = self->tells_findings || g_strcmp0 (is, "finding") == 0;
      self->tells_all_clears = self->tells_all_clears || g_strcmp0 (is, "no-finding") == 0;
    }
}

static void
check_branch_number (TreeCheck         *self,
                     json_t            *branch,
                     const SdmJsonStep *step)
{
  const SdmRatio    of = { self->check->aid->denominator, 1 };
  const SdmJsonStep number = { step, "n", 0 };
  json_t           *effect = json_object_get (branch, "n_from");
  const json_int_t  n = json_integer_value (json_object_get (branch, "n"));
  g_autofree char  *pointer = NULL;
  g_autofree char  *exact = NULL;
  gint64            rounded;
  SdmRatio          people;
  SdmRatio          shown;

  if (effect == NULL || !sdm_ratio_set (&shown, n, of.top))
    return;
  if (!sdm_effect_work_out (effect, SDM_EFFECT_VALUE, NULL, &shown, &people) || !sdm_ratio_multiply (&people, &people, &of))
    {
      pointer = sdm_json_step_to_pointer (&number);
      sdm_findings_add (self->check->findings, "derivation-incomplete", pointer, _ ("“%s” cannot be worked out from “%s”"), "n", sdm_effect_get_measure (effect));
      return;
    }
  if (sdm_ratio_round (&people, 0, &rounded) && rounded == n)
    return;
  pointer = sdm_json_step_to_pointer (&number);
  exact = sdm_ratio_format (&people, 2);
  sdm_findings_add (self->check->findings, "count-does-not-follow", pointer, _ ("“%s” is %d, but “%s” gives %s"), "n", (int) n, sdm_effect_get_measure (effect), exact);
}

static void
check_branch (TreeCheck         *self,
              json_t            *branch,
              const SdmJsonStep *step)
{
  const SdmJsonStep list = { step, "parts", 0 };
  json_t           *below = json_object_get (branch, "parts");
  json_int_t        sum = 0;
  json_t           *part;
  size_t            i;

  note_kind (self, branch);
  check_branch_number (self, branch, step);
  if (below == NULL)
    {
      self->lacks_derivation = self->lacks_derivation || json_object_get (branch, "n_from") == NULL;
      return;
    }

  json_array_foreach (below, i, part)
    {
      const SdmJsonStep entry = { &list, NULL, i };

      sum += json_integer_value (json_object_get (part, "n"));
      check_branch (self, part, &entry);
    }
  if (sum != json_integer_value (json_object_get (branch, "n")))
    {
      g_autofree char *pointer = sdm_json_step_to_pointer (step);

      sdm_findings_add (self->check->findings, "tree-sum", pointer, _ ("the parts add up to %d, not %d"), (int) sum, (int) json_integer_value (json_object_get (branch, "n")));
    }
}

static void
check_tree (SdmAidCheck *check,
            guint        o,
            json_t      *tree)
{
  TreeCheck         self = { .check = check };
  const SdmJsonStep top = { NULL, "outcomes", 0 };
  const SdmJsonStep entry = { &top, NULL, o };
  const SdmJsonStep step = { &entry, "tree", 0 };
  const json_int_t  n = json_integer_value (json_object_get (tree, "n"));

  check_branch (&self, tree, &step);
  if (n != check->aid->denominator)
    sdm_aid_check_add (check, "tree-sum", SDM_PLACE ("/outcomes/#/tree/n", o), _ ("the tree begins with %d people, the aid speaks of %u"), (int) n, check->aid->denominator);
  if (!self.has_finding || !self.has_no_finding || !self.tells_findings || !self.tells_all_clears)
    sdm_aid_check_add (check, "tree-incomplete", SDM_PLACE ("/outcomes/#/tree", o), "%s",
                       !self.has_finding || !self.has_no_finding ? _ ("the tree does not tell a finding from none")
                                                                 : !self.tells_findings
                       ? _ ("the tree does not say how many findings are false")
                       : _ ("the tree does not say how many are missed"));
  if (self.lacks_derivation)
    sdm_aid_check_add (check, "tree-count-given", SDM_PLACE ("/outcomes/#/tree", o), "%s", _ ("a branch at an end has no “n_from”"));
}

static void
check_has_tree (SdmAidCheck *check)
{
  SdmAid  *aid = check->aid;
  gboolean has_tree = FALSE;

  for (guint o = 0; o < aid->n_outcomes; o++)
    has_tree = has_tree || aid->outcomes[o].show == SDM_SHOW_TREE;
  for (guint i = 0; i < aid->n_options && !has_tree; i++)
    if (g_str_equal (aid->options[i].kind, "test"))
      {
        sdm_aid_check_add (check, "tree-missing", SDM_PLACE ("/options/#/kind", i), _ ("“%s” is a test, but no outcome is a tree"), aid->options[i].title);
        break;
      }
}

/* Numbers told in words */

/* "3 to 4 fewer" stands for 3.5: the number rounded half up, or both of those beside it. A figure
 * that is no count, such as "2.5 years", stands as it was printed. */
static gboolean
is_told (const char   *shown,
         json_t       *effect,
         SdmEffectPart part,
         guint         denominator,
         SdmRatio     *people)
{
  const SdmRatio none = { 0, 1 };
  const SdmRatio of = { denominator, 1 };
  gint64         whole;
  gint64         rounded;

  if (names_number (shown, sdm_number_key_from_text (get_text (effect, parts[part]) != NULL ? get_text (effect, parts[part]) : "")))
    return TRUE;
  if (!sdm_effect_work_out (effect, part, &none, NULL, people) || !sdm_ratio_multiply (people, people, &of))
    return FALSE;
  if (people->top < 0)
    people->top = -people->top;
  whole = (gint64) MIN (people->top / people->bottom, G_MAXINT);
  if (sdm_ratio_round (people, 0, &rounded) && names_number (shown, sdm_number_key ((guint) MIN (rounded, G_MAXINT))))
    return TRUE;

  return names_number (shown, sdm_number_key ((guint) whole)) && names_number (shown, sdm_number_key ((guint) whole + 1));
}

/* Only to be compared, never shown. */
static double
read_number (const char *start,
             const char *end)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = start; p < end; p++)
    if (*p != ',')
      g_string_append_c (digits, *p);

  return g_ascii_strtod (digits->str, NULL);
}

/* "3 to 4": the first number is the smaller one. */
static void
check_ranges_in_words (SdmAidCheck *check,
                       SdmPlace     place,
                       const char  *shown)
{
  const char  *start;
  const char  *end;
  const char  *last_end = NULL;
  double       last = 0;
  SdmNumberKey key;

  for (const char *p = shown; (end = sdm_number_find (p, &start, &key)) != NULL; p = end)
    {
      const double number = read_number (start, end);

      if (last_end != NULL && (gsize) (start - last_end) == strlen (" to ") && strncmp (last_end, " to ", strlen (" to ")) == 0 && number <= last)
        sdm_aid_check_add (check, "number-range", place, _ ("a range must go up: %s"), shown);
      last = number;
      last_end = end;
    }
}

static void
check_figure_in_words (SdmAidCheck *check,
                       guint        o,
                       guint        f,
                       json_t      *figure)
{
  const char *shown = get_text (figure, "shown");
  json_t     *effect = json_object_get (figure, "from");
  const guint n_parts = sdm_effect_is (effect, "event-rate") ? 1 : G_N_ELEMENTS (parts);

  check_ranges_in_words (check, SDM_PLACE ("/outcomes/#/figures/#/shown", o, f), shown);
  /* A ratio says nothing of people without a start, and an assumed number is as it stands. */
  if (effect == NULL || (!sdm_effect_is (effect, "event-rate") && !sdm_effect_is (effect, "published") && !sdm_effect_is (effect, "risk-difference")))
    return;
  for (guint i = 0; i < n_parts; i++)
    {
      SdmRatio people = { 0, 1 };

      if (!sdm_effect_is (effect, "event-rate") && !sdm_effect_has_value (effect, i))
        continue;
      if (!is_told (shown, effect, i, check->aid->denominator, &people))
        {
          const SdmPlace   place = SDM_PLACE ("/outcomes/#/figures/#/shown", o, f);
          g_autofree char *exact = sdm_ratio_format (&people, 1);

          if (i == SDM_EFFECT_VALUE)
            sdm_aid_check_add (check, "figure-does-not-follow", place, _ ("the effect gives %s of %u, which does not stand in “%s”"), exact, check->aid->denominator, shown);
          else
            sdm_aid_check_add (check, "figure-range-untold", place, _ ("“%s” is %s, which does not stand in “%s”"), parts[i], get_text (effect, parts[i]), shown);
        }
    }
}

/**
 * sdm_aid_check_figures:
 *
 * Checks that figures other than counts follow from what was printed.
 */
void
sdm_aid_check_figures (SdmAidCheck *check)
{
  json_t *outcome;
  json_t *item;
  size_t  o;
  size_t  i;

  json_array_foreach (json_object_get (check->root, "outcomes"), o, outcome)
    {
      json_t *tree = json_object_get (outcome, "tree");

      json_array_foreach (json_object_get (outcome, "bars"), i, item)
        check_bar (check, (guint) o, (guint) i, item);
      json_array_foreach (json_object_get (outcome, "figures"), i, item)
        check_figure_in_words (check, (guint) o, (guint) i, item);
      if (json_object_get (outcome, "bars") != NULL)
        check_scale (check, (guint) o);
      if (tree != NULL)
        check_tree (check, (guint) o, tree);
    }
  check_has_tree (check);
}
