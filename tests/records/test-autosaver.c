/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"
#include "sdm-autosaver-private.h"

#define MILLISECOND          G_TIME_SPAN_MILLISECOND
#define LONGEST_WAIT_SECONDS 60
#define MORNING              (G_GINT64_CONSTANT (1790000000) * G_TIME_SPAN_SECOND)

/* A clock that only the test moves. It holds one timeout, as the saver sets no more. */
typedef struct
{
  gint64      now;
  guint       id; /* of the timeout that is set, or 0 */
  guint       last_id;
  gint64      due;
  GSourceFunc func;
  gpointer    func_data;
} Clock;

typedef struct
{
  Fixture       store;
  Clock         clock;
  SdmAutosaver *saver;
  const char   *text; /* the document */
  const char   *kind;
  guint         made; /* how often it was asked for */
} Desk;

static gint64
get_time (gpointer user_data)
{
  return ((Clock *) user_data)->now;
}

static gint64
get_real_time (gpointer user_data)
{
  return MORNING + ((Clock *) user_data)->now;
}

static guint
add_timeout (gint64      delay,
             GSourceFunc func,
             gpointer    func_data,
             gpointer    user_data)
{
  Clock *clock = user_data;

  g_assert_cmpuint (clock->id, ==, 0);
  clock->id = ++clock->last_id;
  clock->due = clock->now + delay;
  clock->func = func;
  clock->func_data = func_data;
  return clock->id;
}

static void
remove_timeout (guint    id,
                gpointer user_data)
{
  Clock *clock = user_data;

  g_assert_cmpuint (clock->id, ==, id);
  clock->id = 0;
}

static const SdmAutosaverClock hand_clock = { get_time, get_real_time, add_timeout, remove_timeout };

static void
pass (Desk  *desk,
      gint64 time)
{
  const gint64 until = desk->clock.now + time;

  while (desk->clock.id != 0 && desk->clock.due <= until)
    {
      desk->clock.now = desk->clock.due;
      desk->clock.id = 0;
      desk->clock.func (desk->clock.func_data);
    }
  desk->clock.now = until;
}

static SdmRecordHead *
make_document (GBytes **body,
               gpointer user_data)
{
  Desk          *desk = user_data;
  SdmRecordHead *head = make_head (0, "Alan");

  set_text (&head->kind, desk->kind);
  desk->made++;
  *body = make_body (desk->text);
  return head;
}

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  fixture_set_up (&desk->store, NULL);
  fixture_open (&desk->store);
  desk->clock.now = 5 * G_TIME_SPAN_SECOND;
  desk->text = "one";
  desk->kind = "practice";
  desk->saver = sdm_autosaver_new (desk->store.store, make_document, desk, NULL);
  sdm_autosaver_set_clock (desk->saver, &hand_clock, &desk->clock);
}

static void
tear_down (Desk         *desk,
           gconstpointer data)
{
  if (desk->saver != NULL)
    g_assert_finalize_object (desk->saver);
  fixture_tear_down (&desk->store, NULL);
}

static void
change (Desk       *desk,
        const char *text)
{
  desk->text = text;
  sdm_autosaver_touch (desk->saver);
}

static gboolean
too_long_cb (gpointer user_data)
{
  g_error ("The state did not come in time");
  return G_SOURCE_REMOVE;
}

static void
wait_for_state (Desk             *desk,
                SdmAutosaverState state)
{
  const guint limit = g_timeout_add_seconds (LONGEST_WAIT_SECONDS, too_long_cb, NULL);

  while (sdm_autosaver_get_state (desk->saver) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
assert_state (Desk             *desk,
              SdmAutosaverState state)
{
  g_assert_cmpint (sdm_autosaver_get_state (desk->saver), ==, state);
}

static void
assert_on_disk (Desk       *desk,
                const char *text)
{
  g_autoptr (SdmRecordHead) head = make_head (0, NULL);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_load (desk->store.store, head->id, NULL, &body, &error);
  if (text == NULL)
    {
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
      return;
    }
  g_assert_no_error (error);
  assert_body (body, text);
}

static void
test_after_a_pause (Desk         *desk,
                    gconstpointer data)
{
  pass (desk, 10 * G_TIME_SPAN_SECOND);
  assert_state (desk, SDM_AUTOSAVER_IDLE);
  g_assert_cmpuint (desk->made, ==, 0);

  change (desk, "one");
  assert_state (desk, SDM_AUTOSAVER_PENDING);
  pass (desk, 399 * MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_PENDING);
  change (desk, "two");
  pass (desk, 399 * MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_PENDING);
  pass (desk, MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_SAVING);
  g_assert_cmpint (sdm_autosaver_get_saved_at (desk->saver), ==, 0);

  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  g_assert_cmpint (sdm_autosaver_get_saved_at (desk->saver), ==, MORNING + desk->clock.now);
  g_assert_cmpuint (desk->made, ==, 1);
  g_assert_cmpuint (desk->clock.id, ==, 0);
  assert_on_disk (desk, "two");
}

static void
test_at_most_two_seconds (Desk         *desk,
                          gconstpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      change (desk, "typing on");
      pass (desk, 300 * MILLISECOND);
      assert_state (desk, SDM_AUTOSAVER_PENDING);
    }
  change (desk, "at last");
  pass (desk, 199 * MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_PENDING);
  pass (desk, MILLISECOND); /* 2 s after the first */
  assert_state (desk, SDM_AUTOSAVER_SAVING);
  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  assert_on_disk (desk, "at last");
}

static void
test_changed_while_saving (Desk         *desk,
                           gconstpointer data)
{
  change (desk, "one");
  pass (desk, 400 * MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_SAVING);
  change (desk, "two");
  assert_state (desk, SDM_AUTOSAVER_SAVING);

  wait_for_state (desk, SDM_AUTOSAVER_PENDING);
  assert_on_disk (desk, "one");
  pass (desk, 400 * MILLISECOND);
  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  assert_on_disk (desk, "two");
}

/* The pause ends while the first save is still under way: the second follows it. */
static void
test_pause_ends_while_saving (Desk         *desk,
                              gconstpointer data)
{
  change (desk, "one");
  pass (desk, 400 * MILLISECOND);
  change (desk, "two");
  pass (desk, 400 * MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_SAVING);
  g_assert_cmpuint (desk->made, ==, 1);

  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  g_assert_cmpuint (desk->made, ==, 2);
  assert_on_disk (desk, "two");
}

static void
test_flush (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (GAsyncResult) nothing = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  sdm_autosaver_flush_async (desk->saver, NULL, keep_result_cb, &nothing);
  wait_for_result (&nothing);
  g_assert_true (sdm_autosaver_flush_finish (desk->saver, nothing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (desk->made, ==, 0);

  change (desk, "one");
  sdm_autosaver_flush_async (desk->saver, NULL, keep_result_cb, &first);
  assert_state (desk, SDM_AUTOSAVER_SAVING);
  change (desk, "two");
  sdm_autosaver_flush_async (desk->saver, NULL, keep_result_cb, &second);

  wait_for_result (&first);
  g_assert_true (sdm_autosaver_flush_finish (desk->saver, first, &error));
  g_assert_no_error (error);
  g_assert_null (second); /* it waits for what was changed later */
  wait_for_result (&second);
  g_assert_true (sdm_autosaver_flush_finish (desk->saver, second, &error));
  g_assert_no_error (error);
  assert_state (desk, SDM_AUTOSAVER_SAVED);
  assert_on_disk (desk, "two");
}

static void
test_flush_at_closing (Desk         *desk,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  change (desk, "one");
  pass (desk, 400 * MILLISECOND);
  change (desk, "two"); /* with the first still under way */
  g_assert_true (sdm_autosaver_flush (desk->saver, &error));
  g_assert_no_error (error);
  assert_on_disk (desk, "two");
  g_assert_cmpuint (desk->clock.id, ==, 0);
  wait_for_state (desk, SDM_AUTOSAVER_SAVED);

  g_assert_true (sdm_autosaver_flush (desk->saver, &error));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk->made, ==, 2);
  assert_on_disk (desk, "two");
}

static void
test_failure_is_tried_again (Desk         *desk,
                             gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (&desk->store);
  change (desk, "one");
  sdm_autosaver_flush_async (desk->saver, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (sdm_autosaver_flush_finish (desk->saver, result, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  assert_state (desk, SDM_AUTOSAVER_FAILED);
  g_assert_error (sdm_autosaver_get_error (desk->saver), SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  g_assert_cmpint (sdm_autosaver_get_saved_at (desk->saver), ==, 0);

  /* Typing on does not hide the failure. */
  change (desk, "two");
  assert_state (desk, SDM_AUTOSAVER_FAILED);
  pass (desk, 2 * G_TIME_SPAN_SECOND);
  assert_state (desk, SDM_AUTOSAVER_SAVING);
  wait_for_state (desk, SDM_AUTOSAVER_FAILED);

  /* Each time the wait is twice as long. */
  pass (desk, 3999 * MILLISECOND);
  assert_state (desk, SDM_AUTOSAVER_FAILED);
  fixture_open (&desk->store);
  pass (desk, MILLISECOND);
  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  g_assert_null (sdm_autosaver_get_error (desk->saver));
  assert_on_disk (desk, "two");
}

static void
test_refusal_is_not_tried_again (Desk         *desk,
                                 gconstpointer data)
{
  desk->kind = "real";
  change (desk, "one");
  pass (desk, 400 * MILLISECOND);
  wait_for_state (desk, SDM_AUTOSAVER_FAILED);
  g_assert_error (sdm_autosaver_get_error (desk->saver), SDM_RECORD_ERROR, SDM_RECORD_ERROR_REAL_REFUSED);
  pass (desk, G_TIME_SPAN_HOUR);
  g_assert_cmpuint (desk->made, ==, 1);

  /* A change may have put it right. */
  desk->kind = "practice";
  change (desk, "two");
  pass (desk, 400 * MILLISECOND);
  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  assert_on_disk (desk, "two");
}

static void
test_saved_when_let_go (Desk         *desk,
                        gconstpointer data)
{
  change (desk, "last words");
  g_assert_finalize_object (desk->saver);
  desk->saver = NULL;
  assert_on_disk (desk, "last words");
}

static void
note_state_cb (SdmAutosaver *saver,
               GParamSpec   *pspec,
               GString      *states)
{
  g_autofree char *state = g_enum_to_string (SDM_TYPE_AUTOSAVER_STATE, (int) sdm_autosaver_get_state (saver));

  g_string_append_printf (states, "%s ", state + strlen ("SDM_AUTOSAVER_"));
}

static void
test_states_are_told (Desk         *desk,
                      gconstpointer data)
{
  g_autoptr (GString) states = g_string_new (NULL);
  const gulong handler = g_signal_connect (desk->saver, "notify::state", G_CALLBACK (note_state_cb), states);

  change (desk, "one");
  change (desk, "one");
  pass (desk, 400 * MILLISECOND);
  wait_for_state (desk, SDM_AUTOSAVER_SAVED);
  g_assert_cmpstr (states->str, ==, "PENDING SAVING SAVED ");
  g_signal_handler_disconnect (desk->saver, handler);
}

/* With the system's clock, from the first change to the disk. */
static void
test_real_clock (Fixture      *fixture,
                 gconstpointer data)
{
  Desk   desk = { .store = *fixture, .text = "one", .kind = "practice" };
  gint64 begun = g_get_monotonic_time ();

  fixture_open (fixture);
  desk.saver = sdm_autosaver_new (fixture->store, make_document, &desk, NULL);
  change (&desk, "one");
  wait_for_state (&desk, SDM_AUTOSAVER_SAVED);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 399 * MILLISECOND);
  assert_on_disk (&desk, "one");
  g_assert_finalize_object (desk.saver);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Desk *, gconstpointer);
  } tests[] = {
    { "/records/autosaver/after-a-pause", test_after_a_pause },
    { "/records/autosaver/at-most-two-seconds", test_at_most_two_seconds },
    { "/records/autosaver/changed-while-saving", test_changed_while_saving },
    { "/records/autosaver/pause-ends-while-saving", test_pause_ends_while_saving },
    { "/records/autosaver/flush", test_flush },
    { "/records/autosaver/flush-at-closing", test_flush_at_closing },
    { "/records/autosaver/failure-is-tried-again", test_failure_is_tried_again },
    { "/records/autosaver/refusal-is-not-tried-again", test_refusal_is_not_tried_again },
    { "/records/autosaver/saved-when-let-go", test_saved_when_let_go },
    { "/records/autosaver/states-are-told", test_states_are_told },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].func, tear_down);
  fixture_add ("/records/autosaver/real-clock", test_real_clock);

  return g_test_run ();
}
