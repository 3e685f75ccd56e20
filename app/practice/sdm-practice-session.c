/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-practice-session.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-schema.h"
#include "sdm-text.h"

/**
 * SdmPracticeSession:
 *
 * What is kept of one time a case was practised, as evenhand-practice/1: who practised, the talk, what the
 * trainee thought of it, and what a mentor said. It has the id of the practice consultation beside it.
 *
 * The document itself is held and changed in place, so that what is not known here stays as it is. Each
 * change emits #SdmPracticeSession::changed.
 */
struct _SdmPracticeSession
{
  GObject parent_instance;

  json_t   *root;
  SdmTalk  *talk;  /* nullable: the one that goes on, which is newer than that in @root */
  SdmClock *clock; /* nullable */
};

G_DEFINE_FINAL_TYPE (SdmPracticeSession, sdm_practice_session, G_TYPE_OBJECT)

#define FORMAT        "evenhand-practice/1"
#define COMMENTS_MOST 200

static guint changed_signal;

static void
sdm_practice_session_finalize (GObject *object)
{
  SdmPracticeSession *self = SDM_PRACTICE_SESSION (object);

  g_clear_pointer (&self->root, json_decref);
  g_clear_object (&self->talk);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (sdm_practice_session_parent_class)->finalize (object);
}

static void
sdm_practice_session_class_init (SdmPracticeSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_practice_session_finalize;

  /**
   * SdmPracticeSession::changed:
   *
   * Something is to be saved.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_practice_session_init (SdmPracticeSession *self)
{
}

/* Helpers */

static const char *const raters[SDM_PRACTICE_N_RATERS] = { "before", "self", "mentor" };

static const char *
get_text (SdmPracticeSession *self,
          const char         *path)
{
  return json_string_value (sdm_json_get (self->root, path));
}

static char *
dup_now (SdmPracticeSession *self)
{
  g_autoptr (SdmClock) clock = self->clock != NULL ? g_object_ref (self->clock) : sdm_clock_new ();

  return sdm_clock_dup_instant (clock);
}

static void
note_change (SdmPracticeSession *self)
{
  g_autofree char *now = dup_now (self);

  json_object_set_new (self->root, "changed", json_string (now));
  g_signal_emit (self, changed_signal, 0);
}

/* Puts a text where it fits the schema; @path says where its length is told. */
static gboolean
put_text (SdmPracticeSession *self,
          json_t             *object,
          const char         *key,
          const char         *path,
          const char         *text,
          gboolean            with_lines,
          GError            **error)
{
  g_autofree char *clean = sdm_text_clean (text, -1, with_lines);

  if (!sdm_text_fits (clean, sdm_schema_get_max_length (sdm_schema_get (SDM_SCHEMA_PRACTICE), path), error))
    return FALSE;
  json_object_set_new (object, key, json_string (clean));

  return TRUE;
}

/* Reading */

static void
check_ratings (json_t    *root,
               GPtrArray *findings)
{
  for (guint i = 0; i < SDM_PRACTICE_N_RATERS; i++)
    {
      const char *concept;
      json_t     *value;

      json_object_foreach (json_object_get (json_object_get (root, "check"), raters[i]), concept, value)
        if (!json_is_integer (value) || json_integer_value (value) < 0 || json_integer_value (value) > SDM_PRACTICE_RATING_MOST)
          {
            g_autofree char *list = g_strdup_printf ("/check/%s", raters[i]);
            g_autofree char *pointer = sdm_json_pointer_append (list, concept);

            sdm_findings_add (findings, "value-not-allowed", pointer, _ ("a rating must be a whole number from 0 to %d"), SDM_PRACTICE_RATING_MOST);
          }
    }
}

/* The talk inside is checked by its own schema, with its place in this document. */
static void
check_talk (json_t    *talk,
            GPtrArray *findings)
{
  const guint first = findings->len;

  if (talk == NULL)
    return;
  sdm_schema_check (sdm_schema_get (SDM_SCHEMA_TALK), talk, findings);
  for (guint i = first; i < findings->len; i++)
    {
      SdmFinding *finding = g_ptr_array_index (findings, i);
      char       *inside = g_strconcat ("/talk", finding->pointer, NULL);

      g_free (finding->pointer);
      finding->pointer = inside;
    }
}

static void
check_document (SdmJsonText *text,
                GPtrArray   *findings)
{
  json_t       *root = sdm_json_text_get_root (text);
  SdmSchemaKind kind;

  sdm_json_text_find_repeated_keys (text, findings);
  if (!sdm_schema_kind_from_document (root, &kind, findings))
    return;
  if (kind != SDM_SCHEMA_PRACTICE)
    {
      sdm_findings_add (findings, "format-unknown", "/format", _ ("this is not a practice session but “%s”"), sdm_schema_kind_get_format (kind));
      return;
    }
  if (sdm_schema_check (sdm_schema_get (kind), root, findings))
    {
      check_ratings (root, findings);
      check_talk (json_object_get (root, "talk"), findings);
    }
}

/* Public API */

/**
 * sdm_practice_session_new:
 * @id: that of the practice consultation
 * @trainee: the name of who practises, not empty
 * @role: (nullable): in which role
 * @clock: tells the time of this and of every change
 */
SdmPracticeSession *
sdm_practice_session_new (const char *id,
                          const char *trainee,
                          const char *role,
                          const char *case_id,
                          SdmClock   *clock)
{
  SdmPracticeSession *self = g_object_new (SDM_TYPE_PRACTICE_SESSION, NULL);
  g_autofree char    *clean = sdm_text_clean (trainee, -1, FALSE);
  g_autofree char    *now = NULL;
  json_t             *named = json_object ();
  json_t             *mentor = json_object ();

  self->clock = g_object_ref (clock);
  now = dup_now (self);
  json_object_set_new (named, "name", json_string (clean));
  if (role != NULL && *role != '\0')
    json_object_set_new (named, "role", json_string (role));
  json_object_set_new (mentor, "comments", json_array ());

  self->root = json_object ();
  json_object_set_new (self->root, "format", json_string (FORMAT));
  json_object_set_new (self->root, "id", json_string (id));
  json_object_set_new (self->root, "trainee", named);
  json_object_set_new (self->root, "case", json_string (case_id));
  json_object_set_new (self->root, "started", json_string (now));
  json_object_set_new (self->root, "changed", json_string (now));
  json_object_set_new (self->root, "reflection", json_string (""));
  json_object_set_new (self->root, "check", json_object ());
  json_object_set_new (self->root, "mentor", mentor);

  return self;
}

/**
 * sdm_practice_session_new_from_text:
 * @findings: (nullable) (element-type SdmFinding): gets everything that is wrong, with its place
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with @error set to the first fault
 */
SdmPracticeSession *
sdm_practice_session_new_from_text (SdmJsonText *text,
                                    GPtrArray   *findings,
                                    GError     **error)
{
  g_autoptr (GPtrArray) found = findings != NULL ? g_ptr_array_ref (findings) : sdm_findings_new ();
  SdmPracticeSession *self;

  check_document (text, found);
  if (found->len > 0)
    {
      g_autofree char *line = NULL;

      sdm_json_text_place_findings (text, found);
      line = sdm_json_text_describe (text, g_ptr_array_index (found, 0));
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, line);
      return NULL;
    }

  self = g_object_new (SDM_TYPE_PRACTICE_SESSION, NULL);
  self->root = json_deep_copy (sdm_json_text_get_root (text));

  return self;
}

/**
 * sdm_practice_session_new_from_bytes:
 * @bytes: as it was kept
 * @name: what it is called in messages
 */
SdmPracticeSession *
sdm_practice_session_new_from_bytes (GBytes     *bytes,
                                     const char *name,
                                     GError    **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, name, error);

  return text != NULL ? sdm_practice_session_new_from_text (text, NULL, error) : NULL;
}

/**
 * sdm_practice_session_to_bytes:
 *
 * Returns: (transfer full): its one serial form
 */
GBytes *
sdm_practice_session_to_bytes (SdmPracticeSession *self)
{
  g_autoptr (json_t) ordered = NULL;
  char *text;

  if (self->talk != NULL)
    json_object_set_new (self->root, "talk", sdm_talk_to_json (self->talk));
  ordered = sdm_schema_put_in_order (sdm_schema_get (SDM_SCHEMA_PRACTICE), self->root);
  text = sdm_json_write (ordered);

  return g_bytes_new_take (text, strlen (text));
}

void
sdm_practice_session_set_clock (SdmPracticeSession *self,
                                SdmClock           *clock)
{
  g_set_object (&self->clock, clock);
}

const char *
sdm_practice_session_get_id (SdmPracticeSession *self)
{
  return get_text (self, "id");
}

const char *
sdm_practice_session_get_case_id (SdmPracticeSession *self)
{
  return get_text (self, "case");
}

const char *
sdm_practice_session_get_trainee (SdmPracticeSession *self)
{
  return get_text (self, "trainee/name");
}

/**
 * sdm_practice_session_get_role:
 *
 * Returns: (nullable): in which role
 */
const char *
sdm_practice_session_get_role (SdmPracticeSession *self)
{
  return get_text (self, "trainee/role");
}

/**
 * sdm_practice_session_get_started:
 *
 * Returns: when, as "2026-11-24T10:42:00Z"
 */
const char *
sdm_practice_session_get_started (SdmPracticeSession *self)
{
  return get_text (self, "started");
}

const char *
sdm_practice_session_get_changed (SdmPracticeSession *self)
{
  return get_text (self, "changed");
}

/**
 * sdm_practice_session_get_ended:
 *
 * Returns: (nullable): when the trainee ended the talk, %NULL while it goes on
 */
const char *
sdm_practice_session_get_ended (SdmPracticeSession *self)
{
  return get_text (self, "ended");
}

/**
 * sdm_practice_session_end:
 *
 * Notes that the talk has ended, now; nothing where it has already.
 */
void
sdm_practice_session_end (SdmPracticeSession *self)
{
  g_autofree char *now = NULL;

  if (sdm_practice_session_get_ended (self) != NULL)
    return;
  now = dup_now (self);
  json_object_set_new (self->root, "ended", json_string (now));
  note_change (self);
}

/**
 * sdm_practice_session_get_seconds:
 *
 * Returns: how long the talk took so far, 0 where that is not known
 */
guint
sdm_practice_session_get_seconds (SdmPracticeSession *self)
{
  json_t *turns = sdm_json_get (self->root, "talk/turns");

  if (self->talk != NULL)
    return sdm_talk_get_seconds (self->talk);

  return (guint) json_integer_value (json_object_get (json_array_get (turns, json_array_size (turns) - 1), "at"));
}

gboolean
sdm_practice_session_has_talk (SdmPracticeSession *self)
{
  return self->talk != NULL || json_object_get (self->root, "talk") != NULL;
}

/**
 * sdm_practice_session_get_talk:
 *
 * Returns: (nullable) (transfer none): the talk that goes on, where one was set
 */
SdmTalk *
sdm_practice_session_get_talk (SdmPracticeSession *self)
{
  return self->talk;
}

/**
 * sdm_practice_session_dup_talk:
 * @example: the case as it is now
 * @aid: its aid as it is now
 *
 * Goes on with the talk as sdm_talk_new_from_text() does. The kept one stays as it is until
 * sdm_practice_session_set_talk().
 *
 * Returns: (transfer full) (nullable): the talk, or %NULL with @error set
 */
SdmTalk *
sdm_practice_session_dup_talk (SdmPracticeSession *self,
                               SdmCase            *example,
                               SdmAid             *aid,
                               GError            **error)
{
  json_t *talk = json_object_get (self->root, "talk");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmJsonText) text = NULL;
  char *written;

  if (talk == NULL)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("nothing was said yet"));
      return NULL;
    }
  written = sdm_json_write (talk);
  bytes = g_bytes_new_take (written, strlen (written));
  text = sdm_json_text_parse (bytes, "talk", error);

  return text != NULL ? sdm_talk_new_from_text (example, aid, text, error) : NULL;
}

/**
 * sdm_practice_session_set_talk:
 *
 * The session keeps the talk from now on, with every turn as it comes.
 */
void
sdm_practice_session_set_talk (SdmPracticeSession *self,
                               SdmTalk            *talk)
{
  if (self->talk == talk)
    return;
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_func (sdm_talk_get_turns (self->talk), note_change, self);
  g_set_object (&self->talk, talk);
  g_signal_connect_object (sdm_talk_get_turns (talk), "items-changed", G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  note_change (self);
}

/**
 * sdm_practice_session_get_typed:
 *
 * Returns: (nullable): a question that was typed and not asked yet
 */
const char *
sdm_practice_session_get_typed (SdmPracticeSession *self)
{
  return get_text (self, "typed");
}

/**
 * sdm_practice_session_set_typed:
 * @text: what stands in the entry; what is longer than could ever be asked is not kept
 */
void
sdm_practice_session_set_typed (SdmPracticeSession *self,
                                const char         *text)
{
  const char *kept = sdm_practice_session_get_typed (self);

  if (g_str_equal (kept != NULL ? kept : "", text))
    return;
  if (*text == '\0')
    json_object_del (self->root, "typed");
  else if (!put_text (self, self->root, "typed", "typed", text, FALSE, NULL))
    return;
  note_change (self);
}

const char *
sdm_practice_session_get_reflection (SdmPracticeSession *self)
{
  return get_text (self, "reflection");
}

/**
 * sdm_practice_session_set_reflection:
 *
 * Fails, and changes nothing, where it is too long.
 */
gboolean
sdm_practice_session_set_reflection (SdmPracticeSession *self,
                                     const char         *text,
                                     GError            **error)
{
  if (g_str_equal (text, sdm_practice_session_get_reflection (self)))
    return TRUE;
  if (!put_text (self, self->root, "reflection", "reflection", text, TRUE, error))
    return FALSE;
  note_change (self);

  return TRUE;
}

/**
 * sdm_practice_session_get_rating:
 * @concept: id of what is rated
 *
 * Returns: from 0 to 10, or -1 where it is not rated
 */
int
sdm_practice_session_get_rating (SdmPracticeSession *self,
                                 SdmPracticeRater    rater,
                                 const char         *concept)
{
  json_t *value = json_object_get (json_object_get (json_object_get (self->root, "check"), raters[rater]), concept);

  return value != NULL ? (int) json_integer_value (value) : -1;
}

/**
 * sdm_practice_session_set_rating:
 * @value: from 0 to 10, or -1 to take the rating away
 */
void
sdm_practice_session_set_rating (SdmPracticeSession *self,
                                 SdmPracticeRater    rater,
                                 const char         *concept,
                                 int                 value)
{
  json_t *check = json_object_get (self->root, "check");
  json_t *ratings = json_object_get (check, raters[rater]);

  g_return_if_fail (value >= -1 && value <= SDM_PRACTICE_RATING_MOST);

  if (value == sdm_practice_session_get_rating (self, rater, concept))
    return;
  if (ratings == NULL)
    {
      ratings = json_object ();
      json_object_set_new (check, raters[rater], ratings);
    }
  if (value < 0)
    json_object_del (ratings, concept);
  else
    json_object_set_new (ratings, concept, json_integer (value));
  note_change (self);
}

/**
 * sdm_practice_session_get_mentor:
 *
 * Returns: (nullable): the name of who looked at it
 */
const char *
sdm_practice_session_get_mentor (SdmPracticeSession *self)
{
  return get_text (self, "mentor/name");
}

gboolean
sdm_practice_session_set_mentor (SdmPracticeSession *self,
                                 const char         *name,
                                 GError            **error)
{
  json_t *mentor = json_object_get (self->root, "mentor");

  if (g_strcmp0 (name, sdm_practice_session_get_mentor (self)) == 0)
    return TRUE;
  if (name == NULL || *name == '\0')
    json_object_del (mentor, "name");
  else if (!put_text (self, mentor, "name", "mentor/name", name, FALSE, error))
    return FALSE;
  note_change (self);

  return TRUE;
}

guint
sdm_practice_session_get_n_comments (SdmPracticeSession *self)
{
  return (guint) json_array_size (sdm_json_get (self->root, "mentor/comments"));
}

/**
 * sdm_practice_session_get_comment:
 * @index: from 0, the first one first
 * @at: (out) (optional): when it was made
 *
 * Returns: (nullable): the comment
 */
const char *
sdm_practice_session_get_comment (SdmPracticeSession *self,
                                  guint               index,
                                  const char        **at)
{
  json_t *comment = json_array_get (sdm_json_get (self->root, "mentor/comments"), index);

  if (at != NULL)
    *at = json_string_value (json_object_get (comment, "at"));

  return json_string_value (json_object_get (comment, "text"));
}

/**
 * sdm_practice_session_get_comment_by:
 *
 * Returns: (nullable): who made the comment
 */
const char *
sdm_practice_session_get_comment_by (SdmPracticeSession *self,
                                     guint               index)
{
  json_t *comment = json_array_get (sdm_json_get (self->root, "mentor/comments"), index);

  return json_string_value (json_object_get (comment, "by"));
}

/**
 * sdm_practice_session_add_comment:
 *
 * Adds a comment of the mentor, now. Fails where it is empty or too long, or there are too many.
 */
gboolean
sdm_practice_session_add_comment (SdmPracticeSession *self,
                                  const char         *text,
                                  GError            **error)
{
  g_autofree char *now = dup_now (self);

  return sdm_practice_session_take_comment (self, now, sdm_practice_session_get_mentor (self), text, error);
}

/**
 * sdm_practice_session_take_comment:
 * @at: when it was made, such as "2026-11-24T10:42:00Z"
 * @by: (nullable): who made it
 *
 * Adds a comment that was made before, here or elsewhere, after those that are there. Fails as
 * sdm_practice_session_add_comment() does.
 */
gboolean
sdm_practice_session_take_comment (SdmPracticeSession *self,
                                   const char         *at,
                                   const char         *by,
                                   const char         *text,
                                   GError            **error)
{
  json_t *comments = sdm_json_get (self->root, "mentor/comments");
  g_autoptr (json_t) comment = json_object ();
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (*words == '\0' || json_array_size (comments) >= COMMENTS_MOST)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           *words == '\0' ? _ ("Write something first.") : _ ("There is no room for another comment."));
      return FALSE;
    }
  json_object_set_new (comment, "at", json_string (at));
  if (!put_text (self, comment, "text", "mentor/comments/0/text", words, TRUE, error) ||
      (by != NULL && !put_text (self, comment, "by", "mentor/comments/0/by", by, FALSE, error)))
    return FALSE;
  json_array_append (comments, comment);
  note_change (self);

  return TRUE;
}
