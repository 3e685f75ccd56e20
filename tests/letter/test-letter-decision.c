/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-case.h"
#include "sdm-aid-blank.h"
#include "sdm-letter.h"
#include "sdm-letter-content.h"

/* What a letter says of the decision, who made it, and what is still missing. */

/* Who decided */

static const struct
{
  const char *decided_by;
  const char *sentence;
} decisions[] = {
  { "patient", "You decided to take one tablet fewer. " },
  { "together", "You and I decided together to take one tablet fewer. " },
  { "clinician-asked", "You left the choice to me, and I chose that you take one tablet fewer. " },
  { "left-open", "The decision is to take one tablet fewer. " },
};

/* The first page and part 3 tell it in one way. */
static void
test_who_decided (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
      g_autofree char *twin = NULL;
      g_autofree char *opening = NULL;
      const char      *part;

      g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", decisions[i].decided_by, NULL));
      twin = letter_case_write_twin (consultation);
      part = strstr (twin, ": What we decided and why\n\n");
      g_assert_nonnull (part);
      part += strlen (": What we decided and why\n\n");
      g_assert_true (g_str_has_prefix (part, decisions[i].sentence));
      opening = g_strdup_printf (" come after it. %.*s\n", (int) strlen (decisions[i].sentence) - 1, decisions[i].sentence);
      g_assert_nonnull (strstr (twin, opening));
    }
}

static const struct
{
  const char *decided_by;
  const char *sentence;
} supports[] = {
  { "patient", " You know what matters to you, and I will support your choice.\n" },
  { "together", " You know what matters to you, and I will support what we decided.\n" },
  { "clinician-asked", " I will support this decision.\n" },
};

static void
test_other_view (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (supports); i++)
    {
      g_autoptr (SdmConsultation) consultation = letter_case_load ("statins-decided");
      g_autofree char *twin = NULL;
      g_autofree char *expected = g_strconcat ("\nI told you how I see it: I would have started with the lower strength, because of the worry about your legs.",
                                               supports[i].sentence, NULL);

      g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", supports[i].decided_by, NULL));
      twin = letter_case_write_twin (consultation);
      g_assert_nonnull (strstr (twin, expected));
    }
}

/* A blank page for two has no aid, and so no figures. */
static void
test_blank_page (void)
{
  g_autoptr (SdmConsultation) half_typed = letter_case_load ("just-started");
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (half_typed);
  g_autoptr (json_t) root = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *twin = NULL;

  json_object_del (root, "aid");
  json_object_set_new (root, "blank", json_pack ("{s:s, s:[{s:s, s:s}, {s:s, s:s}], s:[{s:s, s:s}], s:[{s:s, s:s, s:s}]}", "decision", "A hearing aid", "options", "id", "as-now", "title", "Carry on as now", "id", "aid", "title", "Try one", "questions", "id", "good", "text", "What may be good?", "answers", "question", "good", "option", "aid", "text", "I hear the door."));
  consultation = sdm_consultation_new_from_json (root, &error);
  g_assert_no_error (error);
  document = sdm_letter_build (consultation, NULL, &error);
  g_assert_no_error (error);
  twin = sdm_letter_document_to_text (document);

  g_assert_nonnull (strstr (twin, "\nA hearing aid\n"));
  g_assert_nonnull (strstr (twin, "\n- Carry on as now.\n- Try one.\n"));
  g_assert_nonnull (strstr (twin, "\nWhat may be good?\n\n- Carry on as now. We do not know yet.\n- Try one. I hear the door.\n"));
}

/* What was written is told whole, and nothing promises what is not there. */
static void
test_blank_page_decided (void)
{
  static const char *const said[] = {
    "\nShould I try a hearing aid?\n",
    " Your options come after it. You and I decided on this together: Try a hearing aid for a month.\n",
    "\nYou and I decided on this together: Try a hearing aid for a month. The left ear first.\n",
    ": Your options and what we wrote down\n\nWe looked at 3 options, in no special order.\n",
    "\n- Wait for the winter, then ask again?\n",
    "\n- Wait for the winter, then ask again? We do not know yet.\n",
    "\nNo fuss in the morning\n\n- Carry on as now. Stays as it is.\n- Try a hearing aid for a month. We do not know yet.\n",
    "\nWe found no numbers for this.\n",
  };
  static const char *const not_said[] = { "numbers come from", "numbers we looked at", "published facts", "Picture", "aid is a draft", ".." };
  g_autoptr (SdmConsultation) consultation = letter_case_load ("blank-decided");
  g_autoptr (SdmAid) page = sdm_aid_new_for_blank (sdm_consultation_peek (consultation, "blank"), "en-GB");
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, i == 0 ? NULL : page, &error);
      g_autofree char *twin = sdm_letter_document_to_text (document);

      g_assert_no_error (error);
      for (guint s = 0; s < G_N_ELEMENTS (said); s++)
        if (strstr (twin, said[s]) == NULL)
          g_error ("the letter does not say “%s”: %s", said[s], twin);
      for (guint s = 0; s < G_N_ELEMENTS (not_said); s++)
        if (strstr (twin, not_said[s]) != NULL)
          g_error ("the letter says “%s”: %s", not_said[s], twin);
      if (i == 0)
        first = g_steal_pointer (&twin);
      else
        g_assert_cmpstr (first, ==, twin);
    }
}

/* Someone else decided in law. */
static void
test_decided_for_them (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autofree char *twin = NULL;

  g_assert_true (sdm_consultation_set_text (consultation, "plan/decided_by", "for-them", NULL));
  g_assert_true (sdm_consultation_take_value (consultation, "plan/decider",
                                              json_pack ("{s:s, s:s, s:s}", "name", "Carys Pell", "relationship", "daughter", "reason",
                                                         "You were too ill to decide."),
                                              NULL));
  twin = letter_case_write_twin (consultation);
  g_assert_nonnull (strstr (twin, " come after it. Carys Pell decided for you that you take one tablet fewer.\n"));
  g_assert_nonnull (strstr (twin, "\n\nCarys Pell decided for you that you take one tablet fewer. The reason: You were too ill to decide. "));
}

/* What is missing is said, and nothing is promised that is not there. */

static void
test_missing_owner_and_day (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("half-typed");
  g_autoptr (GError) error = NULL;
  g_autofree char *twin = NULL;

  sdm_consultation_take_value (consultation, "plan/actions",
                               json_pack ("[{s:s, s:s, s:s, s:b}, {s:s, s:s, s:s, s:s, s:b}, {s:s, s:s, s:s, s:s, s:b}]",
                                          "id", "a1", "side", "professional", "what", "Ask the eye clinic", "for_gp", 1,
                                          "id", "a2", "side", "person", "what", "Bring the tablets", "by", "2026-12-22", "for_gp", 1,
                                          "id", "a3", "side", "professional", "what", "Write it down.", "owner", "Tom Bevan", "for_gp", 1),
                               &error);
  g_assert_no_error (error);
  sdm_consultation_take_value (consultation, "people/problem", json_pack ("[{s:s}]", "text", "High blood pressure"), &error);
  g_assert_no_error (error);
  twin = letter_case_write_twin (consultation);
  g_assert_nonnull (strstr (twin, "Ask the eye clinic. Who: Nobody yet. By when: No date yet."));
  g_assert_nonnull (strstr (twin, "\nAgreed steps: The patient, by 22 December 2026: “Bring the tablets” Nobody yet, no date yet: “Ask the eye clinic” "
                                  "Tom Bevan, no date yet: “Write it down.”\n"));
}

static void
test_services_stand_alone (void)
{
  g_autofree char *twin = letter_case_load_twin ("decided");

  g_assert_nonnull (strstr (twin, "\n\nYou can contact Fellside walking group yourself: Ask at the desk.\n\n"));
}

static void
test_unfinished (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("just-started");
  g_autofree char *twin = NULL;

  g_assert_true (sdm_consultation_take_value (consultation, "people/problem", json_pack ("[{s:s}]", "text", "High blood pressure"), NULL));
  twin = letter_case_write_twin (consultation);
  g_assert_nonnull (strstr (twin, "\nDecision: No decision yet. Provisional. The decision aid is a draft.\n"));
  g_assert_nonnull (strstr (twin, ": What is still to be done\n\n- Talk about what matters to you.\n- Look at the options.\n"));
  g_assert_null (strstr (twin, "numbers"));
}

/* What was put aside is told, with the reason. */
static void
test_questions_put_aside (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autoptr (SdmConsultation) blank = letter_case_load ("blank-decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  guint              n = 0;
  const SdmQuestion *questions = sdm_aid_get_questions (aid, &n);
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *twin = NULL;
  g_autofree char *blank_twin = NULL;
  g_autofree char *answers = NULL;

  g_assert_cmpuint (n, >, 0);
  expected = g_strdup_printf ("\nWe put this question aside: “%s” The reason: You knew it already.\n", questions[0].text);
  g_assert_true (sdm_consultation_take_value (consultation, "options/questions_hidden",
                                              json_pack ("[{s:s, s:s}]", "question", questions[0].id, "reason", "You knew it already."), NULL));
  twin = letter_case_write_twin (consultation);
  g_assert_nonnull (strstr (twin, expected));
  g_assert_null (strstr (strstr (twin, expected) + 1, expected));

  g_assert_true (sdm_consultation_take_value (blank, "options/questions_hidden",
                                              json_pack ("[{s:o, s:s}]", "question",
                                                         json_incref (json_object_get (json_array_get (sdm_consultation_peek (blank, "blank/questions"), 0), "id")),
                                                         "reason", "Not now."),
                                              NULL));
  document = sdm_letter_build (blank, NULL, NULL);
  blank_twin = sdm_letter_document_to_text (document);
  g_assert_nonnull (strstr (blank_twin, "\nWe put this question aside: “"));
  answers = g_strdup_printf ("\n\n%s\n\n", json_string_value (json_object_get (json_array_get (sdm_consultation_peek (blank, "blank/questions"), 0), "text")));
  g_assert_null (strstr (blank_twin, answers));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letter/decision/blank-page", test_blank_page);
  g_test_add_func ("/letter/decision/blank-page-decided", test_blank_page_decided);
  g_test_add_func ("/letter/decision/decided-for-them", test_decided_for_them);
  g_test_add_func ("/letter/decision/questions-put-aside", test_questions_put_aside);
  g_test_add_func ("/letter/decision/missing-owner-and-day", test_missing_owner_and_day);
  g_test_add_func ("/letter/decision/services-stand-alone", test_services_stand_alone);
  g_test_add_func ("/letter/decision/unfinished", test_unfinished);
  g_test_add_func ("/letter/decision/who-decided", test_who_decided);
  g_test_add_func ("/letter/decision/other-view", test_other_view);

  return g_test_run ();
}
