/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-track.h"

#include <glib/gi18n.h>

#include "sdm-core-error.h"
#include "sdm-schema.h"

static void
clear_case (gpointer data)
{
  SdmTrackCase *item = data;

  g_free (item->id);
  g_free (item->why);
}

static char *
dup_text (json_t     *object,
          const char *key)
{
  return g_strdup (json_string_value (json_object_get (object, key)));
}

static gboolean
check (SdmJsonText *text,
       GError     **error)
{
  json_t *root = sdm_json_text_get_root (text);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autofree char *line = NULL;
  SdmSchemaKind    kind;

  if (sdm_schema_kind_from_document (root, &kind, findings) && kind == SDM_SCHEMA_TRACK &&
      sdm_schema_check (sdm_schema_get (kind), root, findings))
    return TRUE;
  if (findings->len == 0)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT, _ ("%s is not a set of cases"), sdm_json_text_get_name (text));
      return FALSE;
    }
  sdm_json_text_place_findings (text, findings);
  line = sdm_json_text_describe (text, g_ptr_array_index (findings, 0));
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, line);

  return FALSE;
}

/**
 * sdm_track_new_from_text:
 *
 * Returns: (transfer full) (nullable): the set, or %NULL with @error set to the first fault and its place
 */
SdmTrack *
sdm_track_new_from_text (SdmJsonText *text,
                         GError     **error)
{
  json_t   *root = sdm_json_text_get_root (text);
  SdmTrack *self;
  json_t   *item;
  size_t    i;

  if (!check (text, error))
    return NULL;

  self = g_new0 (SdmTrack, 1);
  self->id = dup_text (root, "id");
  self->title = dup_text (root, "title");
  self->summary = dup_text (root, "summary");
  self->minutes = (guint) json_integer_value (json_object_get (root, "minutes"));
  self->cases = g_array_new (FALSE, FALSE, sizeof (SdmTrackCase));
  g_array_set_clear_func (self->cases, clear_case);
  json_array_foreach (json_object_get (root, "cases"), i, item)
    {
      SdmTrackCase added = { dup_text (item, "case"), dup_text (item, "why"), (guint) json_integer_value (json_object_get (item, "minutes")) };

      g_array_append_val (self->cases, added);
    }

  return self;
}

/**
 * sdm_track_load:
 * @files: (element-type GFile): where it may lie; the first that is there counts
 *
 * Reads a set. Blocks.
 *
 * Returns: (transfer full) (nullable): the set, or %NULL with @error set
 */
SdmTrack *
sdm_track_load (GPtrArray    *files,
                GCancellable *cancellable,
                GError      **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autoptr (SdmJsonText) text = NULL;

      if (!g_file_query_exists (file, cancellable))
        continue;
      text = sdm_json_text_load (file, cancellable, error);

      return text != NULL ? sdm_track_new_from_text (text, error) : NULL;
    }
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("no set of cases for those who begin was found"));

  return NULL;
}

void
sdm_track_free (SdmTrack *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_array_unref (self->cases);
  g_free (self);
}
