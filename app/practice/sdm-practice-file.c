/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-practice-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-schema.h"
#include "sdm-talk-check.h"

/* evenhand-practice-file/1: the practice consultation and what was kept of the practice, side by side. It
 * goes to a mentor, and comes back with comments, which join those that are there. */

#define FORMAT "evenhand-practice-file/1"

static json_t *
parse (GBytes *bytes)
{
  return json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
}

/**
 * sdm_practice_file_write:
 * @consultation: of practice
 *
 * Returns: (transfer full): both in one document
 */
GBytes *
sdm_practice_file_write (SdmConsultation    *consultation,
                         SdmPracticeSession *session)
{
  g_autoptr (GBytes) consultation_bytes = sdm_consultation_to_bytes (consultation);
  g_autoptr (GBytes) session_bytes = sdm_practice_session_to_bytes (session);
  g_autoptr (json_t) file = json_object ();
  char *text;

  json_object_set_new (file, "format", json_string (FORMAT));
  json_object_set_new (file, "consultation", parse (consultation_bytes));
  json_object_set_new (file, "session", parse (session_bytes));
  text = sdm_json_write (file);

  return g_bytes_new_take (text, strlen (text));
}

/* Reading */

static gboolean
check (SdmJsonText *text,
       GError     **error)
{
  json_t *root = sdm_json_text_get_root (text);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autofree char *line = NULL;
  SdmSchemaKind    kind;

  sdm_json_text_find_repeated_keys (text, findings);
  if (findings->len == 0 && sdm_schema_kind_from_document (root, &kind, findings) && kind == SDM_SCHEMA_PRACTICE_FILE &&
      sdm_schema_check (sdm_schema_get (kind), root, findings))
    return TRUE;
  if (findings->len == 0)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT, _ ("%s is not a practice case"), sdm_json_text_get_name (text));
      return FALSE;
    }
  sdm_json_text_place_findings (text, findings);
  line = sdm_json_text_describe (text, g_ptr_array_index (findings, 0));
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, line);

  return FALSE;
}

/* A part as a document of its own, which is checked as such. */
static SdmJsonText *
read_part (SdmJsonText *text,
           const char  *part,
           GError     **error)
{
  char *written = sdm_json_write (json_object_get (sdm_json_text_get_root (text), part));
  g_autoptr (GBytes) bytes = g_bytes_new_take (written, strlen (written));
  g_autofree char *name = g_strdup_printf ("%s: %s", sdm_json_text_get_name (text), part);

  return sdm_json_text_parse (bytes, name, error);
}

/**
 * sdm_practice_file_read:
 * @consultation: (out) (transfer full): the practice consultation
 * @session: (out) (transfer full): what was kept of the practice
 *
 * Reads such a file. Each part is checked as if it came alone; the two must belong together, and none is about a real person.
 */
gboolean
sdm_practice_file_read (SdmJsonText         *text,
                        SdmConsultation    **consultation,
                        SdmPracticeSession **session,
                        GError             **error)
{
  g_autoptr (SdmJsonText) first = NULL;
  g_autoptr (SdmJsonText) second = NULL;
  g_autoptr (SdmConsultation) talk = NULL;
  g_autoptr (SdmPracticeSession) practice = NULL;

  if (!check (text, error))
    return FALSE;
  first = read_part (text, "consultation", error);
  talk = first != NULL ? sdm_consultation_new_from_text (first, NULL, error) : NULL;
  second = talk != NULL ? read_part (text, "session", error) : NULL;
  practice = second != NULL ? sdm_practice_session_new_from_text (second, NULL, error) : NULL;
  if (practice == NULL)
    return FALSE;
  if (!sdm_consultation_is_practice (talk))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("this is the consultation of a real person and no practice; it was not opened"));
      return FALSE;
    }
  if (g_strcmp0 (sdm_consultation_get_id (talk), sdm_practice_session_get_id (practice)) != 0)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("the two parts of this file belong to different practice cases; ask for the file again"));
      return FALSE;
    }
  *consultation = g_steal_pointer (&talk);
  *session = g_steal_pointer (&practice);

  return TRUE;
}

/* Joining */

static gboolean
has_comment (SdmPracticeSession *self,
             const char         *at,
             const char         *by,
             const char         *text)
{
  const guint n_comments = sdm_practice_session_get_n_comments (self);

  for (guint i = 0; i < n_comments; i++)
    {
      const char *own_at;
      const char *own_text = sdm_practice_session_get_comment (self, i, &own_at);

      if (g_str_equal (own_at, at) && g_str_equal (own_text, text) && g_strcmp0 (sdm_practice_session_get_comment_by (self, i), by) == 0)
        return TRUE;
    }

  return FALSE;
}

static guint
join_comments (SdmPracticeSession *self,
               SdmPracticeSession *other)
{
  const guint n_comments = sdm_practice_session_get_n_comments (other);
  guint       n_joined = 0;

  for (guint i = 0; i < n_comments; i++)
    {
      const char *at;
      const char *text = sdm_practice_session_get_comment (other, i, &at);
      const char *by = sdm_practice_session_get_comment_by (other, i);

      if (!has_comment (self, at, by, text))
        n_joined += sdm_practice_session_take_comment (self, at, by, text, NULL);
    }

  return n_joined;
}

/* Those of the same mentor in their newer form; of another only where there is none yet. */
static gboolean
join_ratings (SdmPracticeSession *self,
              SdmPracticeSession *other)
{
  const SdmTalkCheckItem *items = sdm_talk_check_get_items ();
  const gboolean          is_same = g_strcmp0 (sdm_practice_session_get_mentor (self), sdm_practice_session_get_mentor (other)) == 0;
  const gboolean          is_newer = strcmp (sdm_practice_session_get_changed (other), sdm_practice_session_get_changed (self)) > 0;
  gboolean                is_changed = FALSE;

  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      const int own = sdm_practice_session_get_rating (self, SDM_PRACTICE_MENTOR, items[i].id);
      const int theirs = sdm_practice_session_get_rating (other, SDM_PRACTICE_MENTOR, items[i].id);

      if (theirs < 0 || theirs == own || (own >= 0 && !(is_same && is_newer)))
        continue;
      sdm_practice_session_set_rating (self, SDM_PRACTICE_MENTOR, items[i].id, theirs);
      is_changed = TRUE;
    }

  return is_changed;
}

/**
 * sdm_practice_session_join:
 * @other: the same practice case, as it came from elsewhere
 *
 * Takes what a mentor added there, and nothing else: no word that is here is changed or lost.
 *
 * Returns: how many things are new here
 */
guint
sdm_practice_session_join (SdmPracticeSession *self,
                           SdmPracticeSession *other)
{
  guint n_joined;

  g_return_val_if_fail (g_strcmp0 (sdm_practice_session_get_id (self), sdm_practice_session_get_id (other)) == 0, 0);

  n_joined = join_comments (self, other);
  n_joined += join_ratings (self, other);
  if (sdm_practice_session_get_mentor (self) == NULL && sdm_practice_session_get_mentor (other) != NULL)
    sdm_practice_session_set_mentor (self, sdm_practice_session_get_mentor (other), NULL);

  return n_joined;
}
