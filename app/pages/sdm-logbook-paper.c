/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-logbook-paper.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-trainees.h"
#include "sdm-words.h"

static SdmLetterDocument *
new_sheet (const char *title,
           const char *author,
           GDateTime  *now)
{
  g_autofree char   *language = sdm_words_dup_window_language ();
  SdmLetterDocument *document = sdm_letter_document_new (title, language);

  sdm_letter_document_set_paper (document, SDM_LETTER_PAPER_SHEET);
  sdm_letter_document_set_author (document, author);
  sdm_letter_document_set_date (document, now);
  sdm_letter_document_set_foot_mark (document, _ ("Practice with made-up patients."));
  sdm_letter_document_add_heading (document, 1, title);

  return document;
}

static void
take_paragraph (SdmLetterDocument *document,
                char              *text)
{
  g_autofree char *owned = text;

  sdm_letter_document_add_paragraph (document, owned);
}

static void
take_row (SdmLetterBlock *facts,
          const char     *label,
          char           *text)
{
  g_autofree char *owned = text;

  sdm_letter_facts_add_row (facts, label, owned);
}

/* Texts that come from outside keep their asterisks. */
static void
add_row (SdmLetterBlock *facts,
         const char     *label,
         const char     *text)
{
  take_row (facts, label, sdm_letter_escape (text));
}

static void
add_lines (SdmLetterDocument *document,
           const char        *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      take_paragraph (document, sdm_letter_escape (lines[i]));
}

static void
add_who (SdmLetterDocument *document,
         const SdmLogbook  *logbook,
         GDateTime         *now)
{
  SdmLetterBlock  *facts = sdm_letter_document_add_facts (document);
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  add_row (facts, _ ("Name"), logbook->trainee);
  if (logbook->role != NULL)
    add_row (facts, _ ("Role"), sdm_trainees_get_role_label (logbook->role) != NULL ? sdm_trainees_get_role_label (logbook->role) : logbook->role);
  take_row (facts, _ ("Printed"), sdm_date_format (day));
}

static char *
dup_minutes (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_ ("time not noted"));

  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

/* The talk check */

static gboolean
has_steps (const int *steps)
{
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    if (sdm_talk_check_get_step (i, steps[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_steps (SdmLetterDocument *document,
           const char        *lead_in,
           const int         *steps)
{
  SdmLetterBlock *facts;

  if (!has_steps (steps))
    return;
  sdm_letter_document_add_lead_in (document, lead_in);
  facts = sdm_letter_document_add_facts (document);
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    if (sdm_talk_check_get_step (i, steps[i]) != NULL)
      sdm_letter_facts_add_row (facts, _ (sdm_talk_check_get_items ()[i].title), sdm_talk_check_get_step (i, steps[i]));
}

/* The logbook */

static void
add_comments (SdmLetterDocument     *document,
              const SdmLogbookEntry *entry)
{
  if (entry->comments->len == 0)
    return;
  sdm_letter_document_add_lead_in (document, _ ("What a mentor wrote:"));
  for (guint i = 0; i < entry->comments->len; i++)
    {
      const SdmLogbookComment *comment = g_ptr_array_index (entry->comments, i);
      g_autofree char         *day = sdm_date_format (comment->day);
      g_autofree char         *head = comment->by != NULL ? g_strdup_printf ("%s, %s", comment->by, day) : g_strdup (day);

      take_paragraph (document, sdm_letter_escape (head));
      add_lines (document, comment->text);
    }
}

static void
add_entry (SdmLetterDocument     *document,
           const SdmLogbookEntry *entry)
{
  g_autofree char *title = sdm_letter_escape (entry->title);
  g_autofree char *day = sdm_date_format (entry->day);
  g_autofree char *minutes = dup_minutes (entry->minutes);

  sdm_letter_document_add_heading (document, 2, title);
  take_paragraph (document, g_strdup_printf ("%s, %s", day, minutes));
  if (*entry->reflection != '\0')
    {
      sdm_letter_document_add_lead_in (document, _ ("In my own words:"));
      add_lines (document, entry->reflection);
    }
  add_steps (document, _ ("How I saw it:"), entry->self);
  add_steps (document, _ ("How the mentor saw it:"), entry->by_mentor);
  add_comments (document, entry);
}

/**
 * sdm_logbook_paper_new:
 * @now: when it is made
 *
 * Returns: (transfer full): the logbook, as a paper to be laid out
 */
SdmLetterDocument *
sdm_logbook_paper_new (const SdmLogbook *logbook,
                       GDateTime        *now)
{
  /* Translators: title of a paper with what somebody practised */
  SdmLetterDocument *document = new_sheet (_ ("Logbook of practice talks"), logbook->trainee, now);

  add_who (document, logbook, now);
  sdm_letter_document_add_paragraph (document, _ ("Talks with made-up patients, with Evenhand. Nothing here is a mark: the steps are how each person saw it, in words."));
  if (has_steps (logbook->before) && has_steps (logbook->latest))
    {
      sdm_letter_document_add_heading (document, 2, _ ("Before and after"));
      add_steps (document, _ ("Before the first case:"), logbook->before);
      add_steps (document, _ ("In the latest case:"), logbook->latest);
    }
  for (guint i = 0; i < logbook->entries->len; i++)
    add_entry (document, g_ptr_array_index (logbook->entries, i));

  return document;
}

/* The certificate */

static void
add_case (SdmLetterBlock   *facts,
          const SdmLogbook *logbook,
          const char       *case_id,
          guint            *minutes)
{
  const SdmLogbookEntry *entry = sdm_logbook_find_ended (logbook, case_id);
  g_autofree char       *day = NULL;
  g_autofree char       *time = NULL;
  g_autofree char       *title = NULL;

  if (entry == NULL)
    return;
  day = sdm_date_format (entry->day);
  time = dup_minutes (entry->minutes);
  title = sdm_letter_escape (entry->title);
  *minutes += entry->minutes;
  take_row (facts, title, g_strdup_printf ("%s, %s", day, time));
}

/**
 * sdm_logbook_paper_new_certificate:
 * @track: cases that were all practised
 * @now: when it is made
 *
 * Returns: (transfer full): a page that says which cases were practised, when and for how long
 */
SdmLetterDocument *
sdm_logbook_paper_new_certificate (const SdmLogbook *logbook,
                                   const SdmTrack   *track,
                                   GDateTime        *now)
{
  /* Translators: title of a page that says what was practised */
  SdmLetterDocument *document = new_sheet (_ ("What was practised"), logbook->trainee, now);
  g_autofree char   *title = sdm_letter_escape (track->title);
  SdmLetterBlock    *facts;
  guint              minutes = 0;

  add_who (document, logbook, now);
  sdm_letter_document_add_heading (document, 2, title);
  sdm_letter_document_add_paragraph (document, _ ("These talks with made-up patients were held, and looked back on:"));
  facts = sdm_letter_document_add_facts (document);
  for (guint i = 0; i < track->cases->len; i++)
    add_case (facts, logbook, g_array_index (track->cases, SdmTrackCase, i).id, &minutes);
  if (minutes > 0)
    take_paragraph (document, g_strdup_printf (ngettext ("%u minute of talking in all.", "%u minutes of talking in all.", minutes), minutes));
  sdm_letter_document_add_paragraph (document, _ ("This page says what was done. It is no mark and no proof of skill."));

  return document;
}
