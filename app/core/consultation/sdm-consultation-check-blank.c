/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-private.h"

#include <glib/gi18n.h>

/* A blank page for two: names that are told apart, and answers that belong to something. */

static const char *
get_text (json_t     *object,
          const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* The ids of a list; of two that are the same, the second is told. */
static GHashTable *
collect_ids (json_t     *blank,
             const char *key,
             GPtrArray  *findings)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  json_t     *entry;
  size_t      i;

  json_array_foreach (json_object_get (blank, key), i, entry)
    {
      const char *id = get_text (entry, "id");

      if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
        {
          g_autofree char *pointer = g_strdup_printf ("/blank/%s/%u/id", key, (guint) i);

          sdm_findings_add (findings, "repeated-id", pointer, _ ("“%s” stands twice"), id);
        }
    }

  return ids;
}

static void
check_name (GHashTable *ids,
            json_t     *answer,
            const char *key,
            size_t      index,
            GPtrArray  *findings)
{
  const char      *id = get_text (answer, key);
  g_autofree char *pointer = g_strdup_printf ("/blank/answers/%u/%s", (guint) index, key);

  if (id != NULL && !g_hash_table_contains (ids, id))
    sdm_findings_add (findings, "reference-unknown", pointer, _ ("the page has no “%s” by the name of “%s”"), key, id);
}

static void
check_answers (json_t     *blank,
               GHashTable *options,
               GHashTable *questions,
               GPtrArray  *findings)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_t *answer;
  size_t  i;

  json_array_foreach (json_object_get (blank, "answers"), i, answer)
    {
      const char      *option = get_text (answer, "option");
      const char      *question = get_text (answer, "question");
      g_autofree char *pointer = g_strdup_printf ("/blank/answers/%u", (guint) i);

      check_name (options, answer, "option", i, findings);
      check_name (questions, answer, "question", i, findings);
      if (option != NULL && question != NULL && !g_hash_table_add (cells, g_strdup_printf ("%s/%s", question, option)))
        sdm_findings_add (findings, "answer-twice", pointer, _ ("“%s” is answered twice for “%s”"), question, option);
    }
}

/**
 * sdm_consultation_check_blank:
 * @findings: (element-type SdmFinding): gets what is wrong with the blank page in @document
 *
 * Nothing is wrong where there is none.
 */
void
sdm_consultation_check_blank (json_t    *document,
                              GPtrArray *findings)
{
  json_t *blank = json_object_get (document, "blank");
  g_autoptr (GHashTable) options = NULL;
  g_autoptr (GHashTable) questions = NULL;

  if (!json_is_object (blank))
    return;

  options = collect_ids (blank, "options", findings);
  questions = collect_ids (blank, "questions", findings);
  check_answers (blank, options, questions, findings);
  if (json_array_size (sdm_json_get (document, "risks/figures")) > 0)
    sdm_findings_add (findings, "combination", "/risks/figures", "%s", _ ("a blank page has no figures"));
}
