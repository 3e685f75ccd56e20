/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-json.h"

G_BEGIN_DECLS

/**
 * SdmSchemaKind:
 * @SDM_SCHEMA_AID: evenhand-aid/1
 * @SDM_SCHEMA_CONSULTATION: evenhand-consultation/1
 * @SDM_SCHEMA_CASE: evenhand-case/1
 * @SDM_SCHEMA_TRACK: evenhand-track/1
 * @SDM_SCHEMA_TALK: evenhand-talk/1
 * @SDM_SCHEMA_PRACTICE: evenhand-practice/1
 * @SDM_SCHEMA_PRACTICE_FILE: evenhand-practice-file/1
 */
typedef enum
{
  SDM_SCHEMA_AID,
  SDM_SCHEMA_CONSULTATION,
  SDM_SCHEMA_CASE,
  SDM_SCHEMA_TRACK,
  SDM_SCHEMA_TALK,
  SDM_SCHEMA_PRACTICE,
  SDM_SCHEMA_PRACTICE_FILE,
} SdmSchemaKind;

#define SDM_SCHEMA_N_KINDS 7

typedef struct _SdmSchema SdmSchema;

SdmSchema *sdm_schema_new (json_t  *document,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_schema_free (SdmSchema *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmSchema, sdm_schema_free)

const SdmSchema *sdm_schema_get (SdmSchemaKind kind);
const char      *sdm_schema_kind_get_format (SdmSchemaKind kind);
gboolean         sdm_schema_kind_from_document (json_t        *document,
                                                SdmSchemaKind *kind,
                                                GPtrArray     *findings);

gboolean sdm_schema_check (const SdmSchema *self,
                           json_t          *value,
                           GPtrArray       *findings);
gboolean sdm_schema_check_changed (const SdmSchema *self,
                                   json_t          *value,
                                   json_t          *known,
                                   GPtrArray       *findings);
gboolean sdm_schema_check_at (const SdmSchema *self,
                              const char      *path,
                              json_t          *value,
                              GPtrArray       *findings);
json_t  *sdm_schema_put_in_order (const SdmSchema *self,
                                  json_t          *value) G_GNUC_WARN_UNUSED_RESULT;
guint    sdm_schema_get_max_length (const SdmSchema *self,
                                    const char      *path);

G_END_DECLS
