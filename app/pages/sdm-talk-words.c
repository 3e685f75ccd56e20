/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-words.h"

#include <glib/gi18n.h>

#include "sdm-consultation.h"
#include "sdm-date.h"
#include "sdm-record-words.h"

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
format_local (gint64      time,
              const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

/**
 * sdm_talk_words_dup_day:
 *
 * Returns: (transfer full): the day on which the consultation was begun
 */
char *
sdm_talk_words_dup_day (const SdmRecordHead *head)
{
  g_autofree char *day = format_local (head->created, "%Y-%m-%d");

  return sdm_date_format (day);
}

/**
 * sdm_talk_words_dup_decision:
 *
 * Returns: (transfer full): what there was to decide
 */
char *
sdm_talk_words_dup_decision (const SdmRecordHead *head,
                             SdmAidLibrary       *library)
{
  GPtrArray *aids = sdm_aid_library_get_aids (library);

  if (!is_text (head->aid_id))
    return g_strdup (_ ("A blank page for two"));
  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *aid = g_ptr_array_index (aids, i);

      if (g_str_equal (aid->id, head->aid_id))
        return g_strdup (aid->title);
    }

  /* Translators: %s is the name that a decision aid has for the program, such as "psa-testing" */
  return g_strdup_printf (_ ("A decision aid that is no longer on this computer: %s"), head->aid_id);
}

gboolean
sdm_talk_words_is_damaged (const SdmRecordHead *head)
{
  return g_strcmp0 (head->status, SDM_RECORD_STATUS_DAMAGED) == 0;
}

/**
 * sdm_talk_words_is_provisional:
 *
 * Returns: whether it is not finished, and must look so wherever it is shown
 */
gboolean
sdm_talk_words_is_provisional (const SdmRecordHead *head)
{
  return !sdm_talk_words_is_damaged (head) && (head->version == 0 || g_strcmp0 (head->status, "in-progress") == 0);
}

/**
 * sdm_talk_words_dup_status:
 *
 * Returns: (transfer full): what it is worth, and of a draft how far it came
 */
char *
sdm_talk_words_dup_status (const SdmRecordHead *head)
{
  SdmStep step;

  if (sdm_talk_words_is_provisional (head) && sdm_step_from_id (head->step, &step))
    /* Translators: what a record is worth, and the name of a step: "Provisional, not finished: left at Options" */
    return g_strdup_printf (_ ("%s: left at %s"), sdm_record_words_get_status (head), sdm_step_get_title (step));

  return g_strdup (sdm_record_words_get_status (head));
}

/**
 * sdm_talk_words_dup_reviews:
 *
 * Returns: (transfer full) (nullable): when it is to be looked at again; what counts no more is not
 */
char *
sdm_talk_words_dup_reviews (const SdmRecordHead *head)
{
  g_auto (GStrv) days = is_text (head->reviews) && !sdm_record_words_is_closed (head) ? g_strsplit (head->reviews, " ", -1) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; days != NULL && days[i] != NULL; i++)
    {
      g_autofree char *day = sdm_date_format (days[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", day);
    }
  if (list->len == 0)
    return NULL;

  /* Translators: %s is a day, or several with commas between */
  return g_strdup_printf (_ ("Review planned: %s"), list->str);
}
