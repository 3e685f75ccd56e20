/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-scan-private.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sdm-aid-head-private.h"
#include "sdm-core-error.h"

/* Reads the heads of all aids and cases in some folders. */

static void
free_case_head (gpointer data)
{
  SdmCaseHead *head = data;

  g_free (head->id);
  g_free (head->title);
  g_free (head->summary);
  g_free (head->person);
  g_free (head->aid);
  g_strfreev (head->learn);
  g_strfreev (head->roles);
  g_strfreev (head->skills);
  g_clear_object (&head->file);
  g_free (head);
}

/**
 * sdm_aid_scan_new:
 *
 * Returns: (transfer full): what is found where nobody has looked
 */
SdmAidScan *
sdm_aid_scan_new (void)
{
  SdmAidScan *scan = g_atomic_rc_box_new0 (SdmAidScan);

  scan->aids = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_aid_head_free);
  scan->older = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_aid_head_free);
  scan->cases = g_ptr_array_new_with_free_func (free_case_head);
  scan->problems = g_ptr_array_new_with_free_func (g_free);
  scan->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return scan;
}

static void
clear_scan (gpointer data)
{
  SdmAidScan *scan = data;

  g_clear_pointer (&scan->folders, g_strfreev);
  g_clear_pointer (&scan->places, g_hash_table_unref);
  g_clear_pointer (&scan->aids, g_ptr_array_unref);
  g_clear_pointer (&scan->older, g_ptr_array_unref);
  g_clear_pointer (&scan->cases, g_ptr_array_unref);
  g_clear_pointer (&scan->problems, g_ptr_array_unref);
}

/* Reading heads */

static char *
dup_text (json_t     *root,
          const char *path)
{
  return g_strdup (json_string_value (sdm_json_get (root, path)));
}

static char **
dup_texts (json_t *list)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    if (json_is_string (item))
      g_strv_builder_add (texts, json_string_value (item));

  return g_strv_builder_end (texts);
}

/* Where the start of a file does not tell, or to find out what is wrong with it. */
static SdmAidHead *
read_whole_aid (SdmAidScan   *scan,
                GFile        *file,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, cancellable, &error);
  SdmAidHead *head;

  if (text == NULL)
    {
      g_ptr_array_add (scan->problems, g_strdup (error->message));
      return NULL;
    }
  head = sdm_aid_head_new_from_json (sdm_json_text_get_root (text));
  if (head == NULL)
    g_ptr_array_add (scan->problems, g_strdup_printf (_ ("not a decision aid of this version (%s:1:1)"), sdm_json_text_get_name (text)));

  return head;
}

/* Below 0 where the first is older. A part that is no number counts as 0. */
static int
compare_versions (const char *first,
                  const char *second)
{
  g_auto (GStrv) left = g_strsplit (first != NULL ? first : "", ".", 3);
  g_auto (GStrv) right = g_strsplit (second != NULL ? second : "", ".", 3);
  const guint n_left = g_strv_length (left);
  const guint n_right = g_strv_length (right);

  for (guint i = 0; i < 3; i++)
    {
      const guint64 one = i < n_left ? g_ascii_strtoull (left[i], NULL, 10) : 0;
      const guint64 other = i < n_right ? g_ascii_strtoull (right[i], NULL, 10) : 0;

      if (one != other)
        return one < other ? -1 : 1;
    }

  return 0;
}

/* Takes over @head. */
static void
take_aid (SdmAidScan *scan,
          SdmAidHead *head)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (scan->places, head->id, NULL, &place))
    {
      g_hash_table_insert (scan->places, g_strdup (head->id), GUINT_TO_POINTER (scan->aids->len));
      g_ptr_array_add (scan->aids, head);
    }
  else
    {
      gpointer *known = &g_ptr_array_index (scan->aids, GPOINTER_TO_UINT (place));

      if (compare_versions (((SdmAidHead *) *known)->version, head->version) < 0)
        {
          g_ptr_array_add (scan->older, *known);
          *known = head;
        }
      else
        g_ptr_array_add (scan->older, head);
    }
}

static void
scan_aid (SdmAidScan   *scan,
          int           folder,
          const char   *path,
          const char   *full_path,
          GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (full_path);
  g_autoptr (SdmAidHead) head = sdm_aid_head_read (folder, path);

  if (head == NULL)
    head = read_whole_aid (scan, file, cancellable);
  if (head == NULL)
    return;

  head->file = g_steal_pointer (&file);
  take_aid (scan, g_steal_pointer (&head));
}

static void
scan_case (SdmAidScan   *scan,
           GFile        *file,
           GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, cancellable, &error);
  json_t      *root;
  SdmCaseHead *head;

  if (text == NULL)
    {
      g_ptr_array_add (scan->problems, g_strdup (error->message));
      return;
    }

  root = sdm_json_text_get_root (text);
  if (json_string_value (json_object_get (root, "id")) == NULL || json_string_value (json_object_get (root, "title")) == NULL)
    {
      g_ptr_array_add (scan->problems, g_strdup_printf (_ ("not an example case of this version (%s:1:1)"), sdm_json_text_get_name (text)));
      return;
    }

  head = g_new0 (SdmCaseHead, 1);
  head->id = dup_text (root, "id");
  head->title = dup_text (root, "title");
  head->summary = dup_text (root, "summary");
  head->person = dup_text (root, "persona/name");
  head->aid = dup_text (root, "consultation/aid/id");
  head->learn = dup_texts (json_object_get (root, "learn"));
  head->roles = dup_texts (json_object_get (root, "for_roles"));
  head->skills = dup_texts (json_object_get (root, "skills"));
  head->minutes = (guint) json_integer_value (json_object_get (root, "minutes"));
  head->file = g_object_ref (file);
  g_ptr_array_add (scan->cases, head);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *const *first = a;
  const char *const *second = b;

  return g_strcmp0 (*first, *second);
}

/* Names of what lies in a folder, sorted, so that a scan is the same on every computer. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  GDir       *entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_clear_pointer (&entries, g_dir_close);
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* Whether there is such a file; when it was written and how long it is goes into the stamp. */
static gboolean
note_file (SdmAidScan *scan,
           int         folder,
           const char *path)
{
  struct stat status;
  guint64     parts[4] = { 0 };

  if (fstatat (folder, path, &status, 0) != 0)
    return FALSE;
  parts[0] = (guint64) status.st_mtim.tv_sec;
  parts[1] = (guint64) status.st_mtim.tv_nsec;
  parts[2] = (guint64) status.st_size;
  parts[3] = (guint64) status.st_ino;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    scan->stamp = (scan->stamp ^ parts[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  scan->stamp = (scan->stamp ^ g_str_hash (path)) * G_GUINT64_CONSTANT (0x100000001b3);

  return TRUE;
}

static void
scan_cases (SdmAidScan   *scan,
            const char   *path,
            GCancellable *cancellable)
{
  g_autoptr (GPtrArray) names = list_names (path);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *full = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autoptr (GFile) file = g_file_new_for_path (full);

      if (g_str_has_suffix (full, ".json") && note_file (scan, AT_FDCWD, full))
        scan_case (scan, file, cancellable);
    }
}

static void
scan_folder (SdmAidScan   *scan,
             const char   *path,
             GCancellable *cancellable)
{
  g_autoptr (GPtrArray) names = list_names (path);
  const int folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (folder < 0)
    return;
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *aid = g_strconcat (name, "/aid.json", NULL);
      g_autofree char *cases = g_strconcat (name, "/cases", NULL);
      g_autofree char *full_aid = g_build_filename (path, aid, NULL);

      if (!note_file (scan, folder, aid))
        continue;
      scan_aid (scan, folder, aid, full_aid, cancellable);
      if (note_file (scan, folder, cases))
        {
          g_autofree char *full_cases = g_build_filename (path, cases, NULL);

          scan_cases (scan, full_cases, cancellable);
        }
    }
  close (folder);
}

/* As a person looks for them, and the same on every computer. */
static int
compare_titles (const char *first,
                const char *second)
{
  g_autofree char *one = g_utf8_casefold (first, -1);
  g_autofree char *other = g_utf8_casefold (second, -1);

  return strcmp (one, other);
}

static int
compare_aids (gconstpointer a,
              gconstpointer b)
{
  const SdmAidHead *const *first = a;
  const SdmAidHead *const *second = b;

  return compare_titles ((*first)->title, (*second)->title);
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const SdmCaseHead *const *first = a;
  const SdmCaseHead *const *second = b;

  return compare_titles ((*first)->title, (*second)->title);
}

/**
 * sdm_aid_scan_folders:
 * @folders: (array zero-terminated=1): the first goes before the others
 * @cancellable: (nullable): ends the scan early, with what was found by then
 *
 * Blocks.
 *
 * Returns: (transfer full): what is in @folders
 */
SdmAidScan *
sdm_aid_scan_folders (const char *const *folders,
                      GCancellable      *cancellable)
{
  SdmAidScan *scan = sdm_aid_scan_new ();

  scan->folders = g_strdupv ((char **) folders);
  for (guint i = 0; folders[i] != NULL; i++)
    scan_folder (scan, folders[i], cancellable);
  g_ptr_array_sort (scan->aids, compare_aids);
  g_ptr_array_sort (scan->cases, compare_cases);

  return scan;
}

SdmAidScan *
sdm_aid_scan_ref (SdmAidScan *scan)
{
  return g_atomic_rc_box_acquire (scan);
}

void
sdm_aid_scan_unref (SdmAidScan *scan)
{
  g_atomic_rc_box_release_full (scan, clear_scan);
}
