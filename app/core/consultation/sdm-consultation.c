/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-schema.h"
#include "sdm-text.h"

/**
 * SdmConsultation:
 *
 * One talk between a person and a clinician about one decision: the only thing
 * in the program that changes. Every page is a view on it.
 *
 * It is its document in evenhand-consultation/1, held as JSON and reached by
 * paths such as "people/patient/born". A change that would not fit the format
 * is refused and changes nothing, so that what is kept can always be read again.
 *
 * ## Signals
 *
 * `changed` with the path, after each change. Values that were lent before a
 * change are gone after it. `edited` after each thing that somebody did, which
 * may be several changes: see sdm_consultation_begin_edit().
 */
struct _SdmConsultation
{
  GObject parent_instance;

  json_t        *root;   /* owned; its keys stand in the order of the format; what it holds is never changed in place */
  SdmJsonWriter *writer; /* owned */
  SdmClock      *clock;  /* owned, nullable: then "changed" keeps its time */

  guint    edits_open; /* how many sdm_consultation_begin_edit() have no end yet */
  gboolean edit_changed;
};

G_DEFINE_FINAL_TYPE (SdmConsultation, sdm_consultation, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* GObject */

static void
sdm_consultation_finalize (GObject *object)
{
  SdmConsultation *self = SDM_CONSULTATION (object);

  g_clear_pointer (&self->root, json_decref);
  g_clear_pointer (&self->writer, sdm_json_writer_free);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (sdm_consultation_parent_class)->finalize (object);
}

static void
sdm_consultation_class_init (SdmConsultationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_consultation_finalize;

  /**
   * SdmConsultation::changed:
   * @path: what changed
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SdmConsultation::edited:
   *
   * One thing was done, all of it.
   */
  signals[SIGNAL_EDITED] =
      g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_consultation_init (SdmConsultation *self)
{
  self->writer = sdm_json_writer_new ();
}

/* Helpers */

static gboolean
set_error_from_findings (GError     **error,
                         GPtrArray   *findings,
                         SdmJsonText *text)
{
  const SdmFinding *first = g_ptr_array_index (findings, 0);
  g_autofree char  *line = NULL;
  gboolean          is_format = g_str_has_prefix (first->tag->name, "format-");

  if (text != NULL)
    line = sdm_json_text_describe (text, first);
  else if (*first->pointer != '\0')
    line = g_strdup_printf ("%s (%s)", first->detail, first->pointer);
  else
    line = g_strdup (first->detail);

  g_set_error_literal (error, SDM_CORE_ERROR,
                       is_format ? SDM_CORE_ERROR_FORMAT : SDM_CORE_ERROR_CONTENT, line);

  return FALSE;
}

/* A copy of what holds the value at @keys below @node, put in its place; an empty object where there is nothing. */
static json_t *
renew_below (json_t     *node,
             const char *key)
{
  const size_t index = (size_t) g_ascii_strtoull (key, NULL, 10);
  json_t      *below = json_is_array (node) ? json_array_get (node, index) : json_object_get (node, key);
  json_t      *own = below != NULL ? json_copy (below) : json_object ();

  if (json_is_array (node) ? json_array_set_new (node, index, own) == 0 : json_object_set_new (node, key, own) == 0)
    return own;

  return NULL;
}

/* What holds the value at @keys below @node, which nobody else has, and so all on the way to it; NULL where a
 * list or text is in the way. All else is shared with the document from which @node was copied. */
static json_t *
make_way (json_t      *node,
          char *const *keys)
{
  for (guint i = 0; node != NULL && keys[i] != NULL && keys[i + 1] != NULL; i++)
    node = renew_below (node, keys[i]);

  return node;
}

/* Puts @value (NULL: takes away) at the end of @keys. */
static gboolean
put (json_t      *root,
     char *const *keys,
     json_t      *value)
{
  json_t     *parent = make_way (root, keys);
  const char *last = keys[g_strv_length ((char **) keys) - 1];
  size_t      index;

  if (json_is_object (parent) && value != NULL)
    return json_object_set (parent, last, value) == 0;
  if (json_is_object (parent))
    return json_object_del (parent, last) == 0 || TRUE;
  if (!json_is_array (parent) || !g_ascii_isdigit (*last))
    return FALSE;

  index = (size_t) g_ascii_strtoull (last, NULL, 10);
  if (value == NULL)
    return json_array_remove (parent, index) == 0;

  return index == json_array_size (parent) ? json_array_append (parent, value) == 0
                                           : json_array_set (parent, index, value) == 0;
}

/* Takes @document, and sets its keys in the order of the format. */
static void
take_document (SdmConsultation *self,
               json_t          *document)
{
  json_t *before = self->root;

  self->root = sdm_schema_put_in_order (sdm_schema_get (SDM_SCHEMA_CONSULTATION), document);
  json_decref (document);
  json_decref (before);
}

static void
note_change (SdmConsultation *self,
             const char      *path)
{
  if (self->clock != NULL)
    {
      g_autofree char *now = sdm_clock_dup_instant (self->clock);

      json_object_set_new (self->root, "changed", json_string (now));
    }
  sdm_consultation_begin_edit (self);
  self->edit_changed = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, path);
  sdm_consultation_end_edit (self);
}

/* Whether @whole, the document as it would be, may be kept. What it shares with the
 * document as it is was looked at before. */
static gboolean
check_whole (SdmConsultation *self,
             json_t          *whole,
             GError         **error)
{
  g_autoptr (GPtrArray) findings = sdm_findings_new ();

  sdm_schema_check_changed (sdm_schema_get (SDM_SCHEMA_CONSULTATION), whole, self->root, findings);
  sdm_consultation_check_content (whole, findings);

  return findings->len == 0 || set_error_from_findings (error, findings, NULL);
}

/* The whole document is looked at, as one part of it may ask for another: a final
 * record needs what a draft does not. */
static gboolean
change (SdmConsultation *self,
        const char      *path,
        json_t          *value,
        GError         **error)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  g_autoptr (json_t) whole = NULL;

  g_return_val_if_fail (*path != '\0', FALSE);

  if (json_equal (sdm_json_get (self->root, path), value))
    return TRUE;

  whole = json_copy (self->root);
  if (!put (whole, keys, value))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("there is no place “%s” in a consultation"), path);
      return FALSE;
    }
  if (!check_whole (self, whole, error))
    return FALSE;

  /* What takes the place of another value of its kind, as with each key typed, stands where that one stood. */
  if (sdm_json_get (self->root, path) != NULL && !json_is_object (value) && !json_is_array (value))
    {
      json_decref (self->root);
      self->root = g_steal_pointer (&whole);
    }
  else
    {
      take_document (self, g_steal_pointer (&whole));
    }
  note_change (self, path);

  return TRUE;
}

/* What is something else is not looked into further: one finding says so. */
static gboolean
check_is_consultation (json_t    *root,
                       GPtrArray *found)
{
  SdmSchemaKind kind;

  if (!json_is_string (json_object_get (root, "format")))
    {
      sdm_findings_add (found, "format-unknown", "", _ ("this is not a consultation: “format” is missing; it should be “%s”"), sdm_schema_kind_get_format (SDM_SCHEMA_CONSULTATION));
      return FALSE;
    }
  if (!sdm_schema_kind_from_document (root, &kind, found))
    return FALSE;
  if (kind != SDM_SCHEMA_CONSULTATION)
    sdm_findings_add (found, "format-unknown", "/format", _ ("this is not a consultation but “%s”"), sdm_schema_kind_get_format (kind));

  return kind == SDM_SCHEMA_CONSULTATION;
}

/* Public API */

/**
 * sdm_consultation_new_from_text:
 * @text: the document
 * @findings: (nullable) (element-type SdmFinding): gets everything that is wrong, with its place
 * @error: the first of them
 *
 * Returns: (transfer full) (nullable): the consultation, or %NULL where something in it is wrong
 */
SdmConsultation *
sdm_consultation_new_from_text (SdmJsonText *text,
                                GPtrArray   *findings,
                                GError     **error)
{
  g_autoptr (GPtrArray) found = findings != NULL ? g_ptr_array_ref (findings) : sdm_findings_new ();
  SdmConsultation *self;
  json_t          *root = sdm_json_text_get_root (text);

  sdm_json_text_find_repeated_keys (text, found);
  if (check_is_consultation (root, found))
    {
      sdm_schema_check (sdm_schema_get (SDM_SCHEMA_CONSULTATION), root, found);
      sdm_consultation_check_content (root, found);
    }

  if (found->len > 0)
    {
      sdm_json_text_place_findings (text, found);
      set_error_from_findings (error, found, text);
      return NULL;
    }

  self = g_object_new (SDM_TYPE_CONSULTATION, NULL);
  self->root = sdm_schema_put_in_order (sdm_schema_get (SDM_SCHEMA_CONSULTATION), root);

  return self;
}

/**
 * sdm_consultation_new_from_bytes:
 * @name: what to call the bytes in messages
 *
 * Returns: (transfer full) (nullable): the consultation, or %NULL with @error set
 */
SdmConsultation *
sdm_consultation_new_from_bytes (GBytes     *bytes,
                                 const char *name,
                                 GError    **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, name, error);

  return text != NULL ? sdm_consultation_new_from_text (text, NULL, error) : NULL;
}

/**
 * sdm_consultation_new_from_json:
 * @document: a document of the program's own making
 *
 * Returns: (transfer full) (nullable): the consultation, or %NULL with @error set
 */
SdmConsultation *
sdm_consultation_new_from_json (json_t  *document,
                                GError **error)
{
  g_autofree char *text = sdm_json_write (document);
  gsize            length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  return sdm_consultation_new_from_bytes (bytes, _ ("consultation"), error);
}

/**
 * sdm_consultation_to_bytes:
 *
 * The document, with the keys in the order of the format: the same content is
 * the same bytes, whoever filled it in and in whatever order.
 *
 * Returns: (transfer full): the text
 */
GBytes *
sdm_consultation_to_bytes (SdmConsultation *self)
{
  return sdm_json_writer_write (self->writer, self->root);
}

/**
 * sdm_consultation_set_clock:
 * @clock: (nullable): tells when each change was made
 */
void
sdm_consultation_set_clock (SdmConsultation *self,
                            SdmClock        *clock)
{
  g_set_object (&self->clock, clock);
}

SdmClock *
sdm_consultation_get_clock (SdmConsultation *self)
{
  return self->clock;
}

const char *
sdm_consultation_get_id (SdmConsultation *self)
{
  return sdm_consultation_get_text (self, "id");
}

gboolean
sdm_consultation_is_practice (SdmConsultation *self)
{
  return g_strcmp0 (sdm_consultation_get_text (self, "kind"), "practice") == 0;
}

/**
 * sdm_consultation_is_final:
 *
 * Returns: whether it was finished; until then everything made from it is provisional
 */
gboolean
sdm_consultation_is_final (SdmConsultation *self)
{
  return g_strcmp0 (sdm_consultation_get_text (self, "status"), "in-progress") != 0;
}

const char *
sdm_consultation_get_aid_id (SdmConsultation *self)
{
  return sdm_consultation_get_text (self, "aid/id");
}

const char *
sdm_consultation_get_aid_sha256 (SdmConsultation *self)
{
  return sdm_consultation_get_text (self, "aid/sha256");
}

/**
 * sdm_consultation_has_draft_aid:
 *
 * Returns: whether it has a decision aid that two people of the practice have not signed
 */
gboolean
sdm_consultation_has_draft_aid (SdmConsultation *self)
{
  return g_strcmp0 (sdm_consultation_get_text (self, "aid/approval"), "draft") == 0;
}

/**
 * sdm_consultation_peek:
 * @path: keys with a slash between them
 *
 * Returns: (transfer none) (nullable): the value there, until the next change. Do not change it.
 */
json_t *
sdm_consultation_peek (SdmConsultation *self,
                       const char      *path)
{
  g_return_val_if_fail (SDM_IS_CONSULTATION (self), NULL);

  return sdm_json_get (self->root, path);
}

const char *
sdm_consultation_get_text (SdmConsultation *self,
                           const char      *path)
{
  return json_string_value (sdm_consultation_peek (self, path));
}

int
sdm_consultation_get_integer (SdmConsultation *self,
                              const char      *path,
                              int              fallback)
{
  json_t *value = sdm_consultation_peek (self, path);

  return json_is_integer (value) ? (int) json_integer_value (value) : fallback;
}

gboolean
sdm_consultation_get_flag (SdmConsultation *self,
                           const char      *path)
{
  return json_is_true (sdm_consultation_peek (self, path));
}

/**
 * sdm_consultation_set_text:
 * @text: (nullable): what to keep there, word for word; %NULL or "" takes the key away
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_set_text (SdmConsultation *self,
                           const char      *path,
                           const char      *text,
                           GError         **error)
{
  g_autoptr (json_t) value = NULL;

  g_return_val_if_fail (SDM_IS_CONSULTATION (self), FALSE);

  if (text == NULL || *text == '\0')
    return sdm_consultation_remove (self, path, error);

  value = json_string (text);
  if (value == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("the text for “%s” is not UTF-8"), path);
      return FALSE;
    }
  if (!sdm_text_fits (text, sdm_consultation_get_max_length (path), error))
    return FALSE;

  return change (self, path, value, error);
}

gboolean
sdm_consultation_set_integer (SdmConsultation *self,
                              const char      *path,
                              int              value,
                              GError         **error)
{
  g_autoptr (json_t) number = json_integer (value);

  g_return_val_if_fail (SDM_IS_CONSULTATION (self), FALSE);

  return change (self, path, number, error);
}

gboolean
sdm_consultation_set_flag (SdmConsultation *self,
                           const char      *path,
                           gboolean         value,
                           GError         **error)
{
  g_return_val_if_fail (SDM_IS_CONSULTATION (self), FALSE);

  return change (self, path, json_boolean (value), error);
}

/**
 * sdm_consultation_take_value:
 * @value: (transfer full): what to keep there
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_take_value (SdmConsultation *self,
                             const char      *path,
                             json_t          *value,
                             GError         **error)
{
  g_autoptr (json_t) owned = value;

  g_return_val_if_fail (SDM_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return change (self, path, owned, error);
}

/**
 * sdm_consultation_append:
 * @path: a list
 * @value: (transfer full): what to add at its end
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_append (SdmConsultation *self,
                         const char      *path,
                         json_t          *value,
                         GError         **error)
{
  g_autofree char *at_end = NULL;

  /* A list that need not be there is made with what comes first. */
  if (sdm_consultation_peek (self, path) == NULL)
    return sdm_consultation_take_value (self, path, json_pack ("[o]", value), error);
  at_end = g_strdup_printf ("%s/%zu", path, json_array_size (sdm_consultation_peek (self, path)));

  return sdm_consultation_take_value (self, at_end, value, error);
}

/**
 * sdm_consultation_remove:
 *
 * Takes away what stands at @path; that there is nothing is no error.
 */
gboolean
sdm_consultation_remove (SdmConsultation *self,
                         const char      *path,
                         GError         **error)
{
  g_return_val_if_fail (SDM_IS_CONSULTATION (self), FALSE);

  if (sdm_consultation_peek (self, path) == NULL)
    return TRUE;

  return change (self, path, NULL, error);
}

/**
 * sdm_consultation_take_document:
 * @document: (transfer full): a whole document in the place of this one
 * @path: what changed
 *
 * Keeps several changes that belong together in one piece.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_take_document (SdmConsultation *self,
                                json_t          *document,
                                const char      *path,
                                GError         **error)
{
  g_autoptr (json_t) whole = document;

  if (json_equal (self->root, whole))
    return TRUE;
  if (!check_whole (self, whole, error))
    return FALSE;
  take_document (self, g_steal_pointer (&whole));
  note_change (self, path);

  return TRUE;
}

/**
 * sdm_consultation_replace_document:
 * @document: (transfer full): a document that fits the format
 *
 * Puts another document in the place of this one, in one change.
 */
void
sdm_consultation_replace_document (SdmConsultation *self,
                                   json_t          *document)
{
  take_document (self, document);
  note_change (self, "");
}

/**
 * sdm_consultation_replace_branches:
 * @paths: places in the document
 * @values: what to put there; %NULL takes away what stands there
 * @n: how many they are
 *
 * Puts several parts of the document in place of what stands there, as one edit.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_replace_branches (SdmConsultation   *self,
                                   const char *const *paths,
                                   json_t *const     *values,
                                   guint              n,
                                   GError           **error)
{
  g_autoptr (json_t) whole = json_copy (self->root);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (paths[i], "/", -1);

      if (!put (whole, keys, values[i]))
        {
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("there is no place “%s” in a consultation"), paths[i]);
          return FALSE;
        }
    }
  if (!check_whole (self, whole, error))
    return FALSE;

  take_document (self, g_steal_pointer (&whole));
  sdm_consultation_begin_edit (self);
  for (guint i = 0; i < n; i++)
    note_change (self, paths[i]);
  sdm_consultation_end_edit (self);

  return TRUE;
}

/**
 * sdm_consultation_begin_edit:
 *
 * What is changed until sdm_consultation_end_edit() is one thing that somebody
 * did, such as putting an option aside, and is undone as one. Edits may be nested.
 */
void
sdm_consultation_begin_edit (SdmConsultation *self)
{
  g_return_if_fail (SDM_IS_CONSULTATION (self));

  self->edits_open++;
}

void
sdm_consultation_end_edit (SdmConsultation *self)
{
  g_return_if_fail (SDM_IS_CONSULTATION (self));
  g_return_if_fail (self->edits_open > 0);

  self->edits_open--;
  if (self->edits_open > 0 || !self->edit_changed)
    return;
  self->edit_changed = FALSE;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/**
 * sdm_consultation_get_max_length:
 *
 * Returns: how many characters the text at @path may have; 0 for no limit
 */
guint
sdm_consultation_get_max_length (const char *path)
{
  return sdm_schema_get_max_length (sdm_schema_get (SDM_SCHEMA_CONSULTATION), path);
}

/* Who */

/**
 * sdm_consultation_dup_patient_name:
 *
 * Returns: (transfer full): title, given names and family name as recorded; people with
 *   one name have one
 */
char *
sdm_consultation_dup_patient_name (SdmConsultation *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  json_t *given = sdm_consultation_peek (self, "people/patient/given");
  json_t *name;
  size_t  i;

  g_ptr_array_add (parts, (gpointer) sdm_consultation_get_text (self, "people/patient/title"));
  json_array_foreach (given, i, name)
    g_ptr_array_add (parts, (gpointer) json_string_value (name));
  g_ptr_array_add (parts, (gpointer) sdm_consultation_get_text (self, "people/patient/family"));

  for (guint p = parts->len; p > 0; p--)
    if (g_ptr_array_index (parts, p - 1) == NULL)
      g_ptr_array_remove_index (parts, p - 1);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" ", (char **) parts->pdata);
}

/**
 * sdm_consultation_dup_greeting_name:
 *
 * Returns: (transfer full): what the person likes to be called; their full name where
 *   they have not said
 */
char *
sdm_consultation_dup_greeting_name (SdmConsultation *self)
{
  const char *preferred = sdm_consultation_get_text (self, "people/patient/preferred_name");

  return preferred != NULL ? g_strdup (preferred) : sdm_consultation_dup_patient_name (self);
}
