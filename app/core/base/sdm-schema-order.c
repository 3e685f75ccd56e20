/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-schema-private.h"

/* What a schema says of single places, and the order in which it names keys. */

/* The part of a schema that speaks of the value at a path */

static const SdmSchemaNode *
find_below (const SdmSchemaNode *node,
            const char          *key)
{
  const SdmSchemaNode *found = NULL;

  if (node->properties != NULL)
    found = g_hash_table_lookup (node->properties, key);
  if (found == NULL && node->items != NULL && g_ascii_isdigit (key[0]))
    found = node->items;
  if (found == NULL && node->reference != NULL)
    found = find_below (node->reference, key);

  return found;
}

/**
 * sdm_schema_find_node:
 * @path: keys and list positions with a slash between them
 *
 * Returns: (nullable): the part of the schema that speaks of the value there
 */
const SdmSchemaNode *
sdm_schema_find_node (const SdmSchema *self,
                      const char      *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  const SdmSchemaNode *node = self->root;

  for (guint i = 0; node != NULL && keys[i] != NULL && *path != '\0'; i++)
    node = find_below (node, keys[i]);

  return node;
}

/* Order of keys */

static json_t *put_node_in_order (const SdmSchemaNode *node,
                                  json_t              *value);

static json_t *
put_object_in_order (const SdmSchemaNode *node,
                     json_t              *value)
{
  json_t     *ordered = json_object ();
  const char *key;
  json_t     *below;

  for (guint i = 0; node != NULL && node->property_names != NULL && i < node->property_names->len; i++)
    {
      const char *name = g_ptr_array_index (node->property_names, i);

      below = json_object_get (value, name);
      if (below != NULL)
        json_object_set_new (ordered, name, put_node_in_order (g_hash_table_lookup (node->properties, name), below));
    }

  json_object_foreach (value, key, below)
    if (json_object_get (ordered, key) == NULL)
      json_object_set_new (ordered, key, put_node_in_order (NULL, below));

  return ordered;
}

static json_t *
put_node_in_order (const SdmSchemaNode *node,
                   json_t              *value)
{
  while (node != NULL && node->reference != NULL && node->properties == NULL && node->items == NULL)
    node = node->reference;

  if (json_is_object (value))
    return put_object_in_order (node, value);
  if (json_is_array (value))
    {
      json_t *ordered = json_array ();
      json_t *item;
      size_t  i;

      json_array_foreach (value, i, item)
        json_array_append_new (ordered, put_node_in_order (node != NULL ? node->items : NULL, item));
      return ordered;
    }

  return json_incref (value);
}

/* Public API */

/**
 * sdm_schema_put_in_order:
 *
 * Returns: (transfer full): a copy of @value with the keys of every object in the
 *   order of the schema, so that the same content is always the same text
 */
json_t *
sdm_schema_put_in_order (const SdmSchema *self,
                         json_t          *value)
{
  return put_node_in_order (self->root, value);
}

/**
 * sdm_schema_get_max_length:
 *
 * Returns: how many characters the text at @path may have; 0 for no limit
 */
guint
sdm_schema_get_max_length (const SdmSchema *self,
                           const char      *path)
{
  const SdmSchemaNode *node = sdm_schema_find_node (self, path);

  while (node != NULL && node->max_length == G_MAXUINT && node->reference != NULL)
    node = node->reference;

  return node != NULL && node->max_length != G_MAXUINT ? node->max_length : 0;
}
