/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-effect.h"

static const char *const part_names[] = { "value", "low", "high" };

/* Most papers print per cents, so that is what a printed figure without "per" is taken for. */
#define USUAL_PER 100

const char *
sdm_effect_get_measure (json_t *effect)
{
  return json_string_value (json_object_get (effect, "measure"));
}

gboolean
sdm_effect_is (json_t     *effect,
               const char *measure)
{
  return g_strcmp0 (sdm_effect_get_measure (effect), measure) == 0;
}

/**
 * sdm_effect_has_value:
 *
 * Returns: whether the effect states this number itself
 */
gboolean
sdm_effect_has_value (json_t       *effect,
                      SdmEffectPart part)
{
  return json_object_get (effect, part_names[part]) != NULL;
}

static gboolean
read_number (json_t       *effect,
             SdmEffectPart part,
             SdmRatio     *number)
{
  const char *decimal = json_string_value (json_object_get (effect, part_names[part]));

  return decimal != NULL && sdm_ratio_parse (number, decimal);
}

/* @number out of its "per". */
static gboolean
read_rate (json_t         *effect,
           const SdmRatio *number,
           SdmRatio       *rate)
{
  json_t  *per = json_object_get (effect, "per");
  SdmRatio people;

  return sdm_ratio_set (&people, per != NULL ? json_integer_value (per) : USUAL_PER, 1) && sdm_ratio_divide (rate, number, &people);
}

/* p × v / (1 − p + p × v) */
static gboolean
apply_odds (const SdmRatio *baseline,
            const SdmRatio *odds_ratio,
            SdmRatio       *risk)
{
  const SdmRatio one = { 1, 1 };
  SdmRatio       changed;
  SdmRatio       rest;
  SdmRatio       all;

  return sdm_ratio_multiply (&changed, baseline, odds_ratio) && sdm_ratio_subtract (&rest, &one, baseline) &&
         sdm_ratio_add (&all, &rest, &changed) && sdm_ratio_divide (risk, &changed, &all);
}

/**
 * sdm_effect_work_out:
 * @effect: a derivation of the format, such as {"measure": "risk-ratio", "value": "0.72"}
 * @baseline: (nullable): the comparator's risk, not rounded
 * @as_shown: (nullable): the shown count as a risk, for one that is assumed
 * @risk: (out): the risk for one person, not rounded
 *
 * Returns: FALSE where the effect does not hold what is needed
 */
gboolean
sdm_effect_work_out (json_t         *effect,
                     SdmEffectPart   part,
                     const SdmRatio *baseline,
                     const SdmRatio *as_shown,
                     SdmRatio       *risk)
{
  SdmRatio number;

  if (sdm_effect_is (effect, "event-rate"))
    return sdm_ratio_set (risk, json_integer_value (json_object_get (effect, "events")), json_integer_value (json_object_get (effect, "of")));
  if (sdm_effect_is (effect, "assumed"))
    {
      if (as_shown != NULL)
        *risk = *as_shown;
      return as_shown != NULL;
    }

  if (!read_number (effect, part, &number))
    return FALSE;
  if (sdm_effect_is (effect, "published"))
    return read_rate (effect, &number, risk);
  if (baseline == NULL)
    return FALSE;
  if (sdm_effect_is (effect, "risk-ratio"))
    return sdm_ratio_multiply (risk, baseline, &number);
  if (sdm_effect_is (effect, "odds-ratio"))
    return apply_odds (baseline, &number, risk);
  if (sdm_effect_is (effect, "hazard-ratio"))
    return sdm_ratio_from_hazard (risk, baseline, &number);

  return read_rate (effect, &number, &number) && sdm_ratio_add (risk, baseline, &number);
}
