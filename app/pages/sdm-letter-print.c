/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-print.h"

#include <glib/gi18n.h>

/* Prints the pages of a letter as they are: each page of the file fills a page of A4 paper. */

typedef struct
{
  SdmPaperSource      *source;
  SdmLetterPrintedFunc printed;
  gpointer             user_data;
} Job;

static void
free_job (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  sdm_paper_source_unref (job->source);
  g_free (job);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              gpointer           user_data)
{
  Job   *job = user_data;
  double width = 0;
  double height = 0;

  sdm_paper_source_get_size (job->source, (guint) number, &width, &height);
  cairo_scale (gtk_print_context_get_cairo_context (context),
               gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  sdm_paper_source_draw_for_printing (job->source, (guint) number, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         gpointer                user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  const char *printer = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

      printer = settings != NULL ? gtk_print_settings_get_printer (settings) : NULL;
      if (printer == NULL)
        printer = _ ("printer");
    }
  job->printed (printer, error, job->user_data);
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);

  return setup;
}

/**
 * sdm_letter_print:
 * @source: the letter that is on screen
 * @job_name: what the printer calls it; it must not say who it is about
 * @window: (nullable): where the dialog belongs
 * @printed: called once, when all is sent, given up or failed
 *
 * Asks for a printer and prints.
 */
void
sdm_letter_print (SdmPaperSource      *source,
                  const char          *job_name,
                  GtkWindow           *window,
                  SdmLetterPrintedFunc printed,
                  gpointer             user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Job *job = g_new0 (Job, 1);

  job->source = sdm_paper_source_ref (source);
  job->printed = printed;
  job->user_data = user_data;
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_n_pages (operation, (int) sdm_paper_source_get_n_pages (source));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, free_job, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
