/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-finding.h"

#include <glib/gi18n.h>

#define MOST_CHARACTERS 400 /* of what is told of one finding */

static void
free_finding (gpointer data)
{
  SdmFinding *finding = data;

  g_free (finding->pointer);
  g_free (finding->detail);
  g_free (finding);
}

/* What was seen may be a text of hundreds of lines: enough of it is told, in one line, to find it again. */
static char *
make_line (const char *detail)
{
  const gboolean   is_long = g_utf8_strlen (detail, -1) > MOST_CHARACTERS;
  g_autofree char *start = is_long ? g_utf8_substring (detail, 0, MOST_CHARACTERS) : g_strdup (detail);

  for (char *p = start; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  return g_strconcat (start, is_long ? "…" : "", NULL);
}

/**
 * sdm_findings_new:
 *
 * Returns: (transfer full) (element-type SdmFinding): an empty list of findings
 */
GPtrArray *
sdm_findings_new (void)
{
  return g_ptr_array_new_with_free_func (free_finding);
}

/**
 * sdm_findings_add:
 * @findings: (element-type SdmFinding): the list to add to
 * @tag: a name that stands in the table of tags
 * @pointer: JSON pointer of the place
 * @format: what was seen, with its arguments
 *
 * After %SDM_FINDINGS_MOST findings one more says that the list ends there; whatever
 * follows is dropped, so that a hostile file cannot fill the memory.
 */
void
sdm_findings_add (GPtrArray  *findings,
                  const char *tag,
                  const char *pointer,
                  const char *format,
                  ...)
{
  SdmFinding      *finding;
  g_autofree char *detail = NULL;
  va_list          args;

  if (findings->len > SDM_FINDINGS_MOST)
    return;

  finding = g_new0 (SdmFinding, 1);
  if (findings->len == SDM_FINDINGS_MOST)
    {
      finding->tag = sdm_issue_tag_lookup ("findings-many");
      finding->pointer = g_strdup ("");
      finding->detail = g_strdup (_ ("there is more, but nobody reads more than this"));
      g_ptr_array_add (findings, finding);
      return;
    }

  finding->tag = sdm_issue_tag_lookup (tag);
  g_assert (finding->tag != NULL);
  finding->pointer = g_strdup (pointer);

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);
  finding->detail = make_line (detail);

  g_ptr_array_add (findings, finding);
}

/**
 * sdm_findings_has_errors:
 *
 * Returns: whether one of the findings is an error
 */
gboolean
sdm_findings_has_errors (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->tag->severity == SDM_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

/**
 * sdm_severity_to_string:
 *
 * Returns: the name of the severity as it stands in output, never translated
 */
const char *
sdm_severity_to_string (SdmSeverity severity)
{
  switch (severity)
    {
    case SDM_SEVERITY_ERROR:
      return "error";
    case SDM_SEVERITY_WARNING:
      return "warning";
    case SDM_SEVERITY_INFO:
      return "info";
    case SDM_SEVERITY_PEDANTIC:
      return "pedantic";
    default:
      g_assert_not_reached ();
    }
}
