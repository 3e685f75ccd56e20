/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-session.h"

#include "sdm-aid-blank.h"
#include "sdm-consultation-amend.h"
#include "sdm-consultation-blank.h"
#include "sdm-consultation-options.h"
#include "sdm-place.h"
#include "sdm-record-heading.h"

/**
 * SdmSession:
 *
 * A consultation that is open in the window, with its aid, its autosaver and
 * the step that is on screen. A blank page for two is an aid like another, made
 * anew when it was asked for after a change. The pages talk to the consultation and ask the
 * session for what concerns the window: another step, a word to the reader,
 * a way to undo. Time counts while somebody tells the session that it passes.
 *
 * ## Signals
 *
 * `said` with a text, and whether it can be undone; `undone` with a place after
 * something there was undone or done again; `show-place` with a place that
 * somebody wants to look at.
 */
struct _SdmSession
{
  GObject parent_instance;

  SdmContext      *context;
  SdmRecordStore  *store; /* of the kind that the consultation is of */
  SdmConsultation *consultation;
  SdmConsultation *amended;     /* nullable: the finished version that this one amends */
  SdmAid          *aid;         /* nullable: of a blank page that has changed */
  GPtrArray       *former_aids; /* of that page: what was lent from one stays where it is */
  SdmAutosaver    *autosaver;
  SdmHistory      *history;
  SdmCase         *example;   /* nullable: the example case it was begun with */
  SdmRehearsal    *rehearsal; /* nullable: the talk with its made-up patient */
  SdmStep          step;
  char            *row; /* owned, nullable: what is looked at in this step */
  gboolean         short_path;
  gint64           spent;    /* microseconds on this step that are not kept yet */
  guint            unsolved; /* a bit for each step where something typed is not kept */
  SdmHeldTexts    *held;
};

G_DEFINE_FINAL_TYPE (SdmSession, sdm_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_STEP = 1,
  PROP_ROW,
  PROP_SHORT_PATH,
} SdmSessionProp;

static GParamSpec *props[PROP_SHORT_PATH + 1];

enum
{
  SIGNAL_SAID,
  SIGNAL_UNDONE,
  SIGNAL_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Helpers */

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

/* The page of the place comes on screen, and what follows from the place is made to agree. */
static void
show_place (SdmSession *self,
            const char *place)
{
  SdmStep step;

  /* A blank page keeps that record with each change of its own. */
  if (!sdm_consultation_is_blank (self->consultation))
    {
      sdm_history_pause (self->history);
      sdm_consultation_keep_options_record (self->consultation, self->aid);
      sdm_history_resume (self->history);
    }
  if (sdm_place_get_step (place, &step))
    sdm_session_go_to (self, step);
  g_signal_emit (self, signals[SIGNAL_UNDONE], 0, place);
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
    case PROP_SHORT_PATH:
      g_value_set_boolean (value, self->short_path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_session_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch ((SdmSessionProp) prop_id)
    {
    case PROP_SHORT_PATH:
      sdm_session_set_short_path (SDM_SESSION (object), g_value_get_boolean (value));
      break;
    case PROP_STEP: /* by sdm_session_go_to() */
    case PROP_ROW:  /* by sdm_session_set_row() */
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
  g_clear_object (&self->rehearsal);
  g_clear_object (&self->example);
  g_clear_object (&self->history);
  g_clear_object (&self->consultation);
  g_clear_object (&self->amended);
  g_clear_object (&self->aid);
  g_clear_pointer (&self->former_aids, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->held, sdm_held_texts_free);

  G_OBJECT_CLASS (sdm_session_parent_class)->dispose (object);
}

static void
sdm_session_class_init (SdmSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sdm_session_dispose;
  object_class->get_property = sdm_session_get_property;
  object_class->set_property = sdm_session_set_property;

  props[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, SDM_N_STEPS - 1, 0,
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ROW] = g_param_spec_string ("row", NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHORT_PATH] = g_param_spec_boolean ("short-path", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
   * @place: where in the consultation something was put back
   *
   * The page on screen, which is the one of @place, shows it again.
   */
  signals[SIGNAL_UNDONE] =
      g_signal_new ("undone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SdmSession::show-place:
   * @place: where in the consultation somebody wants to look
   *
   * The page on screen, which is the one of @place, leads there.
   */
  signals[SIGNAL_PLACE] =
      g_signal_new ("show-place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sdm_session_init (SdmSession *self)
{
  self->former_aids = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Public API */

/**
 * sdm_session_get_kind:
 *
 * Returns: in which store @consultation is kept
 */
SdmRecordStoreKind
sdm_session_get_kind (SdmConsultation *consultation)
{
  return sdm_consultation_is_practice (consultation) ? SDM_RECORD_STORE_PRACTICE : SDM_RECORD_STORE_REAL;
}

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
  self->history = sdm_history_new (consultation);
  self->short_path = sdm_consultation_is_on_short_path (consultation);
  self->held = sdm_held_texts_new (consultation);
  for (SdmStep step = 0; step < SDM_N_STEPS; step++)
    if (sdm_held_texts_has (self->held, step))
      self->unsolved |= 1u << step;
  self->store = g_object_ref (sdm_context_get_store (context, sdm_session_get_kind (consultation)));
  self->autosaver = sdm_autosaver_new (self->store, make_head_cb, self, NULL);
  sdm_consultation_set_clock (consultation, sdm_context_get_clock (context));
  g_signal_connect_swapped (consultation, "changed", G_CALLBACK (consultation_changed_cb), self);

  return self;
}

SdmContext *
sdm_session_get_context (SdmSession *self)
{
  return self->context;
}

/**
 * sdm_session_get_store:
 *
 * Returns: (transfer none): where the consultation is kept
 */
SdmRecordStore *
sdm_session_get_store (SdmSession *self)
{
  return self->store;
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

/**
 * sdm_session_get_history:
 *
 * Returns: (transfer none): what was typed and moved since the session began
 */
SdmHistory *
sdm_session_get_history (SdmSession *self)
{
  return self->history;
}

/**
 * sdm_session_get_example:
 *
 * Returns: (transfer none) (nullable): the example case, where it is known
 */
SdmCase *
sdm_session_get_example (SdmSession *self)
{
  return self->example;
}

void
sdm_session_set_example (SdmSession *self,
                         SdmCase    *example)
{
  g_set_object (&self->example, example);
}

/**
 * sdm_session_get_rehearsal:
 *
 * Returns: (transfer none) (nullable): the talk with a made-up patient, of a practice consultation
 */
SdmRehearsal *
sdm_session_get_rehearsal (SdmSession *self)
{
  return self->rehearsal;
}

/**
 * sdm_session_set_rehearsal:
 *
 * Only of a practice consultation: with somebody real there is no made-up talk.
 */
void
sdm_session_set_rehearsal (SdmSession   *self,
                           SdmRehearsal *rehearsal)
{
  g_return_if_fail (rehearsal == NULL || sdm_consultation_is_practice (self->consultation));

  g_set_object (&self->rehearsal, rehearsal);
}

/**
 * sdm_session_get_amended:
 *
 * Returns: (transfer none) (nullable): the finished version that the consultation amends
 */
SdmConsultation *
sdm_session_get_amended (SdmSession *self)
{
  return self->amended;
}

/**
 * sdm_session_set_amended:
 * @amended: (nullable): the finished version that the consultation amends
 */
void
sdm_session_set_amended (SdmSession      *self,
                         SdmConsultation *amended)
{
  g_set_object (&self->amended, amended);
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

/* Path */

gboolean
sdm_session_get_short_path (SdmSession *self)
{
  return self->short_path;
}

/**
 * sdm_session_set_short_path:
 * @short_path: whether to go the two-minute path from here on
 */
void
sdm_session_set_short_path (SdmSession *self,
                            gboolean    short_path)
{
  g_return_if_fail (SDM_IS_SESSION (self));

  if (self->short_path == short_path)
    return;
  self->short_path = short_path;
  if (!sdm_session_is_read_only (self))
    sdm_consultation_set_short_path (self->consultation, short_path);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHORT_PATH]);
}

/**
 * sdm_session_go_to:
 *
 * Goes to another step. The one that is left counts as done where something was
 * said there, and the time spent there is added to it.
 */
void
sdm_session_go_to (SdmSession *self,
                   SdmStep     step)
{
  g_return_if_fail (SDM_IS_SESSION (self));

  if (self->step == step)
    return;

  sdm_session_keep_time (self);
  if (!sdm_session_is_read_only (self))
    sdm_consultation_leave_step (self->consultation, self->step);
  sdm_history_end_typing (self->history);
  self->step = step;
  g_clear_pointer (&self->row, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
}

/* Time */

/**
 * sdm_session_spend:
 * @microseconds: that somebody spent on the step on screen
 */
void
sdm_session_spend (SdmSession *self,
                   gint64      microseconds)
{
  g_return_if_fail (SDM_IS_SESSION (self));

  self->spent += microseconds;
}

/**
 * sdm_session_get_seconds:
 *
 * Returns: how long the two of them have been at it, this time and before
 */
guint
sdm_session_get_seconds (SdmSession *self)
{
  return sdm_consultation_count_seconds (self->consultation) + (guint) (self->spent / G_USEC_PER_SEC);
}

/**
 * sdm_session_keep_time:
 *
 * Puts the time spent on the step on screen into the consultation. What is less
 * than a second is spent on the step that comes next.
 */
void
sdm_session_keep_time (SdmSession *self)
{
  const guint seconds = (guint) (self->spent / G_USEC_PER_SEC);

  self->spent -= seconds * G_USEC_PER_SEC;
  if (!sdm_session_is_read_only (self))
    sdm_consultation_add_step_seconds (self->consultation, self->step, seconds);
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
 *
 * Shows @text for a moment with a way to undo it, which is what was done last.
 */
void
sdm_session_offer_undo (SdmSession *self,
                        const char *text)
{
  sdm_history_end_typing (self->history);
  g_signal_emit (self, signals[SIGNAL_SAID], 0, text, TRUE);
}

/**
 * sdm_session_show_place:
 * @place: a place of the consultation
 *
 * Goes to the step in which somebody typed what stands there, and shows the field.
 */
void
sdm_session_show_place (SdmSession *self,
                        const char *place)
{
  SdmStep step;

  g_return_if_fail (SDM_IS_SESSION (self));

  if (!sdm_place_get_step (place, &step))
    return;
  sdm_session_go_to (self, step);
  g_signal_emit (self, signals[SIGNAL_PLACE], 0, place);
}

/**
 * sdm_session_undo:
 *
 * Undoes what was done last, if there is anything, and shows where that was.
 */
void
sdm_session_undo (SdmSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = sdm_history_undo (self->history, &error);

  if (place != NULL)
    show_place (self, place);
  else if (error != NULL)
    sdm_session_say (self, error->message);
}

/**
 * sdm_session_redo:
 *
 * Does again what was undone last, and shows where that was.
 */
void
sdm_session_redo (SdmSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = sdm_history_redo (self->history, &error);

  if (place != NULL)
    show_place (self, place);
  else if (error != NULL)
    sdm_session_say (self, error->message);
}

/**
 * sdm_session_finalise_amendment:
 * @reason: why the record is amended
 *
 * Makes the amendment final, by whoever is signed in; while practising, by who saw the person.
 */
gboolean
sdm_session_finalise_amendment (SdmSession *self,
                                const char *reason,
                                GError    **error)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);
  const gboolean         is_practice = sdm_consultation_is_practice (self->consultation);

  return sdm_consultation_finalise_amendment (self->consultation, person != NULL && !is_practice ? person->name : NULL,
                                              person != NULL && !is_practice ? person->role : NULL, reason, error);
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
  SdmRecordHead *head = sdm_record_head_new_for_consultation (self->consultation);

  head->step = g_strdup (sdm_step_get_id (self->step));
  if (!sdm_session_is_read_only (self))
    head->held = sdm_held_texts_to_text (self->held);
  *body = sdm_consultation_to_bytes (self->consultation);

  return head;
}

/**
 * sdm_session_get_held:
 *
 * Returns: (transfer none): what was typed and does not fit; it is kept with what is saved next
 */
SdmHeldTexts *
sdm_session_get_held (SdmSession *self)
{
  g_return_val_if_fail (SDM_IS_SESSION (self), NULL);

  return self->held;
}

/**
 * sdm_session_is_unsolved:
 *
 * Returns: whether something that was typed on the page of @step was not kept when it was last left
 */
gboolean
sdm_session_is_unsolved (SdmSession *self,
                         SdmStep     step)
{
  g_return_val_if_fail (SDM_IS_SESSION (self), FALSE);

  return (self->unsolved & (1u << step)) != 0;
}

/**
 * sdm_session_set_unsolved:
 *
 * Notes whether something that was typed on the page of @step is not kept.
 */
void
sdm_session_set_unsolved (SdmSession *self,
                          SdmStep     step,
                          gboolean    unsolved)
{
  g_return_if_fail (SDM_IS_SESSION (self));

  if (unsolved)
    self->unsolved |= 1u << step;
  else
    self->unsolved &= ~(1u << step);
}
