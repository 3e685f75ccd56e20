/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

/**
 * SdmPageListKind:
 * @path: the list in the consultation
 * @add_label: (nullable): on the button that adds a record; %NULL where a field adds a line
 * @line_label: (nullable): over the field that adds a line of text
 * @remove_label: what the bin does
 * @removed: said when a record was taken out
 * @empty: (nullable): shown while there is none
 * @line_key: (nullable): the key that holds the text of a line; %NULL where a line is the text itself
 * @add: (nullable): adds a record at the end; %NULL for an empty one
 * @make_row: (nullable): the inputs of a record, bound below @path; %NULL for a line of text
 *
 * What a list on a page is made of. Texts are marked for translation, not translated.
 */
typedef struct
{
  const char *path;
  const char *add_label;
  const char *line_label;
  const char *remove_label;
  const char *removed;
  const char *empty;
  const char *line_key;
  gboolean (*add) (SdmConsultation *consultation,
                   GError         **error);
  GtkWidget *(*make_row) (SdmPage    *page,
                          const char *path,
                          guint       number);
} SdmPageListKind;

#define SDM_TYPE_PAGE_LIST (sdm_page_list_get_type ())
G_DECLARE_FINAL_TYPE (SdmPageList, sdm_page_list, SDM, PAGE_LIST, AdwBin)

GtkWidget *sdm_page_list_new (SdmPage               *page,
                              const SdmPageListKind *kind) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_page_list_refresh (SdmPageList *self);

G_END_DECLS
