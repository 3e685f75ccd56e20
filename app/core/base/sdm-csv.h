/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table as comma-separated values, for spreadsheets. */

typedef struct _SdmCsv SdmCsv;

SdmCsv *sdm_csv_new (void) G_GNUC_WARN_UNUSED_RESULT;
void    sdm_csv_free (SdmCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmCsv, sdm_csv_free)

void    sdm_csv_add_text (SdmCsv     *self,
                          const char *text);
void    sdm_csv_add_number (SdmCsv *self,
                            gint64  number);
void    sdm_csv_end_row (SdmCsv *self);
GBytes *sdm_csv_to_bytes (SdmCsv *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
