/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-weigh-page.h"

#include <glib/gi18n.h>

#include "sdm-blank-sheet.h"
#include "sdm-consultation-options.h"
#include "sdm-weigh-leanings.h"

/**
 * SdmBlankWeighPage:
 *
 * What matters to the person, in their order, with room for what each of their
 * own options does about it; and how each one feels to them. Nothing is added
 * up, and no option comes out first.
 */
struct _SdmBlankWeighPage
{
  SdmPage parent_instance;

  GtkWidget *sheet;
  GtkWidget *empty;
  GtkWidget *leanings;
};

G_DEFINE_FINAL_TYPE (SdmBlankWeighPage, sdm_blank_weigh_page, SDM_TYPE_PAGE)

static void
go_to_matters_cb (SdmPage *page)
{
  sdm_session_go_to (sdm_page_get_session (page), SDM_STEP_MATTERS);
}

static GtkWidget *
make_empty (SdmBlankWeighPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *go = sdm_ui_button (_ ("What matters"), "ev-left-symbolic");

  gtk_widget_set_halign (go, GTK_ALIGN_START);
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (go_to_matters_cb), self);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Go back to “What matters” and tell us what counts most."), "body"));
  gtk_box_append (GTK_BOX (content), go);

  return card;
}

/* SdmPage */

static void
sdm_blank_weigh_page_build (SdmPage *page)
{
  SdmBlankWeighPage *self = SDM_BLANK_WEIGH_PAGE (page);
  GtkWidget         *content = sdm_page_get_content (page);

  sdm_page_set_heading (page, _ ("Weigh it up"),
                                 _ ("What matters to you, most important first, beside what each option does about it."));
  self->sheet = sdm_blank_sheet_new (page, SDM_BLANK_SHEET_WEIGH);
  self->empty = make_empty (self);
  self->leanings = sdm_weigh_leanings_new (page);
  gtk_box_append (GTK_BOX (content), self->sheet);
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_box_append (GTK_BOX (content), self->leanings);
}

static void
sdm_blank_weigh_page_refresh (SdmPage *page)
{
  SdmBlankWeighPage *self = SDM_BLANK_WEIGH_PAGE (page);
  SdmConsultation   *consultation = sdm_page_get_consultation (page);
  gboolean           is_empty = json_array_size (sdm_consultation_peek (consultation, "matters/ranked")) == 0;

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_open_options (consultation, sdm_page_get_aid (page));
  sdm_blank_sheet_refresh (SDM_BLANK_SHEET (self->sheet));
  gtk_widget_set_visible (self->sheet, !is_empty);
  gtk_widget_set_visible (self->empty, is_empty);
  sdm_weigh_leanings_refresh (SDM_WEIGH_LEANINGS (self->leanings));
}

static void
sdm_blank_weigh_page_fit (SdmPage *page,
                          gboolean is_narrow,
                          gboolean has_large_text)
{
  sdm_blank_sheet_fit (SDM_BLANK_SHEET (SDM_BLANK_WEIGH_PAGE (page)->sheet), is_narrow, has_large_text);
}

static void
sdm_blank_weigh_page_class_init (SdmBlankWeighPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_WEIGH;
  page_class->build = sdm_blank_weigh_page_build;
  page_class->refresh = sdm_blank_weigh_page_refresh;
  page_class->fit = sdm_blank_weigh_page_fit;
}

static void
sdm_blank_weigh_page_init (SdmBlankWeighPage *self)
{
}
