/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words about a patient on the clipboard, where every program can read them. */

#define SDM_CLIPBOARD_SECONDS 60

GdkContentProvider *sdm_clipboard_lend (GdkClipboard *clipboard,
                                        const char   *text,
                                        guint         seconds);
void                sdm_clipboard_take_back (GdkClipboard       *clipboard,
                                             GdkContentProvider *lent);

G_END_DECLS
