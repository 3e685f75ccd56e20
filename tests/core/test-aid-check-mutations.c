/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "documents.h"
#include "sdm-aid-check.h"

/*
 * Changes each figure of each shipped aid by one, up and down, and asks the checker.
 *
 * A figure that a patient sees (a count, an end of its range, a bar, a part of a tree, a fact, a
 * number told in words, the end of a scale) must be found, whichever it is.
 *
 * A printed figure on which counts rest (a ratio, a rate, its "of" and "per") must be found where
 * a count would no longer follow. The test knows that by working the counts out itself, in floating
 * point. Where none would change, nothing that is shown is wrong, and nobody could tell.
 *
 * Some sources give counts only. A count that says so itself ("does_not_follow") has a range that
 * follows from nothing. A fact such as "6 weeks", or a number in words that has a note in place of an
 * effect, is known by the text that says it. Where another text happens to say the changed number with
 * the same words, the two cannot be told apart; that may be so for one change in twenty-five of an aid,
 * and the test says which.
 */

#define COINCIDENCES 25

typedef struct
{
  SdmAidChecker *checker;
  SdmJsonText   *text;
  json_t        *root;
  GHashTable    *before; /* what is found in the aid as it is */
  json_t        *outcome;
  guint          n_tried;
  guint          n_silent;
  guint          n_coincidences;
  gboolean       known_by_text; /* what is being changed follows from no printed number */
  guint          every;         /* 1, or more to try only some where the machine is slow */
  GPtrArray     *missed;
} Mutation;

static char *
name_finding (const SdmFinding *finding)
{
  return g_strconcat (finding->tag->name, " ", finding->pointer, " ", finding->detail, NULL);
}

static gboolean
is_found (Mutation *self)
{
  g_autoptr (GPtrArray) findings = sdm_findings_new ();

  sdm_aid_checker_check (self->checker, self->text, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char  *name = name_finding (finding);

      if (finding->tag->severity <= SDM_SEVERITY_WARNING && !g_hash_table_contains (self->before, name))
        return TRUE;
    }

  return FALSE;
}

/* What a count should be, in floating point */

static double
get_decimal (json_t     *effect,
             const char *key)
{
  return g_ascii_strtod (json_string_value (json_object_get (effect, key)), NULL);
}

static double
work_out (json_t     *effect,
          const char *key,
          double      base,
          double      shown)
{
  const char *measure = json_string_value (json_object_get (effect, "measure"));
  json_t     *per = json_object_get (effect, "per");
  double      value;

  if (g_str_equal (measure, "event-rate"))
    return (double) json_integer_value (json_object_get (effect, "events")) / (double) json_integer_value (json_object_get (effect, "of"));
  if (g_str_equal (measure, "assumed"))
    return shown;

  value = get_decimal (effect, key);
  if (g_str_equal (measure, "risk-ratio"))
    return base * value;
  if (g_str_equal (measure, "odds-ratio"))
    return base * value / (1 - base + base * value);
  if (g_str_equal (measure, "hazard-ratio"))
    return 1 - pow (1 - base, value);

  value /= per != NULL ? (double) json_integer_value (per) : 100;

  return g_str_equal (measure, "published") ? value : base + value;
}

static json_t *
find_arm (json_t *outcome,
          json_t *count)
{
  json_t *arms = json_object_get (outcome, "arms");
  json_t *arm;
  size_t  i;

  json_array_foreach (arms, i, arm)
    if (json_equal (json_object_get (arm, "id"), json_object_get (count, "arm")))
      return arm;

  g_assert_not_reached ();
}

static json_t *
get_effect (json_t     *outcome,
            json_t     *count,
            const char *key)
{
  json_t *own = json_object_get (count, key);

  return own != NULL ? own : json_object_get (find_arm (outcome, count), key);
}

static gboolean
follows (json_t     *outcome,
         json_t     *count,
         const char *key,
         double      base,
         double      denominator)
{
  json_t *shown = json_object_get (count, key);
  json_t *effect = get_effect (outcome, count, g_str_equal (key, "n") ? "n_from" : "range_from");
  double  exact;

  if (shown == NULL || effect == NULL || json_object_get (count, "does_not_follow") != NULL)
    return TRUE;
  exact = work_out (effect, g_str_equal (key, "n") ? "value" : key, base, (double) json_integer_value (shown) / denominator) * denominator;

  return fabs (exact - (double) json_integer_value (shown)) < 0.5 + 1e-6;
}

/* A bar is the printed number, rounded to as many places as it shows. */
static gboolean
bars_follow (json_t *outcome)
{
  static const char *const keys[] = { "value", "low", "high" };
  json_t                  *bar;
  size_t                   i;

  json_array_foreach (json_object_get (outcome, "bars"), i, bar)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      {
        const char *shown = json_string_value (json_object_get (bar, keys[k]));
        const char *point = shown != NULL ? strchr (shown, '.') : NULL;
        double      unit = pow (10, point != NULL ? -(double) strlen (point + 1) : 0);

        if (shown != NULL && fabs (get_decimal (bar, keys[k]) - get_decimal (json_object_get (bar, "exact"), keys[k])) > unit * (0.5 + 1e-6))
          return FALSE;
      }

  return TRUE;
}

/* Whether every count of the outcome is still what its effect gives. */
static gboolean
all_follow (Mutation *self)
{
  const double denominator = (double) json_integer_value (json_object_get (self->root, "denominator"));
  json_t      *group;
  json_t      *count;
  size_t       g;
  size_t       c;

  if (!bars_follow (self->outcome))
    return FALSE;
  json_array_foreach (json_object_get (self->outcome, "groups"), g, group)
    {
      double base = 0;

      json_array_foreach (json_object_get (group, "counts"), c, count)
        if (json_object_get (find_arm (self->outcome, count), "comparator") != NULL && json_object_get (count, "n") != NULL)
          base = work_out (get_effect (self->outcome, count, "n_from"), "value", 0, (double) json_integer_value (json_object_get (count, "n")) / denominator);
      json_array_foreach (json_object_get (group, "counts"), c, count)
        if (!follows (self->outcome, count, "n", base, denominator) || !follows (self->outcome, count, "low", base, denominator) ||
            !follows (self->outcome, count, "high", base, denominator))
          return FALSE;
    }

  return TRUE;
}

/* One change */

static void
look (Mutation   *self,
      const char *place,
      const char *to,
      gboolean    may_be_silent)
{
  if (self->n_tried++ % self->every != 0)
    return;
  if (is_found (self))
    return;
  if (may_be_silent && all_follow (self))
    {
      self->n_silent++;
      return;
    }
  if (self->known_by_text)
    {
      g_test_message ("said by another text: %s is %s", place, to);
      self->n_coincidences++;
    }
  else
    g_ptr_array_add (self->missed, g_strdup_printf ("%s is %s", place, to));
}

static void
change_integer (Mutation   *self,
                json_t     *value,
                const char *place,
                gboolean    may_be_silent)
{
  const json_int_t before = json_integer_value (value);

  for (int step = -1; step <= 1; step += 2)
    {
      g_autofree char *to = g_strdup_printf ("%d", (int) before + step);

      if (before + step < 0)
        continue;
      json_integer_set (value, before + step);
      look (self, place, to, may_be_silent);
    }
  json_integer_set (value, before);
}

/* @text with the number that ends at @end one more or less in its last place; NULL where that is below nothing. */
static char *
change_number (const char *text,
               const char *end,
               int         step)
{
  g_autofree char *changed = g_strdup (text);
  gsize            at = (gsize) (end - text);

  while (at > 0 && (g_ascii_isdigit (changed[at - 1]) || changed[at - 1] == '.' || changed[at - 1] == ','))
    {
      at--;
      if (!g_ascii_isdigit (changed[at]))
        continue;
      if (changed[at] != (step > 0 ? '9' : '0'))
        {
          changed[at] = (char) (changed[at] + step);
          return g_steal_pointer (&changed);
        }
      changed[at] = step > 0 ? '0' : '9';
    }
  if (step < 0)
    return NULL;

  return g_strdup_printf ("%.*s1%s", (int) at, changed, changed + at);
}

/* Every number in a text or decimal. */
static void
change_text (Mutation   *self,
             json_t     *value,
             const char *place,
             gboolean    may_be_silent)
{
  g_autofree char *before = g_strdup (json_string_value (value));

  for (const char *p = before; *p != '\0'; p++)
    for (int step = -1; step <= 1; step += 2)
      {
        g_autofree char *changed = NULL;
        const gboolean   goes_on = g_ascii_isdigit (p[1]) || ((p[1] == '.' || p[1] == ',') && g_ascii_isdigit (p[2]));

        if (!g_ascii_isdigit (*p) || goes_on)
          continue;
        changed = change_number (before, p + 1, step);
        if (changed == NULL)
          continue;
        json_string_set (value, changed);
        look (self, place, changed, may_be_silent);
      }
  json_string_set (value, before);
}

/* Which figures */

static gboolean
is_one_of (const char *key,
           const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);

  return g_strv_contains ((const char *const *) names, key);
}

static void
change_value (Mutation   *self,
              json_t     *value,
              const char *place,
              gboolean    may_be_silent)
{
  if (json_is_integer (value))
    change_integer (self, value, place, may_be_silent);
  else if (json_is_string (value))
    change_text (self, value, place, may_be_silent);
}

/* The ends of a range that follow from nothing; the count itself always follows from what was printed. */
static gboolean
gives_counts_only (json_t     *count,
                   const char *key)
{
  return json_object_get (count, "does_not_follow") != NULL && !g_str_equal (key, "n");
}

static void
change_below (Mutation   *self,
              json_t     *node,
              const char *keys,
              const char *place,
              gboolean    may_be_silent)
{
  const char *key;
  json_t     *value;
  size_t      i;

  json_array_foreach (node, i, value)
    {
      g_autofree char *below = g_strdup_printf ("%s/%u", place, (guint) i);

      self->known_by_text = json_object_get (value, "shown") != NULL && json_object_get (value, "from") == NULL;
      change_below (self, value, keys, below, may_be_silent);
    }
  json_object_foreach (node, key, value)
    {
      g_autofree char *below = g_strconcat (place, "/", key, NULL);

      if (is_one_of (key, "n_from range_from from exact"))
        change_below (self, value, "value low high events of per", below, TRUE);
      else if (is_one_of (key, keys))
        change_value (self, value, below, may_be_silent || gives_counts_only (node, key));
      else
        change_below (self, value, keys, below, may_be_silent);
    }
}

static void
change_outcome (Mutation *self,
                guint     o)
{
  static const struct
  {
    const char *list;
    const char *keys;
  } shown[] = {
    { "arms", "" },
    { "groups", "n low high" },
    { "bars", "value low high" },
    { "scale", "min max" },
    { "tree", "n" },
    { "figures", "shown" },
  };

  self->outcome = json_array_get (json_object_get (self->root, "outcomes"), o);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *place = g_strdup_printf ("/outcomes/%u/%s", o, shown[i].list);

      change_below (self, json_object_get (self->outcome, shown[i].list), shown[i].keys, place, FALSE);
    }
}

static void
test_mutations (gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, NULL, &error);
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autoptr (SdmAidChecker) checker = sdm_aid_checker_new (clock);
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) missed = g_ptr_array_new_with_free_func (g_free);
  const char *sample = g_getenv ("EVENHAND_SAMPLE");
  Mutation    self = { .checker = checker, .text = text, .before = before, .missed = missed };

  g_assert_no_error (error);
  self.every = sample != NULL ? (guint) MAX (g_ascii_strtoull (sample, NULL, 10), 1) : 1;
  self.root = sdm_json_text_get_root (text);
  sdm_aid_checker_check (checker, text, findings);
  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (before, name_finding (g_ptr_array_index (findings, i)));

  for (guint o = 0; o < json_array_size (json_object_get (self.root, "outcomes")); o++)
    change_outcome (&self, o);
  change_below (&self, json_object_get (self.root, "facts"), "shown", "/facts", FALSE);

  g_test_message ("%u changes, of which %u leave every count as it is", self.n_tried, self.n_silent);
  for (guint i = 0; i < missed->len; i++)
    g_test_message ("not found: %s", (const char *) g_ptr_array_index (missed, i));
  g_assert_cmpuint (self.n_tried, >, 10);
  if (self.every == 1) /* a share of a few says nothing */
    g_assert_cmpuint (self.n_coincidences * COINCIDENCES, <=, self.n_tried);
  g_assert_cmpuint (missed->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);

  folder = documents_find ("decision-aids");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char            *path = g_build_filename (folder, name, "aid.json", NULL);
      g_autofree char *test_path = g_strconcat ("/core/aid-check/mutations/", name, NULL);

      g_ptr_array_add (paths, path);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_test_add_data_func (test_path, path, test_mutations);
    }
  g_assert_cmpuint (paths->len, >, 2);

  return g_test_run ();
}
