/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-library.h"

#include <glib/gi18n.h>

#include "sdm-core-error.h"
#include "sdm-schema.h"

/**
 * SdmAidLibrary:
 *
 * The decision aids and example cases that lie in a number of folders. It
 * knows their heads only; a whole aid is read when it is opened. Where two
 * folders have an aid of the same name, the first folder's counts.
 *
 * A file that cannot be read is left out and told under the problems.
 */
struct _SdmAidLibrary
{
  GObject parent_instance;

  char     **folders;
  GPtrArray *aids;     /* of SdmAidHead, by title */
  GPtrArray *cases;    /* of SdmCaseHead, by title */
  GPtrArray *problems; /* of char *, one line each */
};

G_DEFINE_FINAL_TYPE (SdmAidLibrary, sdm_aid_library, G_TYPE_OBJECT)

/* What one scan found; handed over whole. */
typedef struct
{
  GPtrArray *aids;
  GPtrArray *cases;
  GPtrArray *problems;
} Scan;

static void
free_aid_head (gpointer data)
{
  SdmAidHead *head = data;

  g_free (head->id);
  g_free (head->title);
  g_free (head->decision);
  g_strfreev (head->keywords);
  g_free (head->review_by);
  g_clear_object (&head->file);
  g_free (head);
}

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
  g_clear_object (&head->file);
  g_free (head);
}

static Scan *
new_scan (void)
{
  Scan *scan = g_new0 (Scan, 1);

  scan->aids = g_ptr_array_new_with_free_func (free_aid_head);
  scan->cases = g_ptr_array_new_with_free_func (free_case_head);
  scan->problems = g_ptr_array_new_with_free_func (g_free);

  return scan;
}

static void
free_scan (gpointer data)
{
  Scan *scan = data;

  g_clear_pointer (&scan->aids, g_ptr_array_unref);
  g_clear_pointer (&scan->cases, g_ptr_array_unref);
  g_clear_pointer (&scan->problems, g_ptr_array_unref);
  g_free (scan);
}

/* GObject */

static void
sdm_aid_library_finalize (GObject *object)
{
  SdmAidLibrary *self = SDM_AID_LIBRARY (object);

  g_clear_pointer (&self->folders, g_strfreev);
  g_clear_pointer (&self->aids, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_aid_library_parent_class)->finalize (object);
}

static void
sdm_aid_library_class_init (SdmAidLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_aid_library_finalize;
}

static void
sdm_aid_library_init (SdmAidLibrary *self)
{
  self->aids = g_ptr_array_new_with_free_func (free_aid_head);
  self->cases = g_ptr_array_new_with_free_func (free_case_head);
  self->problems = g_ptr_array_new_with_free_func (g_free);
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

static gboolean
has_aid (Scan       *scan,
         const char *id)
{
  for (guint i = 0; i < scan->aids->len; i++)
    if (g_strcmp0 (((SdmAidHead *) g_ptr_array_index (scan->aids, i))->id, id) == 0)
      return TRUE;

  return FALSE;
}

static void
scan_aid (Scan         *scan,
          GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, cancellable, &error);
  json_t     *root;
  SdmAidHead *head;

  if (text == NULL)
    {
      g_ptr_array_add (scan->problems, g_strdup (error->message));
      return;
    }

  root = sdm_json_text_get_root (text);
  if (g_strcmp0 (json_string_value (json_object_get (root, "format")), sdm_schema_kind_get_format (SDM_SCHEMA_AID)) != 0 || json_string_value (json_object_get (root, "id")) == NULL || json_string_value (json_object_get (root, "title")) == NULL)
    {
      g_ptr_array_add (scan->problems, g_strdup_printf (_ ("not a decision aid of this version (%s:1:1)"), sdm_json_text_get_name (text)));
      return;
    }
  if (has_aid (scan, json_string_value (json_object_get (root, "id"))))
    return;

  head = g_new0 (SdmAidHead, 1);
  head->id = dup_text (root, "id");
  head->title = dup_text (root, "title");
  head->decision = dup_text (root, "decision");
  head->keywords = dup_texts (json_object_get (root, "keywords"));
  head->n_options = (guint) json_array_size (json_object_get (root, "options"));
  head->review_by = dup_text (root, "review_by");
  head->file = g_object_ref (file);
  g_ptr_array_add (scan->aids, head);
}

static void
scan_case (Scan         *scan,
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
list_names (GFile        *folder,
            GCancellable *cancellable)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) entries = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                   G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  GFileInfo *info;

  while (entries != NULL && g_file_enumerator_iterate (entries, &info, NULL, cancellable, NULL) && info != NULL)
    g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
scan_folder (Scan         *scan,
             const char   *path,
             GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) names = list_names (folder, cancellable);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) below = g_file_get_child (folder, g_ptr_array_index (names, i));
      g_autoptr (GFile) aid = g_file_get_child (below, "aid.json");
      g_autoptr (GFile) cases = g_file_get_child (below, "cases");
      g_autoptr (GPtrArray) case_names = NULL;

      if (!g_file_query_exists (aid, cancellable))
        continue;
      scan_aid (scan, aid, cancellable);
      case_names = list_names (cases, cancellable);
      for (guint c = 0; c < case_names->len; c++)
        {
          g_autoptr (GFile) file = g_file_get_child (cases, g_ptr_array_index (case_names, c));

          if (g_str_has_suffix (g_ptr_array_index (case_names, c), ".json"))
            scan_case (scan, file, cancellable);
        }
    }
}

static int
compare_aids (gconstpointer a,
              gconstpointer b)
{
  const SdmAidHead *const *first = a;
  const SdmAidHead *const *second = b;

  return g_strcmp0 ((*first)->title, (*second)->title);
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const SdmCaseHead *const *first = a;
  const SdmCaseHead *const *second = b;

  return g_strcmp0 ((*first)->title, (*second)->title);
}

static Scan *
scan_all (char *const  *folders,
          GCancellable *cancellable)
{
  Scan *scan = new_scan ();

  for (guint i = 0; folders[i] != NULL; i++)
    scan_folder (scan, folders[i], cancellable);
  g_ptr_array_sort (scan->aids, compare_aids);
  g_ptr_array_sort (scan->cases, compare_cases);

  return scan;
}

static void
take_scan (SdmAidLibrary *self,
           Scan          *scan)
{
  g_ptr_array_unref (self->aids);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->problems);
  self->aids = g_steal_pointer (&scan->aids);
  self->cases = g_steal_pointer (&scan->cases);
  self->problems = g_steal_pointer (&scan->problems);
  free_scan (scan);
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

  g_ptr_array_unref (copy->aids);
  g_ptr_array_unref (copy->cases);
  g_ptr_array_unref (copy->problems);
  copy->aids = g_ptr_array_ref (self->aids);
  copy->cases = g_ptr_array_ref (self->cases);
  copy->problems = g_ptr_array_ref (self->problems);

  return copy;
}

/**
 * sdm_aid_library_get_default_folders:
 * @first: (nullable): folders named on the command line, which come first
 *
 * Returns: (transfer full): those, then EVENHAND_AIDS (colons between), the person's
 *   own folder and the shipped one
 */
char **
sdm_aid_library_get_default_folders (const char *const *first)
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
  g_strv_builder_add (folders, own);
  g_strv_builder_add (folders, AIDS_DIR);

  return g_strv_builder_end (folders);
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
  take_scan (self, scan_all (self->folders, cancellable));
}

static void
scan_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, scan_all (data, cancellable), free_scan);
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
  Scan *scan = g_task_propagate_pointer (G_TASK (result), error);

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
  return self->aids;
}

/**
 * sdm_aid_library_get_cases:
 *
 * Returns: (transfer none) (element-type SdmCaseHead): by title
 */
GPtrArray *
sdm_aid_library_get_cases (SdmAidLibrary *self)
{
  return self->cases;
}

/**
 * sdm_aid_library_get_problems:
 *
 * Returns: (transfer none) (element-type utf8): one line for each file that could not be read
 */
GPtrArray *
sdm_aid_library_get_problems (SdmAidLibrary *self)
{
  return self->problems;
}

/**
 * sdm_aid_library_find_aid:
 *
 * Returns: (transfer none) (nullable): the file of the aid
 */
GFile *
sdm_aid_library_find_aid (SdmAidLibrary *self,
                          const char    *id)
{
  for (guint i = 0; i < self->aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (self->aids, i);

      if (g_strcmp0 (head->id, id) == 0)
        return head->file;
    }

  return NULL;
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
  for (guint i = 0; i < self->cases->len; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (self->cases, i);

      if (g_strcmp0 (head->id, id) == 0)
        return head->file;
    }

  return NULL;
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
  g_autofree char *keywords = g_strjoinv (" ", head->keywords);
  g_autofree char *all = g_strjoin (" ", head->title, head->decision, keywords, NULL);

  return g_str_match_string (words, all, TRUE) || *words == '\0';
}
