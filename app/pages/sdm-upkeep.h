/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-upkeep.h"

G_BEGIN_DECLS

/* After so many days without a backup somebody is reminded. */
#define SDM_UPKEEP_BACKUP_DAYS 7

/* All is checked by itself after so many. */
#define SDM_UPKEEP_CHECK_DAYS 7

typedef enum
{
  SDM_UPKEEP_NOTHING,
  SDM_UPKEEP_BACKUP,
  SDM_UPKEEP_CHECK,
} SdmUpkeepWork;

#define SDM_TYPE_UPKEEP (sdm_upkeep_get_type ())
G_DECLARE_FINAL_TYPE (SdmUpkeep, sdm_upkeep, SDM, UPKEEP, GObject)

SdmUpkeep *sdm_upkeep_new (SdmRecordStore *store) G_GNUC_WARN_UNUSED_RESULT;

void sdm_upkeep_open (SdmUpkeep *self);
void sdm_upkeep_close (SdmUpkeep *self);

const SdmRecordUpkeep *sdm_upkeep_get_last (SdmUpkeep *self);
SdmUpkeepWork          sdm_upkeep_get_work (SdmUpkeep *self);
double                 sdm_upkeep_get_fraction (SdmUpkeep *self);
const char            *sdm_upkeep_get_answer (SdmUpkeep    *self,
                                              SdmUpkeepWork work,
                                              gboolean     *is_good);
gboolean               sdm_upkeep_is_backup_due (SdmUpkeep *self);
gboolean               sdm_upkeep_is_check_due (SdmUpkeep *self);

void sdm_upkeep_back_up (SdmUpkeep  *self,
                         const char *folder);
void sdm_upkeep_check (SdmUpkeep *self,
                       gboolean   by_itself);
void sdm_upkeep_cancel (SdmUpkeep *self);

char *sdm_upkeep_format_moment (gint64 time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
