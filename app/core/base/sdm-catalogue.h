/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words of the program in one language, from the file that msgfmt makes.
 *
 * gettext itself speaks the language of the whole process, and only one whose locale is installed;
 * a letter is written in the language of its reader on any computer.
 */

typedef struct _SdmCatalogue SdmCatalogue;

SdmCatalogue *sdm_catalogue_load (const char *path,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmCatalogue *sdm_catalogue_new_from_bytes (GBytes     *bytes,
                                            const char *name,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          sdm_catalogue_free (SdmCatalogue *self);
const char   *sdm_catalogue_look_up (SdmCatalogue *self,
                                     const char   *text);
const char   *sdm_catalogue_look_up_plural (SdmCatalogue *self,
                                            const char   *one,
                                            gulong        n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmCatalogue, sdm_catalogue_free)

G_END_DECLS
