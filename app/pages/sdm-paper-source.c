/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-paper-source.h"

#include <glib/gi18n.h>

#include "sdm-poppler.h"

struct _SdmPaperSource
{
  const SdmPoppler *poppler;
  PopplerDocument  *document; /* owned */
  guint             n_pages;
};

/* Two documents on two threads still share fonts and settings of the library, and it takes these
 * down when main() returns, whoever reads. */
static GMutex   reading;
static gboolean stopped;

/* Documents that were let go of while another one was read: nobody waits for that, least of all the main
 * thread. Whoever reads next lets go of them; once stopped, nobody does. */
static GMutex  leaving;
static GSList *left_behind;

static void
let_go_of_others (void)
{
  GSList *others;

  g_mutex_lock (&leaving);
  others = g_steal_pointer (&left_behind);
  g_mutex_unlock (&leaving);
  g_slist_free_full (others, g_object_unref);
}

static void
clear_source (gpointer data)
{
  SdmPaperSource *self = data;

  g_mutex_lock (&leaving);
  left_behind = g_slist_prepend (left_behind, g_steal_pointer (&self->document));
  g_mutex_unlock (&leaving);
  if (!g_mutex_trylock (&reading))
    return;
  if (!stopped)
    let_go_of_others ();
  g_mutex_unlock (&reading);
}

/* The page is let go of before the next reader comes. %NULL once reading was stopped. */
static PopplerPage *
begin_page (SdmPaperSource *self,
            guint           page)
{
  g_mutex_lock (&reading);

  return stopped ? NULL : self->poppler->document_get_page (self->document, (int) page);
}

static void
end_page (PopplerPage *page)
{
  g_clear_object (&page);
  if (!stopped)
    let_go_of_others ();
  g_mutex_unlock (&reading);
}

/* Public API */

/**
 * sdm_paper_source_new:
 * @pdf: a letter
 *
 * Opens a letter to be looked at, on any thread but the main one.
 *
 * Returns: (transfer full): the letter, or %NULL with @error set
 */
SdmPaperSource *
sdm_paper_source_new (GBytes  *pdf,
                      GError **error)
{
  const SdmPoppler *poppler = sdm_poppler_load (error);
  PopplerDocument  *document = NULL;
  SdmPaperSource   *self;
  int               n_pages;

  if (poppler == NULL)
    return NULL;
  g_mutex_lock (&reading);
  if (stopped)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("showing the letter: Evenhand is closing"));
  else
    document = poppler->document_new_from_bytes (pdf, NULL, error);
  n_pages = document != NULL ? poppler->document_get_n_pages (document) : 0;
  g_mutex_unlock (&reading);
  if (document == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (SdmPaperSource);
  self->poppler = poppler;
  self->document = document;
  self->n_pages = (guint) n_pages;

  return self;
}

SdmPaperSource *
sdm_paper_source_ref (SdmPaperSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sdm_paper_source_unref (SdmPaperSource *self)
{
  g_atomic_rc_box_release_full (self, clear_source);
}

guint
sdm_paper_source_get_n_pages (SdmPaperSource *self)
{
  return self->n_pages;
}

/**
 * sdm_paper_source_get_size:
 * @page: from 0
 * @width: (out): of the paper, in points
 * @height: (out): of the paper, in points
 */
void
sdm_paper_source_get_size (SdmPaperSource *self,
                           guint           page,
                           double         *width,
                           double         *height)
{
  PopplerPage *found = begin_page (self, page);

  *width = *height = 1;
  if (found != NULL)
    self->poppler->page_get_size (found, width, height);
  end_page (found);
}

/**
 * sdm_paper_source_draw:
 *
 * Draws a page for the screen, one unit to a point; on any thread but the main one.
 */
void
sdm_paper_source_draw (SdmPaperSource *self,
                       guint           page,
                       cairo_t        *cr)
{
  PopplerPage *found = begin_page (self, page);

  if (found != NULL)
    self->poppler->page_render (found, cr);
  end_page (found);
}

/**
 * sdm_paper_source_draw_for_printing:
 *
 * Draws a page on what goes to a printer, one unit to a point.
 */
void
sdm_paper_source_draw_for_printing (SdmPaperSource *self,
                                    guint           page,
                                    cairo_t        *cr)
{
  PopplerPage *found = begin_page (self, page);

  if (found != NULL)
    self->poppler->page_render_for_printing (found, cr);
  end_page (found);
}

/**
 * sdm_paper_source_stop:
 *
 * Waits for the page that is being read, and lets none be read after it. To be called before
 * main() returns: threads may still be reading then, and what they read with goes first.
 */
void
sdm_paper_source_stop (void)
{
  g_mutex_lock (&reading);
  stopped = TRUE;
  g_mutex_unlock (&reading);
}
