/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-record-page.h"
#include "sdm-record-versions.h"

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
