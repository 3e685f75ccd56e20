/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

typedef enum
{
  SDM_RECORD_FIELD_LINE, /* one line of text */
  SDM_RECORD_FIELD_TEXT, /* some lines, across the list */
  SDM_RECORD_FIELD_TIME, /* a time of day */
  SDM_RECORD_FIELD_FLAG, /* yes or no */
  SDM_RECORD_FIELD_TEN,  /* 0 to 10, not said at first */
} SdmRecordFieldKind;

/**
 * SdmRecordField:
 * @key: its name in the record
 * @kind: what it takes
 * @label: what is asked, marked with N_()
 * @is_needed: whether the format has no record without it
 * @is_set_at_first: a flag that is true in a new record
 * @width_chars: of a line; 0 for all there is
 */
typedef struct
{
  const char        *key;
  SdmRecordFieldKind kind;
  const char        *label;
  gboolean           is_needed;
  gboolean           is_set_at_first;
  int                width_chars;
} SdmRecordField;

/**
 * SdmRecordKind:
 * @path: the list in the consultation
 * @name: what the list holds, for those who do not see it; marked with N_()
 * @add_label: the button that adds one, marked with N_()
 * @empty: (nullable): what stands there while it is empty, marked with N_()
 * @fields: at most six; one of the kind TEXT at most, which comes first
 * @text_class: (nullable): class of the texts, such as "voice"
 */
typedef struct
{
  const char           *path;
  const char           *name;
  const char           *add_label;
  const char           *empty;
  const SdmRecordField *fields;
  guint                 n_fields;
  const char           *text_class;
} SdmRecordKind;

#define SDM_TYPE_RECORD_LIST (sdm_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmRecordList, sdm_record_list, SDM, RECORD_LIST, GtkBox)

GtkWidget *sdm_record_list_new (SdmSession          *session,
                                const SdmRecordKind *kind) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_list_refresh (SdmRecordList *self);

void sdm_record_list_add (SdmRecordList *self,
                          json_t        *record,
                          guint          field);
void sdm_record_list_focus (SdmRecordList *self,
                            guint          record,
                            guint          field);

G_END_DECLS
