/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-document-view.h"

G_BEGIN_DECLS

GtkWidget *sdm_letter_views_new (SdmDocumentView *document,
                                 GtkWidget       *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
