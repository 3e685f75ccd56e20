/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-consultation-people.h"
#include "sdm-core-error.h"

#define LONG_NAME "Wolfeschlegelsteinhausenbergerdorff"

static void
test_given_names (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *none = NULL;

  g_assert_true (sdm_consultation_set_given_names (consultation, "  Siân   Mary-Jane ", &error));
  names = sdm_consultation_dup_given_names (consultation);
  g_assert_cmpstr (names, ==, "Siân Mary-Jane");
  g_assert_true (sdm_consultation_set_given_names (consultation, LONG_NAME, &error));
  g_assert_no_error (error);
  g_assert_false (sdm_consultation_set_given_names (consultation, LONG_NAME "s", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/given/0"), ==, LONG_NAME);
  g_clear_error (&error);

  g_assert_true (sdm_consultation_set_given_names (consultation, " ", &error));
  none = sdm_consultation_dup_given_names (consultation);
  g_assert_cmpstr (none, ==, "");
}

static void
test_address (void)
{
  static const char *const path = "people/patient/address";
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;

  g_assert_true (sdm_consultation_set_address (consultation, path, "1 Example Lane\n\n  Sampleton \n", &error));
  address = sdm_consultation_dup_address (consultation, path);
  g_assert_cmpstr (address, ==, "1 Example Lane\nSampleton");
  g_assert_true (sdm_consultation_set_address (consultation, path, "a\nb\nc\nd\ne\n", &error));
  g_assert_no_error (error);
  g_assert_false (sdm_consultation_set_address (consultation, path, "a\nb\nc\nd\ne\nf", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (sdm_consultation_set_address (consultation, path, LONG_NAME "s", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, path)), ==, 5);
}

static const struct
{
  const char *typed;
  const char *kept; /* NULL: nothing */
  gboolean    good;
} numbers[] = {
  { "999 000 0026", "9990000026", TRUE },
  { "999\u00a0000\u00a00034", "9990000034", TRUE },
  { "999-000-0042", "9990000042", TRUE },
  { "9", "9", TRUE },
  { "99", "99", TRUE },
  { "999 00", "99900", TRUE },
  { "", NULL, TRUE },
  { "999 000 0027", "999000002", FALSE }, /* the last digit does not fit */
  { "943 476 5919", NULL, FALSE },        /* could be a real person's */
  { "94", NULL, FALSE },
  { "999 000 00261", NULL, FALSE },
  { "999 ooo 0026", NULL, FALSE },
  { "٩٩٩", NULL, FALSE },
};

/* An older number never stays where another one was typed. */
static void
test_nhs_number (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", numbers[i].typed);
      g_assert_true (sdm_consultation_set_nhs_number (consultation, "9990000018", NULL));
      g_assert_true (sdm_consultation_set_nhs_number (consultation, numbers[i].typed, &error) == numbers[i].good);
      g_assert_true ((error == NULL) == numbers[i].good);
      g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/nhs_number"), ==, numbers[i].kept);
    }
}

static void
test_nhs_number_shown (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;
  g_autofree char *none = NULL;

  sdm_consultation_set_nhs_number (consultation, "9990000018", NULL);
  whole = sdm_consultation_dup_nhs_number (consultation);
  g_assert_cmpstr (whole, ==, "999\u00a0000\u00a00018");
  sdm_consultation_set_nhs_number (consultation, "9990", NULL);
  part = sdm_consultation_dup_nhs_number (consultation);
  g_assert_cmpstr (part, ==, "9990");
  sdm_consultation_set_nhs_number (consultation, "", NULL);
  none = sdm_consultation_dup_nhs_number (consultation);
  g_assert_cmpstr (none, ==, "");
}

static void
test_confirm (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autofree char *now = sdm_clock_dup_instant (clock);
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_clock (consultation, clock);
  g_assert_true (sdm_consultation_confirm_person (consultation, TRUE, FALSE, &error));
  g_assert_true (sdm_consultation_get_flag (consultation, "people/confirmed/name"));
  g_assert_false (sdm_consultation_get_flag (consultation, "people/confirmed/born"));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/confirmed/at"), ==, now);
  g_assert_true (sdm_consultation_confirm_person (consultation, FALSE, FALSE, &error));
  g_assert_null (sdm_consultation_peek (consultation, "people/confirmed"));
  g_assert_no_error (error);
}

/* A need as it was written down, how it is met, and which letter fits. */
static const struct
{
  const char *need;
  const char *met_by;
  const char *format;
  guint       points;
} letters_for_needs[] = {
  { "Large print", "Letter in 18 point", "large", 18 },
  { "Reads slowly", "Say it and show it; large print, short letter", "large", 0 },
  { "Cannot read small type", "24-pt letters", "large", 24 },
  { "Hearing aid in the left ear", "Sit on the right side", "standard", 0 },
  { "Likes 12 point", "Letter as usual", "standard", 0 },
};

static void
test_letter_for_needs (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;
  guint points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (letters_for_needs); i++)
    {
      sdm_consultation_take_value (consultation, "people/needs",
                                   json_pack ("[{s:s, s:s}]", "need", letters_for_needs[i].need, "met_by", letters_for_needs[i].met_by), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sdm_consultation_get_letter_format (consultation, &points), ==, letters_for_needs[i].format);
      g_assert_cmpuint (points, ==, letters_for_needs[i].points);
    }

  /* What the person would like comes first. */
  g_assert_true (sdm_consultation_set_letter_format (consultation, "text", &error));
  g_assert_cmpstr (sdm_consultation_get_letter_format (consultation, &points), ==, "text");
  g_assert_true (sdm_consultation_set_letter_format (consultation, "large", &error));
  g_assert_true (sdm_consultation_set_integer (consultation, "people/letter_wish/size", 20, &error));
  g_assert_cmpstr (sdm_consultation_get_letter_format (consultation, &points), ==, "large");
  g_assert_cmpuint (points, ==, 20);
}

static void
test_letter_format (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  sdm_consultation_remove (consultation, "people/letter_wish", &error);
  g_assert_true (sdm_consultation_set_letter_format (consultation, "large", &error));
  g_assert_true (sdm_consultation_set_integer (consultation, "people/letter_wish/size", 18, &error));
  g_assert_true (sdm_consultation_set_text (consultation, "people/letter_wish/language", "en-GB", &error));
  g_assert_true (sdm_consultation_set_letter_format (consultation, "large", &error));
  g_assert_cmpint (sdm_consultation_get_integer (consultation, "people/letter_wish/size", -1), ==, 18);
  g_assert_true (sdm_consultation_set_letter_format (consultation, "text", &error));
  g_assert_null (sdm_consultation_peek (consultation, "people/letter_wish/size"));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/letter_wish/language"), ==, "en-GB");
  g_assert_no_error (error);
  g_assert_false (sdm_consultation_set_letter_format (consultation, "song", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/letter_wish/format"), ==, "text");
  g_clear_error (&error);
  g_assert_true (sdm_consultation_set_letter_format (consultation, NULL, &error));
  g_assert_null (sdm_consultation_peek (consultation, "people/letter_wish"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/consultation-people/given-names", test_given_names);
  g_test_add_func ("/core/consultation-people/address", test_address);
  g_test_add_func ("/core/consultation-people/nhs-number", test_nhs_number);
  g_test_add_func ("/core/consultation-people/nhs-number-shown", test_nhs_number_shown);
  g_test_add_func ("/core/consultation-people/confirm", test_confirm);
  g_test_add_func ("/core/consultation-people/letter-format", test_letter_format);
  g_test_add_func ("/core/consultation-people/letter-for-needs", test_letter_for_needs);

  return g_test_run ();
}
