/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The time of what has none. */
#define SDM_DAY_NO_TIME (-1)

typedef enum
{
  SDM_DAY_ITEM_PLAIN = 0,
  SDM_DAY_ITEM_SOMETIMES = 1 << 0, /* not every day */
  SDM_DAY_ITEM_MATTERS = 1 << 1,   /* it matters to the person */
} SdmDayItemFlags;

#define SDM_TYPE_DAY_ITEM (sdm_day_item_get_type ())
G_DECLARE_FINAL_TYPE (SdmDayItem, sdm_day_item, SDM, DAY_ITEM, GObject)

SdmDayItem *sdm_day_item_new (const char     *id,
                              const char     *lane,
                              int             minutes,
                              const char     *text,
                              const char     *more,
                              SdmDayItemFlags flags) G_GNUC_WARN_UNUSED_RESULT;

const char     *sdm_day_item_get_id (SdmDayItem *self);
const char     *sdm_day_item_get_lane (SdmDayItem *self);
int             sdm_day_item_get_minutes (SdmDayItem *self);
const char     *sdm_day_item_get_text (SdmDayItem *self);
const char     *sdm_day_item_get_more (SdmDayItem *self);
SdmDayItemFlags sdm_day_item_get_flags (SdmDayItem *self);

gboolean sdm_day_item_equal (SdmDayItem *a,
                             SdmDayItem *b);

G_END_DECLS
