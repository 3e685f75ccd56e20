/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "sdm-paper-source.h"

G_BEGIN_DECLS

#define SDM_TYPE_PAPER_PICTURE (sdm_paper_picture_get_type ())
G_DECLARE_FINAL_TYPE (SdmPaperPicture, sdm_paper_picture, SDM, PAPER_PICTURE, GObject)

SdmPaperPicture *sdm_paper_picture_new (SdmPaperSource *source,
                                        guint           page) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_paper_picture_take_over (SdmPaperPicture *self,
                                              SdmPaperPicture *former);
gboolean         sdm_paper_picture_is_drawn (SdmPaperPicture *self);

G_END_DECLS
