/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-check-aid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-check-words.h"
#include "sdm-figure.h"

/* A consultation beside its aid: names that lead into it, figures and sentences that are its own. */

typedef struct
{
  json_t    *document;
  SdmAid    *aid;
  GPtrArray *findings;
} Check;

static json_t *
get (Check      *check,
     const char *path)
{
  return sdm_json_get (check->document, path);
}

/* Which aid */

static void
check_aid (Check *check)
{
  const char *version = json_string_value (get (check, "aid/version"));
  const char *hash = json_string_value (get (check, "aid/sha256"));

  if (version != NULL && !g_str_equal (version, sdm_aid_get_version (check->aid)))
    sdm_findings_add (check->findings, "aid-differs", "/aid/version", _ ("made with version %s, the aid is %s"), version, sdm_aid_get_version (check->aid));
  if (hash != NULL && !g_str_equal (hash, sdm_aid_get_sha256 (check->aid)))
    sdm_findings_add (check->findings, "aid-differs", "/aid/sha256", _ ("the hash of the aid is %s"), sdm_aid_get_sha256 (check->aid));
}

/* Names */

#define DEFINE_HAS(name, Type, getter)                     \
  static gboolean has_##name (SdmAid *aid, const char *id) \
  {                                                        \
    guint       n;                                         \
    const Type *items = getter (aid, &n);                  \
    for (guint i = 0; i < n; i++)                          \
      if (g_str_equal (items[i].id, id))                   \
        return TRUE;                                       \
    return FALSE;                                          \
  }

DEFINE_HAS (option, SdmOption, sdm_aid_get_options)
DEFINE_HAS (outcome, SdmOutcome, sdm_aid_get_outcomes)
DEFINE_HAS (question, SdmQuestion, sdm_aid_get_questions)
DEFINE_HAS (priority, SdmPriority, sdm_aid_get_priorities)
DEFINE_HAS (knowledge, SdmKnowledge, sdm_aid_get_knowledge)
DEFINE_HAS (teach_back, SdmTeachBack, sdm_aid_get_teach_back)
DEFINE_HAS (safety_net, SdmSafetyNet, sdm_aid_get_safety_net)
DEFINE_HAS (stop_card, SdmStopCard, sdm_aid_get_stop_cards)

#undef DEFINE_HAS

static const struct
{
  const char *key;
  gboolean (*has) (SdmAid     *aid,
                   const char *id);
} names[] = {
  { "option", has_option },
  { "outcome", has_outcome },
  { "question", has_question },
  { "priority", has_priority },
  { "knowledge", has_knowledge },
  { "teach_back", has_teach_back },
  { "safety_net", has_safety_net },
  { "stop_card", has_stop_card },
};

static void
check_names (Check             *check,
             json_t            *node,
             const SdmJsonStep *step)
{
  const char *key;
  json_t     *value;
  size_t      i;

  json_array_foreach (node, i, value)
    {
      const SdmJsonStep below = { step, NULL, i };

      check_names (check, value, &below);
    }
  json_object_foreach (node, key, value)
    {
      const SdmJsonStep below = { step, key, 0 };

      for (guint n = 0; json_is_string (value) && n < G_N_ELEMENTS (names); n++)
        if (g_str_equal (names[n].key, key) && !names[n].has (check->aid, json_string_value (value)))
          {
            g_autofree char *pointer = sdm_json_step_to_pointer (&below);

            sdm_findings_add (check->findings, "reference-unknown", pointer, _ ("the aid has no “%s” by the name of “%s”"), key, json_string_value (value));
          }
      check_names (check, value, &below);
    }
}

/* Options */

static guint
count_option (json_t     *list,
              const char *id)
{
  json_t *item;
  size_t  i;
  guint   n = 0;

  json_array_foreach (list, i, item)
    n += g_strcmp0 (json_string_value (json_is_object (item) ? json_object_get (item, "option") : item), id) == 0 ? 1 : 0;

  return n;
}

static void
check_options (Check *check)
{
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (check->aid, &n_options);
  json_t          *shown = get (check, "options/shown");
  json_t          *hidden = get (check, "options/hidden");
  json_t          *item;
  size_t           i;

  json_array_foreach (shown, i, item)
    if (!has_option (check->aid, json_string_value (item)))
      {
        g_autofree char *pointer = sdm_json_pointer_append_index ("/options/shown", i);

        sdm_findings_add (check->findings, "reference-unknown", pointer, _ ("there is no option “%s”"), json_string_value (item));
      }
  if (json_array_size (shown) + json_array_size (hidden) == 0)
    return;
  for (guint o = 0; o < n_options; o++)
    if (count_option (shown, options[o].id) + count_option (hidden, options[o].id) != 1)
      sdm_findings_add (check->findings, "option-not-placed", "/options", _ ("“%s” stands %u times among those shown and hidden"), options[o].title, count_option (shown, options[o].id) + count_option (hidden, options[o].id));
}

/* Figures */

static void
compare_number (Check      *check,
                const char *pointer,
                json_t     *figure,
                const char *key,
                gboolean    has,
                guint       expected)
{
  json_t *value = json_object_get (figure, key);

  if (value == NULL && !has)
    return;
  if (value == NULL || !has || json_integer_value (value) != expected)
    sdm_findings_add (check->findings, "figure-differs", pointer, _ ("“%s” is not what the aid says"), key);
}

static void
check_figure (Check      *check,
              json_t     *kept,
              const char *pointer)
{
  const SdmOutcome *outcome = sdm_aid_find_outcome (check->aid, json_string_value (json_object_get (kept, "outcome")));
  const SdmOption  *option = sdm_aid_find_option (check->aid, json_string_value (json_object_get (kept, "option")));
  const char       *group = json_string_value (json_object_get (kept, "group"));
  const char       *value = json_string_value (json_object_get (kept, "value"));
  g_autoptr (SdmFigure) figure = NULL;

  if (outcome == NULL || option == NULL || group == NULL)
    return;
  figure = sdm_figure_new (check->aid, outcome, option, group);
  if (g_strcmp0 (figure->sentence, json_string_value (json_object_get (kept, "sentence"))) != 0)
    sdm_findings_add (check->findings, "figure-differs", pointer, _ ("the aid says: %s"), figure->sentence);
  if (outcome->show != SDM_SHOW_ICONS && outcome->show != SDM_SHOW_BARS)
    return;
  if (json_object_get (kept, "arm") == NULL)
    return;
  if (outcome->show == SDM_SHOW_ICONS)
    {
      compare_number (check, pointer, kept, "n", figure->state == SDM_FIGURE_COUNT, figure->n);
      compare_number (check, pointer, kept, "low", figure->has_range, figure->low);
      compare_number (check, pointer, kept, "high", figure->has_range, figure->high);
    }
  else if (g_strcmp0 (value, figure->value) != 0)
    sdm_findings_add (check->findings, "figure-differs", pointer, _ ("“%s” is not what the aid says"), "value");
}

static void
check_figures (Check *check)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (get (check, "risks/figures"), i, figure)
    {
      g_autofree char *pointer = sdm_json_pointer_append_index ("/risks/figures", i);

      check_figure (check, figure, pointer);
    }
}

/* What a record may name: figures that were shown, and the aid's facts. */

static void
add_numbers (GHashTable *numbers,
             const char *text)
{
  const char  *start;
  SdmNumberKey key;

  for (const char *p = text; p != NULL && (p = sdm_number_find (p, &start, &key)) != NULL;)
    g_hash_table_add (numbers, g_memdup2 (&key, sizeof key));
}

static GHashTable *
collect_shown (Check *check)
{
  GHashTable  *numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  SdmNumberKey of = sdm_number_key (sdm_aid_get_denominator (check->aid));
  json_t      *item;
  size_t       i;

  g_hash_table_add (numbers, g_memdup2 (&of, sizeof of));
  for (guint f = 0; f < sdm_aid_get_n_facts (check->aid); f++)
    add_numbers (numbers, sdm_aid_get_fact (check->aid, f));
  json_array_foreach (get (check, "risks/figures"), i, item)
    {
      const SdmOutcome *outcome = sdm_aid_find_outcome (check->aid, json_string_value (json_object_get (item, "outcome")));

      add_numbers (numbers, json_string_value (json_object_get (item, "sentence")));
      add_numbers (numbers, outcome != NULL ? outcome->population : NULL);
      add_numbers (numbers, outcome != NULL ? outcome->time_frame : NULL);
    }

  return numbers;
}

static void
check_recorded_text (Check      *check,
                     GHashTable *shown,
                     json_t     *record,
                     const char *side,
                     guint       index)
{
  json_t *text;
  size_t  i;

  json_array_foreach (json_object_get (record, side), i, text)
    {
      const char  *start;
      SdmNumberKey key;

      for (const char *p = json_string_value (text); p != NULL && (p = sdm_number_find (p, &start, &key)) != NULL;)
        if (!g_hash_table_contains (shown, &key))
          {
            g_autofree char *pointer = g_strdup_printf ("/options/record/%u/%s/%u", index, side, (guint) i);
            g_autofree char *number = g_strndup (start, (gsize) (p - start));

            sdm_findings_add (check->findings, "number-not-shown", pointer, _ ("%s was not shown"), number);
          }
    }
}

static void
check_record (Check *check)
{
  g_autoptr (GHashTable) shown = NULL;
  json_t *item;
  size_t  i;

  if (g_strcmp0 (json_string_value (json_object_get (check->document, "status")), "in-progress") == 0)
    return;
  shown = collect_shown (check);
  json_array_foreach (get (check, "options/record"), i, item)
    {
      check_recorded_text (check, shown, item, "risks", (guint) i);
      check_recorded_text (check, shown, item, "benefits", (guint) i);
    }
  json_array_foreach (get (check, "plan/chosen"), i, item)
    if (i == 0 && count_option (get (check, "options/shown"), json_string_value (json_object_get (item, "option"))) == 0)
      sdm_findings_add (check->findings, "option-not-placed", "/plan/chosen/0", "%s", _ ("an option was chosen that was not shown"));
}

static void
check_statements (Check *check)
{
  guint              n;
  const SdmPriority *priorities = sdm_aid_get_priorities (check->aid, &n);
  json_t            *item;
  size_t             i;

  json_array_foreach (get (check, "matters/ranked"), i, item)
    for (guint p = 0; p < n; p++)
      if (g_strcmp0 (json_string_value (json_object_get (item, "priority")), priorities[p].id) == 0 &&
          g_strcmp0 (json_string_value (json_object_get (item, "text")), priorities[p].text) != 0)
        {
          g_autofree char *pointer = sdm_json_pointer_append_index ("/matters/ranked", i);

          sdm_findings_add (check->findings, "statement-differs", pointer, _ ("the aid says: %s"), priorities[p].text);
        }
}

/**
 * sdm_consultation_check_aid:
 * @document: a consultation that has the form of one
 * @aid: the aid that it names
 * @findings: (element-type SdmFinding): gets what differs, with places in @document
 *
 * Checks that a consultation says what its aid says.
 */
void
sdm_consultation_check_aid (json_t    *document,
                            SdmAid    *aid,
                            GPtrArray *findings)
{
  Check check = { document, aid, findings };

  check_aid (&check);
  check_names (&check, document, NULL);
  check_options (&check);
  check_figures (&check);
  check_record (&check);
  check_statements (&check);
}
