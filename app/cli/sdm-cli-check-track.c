/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>

/* Sets of cases. A set is checked beside the cases of the folder in which its own folder lies, and
 * those of the library. */

static SdmAidLibrary *
open_beside (SdmJsonText *text)
{
  const char      *path = sdm_json_text_get_path (text);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *above = folder != NULL ? g_path_get_dirname (folder) : NULL;
  const char      *first[] = { above, NULL };
  g_auto (GStrv) folders = sdm_aid_library_get_default_folders (first, NULL);
  SdmAidLibrary *library = sdm_aid_library_new ((const char *const *) folders);

  sdm_aid_library_scan (library, NULL);

  return library;
}

static const SdmCaseHead *
find_head (SdmAidLibrary *library,
           const char    *id)
{
  GPtrArray *cases = sdm_aid_library_get_cases (library);

  for (guint i = 0; i < cases->len; i++)
    if (g_strcmp0 (((const SdmCaseHead *) g_ptr_array_index (cases, i))->id, id) == 0)
      return g_ptr_array_index (cases, i);

  return NULL;
}

static void
check_case (SdmAidLibrary *library,
            json_t        *item,
            guint          index,
            GHashTable    *known,
            GPtrArray     *findings)
{
  const char        *id = json_string_value (json_object_get (item, "case"));
  const guint        minutes = (guint) json_integer_value (json_object_get (item, "minutes"));
  const SdmCaseHead *head = find_head (library, id);
  g_autofree char   *case_place = g_strdup_printf ("/cases/%u/case", index);
  g_autofree char   *minutes_place = g_strdup_printf ("/cases/%u/minutes", index);

  if (!g_hash_table_add (known, (gpointer) id))
    sdm_findings_add (findings, "track-case", case_place, _ ("the case “%s” stands here twice"), id);
  if (head == NULL)
    sdm_findings_add (findings, "track-case", case_place, _ ("there is no case “%s” beside this set or in the library"), id);
  else if (head->minutes != minutes)
    sdm_findings_add (findings, "track-minutes", minutes_place, _ ("the case “%s” takes %u minutes, not %u"), id, head->minutes, minutes);
}

/**
 * sdm_cli_check_track:
 * @findings: (element-type SdmFinding): gets everything that was found, with its place
 *
 * Checks a set of cases. May be called from any thread.
 */
void
sdm_cli_check_track (SdmJsonText *text,
                     GPtrArray   *findings)
{
  json_t *root = sdm_json_text_get_root (text);
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint   minutes = 0;
  json_t *item;
  size_t  i;

  sdm_json_text_find_repeated_keys (text, findings);
  if (sdm_schema_check (sdm_schema_get (SDM_SCHEMA_TRACK), root, findings))
    {
      library = open_beside (text);
      json_array_foreach (json_object_get (root, "cases"), i, item)
        {
          check_case (library, item, (guint) i, known, findings);
          minutes += (guint) json_integer_value (json_object_get (item, "minutes"));
        }
      if (minutes != (guint) json_integer_value (json_object_get (root, "minutes")))
        sdm_findings_add (findings, "track-minutes", "/minutes", _ ("its cases take %u minutes together"), minutes);
    }
  sdm_json_text_place_findings (text, findings);
}
