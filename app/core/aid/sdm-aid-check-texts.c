/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <string.h>

/* Everything that a patient can read, as it is read: filled in for a group. */

typedef enum
{
  TITLE,
  LETTER_TITLE,
  DECISION,
  WHY_NOW,
  CONDITION,
  OPTION_TITLE,
  OPTION_SHORT,
  OPTION_CHOICE,
  OPTION_SUMMARY,
  OPTION_GOOD,
  OPTION_BAD,
  OPTION_BURDENS,
  QUESTION_TEXT,
  QUESTION_ANSWERS,
  OUTCOME_TITLE,
  OUTCOME_TIME_FRAME,
  OUTCOME_EVENT,
  OUTCOME_ARMS,
  OUTCOME_GROUPS,
  OUTCOME_SENTENCE,
  OUTCOME_STATEMENTS,
  OUTCOME_FIT_NOTE,
  OUTCOME_DISAGREES,
  OUTCOME_TREE,
  OUTCOME_POPULATION,
  OUTCOME_MEANING,
  OUTCOME_CERTAINTY,
  PRIORITIES,
  KNOWLEDGE_QUESTION,
  KNOWLEDGE_CHOICES,
  KNOWLEDGE_WHY,
  TEACH_BACK,
  SAFETY_NET,
  GLOSSARY_PLAIN,
  N_FIELDS
} Field;

static const char *const field_names[N_FIELDS] = {
  "title",
  "letter_title",
  "decision",
  "why_now",
  "condition",
  "options.title",
  "options.short",
  "options.choice",
  "options.summary",
  "options.good",
  "options.bad",
  "options.burdens",
  "questions.text",
  "questions.answers",
  "outcomes.title",
  "outcomes.time_frame",
  "outcomes.event",
  "outcomes.arms",
  "outcomes.groups",
  "outcomes.sentence",
  "outcomes.statements",
  "outcomes.fit_note",
  "outcomes.disagrees",
  "outcomes.tree",
  "outcomes.population",
  "outcomes.meaning",
  "outcomes.certainty",
  "priorities",
  "knowledge.question",
  "knowledge.choices",
  "knowledge.why",
  "teach_back",
  "safety_net",
  "glossary.plain",
};

static const char *const no_quotes[] = { NULL };

/* What is being collected, and for whom. */
typedef struct
{
  SdmAidCheck *check;
  guint        group;
  gboolean     only_of_group; /* leave out what is the same for every group */
} Collector;

static void
add (Collector         *self,
     Field              field,
     SdmPlace           place,
     const char        *text,
     const char *const *quotes,
     const char        *own)
{
  const gboolean depends = strchr (text, '{') != NULL;
  SdmCheckText   entry = { field, place, text, quotes, own, FALSE, depends, { 0 } };

  if (self->only_of_group && !depends)
    return;
  entry.text = sdm_aid_check_fill (self->check, text, self->group);
  g_array_append_val (self->check->texts, entry);
}

/* Already filled in, and made for this group. */
static void
add_of_group (Collector  *self,
              Field       field,
              SdmPlace    place,
              const char *text,
              const char *own)
{
  const SdmCheckText entry = { field, place, text, no_quotes, own, FALSE, TRUE, { 0 } };

  if (*text != '\0')
    g_array_append_val (self->check->texts, entry);
}

static const char *
get_text (Collector  *self,
          const char *path)
{
  return json_string_value (sdm_json_get (self->check->root, path));
}

static void
collect_head (Collector *self)
{
  add (self, TITLE, SDM_PLACE ("/title"), get_text (self, "title"), SDM_QUOTES_ANY, NULL);
  add (self, LETTER_TITLE, SDM_PLACE ("/letter_title"), get_text (self, "letter_title"), SDM_QUOTES_ANY, NULL);
  add (self, DECISION, SDM_PLACE ("/decision"), get_text (self, "decision"), SDM_QUOTES_ANY, NULL);
  add (self, WHY_NOW, SDM_PLACE ("/why_now"), get_text (self, "why_now"), SDM_QUOTES_ANY, NULL);
  add (self, CONDITION, SDM_PLACE ("/condition/text"), get_text (self, "condition/text"), SDM_QUOTES_ANY, NULL);
}

static void
collect_options (Collector *self)
{
  const SdmAid *aid = self->check->aid;

  for (guint o = 0; o < aid->n_options; o++)
    {
      const SdmOption *option = &aid->options[o];

      add (self, OPTION_TITLE, SDM_PLACE ("/options/#/title", o), option->title, SDM_QUOTES_ANY, NULL);
      add (self, OPTION_SHORT, SDM_PLACE ("/options/#/short", o), option->short_title, SDM_QUOTES_ANY, NULL);
      add (self, OPTION_CHOICE, SDM_PLACE ("/options/#/choice", o), option->choice, SDM_QUOTES_ANY, NULL);
      add (self, OPTION_SUMMARY, SDM_PLACE ("/options/#/summary", o), option->summary, no_quotes, NULL);
      for (guint i = 0; i < option->n_good; i++)
        add (self, OPTION_GOOD, SDM_PLACE ("/options/#/good/#/text", o, i), option->good[i].text, option->good[i].outcomes, NULL);
      for (guint i = 0; i < option->n_bad; i++)
        add (self, OPTION_BAD, SDM_PLACE ("/options/#/bad/#/text", o, i), option->bad[i].text, option->bad[i].outcomes, NULL);
      for (guint i = 0; i < option->n_burdens; i++)
        add (self, OPTION_BURDENS, SDM_PLACE ("/options/#/burdens/#/what", o, i), option->burdens[i].what, no_quotes, NULL);
    }
}

static void
collect_questions (Collector *self)
{
  const SdmAid *aid = self->check->aid;

  for (guint q = 0; q < aid->n_questions; q++)
    {
      const SdmQuestion *question = &aid->questions[q];

      add (self, QUESTION_TEXT, SDM_PLACE ("/questions/#/text", q), question->text, no_quotes, NULL);
      for (guint i = 0; i < question->n_answers; i++)
        add (self, QUESTION_ANSWERS, SDM_PLACE ("/questions/#/answers/#/text", q, i), question->answers[i].text,
             question->answers[i].outcomes, NULL);
    }
}

/* What the grid and the letter say of each option. */
static void
collect_sentences (Collector *self,
                   guint      o)
{
  const SdmOutcome *outcome = &self->check->aid->outcomes[o];
  const SdmPlace    place = outcome->n_arms > 0 ? SDM_PLACE ("/outcomes/#/event", o) : SDM_PLACE ("/outcomes/#/gaps", o);

  if (outcome->show == SDM_SHOW_WORDS)
    return;
  for (guint i = 0; i < self->check->aid->n_options; i++)
    add_of_group (self, OUTCOME_SENTENCE, place, sdm_aid_check_get_sentence (self->check, o, i, self->group), outcome->id);
}

static void
collect_branch (Collector  *self,
                guint       o,
                const char *own,
                json_t     *branch)
{
  json_t *part;
  size_t  i;

  add (self, OUTCOME_TREE, SDM_PLACE ("/outcomes/#/tree", o), json_string_value (json_object_get (branch, "label")), no_quotes, own);
  json_array_foreach (json_object_get (branch, "parts"), i, part)
    collect_branch (self, o, own, part);
}

static void
collect_event (Collector *self,
               guint      o)
{
  const SdmOutcome *outcome = &self->check->aid->outcomes[o];
  const char       *own = outcome->id;

  add (self, OUTCOME_TITLE, SDM_PLACE ("/outcomes/#/title", o), outcome->title, no_quotes, own);
  add (self, OUTCOME_TIME_FRAME, SDM_PLACE ("/outcomes/#/time_frame/text", o), outcome->time_frame, no_quotes, own);
  if (outcome->happens != NULL)
    add (self, OUTCOME_EVENT, SDM_PLACE ("/outcomes/#/event/happens", o), outcome->happens, no_quotes, own);
  if (outcome->does_not != NULL)
    add (self, OUTCOME_EVENT, SDM_PLACE ("/outcomes/#/event/does_not", o), outcome->does_not, no_quotes, own);
  for (guint i = 0; i < outcome->n_arms; i++)
    add (self, OUTCOME_ARMS, SDM_PLACE ("/outcomes/#/arms/#/label", o, i), outcome->arms[i].label, no_quotes, own);
  for (guint i = 0; i < outcome->n_groups; i++)
    add (self, OUTCOME_GROUPS, SDM_PLACE ("/outcomes/#/groups/#/label", o, i), outcome->groups[i].label, no_quotes, own);
}

static void
collect_outcomes (Collector *self)
{
  const SdmAid *aid = self->check->aid;
  const char   *group = self->check->groups[self->group];

  for (guint o = 0; o < aid->n_outcomes; o++)
    {
      const SdmOutcome *outcome = &aid->outcomes[o];
      const char       *own = outcome->id;

      collect_event (self, o);
      collect_sentences (self, o);
      for (guint i = 0; i < outcome->n_statements; i++)
        if (outcome->statements[i].group == NULL)
          add (self, OUTCOME_STATEMENTS, SDM_PLACE ("/outcomes/#/statements/#/text", o, i), outcome->statements[i].text, no_quotes, own);
        else if (g_str_equal (outcome->statements[i].group, group))
          add_of_group (self, OUTCOME_STATEMENTS, SDM_PLACE ("/outcomes/#/statements/#/text", o, i), outcome->statements[i].text, own);
      for (guint i = 0; i < outcome->n_arms; i++)
        if (outcome->arms[i].fit_note != NULL)
          add (self, OUTCOME_FIT_NOTE, SDM_PLACE ("/outcomes/#/arms/#/fit_note", o, i), outcome->arms[i].fit_note, no_quotes, own);
      for (guint i = 0; i < outcome->n_disagreements; i++)
        add (self, OUTCOME_DISAGREES, SDM_PLACE ("/outcomes/#/disagrees_with/#/why", o, i), outcome->disagreements[i].why, no_quotes, own);
      if (outcome->show == SDM_SHOW_TREE)
        collect_branch (self, o, own, json_object_get (json_array_get (json_object_get (self->check->root, "outcomes"), o), "tree"));
      add (self, OUTCOME_POPULATION, SDM_PLACE ("/outcomes/#/population", o), outcome->population, no_quotes, own);
      add (self, OUTCOME_MEANING, SDM_PLACE ("/outcomes/#/meaning", o), outcome->meaning, no_quotes, own);
      add (self, OUTCOME_CERTAINTY, SDM_PLACE ("/outcomes/#/certainty/why", o), outcome->certainty_why, no_quotes, own);
    }
}

static void
collect_knowledge (Collector *self)
{
  const SdmAid *aid = self->check->aid;

  for (guint k = 0; k < aid->n_knowledge; k++)
    {
      const SdmKnowledge *knowledge = &aid->knowledge[k];

      add (self, KNOWLEDGE_QUESTION, SDM_PLACE ("/knowledge/#/question", k), knowledge->question, knowledge->outcomes, NULL);
      for (guint c = 0; c < knowledge->n_choices; c++)
        {
          const guint before = self->check->texts->len;

          add (self, KNOWLEDGE_CHOICES, SDM_PLACE ("/knowledge/#/choices/#/text", k, c), knowledge->choices[c].text, knowledge->outcomes, NULL);
          if (self->check->texts->len > before)
            g_array_index (self->check->texts, SdmCheckText, before).is_wrong_choice = !g_str_equal (knowledge->choices[c].id, knowledge->answer);
        }
      add (self, KNOWLEDGE_WHY, SDM_PLACE ("/knowledge/#/why", k), knowledge->why, knowledge->outcomes, NULL);
    }
}

/* What to look for and what to do are one text on screen. */
static void
collect_safety_net (Collector *self)
{
  const SdmAid *aid = self->check->aid;

  for (guint i = 0; i < aid->n_safety_net; i++)
    {
      const SdmSafetyNet *net = &aid->safety_net[i];
      g_autofree char    *both = g_strconcat (net->look_for, ". ", net->what_to_do, NULL);

      add (self, SAFETY_NET, SDM_PLACE ("/safety_net/#", i), g_string_chunk_insert (self->check->filled, both), no_quotes, NULL);
    }
}

static void
collect_rest (Collector *self)
{
  const SdmAid *aid = self->check->aid;

  for (guint i = 0; i < aid->n_priorities; i++)
    add (self, PRIORITIES, SDM_PLACE ("/priorities/#/text", i), aid->priorities[i].text, no_quotes, NULL);
  collect_knowledge (self);
  for (guint i = 0; i < aid->n_teach_back; i++)
    add (self, TEACH_BACK, SDM_PLACE ("/teach_back/#/prompt", i), aid->teach_back[i].prompt, no_quotes, NULL);
  collect_safety_net (self);
  for (guint i = 0; i < aid->n_terms; i++)
    add (self, GLOSSARY_PLAIN, SDM_PLACE ("/glossary/#/plain", i), aid->glossary[i].plain, no_quotes, NULL);
}

/**
 * sdm_aid_check_get_field_name:
 *
 * Returns: what a report calls the field, such as "options.summary"
 */
const char *
sdm_aid_check_get_field_name (guint field)
{
  return field_names[field];
}

/**
 * sdm_aid_check_collect_texts:
 * @group: the group for which texts are filled in
 * @only_of_group: leave out texts that are the same for every group
 *
 * Collects what a patient reads in place of what was collected before.
 */
void
sdm_aid_check_collect_texts (SdmAidCheck *check,
                             guint        group,
                             gboolean     only_of_group)
{
  Collector self = { check, group, only_of_group };

  if (check->texts == NULL)
    check->texts = g_array_sized_new (FALSE, FALSE, sizeof (SdmCheckText), 512);
  g_array_set_size (check->texts, 0);
  g_clear_pointer (&check->read, g_hash_table_unref);
  check->n_fields = N_FIELDS;

  collect_head (&self);
  collect_options (&self);
  collect_questions (&self);
  collect_outcomes (&self);
  collect_rest (&self);
}

/**
 * sdm_aid_check_analyse_texts:
 *
 * Reads the texts of the middle group word by word, once, and sums them up by field.
 */
void
sdm_aid_check_analyse_texts (SdmAidCheck *check)
{
  sdm_aid_check_collect_texts (check, check->group, FALSE);
  check->fields = g_new0 (SdmProse, N_FIELDS);
  check->field_texts = g_new0 (guint, N_FIELDS);
  check->read = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < check->texts->len; i++)
    {
      SdmCheckText *entry = &g_array_index (check->texts, SdmCheckText, i);

      sdm_words_read (check->words, entry->text, &entry->prose);
      sdm_aid_check_wording (check, entry);
      sdm_prose_add (&check->fields[entry->field], &entry->prose);
      check->field_texts[entry->field]++;
      g_hash_table_insert (check->read, (gpointer) entry->text, GUINT_TO_POINTER (i + 1));
    }
}

/**
 * sdm_aid_check_read:
 * @text: what a person of the group in the middle reads
 * @prose: (out): what is counted in it
 *
 * As sdm_words_read(), but what sdm_aid_check_analyse_texts() has read is not read once more.
 */
void
sdm_aid_check_read (SdmAidCheck *check,
                    const char  *text,
                    SdmProse    *prose)
{
  const guint place = check->read != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (check->read, text)) : 0;

  if (place > 0)
    *prose = g_array_index (check->texts, SdmCheckText, place - 1).prose;
  else
    sdm_words_read (check->words, text, prose);
}
