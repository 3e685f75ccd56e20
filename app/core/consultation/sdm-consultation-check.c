/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-nhs-number.h"

/* What no schema can say of a consultation. */

/* Nobody can draw more people than there are, or a range that ends before it begins. */
static void
check_count (json_t     *figure,
             const char *key,
             json_int_t  least,
             const char *pointer,
             GPtrArray  *findings)
{
  json_t          *count = json_object_get (figure, key);
  json_t          *denominator = json_object_get (figure, "denominator");
  const json_int_t most = denominator != NULL ? json_integer_value (denominator) : G_MAXINT32;
  g_autofree char *place = sdm_json_pointer_append (pointer, key);

  if (json_is_integer (count) && (json_integer_value (count) < least || json_integer_value (count) > most))
    sdm_findings_add (findings, "number-range", place, _ ("“%s” must be between %d and %d"), key, (int) least, (int) most);
}

static void
check_figures (json_t    *document,
               GPtrArray *findings)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_json_get (document, "risks/figures"), i, figure)
    {
      g_autofree char *pointer = sdm_json_pointer_append_index ("/risks/figures", i);
      json_t          *low = json_object_get (figure, "low");

      if ((low == NULL) != (json_object_get (figure, "high") == NULL))
        sdm_findings_add (findings, "number-range", pointer, "%s", _ ("a range has two ends, “low” and “high”"));
      check_count (figure, "n", 0, pointer, findings);
      check_count (figure, "low", 0, pointer, findings);
      check_count (figure, "high", json_is_integer (low) ? CLAMP (json_integer_value (low), 0, G_MAXINT32) : 0, pointer, findings);
    }
}

/**
 * sdm_consultation_check_content:
 * @findings: (element-type SdmFinding): gets what is wrong
 *
 * An NHS number must be one, and a practice consultation may only hold one
 * that is never given to anybody. A blank page must be of one piece. What was
 * counted is no more than there are.
 */
void
sdm_consultation_check_content (json_t    *document,
                                GPtrArray *findings)
{
  static const char *const path = "/people/patient/nhs_number";
  const char              *number = json_string_value (sdm_json_get (document, path + 1));
  gboolean                 is_open = g_strcmp0 (json_string_value (json_object_get (document, "status")), "in-progress") == 0;
  const char              *kind = json_string_value (json_object_get (document, "kind"));

  sdm_consultation_check_blank (document, findings);
  check_figures (document, findings);

  /* While somebody is still typing, half a number is kept like any other text. */
  if (number == NULL || (is_open && strlen (number) < SDM_NHS_NUMBER_DIGITS))
    return;

  if (!sdm_nhs_number_is_valid (number))
    sdm_findings_add (findings, "nhs-number", path, _ ("“%s” is not an NHS number"), number);
  else if (g_strcmp0 (kind, "practice") == 0 && !sdm_nhs_number_is_for_practice (number))
    sdm_findings_add (findings, "nhs-number", path,
                      _ ("“%s” could belong to a real person; a practice case needs a number that begins with 999"), number);
}
