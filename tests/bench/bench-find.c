/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include <fcntl.h>
#include <unistd.h>

#include "real-file.h"
#include "record-maker.h"
#include "sdm-record-key-wrap-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-search-private.h"

/*
 * In a file of real patients: unlocking it, with a passphrase of the usual cost and all names read,
 * and the first patient found after that, both with nothing of the file in memory before, against
 * the time they may take; and finding patients by NHS number, with their consultations, and noting
 * it, against the same prepared statements bare: they read the same rows, those of people of the same
 * surname and date of birth too, and write a row as long as the note, with the indexes of the notes and
 * without their triggers. Nothing is opened or sealed, and nobody gets the rows.
 */

#define PATIENTS      200000
#define CONSULTATIONS 1000000
#define TRIAL         1000
#define FINDS         200

#define MOST_UNLOCK 1500.0
#define MOST_COLD   20.0

/* Ours */

static void
stop_if (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* The NHS number of somebody, each time of another. */
static char *
pick_number (guint n_patients)
{
  static guint seed = 1;
  char        *number = NULL;

  while (number == NULL)
    {
      seed = (guint) ((guint64) seed * 48271u % 2147483647u);
      number = record_maker_dup_nhs_number (seed % n_patients);
    }

  return number;
}

static double
find (SdmRecordFile *file,
      const char    *number,
      guint          n_heads)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_NHS_NUMBER, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFound) found = NULL;
  double start = bench_now ();
  double cost;

  query->limit = SDM_RECORD_QUERY_LIMIT;
  found = sdm_record_search (file, query, &error);
  cost = bench_now () - start;
  stop_if (error);
  g_assert_cmpuint (found->patients->len, ==, 1);
  g_assert_cmpuint (found->heads->len, ==, n_heads);

  return cost;
}

/* Lets go of what the system keeps of the file in memory. */
static void
forget (const char *path)
{
  const int file = open (path, O_RDONLY | O_CLOEXEC);

  if (file < 0 || fsync (file) != 0 || posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED) != 0)
    g_error ("%s could not be put out of memory", path);
  close (file);
}

static void
derive (SdmRecordFile *file)
{
  static const char passphrase[] = "correct horse battery staple";
  SdmRecordKeyWrap  wrap = { .version = 1, .cost = { 3, 128 * 1024 } };
  g_autoptr (GError) error = NULL;

  sdm_record_key_wrap_with_passphrase (&wrap, file->keys, file->id, passphrase, sizeof passphrase, &error);
  stop_if (error);
}

/* The reference */

typedef struct
{
  SdmRecordFile *file;
  sqlite3_stmt  *note;
  guint8         bytes[1024];
  gsize          size;
} Bare;

static void
bare_open (Bare          *bare,
           SdmRecordFile *file)
{
  static const char create[] = "CREATE TABLE bare (seq INTEGER PRIMARY KEY, event BLOB, mac BLOB, patient_index BLOB, record_index BLOB);"
                               "CREATE INDEX bare_by_patient ON bare (patient_index) WHERE patient_index IS NOT NULL;"
                               "CREATE INDEX bare_by_record ON bare (record_index) WHERE record_index IS NOT NULL";
  static const char insert[] = "INSERT INTO bare (event, mac, patient_index) VALUES (?1, zeroblob (32), ?2)";
  g_autoptr (GError) error = NULL;
  gint64 size;

  sdm_record_connection_get_number (file->db, "SELECT length (event) FROM audit ORDER BY seq DESC LIMIT 1", &size, &error);
  stop_if (error);
  sdm_record_connection_exec (file->db, create, SDM_RECORD_SAVING, &error);
  stop_if (error);
  bare->size = MIN ((gsize) size, sizeof bare->bytes);
  bare->file = file;
  if (sqlite3_prepare_v3 (file->db, insert, -1, SQLITE_PREPARE_PERSISTENT, &bare->note, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (file->db));
}

static void
bare_close (Bare *bare)
{
  g_autoptr (GError) error = NULL;

  sqlite3_finalize (bare->note);
  sdm_record_connection_exec (bare->file->db, "DROP TABLE bare", SDM_RECORD_SAVING, &error);
  stop_if (error);
}

static SdmRecordStatement *
get (Bare                  *bare,
     SdmRecordStatementName name,
     gconstpointer          key)
{
  g_autoptr (GError) error = NULL;
  SdmRecordStatement *statement = sdm_record_statement_get (bare->file, name, &error);

  stop_if (error);
  sdm_record_statement_bind_blob (statement, 1, key, 16);
  return statement;
}

/* Steps through the rows, of which there is one at least. */
static void
read_all (Bare                  *bare,
          SdmRecordStatementName name,
          gconstpointer          key)
{
  g_autoptr (SdmRecordStatement) statement = get (bare, name, key);
  guint n = 0;

  for (; sqlite3_step (statement) == SQLITE_ROW; n++)
    ;
  g_assert_cmpuint (n, >, 0);
}

static guint
read_consultations (Bare         *bare,
                    gconstpointer patient)
{
  g_autoptr (SdmRecordStatement) statement = get (bare, SDM_RECORD_STATEMENT_FIND_BY_PATIENT, patient);
  guint n = 0;

  sqlite3_bind_int64 (statement, 2, SDM_RECORD_QUERY_LIMIT + 1);
  for (; sqlite3_step (statement) == SQLITE_ROW; n++)
    read_all (bare, SDM_RECORD_STATEMENT_HEAD, sqlite3_column_blob (statement, 0));

  return n;
}

static guint
read_patient (Bare         *bare,
              gconstpointer index)
{
  g_autoptr (SdmRecordStatement) patient = get (bare, SDM_RECORD_STATEMENT_PATIENT_BY_NHS_NUMBER, index);

  g_assert_cmpint (sqlite3_step (patient), ==, SQLITE_ROW);
  read_all (bare, SDM_RECORD_STATEMENT_PATIENTS_BY_PERSON, sqlite3_column_blob (patient, 3));

  return read_consultations (bare, sqlite3_column_blob (patient, 0));
}

static double
read_bare (Bare       *bare,
           const char *number,
           guint      *n_heads)
{
  guint8 index[SDM_RECORD_INDEX_SIZE];
  double start;

  sdm_record_keys_index_nhs_number (bare->file->keys, number, index);
  start = bench_now ();
  *n_heads = read_patient (bare, index);
  sqlite3_bind_blob (bare->note, 1, bare->bytes, (int) bare->size, SQLITE_STATIC);
  sqlite3_bind_blob (bare->note, 2, index, sizeof index, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (bare->note), ==, SQLITE_DONE);
  sqlite3_reset (bare->note);

  return bench_now () - start;
}

/* The rows */

static void
measure_cold (const BenchArguments *arguments,
              guint                 n_patients,
              guint                 n_heads)
{
  g_autofree char *path = g_build_filename (arguments->folder, "records.db", NULL);
  g_autofree char *number = pick_number (n_patients);
  SdmRecordFile   *file;
  double           start;
  double           unlock;

  forget (path);
  start = bench_now ();
  file = real_file_open (arguments->folder);
  derive (file);
  unlock = bench_now () - start;
  bench_print ("find-cold", find (file, number, n_heads), MOST_COLD);
  bench_print ("unlock", unlock, MOST_UNLOCK);
  sdm_record_file_close (file);
}

/* The same people by turns, whoever is first. */
static void
measure_warm (SdmRecordFile *file,
              Bare          *bare,
              guint          n_finds,
              guint          n_patients)
{
  double ours = 0;
  double reference = 0;

  for (guint i = 0; i < n_finds; i++)
    {
      g_autofree char *number = pick_number (n_patients);
      guint            n_heads;

      read_bare (bare, number, &n_heads);
      ours += find (file, number, n_heads);
      reference += read_bare (bare, number, &n_heads);
    }
  bench_print ("find", ours / n_finds, reference / n_finds);
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  const guint          share = arguments.repetitions > 1 ? 1 : TRIAL;
  const guint          n_patients = PATIENTS / share;
  SdmRecordFile       *file = real_file_make (arguments.folder);
  Bare                 bare = { 0 };

  record_maker_fill (file, n_patients, CONSULTATIONS / share);
  sdm_record_file_close (file);
  for (guint i = 0; i < arguments.repetitions; i++)
    measure_cold (&arguments, n_patients, CONSULTATIONS / PATIENTS);

  file = real_file_open (arguments.folder);
  bare_open (&bare, file);
  for (guint i = 0; i < arguments.repetitions; i++)
    measure_warm (file, &bare, bench_count (&arguments, FINDS), n_patients);
  bare_close (&bare);
  sdm_record_file_close (file);

  return 0;
}
