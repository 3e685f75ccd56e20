/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-search-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-date.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-read-private.h"
#include "sdm-record-rows-private.h"

/* Finding consultations in the file, by whose they are, by day, clinician and aid, and by what is left to do. */

#define SECONDS_OF_DAY (24 * 60 * 60)

/* Reviews that are longer overdue than this are not looked for unless they are asked for. */
#define DAYS_OVERDUE 366

/* Days are looked up one by one, as only which are the same can be seen in the file. */
#define MOST_REVIEW_DAYS (10 * 366)

/* Takes the rows of a statement that gives ids of consultations; one more than wanted tells that it is cut. */
static gboolean
add_heads (SdmRecordFile      *file,
           SdmRecordStatement *statement,
           guint               limit,
           SdmRecordFound     *found,
           GError            **error)
{
  gboolean has_row;

  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;

  for (; has_row && found->heads->len < limit;)
    {
      SdmRecordHead *head = NULL;

      if (sqlite3_column_bytes (statement, 0) != SDM_RECORD_ID_SIZE)
        return sdm_record_rows_set_damaged (error);
      if (!sdm_record_read_head (file, sqlite3_column_blob (statement, 0), &head, error))
        return FALSE;
      if (head != NULL)
        g_ptr_array_add (found->heads, head);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
    }

  found->is_cut = found->is_cut || has_row;
  return TRUE;
}

/* A consultation that was put in another patient's place shows nothing of what it says. */
static void
blank_strangers (SdmRecordFile          *file,
                 const SdmRecordPatient *patient,
                 GPtrArray              *heads)
{
  for (guint i = 0; i < heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (heads, i);

      if (!sdm_record_patient_is (patient, head->patient_id))
        {
          SdmRecordHead *blank = sdm_record_head_new (head->id, head->kind, SDM_RECORD_STATUS_DAMAGED);

          g_clear_pointer (&heads->pdata[i], sdm_record_head_free);
          heads->pdata[i] = blank;
        }
    }
}

gboolean
sdm_record_search_patient (SdmRecordFile          *file,
                           const SdmRecordPatient *patient,
                           guint                   limit,
                           SdmRecordFound         *found,
                           GError                **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_FIND_BY_PATIENT, error);
  guint8 id[SDM_RECORD_ID_SIZE];

  if (statement == NULL)
    return FALSE;
  if (!sdm_record_id_parse (patient->id, id))
    return sdm_record_rows_set_damaged (error);

  sdm_record_statement_bind_blob (statement, 1, id, sizeof id);
  sqlite3_bind_int64 (statement, 2, (gint64) limit + 1);
  if (!add_heads (file, statement, limit, found, error))
    return FALSE;

  blank_strangers (file, patient, found->heads);
  return TRUE;
}

/* Days */

/* A day as somebody typed it, in whole days since 1970. */
static gboolean
read_day (const char *typed,
          gint64     *day)
{
  g_autofree char *text = typed != NULL ? sdm_date_parse (typed) : NULL;
  g_autofree char *noon = text != NULL ? g_strconcat (text, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = noon != NULL ? g_date_time_new_from_iso8601 (noon, NULL) : NULL;

  if (time == NULL)
    return FALSE;

  *day = (g_date_time_to_unix (time) - SECONDS_OF_DAY / 2) / SECONDS_OF_DAY;
  return TRUE;
}

static char *
format_day (gint64 day)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (day * SECONDS_OF_DAY);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

static gboolean
read_days (const SdmRecordQuery *query,
           gint64               *first,
           gint64               *last,
           GError              **error)
{
  if (!read_day (query->to != NULL ? query->to : query->from, last) ||
      !read_day (query->from != NULL ? query->from : query->to, first))
    return sdm_record_search_set_invalid (error, _("A day is needed, such as 2026-11-24."));
  if (*first > *last)
    return sdm_record_search_set_invalid (error, _("The last day is before the first. Exchange them."));

  return TRUE;
}

gboolean
sdm_record_search_days (SdmRecordFile        *file,
                        const SdmRecordQuery *query,
                        SdmRecordFound       *found,
                        GError              **error)
{
  g_auto (SdmRecordClinician) clinician = { .is_known = TRUE };
  g_autoptr (SdmRecordStatement) statement = NULL;
  gint64 first = 0;
  gint64 last = G_MAXINT64;

  if ((query->kind == SDM_RECORD_QUERY_DAY || query->from != NULL) && !read_days (query, &first, &last, error))
    return FALSE;
  if (query->kind == SDM_RECORD_QUERY_CLINICIAN &&
      !sdm_record_clinicians_find (file, query->text, &clinician, error))
    return FALSE;
  if (!clinician.is_known)
    return sdm_record_search_set_invalid (error, _("Nobody of this name signs in here. Type the whole name, as it is typed to sign in."));

  statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_FIND_BY_DAY, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, last);
  if (query->kind == SDM_RECORD_QUERY_CLINICIAN)
    sdm_record_statement_bind_blob (statement, 3, clinician.id, sizeof clinician.id);
  sqlite3_bind_int64 (statement, 4, (gint64) query->limit + 1);
  return add_heads (file, statement, query->limit, found, error);
}

/* While the key is changed, some stand where the key before put them. */
static gboolean
add_indexed (SdmRecordFile         *file,
             SdmRecordStatementName name,
             const char            *domain,
             const char            *value,
             guint                  limit,
             SdmRecordFound        *found,
             GError               **error)
{
  for (const SdmRecordKeys *keys = file->keys; keys != NULL; keys = sdm_record_keys_get_older (keys))
    {
      g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);
      guint8 index[SDM_RECORD_INDEX_SIZE];

      if (statement == NULL)
        return FALSE;
      sdm_record_keys_index (keys, domain, value, strlen (value), index);
      sdm_record_statement_bind_blob (statement, 1, index, sizeof index);
      sqlite3_bind_int64 (statement, 2, (gint64) limit + 1);
      if (!add_heads (file, statement, limit, found, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sdm_record_search_aid (SdmRecordFile        *file,
                       const SdmRecordQuery *query,
                       SdmRecordFound       *found,
                       GError              **error)
{
  return add_indexed (file, SDM_RECORD_STATEMENT_FIND_BY_AID, "aid-id", query->text, query->limit, found, error);
}

gboolean
sdm_record_search_drafts (SdmRecordFile        *file,
                          const SdmRecordQuery *query,
                          SdmRecordFound       *found,
                          GError              **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_FIND_DRAFTS, error);
  GPtrArray *heads = NULL;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, (gint64) query->limit + 1);
  heads = sdm_record_read_heads (file, statement, error);
  if (heads == NULL)
    return FALSE;

  found->is_cut = heads->len > query->limit;
  if (found->is_cut)
    g_ptr_array_set_size (heads, (int) query->limit);
  g_ptr_array_extend_and_steal (found->heads, heads);
  return TRUE;
}

static gboolean
add_reviews_of_day (SdmRecordFile  *file,
                    gint64          day,
                    guint           limit,
                    SdmRecordFound *found,
                    GError        **error)
{
  g_autofree char *text = format_day (day);

  return add_indexed (file, SDM_RECORD_STATEMENT_FIND_REVIEWS, "review", text, limit, found, error);
}

gboolean
sdm_record_search_reviews (SdmRecordFile        *file,
                           const SdmRecordQuery *query,
                           SdmRecordFound       *found,
                           GError              **error)
{
  gint64 first;
  gint64 last;

  if (!read_days (query, &first, &last, error))
    return FALSE;
  if (query->from == NULL)
    first = last - DAYS_OVERDUE;
  if (last - first > MOST_REVIEW_DAYS)
    return sdm_record_search_set_invalid (error, _("Look for the reviews of ten years at most."));

  for (gint64 day = first; day <= last && !found->is_cut; day++)
    if (!add_reviews_of_day (file, day, query->limit, found, error))
      return FALSE;
  return TRUE;
}
