/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-consultation-amend.h"
#include "sdm-consultation-blank.h"
#include "sdm-record-versions.h"

/* Opening what is kept: first the record, then what it amends, then the aid that was shown with it, all from the store. */

typedef struct
{
  SdmWindow       *window;
  SdmRecordStore  *store;
  SdmConsultation *consultation;
  SdmConsultation *amended; /* nullable */
  SdmStep          step;
} Resume;

static void
free_resume (Resume *resume)
{
  g_clear_object (&resume->window);
  g_clear_object (&resume->store);
  g_clear_object (&resume->consultation);
  g_clear_object (&resume->amended);
  g_free (resume);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Resume, free_resume)

static Resume *
new_resume (SdmWindow      *self,
            SdmRecordStore *store)
{
  Resume *resume = g_new0 (Resume, 1);

  resume->window = g_object_ref (self);
  resume->store = g_object_ref (store);
  return resume;
}

static void
tell_not_opened (Resume       *resume,
                 const GError *error)
{
  if (resume->window->context != NULL)
    sdm_window_show_problem (resume->window, _ ("This could not be opened"), error->message);
}

/* What was written down once says what was true then. */
static gboolean
may_change_approval (SdmConsultation *consultation)
{
  return !sdm_consultation_is_practice (consultation) && !sdm_consultation_is_final (consultation) &&
         sdm_consultation_get_amended (consultation) == 0;
}

static void
aid_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Resume) resume = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sdm_record_store_get_aid_finish (SDM_RECORD_STORE (source), result, &error);
  g_autoptr (SdmAid) aid = NULL;

  if (bytes != NULL)
    aid = sdm_aid_new_from_bytes (bytes, sdm_consultation_get_aid_id (resume->consultation), &error);
  if (aid == NULL)
    tell_not_opened (resume, error);
  else if (resume->window->context != NULL && may_change_approval (resume->consultation))
    sdm_window_open_approved (resume->window, resume->consultation, aid, resume->step, FALSE);
  else if (resume->window->context != NULL)
    sdm_window_show_consultation (resume->window, resume->consultation, resume->amended, aid, resume->step);
}

static void
find_aid (Resume *owned)
{
  g_autoptr (Resume) resume = owned;
  SdmRecordStore *store = resume->store;
  const char     *sha256 = sdm_consultation_get_aid_sha256 (resume->consultation);

  if (resume->window->context == NULL)
    return;
  if (sdm_consultation_is_blank (resume->consultation))
    sdm_window_show_consultation (resume->window, resume->consultation, resume->amended, NULL, resume->step);
  else
    sdm_record_store_get_aid_async (store, sha256 != NULL ? sha256 : "", NULL, aid_loaded_cb, g_steal_pointer (&resume));
}

static void
amended_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Resume) resume = user_data;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  if (sdm_record_store_load_version_finish (SDM_RECORD_STORE (source), result, &head, &body, &error))
    resume->amended = sdm_consultation_new_from_bytes (body, head->id, &error);
  if (resume->amended == NULL)
    tell_not_opened (resume, error);
  else
    find_aid (g_steal_pointer (&resume));
}

static void
record_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Resume) resume = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  guint amended;

  if (sdm_record_store_load_finish (SDM_RECORD_STORE (source), result, &head, &body, &error))
    resume->consultation = sdm_consultation_new_from_bytes (body, head->id, &error);
  if (resume->consultation == NULL)
    {
      tell_not_opened (resume, error);
      return;
    }

  sdm_held_texts_give (resume->consultation, head->held);
  if (!sdm_step_from_id (head->step, &resume->step))
    resume->step = SDM_STEP_START;
  amended = sdm_consultation_get_amended (resume->consultation);
  if (amended > 0)
    sdm_record_store_load_version_async (SDM_RECORD_STORE (source), head->id, amended, NULL, amended_loaded_cb, g_steal_pointer (&resume));
  else
    find_aid (g_steal_pointer (&resume));
}

/**
 * sdm_window_resume:
 * @kind: in which store
 * @id: a consultation in it
 *
 * Opens it where it was left, with the aid as it was shown then: the draft, where there is one, or else
 * the record that it became.
 */
void
sdm_window_resume (SdmWindow         *self,
                   SdmRecordStoreKind kind,
                   const char        *id)
{
  SdmRecordStore *store = sdm_context_get_store (self->context, kind);

  sdm_record_store_load_async (store, id, NULL, record_loaded_cb, new_resume (self, store));
}

/**
 * sdm_window_open_kept:
 * @consultation: a version of a record, or an amendment of one
 * @amended: (nullable): the version that it amends
 * @step: the page to begin with
 *
 * Opens it with the aid as it was shown then, which the store has.
 */
void
sdm_window_open_kept (SdmWindow       *self,
                      SdmConsultation *consultation,
                      SdmConsultation *amended,
                      SdmStep          step)
{
  Resume *resume = new_resume (self, sdm_context_get_store (self->context, sdm_session_get_kind (consultation)));

  resume->consultation = g_object_ref (consultation);
  g_set_object (&resume->amended, amended);
  resume->step = step;
  find_aid (resume);
}
