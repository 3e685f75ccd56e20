/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-aid-library.h"

G_BEGIN_DECLS

/* The parts of the preferences window. */

GtkWidget *sdm_message_row_new (GtkWidget *about) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_message_row_say (GtkWidget  *row,
                                const char *text);

#define SDM_TYPE_LOGO_GROUP (sdm_logo_group_get_type ())
G_DECLARE_FINAL_TYPE (SdmLogoGroup, sdm_logo_group, SDM, LOGO_GROUP, AdwPreferencesGroup)

GtkWidget *sdm_logo_group_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_logo_group_choose (SdmLogoGroup *self,
                                  GFile        *file);

#define SDM_TYPE_AID_FOLDERS_GROUP (sdm_aid_folders_group_get_type ())
G_DECLARE_FINAL_TYPE (SdmAidFoldersGroup, sdm_aid_folders_group, SDM, AID_FOLDERS_GROUP, AdwPreferencesGroup)

GtkWidget *sdm_aid_folders_group_new (GSettings     *settings,
                                      SdmAidLibrary *library) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_aid_folders_group_add (SdmAidFoldersGroup *self,
                                      GFile              *folder);

GtkWidget *sdm_lock_group_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
