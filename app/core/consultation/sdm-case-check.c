/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-check-aid.h"

#include <glib/gi18n.h>

#include "sdm-triggers.h"

/* Hidden things are tried before topics; among topics the one with the most letters matched wins,
 * then the earlier one. */

static gsize
match (const SdmAsked *asked,
       json_t         *any_of,
       gboolean        with_alike)
{
  g_autoptr (SdmTriggers) triggers = sdm_triggers_new (any_of, with_alike);

  return sdm_triggers_match (triggers, asked);
}

static gboolean
brings_out (const SdmAsked *asked,
            json_t         *hidden)
{
  json_t *way;
  size_t  i;

  json_array_foreach (json_object_get (hidden, "brought_out_by"), i, way)
    if (match (asked, json_object_get (way, "any_of"), FALSE) > 0)
      return TRUE;

  return FALSE;
}

static const char *
get_id (json_t *item)
{
  return json_string_value (json_object_get (item, "id"));
}

/* Hidden things */

static void
check_way (json_t     *all_hidden,
           json_t     *hidden,
           json_t     *way,
           const char *pointer,
           GPtrArray  *findings)
{
  const char *question = json_string_value (json_object_get (way, "question"));
  g_autoptr (SdmAsked) asked = sdm_asked_new (question);
  json_t *other;
  size_t  i;

  if (match (asked, json_object_get (way, "any_of"), FALSE) == 0)
    sdm_findings_add (findings, "persona-question", pointer, _ ("its own question would not bring it out: %s"), question);
  json_array_foreach (all_hidden, i, other)
    if (other != hidden && brings_out (asked, other))
      sdm_findings_add (findings, "persona-overlap", pointer, _ ("“%s” answers to the same question: %s"), get_id (other), question);
}

static void
check_hidden (json_t    *all_hidden,
              json_t    *hidden,
              guint      index,
              GPtrArray *findings)
{
  g_autoptr (GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *place = g_strdup_printf ("/persona/hidden/%u", index);
  json_t          *way;
  size_t           i;

  json_array_foreach (json_object_get (hidden, "brought_out_by"), i, way)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/brought_out_by/%u", place, (guint) i);

      g_hash_table_add (questions, (gpointer) json_string_value (json_object_get (way, "question")));
      check_way (all_hidden, hidden, way, pointer, findings);
    }
  if (g_hash_table_size (questions) < 2)
    sdm_findings_add (findings, "persona-question", place, _ ("“%s” needs two different questions that bring it out"), get_id (hidden));
}

/* Topics */

static void
check_example (json_t     *persona,
               json_t     *topic,
               const char *example,
               const char *pointer,
               GPtrArray  *findings)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new (example);
  const gsize own = match (asked, json_object_get (topic, "any_of"), TRUE);
  json_t     *winner = NULL;
  gsize       most = 0;
  json_t     *other;
  size_t      i;

  json_array_foreach (json_object_get (persona, "hidden"), i, other)
    if (brings_out (asked, other))
      sdm_findings_add (findings, "persona-overlap", pointer, _ ("an everyday question gives “%s” away: %s"), get_id (other), example);
  json_array_foreach (json_object_get (persona, "topics"), i, other)
    {
      const gsize letters = match (asked, json_object_get (other, "any_of"), TRUE);

      if (letters > most)
        {
          most = letters;
          winner = other;
        }
    }
  if (own == 0)
    sdm_findings_add (findings, "persona-topic", pointer, _ ("the example does not lead to “%s”: %s"), get_id (topic), example);
  else if (winner != topic)
    sdm_findings_add (findings, "persona-order", pointer, _ ("“%s” answers: %s"), get_id (winner), example);
}

/**
 * sdm_case_check_persona:
 * @document: a case that has the form of one
 * @findings: (element-type SdmFinding): gets what is wrong
 *
 * Checks that the made-up person answers as the author meant.
 */
void
sdm_case_check_persona (json_t    *document,
                        GPtrArray *findings)
{
  json_t *persona = json_object_get (document, "persona");
  json_t *all_hidden = json_object_get (persona, "hidden");
  json_t *item;
  json_t *example;
  size_t  i;
  size_t  e;

  json_array_foreach (all_hidden, i, item)
    check_hidden (all_hidden, item, (guint) i, findings);
  json_array_foreach (json_object_get (persona, "topics"), i, item)
    json_array_foreach (json_object_get (item, "examples"), e, example)
      {
        g_autofree char *pointer = g_strdup_printf ("/persona/topics/%u/examples/%u", (guint) i, (guint) e);

        check_example (persona, item, json_string_value (example), pointer, findings);
      }
}

/**
 * sdm_case_check_aid:
 * @document: a case that has the form of one
 * @aid: the aid that its consultation names
 * @findings: (element-type SdmFinding): gets what differs
 *
 * Checks the consultation inside the case against its aid.
 */
void
sdm_case_check_aid (json_t    *document,
                    SdmAid    *aid,
                    GPtrArray *findings)
{
  const guint first = findings->len;

  sdm_consultation_check_aid (json_object_get (document, "consultation"), aid, findings);
  for (guint i = first; i < findings->len; i++)
    {
      SdmFinding *finding = g_ptr_array_index (findings, i);
      char       *inside = g_strconcat ("/consultation", finding->pointer, NULL);

      g_free (finding->pointer);
      finding->pointer = inside;
    }
}
