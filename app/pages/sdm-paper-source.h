/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdmPaperSource:
 *
 * A letter that was read back from its file, so that its pages can be looked at and printed. What reads it
 * keeps things that all letters share, so one page of one letter is read at a time, whichever
 * thread asks.
 */
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
void            sdm_paper_source_draw (SdmPaperSource *self,
                                       guint           page,
                                       cairo_t        *cr);
void            sdm_paper_source_draw_for_printing (SdmPaperSource *self,
                                                    guint           page,
                                                    cairo_t        *cr);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmPaperSource, sdm_paper_source_unref)

void sdm_paper_source_stop (void);

G_END_DECLS
