/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SdmFaceLook:
 *
 * What a face says.
 */
typedef enum
{
  SDM_FACE_CALM,
  SDM_FACE_WARM,
  SDM_FACE_THINKING,
  SDM_FACE_PUZZLED,
  SDM_FACE_WORRIED,
  SDM_FACE_SAD,
  SDM_FACE_MOVED,
  SDM_FACE_WITHDRAWN,
  SDM_FACE_HURT,
  SDM_FACE_RELIEVED,
} SdmFaceLook;

#define SDM_FACE_N_LOOKS 10

#define SDM_TYPE_FACE (sdm_face_get_type ())
G_DECLARE_FINAL_TYPE (SdmFace, sdm_face, SDM, FACE, GtkWidget)

GtkWidget *sdm_face_new (void) G_GNUC_WARN_UNUSED_RESULT;

SdmFaceLook sdm_face_get_look (SdmFace *self);
void        sdm_face_set_look (SdmFace    *self,
                               SdmFaceLook look,
                               const char *words);

G_END_DECLS
