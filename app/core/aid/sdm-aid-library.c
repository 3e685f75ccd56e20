/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-library.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sdm-aid-head-private.h"
#include "sdm-core-error.h"

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

  char     **folders;
  char     **scanned;  /* (nullable): the folders of the last scan */
  GPtrArray *aids;     /* of SdmAidHead, by title */
  GPtrArray *older;    /* of SdmAidHead: those that another version or folder goes before */
  GPtrArray *cases;    /* of SdmCaseHead, by title */
  GPtrArray *problems; /* of char *, one line each */
  guint64    stamp;    /* of the files that were found */
};

enum
{
  CHANGED,
  FOLDERS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdmAidLibrary, sdm_aid_library, G_TYPE_OBJECT)

/* What one scan found; handed over whole. */
typedef struct
{
  char      **folders;
  GPtrArray  *aids;
  GPtrArray  *older;
  GPtrArray  *cases;
  GPtrArray  *problems;
  GHashTable *places; /* id of an aid → where it stands in aids */
  guint64     stamp;
} Scan;

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

  scan->aids = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_aid_head_free);
  scan->older = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_aid_head_free);
  scan->cases = g_ptr_array_new_with_free_func (free_case_head);
  scan->problems = g_ptr_array_new_with_free_func (g_free);
  scan->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return scan;
}

static void
free_scan (gpointer data)
{
  Scan *scan = data;

  g_clear_pointer (&scan->folders, g_strfreev);
  g_clear_pointer (&scan->places, g_hash_table_unref);
  g_clear_pointer (&scan->aids, g_ptr_array_unref);
  g_clear_pointer (&scan->older, g_ptr_array_unref);
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
  g_clear_pointer (&self->scanned, g_strfreev);
  g_clear_pointer (&self->aids, g_ptr_array_unref);
  g_clear_pointer (&self->older, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

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
  self->aids = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_aid_head_free);
  self->older = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_aid_head_free);
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

/* Where the start of a file does not tell, or to find out what is wrong with it. */
static SdmAidHead *
read_whole_aid (Scan         *scan,
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
take_aid (Scan       *scan,
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
scan_aid (Scan         *scan,
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
note_file (Scan       *scan,
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
scan_cases (Scan         *scan,
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
scan_folder (Scan         *scan,
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

static Scan *
scan_all (char *const  *folders,
          GCancellable *cancellable)
{
  Scan *scan = new_scan ();

  scan->folders = g_strdupv ((char **) folders);
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
  const gboolean is_other = self->stamp != scan->stamp ||
                            (self->scanned != NULL && !g_strv_equal ((const char *const *) self->scanned, (const char *const *) scan->folders));

  g_strfreev (self->scanned);
  self->scanned = g_steal_pointer (&scan->folders);
  g_ptr_array_unref (self->aids);
  g_ptr_array_unref (self->older);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->problems);
  self->aids = g_steal_pointer (&scan->aids);
  self->older = g_steal_pointer (&scan->older);
  self->cases = g_steal_pointer (&scan->cases);
  self->problems = g_steal_pointer (&scan->problems);
  self->stamp = scan->stamp;
  free_scan (scan);
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

  g_ptr_array_unref (copy->aids);
  g_ptr_array_unref (copy->older);
  g_ptr_array_unref (copy->cases);
  g_ptr_array_unref (copy->problems);
  copy->stamp = self->stamp;
  copy->scanned = g_strdupv (self->scanned);
  copy->aids = g_ptr_array_ref (self->aids);
  copy->older = g_ptr_array_ref (self->older);
  copy->cases = g_ptr_array_ref (self->cases);
  copy->problems = g_ptr_array_ref (self->problems);

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

  return self->scanned != NULL;
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

  if (self->scanned == NULL || !g_strv_contains ((const char *const *) self->scanned, path))
    return -1;

  return count_below (self->aids, folder) + count_below (self->older, folder);
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
      file = find_in_heads (self->aids, id, version);
      if (file == NULL)
        file = find_in_heads (self->older, id, version);
    }

  return file != NULL ? file : find_in_heads (self->aids, id, NULL);
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

static gboolean
has_words (const char *text,
           const char *words)
{
  return *words == '\0' || g_str_match_string (words, text, TRUE);
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

  for (guint i = 0; i < self->aids->len && of_aid == NULL; i++)
    if (g_strcmp0 (((SdmAidHead *) g_ptr_array_index (self->aids, i))->id, head->aid) == 0)
      of_aid = join_words (g_ptr_array_index (self->aids, i));
  all = g_strjoin (" ", head->title, head->summary, head->person, of_aid, NULL);

  return has_words (all, words);
}
