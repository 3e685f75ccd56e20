/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-document-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PAPER (sdm_paper_get_type ())
G_DECLARE_FINAL_TYPE (SdmPaper, sdm_paper, SDM, PAPER, GtkWidget)

GtkWidget *sdm_paper_new (SdmDocumentPage *page,
                          guint            number,
                          guint            n_pages,
                          double           zoom) G_GNUC_WARN_UNUSED_RESULT;

void sdm_paper_set_page (SdmPaper        *self,
                         SdmDocumentPage *page,
                         guint            number,
                         guint            n_pages);
void sdm_paper_set_zoom (SdmPaper *self,
                         double    zoom);
void sdm_paper_prepare (SdmPaper *self);

G_END_DECLS
