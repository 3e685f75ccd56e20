/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-date.h"
#include "sdm-nhs-number.h"

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_change (const SdmRecordHead *head,
            const char          *change)
{
  return g_strcmp0 (head->change, change) == 0;
}

/**
 * sdm_record_words_is_closed:
 *
 * Returns: whether the record counts no more
 */
gboolean
sdm_record_words_is_closed (const SdmRecordHead *head)
{
  return has_change (head, "entered-in-error") || has_change (head, "withdrawn") || g_strcmp0 (head->status, "cancelled") == 0;
}

/**
 * sdm_record_words_get_status:
 *
 * Returns: (transfer none): what the record is worth, such as "Finished"
 */
const char *
sdm_record_words_get_status (const SdmRecordHead *head)
{
  if (g_strcmp0 (head->status, SDM_RECORD_STATUS_DAMAGED) == 0)
    return _ ("Damaged in the file");
  if (head->version == 0 && head->amends > 0)
    return _ ("Amendment, not finished");
  if (head->version == 0)
    return _ ("Provisional, not finished");
  if (has_change (head, "withdrawn"))
    return _ ("Withdrawn by the person");
  if (sdm_record_words_is_closed (head))
    return _ ("Entered in error");
  if (head->version > 1)
    return _ ("Finished and amended");

  return _ ("Finished");
}

/**
 * sdm_record_words_dup_time:
 * @time: microseconds since 1970 UTC
 *
 * Returns: (transfer full): "24 November 2026, 10:42", as the clock here shows it
 */
char *
sdm_record_words_dup_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *day = iso != NULL ? sdm_date_format (iso) : NULL;

  if (day == NULL)
    return g_strdup ("");

  /* Translators: a day and a time: "24 November 2026, 10:42" */
  return g_strdup_printf (_ ("%s, %s"), day, clock);
}

/**
 * sdm_record_words_dup_row:
 *
 * Returns: (transfer full): what a list says of the record: "Finished and amended, 24 November 2026, 10:42"
 */
char *
sdm_record_words_dup_row (const SdmRecordHead *head)
{
  g_autofree char *when = sdm_record_words_dup_time (head->version > 0 && head->finished > 0 ? head->finished : head->changed);

  if (g_strcmp0 (head->status, SDM_RECORD_STATUS_DAMAGED) == 0)
    return g_strdup (sdm_record_words_get_status (head));

  /* Translators: what a record is worth, and since when: "Finished and amended, 24 November 2026, 10:42" */
  return g_strdup_printf (_ ("%s, %s"), sdm_record_words_get_status (head), when);
}

/**
 * sdm_record_words_dup_version:
 * @head: of a version, or of an amendment that is not finished
 *
 * Returns: (transfer full): "Version 1, finished by Dr Amina Rowe, 24 November 2026, 10:42"
 */
char *
sdm_record_words_dup_version (const SdmRecordHead *head)
{
  g_autofree char *when = sdm_record_words_dup_time (head->version > 0 ? head->finished : head->changed);
  const char      *author = head->author != NULL ? head->author : _ ("the clinician");

  if (head->version == 0)
    return sdm_record_words_dup_row (head);
  if (has_change (head, "amended"))
    /* Translators: a version of a record: its number, who made it, and when: "Version 2, amended by Dr Amina Rowe, 24 November 2026, 10:42" */
    return g_strdup_printf (_ ("Version %u, amended by %s, %s"), head->version, author, when);
  if (has_change (head, "entered-in-error"))
    return g_strdup_printf (_ ("Version %u, marked as entered in error by %s, %s"), head->version, author, when);
  if (has_change (head, "withdrawn"))
    return g_strdup_printf (_ ("Version %u, marked as withdrawn by %s, %s"), head->version, author, when);

  return g_strdup_printf (_ ("Version %u, finished by %s, %s"), head->version, author, when);
}

/**
 * sdm_record_words_dup_day:
 *
 * Returns: (transfer full): the day of the talk, or else on which the record was begun: "24 November 2026"
 */
char *
sdm_record_words_dup_day (SdmConsultation *consultation)
{
  static const char *const paths[] = { "start/event_date", "start/contact_when", "created" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char      *instant = sdm_consultation_get_text (consultation, paths[i]);
      g_autofree char *day = instant != NULL ? g_strndup (instant, strlen ("2026-11-24")) : NULL;

      if (day != NULL)
        return sdm_date_format (day);
    }

  return g_strdup ("");
}

/**
 * sdm_record_words_dup_name:
 * @name: (nullable): as the records have it
 *
 * Returns: (transfer full): a name to show
 */
char *
sdm_record_words_dup_name (const char *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _ ("No name yet"));
}

/**
 * sdm_record_words_dup_identity:
 * @birth_date: (nullable): YYYY-MM-DD
 * @nhs_number: (nullable): ten digits
 *
 * Returns: (transfer full): by what a person is told from another of the same name
 */
char *
sdm_record_words_dup_identity (const char *birth_date,
                               const char *nhs_number)
{
  g_autofree char *born = is_text (birth_date) ? sdm_date_format (birth_date) : NULL;
  g_autofree char *number = is_text (nhs_number) ? sdm_nhs_number_format (nhs_number) : NULL;

  if (born != NULL && number != NULL)
    /* Translators: a date of birth and a number: "Born 14 March 1943 · NHS number 943 476 5919" */
    return g_strdup_printf (_ ("Born %s · NHS number %s"), born, number);
  if (born != NULL)
    /* Translators: %s is a date of birth */
    return g_strdup_printf (_ ("Born %s · no NHS number"), born);
  if (number != NULL)
    return g_strdup_printf (_ ("NHS number %s · no date of birth"), number);

  return g_strdup (_ ("No date of birth and no NHS number"));
}

/**
 * sdm_record_words_dup_made:
 * @now: microseconds since 1970 UTC
 * @who: (nullable): who makes it
 *
 * Returns: (transfer full): when something that leaves the program is made, and by whom
 */
char *
sdm_record_words_dup_made (gint64      now,
                           const char *who)
{
  g_autofree char *when = sdm_record_words_dup_time (now);

  if (who == NULL || *who == '\0')
    /* Translators: %s is a day and time */
    return g_strdup_printf (_ ("Made on %s."), when);

  /* Translators: a day and time, and who */
  return g_strdup_printf (_ ("Made on %s by %s."), when, who);
}
