/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-finding.h"

#include <glib/gi18n.h>

/* Every kind of fault there is. Severity and explanation stand nowhere else. */
static const SdmIssueTag issue_tags[] = {
  { "not-readable", SDM_SEVERITY_ERROR,
    N_ ("The file could not be opened or read.") },
    { "not-json", SDM_SEVERITY_ERROR,
      N_ ("The file is not a JSON document, so nothing in it can be used.") },
      { "format-unknown", SDM_SEVERITY_ERROR,
        N_ ("The file does not say that it is in a format that Evenhand knows.") },
        { "format-newer", SDM_SEVERITY_ERROR,
          N_ ("The file was written for a newer version of Evenhand.") },
          { "repeated-key", SDM_SEVERITY_ERROR,
            N_ ("A key stands twice in the same place, and only one of the two would count.") },
            { "unknown-key", SDM_SEVERITY_ERROR,
              N_ ("A key is not part of the format. It may be misspelt, and what it holds would be lost.") },
              { "missing-key", SDM_SEVERITY_ERROR,
                N_ ("Something that the format asks for is not there.") },
                { "wrong-type", SDM_SEVERITY_ERROR,
                  N_ ("A value is of another kind than the format asks for.") },
                  { "value-not-allowed", SDM_SEVERITY_ERROR,
                    N_ ("A value is not one of those that the format allows.") },
                    { "text-form", SDM_SEVERITY_ERROR,
                      N_ ("A text does not have the form that is asked for, such as a date or a short name.") },
                      { "text-length", SDM_SEVERITY_ERROR,
                        N_ ("A text is empty or too long for its place on screen and paper.") },
                        { "number-range", SDM_SEVERITY_ERROR,
                          N_ ("A number lies outside the range that makes sense here.") },
                          { "list-length", SDM_SEVERITY_ERROR,
                            N_ ("A list has too few or too many entries.") },
                            { "list-repeats", SDM_SEVERITY_ERROR,
                              N_ ("The same entry stands twice in a list.") },
                              { "combination", SDM_SEVERITY_ERROR,
                                N_ ("These keys do not go together, or one that belongs to them is missing.") },
                                { "repeated-id", SDM_SEVERITY_ERROR,
                                  N_ ("Two things go by the same name, so nobody can tell which is meant.") },
                                  { "reference-unknown", SDM_SEVERITY_ERROR,
                                    N_ ("A name leads nowhere: what it stands for is not in the file.") },
                                    { "answer-missing", SDM_SEVERITY_ERROR,
                                      N_ ("Every question needs an answer for every option, if only “we do not know”.") },
                                      { "placeholder-unknown", SDM_SEVERITY_ERROR,
                                        N_ ("A placeholder in a sentence stands for no figure.") },
                                        { "id-not-folder", SDM_SEVERITY_ERROR,
                                          N_ ("The aid’s name differs from the name of its folder, so it cannot be found by it.") },
                                          { "nhs-number", SDM_SEVERITY_ERROR,
                                            N_ ("The NHS number is not one: its last digit does not fit the others, or it is not a practice number.") },
                                        };

/**
 * sdm_issue_tag_lookup:
 * @name: name of a kind of fault
 *
 * Returns: (transfer none) (nullable): the tag, or %NULL where there is none of that name
 */
const SdmIssueTag *
sdm_issue_tag_lookup (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (issue_tags); i++)
    if (g_str_equal (issue_tags[i].name, name))
      return &issue_tags[i];

  return NULL;
}

/**
 * sdm_issue_tags_get_all:
 * @n_tags: (out): number of tags
 *
 * Returns: (transfer none) (array length=n_tags): the whole table
 */
const SdmIssueTag *
sdm_issue_tags_get_all (gsize *n_tags)
{
  *n_tags = G_N_ELEMENTS (issue_tags);

  return issue_tags;
}
