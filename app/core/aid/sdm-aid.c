/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-figure.h"
#include "sdm-schema.h"

/**
 * SdmAid:
 *
 * One decision aid: the options for one choice, what is known about each, and
 * the words to talk about it. Read from a file in evenhand-aid/1 and never
 * changed, so it may be used from any thread.
 */
G_DEFINE_FINAL_TYPE (SdmAid, sdm_aid, G_TYPE_OBJECT)

static void
sdm_aid_finalize (GObject *object)
{
  SdmAid *self = SDM_AID (object);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->text, sdm_json_text_unref);

  G_OBJECT_CLASS (sdm_aid_parent_class)->finalize (object);
}

static void
sdm_aid_class_init (SdmAidClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_aid_finalize;
}

static void
sdm_aid_init (SdmAid *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_free);
}

/* Helpers */

static const char *
get_text (SdmAid     *self,
          const char *path)
{
  return json_string_value (sdm_json_get (sdm_json_text_get_root (self->text), path));
}

static void
set_first_error (GError     **error,
                 SdmJsonText *text,
                 GPtrArray   *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char  *line = NULL;
      gboolean          is_format;

      if (finding->tag->severity != SDM_SEVERITY_ERROR)
        continue;

      line = sdm_json_text_describe (text, finding);
      is_format = g_str_has_prefix (finding->tag->name, "format-");
      g_set_error_literal (error, SDM_CORE_ERROR,
                           is_format ? SDM_CORE_ERROR_FORMAT : SDM_CORE_ERROR_CONTENT, line);
      return;
    }
}

static gboolean
check_shape (SdmJsonText *text,
             GPtrArray   *findings)
{
  json_t       *root = sdm_json_text_get_root (text);
  SdmSchemaKind kind;

  sdm_json_text_find_repeated_keys (text, findings);
  if (!sdm_schema_kind_from_document (root, &kind, findings))
    return FALSE;
  if (kind != SDM_SCHEMA_AID)
    {
      sdm_findings_add (findings, "format-unknown", "/format", _ ("this is not a decision aid but “%s”"), sdm_schema_kind_get_format (kind));
      return FALSE;
    }

  return sdm_schema_check (sdm_schema_get (kind), root, findings);
}

/* Public API */

/**
 * sdm_aid_new_unchecked:
 * @findings: (element-type SdmFinding): gets what does not have the form of an aid
 *
 * For the checker, which goes on where a reader would stop.
 *
 * Returns: (transfer full) (nullable): the aid, whose names may lead nowhere, or %NULL
 *   where the document does not have the form of one
 */
SdmAid *
sdm_aid_new_unchecked (SdmJsonText *text,
                       GPtrArray   *findings)
{
  SdmAid *self;

  if (!check_shape (text, findings))
    return NULL;

  self = g_object_new (SDM_TYPE_AID, NULL);
  self->text = sdm_json_text_ref (text);
  sdm_aid_read_parts (self);

  return self;
}

/**
 * sdm_aid_new_from_text:
 * @text: the document
 * @findings: (nullable) (element-type SdmFinding): gets everything that is wrong, with its place
 * @error: the first of the errors
 *
 * Refuses what cannot be used: a document of another form, names that lead nowhere,
 * numbers that do not follow from what was published. How well it is written is not
 * looked at here but by #SdmAidChecker.
 *
 * Returns: (transfer full) (nullable): the aid, or %NULL where something in it is wrong
 */
SdmAid *
sdm_aid_new_from_text (SdmJsonText *text,
                       GPtrArray   *findings,
                       GError     **error)
{
  g_autoptr (SdmAid) self = NULL;
  g_autoptr (GPtrArray) found = findings != NULL ? g_ptr_array_ref (findings) : sdm_findings_new ();

  g_return_val_if_fail (text != NULL, NULL);

  self = sdm_aid_new_unchecked (text, found);
  if (self != NULL)
    {
      SdmAidCheck check;

      sdm_aid_check_init (&check, self, found, NULL);
      sdm_aid_check_usable (&check);
      sdm_aid_check_clear (&check);
    }

  sdm_json_text_place_findings (text, found);
  if (sdm_findings_has_errors (found))
    {
      set_first_error (error, text, found);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * sdm_aid_new_from_bytes:
 * @name: what to call the bytes in messages
 *
 * Returns: (transfer full) (nullable): the aid, or %NULL with @error set
 */
SdmAid *
sdm_aid_new_from_bytes (GBytes     *bytes,
                        const char *name,
                        GError    **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, name, error);

  return text != NULL ? sdm_aid_new_from_text (text, NULL, error) : NULL;
}

/**
 * sdm_aid_load:
 *
 * Reads an aid from a file. Blocks.
 *
 * Returns: (transfer full) (nullable): the aid, or %NULL with @error set
 */
SdmAid *
sdm_aid_load (GFile        *file,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, cancellable, error);

  return text != NULL ? sdm_aid_new_from_text (text, NULL, error) : NULL;
}

/**
 * sdm_aid_get_sha256:
 *
 * Returns: SHA-256 of the file as it lies, 64 hex digits
 */
const char *
sdm_aid_get_sha256 (SdmAid *self)
{
  /* Made when first asked for: the checker reads a thousand aids and wants none of them. */
  if (g_once_init_enter (&self->sha256))
    g_once_init_leave (&self->sha256, sdm_json_text_dup_sha256 (self->text));

  return self->sha256;
}

/**
 * sdm_aid_get_bytes:
 *
 * Returns: (transfer none): the file as it lies, to be kept with a record
 */
GBytes *
sdm_aid_get_bytes (SdmAid *self)
{
  return sdm_json_text_get_bytes (self->text);
}

const char *
sdm_aid_get_id (SdmAid *self)
{
  return get_text (self, "id");
}

const char *
sdm_aid_get_version (SdmAid *self)
{
  return get_text (self, "version");
}

const char *
sdm_aid_get_language (SdmAid *self)
{
  return get_text (self, "language");
}

/**
 * sdm_aid_is_for_parent:
 *
 * Returns: whether the texts speak to a parent or carer, who decides and gets the letter, while
 *   the person whom the decision is about is a child
 */
gboolean
sdm_aid_is_for_parent (SdmAid *self)
{
  return g_strcmp0 (get_text (self, "reader"), "parent") == 0;
}

const char *
sdm_aid_get_title (SdmAid *self)
{
  return get_text (self, "title");
}

const char *
sdm_aid_get_letter_title (SdmAid *self)
{
  return get_text (self, "letter_title");
}

const char *
sdm_aid_get_decision (SdmAid *self)
{
  return get_text (self, "decision");
}

const char *
sdm_aid_get_why_now (SdmAid *self)
{
  return get_text (self, "why_now");
}

const char *
sdm_aid_get_condition_name (SdmAid *self)
{
  return get_text (self, "condition/name");
}

const char *
sdm_aid_get_condition_text (SdmAid *self)
{
  return get_text (self, "condition/text");
}

/**
 * sdm_aid_dup_audience:
 *
 * Returns: (transfer full): whom the aid is for, one sentence each
 */
char **
sdm_aid_dup_audience (SdmAid *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  json_t *sentence;
  size_t  i;

  json_array_foreach (sdm_json_get (sdm_json_text_get_root (self->text), "audience/for"), i, sentence)
    g_strv_builder_add (sentences, json_string_value (sentence));

  return g_strv_builder_end (sentences);
}

/**
 * sdm_aid_dup_not_scored:
 *
 * Returns: (transfer full): names of medicines, tests and bodies that do not count for the reading ease
 */
char **
sdm_aid_dup_not_scored (SdmAid *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  json_t *name;
  size_t  i;

  json_array_foreach (sdm_json_get (sdm_json_text_get_root (self->text), "readability/not_scored"), i, name)
    g_strv_builder_add (names, json_string_value (name));

  return g_strv_builder_end (names);
}

const char *
sdm_aid_get_search_date (SdmAid *self)
{
  return get_text (self, "search_date");
}

const char *
sdm_aid_get_review_by (SdmAid *self)
{
  return get_text (self, "review_by");
}

/**
 * sdm_aid_is_draft:
 *
 * A file is always a draft; two named people sign a version in the record store.
 *
 * Returns: whether nobody has signed it yet
 */
gboolean
sdm_aid_is_draft (SdmAid *self)
{
  return g_strcmp0 (get_text (self, "approval"), "draft") == 0;
}

/**
 * sdm_aid_is_past_review:
 *
 * Returns: whether the day by which it had to be looked at again is over; a blank
 *   page has none
 */
gboolean
sdm_aid_is_past_review (SdmAid   *self,
                        SdmClock *clock)
{
  g_autofree char *today = sdm_clock_dup_day (clock);
  const char      *review_by = sdm_aid_get_review_by (self);

  return review_by != NULL && strcmp (today, review_by) > 0;
}

/**
 * sdm_aid_get_denominator:
 *
 * Returns: of how many people all its counts are: 100, 1,000 or 10,000
 */
guint
sdm_aid_get_denominator (SdmAid *self)
{
  return self->denominator;
}

/**
 * sdm_aid_get_n_facts:
 *
 * Returns: how many figures there are that are no outcome, such as a dose
 */
guint
sdm_aid_get_n_facts (SdmAid *self)
{
  return (guint) json_array_size (json_object_get (sdm_json_text_get_root (self->text), "facts"));
}

/**
 * sdm_aid_get_fact:
 *
 * Returns: (transfer none): the figure as it is shown, such as "20 mg"
 */
const char *
sdm_aid_get_fact (SdmAid *self,
                  guint   index)
{
  json_t *facts = json_object_get (sdm_json_text_get_root (self->text), "facts");

  return json_string_value (json_object_get (json_array_get (facts, index), "shown"));
}

const SdmOption *
sdm_aid_get_options (SdmAid *self,
                     guint  *n_options)
{
  *n_options = self->n_options;

  return self->options;
}

const SdmQuestion *
sdm_aid_get_questions (SdmAid *self,
                       guint  *n_questions)
{
  *n_questions = self->n_questions;

  return self->questions;
}

const SdmOutcome *
sdm_aid_get_outcomes (SdmAid *self,
                      guint  *n_outcomes)
{
  *n_outcomes = self->n_outcomes;

  return self->outcomes;
}

const SdmPriority *
sdm_aid_get_priorities (SdmAid *self,
                        guint  *n_priorities)
{
  *n_priorities = self->n_priorities;

  return self->priorities;
}

const SdmKnowledge *
sdm_aid_get_knowledge (SdmAid *self,
                       guint  *n_knowledge)
{
  *n_knowledge = self->n_knowledge;

  return self->knowledge;
}

const SdmTeachBack *
sdm_aid_get_teach_back (SdmAid *self,
                        guint  *n_teach_back)
{
  *n_teach_back = self->n_teach_back;

  return self->teach_back;
}

const SdmSafetyNet *
sdm_aid_get_safety_net (SdmAid *self,
                        guint  *n_safety_net)
{
  *n_safety_net = self->n_safety_net;

  return self->safety_net;
}

const SdmStopCard *
sdm_aid_get_stop_cards (SdmAid *self,
                        guint  *n_stop_cards)
{
  *n_stop_cards = self->n_stop_cards;

  return self->stop_cards;
}

const SdmTerm *
sdm_aid_get_glossary (SdmAid *self,
                      guint  *n_terms)
{
  *n_terms = self->n_terms;

  return self->glossary;
}

const SdmPrompt *
sdm_aid_get_prompts (SdmAid *self,
                     guint  *n_prompts)
{
  *n_prompts = self->n_prompts;

  return self->prompts;
}

const SdmSource *
sdm_aid_get_sources (SdmAid *self,
                     guint  *n_sources)
{
  *n_sources = self->n_sources;

  return self->sources;
}

/**
 * sdm_aid_get_not_for:
 *
 * Returns: people whom the aid is not for, each with what to do instead
 */
const SdmNotFor *
sdm_aid_get_not_for (SdmAid *self,
                     guint  *n_not_for)
{
  *n_not_for = self->n_not_for;

  return self->not_for;
}

const SdmAidGroup *
sdm_aid_get_groups (SdmAid *self,
                    guint  *n_groups)
{
  *n_groups = self->n_groups;

  return self->groups;
}

/**
 * sdm_aid_find_option:
 *
 * Returns: (transfer none) (nullable): the option of that id
 */
const SdmOption *
sdm_aid_find_option (SdmAid     *self,
                     const char *id)
{
  for (guint i = 0; i < self->n_options; i++)
    if (g_strcmp0 (self->options[i].id, id) == 0)
      return &self->options[i];

  return NULL;
}

/**
 * sdm_aid_find_question:
 *
 * Returns: (transfer none) (nullable): the question of that id
 */
const SdmQuestion *
sdm_aid_find_question (SdmAid     *self,
                       const char *id)
{
  for (guint i = 0; i < self->n_questions; i++)
    if (g_strcmp0 (self->questions[i].id, id) == 0)
      return &self->questions[i];

  return NULL;
}

/**
 * sdm_aid_find_outcome:
 *
 * Returns: (transfer none) (nullable): the outcome of that id
 */
const SdmOutcome *
sdm_aid_find_outcome (SdmAid     *self,
                      const char *id)
{
  for (guint i = 0; i < self->n_outcomes; i++)
    if (g_strcmp0 (self->outcomes[i].id, id) == 0)
      return &self->outcomes[i];

  return NULL;
}

/**
 * sdm_aid_find_priority:
 *
 * Returns: (transfer none) (nullable): the priority of that id
 */
const SdmPriority *
sdm_aid_find_priority (SdmAid     *self,
                       const char *id)
{
  for (guint i = 0; i < self->n_priorities; i++)
    if (g_strcmp0 (self->priorities[i].id, id) == 0)
      return &self->priorities[i];

  return NULL;
}

/**
 * sdm_aid_find_source:
 *
 * Returns: (transfer none) (nullable): the source of that id
 */
const SdmSource *
sdm_aid_find_source (SdmAid     *self,
                     const char *id)
{
  for (guint i = 0; i < self->n_sources; i++)
    if (g_strcmp0 (self->sources[i].id, id) == 0)
      return &self->sources[i];

  return NULL;
}
