/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter.h"

#include "sdm-letter-layout.h"
#include "sdm-pango-measurer.h"
#include "sdm-pdf-writer.h"
#include "sdm-words.h"
#include "sdm-letter-block-private.h"

G_DEFINE_QUARK (sdm_letter_error, sdm_letter_error)

/* The words of a page in the order in which they are drawn, a block a line, and pictures as they are told to who does not
 * see them. Heads and feet of the page say nothing of their own. */
static char *
dup_page_text (GPtrArray *page)
{
  GString                *text = g_string_new (NULL);
  const SdmLetterElement *last = NULL;

  for (guint i = 0; i < page->len; i++)
    {
      const SdmLetterItem *item = g_ptr_array_index (page, i);
      const char          *words = item->line != NULL ? item->line->text : NULL;

      if (words == NULL && item->element != NULL && item->element != last)
        words = item->element->alt;
      if (item->element == NULL || words == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, item->element == last ? ' ' : '\n');
      g_string_append (text, words);
      last = item->element;
    }
  /* What holds a date or a name together on paper would be in the way of who looks for it. */
  g_string_replace (text, "\u00a0", " ", 0);
  g_string_replace (text, "\u202f", " ", 0);
  g_string_replace (text, "\u2060", "", 0);

  return g_string_free (text, FALSE);
}

static char **
list_page_texts (const SdmLetterPages *pages)
{
  char **texts = g_new0 (char *, pages->pages->len + 1);

  for (guint i = 0; i < pages->pages->len; i++)
    texts[i] = dup_page_text (g_ptr_array_index (pages->pages, i));

  return texts;
}

static GBytes *
render (SdmLetterDocument *document,
        guint              edition,
        guint             *n_pages,
        char            ***texts,
        GError           **error)
{
  g_autoptr (SdmPangoMeasurer) measurer = NULL;
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autoptr (SdmWords) words = NULL;
  SdmLetterMeasurer interface = { NULL };

  words = sdm_words_begin (document->language);
  measurer = sdm_pango_measurer_new (error);
  if (measurer == NULL)
    return NULL;
  interface = sdm_pango_measurer_get_interface (measurer);
  pages = sdm_letter_layout (document, edition, &interface, error);
  if (pages == NULL)
    return NULL;
  if (n_pages != NULL)
    *n_pages = pages->pages->len;
  if (texts != NULL)
    *texts = list_page_texts (pages);

  return sdm_pdf_write (document, pages, error);
}

/**
 * sdm_letter_render_pdf:
 * @document: the letter
 * @edition: body size in points, 12 to 24
 * @n_pages: (out) (optional): how many pages it has
 *
 * Lays the letter out and writes it as a tagged PDF. Needs no display. The same
 * letter gives the same bytes in every locale: the words of the program itself
 * ("Page 1 of 6") are in the language of the letter.
 *
 * Fails where no font fits, a character cannot be printed, the address does not
 * show in the window, or a part is higher than a page.
 *
 * Returns: (transfer full): the file, or NULL with @error set
 */
GBytes *
sdm_letter_render_pdf (SdmLetterDocument *document,
                       guint              edition,
                       guint             *n_pages,
                       GError           **error)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (edition >= 12 && edition <= 24, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return render (document, edition, n_pages, NULL, error);
}

/**
 * sdm_letter_render_pages:
 * @texts: (out): the words of each page
 *
 * As sdm_letter_render_pdf(), for who shows the pages.
 *
 * Returns: (transfer full): the file, or NULL with @error set
 */
GBytes *
sdm_letter_render_pages (SdmLetterDocument *document,
                         guint              edition,
                         char            ***texts,
                         GError           **error)
{
  GBytes *bytes;
  char  **found = NULL;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (edition >= 12 && edition <= 24, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = render (document, edition, NULL, &found, error);
  if (bytes != NULL)
    *texts = found;
  else
    g_strfreev (found);

  return bytes;
}
