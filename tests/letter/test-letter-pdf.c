/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-example.h"
#include "sdm-pdf-content.h"
#include "tag-walk.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

/* The letter as a file, seen by programs that others have written: qpdf and poppler. */

/* Helpers */

static GBytes *
render (SdmLetterDocument *document,
        guint              edition)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sdm_letter_render_pdf (document, edition, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Runs a program on a file that holds @bytes, whose name takes the place of "%"; it must succeed. */
static char *
run_on (GBytes            *bytes,
        const char *const *command,
        gboolean           must_succeed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  char *output = NULL;
  int   status = 0;
  int   fd = g_file_open_tmp ("evenhand-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  for (guint i = 0; command[i] != NULL; i++)
    g_ptr_array_add (argv, g_str_equal (command[i], "%") ? path : (char *) command[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (must_succeed)
    {
      g_spawn_check_wait_status (status, &error);
      g_assert_no_error (error);
    }
  g_unlink (path);
  return output;
}

static char *
collapse_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

/* A paragraph that goes on over the page is told in two strings. */
static char *
join_over_pages (const char *raw)
{
  g_autofree char *tags = collapse_spaces (raw);
  g_autoptr (GString) joined = g_string_new (tags);

  g_string_replace (joined, "\" \"", "", 0);

  return g_strdup (joined->str);
}

/* The tests of the example letter, one for each edition */

static void
test_file_is_sound (gconstpointer data)
{
  static const char *const check[] = { "qpdf", "--check", "%", NULL };
  static const char *const info[] = { "pdfinfo", "%", NULL };
  static const char *const fonts[] = { "pdffonts", "%", NULL };
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (GBytes) bytes = render (document, GPOINTER_TO_UINT (data));
  g_autofree char *checked = run_on (bytes, check, TRUE);
  g_autofree char *facts = run_on (bytes, info, TRUE);
  g_autofree char *faces = run_on (bytes, fonts, TRUE);
  g_auto (GStrv) rows = g_strsplit (faces, "\n", -1);

  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (facts, "Tagged:          yes"));
  g_assert_nonnull (strstr (facts, "Title:           Your blood pressure tablets, letter to Mr Alun Price"));
  g_assert_nonnull (strstr (facts, "Author:          Dr Mair Bowen"));
  g_assert_nonnull (strstr (facts, "PDF version:     1.7"));
  g_assert_cmpuint (g_strv_length (rows), >=, 4);
  for (guint i = 2; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_assert_nonnull (strstr (rows[i], "Inter-"));
      g_assert_nonnull (strstr (rows[i], "Identity-H       yes yes yes"));
    }
}

/* Every paragraph of the plain-text twin can be copied out of the pages, and is read out by its tags. */
static void
test_twin_and_pages_agree (gconstpointer data)
{
  static const char *const to_text[] = { "pdftotext", "-raw", "%", "-", NULL };
  static const char *const to_tags[] = { "pdfinfo", "-struct-text", "%", NULL };
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (GBytes) bytes = render (document, GPOINTER_TO_UINT (data));
  g_autofree char *raw = run_on (bytes, to_text, TRUE);
  g_autofree char *raw_tags = run_on (bytes, to_tags, TRUE);
  g_autofree char *text = collapse_spaces (raw);
  g_autofree char *tags = join_over_pages (raw_tags);
  g_autofree char *twin = sdm_letter_document_to_text (document);
  g_auto (GStrv) lines = g_strsplit (twin, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (strstr (line, ": ") != NULL || g_str_has_prefix (line, "Letter "))
        continue;
      if (g_str_has_prefix (line, "- ") || (g_ascii_isdigit (line[0]) && line[1] == '.'))
        line = strchr (line, ' ') + 1;
      if (strstr (tags, line) == NULL)
        g_error ("not read out: %s", line);
      if (GPOINTER_TO_UINT (data) == 14 && strstr (text, line) == NULL)
        g_error ("not on the pages: %s", line);
      n++;
    }
  g_assert_cmpuint (n, >, 40);
}

static void
check_tags (SdmLetterDocument *document,
            guint              edition,
            guint              n_figures,
            guint              n_heads)
{
  g_autoptr (GBytes) bytes = render (document, edition);
  const TagCount count = tag_walk_check (bytes, "en-GB");

  g_assert_cmpuint (count.n_figures, ==, n_figures);
  g_assert_cmpuint (count.n_heads, ==, n_heads);
}

static void
test_every_mark_has_its_tag (gconstpointer data)
{
  const guint edition = GPOINTER_TO_UINT (data);
  g_autoptr (SdmLetterDocument) document = letter_example_new ();

  check_tags (document, edition, 3, edition < 18 ? 6 : 0);
}

/* Room to write and boxes to tick are told in words, in large print as figures and lists of their own. */
static void
test_sheet_has_its_tags (gconstpointer data)
{
  static const char *const heads[] = { "Goal", "Better", "Note", NULL };
  static const char *const rows[][4] = { { "Walk", SDM_LETTER_TICK_BOX, "", NULL }, { "", "", "Some words.", NULL } };
  const guint              edition = GPOINTER_TO_UINT (data);
  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("A sheet", "en-GB");
  SdmLetterBlock *grid;

  sdm_letter_document_set_paper (document, SDM_LETTER_PAPER_SHEET);
  sdm_letter_document_add_heading (document, 1, "A sheet");
  sdm_letter_document_add_lines (document, 3);
  grid = sdm_letter_document_add_grid (document, heads, 18);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    sdm_letter_grid_add_row (grid, rows[i]);
  /* In a table: three heads of columns and one of a row. */
  check_tags (document, edition, edition < 18 ? 1 : 3, edition < 18 ? 4 : 0);
}

/* A logo is a picture of the first page, with words for who does not see it. */
static void
test_logo (void)
{
  static const char *const list[] = { "pdfimages", "-list", "%", NULL };
  static const char *const check[] = { "qpdf", "--check", "%", NULL };
  static const char *const to_tags[] = { "pdfinfo", "-struct", "%", NULL };
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (SdmLetterDocument) plain = letter_example_new ();
  g_autofree guint8 *pixels = g_malloc0 (90 * 30 * 3);
  g_autoptr (GBytes) picture = g_bytes_new (pixels, 90 * 30 * 3);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) without = render (plain, 14);
  g_autofree char *images = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *none = run_on (without, list, TRUE);

  sdm_letter_document_set_logo (document, picture, 90, 30, "Logo of Larkfield");
  bytes = render (document, 14);
  images = run_on (bytes, list, TRUE);
  checked = run_on (bytes, check, TRUE);
  tags = run_on (bytes, to_tags, TRUE);
  g_assert_nonnull (strstr (images, " 90    30  rgb "));
  g_assert_null (strstr (none, "rgb"));
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_true (g_str_has_prefix (tags, "Document\n  Figure"));
}

/* The same bytes */

static void
test_same_bytes_twice (void)
{
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (SdmLetterDocument) other = letter_example_new ();
  g_autoptr (GBytes) first = render (document, 14);
  g_autoptr (GBytes) second = render (document, 14);
  g_autoptr (GBytes) third = render (other, 14);
  g_autoptr (GBytes) large = render (other, 18);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, third));
  g_assert_false (g_bytes_equal (first, large));
}

/* A locale with a decimal comma, made once for the test, as a system need not have one. */
static void
test_same_bytes_with_decimal_comma (void)
{
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (GBytes) plain = render (document, 14);
  g_autoptr (GBytes) comma = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "locale", NULL);
  g_autofree char *place = g_build_filename (folder, "de_DE.UTF-8", NULL);
  g_autofree char *old_path = g_strdup (g_getenv ("LOCPATH"));
  const char      *argv[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", place, NULL };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  if (!g_file_test (place, G_FILE_TEST_IS_DIR))
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  comma = render (document, 14);
  setlocale (LC_NUMERIC, "C");
  if (old_path != NULL)
    g_setenv ("LOCPATH", old_path, TRUE);
  else
    g_unsetenv ("LOCPATH");
  g_assert_true (g_bytes_equal (plain, comma));
}

/* Refusals */

static void
test_missing_glyph_is_refused (void)
{
  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("A", "en-GB");
  g_autoptr (GError) error = NULL;

  sdm_letter_document_add_heading (document, 2, "What **happens** next");
  sdm_letter_document_add_paragraph (document, "This has \363\260\200\200 in it.");
  g_assert_null (sdm_letter_render_pdf (document, 14, NULL, &error));
  g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_MISSING_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+F0000"));
  g_assert_nonnull (strstr (error->message, "under “What happens next”, in the text “This has \363\260\200\200 in it.”"));
}

static void
test_no_font (void)
{
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_close (g_file_open_tmp ("evenhand-fonts-XXXXXX", &path, NULL), NULL);
  g_file_set_contents (path, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>", -1, NULL);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  g_assert_null (sdm_letter_render_pdf (document, 14, NULL, &error));
  g_unlink (path);
  g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "fonts-inter"));
}

static void
test_numbers (void)
{
  static const struct
  {
    double      value;
    const char *expected;
  } rows[] = { { 0, "0 " }, { -0.0001, "0 " }, { 1.5, "1.5 " }, { 12.3456, "12.346 " }, { 100, "100 " }, { -7.25, "-7.25 " }, { NAN, NULL }, { INFINITY, NULL }, { -INFINITY, NULL }, { 1e6, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      g_assert_cmpint (sdm_pdf_append_number (out, rows[i].value), ==, rows[i].expected != NULL);
      g_assert_cmpstr (out->str, ==, rows[i].expected != NULL ? rows[i].expected : "");
    }
}

/* Other content */

static void
test_three_hundred_blocks (void)
{
  static const char *const check[] = { "qpdf", "--check", "%", NULL };
  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("A long letter", "en-GB");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *checked = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("Paragraph %u has a few words, and more of them, so that it runs over the "
                                               "end of a line at every size of type.",
                                               i + 1);

      if (i % 10 == 0)
        sdm_letter_document_add_heading (document, 2, text);
      else
        sdm_letter_document_add_paragraph (document, text);
    }
  bytes = render (document, 14);
  checked = run_on (bytes, check, TRUE);
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
}

static void
test_foreign_paragraph (void)
{
  static const char *const to_tags[] = { "pdfinfo", "-struct-text", "%", NULL };
  static const char *const to_qdf[] = { "qpdf", "--qdf", "%", "-", NULL };
  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("A", "en-GB");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *qdf = NULL;

  sdm_letter_block_set_language (sdm_letter_document_add_paragraph (document, "Bore da, mae’r tŷ’n wyn."), "cy");
  bytes = render (document, 14);
  tags = run_on (bytes, to_tags, TRUE);
  qdf = run_on (bytes, to_qdf, TRUE);
  g_assert_nonnull (strstr (tags, "Bore da, mae’r tŷ’n wyn."));
  g_assert_nonnull (strstr (qdf, "/Lang (cy)"));
  g_assert_nonnull (strstr (qdf, "/Lang (en-GB)"));
}

static void
add_for_editions (const char   *path,
                  GTestDataFunc function)
{
  static const guint editions[] = { 12, 14, 18, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *full = g_strdup_printf ("/letter/pdf/%s/%u", path, editions[i]);

      g_test_add_data_func (full, GUINT_TO_POINTER (editions[i]), function);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_editions ("file-is-sound", test_file_is_sound);
  add_for_editions ("twin-and-pages-agree", test_twin_and_pages_agree);
  add_for_editions ("every-mark-has-its-tag", test_every_mark_has_its_tag);
  add_for_editions ("sheet-has-its-tags", test_sheet_has_its_tags);
  g_test_add_func ("/letter/pdf/logo", test_logo);
  g_test_add_func ("/letter/pdf/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/letter/pdf/same-bytes-with-decimal-comma", test_same_bytes_with_decimal_comma);
  g_test_add_func ("/letter/pdf/missing-glyph-is-refused", test_missing_glyph_is_refused);
  g_test_add_func ("/letter/pdf/no-font", test_no_font);
  g_test_add_func ("/letter/pdf/numbers", test_numbers);
  g_test_add_func ("/letter/pdf/three-hundred-blocks", test_three_hundred_blocks);
  g_test_add_func ("/letter/pdf/foreign-paragraph", test_foreign_paragraph);
  return g_test_run ();
}
