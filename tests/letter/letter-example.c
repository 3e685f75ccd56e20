/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-example.h"

#define NB "\302\240"

static void
add_items (SdmLetterBlock    *list,
           const char *const *items)
{
  for (guint i = 0; items[i] != NULL; i++)
    sdm_letter_list_add_item (list, items[i]);
}

static void
add_head (SdmLetterDocument *document)
{
  static const char *const practice[] = { "2 Orchard Row, Upper Farley", "ZZ99" NB "3WY. Phone 01632" NB "960040", NULL };
  static const char *const person[] = { "Mr Alun Price", "14 Chapel Row", "Upper Farley", "ZZ99 3WZ", NULL };
  static const char *const references[] = { "10" NB "December" NB "2026", "From Dr" NB "Mair" NB "Bowen",
                                            "Born 14" NB "March" NB "1943", "NHS number 999" NB "000" NB "0018",
                                            "Practice code Z99999", NULL };
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 12, 10, 9, 30, 0);

  sdm_letter_document_set_author (document, "Dr Mair Bowen");
  sdm_letter_document_set_date (document, date);
  sdm_letter_document_set_reference (document, "7c41a9e2");
  sdm_letter_document_set_running_head (document, "Mr" NB "Alun" NB "Price, born 14" NB "March" NB "1943, "
                                                  "NHS" NB "number" NB "999" NB "000" NB "0018");
  sdm_letter_document_set_letterhead (document, "Larkfield Surgery", practice);
  for (guint i = 0; references[i] != NULL; i++)
    sdm_letter_document_add_reference_line (document, references[i]);
  sdm_letter_document_set_contact (document, "Questions? Call Nia" NB "Rowlands on **01632" NB "960047**");
  sdm_letter_document_set_address (document, person);
}

static void
add_letter (SdmLetterDocument *document)
{
  static const char *const goals[] = { "Staying steady on my feet and not falling.", "Feeling less dizzy or tired.",
                                       "Avoiding a stroke that would leave me dependent.", NULL };
  static const char *const alarms[] = { "your face drops, an arm goes weak or your speech slurs", "you have chest pain.", NULL };
  static const char *const same_day[] = { "you faint, or you fall and hit your head",
                                          "you are newly short of breath or your ankles swell", NULL };
  static const char *const signer[] = { "Dr" NB "Mair" NB "Bowen", "GP, Larkfield Surgery", NULL };
  SdmLetterBlock          *block = NULL;

  sdm_letter_document_add_heading (document, 1, "Your blood pressure tablets");
  sdm_letter_document_add_paragraph (document, "Dear Mr" NB "Price,");
  sdm_letter_document_add_paragraph (document, "Thank you for coming to see me on Thursday 10" NB "December" NB "2026. "
                                               "Carys, your daughter, was with you. This letter is for you to keep. "
                                               "**You decided to take one fewer. We will check your blood pressure after "
                                               "4" NB "weeks and after 12" NB "weeks.**");
  sdm_letter_document_add_heading (document, 2, "What we talked about");
  sdm_letter_document_add_paragraph (document, "You take three tablets a day for high blood pressure. You feel dizzy when "
                                               "you stand up and when you walk your dog. We do not know if your tablets "
                                               "make you dizzy.");
  sdm_letter_document_add_heading (document, 2, "What matters to you");
  sdm_letter_document_add_lead_in (document, "You said:");
  sdm_letter_document_add_quote (document, "“I want to walk Mot to the bridge and back without my head swimming. I’d rather "
                                           "be steady than have a perfect number.”");
  sdm_letter_document_add_lead_in (document, "You put these first, in this order:");
  block = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DECIMAL);
  add_items (block, goals);
  sdm_letter_document_add_heading (document, 2, "What we decided and why");
  sdm_letter_document_add_paragraph (document, "**You decided to take one fewer.** You will stop your water tablet "
                                               "(indapamide). You will keep taking the other two.");
  sdm_letter_document_add_paragraph (document, "You can change your mind at any time. Call Nia and we will talk again.");
  sdm_letter_document_add_heading (document, 2, "What happens next");
  block = sdm_letter_document_add_actions (document, "What", "Who", "By when");
  sdm_letter_actions_add_row (block, "Stop your water tablet (indapamide)", "You", "Friday 11" NB "December" NB "2026");
  sdm_letter_actions_add_row (block, "Check your blood pressure, sitting and standing", "Ann Hughes, nurse",
                              "Thursday 7" NB "January" NB "2027");
  sdm_letter_actions_add_row (block, "Ask if this is still right for you, at 6" NB "months", "Nia Rowlands",
                              "Thursday 10" NB "June" NB "2027");
  sdm_letter_document_add_heading (document, 2, "What to look out for");
  sdm_letter_document_add_lead_in (document, "**Call 999 at once if:**");
  add_items (sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC), alarms);
  sdm_letter_document_add_lead_in (document, "**Call us the same day if:**");
  add_items (sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC), same_day);
  sdm_letter_document_add_heading (document, 2, "Who to ask");
  sdm_letter_document_add_paragraph (document, "Nia Rowlands, our care coordinator, knows this plan. Call Nia on "
                                               "**01632" NB "960047**, Monday to Friday, 9am" NB "to" NB "5pm.");
  block = sdm_letter_document_add_paragraph (document, "You can have this letter in larger print, as a recording, in easy "
                                                       "words and pictures, or in another language. Just ask Nia.");
  sdm_letter_block_set_minimum_size (block, 16);
  sdm_letter_document_add_signature (document, "Yours sincerely,", signer);
}

static void
add_pictures (SdmLetterDocument *document)
{
  SdmLetterBlock *block = NULL;

  block = sdm_letter_document_add_picture (document, 1, "Top number still under 150 after 12" NB "weeks",
                                           "These were people of 80 or over in England. They took two or more tablets for "
                                           "blood pressure. Their doctors chose them for the trial.");
  sdm_letter_picture_add_count (block, "Keep all three", 100, 88, 88,
                                "Picture of 100 people for “Keep all three”. 88 are filled in: were still under 150. "
                                "12 are empty: were not.",
                                "**88" NB "in" NB "100** were", "**12" NB "in" NB "100** were not");
  sdm_letter_picture_add_count (block, "Take one fewer", 100, 86, 86,
                                "Picture of 100 people for “Take one fewer”. 86 are filled in: were still under 150. "
                                "14 are empty: were not.",
                                "**86" NB "in" NB "100** were", "**14" NB "in" NB "100** were not");
  sdm_letter_picture_add_unknown (block, "Stop step by step", "**We do not know.**", "We found no count at 12" NB "weeks.");
  sdm_letter_picture_set_certainty (block, "**How sure is this?** It is one trial of 569 people. It has not been graded. We "
                                           "do not know how far the true numbers could differ.");
  block = sdm_letter_document_add_picture (document, 2, "Back on tablets by the end of the trial",
                                           "These were people who stopped their tablets in several trials. Their average "
                                           "ages were 58 to 82. The trials did not all last the same time.");
  sdm_letter_picture_add_inapplicable (block, "Keep all three", "This does not apply.");
  sdm_letter_picture_add_unknown (block, "Take one fewer", "We do not know.", NULL);
  sdm_letter_picture_add_count (block, "Stop step by step", 100, 11, 33,
                                "Picture of 100 people for “Stop step by step”. 11 are filled in, more up to 33 are striped, "
                                "the rest are empty.",
                                "**11" NB "to" NB "33" NB "in" NB "100** went back on tablets",
                                "**67" NB "to" NB "89" NB "in" NB "100** did not");
  sdm_letter_picture_set_key (block, "at least these went back", "these too, in some trials", "did not go back");
  sdm_letter_picture_set_certainty (block, "**How sure is this?** We are not sure. The certainty is low or very low.");
}

static void
add_enclosure (SdmLetterDocument *document)
{
  static const char *const options[] = {
    "**Keep all three.** Nothing changes. We check your blood pressure and your kidneys as we do now.",
    "**Take one fewer.** We stop one tablet. We check your blood pressure after 4" NB "weeks and 12" NB "weeks.",
    "**Stop step by step.** We stop one tablet at a time. We check your blood pressure after each step.", NULL
  };
  static const char *const known[] = {
    "In people of 80 or over, taking one fewer raised the top number by about" NB "3 in 12" NB "weeks. In people of 75 or "
    "over, stopping raised it by about" NB "7 in 16" NB "weeks.",
    "In the trial in Picture" NB "1, 53 of every 100 people alive after 3" NB "years still took one fewer. The other 47 "
    "did not.",
    NULL
  };
  SdmLetterBlock *block = NULL;

  sdm_letter_document_add_page_break (document);
  sdm_letter_document_add_heading (document, 2, "Your options and the numbers we looked at");
  sdm_letter_document_add_lead_in (document, "We looked at three options, in no special order.");
  add_items (sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC), options);
  sdm_letter_document_add_paragraph (document, "**Draft.** Our practice has not yet approved the numbers below.");
  add_pictures (document);
  sdm_letter_document_add_paragraph (document, "Each picture shows 100 people. No one can tell which of them would be you.");
  sdm_letter_document_add_heading (document, 3, "What else we know");
  add_items (sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC), known);
  sdm_letter_document_add_heading (document, 2, "Copy for your GP");
  block = sdm_letter_document_add_facts (document);
  sdm_letter_facts_add_row (block, "Diagnosis", "High blood pressure. Blood pressure drops on standing. Living with frailty.");
  sdm_letter_facts_add_row (block, "Stopped", "Indapamide 2.5" NB "mg once a day, from 11" NB "December" NB "2026.");
  sdm_letter_facts_add_row (block, "Unchanged", "Amlodipine 5" NB "mg once a day. Ramipril 5" NB "mg once a day.");
  sdm_letter_facts_add_row (block, "Decision", "Made by the patient on 10" NB "December" NB "2026. Final record.");
}

SdmLetterDocument *
letter_example_new (void)
{
  SdmLetterDocument *document = sdm_letter_document_new ("Your blood pressure tablets, letter to Mr Alun Price, "
                                                         "10 December 2026",
                                                         "en-GB");

  add_head (document);
  add_letter (document);
  add_enclosure (document);
  return document;
}
