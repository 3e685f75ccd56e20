/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-ratio.h"

#include <string.h>

/* More digits than any paper prints; two such numbers can still be multiplied. */
#define MOST_DIGITS 18

static __int128
take_away_sign (__int128 number)
{
  return number < 0 ? -number : number;
}

/* Makes room: without it every product would grow. */
static void
reduce (SdmRatio *self)
{
  __int128 a = take_away_sign (self->top);
  __int128 b = self->bottom;

  while (b != 0)
    {
      const __int128 rest = a % b;

      a = b;
      b = rest;
    }
  self->top /= a;
  self->bottom /= a;
}

/**
 * sdm_ratio_set:
 *
 * Returns: FALSE where @bottom is not more than 0
 */
gboolean
sdm_ratio_set (SdmRatio *self,
               gint64    top,
               gint64    bottom)
{
  if (bottom <= 0)
    return FALSE;

  *self = (SdmRatio){ top, bottom };

  return TRUE;
}

/**
 * sdm_ratio_parse:
 * @decimal: a decimal as the format writes it, such as "-0.35"
 *
 * Returns: FALSE where it is no decimal, or has more than 18 digits
 */
gboolean
sdm_ratio_parse (SdmRatio   *self,
                 const char *decimal)
{
  const char *p = *decimal == '-' ? decimal + 1 : decimal;
  gboolean    after_point = FALSE;
  guint       n_digits = 0;
  SdmRatio    parsed = { 0, 1 };

  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !after_point && n_digits > 0)
        {
          after_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p) || ++n_digits > MOST_DIGITS)
        return FALSE;
      parsed.top = parsed.top * 10 + (*p - '0');
      if (after_point)
        parsed.bottom *= 10;
    }
  if (n_digits == 0)
    return FALSE;
  if (*decimal == '-')
    parsed.top = -parsed.top;
  *self = parsed;

  return TRUE;
}

static gboolean
multiply_parts (SdmRatio *self,
                __int128  top_a,
                __int128  top_b,
                __int128  bottom_a,
                __int128  bottom_b)
{
  SdmRatio product;

  if (__builtin_mul_overflow (top_a, top_b, &product.top) || __builtin_mul_overflow (bottom_a, bottom_b, &product.bottom))
    return FALSE;
  *self = product;

  return TRUE;
}

/**
 * sdm_ratio_multiply:
 *
 * Returns: whether the product could be held
 */
gboolean
sdm_ratio_multiply (SdmRatio       *self,
                    const SdmRatio *a,
                    const SdmRatio *b)
{
  SdmRatio first = *a;
  SdmRatio second = *b;

  if (multiply_parts (self, a->top, b->top, a->bottom, b->bottom))
    return TRUE;
  reduce (&first);
  reduce (&second);

  return multiply_parts (self, first.top, second.top, first.bottom, second.bottom);
}

/**
 * sdm_ratio_divide:
 *
 * Returns: FALSE where @b is 0 or the result cannot be held
 */
gboolean
sdm_ratio_divide (SdmRatio       *self,
                  const SdmRatio *a,
                  const SdmRatio *b)
{
  const SdmRatio turned = b->top > 0 ? (SdmRatio){ b->bottom, b->top } : (SdmRatio){ -b->bottom, -b->top };

  return b->top != 0 && sdm_ratio_multiply (self, a, &turned);
}

static gboolean
add_parts (SdmRatio       *self,
           const SdmRatio *a,
           const SdmRatio *b)
{
  __int128 first;
  __int128 second;
  SdmRatio sum;

  if (__builtin_mul_overflow (a->top, b->bottom, &first) || __builtin_mul_overflow (b->top, a->bottom, &second))
    return FALSE;
  if (__builtin_add_overflow (first, second, &sum.top) || __builtin_mul_overflow (a->bottom, b->bottom, &sum.bottom))
    return FALSE;
  *self = sum;

  return TRUE;
}

/**
 * sdm_ratio_add:
 *
 * Returns: whether the sum could be held
 */
gboolean
sdm_ratio_add (SdmRatio       *self,
               const SdmRatio *a,
               const SdmRatio *b)
{
  SdmRatio first = *a;
  SdmRatio second = *b;

  if (add_parts (self, a, b))
    return TRUE;
  reduce (&first);
  reduce (&second);

  return add_parts (self, &first, &second);
}

/**
 * sdm_ratio_subtract:
 *
 * Returns: whether the difference could be held
 */
gboolean
sdm_ratio_subtract (SdmRatio       *self,
                    const SdmRatio *a,
                    const SdmRatio *b)
{
  const SdmRatio less = { -b->top, b->bottom };

  return sdm_ratio_add (self, a, &less);
}

/**
 * sdm_ratio_compare:
 *
 * Returns: less than, equal to or more than 0 as @a is to @b
 */
int
sdm_ratio_compare (const SdmRatio *a,
                   const SdmRatio *b)
{
  SdmRatio difference;

  if (sdm_ratio_subtract (&difference, a, b))
    return difference.top < 0 ? -1 : difference.top > 0;

  /* Only numbers far beyond any count come here; whole parts tell them apart. */
  return a->top / a->bottom < b->top / b->bottom ? -1 : 1;
}

/* Powers, in whole multiples of 10^-18 */

#define ONE         ((__int128) 1000000000000000000)
#define LOG_OF_TWO  ((__int128) 693147180559945309)
#define MOST_HAZARD 12                           /* beyond any hazard ratio; keeps products within 128 bits */
#define KEPT        ((__int128) 100000000000000) /* 14 places are kept of the 16 that are right */

static __int128
multiply_fixed (__int128 a,
                __int128 b)
{
  const __int128 product = a * b;

  return (product + (product < 0 ? -ONE / 2 : ONE / 2)) / ONE;
}

/* The natural logarithm of @x, which lies above 0 and not above 1: halvings, then the
 * series of the inverse hyperbolic tangent, whose argument is at most a third. */
static __int128
log_fixed (__int128 x)
{
  __int128 log = 0;
  __int128 z;
  __int128 power;

  for (; x < ONE / 2; x *= 2)
    log -= LOG_OF_TWO;
  z = (x - ONE) * ONE / (x + ONE);
  power = z;
  for (int n = 1; power != 0; n += 2)
    {
      log += 2 * power / n;
      power = multiply_fixed (power, multiply_fixed (z, z));
    }

  return log;
}

/* e to the power of @x, which is not above 0. */
static __int128
exp_fixed (__int128 x)
{
  __int128 sum = ONE;
  __int128 term = ONE;
  guint    halvings = 0;

  for (; x < -LOG_OF_TWO; x += LOG_OF_TWO)
    if (++halvings > 64)
      return 0;
  for (int n = 1; term != 0; n++)
    {
      term = multiply_fixed (term, x) / n;
      sum += term;
    }

  return sum >> halvings;
}

/**
 * sdm_ratio_from_hazard:
 * @risk: the comparator's risk, from 0 to 1
 * @hazard_ratio: from 0 to 12
 *
 * Works out 1 − (1 − risk)^ratio with whole numbers only. The result is right to
 * 14 places, and is rounded to them, so that 0.5 people are exactly a half also
 * where the power is a plain product.
 *
 * Returns: FALSE where one of the two is out of its range
 */
gboolean
sdm_ratio_from_hazard (SdmRatio       *self,
                       const SdmRatio *risk,
                       const SdmRatio *hazard_ratio)
{
  const SdmRatio one = { 1, 1 };
  const SdmRatio scale = { ONE, 1 };
  SdmRatio       rest;
  SdmRatio       exponent;
  __int128       power;
  __int128       product;

  if (risk->top < 0 || hazard_ratio->top < 0 || hazard_ratio->top > MOST_HAZARD * hazard_ratio->bottom)
    return FALSE;
  if (!sdm_ratio_subtract (&rest, &one, risk) || rest.top < 0)
    return FALSE;
  if (!sdm_ratio_multiply (&rest, &rest, &scale) || !sdm_ratio_multiply (&exponent, hazard_ratio, &scale))
    return FALSE;

  rest.top = (rest.top + rest.bottom / 2) / rest.bottom;
  exponent.top = (exponent.top + exponent.bottom / 2) / exponent.bottom;
  if (exponent.top == 0)
    power = ONE;
  else if (rest.top == 0 || __builtin_mul_overflow (log_fixed (rest.top), exponent.top, &product))
    power = 0; /* e to the power of less than -170 */
  else
    power = exp_fixed (product / ONE);
  *self = (SdmRatio){ (ONE - power + ONE / KEPT / 2) / (ONE / KEPT), KEPT };

  return TRUE;
}

/* Rounding */

/**
 * sdm_ratio_round:
 * @places: digits after the point, at most 6
 * @rounded: (out): the number in units of the last place
 *
 * Rounds half up, a negative number as its positive counterpart.
 *
 * Returns: FALSE where the result does not fit
 */
gboolean
sdm_ratio_round (const SdmRatio *self,
                 guint           places,
                 gint64         *rounded)
{
  SdmRatio power = { 1, 1 };
  SdmRatio scaled;
  __int128 whole;

  for (guint i = 0; i < places; i++)
    power.top *= 10;
  if (!sdm_ratio_multiply (&scaled, self, &power))
    return FALSE;

  whole = take_away_sign (scaled.top) / scaled.bottom;
  if (take_away_sign (scaled.top) % scaled.bottom >= scaled.bottom - scaled.bottom / 2)
    whole++;
  if (whole > G_MAXINT64)
    return FALSE;
  *rounded = (gint64) (self->top < 0 ? -whole : whole);

  return TRUE;
}

/**
 * sdm_ratio_format:
 * @places: digits after the point, at most 6
 *
 * Returns: (transfer full): the number, rounded half up, such as "40.50"
 */
char *
sdm_ratio_format (const SdmRatio *self,
                  guint           places)
{
  gint64 rounded;
  gint64 unit = 1;

  if (!sdm_ratio_round (self, places, &rounded))
    return g_strdup ("?");
  for (guint i = 0; i < places; i++)
    unit *= 10;
  if (places == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, rounded);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, rounded < 0 ? "-" : "",
                          ABS (rounded) / unit, (int) places, ABS (rounded) % unit);
}
