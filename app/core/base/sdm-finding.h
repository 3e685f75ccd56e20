/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmSeverity:
 * @SDM_SEVERITY_ERROR: the content cannot be used like this
 * @SDM_SEVERITY_WARNING: it can be used, but should be mended
 * @SDM_SEVERITY_INFO: worth knowing
 * @SDM_SEVERITY_PEDANTIC: a matter of taste
 */
typedef enum
{
  SDM_SEVERITY_ERROR,
  SDM_SEVERITY_WARNING,
  SDM_SEVERITY_INFO,
  SDM_SEVERITY_PEDANTIC,
} SdmSeverity;

/**
 * SdmIssueTag:
 * @name: short name of the kind of fault, such as "unknown-key"
 * @severity: how bad it is
 * @standard: where it comes from, such as "IPDAS 7", "R8", "NICE 1.5", "format" or "style"
 * @explanation: why it matters, in words a clinician understands; not yet translated
 *
 * One kind of fault. The table of all of them stands in sdm-issue-tags.c.
 */
typedef struct
{
  const char *name;
  SdmSeverity severity;
  const char *standard;
  const char *explanation;
} SdmIssueTag;

/**
 * SdmFinding:
 * @tag: (transfer none): the kind of fault
 * @pointer: JSON pointer to the faulty value, "" for the whole document
 * @detail: what was seen
 * @line: line in the file, from 1; 0 where it is not known
 * @column: column in characters, from 1
 *
 * One fault in one place of a content file.
 */
typedef struct
{
  const SdmIssueTag *tag;
  char              *pointer;
  char              *detail;
  guint              line;
  guint              column;
} SdmFinding;

const SdmIssueTag *sdm_issue_tag_lookup (const char *name);
const SdmIssueTag *sdm_issue_tags_get_all (gsize *n_tags);
const char        *sdm_severity_to_string (SdmSeverity severity);

/* Of one document. */
#define SDM_FINDINGS_MOST 1000

GPtrArray *sdm_findings_new (void);
void       sdm_findings_add (GPtrArray  *findings,
                             const char *tag,
                             const char *pointer,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);
gboolean   sdm_findings_has_errors (GPtrArray *findings);

G_END_DECLS
