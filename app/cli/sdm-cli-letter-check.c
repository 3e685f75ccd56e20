/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>

#include "sdm-letter-check.h"
#include "sdm-letter-content.h"

/* evenhand letter --check CONSULTATION */

static void
tell_ease (const SdmLetterCheck *check)
{
  g_autofree char *line = NULL;

  if (!check->has_ease)
    return;
  /* Translators: Flesch reading ease, higher is easier: "Reading ease: 88. Words a sentence: 7.9, at most 18" */
  line = g_strdup_printf (_ ("Reading ease: %.0f. Words a sentence: %.1f, at most %u"), check->ease, check->mean, check->longest);
  sdm_cli_write_line (stdout, line);
}

static void
tell_kept (guint n_kept)
{
  g_autofree char *line = NULL;

  if (n_kept == 0)
    return;
  /* Translators: findings for which the clinician gave a reason: "Kept with a reason: 2" */
  line = g_strdup_printf (_ ("Kept with a reason: %u"), n_kept);
  sdm_cli_write_line (stdout, line);
}

/**
 * sdm_cli_check_letter:
 * @aid: (nullable): the aid of the consultation
 * @text: the document of which @consultation was read
 *
 * Says what a good colleague would say of the letter. What the clinician keeps with a reason is only counted.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_check_letter (SdmConsultation *consultation,
                      SdmAid          *aid,
                      SdmJsonText     *text,
                      gboolean         as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = sdm_letter_build (consultation, aid, &error);
  g_autoptr (SdmLetterCheck) check = NULL;
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  guint n_kept = 0;

  if (document == NULL)
    return sdm_cli_fail (_ ("writing the letter"), error);

  check = sdm_letter_check_new (consultation, aid, document, NULL);
  for (guint i = 0; i < check->findings->len; i++)
    {
      const SdmLetterFinding *finding = g_ptr_array_index (check->findings, i);

      if (finding->reason != NULL)
        n_kept++;
      else
        sdm_findings_add (findings, finding->tag->name, finding->pointer, "%s", finding->detail);
    }
  if (!as_json)
    {
      tell_ease (check);
      tell_kept (n_kept);
    }

  return sdm_cli_tell_findings (text, findings, as_json);
}
