/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-head-private.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "sdm-schema.h"

/*
 * What a list shows of an aid, from the first few thousand bytes of its file. Authors write these
 * parts first, so that a list of many aids need not read all of them; where they do not stand there,
 * or anything looks odd, the whole file has to be read.
 */

#define HEAD_BYTES 4096

typedef enum
{
  PART_FORMAT,
  PART_ID,
  PART_VERSION,
  PART_TITLE,
  PART_DECISION,
  PART_KEYWORDS,
  N_PARTS,
} Part;

static const char *const part_keys[N_PARTS] = { "format", "id", "version", "title", "decision", "keywords" };

/* A place in the text, which need not be whole or valid. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

/* Finding the parts */

static void
skip_space (Cursor *cursor)
{
  while (cursor->at < cursor->end && g_ascii_isspace (*cursor->at))
    cursor->at++;
}

static gboolean
skip_character (Cursor *cursor,
                char    character)
{
  skip_space (cursor);
  if (cursor->at == cursor->end || *cursor->at != character)
    return FALSE;
  cursor->at++;

  return TRUE;
}

static gboolean
skip_string (Cursor *cursor)
{
  if (!skip_character (cursor, '"'))
    return FALSE;
  for (; cursor->at < cursor->end; cursor->at++)
    {
      if (*cursor->at == '"')
        {
          cursor->at++;
          return TRUE;
        }
      if (*cursor->at == '\\' && ++cursor->at == cursor->end)
        return FALSE;
    }

  return FALSE;
}

/* Any value; whether it is a good one is left to the parser. */
static gboolean
skip_value (Cursor *cursor)
{
  guint depth = 0;

  skip_space (cursor);
  while (cursor->at < cursor->end)
    {
      const char character = *cursor->at;

      if (depth == 0 && (character == ',' || character == '}' || character == ']'))
        return TRUE;
      if (character == '"')
        {
          if (!skip_string (cursor))
            return FALSE;
          continue;
        }
      if (character == '{' || character == '[')
        depth++;
      else if (character == '}' || character == ']')
        depth--;
      cursor->at++;
    }

  return FALSE;
}

static json_t *
parse_value (const char *start,
             const char *end)
{
  return json_loadb (start, (size_t) (end - start), JSON_DECODE_ANY, NULL);
}

/* Takes the value at the cursor if its key is one that is looked for and not yet found. */
static gboolean
take_member (Cursor  *cursor,
             json_t **root,
             guint   *n_found)
{
  const char *key;
  const char *value;
  gsize       key_length;

  skip_space (cursor);
  key = cursor->at + 1;
  if (!skip_string (cursor))
    return FALSE;
  key_length = (gsize) (cursor->at - key) - 1;
  if (!skip_character (cursor, ':'))
    return FALSE;
  skip_space (cursor);
  value = cursor->at;
  if (!skip_value (cursor))
    return FALSE;

  for (guint i = 0; i < N_PARTS; i++)
    if (strlen (part_keys[i]) == key_length && memcmp (part_keys[i], key, key_length) == 0)
      {
        json_t *part = parse_value (value, cursor->at);

        if (part == NULL || json_object_get (*root, part_keys[i]) != NULL)
          {
            json_decref (part);
            return FALSE;
          }
        json_object_set_new_nocheck (*root, part_keys[i], part);
        *n_found += 1;
      }

  return TRUE;
}

/* The parts alone as a document, or NULL where they are not all there. */
static json_t *
find_parts (const char *text,
            gsize       length)
{
  g_autoptr (json_t) root = json_object ();
  Cursor cursor = { text, text + length };
  guint  n_found = 0;

  if (!skip_character (&cursor, '{'))
    return NULL;
  while (n_found < N_PARTS)
    if (!take_member (&cursor, &root, &n_found) || (n_found < N_PARTS && !skip_character (&cursor, ',')))
      return NULL;

  return g_steal_pointer (&root);
}

static gsize
read_start (int         folder,
            const char *path,
            char       *text)
{
  const int file = openat (folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize    length;

  if (file < 0)
    return 0;
  length = read (file, text, HEAD_BYTES);
  close (file);

  return length > 0 ? (gsize) length : 0;
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

/* Shared inside this folder */

/**
 * sdm_aid_head_new_from_json:
 * @root: the document
 *
 * Returns: (transfer full) (nullable): its head, without a file; %NULL when it
 *   is not an aid of this version
 */
SdmAidHead *
sdm_aid_head_new_from_json (json_t *root)
{
  const char *format = json_string_value (json_object_get (root, "format"));
  const char *id = json_string_value (json_object_get (root, "id"));
  const char *title = json_string_value (json_object_get (root, "title"));
  SdmAidHead *head;

  if (g_strcmp0 (format, sdm_schema_kind_get_format (SDM_SCHEMA_AID)) != 0 || id == NULL || title == NULL)
    return NULL;

  head = g_new0 (SdmAidHead, 1);
  head->id = g_strdup (id);
  head->version = g_strdup (json_string_value (json_object_get (root, "version")));
  head->title = g_strdup (title);
  head->decision = g_strdup (json_string_value (json_object_get (root, "decision")));
  head->keywords = dup_texts (json_object_get (root, "keywords"));

  return head;
}

/**
 * sdm_aid_head_read:
 * @folder: an open folder
 * @path: of the file, from there
 *
 * Reads the start of the file only.
 *
 * Returns: (transfer full) (nullable): the head, without a file; %NULL when the
 *   start does not tell, and the whole file has to be read
 */
SdmAidHead *
sdm_aid_head_read (int         folder,
                   const char *path)
{
  char  text[HEAD_BYTES];
  gsize length = read_start (folder, path, text);
  g_autoptr (json_t) root = find_parts (text, length);

  return root != NULL ? sdm_aid_head_new_from_json (root) : NULL;
}

void
sdm_aid_head_free (SdmAidHead *head)
{
  g_free (head->id);
  g_free (head->version);
  g_free (head->title);
  g_free (head->decision);
  g_strfreev (head->keywords);
  g_clear_object (&head->file);
  g_free (head);
}
