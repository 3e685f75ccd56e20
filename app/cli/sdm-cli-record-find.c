/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-record-private.h"

#include <glib/gi18n.h>

#include "sdm-nhs-number.h"

/* evenhand record find and join. */

static void
add_query (GPtrArray         *queries,
           SdmRecordQueryKind kind,
           const char        *text) /* nullable: not asked for */
{
  if (text != NULL)
    g_ptr_array_add (queries, sdm_record_query_new (kind, text));
}

/* Each way that is asked for; there must be one. */
static GPtrArray *
collect_queries (const SdmCliRecordOrder *order)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_query_free);

  add_query (queries, SDM_RECORD_QUERY_NHS_NUMBER, order->nhs_number);
  add_query (queries, SDM_RECORD_QUERY_PERSON, order->surname);
  add_query (queries, SDM_RECORD_QUERY_NAME, order->name);
  add_query (queries, SDM_RECORD_QUERY_PATIENT, order->patient);
  add_query (queries, SDM_RECORD_QUERY_CLINICIAN, order->by);
  if (order->by == NULL)
    add_query (queries, SDM_RECORD_QUERY_DAY, order->day);
  add_query (queries, SDM_RECORD_QUERY_AID, order->aid);
  add_query (queries, SDM_RECORD_QUERY_DRAFTS, order->drafts ? "" : NULL);
  add_query (queries, SDM_RECORD_QUERY_REVIEWS, order->due);

  return queries;
}

static SdmRecordQuery *
new_query (const SdmCliRecordOrder *order,
           GError                 **error)
{
  g_autoptr (GPtrArray) queries = collect_queries (order);
  SdmRecordQuery *query;

  if (queries->len != 1 || (order->surname == NULL) != (order->born == NULL) || (order->until != NULL && order->day == NULL))
    {
      sdm_cli_record_set_usage (error, _ ("say one thing to find: --nhs-number=NUMBER, --surname=NAME with --born=DAY, --name=BEGINNING, --patient=ID, --day=DAY with or without --until=DAY, --by=NAME with or without days, --aid=ID, --drafts or --due=DAY"));
      return NULL;
    }

  query = g_ptr_array_steal_index (queries, 0);
  query->birth_date = g_strdup (order->born);
  query->from = g_strdup (order->day);
  query->to = g_strdup (order->due != NULL ? order->due : order->until);
  return query;
}

static void
write_patient (const SdmRecordPatient *patient)
{
  g_autofree char *number = patient->nhs_number != NULL ? sdm_nhs_number_format (patient->nhs_number) : g_strdup ("-");
  g_autofree char *line = g_strdup_printf ("%s  %s  %s  %s", patient->id, number,
                                           patient->birth_date != NULL ? patient->birth_date : "-",
                                           patient->name != NULL ? patient->name : "-");

  sdm_cli_write_line (stdout, line);
}

static void
tell_others (const SdmRecordPatient *patient)
{
  for (guint i = 0; patient->others != NULL && patient->others[i] != NULL; i++)
    {
      /* Translators: both are ids of patients */
      g_autofree char *line = g_strdup_printf (_ ("%s may be the same person as %s: both have this surname and date of birth. “evenhand record join KEEP OTHER” makes them one."),
                                                  patient->id, patient->others[i]);

      sdm_cli_write_line (stderr, line);
    }
}

gboolean
sdm_cli_record_run_find (const SdmCliRecordOrder *order,
                         GError                 **error)
{
  g_autoptr (SdmRecordQuery) query = new_query (order, error);
  g_autoptr (SdmRecordStore) store = query != NULL ? sdm_cli_record_open (order, sdm_cli_record_get_kind (order), error) : NULL;
  g_autoptr (SdmRecordFound) found = NULL;

  if (store == NULL)
    return FALSE;
  found = sdm_record_store_find (store, query, error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->patients->len; i++)
    write_patient (g_ptr_array_index (found->patients, i));
  for (guint i = 0; i < found->heads->len; i++)
    sdm_cli_record_write_head (g_ptr_array_index (found->heads, i));
  for (guint i = 0; i < found->patients->len; i++)
    tell_others (g_ptr_array_index (found->patients, i));
  if (found->is_cut)
    sdm_cli_write_line (stderr, _ ("There are more than are shown. Look for something narrower."));
  return TRUE;
}

gboolean
sdm_cli_record_run_join (const SdmCliRecordOrder *order,
                         GError                 **error)
{
  g_autoptr (SdmRecordStore) store = NULL;

  if (order->reason == NULL)
    return sdm_cli_record_set_usage (error, _ ("say with --reason=WORDS how it is known that they are the same person; joining cannot be undone"));

  store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);
  return store != NULL && sdm_record_store_join (store, g_ptr_array_index (order->words, 0),
                                                 g_ptr_array_index (order->words, 1), order->reason, error);
}
