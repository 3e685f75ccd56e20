/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench"

#include "kept-names.h"

#include "bench-window.h"

#include "sdm-document-page.h"
#include "sdm-document-view.h"
#include "sdm-paper-picture.h"
#include "sdm-paper-source.h"

/*
 * From a key to the new letter on the screen, and how long the main loop was busy in one go meanwhile, so that
 * another key had to wait; what other programs took of the processors in that time is left out. The words of a letter are typed on the pages before it; its own page lays it out
 * anew in another form, and follows whatever changes in the talk while it is in sight. So what is done here, by turns, is to
 * type a letter of the reason for what was decided, and to press Space on the tick for a sentence a line, in a filled
 * consultation, while the page of the letter is looked at on which the reason stands. The new letter is on the
 * screen when each of its pages of which something is in sight was read from the new file, drawn and painted.
 * G_MESSAGES_DEBUG=all tells each key.
 */

#define N_KEYS   40
#define MOST_MS  150
#define FRAME_MS 16
#define WHY      "plan/why"
#define TYPED    "Besides, we walk the hill behind the house"

typedef struct
{
  SdmWindow *window;
  GtkWidget *page;
  GtkWidget *document; /* the view of the letter */

  gint64   since;        /* when the main loop began to be busy */
  gint64   waited_since; /* for a processor, until then */
  gint64   longest;      /* how long it was busy */
  gboolean made;         /* whether there are new pages */
  gboolean shown;
} Bench;

static Bench bench;

/* How long the main loop is busy */

/* Microseconds for which this thread could have gone on, while the processors had other things to do. Waiting for
 * a lock or a file is no such time. */
static gint64
get_waited (void)
{
  g_autofree char *text = NULL;
  const char      *second = NULL;

  if (g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    second = strchr (text, ' ');

  return second != NULL ? (gint64) (g_ascii_strtoull (second, NULL, 10) / 1000) : 0;
}

static void
begin_busy (void)
{
  bench.since = g_get_monotonic_time ();
  bench.waited_since = get_waited ();
}

static void
note_busy (void)
{
  const gint64 passed = g_get_monotonic_time () - bench.since;

  bench.longest = MAX (bench.longest, passed - (get_waited () - bench.waited_since));
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n_ready;

  note_busy ();
  n_ready = g_poll (fds, n_fds, timeout);
  begin_busy ();

  return n_ready;
}

/* Widgets of the page */

static gboolean
is_document (GtkWidget *widget)
{
  return SDM_IS_DOCUMENT_VIEW (widget);
}

static gboolean
is_paper (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "paper");
}

/* The first one in @widget, or NULL. */
static GtkWidget *
find (GtkWidget *widget,
      gboolean (*is_it) (GtkWidget *widget))
{
  GtkWidget *found = is_it (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, is_it);

  return found;
}

static gboolean
is_label_of_sentences (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), "A sentence a line");
}

static gboolean
is_sentences (GtkWidget *widget)
{
  return GTK_IS_CHECK_BUTTON (widget) && find (widget, is_label_of_sentences) != NULL;
}

/* What is in sight */

static gboolean
is_in_sight (GtkWidget *paper)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (paper, bench.document, &bounds) &&
         bounds.origin.y < (float) gtk_widget_get_height (bench.document) && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
is_shown (void)
{
  GListModel *pages = sdm_document_view_get_pages (SDM_DOCUMENT_VIEW (bench.document));
  GtkWidget  *paper = find (bench.document, is_paper);
  guint       n_seen = 0;

  for (guint i = 0; paper != NULL; paper = gtk_widget_get_next_sibling (paper), i++)
    {
      g_autoptr (SdmDocumentPage) page = g_list_model_get_item (pages, i);

      if (!is_in_sight (paper))
        continue;
      n_seen++;
      if (!sdm_paper_picture_is_drawn (SDM_PAPER_PICTURE (sdm_document_page_get_picture (page))))
        return FALSE;
    }

  return n_seen > 0;
}

static void
made_cb (void)
{
  bench.made = TRUE;
}

static void
painted_cb (void)
{
  bench.shown = bench.shown || (bench.made && is_shown ());
}

static void
wait_for_letter (void)
{
  while (!bench.shown)
    g_main_context_iteration (NULL, TRUE);
  note_busy ();
}

/* Pages that are out of sight, toasts and what else comes after it is no part of the next key. */
static void
settle (void)
{
  bench_window_wait_for_frame (GTK_WIDGET (bench.window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Keys */

static void
type_letter (guint key)
{
  SdmConsultation *consultation = sdm_session_get_consultation (bench.window->session);
  g_autofree char *why = g_strdup_printf ("%s%c", sdm_consultation_get_text (consultation, WHY), TYPED[key % strlen (TYPED)]);
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_text (consultation, WHY, why, &error))
    g_error ("%s", error->message);
}

static void
press (guint key)
{
  GtkCheckButton *sentences = GTK_CHECK_BUTTON (find (bench.page, is_sentences));

  if (key % 2 == 0)
    type_letter (key / 2);
  else
    gtk_check_button_set_active (sentences, !gtk_check_button_get_active (sentences));
}

static void
begin_key (void)
{
  bench.made = bench.shown = FALSE;
  bench.longest = 0;
  begin_busy ();
}

/* To the page on which the reason stands. */
static void
look_at_reason (void)
{
  SdmConsultation *consultation = sdm_session_get_consultation (bench.window->session);
  g_autofree char *beginning = g_strndup (sdm_consultation_get_text (consultation, WHY), 16);
  GListModel      *pages = sdm_document_view_get_pages (SDM_DOCUMENT_VIEW (bench.document));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (SdmDocumentPage) page = g_list_model_get_item (pages, i);

      if (strstr (sdm_document_page_get_text (page), beginning) != NULL)
        {
          sdm_document_view_set_current_page (SDM_DOCUMENT_VIEW (bench.document), i + 1);
          return;
        }
    }
  g_error ("The letter does not say why");
}

static void
open_letter (const BenchArguments *arguments,
             guint                 repetition)
{
  bench_window_open_draft (bench.window, arguments, repetition);
  gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.step", "i", (int) SDM_STEP_LETTER);
  bench.page = GTK_WIDGET (bench.window->pages[SDM_STEP_LETTER]);
  while ((bench.document = find (bench.page, is_document)) == NULL || !is_shown ())
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (bench.document, "notify::pages", G_CALLBACK (made_cb), NULL);
  look_at_reason ();
  settle ();
}

static void
measure (const BenchArguments *arguments)
{
  const guint n_keys = bench_count (arguments, N_KEYS);
  double      times[N_KEYS];
  double      blocked[N_KEYS];

  for (guint i = 0; i < n_keys; i++)
    {
      const double start = bench_now ();

      begin_key ();
      press (i);
      wait_for_letter ();
      times[i] = bench_now () - start;
      blocked[i] = (double) bench.longest / 1000;
      g_debug ("%s: %.1f ms, %.1f ms of them in one go", i % 2 == 0 ? "letter" : "tick", times[i], blocked[i]);
      settle ();
    }
  bench_print ("preview", bench_get_percentile (times, n_keys, 95), MOST_MS);
  bench_print ("preview-block", bench_get_percentile (blocked, n_keys, 95), FRAME_MS);
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  g_autoptr (AdwApplication) application = bench_window_begin ();

  bench.window = bench_window_new (application, &arguments);
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench.window)), "after-paint", G_CALLBACK (painted_cb), NULL);
  for (guint i = 0; i < arguments.repetitions; i++)
    {
      open_letter (&arguments, i);
      measure (&arguments);
      gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.home", NULL);
      settle ();
    }
  sdm_paper_source_stop ();

  return 0;
}
