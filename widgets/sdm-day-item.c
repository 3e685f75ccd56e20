/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-item.h"

/**
 * SdmDayItem:
 *
 * One thing on the line of a day: something the person does, or something an
 * option asks of them. It never changes; another time is another item.
 */
struct _SdmDayItem
{
  GObject parent_instance;

  char           *id;      /* owned */
  char           *lane;    /* owned, nullable */
  int             minutes; /* since midnight; -1: at no set time */
  char           *text;    /* owned, nullable */
  char           *more;    /* owned, nullable */
  SdmDayItemFlags flags;
};

G_DEFINE_FINAL_TYPE (SdmDayItem, sdm_day_item, G_TYPE_OBJECT)

/* GObject */

static void
sdm_day_item_finalize (GObject *object)
{
  SdmDayItem *self = SDM_DAY_ITEM (object);

  g_free (self->id);
  g_free (self->lane);
  g_free (self->text);
  g_free (self->more);

  G_OBJECT_CLASS (sdm_day_item_parent_class)->finalize (object);
}

static void
sdm_day_item_class_init (SdmDayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_day_item_finalize;
}

static void
sdm_day_item_init (SdmDayItem *self)
{
}

/* Public API */

/**
 * sdm_day_item_new:
 * @id: tells it from the others of its lane
 * @lane: (nullable): the id of the option that asks for it; %NULL for the person's own life
 * @minutes: since midnight, 0 to 1439, or %SDM_DAY_NO_TIME
 * @text: (nullable): what it is; %NULL while only the time was said
 * @more: (nullable): how often and how long
 *
 * Returns: (transfer full): a new item
 */
SdmDayItem *
sdm_day_item_new (const char     *id,
                  const char     *lane,
                  int             minutes,
                  const char     *text,
                  const char     *more,
                  SdmDayItemFlags flags)
{
  SdmDayItem *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (minutes >= SDM_DAY_NO_TIME && minutes < 24 * 60, NULL);

  self = g_object_new (SDM_TYPE_DAY_ITEM, NULL);
  self->id = g_strdup (id);
  self->lane = g_strdup (lane);
  self->minutes = minutes;
  self->text = g_strdup (text);
  self->more = g_strdup (more);
  self->flags = flags;

  return self;
}

const char *
sdm_day_item_get_id (SdmDayItem *self)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (self), NULL);

  return self->id;
}

const char *
sdm_day_item_get_lane (SdmDayItem *self)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (self), NULL);

  return self->lane;
}

int
sdm_day_item_get_minutes (SdmDayItem *self)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (self), SDM_DAY_NO_TIME);

  return self->minutes;
}

const char *
sdm_day_item_get_text (SdmDayItem *self)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (self), NULL);

  return self->text;
}

const char *
sdm_day_item_get_more (SdmDayItem *self)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (self), NULL);

  return self->more;
}

SdmDayItemFlags
sdm_day_item_get_flags (SdmDayItem *self)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (self), SDM_DAY_ITEM_PLAIN);

  return self->flags;
}

/**
 * sdm_day_item_equal:
 *
 * Returns: whether both look and say the same
 */
gboolean
sdm_day_item_equal (SdmDayItem *a,
                    SdmDayItem *b)
{
  g_return_val_if_fail (SDM_IS_DAY_ITEM (a), FALSE);
  g_return_val_if_fail (SDM_IS_DAY_ITEM (b), FALSE);

  return a->minutes == b->minutes && a->flags == b->flags && g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->lane, b->lane) == 0 && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->more, b->more) == 0;
}
