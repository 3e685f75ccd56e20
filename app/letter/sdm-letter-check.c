/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-check-private.h"

#include <string.h>

#include "sdm-aid-blank.h"
#include "sdm-letter-block-private.h"
#include "sdm-letter-fill.h"

/* Reads a letter as a good colleague would, before it goes out. The clinician decides: a finding stops nothing, and
 * one that is kept with a reason is still told. */

static void
free_finding (gpointer data)
{
  SdmLetterFinding *finding = data;

  g_free (finding->pointer);
  g_free (finding->words);
  g_free (finding->detail);
  g_free (finding->reason);
  g_free (finding);
}

/* The reason for which the clinician keeps what was found; NULL for none. */
static const char *
find_reason (SdmConsultation  *consultation,
             SdmLetterFinding *finding)
{
  json_t *override;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (consultation, "letter/overrides"), i, override)
    {
      const char *rule = json_string_value (json_object_get (override, "rule"));
      const char *words = json_string_value (json_object_get (override, "words"));

      if (g_strcmp0 (rule, finding->tag->standard) == 0 && g_strcmp0 (words != NULL ? words : "", finding->words) == 0)
        return json_string_value (json_object_get (override, "reason"));
    }

  return NULL;
}

/* After %SDM_FINDINGS_MOST nobody reads on. */
void
sdm_letter_checking_add (SdmLetterChecking *self,
                         const char        *tag,
                         const char        *pointer,
                         const char        *words,
                         const char        *format,
                         ...)
{
  SdmLetterFinding *finding;
  va_list           args;

  if (self->findings->len >= SDM_FINDINGS_MOST)
    return;
  finding = g_new0 (SdmLetterFinding, 1);
  finding->tag = sdm_issue_tag_lookup (tag);
  g_assert (finding->tag != NULL);
  finding->pointer = g_strdup (pointer);
  /* What is kept of it in the record is a line. */
  finding->words = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 160));
  va_start (args, format);
  finding->detail = g_strdup_vprintf (format, args);
  va_end (args);
  finding->reason = g_strdup (find_reason (self->consultation, finding));
  g_ptr_array_add (self->findings, finding);
}

/* Typed texts */

/* Where somebody types what stands in a letter; # is any position in a list. */
static const struct
{
  const char        *path;
  SdmLetterFieldRole role;
} fields[] = {
  { "people/why_now", SDM_LETTER_FIELD_PROSE },
  { "people/agenda/clinician", SDM_LETTER_FIELD_PROSE },
  { "people/problem/#/text", SDM_LETTER_FIELD_GP },
  { "people/needs/#/need", SDM_LETTER_FIELD_GP },
  { "people/needs/#/met_by", SDM_LETTER_FIELD_GP },
  { "options/asked/#/answer", SDM_LETTER_FIELD_PROSE },
  { "options/hidden/#/reason", SDM_LETTER_FIELD_PROSE },
  { "blank/decision", SDM_LETTER_FIELD_PROSE },
  { "blank/options/#/title", SDM_LETTER_FIELD_PROSE },
  { "blank/questions/#/text", SDM_LETTER_FIELD_PROSE },
  { "blank/answers/#/text", SDM_LETTER_FIELD_PROSE },
  { "plan/chosen/#/detail", SDM_LETTER_FIELD_PROSE },
  { "plan/decision_entry/text", SDM_LETTER_FIELD_GP },
  { "plan/decider/reason", SDM_LETTER_FIELD_PROSE },
  { "plan/clinician_view/would_have", SDM_LETTER_FIELD_PROSE },
  { "plan/change_mind", SDM_LETTER_FIELD_PROSE },
  { "plan/actions/#/what", SDM_LETTER_FIELD_PROSE },
  { "plan/actions/#/easier", SDM_LETTER_FIELD_PROSE },
  { "plan/medicines/#/for", SDM_LETTER_FIELD_PROSE },
  { "plan/medicines/#/how", SDM_LETTER_FIELD_PROSE },
  { "plan/services/#/name", SDM_LETTER_FIELD_PROSE },
  { "plan/services/#/contact", SDM_LETTER_FIELD_PROSE },
  { "plan/contact/hours", SDM_LETTER_FIELD_PROSE },
  { "plan/look_out/#/text", SDM_LETTER_FIELD_PROSE },
  { "plan/review/removed", SDM_LETTER_FIELD_PROSE },
  { "finish/amends/reason", SDM_LETTER_FIELD_PROSE },
};

/* What nobody will read is not looked at: some texts stand in the letter only where others are missing. */
static gboolean
is_printed (SdmLetterChecking *self,
            const char        *text)
{
  g_autofree char *marked = sdm_letter_own_words (text);
  g_autofree char *flat = sdm_letter_text_flatten (marked);

  if (g_str_has_suffix (flat, "."))
    flat[strlen (flat) - 1] = '\0';

  return *flat != '\0' && strstr (self->printed, flat) != NULL;
}

/* Words of the aid that were taken over stand in the aid's own check. */
static gboolean
is_from_aid (SdmLetterChecking *self,
             const char        *path,
             json_t            *item)
{
  const char         *id = json_string_value (json_object_get (item, "safety_net"));
  const char         *text = json_string_value (json_object_get (item, "text"));
  guint               n = 0;
  const SdmSafetyNet *nets = self->aid != NULL ? sdm_aid_get_safety_net (self->aid, &n) : NULL;

  if (id == NULL || text == NULL || !g_str_has_prefix (path, "plan/look_out"))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (nets[i].id, id) == 0)
      {
        g_autofree char *whole = g_strdup_printf ("%s. %s", nets[i].look_for, nets[i].what_to_do);

        return g_str_equal (whole, text) || g_str_equal (nets[i].look_for, text);
      }

  return FALSE;
}

static void
check_text (SdmLetterChecking *self,
            SdmLetterFieldRole role,
            const char        *path,
            const char        *text)
{
  g_autofree char *pointer = g_strconcat ("/", path, NULL);
  SdmLetterField   field = { role, pointer, text };

  if (text == NULL || !is_printed (self, text))
    return;
  sdm_letter_checking_words (self, &field);
  if (role == SDM_LETTER_FIELD_PROSE)
    sdm_letter_checking_sentences (self, &field);
  sdm_letter_checking_numbers (self, &field);
}

static void
check_list (SdmLetterChecking *self,
            guint              index)
{
  g_auto (GStrv) halves = g_strsplit (fields[index].path, "/#/", 2);
  json_t *item;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self->consultation, halves[0]), i, item)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u/%s", halves[0], (guint) i, halves[1]);

      if (!is_from_aid (self, path, item))
        check_text (self, fields[index].role, path, json_string_value (json_object_get (item, halves[1])));
    }
}

void
sdm_letter_checking_fields (SdmLetterChecking *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strstr (fields[i].path, "/#/") != NULL)
      check_list (self, i);
    else
      check_text (self, fields[i].role, fields[i].path, sdm_consultation_get_text (self->consultation, fields[i].path));
}

/* The whole */

/* The gravest first; otherwise as they were found, which is the order of the steps. */
static int
compare_severity (gconstpointer a,
                  gconstpointer b)
{
  const SdmLetterFinding *first = *(const SdmLetterFinding *const *) a;
  const SdmLetterFinding *second = *(const SdmLetterFinding *const *) b;

  return (int) first->tag->severity - (int) second->tag->severity;
}

static void
clear_checking (SdmLetterChecking *self)
{
  g_clear_pointer (&self->words, sdm_words_free);
  g_clear_pointer (&self->printed, g_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->chances, g_hash_table_unref);
}

/**
 * sdm_letter_check_new:
 * @consultation: what was said and typed
 * @aid: (nullable): the aid that was used
 * @document: the letter that was built from them
 * @format: (nullable): how it is to be laid out, or %NULL where that is not known
 *
 * Looks at all that somebody typed into the letter, and at what is missing in it. Words are only known in English;
 * in another language the rest is checked.
 *
 * Returns: (transfer full): what was found
 */
SdmLetterCheck *
sdm_letter_check_new (SdmConsultation       *consultation,
                      SdmAid                *aid,
                      SdmLetterDocument     *document,
                      const SdmLetterFormat *format)
{
  SdmLetterCheck   *check = g_new0 (SdmLetterCheck, 1);
  SdmLetterChecking checking = { .consultation = consultation, .document = document };

  /* What a blank page says was typed, and is looked at as such. */
  checking.aid = aid != NULL && !sdm_aid_is_blank (aid) ? aid : NULL;
  check->findings = g_ptr_array_new_with_free_func (free_finding);
  checking.findings = check->findings;
  checking.words = sdm_words_new ();
  checking.printed = sdm_letter_document_to_text (document);
  checking.is_english = g_str_has_prefix (document->language, "en");
  sdm_letter_checking_plan (&checking, format);
  sdm_letter_checking_fields (&checking);
  sdm_letter_checking_ease (&checking, check);
  g_ptr_array_sort (check->findings, compare_severity);
  clear_checking (&checking);

  return check;
}

void
sdm_letter_check_free (SdmLetterCheck *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/**
 * sdm_letter_check_count:
 *
 * Returns: how many findings of a severity nobody has given a reason for yet
 */
guint
sdm_letter_check_count (const SdmLetterCheck *self,
                        SdmSeverity           severity)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const SdmLetterFinding *finding = g_ptr_array_index (self->findings, i);

      n += finding->tag->severity == severity && finding->reason == NULL;
    }

  return n;
}

/**
 * sdm_letter_check_override:
 * @reason: why it stands in the letter all the same
 *
 * Keeps the reason in the record, with the rule and the words that break it.
 *
 * Returns: FALSE with @error set, and nothing changed, where there is no reason in @reason
 */
gboolean
sdm_letter_check_override (SdmConsultation        *consultation,
                           const SdmLetterFinding *finding,
                           const char             *reason,
                           GError                **error)
{
  SdmClock        *clock = sdm_consultation_get_clock (consultation);
  g_autofree char *now = clock != NULL ? sdm_clock_dup_instant (clock) : NULL;
  json_t          *override = json_pack ("{s:s, s:s}", "rule", finding->tag->standard, "reason", reason);

  if (*finding->words != '\0')
    json_object_set_new (override, "words", json_string (finding->words));
  if (now != NULL)
    json_object_set_new (override, "at", json_string (now));

  return sdm_consultation_append (consultation, "letter/overrides", override, error);
}
