/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_VIEW_STRIP (sdm_view_strip_get_type ())
G_DECLARE_FINAL_TYPE (SdmViewStrip, sdm_view_strip, SDM, VIEW_STRIP, GtkBox)

GtkWidget *sdm_view_strip_new (const char *icon_name) G_GNUC_WARN_UNUSED_RESULT;

void sdm_view_strip_say (SdmViewStrip *self,
                         const char   *text);
void sdm_view_strip_offer_turn (SdmViewStrip *self,
                                const char   *label);
void sdm_view_strip_offer_show (SdmViewStrip *self,
                                const char   *label,
                                gboolean      can_show);
void sdm_view_strip_show_companion (SdmViewStrip *self,
                                    const char   *name,
                                    gboolean      has_view,
                                    gboolean      is_shown,
                                    gboolean      is_read_only);

char *sdm_view_strip_dup_turn_words (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
