/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-priority-item.h"

/**
 * SdmPriorityItem:
 *
 * One thing that matters, in a list of priorities: its words, whether they are
 * the person's own, and how much it matters. Only the importance, and what others
 * say beside it, can change; other words are another item.
 */
struct _SdmPriorityItem
{
  GObject parent_instance;

  char    *id;   /* owned, nullable */
  char    *text; /* owned */
  gboolean own;
  int      importance; /* 0 to 10; -1: not said */
  int      guess;      /* 0 to 10; -1: none */
  char    *note;       /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (SdmPriorityItem, sdm_priority_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TEXT,
  PROP_OWN,
  PROP_IMPORTANCE,
  PROP_GUESS,
  PROP_NOTE,
} SdmPriorityItemProp;

static GParamSpec *props[PROP_NOTE + 1];

/* GObject */

static void
sdm_priority_item_finalize (GObject *object)
{
  SdmPriorityItem *self = SDM_PRIORITY_ITEM (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->note);

  G_OBJECT_CLASS (sdm_priority_item_parent_class)->finalize (object);
}

static void
sdm_priority_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SdmPriorityItem *self = SDM_PRIORITY_ITEM (object);

  switch ((SdmPriorityItemProp) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    case PROP_IMPORTANCE:
      g_value_set_int (value, self->importance);
      break;
    case PROP_GUESS:
      g_value_set_int (value, self->guess);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_priority_item_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SdmPriorityItem *self = SDM_PRIORITY_ITEM (object);

  switch ((SdmPriorityItemProp) prop_id)
    {
    case PROP_IMPORTANCE:
      sdm_priority_item_set_importance (self, g_value_get_int (value));
      break;
    case PROP_GUESS:
      sdm_priority_item_set_guess (self, g_value_get_int (value));
      break;
    case PROP_NOTE:
      sdm_priority_item_set_note (self, g_value_get_string (value));
      break;
    case PROP_ID: /* given to sdm_priority_item_new() */
    case PROP_TEXT:
    case PROP_OWN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_priority_item_class_init (SdmPriorityItemClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags quiet = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sdm_priority_item_finalize;
  object_class->get_property = sdm_priority_item_get_property;
  object_class->set_property = sdm_priority_item_set_property;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | quiet);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | quiet);
  props[PROP_OWN] = g_param_spec_boolean ("own", NULL, NULL, FALSE, G_PARAM_READABLE | quiet);
  props[PROP_IMPORTANCE] =
      g_param_spec_int ("importance", NULL, NULL, -1, 10, -1, G_PARAM_READWRITE | quiet);
  props[PROP_GUESS] =
      g_param_spec_int ("guess", NULL, NULL, -1, 10, -1, G_PARAM_READWRITE | quiet);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READWRITE | quiet);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_priority_item_init (SdmPriorityItem *self)
{
  self->importance = -1;
  self->guess = -1;
}

/* Public API */

/**
 * sdm_priority_item_new:
 * @id: (nullable): the statement's id in the decision aid; NULL for own words
 * @text: the statement, as it is shown
 * @importance: 0 to 10, or -1 while nothing was said
 * @own: whether these are the person's own words
 *
 * Returns: (transfer full): a new item
 */
SdmPriorityItem *
sdm_priority_item_new (const char *id,
                       const char *text,
                       int         importance,
                       gboolean    own)
{
  SdmPriorityItem *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (importance >= -1 && importance <= 10, NULL);

  self = g_object_new (SDM_TYPE_PRIORITY_ITEM, NULL);
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->importance = importance;
  self->own = own != FALSE;

  return self;
}

/**
 * sdm_priority_item_get_id:
 *
 * Returns: (transfer none) (nullable): the statement's id in the decision aid
 */
const char *
sdm_priority_item_get_id (SdmPriorityItem *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_ITEM (self), NULL);

  return self->id;
}

/**
 * sdm_priority_item_get_text:
 *
 * Returns: (transfer none): the statement
 */
const char *
sdm_priority_item_get_text (SdmPriorityItem *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_ITEM (self), NULL);

  return self->text;
}

/**
 * sdm_priority_item_get_own:
 *
 * Returns: whether these are the person's own words
 */
gboolean
sdm_priority_item_get_own (SdmPriorityItem *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_ITEM (self), FALSE);

  return self->own;
}

/**
 * sdm_priority_item_get_importance:
 *
 * Returns: 0 to 10, or -1 while nothing was said
 */
int
sdm_priority_item_get_importance (SdmPriorityItem *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_ITEM (self), -1);

  return self->importance;
}

/**
 * sdm_priority_item_set_importance:
 * @importance: 0 to 10, or -1 for not said
 */
void
sdm_priority_item_set_importance (SdmPriorityItem *self,
                                  int              importance)
{
  g_return_if_fail (SDM_IS_PRIORITY_ITEM (self));
  g_return_if_fail (importance >= -1 && importance <= 10);

  if (self->importance == importance)
    return;

  self->importance = importance;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMPORTANCE]);
}

/**
 * sdm_priority_item_get_guess:
 *
 * Returns: what another person thought, 0 to 10, or -1 to show none
 */
int
sdm_priority_item_get_guess (SdmPriorityItem *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_ITEM (self), -1);

  return self->guess;
}

/**
 * sdm_priority_item_set_guess:
 * @guess: 0 to 10, or -1 to show none
 */
void
sdm_priority_item_set_guess (SdmPriorityItem *self,
                             int              guess)
{
  g_return_if_fail (SDM_IS_PRIORITY_ITEM (self));
  g_return_if_fail (guess >= -1 && guess <= 10);

  if (self->guess == guess)
    return;

  self->guess = guess;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GUESS]);
}

/**
 * sdm_priority_item_get_note:
 *
 * Returns: (transfer none) (nullable): what stands under the statement
 */
const char *
sdm_priority_item_get_note (SdmPriorityItem *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_ITEM (self), NULL);

  return self->note;
}

/**
 * sdm_priority_item_set_note:
 * @note: (nullable): a sentence beside what the person said, such as what another one thought
 */
void
sdm_priority_item_set_note (SdmPriorityItem *self,
                            const char      *note)
{
  g_return_if_fail (SDM_IS_PRIORITY_ITEM (self));

  if (g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTE]);
}
