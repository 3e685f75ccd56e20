/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_DOCUMENT_VIEW_LEAST_ZOOM 0.5
#define SDM_DOCUMENT_VIEW_MOST_ZOOM  3.0

/**
 * SdmDocumentFit:
 * @SDM_DOCUMENT_FIT_NONE: the zoom stays as it was set
 * @SDM_DOCUMENT_FIT_WIDTH: the widest page fills the width
 * @SDM_DOCUMENT_FIT_PAGE: a whole page is seen
 */
typedef enum
{
  SDM_DOCUMENT_FIT_NONE,
  SDM_DOCUMENT_FIT_WIDTH,
  SDM_DOCUMENT_FIT_PAGE,
} SdmDocumentFit;

#define SDM_TYPE_DOCUMENT_VIEW (sdm_document_view_get_type ())
G_DECLARE_FINAL_TYPE (SdmDocumentView, sdm_document_view, SDM, DOCUMENT_VIEW, GtkWidget)

GtkWidget *sdm_document_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *sdm_document_view_get_pages (SdmDocumentView *self);
void        sdm_document_view_set_pages (SdmDocumentView *self,
                                         GListModel      *pages);

double sdm_document_view_get_zoom (SdmDocumentView *self);
void   sdm_document_view_set_zoom (SdmDocumentView *self,
                                   double           zoom);
void   sdm_document_view_set_fit (SdmDocumentView *self,
                                  SdmDocumentFit   fit);
void   sdm_document_view_zoom_in (SdmDocumentView *self);
void   sdm_document_view_zoom_out (SdmDocumentView *self);

guint sdm_document_view_get_n_pages (SdmDocumentView *self);
guint sdm_document_view_get_current_page (SdmDocumentView *self);
void  sdm_document_view_set_current_page (SdmDocumentView *self,
                                          guint            page);

const char *sdm_document_view_get_place (SdmDocumentView *self);

const char *sdm_document_view_get_empty_text (SdmDocumentView *self);
void        sdm_document_view_set_empty_text (SdmDocumentView *self,
                                              const char      *text);

G_END_DECLS
