/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-json-places.h"

/**
 * SdmJsonText:
 *
 * A JSON document together with the text it came from, so that a fault found
 * in it can be given its line and column.
 *
 * Jansson reads the text. What it would only notice late or with a deep stack
 * (a huge file, 100,000 nested lists, bytes that are not UTF-8) is refused
 * before. Its nodes keep no place, so places are found by a second pass over the
 * text, and only when somebody asks; see sdm-json-places.c.
 */
struct _SdmJsonText
{
  gatomicrefcount ref_count;

  GBytes  *bytes;
  char    *name;
  char    *path; /* nullable: where it lies, absolute */
  json_t  *root;
  gboolean has_repeated_keys;
};

static void
set_error_at (GError    **error,
              int         code,
              const char *name,
              const char *text,
              gsize       offset,
              const char *what)
{
  guint line;
  guint column;

  sdm_json_place_of_offset (text, offset, &line, &column);
  g_set_error (error, SDM_CORE_ERROR, code, "%s (%s:%u:%u)", what, name, line, column);
}

/* What is refused before parsing */

/* Goes through the text outside of strings and counts what the parser would have to make. */
static const char *
find_too_much (const char *text,
               gsize       length,
               gsize      *offset)
{
  guint depth = 0;
  guint n_values = 0;

  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '"':
        i = sdm_json_skip_string (text, length, i) - 1;
        break;

      case '{':
      case '[':
        depth++;
        n_values++;
        if (depth <= SDM_JSON_MAX_DEPTH && n_values <= SDM_JSON_MAX_VALUES)
          break;
        *offset = i;
        return depth > SDM_JSON_MAX_DEPTH ? _ ("lists or objects are nested too deep")
                                          : _ ("the file holds too many values to be an Evenhand document");

      case '}':
      case ']':
        depth -= depth > 0 ? 1 : 0;
        break;

      case ',':
        if (++n_values <= SDM_JSON_MAX_VALUES)
          break;
        *offset = i;
        return _ ("the file holds too many values to be an Evenhand document");

      default:
        break;
      }

  return NULL;
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

static gboolean
check_text (const char *text,
            gsize       length,
            const char *name,
            GError    **error)
{
  const char *bad = NULL;
  const char *what;
  gsize       offset = 0;

  if (length > SDM_JSON_MAX_BYTES)
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, 0, _ ("the file is too large to be an Evenhand document"));
  else if (is_blank (text, length))
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, 0, _ ("the file is empty"));
  else if (memchr (text, '\0', length) != NULL)
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, (gsize) ((const char *) memchr (text, '\0', length) - text),
                  _ ("the file is not text: it has a zero byte"));
  else if (!g_utf8_validate_len (text, length, &bad))
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, (gsize) (bad - text), _ ("the text is not UTF-8"));
  else if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, 0,
                  _ ("the file starts with a byte order mark; save it as UTF-8 without one"));
  else if ((what = find_too_much (text, length, &offset)) != NULL)
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, offset, what);
  else
    return TRUE;

  return FALSE;
}

/* In words a clinician understands, and that can be translated, in place of the parser's.
 * It tells most faults of a text apart by its message only. */
static const char *
explain_parse_error (const json_error_t *from)
{
  static const struct
  {
    enum json_error_code code;
    const char          *starts; /* what the parser's message begins with */
    const char          *text;
  } explanations[] = {
    { json_error_premature_end_of_input, "", N_ ("the file ends too early; part of it is missing") },
      { json_error_end_of_input_expected, "", N_ ("not valid JSON: there is more text after the end of the document") },
        { json_error_numeric_overflow, "", N_ ("not valid JSON: the number is too large") },
          { json_error_null_character, "", N_ ("not valid JSON: a text must not hold the character \\u0000") },
            { json_error_null_byte_in_key, "", N_ ("not valid JSON: a text must not hold the character \\u0000") },
              { json_error_invalid_syntax, "unexpected newline", N_ ("not valid JSON: a text must stay on one line; write \\n for a line break") },
                { json_error_invalid_syntax, "control character", N_ ("not valid JSON: a text holds a control character, such as a tab; write \\t for a tab") },
                  { json_error_invalid_syntax, "invalid Unicode", N_ ("not valid JSON: an escape such as \\ud800 stands for no character") },
                    { json_error_invalid_syntax, "invalid escape", N_ ("not valid JSON: a backslash in a text must be written twice") },
                  };

  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    if (explanations[i].code == json_error_code (from) && g_str_has_prefix (from->text, explanations[i].starts))
      return _ (explanations[i].text);

  return _ ("not valid JSON: a comma, a colon, a quotation mark or a bracket may be missing here or just before");
}

static void
set_parse_error (GError            **error,
                 const char         *name,
                 const char         *text,
                 gsize               length,
                 const json_error_t *from)
{
  const char *what = explain_parse_error (from);

  if (json_error_code (from) == json_error_premature_end_of_input)
    set_error_at (error, SDM_CORE_ERROR_NOT_JSON, name, text, length, what);
  else
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_JSON, "%s (%s:%d:%d)",
                 what, name, MAX (from->line, 1), MAX (from->column, 1));
}

/* Public API */

/**
 * sdm_json_text_load:
 * @file: what to read
 *
 * Reads and parses @file. Blocks: call it on a worker thread, or from the command line.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set in
 *   the domain %SDM_CORE_ERROR; the message ends with the place in brackets
 */
SdmJsonText *
sdm_json_text_load (GFile        *file,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file) != NULL ? g_strdup (g_file_peek_path (file)) : g_file_get_uri (file);

  return sdm_json_text_load_as (file, path, cancellable, error);
}

/* In our own words, which can be translated with the rest of the message. */
static void
set_read_error (GError      **error,
                const GError *from,
                const char   *name)
{
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("reading was broken off (%s)"), name);
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("there is no such file (%s)"), name);
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("this is a folder and not a file (%s)"), name);
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("you may not read this file (%s)"), name);
  else
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("the file could not be read (%s)"), name);
}

/**
 * sdm_json_text_load_as:
 * @file: what to read
 * @name: what to call it in messages, such as the path as somebody typed it
 *
 * As sdm_json_text_load(), with a name of the caller's own.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
SdmJsonText *
sdm_json_text_load_as (GFile        *file,
                       const char   *name,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  SdmJsonText *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &local_error);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    {
      /* A pipe or a device may never end. */
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("this is a pipe or a device and not a file (%s)"), name);
      return NULL;
    }
  if (info != NULL && g_file_info_get_size (info) > SDM_JSON_MAX_BYTES)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_JSON, "%s (%s:1:1)",
                   _ ("the file is too large to be an Evenhand document"), name);
      return NULL;
    }
  if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &local_error);
  if (bytes == NULL)
    {
      set_read_error (error, local_error, name);
      return NULL;
    }

  self = sdm_json_text_parse (bytes, name, error);
  if (self != NULL)
    self->path = g_strdup (g_file_peek_path (file));

  return self;
}

/**
 * sdm_json_text_parse:
 * @bytes: the text, UTF-8
 * @name: what to call it in messages, such as its path
 *
 * A key that stands twice is no reason to refuse here; see
 * sdm_json_text_find_repeated_keys().
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
SdmJsonText *
sdm_json_text_parse (GBytes     *bytes,
                     const char *name,
                     GError    **error)
{
  g_autoptr (SdmJsonText) self = NULL;
  gsize        length;
  const char  *text;
  json_error_t parse_error;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (!check_text (length > 0 ? text : "", length, name, error))
    return NULL;

  self = g_new0 (SdmJsonText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);

  self->root = json_loadb (text, length, JSON_REJECT_DUPLICATES, &parse_error);
  if (self->root == NULL && json_error_code (&parse_error) == json_error_duplicate_key)
    {
      self->has_repeated_keys = TRUE;
      self->root = json_loadb (text, length, 0, &parse_error);
    }
  if (self->root == NULL)
    {
      set_parse_error (error, name, text, length, &parse_error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

SdmJsonText *
sdm_json_text_ref (SdmJsonText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sdm_json_text_unref (SdmJsonText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->root, json_decref);
  g_free (self);
}

/**
 * sdm_json_text_get_root:
 *
 * Returns: (transfer none): the document; never changed by anyone
 */
json_t *
sdm_json_text_get_root (SdmJsonText *self)
{
  return self->root;
}

/**
 * sdm_json_text_get_bytes:
 *
 * Returns: (transfer none): the text as it was read, byte for byte
 */
GBytes *
sdm_json_text_get_bytes (SdmJsonText *self)
{
  return self->bytes;
}

const char *
sdm_json_text_get_name (SdmJsonText *self)
{
  return self->name;
}

/**
 * sdm_json_text_get_path:
 *
 * Returns: (nullable): where the text lies, absolute; %NULL where it came from elsewhere
 */
const char *
sdm_json_text_get_path (SdmJsonText *self)
{
  return self->path;
}

/**
 * sdm_json_text_dup_sha256:
 *
 * Returns: (transfer full): SHA-256 of the text as it lies in the file, 64 hex digits
 */
char *
sdm_json_text_dup_sha256 (SdmJsonText *self)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
}

/**
 * sdm_json_text_locate:
 * @pointer: a JSON pointer
 * @line: (out): its line, from 1
 * @column: (out): its column in characters, from 1
 *
 * Where the pointer leads nowhere, the place of the nearest value above it is given.
 *
 * Returns: whether the value itself is there
 */
gboolean
sdm_json_text_locate (SdmJsonText *self,
                      const char  *pointer,
                      guint       *line,
                      guint       *column)
{
  SdmJsonWanted wanted = { .pointer = pointer };
  gsize         length;
  const char   *text = g_bytes_get_data (self->bytes, &length);

  sdm_json_places_find (text, length, &wanted, 1);
  *line = wanted.line;
  *column = wanted.column;

  return wanted.is_exact;
}

/**
 * sdm_json_text_find_repeated_keys:
 * @findings: (element-type SdmFinding): where to add them
 *
 * Adds a finding for every key that stands twice in one object.
 */
void
sdm_json_text_find_repeated_keys (SdmJsonText *self,
                                  GPtrArray   *findings)
{
  g_autoptr (GPtrArray) repeated = NULL;
  gsize       length;
  const char *text = g_bytes_get_data (self->bytes, &length);

  if (!self->has_repeated_keys)
    return;

  repeated = sdm_json_places_find_repeated (text, length);
  for (guint i = 0; i < repeated->len && findings->len < SDM_FINDINGS_MOST; i++)
    {
      const SdmJsonRepeatedKey *key = g_ptr_array_index (repeated, i);
      SdmFinding               *finding;
      guint                     line;
      guint                     column;

      sdm_json_place_of_offset (text, key->first, &line, &column);
      /* Translators: "the key “title” stands twice; it stood first in line 4, column 3" */
      sdm_findings_add (findings, "repeated-key", key->pointer, _ ("the key “%s” stands twice; it stood first in line %u, column %u"), strrchr (key->pointer, '/') + 1, line, column);
      finding = g_ptr_array_index (findings, findings->len - 1);
      sdm_json_place_of_offset (text, key->offset, &finding->line, &finding->column);
    }
}

/**
 * sdm_json_text_place_findings:
 * @findings: (element-type SdmFinding): what was found in this text
 *
 * Gives each finding that has none its line and column.
 */
void
sdm_json_text_place_findings (SdmJsonText *self,
                              GPtrArray   *findings)
{
  g_autofree SdmJsonWanted *wanted = g_new0 (SdmJsonWanted, findings->len);
  gsize                     length;
  const char               *text = g_bytes_get_data (self->bytes, &length);
  guint                     n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->line == 0)
        wanted[n++].pointer = finding->pointer;
    }
  if (n == 0)
    return;

  sdm_json_places_find (text, length, wanted, n);
  n = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      SdmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->line != 0)
        continue;
      finding->line = wanted[n].line;
      finding->column = wanted[n++].column;
    }
}

/**
 * sdm_json_text_describe:
 * @finding: something found in this text
 *
 * Returns: (transfer full): one line: what is wrong, then file, line and column in brackets
 */
char *
sdm_json_text_describe (SdmJsonText      *self,
                        const SdmFinding *finding)
{
  guint line = finding->line;
  guint column = finding->column;

  if (line == 0)
    sdm_json_text_locate (self, finding->pointer, &line, &column);

  return g_strdup_printf ("%s (%s:%u:%u)", finding->detail, self->name, line, column);
}

/**
 * sdm_json_pointer_append:
 * @pointer: a JSON pointer
 * @key: a key below it, not escaped
 *
 * Returns: (transfer full): the longer pointer (RFC 6901)
 */
char *
sdm_json_pointer_append (const char *pointer,
                         const char *key)
{
  GString *longer;

  /* The keys of our own formats need no escape. */
  if (strpbrk (key, "~/") == NULL)
    return g_strconcat (pointer, "/", key, NULL);

  longer = g_string_new (pointer);
  g_string_append_c (longer, '/');
  for (const char *p = key; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (longer, "~0");
      else if (*p == '/')
        g_string_append (longer, "~1");
      else
        g_string_append_c (longer, *p);
    }

  return g_string_free (longer, FALSE);
}

/**
 * sdm_json_pointer_append_index:
 * @index: the position in a list, from 0
 *
 * Returns: (transfer full): the pointer to one entry of the list at @pointer
 */
char *
sdm_json_pointer_append_index (const char *pointer,
                               gsize       index)
{
  char  digits[24] = "";
  char *first = digits + sizeof digits - 1;

  /* A whole document has thousands of entries, and formatted printing would take most of the time. */
  do
    {
      *--first = (char) ('0' + index % 10);
      index /= 10;
    }
  while (index > 0);

  return g_strconcat (pointer, "/", first, NULL);
}

/**
 * sdm_json_step_to_pointer:
 * @step: (nullable): the last step to a value
 *
 * Returns: (transfer full): the JSON pointer to that value
 */
char *
sdm_json_step_to_pointer (const SdmJsonStep *step)
{
  g_autofree char *above = NULL;

  if (step == NULL)
    return g_strdup ("");
  above = sdm_json_step_to_pointer (step->above);

  return step->key != NULL ? sdm_json_pointer_append (above, step->key) : sdm_json_pointer_append_index (above, step->index);
}

/**
 * sdm_json_get:
 * @root: (nullable): where to start
 * @path: keys and list positions with a slash between them, such as "people/needs/0/need"
 *
 * Returns: (transfer none) (nullable): the value there, or %NULL
 */
json_t *
sdm_json_get (json_t     *root,
              const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  json_t *node = root;

  for (guint i = 0; node != NULL && keys[i] != NULL && *path != '\0'; i++)
    {
      if (json_is_array (node))
        node = g_ascii_isdigit (keys[i][0]) ? json_array_get (node, (size_t) g_ascii_strtoull (keys[i], NULL, 10)) : NULL;
      else
        node = json_object_get (node, keys[i]);
    }

  return node;
}
