/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-private.h"

#include <string.h>

/* Turns a document that fits the schema into the parts of an aid. Strings are
 * lent by the document; only lists are made here. */

typedef void (*ReadItem) (SdmAid  *self,
                          json_t  *from,
                          gpointer item);

static const char *
get_text (json_t     *object,
          const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static gboolean
get_flag (json_t     *object,
          const char *key)
{
  return json_is_true (json_object_get (object, key));
}

static gpointer
keep (SdmAid  *self,
      gpointer block)
{
  g_ptr_array_add (self->blocks, block);

  return block;
}

static gpointer
read_list (SdmAid  *self,
           json_t  *array,
           gsize    item_size,
           ReadItem read_item,
           guint   *n_items)
{
  char   *items;
  json_t *from;
  size_t  i;

  *n_items = (guint) json_array_size (array);
  if (*n_items == 0)
    return NULL;

  items = keep (self, g_malloc0_n (*n_items, item_size));
  json_array_foreach (array, i, from)
    read_item (self, from, items + i * item_size);

  return items;
}

static const char *const *
read_names (SdmAid *self,
            json_t *array)
{
  const char **names = keep (self, g_new0 (const char *, json_array_size (array) + 1));
  json_t      *item;
  size_t       i;

  json_array_foreach (array, i, item)
    names[i] = json_string_value (item);

  return names;
}

/* The place of @word in @words, which the schema has made sure of. */
static guint
read_word (const char        *word,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  g_assert_not_reached ();
}

static SdmSide
read_side (const char *word)
{
  static const char *const words[] = { "benefit", "harm", "neutral", NULL };

  return read_word (word, words);
}

static SdmReading
read_reading (const char *word)
{
  static const char *const words[] = { "full", "abstract", "table", "guideline", "secondary", NULL };

  return read_word (word, words);
}

/* Options */

static void
read_point (SdmAid  *self,
            json_t  *from,
            gpointer item)
{
  SdmPoint *point = item;

  point->text = get_text (from, "text");
  point->outcomes = read_names (self, json_object_get (from, "outcomes"));
}

static void
read_burden (SdmAid  *self,
             json_t  *from,
             gpointer item)
{
  SdmBurden *burden = item;
  json_t    *minutes = json_object_get (from, "minutes");

  burden->id = get_text (from, "id");
  burden->what = get_text (from, "what");
  burden->times = (guint) json_integer_value (json_object_get (from, "times"));
  burden->per = get_text (from, "per");
  burden->minutes = json_is_integer (minutes) ? (int) json_integer_value (minutes) : -1;
  burden->is_estimate = g_str_equal (get_text (from, "minutes_basis"), "estimate");
  burden->when = get_text (from, "when");
}

static void
read_option (SdmAid  *self,
             json_t  *from,
             gpointer item)
{
  SdmOption *option = item;

  option->id = get_text (from, "id");
  option->title = get_text (from, "title");
  option->short_title = get_text (from, "short");
  option->kind = get_text (from, "kind");
  option->is_no_change = g_str_equal (option->kind, "no-change");
  option->summary = get_text (from, "summary");
  option->choice = get_text (from, "choice");
  option->good = read_list (self, json_object_get (from, "good"), sizeof (SdmPoint), read_point, &option->n_good);
  option->bad = read_list (self, json_object_get (from, "bad"), sizeof (SdmPoint), read_point, &option->n_bad);
  option->burdens = read_list (self, json_object_get (from, "burdens"), sizeof (SdmBurden), read_burden, &option->n_burdens);
  option->not_for = read_names (self, json_object_get (from, "not_for"));
}

/* Questions */

static void
read_citation (SdmAid  *self,
               json_t  *from,
               gpointer item)
{
  SdmCitation     *citation = item;
  const SdmSource *source;
  const char      *read = get_text (from, "read");

  citation->source = get_text (from, "id");
  citation->where = get_text (from, "where");
  source = sdm_aid_find_source (self, citation->source);
  if (read != NULL)
    citation->read = read_reading (read);
  else if (source != NULL)
    citation->read = source->read;
  citation->is_second_hand = citation->read == SDM_READ_SECONDARY;
}

static void
read_answer (SdmAid  *self,
             json_t  *from,
             gpointer item)
{
  SdmAnswer *answer = item;

  answer->option = get_text (from, "option");
  answer->text = get_text (from, "text");
  answer->not_known = get_flag (from, "not_known");
  answer->outcomes = read_names (self, json_object_get (from, "outcomes"));
  answer->citations = read_list (self, json_object_get (from, "sources"), sizeof (SdmCitation), read_citation, &answer->n_citations);
}

static void
read_question (SdmAid  *self,
               json_t  *from,
               gpointer item)
{
  SdmQuestion *question = item;

  question->id = get_text (from, "id");
  question->text = get_text (from, "text");
  question->side = read_side (get_text (from, "side"));
  question->answers_from = get_text (from, "answers_from");
  question->answers = read_list (self, json_object_get (from, "answers"), sizeof (SdmAnswer), read_answer, &question->n_answers);
}

/* Outcomes */

static void
read_arm (SdmAid  *self,
          json_t  *from,
          gpointer item)
{
  SdmArm *arm = item;

  arm->id = get_text (from, "id");
  arm->label = get_text (from, "label");
  arm->options = read_names (self, json_object_get (from, "options"));
  arm->is_comparator = get_flag (from, "comparator");
  arm->fits_in_part = g_strcmp0 (get_text (from, "fit"), "part") == 0;
  arm->fit_note = get_text (from, "fit_note");
}

static void
read_count (SdmAid  *self,
            json_t  *from,
            gpointer item)
{
  SdmCount *count = item;

  count->arm = get_text (from, "arm");
  count->has_n = json_object_get (from, "n") != NULL;
  count->n = (guint) json_integer_value (json_object_get (from, "n"));
  count->has_range = json_object_get (from, "low") != NULL;
  count->low = (guint) json_integer_value (json_object_get (from, "low"));
  count->high = (guint) json_integer_value (json_object_get (from, "high"));
  count->under_one = get_flag (from, "under_one");
  count->not_known = get_flag (from, "not_known");
}

static void
read_group (SdmAid  *self,
            json_t  *from,
            gpointer item)
{
  SdmOutcomeGroup *group = item;

  group->id = get_text (from, "id");
  group->label = get_text (from, "label");
  group->counts = read_list (self, json_object_get (from, "counts"), sizeof (SdmCount), read_count, &group->n_counts);
}

static void
read_bar (SdmAid  *self,
          json_t  *from,
          gpointer item)
{
  SdmBar *bar = item;

  bar->arm = get_text (from, "arm");
  bar->value = get_text (from, "value");
  bar->low = get_text (from, "low");
  bar->high = get_text (from, "high");
}

static void
read_gap (SdmAid  *self,
          json_t  *from,
          gpointer item)
{
  static const char *const kinds[] = { "not-known", "does-not-apply", "comparison", "other-outcome", NULL };
  SdmGap                  *gap = item;

  gap->option = get_text (from, "option");
  gap->kind = read_word (get_text (from, "say"), kinds);
  gap->outcome = get_text (from, "outcome");
  gap->text = get_text (from, "text");
}

static void
read_statement (SdmAid  *self,
                json_t  *from,
                gpointer item)
{
  SdmStatement *statement = item;

  statement->option = get_text (from, "option");
  statement->group = get_text (from, "group");
  statement->text = get_text (from, "text");
  statement->not_known = get_flag (from, "not_known");
  statement->does_not_apply = get_flag (from, "does_not_apply");
}

static void
read_disagreement (SdmAid  *self,
                   json_t  *from,
                   gpointer item)
{
  SdmDisagreement *disagreement = item;

  disagreement->outcome = get_text (from, "outcome");
  disagreement->why = get_text (from, "why");
}

static void
read_event (SdmOutcome *outcome,
            json_t     *event)
{
  outcome->happens = get_text (event, "happens");
  outcome->does_not = get_text (event, "does_not");
  outcome->sentence = get_text (event, "sentence");
  outcome->sentence_range = get_text (event, "sentence_range");
  outcome->sentence_comparator = get_text (event, "sentence_comparator");
  outcome->sentence_under_one = get_text (event, "sentence_under_one");
  outcome->sentence_not_known = get_text (event, "sentence_not_known");
}

static guint
count_parts (json_t *branch)
{
  json_t *part;
  size_t  i;
  guint   n = 0;

  json_array_foreach (json_object_get (branch, "parts"), i, part)
    n += 1 + count_parts (part);

  return n;
}

static SdmTreePart *
read_parts (json_t      *branch,
            guint        depth,
            SdmTreePart *next)
{
  json_t *part;
  size_t  i;

  json_array_foreach (json_object_get (branch, "parts"), i, part)
    {
      next->label = get_text (part, "label");
      next->n = (guint) json_integer_value (json_object_get (part, "n"));
      next->depth = depth;
      next->has_it = g_strcmp0 (get_text (part, "is"), "true-finding") == 0 || g_strcmp0 (get_text (part, "is"), "missed") == 0;
      next->not_known = get_text (part, "not_known");
      next = read_parts (part, depth + 1, next + 1);
    }

  return next;
}

static void
read_tree (SdmAid     *self,
           SdmOutcome *outcome,
           json_t     *from)
{
  SdmTreePart *parts;

  outcome->n_tree = count_parts (from);
  if (outcome->n_tree == 0)
    return;
  parts = keep (self, g_new0 (SdmTreePart, outcome->n_tree));
  read_parts (from, 1, parts);
  outcome->tree_label = get_text (from, "label");
  outcome->tree = parts;
}

static void
read_outcome (SdmAid  *self,
              json_t  *from,
              gpointer item)
{
  static const char *const shows[] = { "icons", "bars", "words", "tree", NULL };
  static const char *const levels[] = { "high", "moderate", "low", "very-low", "not-graded", NULL };
  SdmOutcome              *outcome = item;
  json_t                  *scale = json_object_get (from, "scale");
  json_t                  *certainty = json_object_get (from, "certainty");

  outcome->id = get_text (from, "id");
  outcome->show = read_word (get_text (from, "show"), shows);
  outcome->side = read_side (get_text (from, "direction"));
  outcome->on_request = get_flag (from, "more");
  outcome->title = get_text (from, "title");
  read_event (outcome, json_object_get (from, "event"));
  outcome->population = get_text (from, "population");
  outcome->time_frame = get_text (json_object_get (from, "time_frame"), "text");
  outcome->arms = read_list (self, json_object_get (from, "arms"), sizeof (SdmArm), read_arm, &outcome->n_arms);
  outcome->groups = read_list (self, json_object_get (from, "groups"), sizeof (SdmOutcomeGroup), read_group, &outcome->n_groups);
  outcome->scale_unit = get_text (scale, "unit");
  outcome->scale_min = get_text (scale, "min");
  outcome->scale_max = get_text (scale, "max");
  outcome->scale_zero = get_text (scale, "zero");
  outcome->bars = read_list (self, json_object_get (from, "bars"), sizeof (SdmBar), read_bar, &outcome->n_bars);
  read_tree (self, outcome, json_object_get (from, "tree"));
  outcome->statements = read_list (self, json_object_get (from, "statements"), sizeof (SdmStatement), read_statement, &outcome->n_statements);
  outcome->gaps = read_list (self, json_object_get (from, "gaps"), sizeof (SdmGap), read_gap, &outcome->n_gaps);
  outcome->range_not_known = get_text (from, "range_not_known");
  outcome->meaning = get_text (from, "meaning");
  outcome->certainty = read_word (get_text (certainty, "level"), levels);
  outcome->certainty_why = get_text (certainty, "why");
  outcome->citations = read_list (self, json_object_get (from, "sources"), sizeof (SdmCitation), read_citation, &outcome->n_citations);
  outcome->disagreements = read_list (self, json_object_get (from, "disagrees_with"), sizeof (SdmDisagreement), read_disagreement, &outcome->n_disagreements);
}

/* The rest */

static void
read_source (SdmAid  *self,
             json_t  *from,
             gpointer item)
{
  SdmSource *source = item;

  source->id = get_text (from, "id");
  source->citation = get_text (from, "citation");
  source->read = read_reading (get_text (from, "read"));
  source->is_second_hand = source->read == SDM_READ_SECONDARY;
  source->via = get_text (from, "via");
  source->url = get_text (from, "url");
}

static void
read_priority (SdmAid  *self,
               json_t  *from,
               gpointer item)
{
  SdmPriority *priority = item;
  json_t      *touches = json_object_get (from, "touches");

  priority->id = get_text (from, "id");
  priority->text = get_text (from, "text");
  priority->outcomes = read_names (self, json_object_get (touches, "outcomes"));
  priority->questions = read_names (self, json_object_get (touches, "questions"));
  priority->touches_burdens = get_flag (touches, "burdens");
}

static void
read_choice (SdmAid  *self,
             json_t  *from,
             gpointer item)
{
  SdmChoice *choice = item;

  choice->id = get_text (from, "id");
  choice->text = get_text (from, "text");
}

static void
read_knowledge (SdmAid  *self,
                json_t  *from,
                gpointer item)
{
  SdmKnowledge *knowledge = item;

  knowledge->id = get_text (from, "id");
  knowledge->question = get_text (from, "question");
  knowledge->choices = read_list (self, json_object_get (from, "choices"), sizeof (SdmChoice), read_choice, &knowledge->n_choices);
  knowledge->answer = get_text (from, "answer");
  knowledge->why = get_text (from, "why");
  knowledge->outcomes = read_names (self, json_object_get (from, "outcomes"));
}

static void
read_teach_back (SdmAid  *self,
                 json_t  *from,
                 gpointer item)
{
  SdmTeachBack *teach_back = item;

  teach_back->id = get_text (from, "id");
  teach_back->prompt = get_text (from, "prompt");
  teach_back->listen_for = read_names (self, json_object_get (from, "listen_for"));
  teach_back->questions = read_names (self, json_object_get (from, "questions"));
}

static void
read_safety_net (SdmAid  *self,
                 json_t  *from,
                 gpointer item)
{
  static const char *const urgencies[] = { "999", "same-day", "soon", NULL };
  SdmSafetyNet            *safety_net = item;

  safety_net->id = get_text (from, "id");
  safety_net->look_for = get_text (from, "look_for");
  safety_net->what_to_do = get_text (from, "do");
  safety_net->urgency = read_word (get_text (from, "urgency"), urgencies);
  safety_net->options = read_names (self, json_object_get (from, "options"));
}

static void
read_stop_card (SdmAid  *self,
                json_t  *from,
                gpointer item)
{
  SdmStopCard *card = item;

  card->id = get_text (from, "id");
  card->stops = g_str_equal (get_text (from, "effect"), "stop");
  card->when = get_text (from, "when");
  card->then = get_text (from, "then");
}

static void
read_not_for (SdmAid  *self,
              json_t  *from,
              gpointer item)
{
  SdmNotFor *not_for = item;

  not_for->text = get_text (from, "text");
  not_for->instead = get_text (from, "instead");
}

static void
read_term (SdmAid  *self,
           json_t  *from,
           gpointer item)
{
  SdmTerm *term = item;

  term->term = get_text (from, "term");
  term->plain = get_text (from, "plain");
  term->also = read_names (self, json_object_get (from, "also"));
}

static void
read_prompt (SdmAid  *self,
             json_t  *from,
             gpointer item)
{
  SdmPrompt *prompt = item;

  prompt->id = get_text (from, "id");
  prompt->step = get_text (from, "step");
  prompt->kind = get_text (from, "kind");
  prompt->when = get_text (from, "when");
  prompt->text = get_text (from, "text");
}

/* The named groups of all outcomes, each once, in the order of the file. */
static void
collect_groups (SdmAid *self)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (SdmAidGroup));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_outcomes; i++)
    for (guint j = 0; j < self->outcomes[i].n_groups; j++)
      {
        const SdmOutcomeGroup *group = &self->outcomes[i].groups[j];
        const SdmAidGroup      found = { group->id, group->label };

        if (!g_str_equal (group->id, "all") && g_hash_table_add (seen, (gpointer) group->id))
          g_array_append_val (groups, found);
      }

  self->n_groups = groups->len;
  if (groups->len > 0)
    self->groups = keep (self, g_array_steal (groups, NULL));
}

/**
 * sdm_aid_read_parts:
 *
 * Reads every part of the aid from its document, which must fit the schema.
 */
void
sdm_aid_read_parts (SdmAid *self)
{
  json_t *root = sdm_json_text_get_root (self->text);

#define READ(key, field, count, type, function) \
  self->field = read_list (self, json_object_get (root, key), sizeof (type), function, &self->count)

  self->denominator = (guint) json_integer_value (json_object_get (root, "denominator"));
  READ ("sources", sources, n_sources, SdmSource, read_source);
  READ ("options", options, n_options, SdmOption, read_option);
  READ ("questions", questions, n_questions, SdmQuestion, read_question);
  READ ("outcomes", outcomes, n_outcomes, SdmOutcome, read_outcome);
  READ ("priorities", priorities, n_priorities, SdmPriority, read_priority);
  READ ("knowledge", knowledge, n_knowledge, SdmKnowledge, read_knowledge);
  READ ("teach_back", teach_back, n_teach_back, SdmTeachBack, read_teach_back);
  READ ("safety_net", safety_net, n_safety_net, SdmSafetyNet, read_safety_net);
  READ ("stop_cards", stop_cards, n_stop_cards, SdmStopCard, read_stop_card);
  self->not_for = read_list (self, json_object_get (json_object_get (root, "audience"), "not_for"),
                             sizeof (SdmNotFor), read_not_for, &self->n_not_for);
  READ ("glossary", glossary, n_terms, SdmTerm, read_term);
  READ ("prompts", prompts, n_prompts, SdmPrompt, read_prompt);
  collect_groups (self);

#undef READ
}
