/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-example.h"
#include "sdm-letter-layout.h"
#include "sdm-letter-sentence.h"
#include "stand-in-measurer.h"

#include <string.h>

#define LINE "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaa" /* 65 of 67 characters at 14 pt */

/* Helpers */

static SdmLetterPages *
lay_out (SdmLetterDocument *document,
         guint              edition)
{
  SdmLetterMeasurer measurer = stand_in_measurer_new ();
  g_autoptr (GError) error = NULL;
  SdmLetterPages *pages = sdm_letter_layout (document, edition, &measurer, &error);

  g_assert_no_error (error);
  return pages;
}

/* The text of each page, a line for a line, with plain spaces; "#" marks a line that is an artifact. No footer. */
static char *
dup_page_text (SdmLetterPages *pages,
               guint           number)
{
  GPtrArray *page = NULL;
  GString   *out = g_string_new (NULL);

  if (number >= pages->pages->len)
    return g_string_free (out, FALSE);
  page = g_ptr_array_index (pages->pages, number);

  for (guint i = 0; i < page->len; i++)
    {
      const SdmLetterItem *item = g_ptr_array_index (page, i);

      if (item->kind == SDM_LETTER_ITEM_PEOPLE)
        g_string_append (out, "[people]\n");
      if (item->kind == SDM_LETTER_ITEM_LINE && item->y < SDM_MM (282))
        g_string_append_printf (out, "%s%s\n", item->element == NULL ? "#" : "", item->line->text);
    }
  g_string_replace (out, "\302\240", " ", 0);
  return g_string_free (out, FALSE);
}

static SdmLetterDocument *
new_document (void)
{
  return sdm_letter_document_new ("A letter", "en-GB");
}

/* Paragraphs of one line, each "1", "2", …: 25.9 points high with its space. Page 1 has room for 521 points. */
static void
add_short_paragraphs (SdmLetterDocument *document,
                      guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);

      sdm_letter_document_add_paragraph (document, text);
    }
}

/* So many lines that the last page is not a short one, whose space would shrink. */
static void
add_end (SdmLetterDocument *document)
{
  for (guint i = 0; i < 6; i++)
    sdm_letter_document_add_paragraph (document, "end");
}

static char *
repeat_lines (guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s" LINE, i > 0 ? " " : "");
  return g_string_free (out, FALSE);
}

static guint
count_lines_on_page (SdmLetterPages *pages,
                     guint           number,
                     const char     *text)
{
  g_autofree char *all = dup_page_text (pages, number);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_equal (lines[i], text);
  return n;
}

/* Tests */

static void
test_heading_stays_with_text (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *second = NULL;

  add_short_paragraphs (document, 18);
  sdm_letter_document_add_heading (document, 2, "Head");
  sdm_letter_document_add_paragraph (document, LINE " " LINE);
  add_end (document);
  pages = lay_out (document, 14);
  second = dup_page_text (pages, 1);
  g_assert_cmpuint (pages->pages->len, ==, 2);
  g_assert_true (g_str_has_prefix (second, "Head\n" LINE "\n" LINE "\nend\n"));
}

/* Eighteen short paragraphs leave room for two of the lines that follow. */
static void
test_paragraph_ends (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *text = repeat_lines (n);
  guint            first = 0;
  guint            second = 0;

  add_short_paragraphs (document, 18);
  sdm_letter_document_add_paragraph (document, text);
  add_end (document);
  pages = lay_out (document, 14);
  first = count_lines_on_page (pages, 0, LINE);
  second = count_lines_on_page (pages, 1, LINE);
  g_assert_cmpuint (first + second, ==, n);
  g_assert_cmpuint (first, !=, 1);
  g_assert_cmpuint (second, !=, 1);
  if (n == 3)
    g_assert_cmpuint (first, ==, 0);
  if (n >= 4)
    g_assert_cmpuint (first, ==, 2);
}

/* After so many short paragraphs: so many items of a list, and how many of them stand on the first page. */
static const struct
{
  const char *name;
  guint       n_paragraphs;
  guint       n_items;
  guint       n_first;
} lists[] = {
  { "first-two-together", 19, 6, 0 },
  { "last-two-together", 18, 3, 0 },
  { "breaks-between", 18, 40, 2 },
};

static void
test_list_ends (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  SdmLetterBlock *list = NULL;

  add_short_paragraphs (document, lists[i].n_paragraphs);
  list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
  for (guint k = 0; k < lists[i].n_items; k++)
    sdm_letter_list_add_item (list, "item");
  add_end (document);
  pages = lay_out (document, 14);
  g_assert_cmpuint (count_lines_on_page (pages, 0, "item"), ==, lists[i].n_first);
  g_assert_cmpuint (count_lines_on_page (pages, 0, "item") + count_lines_on_page (pages, 1, "item") + count_lines_on_page (pages, 2, "item"), ==, lists[i].n_items);
}

static void
test_quote_is_whole (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *text = repeat_lines (3);
  g_autofree char *second = NULL;

  add_short_paragraphs (document, 18);
  sdm_letter_document_add_lead_in (document, "You said:");
  sdm_letter_document_add_quote (document, text);
  add_end (document);
  pages = lay_out (document, 14);
  second = dup_page_text (pages, 1);
  g_assert_true (g_str_has_prefix (second, "You said:\n"));
  g_assert_cmpuint (pages->pages->len, ==, 2);
}

static void
test_table_head_is_repeated (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *second = NULL;
  SdmLetterBlock  *block = NULL;

  add_short_paragraphs (document, 13);
  block = sdm_letter_document_add_actions (document, "What", "Who", "By when");
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *what = g_strdup_printf ("Do %u", i + 1);

      sdm_letter_actions_add_row (block, what, "You", "Friday");
    }
  add_end (document);
  pages = lay_out (document, 14);
  second = dup_page_text (pages, 1);
  g_assert_true (g_str_has_prefix (second, "#By when\n#Who does what\nFriday\nYou: Do 7\n"));
}

static void
test_wide_fact_makes_a_list (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *first = NULL;
  SdmLetterBlock  *block = sdm_letter_document_add_actions (document, "What", "Who", "By when");

  sdm_letter_actions_add_row (block, "Do", "You", "Thursday\302\24010\302\240December\302\2402026\302\240in\302\240the\302\240evening");
  pages = lay_out (document, 14);
  first = dup_page_text (pages, 0);
  g_assert_cmpstr (first, ==, "1.\nDo\nWho: You\nBy when: Thursday 10 December 2026 in the evening\n");
}

static void
add_picture (SdmLetterDocument *document,
             guint              n)
{
  SdmLetterBlock *block = sdm_letter_document_add_picture (document, 1, "Title", "Group.");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *option = g_strdup_printf ("Option %u", i + 1);

      sdm_letter_picture_add_count (block, option, 100, 10 + i, 10 + i, "alt", "it happens", "it does not");
    }
  sdm_letter_picture_set_certainty (block, "Certainty.");
}

/* What follows in the same part fills the page; the tags keep the written order. */
static void
test_picture_moves_whole (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char  *first = NULL;
  g_autofree char  *second = NULL;
  SdmLetterElement *last = NULL;

  add_short_paragraphs (document, 13);
  add_picture (document, 2);
  sdm_letter_document_add_paragraph (document, "after");
  sdm_letter_document_add_heading (document, 3, "Next");
  sdm_letter_document_add_paragraph (document, "last");
  pages = lay_out (document, 14);
  first = dup_page_text (pages, 0);
  second = dup_page_text (pages, 1);
  g_assert_cmpstr (first, ==, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\nafter\n");
  g_assert_cmpstr (second, ==,
                   "Picture 1. Title\nGroup.\nOption 1\n[people]\nit happens\nit does not\n"
                   "Option 2\n[people]\nit happens\nit does not\nCertainty.\nNext\nlast\n");
  last = g_ptr_array_index (pages->root->children, pages->root->children->len - 3);
  g_assert_cmpstr (last->role, ==, "P");
  last = g_ptr_array_index (pages->root->children, pages->root->children->len - 2);
  g_assert_cmpstr (last->role, ==, "H3");
}

static void
test_arrays_have_one_size (gconstpointer data)
{
  guint edition = GPOINTER_TO_UINT (data);

  for (guint n = 1; n <= 6; n++)
    {
      g_autoptr (SdmLetterDocument) document = new_document ();
      g_autoptr (SdmLetterPages) pages = NULL;
      double width = 0;
      guint  found = 0;

      add_picture (document, n);
      pages = lay_out (document, edition);
      for (guint p = 0; p < pages->pages->len; p++)
        {
          GPtrArray *page = g_ptr_array_index (pages->pages, p);

          for (guint i = 0; i < page->len; i++)
            {
              const SdmLetterItem *item = g_ptr_array_index (page, i);

              if (item->kind != SDM_LETTER_ITEM_PEOPLE)
                continue;
              g_assert_cmpuint (item->low, ==, 10 + found);
              width = found++ == 0 ? item->w : width;
              g_assert_cmpfloat_with_epsilon (item->w, width, 0.001);
              g_assert_cmpfloat ((item->w - item->gap) / 10, >=, SDM_MM (4.2));
            }
        }
      g_assert_cmpuint (found, ==, n);
    }
}

static void
test_page_break_and_footer (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  GPtrArray *page = NULL;
  g_autoptr (GString) foot = g_string_new (NULL);
  g_autofree char *second = NULL;

  sdm_letter_document_set_reference (document, "7c41a9e2");
  sdm_letter_document_set_running_head (document, "Mr Price");
  sdm_letter_document_set_running_mark (document, "Provisional.");
  sdm_letter_document_add_paragraph (document, "one");
  sdm_letter_document_add_page_break (document);
  sdm_letter_document_add_paragraph (document, "two");
  pages = lay_out (document, 14);
  g_assert_cmpuint (pages->pages->len, ==, 2);
  second = dup_page_text (pages, 1);
  g_assert_cmpstr (second, ==, "#Provisional. Mr Price\ntwo\n");
  page = g_ptr_array_index (pages->pages, 1);
  for (guint i = 0; i < page->len; i++)
    {
      const SdmLetterItem *item = g_ptr_array_index (page, i);

      if (item->kind == SDM_LETTER_ITEM_LINE && item->y > SDM_MM (282))
        g_string_append_printf (foot, "%s|", item->line->text);
    }
  g_assert_cmpstr (foot->str, ==, "Page 2 of 2|Letter 7c41a9e2|");
}

/* Seven parts are 43 points higher than the page; three tenths of the space between their lines make up for it. */
static void
test_short_last_page_is_squeezed (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;

  for (guint i = 0; i < 7; i++)
    {
      sdm_letter_document_add_heading (document, 2, "Part");
      add_short_paragraphs (document, 2);
    }
  pages = lay_out (document, 14);
  g_assert_cmpuint (pages->pages->len, ==, 1);
}

/* A letter that ends with a page of a few lines is squeezed, whatever follows on a page of its own. */
static void
test_short_letter_before_enclosure (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *second = NULL;

  add_short_paragraphs (document, 22);
  sdm_letter_document_add_page_break (document);
  sdm_letter_document_add_heading (document, 2, "Enclosure");
  add_end (document);
  pages = lay_out (document, 14);
  second = dup_page_text (pages, 1);
  g_assert_true (g_str_has_prefix (second, "Enclosure\n"));
}

/* The letter names the page of its enclosure, wherever that comes to begin. */
static void
test_names_page_of_enclosure (void)
{
  static const guint lengths[] = { 2, 25, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (SdmLetterDocument) document = new_document ();
      g_autoptr (SdmLetterPages) pages = NULL;
      g_autofree char *first = NULL;
      g_autofree char *expected = g_strdup_printf ("The numbers begin on page %u.\n", i + 2);
      g_autofree char *twin = NULL;
      SdmLetterBlock  *block = sdm_letter_document_add_paragraph (document, "The numbers begin on page " SDM_LETTER_ENCLOSURE_PAGE ".");

      sdm_letter_block_set_twin_text (block, "The numbers come later.");
      add_short_paragraphs (document, lengths[i]);
      sdm_letter_document_add_page_break (document);
      sdm_letter_document_add_heading (document, 2, "Enclosure");
      add_end (document);
      pages = lay_out (document, 14);
      first = dup_page_text (pages, 0);
      twin = sdm_letter_document_to_text (document);
      g_assert_true (g_str_has_prefix (first, expected));
      g_assert_true (g_str_has_prefix (twin, "The numbers come later.\n"));
    }
}

/* Up to 16 points a lead-in stands at the left of its list, both on one page; in large print above it. */
static void
test_lead_in_beside_list (void)
{
  static const guint editions[] = { 14, 18 };

  for (guint e = 0; e < G_N_ELEMENTS (editions); e++)
    {
      g_autoptr (SdmLetterDocument) document = new_document ();
      g_autoptr (SdmLetterPages) pages = NULL;
      SdmLetterBlock *list = NULL;
      GPtrArray      *page = NULL;
      double          label = 0;
      double          item = 0;

      sdm_letter_block_set_beside (sdm_letter_document_add_lead_in (document, "Call:"), TRUE);
      list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
      sdm_letter_list_add_item (list, "Pain");
      pages = lay_out (document, editions[e]);
      page = g_ptr_array_index (pages->pages, 0);
      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *line = g_ptr_array_index (page, i);

          if (line->kind == SDM_LETTER_ITEM_LINE && g_str_equal (line->line->text, "Call:"))
            label = line->y;
          if (line->kind == SDM_LETTER_ITEM_LINE && g_str_equal (line->line->text, "Pain"))
            item = line->y;
        }
      g_assert_cmpfloat (label, >, 0);
      if (editions[e] == 14)
        g_assert_cmpfloat_with_epsilon (item, label, 0.01);
      else
        g_assert_cmpfloat (item, >, label + 10);
      g_assert_cmpstr (((SdmLetterElement *) g_ptr_array_index (pages->root->children, 0))->role, ==, "P");
      g_assert_cmpstr (((SdmLetterElement *) g_ptr_array_index (pages->root->children, 1))->role, ==, "L");
    }
}

static gboolean
page_says (const GPtrArray *page,
           const char      *words)
{
  for (guint i = 0; i < page->len; i++)
    {
      const SdmLetterItem *item = g_ptr_array_index (page, i);

      if (item->kind == SDM_LETTER_ITEM_LINE && strstr (item->line->text, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* In large print what is said of one question stands below it, on the same page. */
static void
test_answers_stay_with_question (void)
{
  static const char *const heads[] = { "Question", "As now", "A tablet", NULL };
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  SdmLetterBlock *grid = NULL;
  guint           n_found = 0;

  sdm_letter_document_set_paper (document, SDM_LETTER_PAPER_WIDE_SHEET);
  grid = sdm_letter_document_add_grid (document, heads, 10);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char  *question = g_strdup_printf ("Ask-%u?", i);
      g_autofree char  *last = g_strdup_printf ("Last-%u. It helps, and it is a bother now and then.", i);
      const char *const cells[] = { question, "Nothing changes. You go on as you do. It is what you know.", last, NULL };

      sdm_letter_grid_add_row (grid, cells);
    }
  pages = lay_out (document, 18);
  g_assert_cmpuint (pages->pages->len, >, 3);
  for (guint p = 0; p < pages->pages->len; p++)
    for (guint i = 0; i < 30; i++)
      {
        g_autofree char *question = g_strdup_printf ("Ask-%u?", i);
        g_autofree char *last = g_strdup_printf ("Last-%u.", i);

        g_assert_cmpint (page_says (g_ptr_array_index (pages->pages, p), question), ==, page_says (g_ptr_array_index (pages->pages, p), last));
        n_found += page_says (g_ptr_array_index (pages->pages, p), last);
      }
  g_assert_cmpuint (n_found, ==, 30);
}

/* Nothing but the address stands where the window of an envelope may show it. */
static void
test_window_shows_the_address_only (gconstpointer data)
{
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (SdmLetterPages) pages = lay_out (document, GPOINTER_TO_UINT (data));
  GPtrArray *page = g_ptr_array_index (pages->pages, 0);
  guint      n = 0;

  for (guint i = 0; i < page->len; i++)
    {
      const SdmLetterItem *item = g_ptr_array_index (page, i);

      if (item->kind != SDM_LETTER_ITEM_LINE || item->x > SDM_MM (112) || item->x + item->w < SDM_MM (8) ||
          item->y < SDM_MM (44) || item->y - item->line->width * 0 > SDM_MM (94))
        continue;
      g_assert_cmpfloat (item->x + item->w, <=, SDM_MM (98));
      n++;
    }
  g_assert_cmpuint (n, ==, 4);
}

/* Beside the name, at most 40 by 14 mm, above the window and clear of every line. */
static void
test_logo (gconstpointer data)
{
  static const guint sizes[][2] = { { 300, 100 }, { 100, 300 }, { 400, 20 }, { 1, 1 } };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      const gsize        length = (gsize) sizes[s][0] * sizes[s][1] * 3;
      g_autofree guint8 *pixels = g_malloc0 (length);
      g_autoptr (GBytes) bytes = g_bytes_new (pixels, length);
      g_autoptr (SdmLetterDocument) document = letter_example_new ();
      g_autoptr (SdmLetterPages) pages = NULL;
      const SdmLetterItem *logo = NULL;
      GPtrArray           *page = NULL;

      sdm_letter_document_set_logo (document, bytes, sizes[s][0], sizes[s][1], "Logo of Larkfield");
      pages = lay_out (document, GPOINTER_TO_UINT (data));
      page = g_ptr_array_index (pages->pages, 0);
      for (guint i = 0; i < page->len; i++)
        if (((const SdmLetterItem *) g_ptr_array_index (page, i))->kind == SDM_LETTER_ITEM_LOGO)
          logo = g_ptr_array_index (page, i);
      g_assert_nonnull (logo);
      g_assert_cmpfloat_with_epsilon (logo->w / logo->h, (double) sizes[s][0] / sizes[s][1], 0.01);
      g_assert_cmpfloat (logo->w, <=, SDM_MM (40) + 0.01);
      g_assert_cmpfloat (logo->y + logo->h, <=, SDM_MM (44));
      g_assert_cmpstr (logo->element->role, ==, "Figure");
      g_assert_cmpstr (logo->element->alt, ==, "Logo of Larkfield");
      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          if (item->kind == SDM_LETTER_ITEM_LINE && item->x < logo->x + logo->w && item->x + item->w > logo->x &&
              item->y > logo->y && item->y - 10 < logo->y + logo->h)
            g_error ("“%s” stands on the logo", item->line->text);
        }
    }
}

static void
test_address_is_refused (void)
{
  static const char *const seven[] = { "1", "2", "3", "4", "5", "Town", "ZZ99 3WZ", NULL };
  static const char *const eight[] = { "1", "2", "3", "4", "5", "6", "Town", "ZZ99 3WZ", NULL };
  static const char *const long_name[] = { "A name that goes on over the width of the window", "1 Lane", "ZZ99 3WZ", NULL };
  static const char *const wide[] = { "A name that goes on over the width of the window", "2", "3", "4", "5", "ZZ99 3WZ", NULL };
  static const char *const endless[] = { "Anamewithoutanyspacethatiswiderthanthewindow", "ZZ99 3WZ", NULL };
  SdmLetterMeasurer        measurer = stand_in_measurer_new ();
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  sdm_letter_document_set_address (document, seven);
  pages = lay_out (document, 14);
  text = dup_page_text (pages, 0);
  g_assert_cmpstr (text, ==, "1\n2\n3\n4\n5\nTown  ZZ99 3WZ\n");
  g_clear_pointer (&pages, sdm_letter_pages_free);
  g_clear_pointer (&text, g_free);
  sdm_letter_document_set_address (document, long_name);
  pages = lay_out (document, 14);
  text = dup_page_text (pages, 0);
  g_assert_cmpstr (text, ==, "A name that goes on over the width\nof the window\n1 Lane\nZZ99 3WZ\n");
  sdm_letter_document_set_address (document, endless);
  g_assert_null (sdm_letter_layout (document, 14, &measurer, &error));
  g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_ADDRESS);
  g_clear_error (&error);
  sdm_letter_document_set_address (document, eight);
  g_assert_null (sdm_letter_layout (document, 14, &measurer, &error));
  g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_ADDRESS);
  g_clear_error (&error);
  sdm_letter_document_set_address (document, wide);
  g_assert_null (sdm_letter_layout (document, 14, &measurer, &error));
  g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_ADDRESS);
}

/* A quotation that is longer than a page goes on over it, with its bar beside each line. */
static void
test_quote_longer_than_a_page (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *text = repeat_lines (60);
  guint            n_lines = 0;
  guint            n_bars = 0;

  sdm_letter_document_add_lead_in (document, "You said:");
  sdm_letter_document_add_quote (document, text);
  pages = lay_out (document, 14);
  g_assert_cmpuint (pages->pages->len, >, 1);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      GPtrArray *page = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          n_lines += item->kind == SDM_LETTER_ITEM_LINE && item->element != NULL;
          n_bars += item->kind == SDM_LETTER_ITEM_BAR;
        }
    }
  g_assert_cmpuint (n_bars, >, 60);
  g_assert_cmpuint (n_lines, ==, n_bars + 1);
}

/* In an easy letter each sentence begins a line; a short form ends none. */
static void
test_easy_lines (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autofree char *lines = sdm_letter_sentences_to_lines ("Call Dr. Rowe. **It is free.** “Do come!” She said so at 10.20am. e.g. on");

  g_assert_cmpstr (lines, ==, "Call Dr. Rowe.\n**It is free.**\n“Do come!”\nShe said so at 10.20am. e.g. on");
  sdm_letter_document_add_paragraph (document, "One. Two.");
  sdm_letter_document_begin_lines_with_sentences (document);
  g_clear_pointer (&lines, g_free);
  lines = sdm_letter_document_to_text (document);
  g_assert_true (g_str_has_prefix (lines, "One. Two.\n"));
}

/* The ground lies below all else, on every page, and is not read out. */
static void
test_yellow_ground (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *text = repeat_lines (90);

  sdm_letter_document_add_paragraph (document, text);
  sdm_letter_document_set_ground (document, SDM_LETTER_GROUND_YELLOW);
  pages = lay_out (document, 14);
  g_assert_cmpuint (pages->pages->len, >, 1);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      const SdmLetterItem *ground = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (pages->pages, p), 0);

      g_assert_cmpuint (ground->kind, ==, SDM_LETTER_ITEM_GROUND);
      g_assert_null (ground->element);
      g_assert_cmpfloat_with_epsilon (ground->w, pages->width, 0.01);
      g_assert_cmpfloat_with_epsilon (ground->h, pages->height, 0.01);
    }
}

static void
test_bold_and_last_word (void)
{
  g_autoptr (SdmLetterDocument) document = new_document ();
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autofree char *text = NULL;

  sdm_letter_document_add_paragraph (document, LINE " aa **b b**");
  pages = lay_out (document, 14);
  text = dup_page_text (pages, 0);
  g_assert_cmpstr (text, ==, LINE "\naa b b\n");
}

static gboolean
overlaps (const SdmLetterItem *a,
          const SdmLetterItem *b)
{
  return a->x < b->x + b->w - 0.1 && b->x < a->x + a->w - 0.1 && ABS (a->y - b->y) < 11.9;
}

/* Whatever the size: no two lines on top of each other, nothing outside the margins. */
static void
test_nothing_overlaps (gconstpointer data)
{
  g_autoptr (SdmLetterDocument) document = letter_example_new ();
  g_autoptr (SdmLetterPages) pages = NULL;

  add_picture (document, 6);
  pages = lay_out (document, GPOINTER_TO_UINT (data));
  for (guint p = 0; p < pages->pages->len; p++)
    {
      GPtrArray *page = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < page->len; i++)
        {
          const SdmLetterItem *item = g_ptr_array_index (page, i);

          if (item->kind != SDM_LETTER_ITEM_LINE)
            continue;
          g_assert_cmpfloat (item->x, >=, SDM_MM (22) - 0.1);
          g_assert_cmpfloat (item->x + item->w, <=, SDM_MM (188) + 0.1);
          g_assert_cmpfloat (item->y, <=, SDM_MM (285) + 0.1);
          for (guint k = 0; k < i; k++)
            {
              const SdmLetterItem *other = g_ptr_array_index (page, k);

              if (other->kind == SDM_LETTER_ITEM_LINE && overlaps (item, other))
                g_error ("page %u: “%s” stands on “%s”", p + 1, item->line->text, other->line->text);
            }
        }
    }
}

static void
add_for_editions (const char   *path,
                  GTestDataFunc function)
{
  static const guint editions[] = { 12, 14, 16, 18, 20, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autofree char *full = g_strdup_printf ("/letter/layout/%s/%u", path, editions[i]);

      g_test_add_data_func (full, GUINT_TO_POINTER (editions[i]), function);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/layout/heading-stays-with-text", test_heading_stays_with_text);
  for (guint n = 2; n <= 6; n++)
    {
      g_autofree char *path = g_strdup_printf ("/letter/layout/paragraph-ends/%u", n);

      g_test_add_data_func (path, GUINT_TO_POINTER (n), test_paragraph_ends);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/layout/list-ends/", lists[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_list_ends);
    }
  g_test_add_func ("/letter/layout/quote-is-whole", test_quote_is_whole);
  g_test_add_func ("/letter/layout/table-head-is-repeated", test_table_head_is_repeated);
  g_test_add_func ("/letter/layout/wide-fact-makes-a-list", test_wide_fact_makes_a_list);
  g_test_add_func ("/letter/layout/picture-moves-whole", test_picture_moves_whole);
  g_test_add_func ("/letter/layout/page-break-and-footer", test_page_break_and_footer);
  g_test_add_func ("/letter/layout/short-last-page-is-squeezed", test_short_last_page_is_squeezed);
  g_test_add_func ("/letter/layout/short-letter-before-enclosure", test_short_letter_before_enclosure);
  g_test_add_func ("/letter/layout/names-page-of-enclosure", test_names_page_of_enclosure);
  g_test_add_func ("/letter/layout/lead-in-beside-list", test_lead_in_beside_list);
  g_test_add_func ("/letter/layout/answers-stay-with-question", test_answers_stay_with_question);
  g_test_add_func ("/letter/layout/address-is-refused", test_address_is_refused);
  g_test_add_func ("/letter/layout/quote-longer-than-a-page", test_quote_longer_than_a_page);
  g_test_add_func ("/letter/layout/easy-lines", test_easy_lines);
  g_test_add_func ("/letter/layout/yellow-ground", test_yellow_ground);
  g_test_add_func ("/letter/layout/bold-and-last-word", test_bold_and_last_word);
  add_for_editions ("arrays-have-one-size", test_arrays_have_one_size);
  add_for_editions ("window-shows-the-address-only", test_window_shows_the_address_only);
  add_for_editions ("logo", test_logo);
  add_for_editions ("nothing-overlaps", test_nothing_overlaps);
  return g_test_run ();
}
