/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-blank.h"
#include "sdm-case.h"
#include "sdm-consultation-check-aid.h"
#include "sdm-persona-search.h"

/* Cases and consultations are checked beside the aid they name: the one in the folder above the
 * cases, or one of the library. */

static GPtrArray     *aid_folders; /* those named by --aids; belongs to the command */
static SdmAidLibrary *library;     /* scanned when first needed */
static GMutex         library_mutex;

/**
 * sdm_cli_use_aids:
 * @folders: (element-type utf8): where to look for aids first
 */
void
sdm_cli_use_aids (GPtrArray *folders)
{
  aid_folders = folders;
}

static GFile *
find_in_library (const char *id)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&library_mutex);
  GFile                          *file;

  if (library == NULL)
    library = sdm_cli_open_library (aid_folders, NULL);
  file = library != NULL ? sdm_aid_library_find_aid (library, id, NULL) : NULL;

  return file != NULL ? g_object_ref (file) : NULL;
}

/* The case lies in the folder "cases" of its aid. */
static GFile *
find_beside (SdmJsonText *text)
{
  const char      *path = sdm_json_text_get_path (text);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = folder != NULL ? g_path_get_basename (folder) : NULL;
  g_autofree char *above = folder != NULL ? g_path_get_dirname (folder) : NULL;
  g_autofree char *aid = above != NULL ? g_build_filename (above, "aid.json", NULL) : NULL;

  return g_strcmp0 (name, "cases") == 0 && g_file_test (aid, G_FILE_TEST_IS_REGULAR) ? g_file_new_for_path (aid) : NULL;
}

static SdmAid *
load_aid (SdmJsonText *text,
          const char  *id)
{
  g_autoptr (GFile) beside = find_beside (text);
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdmAid) aid = beside != NULL ? sdm_aid_load (beside, NULL, NULL) : NULL;

  if (aid != NULL && g_str_equal (sdm_aid_get_id (aid), id))
    return g_steal_pointer (&aid);
  file = find_in_library (id);

  return file != NULL ? sdm_aid_load (file, NULL, NULL) : NULL;
}

/**
 * sdm_cli_check_practice:
 * @kind: a case or a consultation
 * @findings: (element-type SdmFinding): gets everything that was found, with its place
 *
 * May be called from any thread.
 */
void
sdm_cli_check_practice (SdmSchemaKind kind,
                        SdmJsonText  *text,
                        GPtrArray    *findings)
{
  const gboolean is_case = kind == SDM_SCHEMA_CASE;
  json_t        *root = sdm_json_text_get_root (text);
  const char    *id = json_string_value (sdm_json_get (root, is_case ? "consultation/aid/id" : "aid/id"));
  g_autoptr (GObject) document = NULL;
  g_autoptr (SdmAid) aid = NULL;

  document = is_case ? (GObject *) sdm_case_new_from_text (text, findings, NULL)
                     : (GObject *) sdm_consultation_new_from_text (text, findings, NULL);
  if (document == NULL)
    return;

  if (is_case)
    {
      g_autoptr (SdmPersona) persona = sdm_persona_new (SDM_CASE (document));

      sdm_case_check_persona (root, findings);
      sdm_persona_search (persona, findings);
      sdm_persona_check_variety (persona, findings);
    }
  if (json_object_get (root, "blank") != NULL)
    aid = sdm_aid_new_for_blank (json_object_get (root, "blank"), json_string_value (json_object_get (root, "language")));
  else if (id != NULL)
    aid = load_aid (text, id);
  if (aid == NULL && id != NULL)
    sdm_findings_add (findings, "aid-not-found", is_case ? "/consultation/aid" : "/aid",
                      _ ("the aid “%s” was not found, or has errors; --aids=FOLDER says where it lies"), id);
  else if (aid != NULL && is_case)
    sdm_case_check_aid (root, aid, findings);
  else if (aid != NULL)
    sdm_consultation_check_aid (root, aid, findings);
  sdm_json_text_place_findings (text, findings);
}
