/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-asked.h"

#include <glib/gi18n.h>

#include "sdm-page-list.h"

/**
 * SdmOptionsAsked:
 *
 * The person's own questions, each with the answer that was given.
 */
struct _SdmOptionsAsked
{
  AdwBin parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SdmOptionsAsked, sdm_options_asked, ADW_TYPE_BIN)

static void
add_input (SdmPage    *page,
           GtkWidget  *row,
           const char *label,
           const char *path,
           const char *key)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", path, key);
  GtkWidget       *entry = sdm_ui_entry (-1);
  GtkWidget       *field = sdm_ui_field (label, entry);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (row), field);
  sdm_page_bind_text (page, entry, place);
}

static GtkWidget *
make_question (SdmPage    *page,
               const char *path,
               guint       number)
{
  GtkWidget *row = sdm_ui_row (12);

  add_input (page, row, _ ("What would you like to ask?"), path, "text");
  add_input (page, row, _ ("What we answered"), path, "answer");

  return row;
}

static const SdmPageListKind questions_kind = {
  .path = "options/asked",
  .add_label = N_ ("Add a question"),
                   .remove_label = N_ ("Take this question out"),
                                       .removed = N_ ("Question taken out"),
                                                      .make_row = make_question,
                                       };

/* GObject */

static void
sdm_options_asked_class_init (SdmOptionsAskedClass *klass)
{
}

static void
sdm_options_asked_init (SdmOptionsAsked *self)
{
}

/* Public API */

GtkWidget *
sdm_options_asked_new (SdmPage *page)
{
  SdmOptionsAsked *self = g_object_new (SDM_TYPE_OPTIONS_ASKED, NULL);
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (_ ("Your own questions"), &content);

  self->list = sdm_page_list_new (page, &questions_kind);
  gtk_box_append (GTK_BOX (content), self->list);
  adw_bin_set_child (ADW_BIN (self), card);

  return GTK_WIDGET (self);
}

/**
 * sdm_options_asked_refresh:
 *
 * Draws the questions again, as they stand in the consultation.
 */
void
sdm_options_asked_refresh (SdmOptionsAsked *self)
{
  sdm_page_list_refresh (SDM_PAGE_LIST (self->list));
}
