/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "letter-case.h"
#include "sdm-letter.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-letter-logo.h"

/* Letters from whole consultations, compared with what a reader should get: tests/data/letters. */

/* What a reader gets */

static const char *const names[] = { "decided", "statins-decided", "not-yet", "no-thank-you", "just-started", "half-typed" };

static void
test_twin (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "letters", file, NULL);
  g_autofree char *twin = letter_case_load_twin (name);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = g_strsplit (twin, "\n", -1);
  g_auto (GStrv) expected_lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

static void
test_same_bytes_again (void)
{
  g_autofree char *first = letter_case_load_twin ("decided");
  g_autofree char *second = letter_case_load_twin ("decided");

  g_assert_cmpstr (first, ==, second);
}

/* Month names, digits and separators come from the letter's language, not from the computer's locale. */
static void
test_same_bytes_in_other_locale (void)
{
  g_autofree char *plain = letter_case_load_twin ("statins-decided");
  g_autofree char *german = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "letter-locale", NULL);
  g_autofree char *place = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char      *argv[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", place, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  german = letter_case_load_twin ("statins-decided");
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("LOCPATH");

  g_assert_cmpstr (plain, ==, german);
}

/* The order that the field asks for (L19). */
static void
test_order_of_headings (void)
{
  static const char *const headings[] = {
    ": What we talked about\n",
    ": What matters to you\n",
    ": What we decided and why\n",
    ": What happens next\n",
    ": What to look out for\n",
    ": Who to ask\n",
    "Yours sincerely,\n",
    ": Your options and the numbers we looked at\n",
    ": Copy for your GP\n",
    ": Where the numbers come from\n",
  };
  g_autofree char *twin = letter_case_load_twin ("statins-decided");
  const char      *place = twin;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      place = strstr (place, headings[i]);
      g_assert_nonnull (place);
    }
}

/* Words from outside */

static void
test_words_stay_words (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autoptr (GError) error = NULL;
  g_autofree char *twin = NULL;

  sdm_consultation_set_text (consultation, "plan/why", "It is **mine** \\o/ <b>bold</b>\n& \u202ebackwards {date}", &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/preferred_name", "A*rthur** {reader}", &error);
  g_assert_no_error (error);
  twin = letter_case_write_twin (consultation);

  g_assert_nonnull (strstr (twin, "\nYou told me why: “It is **mine** \\o/ <b>bold</b> & backwards {date}”\n"));
  g_assert_nonnull (strstr (twin, "\nDear A*rthur** {reader},\n"));
  g_assert_null (strstr (twin, "\u202e"));
}

static void
test_fill (void)
{
  g_autofree char *turned = sdm_letter_fill ("{b} and {a} and {b}, {unknown}", "a", "**1**", "b", "{a}", NULL);
  g_autofree char *tied = sdm_letter_fill ("Call {phone} for {n} in {of}, {medicine}", "phone", "01632 960018", "n", "88", "of", "1,000", "medicine", "Atorvastatin 20 mg", NULL);
  g_autofree char *plain = sdm_letter_fill_plain ("{a}", "a", "2 * 3 \\ 4", NULL);
  g_autofree char *arabic = sdm_letter_fill_plain ("{a}.", "a", "سلام", NULL);

  g_assert_cmpstr (turned, ==, "{a} and \\*\\*1\\*\\* and {a}, {unknown}");
  g_assert_cmpstr (tied, ==, "Call 01632\u00a0960018 for 88\u00a0in\u00a01,000, Atorvastatin 20\u00a0mg");
  g_assert_cmpstr (plain, ==, "2 * 3 \\ 4");
  g_assert_cmpstr (arabic, ==, "\u2068سلام\u2069.");
}

static void
test_address (void)
{
  static const char *const seven[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
  static const char *const eight[] = { "1", "2", "3", "4", "5", "6", "7", "8", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_letter_address_check (seven, &error));
  g_assert_no_error (error);
  g_assert_false (sdm_letter_address_check (eight, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "does not show in the window"));
}

static void
test_wrong_aid (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid ("statins-primary-prevention");
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_letter_build (consultation, aid, &error));
  g_assert_nonnull (error);
}

/* Only a whole and right number is printed. */
static void
test_nhs_number (void)
{
  g_autofree char *whole = letter_case_load_twin ("decided");
  g_autofree char *half = letter_case_load_twin ("half-typed");

  g_assert_nonnull (strstr (whole, "\nNHS number 999 000 0018\n"));
  g_assert_null (strstr (half, "NHS number"));
  g_assert_null (strstr (half, "999"));
}

/* The reference does not change because a letter was made. */
static void
test_reference (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autofree char *before = letter_case_write_twin (consultation);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  sdm_consultation_append (consultation, "letter/made",
                           json_pack ("{s:s, s:s, s:s}", "at", "2026-11-24T10:42:00Z", "format", "large", "sha256",
                                      "4ce2e6245e69c438720de142bddf496b63ade99348d5c4913fbb849cfdae7981"),
                           &error);
  g_assert_no_error (error);
  after = letter_case_write_twin (consultation);
  g_assert_cmpstr (strstr (before, "\nLetter "), ==, strstr (after, "\nLetter "));
}

static void
test_proxy (void)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autoptr (json_t) reader = json_pack ("{s:s, s:s}", "name", "Ms Carys Pell", "relationship", "attorney");
  g_autofree char *twin = NULL;
  g_autoptr (GError) error = NULL;

  sdm_consultation_take_value (consultation, "letter/letter_to", g_steal_pointer (&reader), &error);
  g_assert_no_error (error);
  twin = letter_case_write_twin (consultation);
  g_assert_nonnull (strstr (twin, "\nMs Carys Pell\n1 Example Lane\n"));
  g_assert_nonnull (strstr (twin, "\nDear Ms Carys Pell,\n\nThis letter is about Arthur. Where it says “you”, it means Arthur.\n"));
}

/* Pictures of 1,000 people are higher than a page of large print: they go on over the page. */
static void
test_every_edition (gconstpointer data)
{
  guint edition = GPOINTER_TO_UINT (data);
  g_autoptr (SdmConsultation) consultation = letter_case_load ("statins-decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  pdf = sdm_letter_render_pdf (document, edition, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

/* The logo of the practice */

static SdmLetterDocument *
build_with_logo (const char *base64,
                 GError    **error)
{
  g_autoptr (SdmConsultation) consultation = letter_case_load ("decided");
  g_autoptr (SdmAid) aid = letter_case_load_aid (sdm_consultation_get_aid_id (consultation));

  g_assert_true (sdm_consultation_set_text (consultation, "start/practice/logo", base64, NULL));

  return sdm_letter_build (consultation, aid, error);
}

static char *
make_png (int width,
          int height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autofree char *png = NULL;
  gsize            length = 0;

  gdk_pixbuf_fill (picture, 0x14506b80);
  g_assert_true (gdk_pixbuf_save_to_buffer (picture, &png, &length, "png", NULL, NULL));

  return g_base64_encode ((const guchar *) png, length);
}

/* A good picture, or a clear refusal. */
static void
test_logo (void)
{
  g_autofree char *good = make_png (300, 100);
  g_autofree char *large = make_png (601, 10);
  g_autofree char *broken = g_strndup (good, strlen (good) / 8 * 4);
  const char      *bad[] = { large, broken, "AAAA", "aGVsbG8=" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = build_with_logo (good, &error);
  g_autoptr (GBytes) pixels = NULL;
  const guchar *rgb = NULL;
  guint         width = 0;
  guint         height = 0;

  g_assert_no_error (error);
  g_assert_nonnull (document);
  pixels = sdm_letter_logo_decode (good, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (width, ==, 300);
  g_assert_cmpuint (height, ==, 100);
  rgb = g_bytes_get_data (pixels, NULL);
  g_assert_cmpuint (rgb[0], ==, (0x14 * 0x80 + 0xff * 0x7f + 127) / 255);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_null (build_with_logo (bad[i], &refused));
      g_assert_error (refused, SDM_LETTER_ERROR, SDM_LETTER_ERROR_LOGO);
    }
}

int
main (int    argc,
      char **argv)
{
  static const guint editions[] = { 14, 18, 24 };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *twin = g_strconcat ("/letter/content/twin/", names[i], NULL);

      g_test_add_data_func (twin, names[i], test_twin);
    }
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/content/edition/%u", editions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (editions[i]), test_every_edition);
    }
  g_test_add_func ("/letter/content/same-bytes-again", test_same_bytes_again);
  g_test_add_func ("/letter/content/same-bytes-in-other-locale", test_same_bytes_in_other_locale);
  g_test_add_func ("/letter/content/order-of-headings", test_order_of_headings);
  g_test_add_func ("/threat/02-words-stay-words", test_words_stay_words);
  g_test_add_func ("/letter/content/fill", test_fill);
  g_test_add_func ("/letter/content/address", test_address);
  g_test_add_func ("/letter/content/wrong-aid", test_wrong_aid);
  g_test_add_func ("/letter/content/nhs-number", test_nhs_number);
  g_test_add_func ("/letter/content/reference", test_reference);
  g_test_add_func ("/letter/content/proxy", test_proxy);
  g_test_add_func ("/letter/content/logo", test_logo);

  return g_test_run ();
}
