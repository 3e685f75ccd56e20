/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <jansson.h>

#include "sdm-finding.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/* Content is written by people: nothing sensible comes near these. */
#define SDM_JSON_MAX_BYTES  (8 * 1024 * 1024)
#define SDM_JSON_MAX_DEPTH  32
#define SDM_JSON_MAX_VALUES 200000

typedef struct _SdmJsonText SdmJsonText;

SdmJsonText *sdm_json_text_load (GFile        *file,
                                 GCancellable *cancellable,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
SdmJsonText *sdm_json_text_load_as (GFile        *file,
                                    const char   *name,
                                    GCancellable *cancellable,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;
SdmJsonText *sdm_json_text_parse (GBytes     *bytes,
                                  const char *name,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmJsonText *sdm_json_text_ref (SdmJsonText *self);
void         sdm_json_text_unref (SdmJsonText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmJsonText, sdm_json_text_unref)

json_t     *sdm_json_text_get_root (SdmJsonText *self);
GBytes     *sdm_json_text_get_bytes (SdmJsonText *self);
const char *sdm_json_text_get_name (SdmJsonText *self);
const char *sdm_json_text_get_path (SdmJsonText *self);
char       *sdm_json_text_dup_sha256 (SdmJsonText *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_json_text_locate (SdmJsonText *self,
                               const char  *pointer,
                               guint       *line,
                               guint       *column);
void     sdm_json_text_find_repeated_keys (SdmJsonText *self,
                                           GPtrArray   *findings);
void     sdm_json_text_place_findings (SdmJsonText *self,
                                       GPtrArray   *findings);
char    *sdm_json_text_describe (SdmJsonText      *self,
                                 const SdmFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SdmJsonStep:
 * @above: (nullable): the step before; %NULL at the top of the document
 * @key: (nullable): the key of an object; %NULL for a list
 * @index: the position in a list, from 0
 *
 * One step on the way to a value. Whoever walks through a document keeps its steps
 * on the stack, and only a finding makes a pointer of them.
 */
typedef struct _SdmJsonStep SdmJsonStep;
struct _SdmJsonStep
{
  const SdmJsonStep *above;
  const char        *key;
  gsize              index;
};

char *sdm_json_step_to_pointer (const SdmJsonStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_json_pointer_append (const char *pointer,
                               const char *key) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_json_pointer_append_index (const char *pointer,
                                     gsize       index) G_GNUC_WARN_UNUSED_RESULT;

json_t *sdm_json_get (json_t     *root,
                      const char *path);

/* sdm-json-write.c */

typedef struct _SdmJsonWriter SdmJsonWriter;

SdmJsonWriter *sdm_json_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_json_writer_free (SdmJsonWriter *self);
GBytes        *sdm_json_writer_write (SdmJsonWriter *self,
                                      json_t        *root) G_GNUC_WARN_UNUSED_RESULT;
char          *sdm_json_write (json_t *root) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmJsonWriter, sdm_json_writer_free)

G_END_DECLS
