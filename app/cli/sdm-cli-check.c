/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-check.h"
#include "sdm-case.h"
#include "sdm-core-error.h"
#include "sdm-schema.h"

/* evenhand check PATH… */

/* What a run has seen so far. */
typedef struct
{
  gboolean    as_json;
  gboolean    with_reports;
  json_t     *list;      /* owned, for --json */
  GPtrArray  *approvals; /* nullable: of the practice, for reports */
  GHashTable *told;      /* tags whose explanation was written */
  guint       counts[SDM_SEVERITY_PEDANTIC + 1];
  guint       n_files;
  guint       n_failed;
} Check;

/* Telling */

static json_t *
describe_as_json (const char       *file,
                  const SdmFinding *finding)
{
  return json_pack ("{s:s, s:i, s:i, s:s, s:s, s:s, s:s, s:s, s:s}",
                    "file", file,
                    "line", (int) finding->line,
                    "column", (int) finding->column,
                    "pointer", finding->pointer,
                    "severity", sdm_severity_to_string (finding->tag->severity),
                    "tag", finding->tag->name,
                    "detail", finding->detail,
                    "standard", finding->tag->standard,
                    "explanation", _ (finding->tag->explanation));
}

static void
tell_finding (Check            *check,
              const char       *file,
              const SdmFinding *finding)
{
  g_autofree char *line = NULL;

  check->counts[finding->tag->severity]++;
  if (check->as_json)
    {
      g_autofree char *name = g_utf8_make_valid (file, -1);

      json_array_append_new (check->list, describe_as_json (name, finding));
      return;
    }

  line = g_strdup_printf ("%s:%u:%u: %s: %s [%s]", file, finding->line, finding->column,
                          sdm_severity_to_string (finding->tag->severity), finding->detail, finding->tag->name);
  sdm_cli_write_line (stdout, line);
  if (g_hash_table_add (check->told, (gpointer) finding->tag->name))
    {
      /* The standard is a name, such as "R17". */
      g_autofree char *why = g_strdup_printf ("    %s (%s)", _ (finding->tag->explanation), finding->tag->standard);

      sdm_cli_write_line (stdout, why);
    }
}

/* A file that is no JSON: the message goes to standard error, with its place in it. */
static void
tell_failure (Check        *check,
              const char   *file,
              const GError *error)
{
  gboolean   is_json = error->code != SDM_CORE_ERROR_READ;
  SdmFinding finding = {
    .tag = sdm_issue_tag_lookup (is_json ? "not-json" : "not-readable"),
    .pointer = (char *) "",
  };
  g_autofree char *before = g_strconcat (" (", file, NULL);
  g_autofree char *detail = g_strdup (error->message);
  char            *place = g_strrstr (detail, before);

  check->n_failed++;
  sdm_cli_fail (_ ("checking"), error);
  if (!check->as_json)
    return;

  /* In the list the place has fields of its own. */
  if (place != NULL)
    {
      sscanf (place + strlen (before), ":%u:%u)", &finding.line, &finding.column);
      *place = '\0';
    }
  finding.detail = detail;
  tell_finding (check, file, &finding);
}

static void
tell_report (const char *report)
{
  g_auto (GStrv) lines = g_strsplit (report, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    sdm_cli_write_line (stdout, lines[i]);
}

static void
tell_counts (Check *check)
{
  g_autofree char *errors = NULL;
  g_autofree char *others = NULL;
  g_autofree char *files = NULL;
  g_autofree char *line = NULL;
  guint            n_errors = check->counts[SDM_SEVERITY_ERROR];
  guint            n_others = check->counts[SDM_SEVERITY_WARNING] + check->counts[SDM_SEVERITY_INFO] + check->counts[SDM_SEVERITY_PEDANTIC];

  /* Translators: "Files checked: 12" */
  files = g_strdup_printf (_ ("Files checked: %u"), check->n_files);
  /* Translators: "Errors: 2" */
  errors = g_strdup_printf (_ ("Errors: %u"), n_errors);
  /* Translators: findings that are no errors, "Other remarks: 3" */
  others = g_strdup_printf (_ ("Other remarks: %u"), n_others);
  line = g_strjoin (". ", files, errors, others, NULL);
  sdm_cli_write_line (stdout, line);
}

/* Checking: by several threads, one file each at a time */

/* One file, and what was found in it. */
typedef struct
{
  const char  *path;
  gboolean     with_report;
  SdmJsonText *text;
  GError      *error;
  GPtrArray   *findings;
  char        *report;
  gboolean     is_done;
} Job;

/* Guards Job.is_done. */
static GMutex done_mutex;
static GCond  done_cond;

/* A checker belongs to one thread. */
static GPrivate own_checker = G_PRIVATE_INIT ((GDestroyNotify) sdm_aid_checker_free);

static SdmAidChecker *
get_checker (void)
{
  SdmAidChecker *checker = g_private_get (&own_checker);

  if (checker == NULL)
    {
      g_autoptr (SdmClock) clock = sdm_clock_new ();

      checker = sdm_aid_checker_new (clock);
      g_private_set (&own_checker, checker);
    }

  return checker;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const SdmFinding *const *first = a;
  const SdmFinding *const *second = b;

  if ((*first)->line != (*second)->line)
    return (*first)->line < (*second)->line ? -1 : 1;

  return (*first)->column < (*second)->column ? -1 : (*first)->column > (*second)->column;
}

/* What the program writes of practice. */
static void
check_shape (SdmSchemaKind kind,
             Job          *job)
{
  sdm_json_text_find_repeated_keys (job->text, job->findings);
  sdm_schema_check (sdm_schema_get (kind), sdm_json_text_get_root (job->text), job->findings);
  sdm_json_text_place_findings (job->text, job->findings);
}

static void
check_document (Job *job)
{
  g_autoptr (GPtrArray) unused = sdm_findings_new (); /* an unknown format is found by whichever reader gets it */
  SdmSchemaKind kind = SDM_SCHEMA_AID;

  sdm_schema_kind_from_document (sdm_json_text_get_root (job->text), &kind, unused);
  if (kind == SDM_SCHEMA_AID && job->with_report)
    job->report = sdm_aid_checker_report (get_checker (), job->text, job->findings);
  else if (kind == SDM_SCHEMA_AID)
    sdm_aid_checker_check (get_checker (), job->text, job->findings);
  else if (kind == SDM_SCHEMA_TRACK)
    sdm_cli_check_track (job->text, job->findings);
  else if (kind == SDM_SCHEMA_TALK || kind == SDM_SCHEMA_PRACTICE || kind == SDM_SCHEMA_PRACTICE_FILE)
    check_shape (kind, job);
  else
    sdm_cli_check_practice (kind, job->text, job->findings);
  g_ptr_array_sort (job->findings, compare_places);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;

  job->text = sdm_cli_read (job->path, &job->error);
  if (job->text != NULL)
    check_document (job);

  g_mutex_lock (&done_mutex);
  job->is_done = TRUE;
  g_cond_signal (&done_cond);
  g_mutex_unlock (&done_mutex);
}

static void
tell_job (Check *check,
          Job   *job)
{
  g_mutex_lock (&done_mutex);
  while (!job->is_done)
    g_cond_wait (&done_cond, &done_mutex);
  g_mutex_unlock (&done_mutex);

  check->n_files++;
  if (job->text == NULL)
    tell_failure (check, job->path, job->error);
  else
    {
      if (job->report != NULL && !check->as_json)
        tell_report (job->report);
      if (job->report != NULL && !check->as_json && check->approvals != NULL)
        {
          g_autofree char *approval = sdm_cli_tell_approval (check->approvals, job->text);

          tell_report (approval);
        }
      for (guint i = 0; i < job->findings->len; i++)
        tell_finding (check, sdm_json_text_get_name (job->text), g_ptr_array_index (job->findings, i));
    }
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->text, sdm_json_text_unref);
  g_clear_error (&job->error);
  g_ptr_array_unref (job->findings);
  g_free (job->report);
  g_free (job);
}

/* The findings are told in the order of @paths, whichever file is ready first. */
static void
check_files (Check     *check,
             GPtrArray *paths)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (free_job);
  const guint  n_threads = MIN (g_get_num_processors (), paths->len);
  GThreadPool *pool = n_threads > 1 ? g_thread_pool_new (run_job, NULL, (int) n_threads, FALSE, NULL) : NULL;

  for (guint i = 0; i < paths->len; i++)
    {
      Job *job = g_new0 (Job, 1);

      job->path = g_ptr_array_index (paths, i);
      job->with_report = check->with_reports;
      job->findings = sdm_findings_new ();
      g_ptr_array_add (jobs, job);
      if (pool != NULL)
        g_thread_pool_push (pool, job, NULL);
    }
  for (guint i = 0; i < jobs->len; i++)
    {
      if (pool == NULL)
        run_job (g_ptr_array_index (jobs, i), NULL);
      tell_job (check, g_ptr_array_index (jobs, i));
    }
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}

/* Folders */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_listed (const char *folder_name,
           const char *name)
{
  return (strcmp (folder_name, "cases") == 0 || strcmp (folder_name, "tracks") == 0) && g_str_has_suffix (name, ".json");
}

/* Adds every aid.json, cases/NAME.json and tracks/NAME.json below @folder. Links are not followed into folders. */
static void
collect (const char *folder,
         GPtrArray  *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *below = NULL;

      name = g_ptr_array_index (names, i);
      below = g_build_filename (folder, name, NULL);
      if (g_file_test (below, G_FILE_TEST_IS_DIR))
        {
          if (!g_file_test (below, G_FILE_TEST_IS_SYMLINK))
            collect (below, files);
        }
      else if (strcmp (name, "aid.json") == 0 || is_listed (folder_name, name))
        g_ptr_array_add (files, g_steal_pointer (&below));
    }
}

static gboolean
add_path (const char *path,
          GPtrArray  *files,
          GError    **error)
{
  const guint before = files->len;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (files, g_strdup (path));
      return TRUE;
    }

  collect (path, files);
  if (files->len == before)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("there is no aid.json and no case below this folder (%s)"), path);
      return FALSE;
    }

  return TRUE;
}

/* The command */

static int
finish (Check *check)
{
  if (check->as_json)
    {
      g_autofree char *text = sdm_json_write (check->list);

      fputs (text, stdout);
    }
  else if (check->n_files > check->n_failed)
    {
      tell_counts (check);
    }

  if (check->n_failed > 0)
    return SDM_CLI_FAILED;

  return check->counts[SDM_SEVERITY_ERROR] > 0 ? SDM_CLI_FINDINGS : SDM_CLI_GOOD;
}

/**
 * sdm_cli_run_check:
 *
 * Checks decision aids, cases and consultations, and says what is wrong where.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_run_check (int          argc,
                   char *const *argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) approvals = NULL;
  g_autoptr (GError) error = NULL;
  const char        *store = NULL;
  SdmCliSignIn       who = { NULL };
  Check              check = { .list = list, .told = told };
  const SdmCliOption options[] = {
    { .name = "json", .flag = &check.as_json },
    { .name = "report", .flag = &check.with_reports },
    { .name = "aids", .list = folders },
    { .name = "store", .text = &store },
    { .name = "clinician", .text = &who.clinician },
    { .name = "passphrase-file", .text = &who.passphrase_file },
    { .name = "passphrase-fd", .text = &who.passphrase_fd },
  };

  if (sdm_cli_parse (argc, argv, options, G_N_ELEMENTS (options), paths, &error) && paths->len == 0)
    g_set_error_literal (&error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("name at least one file or folder to check"));
  if (error != NULL)
    return sdm_cli_fail (_ ("reading the command line"), error);
  if (store != NULL)
    check.approvals = approvals = sdm_cli_read_approvals (store, &who, &error);
  if (error != NULL)
    return sdm_cli_fail (_ ("listing the approvals"), error);

  for (guint i = 0; i < paths->len; i++)
    if (!add_path (g_ptr_array_index (paths, i), files, &error))
      {
        sdm_cli_fail (_ ("checking"), error);
        check.n_failed++;
        check.n_files++;
        g_clear_error (&error);
      }
  sdm_cli_use_aids (folders);
  check_files (&check, files);

  return finish (&check);
}

/**
 * sdm_cli_tell_findings:
 * @text: the document in which they were found
 * @findings: (element-type SdmFinding): what was found
 *
 * Tells findings as “evenhand check” does, in the order of their places.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_tell_findings (SdmJsonText *text,
                       GPtrArray   *findings,
                       gboolean     as_json)
{
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  Check check = { .as_json = as_json, .list = list, .told = told, .n_files = 1 };

  sdm_json_text_place_findings (text, findings);
  g_ptr_array_sort (findings, compare_places);
  for (guint i = 0; i < findings->len; i++)
    tell_finding (&check, sdm_json_text_get_name (text), g_ptr_array_index (findings, i));

  return finish (&check);
}
