/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-options-page.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"
#include "sdm-blank-change.h"
#include "sdm-blank-sheet.h"
#include "sdm-consultation-options.h"

/**
 * SdmBlankOptionsPage:
 *
 * The options side by side where no aid has been written: the two of them write
 * the options, the questions and the answers themselves. A few questions are
 * offered in pairs that lean to no side.
 */
struct _SdmBlankOptionsPage
{
  SdmPage parent_instance;

  GtkWidget *add_option;
  GtkWidget *carry_on;
  GtkWidget *sheet;
  GtkWidget *starters;
};

G_DEFINE_FINAL_TYPE (SdmBlankOptionsPage, sdm_blank_options_page, SDM_TYPE_PAGE)

static const char *const starter_questions[] = {
  N_ ("What does it involve?"),
      N_ ("What could be good about it?"),
          N_ ("What could be hard about it?"),
              N_ ("Can I change my mind?"),
          };

static json_t *
get_questions (SdmPage *page)
{
  return sdm_consultation_peek (sdm_page_get_consultation (page), "blank/questions");
}

/* Callbacks */

static void
add_option_cb (SdmBlankOptionsPage *self)
{
  g_autofree char *id = sdm_blank_change_add (SDM_PAGE (self), SDM_BLANK_OPTION, NULL);

  if (id != NULL)
    sdm_blank_sheet_write_name (SDM_BLANK_SHEET (self->sheet), id);
}

static void
carry_on_cb (SdmPage *page)
{
  sdm_blank_change_add_carry_on (page);
}

static void
add_question_cb (SdmBlankOptionsPage *self)
{
  g_autofree char *id = sdm_blank_change_add (SDM_PAGE (self), SDM_BLANK_QUESTION, NULL);

  if (id != NULL)
    sdm_blank_sheet_write_name (SDM_BLANK_SHEET (self->sheet), id);
}

static void
turn_round_cb (SdmPage *page)
{
  sdm_consultation_turn_options_round (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  sdm_page_show_now (page);
}

/* An offered question takes the first line that has no words yet. */
static void
starter_cb (GtkWidget           *button,
            SdmBlankOptionsPage *self)
{
  SdmPage         *page = SDM_PAGE (self);
  const char      *words = g_object_get_data (G_OBJECT (button), "question");
  g_autofree char *id = NULL;
  json_t          *question;
  size_t           i;

  json_array_foreach (get_questions (page), i, question)
    if (id == NULL && json_object_get (question, "text") == NULL)
      id = g_strdup (json_string_value (json_object_get (question, "id")));

  if (id != NULL)
    sdm_blank_change_fill_question (page, id, words);
  else
    id = sdm_blank_change_add (page, SDM_BLANK_QUESTION, words);
  if (id != NULL)
    sdm_blank_sheet_write_name (SDM_BLANK_SHEET (self->sheet), id);
}

/* Building */

static GtkWidget *
make_starters (SdmBlankOptionsPage *self)
{
  GtkWidget *box = sdm_ui_wrap (8);

  for (guint i = 0; i < G_N_ELEMENTS (starter_questions); i++)
    {
      GtkWidget *button = sdm_ui_button (_ (starter_questions[i]), "ev-plus-symbolic");

      gtk_widget_add_css_class (button, "row-of-many");
      g_object_set_data (G_OBJECT (button), "question", (gpointer) _ (starter_questions[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (starter_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
make_foot (SdmBlankOptionsPage *self)
{
  GtkWidget *foot = sdm_ui_column (8);
  GtkWidget *add = sdm_ui_button (_ ("Add a question"), "ev-plus-symbolic");

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_question_cb), self);
  self->starters = make_starters (self);
  gtk_box_append (GTK_BOX (foot), add);
  gtk_box_append (GTK_BOX (foot), sdm_ui_label (_ ("Or start with one of these:"), "caption"));
  gtk_box_append (GTK_BOX (foot), self->starters);
  gtk_widget_set_visible (foot, !sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self))));

  return foot;
}

static void
sdm_blank_options_page_build (SdmPage *page)
{
  SdmBlankOptionsPage *self = SDM_BLANK_OPTIONS_PAGE (page);
  GtkWidget           *content = sdm_page_get_content (page);
  GtkWidget           *turn = sdm_ui_button (_ ("Turn the order round"), "ev-swap-symbolic");
  GtkWidget           *buttons[] = { turn, NULL, NULL };

  self->carry_on = sdm_ui_button (_ ("Carry on as now"), "ev-plus-symbolic");
  self->add_option = sdm_ui_button (_ ("Add an option"), "ev-plus-symbolic");
  g_signal_connect_swapped (turn, "clicked", G_CALLBACK (turn_round_cb), self);
  g_signal_connect_swapped (self->carry_on, "clicked", G_CALLBACK (carry_on_cb), self);
  g_signal_connect_swapped (self->add_option, "clicked", G_CALLBACK (add_option_cb), self);
  buttons[1] = self->carry_on;
  buttons[2] = self->add_option;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_set_sensitive (buttons[i], !sdm_session_is_read_only (sdm_page_get_session (page)));
      sdm_page_add_beside_heading (page, buttons[i]);
    }

  self->sheet = sdm_blank_sheet_new (page, SDM_BLANK_SHEET_OPTIONS);
  gtk_box_append (GTK_BOX (content), self->sheet);
  gtk_box_append (GTK_BOX (content), make_foot (self));
}

/* SdmPage */

static gboolean
is_asked (SdmPage    *page,
          const char *words)
{
  json_t *question;
  size_t  i;

  json_array_foreach (get_questions (page), i, question)
    if (g_strcmp0 (json_string_value (json_object_get (question, "text")), words) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_begun (SdmPage *page)
{
  json_t *question;
  size_t  i;

  json_array_foreach (get_questions (page), i, question)
    if (json_object_get (question, "text") != NULL)
      return TRUE;

  return FALSE;
}

static void
sdm_blank_options_page_refresh (SdmPage *page)
{
  SdmBlankOptionsPage *self = SDM_BLANK_OPTIONS_PAGE (page);
  SdmConsultation     *consultation = sdm_page_get_consultation (page);
  const size_t         n_options = json_array_size (sdm_consultation_peek (consultation, "blank/options"));
  const gboolean       can_add = n_options < SDM_BLANK_MOST_OPTIONS && !sdm_session_is_read_only (sdm_page_get_session (page));
  gboolean             has_starter = FALSE;

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_open_options (consultation, sdm_page_get_aid (page));
  sdm_page_set_heading (page, _ ("Your options, side by side"),
                                 is_begun (page) ? _ ("In no special order.") : _ ("Nothing is written for this yet. Fill the page in together."));
  gtk_widget_set_sensitive (self->add_option, can_add);
  gtk_widget_set_sensitive (self->carry_on, can_add);
  gtk_widget_set_visible (self->carry_on, sdm_aid_find_option (sdm_page_get_aid (page), SDM_BLANK_CARRY_ON) == NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (self->starters); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_visible (child, !is_asked (page, g_object_get_data (G_OBJECT (child), "question")));
      has_starter = has_starter || gtk_widget_get_visible (child);
    }
  gtk_widget_set_visible (self->starters, has_starter);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (self->starters), has_starter);
  sdm_blank_sheet_refresh (SDM_BLANK_SHEET (self->sheet));
}

static void
sdm_blank_options_page_fit (SdmPage *page,
                            gboolean is_narrow,
                            gboolean has_large_text)
{
  sdm_blank_sheet_fit (SDM_BLANK_SHEET (SDM_BLANK_OPTIONS_PAGE (page)->sheet), is_narrow, has_large_text);
}

static void
sdm_blank_options_page_class_init (SdmBlankOptionsPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_OPTIONS;
  page_class->build = sdm_blank_options_page_build;
  page_class->refresh = sdm_blank_options_page_refresh;
  page_class->fit = sdm_blank_options_page_fit;
}

static void
sdm_blank_options_page_init (SdmBlankOptionsPage *self)
{
}
