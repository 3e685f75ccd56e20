/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-letter-block.h"
#include "sdm-letter-error.h"

G_BEGIN_DECLS

#define SDM_LETTER_EDITION_DEFAULT     14
#define SDM_LETTER_EDITION_LARGE_PRINT 18

GBytes *sdm_letter_render_pdf (SdmLetterDocument *document,
                               guint              edition,
                               guint             *n_pages,
                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *sdm_letter_render_pages (SdmLetterDocument *document,
                                 guint              edition,
                                 char            ***texts,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_letter_save (GBytes  *bytes,
                          GFile   *file,
                          GError **error);
gboolean sdm_letter_save_with_text (GBytes  *bytes,
                                    GBytes  *text,
                                    GFile   *file,
                                    GError **error);
GFile   *sdm_letter_get_twin (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
GFile   *sdm_letter_get_copy (GFile      *file,
                              const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
