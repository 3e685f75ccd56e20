/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-event.h"
#include "sdm-record-patient.h"
#include "sdm-record-store.h"

G_BEGIN_DECLS

/* Finding patients and consultations. Every search is noted, without what was looked for. */

/**
 * SdmRecordQueryKind:
 * @SDM_RECORD_QUERY_NHS_NUMBER: `text` is an NHS number, as somebody typed it
 * @SDM_RECORD_QUERY_PERSON: `text` is a surname, `birth_date` the date of birth
 * @SDM_RECORD_QUERY_NAME: `text` is the beginning of names, as somebody types them; `birth_date`
 *   may narrow it
 * @SDM_RECORD_QUERY_PATIENT: `text` is the id of a patient
 * @SDM_RECORD_QUERY_DAY: begun from the day `from` to the day `to`
 * @SDM_RECORD_QUERY_CLINICIAN: begun by who is called `text`; the days may narrow it
 * @SDM_RECORD_QUERY_AID: `text` is the id of a decision aid
 * @SDM_RECORD_QUERY_DRAFTS: all that are not final
 * @SDM_RECORD_QUERY_REVIEWS: with a review planned from the day `from` to the day `to`
 *
 * What is looked for. The first four give patients, and where it is one patient, the
 * consultations too; the others give consultations.
 */
typedef enum
{
  SDM_RECORD_QUERY_NHS_NUMBER,
  SDM_RECORD_QUERY_PERSON,
  SDM_RECORD_QUERY_NAME,
  SDM_RECORD_QUERY_PATIENT,
  SDM_RECORD_QUERY_DAY,
  SDM_RECORD_QUERY_CLINICIAN,
  SDM_RECORD_QUERY_AID,
  SDM_RECORD_QUERY_DRAFTS,
  SDM_RECORD_QUERY_REVIEWS,
} SdmRecordQueryKind;

/**
 * SdmRecordQuery:
 * @text: (nullable): what to look for
 * @birth_date: (nullable): YYYY-MM-DD
 * @from: (nullable): the first day, YYYY-MM-DD; for reviews, a year before the last
 * @to: (nullable): the last day; the first where it is %NULL
 * @limit: the most that is wanted, 0 for %SDM_RECORD_QUERY_LIMIT
 *
 * All texts are owned.
 */
typedef struct
{
  SdmRecordQueryKind kind;
  char              *text;
  char              *birth_date;
  char              *from;
  char              *to;
  guint              limit;
} SdmRecordQuery;

#define SDM_RECORD_QUERY_LIMIT 200

SdmRecordQuery *sdm_record_query_new (SdmRecordQueryKind kind,
                                      const char        *text) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordQuery *sdm_record_query_new_from_text (const char *typed,
                                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordQuery *sdm_record_query_copy (const SdmRecordQuery *query) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_record_query_free (SdmRecordQuery *query);

/**
 * SdmRecordFound:
 * @patients: (element-type SdmRecordPatient): whoever was found
 * @heads: (element-type SdmRecordHead): the consultations, the newest first; reviews the
 *   earliest first
 * @is_cut: whether there are more than were wanted
 * @known: (nullable): for %SDM_RECORD_QUERY_PATIENT, what the newest consultation knows of the person
 *   beyond the patient's row, such as the address and why there is no NHS number: JSON, as the `people`
 *   of a consultation has it
 *
 * What a search found.
 */
typedef struct
{
  GPtrArray *patients;
  GPtrArray *heads;
  gboolean   is_cut;
  char      *known;
} SdmRecordFound;

SdmRecordFound *sdm_record_found_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_record_found_free (SdmRecordFound *found);

SdmRecordFound *sdm_record_store_find (SdmRecordStore       *self,
                                       const SdmRecordQuery *query,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_record_store_find_async (SdmRecordStore       *self,
                                             const SdmRecordQuery *query,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
SdmRecordFound *sdm_record_store_find_finish (SdmRecordStore *self,
                                              GAsyncResult   *result,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_store_join (SdmRecordStore *self,
                                const char     *keep,
                                const char     *other,
                                const char     *reason,
                                GError        **error);
void     sdm_record_store_join_async (SdmRecordStore     *self,
                                      const char         *keep,
                                      const char         *other,
                                      const char         *reason,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean sdm_record_store_join_finish (SdmRecordStore *self,
                                       GAsyncResult   *result,
                                       GError        **error);

GPtrArray *sdm_record_store_list_events (SdmRecordStore *self,
                                         const char     *patient,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_store_list_events_async (SdmRecordStore     *self,
                                               const char         *patient,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
GPtrArray *sdm_record_store_list_events_finish (SdmRecordStore *self,
                                                GAsyncResult   *result,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void     sdm_record_store_note_given_async (SdmRecordStore     *self,
                                            const char         *patient,
                                            const char         *printed,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean sdm_record_store_note_given_finish (SdmRecordStore *self,
                                             GAsyncResult   *result,
                                             GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordQuery, sdm_record_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordFound, sdm_record_found_free)

G_END_DECLS
