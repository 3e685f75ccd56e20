/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-consultation-amend.h"
#include "sdm-record-page.h"
#include "sdm-record-versions.h"
#include "sdm-record-words.h"

/* The page of a finished record: its last version, and the heads of all, from the store. */

typedef struct
{
  SdmWindow         *window;
  SdmRecordStoreKind kind;
  SdmRecordHead     *head;
  SdmConsultation   *consultation;
} Showing;

static void
free_showing (Showing *showing)
{
  g_clear_object (&showing->window);
  g_clear_pointer (&showing->head, sdm_record_head_free);
  g_clear_object (&showing->consultation);
  g_free (showing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, free_showing)

/* It may have been closed or locked meanwhile. */
static gboolean
may_show (const Showing *showing)
{
  SdmContext *context = showing->window->context;

  return context != NULL && (showing->kind == SDM_RECORD_STORE_PRACTICE || sdm_context_get_person (context) != NULL);
}

static void
tell_not_shown (const Showing *showing,
                const GError  *error)
{
  if (may_show (showing))
    sdm_window_show_problem (showing->window, _ ("This could not be opened"), error->message);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Showing) showing = user_data;
  SdmWindow *self = showing->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = sdm_record_store_list_versions_finish (SDM_RECORD_STORE (source), result, &error);

  if (versions == NULL)
    {
      tell_not_shown (showing, error);
      return;
    }
  if (!may_show (showing))
    return;
  sdm_window_show_real_page (self, sdm_record_page_new (self, self->context, showing->head, showing->consultation, versions), _ ("Record"));
  gtk_widget_set_visible (self->banner, showing->kind == SDM_RECORD_STORE_PRACTICE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Showing) showing = user_data;
  SdmRecordStore *store = SDM_RECORD_STORE (source);
  const char     *id;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  if (sdm_record_store_load_version_finish (store, result, &showing->head, &body, &error))
    showing->consultation = sdm_consultation_new_from_bytes (body, showing->head->id, &error);
  if (showing->consultation == NULL)
    {
      tell_not_shown (showing, error);
      return;
    }
  if (!may_show (showing))
    return;
  sdm_consultation_set_clock (showing->consultation, sdm_context_get_clock (showing->window->context));
  id = showing->head->id;
  sdm_record_store_list_versions_async (store, id, NULL, listed_cb, g_steal_pointer (&showing));
}

/**
 * sdm_window_show_record:
 * @kind: in which store
 * @id: a finished consultation in it
 *
 * Shows the page of a finished record in the place of what is open. A real one needs somebody who is
 * signed in. What is wrong is said, and the window stays as it was.
 */
void
sdm_window_show_record (SdmWindow         *self,
                        SdmRecordStoreKind kind,
                        const char        *id)
{
  Showing *showing;

  if (kind == SDM_RECORD_STORE_REAL && !sdm_window_may_open_real (self, TRUE))
    return;

  showing = g_new0 (Showing, 1);
  showing->window = g_object_ref (self);
  showing->kind = kind;
  sdm_record_store_load_version_async (sdm_context_get_store (self->context, kind), id, 0, NULL, loaded_cb, showing);
}

/**
 * sdm_window_amend_record:
 * @consultation: the last version of a record that counts
 *
 * Begins an amendment on the pages of the ten steps.
 */
void
sdm_window_amend_record (SdmWindow       *self,
                         SdmConsultation *consultation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmConsultation) amendment = NULL;

  if (!sdm_consultation_is_practice (consultation) && !sdm_window_may_open_real (self, FALSE))
    return;
  amendment = sdm_consultation_new_amendment (consultation, &error);
  if (amendment == NULL)
    sdm_window_show_problem (self, _ ("This could not be opened"), error->message);
  else
    sdm_window_open_kept (self, amendment, consultation, SDM_STEP_START);
}

/* There and back */

#define FROM_RECORD "sdm-from-record"

/**
 * sdm_window_open_from_record:
 * @consultation: a version of a record, whose page is open
 * @step: the page to begin with
 *
 * Opens it for reading; leaving it leads back to the page of the record.
 */
void
sdm_window_open_from_record (SdmWindow       *self,
                             SdmConsultation *consultation,
                             SdmStep          step)
{
  g_object_set_data (G_OBJECT (consultation), FROM_RECORD, GINT_TO_POINTER (TRUE));
  sdm_window_open_kept (self, consultation, NULL, step);
}

/**
 * sdm_window_go_back:
 *
 * Leaves what is open for the page of the record that it was opened from, or for the first page.
 */
void
sdm_window_go_back (SdmWindow *self)
{
  SdmConsultation *consultation = self->session != NULL ? sdm_session_get_consultation (self->session) : NULL;

  if (consultation != NULL && g_object_get_data (G_OBJECT (consultation), FROM_RECORD) != NULL)
    sdm_window_show_record (self, sdm_session_get_kind (consultation), sdm_consultation_get_id (consultation));
  else
    sdm_window_close_session (self);
}

/* What is open, and what it is worth */

static char *
dup_worth (SdmSession *session)
{
  SdmConsultation *consultation = sdm_session_get_consultation (session);
  SdmConsultation *amended = sdm_session_get_amended (session);
  SdmClosing       closing;

  if (amended != NULL && !sdm_session_is_read_only (session))
    {
      g_autofree char *day = sdm_record_words_dup_day (amended);
      const char      *by = sdm_consultation_get_text (amended, "finish/finalised/by");

      /* Translators: a day and a clinician: "You are amending the record of 24 November 2026, finished by Dr Amina Rowe. It stays as it is until you finish." */
      return g_strdup_printf (_ ("You are amending the record of %s, finished by %s. It stays as it is until you finish."), day, by != NULL ? by : _ ("the clinician"));
    }
  if (sdm_consultation_get_closing (consultation, &closing))
    return g_strdup (closing == SDM_CLOSING_WITHDRAWN ? _ ("The person withdrew this record. It counts no more.")
                                                      : _ ("This record was entered in error. It counts no more."));

  return NULL;
}

/**
 * sdm_window_update_worth:
 *
 * Says above the pages that a record is amended, or that it counts no more.
 */
void
sdm_window_update_worth (SdmWindow *self)
{
  g_autofree char *text = self->session != NULL ? dup_worth (self->session) : NULL;

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (self->worth)), text != NULL ? text : "");
  gtk_widget_set_visible (self->worth, text != NULL);
}

/* The page of the record whose session is open, once it is finished. */
static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SdmWindow       *self = SDM_WINDOW (widget);
  SdmConsultation *consultation = self->session != NULL ? sdm_session_get_consultation (self->session) : NULL;

  if (consultation != NULL && sdm_consultation_is_final (consultation))
    sdm_window_show_record (self, sdm_session_get_kind (consultation), sdm_consultation_get_id (consultation));
}

/**
 * sdm_window_class_install_record:
 *
 * Installs `win.record`.
 */
void
sdm_window_class_install_record (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.record", NULL, record_action);
}
