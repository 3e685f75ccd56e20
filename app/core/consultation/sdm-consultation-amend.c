/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-amend.h"

#include <glib/gi18n.h>

#include "sdm-consultation-private.h"
#include "sdm-core-error.h"

static const char *const closings[] = {
  [SDM_CLOSING_ENTERED_IN_ERROR] = "entered-in-error",
  [SDM_CLOSING_WITHDRAWN] = "withdrawn",
};

static json_t *
copy_document (SdmConsultation *self)
{
  return json_deep_copy (sdm_consultation_peek (self, ""));
}

static int
get_version (SdmConsultation *self)
{
  return MAX (sdm_consultation_get_integer (self, "finish/version", 1), 1);
}

/* A reason as it is kept: without what stands around it. NULL with @error set where there is none, or it is too long. */
static char *
read_reason (const char *typed,
             GError    **error)
{
  char *reason = NULL;

  if (!sdm_consultation_read_typed (typed != NULL ? typed : "", "finish/amends/reason", FALSE, &reason, error))
    return NULL;
  if (reason != NULL && *g_strstrip (reason) != '\0')
    return reason;

  g_free (reason);
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, _ ("Say why, in a few words. Nothing was changed."));
  return NULL;
}

/* Amending */

/**
 * sdm_consultation_new_amendment:
 * @finished: the last version of a record that counts
 *
 * Makes a draft of the next version: the same record, in progress again, that names the version
 * it amends. Who finished that and when stays in it until it is finished itself.
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL with @error set
 */
SdmConsultation *
sdm_consultation_new_amendment (SdmConsultation *finished,
                                GError         **error)
{
  g_autoptr (json_t) document = NULL;
  json_t *finish;

  if (g_strcmp0 (sdm_consultation_get_text (finished, "status"), "valid") != 0)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
                           _ ("Only a finished record that counts can be amended."));
      return NULL;
    }

  document = copy_document (finished);
  finish = json_object_get (document, "finish");
  sdm_consultation_drop_default_entry (document);
  json_object_set_new (document, "status", json_string ("in-progress"));
  json_object_set_new (finish, "amends", json_pack ("{s:i}", "version", get_version (finished)));
  json_object_set_new (sdm_json_get (document, "steps/finish"), "state", json_string ("open"));

  return sdm_consultation_new_from_json (document, error);
}

/**
 * sdm_consultation_get_amended:
 *
 * Returns: the number of the version of which this is an amendment that is not finished; 0 for anything else
 */
guint
sdm_consultation_get_amended (SdmConsultation *self)
{
  if (sdm_consultation_is_final (self))
    return 0;

  return (guint) MAX (sdm_consultation_get_integer (self, "finish/amends/version", 0), 0);
}

/**
 * sdm_consultation_finalise_amendment:
 * @name: (nullable): who amends; %NULL for who saw the person
 * @role: (nullable): in which role
 * @reason: why, as somebody typed it
 *
 * Makes an amendment final: the next version, with its reason. It asks for all that
 * sdm_consultation_finalise() asks for.
 *
 * Returns: FALSE with @error set, and nothing changed, without a reason or where something is missing
 */
gboolean
sdm_consultation_finalise_amendment (SdmConsultation *self,
                                     const char      *name,
                                     const char      *role,
                                     const char      *reason,
                                     GError         **error)
{
  g_autofree char *why = read_reason (reason, error);
  g_autoptr (json_t) amends = NULL;

  g_return_val_if_fail (sdm_consultation_get_amended (self) > 0, FALSE);

  if (why == NULL)
    return FALSE;

  amends = json_pack ("{s:i, s:s}", "version", (int) sdm_consultation_get_amended (self), "reason", why);
  return sdm_consultation_finalise_as (self, name, role, amends, error);
}

/* Closing */

/**
 * sdm_consultation_new_closed:
 * @finished: the last version of a record that counts
 * @closing: why it counts no more
 * @name: who says so
 * @reason: in that person's words, as typed
 *
 * Makes the last version of a record: what it says stays, and that it is cancelled, when, by whom and why.
 *
 * Returns: (transfer full) (nullable): the version, or %NULL with @error set
 */
SdmConsultation *
sdm_consultation_new_closed (SdmConsultation *finished,
                             SdmClosing       closing,
                             const char      *name,
                             const char      *reason,
                             GError         **error)
{
  g_autofree char *why = read_reason (reason, error);
  g_autoptr (SdmClock) clock = NULL;
  g_autofree char *now = NULL;
  g_autoptr (json_t) document = NULL;
  json_t *finish;

  g_return_val_if_fail (sdm_consultation_is_final (finished), NULL);

  if (why == NULL)
    return NULL;

  clock = sdm_consultation_get_clock (finished) != NULL ? g_object_ref (sdm_consultation_get_clock (finished)) : sdm_clock_new ();
  now = sdm_clock_dup_instant (clock);
  document = copy_document (finished);
  finish = json_object_get (document, "finish");
  json_object_set_new (document, "status", json_string ("cancelled"));
  json_object_set_new (document, "changed", json_string (now));
  json_object_set_new (finish, "version", json_integer (get_version (finished) + 1));
  json_object_set_new (finish, "closed", json_pack ("{s:s, s:s, s:s, s:s}", "how", closings[closing], "at", now, "by", name, "reason", why));

  return sdm_consultation_new_from_json (document, error);
}

/**
 * sdm_consultation_get_closing:
 * @closing: (out) (optional): why
 *
 * Returns: whether the record counts no more. One that was cancelled elsewhere counts as entered in error.
 */
gboolean
sdm_consultation_get_closing (SdmConsultation *self,
                              SdmClosing      *closing)
{
  const char *how = sdm_consultation_get_text (self, "finish/closed/how");

  if (g_strcmp0 (sdm_consultation_get_text (self, "status"), "cancelled") != 0)
    return FALSE;
  if (closing != NULL)
    *closing = g_strcmp0 (how, closings[SDM_CLOSING_WITHDRAWN]) == 0 ? SDM_CLOSING_WITHDRAWN : SDM_CLOSING_ENTERED_IN_ERROR;

  return TRUE;
}
