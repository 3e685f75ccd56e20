/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How an outcome says its figures: both frames, the time span, the range, "we do not know". */

static gboolean
has_placeholder (const char *sentence,
                 const char *name)
{
  return strstr (sentence, name) != NULL;
}

/* What the sentence of each kind of picture must name: SdmShow; a tree has the other frame in its other parts. */
static const char *const needed_in_sentence[][3] = {
  [SDM_SHOW_ICONS] = { "{n}", "{of}", "{rest}" },
  [SDM_SHOW_BARS] = { "{value}" },
  [SDM_SHOW_WORDS] = { NULL },
  [SDM_SHOW_TREE] = { "{part}", "{n}", "{of}" },
};

static void
check_frames (SdmAidCheck *check,
              guint        o)
{
  const SdmOutcome        *outcome = &check->aid->outcomes[o];
  const char *const *const needed = needed_in_sentence[outcome->show];

  for (guint i = 0; outcome->sentence != NULL && i < 3 && needed[i] != NULL; i++)
    if (!has_placeholder (outcome->sentence, needed[i]))
      sdm_aid_check_add (check, "frame-missing", SDM_PLACE ("/outcomes/#/event/sentence", o), _ ("the sentence has no %s"), needed[i]);
  if (outcome->sentence_under_one != NULL && !has_placeholder (outcome->sentence_under_one, "{of}"))
    sdm_aid_check_add (check, "frame-missing", SDM_PLACE ("/outcomes/#/event/sentence_under_one", o), _ ("the sentence has no %s"), "{of}");
  if (outcome->show == SDM_SHOW_ICONS && outcome->sentence == NULL && outcome->sentence_range != NULL && !has_placeholder (outcome->sentence_range, "{of}"))
    sdm_aid_check_add (check, "frame-missing", SDM_PLACE ("/outcomes/#/event/sentence_range", o), _ ("the sentence has no %s"), "{of}");
}

static gboolean
has_range (const SdmOutcome *outcome)
{
  for (guint g = 0; g < outcome->n_groups; g++)
    for (guint c = 0; c < outcome->groups[g].n_counts; c++)
      if (outcome->groups[g].counts[c].has_range)
        return TRUE;
  for (guint b = 0; b < outcome->n_bars; b++)
    if (outcome->bars[b].low != NULL)
      return TRUE;

  return FALSE;
}

static void
check_range (SdmAidCheck *check,
             guint        o)
{
  static const char *const ends[] = { "{low}", "{high}" };
  const SdmOutcome        *outcome = &check->aid->outcomes[o];

  if (!has_range (outcome))
    return;
  if (outcome->sentence_range == NULL)
    sdm_aid_check_add (check, "range-not-said", SDM_PLACE ("/outcomes/#/event", o), "%s", _ ("there are ranges, but no “sentence_range”"));
  for (guint i = 0; outcome->sentence_range != NULL && i < G_N_ELEMENTS (ends); i++)
    if (!has_placeholder (outcome->sentence_range, ends[i]))
      sdm_aid_check_add (check, "range-not-said", SDM_PLACE ("/outcomes/#/event/sentence_range", o), _ ("the sentence has no %s"), ends[i]);
}

/* Time */

static gboolean
contains_word (const char *sentence,
               const char *word,
               gsize       length)
{
  for (const char *p = sentence; *p != '\0'; p++)
    if (g_ascii_strncasecmp (p, word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Every number of the time span; where it has none, its longest word. */
static gboolean
tells_time (const char *sentence,
            const char *time_frame)
{
  const char  *longest = time_frame;
  gsize        length = 0;
  const char  *start;
  SdmNumberKey wanted;
  gboolean     has_numbers = FALSE;

  for (const char *p = time_frame; (p = sdm_number_find (p, &start, &wanted)) != NULL;)
    {
      const char  *unused;
      SdmNumberKey key = 0;

      has_numbers = TRUE;
      for (const char *q = sentence; key != wanted && (q = sdm_number_find (q, &unused, &key)) != NULL;)
        ;
      if (key != wanted)
        return FALSE;
    }

  for (const char *p = time_frame; *p != '\0'; p += strcspn (p, " ,"), p += strspn (p, " ,"))
    if (strcspn (p, " ,") > length)
      {
        longest = p;
        length = strcspn (p, " ,");
      }

  return has_numbers || contains_word (sentence, longest, length);
}

static void
check_time (SdmAidCheck *check,
            guint        o,
            const char  *path,
            const char  *sentence)
{
  const SdmOutcome *outcome = &check->aid->outcomes[o];

  if (sentence != NULL && !tells_time (sentence, outcome->time_frame))
    sdm_aid_check_add (check, "time-span-missing", SDM_PLACE (path, o), _ ("the sentence does not say “%s”: %s"), outcome->time_frame, sentence);
}

static void
check_times (SdmAidCheck *check,
             guint        o)
{
  const SdmOutcome *outcome = &check->aid->outcomes[o];
  json_t           *document = json_array_get (json_object_get (check->root, "outcomes"), o);
  const char       *kind = json_string_value (sdm_json_get (document, "time_frame/kind"));

  /* "While the tablet is taken" is no span, and a sentence in the present says so. */
  if (g_strcmp0 (kind, "varied") == 0)
    return;
  check_time (check, o, "/outcomes/#/event/sentence", outcome->sentence);
  check_time (check, o, "/outcomes/#/event/sentence_under_one", outcome->sentence_under_one);
  if (outcome->sentence == NULL)
    check_time (check, o, "/outcomes/#/event/sentence_range", outcome->sentence_range);
}

/* Not known */

static void
check_not_known (SdmAidCheck *check,
                 SdmPlace     place,
                 const char  *text)
{
  if (!contains_word (text, "not know", strlen ("not know")) && !contains_word (text, "nobody knows", strlen ("nobody knows")))
    sdm_aid_check_add (check, "not-known-unsaid", place, _ ("it should say “we do not know”: %s"), text);
}

static void
check_unknowns (SdmAidCheck *check)
{
  SdmAid *aid = check->aid;

  for (guint q = 0; q < aid->n_questions; q++)
    for (guint i = 0; i < aid->questions[q].n_answers; i++)
      if (aid->questions[q].answers[i].not_known)
        check_not_known (check, SDM_PLACE ("/questions/#/answers/#/text", q, i), aid->questions[q].answers[i].text);
  for (guint o = 0; o < aid->n_outcomes; o++)
    {
      const SdmOutcome *outcome = &aid->outcomes[o];

      if (outcome->sentence_not_known != NULL)
        check_not_known (check, SDM_PLACE ("/outcomes/#/event/sentence_not_known", o), outcome->sentence_not_known);
      for (guint i = 0; i < outcome->n_statements; i++)
        if (outcome->statements[i].not_known)
          check_not_known (check, SDM_PLACE ("/outcomes/#/statements/#/text", o, i), outcome->statements[i].text);
      for (guint i = 0; i < outcome->n_gaps; i++)
        if (outcome->gaps[i].kind == SDM_GAP_NOT_KNOWN)
          check_not_known (check, SDM_PLACE ("/outcomes/#/gaps/#/text", o, i), outcome->gaps[i].text);
    }
}

/* Reader */

static gboolean
has_any_word (const char        *text,
              const char *const *words)
{
  g_auto (GStrv) parts = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;

  return FALSE;
}

/* Both texts say whom the decision is about: "Your child's ear infection", "Should my child have …?" */
static void
check_reader (SdmAidCheck *check)
{
  static const char *const children[] = { "child", "children", "baby", "toddler", "son", "daughter", "teenager", NULL };
  const gboolean           is_for_parent = sdm_aid_is_for_parent (check->aid);
  const struct
  {
    const char *place;
    const char *text;
  } texts[] = {
    { "/letter_title", sdm_aid_get_letter_title (check->aid) },
    { "/decision", sdm_aid_get_decision (check->aid) },
  };

  /* The words are known in English only. */
  if (!g_str_has_prefix (sdm_aid_get_language (check->aid), "en"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (is_for_parent && !has_any_word (texts[i].text, children))
        sdm_aid_check_add (check, "reader-differs", SDM_PLACE (texts[i].place), _ ("a parent reads it, and it names no child: %s"), texts[i].text);
      else if (!is_for_parent && has_any_word (texts[i].text, (const char *const[]){ "child", "children", "toddler", NULL }))
        sdm_aid_check_add (check, "reader-differs", SDM_PLACE (texts[i].place), _ ("it speaks to a parent, and “reader” does not say so: %s"), texts[i].text);
    }
}

/**
 * sdm_aid_check_sentences:
 *
 * Checks how figures are told.
 */
void
sdm_aid_check_sentences (SdmAidCheck *check)
{
  const char *decision = sdm_aid_get_decision (check->aid);

  if (!g_str_has_suffix (decision, "?"))
    sdm_aid_check_add (check, "decision-not-question", SDM_PLACE ("/decision"), _ ("it does not end with a question mark: %s"), decision);
  check_reader (check);

  for (guint o = 0; o < check->aid->n_outcomes; o++)
    {
      check_frames (check, o);
      check_range (check, o);
      check_times (check, o);
    }
  check_unknowns (check);
}
