/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-paper-print.h"

#include "sdm-letter-print.h"
#include "sdm-letter.h"

/* Papers that are not on screen, such as the list of who saw what: made on a thread, and then printed as a letter is. */

typedef struct
{
  SdmLetterDocument  *document; /* owned */
  guint               points;
  char               *whom;     /* owned */
  char               *job_name; /* owned */
  GtkPrintSettings   *settings; /* owned, nullable: whoever prints chooses */
  GtkWidget          *page;     /* owned: it may have left its window */
  char               *sha256;   /* owned, nullable: until it is made */
  SdmPaperPrintedFunc printed;
  gpointer            user_data;
} Job;

static void
finish (Job          *job,
        const char   *printer,
        const GError *error)
{
  g_autofree char *printed = printer != NULL ? g_strdup_printf ("%s, SHA-256 %s", printer, job->sha256) : NULL;

  job->printed (printed, error, job->user_data);
  sdm_letter_document_free (job->document);
  g_object_unref (job->page);
  g_clear_object (&job->settings);
  g_free (job->whom);
  g_free (job->job_name);
  g_free (job->sha256);
  g_free (job);
}

static void
printed_cb (const char   *printer,
            const GError *error,
            gpointer      user_data)
{
  finish (user_data, printer, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmPaperSource) paper = g_task_propagate_pointer (G_TASK (result), &error);
  GtkRoot *root = gtk_widget_get_root (job->page);

  /* A page that left its window was locked away, or was left: nothing asks about it any more. */
  if (paper == NULL || root == NULL)
    finish (job, NULL, error);
  else if (job->settings != NULL)
    sdm_letter_print_on (paper, NULL, job->whom, job->job_name, job->settings, GTK_WINDOW (root), printed_cb, job);
  else
    sdm_letter_print (paper, NULL, job->whom, job->job_name, GTK_WINDOW (root), printed_cb, job);
}

static void
make (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) pdf = sdm_letter_render_pdf (job->document, job->points, NULL, &error);
  SdmPaperSource *paper = pdf != NULL ? sdm_paper_source_new (pdf, &error) : NULL;

  if (paper == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_task_return_pointer (task, paper, (GDestroyNotify) sdm_paper_source_unref);
}

/**
 * sdm_paper_print:
 * @page: in a window, to which the dialogs belong; once it is in none, nothing is asked or printed
 * @document: (transfer full): what is printed
 * @points: size of the type
 * @whom: whom it is about, by two things that tell people apart
 * @job_name: what the printer calls it; it must not say who it is about
 * @settings: (nullable): the printer, where it is chosen already
 * @printed: called once, when all is sent, given up or failed
 *
 * Makes the pages, asks for a printer, names whom they are about, the printer and the pages, and prints once that is
 * confirmed.
 */
void
sdm_paper_print (GtkWidget          *page,
                 SdmLetterDocument  *document,
                 guint               points,
                 const char         *whom,
                 const char         *job_name,
                 GtkPrintSettings   *settings,
                 SdmPaperPrintedFunc printed,
                 gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (page);
  job->document = document;
  job->points = points;
  job->whom = g_strdup (whom);
  job->job_name = g_strdup (job_name);
  job->settings = settings != NULL ? g_object_ref (settings) : NULL;
  job->printed = printed;
  job->user_data = user_data;
  task = g_task_new (NULL, NULL, made_cb, job);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, make);
}
