/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-consultation.h"
#include "sdm-day-line.h"

G_BEGIN_DECLS

/* A person's typical day, as the line of a day takes it. */

GPtrArray *sdm_day_items_new_life (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_day_items_fill (GListStore *store,
                               GPtrArray  *items);

int sdm_day_items_get_start (SdmConsultation *consultation);

G_END_DECLS
