/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_LOGBOOK_PAGE (sdm_logbook_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmLogbookPage, sdm_logbook_page, SDM, LOGBOOK_PAGE, AdwBin)

/**
 * SdmLogbookSheet:
 * @SDM_LOGBOOK_PDF: the logbook as a paper
 * @SDM_LOGBOOK_CSV: the logbook as a table
 * @SDM_LOGBOOK_CERTIFICATE: what was done of the first cases
 */
typedef enum
{
  SDM_LOGBOOK_PDF,
  SDM_LOGBOOK_CSV,
  SDM_LOGBOOK_CERTIFICATE,
} SdmLogbookSheet;

GtkWidget *sdm_logbook_page_new (SdmWindow  *window,
                                 SdmContext *context,
                                 const char *trainee) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_logbook_page_save_to (SdmLogbookPage *self,
                                     SdmLogbookSheet sheet,
                                     GFile          *file);

G_END_DECLS
