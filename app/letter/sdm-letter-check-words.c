/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-check-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sdm-consultation-reader.h"
#include "sdm-letter-sentence.h"

/* What a typed text says word by word. All of it is about English. */

#define LONGEST_SENTENCE 25 /* words */

typedef struct
{
  const char *words; /* small letters; a star stands for any ending */
  const char *tag;
  const char *instead; /* nullable: what a plain letter says */
} Phrase;

/* clang-format off */
static const Phrase phrases[] = {
  /* Latin of prescriptions */
  { "bd", "letter-latin", "twice a day" }, { "b.d", "letter-latin", "twice a day" }, { "bid", "letter-latin", "twice a day" },
  { "tds", "letter-latin", "three times a day" }, { "t.d.s", "letter-latin", "three times a day" },
  { "tid", "letter-latin", "three times a day" },
  { "qds", "letter-latin", "four times a day" }, { "q.d.s", "letter-latin", "four times a day" },
  { "od", "letter-latin", "once a day" }, { "o.d", "letter-latin", "once a day" }, { "om", "letter-latin", "each morning" },
  { "mane", "letter-latin", "in the morning" }, { "nocte", "letter-latin", "at night" },
  { "prn", "letter-latin", "when you need it" }, { "p.r.n", "letter-latin", "when you need it" },
  { "stat", "letter-latin", "at once" }, { "e.g", "letter-latin", "for example" }, { "i.e", "letter-latin", "that is" },
  { "per os", "letter-latin", "by mouth" }, { "ad lib", "letter-latin", "as much as you like" },

  /* Blame */
  { "refuse*", "letter-blame", "chose not to" }, { "refusal", "letter-blame", "chose not to" },
  { "denies", "letter-blame", "has not had" }, { "denied", "letter-blame", "has not had" },
  { "failed to", "letter-blame", "did not" }, { "fails to", "letter-blame", "does not" },
  { "failure to", "letter-blame", "did not" },
  { "non-complian*", "letter-blame", "takes it in another way" }, { "noncomplian*", "letter-blame", "takes it in another way" },
  { "non complian*", "letter-blame", "takes it in another way" }, { "complian*", "letter-blame", "takes it as agreed" },
  { "non-adheren*", "letter-blame", "takes it in another way" },
  { "complains of", "letter-blame", "told us of" }, { "complained of", "letter-blame", "told us of" },
  { "complaining of", "letter-blame", "told us of" },
  { "claims that", "letter-blame", "told us that" }, { "claims to", "letter-blame", "told us" },
  { "admits", "letter-blame", "told us" }, { "admitted to drinking", "letter-blame", "told us" },
  { "poor historian", "letter-blame", NULL }, { "did not attend", "letter-blame", "could not come" },
  { "dna", "letter-blame", "could not come" }, { "against advice", "letter-blame", NULL }, { "against medical advice", "letter-blame", NULL },

  /* Labels */
  { "diabetic*", "letter-label", "you have diabetes" }, { "asthmatic*", "letter-label", "you have asthma" },
  { "epileptic*", "letter-label", "you have epilepsy" }, { "schizophrenic*", "letter-label", "you have schizophrenia" },
  { "alcoholic*", "letter-label", "alcohol harms you" }, { "addict*", "letter-label", NULL },
  { "arthritic*", "letter-label", "you have arthritis" }, { "sufferer*", "letter-label", "people who have" },
  { "suffers from", "letter-label", "has" }, { "suffer from", "letter-label", "have" }, { "suffering from", "letter-label", "with" },
  { "the elderly", "letter-label", "older people" }, { "bed blocker*", "letter-label", NULL },

  /* Filler */
  { "really", "letter-filler", NULL }, { "actually", "letter-filler", NULL }, { "basically", "letter-filler", NULL },
  { "literally", "letter-filler", NULL }, { "obviously", "letter-filler", NULL }, { "of course", "letter-filler", NULL },
  { "needless to say", "letter-filler", NULL }, { "simply", "letter-filler", NULL }, { "merely", "letter-filler", NULL },

  /* Words with another everyday meaning */
  { "chronic", "letter-two-meanings", "long-term" }, { "acute", "letter-two-meanings", "sudden" },
  { "positive", "letter-two-meanings", "the test found it" }, { "negative", "letter-two-meanings", "the test did not find it" },
  { "unremarkable", "letter-two-meanings", "normal" }, { "progressive", "letter-two-meanings", "slowly worse" },
  { "significant*", "letter-two-meanings", "large" }, { "complaint*", "letter-two-meanings", "what you told us of" },
  { "theatre", "letter-two-meanings", "operating room" }, { "stool", "letter-two-meanings", "poo" },
  { "stools", "letter-two-meanings", "poo" }, { "insult", "letter-two-meanings", "harm" },

  /* Words of the trade */
  { "renal", "letter-medical-word", "kidney" }, { "hepatic", "letter-medical-word", "liver" },
  { "cardiac", "letter-medical-word", "heart" }, { "pulmonary", "letter-medical-word", "lung" },
  { "hypertension", "letter-medical-word", "high blood pressure" }, { "hypotension", "letter-medical-word", "low blood pressure" },
  { "myocardial infarction", "letter-medical-word", "heart attack" }, { "cerebrovascular", "letter-medical-word", "stroke" },
  { "dyspnoea", "letter-medical-word", "short of breath" }, { "oedema", "letter-medical-word", "swelling" },
  { "pyrexia", "letter-medical-word", "fever" }, { "febrile", "letter-medical-word", "with a fever" },
  { "analgesi*", "letter-medical-word", "pain relief" }, { "bilateral*", "letter-medical-word", "on both sides" },
  { "asymptomatic", "letter-medical-word", "without signs" }, { "symptomatic", "letter-medical-word", "with signs that you feel" },
  { "comorbidit*", "letter-medical-word", "other conditions" }, { "titrat*", "letter-medical-word", "change the dose step by step" },
  { "contraindicat*", "letter-medical-word", "not safe for you" }, { "prophyla*", "letter-medical-word", "to prevent" },
  { "haematuria", "letter-medical-word", "blood in the wee" }, { "micturition", "letter-medical-word", "passing water" },
  { "syncope", "letter-medical-word", "fainting" }, { "vertigo", "letter-medical-word", "a spinning feeling" },
  { "benign", "letter-medical-word", "not cancer" }, { "malignan*", "letter-medical-word", "cancer" },
  { "biopsy", "letter-medical-word", "a small sample" }, { "lesion*", "letter-medical-word", "sore, spot or lump" },
  { "prognosis", "letter-medical-word", "what to expect" }, { "aetiology", "letter-medical-word", "cause" },
  { "palpitation*", "letter-medical-word", "a racing heart" }, { "orthostatic", "letter-medical-word", "on standing" },
  { "postural", "letter-medical-word", "on standing" }, { "arrhythmia*", "letter-medical-word", "an uneven heartbeat" },
  { "gastric", "letter-medical-word", "stomach" }, { "cutaneous", "letter-medical-word", "skin" },
  { "subcutaneous*", "letter-medical-word", "under the skin" }, { "intravenous*", "letter-medical-word", "into a vein" },

  /* About the reader as somebody else */
  { "the patient", "letter-third-person", "you" }, { "this patient", "letter-third-person", "you" },
  { "patient's", "letter-third-person", "your" }, { "patient’s", "letter-third-person", "your" },
  { "this lady", "letter-third-person", "you" }, { "this gentleman", "letter-third-person", "you" },
  { "this man", "letter-third-person", "you" }, { "this woman", "letter-third-person", "you" },
  { "pt", "letter-third-person", "you" },

  /* News that must have been spoken first */
  { "cancer*", "letter-not-told", NULL }, { "tumour*", "letter-not-told", NULL }, { "malignan*", "letter-not-told", NULL },
  { "metasta*", "letter-not-told", NULL }, { "leukaemia", "letter-not-told", NULL }, { "lymphoma", "letter-not-told", NULL },
  { "dementia", "letter-not-told", NULL }, { "alzheimer*", "letter-not-told", NULL }, { "hiv", "letter-not-told", NULL },
  { "dying", "letter-not-told", NULL }, { "terminal*", "letter-not-told", NULL }, { "palliative", "letter-not-told", NULL },
  { "end of life", "letter-not-told", NULL }, { "life-limiting", "letter-not-told", NULL }, { "overdose*", "letter-not-told", NULL },
  { "suicid*", "letter-not-told", NULL }, { "self-harm*", "letter-not-told", NULL }, { "abuse*", "letter-not-told", NULL },
  { "miscarr*", "letter-not-told", NULL }, { "stillb*", "letter-not-told", NULL }, { "psychosis", "letter-not-told", NULL },
  { "schizophren*", "letter-not-told", NULL }, { "motor neurone", "letter-not-told", NULL }, { "parkinson*", "letter-not-told", NULL },
};
/* clang-format on */

/* Whether the rule counts in a text for the GP, too, as the person reads that as well. */
static gboolean
is_for_gp_too (const char *tag)
{
  return g_str_equal (tag, "letter-blame") || g_str_equal (tag, "letter-label") || g_str_equal (tag, "letter-not-told");
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/**
 * sdm_letter_find_phrase:
 * @phrase: in small letters; with a star at its end it stands for any ending
 * @start: (out): where it begins
 * @end: (out): the byte after it
 *
 * Looks for whole words, whatever their letters are.
 */
gboolean
sdm_letter_find_phrase (const char  *text,
                        const char  *phrase,
                        const char **start,
                        const char **end)
{
  const gboolean any_ending = g_str_has_suffix (phrase, "*");
  const gsize    length = strlen (phrase) - (any_ending ? 1 : 0);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *after = p + length;

      if (g_ascii_strncasecmp (p, phrase, length) != 0 || (p > text && is_letter (p[-1])))
        continue;
      while (any_ending && is_letter (*after))
        after++;
      /* A quotation mark or a dash of typesetters is no letter, but more than one byte. */
      if (is_letter (*after) && strncmp (after, "\342\200", 2) != 0 && strncmp (after, "\302\240", 2) != 0)
        continue;
      *start = p;
      *end = after;
      return TRUE;
    }

  return FALSE;
}

/* "kidney (renal) test", "renal (kidney) test" */
static gboolean
is_explained (const char *text,
              const char *start,
              const char *end)
{
  return (start > text && start[-1] == '(') || (end[0] == ' ' && end[1] == '(');
}

static gboolean
is_in_aid (SdmLetterChecking *self,
           const char        *phrase)
{
  const char      *start;
  const char      *end;
  guint            n = 0;
  const SdmOption *options;

  if (self->aid == NULL)
    return FALSE;
  if (sdm_letter_find_phrase (sdm_aid_get_decision (self->aid), phrase, &start, &end) ||
      sdm_letter_find_phrase (sdm_aid_get_title (self->aid), phrase, &start, &end) ||
      sdm_letter_find_phrase (sdm_aid_get_condition_name (self->aid), phrase, &start, &end))
    return TRUE;
  options = sdm_aid_get_options (self->aid, &n);
  for (guint i = 0; i < n; i++)
    if (sdm_letter_find_phrase (options[i].title, phrase, &start, &end))
      return TRUE;

  return FALSE;
}

static gboolean
does_not_count (SdmLetterChecking    *self,
                const SdmLetterField *field,
                const Phrase         *phrase,
                const char           *start,
                const char           *end)
{
  if (field->role == SDM_LETTER_FIELD_GP && !is_for_gp_too (phrase->tag))
    return TRUE;
  if (g_str_equal (phrase->tag, "letter-not-told"))
    return sdm_consultation_get_flag (self->consultation, "letter/told_in_person") || is_in_aid (self, phrase->words);
  if (g_str_equal (phrase->tag, "letter-medical-word") || g_str_equal (phrase->tag, "letter-two-meanings"))
    return is_explained (field->text, start, end) || is_in_aid (self, phrase->words);

  return FALSE;
}

static void
check_phrase (SdmLetterChecking    *self,
              const SdmLetterField *field,
              const Phrase         *phrase)
{
  const char      *start;
  const char      *end;
  g_autofree char *found = NULL;

  if (!sdm_letter_find_phrase (field->text, phrase->words, &start, &end) || does_not_count (self, field, phrase, start, end))
    return;
  found = g_strndup (start, (gsize) (end - start));
  if (phrase->instead != NULL)
    /* Translators: a word of a letter, and a plainer one: "“prn”: say “when you need it”" */
    sdm_letter_checking_add (self, phrase->tag, field->pointer, found, _ ("“%s”: say “%s”"), found, phrase->instead);
  else
    /* Translators: a word of a letter, and the text in which it stands */
    sdm_letter_checking_add (self, phrase->tag, field->pointer, found, _ ("“%s” stands in “%s”"), found, field->text);
}

/* The reader by name */

static void
check_own_name (SdmLetterChecking    *self,
                const SdmLetterField *field)
{
  static const char *const names[] = { "people/patient/family", "people/patient/preferred_name", "people/patient/given/0" };

  if (field->role == SDM_LETTER_FIELD_GP || sdm_consultation_get_reader (self->consultation, self->aid) != SDM_READER_PATIENT)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char      *name = sdm_consultation_get_text (self->consultation, names[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;
      const char      *start;
      const char      *end;

      if (lower == NULL || *lower == '\0' || !sdm_letter_find_phrase (field->text, lower, &start, &end) || !g_ascii_isupper (*start))
        continue;
      sdm_letter_checking_add (self, "letter-third-person", field->pointer, name, _ ("“%s”: say “%s”"), name, "you");
      return;
    }
}

/* Capitals */

static gboolean
is_known_name (SdmLetterChecking *self,
               const char        *name)
{
  static const char *const everyday[] = { "GP", "GPs", "NHS", "UK", "US", "TV", "OK", "AM", "PM", "DVD", "CD", "ID", NULL };
  guint                    n = 0;
  const SdmTerm           *terms = self->aid != NULL ? sdm_aid_get_glossary (self->aid, &n) : NULL;

  if (g_strv_contains (everyday, name))
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      if (strstr (terms[i].term, name) != NULL)
        return TRUE;
      for (guint a = 0; terms[i].also != NULL && terms[i].also[a] != NULL; a++)
        if (strstr (terms[i].also[a], name) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* "ECG", but not "ECG (heart tracing)". Two of them in a row are shouted. */
static void
check_capitals (SdmLetterChecking    *self,
                const SdmLetterField *field)
{
  SdmProse        prose;
  guint           n = 0;
  const SdmToken *tokens;
  guint           in_a_row = 0;

  sdm_words_read (self->words, field->text, &prose);
  tokens = sdm_words_get_tokens (self->words, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strndup (tokens[i].start, tokens[i].length);
      const gboolean   is_whole = tokens[i].word != NULL && tokens[i].capitals == tokens[i].length && tokens[i].length > 1;

      in_a_row = is_whole && tokens[i].length > 2 ? in_a_row + 1 : 0;
      if (in_a_row == 2)
        sdm_letter_checking_add (self, "letter-capitals", field->pointer, name, _ ("“%s” stands in “%s”"), name, field->text);
      else if (tokens[i].word != NULL && tokens[i].capitals > 1 && !is_known_name (self, name) &&
               !is_explained (field->text, tokens[i].start, tokens[i].start + tokens[i].length))
        sdm_letter_checking_add (self, "letter-acronym", field->pointer, name, _ ("“%s” stands in “%s”"), name, field->text);
    }
}

void
sdm_letter_checking_words (SdmLetterChecking    *self,
                           const SdmLetterField *field)
{
  if (!self->is_english)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    check_phrase (self, field, &phrases[i]);
  check_own_name (self, field);
  if (field->role == SDM_LETTER_FIELD_PROSE)
    check_capitals (self, field);
}

/* Sentences */

static gboolean
is_passive (const SdmToken *helper,
            const SdmToken *verb)
{
  static const char *const helpers[] = { "was", "were", "been", "being", NULL };
  static const char *const irregular[] = { "given", "taken", "done", "told", "seen", "shown", "sent", "put", "found", "made", NULL };
  static const char *const states[] = { "tired", "worried", "pleased", "scared", "married", "supposed", "interested", "retired",
                                        "confused", "excited", "relieved", "bored", "need", "speed", "red", "bed", NULL };

  if (helper->word == NULL || verb->word == NULL || !g_strv_contains (helpers, helper->word->lower) || g_strv_contains (states, verb->word->lower))
    return FALSE;

  return g_str_has_suffix (verb->word->lower, "ed") || g_strv_contains (irregular, verb->word->lower);
}

static void
check_sentence (SdmLetterChecking    *self,
                const SdmLetterField *field,
                const char           *sentence)
{
  SdmProse        prose;
  guint           n = 0;
  const SdmToken *tokens;

  sdm_words_read (self->words, sentence, &prose);
  if (prose.words > LONGEST_SENTENCE)
    /* Translators: "a sentence has 31 words: You felt dizzy …" */
    sdm_letter_checking_add (self, "letter-sentence-long", field->pointer, sentence, _ ("a sentence has %u words: %s"), prose.words, sentence);
  tokens = sdm_words_get_tokens (self->words, &n);
  for (guint i = 0; self->is_english && i + 1 < n; i++)
    if (is_passive (&tokens[i], &tokens[i + 1]))
      {
        g_autofree char *found = g_strndup (tokens[i].start, (gsize) (tokens[i + 1].start + tokens[i + 1].length - tokens[i].start));

        sdm_letter_checking_add (self, "letter-passive", field->pointer, found, _ ("“%s” stands in “%s”"), found, sentence);
      }
}

/* "Your blood pressure was 122 over 64": is that good? */
static void
check_results (SdmLetterChecking    *self,
               const SdmLetterField *field)
{
  static const char *const tests[] = { "blood pressure", "hba1c", "cholesterol", "egfr", "potassium", "sodium", "psa", "bmi", "peak flow",
                                       "oxygen", "pulse", "haemoglobin", "blood sugar", "blood count", "kidney test", "liver test" };
  static const char *const meanings[] = { "mean*", "that is", "which is", "this is", "normal", "too high", "too low", "high", "low", "higher",
                                          "lower", "rises", "falls", "drops", "dropped", "fell", "rose", "healthy" };
  const char              *start;
  const char              *end;

  if (!self->is_english || strpbrk (field->text, "0123456789") == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (sdm_letter_find_phrase (field->text, meanings[i], &start, &end))
      return;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (sdm_letter_find_phrase (field->text, tests[i], &start, &end) && strpbrk (start, "0123456789") != NULL)
      {
        sdm_letter_checking_add (self, "letter-result-meaning", field->pointer, tests[i], _ ("“%s” stands in “%s”"), tests[i], field->text);
        return;
      }
}

void
sdm_letter_checking_sentences (SdmLetterChecking    *self,
                               const SdmLetterField *field)
{
  for (const char *start = field->text; *start != '\0';)
    {
      const char      *end = sdm_letter_sentence_find_end (start);
      g_autofree char *sentence = g_strndup (start, (gsize) (end - start));

      check_sentence (self, field, sentence);
      start = *end != '\0' ? end + 1 : end;
    }
  check_results (self, field);
}
