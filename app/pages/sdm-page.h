/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-choice-bar.h"
#include "sdm-page-place.h"
#include "sdm-session.h"
#include "sdm-ui.h"

G_BEGIN_DECLS

#define SDM_TYPE_PAGE (sdm_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SdmPage, sdm_page, SDM, PAGE, AdwBin)

/**
 * SdmPageClass:
 * @step: the step this page is for; set in class_init
 * @build: makes the widgets, once, when the page is first shown. Binds inputs with the
 *   functions below and puts everything else into the content
 * @refresh: shows what the consultation says now; called each time the page comes on
 *   screen, and after an undo. Bound inputs have been refreshed already
 * @fit: (nullable): lays the page out anew when there is little room or the text is large
 */
struct _SdmPageClass
{
  AdwBinClass parent_class;

  SdmStep step;

  void (*build) (SdmPage *self);
  void (*refresh) (SdmPage *self);
  void (*fit) (SdmPage *self,
               gboolean is_narrow,
               gboolean has_large_text);
};

SdmSession      *sdm_page_get_session (SdmPage *self);
SdmConsultation *sdm_page_get_consultation (SdmPage *self);
SdmAid          *sdm_page_get_aid (SdmPage *self);

void       sdm_page_set_heading (SdmPage    *self,
                                 const char *heading,
                                 const char *helper);
void       sdm_page_set_heading_visible (SdmPage *self,
                                         gboolean visible);
void       sdm_page_add_beside_heading (SdmPage   *self,
                                        GtkWidget *widget);
GtkWidget *sdm_page_get_content (SdmPage *self);
void       sdm_page_fill_window (SdmPage   *self,
                                 GtkWidget *content);

const char *sdm_page_get_note (SdmPage *self);
void        sdm_page_set_note (SdmPage    *self,
                               const char *note);

void sdm_page_bind_text (SdmPage    *self,
                         GtkWidget  *input,
                         const char *path);
void sdm_page_bind_date (SdmPage    *self,
                         GtkWidget  *input,
                         const char *path);
void sdm_page_bind_choice (SdmPage    *self,
                           GtkWidget  *choice_bar,
                           const char *path);
void sdm_page_bind_flag (SdmPage    *self,
                         GtkWidget  *check,
                         const char *path);
void sdm_page_unbind_below (SdmPage   *self,
                            GtkWidget *ancestor);

gboolean sdm_page_is_part_stale (SdmPage           *self,
                                 GtkWidget         *part,
                                 const char *const *places);

void     sdm_page_show_now (SdmPage *self);
gboolean sdm_page_leave (SdmPage *self);

G_END_DECLS
