/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-case.h"
#include "sdm-core-error.h"

/* evenhand case list, evenhand case show ID */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
write_head (const SdmCaseHead *head,
            int                width)
{
  g_autofree char *line = g_strdup_printf ("%-*s  %s", width, head->id, head->title);

  sdm_cli_write_line (stdout, line);
}

/* What was not found, beside what could have been asked for. */
static void
set_unknown (GPtrArray  *cases,
             gboolean    is_role,
             const char *name,
             GError    **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < cases->len; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (cases, i);
      char             **names = is_role ? head->roles : head->skills;

      for (guint n = 0; names[n] != NULL; n++)
        if (!g_ptr_array_find_with_equal_func (known, names[n], g_str_equal, NULL))
          g_ptr_array_add (known, names[n]);
    }
  g_ptr_array_sort (known, compare_names);
  g_ptr_array_add (known, NULL);
  list = g_strjoinv (", ", (char **) known->pdata);
  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
               is_role ? _ ("no case is for the role “%s”; there are: %s") : _ ("no case trains the skill “%s”; there are: %s"), name, list);
}

static gboolean
has_any (GPtrArray  *cases,
         const char *role,
         const char *skill)
{
  for (guint i = 0; i < cases->len; i++)
    if (sdm_case_head_fits (g_ptr_array_index (cases, i), role, skill))
      return TRUE;

  return FALSE;
}

static gboolean
list_cases (SdmAidLibrary *library,
            const char    *role,
            const char    *skill,
            GError       **error)
{
  GPtrArray *cases = sdm_aid_library_get_cases (library);
  gsize      width = 0;

  if (cases->len == 0)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                           _ ("there is none; --aids=FOLDER says where decision aids and their cases lie"));
      return FALSE;
    }

  if (!has_any (cases, role, NULL) || !has_any (cases, NULL, skill))
    {
      const gboolean is_role = !has_any (cases, role, NULL);

      set_unknown (cases, is_role, is_role ? role : skill, error);
      return FALSE;
    }
  if (!has_any (cases, role, skill))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("no case is for the role “%s” and trains the skill “%s”; leave one of them out"), role, skill);
      return FALSE;
    }

  for (guint i = 0; i < cases->len; i++)
    width = MAX (width, strlen (((const SdmCaseHead *) g_ptr_array_index (cases, i))->id));
  for (guint i = 0; i < cases->len; i++)
    if (sdm_case_head_fits (g_ptr_array_index (cases, i), role, skill))
      write_head (g_ptr_array_index (cases, i), (int) width);

  return TRUE;
}

static gboolean
show_case (SdmAidLibrary *library,
           const char    *id,
           GError       **error)
{
  GFile *file = sdm_aid_library_find_case (library, id);
  g_autoptr (SdmCase) found = NULL;
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("there is no case “%s”; “evenhand case list” names them all"), id);
      return FALSE;
    }

  found = sdm_case_load (file, NULL, error);
  if (found == NULL)
    return FALSE;
  aid = sdm_cli_load_aid (library, sdm_case_get_aid_id (found), NULL, error);
  if (aid == NULL)
    return FALSE;

  consultation = sdm_case_get_consultation (found, aid);
  bytes = sdm_consultation_to_bytes (consultation);
  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);

  return TRUE;
}

static gboolean
check_words (GPtrArray *words,
             GError   **error)
{
  const char *verb = words->len > 0 ? g_ptr_array_index (words, 0) : "";

  if ((strcmp (verb, "list") == 0 && words->len == 1) || (strcmp (verb, "show") == 0 && words->len == 2))
    return TRUE;

  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                       _ ("say “evenhand case list” or “evenhand case show ID”"));

  return FALSE;
}

/**
 * sdm_cli_run_case:
 *
 * Lists the example cases, or writes the consultation that one of them begins with.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_run_case (int          argc,
                  char *const *argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  const char        *role = NULL;
  const char        *skill = NULL;
  const SdmCliOption options[] = { { .name = "aids", .list = folders }, { .name = "role", .text = &role }, { .name = "skill", .text = &skill } };
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (!sdm_cli_parse (argc, argv, options, G_N_ELEMENTS (options), words, &error) || !check_words (words, &error))
    return sdm_cli_fail (_ ("reading the command line"), error);

  library = sdm_cli_open_library (folders, &error);
  if (library == NULL)
    return sdm_cli_fail (_ ("looking for decision aids"), error);

  if (words->len == 1)
    is_done = list_cases (library, role, skill, &error);
  else
    is_done = show_case (library, g_ptr_array_index (words, 1), &error);

  return is_done ? SDM_CLI_GOOD : sdm_cli_fail (_ ("looking for example cases"), error);
}
