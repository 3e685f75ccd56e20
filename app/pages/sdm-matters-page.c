/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-matters-page.h"

#include <glib/gi18n.h>

#include "sdm-matters-card.h"
#include "sdm-matters-day.h"
#include "sdm-record-list.h"

/**
 * SdmMattersPage:
 *
 * What matters to the person: their own words first, as they were said; then
 * what counts most, in their order, and what others say of it, on request; a
 * day as it is; and what they hope for.
 */
struct _SdmMattersPage
{
  SdmPage parent_instance;

  GtkWidget *words;
  GtkWidget *ranked;
  GtkWidget *day;
  GtkWidget *goals;
};

G_DEFINE_FINAL_TYPE (SdmMattersPage, sdm_matters_page, SDM_TYPE_PAGE)

static const SdmRecordField word_fields[] = {
  { "text", SDM_RECORD_FIELD_TEXT, N_ ("Own words"), TRUE, FALSE, 0 },
    { "in_letter", SDM_RECORD_FIELD_FLAG, N_ ("In the letter"), FALSE, TRUE, 0 },
  };

static const SdmRecordKind words_kind = {
  "matters/own_words", N_ ("In your own words"), N_ ("Add words"), N_ ("What would a good year look like for you?"), word_fields, G_N_ELEMENTS (word_fields), "voice" };

static const SdmRecordField goal_fields[] = {
  { "text", SDM_RECORD_FIELD_TEXT, N_ ("Goal"), TRUE, FALSE, 0 },
    { "importance", SDM_RECORD_FIELD_TEN, N_ ("How much it matters"), FALSE, FALSE, 0 },
  };

static const SdmRecordKind goals_kind = {
  "matters/goals", N_ ("What you hope for"), N_ ("Add a goal"), NULL, goal_fields, G_N_ELEMENTS (goal_fields), NULL };

/* Parts */

static GtkWidget *
make_words_card (SdmMattersPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_voice_card (_ ("In your own words"), &content);

  self->words = sdm_record_list_new (sdm_page_get_session (SDM_PAGE (self)), &words_kind);
  gtk_box_append (GTK_BOX (content), self->words);
  gtk_widget_set_vexpand (card, TRUE);

  return card;
}

static GtkWidget *
make_list_card (SdmMattersPage      *self,
                const SdmRecordKind *kind,
                GtkWidget          **list)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ (kind->name), &content);

  *list = sdm_record_list_new (sdm_page_get_session (SDM_PAGE (self)), kind);
  gtk_box_append (GTK_BOX (content), *list);
  gtk_widget_set_vexpand (card, TRUE);

  return card;
}

static GtkWidget *
make_more_card (SdmMattersPage *self)
{
  static const struct
  {
    const char *label;
    const char *path;
  } fields[] = {
    { N_ ("What it has been like so far"), "matters/experience" },
      { N_ ("What you believe helps or harms"), "matters/beliefs" },
        { N_ ("What worries you"), "matters/concerns" },
          { N_ ("What you expect"), "matters/expectations" },
        };
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("So far, and from here"), &content);
  GtkWidget *left;
  GtkWidget *right;

  gtk_box_append (GTK_BOX (content), sdm_ui_columns (1, 1, &left, &right));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *text = sdm_ui_text (66);

      gtk_box_append (GTK_BOX (i % 2 == 0 ? left : right), sdm_ui_field (_ (fields[i].label), text));
      sdm_page_bind_text (SDM_PAGE (self), text, fields[i].path);
    }

  return card;
}

/* SdmPage */

static void
sdm_matters_page_build (SdmPage *page)
{
  SdmMattersPage *self = SDM_MATTERS_PAGE (page);
  GtkWidget      *content = sdm_page_get_content (page);
  GtkWidget      *declined = sdm_ui_check (_ ("I would rather not set this down"));
  GtkWidget      *left;
  GtkWidget      *right;

  sdm_page_set_heading (page, _ ("What matters to you?"), _ ("Your own words come first. There are no right answers."));
  gtk_box_append (GTK_BOX (content), sdm_ui_columns (1, 2, &left, &right));
  gtk_box_append (GTK_BOX (left), make_words_card (self));
  self->ranked = sdm_matters_card_new (page);
  gtk_widget_set_vexpand (self->ranked, TRUE);
  gtk_box_append (GTK_BOX (right), self->ranked);
  self->day = sdm_matters_day_new (sdm_page_get_session (page));
  gtk_box_append (GTK_BOX (content), self->day);
  gtk_box_append (GTK_BOX (content), make_list_card (self, &goals_kind, &self->goals));
  gtk_box_append (GTK_BOX (content), make_more_card (self));
  gtk_box_append (GTK_BOX (content), declined);
  sdm_page_bind_flag (page, declined, "matters/declined");
}

static void
sdm_matters_page_refresh (SdmPage *page)
{
  SdmMattersPage *self = SDM_MATTERS_PAGE (page);

  sdm_record_list_refresh (SDM_RECORD_LIST (self->words));
  sdm_matters_day_refresh (SDM_MATTERS_DAY (self->day));
  sdm_record_list_refresh (SDM_RECORD_LIST (self->goals));
  sdm_matters_card_refresh (SDM_MATTERS_CARD (self->ranked));
}

static void
sdm_matters_page_class_init (SdmMattersPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_MATTERS;
  page_class->build = sdm_matters_page_build;
  page_class->refresh = sdm_matters_page_refresh;
}

static void
sdm_matters_page_init (SdmMattersPage *self)
{
}
