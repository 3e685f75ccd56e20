/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-practice-case.h"

G_BEGIN_DECLS

/* The cards of the debrief that only tell. Each returns a floating widget. */

GtkWidget *sdm_debrief_card_told (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_debrief_card_balance (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_debrief_card_asked (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_debrief_card_shown (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_debrief_card_decision (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_debrief_card_letter (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_debrief_card_good (const SdmPracticeCase *practice) G_GNUC_WARN_UNUSED_RESULT;

/* What they are made of */

void sdm_debrief_add_line (GtkWidget  *content,
                           const char *icon_name,
                           const char *said,
                           const char *text,
                           const char *detail);
void sdm_debrief_add_fact (GtkWidget  *content,
                           const char *label,
                           const char *text);
void sdm_debrief_take_fact (GtkWidget  *content,
                            const char *label,
                            char       *text);

G_END_DECLS
