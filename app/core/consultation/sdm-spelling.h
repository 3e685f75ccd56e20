/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SdmSpelling SdmSpelling;

SdmSpelling *sdm_spelling_new (const SdmSpelling *base) G_GNUC_WARN_UNUSED_RESULT;
void         sdm_spelling_free (SdmSpelling *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmSpelling, sdm_spelling_free)

void  sdm_spelling_learn (SdmSpelling *self,
                          const char  *text);
char *sdm_spelling_mend (const SdmSpelling *self,
                         const char        *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
