/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-print.h"

#include <glib/gi18n.h>

#include "sdm-letter-ask.h"

/*
 * Prints the pages of a paper as they are: each page of the file fills a page of paper. First the printer is chosen,
 * then one question names whom the paper is about, the printer and the pages, and only then something is sent.
 * Nothing is written into a file on the way: GTK's own preview, which would be one, shows nothing that is not on
 * screen already, and is not used.
 */

typedef struct
{
  SdmPaperSource      *paper;    /* owned */
  SdmPaperSource      *copy;     /* owned, nullable: in the clinician's language */
  char                *whom;     /* owned, nullable */
  char                *job_name; /* owned */
  GtkWindow           *window;   /* nullable; a weak pointer */
  GtkPrintSettings    *settings; /* owned, nullable: until a printer is chosen */
  GtkPageSetup        *setup;    /* owned */
  gboolean             looks;    /* somebody asked for a preview */
  SdmLetterPrintedFunc printed;
  gpointer             user_data;
} Job;

static void
finish (Job          *job,
        const char   *printer,
        const GError *error)
{
  job->printed (printer, error, job->user_data);
  sdm_paper_source_unref (job->paper);
  g_clear_pointer (&job->copy, sdm_paper_source_unref);
  g_clear_weak_pointer (&job->window);
  g_clear_object (&job->settings);
  g_object_unref (job->setup);
  g_free (job->whom);
  g_free (job->job_name);
  g_free (job);
}

/* The pages: those of the paper, and of the clinician's copy. Where both sides are printed on, the copy begins a
 * sheet of its own. */

static gboolean
has_empty_page (Job              *job,
                GtkPrintSettings *settings)
{
  return job->copy != NULL && sdm_paper_source_get_n_pages (job->paper) % 2 == 1 && settings != NULL &&
         gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX;
}

static guint
count_pages (Job              *job,
             GtkPrintSettings *settings)
{
  const guint n_copied = job->copy != NULL ? sdm_paper_source_get_n_pages (job->copy) : 0;

  return sdm_paper_source_get_n_pages (job->paper) + has_empty_page (job, settings) + n_copied;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              Job               *job)
{
  SdmPaperSource *source = job->paper;
  const guint     n_pages = sdm_paper_source_get_n_pages (source);
  cairo_t        *cr = gtk_print_context_get_cairo_context (context);
  guint           page = (guint) number;
  double          width = 0;
  double          height = 0;

  if (page >= n_pages)
    {
      page -= n_pages;
      if (has_empty_page (job, job->settings) && page-- == 0)
        return;
      source = job->copy;
    }
  sdm_paper_source_get_size (source, page, &width, &height);
  cairo_scale (cr, gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  sdm_paper_source_draw_for_printing (source, page, cr);
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

static GtkPrintOperation *
new_operation (Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, job->job_name);
  gtk_print_operation_set_n_pages (operation, (int) count_pages (job, job->settings));
  gtk_print_operation_set_default_page_setup (operation, job->setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);

  return operation;
}

static const char *
get_printer (Job *job)
{
  const char *printer = gtk_print_settings_get_printer (job->settings);

  return printer != NULL ? printer : _ ("printer");
}

/* A “printer” that writes files; GTK only finds it again for its own dialog. NULL for one that prints. */
static char *
dup_file (Job *job)
{
  const char *uri = gtk_print_settings_get (job->settings, GTK_PRINT_SETTINGS_OUTPUT_URI);

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

/* Sending */

static void
sent_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         Job                    *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    /* Translators: %s is the name of a printer */
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The printer “%s” cannot be reached. Nothing was printed."), get_printer (job));
  finish (job, result == GTK_PRINT_OPERATION_RESULT_APPLY ? get_printer (job) : NULL, error);
}

static void
answered_cb (SdmLetterAnswer answer,
             gpointer        data)
{
  Job *job = data;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *file = dup_file (job);

  if (answer != SDM_LETTER_ANSWER_GO)
    {
      finish (job, NULL, NULL);
      return;
    }
  operation = new_operation (job);
  gtk_print_operation_set_print_settings (operation, job->settings);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (sent_cb), job);
  if (file != NULL)
    gtk_print_operation_set_export_filename (operation, file);
  gtk_print_operation_run (operation, file != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT, job->window, NULL);
}

/* Asking */

/* How many of the pages were chosen. */
static guint
count_chosen (Job *job)
{
  const guint              n_pages = count_pages (job, job->settings);
  int                      n_ranges = 0;
  g_autofree GtkPageRange *ranges = NULL;
  g_autofree char         *file = dup_file (job);
  guint                    n = 0;

  if (file != NULL || gtk_print_settings_get_print_pages (job->settings) != GTK_PRINT_PAGES_RANGES)
    return n_pages;
  ranges = gtk_print_settings_get_page_ranges (job->settings, &n_ranges);
  for (guint page = 0; page < n_pages; page++)
    for (int i = 0; i < n_ranges; i++)
      if ((int) page >= ranges[i].start && (int) page <= ranges[i].end)
        {
          n++;
          break;
        }

  return n;
}

static char *
dup_body (Job *job)
{
  const guint n = count_chosen (job);
  const guint copies = (guint) MAX (1, gtk_print_settings_get_n_copies (job->settings));
  const char *printer = get_printer (job);

  if (copies > 1)
    /* Translators: the first is how many pages, the second how often, the third the name of a printer */
    return g_strdup_printf (ngettext ("%1$u page, %2$u times, on the printer “%3$s”.", "%1$u pages, %2$u times, on the printer “%3$s”.", n), n, copies, printer);
  if (job->copy != NULL && n == count_pages (job, job->settings))
    /* Translators: a letter in another language: how many pages of it there are, how many of the copy for the clinician, and the name of a printer */
    return g_strdup_printf (_ ("Pages of the paper: %1$u. Pages of your own copy: %2$u. On the printer “%3$s”."), sdm_paper_source_get_n_pages (job->paper), sdm_paper_source_get_n_pages (job->copy), printer);

  /* Translators: how many pages, and the name of a printer */
  return g_strdup_printf (ngettext ("%1$u page, on the printer “%2$s”.", "%1$u pages, on the printer “%2$s”.", n), n, printer);
}

static void
ask (Job *job)
{
  /* Translators: %s is whom a paper is about: "Mr Arthur James Pell, born 14 March 1943" */
  g_autofree char *heading = job->whom != NULL ? g_strdup_printf (_ ("Print this for %s?"), job->whom) : g_strdup (_ ("Print this?"));
  g_autofree char *body = dup_body (job);

  sdm_letter_ask (job->window, heading, body, NULL, _ ("Print"), answered_cb, job);
}

/* Choosing */

static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            Job                      *job)
{
  job->looks = TRUE;
  gtk_print_operation_preview_end_preview (preview);

  return TRUE;
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Job               *job)
{
  if (!job->looks)
    g_set_object (&job->settings, gtk_print_operation_get_print_settings (operation));
  gtk_print_operation_cancel (operation);
}

static void
chosen_cb (GtkPrintOperation      *operation,
           GtkPrintOperationResult result,
           Job                    *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL || job->settings == NULL)
    {
      finish (job, NULL, error);
      return;
    }
  ask (job);
}

static Job *
new_job (SdmPaperSource      *paper,
         SdmPaperSource      *copy,
         const char          *whom,
         const char          *job_name,
         GtkWindow           *window,
         SdmLetterPrintedFunc printed,
         gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  job->paper = sdm_paper_source_ref (paper);
  job->copy = copy != NULL ? sdm_paper_source_ref (copy) : NULL;
  job->whom = g_strdup (whom);
  job->job_name = g_strdup (job_name);
  g_set_weak_pointer (&job->window, window);
  job->setup = new_page_setup ();
  job->printed = printed;
  job->user_data = user_data;

  return job;
}

/**
 * sdm_letter_print:
 * @paper: what is on screen
 * @copy: (nullable): the same paper as the record has it, where it is in another language
 * @whom: (nullable): whom it is about, by two things that tell people apart
 * @job_name: what the printer calls it; it must not say who it is about
 * @window: (nullable): where the dialogs belong
 * @printed: called once, when all is sent, given up or failed
 *
 * Asks for a printer, and then as sdm_letter_print_on().
 */
void
sdm_letter_print (SdmPaperSource      *paper,
                  SdmPaperSource      *copy,
                  const char          *whom,
                  const char          *job_name,
                  GtkWindow           *window,
                  SdmLetterPrintedFunc printed,
                  gpointer             user_data)
{
  Job *job = new_job (paper, copy, whom, job_name, window, printed, user_data);
  g_autoptr (GtkPrintOperation) operation = new_operation (job);

  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (chosen_cb), job);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

/**
 * sdm_letter_print_on:
 * @settings: the printer that was chosen, and how it prints
 *
 * Names whom the paper is about, the printer and the pages, and prints once that is confirmed.
 */
void
sdm_letter_print_on (SdmPaperSource      *paper,
                     SdmPaperSource      *copy,
                     const char          *whom,
                     const char          *job_name,
                     GtkPrintSettings    *settings,
                     GtkWindow           *window,
                     SdmLetterPrintedFunc printed,
                     gpointer             user_data)
{
  Job *job = new_job (paper, copy, whom, job_name, window, printed, user_data);

  job->settings = g_object_ref (settings);
  ask (job);
}
