/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SdmFileChosenFunc:
 * @page: what asked
 * @file: what was chosen
 */
typedef void (*SdmFileChosenFunc) (GtkWidget *page,
                                   GFile     *file);

void sdm_file_choice_leave_no_trace (void);
void sdm_file_choice_end (void);

void sdm_file_choice_save (GtkWidget        *page,
                           const char       *title,
                           const char       *name,
                           SdmFileChosenFunc chosen);
void sdm_file_choice_open (GtkWidget        *page,
                           const char       *title,
                           const char       *folder,
                           GtkFileFilter    *filter,
                           SdmFileChosenFunc chosen);
void sdm_file_choice_folder (GtkWidget        *page,
                             const char       *title,
                             const char       *folder,
                             SdmFileChosenFunc chosen);

G_END_DECLS
