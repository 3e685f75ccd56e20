/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-figure.h"

/* What no schema can say: names that must lead somewhere, answers that must be
 * there, placeholders that must stand for a figure. */

typedef struct
{
  SdmAid     *aid;
  GPtrArray  *findings;
  GHashTable *ids[4]; /* option, outcome, question, source */
} Check;

enum
{
  IDS_OPTION,
  IDS_OUTCOME,
  IDS_QUESTION,
  IDS_SOURCE,
};

/* Which keys hold names of what. Lists hold either the names or objects with an id. */
static const struct
{
  const char *key;
  int         ids;
} reference_keys[] = {
  { "option", IDS_OPTION },
  { "options", IDS_OPTION },
  { "outcome", IDS_OUTCOME },
  { "outcomes", IDS_OUTCOME },
  { "answers_from", IDS_OUTCOME },
  { "questions", IDS_QUESTION },
  { "sources", IDS_SOURCE },
};

static const char *const kinds_of_ids[] = {
  N_ ("there is no option “%s”"),
      N_ ("there is no outcome “%s”"),
          N_ ("there is no question “%s”"),
              N_ ("there is no source “%s”"),
          };

static GHashTable *
collect_ids (Check      *check,
             const char *key)
{
  json_t     *root = sdm_json_text_get_root (check->aid->text);
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  json_t     *item;
  size_t      i;

  json_array_foreach (json_object_get (root, key), i, item)
    {
      const char *id = json_string_value (json_object_get (item, "id"));

      if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
        {
          g_autofree char *pointer = g_strdup_printf ("/%s/%zu/id", key, i);

          sdm_findings_add (check->findings, "repeated-id", pointer, _ ("the name “%s” is used twice"), id);
        }
    }

  return ids;
}

static void
check_name (Check      *check,
            int         ids,
            const char *name,
            const char *pointer)
{
  if (name == NULL || g_hash_table_contains (check->ids[ids], name))
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sdm_findings_add (check->findings, "reference-unknown", pointer, _ (kinds_of_ids[ids]), name);
#pragma GCC diagnostic pop
}

static void
check_reference_value (Check      *check,
                       int         ids,
                       json_t     *value,
                       const char *pointer)
{
  json_t *item;
  size_t  i;

  if (json_is_string (value))
    check_name (check, ids, json_string_value (value), pointer);

  json_array_foreach (value, i, item)
    {
      g_autofree char *below = sdm_json_pointer_append_index (pointer, i);

      check_name (check, ids, json_is_string (item) ? json_string_value (item) : json_string_value (json_object_get (item, "id")), below);
    }
}

static void
check_references_below (Check      *check,
                        json_t     *node,
                        const char *pointer)
{
  const char *key;
  json_t     *value;
  size_t      i;

  json_array_foreach (node, i, value)
    {
      g_autofree char *below = sdm_json_pointer_append_index (pointer, i);

      check_references_below (check, value, below);
    }

  json_object_foreach (node, key, value)
    {
      g_autofree char *below = sdm_json_pointer_append (pointer, key);

      for (gsize k = 0; *pointer != '\0' && k < G_N_ELEMENTS (reference_keys); k++)
        if (g_str_equal (reference_keys[k].key, key))
          check_reference_value (check, reference_keys[k].ids, value, below);
      check_references_below (check, value, below);
    }
}

/* Answers */

static gboolean
is_answered (SdmAid            *aid,
             const SdmQuestion *question,
             const SdmOption   *option,
             const char        *group)
{
  g_autofree char *answer = sdm_aid_dup_answer (aid, question, option, group, NULL);

  return *answer != '\0';
}

static void
check_answers (Check *check)
{
  SdmAid *aid = check->aid;

  for (guint q = 0; q < aid->n_questions; q++)
    for (guint o = 0; o < aid->n_options; o++)
      for (guint g = 0; g < MAX (aid->n_groups, 1); g++)
        {
          const char      *group = aid->n_groups > 0 ? aid->groups[g].id : "all";
          g_autofree char *pointer = g_strdup_printf ("/questions/%u", q);

          if (is_answered (aid, &aid->questions[q], &aid->options[o], group))
            continue;
          sdm_findings_add (check->findings, "answer-missing", pointer,
                            _ ("“%s” has no answer for the option “%s” (group “%s”)"),
                               aid->questions[q].text, aid->options[o].title, group);
        }
}

/* Every option stands for an arm or has a gap; words speak of every option. */
static gboolean
speaks_of (const SdmOutcome *outcome,
           const char       *option)
{
  for (guint i = 0; i < outcome->n_arms; i++)
    if (g_strv_contains (outcome->arms[i].options, option))
      return TRUE;
  for (guint i = 0; i < outcome->n_gaps; i++)
    if (g_str_equal (outcome->gaps[i].option, option))
      return TRUE;
  for (guint i = 0; i < outcome->n_statements; i++)
    if (g_str_equal (outcome->statements[i].option, option))
      return TRUE;

  return FALSE;
}

static gboolean
has_arm (const SdmOutcome *outcome,
         const char       *arm)
{
  for (guint i = 0; i < outcome->n_arms; i++)
    if (g_str_equal (outcome->arms[i].id, arm))
      return TRUE;

  return FALSE;
}

static void
check_counts (Check            *check,
              const SdmOutcome *outcome,
              guint             index)
{
  for (guint g = 0; g < outcome->n_groups; g++)
    for (guint c = 0; c < outcome->groups[g].n_counts; c++)
      {
        const SdmCount  *count = &outcome->groups[g].counts[c];
        g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/groups/%u/counts/%u", index, g, c);

        if (!has_arm (outcome, count->arm))
          sdm_findings_add (check->findings, "reference-unknown", pointer, _ ("there is no arm “%s” in this outcome"), count->arm);
        if (count->n > check->aid->denominator || count->high > check->aid->denominator)
          sdm_findings_add (check->findings, "number-range", pointer, _ ("a count is larger than %u, of whom it counts"), check->aid->denominator);
        if (count->has_range && (count->low > count->high || (count->has_n && (count->n < count->low || count->n > count->high))))
          sdm_findings_add (check->findings, "number-range", pointer, "%s", _ ("the range does not hold the count"));
      }
}

static void
check_bars (Check            *check,
            const SdmOutcome *outcome,
            guint             index)
{
  for (guint i = 0; i < outcome->n_bars; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/bars/%u/arm", index, i);

      if (!has_arm (outcome, outcome->bars[i].arm))
        sdm_findings_add (check->findings, "reference-unknown", pointer, _ ("there is no arm “%s” in this outcome"), outcome->bars[i].arm);
    }
}

static void
check_outcomes (Check *check)
{
  SdmAid *aid = check->aid;

  for (guint i = 0; i < aid->n_outcomes; i++)
    {
      const SdmOutcome *outcome = &aid->outcomes[i];
      g_autofree char  *pointer = g_strdup_printf ("/outcomes/%u", i);

      check_counts (check, outcome, i);
      check_bars (check, outcome, i);
      for (guint o = 0; outcome->show != SDM_SHOW_TREE && o < aid->n_options; o++)
        if (!speaks_of (outcome, aid->options[o].id))
          sdm_findings_add (check->findings, "answer-missing", pointer, _ ("“%s” says nothing for the option “%s”"), outcome->title, aid->options[o].title);
    }
}

/* Questions about what was understood */

static void
check_knowledge (Check *check)
{
  SdmAid *aid = check->aid;

  for (guint i = 0; i < aid->n_knowledge; i++)
    {
      const SdmKnowledge *knowledge = &aid->knowledge[i];
      g_autofree char    *pointer = g_strdup_printf ("/knowledge/%u/answer", i);
      gboolean            is_choice = FALSE;

      for (guint c = 0; c < knowledge->n_choices; c++)
        is_choice = is_choice || g_strcmp0 (knowledge->choices[c].id, knowledge->answer) == 0;
      if (!is_choice)
        sdm_findings_add (check->findings, "reference-unknown", pointer, _ ("there is no choice “%s” to this question"), knowledge->answer);
    }
}

/* Placeholders */

static void
check_placeholders (Check      *check,
                    json_t     *node,
                    const char *pointer,
                    gboolean    own_event)
{
  const char *key;
  json_t     *value;
  size_t      i;

  if (json_is_string (node))
    {
      g_autofree char *unknown = own_event ? sdm_figure_find_unknown_in_event (check->aid, json_string_value (node))
                                           : sdm_figure_find_unknown_placeholder (check->aid, json_string_value (node));

      if (unknown != NULL)
        sdm_findings_add (check->findings, "placeholder-unknown", pointer, _ ("the placeholder {%s} stands for no figure"), unknown);
    }

  json_array_foreach (node, i, value)
    {
      g_autofree char *below = sdm_json_pointer_append_index (pointer, i);

      check_placeholders (check, value, below, own_event);
    }
  json_object_foreach (node, key, value)
    {
      g_autofree char *below = sdm_json_pointer_append (pointer, key);

      check_placeholders (check, value, below, own_event || g_str_equal (key, "event"));
    }
}

/* Folder */

static void
check_folder (Check *check)
{
  const char      *path = sdm_json_text_get_path (check->aid->text);
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *folder_name = folder != NULL ? g_path_get_basename (folder) : NULL;

  if (g_strcmp0 (base, "aid.json") == 0 && !g_str_equal (folder_name, sdm_aid_get_id (check->aid)))
    sdm_findings_add (check->findings, "id-not-folder", "/id", _ ("the aid is called “%s”, its folder “%s”"), sdm_aid_get_id (check->aid), folder_name);
}

/**
 * sdm_aid_check_references:
 * @findings: (element-type SdmFinding): gets what leads nowhere or is not there
 *
 * Checks what the schema cannot. The parts must have been read.
 */
void
sdm_aid_check_references (SdmAid    *self,
                          GPtrArray *findings)
{
  static const char *const other_lists[] = {
    "facts", "priorities", "knowledge", "teach_back", "safety_net", "prompts", "stop_cards"
  };
  static const char *const id_lists[] = { "options", "outcomes", "questions", "sources" };
  Check                    check = { .aid = self, .findings = findings };
  json_t                  *root = sdm_json_text_get_root (self->text);

  for (guint i = 0; i < G_N_ELEMENTS (id_lists); i++)
    check.ids[i] = collect_ids (&check, id_lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (other_lists); i++)
    g_hash_table_unref (collect_ids (&check, other_lists[i]));

  check_folder (&check);
  check_references_below (&check, root, "");
  check_answers (&check);
  check_outcomes (&check);
  check_knowledge (&check);
  check_placeholders (&check, root, "", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (id_lists); i++)
    g_hash_table_unref (check.ids[i]);
}
