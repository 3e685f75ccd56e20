/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench"

#include "kept-names.h"

#include "bench-support.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sdm-paper-source.h"
#include "sdm-widgets.h"
#include "sdm-window-private.h"

/*
 * Turning the pages of a filled consultation, from the key to the painted frame, against a GtkStack
 * that shows the same words in plain labels. Each consultation is gone through from the first page
 * to the last, back, and to the last again: the pages of both are made when they are first shown.
 * Something is said before each lap, so that the pages have something new to show.
 * G_MESSAGES_DEBUG=all tells each turn.
 */

#define N_FIRST (SDM_N_STEPS - 1)
#define N_TURNS (3 * N_FIRST)

typedef struct
{
  SdmWindow *window;
  GtkWidget *plain; /* the window of the reference */
  GtkWidget *stack;
} Bench;

/* Milliseconds that this thread worked. Pages are turned by it alone, and so the other things that
 * the computer does at the same time, and the wait for the next frame, are left out. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* Waiting */

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean       painted = FALSE;
  const gulong   id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

/* What is left to do after a turn is not part of the next one. */
static void
settle (Bench *bench)
{
  wait_for_frame (GTK_WIDGET (bench->window));
  wait_for_frame (bench->plain);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Ours */

static double
turn_page (Bench  *bench,
           SdmStep step)
{
  const double start = get_work ();

  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.step", "i", (int) step);
  wait_for_frame (GTK_WIDGET (bench->window));

  return get_work () - start;
}

/* The reference */

static void
collect_words (GtkWidget *widget,
               GPtrArray *words)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (words, g_strdup (gtk_label_get_label (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static GtkWidget *
make_plain_page (GPtrArray *words)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < words->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (words, i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static double
turn_plain_page (Bench  *bench,
                 SdmStep step)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *name = sdm_step_get_id (step);
  double      start;

  collect_words (GTK_WIDGET (bench->window->pages[step]), words);
  start = get_work ();
  if (gtk_stack_get_child_by_name (GTK_STACK (bench->stack), name) == NULL)
    gtk_stack_add_named (GTK_STACK (bench->stack), make_plain_page (words), name);
  gtk_stack_set_visible_child_name (GTK_STACK (bench->stack), name);
  wait_for_frame (bench->plain);

  return get_work () - start;
}

/* A consultation */

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

static void
open_draft (Bench *bench,
            GFile *draft)
{
  sdm_window_open_file (bench->window, draft);
  while (bench->window->session == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench->stack = gtk_stack_new ();
  gtk_window_set_child (GTK_WINDOW (bench->plain), bench->stack);
  settle (bench);
}

/* Set-up */

static void
set_up (Bench                *bench,
        AdwApplication       *application,
        const BenchArguments *arguments)
{
  g_autofree char  *aids = g_build_filename (arguments->source, "decision-aids", NULL);
  const char *const folders[] = { aids, NULL };
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (folders);
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (arguments->folder);
  g_autoptr (GSettings) settings = g_settings_new ("org.evenhand.Evenhand");
  g_autoptr (SdmContext) context = sdm_context_new (clock, library, store, settings);

  bench->window = SDM_WINDOW (sdm_window_new (GTK_APPLICATION (application), context));
  bench->plain = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->plain), 1366, 768);
  gtk_window_present (GTK_WINDOW (bench->plain));
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!bench->window->store_is_open)
    g_main_context_iteration (NULL, TRUE);
}

/* Measuring */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* What @percent of 100 turns do not exceed. */
static double
get_percentile (const double *times,
                guint         n_times,
                guint         percent)
{
  double sorted[N_TURNS];

  memcpy (sorted, times, n_times * sizeof *times);
  qsort (sorted, n_times, sizeof *sorted, compare_doubles);

  return sorted[n_times * percent / 100];
}

/* The first lap shows each page for the first time; the others come back to it. */
static void
print_turns (const double ours[N_TURNS],
             const double reference[N_TURNS])
{
  const guint n_again = N_TURNS - N_FIRST;

  bench_print ("page-turn", get_percentile (ours, N_TURNS, 95), get_percentile (reference, N_TURNS, 95));
  bench_print ("page-first-half", get_percentile (ours, N_FIRST, 50), get_percentile (reference, N_FIRST, 50));
  bench_print ("page-first-most", get_percentile (ours, N_FIRST, 95), get_percentile (reference, N_FIRST, 95));
  bench_print ("page-again-half", get_percentile (ours + N_FIRST, n_again, 50), get_percentile (reference + N_FIRST, n_again, 50));
  bench_print ("page-again-most", get_percentile (ours + N_FIRST, n_again, 95), get_percentile (reference + N_FIRST, n_again, 95));
}

/* The order of what matters changes the tables of two other pages. */
static void
say_something (Bench *bench)
{
  SdmConsultation *consultation = sdm_session_get_consultation (bench->window->session);
  json_t          *ranked = json_deep_copy (sdm_consultation_peek (consultation, "matters/ranked"));
  json_t          *first = json_deep_copy (json_array_get (ranked, 0));

  json_array_remove (ranked, 0);
  json_array_append_new (ranked, first);
  if (!sdm_consultation_take_value (consultation, "matters/ranked", ranked, NULL))
    g_error ("Nothing can be said");
}

static void
measure (Bench *bench)
{
  double ours[N_TURNS];
  double reference[N_TURNS];

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      const guint   lap = turn / N_FIRST;
      const guint   way = turn % N_FIRST + 1;
      const SdmStep step = lap == 1 ? SDM_N_STEPS - 1 - way : way;

      if (turn % N_FIRST == 0)
        say_something (bench);
      ours[turn] = turn_page (bench, step);
      reference[turn] = turn_plain_page (bench, step);
      g_debug ("%s, lap %u: %.1f ms, plain %.1f ms", sdm_step_get_id (step), lap, ours[turn], reference[turn]);
      settle (bench);
    }
  print_turns (ours, reference);
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { NULL };

  sdm_widgets_register_resource ();
  application = adw_application_new ("org.evenhand.Evenhand", G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    g_error ("The application cannot be registered");
  sdm_widgets_init ();
  set_up (&bench, application, &arguments);

  for (guint i = 0; i < arguments.repetitions; i++)
    {
      g_autoptr (GFile) draft = write_draft (&arguments, i);

      open_draft (&bench, draft);
      measure (&bench);
      gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.home", NULL);
      settle (&bench);
    }

  sdm_paper_source_stop ();

  return 0;
}
