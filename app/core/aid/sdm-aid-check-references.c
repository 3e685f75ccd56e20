/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-figure.h"

/* What no schema can say: names that must lead somewhere, placeholders that must stand for a figure. */

typedef enum
{
  OPTION,
  OUTCOME,
  QUESTION,
  SOURCE,
} Kind;

/* Which keys hold names of what. Lists hold either the names or objects with an id. */
static const struct
{
  const char *key;
  Kind        kind;
} reference_keys[] = {
  { "option", OPTION },
  { "options", OPTION },
  { "outcome", OUTCOME },
  { "outcomes", OUTCOME },
  { "answers_from", OUTCOME },
  { "questions", QUESTION },
  { "sources", SOURCE },
};

static gboolean
is_known (SdmAidCheck *check,
          Kind         kind,
          const char  *name)
{
  SdmAid          *aid = check->aid;
  const SdmSource *source;

  switch (kind)
    {
    case OPTION:
      return sdm_aid_find_option (aid, name) != NULL;
    case OUTCOME:
      return sdm_aid_find_outcome (aid, name) != NULL;
    case QUESTION:
      return sdm_aid_find_question (aid, name) != NULL;
    case SOURCE:
      source = sdm_aid_find_source (aid, name);
      if (source != NULL)
        check->cited[source - aid->sources] = TRUE;
      return source != NULL;
    default:
      g_assert_not_reached ();
    }
}

static char *
describe_unknown (Kind        kind,
                  const char *name)
{
  switch (kind)
    {
    case OPTION:
      return g_strdup_printf (_ ("there is no option “%s”"), name);
    case OUTCOME:
      return g_strdup_printf (_ ("there is no outcome “%s”"), name);
    case QUESTION:
      return g_strdup_printf (_ ("there is no question “%s”"), name);
    case SOURCE:
      return g_strdup_printf (_ ("there is no source “%s”"), name);
    default:
      g_assert_not_reached ();
    }
}

static void
add_at_step (SdmAidCheck       *check,
             const char        *tag,
             const SdmJsonStep *step,
             const char        *detail)
{
  g_autofree char *pointer = sdm_json_step_to_pointer (step);

  sdm_findings_add (check->findings, tag, pointer, "%s", detail);
}

static void
check_name (SdmAidCheck       *check,
            Kind               kind,
            const char        *name,
            const SdmJsonStep *step)
{
  g_autofree char *detail = NULL;

  if (name == NULL || is_known (check, kind, name))
    return;
  detail = describe_unknown (kind, name);
  add_at_step (check, "reference-unknown", step, detail);
}

static void
check_reference (SdmAidCheck       *check,
                 Kind               kind,
                 json_t            *value,
                 const SdmJsonStep *step)
{
  json_t *item;
  size_t  i;

  if (json_is_string (value))
    check_name (check, kind, json_string_value (value), step);

  json_array_foreach (value, i, item)
    {
      const SdmJsonStep below = { step, NULL, i };

      check_name (check, kind, json_is_string (item) ? json_string_value (item) : json_string_value (json_object_get (item, "id")), &below);
    }
}

/* Whether the program puts numbers in at this place. Elsewhere a person would read the braces. */
static gboolean
is_filled (const SdmJsonStep *step)
{
  static const char *const lists[] = { "good", "bad", "answers", "statements", "gaps", "choices", "knowledge", NULL };
  const SdmJsonStep       *list = step->above != NULL ? step->above->above : NULL;

  return list != NULL && list->key != NULL && g_strv_contains (lists, list->key);
}

static void
check_placeholders (SdmAidCheck       *check,
                    const char        *text,
                    const SdmJsonStep *step,
                    gboolean           own_event)
{
  g_autofree char *unknown = NULL;
  g_autofree char *detail = NULL;

  if (strchr (text, '{') == NULL)
    return;
  if (!own_event && !is_filled (step))
    {
      add_at_step (check, "placeholder-unknown", step, _ ("no numbers are put in here; write them out"));
      return;
    }
  unknown = own_event ? sdm_figure_find_unknown_in_event (check->aid, text) : sdm_figure_find_unknown_placeholder (check->aid, text);
  if (unknown == NULL)
    return;
  detail = g_strdup_printf (_ ("the placeholder {%s} stands for no figure"), unknown);
  add_at_step (check, "placeholder-unknown", step, detail);
}

/* One pass over the document. The lists at its top hold the things themselves. */
static void
check_below (SdmAidCheck       *check,
             json_t            *node,
             const SdmJsonStep *step,
             gboolean           own_event)
{
  const char *key;
  json_t     *value;
  size_t      i;

  if (json_is_string (node))
    check_placeholders (check, json_string_value (node), step, own_event);

  json_array_foreach (node, i, value)
    {
      const SdmJsonStep below = { step, NULL, i };

      check_below (check, value, &below, own_event);
    }

  json_object_foreach (node, key, value)
    {
      const SdmJsonStep below = { step, key, 0 };

      /* All of the keys begin with one of these. */
      if (step != NULL && strchr ("oaqs", *key) != NULL)
        for (gsize k = 0; k < G_N_ELEMENTS (reference_keys); k++)
          if (g_str_equal (reference_keys[k].key, key))
            check_reference (check, reference_keys[k].kind, value, &below);
      check_below (check, value, &below, own_event || g_str_equal (key, "event"));
    }
}

/* Names that stand twice */

static void
check_unique (SdmAidCheck       *check,
              json_t            *list,
              const char        *key,
              const SdmJsonStep *step)
{
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    for (size_t j = 0; j < i; j++)
      {
        const SdmJsonStep entry = { step, NULL, i };
        const SdmJsonStep place = { &entry, key, 0 };
        const char       *name = json_string_value (json_object_get (item, key));
        g_autofree char  *detail = NULL;

        if (name == NULL || g_strcmp0 (name, json_string_value (json_object_get (json_array_get (list, j), key))) != 0)
          continue;
        detail = g_strdup_printf (_ ("the name “%s” is used twice"), name);
        add_at_step (check, "repeated-id", &place, detail);
        break;
      }
}

static void
check_names (SdmAidCheck *check)
{
  static const char *const lists[] = {
    "options", "outcomes", "questions", "sources", "facts", "priorities", "knowledge", "teach_back", "safety_net", "prompts", "stop_cards"
  };
  json_t *outcomes = json_object_get (check->root, "outcomes");
  json_t *outcome;
  size_t  i;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      const SdmJsonStep top = { NULL, lists[l], 0 };

      check_unique (check, json_object_get (check->root, lists[l]), "id", &top);
    }

  json_array_foreach (outcomes, i, outcome)
    {
      const SdmJsonStep top = { NULL, "outcomes", 0 };
      const SdmJsonStep entry = { &top, NULL, i };
      const SdmJsonStep arms = { &entry, "arms", 0 };
      const SdmJsonStep groups = { &entry, "groups", 0 };
      const SdmJsonStep bars = { &entry, "bars", 0 };

      check_unique (check, json_object_get (outcome, "arms"), "id", &arms);
      check_unique (check, json_object_get (outcome, "groups"), "id", &groups);
      check_unique (check, json_object_get (outcome, "bars"), "arm", &bars);
    }
}

/* Groups: the clinician picks one for the whole aid, so a name means the same people everywhere. */

static void
check_group_labels (SdmAidCheck *check)
{
  SdmAid *aid = check->aid;

  if (aid->n_groups > SDM_MOST_GROUPS)
    sdm_aid_check_add (check, "list-length", SDM_PLACE ("/outcomes"), _ ("there are %u groups to choose from; %u is the most"), aid->n_groups, SDM_MOST_GROUPS);
  for (guint o = 0; o < aid->n_outcomes; o++)
    for (guint g = 0; g < aid->outcomes[o].n_groups; g++)
      {
        const SdmOutcomeGroup *group = &aid->outcomes[o].groups[g];

        for (guint i = 0; i < aid->n_groups; i++)
          if (g_str_equal (aid->groups[i].id, group->id) && !g_str_equal (aid->groups[i].label, group->label))
            sdm_aid_check_add (check, "group-label-differs", SDM_PLACE ("/outcomes/#/groups/#/label", o, g),
                               _ ("the group “%s” is called “%s” in another outcome"), group->id, aid->groups[i].label);
      }
}

/* What rests on what */

static void
check_disagreements (SdmAidCheck *check)
{
  SdmAid *aid = check->aid;

  for (guint o = 0; o < aid->n_outcomes; o++)
    for (guint d = 0; d < aid->outcomes[o].n_disagreements; d++)
      {
        const SdmOutcome *other = sdm_aid_find_outcome (aid, aid->outcomes[o].disagreements[d].outcome);
        gboolean          back = FALSE;

        for (guint i = 0; other != NULL && i < other->n_disagreements; i++)
          back = back || g_str_equal (other->disagreements[i].outcome, aid->outcomes[o].id);
        if (other != NULL && !back)
          sdm_aid_check_add (check, "disagreement-one-sided", SDM_PLACE ("/outcomes/#/disagrees_with/#", o, d),
                             _ ("“%s” does not disagree back"), other->title);
      }
}

static void
check_points (SdmAidCheck *check)
{
  for (guint o = 0; o < check->aid->n_options; o++)
    {
      const SdmOption *option = &check->aid->options[o];

      if (option->n_good != option->n_bad)
        sdm_aid_check_add (check, "points-unequal", SDM_PLACE ("/options/#", o),
                           _ ("“%s” has %u good and %u bad points"), option->title, option->n_good, option->n_bad);
    }
}

/* Questions about what was understood */
static void
check_knowledge (SdmAidCheck *check)
{
  for (guint i = 0; i < check->aid->n_knowledge; i++)
    {
      const SdmKnowledge *knowledge = &check->aid->knowledge[i];
      gboolean            is_choice = FALSE;

      for (guint c = 0; c < knowledge->n_choices; c++)
        is_choice = is_choice || g_strcmp0 (knowledge->choices[c].id, knowledge->answer) == 0;
      if (!is_choice)
        sdm_aid_check_add (check, "reference-unknown", SDM_PLACE ("/knowledge/#/answer", i),
                           _ ("there is no choice “%s” to this question"), knowledge->answer);
    }
}

static void
check_folder (SdmAidCheck *check)
{
  const char      *path = sdm_json_text_get_path (check->aid->text);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  if (path == NULL || !g_str_has_suffix (path, "/aid.json"))
    return;
  folder = g_path_get_dirname (path);
  name = g_path_get_basename (folder);
  if (!g_str_equal (name, sdm_aid_get_id (check->aid)))
    sdm_aid_check_add (check, "id-not-folder", SDM_PLACE ("/id"), _ ("the aid is called “%s”, its folder “%s”"), sdm_aid_get_id (check->aid), name);
}

/**
 * sdm_aid_check_references:
 *
 * Checks that every name leads somewhere and every placeholder stands for a figure.
 */
void
sdm_aid_check_references (SdmAidCheck *check)
{
  check_folder (check);
  check_names (check);
  check_below (check, check->root, NULL, FALSE);
  check_group_labels (check);
  check_disagreements (check);
  check_points (check);
  check_knowledge (check);
}
