/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-example.h"
#include "sdm-language.h"
#include "sdm-letter-block-private.h"
#include "sdm-letter-language.h"
#include "sdm-letter-layout.h"
#include "sdm-letter.h"
#include "stand-in-measurer.h"
#include "tongues.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

/*
 * A letter in each language: every sentence of the plain-text twin can be read back from the pages, in
 * the order in which it is read; and from right to left the page is laid out the other way round.
 */

static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);

  return output;
}

/* Marks that turn the direction, and spaces without width, are not seen. */
static gboolean
is_seen (gunichar c)
{
  return !(c == 0x200B || c == 0x00AD || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
}

/* What is read, whatever forms the letters have and however wide the spaces are; without any, for programs
 * that guess them.
 */
static char *
normalise (const char *text,
           gboolean    with_spaces)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString         *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '\f')
        {
          if (is_seen (c))
            g_string_append_unichar (out, c);
        }
      else if (with_spaces && out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }

  return g_string_free (out, FALSE);
}

/* The text of the tags: a paragraph that goes on over a page is told in two strings. */
static char *
read_tags (const char *path)
{
  const char *const command[] = { "pdfinfo", "-struct-text", path, NULL };
  g_autofree char  *raw = run (command);
  g_autofree char  *tags = normalise (raw, TRUE);
  g_autoptr (GString) joined = g_string_new (tags);

  g_string_replace (joined, "\" \"", "", 0);

  return g_strdup (joined->str);
}

static char *
read_pages (const char *path)
{
  const char *const command[] = { "pdftotext", path, "-", NULL };
  g_autofree char  *raw = run (command);

  return normalise (raw, FALSE);
}

/* Each word by itself, for programs that guess from their places which words follow one another. */
static gboolean
has_words (const char *pages,
           const char *sentence)
{
  g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}\\p{M}\\p{Nd}]+", sentence, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (pages, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The twin puts several texts into a line; each of them stands by itself on the page. */
static guint
check_line (const char *line,
            const char *tags,
            const char *pages)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[:;.؛] ?|[。۔।](?: |$)", line, 0, 0);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *sentence = normalise (g_strstrip (parts[i]), TRUE);
      const char      *said = g_str_has_prefix (sentence, "- ") ? sentence + 2 : sentence;
      g_autofree char *letters = normalise (said, FALSE);

      if (g_utf8_strlen (said, -1) < 4)
        continue;
      if (tags != NULL && strstr (tags, said) == NULL)
        g_error ("not read out: “%s”", said);
      if (!has_words (pages, said) || (tags == NULL && strstr (pages, letters) == NULL && strchr (line, ':') == NULL))
        g_error ("not on the pages: “%s”", said);
      n++;
    }

  return n;
}

static void
test_is_read_back (gconstpointer data)
{
  const char      *language = data;
  g_autofree char *nine = g_strconcat (g_str_equal (language, "ar") ? "٩" : g_str_equal (language, "bn") ? "৯"
                                                                                                         : "9",
                                       ": ", NULL);
  g_autoptr (SdmLetterDocument) document = tongues_build (language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sdm_letter_render_pdf (document, 14, NULL, &error);
  g_autofree char *twin = sdm_letter_document_to_text (document);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *opening = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;
  guint n_lines = 0;

  /* The opening, which on the pages names one of them. */
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const SdmLetterBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->twin_text != NULL)
        opening = sdm_letter_text_flatten (block->twin_text);
    }
  g_assert_no_error (error);
  g_close (g_file_open_tmp ("evenhand-XXXXXX.pdf", &path, NULL), NULL);
  file = g_file_new_for_path (path);
  g_assert_true (sdm_letter_save (bytes, file, &error));
  /* From left to right the pages give whole sentences back; the other way programs guess their order, and the tags know it. */
  tags = sdm_language_is_right_to_left (language) ? read_tags (path) : NULL;
  pages = read_pages (path);
  lines = g_strsplit (twin, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* What the twin alone says: which part it is, the foot of the page, and that it ends. */
      const char *part = strstr (lines[i], nine) != NULL ? strstr (lines[i], nine) + strlen (nine) : lines[i];

      if (g_strcmp0 (lines[i], opening) == 0)
        continue;
      if (lines[i + 1] == NULL || lines[i + 2] == NULL || lines[i + 3] == NULL || lines[i + 4] == NULL)
        break;
      n += check_line (part, tags, pages);
      n_lines++;
    }
  g_assert_cmpuint (n_lines, >, 60);
  g_assert_cmpuint (n, >, 60);
  g_unlink (path);
}

/* From right to left */

static SdmLetterPages *
lay_out (const char *language,
         guint       edition)
{
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  const SdmLetterMeasurer measurer = stand_in_measurer_new ();
  g_autoptr (GError) error = NULL;
  SdmLetterPages *pages = NULL;

  g_free (document->language);
  document->language = g_strdup (language);
  pages = sdm_letter_layout (document, edition, &measurer, &error);
  g_assert_no_error (error);

  return pages;
}

static gboolean
is_near (double a,
         double b)
{
  return fabs (a - b) < 0.01;
}

/* What the envelope asks for stays where it is: the address, and what stands above it; marks to fold at. */
static gboolean
stays (const SdmLetterItem *item,
       guint                page)
{
  return (page == 0 && item->y < SDM_MM (93)) || (item->pagination && item->kind == SDM_LETTER_ITEM_RULE);
}

static void
test_page_is_mirrored (gconstpointer data)
{
  const guint edition = GPOINTER_TO_UINT (data);
  g_autoptr (SdmLetterPages) right = lay_out ("en-GB", edition);
  g_autoptr (SdmLetterPages) left = lay_out ("ur", edition);
  guint n_people = 0;
  guint n_moved = 0;
  guint n_folds = 0;

  g_assert_cmpuint (left->pages->len, ==, right->pages->len);
  for (guint p = 0; p < right->pages->len; p++)
    {
      GPtrArray *expected = g_ptr_array_index (right->pages, p);
      GPtrArray *page = g_ptr_array_index (left->pages, p);

      g_assert_cmpuint (page->len, ==, expected->len);
      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *was = g_ptr_array_index (expected, i);
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          g_assert_true (item->kind == was->kind && is_near (item->y, was->y) && is_near (item->w, was->w));
          if (stays (was, p))
            /* The reference block ends where its column does. */
            g_assert_true (is_near (item->x, was->x) || (is_near (was->x, SDM_MM (120)) && is_near (item->x + item->w, SDM_MM (188))));
          else
            {
              g_assert_true (is_near (item->x + item->w, SDM_MM (210) - was->x));
              n_moved++;
            }
          if (item->pagination && item->kind == SDM_LETTER_ITEM_RULE)
            {
              /* Where the paper is folded: at the edge, whichever way it is read. */
              g_assert_true (is_near (item->x, SDM_MM (5)) && is_near (item->w, SDM_MM (5)));
              g_assert_true (is_near (item->y, SDM_MM (105)) || is_near (item->y, SDM_MM (210)));
              n_folds++;
            }
          if (item->kind == SDM_LETTER_ITEM_PEOPLE)
            {
              double x = 0;
              double y = 0;
              double height = 0;
              double old_x = 0;

              sdm_letter_item_get_person_box (item, 0, &x, &y, &height);
              sdm_letter_item_get_person_box (was, 0, &old_x, &y, &height);
              g_assert_true (is_near (x + 0.8 * height, SDM_MM (210) - old_x));
              n_people++;
            }
        }
    }
  g_assert_cmpuint (n_people, ==, 3);
  g_assert_cmpuint (n_folds, ==, 2 * left->pages->len);
  g_assert_cmpuint (n_moved, >, 100);
}

/* Nothing is printed for a real person from a translation to which nobody has put a name. */
static void
test_unreviewed (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", NULL);
  g_autofree char *path = g_build_filename (folder, "aids", "umbrella", "aid.json", NULL);
  g_autofree char *walk_path = g_build_filename (folder, "tongues", "walk.json", NULL);
  g_autofree char *other = g_dir_make_tmp ("evenhand-umbrella-XXXXXX", NULL);
  g_autofree char *polish_path = g_build_filename (folder, "aids", "umbrella", "pl.json", NULL);
  g_autofree char *named_path = g_build_filename (other, "pl.json", NULL);
  g_autofree char *beside = g_build_filename (other, "aid.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *polish = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) named_file = g_file_new_for_path (beside);
  g_autoptr (SdmAid) aid = sdm_aid_load (file, NULL, NULL);
  g_autoptr (GString) real = NULL;
  g_autoptr (GString) named = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmAidTranslation) translation = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (walk_path, &text, NULL, NULL));
  real = g_string_new (text);
  g_assert_cmpuint (g_string_replace (real, "\"kind\": \"practice\"", "\"kind\": \"real\"", 0), ==, 1);
  bytes = g_bytes_new (real->str, real->len);
  consultation = sdm_consultation_new_from_bytes (bytes, "walk.json", &error);
  g_assert_no_error (error);
  g_assert_false (sdm_letter_language_open ("pl", consultation, aid, file, &translation, &error));
  g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_LANGUAGE);
  g_assert_null (translation);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (polish_path, &polish, NULL, NULL));
  named = g_string_new (polish);
  g_assert_cmpuint (g_string_replace (named, "\"reviewed_by\": []", "\"reviewed_by\": [{\"name\": \"A. Tester\", \"date\": \"2026-11-24\"}]", 0), ==, 1);
  g_assert_true (g_file_set_contents (named_path, named->str, -1, NULL));
  g_assert_true (sdm_letter_language_open ("pl", consultation, aid, named_file, &translation, &error));
  g_assert_no_error (error);
  g_assert_nonnull (translation);
  g_unlink (named_path);
  g_rmdir (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tongues_prepare ();
  for (guint i = 0; tongues[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/letter/tongues/read-back/", tongues[i], NULL);

      g_test_add_data_func (path, tongues[i], test_is_read_back);
    }
  g_test_add_func ("/letter/tongues/unreviewed", test_unreviewed);
  g_test_add_data_func ("/letter/tongues/mirrored/14", GUINT_TO_POINTER (14), test_page_is_mirrored);
  g_test_add_data_func ("/letter/tongues/mirrored/18", GUINT_TO_POINTER (18), test_page_is_mirrored);
  return g_test_run ();
}
