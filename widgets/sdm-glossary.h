/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SDM_TYPE_GLOSSARY (sdm_glossary_get_type ())
G_DECLARE_FINAL_TYPE (SdmGlossary, sdm_glossary, SDM, GLOSSARY, GObject)

/**
 * SdmWordPlace:
 * @start: where the word begins in the text, in bytes
 * @end: where it ends
 * @term: the word as the list has it
 * @plain: what it means
 *
 * A word that is explained, in a text. The texts belong to the list.
 */
typedef struct
{
  guint       start;
  guint       end;
  const char *term;
  const char *plain;
} SdmWordPlace;

SdmGlossary *sdm_glossary_new (void) G_GNUC_WARN_UNUSED_RESULT;

void sdm_glossary_add (SdmGlossary       *self,
                       const char        *term,
                       const char        *plain,
                       const char *const *also);

GArray *sdm_glossary_find (SdmGlossary *self,
                           const char  *text) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_glossary_dup_meanings (GArray *places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
