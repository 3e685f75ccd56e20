/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter.h"

#include "sdm-letter-layout.h"
#include "sdm-pango-measurer.h"
#include "sdm-pdf-writer.h"
#include "sdm-words.h"
#include "sdm-letter-block-private.h"

G_DEFINE_QUARK (sdm_letter_error, sdm_letter_error)

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
  g_autoptr (SdmPangoMeasurer) measurer = NULL;
  g_autoptr (SdmLetterPages) pages = NULL;
  g_autoptr (SdmWords) words = NULL;
  SdmLetterMeasurer interface = { NULL };

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (edition >= 12 && edition <= 24, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

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
  return sdm_pdf_write (document, pages, error);
}
