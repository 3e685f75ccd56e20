/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_DOCUMENT_PAGE (sdm_document_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmDocumentPage, sdm_document_page, SDM, DOCUMENT_PAGE, GObject)

SdmDocumentPage *sdm_document_page_new (GdkPaintable *picture,
                                        double        width,
                                        double        height,
                                        const char   *text) G_GNUC_WARN_UNUSED_RESULT;

GdkPaintable *sdm_document_page_get_picture (SdmDocumentPage *self);

double sdm_document_page_get_width (SdmDocumentPage *self);

double sdm_document_page_get_height (SdmDocumentPage *self);

const char *sdm_document_page_get_text (SdmDocumentPage *self);

G_END_DECLS
