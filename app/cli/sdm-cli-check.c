/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-case.h"
#include "sdm-core-error.h"
#include "sdm-schema.h"

/* evenhand check PATH… */

/* What a run has seen so far. */
typedef struct
{
  gboolean    as_json;
  json_t     *list; /* owned, for --json */
  GHashTable *told; /* tags whose explanation was written */
  guint       counts[SDM_SEVERITY_PEDANTIC + 1];
  guint       n_files;
  guint       n_failed;
} Check;

/* Telling */

static json_t *
describe_as_json (const char       *file,
                  const SdmFinding *finding)
{
  return json_pack ("{s:s, s:i, s:i, s:s, s:s, s:s, s:s, s:s}",
                    "file", file,
                    "line", (int) finding->line,
                    "column", (int) finding->column,
                    "pointer", finding->pointer,
                    "severity", sdm_severity_to_string (finding->tag->severity),
                    "tag", finding->tag->name,
                    "detail", finding->detail,
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
      g_autofree char *why = g_strdup_printf ("    %s", _ (finding->tag->explanation));

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

/* Checking */

static void
read_whole (SdmSchemaKind kind,
            SdmJsonText  *text,
            GPtrArray    *findings)
{
  g_autoptr (GObject) object = NULL;

  switch (kind)
    {
    case SDM_SCHEMA_CONSULTATION:
      object = (GObject *) sdm_consultation_new_from_text (text, findings, NULL);
      break;
    case SDM_SCHEMA_CASE:
      object = (GObject *) sdm_case_new_from_text (text, findings, NULL);
      break;
    case SDM_SCHEMA_AID:
    default:
      object = (GObject *) sdm_aid_new_from_text (text, findings, NULL);
      break;
    }
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

static void
check_file (Check      *check,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_cli_read (path, &error);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  SdmSchemaKind kind = SDM_SCHEMA_AID;

  check->n_files++;
  if (text == NULL)
    {
      tell_failure (check, path, error);
      return;
    }

  /* An unknown format is found by whichever reader gets it, so it is not noted twice. */
  {
    g_autoptr (GPtrArray) unused = sdm_findings_new ();

    sdm_schema_kind_from_document (sdm_json_text_get_root (text), &kind, unused);
  }
  read_whole (kind, text, findings);
  g_ptr_array_sort (findings, compare_places);
  for (guint i = 0; i < findings->len; i++)
    tell_finding (check, sdm_json_text_get_name (text), g_ptr_array_index (findings, i));
}

/* Folders */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Adds every aid.json and cases/NAME.json below @folder. Links are not followed into folders. */
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
      else if (strcmp (name, "aid.json") == 0 || (strcmp (folder_name, "cases") == 0 && g_str_has_suffix (name, ".json")))
        g_ptr_array_add (files, g_steal_pointer (&below));
    }
}

static gboolean
check_path (Check      *check,
            const char *path,
            GError    **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      check_file (check, path);
      return TRUE;
    }

  collect (path, files);
  if (files->len == 0)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("there is no aid.json and no case below this folder (%s)"), path);
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    check_file (check, g_ptr_array_index (files, i));

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
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  Check              check = { .list = list, .told = told };
  const SdmCliOption options[] = {
    { .name = "json", .flag = &check.as_json },
    { .name = "aids", .list = folders },
  };

  if (sdm_cli_parse (argc, argv, options, G_N_ELEMENTS (options), paths, &error) && paths->len == 0)
    g_set_error_literal (&error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("name at least one file or folder to check"));
  if (error != NULL)
    return sdm_cli_fail (_ ("reading the command line"), error);

  for (guint i = 0; i < paths->len; i++)
    if (!check_path (&check, g_ptr_array_index (paths, i), &error))
      {
        sdm_cli_fail (_ ("checking"), error);
        check.n_failed++;
        check.n_files++;
        g_clear_error (&error);
      }

  return finish (&check);
}
