/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <jansson.h>

#include "sdm-aid-check-ratio.h"

G_BEGIN_DECLS

/**
 * SdmEffectPart:
 * @SDM_EFFECT_VALUE: the best guess
 * @SDM_EFFECT_LOW: the lower end of its range
 * @SDM_EFFECT_HIGH: the upper end
 *
 * Which of an effect's numbers is meant.
 */
typedef enum
{
  SDM_EFFECT_VALUE,
  SDM_EFFECT_LOW,
  SDM_EFFECT_HIGH,
} SdmEffectPart;

gboolean sdm_effect_work_out (json_t         *effect,
                              SdmEffectPart   part,
                              const SdmRatio *baseline,
                              const SdmRatio *as_shown,
                              SdmRatio       *risk) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_effect_has_value (json_t       *effect,
                               SdmEffectPart part);
gboolean sdm_effect_is (json_t     *effect,
                        const char *measure);

const char *sdm_effect_get_measure (json_t *effect);

G_END_DECLS
