/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"
#include "sdm-letter-check.h"
#include "sdm-letter-content.h"

/* Each rule of letters finds the text that breaks it, in its place, and leaves the one alone that does not. */

typedef struct
{
  const char *tag;
  const char *path;
  const char *words;
  const char *bad;
  const char *good;
} Rule;

#define TALK "people/why_now"
#define STEP "plan/actions/1/what"

static const Rule rules[] = {
  { "letter-third-person", TALK, "the patient", "We saw that the patient felt dizzy.", "We saw that you felt dizzy." },
  { "letter-third-person", TALK, "Pell", "Mr Pell felt dizzy.", "You felt dizzy in the spell of heat." },
  { "letter-passive", TALK, "was stopped", "The tablet was stopped.", "We stopped the tablet. You were tired." },
  { "letter-sentence-long", TALK, NULL,
    "You felt dizzy on the hill and then you came to see us and we talked about your tablets and what you would like to do about all of them now.",
    "You felt dizzy on the hill. Then you came to see us. We talked about your tablets, e.g. the newest one." },
  { "letter-filler", TALK, "really", "You really felt dizzy.", "You felt dizzy in the real heat." },
  { "letter-latin", STEP, "prn", "Take one tablet prn.", "Take one tablet when you need it." },
  { "letter-latin", STEP, "b.d", "Take one tablet b.d.", "Take one tablet twice a day." },
  { "letter-latin", STEP, "TDS", "Take one tablet TDS.", "Take one of the bidets." },
  { "letter-acronym", TALK, "ECG", "You had an ECG.", "You had a heart tracing (ECG). The NHS pays." },
  { "letter-medical-word", TALK, "renal", "We did a renal test.", "We did a kidney (renal) test." },
  { "letter-medical-word", TALK, "analgesics", "You take analgesics.", "You take pain relief." },
  { "letter-two-meanings", TALK, "chronic", "Your pain is chronic.", "Your pain has lasted a year." },
  { "letter-label", TALK, "diabetic", "You are diabetic.", "You have diabetes." },
  { "letter-blame", TALK, "refuses", "Your son refuses to help.", "Your son chose not to help." },
  { "letter-blame", "plan/decision_entry/text", "non-compliant", "Stop doxazosin, as non-compliant", "Stop doxazosin, not taken since June" },
  { "letter-not-told", TALK, "cancer", "The test looked for cancer.", "The test looked for germs." },
  { "letter-result-meaning", TALK, "blood pressure", "Your blood pressure was 122.", "Your blood pressure was 122. This means that it is steady." },
  { "letter-number-not-shown", TALK, "3 in 100", "It harms 3 in 100 people.", "It was counted in 88 in 100 people, and 12 in 100 were not." },
  { "letter-number-not-shown", TALK, "7%", "It harms 7% of people.", "88% were under the line." },
  { "letter-number-not-shown", TALK, "30 out of 1,000", "It harms 30 out of 1,000.", "It takes 10 in 12 weeks." },
  { "letter-relative-figure", TALK, "twice as", "It is twice as likely to harm you.", "You came twice." },
  { "letter-number-alone", TALK, "777", "You walked 777 steps.", "You were born in 1943." },
  { "letter-capitals", TALK, "TAKE", "DO NOT TAKE it.", "Do not take it." },
};

/* What the record holds already is no fault of a text. */
static SdmConsultation *
load (void)
{
  SdmConsultation *consultation = letter_case_load ("decided");
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (consultation, "status", "in-progress", &error));
  g_assert_true (sdm_consultation_set_text (consultation, TALK, "You felt dizzy on the hill.", &error));
  g_assert_true (sdm_consultation_remove (consultation, "letter/told_in_person", &error));
  g_assert_no_error (error);

  return consultation;
}

static SdmLetterCheck *
check_with (SdmConsultation       *consultation,
            const SdmLetterFormat *format)
{
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);

  g_assert_no_error (error);

  return sdm_letter_check_new (consultation, aid, document, format);
}

static SdmLetterCheck *
check (SdmConsultation *consultation)
{
  return check_with (consultation, NULL);
}

static const SdmLetterFinding *
find (SdmLetterCheck *result,
      const char     *tag,
      const char     *path)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const SdmLetterFinding *finding = g_ptr_array_index (result->findings, i);

      if (g_str_equal (finding->tag->name, tag) && (path == NULL || g_str_equal (finding->pointer + 1, path)))
        return finding;
    }

  return NULL;
}

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) bad = NULL;
  g_autoptr (SdmLetterCheck) good = NULL;
  const SdmLetterFinding *found;

  g_assert_true (sdm_consultation_set_text (consultation, rule->path, rule->bad, &error));
  bad = check (consultation);
  found = find (bad, rule->tag, rule->path);
  g_assert_nonnull (found);
  if (rule->words != NULL)
    g_assert_cmpstr (found->words, ==, rule->words);
  g_assert_true (*found->tag->standard == 'L');

  g_assert_true (sdm_consultation_set_text (consultation, rule->path, rule->good, &error));
  g_assert_no_error (error);
  good = check (consultation);
  g_assert_null (find (good, rule->tag, rule->path));
}

/* What is missing in a letter: each is there in a whole one. */

typedef struct
{
  const char *tag;
  const char *removed;
  const char *place;
} Gap;

static const Gap gaps[] = {
  { "letter-to-nobody", "people/patient", "people/patient/family" },
  { "letter-own-words-missing", "matters/own_words", "matters/own_words" },
  { "letter-option-missing", "options/shown", "options/shown" },
  { "letter-who-decided", "plan/decided_by", "plan/decided_by" },
  { "letter-step-nobody", "plan/actions/1/owner", "plan/actions/1/owner" },
  { "letter-step-no-date", "plan/actions/1/by", "plan/actions/1/by" },
  { "letter-review-missing", "plan/review", "plan/review" },
  { "letter-contact-missing", "plan/contact", "plan/contact/name" },
  { "letter-needs-unreviewed", "people/needs_reviewed_on", "people/needs_reviewed_on" },
};

static void
clear (SdmConsultation *consultation,
       const char      *path)
{
  json_t *value = sdm_consultation_peek (consultation, path);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (path, "people/patient"))
    sdm_consultation_take_value (consultation, path, json_pack ("{s:[], s:[]}", "given", "address"), &error);
  else if (json_is_array (value))
    sdm_consultation_take_value (consultation, path, json_array (), &error);
  else
    sdm_consultation_remove (consultation, path, &error);
  g_assert_no_error (error);
}

static void
test_gap (gconstpointer data)
{
  const Gap *gap = data;
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (SdmLetterCheck) whole = check (consultation);
  g_autoptr (SdmLetterCheck) without = NULL;

  g_assert_null (find (whole, gap->tag, NULL));
  clear (consultation, gap->removed);
  if (g_str_equal (gap->removed, "matters/own_words"))
    {
      clear (consultation, "matters/goals");
      clear (consultation, "plan/why");
    }
  without = check (consultation);
  g_assert_nonnull (find (without, gap->tag, gap->place));
}

static void
test_declined (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) before = check (consultation);
  g_autoptr (SdmLetterCheck) after = NULL;

  g_assert_null (find (before, "letter-declined", NULL));
  sdm_consultation_set_flag (consultation, "letter/wanted", FALSE, &error);
  g_assert_no_error (error);
  after = check (consultation);
  g_assert_nonnull (find (after, "letter-declined", "letter/wanted"));
}

/* The person of this talk needs 18 points. */
static void
test_format (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  const SdmLetterFormat right = sdm_letter_format_for_person (consultation);
  const SdmLetterFormat other = { .points = 14 };
  g_autoptr (SdmLetterCheck) with_right = check_with (consultation, &right);
  g_autoptr (SdmLetterCheck) with_other = check_with (consultation, &other);

  g_assert_cmpuint (right.points, ==, 18);
  g_assert_null (find (with_right, "letter-format-differs", NULL));
  g_assert_nonnull (find (with_other, "letter-format-differs", "people/letter_wish"));
}

/* A real person must be sure to be the one who is meant. */
static void
test_not_confirmed (void)
{
  g_autoptr (SdmConsultation) draft = load ();
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (draft);
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (json_t) document = json_loadb (text, size, 0, NULL);
  g_autoptr (SdmConsultation) real = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) sure = NULL;
  g_autoptr (SdmLetterCheck) unsure = NULL;

  json_object_set_new (document, "kind", json_string ("real"));
  real = sdm_consultation_new_from_json (document, &error);
  g_assert_no_error (error);
  sure = check (real);
  g_assert_null (find (sure, "letter-not-confirmed", NULL));
  clear (real, "people/confirmed");
  unsure = check (real);
  g_assert_nonnull (find (unsure, "letter-not-confirmed", "people/confirmed"));
}

/* Hard words make a hard letter, but not those that nobody can choose. */
static void
test_ease (void)
{
  static const char *const hard = "Cardiovascular deterioration necessitates immediate consideration of alternatives. "
                                  "Pharmacological interventions demonstrate considerable individual variability. "
                                  "Multidisciplinary rehabilitation facilitates functional independence. "
                                  "Institutional accommodation necessitates comprehensive reconsideration. "
                                  "Psychological adaptation necessitates considerable determination. "
                                  "Interprofessional communication facilitates appropriate prioritisation.";
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) easy = check (consultation);
  g_autoptr (SdmLetterCheck) harder = NULL;

  g_assert_true (easy->has_ease);
  g_assert_cmpfloat (easy->ease, >, 90);
  g_assert_null (find (easy, "letter-hard", NULL));
  g_assert_true (sdm_consultation_set_text (consultation, "plan/change_mind", hard, &error));
  g_assert_true (sdm_consultation_set_text (consultation, TALK, hard, &error));
  harder = check (consultation);
  g_assert_cmpfloat (harder->ease, <, easy->ease - 15);
  g_assert_true (find (harder, "letter-hard", NULL) != NULL || find (harder, "letter-too-hard", NULL) != NULL);

  /* The name of a medicine is left out. */
  g_assert_true (sdm_consultation_set_text (consultation, "plan/change_mind", "Call us.", &error));
  g_assert_true (sdm_consultation_set_text (consultation, TALK, "You take Doxazosin.", &error));
  g_assert_no_error (error);
  g_clear_pointer (&harder, sdm_letter_check_free);
  harder = check (consultation);
  g_assert_cmpfloat (harder->ease, >, easy->ease - 2);
}

/* No sentence is too long, but one after the other tires. */
static void
test_long_on_average (void)
{
  static const char *const tiring = "You felt dizzy on the hill and you came to see us about it and then we looked at all of the tablets. "
                                    "You told us that the day is good when you walk up the hill with the dog and come home to a meal. "
                                    "You said that you would like to take one tablet less and see how it goes when you get up in the night. "
                                    "We said that we will look at it with you once more when the new year is here and the days are longer. ";
  static const char *const places[] = { TALK, STEP, "plan/actions/0/what", "plan/actions/2/what", "plan/change_mind" };
  g_autofree char         *text = g_strconcat (tiring, tiring, tiring, tiring, NULL);
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) before = check (consultation);
  g_autoptr (SdmLetterCheck) after = NULL;

  g_assert_null (find (before, "letter-sentences-long", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_true (sdm_consultation_set_text (consultation, places[i], text, &error));
  g_assert_no_error (error);
  after = check (consultation);
  g_assert_null (find (after, "letter-sentence-long", TALK));
  g_assert_cmpfloat (after->mean, >, 15);
  g_assert_nonnull (find (after, "letter-sentences-long", NULL));
}

/* A reason is kept in the record, for these words and for no others. */
static void
test_override (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) before = NULL;
  g_autoptr (SdmLetterCheck) after = NULL;
  guint n;

  g_assert_true (sdm_consultation_set_text (consultation, TALK, "Your son refuses to help, and admits it.", &error));
  before = check (consultation);
  n = sdm_letter_check_count (before, SDM_SEVERITY_ERROR);
  g_assert_true (sdm_letter_check_override (consultation, find (before, "letter-blame", TALK), "It is his own word.", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "letter/overrides/0/rule"), ==, "L13");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "letter/overrides/0/words"), ==, "refuses");

  after = check (consultation);
  g_assert_cmpstr (find (after, "letter-blame", TALK)->reason, ==, "It is his own word.");
  g_assert_cmpuint (sdm_letter_check_count (after, SDM_SEVERITY_ERROR), ==, n - 1);

  g_assert_false (sdm_letter_check_override (consultation, find (before, "letter-blame", TALK), "", &error));
  g_assert_nonnull (error);
}

/* The words of the person, and of the aid, are not the clinician's. */
static void
test_left_alone (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterCheck) result = NULL;

  g_assert_true (sdm_consultation_set_text (consultation, "plan/why", "The renal man refuses, and 5 in 100 of them are diabetic.", &error));
  g_assert_no_error (error);
  result = check (consultation);
  g_assert_cmpuint (sdm_letter_check_count (result, SDM_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (sdm_letter_check_count (result, SDM_SEVERITY_WARNING), ==, 0);
}

/* Letters as they should be. */
static void
test_whole_letters (gconstpointer data)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load (data);
  g_autoptr (SdmLetterCheck) result = check (consultation);

  for (guint i = 0; i < result->findings->len; i++)
    {
      const SdmLetterFinding *finding = g_ptr_array_index (result->findings, i);

      if (finding->tag->severity <= SDM_SEVERITY_WARNING)
        g_error ("%s: %s (%s)", finding->pointer, finding->detail, finding->tag->name);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const whole[] = { "decided", "statins-decided", "not-yet", "no-thank-you" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/check/rule/%s/%u", rules[i].tag, i);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/check/gap/", gaps[i].tag, NULL);

      g_test_add_data_func (path, &gaps[i], test_gap);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/check/whole/", whole[i], NULL);

      g_test_add_data_func (path, whole[i], test_whole_letters);
    }
  g_test_add_func ("/letter/check/declined", test_declined);
  g_test_add_func ("/letter/check/format", test_format);
  g_test_add_func ("/letter/check/not-confirmed", test_not_confirmed);
  g_test_add_func ("/letter/check/ease", test_ease);
  g_test_add_func ("/letter/check/long-on-average", test_long_on_average);
  g_test_add_func ("/letter/check/override", test_override);
  g_test_add_func ("/letter/check/left-alone", test_left_alone);

  return g_test_run ();
}
