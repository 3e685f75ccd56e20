/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-window.h"

#include <stdlib.h>

#include "sdm-widgets.h"

/* An application that is on no bus, with all widgets known. */
AdwApplication *
bench_window_begin (void)
{
  AdwApplication *application;

  sdm_widgets_register_resource ();
  application = adw_application_new ("org.evenhand.Evenhand", G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    g_error ("The application cannot be registered");
  sdm_widgets_init ();

  return application;
}

/* A window on the aids of the source, with an empty store in the folder of its own, that is open. */
SdmWindow *
bench_window_new (AdwApplication       *application,
                  const BenchArguments *arguments)
{
  g_autofree char  *aids = g_build_filename (arguments->source, "decision-aids", NULL);
  const char *const folders[] = { aids, NULL };
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (folders);
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (arguments->folder);
  g_autoptr (GSettings) settings = g_settings_new ("org.evenhand.Evenhand");
  g_autoptr (SdmContext) context = sdm_context_new (clock, library, store, settings);
  SdmWindow *window = SDM_WINDOW (sdm_window_new (GTK_APPLICATION (application), context));

  gtk_window_present (GTK_WINDOW (window));
  while (!window->store_is_open)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

/* The finished example as it was before it was finished: everything is filled in, and can be changed. One that is
 * here already would be asked about, so each repetition has its own. */
static GFile *
write_draft (const BenchArguments *arguments,
             guint                 repetition)
{
  g_autoptr (GBytes) bytes = bench_load (arguments, "tests/data/consultations/statins-decided.json");
  json_t          *document = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  g_autofree char *path = g_build_filename (arguments->folder, "draft.json", NULL);

  json_object_set_new (document, "status", json_string ("in-progress"));
  json_object_set_new (document, "id", json_sprintf ("%.34s%02x", json_string_value (json_object_get (document, "id")), repetition & 0xff));
  if (json_dump_file (document, path, JSON_INDENT (1)) != 0)
    g_error ("%s cannot be written", path);
  json_decref (document);

  return g_file_new_for_path (path);
}

/* Opens a consultation in which everything is filled in and can be changed. */
void
bench_window_open_draft (SdmWindow            *window,
                         const BenchArguments *arguments,
                         guint                 repetition)
{
  g_autoptr (GFile) draft = write_draft (arguments, repetition);

  sdm_window_open_file (window, draft);
  while (window->session == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

void
bench_window_wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean       painted = FALSE;
  const gulong   id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* What @percent of 100 times do not exceed. */
double
bench_get_percentile (const double *times,
                      guint         n_times,
                      guint         percent)
{
  g_autofree double *sorted = g_memdup2 (times, n_times * sizeof *times);

  qsort (sorted, n_times, sizeof *sorted, compare_doubles);

  return sorted[n_times * percent / 100];
}
