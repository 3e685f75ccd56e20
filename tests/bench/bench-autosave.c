/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include "sdm-autosaver-private.h"
#include "sdm-consultation.h"
#include "sdm-record-file-private.h"
#include "sdm-record-head-private.h"
#include "sdm-record-seal-private.h"

/*
 * From a keystroke to the draft on the disk, with a pause of no length, against one bare commit with the
 * same settings: in a file of the same shape, one statement that stays prepared writes the same row with
 * new bytes, as many as the sealed head and the sealed document have. What is measured beyond it is the
 * change and its check, the text, two seals, the way to the thread of the records and back, and what is
 * asked of the file before a draft is written.
 */

#define SAVES 100

/* Milliseconds in which 99 of 100 are to be kept. */
#define MOST 50.0

typedef struct
{
  SdmConsultation *consultation;
  SdmRecordStore  *store;
  SdmAutosaver    *saver;
  guint            typed;
} Desk;

typedef struct
{
  SdmRecordFile *file;
  sqlite3_stmt  *update;
  GByteArray    *head;
  GByteArray    *body;
} Bare;

/* A pause in typing that is over at once. */

static gint64
get_time (gpointer user_data)
{
  return g_get_monotonic_time ();
}

static gint64
get_real_time (gpointer user_data)
{
  return g_get_real_time ();
}

static guint
add_timeout (gint64      delay,
             GSourceFunc func,
             gpointer    func_data,
             gpointer    user_data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT, func, func_data, NULL);
}

static void
remove_timeout (guint    id,
                gpointer user_data)
{
  g_source_remove (id);
}

static const SdmAutosaverClock hasty_clock = { get_time, get_real_time, add_timeout, remove_timeout };

/* Ours */

static SdmRecordHead *
make_document_cb (GBytes **body,
                  gpointer user_data)
{
  Desk          *desk = user_data;
  SdmRecordHead *head = sdm_record_head_new (sdm_consultation_get_id (desk->consultation), "practice", "in-progress");

  head->aid_id = g_strdup (sdm_consultation_get_aid_id (desk->consultation));
  head->aid_sha256 = g_strdup (sdm_consultation_get_aid_sha256 (desk->consultation));
  head->patient = sdm_consultation_dup_patient_name (desk->consultation);
  head->step = g_strdup ("matters");
  head->created = g_get_real_time ();
  head->changed = head->created;
  *body = sdm_consultation_to_bytes (desk->consultation);

  return head;
}

static void
changed_cb (Desk *desk)
{
  sdm_autosaver_touch (desk->saver);
}

static void
desk_open (Desk                 *desk,
           const BenchArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bench_load (arguments, "tests/data/consultations/half-typed.json");
  g_autofree char *folder = g_build_filename (arguments->folder, "ours", NULL);

  desk->consultation = sdm_consultation_new_from_bytes (bytes, "half-typed.json", &error);
  if (desk->consultation == NULL)
    g_error ("%s", error->message);
  desk->store = sdm_record_store_new (folder);
  if (!sdm_record_store_open (desk->store, &error))
    g_error ("%s", error->message);
  desk->saver = sdm_autosaver_new (desk->store, make_document_cb, desk, NULL);
  sdm_autosaver_set_clock (desk->saver, &hasty_clock, NULL);
  g_signal_connect_swapped (desk->consultation, "changed", G_CALLBACK (changed_cb), desk);
}

static double
type_and_wait (Desk *desk)
{
  g_autofree char *words = g_strdup_printf ("I want to walk to the bridge and back, %u times", desk->typed++);
  g_autoptr (GError) error = NULL;
  const double start = bench_now ();

  if (!sdm_consultation_set_text (desk->consultation, "people/agenda/patient", words, &error))
    g_error ("%s", error->message);
  while (sdm_autosaver_get_state (desk->saver) != SDM_AUTOSAVER_SAVED)
    {
      if (sdm_autosaver_get_state (desk->saver) == SDM_AUTOSAVER_FAILED)
        g_error ("%s", sdm_autosaver_get_error (desk->saver)->message);
      g_main_context_iteration (NULL, TRUE);
    }

  return bench_now () - start;
}

static void
desk_close (Desk *desk)
{
  sdm_record_store_close (desk->store, NULL);
  g_clear_object (&desk->saver);
  g_clear_object (&desk->store);
  g_clear_object (&desk->consultation);
}

/* The reference */

static GByteArray *
new_as_sealed (GBytes *plain)
{
  static const SdmRecordPlace place = { { 0 }, "draft.body", { 0 }, 0 };
  g_autoptr (SdmRecordKeys) keys = sdm_record_keys_new_random (1);
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);

  return g_byte_array_append (g_byte_array_new (), g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
}

static void
bare_open (Bare                 *bare,
           const BenchArguments *arguments,
           Desk                 *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmRecordHead) head = make_document_cb (&body, desk);
  g_autoptr (GBytes) plain = sdm_record_head_serialise (head);
  g_autofree char *folder = g_build_filename (arguments->folder, "reference", NULL);

  bare->file = sdm_record_file_open (folder, SDM_RECORD_STORE_PRACTICE, NULL, sdm_record_schema_get_steps (), &error);
  if (bare->file == NULL)
    g_error ("%s", error->message);
  bare->head = new_as_sealed (plain);
  bare->body = new_as_sealed (body);
  if (!sdm_record_connection_exec (bare->file->db, "INSERT INTO consultation (id, day) VALUES (zeroblob (16), 1)", SDM_RECORD_SAVING, &error) || !sdm_record_connection_exec (bare->file->db, "INSERT INTO draft VALUES (zeroblob (16), zeroblob (5), zeroblob (5))", SDM_RECORD_SAVING, &error))
    g_error ("%s", error->message);
  if (sqlite3_prepare_v3 (bare->file->db, "UPDATE draft SET head = ?1, body = ?2 WHERE consultation_id = zeroblob (16)", -1, SQLITE_PREPARE_PERSISTENT, &bare->update, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare->file->db));
}

static void
scramble (GByteArray *bytes)
{
  for (guint i = 0; i < bytes->len; i += sizeof (guint32))
    bytes->data[i] = (guint8) g_random_int ();
}

static double
commit (Bare *bare)
{
  double start;

  scramble (bare->head);
  scramble (bare->body);
  start = bench_now ();
  sqlite3_bind_blob (bare->update, 1, bare->head->data, (int) bare->head->len, SQLITE_STATIC);
  sqlite3_bind_blob (bare->update, 2, bare->body->data, (int) bare->body->len, SQLITE_STATIC);
  if (sqlite3_step (bare->update) != SQLITE_DONE || sqlite3_reset (bare->update) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare->file->db));

  return bench_now () - start;
}

static void
bare_close (Bare *bare)
{
  sqlite3_finalize (bare->update);
  sdm_record_file_close (bare->file);
  g_byte_array_unref (bare->head);
  g_byte_array_unref (bare->body);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  const guint          n = bench_count (&arguments, SAVES);
  Desk                 desk = { 0 };
  Bare                 bare = { 0 };
  g_autofree double   *times = g_new (double, n);

  desk_open (&desk, &arguments);
  bare_open (&bare, &arguments, &desk);
  type_and_wait (&desk);
  commit (&bare);

  for (guint i = 0; i < arguments.repetitions; i++)
    {
      double ours = 0;
      double reference = 0;

      for (guint k = 0; k < n; k++)
        {
          times[k] = type_and_wait (&desk);
          ours += times[k];
          reference += commit (&bare);
        }
      bench_print ("autosave", ours / n, reference / n);
      qsort (times, n, sizeof *times, compare_times);
      bench_print ("autosave-most", times[(n * 99 + 99) / 100 - 1], MOST);
    }
  bare_close (&bare);
  desk_close (&desk);

  return 0;
}
