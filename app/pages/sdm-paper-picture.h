/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>
#include <poppler.h>

G_BEGIN_DECLS

#define SDM_TYPE_PAPER_PICTURE (sdm_paper_picture_get_type ())
G_DECLARE_FINAL_TYPE (SdmPaperPicture, sdm_paper_picture, SDM, PAPER_PICTURE, GObject)

/* The file from which pictures are drawn, by one thread at a time. */
typedef struct _SdmPaperSource SdmPaperSource;

SdmPaperSource *sdm_paper_source_new (GBytes  *pdf,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
SdmPaperSource *sdm_paper_source_ref (SdmPaperSource *self) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_paper_source_unref (SdmPaperSource *self);
guint           sdm_paper_source_get_n_pages (SdmPaperSource *self);
void            sdm_paper_source_get_size (SdmPaperSource *self,
                                           guint           page,
                                           double         *width,
                                           double         *height);
char           *sdm_paper_source_dup_text (SdmPaperSource *self,
                                           guint           page) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmPaperSource, sdm_paper_source_unref)

SdmPaperPicture *sdm_paper_picture_new (SdmPaperSource *source,
                                        guint           page) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_paper_picture_take_over (SdmPaperPicture *self,
                                              SdmPaperPicture *former);
gboolean         sdm_paper_picture_is_drawn (SdmPaperPicture *self);

G_END_DECLS
