/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-nhs-number.h"

/* What no schema can say of a consultation. */

/**
 * sdm_consultation_check_content:
 * @findings: (element-type SdmFinding): gets what is wrong
 *
 * An NHS number must be one, and a practice consultation may only hold one
 * that is never given to anybody. A blank page must be of one piece.
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

  /* While somebody is still typing, half a number is kept like any other text. */
  if (number == NULL || (is_open && strlen (number) < SDM_NHS_NUMBER_DIGITS))
    return;

  if (!sdm_nhs_number_is_valid (number))
    sdm_findings_add (findings, "nhs-number", path, _ ("“%s” is not an NHS number"), number);
  else if (g_strcmp0 (kind, "practice") == 0 && !sdm_nhs_number_is_for_practice (number))
    sdm_findings_add (findings, "nhs-number", path,
                      _ ("“%s” could belong to a real person; a practice case needs a number that begins with 999"), number);
}
