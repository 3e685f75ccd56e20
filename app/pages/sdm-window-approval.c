/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-record-approval.h"

/* A consultation with somebody real begins, or goes on, with what the practice says of its decision aid. */

#define APPROVAL "aid/approval"

typedef struct
{
  SdmWindow       *window;
  SdmConsultation *consultation;
  SdmAid          *aid;
  SdmStep          step;
  gboolean         is_new;
} Opening;

static void
free_opening (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->consultation);
  g_object_unref (opening->aid);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, free_opening)

/* What the letter and the caution say of the aid is what was true when the talk was last opened. */
static void
note_approval (SdmConsultation       *consultation,
               SdmRecordApprovalState state)
{
  const char *approval = state == SDM_RECORD_APPROVED ? "approved" : "draft";
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (sdm_consultation_get_text (consultation, APPROVAL), approval) != 0 &&
      !sdm_consultation_set_text (consultation, APPROVAL, approval, &error))
    g_warning ("Approval of an aid: %s", error->message);
}

/* What was shown before goes on as it was; nothing new begins with an aid that was exchanged. */
static void
open_with (Opening               *opening,
           SdmRecordApprovalState state)
{
  if (opening->is_new && state == SDM_RECORD_CHANGED_SINCE)
    {
      sdm_window_show_problem (opening->window, _ ("This aid was changed"),
                                                   _ ("Two people here signed this version, and its file is not the same any more, so nothing was begun. Put the file back that they signed, or let two people sign it as it is now: “Looking after the records” leads there."));
      return;
    }
  note_approval (opening->consultation, state);
  sdm_window_show_consultation (opening->window, opening->consultation, NULL, opening->aid, opening->step);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) approvals = sdm_record_store_list_approvals_finish (SDM_RECORD_STORE (source), result, &error);

  if (opening->window->context == NULL || sdm_context_get_person (opening->window->context) == NULL)
    return;
  if (approvals == NULL)
    sdm_window_show_problem (opening->window, _ ("This could not be opened"), error->message);
  else
    open_with (opening, sdm_record_approvals_judge (approvals, sdm_aid_get_id (opening->aid), sdm_aid_get_version (opening->aid),
                                                    sdm_aid_get_sha256 (opening->aid), NULL));
}

/**
 * sdm_window_open_approved:
 * @consultation: with somebody real, that is not finished
 * @aid: what there is to decide
 * @is_new: whether it begins now
 *
 * Shows it once it is known how the aid stands in the practice. Refuses to begin with one that was
 * changed after two people had signed it.
 */
void
sdm_window_open_approved (SdmWindow       *self,
                          SdmConsultation *consultation,
                          SdmAid          *aid,
                          SdmStep          step,
                          gboolean         is_new)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->consultation = g_object_ref (consultation);
  opening->aid = g_object_ref (aid);
  opening->step = step;
  opening->is_new = is_new;
  sdm_record_store_list_approvals_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), NULL, listed_cb, opening);
}
