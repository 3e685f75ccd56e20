/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-clipboard.h"

typedef struct
{
  GdkClipboard       *clipboard;
  GdkContentProvider *lent;
} Loan;

static void
free_loan (gpointer data)
{
  Loan *loan = data;

  g_object_unref (loan->clipboard);
  g_object_unref (loan->lent);
  g_free (loan);
}

static gboolean
take_back_cb (gpointer data)
{
  Loan *loan = data;

  sdm_clipboard_take_back (loan->clipboard, loan->lent);

  return G_SOURCE_REMOVE;
}

/**
 * sdm_clipboard_lend:
 * @seconds: after which it is taken off the clipboard, unless something else was copied
 *
 * Puts @text on the clipboard.
 *
 * Returns: (transfer none): what was put there
 */
GdkContentProvider *
sdm_clipboard_lend (GdkClipboard *clipboard,
                    const char   *text,
                    guint         seconds)
{
  Loan *loan = g_new0 (Loan, 1);

  loan->clipboard = g_object_ref (clipboard);
  loan->lent = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  gdk_clipboard_set_content (clipboard, loan->lent);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, seconds, take_back_cb, loan, free_loan);

  return loan->lent;
}

/**
 * sdm_clipboard_take_back:
 * @lent: what sdm_clipboard_lend() put there
 *
 * Clears the clipboard, unless somebody has copied something else since.
 */
void
sdm_clipboard_take_back (GdkClipboard       *clipboard,
                         GdkContentProvider *lent)
{
  if (gdk_clipboard_get_content (clipboard) == lent)
    gdk_clipboard_set_content (clipboard, NULL);
}
