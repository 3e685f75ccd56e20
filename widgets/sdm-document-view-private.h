/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-document-view.h"

G_BEGIN_DECLS

void sdm_document_view_add_keys (SdmDocumentView *self,
                                 GtkWidget       *papers,
                                 GtkAdjustment   *adjustment);

G_END_DECLS
