/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-json.h"

#include <string.h>

/* Writing JSON, once or again and again. */

#define FLAGS (JSON_INDENT (1) | JSON_PRESERVE_ORDER)

/**
 * SdmJsonWriter:
 *
 * Writes an object again and again as it changes, and of its members only those
 * that are others than the last time. A talk is kept every few words, and most
 * of it is as it was.
 *
 * A member is taken to be as it was where it is the very same value. So what
 * was written must never be changed in place: whoever changes something puts a
 * new value there, and new ones in all that hold it.
 */
struct _SdmJsonWriter
{
  GHashTable *members; /* of char * and Member */
  gsize       length;  /* of what was written last */
};

typedef struct
{
  json_t *value; /* owned: so no other one can come to lie where it lies */
  char   *text;  /* owned: with its key, on lines of its own, without what stands before and after it */
  gsize   length;
} Member;

static void
free_member (gpointer data)
{
  Member *member = data;

  json_decref (member->value);
  g_free (member->text);
  g_free (member);
}

static Member *
write_member (const char *key,
              json_t     *value)
{
  g_autoptr (json_t) alone = json_object ();
  Member *member = g_new0 (Member, 1);

  json_object_set (alone, key, value);
  member->value = json_incref (value);
  /* A line feed, the member, a line feed. */
  member->text = json_dumps (alone, FLAGS | JSON_EMBED);
  g_assert (member->text != NULL);
  member->length = strlen (member->text) - 1;

  return member;
}

/* Public API */

/**
 * sdm_json_writer_new:
 *
 * Returns: (transfer full): a writer for one document
 */
SdmJsonWriter *
sdm_json_writer_new (void)
{
  SdmJsonWriter *self = g_new0 (SdmJsonWriter, 1);

  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_member);
  return self;
}

void
sdm_json_writer_free (SdmJsonWriter *self)
{
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_free (self);
}

/**
 * sdm_json_writer_write:
 * @root: an object
 *
 * Returns: (transfer full): the same text as of sdm_json_write()
 */
GBytes *
sdm_json_writer_write (SdmJsonWriter *self,
                       json_t        *root)
{
  g_autoptr (GString) out = g_string_sized_new (self->length + 1);
  const char *key;
  json_t     *value;

  g_assert (json_is_object (root));

  /* Some are gone. */
  if (g_hash_table_size (self->members) > json_object_size (root))
    g_hash_table_remove_all (self->members);

  json_object_foreach (root, key, value)
    {
      Member *member = g_hash_table_lookup (self->members, key);

      if (member == NULL || member->value != value)
        {
          member = write_member (key, value);
          g_hash_table_insert (self->members, g_strdup (key), member);
        }
      g_string_append_c (out, out->len > 0 ? ',' : '{');
      g_string_append_len (out, member->text, (gssize) member->length);
    }
  g_string_append (out, out->len > 0 ? "\n}\n" : "{}\n");

  self->length = out->len;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * sdm_json_write:
 *
 * The one way in which Evenhand writes JSON: UTF-8, one blank of indent a
 * level, keys in the order they stand in, a line feed at the end.
 *
 * Returns: (transfer full): the text
 */
char *
sdm_json_write (json_t *root)
{
  char    *text = json_dumps (root, FLAGS);
  GString *out = g_string_new (text);

  g_assert (text != NULL);
  free (text);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
