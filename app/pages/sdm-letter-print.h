/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-paper-source.h"

G_BEGIN_DECLS

/**
 * SdmLetterPrintedFunc:
 * @printer: (nullable): the name of the printer; %NULL where the person chose not to print
 * @error: (nullable): what went wrong
 */
typedef void (*SdmLetterPrintedFunc) (const char   *printer,
                                      const GError *error,
                                      gpointer      user_data);

void sdm_letter_print (SdmPaperSource      *paper,
                       SdmPaperSource      *copy,
                       const char          *whom,
                       const char          *job_name,
                       GtkWindow           *window,
                       SdmLetterPrintedFunc printed,
                       gpointer             user_data);

void sdm_letter_print_on (SdmPaperSource      *paper,
                          SdmPaperSource      *copy,
                          const char          *whom,
                          const char          *job_name,
                          GtkPrintSettings    *settings,
                          GtkWindow           *window,
                          SdmLetterPrintedFunc printed,
                          gpointer             user_data);

G_END_DECLS
