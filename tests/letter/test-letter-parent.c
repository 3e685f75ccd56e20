/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sdm-case.h"
#include "sdm-consultation-plan.h"
#include "sdm-letter.h"
#include "sdm-letter-content.h"

/* Letters to somebody other than the person: of an aid that speaks to parents, made from its cases,
 * and to an attorney of a grown-up. */

#define EARS    "acute-otitis-media"
#define FRAILTY "hypertension-in-frailty"

typedef struct
{
  SdmAid          *aid;
  SdmConsultation *consultation;
} Fixture;

static json_t *
read_json (const char *path)
{
  json_error_t why;
  json_t      *root = json_load_file (path, 0, &why);

  if (root == NULL)
    g_error ("%s: %s", path, why.text);

  return root;
}

static void
load (Fixture    *fixture,
      const char *aid,
      const char *path,
      const char *key)
{
  g_autofree char *aid_path = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", aid, "aid.json", NULL);
  g_autofree char *whole_path = g_test_build_filename (G_TEST_DIST, "..", path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (aid_path);
  g_autoptr (json_t) root = read_json (whole_path);
  g_autoptr (GError) error = NULL;

  fixture->aid = sdm_aid_load (file, NULL, &error);
  g_assert_no_error (error);
  fixture->consultation = sdm_consultation_new_from_json (key != NULL ? json_object_get (root, key) : root, &error);
  g_assert_no_error (error);
}

static void
set_up_case (Fixture      *fixture,
             gconstpointer name)
{
  g_autofree char *path = g_strdup_printf ("decision-aids/%s/cases/%s.json", EARS, (const char *) name);

  load (fixture, EARS, path, "consultation");
}

static void
set_up_attorney (Fixture      *fixture,
                 gconstpointer unused)
{
  load (fixture, FRAILTY, "tests/data/consultations/decided.json", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_clear_object (&fixture->aid);
  g_clear_object (&fixture->consultation);
}

static void
set (Fixture    *fixture,
     const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_text (fixture->consultation, path, text, &error);
  g_assert_no_error (error);
}

static void
put (Fixture    *fixture,
     const char *path,
     json_t     *value)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_take_value (fixture->consultation, path, value, &error);
  g_assert_no_error (error);
}

static void
forget (Fixture    *fixture,
        const char *path)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_remove (fixture->consultation, path, &error);
  g_assert_no_error (error);
}

static json_t *
new_person (const char *name,
            const char *relationship)
{
  return json_pack ("{s:s, s:s}", "name", name, "relationship", relationship);
}

static json_t *
new_step (const char *id,
          const char *what,
          const char *owner)
{
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:i}", "id", id, "side", "person", "what", what, "owner", owner,
                    "by", "2026-12-01", "confidence", 8);
}

/* A back-up prescription, with everything that a letter tells of a plan. */
static void
decide (Fixture    *fixture,
        const char *decided_by)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_result (fixture->consultation, fixture->aid, "decided", &error);
  g_assert_no_error (error);
  sdm_consultation_choose_option (fixture->consultation, fixture->aid, "backup", TRUE, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (decided_by, "for-them") != 0)
    forget (fixture, "plan/decider");
  set (fixture, "plan/decided_by", decided_by);
  set (fixture, "plan/why", "Then there is a plan for day 3.");
  put (fixture, "plan/medicines",
       json_pack ("[{s:s, s:s, s:s}, {s:s, s:s}]", "name", "Paracetamol", "for", "the pain", "change", "start",
                  "name", "Cough syrup", "change", "stop"));
  put (fixture, "plan/clinician_view", json_pack ("{s:b, s:s}", "same", 0, "would_have", "I would have waited."));
  put (fixture, "matters/own_words", json_pack ("[{s:s, s:b}]", "text", "I want a night’s sleep.", "in_letter", 1));
}

static char *
write_letter (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (fixture->consultation, fixture->aid, &error);

  g_assert_no_error (error);

  return sdm_letter_document_to_text (document);
}

static void
assert_has (const char *letter,
            const char *words)
{
  if (strstr (letter, words) == NULL)
    g_error ("the letter does not say “%s”:\n%s", words, letter);
}

static void
assert_has_not (const char *letter,
                const char *words)
{
  if (strstr (letter, words) != NULL)
    g_error ("the letter says “%s”:\n%s", words, letter);
}

/* The part for the reader: what is for the GP tells of everybody by name. */
static char *
cut_reader_part (const char *letter)
{
  const char *start = strstr (letter, "\nDear ");
  const char *end = strstr (letter, " GP record\n");

  g_assert_nonnull (start);
  g_assert_nonnull (end);

  return g_strndup (start, (gsize) (end - start));
}

/* Nobody is told of themselves as of somebody else, and "you" is never the child. */
static void
assert_speaks_to_parent (const char *letter,
                         const char *reader)
{
  g_autofree char *part = cut_reader_part (letter);
  g_autofree char *greeting = g_strdup_printf ("\nDear %s,\n", reader);

  g_assert_true (g_str_has_prefix (part, greeting));
  assert_has_not (part + strlen (greeting), reader);
  assert_has_not (part, "your mother");
  assert_has_not (part, "it means you");
  assert_has_not (part, "Where it says “you”");
  assert_has_not (part, "for you that you");
  assert_has_not (part, "decided this for you");
  assert_has_not (part, "You will start **");
  assert_has_not (part, "right for you");
  assert_has_not (part, "would be you");
  assert_has_not (part, "your GP");
}

/* A parent who came and decided */

static void
test_alone (Fixture      *fixture,
            gconstpointer unused)
{
  g_autofree char *letter = NULL;

  decide (fixture, "for-them");
  letter = write_letter (fixture);

  assert_speaks_to_parent (letter, "Jo Tanner");
  assert_has (letter, "\nAbout Miss Lily Tanner\nBorn 17 August 2023\n");
  assert_has (letter, "\nJo Tanner\n12 Example Road\n");
  assert_has (letter, "\nThis letter is about Lily. Where it says “your child”, it means Lily.\n\n"
                      "Thank you for bringing Lily to see me on Monday 30 November 2026. This letter is for you to keep. "
                      "For Lily, you decided to have a back-up prescription.\n");
  assert_has (letter, ": What matters to you\n\nYou said: “I want a night’s sleep.”\n");
  assert_has (letter, ": What we decided and why\n\nFor Lily, you decided to have a back-up prescription. "
                      "You will start to give Lily Paracetamol (for the pain). You will stop giving Lily Cough syrup.\n\nYou told me why: “Then there is a plan for day 3.”\n");
  assert_has (letter, "\nI told you how I see it: I would have waited. You know what matters to you and Lily, and I will support this choice.\n");
  assert_has (letter, "Please talk to us before you stop or start any other medicine for Lily.\n");
  assert_has (letter, "On 30 May 2027 and on 30 November 2027, I will ask if this is still right for Lily");
  assert_has (letter, "\nCall 999 at once for this:\n\n- Your child is hard to wake");
  assert_has (letter, ": For Lily’s GP record\n");
  assert_has (letter, "Made for the patient by Jo Tanner (mother) on 30 November 2026.");
}

static void
test_together (Fixture      *fixture,
               gconstpointer unused)
{
  g_autofree char *letter = NULL;

  decide (fixture, "together");
  letter = write_letter (fixture);

  assert_speaks_to_parent (letter, "Jo Tanner");
  assert_has (letter, " This letter is for you to keep. For Lily, you and I decided together to have a back-up prescription.\n");
  assert_has (letter, ": What we decided and why\n\nFor Lily, you and I decided together to have a back-up prescription. You will start");
  assert_has (letter, "\nYou told me why: “");
  assert_has (letter, "Made together with Jo Tanner (mother) on 30 November 2026.");
}

static const struct
{
  const char *decided_by;
  const char *decision;
  const char *why;
  const char *box;
} other_ways[] = {
  { "clinician-asked", "You asked me to choose for Lily. The choice is to have a back-up prescription. ", "You told me why:",
    "Left to the clinician by Jo Tanner (mother) on" },
  { "left-open", "For Lily, the decision is to have a back-up prescription. ", "You told me why:", "Left open on" },
  { "patient", "Lily decided to have a back-up prescription. ", "Lily told me why:", "Made by the patient on" },
};

static void
test_other_ways (Fixture      *fixture,
                 gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_ways); i++)
    {
      g_autofree char *letter = NULL;
      g_autofree char *decision = g_strconcat (": What we decided and why\n\n", other_ways[i].decision, NULL);

      decide (fixture, other_ways[i].decided_by);
      letter = write_letter (fixture);
      assert_speaks_to_parent (letter, "Jo Tanner");
      assert_has (letter, decision);
      assert_has (letter, other_ways[i].why);
      assert_has (letter, other_ways[i].box);
    }
}

/* One owner of a step is the reader by name, by first name or by what she is to the child. */
static void
test_steps (Fixture      *fixture,
            gconstpointer unused)
{
  g_autofree char *letter = NULL;

  decide (fixture, "together");
  put (fixture, "plan/actions",
       json_pack ("[o, o, o, o]", new_step ("a1", "One", "Jo Tanner"), new_step ("a2", "Two", "jo"), new_step ("a3", "Three", "Mother"),
                  new_step ("a4", "Four", "Danny Tanner")));
  put (fixture, "plan/actions/3/confidence", json_integer (2));
  letter = write_letter (fixture);

  assert_has (letter, "One. Who: You.");
  assert_has (letter, "Two. Who: You.");
  assert_has (letter, "Three. Who: You.");
  assert_has (letter, "Four. Who: Danny Tanner.");
  assert_has (letter, "You felt 8 out of 10 sure that you could do your part.");
}

/* Nobody has said which parent it is. */
static void
test_no_name (Fixture      *fixture,
              gconstpointer unused)
{
  g_autofree char *letter = NULL;
  g_autofree char *nameless = NULL;

  decide (fixture, "together");
  forget (fixture, "letter/letter_to");
  letter = write_letter (fixture);
  assert_speaks_to_parent (letter, "Jo Tanner"); /* the only parent among those who take part */

  put (fixture, "people/participants", json_array ());
  put (fixture, "start/accompanying", json_array ());
  g_clear_pointer (&letter, g_free);
  letter = write_letter (fixture);
  assert_has (letter, "\nParent or carer of Miss Lily Tanner\n12 Example Road\n");
  assert_has (letter, "\nDear parent or carer of Lily,\n\nThis letter is about Lily.");
  assert_has (letter, "\nI saw Lily on Monday 30 November 2026. ");
  assert_has (letter, "Made together with the parent or carer on");

  put (fixture, "people/patient", json_pack ("{s:[], s:[]}", "given", "address"));
  nameless = write_letter (fixture);
  assert_has (nameless, "\nDear parent or carer,\n\nI saw your child on");
  assert_has_not (nameless, "{");
}

/* A grandfather who came in place of the mother */

static void
test_grandfather_came (Fixture      *fixture,
                       gconstpointer unused)
{
  g_autofree char *letter = NULL;

  decide (fixture, "for-them");
  letter = write_letter (fixture);

  assert_speaks_to_parent (letter, "Cerys Parry");
  assert_has (letter, "\nI saw Noah on Monday 30 November 2026. Gwilym Parry, Noah’s grandfather, was with Noah. This letter is for you to keep. "
                      "For Noah, you decided to have a back-up prescription.\n");
  assert_has (letter, "\nYou said: “"); /* she took part by phone */
  assert_has (letter, "Made for the patient by Cerys Parry (mother) on 30 November 2026.");
}

static void
test_mother_far_away (Fixture      *fixture,
                      gconstpointer unused)
{
  g_autofree char *letter = NULL;

  decide (fixture, "for-them");
  put (fixture, "people/participants", json_pack ("[o]", new_person ("Gwilym Parry", "grandfather")));
  letter = write_letter (fixture);

  assert_has_not (letter, "\nYou said: ");
  assert_has (letter, "\nIn our talk, this was said: “I want a night’s sleep.”\n");
}

/* He has parental responsibility, decides and reads. */
static void
test_grandfather_decides (Fixture      *fixture,
                          gconstpointer unused)
{
  g_autofree char *letter = NULL;
  json_t          *decider = new_person ("Gwilym Parry", "grandfather");

  json_object_set_new (decider, "reason", json_string ("He has parental responsibility."));
  put (fixture, "letter/letter_to", new_person ("Mr Gwilym Parry", "grandfather"));
  put (fixture, "plan/decider", decider);
  decide (fixture, "for-them");
  letter = write_letter (fixture);

  assert_speaks_to_parent (letter, "Mr Gwilym Parry");
  assert_has (letter, "\nThank you for bringing Noah to see me on Monday 30 November 2026. This letter is for you to keep. "
                      "For Noah, you decided to have a back-up prescription.\n");
  assert_has_not (letter, "grandfather, was with");
  assert_has_not (letter, "The reason: He has");
}

/* The mother decides, and the grandfather, with whom the child lives, gets the letter. */
static void
test_grandfather_reads (Fixture      *fixture,
                        gconstpointer unused)
{
  g_autofree char *letter = NULL;

  put (fixture, "letter/letter_to", new_person ("Gwilym Parry", "grandfather"));
  decide (fixture, "for-them");
  letter = write_letter (fixture);

  assert_speaks_to_parent (letter, "Gwilym Parry");
  assert_has (letter, "Where it says “your child”, it means Noah.");
  assert_has (letter, ": What we decided and why\n\nFor Noah, Cerys Parry decided to have a back-up prescription. The reason: Noah is 14 months old");
  assert_has (letter, "\nCerys Parry told me why: “");
}

/* How and where they met */

static const struct
{
  const char *method;
  const char *there;
  const char *not_there;
} meetings[] = {
  { "in-person", "Thank you for bringing Lily to see me on Monday", "I saw Lily on Monday" },
  { "phone", "Thank you for talking to me about Lily on Monday", "We had a talk by phone about Lily on Monday" },
  { "video", "Thank you for talking to me about Lily on Monday", "We had a talk by video about Lily on Monday" },
  { "home-visit", "Thank you for having me at your home on Monday 30 November 2026, to see Lily.", "I saw Lily at home on Monday" },
  { "group", "Thank you for coming to the group with Lily on Monday", "Lily came to the group on Monday" },
};

static void
test_meetings (Fixture      *fixture,
               gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      g_autofree char *letter = NULL;
      g_autofree char *of_absent = NULL;

      set (fixture, "start/method", meetings[i].method);
      put (fixture, "start/accompanying", json_pack ("[o]", new_person ("Jo Tanner", "mother")));
      letter = write_letter (fixture);
      assert_has (letter, meetings[i].there);

      put (fixture, "start/accompanying", json_pack ("[o]", new_person ("Ann Lee", "support worker")));
      put (fixture, "people/participants", json_array ());
      of_absent = write_letter (fixture);
      assert_has (of_absent, meetings[i].not_there);
      assert_has (of_absent, "Ann Lee (support worker) was with Lily.");
    }
}

/* Not decided is a result too. */
static void
test_not_yet (Fixture      *fixture,
              gconstpointer unused)
{
  g_autofree char *letter = NULL;

  set (fixture, "plan/result", "not-yet");
  letter = write_letter (fixture);
  assert_speaks_to_parent (letter, "Jo Tanner");
  assert_has (letter, " You have not decided yet. That is fine.\n");
}

/* An attorney of a grown-up: "you" is the person, and what the attorney did is told before that. */

static void
put_attorney (Fixture *fixture)
{
  json_t *decider = new_person ("Carys Pell", "daughter");

  json_object_set_new (decider, "reason", json_string ("Arthur was too ill to decide."));
  put (fixture, "letter/letter_to", new_person ("Ms Carys Pell", "daughter"));
  put (fixture, "start/accompanying", json_pack ("[o, o]", new_person ("Carys Pell", "daughter"), new_person ("Ann Lee", "grandfather")));
  put (fixture, "plan/decider", decider);
}

static void
test_attorney_decides (Fixture      *fixture,
                       gconstpointer unused)
{
  g_autofree char *letter = NULL;

  put_attorney (fixture);
  set (fixture, "plan/decided_by", "for-them");
  letter = write_letter (fixture);

  assert_has (letter, "\nDear Ms Carys Pell,\n\nThis letter is about Arthur. You were with Arthur when we talked. You decided this for Arthur. "
                      "From here on, where it says “you”, it means Arthur.\n\nThank you for coming to see me on");
  assert_has (letter, "Ann Lee, your grandfather, was with you. This letter is for you to keep. Your options and the numbers come after it. The decision is to take one tablet fewer.\n");
  assert_has_not (letter, "Carys Pell, your daughter");
  assert_has_not (letter, "Carys Pell decided");
  assert_has (letter, ": What we decided and why\n\nThe decision is to take one tablet fewer. ");
  assert_has_not (letter, "too ill");
  assert_has (letter, "\nThe reason, word for word: “");
  assert_has (letter, "You will stop Doxazosin");
  assert_has (letter, "still right for you");
  assert_has (letter, "Made for the patient by Carys Pell (daughter) on");
}

static void
test_attorney_is_told (Fixture      *fixture,
                       gconstpointer unused)
{
  g_autofree char *letter = NULL;

  put_attorney (fixture);
  forget (fixture, "plan/decider");
  set (fixture, "plan/decided_by", "patient");
  put (fixture, "plan/actions", json_pack ("[o, o]", new_step ("a1", "One", "Arthur"), new_step ("a2", "Two", "Carys Pell")));
  letter = write_letter (fixture);

  assert_has (letter, "This letter is about Arthur. You were with Arthur when we talked. From here on, where it says “you”, it means Arthur.\n");
  assert_has (letter, "You decided to take one tablet fewer.");
  assert_has (letter, "\nYou told me why: “");
  assert_has (letter, "One. Who: You.");
  assert_has (letter, "Two. Who: Carys Pell.");
}

/* Two who share a name are two. */
static void
test_not_the_same (Fixture      *fixture,
                   gconstpointer unused)
{
  g_autofree char *letter = NULL;

  put_attorney (fixture);
  put (fixture, "start/accompanying", json_pack ("[o, o]", new_person ("Owen Pell", "son"), new_person ("Carys", "neighbour")));
  letter = write_letter (fixture);

  assert_has (letter, "Owen Pell, your son, was with you.");
  assert_has (letter, "Carys, your neighbour, was with you.");
}

/* On paper */

static void
test_pdf (Fixture      *fixture,
          gconstpointer unused)
{
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  decide (fixture, "together");
  document = sdm_letter_build (fixture->consultation, fixture->aid, &error);
  g_assert_no_error (error);
  pdf = sdm_letter_render_pdf (document, SDM_LETTER_EDITION_LARGE_PRINT, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

#define ADD(path, set_up, source, func) g_test_add ("/letter/parent/" path, Fixture, source, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("alone", set_up_case, "nursery-gate", test_alone);
  ADD ("together", set_up_case, "nursery-gate", test_together);
  ADD ("other-ways", set_up_case, "nursery-gate", test_other_ways);
  ADD ("steps", set_up_case, "nursery-gate", test_steps);
  ADD ("no-name", set_up_case, "nursery-gate", test_no_name);
  ADD ("meetings", set_up_case, "nursery-gate", test_meetings);
  ADD ("not-yet", set_up_case, "nursery-gate", test_not_yet);
  ADD ("pdf", set_up_case, "nursery-gate", test_pdf);
  ADD ("grandfather-came", set_up_case, "pink-spoon", test_grandfather_came);
  ADD ("mother-far-away", set_up_case, "pink-spoon", test_mother_far_away);
  ADD ("grandfather-decides", set_up_case, "pink-spoon", test_grandfather_decides);
  ADD ("grandfather-reads", set_up_case, "pink-spoon", test_grandfather_reads);
  ADD ("attorney-decides", set_up_attorney, NULL, test_attorney_decides);
  ADD ("attorney-is-told", set_up_attorney, NULL, test_attorney_is_told);
  ADD ("not-the-same", set_up_attorney, NULL, test_not_the_same);

  return g_test_run ();
}
