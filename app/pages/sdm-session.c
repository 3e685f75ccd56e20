/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-session.h"

#include "sdm-aid-blank.h"
#include "sdm-consultation-blank.h"

/**
 * SdmSession:
 *
 * A consultation that is open in the window, with its aid, its autosaver and
 * the step that is on screen. A blank page for two is an aid like another, made
 * anew when it was asked for after a change. The pages talk to the consultation and ask the
 * session for what concerns the window: another step, a word to the reader,
 * a way to undo.
 *
 * ## Signals
 *
 * `said` with a text, and whether it can be undone; `undone` after an undo.
 */
struct _SdmSession
{
  GObject parent_instance;

  SdmContext      *context;
  SdmConsultation *consultation;
  SdmAid          *aid;         /* nullable: of a blank page that has changed */
  GPtrArray       *former_aids; /* of that page: what was lent from one stays where it is */
  SdmAutosaver    *autosaver;
  SdmStep          step;
  gint64           step_since; /* monotonic microseconds */
  char            *row;        /* owned, nullable: what is looked at in this step */

  SdmUndoFunc    undo; /* nullable: there is nothing to undo */
  gpointer       undo_data;
  GDestroyNotify undo_free;
};

G_DEFINE_FINAL_TYPE (SdmSession, sdm_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_STEP = 1,
  PROP_ROW,
} SdmSessionProp;

static GParamSpec *props[PROP_ROW + 1];

enum
{
  SIGNAL_SAID,
  SIGNAL_UNDONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Helpers */

static gint64
read_instant (const char *instant)
{
  g_autoptr (GDateTime) time = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

static void
forget_undo (SdmSession *self)
{
  if (self->undo != NULL && self->undo_free != NULL)
    self->undo_free (self->undo_data);
  self->undo = NULL;
}

/* What stood at one place of the consultation. */
typedef struct
{
  char   *path;
  json_t *value;
} Before;

static void
free_before (gpointer data)
{
  Before *before = data;

  g_free (before->path);
  json_decref (before->value);
  g_free (before);
}

static gboolean
put_before (SdmSession *self,
            gpointer    data,
            GError    **error)
{
  Before *before = data;

  return sdm_consultation_take_value (self->consultation, before->path, json_incref (before->value), error);
}

static SdmRecordHead *
make_head_cb (GBytes **body,
              gpointer user_data)
{
  return sdm_session_make_head (user_data, body);
}

/* Callbacks */

static void
consultation_changed_cb (SdmSession *self,
                         const char *path)
{
  if (self->aid != NULL && sdm_aid_is_blank (self->aid) && (*path == '\0' || g_str_has_prefix (path, "blank")))
    g_ptr_array_add (self->former_aids, g_steal_pointer (&self->aid));
  if (!sdm_session_is_read_only (self))
    sdm_autosaver_touch (self->autosaver);
}

/* GObject */

static void
sdm_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SdmSession *self = SDM_SESSION (object);

  switch ((SdmSessionProp) prop_id)
    {
    case PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    case PROP_ROW:
      g_value_set_string (value, self->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_session_dispose (GObject *object)
{
  SdmSession *self = SDM_SESSION (object);

  if (self->consultation != NULL)
    g_signal_handlers_disconnect_by_data (self->consultation, self);
  g_clear_object (&self->autosaver);
  g_clear_object (&self->consultation);
  g_clear_object (&self->aid);
  g_clear_pointer (&self->former_aids, g_ptr_array_unref);
  g_clear_object (&self->context);
  forget_undo (self);
  g_clear_pointer (&self->row, g_free);

  G_OBJECT_CLASS (sdm_session_parent_class)->dispose (object);
}

static void
sdm_session_class_init (SdmSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sdm_session_dispose;
  object_class->get_property = sdm_session_get_property;

  props[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, SDM_N_STEPS - 1, 0,
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ROW] = g_param_spec_string ("row", NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * SdmSession::said:
   * @text: what to show for a moment
   * @can_undo: whether to offer Undo with it
   */
  signals[SIGNAL_SAID] =
      g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * SdmSession::undone:
   *
   * Something was put back; the page on screen shows it again.
   */
  signals[SIGNAL_UNDONE] =
      g_signal_new ("undone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_session_init (SdmSession *self)
{
  self->step_since = g_get_monotonic_time ();
  self->former_aids = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Public API */

/**
 * sdm_session_new:
 * @consultation: what is open
 * @aid: (nullable): the decision aid it names; %NULL for a blank page for two
 *
 * Returns: (transfer full): a session that saves each change of @consultation
 */
SdmSession *
sdm_session_new (SdmContext      *context,
                 SdmConsultation *consultation,
                 SdmAid          *aid)
{
  SdmSession *self = g_object_new (SDM_TYPE_SESSION, NULL);

  self->context = g_object_ref (context);
  self->consultation = g_object_ref (consultation);
  if (aid != NULL)
    self->aid = g_object_ref (aid);
  self->autosaver = sdm_autosaver_new (sdm_context_get_store (context), make_head_cb, self, NULL);
  sdm_consultation_set_clock (consultation, sdm_context_get_clock (context));
  g_signal_connect_swapped (consultation, "changed", G_CALLBACK (consultation_changed_cb), self);

  return self;
}

SdmContext *
sdm_session_get_context (SdmSession *self)
{
  return self->context;
}

SdmConsultation *
sdm_session_get_consultation (SdmSession *self)
{
  return self->consultation;
}

/**
 * sdm_session_get_aid:
 *
 * Returns: (transfer none): the decision aid, or the blank page for two as it is now;
 *   what belongs to it lasts as long as the session
 */
SdmAid *
sdm_session_get_aid (SdmSession *self)
{
  if (self->aid == NULL)
    self->aid = sdm_aid_new_for_blank (sdm_consultation_peek (self->consultation, "blank"),
                                       sdm_consultation_get_text (self->consultation, "language"));

  return self->aid;
}

SdmAutosaver *
sdm_session_get_autosaver (SdmSession *self)
{
  return self->autosaver;
}

SdmStep
sdm_session_get_step (SdmSession *self)
{
  return self->step;
}

/**
 * sdm_session_is_read_only:
 *
 * Returns: whether the consultation is final and can only be read and printed
 */
gboolean
sdm_session_is_read_only (SdmSession *self)
{
  return sdm_consultation_is_final (self->consultation);
}

/**
 * sdm_session_go_to:
 *
 * Goes to another step. The one that is left counts as done, and the time spent
 * there is added to it.
 */
void
sdm_session_go_to (SdmSession *self,
                   SdmStep     step)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (SDM_IS_SESSION (self));

  if (self->step == step)
    return;

  if (!sdm_session_is_read_only (self))
    {
      sdm_consultation_add_step_seconds (self->consultation, self->step,
                                         (guint) ((now - self->step_since) / G_USEC_PER_SEC));
      sdm_consultation_set_step_state (self->consultation, self->step, "done");
    }
  self->step = step;
  self->step_since = now;
  g_clear_pointer (&self->row, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
}

/**
 * sdm_session_get_row:
 *
 * Returns: (nullable): what is looked at in this step
 */
const char *
sdm_session_get_row (SdmSession *self)
{
  return self->row;
}

/**
 * sdm_session_set_row:
 * @row: (nullable): the id of a question, an outcome, or the place of a statement
 *
 * Says what of the page is looked at, for a second screen that follows. Another
 * step starts without one.
 */
void
sdm_session_set_row (SdmSession *self,
                     const char *row)
{
  if (g_strcmp0 (self->row, row) == 0)
    return;

  g_free (self->row);
  self->row = g_strdup (row);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}

/**
 * sdm_session_say:
 *
 * Shows @text for a moment.
 */
void
sdm_session_say (SdmSession *self,
                 const char *text)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, text, FALSE);
}

/**
 * sdm_session_offer_undo:
 * @text: what was taken away, such as "Step taken out"
 * @path: where it stood in the consultation
 * @before: (transfer full): the value that stood there before the change
 *
 * Shows @text for a moment with a way to put @before back.
 */
void
sdm_session_offer_undo (SdmSession *self,
                        const char *text,
                        const char *path,
                        json_t     *before)
{
  Before *kept = g_new0 (Before, 1);

  kept->path = g_strdup (path);
  kept->value = before;
  sdm_session_offer_undo_with (self, text, put_before, kept, free_before);
}

/**
 * sdm_session_offer_undo_with:
 * @text: what was done, such as "Option taken out"
 * @undo: takes it back
 * @data: (transfer full): for @undo
 * @free_data: (nullable): lets go of @data
 *
 * Shows @text for a moment with a way to call @undo, where one value is not enough.
 */
void
sdm_session_offer_undo_with (SdmSession    *self,
                             const char    *text,
                             SdmUndoFunc    undo,
                             gpointer       data,
                             GDestroyNotify free_data)
{
  forget_undo (self);
  self->undo = undo;
  self->undo_data = data;
  self->undo_free = free_data;
  g_signal_emit (self, signals[SIGNAL_SAID], 0, text, TRUE);
}

/**
 * sdm_session_undo:
 *
 * Takes back what was last done, if there is anything.
 */
void
sdm_session_undo (SdmSession *self)
{
  const SdmUndoFunc    undo = self->undo;
  gpointer             data = self->undo_data;
  const GDestroyNotify free_data = self->undo_free;
  g_autoptr (GError) error = NULL;

  if (undo == NULL)
    return;
  self->undo = NULL;
  if (!undo (self, data, &error))
    sdm_session_say (self, error->message);
  else
    g_signal_emit (self, signals[SIGNAL_UNDONE], 0);
  if (free_data != NULL)
    free_data (data);
}

/**
 * sdm_session_make_head:
 * @body: (out) (transfer full): the document as it is now
 *
 * Returns: (transfer full): what a list shows of it
 */
SdmRecordHead *
sdm_session_make_head (SdmSession *self,
                       GBytes    **body)
{
  SdmRecordHead *head = sdm_record_head_new (sdm_consultation_get_id (self->consultation),
                                             sdm_consultation_get_text (self->consultation, "kind"),
                                             sdm_consultation_get_text (self->consultation, "status"));

  head->aid_id = g_strdup (sdm_consultation_get_aid_id (self->consultation));
  head->aid_sha256 = g_strdup (sdm_consultation_get_aid_sha256 (self->consultation));
  head->patient = sdm_consultation_dup_patient_name (self->consultation);
  head->step = g_strdup (sdm_step_get_id (self->step));
  head->created = read_instant (sdm_consultation_get_text (self->consultation, "created"));
  head->changed = read_instant (sdm_consultation_get_text (self->consultation, "changed"));
  *body = sdm_consultation_to_bytes (self->consultation);

  return head;
}
