/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench"

#include "kept-names.h"

#include "bench-window.h"

#include <time.h>

#include "sdm-paper-source.h"

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

/* What is left to do after a turn is not part of the next one. */
static void
settle (Bench *bench)
{
  bench_window_wait_for_frame (GTK_WIDGET (bench->window));
  bench_window_wait_for_frame (bench->plain);
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
  bench_window_wait_for_frame (GTK_WIDGET (bench->window));

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
  bench_window_wait_for_frame (bench->plain);

  return get_work () - start;
}

/* A consultation */

static void
open_draft (Bench                *bench,
            const BenchArguments *arguments,
            guint                 repetition)
{
  bench_window_open_draft (bench->window, arguments, repetition);
  bench->stack = gtk_stack_new ();
  gtk_window_set_child (GTK_WINDOW (bench->plain), bench->stack);
  settle (bench);
}

static GtkWidget *
new_plain_window (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* Measuring */

/* The first lap shows each page for the first time; the others come back to it. */
static void
print_turns (const double ours[N_TURNS],
             const double reference[N_TURNS])
{
  const guint n_again = N_TURNS - N_FIRST;

  bench_print ("page-turn", bench_get_percentile (ours, N_TURNS, 95), bench_get_percentile (reference, N_TURNS, 95));
  bench_print ("page-first-half", bench_get_percentile (ours, N_FIRST, 50), bench_get_percentile (reference, N_FIRST, 50));
  bench_print ("page-first-most", bench_get_percentile (ours, N_FIRST, 95), bench_get_percentile (reference, N_FIRST, 95));
  bench_print ("page-again-half", bench_get_percentile (ours + N_FIRST, n_again, 50), bench_get_percentile (reference + N_FIRST, n_again, 50));
  bench_print ("page-again-most", bench_get_percentile (ours + N_FIRST, n_again, 95), bench_get_percentile (reference + N_FIRST, n_again, 95));
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
  g_autoptr (AdwApplication) application = bench_window_begin ();
  Bench bench = { .plain = new_plain_window () };

  bench.window = bench_window_new (application, &arguments);
  for (guint i = 0; i < arguments.repetitions; i++)
    {
      open_draft (&bench, &arguments, i);
      measure (&bench);
      gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.home", NULL);
      settle (&bench);
    }

  sdm_paper_source_stop ();

  return 0;
}
