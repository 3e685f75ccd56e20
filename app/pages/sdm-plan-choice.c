/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-choice.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-plan.h"
#include "sdm-option-marks.h"
#include "sdm-plan-decider.h"

/**
 * SdmPlanChoice:
 *
 * What was chosen, who decided, why in the person's words, and the clinician's
 * view said plainly.
 *
 * ## Signals
 *
 * `chosen` after an option was chosen or taken back.
 */
struct _SdmPlanChoice
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *title;
  GtkWidget *options; /* only where they have decided */
  GtkWidget *entry;   /* the decision in one line, with the options */
  GtkWidget *decider;
  GtkWidget *view;       /* choice bar: same or not */
  GtkWidget *would_have; /* the field for what the clinician would have chosen */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmPlanChoice, sdm_plan_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define VIEW "plan/clinician_view"

/* Options */

static int
find_chosen (SdmPlanChoice *self,
             const char    *option)
{
  json_t *record;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (sdm_page_get_consultation (self->page), "plan/chosen"), i, record)
    if (g_strcmp0 (json_string_value (json_object_get (record, "option")), option) == 0)
      return (int) i;

  return -1;
}

/* The row was made anew: the keyboard stays where it was. */
static void
focus_option (SdmPlanChoice *self,
              const char    *option)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->options); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_widget_get_first_child (row);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (check), "option"), option) == 0)
        gtk_widget_grab_focus (check);
    }
}

static void
option_toggled_cb (GtkCheckButton *check,
                   SdmPlanChoice  *self)
{
  g_autofree char *option = g_strdup (g_object_get_data (G_OBJECT (check), "option"));
  g_autoptr (GError) error = NULL;

  if (self->refreshing)
    return;
  if (!sdm_consultation_choose_option (sdm_page_get_consultation (self->page), sdm_page_get_aid (self->page),
                                       option, gtk_check_button_get_active (check), &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  focus_option (self, option);
}

/* The detail of a chosen option is bound by place in the list, so the rows are made anew with each choice. */
static GtkWidget *
make_option (SdmPlanChoice   *self,
             const SdmOption *option,
             gboolean         can_change)
{
  GtkWidget *column = sdm_ui_column (6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = sdm_ui_row (10);
  GtkWidget *title = sdm_ui_label (option->title, "body");
  int        place = find_chosen (self, option->id);

  gtk_box_append (GTK_BOX (row), sdm_mark_new (sdm_option_marks_get (sdm_page_get_aid (self->page), option)));
  gtk_box_append (GTK_BOX (row), sdm_steady_new (title));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, option->title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place >= 0);
  gtk_widget_set_sensitive (check, can_change);
  g_object_set_data_full (G_OBJECT (check), "option", g_strdup (option->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (option_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (column), check);

  if (place >= 0)
    {
      GtkWidget       *detail = sdm_ui_entry (-1);
      g_autofree char *path = g_strdup_printf ("plan/chosen/%d/detail", place);

      gtk_widget_add_css_class (title, "strong");
      gtk_box_append (GTK_BOX (column), sdm_ui_field (_ ("In detail: which one, how much, how"), detail));
      sdm_page_bind_text (self->page, detail, path);
    }

  return column;
}

/* What was typed and is not kept goes on standing with its option. */
static void
carry_over (SdmPlanChoice *self,
            GtkWidget     *former)
{
  const char *option = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (former)), "option");

  for (GtkWidget *row = gtk_widget_get_first_child (self->options); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (gtk_widget_get_first_child (row)), "option"), option) == 0)
      sdm_page_place_carry_over (former, row);
}

static void
show_options (SdmPlanChoice *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  gboolean         can_change = !sdm_session_is_read_only (sdm_page_get_session (self->page));
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (consultation, sdm_page_get_aid (self->page));
  guint            n_all;
  const SdmOption *all = sdm_aid_get_options (sdm_page_get_aid (self->page), &n_all);
  g_autoptr (GPtrArray) former = NULL;

  sdm_page_unbind_below (self->page, self->options);
  former = sdm_ui_take_children (self->options);
  for (guint i = 0; i < shown->len; i++)
    gtk_box_append (GTK_BOX (self->options), make_option (self, g_ptr_array_index (shown, i), can_change));
  /* Where nobody has looked at the options yet, all of them. */
  for (guint i = 0; i < n_all; i++)
    if (!g_ptr_array_find (shown, &all[i], NULL) && (shown->len == 0 || find_chosen (self, all[i].id) >= 0))
      gtk_box_append (GTK_BOX (self->options), make_option (self, &all[i], can_change));
  for (guint i = 0; i < former->len; i++)
    carry_over (self, g_ptr_array_index (former, i));
}

/* The clinician's view */

static void
view_changed_cb (SdmPlanChoice *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  const char      *value = sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->view));
  gboolean         differs = g_strcmp0 (value, "other") == 0;
  gboolean         kept;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (self->would_have, differs);
  if (self->refreshing)
    return;

  sdm_consultation_begin_edit (consultation);
  if (value == NULL)
    kept = sdm_consultation_remove (consultation, VIEW "/same", &error);
  else
    kept = sdm_consultation_set_flag (consultation, VIEW "/same", !differs, &error);
  if (kept && json_object_size (sdm_consultation_peek (consultation, VIEW)) == 0)
    kept = sdm_consultation_remove (consultation, VIEW, &error);
  sdm_consultation_end_edit (consultation);
  if (!kept)
    sdm_session_say (sdm_page_get_session (self->page), error->message);
}

static void
show_view (SdmPlanChoice *self)
{
  json_t     *same = sdm_consultation_peek (sdm_page_get_consultation (self->page), VIEW "/same");
  const char *value = json_is_true (same) ? "same" : json_is_false (same) ? "other"
                                                                          : NULL;

  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->view), value);
  gtk_widget_set_visible (self->would_have, json_is_false (same));
  gtk_widget_set_sensitive (self->view, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
}

/* Building */

static GtkWidget *
make_why (SdmPlanChoice *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_voice_card (_ ("Why, in your words"), &content);
  GtkWidget *text = sdm_ui_text (64);
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text));

  gtk_widget_add_css_class (view, "voice");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_widget_get_first_child (card), NULL, -1);
  gtk_box_append (GTK_BOX (content), text);
  sdm_page_bind_text (self->page, text, "plan/why");

  return card;
}

static GtkWidget *
make_view (SdmPlanChoice *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  const char      *clinician = sdm_consultation_get_text (consultation, "start/seen_by/name");
  GtkWidget       *column = sdm_ui_column (8);
  GtkWidget       *would_have = sdm_ui_text (46);
  /* Translators: %s is a clinician: "Dr Shah’s view, said plainly" */
  g_autofree char *title = clinician != NULL ? g_strdup_printf (_ ("%s’s view, said plainly"), clinician)
                                             : g_strdup (_ ("The clinician’s view, said plainly"));

  self->view = sdm_choice_bar_new ();
  sdm_page_place_mark (self->view, VIEW);
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->view), "same", _ ("I would do the same"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->view), "other", _ ("I see it another way"));
  g_signal_connect_swapped (self->view, "notify::value", G_CALLBACK (view_changed_cb), self);
  self->would_have = sdm_ui_field (_ ("What would you have chosen, and why?"), would_have);
  sdm_page_bind_text (self->page, would_have, VIEW "/would_have");
  gtk_box_append (GTK_BOX (column), sdm_ui_field (title, self->view));
  gtk_box_append (GTK_BOX (column), self->would_have);

  return column;
}

static void
build (SdmPlanChoice *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What we chose"), &content);
  GtkWidget *entry = sdm_ui_entry (-1);

  self->title = gtk_widget_get_first_child (card);
  self->options = sdm_ui_column (8);
  sdm_page_place_mark (self->options, "plan/chosen");
  self->entry = sdm_ui_field (_ ("The decision in one line, for the record"), entry);
  self->decider = sdm_plan_decider_new (self->page);
  gtk_box_append (GTK_BOX (content), self->options);
  gtk_box_append (GTK_BOX (content), self->entry);
  gtk_box_append (GTK_BOX (content), self->decider);
  gtk_box_append (GTK_BOX (content), make_why (self));
  gtk_box_append (GTK_BOX (content), make_view (self));
  sdm_page_bind_text (self->page, entry, "plan/decision_entry/text");
  adw_bin_set_child (ADW_BIN (self), card);
}

/* GObject */

static void
sdm_plan_choice_class_init (SdmPlanChoiceClass *klass)
{
  /**
   * SdmPlanChoice::chosen:
   *
   * An option was chosen or taken back, and what follows from it has changed.
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_plan_choice_init (SdmPlanChoice *self)
{
}

/* Public API */

GtkWidget *
sdm_plan_choice_new (SdmPage *page)
{
  SdmPlanChoice *self = g_object_new (SDM_TYPE_PLAN_CHOICE, NULL);

  self->page = page;
  build (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_plan_choice_refresh:
 *
 * Shows the choice as it stands in the consultation; the options only where the
 * two of them have decided.
 */
void
sdm_plan_choice_refresh (SdmPlanChoice *self)
{
  gboolean decided = g_strcmp0 (sdm_consultation_get_text (sdm_page_get_consultation (self->page), "plan/result"), "decided") == 0;

  self->refreshing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->title), decided ? _ ("What we chose") : _ ("Where this leaves us"));
  show_options (self);
  gtk_widget_set_visible (self->options, decided);
  gtk_widget_set_visible (self->entry, decided);
  sdm_plan_decider_refresh (SDM_PLAN_DECIDER (self->decider));
  show_view (self);
  self->refreshing = FALSE;
}
