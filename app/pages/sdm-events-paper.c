/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-events-paper.h"

#include <glib/gi18n.h>

#include "sdm-event-words.h"
#include "sdm-words.h"

static void
take_paragraph (SdmLetterDocument *document,
                char              *text)
{
  sdm_letter_document_add_paragraph (document, text);
  g_free (text);
}

/* Names and reasons come from outside: they keep their asterisks. */
static char *
dup_item (const SdmRecordEvent *event,
          GHashTable           *talks)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, event->seq);
  g_autofree char *when = sdm_event_words_dup_when (event);
  g_autofree char *who = sdm_event_words_dup_who (event);
  g_autofree char *what = sdm_event_words_dup_what (event, talks);
  g_autofree char *where = sdm_event_words_dup_where (event);
  g_autofree char *escaped_who = sdm_letter_escape (who);
  g_autofree char *escaped_what = sdm_letter_escape (what);
  g_autofree char *escaped_where = sdm_letter_escape (where);

  /* Translators: a line of the printed list of who saw and changed what: its number, when it was, who, what and where:
   * "**17 · 24 November 2026, 10:42:05 · Dr Amina Rowe (GP)** Read the finished talk · Computer RECEPTION-2". Keep the asterisks. */
  return g_strdup_printf (_ ("**%1$s · %2$s · %3$s** %4$s · %5$s"), number, when, escaped_who, escaped_what, escaped_where);
}

/* Eight letters by which the pages are known again. */
static char *
dup_reference (GPtrArray  *events,
               const char *about,
               const char *made)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) about, -1);
  g_checksum_update (sum, (const guchar *) made, -1);
  for (guint i = 0; i < events->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i);
      g_autofree char      *number = g_strdup_printf ("%" G_GINT64_FORMAT, event->seq);

      g_checksum_update (sum, (const guchar *) number, -1);
    }

  return g_strndup (g_checksum_get_string (sum), 8);
}

/**
 * sdm_events_paper_new:
 * @events: (element-type SdmRecordEvent): oldest first
 * @talks: (nullable): when the talks were begun, by their ids
 * @about: whose they are
 * @made: when the list was made, and by whom
 *
 * Returns: (transfer full): the list, the newest first, as a paper to be laid out
 */
SdmLetterDocument *
sdm_events_paper_new (GPtrArray  *events,
                      GHashTable *talks,
                      const char *about,
                      const char *made)
{
  g_autofree char   *language = sdm_words_dup_window_language ();
  SdmLetterDocument *document = sdm_letter_document_new (_ ("Who saw and changed what"), language);
  g_autofree char   *whose = sdm_letter_escape (about);
  g_autofree char   *reference = dup_reference (events, about, made);
  SdmLetterBlock    *list;

  sdm_letter_document_set_paper (document, SDM_LETTER_PAPER_SHEET);
  sdm_letter_document_set_running_head (document, whose);
  sdm_letter_document_set_reference (document, reference);
  sdm_letter_document_add_heading (document, 1, _ ("Who saw and changed what"));
  sdm_letter_document_add_paragraph (document, whose);
  take_paragraph (document, sdm_letter_escape (made));
  list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
  for (guint i = events->len; i > 0; i--)
    {
      g_autofree char *item = dup_item (g_ptr_array_index (events, i - 1), talks);

      sdm_letter_list_add_item (list, item);
    }

  return document;
}
