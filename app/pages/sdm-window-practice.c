/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-consultation-blank.h"
#include "sdm-patient-sheet.h"
#include "sdm-record-practice.h"
#include "sdm-trainees.h"

/* The talk with a made-up patient: it is begun when somebody has said who practises, and goes on when the
 * practice consultation is opened again. All of it stands in the file of practice. */

static void
show_rehearsal (SdmWindow          *self,
                SdmPracticeSession *kept,
                SdmTalk            *talk)
{
  g_autoptr (SdmRehearsal) rehearsal = sdm_rehearsal_new (self->context, sdm_session_get_consultation (self->session), kept, talk);

  sdm_session_set_rehearsal (self->session, rehearsal);
  sdm_session_set_example (self->session, sdm_talk_get_case (talk));
  sdm_patient_sheet_show (SDM_PATIENT_SHEET (self->patient_sheet), self->session);
  sdm_window_update_side (self);
}

/* Beginning */

typedef struct
{
  SdmWindow  *window;
  SdmSession *session;
  char       *name;
  char       *role;
} Asked;

static void
free_asked (Asked *asked)
{
  g_clear_object (&asked->window);
  g_clear_object (&asked->session);
  g_free (asked->name);
  g_free (asked->role);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, free_asked)

/* The first time the case is as it is written, and each time after it varies in its own way. */
static guint32
count_times (GPtrArray  *kept, /* nullable */
             const char *case_id)
{
  guint32 times = 0;

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    if (g_strcmp0 (((const SdmRecordPractice *) g_ptr_array_index (kept, i))->case_id, case_id) == 0)
      times++;

  return times;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GPtrArray) times = sdm_record_store_list_practice_finish (SDM_RECORD_STORE (source), result, NULL);
  SdmWindow *self = asked->window;
  SdmCase   *example = sdm_session_get_example (asked->session);
  g_autoptr (SdmTalk) talk = NULL;
  g_autoptr (SdmPracticeSession) kept = NULL;

  if (self->session != asked->session || sdm_session_get_rehearsal (self->session) != NULL)
    return;
  talk = sdm_talk_new (example, sdm_session_get_aid (self->session), count_times (times, sdm_case_get_id (example)));
  kept = sdm_practice_session_new (sdm_consultation_get_id (sdm_session_get_consultation (self->session)), asked->name,
                                   asked->role, sdm_case_get_id (example), sdm_context_get_clock (self->context));
  show_rehearsal (self, kept, talk);
  sdm_window_tell_step (self);
  sdm_window_tell_row (self);
  sdm_patient_sheet_focus (SDM_PATIENT_SHEET (self->patient_sheet));
}

static void
begin_cb (SdmWindow  *self,
          const char *name,
          const char *role)
{
  Asked *asked;

  if (self->session == NULL || sdm_session_get_example (self->session) == NULL)
    return;
  sdm_trainees_note (sdm_context_get_settings (self->context), name, role);
  asked = g_new0 (Asked, 1);
  asked->window = g_object_ref (self);
  asked->session = g_object_ref (self->session);
  asked->name = g_strdup (name);
  asked->role = g_strdup (role);
  sdm_record_store_list_practice_async (sdm_session_get_store (self->session), name, NULL, listed_cb, asked);
}

/* Going on */

typedef struct
{
  SdmSession    *session;
  SdmAid        *aid;
  SdmAidLibrary *library;
  GBytes        *body;    /* nullable: there was no talk yet */
  char          *patient; /* of the consultation */
} Kept;

typedef struct
{
  SdmPracticeSession *kept; /* nullable, with the talk: there was none yet */
  SdmTalk            *talk;
  SdmCase            *example; /* nullable */
  gboolean            is_aid_newer;
} Found;

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_clear_object (&kept->session);
  g_clear_object (&kept->aid);
  g_clear_object (&kept->library);
  g_clear_pointer (&kept->body, g_bytes_unref);
  g_free (kept->patient);
  g_free (kept);
}

static void
free_found (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->kept);
  g_clear_object (&found->talk);
  g_clear_object (&found->example);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

/* Whether the aid on this computer is no longer the one with which the talk was begun. */
static gboolean
is_aid_newer (Kept *kept)
{
  GFile *file = sdm_aid_library_find_aid (kept->library, sdm_aid_get_id (kept->aid), NULL);
  g_autoptr (SdmAid) now = file != NULL ? sdm_aid_load (file, NULL, NULL) : NULL;

  return now != NULL && g_strcmp0 (sdm_aid_get_sha256 (now), sdm_aid_get_sha256 (kept->aid)) != 0;
}

static gboolean
read_kept (Kept    *kept,
           Found   *found,
           GError **error)
{
  g_autoptr (SdmCase) example = NULL;
  GFile *file;

  found->kept = sdm_practice_session_new_from_bytes (kept->body, "practice", error);
  if (found->kept == NULL)
    return FALSE;
  file = sdm_aid_library_find_case (kept->library, sdm_practice_session_get_case_id (found->kept));
  if (file == NULL)
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                   _ ("The case “%s” is no longer on this computer, so its patient is not here. The talk is kept as it was."),
                      sdm_practice_session_get_case_id (found->kept));
      return FALSE;
    }
  example = sdm_case_load (file, NULL, error);
  if (example == NULL)
    return FALSE;
  found->is_aid_newer = is_aid_newer (kept);
  if (sdm_practice_session_has_talk (found->kept))
    found->talk = sdm_practice_session_dup_talk (found->kept, example, kept->aid, error);
  else
    found->talk = sdm_talk_new (example, kept->aid, 0);

  return found->talk != NULL;
}

static gboolean
is_about (SdmCase    *example,
          SdmAid     *aid,
          const char *patient)
{
  g_autoptr (SdmConsultation) consultation = sdm_case_get_consultation (example, aid);
  g_autofree char *name = sdm_consultation_dup_patient_name (consultation);

  return g_strcmp0 (name, patient) == 0;
}

/* Before the first word a consultation does not say of which case it is, but the person is the same. */
static void
find_example (Kept  *kept,
              Found *found)
{
  GPtrArray *cases = sdm_aid_library_get_cases (kept->library);

  for (guint i = 0; i < cases->len && found->example == NULL; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (cases, i);
      g_autoptr (SdmCase) example = NULL;

      if (g_strcmp0 (head->aid, sdm_aid_get_id (kept->aid)) == 0)
        example = sdm_case_load (head->file, NULL, NULL);
      if (example != NULL && is_about (example, kept->aid, kept->patient))
        found->example = g_steal_pointer (&example);
    }
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Kept    *kept = data;
  Found   *found = g_new0 (Found, 1);
  GError  *error = NULL;
  gboolean good = TRUE;

  /* Whoever is quick comes before the window knows its cases. */
  if (!sdm_aid_library_was_scanned (kept->library))
    sdm_aid_library_scan (kept->library, NULL);
  if (kept->body != NULL)
    good = read_kept (kept, found, &error);
  else
    find_example (kept, found);
  if (good)
    {
      g_task_return_pointer (task, found, free_found);
      return;
    }
  free_found (found);
  g_task_return_error (task, error);
}

/* Said once, when the talk is opened again; it goes on all the same. */
static void
tell_changes (SdmWindow *self,
              Found     *found)
{
  const char *text = NULL;

  if (sdm_talk_has_case_changed (found->talk))
    text = _ ("This case has changed since you talked. The talk goes on from what you said; some answers are those of the case as it is now.");
  else if (found->is_aid_newer || sdm_talk_has_aid_changed (found->talk))
    text = _ ("There is another version of this decision aid now. This talk goes on with the one it began with.");
  if (text != NULL)
    sdm_patient_sheet_say (SDM_PATIENT_SHEET (self->patient_sheet), text);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SdmWindow  *self = SDM_WINDOW (source);
  const Kept *kept = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session == NULL || self->session != kept->session)
    return;
  if (found == NULL)
    {
      sdm_window_say (self, error->message);
      return;
    }
  if (found->talk != NULL)
    {
      show_rehearsal (self, found->kept, found->talk);
      tell_changes (self, found);
    }
  else if (found->example != NULL)
    {
      sdm_session_set_example (self->session, found->example);
      sdm_patient_sheet_show (SDM_PATIENT_SHEET (self->patient_sheet), self->session);
      sdm_window_update_side (self);
    }
}

typedef struct
{
  SdmWindow  *window;
  SdmSession *session;
} Looking;

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Looking *looking = user_data;
  g_autoptr (SdmWindow) self = looking->window;
  g_autoptr (SdmSession) session = looking->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = sdm_record_store_get_practice_finish (SDM_RECORD_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;
  Kept *kept;

  g_free (looking);
  if (self->session != session)
    return;
  if (body == NULL && !g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND))
    {
      sdm_window_say (self, error->message);
      return;
    }
  /* An example case that was just begun is known, and has no talk yet. */
  if (body == NULL && sdm_session_get_example (session) != NULL)
    return;
  kept = g_new0 (Kept, 1);
  kept->session = g_steal_pointer (&session);
  kept->aid = g_object_ref (sdm_session_get_aid (kept->session));
  kept->library = sdm_aid_library_copy (sdm_context_get_library (self->context));
  kept->body = g_steal_pointer (&body);
  kept->patient = sdm_consultation_dup_patient_name (sdm_session_get_consultation (kept->session));
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, kept, free_kept);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * sdm_window_find_talk:
 *
 * Goes on with the talk of the practice consultation that was opened, where there was one.
 */
void
sdm_window_find_talk (SdmWindow *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  Looking         *looking;

  if (!sdm_consultation_is_practice (consultation) || sdm_consultation_is_blank (consultation) ||
      sdm_session_get_rehearsal (self->session) != NULL)
    return;
  looking = g_new0 (Looking, 1);
  looking->window = g_object_ref (self);
  looking->session = g_object_ref (self->session);
  sdm_record_store_get_practice_async (sdm_session_get_store (self->session), sdm_consultation_get_id (consultation), NULL, got_cb, looking);
}

/* What the pages show */

/**
 * sdm_window_tell_step:
 *
 * Tells the made-up patient, where there is one, which step comes on screen.
 */
void
sdm_window_tell_step (SdmWindow *self)
{
  SdmRehearsal *rehearsal = sdm_session_get_rehearsal (self->session);

  if (rehearsal == NULL)
    return;
  sdm_rehearsal_set_seconds (rehearsal, sdm_session_get_seconds (self->session));
  sdm_rehearsal_enter_step (rehearsal, sdm_session_get_step (self->session));
}

/**
 * sdm_window_tell_row:
 *
 * Shows the made-up patient, where there is one, the figure that is looked at among the risks. On the grid
 * a row has to be opened first, as all of them stand there at once.
 */
void
sdm_window_tell_row (SdmWindow *self)
{
  SdmRehearsal *rehearsal = sdm_session_get_rehearsal (self->session);
  const char   *row = sdm_session_get_row (self->session);

  if (rehearsal == NULL || row == NULL || sdm_session_get_step (self->session) != SDM_STEP_RISKS)
    return;
  sdm_rehearsal_set_seconds (rehearsal, sdm_session_get_seconds (self->session));
  sdm_rehearsal_show_outcome (rehearsal, sdm_aid_find_outcome (sdm_session_get_aid (self->session), row));
}

/* Keeping */

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_autosaver_flush_finish (SDM_AUTOSAVER (source), result, &error) && self->home != NULL)
    sdm_window_show_problem (self, _ ("Not saved yet"), error->message);
}

/**
 * sdm_window_keep_talk:
 *
 * Keeps at once what was said and is not kept yet. The store does it before what it is asked next.
 */
void
sdm_window_keep_talk (SdmWindow *self)
{
  SdmRehearsal *rehearsal = self->session != NULL ? sdm_session_get_rehearsal (self->session) : NULL;

  if (rehearsal != NULL)
    sdm_autosaver_flush_async (sdm_rehearsal_get_autosaver (rehearsal), NULL, flushed_cb, g_object_ref (self));
}

/* Actions */

static void
patient_sheet_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  sdm_window_toggle_patient_sheet (SDM_WINDOW (widget));
}

/**
 * sdm_window_class_install_practice:
 *
 * Installs `win.patient-sheet`.
 */
void
sdm_window_class_install_practice (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.patient-sheet", NULL, patient_sheet_action);
}

/**
 * sdm_window_make_patient_sheet:
 *
 * Returns: (transfer floating): the sheet, which shows nobody yet
 */
GtkWidget *
sdm_window_make_patient_sheet (SdmWindow *self)
{
  self->patient_sheet = sdm_patient_sheet_new (sdm_context_get_settings (self->context));
  g_signal_connect_object (self->patient_sheet, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);

  return self->patient_sheet;
}
