/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-consultation.h"
#include "sdm-letterhead.h"

#define THIRTY_FIVE "Übelacker Straße am kleinen Fluss 1"
#define FORTY       "A line of just forty letters and no more"

/* @kept: %NULL where it is refused */
static const struct
{
  SdmLetterheadPart part;
  const char       *typed;
  const char       *kept;
} lines[] = {
  { SDM_LETTERHEAD_CODE, "", "" },
  { SDM_LETTERHEAD_CODE, "  ", "" },
  { SDM_LETTERHEAD_CODE, "A81001", "A81001" },
  { SDM_LETTERHEAD_CODE, " a81 001 ", "A81001" },
  { SDM_LETTERHEAD_CODE, "10002", "10002" },
  { SDM_LETTERHEAD_CODE, "Z00123", "Z00123" },
  { SDM_LETTERHEAD_CODE, "RX1", "RX1" },
  { SDM_LETTERHEAD_CODE, "A8", NULL },
  { SDM_LETTERHEAD_CODE, "A810011", NULL },
  { SDM_LETTERHEAD_CODE, "ABCDEF", NULL },
  { SDM_LETTERHEAD_CODE, "A81-01", NULL },
  { SDM_LETTERHEAD_CODE, "Ä81001", NULL },
  { SDM_LETTERHEAD_CODE, "٨١٠٠١", NULL },
  { SDM_LETTERHEAD_POSTCODE, " SA71 5XX ", "SA71 5XX" },
  { SDM_LETTERHEAD_POSTCODE, "SA71 5XX Y", NULL },
  { SDM_LETTERHEAD_NAME, "Harbour\tRoad\nSurgery", "Harbour Road Surgery" },
  { SDM_LETTERHEAD_NAME, "عيادة الميناء 🏥", "عيادة الميناء 🏥" },
  { SDM_LETTERHEAD_PHONE, "01632 960 983\x07", "01632 960 983" },
};

static const struct
{
  const char *typed;
  const char *kept; /* with “|” between the lines; %NULL where it is refused */
} addresses[] = {
  { "", "" },
  { " , ,\n", "" },
  { "12 Harbour Road, Porthaven", "12 Harbour Road|Porthaven" },
  { "12 Harbour Road\r\nPorthaven,\n", "12 Harbour Road|Porthaven" },
  { "a,b,c,d,e", "a|b|c|d|e" },
  { "a,b,c,d,e,f", NULL },
  { THIRTY_FIVE, THIRTY_FIVE },
  { "a," FORTY, NULL },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = sdm_letterhead_read (lines[i].part, lines[i].typed, &error);

      g_test_message ("%s", lines[i].typed);
      g_assert_cmpstr (kept, ==, lines[i].kept);
      g_assert_true ((error == NULL) == (lines[i].kept != NULL));
    }
}

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) kept = sdm_letterhead_read_address (addresses[i].typed, &error);
      g_autofree char *joined = kept != NULL ? g_strjoinv ("|", kept) : NULL;

      g_test_message ("%s", addresses[i].typed);
      g_assert_cmpstr (joined, ==, addresses[i].kept);
      g_assert_true ((error == NULL) == (addresses[i].kept != NULL));
    }
}

/* The message says which line, how long it is and what fits. */
static void
test_message (void)
{
  g_autofree char *long_line = g_strnfill (400, 'x');
  g_autofree char *typed = g_strconcat ("12 Harbour Road, ", long_line, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) kept = sdm_letterhead_read_address (typed, &error);

  g_assert_null (kept);
  g_assert_cmpstr (error->message, ==, "Line 2 of the address has 400 letters, and 35 fit. Put a comma where a new line begins.");
}

/* What is kept in the settings always fits the consultation. */
static void
test_fits_consultation (void)
{
  for (guint part = SDM_LETTERHEAD_NAME; part <= SDM_LETTERHEAD_CLINICIAN_ROLE; part++)
    g_assert_cmpuint (sdm_consultation_get_max_length (sdm_letterhead_get_path (part)), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/letterhead/lines", test_lines);
  g_test_add_func ("/core/letterhead/addresses", test_addresses);
  g_test_add_func ("/core/letterhead/message", test_message);
  g_test_add_func ("/core/letterhead/fits-consultation", test_fits_consultation);

  return g_test_run ();
}
