/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-step-item.h"

/**
 * SdmStepItem:
 *
 * One step of the rail: what it is called, how far it is, and whether it can
 * be gone to now.
 */
struct _SdmStepItem
{
  GObject parent_instance;

  char        *id;    /* owned */
  char        *title; /* owned */
  SdmStepState state;
  gboolean     reachable;
  gboolean     aside;
};

G_DEFINE_FINAL_TYPE (SdmStepItem, sdm_step_item, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SdmStepState,
                    sdm_step_state,
                    G_DEFINE_ENUM_VALUE (SDM_STEP_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SDM_STEP_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (SDM_STEP_NOW, "now"),
                    G_DEFINE_ENUM_VALUE (SDM_STEP_SKIPPED, "skipped"))

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_STATE,
  PROP_REACHABLE,
  PROP_ASIDE,
} SdmStepItemProp;

static GParamSpec *props[PROP_ASIDE + 1];

/* Overrides */

static void
sdm_step_item_finalize (GObject *object)
{
  SdmStepItem *self = SDM_STEP_ITEM (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (sdm_step_item_parent_class)->finalize (object);
}

static void
sdm_step_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SdmStepItem *self = SDM_STEP_ITEM (object);

  switch ((SdmStepItemProp) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;

    case PROP_REACHABLE:
      g_value_set_boolean (value, self->reachable);
      break;

    case PROP_ASIDE:
      g_value_set_boolean (value, self->aside);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_step_item_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SdmStepItem *self = SDM_STEP_ITEM (object);

  switch ((SdmStepItemProp) prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;

    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;

    case PROP_STATE:
      sdm_step_item_set_state (self, (SdmStepState) g_value_get_enum (value));
      break;

    case PROP_REACHABLE:
      sdm_step_item_set_reachable (self, g_value_get_boolean (value));
      break;

    case PROP_ASIDE:
      sdm_step_item_set_aside (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_step_item_class_init (SdmStepItemClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags often = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sdm_step_item_finalize;
  object_class->get_property = sdm_step_item_get_property;
  object_class->set_property = sdm_step_item_set_property;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, once);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, once);
  props[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, SDM_TYPE_STEP_STATE, SDM_STEP_OPEN, often);
  props[PROP_REACHABLE] = g_param_spec_boolean ("reachable", NULL, NULL, TRUE, often);
  props[PROP_ASIDE] = g_param_spec_boolean ("aside", NULL, NULL, FALSE, often);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_step_item_init (SdmStepItem *self)
{
  self->reachable = TRUE;
}

/**
 * sdm_step_item_new:
 * @id: the name the caller knows the step by; given back on activation
 * @title: the name a person reads
 *
 * An open step that can be gone to.
 *
 * Returns: (transfer full): the step
 */
SdmStepItem *
sdm_step_item_new (const char *id,
                   const char *title)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (SDM_TYPE_STEP_ITEM, "id", id, "title", title, NULL);
}

/**
 * sdm_step_item_get_id:
 *
 * Returns: (transfer none): the caller's name of the step
 */
const char *
sdm_step_item_get_id (SdmStepItem *self)
{
  g_return_val_if_fail (SDM_IS_STEP_ITEM (self), NULL);

  return self->id;
}

/**
 * sdm_step_item_get_title:
 *
 * Returns: (transfer none): the name a person reads
 */
const char *
sdm_step_item_get_title (SdmStepItem *self)
{
  g_return_val_if_fail (SDM_IS_STEP_ITEM (self), NULL);

  return self->title;
}

/**
 * sdm_step_item_get_state:
 *
 * Returns: how far the step is
 */
SdmStepState
sdm_step_item_get_state (SdmStepItem *self)
{
  g_return_val_if_fail (SDM_IS_STEP_ITEM (self), SDM_STEP_OPEN);

  return self->state;
}

/**
 * sdm_step_item_set_state:
 *
 * Says how far the step is. That only one step is the present one is the
 * caller's business.
 */
void
sdm_step_item_set_state (SdmStepItem *self,
                         SdmStepState state)
{
  g_return_if_fail (SDM_IS_STEP_ITEM (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/**
 * sdm_step_item_get_reachable:
 *
 * Returns: whether the step can be gone to now
 */
gboolean
sdm_step_item_get_reachable (SdmStepItem *self)
{
  g_return_val_if_fail (SDM_IS_STEP_ITEM (self), FALSE);

  return self->reachable;
}

/**
 * sdm_step_item_set_reachable:
 *
 * Says whether the step can be gone to now. One that cannot stays in sight,
 * and does not answer.
 */
void
sdm_step_item_set_reachable (SdmStepItem *self,
                             gboolean     reachable)
{
  g_return_if_fail (SDM_IS_STEP_ITEM (self));

  reachable = !!reachable;
  if (self->reachable == reachable)
    return;

  self->reachable = reachable;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHABLE]);
}

/**
 * sdm_step_item_get_aside:
 *
 * Returns: whether the step lies beside the path that was chosen
 */
gboolean
sdm_step_item_get_aside (SdmStepItem *self)
{
  g_return_val_if_fail (SDM_IS_STEP_ITEM (self), FALSE);

  return self->aside;
}

/**
 * sdm_step_item_set_aside:
 *
 * A step beside the path is shown quietly, and can be gone to like any other.
 */
void
sdm_step_item_set_aside (SdmStepItem *self,
                         gboolean     aside)
{
  g_return_if_fail (SDM_IS_STEP_ITEM (self));

  aside = !!aside;
  if (self->aside == aside)
    return;

  self->aside = aside;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ASIDE]);
}
