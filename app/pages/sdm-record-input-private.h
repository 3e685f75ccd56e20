/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-list.h"

G_BEGIN_DECLS

/* The inputs of a record list, one kind for each kind of field. */

GtkWidget *sdm_record_input_new (const SdmRecordKind  *kind,
                                 const SdmRecordField *field) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_input_connect (GtkWidget *input,
                                     GCallback  changed,
                                     gpointer   data);
void       sdm_record_input_set_name (GtkWidget  *input,
                                      const char *name);
void       sdm_record_input_show (GtkWidget *input,
                                  json_t    *value);
gboolean   sdm_record_input_read (GtkWidget *input,
                                  gboolean   is_time,
                                  json_t   **value);

G_END_DECLS
