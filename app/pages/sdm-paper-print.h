/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-letter-block.h"

G_BEGIN_DECLS

/**
 * SdmPaperPrintedFunc:
 * @printed: (nullable): the printer and the hash of the pages, as it is noted; %NULL where nothing was printed
 * @error: (nullable): what went wrong
 */
typedef void (*SdmPaperPrintedFunc) (const char   *printed,
                                     const GError *error,
                                     gpointer      user_data);

void sdm_paper_print (GtkWidget          *page,
                      SdmLetterDocument  *document,
                      guint               points,
                      const char         *whom,
                      const char         *job_name,
                      GtkPrintSettings   *settings,
                      SdmPaperPrintedFunc printed,
                      gpointer            user_data);

G_END_DECLS
