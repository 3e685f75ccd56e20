/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-figure.h"

struct _SdmAidChecker
{
  SdmClock *clock;
  SdmWords *words;
};

/* Places */

/**
 * sdm_place_to_pointer:
 *
 * Returns: (transfer full): the place as a JSON pointer
 */
char *
sdm_place_to_pointer (const SdmPlace *place)
{
  GString *pointer = g_string_new (NULL);
  guint    n = 0;

  for (const char *p = place->path; *p != '\0'; p++)
    if (*p == '#')
      g_string_append_printf (pointer, "%u", place->index[n++]);
    else
      g_string_append_c (pointer, *p);

  return g_string_free (pointer, FALSE);
}

/**
 * sdm_aid_check_add:
 * @tag: a name that stands in the table of tags
 * @format: what was seen, with its arguments
 */
void
sdm_aid_check_add (SdmAidCheck *check,
                   const char  *tag,
                   SdmPlace     place,
                   const char  *format,
                   ...)
{
  g_autofree char *pointer = NULL;
  g_autofree char *detail = NULL;
  va_list          args;

  /* Who only reads an aid wants to know whether it can be used. */
  if (check->words == NULL && sdm_issue_tag_lookup (tag)->severity != SDM_SEVERITY_ERROR)
    return;

  pointer = sdm_place_to_pointer (&place);
  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);

  sdm_findings_add (check->findings, tag, pointer, "%s", detail);
}

/* What is said, made once */

/**
 * sdm_aid_check_get_sentence:
 *
 * Returns: (transfer none): what the outcome says of the option for the group
 */
const char *
sdm_aid_check_get_sentence (SdmAidCheck *check,
                            guint        outcome,
                            guint        option,
                            guint        group)
{
  SdmAid *aid = check->aid;
  char  **sentence = &check->sentences[(outcome * aid->n_options + option) * check->n_groups + group];

  if (*sentence == NULL)
    {
      g_autoptr (SdmFigure) figure = sdm_figure_new (aid, &aid->outcomes[outcome], &aid->options[option], check->groups[group]);

      *sentence = g_steal_pointer (&figure->sentence);
    }

  return *sentence;
}

/**
 * sdm_aid_check_fill:
 *
 * Returns: (transfer none): the text with its numbers
 */
const char *
sdm_aid_check_fill (SdmAidCheck *check,
                    const char  *text,
                    guint        group)
{
  g_autofree char *filled = NULL;
  const char      *kept = NULL;

  if (strchr (text, '{') == NULL)
    return text;

  /* What the group in the middle reads is asked for again and again. */
  if (group == check->group)
    kept = g_hash_table_lookup (check->fills, text);
  if (kept == NULL)
    {
      filled = sdm_aid_fill (check->aid, text, check->groups[group]);
      kept = g_string_chunk_insert (check->filled, filled);
      if (group == check->group)
        g_hash_table_insert (check->fills, (gpointer) text, (gpointer) kept);
    }

  return kept;
}

/**
 * sdm_aid_check_get_answer:
 *
 * Returns: (transfer none): the answer as a person reads it, "" where there is none
 */
const char *
sdm_aid_check_get_answer (SdmAidCheck *check,
                          guint        question,
                          guint        option,
                          guint        group)
{
  SdmAid            *aid = check->aid;
  const SdmQuestion *asked = &aid->questions[question];

  if (asked->answers_from != NULL)
    {
      const SdmOutcome *outcome = sdm_aid_find_outcome (aid, asked->answers_from);

      return outcome != NULL ? sdm_aid_check_get_sentence (check, (guint) (outcome - aid->outcomes), option, group) : "";
    }
  for (guint i = 0; i < asked->n_answers; i++)
    if (g_str_equal (asked->answers[i].option, aid->options[option].id))
      return sdm_aid_check_fill (check, asked->answers[i].text, group);

  return "";
}

/* One check */

/**
 * sdm_aid_check_init:
 * @check: (out): to be cleared with sdm_aid_check_clear()
 * @aid: an aid whose parts were read; it must outlive the check
 * @words: (nullable): needed for whatever looks at texts
 */
void
sdm_aid_check_init (SdmAidCheck *check,
                    SdmAid      *aid,
                    GPtrArray   *findings,
                    SdmWords    *words)
{
  const char **groups;

  *check = (SdmAidCheck){ .aid = aid, .findings = findings, .words = words };
  check->root = sdm_json_text_get_root (aid->text);
  check->n_groups = CLAMP (aid->n_groups, 1, SDM_MOST_GROUPS);
  check->group = check->n_groups / 2;
  groups = g_new0 (const char *, check->n_groups);
  groups[0] = "all";
  for (guint i = 0; i < check->n_groups && i < aid->n_groups; i++)
    groups[i] = aid->groups[i].id;
  check->groups = groups;
  check->cited = g_new0 (gboolean, aid->n_sources);
  check->filled = g_string_chunk_new (16384);
  check->fills = g_hash_table_new (NULL, NULL);
  check->sentences = g_new0 (char *, (gsize) aid->n_outcomes * aid->n_options * check->n_groups);
}

void
sdm_aid_check_clear (SdmAidCheck *check)
{
  const gsize n = (gsize) check->aid->n_outcomes * check->aid->n_options * check->n_groups;

  for (gsize i = 0; i < n; i++)
    g_free (check->sentences[i]);
  g_free (check->sentences);
  g_free (check->cited);
  g_free ((gpointer) check->groups);
  g_free (check->fields);
  g_free (check->field_texts);
  g_free (check->options);
  g_clear_pointer (&check->abbreviations, g_hash_table_unref);
  g_clear_pointer (&check->texts, g_array_unref);
  g_clear_pointer (&check->read, g_hash_table_unref);
  g_clear_pointer (&check->filled, g_string_chunk_free);
  g_clear_pointer (&check->fills, g_hash_table_unref);
}

/* The whole of it */

static void
check_content (SdmAidChecker *self,
               SdmAidCheck   *check)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  json_t *name;
  size_t  i;

  json_array_foreach (sdm_json_get (check->root, "readability/not_scored"), i, name)
    g_ptr_array_add (names, (gpointer) json_string_value (name));
  g_ptr_array_add (names, NULL);
  sdm_words_leave_out (self->words, (const char *const *) names->pdata);

  sdm_aid_check_sentences (check);
  sdm_aid_check_analyse_texts (check);
  sdm_aid_check_names (check);
  sdm_aid_check_reading (check);
  sdm_aid_check_balance (check);
  sdm_aid_check_numbers (check); /* collects the texts of the other groups in place of these */
  sdm_aid_check_life_cycle (check, self->clock);
}

/* Calls @use while the check is whole; not at all where the document does not have the form of an aid. */
static void
run (SdmAidChecker *self,
     SdmJsonText   *text,
     GPtrArray     *findings,
     void (*use) (SdmAidCheck *check,
                  gpointer     data),
     gpointer data)
{
  g_autoptr (SdmAid) aid = sdm_aid_new_unchecked (text, findings);
  SdmAidCheck check;

  if (aid != NULL)
    {
      sdm_aid_check_init (&check, aid, findings, self->words);
      sdm_aid_check_usable (&check);
      check_content (self, &check);
      if (use != NULL)
        use (&check, data);
      sdm_aid_check_clear (&check);
    }
  sdm_json_text_place_findings (text, findings);
}

/* Public API */

/**
 * sdm_aid_checker_new:
 * @clock: says which day it is
 *
 * Returns: (transfer full): a checker, for one thread
 */
SdmAidChecker *
sdm_aid_checker_new (SdmClock *clock)
{
  SdmAidChecker *self = g_new0 (SdmAidChecker, 1);

  self->clock = g_object_ref (clock);
  self->words = sdm_words_new ();

  return self;
}

void
sdm_aid_checker_free (SdmAidChecker *self)
{
  g_clear_object (&self->clock);
  g_clear_pointer (&self->words, sdm_words_free);
  g_free (self);
}

/**
 * sdm_aid_check_usable:
 *
 * Checks what makes an aid unusable: names that lead nowhere, answers that are not there,
 * numbers that do not follow. Reading an aid asks no more than this.
 */
void
sdm_aid_check_usable (SdmAidCheck *check)
{
  sdm_aid_check_references (check);
  sdm_aid_check_answers (check);
  sdm_aid_check_counts (check);
  sdm_aid_check_figures (check);
}

/**
 * sdm_aid_checker_check:
 * @text: a document that says it is a decision aid
 * @findings: (element-type SdmFinding): gets everything that was found, with its place
 *
 * Finds all there is to find. Where the document does not have the form of an aid,
 * only that is told, as the rest cannot be looked at.
 */
void
sdm_aid_checker_check (SdmAidChecker *self,
                       SdmJsonText   *text,
                       GPtrArray     *findings)
{
  run (self, text, findings, NULL, NULL);
}

static void
write_report_cb (SdmAidCheck *check,
                 gpointer     data)
{
  char **report = data;

  *report = sdm_aid_check_write_report (check);
}

/**
 * sdm_aid_checker_report:
 *
 * As sdm_aid_checker_check(), and tells what was counted.
 *
 * Returns: (transfer full) (nullable): the report as lines of text; %NULL where the
 *   document does not have the form of an aid
 */
char *
sdm_aid_checker_report (SdmAidChecker *self,
                        SdmJsonText   *text,
                        GPtrArray     *findings)
{
  char *report = NULL;

  run (self, text, findings, write_report_cb, &report);

  return report;
}

/**
 * sdm_aid_check_is_sound:
 * @text: a document that says it is a decision aid
 *
 * What has errors is not for patients, whoever signs it.
 */
gboolean
sdm_aid_check_is_sound (SdmJsonText *text,
                        SdmClock    *clock,
                        GError     **error)
{
  g_autoptr (SdmAidChecker) checker = sdm_aid_checker_new (clock);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();

  sdm_aid_checker_check (checker, text, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->tag->severity == SDM_SEVERITY_ERROR)
        {
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                       /* Translators: what is wrong with a decision aid */
                       _ ("this decision aid has errors (%s); “evenhand check” lists them"), finding->detail);
          return FALSE;
        }
    }

  return TRUE;
}
