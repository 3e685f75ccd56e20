/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-step-rail.h"

#include "sdm-step-private.h"
#include "sdm-steady.h"
#include "sdm-text-layout.h"

#include <glib/gi18n.h>

/**
 * SdmStepRail:
 *
 * The steps of a consultation as stations on a line, and below them one quiet
 * line about what is kept. 212 px wide; 64 px when folded, signs only. Where it is
 * higher than the window it scrolls to the present step.
 *
 * ## Accessibility
 *
 * A `list` named "Steps". Tab comes to the present step, and goes on from
 * there; Up, Down, Home and End move among the steps that can be gone to, and
 * Enter or Space goes.
 */
struct _SdmStepRail
{
  GtkWidget parent_instance;

  GListModel *steps; /* owned, nullable, of SdmStepItem */
  char       *foot;  /* owned, nullable */
  gboolean    folded;
  guint       scroll_id; /* tick callback, 0: none */

  GtkWidget *scroller;   /* owned as child */
  GtkWidget *stations;   /* within scroller */
  GtkWidget *foot_box;   /* owned as child */
  GtkWidget *foot_image; /* within foot_box */
  GtkWidget *foot_label; /* within foot_box */
};

G_DEFINE_FINAL_TYPE (SdmStepRail, sdm_step_rail, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STEPS = 1,
  PROP_FOOT,
  PROP_FOLDED,
} SdmStepRailProp;

static GParamSpec *props[PROP_FOLDED + 1];

typedef enum
{
  SIGNAL_STEP_ACTIVATED,
  N_SIGNALS,
} SdmStepRailSignal;

static guint signals[N_SIGNALS];

static GtkWidget *
find_now (SdmStepRail *self)
{
  for (GtkWidget *step = gtk_widget_get_first_child (self->stations); step != NULL; step = gtk_widget_get_next_sibling (step))
    if (sdm_step_item_get_state (sdm_step_get_item (SDM_STEP (step))) == SDM_STEP_NOW)
      return step;

  return NULL;
}

/* The present step, or the first that can be gone to. */
static GtkWidget *
find_entry (SdmStepRail *self)
{
  GtkWidget *step = find_now (self);

  if (step != NULL && gtk_widget_is_sensitive (step))
    return step;
  for (step = gtk_widget_get_first_child (self->stations); step != NULL; step = gtk_widget_get_next_sibling (step))
    if (gtk_widget_is_sensitive (step))
      return step;

  return NULL;
}

static gboolean
move_focus (SdmStepRail *self,
            GtkWidget   *from,
            gboolean     forward)
{
  for (GtkWidget *step = from; step != NULL;
       step = forward ? gtk_widget_get_next_sibling (step) : gtk_widget_get_prev_sibling (step))
    if (gtk_widget_is_sensitive (step))
      return gtk_widget_grab_focus (step);

  return FALSE;
}

/* Scrolling */

#define ROOM_AROUND 8

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  SdmStepRail    *self = SDM_STEP_RAIL (widget);
  guint          *n_frames = user_data;
  GtkWidget      *now = find_now (self);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t place;

  /* The first frame lays out what has just changed. */
  *n_frames += 1;
  if (*n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (now != NULL && gtk_widget_compute_bounds (now, self->stations, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y - ROOM_AROUND, place.origin.y + place.size.height + ROOM_AROUND);
  self->scroll_id = 0;

  return G_SOURCE_REMOVE;
}

/* When somebody has gone to another step, or there is less room than before. */
static void
scroll_to_now (SdmStepRail *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, g_new0 (guint, 1), g_free);
}

static void
update_foot (SdmStepRail *self)
{
  gtk_widget_set_visible (self->foot_box, self->foot != NULL);
  gtk_widget_set_visible (self->foot_label, !self->folded);
  gtk_label_set_label (GTK_LABEL (self->foot_label), self->foot != NULL ? self->foot : "");
  gtk_widget_set_tooltip_text (self->foot_box, self->folded ? self->foot : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->foot_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->foot != NULL ? self->foot : "", -1);
}

/* Callbacks */

static void
go_cb (SdmStepRail *self,
       SdmStep     *step)
{
  /* The signal's receiver may replace the steps, so the id is held on to. */
  g_autofree char *id = g_strdup (sdm_step_item_get_id (sdm_step_get_item (step)));

  g_signal_emit (self, signals[SIGNAL_STEP_ACTIVATED], 0, id);
}

static void
rebuild_cb (SdmStepRail *self)
{
  const guint n_steps = self->steps != NULL ? g_list_model_get_n_items (self->steps) : 0;
  GtkWidget  *child;

  while ((child = gtk_widget_get_first_child (self->stations)) != NULL)
    gtk_box_remove (GTK_BOX (self->stations), child);

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (SdmStepItem) item = g_list_model_get_item (self->steps, i);
      GtkWidget *step = sdm_step_new (item, i, n_steps);

      sdm_step_set_folded (SDM_STEP (step), self->folded);
      g_signal_connect_object (step, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (item, "notify::state", G_CALLBACK (scroll_to_now), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->stations), step);
    }
}

static gboolean
go_first_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  SdmStepRail *self = SDM_STEP_RAIL (user_data);

  return move_focus (self, gtk_widget_get_first_child (self->stations), TRUE);
}

static gboolean
go_last_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  SdmStepRail *self = SDM_STEP_RAIL (user_data);

  return move_focus (self, gtk_widget_get_last_child (self->stations), FALSE);
}

/* Overrides */

static gboolean
sdm_step_rail_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  SdmStepRail *self = SDM_STEP_RAIL (widget);
  GtkWidget   *now = gtk_widget_get_focus_child (self->stations);
  GtkWidget   *entry;

  if (now != NULL)
    {
      if (direction == GTK_DIR_UP)
        return move_focus (self, gtk_widget_get_prev_sibling (now), FALSE);
      if (direction == GTK_DIR_DOWN)
        return move_focus (self, gtk_widget_get_next_sibling (now), TRUE);
      return FALSE;
    }

  entry = find_entry (self);

  return entry != NULL && gtk_widget_grab_focus (entry);
}

static gboolean
sdm_step_rail_grab_focus (GtkWidget *widget)
{
  GtkWidget *entry = find_entry (SDM_STEP_RAIL (widget));

  return entry != NULL && gtk_widget_grab_focus (entry);
}

static void
sdm_step_rail_dispose (GObject *object)
{
  SdmStepRail *self = SDM_STEP_RAIL (object);

  if (self->steps != NULL)
    g_signal_handlers_disconnect_by_func (self->steps, rebuild_cb, self);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->foot_box, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_step_rail_parent_class)->dispose (object);
}

static void
sdm_step_rail_finalize (GObject *object)
{
  SdmStepRail *self = SDM_STEP_RAIL (object);

  g_clear_pointer (&self->foot, g_free);

  G_OBJECT_CLASS (sdm_step_rail_parent_class)->finalize (object);
}

static void
sdm_step_rail_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SdmStepRail *self = SDM_STEP_RAIL (object);

  switch ((SdmStepRailProp) prop_id)
    {
    case PROP_STEPS:
      g_value_set_object (value, self->steps);
      break;

    case PROP_FOOT:
      g_value_set_string (value, self->foot);
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_step_rail_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SdmStepRail *self = SDM_STEP_RAIL (object);

  switch ((SdmStepRailProp) prop_id)
    {
    case PROP_STEPS:
      sdm_step_rail_set_steps (self, g_value_get_object (value));
      break;

    case PROP_FOOT:
      sdm_step_rail_set_foot (self, g_value_get_string (value));
      break;

    case PROP_FOLDED:
      sdm_step_rail_set_folded (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_step_rail_class_init (SdmStepRailClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_step_rail_dispose;
  object_class->finalize = sdm_step_rail_finalize;
  object_class->get_property = sdm_step_rail_get_property;
  object_class->set_property = sdm_step_rail_set_property;
  widget_class->focus = sdm_step_rail_focus;
  widget_class->grab_focus = sdm_step_rail_grab_focus;

  props[PROP_STEPS] = g_param_spec_object ("steps", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_FOOT] = g_param_spec_string ("foot", NULL, NULL, NULL, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * SdmStepRail::step-activated:
   * @id: the id of the step
   *
   * A person wants to go to a step. The rail changes nothing by itself.
   */
  signals[SIGNAL_STEP_ACTIVATED] =
      g_signal_new ("step-activated", SDM_TYPE_STEP_RAIL, G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "steprail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* The keys belong to the stations: further out, the scrolled window would take them. */
static void
add_keys (SdmStepRail *self)
{
  static const struct
  {
    guint           keyval;
    GtkShortcutFunc function;
  } keys[] = {
    { GDK_KEY_Home, go_first_cb },
    { GDK_KEY_KP_Home, go_first_cb },
    { GDK_KEY_End, go_last_cb },
    { GDK_KEY_KP_End, go_last_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, 0),
                                                            gtk_callback_action_new (keys[i].function, self, NULL)));
  gtk_widget_add_controller (self->stations, controller);
}

static void
sdm_step_rail_init (SdmStepRail *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->stations = gtk_box_new (GTK_ORIENTATION_VERTICAL, SDM_STEP_GAP);
  gtk_widget_add_css_class (self->stations, "stations");
  add_keys (self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->stations);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_focusable (self->scroller, FALSE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (scroll_to_now), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->foot_box = g_object_new (GTK_TYPE_BOX,
                                 "css-name", "foot",
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                 NULL);
  self->foot_image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", "ev-lock-symbolic",
                                   NULL);
  self->foot_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  sdm_text_layout_use (self->foot_label);
  gtk_box_append (GTK_BOX (self->foot_box), self->foot_image);
  gtk_box_append (GTK_BOX (self->foot_box), sdm_steady_new (self->foot_label));
  gtk_widget_set_parent (self->foot_box, GTK_WIDGET (self));
  update_foot (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  /* Translators: read aloud: the list of steps at the side, such as “Options” and “Letter” */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
}

/**
 * sdm_step_rail_new:
 *
 * Returns: (transfer floating): a rail without steps
 */
GtkWidget *
sdm_step_rail_new (void)
{
  return g_object_new (SDM_TYPE_STEP_RAIL, NULL);
}

/**
 * sdm_step_rail_get_steps:
 *
 * Returns: (transfer none) (nullable): the steps shown
 */
GListModel *
sdm_step_rail_get_steps (SdmStepRail *self)
{
  g_return_val_if_fail (SDM_IS_STEP_RAIL (self), NULL);

  return self->steps;
}

/**
 * sdm_step_rail_set_steps:
 * @steps: (transfer none) (nullable): a list of #SdmStepItem, followed as it changes
 */
void
sdm_step_rail_set_steps (SdmStepRail *self,
                         GListModel  *steps)
{
  g_return_if_fail (SDM_IS_STEP_RAIL (self));
  g_return_if_fail (steps == NULL || g_type_is_a (g_list_model_get_item_type (steps), SDM_TYPE_STEP_ITEM));

  if (self->steps == steps)
    return;

  if (self->steps != NULL)
    g_signal_handlers_disconnect_by_func (self->steps, rebuild_cb, self);
  g_set_object (&self->steps, steps);
  if (steps != NULL)
    g_signal_connect_swapped (steps, "items-changed", G_CALLBACK (rebuild_cb), self);
  rebuild_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEPS]);
}

/**
 * sdm_step_rail_get_foot:
 *
 * Returns: (transfer none) (nullable): the quiet line below
 */
const char *
sdm_step_rail_get_foot (SdmStepRail *self)
{
  g_return_val_if_fail (SDM_IS_STEP_RAIL (self), NULL);

  return self->foot;
}

/**
 * sdm_step_rail_set_foot:
 * @foot: (nullable): what is kept and where, such as "Saved 14:32\nonly on this PC"
 */
void
sdm_step_rail_set_foot (SdmStepRail *self,
                        const char  *foot)
{
  g_return_if_fail (SDM_IS_STEP_RAIL (self));

  if (g_strcmp0 (self->foot, foot) == 0)
    return;

  g_free (self->foot);
  self->foot = g_strdup (foot);
  update_foot (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOOT]);
}

/**
 * sdm_step_rail_get_folded:
 *
 * Returns: whether only the signs are shown
 */
gboolean
sdm_step_rail_get_folded (SdmStepRail *self)
{
  g_return_val_if_fail (SDM_IS_STEP_RAIL (self), FALSE);

  return self->folded;
}

/**
 * sdm_step_rail_set_folded:
 *
 * Shows only the signs, for a narrow window; titles become tooltips, and what
 * is read aloud stays the same.
 */
void
sdm_step_rail_set_folded (SdmStepRail *self,
                          gboolean     folded)
{
  g_return_if_fail (SDM_IS_STEP_RAIL (self));

  folded = !!folded;
  if (self->folded == folded)
    return;

  self->folded = folded;
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
  for (GtkWidget *step = gtk_widget_get_first_child (self->stations); step != NULL; step = gtk_widget_get_next_sibling (step))
    sdm_step_set_folded (SDM_STEP (step), folded);
  update_foot (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}
