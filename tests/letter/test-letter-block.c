/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-letter-block.h"

static void
test_twin (void)
{
  static const char *const practice[] = { "2 Orchard Row", "ZZ99\302\2403WY", NULL };
  static const char *const person[] = { "Mr Alun Price", "ZZ99 3WZ", NULL };
  static const char *const signer[] = { "Dr Mair Bowen", NULL };

  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("Tablets, letter to Mr Price", "en-GB");
  g_autofree char *text = NULL;
  SdmLetterBlock  *block = NULL;

  sdm_letter_document_set_reference (document, "7c41a9e2");
  sdm_letter_document_set_letterhead (document, "Larkfield Surgery", practice);
  sdm_letter_document_add_reference_line (document, "Born 14\302\240March\302\2401943");
  sdm_letter_document_set_contact (document, "Questions? Call **01632\302\240960047**");
  sdm_letter_document_set_address (document, person);
  sdm_letter_document_add_heading (document, 1, "Your tablets");
  sdm_letter_document_add_paragraph (document, "**You decided.** We wait.");
  sdm_letter_document_add_heading (document, 2, "What matters to you");
  block = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DECIMAL);
  sdm_letter_list_add_item (block, "Steady.");
  block = sdm_letter_document_add_actions (document, "What", "Who", "By when");
  sdm_letter_actions_add_row (block, "Stop", "You", "Friday");
  block = sdm_letter_document_add_picture (document, 1, "Under 150", "People over 80.");
  sdm_letter_picture_add_count (block, "Keep", 100, 88, 88, "alt", "**88 in 100** were", "**12 in 100** were not");
  sdm_letter_picture_add_unknown (block, "Stop", "**We do not know.**", "No count.");
  sdm_letter_picture_set_certainty (block, "Not graded.");
  sdm_letter_document_add_page_break (document);
  sdm_letter_document_add_heading (document, 2, "Copy for your GP");
  block = sdm_letter_document_add_facts (document);
  sdm_letter_facts_add_row (block, "Stopped", "One.");
  sdm_letter_document_add_signature (document, "Yours sincerely,", signer);

  text = sdm_letter_document_to_text (document);
  g_assert_cmpstr (text, ==,
                   "Larkfield Surgery\n2 Orchard Row\nZZ99 3WY\n\n"
                   "Born 14 March 1943\nQuestions? Call 01632 960047\n\n"
                   "Mr Alun Price\nZZ99 3WZ\n\n"
                   "Your tablets\n\nYou decided. We wait.\n\n"
                   "Part 1 of 2: What matters to you\n\n1. Steady.\n\n"
                   "1. Stop. Who: You. By when: Friday.\n\n"
                   "Picture 1: Under 150\nPeople over 80.\n"
                   "- Keep: 88 in 100 were; 12 in 100 were not.\n"
                   "- Stop: We do not know. No count.\nNot graded.\n\n"
                   "Part 2 of 2: Copy for your GP\n\nStopped: One.\n\n"
                   "Yours sincerely,\nDr Mair Bowen\n\n"
                   "Letter 7c41a9e2. End of letter.\n");
}

static void
test_escape (void)
{
  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("A", "en-GB");
  g_autofree char *escaped = sdm_letter_escape ("a **star** and \\ a * b");
  g_autofree char *text = NULL;

  sdm_letter_document_add_quote (document, escaped);
  text = sdm_letter_document_to_text (document);
  g_assert_cmpstr (text, ==, "a **star** and \\ a * b\n\nEnd of letter.\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/block/twin", test_twin);
  g_test_add_func ("/letter/block/escape", test_escape);
  return g_test_run ();
}
