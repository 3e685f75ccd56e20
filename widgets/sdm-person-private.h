/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-person.h"

G_BEGIN_DECLS

/* The inks of a picture of people, as the style sheet of the moment has them. */
typedef struct
{
  GdkRGBA event;
  GdkRGBA rest;
  GdkRGBA accent;
  GdkRGBA accent_soft;
} SdmPersonInks;

void     sdm_person_look_up_inks (GtkWidget     *widget,
                                  SdmPersonInks *inks);
gboolean sdm_person_inks_equal (const SdmPersonInks *a,
                                const SdmPersonInks *b);

void sdm_person_look_up_ink (GtkWidget  *widget,
                             const char *name,
                             const char *fallback,
                             GdkRGBA    *ink);

cairo_surface_t *sdm_person_new_surface (SdmPersonSign        sign,
                                         int                  device_size,
                                         int                  scale,
                                         gboolean             square,
                                         const SdmPersonInks *inks) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture      *sdm_person_new_texture (cairo_surface_t *surface) G_GNUC_WARN_UNUSED_RESULT;
cairo_surface_t *sdm_person_get_surface (GdkTexture *texture);

G_END_DECLS
