/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-gp-copy.h"

#include <glib/gi18n.h>

#include "sdm-clipboard.h"
#include "sdm-gp-text.h"
#include "sdm-record-use.h"

/* The summary for the GP record, by way of the clipboard, where it does not stay. */

/**
 * sdm_gp_copy:
 * @widget: on a screen
 * @store: where @consultation is kept, which notes that it was copied
 * @seconds: after which it is taken off the clipboard, unless something else was copied
 *
 * Puts the summary of @consultation for the GP record on the clipboard.
 *
 * Returns: (transfer full): what was copied and how long it is, to be said
 */
char *
sdm_gp_copy (GtkWidget       *widget,
             SdmConsultation *consultation,
             SdmRecordStore  *store,
             guint            seconds)
{
  g_autofree char *text = sdm_gp_text_new (consultation);
  const guint      length = (guint) g_utf8_strlen (text, -1);
  g_autofree char *noted = g_strdup_printf ("%u", length);

  sdm_clipboard_lend (gtk_widget_get_clipboard (widget), text, seconds);
  sdm_record_store_note_use_async (store, sdm_consultation_get_id (consultation), SDM_RECORD_USE_COPY, noted, NULL, NULL, NULL);

  return g_strdup_printf (ngettext ("Copied: the summary for the GP record, %u character. Paste it now: it leaves the clipboard in a minute.",
                                    "Copied: the summary for the GP record, %u characters. Paste it now: it leaves the clipboard in a minute.", length),
                          length);
}
