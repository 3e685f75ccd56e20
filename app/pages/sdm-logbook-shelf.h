/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-context.h"
#include "sdm-logbook.h"

G_BEGIN_DECLS

/**
 * SdmLogbookShelf:
 * @logbooks: (element-type SdmLogbook): one for each trainee, by name
 * @track: (nullable): the cases for those who begin
 * @titles: (element-type utf8 utf8): what each case is called, by its id
 *
 * What everybody practised on this computer, each apart from the others.
 */
typedef struct
{
  GPtrArray  *logbooks;
  SdmTrack   *track;
  GHashTable *titles;
} SdmLogbookShelf;

void              sdm_logbook_shelf_load_async (SdmContext         *context,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
SdmLogbookShelf  *sdm_logbook_shelf_load_finish (GAsyncResult *result,
                                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_logbook_shelf_free (SdmLogbookShelf *self);
const SdmLogbook *sdm_logbook_shelf_find (const SdmLogbookShelf *self,
                                          const char            *trainee);

G_END_DECLS
