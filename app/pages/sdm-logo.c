/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-logo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"

/* A logo comes from anywhere: it is looked at before it is decoded, and what is kept is drawn anew
 * from its points, without whatever else was in the file. */

#define MOST_BYTES  (8 * 1024 * 1024)
#define MOST_POINTS 4000
/* A logo 5 cm wide on paper, at 600 points an inch. */
#define KEPT_POINTS 1200
/* On a letter it is 40 mm wide at most: 380 points an inch. The schema of a consultation has the same limits. */
#define PRINTED_POINTS 600
#define LEAST_POINTS   60
#define PRINTED_BYTES  (96 * 1024)

static void
set_error (GError    **error,
           const char *text)
{
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, text);
}

/* Reading */

static GBytes *
read_bytes (GFile        *file,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize              length;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_error (error, _ ("This is not a file with a picture."));
      return NULL;
    }
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      set_error (error, _ ("This file is larger than 8 MB. Choose a smaller picture."));
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  bytes = g_malloc (MOST_BYTES);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, MOST_BYTES, &length, cancellable, error))
    return NULL;

  return g_bytes_new (bytes, length);
}

/* Only what is in use for logos, and what the letter can print. */
static const char *
find_type (GBytes *bytes)
{
  gsize       length;
  const char *start = g_bytes_get_data (bytes, &length);

  if (length >= 8 && memcmp (start, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (length >= 3 && memcmp (start, "\xff\xd8\xff", 3) == 0)
    return "jpeg";

  return NULL;
}

/* Decoders fill up a file that breaks off with grey, so its end is looked for. */
static gboolean
is_whole (GBytes     *bytes,
          const char *type)
{
  gsize             length;
  const char       *start = g_bytes_get_data (bytes, &length);
  const char *const mark = g_str_equal (type, "png") ? "IEND" : "\xff\xd9";
  const gsize       mark_length = strlen (mark);

  for (gsize i = length - MIN (length, 4096); i + mark_length <= length; i++)
    if (memcmp (start + i, mark, mark_length) == 0)
      return TRUE;

  return FALSE;
}

typedef struct
{
  int width;
  int height;
} Size;

static gboolean
is_too_large (const Size *size)
{
  return size->width > MOST_POINTS || size->height > MOST_POINTS;
}

/* Comes before room is made for the points: no size, no decoding. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Size            *size)
{
  *size = (Size){ width, height };
  if (is_too_large (size))
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static GdkPixbuf *
decode (GBytes  *bytes,
        GError **error)
{
  const char *type = find_type (bytes);
  Size        size = { 0, 0 };
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GError) decoder_error = NULL;
  gboolean whole;

  if (type == NULL)
    {
      set_error (error, _ ("This is not a PNG or JPEG picture. Choose one of these."));
      return NULL;
    }
  loader = gdk_pixbuf_loader_new_with_type (type, error);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &size);
  whole = gdk_pixbuf_loader_write_bytes (loader, bytes, &decoder_error);
  whole = gdk_pixbuf_loader_close (loader, whole ? &decoder_error : NULL) && whole;
  if (is_too_large (&size))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                 /* Translators: width and height of a picture, and the most there may be, in pixels */
                 _ ("This picture is %d by %d pixels, and %d by %d fit. Choose a smaller one."),
                    size.width, size.height, MOST_POINTS, MOST_POINTS);
  else if (!whole || !is_whole (bytes, type) || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    set_error (error, _ ("This picture is damaged or breaks off. Choose another copy of it."));
  else
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return NULL;
}

/* Keeping */

static GdkPixbuf *
shrink (GdkPixbuf *picture,
        int        most)
{
  const int width = gdk_pixbuf_get_width (picture);
  const int height = gdk_pixbuf_get_height (picture);
  const int longer = MAX (width, height);

  if (longer <= most)
    return g_object_ref (picture);

  return gdk_pixbuf_scale_simple (picture, MAX (1, width * most / longer), MAX (1, height * most / longer),
                                  GDK_INTERP_BILINEAR);
}

/* Named after what is in it: a logo that is chosen twice is kept once, and another never takes its place. */
static char *
write_copy (const char *folder,
            const char *bytes,
            gsize       length,
            GError    **error)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_autofree char *name = g_strdup_printf ("logo-%.8s.png", sum);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int code = errno;

      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("The picture could not be kept: %s"), g_strerror (code));
      return NULL;
    }
  if (!g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    {
      g_prefix_error (error, "%s", _ ("The picture could not be kept: "));
      return NULL;
    }

  return g_steal_pointer (&name);
}

/* Public API */

/**
 * sdm_logo_dup_folder:
 *
 * Returns: (transfer full): the folder of this person that holds the copy
 */
char *
sdm_logo_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "evenhand", "letterhead", NULL);
}

/**
 * sdm_logo_keep:
 * @file: a picture that somebody chose
 * @folder: where the copy is kept
 *
 * Decodes a picture and keeps a copy of it, of at most 1,200 points a side. Blocks.
 *
 * Returns: (transfer full) (nullable): the name of the copy in @folder; %NULL with @error set, in
 *   words for who chose it, where the file is no picture, is damaged, or is too large
 */
char *
sdm_logo_keep (GFile        *file,
               const char   *folder,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GBytes) bytes = read_bytes (file, cancellable, error);
  g_autoptr (GdkPixbuf) picture = bytes != NULL ? decode (bytes, error) : NULL;
  g_autoptr (GdkPixbuf) kept = picture != NULL ? shrink (picture, KEPT_POINTS) : NULL;
  g_autofree char *png = NULL;
  gsize            length;

  if (kept == NULL || !gdk_pixbuf_save_to_buffer (kept, &png, &length, "png", error, NULL))
    return NULL;

  return write_copy (folder, png, length, error);
}

typedef struct
{
  GFile *file;
  char  *folder;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_free (request->folder);
  g_free (request);
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;
  GError        *error = NULL;
  char          *name = sdm_logo_keep (request->file, request->folder, cancellable, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * sdm_logo_keep_async:
 *
 * The same on another thread.
 */
void
sdm_logo_keep_async (GFile              *file,
                     const char         *folder,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->folder = g_strdup (folder);
  g_task_set_source_tag (task, sdm_logo_keep_async);
  g_task_set_task_data (task, request, free_request);
  g_task_run_in_thread (task, keep_in_thread);
}

/**
 * sdm_logo_keep_finish:
 *
 * Returns: (transfer full) (nullable): the name of the copy in its folder; %NULL with @error set
 */
char *
sdm_logo_keep_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sdm_logo_encode:
 * @file: the copy that was kept
 *
 * Makes the logo as small as a consultation can hold: a PNG picture in base64, of at most 600 points a
 * side and less where it would still be too long. Blocks.
 *
 * Returns: (transfer full) (nullable): the text for start/practice/logo; %NULL with @error set
 */
char *
sdm_logo_encode (GFile        *file,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GBytes) bytes = read_bytes (file, cancellable, error);
  g_autoptr (GdkPixbuf) picture = bytes != NULL ? decode (bytes, error) : NULL;

  for (int most = PRINTED_POINTS; picture != NULL && most >= LEAST_POINTS; most = most * 2 / 3)
    {
      g_autoptr (GdkPixbuf) small = shrink (picture, most);
      g_autofree char *png = NULL;
      gsize            length;

      if (!gdk_pixbuf_save_to_buffer (small, &png, &length, "png", error, "compression", "9", NULL))
        return NULL;
      if (length <= PRINTED_BYTES)
        return g_base64_encode ((const guchar *) png, length);
    }
  if (picture != NULL)
    set_error (error, _ ("This picture has too many colours to be printed on a letter."));

  return NULL;
}

static void
encode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  char   *text = sdm_logo_encode (data, cancellable, &error);

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * sdm_logo_encode_async:
 *
 * The same on another thread.
 */
void
sdm_logo_encode_async (GFile              *file,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, sdm_logo_encode_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, encode_in_thread);
}

/**
 * sdm_logo_encode_finish:
 *
 * Returns: (transfer full) (nullable): the text for start/practice/logo; %NULL with @error set,
 *   also where it was cancelled when it had been made
 */
char *
sdm_logo_encode_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
