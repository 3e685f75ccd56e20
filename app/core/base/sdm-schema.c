/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-schema-private.h"

#include <gio/gio.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-core-resources.h"

/**
 * SdmSchema:
 *
 * The shape of a format, read from its JSON Schema (draft 2020-12).
 *
 * The schemas in decision-aids/schema are what authors' editors use; the
 * program reads by the very same files, so that the two cannot drift apart.
 * Only the keywords that those files use are known; any other keyword makes
 * sdm_schema_new() fail, so that none is ever passed over in silence.
 */

/* Nodes */

static SdmSchemaNode *
new_node (SdmSchema *self)
{
  SdmSchemaNode *node = g_new0 (SdmSchemaNode, 1);

  node->max_length = G_MAXUINT;
  node->max_items = G_MAXUINT;
  node->max_contains = G_MAXUINT;
  node->max_properties = G_MAXUINT;
  node->minimum = G_MININT64;
  node->maximum = G_MAXINT64;
  g_ptr_array_add (self->nodes, node);

  return node;
}

static void
free_node (gpointer data)
{
  SdmSchemaNode *node = data;

  g_clear_pointer (&node->properties, g_hash_table_unref);
  g_clear_pointer (&node->property_names, g_ptr_array_unref);
  g_clear_pointer (&node->property_nodes, g_ptr_array_unref);
  g_clear_pointer (&node->required, g_ptr_array_unref);
  g_clear_pointer (&node->required_properties, g_free);
  g_clear_pointer (&node->pattern, g_regex_unref);
  g_clear_pointer (&node->all_of, g_ptr_array_unref);
  g_clear_pointer (&node->any_of, g_ptr_array_unref);
  g_clear_pointer (&node->one_of, g_ptr_array_unref);
  g_free (node);
}

/* Reading a schema */

static SdmSchemaNode *compile (SdmSchema *self,
                               json_t    *from,
                               GError   **error);

static const char *const type_names[] = {
  "object", "array", "string", "integer", "boolean", "null"
};

static gboolean
read_type_name (SdmSchemaNode *node,
                const char    *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_strcmp0 (type_names[i], name) == 0)
      {
        node->types |= 1u << i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_types (SdmSchemaNode *node,
            json_t        *value)
{
  json_t *item;
  size_t  i;

  if (json_is_string (value))
    return read_type_name (node, json_string_value (value));

  json_array_foreach (value, i, item)
    if (!read_type_name (node, json_string_value (item)))
      return FALSE;

  return TRUE;
}

static gboolean
read_properties (SdmSchema     *self,
                 SdmSchemaNode *node,
                 json_t        *value,
                 GError       **error)
{
  const char *key;
  json_t     *below;

  node->properties = g_hash_table_new (g_str_hash, g_str_equal);
  node->property_names = g_ptr_array_new ();
  node->property_nodes = g_ptr_array_new ();
  json_object_foreach (value, key, below)
    {
      SdmSchemaNode *property = compile (self, below, error);

      if (property == NULL)
        return FALSE;
      g_hash_table_insert (node->properties, (gpointer) key, property);
      g_ptr_array_add (node->property_names, (gpointer) key);
      g_ptr_array_add (node->property_nodes, property);
    }

  return TRUE;
}

static gboolean
read_list (SdmSchema  *self,
           GPtrArray **list,
           json_t     *value,
           GError    **error)
{
  json_t *item;
  size_t  i;

  *list = g_ptr_array_new ();
  json_array_foreach (value, i, item)
    {
      SdmSchemaNode *node = compile (self, item, error);

      if (node == NULL)
        return FALSE;
      g_ptr_array_add (*list, node);
    }

  return TRUE;
}

static gboolean
read_names (GPtrArray **list,
            json_t     *value)
{
  json_t *item;
  size_t  i;

  *list = g_ptr_array_new ();
  json_array_foreach (value, i, item)
    g_ptr_array_add (*list, (gpointer) json_string_value (item));

  return TRUE;
}

static gboolean
read_pattern (SdmSchemaNode *node,
              json_t        *value,
              GError       **error)
{
  node->quick_pattern = sdm_schema_find_quick_pattern (json_string_value (value));
  node->pattern = g_regex_new (json_string_value (value),
                               G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, error);

  return node->pattern != NULL;
}

static SdmSchemaNode *
resolve_reference (SdmSchema  *self,
                   const char *reference,
                   GError    **error)
{
  const char    *name = reference != NULL && g_str_has_prefix (reference, "#/$defs/") ? reference + strlen ("#/$defs/") : "";
  SdmSchemaNode *node = g_hash_table_lookup (self->definitions, name);
  json_t        *definition = json_object_get (json_object_get (self->document, "$defs"), name);

  if (node != NULL)
    return node;
  if (definition == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT, "the schema has no %s", reference);
      return NULL;
    }

  /* Entered before it is read, as a definition may refer to itself. */
  node = new_node (self);
  g_hash_table_insert (self->definitions, (gpointer) name, node);
  node->reference = compile (self, definition, error);

  return node->reference != NULL ? node : NULL;
}

static gboolean
read_keyword (SdmSchema     *self,
              SdmSchemaNode *node,
              const char    *key,
              json_t        *value,
              GError       **error)
{
  /* Remarks for people; $defs is read where it is referred to. */
  static const char *const remarks[] = { "$schema", "$id", "$defs", "title", "description", NULL };

  if (g_strv_contains (remarks, key))
    return TRUE;
  if (g_str_equal (key, "type"))
    return read_types (node, value);
  if (g_str_equal (key, "properties"))
    return read_properties (self, node, value, error);
  if (g_str_equal (key, "additionalProperties") && json_is_false (value))
    return (node->closed = TRUE);
  if (g_str_equal (key, "required"))
    return read_names (&node->required, value);
  if (g_str_equal (key, "const"))
    return (node->constant = value) != NULL;
  if (g_str_equal (key, "enum"))
    return (node->choices = value) != NULL;
  if (g_str_equal (key, "pattern"))
    return read_pattern (node, value, error);
  if (g_str_equal (key, "items"))
    return (node->items = compile (self, value, error)) != NULL;
  if (g_str_equal (key, "contains"))
    {
      node->min_contains = MAX (node->min_contains, 1);
      return (node->contains = compile (self, value, error)) != NULL;
    }
  if (g_str_equal (key, "not"))
    return (node->forbidden = compile (self, value, error)) != NULL;
  if (g_str_equal (key, "if"))
    return (node->condition = compile (self, value, error)) != NULL;
  if (g_str_equal (key, "then"))
    return (node->then = compile (self, value, error)) != NULL;
  if (g_str_equal (key, "else"))
    return (node->otherwise = compile (self, value, error)) != NULL;
  if (g_str_equal (key, "allOf"))
    return read_list (self, &node->all_of, value, error);
  if (g_str_equal (key, "anyOf"))
    return read_list (self, &node->any_of, value, error);
  if (g_str_equal (key, "oneOf"))
    return read_list (self, &node->one_of, value, error);
  if (g_str_equal (key, "$ref"))
    return (node->reference = resolve_reference (self, json_string_value (value), error)) != NULL;
  if (g_str_equal (key, "dependentRequired"))
    return (node->dependent = value) != NULL;
  if (g_str_equal (key, "uniqueItems"))
    {
      node->unique_items = json_is_true (value);
      return TRUE;
    }

  return sdm_schema_node_read_limit (node, key, json_integer_value (value));
}

/* Once all keywords are read, in whatever order they came. */
static void
note_required_properties (SdmSchemaNode *node)
{
  const guint n = node->properties != NULL ? node->property_names->len : 0;

  node->required_properties = g_new0 (gboolean, n);
  for (guint i = 0; node->required != NULL && i < n; i++)
    node->required_properties[i] = g_ptr_array_find_with_equal_func (node->required, g_ptr_array_index (node->property_names, i), g_str_equal, NULL);
}

static SdmSchemaNode *
compile (SdmSchema *self,
         json_t    *from,
         GError   **error)
{
  SdmSchemaNode *node = new_node (self);
  const char    *key;
  json_t        *value;

  json_object_foreach (from, key, value)
    if (!read_keyword (self, node, key, value, error))
      {
        if (error != NULL && *error == NULL)
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT,
                       "the schema uses “%s” in a way that the program does not know", key);
        return NULL;
      }

  note_required_properties (node);

  return node;
}

/**
 * sdm_schema_node_read_limit:
 *
 * Returns: whether @key is one of the keywords that set a limit
 */
gboolean
sdm_schema_node_read_limit (SdmSchemaNode *node,
                            const char    *key,
                            gint64         value)
{
  const struct
  {
    const char *key;
    guint      *limit;
  } limits[] = {
    { "minLength", &node->min_length },
    { "maxLength", &node->max_length },
    { "minItems", &node->min_items },
    { "maxItems", &node->max_items },
    { "minContains", &node->min_contains },
    { "maxContains", &node->max_contains },
    { "minProperties", &node->min_properties },
    { "maxProperties", &node->max_properties },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    if (g_str_equal (limits[i].key, key))
      {
        *limits[i].limit = (guint) value;
        return TRUE;
      }

  if (g_str_equal (key, "minimum"))
    node->minimum = value;
  else if (g_str_equal (key, "maximum"))
    node->maximum = value;
  else
    return FALSE;

  return TRUE;
}

/* Public API */

/**
 * sdm_schema_new:
 * @document: a JSON Schema
 *
 * Returns: (transfer full) (nullable): the schema, or %NULL with @error set where it
 *   uses a keyword that the program does not know
 */
SdmSchema *
sdm_schema_new (json_t  *document,
                GError **error)
{
  g_autoptr (SdmSchema) self = g_new0 (SdmSchema, 1);
  g_autoptr (GError) local_error = NULL;

  self->document = json_incref (document);
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  self->definitions = g_hash_table_new (g_str_hash, g_str_equal);
  self->root = compile (self, document, &local_error);
  if (self->root == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
sdm_schema_free (SdmSchema *self)
{
  g_clear_pointer (&self->definitions, g_hash_table_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->document, json_decref);
  g_free (self);
}

static gpointer
register_resource (gpointer unused)
{
  sdm_core_register_resource ();

  return NULL;
}

static SdmSchema *
load_shipped (SdmSchemaKind kind)
{
  static const char *const names[SDM_SCHEMA_N_KINDS] = { "aid", "consultation", "case", "track", "talk", "practice", "practice-file" };
  static GOnce             registered = G_ONCE_INIT;
  g_autofree char         *path = g_strdup_printf ("/org/evenhand/Evenhand/schema/%s.schema.json", names[kind]);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) document = NULL;
  SdmSchema *schema;

  g_once (&registered, register_resource, NULL);
  /* Not in sdm_core_get_resource (): that is NULL while another thread is about to register it. */
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  document = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), JSON_REJECT_DUPLICATES, NULL);
  g_assert (document != NULL);
  schema = sdm_schema_new (document, &error);
  g_assert_no_error (error);

  return schema;
}

/**
 * sdm_schema_get:
 *
 * The schemas belong to the program, are read when first asked for, never
 * change and may be used from any thread.
 *
 * Returns: (transfer none): the schema of a format
 */
const SdmSchema *
sdm_schema_get (SdmSchemaKind kind)
{
  static SdmSchema *schemas[SDM_SCHEMA_N_KINDS];

  if (g_once_init_enter (&schemas[kind]))
    g_once_init_leave (&schemas[kind], load_shipped (kind));

  return schemas[kind];
}

const char *
sdm_schema_kind_get_format (SdmSchemaKind kind)
{
  static const char *const formats[SDM_SCHEMA_N_KINDS] = {
    "evenhand-aid/1", "evenhand-consultation/1", "evenhand-case/1", "evenhand-track/1", "evenhand-talk/1", "evenhand-practice/1",
    "evenhand-practice-file/1"
  };

  return formats[kind];
}
