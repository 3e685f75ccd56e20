/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-case.h"
#include "sdm-consultation-amend.h"
#include "sdm-consultation-blank.h"
#include "sdm-core-error.h"
#include "sdm-letterhead.h"
#include "sdm-practice-file.h"
#include "sdm-preferences.h"
#include "sdm-recent-aids.h"
#include "sdm-schema.h"

/* Opening things. Files are read on another thread; the window goes on as it
 * was until all is there, and says what was wrong where something is. */

typedef enum
{
  OPEN_CASE,
  OPEN_AID,
  OPEN_FILE,
} OpenKind;

typedef struct
{
  OpenKind       kind;
  GFile         *file;
  SdmAidLibrary *library;
  SdmClock      *clock;
  json_t        *people; /* nullable: a real person, for whom an aid is opened */
} OpenRequest;

typedef struct
{
  SdmConsultation    *consultation;
  SdmAid             *aid;               /* nullable: a blank page for two has none */
  SdmPracticeSession *practice;          /* nullable: it is a practice case that somebody sends */
  gboolean            is_kept_elsewhere; /* a consultation, which a store may have as well */
  SdmCase            *example;           /* nullable: it is an example case */
} Opened;

static void
free_request (gpointer data)
{
  OpenRequest *request = data;

  g_clear_object (&request->file);
  g_clear_object (&request->library);
  g_clear_object (&request->clock);
  g_clear_pointer (&request->people, json_decref);
  g_free (request);
}

static void
free_opened (gpointer data)
{
  Opened *opened = data;

  g_clear_object (&opened->consultation);
  g_clear_object (&opened->aid);
  g_clear_object (&opened->example);
  g_clear_object (&opened->practice);
  g_free (opened);
}

/* On another thread */

static SdmAid *
load_aid_by_id (OpenRequest *request,
                const char  *id,
                const char  *version,
                GError     **error)
{
  GFile *file = sdm_aid_library_find_aid (request->library, id, version);

  if (file == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("The decision aid “%s” is not on this computer."), id != NULL ? id : "");
      return NULL;
    }

  return sdm_aid_load (file, NULL, error);
}

static gboolean
open_case (OpenRequest *request,
           Opened      *opened,
           GError     **error)
{
  g_autoptr (SdmCase) example = sdm_case_load (request->file, NULL, error);

  if (example == NULL)
    return FALSE;
  opened->aid = load_aid_by_id (request, sdm_case_get_aid_id (example), NULL, error);
  if (opened->aid == NULL)
    return FALSE;
  opened->consultation = sdm_case_start (example, opened->aid, request->clock);
  opened->example = g_steal_pointer (&example);

  return TRUE;
}

static SdmConsultation *
new_for (json_t   *people,
         SdmAid   *aid,
         SdmClock *clock,
         GError  **error)
{
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_for_patient (aid, clock);
  const char *key;
  json_t     *known;

  json_object_foreach (people, key, known)
    {
      g_autofree char *path = g_strconcat ("people/", key, NULL);

      if (!sdm_consultation_take_value (consultation, path, json_deep_copy (known), error))
        return NULL;
    }

  return g_steal_pointer (&consultation);
}

static gboolean
open_aid (OpenRequest *request,
          Opened      *opened,
          GError     **error)
{
  opened->aid = sdm_aid_load (request->file, NULL, error);
  if (opened->aid == NULL)
    return FALSE;
  if (request->people == NULL)
    {
      opened->consultation = sdm_consultation_new_for_practice (opened->aid, request->clock);
      return TRUE;
    }
  opened->consultation = new_for (request->people, opened->aid, request->clock, error);

  return opened->consultation != NULL;
}

static gboolean
open_consultation (OpenRequest *request,
                   SdmJsonText *text,
                   Opened      *opened,
                   GError     **error)
{
  const char *sha256;

  opened->consultation = sdm_consultation_new_from_text (text, NULL, error);
  opened->is_kept_elsewhere = TRUE;
  if (opened->consultation == NULL)
    return FALSE;
  if (sdm_consultation_is_blank (opened->consultation))
    return TRUE;
  opened->aid = load_aid_by_id (request, sdm_consultation_get_aid_id (opened->consultation),
                                sdm_consultation_get_text (opened->consultation, "aid/version"), error);
  if (opened->aid == NULL)
    return FALSE;

  sha256 = sdm_consultation_get_aid_sha256 (opened->consultation);
  if (sha256 != NULL && g_strcmp0 (sha256, sdm_aid_get_sha256 (opened->aid)) != 0)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
                   _ ("The decision aid “%s” has changed since this consultation. What was shown then is not here."),
                      sdm_aid_get_id (opened->aid));
      return FALSE;
    }

  return TRUE;
}

/* What is nothing of ours is told of as such, not as a consultation that is wrong. */
static gboolean
find_kind (SdmJsonText   *text,
           SdmSchemaKind *kind,
           GError       **error)
{
  g_autoptr (GPtrArray) found = sdm_findings_new ();
  g_autofree char *line = NULL;

  if (sdm_schema_kind_from_document (sdm_json_text_get_root (text), kind, found))
    {
      if (*kind <= SDM_SCHEMA_TRACK || *kind == SDM_SCHEMA_PRACTICE_FILE)
        return TRUE;
      sdm_findings_add (found, "format-unknown", "/format", _ ("“%s” is not opened as a file; it is kept with the practice consultation"), sdm_schema_kind_get_format (*kind));
    }
  sdm_json_text_place_findings (text, found);
  line = sdm_json_text_describe (text, g_ptr_array_index (found, 0));
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT, line);

  return FALSE;
}

/* An aid, a case or a consultation: the file says what it is. */
static gboolean
open_any (OpenRequest *request,
          Opened      *opened,
          GError     **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_load (request->file, NULL, error);
  SdmSchemaKind kind;

  if (text == NULL || !find_kind (text, &kind, error))
    return FALSE;

  switch (kind)
    {
    case SDM_SCHEMA_AID:
      return open_aid (request, opened, error);
    case SDM_SCHEMA_CASE:
      return open_case (request, opened, error);
    case SDM_SCHEMA_CONSULTATION:
      return open_consultation (request, text, opened, error);
    case SDM_SCHEMA_TRACK:
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT,
                           _ ("This is a set of example cases. Open one of its cases on the first page."));
      return FALSE;
    case SDM_SCHEMA_PRACTICE_FILE:
      return sdm_practice_file_read (text, &opened->consultation, &opened->practice, error);
    case SDM_SCHEMA_TALK:
    case SDM_SCHEMA_PRACTICE:
    default:
      g_assert_not_reached ();
    }
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  OpenRequest *request = data;
  Opened      *opened = g_new0 (Opened, 1);
  GError      *error = NULL;
  gboolean     good = FALSE;

  switch (request->kind)
    {
    case OPEN_CASE:
      good = open_case (request, opened, &error);
      break;
    case OPEN_AID:
      good = open_aid (request, opened, &error);
      break;
    case OPEN_FILE:
      sdm_aid_library_scan (request->library, NULL);
      good = open_any (request, opened, &error);
      break;
    default:
      g_assert_not_reached ();
    }

  if (good)
    {
      g_task_return_pointer (task, opened, free_opened);
      return;
    }
  free_opened (opened);
  g_task_return_error (task, error);
}

/* Back on the main thread */

static void
aid_kept_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = sdm_record_store_put_aid_finish (SDM_RECORD_STORE (source), result, &error);

  if (sha256 == NULL && self->toasts != NULL)
    sdm_window_say (self, error->message);
}

/* The one who is signed in comes before the one in the preferences. */
static void
fill_in_person (SdmWindow       *self,
                SdmConsultation *consultation)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);
  const char            *name = sdm_letterhead_get_path (SDM_LETTERHEAD_CLINICIAN_NAME);
  const char            *role = sdm_letterhead_get_path (SDM_LETTERHEAD_CLINICIAN_ROLE);
  g_autoptr (GError) error = NULL;

  if (person->name == NULL || sdm_consultation_get_text (consultation, name) != NULL)
    return;
  if (!sdm_consultation_set_text (consultation, name, person->name, &error) ||
      (*person->role != '\0' && !sdm_consultation_set_text (consultation, role, person->role, &error)))
    g_debug ("clinician: %s", error->message);
}

/* What was written down once is filled in by nobody but who amends it. */
static void
fill_in (SdmWindow       *self,
         SdmConsultation *consultation)
{
  if (sdm_consultation_is_final (consultation) || sdm_consultation_get_amended (consultation) > 0)
    return;
  if (!sdm_consultation_is_practice (consultation))
    fill_in_person (self, consultation);
  sdm_preferences_fill_in (sdm_context_get_settings (self->context), consultation);
}

static void
show_consultation (SdmWindow       *self,
                   SdmConsultation *consultation,
                   SdmConsultation *amended,
                   SdmAid          *aid,
                   SdmCase         *example,
                   SdmStep          step)
{
  g_autoptr (SdmSession) session = NULL;

  if (!sdm_consultation_is_practice (consultation) && !sdm_window_may_open_real (self, sdm_consultation_is_final (consultation)))
    return;

  fill_in (self, consultation);
  session = sdm_session_new (self->context, consultation, aid);
  sdm_session_set_amended (session, amended);
  sdm_session_set_example (session, example);
  if (aid != NULL)
    {
      sdm_recent_aids_note (sdm_context_get_settings (self->context), sdm_aid_get_id (aid));
      sdm_record_store_put_aid_async (sdm_session_get_store (session), sdm_aid_get_bytes (aid), NULL,
                                      aid_kept_cb, g_object_ref (self));
    }
  sdm_window_open_session (self, session, step);
  sdm_window_offer_draft (self);
  if (!sdm_session_is_read_only (session))
    sdm_autosaver_touch (sdm_session_get_autosaver (session));
}

/**
 * sdm_window_show_consultation:
 * @amended: (nullable): the version that this amends
 * @aid: (nullable): %NULL for a blank page
 *
 * Opens it, where somebody may who is signed in.
 */
void
sdm_window_show_consultation (SdmWindow       *self,
                              SdmConsultation *consultation,
                              SdmConsultation *amended,
                              SdmAid          *aid,
                              SdmStep          step)
{
  show_consultation (self, consultation, amended, aid, NULL, step);
}

static void
take_in_real (SdmWindow *self,
              Opened    *opened,
              GFile     *file)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);

  if (person != NULL && person->is_confirmed)
    sdm_window_take_in (self, opened->consultation, opened->aid);
  else
    sdm_window_ask_to_sign_in (self, file);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SdmWindow         *self = SDM_WINDOW (source);
  const OpenRequest *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (opened == NULL)
    {
      if (self->context != NULL)
        sdm_window_show_problem (self, _ ("This could not be opened"), error->message);
      return;
    }
  if (self->context != NULL && opened->practice != NULL)
    sdm_window_take_practice (self, opened->consultation, opened->practice);
  else if (self->context != NULL && request->people != NULL)
    sdm_window_open_approved (self, opened->consultation, opened->aid, SDM_STEP_START, TRUE);
  else if (self->context != NULL && !sdm_consultation_is_practice (opened->consultation))
    take_in_real (self, opened, request->file);
  else if (self->context != NULL && opened->is_kept_elsewhere && !sdm_consultation_is_final (opened->consultation))
    sdm_window_take_in (self, opened->consultation, opened->aid);
  else if (self->context != NULL)
    show_consultation (self, opened->consultation, NULL, opened->aid, opened->example, SDM_STEP_START);
  free_opened (opened);
}

static void
start_opening (SdmWindow *self,
               OpenKind   kind,
               GFile     *file,
               json_t    *people)
{
  g_autoptr (GTask) task = NULL;
  OpenRequest *request;

  /* What is opened is kept at once, so the store comes first. */
  if (!self->store_is_open)
    {
      g_set_object (&self->waiting_file, file);
      return;
    }

  task = g_task_new (self, NULL, opened_cb, NULL);
  request = g_new0 (OpenRequest, 1);
  request->kind = kind;
  request->file = g_object_ref (file);
  request->people = json_deep_copy (people);
  request->library = sdm_aid_library_copy (sdm_context_get_library (self->context));
  request->clock = g_object_ref (sdm_context_get_clock (self->context));
  g_task_set_task_data (task, request, free_request);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * sdm_window_open_waiting:
 *
 * Opens what somebody asked for before the store was there. The file says what it is.
 */
void
sdm_window_open_waiting (SdmWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->waiting_file);

  if (file != NULL)
    start_opening (self, OPEN_FILE, file, NULL);
  else if (self->waiting_blank)
    sdm_window_start_blank (self);
}

/**
 * sdm_window_open_waiting_real:
 *
 * Opens the consultation of a real person that somebody asked for before signing in.
 */
void
sdm_window_open_waiting_real (SdmWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->waiting_real_file);

  if (file != NULL)
    start_opening (self, OPEN_FILE, file, NULL);
}

/* Public API */

/**
 * sdm_window_open_file:
 * @file: an aid, a case or a consultation
 *
 * Opens what the file says it is. What is wrong with it is told in the same
 * words as on the command line.
 */
void
sdm_window_open_file (SdmWindow *self,
                      GFile     *file)
{
  start_opening (self, OPEN_FILE, file, NULL);
}

/**
 * sdm_window_start_case:
 *
 * Starts an example case.
 */
void
sdm_window_start_case (SdmWindow *self,
                       GFile     *case_file)
{
  start_opening (self, OPEN_CASE, case_file, NULL);
}

/**
 * sdm_window_start_aid:
 *
 * Starts a practice consultation with an aid and nobody in it yet.
 */
void
sdm_window_start_aid (SdmWindow *self,
                      GFile     *aid_file)
{
  start_opening (self, OPEN_AID, aid_file, NULL);
}

/**
 * sdm_window_start_blank:
 *
 * Starts a practice consultation on a blank page, with nobody in it yet.
 */
void
sdm_window_start_blank (SdmWindow *self)
{
  g_autoptr (SdmConsultation) consultation = NULL;

  self->waiting_blank = !self->store_is_open;
  if (self->waiting_blank)
    return;
  consultation = sdm_consultation_new_for_practice (NULL, sdm_context_get_clock (self->context));
  sdm_window_show_consultation (self, consultation, NULL, NULL, SDM_STEP_START);
}

/**
 * sdm_window_start_for_patient:
 * @people: who it is and what is known, as the `people` of a consultation has it
 * @aid_file: (nullable): what there is to decide; %NULL for a blank page
 *
 * Starts the consultation of a real patient.
 */
void
sdm_window_start_for_patient (SdmWindow *self,
                              json_t    *people,
                              GFile     *aid_file)
{
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (GError) error = NULL;

  if (aid_file != NULL)
    {
      start_opening (self, OPEN_AID, aid_file, people);
      return;
    }
  consultation = new_for (people, NULL, sdm_context_get_clock (self->context), &error);
  if (consultation != NULL)
    sdm_window_show_consultation (self, consultation, NULL, NULL, SDM_STEP_START);
  else
    sdm_window_show_problem (self, _ ("This could not be opened"), error->message);
}
