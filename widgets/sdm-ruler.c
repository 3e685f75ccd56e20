/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-ruler.h"

#include <glib/gi18n.h>

#include "sdm-ruler-private.h"
#include "sdm-text-layout.h"

/**
 * SdmRuler:
 *
 * A line from 0 to 10 on which a person says how much. There is no default:
 * until it is touched it has no knob and says "not said yet". A second
 * person's guess can stand above the line as a hollow triangle.
 *
 * Click or drag anywhere on the line; keys 0 to 9, t for ten, arrows, Home and
 * End; Delete takes the answer back. `changed` comes after the person changed
 * the answer, `notify::value` after every change.
 *
 * ## Accessibility
 *
 * The ruler is a `group`; the line in it is a slider with a Value interface
 * (-1 while nothing was said). Both are named after the question; the line's
 * description says the value, the guess and what the ends mean in words.
 */
struct _SdmRuler
{
  GtkWidget parent_instance;

  char    *question;   /* owned, nullable */
  char    *low_label;  /* owned, nullable */
  char    *high_label; /* owned, nullable */
  int      value;
  int      guess;
  gboolean is_setting; /* the program sets the value, not the person */

  GtkWidget *grid;
  GtkWidget *track;
  GtkWidget *number_stack;
  GtkWidget *number;
  GtkWidget *ends;
  GtkWidget *low;
  GtkWidget *high;
};

G_DEFINE_FINAL_TYPE (SdmRuler, sdm_ruler, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_VALUE = 1,
  PROP_GUESS,
  PROP_QUESTION,
  PROP_LOW_LABEL,
  PROP_HIGH_LABEL,
} SdmRulerProp;

static GParamSpec *props[PROP_HIGH_LABEL + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Helpers */

static char *
dup_description (SdmRuler *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value_text = sdm_ruler_dup_value_text (self);

  g_string_append (text, value_text);
  if (self->guess != SDM_RULER_NOT_SAID)
    {
      g_string_append (text, ". ");
      /* Translators: "Guess: 6 out of 10"; what another person thought this one would say. */
      g_string_append_printf (text, _("Guess: %d out of 10"), self->guess);
    }
  if (self->low_label != NULL && self->high_label != NULL)
    {
      g_string_append (text, ". ");
      /* Translators: "0: not for me. 10: right for me" */
      g_string_append_printf (text, _("0: %s. 10: %s"), self->low_label, self->high_label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_accessible (SdmRuler *self)
{
  g_autofree char *value_text = sdm_ruler_dup_value_text (self);
  g_autofree char *description = dup_description (self);
  /* Translators: the name of a 0 to 10 line before it was given its question. */
  const char *label = self->question != NULL ? self->question : _("How much, from 0 to 10");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->track),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value_text, -1);
}

static void
update_number (SdmRuler *self)
{
  const gboolean   is_said = self->value != SDM_RULER_NOT_SAID;
  g_autofree char *number = g_strdup_printf ("%d", self->value);

  gtk_label_set_label (GTK_LABEL (self->number), is_said ? number : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->number_stack), is_said ? "said" : "not-said");
}

/* One of the labels beside and under the line; the line's description says
 * the same, so they are not read out a second time.
 */
static GtkWidget *
new_quiet_label (const char *text,
                 const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "wrap", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  sdm_text_layout_use (label);

  return label;
}

/* "0 not for me", or nothing */
static void
show_end_label (GtkWidget  *label,
                int         number,
                const char *words)
{
  g_autofree char *text = NULL;

  if (words != NULL)
    /* Translators: the end of a line from 0 to 10: "0 not for me", "10 right for me" */
    text = g_strdup_printf (_("%d %s"), number, words);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
}

/* Callbacks */

static void
value_changed_cb (SdmRuler *self)
{
  const int value = sdm_ruler_track_get_value (SDM_RULER_TRACK (self->track));

  /* Assistive technology may set a value between two ticks. */
  if (ABS (gtk_range_get_value (GTK_RANGE (self->track)) - value) > 0.001)
    {
      sdm_ruler_track_set_value (SDM_RULER_TRACK (self->track), value);
      return;
    }
  if (value == self->value)
    return;

  self->value = value;
  update_number (self);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
  if (!self->is_setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* GtkWidget */

static gboolean
sdm_ruler_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SDM_RULER (widget)->track);
}

/* The line is all there is to focus; without this, Shift+Tab would find the
 * ruler behind its own line again and never leave.
 */
static gboolean
sdm_ruler_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  return gtk_widget_child_focus (SDM_RULER (widget)->track, direction);
}

/* GObject */

static void
sdm_ruler_dispose (GObject *object)
{
  SdmRuler *self = SDM_RULER (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_ruler_parent_class)->dispose (object);
}

static void
sdm_ruler_finalize (GObject *object)
{
  SdmRuler *self = SDM_RULER (object);

  g_free (self->question);
  g_free (self->low_label);
  g_free (self->high_label);

  G_OBJECT_CLASS (sdm_ruler_parent_class)->finalize (object);
}

static void
sdm_ruler_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  SdmRuler *self = SDM_RULER (object);

  switch ((SdmRulerProp) prop_id)
    {
    case PROP_VALUE:
      g_value_set_int (value, self->value);
      break;
    case PROP_GUESS:
      g_value_set_int (value, self->guess);
      break;
    case PROP_QUESTION:
      g_value_set_string (value, self->question);
      break;
    case PROP_LOW_LABEL:
      g_value_set_string (value, self->low_label);
      break;
    case PROP_HIGH_LABEL:
      g_value_set_string (value, self->high_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_ruler_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  SdmRuler *self = SDM_RULER (object);

  switch ((SdmRulerProp) prop_id)
    {
    case PROP_VALUE:
      sdm_ruler_set_value (self, g_value_get_int (value));
      break;
    case PROP_GUESS:
      sdm_ruler_set_guess (self, g_value_get_int (value));
      break;
    case PROP_QUESTION:
      sdm_ruler_set_question (self, g_value_get_string (value));
      break;
    case PROP_LOW_LABEL:
      sdm_ruler_set_end_labels (self, g_value_get_string (value), self->high_label);
      break;
    case PROP_HIGH_LABEL:
      sdm_ruler_set_end_labels (self, self->low_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_ruler_class_init (SdmRulerClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_ruler_dispose;
  object_class->finalize = sdm_ruler_finalize;
  object_class->get_property = sdm_ruler_get_property;
  object_class->set_property = sdm_ruler_set_property;

  widget_class->grab_focus = sdm_ruler_grab_focus;
  widget_class->focus = sdm_ruler_focus;

  props[PROP_VALUE] =
      g_param_spec_int ("value", NULL, NULL, SDM_RULER_NOT_SAID, SDM_RULER_MAX, SDM_RULER_NOT_SAID, flags);
  props[PROP_GUESS] =
      g_param_spec_int ("guess", NULL, NULL, SDM_RULER_NOT_SAID, SDM_RULER_MAX, SDM_RULER_NOT_SAID, flags);
  props[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, NULL, flags);
  props[PROP_LOW_LABEL] = g_param_spec_string ("low-label", NULL, NULL, NULL, flags);
  props[PROP_HIGH_LABEL] = g_param_spec_string ("high-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * SdmRuler::changed:
   *
   * The person said another value, or took it back; never after
   * sdm_ruler_set_value().
   */
  signals[CHANGED] = g_signal_new ("changed", SDM_TYPE_RULER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
build_number (SdmRuler *self)
{
  /* Translators: beside a 0 to 10 line on which the person has not yet put an answer. */
  GtkWidget *not_said = new_quiet_label (_("not said yet"), "caption");

  /* Both have the same room, so nothing moves when the first answer comes. */
  self->number_stack = gtk_stack_new ();
  self->number = new_quiet_label ("", "figure");
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_label_set_xalign (GTK_LABEL (not_said), 1);
  gtk_label_set_justify (GTK_LABEL (not_said), GTK_JUSTIFY_RIGHT);
  gtk_label_set_width_chars (GTK_LABEL (not_said), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (not_said), 8);
  gtk_stack_add_named (GTK_STACK (self->number_stack), not_said, "not-said");
  gtk_stack_add_named (GTK_STACK (self->number_stack), self->number, "said");
}

static void
sdm_ruler_init (SdmRuler *self)
{
  self->value = SDM_RULER_NOT_SAID;
  self->guess = SDM_RULER_NOT_SAID;

  self->track = sdm_ruler_track_new ();
  gtk_widget_set_hexpand (self->track, TRUE);
  g_signal_connect_object (self->track, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);

  build_number (self);

  self->low = new_quiet_label ("", "caption");
  self->high = new_quiet_label ("", "caption");
  gtk_label_set_xalign (GTK_LABEL (self->low), 0);
  gtk_label_set_xalign (GTK_LABEL (self->high), 1);
  gtk_label_set_justify (GTK_LABEL (self->high), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (self->low, TRUE);
  self->ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (self->ends), self->low);
  gtk_box_append (GTK_BOX (self->ends), self->high);
  gtk_widget_set_visible (self->ends, FALSE);
  gtk_widget_set_margin_start (self->ends, SDM_RULER_LINE_MARGIN);
  gtk_widget_set_margin_end (self->ends, SDM_RULER_LINE_MARGIN);

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_attach (GTK_GRID (self->grid), self->track, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->number_stack, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->ends, 0, 1, 1, 1);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  update_accessible (self);
}

/* Shared inside this folder */

SdmRulerTrack *
sdm_ruler_get_track (SdmRuler *self)
{
  return SDM_RULER_TRACK (self->track);
}

/* Public API */

/**
 * sdm_ruler_new:
 *
 * Returns: (transfer floating): a ruler on which nothing was said yet
 */
GtkWidget *
sdm_ruler_new (void)
{
  return g_object_new (SDM_TYPE_RULER, NULL);
}

/**
 * sdm_ruler_get_value:
 *
 * Returns: 0 to 10, or %SDM_RULER_NOT_SAID
 */
int
sdm_ruler_get_value (SdmRuler *self)
{
  g_return_val_if_fail (SDM_IS_RULER (self), SDM_RULER_NOT_SAID);

  return self->value;
}

/**
 * sdm_ruler_set_value:
 * @value: 0 to 10, or %SDM_RULER_NOT_SAID
 *
 * Shows an answer that is already known. Does not emit `changed`.
 */
void
sdm_ruler_set_value (SdmRuler *self,
                     int       value)
{
  g_return_if_fail (SDM_IS_RULER (self));
  g_return_if_fail (value >= SDM_RULER_NOT_SAID && value <= SDM_RULER_MAX);

  self->is_setting = TRUE;
  sdm_ruler_track_set_value (SDM_RULER_TRACK (self->track), value);
  self->is_setting = FALSE;
}

/**
 * sdm_ruler_get_guess:
 *
 * Returns: what another person thought, or %SDM_RULER_NOT_SAID
 */
int
sdm_ruler_get_guess (SdmRuler *self)
{
  g_return_val_if_fail (SDM_IS_RULER (self), SDM_RULER_NOT_SAID);

  return self->guess;
}

/**
 * sdm_ruler_set_guess:
 * @guess: 0 to 10, or %SDM_RULER_NOT_SAID to show none
 */
void
sdm_ruler_set_guess (SdmRuler *self,
                     int       guess)
{
  g_return_if_fail (SDM_IS_RULER (self));
  g_return_if_fail (guess >= SDM_RULER_NOT_SAID && guess <= SDM_RULER_MAX);

  if (self->guess == guess)
    return;

  self->guess = guess;
  sdm_ruler_track_set_guess (SDM_RULER_TRACK (self->track), guess);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GUESS]);
}

/**
 * sdm_ruler_get_low_label:
 *
 * Returns: (transfer none) (nullable): what 0 means
 */
const char *
sdm_ruler_get_low_label (SdmRuler *self)
{
  g_return_val_if_fail (SDM_IS_RULER (self), NULL);

  return self->low_label;
}

/**
 * sdm_ruler_get_high_label:
 *
 * Returns: (transfer none) (nullable): what 10 means
 */
const char *
sdm_ruler_get_high_label (SdmRuler *self)
{
  g_return_val_if_fail (SDM_IS_RULER (self), NULL);

  return self->high_label;
}

/**
 * sdm_ruler_set_end_labels:
 * @low: (nullable): what 0 means, as "not for me"
 * @high: (nullable): what 10 means, as "right for me"
 *
 * Shows both ends in words under the line, with their numbers.
 */
void
sdm_ruler_set_end_labels (SdmRuler   *self,
                          const char *low,
                          const char *high)
{
  gboolean low_differs;
  gboolean high_differs;

  g_return_if_fail (SDM_IS_RULER (self));

  low_differs = g_strcmp0 (self->low_label, low) != 0;
  high_differs = g_strcmp0 (self->high_label, high) != 0;
  if (!low_differs && !high_differs)
    return;

  if (low_differs)
    {
      g_free (self->low_label);
      self->low_label = g_strdup (low);
    }
  if (high_differs)
    {
      g_free (self->high_label);
      self->high_label = g_strdup (high);
    }
  show_end_label (self->low, 0, self->low_label);
  show_end_label (self->high, SDM_RULER_MAX, self->high_label);
  gtk_widget_set_visible (self->ends, self->low_label != NULL || self->high_label != NULL);
  update_accessible (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (low_differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOW_LABEL]);
  if (high_differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIGH_LABEL]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * sdm_ruler_get_question:
 *
 * Returns: (transfer none) (nullable): what the ruler asks
 */
const char *
sdm_ruler_get_question (SdmRuler *self)
{
  g_return_val_if_fail (SDM_IS_RULER (self), NULL);

  return self->question;
}

/**
 * sdm_ruler_set_question:
 * @question: (nullable): what the ruler asks; read out as its name, not shown
 */
void
sdm_ruler_set_question (SdmRuler   *self,
                        const char *question)
{
  g_return_if_fail (SDM_IS_RULER (self));

  if (g_strcmp0 (self->question, question) == 0)
    return;

  g_free (self->question);
  self->question = g_strdup (question);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUESTION]);
}

/**
 * sdm_ruler_dup_value_text:
 *
 * Returns: (transfer full): the answer in words: "8 out of 10" or "Not said yet"
 */
char *
sdm_ruler_dup_value_text (SdmRuler *self)
{
  g_return_val_if_fail (SDM_IS_RULER (self), NULL);

  if (self->value == SDM_RULER_NOT_SAID)
    return g_strdup (_("Not said yet"));

  /* Translators: "8 out of 10" on a line from 0 to 10 */
  return g_strdup_printf (_("%d out of 10"), self->value);
}
