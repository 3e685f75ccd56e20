/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-schema.h"

G_BEGIN_DECLS

/* Bits of SdmSchemaNode.types, in the order of type_names. */
typedef enum
{
  SDM_SCHEMA_OBJECT = 1 << 0,
  SDM_SCHEMA_ARRAY = 1 << 1,
  SDM_SCHEMA_STRING = 1 << 2,
  SDM_SCHEMA_INTEGER = 1 << 3,
  SDM_SCHEMA_BOOLEAN = 1 << 4,
  SDM_SCHEMA_NULL = 1 << 5,
} SdmSchemaType;

/**
 * SdmSchemaNode:
 *
 * What a schema says of one value. Strings and JSON values belong to the
 * schema's document, other nodes to the schema.
 */
typedef struct _SdmSchemaNode SdmSchemaNode;
struct _SdmSchemaNode
{
  guint       types;               /* 0: any */
  GHashTable *properties;          /* name -> node, nullable */
  GPtrArray  *property_names;      /* in the order of the schema */
  GPtrArray  *property_nodes;      /* the node of each of them */
  gboolean   *required_properties; /* whether it must be there, of each of them */
  gboolean    closed;              /* no other keys */
  GPtrArray  *required;            /* names, nullable */
  json_t     *dependent;           /* name -> names, nullable */
  json_t     *constant;
  json_t     *choices;
  GRegex     *pattern;
  gboolean (*quick_pattern) (const char *text); /* nullable: TRUE where the pattern fits for sure */
  SdmSchemaNode *items;
  SdmSchemaNode *contains;
  SdmSchemaNode *reference;
  SdmSchemaNode *forbidden;
  SdmSchemaNode *condition;
  SdmSchemaNode *then;
  SdmSchemaNode *otherwise;
  GPtrArray     *all_of;
  GPtrArray     *any_of;
  GPtrArray     *one_of;
  gboolean       unique_items;
  guint          min_length;
  guint          max_length;
  guint          min_items;
  guint          max_items;
  guint          min_contains;
  guint          max_contains;
  guint          min_properties;
  guint          max_properties;
  gint64         minimum;
  gint64         maximum;
};

struct _SdmSchema
{
  json_t        *document;
  GPtrArray     *nodes;       /* owns every node */
  GHashTable    *definitions; /* name -> node */
  SdmSchemaNode *root;
};

gboolean (*sdm_schema_find_quick_pattern (const char *pattern)) (const char *text);
gboolean sdm_schema_node_read_limit (SdmSchemaNode *node,
                                     const char    *key,
                                     gint64         value);

const SdmSchemaNode *sdm_schema_find_node (const SdmSchema *self,
                                           const char      *path);

G_END_DECLS
