/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-aid-blank.h"
#include "sdm-consultation-blank.h"
#include "sdm-consultation-check-aid.h"
#include "sdm-consultation-options.h"
#include "sdm-consultation-plan.h"
#include "sdm-consultation-weigh.h"
#include "sdm-core-error.h"
#include "sdm-finding.h"
#include "sdm-history.h"
#include "sdm-missing.h"

/* A page with two options and one question, as it starts. */
static SdmConsultation *
start_page (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 10, 30, 0);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (now);

  return sdm_consultation_new_for_practice (NULL, clock);
}

/* The same, written on. */
static SdmConsultation *
start_written_page (void)
{
  SdmConsultation *page = start_page ();
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_blank_decision (page, "Should I try a hearing aid?", &error);
  g_assert_no_error (error);
  sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", "Try one", &error);
  g_assert_no_error (error);
  sdm_consultation_set_blank_text (page, SDM_BLANK_QUESTION, "question-1", "What may be good?", &error);
  g_assert_no_error (error);
  sdm_consultation_set_blank_answer (page, "question-1", "option-2", "I hear the door.", &error);
  g_assert_no_error (error);

  return page;
}

static char *
write_part (SdmConsultation *page,
            const char      *path)
{
  json_t *value = sdm_consultation_peek (page, path);

  return value != NULL ? json_dumps (value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY) : NULL;
}

#define assert_part(page, path, expected)                    \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *written_ = write_part ((page), (path)); \
                                                             \
    g_assert_cmpstr (written_, ==, (expected));              \
  }                                                          \
  G_STMT_END

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Starting */

static void
test_start (void)
{
  g_autoptr (SdmConsultation) page = start_page ();
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (page);
  g_autoptr (SdmConsultation) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_is_practice (page));
  g_assert_true (sdm_consultation_is_blank (page));
  g_assert_null (sdm_consultation_get_aid_id (page));
  assert_part (page, "blank", "{\"answers\":[],\"options\":[{\"id\":\"as-now\",\"title\":\"Carry on as now\"},{\"id\":\"option-2\"}],"
                              "\"questions\":[{\"id\":\"question-1\"}]}");
  assert_part (page, "options/shown", "[\"as-now\",\"option-2\"]");

  again = sdm_consultation_new_from_bytes (bytes, "page", &error);
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_is_blank (again));
}

/* Seen as an aid */

static void
test_as_aid (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  const SdmOption   *options;
  const SdmQuestion *questions;
  guint              n;
  gboolean           not_known;
  g_autofree char   *added = sdm_consultation_add_to_blank (page, SDM_BLANK_OPTION, NULL, NULL);

  g_assert_nonnull (added);
  g_assert_true (sdm_consultation_set_blank_answer (page, "question-1", "as-now", "No {fuss} at all", NULL));
  aid = sdm_aid_new_for_blank (sdm_consultation_peek (page, "blank"), "en-GB");
  g_assert_true (sdm_aid_is_blank (aid));
  g_assert_cmpstr (sdm_aid_get_title (aid), ==, "Should I try a hearing aid?");
  g_assert_false (sdm_aid_is_draft (aid));
  g_assert_false (sdm_aid_is_past_review (aid, clock));

  options = sdm_aid_get_options (aid, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (options[0].is_no_change);
  g_assert_false (options[1].is_no_change);
  g_assert_cmpstr (options[2].title, ==, "No name yet");

  questions = sdm_aid_get_questions (aid, &n);
  g_assert_cmpuint (n, ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const expected[] = { "No {fuss} at all", "I hear the door.", "We do not know yet." };
      g_autofree char         *answer = sdm_aid_dup_answer (aid, &questions[0], &options[i], "all", &not_known);

      g_assert_cmpstr (answer, ==, expected[i]);
      g_assert_cmpint (not_known, ==, i == 2);
    }

  /* Nothing that could be a figure, and nothing to be right or wrong about. */
  sdm_aid_get_outcomes (aid, &n);
  g_assert_cmpuint (n, ==, 0);
  sdm_aid_get_sources (aid, &n);
  g_assert_cmpuint (n, ==, 0);
  sdm_aid_get_knowledge (aid, &n);
  g_assert_cmpuint (n, ==, 0);
  sdm_aid_get_priorities (aid, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (sdm_aid_get_teach_back (aid, &n)->prompt, ==, "What are our options?");
}

/* Options and questions */

static void
test_add_options (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (GError) error = NULL;

  for (guint i = 3; i <= SDM_BLANK_MOST_OPTIONS; i++)
    {
      g_autofree char *expected = g_strdup_printf ("option-%u", i);
      g_autofree char *id = sdm_consultation_add_to_blank (page, SDM_BLANK_OPTION, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, expected);
    }
  g_assert_null (sdm_consultation_add_to_blank (page, SDM_BLANK_OPTION, "One more", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (page, "blank/options")), ==, SDM_BLANK_MOST_OPTIONS);
  assert_part (page, "options/shown", "[\"as-now\",\"option-2\",\"option-3\",\"option-4\",\"option-5\",\"option-6\"]");
}

/* The record names what was looked at, and says that no numbers were. */
static void
test_record_follows (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (SdmAid) aid = NULL;

  assert_part (page, "options/record/1", "{\"benefits\":[\"We found no numbers for this.\"],\"option\":\"option-2\","
                                         "\"risks\":[\"We found no numbers for this.\"],\"text\":\"Try one\"}");
  aid = sdm_aid_new_for_blank (sdm_consultation_peek (page, "blank"), NULL);
  sdm_consultation_set_result (page, aid, "decided", NULL);
  sdm_consultation_choose_option (page, aid, "option-2", TRUE, NULL);
  g_assert_cmpstr (sdm_consultation_get_text (page, "plan/decision_entry/text"), ==, "Try one");

  g_assert_true (sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", "Try one for a month", NULL));
  g_assert_cmpstr (sdm_consultation_get_text (page, "options/record/1/text"), ==, "Try one for a month");
  g_assert_cmpstr (sdm_consultation_get_text (page, "plan/decision_entry/text"), ==, "Try one for a month");

  /* Words of one's own stay. */
  sdm_consultation_set_text (page, "plan/decision_entry/text", "The left ear first", NULL);
  g_assert_true (sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", "Try two", NULL));
  g_assert_cmpstr (sdm_consultation_get_text (page, "plan/decision_entry/text"), ==, "The left ear first");
}

/* A new option comes after the others, as they stand on screen. */
static void
test_turned_round (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (SdmAid) aid = sdm_aid_new_for_blank (sdm_consultation_peek (page, "blank"), NULL);
  g_autofree char *id = NULL;

  sdm_consultation_turn_options_round (page, aid);
  id = sdm_consultation_add_to_blank (page, SDM_BLANK_OPTION, "Wait", NULL);
  assert_part (page, "options/shown", "[\"option-3\",\"option-2\",\"as-now\"]");
}

/* Taking out and putting back */

/* An option with everything that can be said of it. */
static SdmConsultation *
start_full_page (void)
{
  SdmConsultation    *page = start_written_page ();
  g_autofree char *id G_GNUC_UNUSED = sdm_consultation_add_to_blank (page, SDM_BLANK_OPTION, "Wait", NULL);
  g_autoptr (SdmAid) aid = sdm_aid_new_for_blank (sdm_consultation_peek (page, "blank"), NULL);

  g_assert_true (sdm_consultation_set_leaning (page, "option-2", 7, NULL));
  g_assert_true (sdm_consultation_set_leaning (page, "as-now", 2, NULL));
  g_assert_true (sdm_consultation_append (page, "matters/ranked", json_pack ("{s:s}", "text", "The phone"), NULL));
  g_assert_true (sdm_consultation_set_weigh_words (page, "The phone", "option-2", "Louder", NULL));
  g_assert_true (sdm_consultation_append (page, "weigh/companion_leanings",
                                          json_pack ("{s:s, s:[{s:s, s:i}]}", "name", "Jo", "leanings", "option", "option-2", "mark", 9), NULL));
  sdm_consultation_set_result (page, aid, "decided", NULL);
  g_assert_true (sdm_consultation_choose_option (page, aid, "option-2", TRUE, NULL));

  return page;
}

static void
test_take_out_option (void)
{
  g_autoptr (SdmConsultation) page = start_full_page ();
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (page);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (SdmHistory) history = sdm_history_new (page);
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (GError) error = NULL;
  guint            n_changes = 0;
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  g_signal_connect_swapped (page, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (sdm_consultation_take_out_of_blank (page, SDM_BLANK_OPTION, "option-2", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  text = write_part (page, "");
  g_assert_null (strstr (text, "option-2"));
  g_assert_null (strstr (text, "Louder"));
  g_assert_null (sdm_consultation_peek (page, "plan/decision_entry"));
  g_assert_cmpint (sdm_consultation_get_leaning (page, "as-now"), ==, 2);

  aid = sdm_aid_new_for_blank (sdm_consultation_peek (page, "blank"), NULL);
  sdm_consultation_check_aid (sdm_consultation_peek (page, ""), aid, findings);
  g_assert_cmpuint (findings->len, ==, 0);

  place = sdm_history_undo (history, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (place, ==, "blank/options");
  after = sdm_consultation_to_bytes (page);
  g_assert_cmpmem (g_bytes_get_data (before, NULL), g_bytes_get_size (before), g_bytes_get_data (after, NULL), g_bytes_get_size (after));
}

/* Another question may take its place; what was said of the first one comes back with the first one. */
static void
test_take_out_question (void)
{
  g_autoptr (SdmConsultation) page = start_full_page ();
  g_autoptr (SdmHistory) history = sdm_history_new (page);
  g_autofree char *answer = g_strdup (sdm_consultation_get_blank_answer (page, "question-1", "option-2"));
  g_autofree char *words = g_strdup (sdm_consultation_get_blank_text (page, SDM_BLANK_QUESTION, "question-1"));
  g_autofree char *id = NULL;

  g_assert_nonnull (answer);
  g_assert_true (sdm_consultation_take_out_of_blank (page, SDM_BLANK_QUESTION, "question-1", NULL));
  id = sdm_consultation_add_to_blank (page, SDM_BLANK_QUESTION, "What may be hard?", NULL);
  g_assert_cmpstr (id, ==, "question-1");
  g_assert_null (sdm_consultation_get_blank_answer (page, "question-1", "option-2"));

  for (guint i = 0; i < 2; i++)
    g_free (sdm_history_undo (history, NULL));
  g_assert_cmpstr (sdm_consultation_get_blank_text (page, SDM_BLANK_QUESTION, "question-1"), ==, words);
  g_assert_cmpstr (sdm_consultation_get_blank_answer (page, "question-1", "option-2"), ==, answer);
}

static void
type_name (SdmConsultation *page,
           const char      *name)
{
  g_autoptr (GError) error = NULL;

  for (gsize length = 1; length <= strlen (name); length++)
    {
      g_autofree char *typed = g_strndup (name, length);

      g_assert_true (sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", typed, &error));
      g_assert_no_error (error);
    }
}

/* The record of the options and the decision go with the name, and its letters are one step. */
static void
test_name_is_one_step (void)
{
  g_autoptr (SdmConsultation) page = start_full_page ();
  g_autoptr (SdmHistory) history = sdm_history_new (page);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *place = NULL;

  g_assert_true (sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", NULL, NULL));
  sdm_history_end_typing (history);
  before = sdm_consultation_to_bytes (page);
  type_name (page, "Wait and see");
  place = sdm_history_undo (history, NULL);
  g_assert_cmpstr (place, ==, "blank/options/1/title");
  after = sdm_consultation_to_bytes (page);
  g_assert_cmpmem (g_bytes_get_data (before, NULL), g_bytes_get_size (before), g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  g_free (sdm_history_redo (history, NULL));
  g_assert_cmpstr (sdm_consultation_get_text (page, "plan/decision_entry/text"), ==, "Wait and see");
}

static void
test_two_stay (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_take_out_of_blank (page, SDM_BLANK_OPTION, "as-now", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (sdm_consultation_take_out_of_blank (page, SDM_BLANK_OPTION, "nobody", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
}

/* To carry on as now can go like any other, and is offered again. */
static void
test_carry_on (void)
{
  g_autoptr (SdmConsultation) page = start_full_page ();

  g_assert_true (sdm_consultation_take_out_of_blank (page, SDM_BLANK_OPTION, SDM_BLANK_CARRY_ON, NULL));
  g_assert_null (sdm_consultation_get_blank_text (page, SDM_BLANK_OPTION, SDM_BLANK_CARRY_ON));
  g_assert_true (sdm_consultation_add_carry_on (page, NULL));
  g_assert_cmpstr (sdm_consultation_get_text (page, "blank/options/0/id"), ==, SDM_BLANK_CARRY_ON);
  g_assert_true (sdm_consultation_add_carry_on (page, NULL));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (page, "blank/options")), ==, 3);
}

/* Typing */

typedef struct
{
  const char *name;
  const char *typed;
  const char *kept;
} Typed;

static const Typed typed[] = {
  { "as-it-is", "Try one ", "Try one " },
  { "line-break", "Try\none\r\nnow", "Try one now" },
  { "control", "Try\001 \033one", "Try one" },
  { "blanks", " \t ", NULL },
  { "nothing", "", NULL },
  { "emoji", "👂 نعم", "👂 نعم" },
};

static void
test_typed (gconstpointer data)
{
  const Typed *row = data;
  g_autoptr (SdmConsultation) page = start_page ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", row->typed, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_consultation_get_blank_text (page, SDM_BLANK_OPTION, "option-2"), ==, row->kept);
}

static void
test_too_long (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (page);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *pasted = g_strnfill (400, 'w');
  g_autofree char *much = g_strnfill (2001, 'w');
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_set_blank_text (page, SDM_BLANK_OPTION, "option-2", pasted, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "This is 400 letters long and 150 fit. Shorten it: until then it is not kept.");
  g_assert_false (sdm_consultation_set_blank_text (page, SDM_BLANK_QUESTION, "question-1", pasted, NULL));
  g_assert_false (sdm_consultation_set_blank_decision (page, pasted, NULL));
  g_assert_false (sdm_consultation_set_blank_answer (page, "question-1", "option-2", much, NULL));
  g_assert_false (sdm_consultation_set_weigh_words (page, "The phone", "option-2", much, NULL));
  after = sdm_consultation_to_bytes (page);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_unknown_cell (void)
{
  g_autoptr (SdmConsultation) page = start_page ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_set_blank_answer (page, "question-9", "as-now", "Yes", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT);
}

static void
test_take_answer_back (void)
{
  g_autoptr (SdmConsultation) page = start_written_page ();

  g_assert_true (sdm_consultation_set_blank_answer (page, "question-1", "option-2", "", NULL));
  assert_part (page, "blank/answers", "[]");
  g_assert_true (sdm_consultation_set_blank_answer (page, "question-1", "option-2", NULL, NULL));
}

/* Checking */

typedef struct
{
  const char *name;
  const char *path;
  const char *value;
  const char *tag;
  const char *pointer;
} Bad;

static const Bad bad[] = {
  { "option-twice", "blank/options/1/id", "\"as-now\"", "repeated-id", "/blank/options/1/id" },
  { "question-twice", "blank/questions", "[{\"id\": \"question-1\"}, {\"id\": \"question-1\"}]", "repeated-id", "/blank/questions/1/id" },
  { "option-unknown", "blank/answers/0/option", "\"gone\"", "reference-unknown", "/blank/answers/0/option" },
  { "question-unknown", "blank/answers/0/question", "\"gone\"", "reference-unknown", "/blank/answers/0/question" },
  { "answer-twice", "blank/answers",
    "[{\"question\": \"question-1\", \"option\": \"as-now\", \"text\": \"a\"}, {\"question\": \"question-1\", \"option\": \"as-now\", \"text\": \"b\"}]",
    "answer-twice", "/blank/answers/1" },
  { "figures", "risks/figures",
    "[{\"outcome\": \"a\", \"group\": \"all\", \"option\": \"as-now\", \"show\": \"words\", \"title\": \"T\", \"sentence\": \"S.\", \"time_frame\": \"a year\", "
    "\"population\": \"P\", \"certainty\": \"low\", \"sources\": [], \"shown_at\": \"2026-11-24T10:30:00Z\"}]",
    "combination", "/risks/figures" },
  { "seven-options", "blank/options",
    "[{\"id\": \"as-now\"}, {\"id\": \"option-2\"}, {\"id\": \"c\"}, {\"id\": \"d\"}, {\"id\": \"e\"}, {\"id\": \"f\"}, {\"id\": \"g\"}]",
    "list-length", "/blank/options" },
  { "aid-too", "aid", "{\"id\": \"a\", \"version\": \"1\", \"name\": \"A\", \"approval\": \"draft\"}", "combination", "" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (SdmConsultation) page = start_written_page ();
  g_autoptr (json_t) root = json_deep_copy (sdm_consultation_peek (page, ""));
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (SdmJsonText) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *parent_path = g_path_get_dirname (row->path);
  g_autofree char *key = g_path_get_basename (row->path);
  json_t          *parent = sdm_json_get (root, g_str_equal (parent_path, ".") ? "" : parent_path);
  char            *written;
  gboolean         found = FALSE;

  json_object_set_new (parent, key, json_loads (row->value, JSON_DECODE_ANY, NULL));
  written = sdm_json_write (root);
  bytes = g_bytes_new_take (written, strlen (written));
  text = sdm_json_text_parse (bytes, "page", NULL);
  g_assert_null (sdm_consultation_new_from_text (text, findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      found = found || (g_str_equal (finding->tag->name, row->tag) && g_str_equal (finding->pointer, row->pointer));
      g_test_message ("%s %s %s", finding->tag->name, finding->pointer, finding->detail);
    }
  g_assert_true (found);
}

/* Finishing */

static gboolean
is_missing (SdmConsultation *page,
            const char      *text)
{
  g_autoptr (GPtrArray) missing = sdm_consultation_list_missing (page);

  for (guint i = 0; i < missing->len; i++)
    if (g_str_equal (((const SdmMissing *) g_ptr_array_index (missing, i))->text, text))
      return TRUE;

  return FALSE;
}

static void
test_missing (void)
{
  g_autoptr (SdmConsultation) page = start_page ();

  g_assert_true (is_missing (page, "What there is to decide, as a question"));
  g_assert_true (is_missing (page, "A name for each option on the page"));
  g_assert_false (is_missing (page, "The words of each question that has an answer"));
  g_assert_true (sdm_consultation_set_blank_answer (page, "question-1", "as-now", "Yes", NULL));
  g_assert_true (is_missing (page, "The words of each question that has an answer"));
  g_clear_object (&page);

  page = start_written_page ();
  g_assert_false (is_missing (page, "What there is to decide, as a question"));
  g_assert_false (is_missing (page, "A name for each option on the page"));
  g_assert_false (is_missing (page, "The words of each question that has an answer"));
}

/* Everything else that the record asks for. */
static void
fill_in_the_rest (SdmConsultation *page)
{
  static const struct
  {
    const char *path;
    const char *value;
  } rest[] = {
    { "start/method", "\"in-person\"" },
    { "start/seen_by", "{\"name\": \"Dr R Shah\", \"role\": \"GP\"}" },
    { "people/patient/family", "\"Pell\"" },
    { "people/patient/born", "\"1943-03-14\"" },
    { "people/patient/nhs_number_missing", "\"Practice\"" },
    { "people/confirmed", "{\"name\": true, \"born\": true, \"at\": \"2026-11-24T10:30:00Z\"}" },
    { "people/problem", "[{\"text\": \"Hearing loss\"}]" },
    { "plan/decided_by", "\"together\"" },
    { "plan/contact", "{\"name\": \"Jo\", \"phone\": \"01632 960018\"}" },
    { "plan/review", "{\"dates\": [{\"months\": 6, \"on\": \"2027-05-24\"}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    {
      g_autoptr (GError) error = NULL;

      sdm_consultation_take_value (page, rest[i].path, json_loads (rest[i].value, JSON_DECODE_ANY, NULL), &error);
      g_assert_no_error (error);
    }
}

static void
test_finalise (void)
{
  g_autoptr (SdmConsultation) page = start_full_page ();
  g_autofree char *empty G_GNUC_UNUSED = sdm_consultation_add_to_blank (page, SDM_BLANK_QUESTION, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) again = NULL;
  g_autoptr (GError) error = NULL;

  fill_in_the_rest (page);
  g_assert_true (sdm_consultation_set_weigh_words (page, "Taken out since", "as-now", "Nothing", NULL));
  sdm_consultation_finalise (page, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (page, "blank/questions")), ==, 1);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (page, "weigh/says")), ==, 1);

  bytes = sdm_consultation_to_bytes (page);
  again = sdm_consultation_new_from_bytes (bytes, "page", &error);
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_is_final (again));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/blank/start", test_start);
  g_test_add_func ("/core/blank/as-aid", test_as_aid);
  g_test_add_func ("/core/blank/add-options", test_add_options);
  g_test_add_func ("/core/blank/record-follows", test_record_follows);
  g_test_add_func ("/core/blank/turned-round", test_turned_round);
  g_test_add_func ("/core/blank/take-out-option", test_take_out_option);
  g_test_add_func ("/core/blank/take-out-question", test_take_out_question);
  g_test_add_func ("/core/blank/name-is-one-step", test_name_is_one_step);
  g_test_add_func ("/core/blank/two-stay", test_two_stay);
  g_test_add_func ("/core/blank/carry-on", test_carry_on);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strconcat ("/core/blank/typed/", typed[i].name, NULL);

      g_test_add_data_func (path, &typed[i], test_typed);
    }
  g_test_add_func ("/core/blank/too-long", test_too_long);
  g_test_add_func ("/core/blank/unknown-cell", test_unknown_cell);
  g_test_add_func ("/core/blank/take-answer-back", test_take_answer_back);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/core/blank/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/core/blank/missing", test_missing);
  g_test_add_func ("/core/blank/finalise", test_finalise);

  return g_test_run ();
}
