/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-measure.h"

G_BEGIN_DECLS

typedef struct _SdmPangoMeasurer SdmPangoMeasurer;

SdmPangoMeasurer *sdm_pango_measurer_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_pango_measurer_free (SdmPangoMeasurer *self);
SdmLetterMeasurer sdm_pango_measurer_get_interface (SdmPangoMeasurer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmPangoMeasurer, sdm_pango_measurer_free)

G_END_DECLS
