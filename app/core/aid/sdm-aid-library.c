/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-library.h"

#include "sdm-aid-scan-private.h"

/**
 * SdmAidLibrary:
 *
 * The decision aids and example cases that lie in a number of folders. It
 * knows their heads only; a whole aid is read, and found to be broken further
 * down, when it is opened. Of several aids of one name the highest version counts, and of
 * those the one in the first folder; an older version is found where it is asked for by number.
 *
 * A file that cannot be read is left out and told under the problems.
 *
 * A scan that finds anything else than the one before, if only a file that was saved again, emits
 * SdmAidLibrary::changed. Other folders count from the next scan on; SdmAidLibrary::folders-changed
 * asks for one.
 */
struct _SdmAidLibrary
{
  GObject parent_instance;

  char      **folders;
  SdmAidScan *found; /* by the last scan */
};

enum
{
  CHANGED,
  FOLDERS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdmAidLibrary, sdm_aid_library, G_TYPE_OBJECT)

/* GObject */

static void
sdm_aid_library_finalize (GObject *object)
{
  SdmAidLibrary *self = SDM_AID_LIBRARY (object);

  g_clear_pointer (&self->folders, g_strfreev);
  g_clear_pointer (&self->found, sdm_aid_scan_unref);

  G_OBJECT_CLASS (sdm_aid_library_parent_class)->finalize (object);
}

static void
sdm_aid_library_class_init (SdmAidLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_aid_library_finalize;

  /**
   * SdmAidLibrary::changed:
   *
   * A scan found other files than the one before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SdmAidLibrary::folders-changed:
   *
   * It is to look in other folders: a new scan is needed.
   */
  signals[FOLDERS_CHANGED] = g_signal_new ("folders-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_aid_library_init (SdmAidLibrary *self)
{
  self->found = sdm_aid_scan_new ();
}

static void
take_scan (SdmAidLibrary *self,
           SdmAidScan    *scan)
{
  const char *const *before = (const char *const *) self->found->folders;
  const gboolean     is_other = self->found->stamp != scan->stamp ||
                            (before != NULL && !g_strv_equal (before, (const char *const *) scan->folders));

  sdm_aid_scan_unref (self->found);
  self->found = scan;
  if (is_other)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Public API */

/**
 * sdm_aid_library_new:
 * @folders: folders that hold one folder an aid
 *
 * Returns: (transfer full): a library that is empty until it is scanned
 */
SdmAidLibrary *
sdm_aid_library_new (const char *const *folders)
{
  SdmAidLibrary *self = g_object_new (SDM_TYPE_AID_LIBRARY, NULL);

  self->folders = g_strdupv ((char **) folders);

  return self;
}

/**
 * sdm_aid_library_copy:
 *
 * Returns: (transfer full): a library of its own with what was found so far, for another thread
 */
SdmAidLibrary *
sdm_aid_library_copy (SdmAidLibrary *self)
{
  SdmAidLibrary *copy = sdm_aid_library_new ((const char *const *) self->folders);

  sdm_aid_scan_unref (copy->found);
  copy->found = sdm_aid_scan_ref (self->found);

  return copy;
}

/**
 * sdm_aid_library_set_folders:
 * @folders: folders that hold one folder an aid
 *
 * Looks in these folders from the next scan on.
 */
void
sdm_aid_library_set_folders (SdmAidLibrary     *self,
                             const char *const *folders)
{
  g_return_if_fail (SDM_IS_AID_LIBRARY (self));

  if (g_strv_equal ((const char *const *) self->folders, folders))
    return;
  g_strfreev (self->folders);
  self->folders = g_strdupv ((char **) folders);
  g_signal_emit (self, signals[FOLDERS_CHANGED], 0);
}

/**
 * sdm_aid_library_get_default_folders:
 * @first: (nullable): folders named on the command line, which come first
 * @added: (nullable): folders chosen in the preferences
 *
 * Returns: (transfer full): the first, then EVENHAND_AIDS (colons between), the added ones, the
 *   person's own folder and the shipped one
 */
char **
sdm_aid_library_get_default_folders (const char *const *first,
                                     const char *const *added)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  const char      *from_environment = g_getenv ("EVENHAND_AIDS");
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "evenhand", "decision-aids", NULL);

  if (first != NULL)
    g_strv_builder_addv (folders, (const char **) first);
  if (from_environment != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (from_environment, ":", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
          g_strv_builder_add (folders, parts[i]);
    }
  if (added != NULL)
    g_strv_builder_addv (folders, (const char **) added);
  g_strv_builder_add (folders, own);
  g_strv_builder_add (folders, AIDS_DIR);

  return g_strv_builder_end (folders);
}

/**
 * sdm_aid_library_was_scanned:
 *
 * Returns: whether what the library knows comes from its folders; before the first scan it knows nothing
 */
gboolean
sdm_aid_library_was_scanned (SdmAidLibrary *self)
{
  g_return_val_if_fail (SDM_IS_AID_LIBRARY (self), FALSE);

  return self->found->folders != NULL;
}

/**
 * sdm_aid_library_scan:
 *
 * Looks through the folders. Blocks; the window uses sdm_aid_library_scan_async().
 */
void
sdm_aid_library_scan (SdmAidLibrary *self,
                      GCancellable  *cancellable)
{
  take_scan (self, sdm_aid_scan_folders ((const char *const *) self->folders, cancellable));
}

static void
scan_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, sdm_aid_scan_folders (data, cancellable), (GDestroyNotify) sdm_aid_scan_unref);
}

/**
 * sdm_aid_library_scan_async:
 *
 * Looks through the folders on another thread.
 */
void
sdm_aid_library_scan_async (SdmAidLibrary      *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, sdm_aid_library_scan_async);
  g_task_set_task_data (task, g_strdupv (self->folders), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, scan_in_thread);
}

gboolean
sdm_aid_library_scan_finish (SdmAidLibrary *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  SdmAidScan *scan = g_task_propagate_pointer (G_TASK (result), error);

  if (scan == NULL)
    return FALSE;
  take_scan (self, scan);

  return TRUE;
}

/**
 * sdm_aid_library_get_aids:
 *
 * Returns: (transfer none) (element-type SdmAidHead): by title
 */
GPtrArray *
sdm_aid_library_get_aids (SdmAidLibrary *self)
{
  return self->found->aids;
}

/**
 * sdm_aid_library_get_cases:
 *
 * Returns: (transfer none) (element-type SdmCaseHead): by title
 */
GPtrArray *
sdm_aid_library_get_cases (SdmAidLibrary *self)
{
  return self->found->cases;
}

/**
 * sdm_aid_library_get_problems:
 *
 * Returns: (transfer none) (element-type utf8): one line for each file that could not be read
 */
GPtrArray *
sdm_aid_library_get_problems (SdmAidLibrary *self)
{
  return self->found->problems;
}

static int
count_below (GPtrArray *heads,
             GFile     *folder)
{
  int n = 0;

  for (guint i = 0; i < heads->len; i++)
    if (g_file_has_prefix (((SdmAidHead *) g_ptr_array_index (heads, i))->file, folder))
      n++;

  return n;
}

/**
 * sdm_aid_library_list_places:
 * @path: a file below a folder of aids, such as "tracks/starter.json"
 *
 * Does not look whether it is there.
 *
 * Returns: (transfer full) (element-type GFile): where it can lie, the folder that counts first before the others
 */
GPtrArray *
sdm_aid_library_list_places (SdmAidLibrary *self,
                             const char    *path)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->folders[i] != NULL; i++)
    {
      g_autofree char *whole = g_build_filename (self->folders[i], path, NULL);

      g_ptr_array_add (places, g_file_new_for_path (whole));
    }

  return places;
}

/**
 * sdm_aid_library_count_in:
 * @path: a folder that holds one folder an aid
 *
 * Returns: how many aids were found there, whether or not another version goes before them; -1
 *   where nobody has looked there yet
 */
int
sdm_aid_library_count_in (SdmAidLibrary *self,
                          const char    *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (self->found->folders == NULL || !g_strv_contains ((const char *const *) self->found->folders, path))
    return -1;

  return count_below (self->found->aids, folder) + count_below (self->found->older, folder);
}

static GFile *
find_in_heads (GPtrArray  *heads,
               const char *id,
               const char *version)
{
  for (guint i = 0; i < heads->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (heads, i);

      if (g_strcmp0 (head->id, id) == 0 && (version == NULL || g_strcmp0 (head->version, version) == 0))
        return head->file;
    }

  return NULL;
}

/**
 * sdm_aid_library_find_aid:
 * @version: (nullable): a version that is looked for
 *
 * Returns: (transfer none) (nullable): the file of that version; where there is none of it, or
 *   @version is %NULL, of the highest
 */
GFile *
sdm_aid_library_find_aid (SdmAidLibrary *self,
                          const char    *id,
                          const char    *version)
{
  GFile *file = NULL;

  if (version != NULL)
    {
      file = find_in_heads (self->found->aids, id, version);
      if (file == NULL)
        file = find_in_heads (self->found->older, id, version);
    }

  return file != NULL ? file : find_in_heads (self->found->aids, id, NULL);
}

/**
 * sdm_aid_library_find_case:
 *
 * Returns: (transfer none) (nullable): the file of the case
 */
GFile *
sdm_aid_library_find_case (SdmAidLibrary *self,
                           const char    *id)
{
  for (guint i = 0; i < self->found->cases->len; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (self->found->cases, i);

      if (g_strcmp0 (head->id, id) == 0)
        return head->file;
    }

  return NULL;
}

static gboolean
has_words (const char *text,
           const char *words)
{
  return *words == '\0' || g_str_match_string (words, text, TRUE);
}

/**
 * sdm_case_head_fits:
 * @role: (nullable): for whom it should be, such as "gp"; %NULL for anybody
 * @skill: (nullable): what it should train, such as "drawing-out"; %NULL for anything
 */
gboolean
sdm_case_head_fits (const SdmCaseHead *head,
                    const char        *role,
                    const char        *skill)
{
  return (role == NULL || g_strv_contains ((const char *const *) head->roles, role)) &&
         (skill == NULL || g_strv_contains ((const char *const *) head->skills, skill));
}

static char *
join_words (const SdmAidHead *head)
{
  g_autofree char *keywords = g_strjoinv (" ", head->keywords);

  return g_strjoin (" ", head->title, head->decision, keywords, NULL);
}

/**
 * sdm_aid_head_matches:
 * @words: what somebody typed, in any case and order
 *
 * Returns: whether every word stands in the title, the question or the search words
 */
gboolean
sdm_aid_head_matches (const SdmAidHead *head,
                      const char       *words)
{
  g_autofree char *all = join_words (head);

  return has_words (all, words);
}

/**
 * sdm_aid_library_case_matches:
 * @head: an example case of the library
 * @words: what somebody typed, in any case and order
 *
 * Returns: whether every word stands in the title, the summary or the name of the person, or in
 *   what its decision aid is found by
 */
gboolean
sdm_aid_library_case_matches (SdmAidLibrary     *self,
                              const SdmCaseHead *head,
                              const char        *words)
{
  g_autofree char *of_aid = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < self->found->aids->len && of_aid == NULL; i++)
    if (g_strcmp0 (((SdmAidHead *) g_ptr_array_index (self->found->aids, i))->id, head->aid) == 0)
      of_aid = join_words (g_ptr_array_index (self->found->aids, i));
  all = g_strjoin (" ", head->title, head->summary, head->person, of_aid, NULL);

  return has_words (all, words);
}
