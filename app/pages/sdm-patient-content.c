/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-content.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"
#include "sdm-figure-card.h"
#include "sdm-grid-rows.h"
#include "sdm-option-grid.h"
#include "sdm-option-marks.h"
#include "sdm-patient-texts.h"
#include "sdm-people-key.h"
#include "sdm-ui.h"

/**
 * SdmPatientContent:
 *
 * One screen of the patient view, made of the same grid, figures and sentences
 * as the pages. A figure whose group changes keeps its card, so that the picture
 * fades and the numbers seen before stay beside the new ones.
 */
struct _SdmPatientContent
{
  AdwBin parent_instance;

  SdmSession          *session;
  SdmPatientScreenKind kind;
  char                *row;
  gboolean             is_narrow;

  GtkWidget  *card;         /* nullable: an SdmFigureCard */
  GtkWidget  *helper;       /* nullable: the column over the card */
  GtkWidget  *sure;         /* nullable: under the card, where there is no room at the foot */
  GtkWidget  *grid;         /* nullable: an SdmOptionGrid */
  char       *options;      /* owned, nullable: those that the card shows */
  const char *group;        /* interned, nullable: whose figure is shown */
  const char *former_group; /* interned, nullable: whose figure was shown before on this screen */
};

G_DEFINE_FINAL_TYPE (SdmPatientContent, sdm_patient_content, ADW_TYPE_BIN)

static SdmAid *
get_aid (SdmPatientContent *self)
{
  return sdm_session_get_aid (self->session);
}

static GPtrArray *
list_options (SdmPatientContent *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);

  if (!sdm_session_is_read_only (self->session))
    sdm_consultation_open_options (consultation, get_aid (self));

  return sdm_consultation_list_shown_options (consultation, get_aid (self));
}

static const char *
get_group (SdmPatientContent *self)
{
  return g_intern_string (sdm_consultation_get_group (sdm_session_get_consultation (self->session), get_aid (self)));
}

static const SdmOutcome *
get_outcome (SdmPatientContent *self)
{
  return sdm_aid_find_outcome (get_aid (self), self->row);
}

/* Figures */

static char *
dup_option_names (GPtrArray *shown)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (names, "%s ", ((const SdmOption *) g_ptr_array_index (shown, i))->id);

  return g_string_free (names, FALSE);
}

static const char *
find_group_label (SdmAid           *aid,
                  const SdmOutcome *outcome,
                  const char       *group)
{
  const char        *effective = sdm_figure_effective_group (outcome, group);
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (aid, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    if (g_strcmp0 (groups[i].id, effective) == 0)
      return groups[i].label;

  return NULL;
}

/* Whom to picture: "Picture 1,000 people. No one can say which one is you." */
static char *
dup_helper (SdmPatientContent *self)
{
  const SdmOutcome *outcome = get_outcome (self);
  const char       *label = find_group_label (get_aid (self), outcome, self->group);
  g_autofree char  *people = sdm_format_count (sdm_aid_get_denominator (get_aid (self)));
  g_autofree char  *picture = NULL;

  if (outcome->show != SDM_SHOW_ICONS)
    return g_strdup (label);

  picture = g_strdup_printf (_ ("Picture %s people. No one can say which one is you."), people);

  /* Translators: a group of people, then what to do: "People with a risk of 10 in 100. Picture 100 people. …" */
  return label != NULL ? g_strdup_printf (_ ("%s. %s"), label, picture) : g_steal_pointer (&picture);
}

static void
show_figure (SdmPatientContent *self)
{
  const char      *group = get_group (self);
  g_autofree char *helper = NULL;

  if (self->group != NULL && group != self->group)
    self->former_group = self->group;
  self->group = group;
  sdm_figure_card_show (SDM_FIGURE_CARD (self->card), group, self->former_group);
  helper = dup_helper (self);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->helper)), helper != NULL ? helper : "");
  gtk_widget_set_visible (gtk_widget_get_last_child (self->helper), helper != NULL);
  if (!sdm_session_is_read_only (self->session))
    sdm_consultation_note_figures (sdm_session_get_consultation (self->session), get_aid (self), get_outcome (self));
}

static GtkWidget *
make_figure (SdmPatientContent *self,
             GPtrArray         *shown)
{
  const SdmOutcome *outcome = get_outcome (self);
  GtkWidget        *screen = sdm_ui_column (10);
  g_autofree char  *heading = NULL;

  /* Translators: an outcome, and over what time: "Heart disease or stroke, over 10 years" */
  heading = g_strdup_printf (_ ("%s, %s"), outcome->title, outcome->time_frame);
  self->card = sdm_figure_card_new_for_screen (get_aid (self), outcome, shown);
  self->helper = sdm_patient_texts_make_heading (heading, "");
  gtk_box_append (GTK_BOX (screen), self->helper);
  gtk_box_append (GTK_BOX (screen), self->card);
  if (outcome->show == SDM_SHOW_ICONS)
    gtk_box_append (GTK_BOX (screen), sdm_people_key_new (22));
  self->sure = sdm_figure_card_make_sure_line (outcome);
  gtk_box_append (GTK_BOX (screen), self->sure);

  return screen;
}

/* Options side by side, one row at a time */

static void
fill_questions (SdmPatientContent *self,
                GListStore        *rows,
                GPtrArray         *shown)
{
  g_autoptr (GPtrArray) questions = sdm_consultation_list_questions (sdm_session_get_consultation (self->session), get_aid (self));

  for (guint i = 0; i < questions->len; i++)
    {
      const SdmQuestion *question = g_ptr_array_index (questions, i);
      g_autoptr (SdmGridRow) row = sdm_grid_rows_new_for_question (get_aid (self), question, shown, get_group (self));

      /* There is nothing to press on this screen. */
      sdm_grid_row_set_sources (row, NULL);
      g_list_store_append (rows, row);
      if (g_str_equal (question->id, self->row))
        sdm_grid_rows_note_question (self->session, question);
    }
}

static void
fill_matters (SdmPatientContent *self,
              GListStore        *rows,
              GPtrArray         *shown)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  const size_t     n = json_array_size (sdm_consultation_peek (consultation, "matters/ranked"));

  for (size_t i = 0; i < n; i++)
    {
      /* Asked for each time: what counts as shown makes the list anew. */
      json_t *ranked = json_array_get (sdm_consultation_peek (consultation, "matters/ranked"), i);
      g_autoptr (SdmGridRow) row = sdm_grid_rows_new_for_matter (get_aid (self), ranked, i, shown, get_group (self));

      g_list_store_append (rows, row);
      if (g_str_equal (sdm_grid_row_get_id (row), self->row))
        sdm_grid_rows_note_matter (self->session, ranked);
    }
}

/* There is room for whole names. */
static void
fill_options (SdmPatientContent *self,
              GListStore        *options,
              GPtrArray         *shown)
{
  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);
      g_autoptr (SdmGridOption) column = sdm_grid_option_new (option->id, option->title, option->title, NULL,
                                                              sdm_option_marks_get (get_aid (self), option));

      g_list_store_append (options, column);
    }
}

/* The person sees the whole answer. Sources are for the page, where the clinician can explain them. */
static void
show_row (SdmPatientContent *self,
          GListStore        *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (SdmGridRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      sdm_grid_row_set_footnote (row, NULL);
      if (g_strcmp0 (sdm_grid_row_get_id (row), self->row) == 0)
        sdm_option_grid_set_current_row (SDM_OPTION_GRID (self->grid), i);
    }
  sdm_option_grid_set_open_row (SDM_OPTION_GRID (self->grid), self->row);
}

static GtkWidget *
make_grid (SdmPatientContent *self,
           GPtrArray         *shown)
{
  g_autoptr (GListStore) options = g_list_store_new (SDM_TYPE_GRID_OPTION);
  g_autoptr (GListStore) rows = g_list_store_new (SDM_TYPE_GRID_ROW);

  self->grid = sdm_option_grid_new ();
  sdm_option_grid_set_one_question (SDM_OPTION_GRID (self->grid), TRUE);
  sdm_option_grid_set_has_foot (SDM_OPTION_GRID (self->grid), FALSE);
  sdm_option_grid_set_options (SDM_OPTION_GRID (self->grid), G_LIST_MODEL (options));
  sdm_option_grid_set_rows (SDM_OPTION_GRID (self->grid), G_LIST_MODEL (rows));
  fill_options (self, options, shown);
  for (guint i = 0; i < shown->len; i++)
    if (((const SdmOption *) g_ptr_array_index (shown, i))->is_no_change)
      sdm_option_grid_set_pinned_option (SDM_OPTION_GRID (self->grid), ((const SdmOption *) g_ptr_array_index (shown, i))->id);
  if (self->kind == SDM_PATIENT_QUESTION)
    fill_questions (self, rows, shown);
  else
    fill_matters (self, rows, shown);
  show_row (self, rows);

  return self->grid;
}

static void
show_room (SdmPatientContent *self)
{
  if (self->grid != NULL)
    sdm_option_grid_set_stacked (SDM_OPTION_GRID (self->grid), self->is_narrow);
  if (self->sure != NULL)
    gtk_widget_set_visible (self->sure, self->is_narrow);
}

/* GObject */

static void
sdm_patient_content_dispose (GObject *object)
{
  SdmPatientContent *self = SDM_PATIENT_CONTENT (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_patient_content_parent_class)->dispose (object);
}

static void
sdm_patient_content_finalize (GObject *object)
{
  SdmPatientContent *self = SDM_PATIENT_CONTENT (object);

  g_free (self->row);
  g_free (self->options);

  G_OBJECT_CLASS (sdm_patient_content_parent_class)->finalize (object);
}

static void
sdm_patient_content_class_init (SdmPatientContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sdm_patient_content_dispose;
  object_class->finalize = sdm_patient_content_finalize;
}

static void
sdm_patient_content_init (SdmPatientContent *self)
{
}

/* Public API */

/**
 * sdm_patient_content_new:
 * @screen: what to show of the consultation that is open
 *
 * Returns: (transfer floating): the screen, filled
 */
GtkWidget *
sdm_patient_content_new (SdmSession             *session,
                         const SdmPatientScreen *screen)
{
  SdmPatientContent *self = g_object_new (SDM_TYPE_PATIENT_CONTENT, NULL);

  self->session = g_object_ref (session);
  self->kind = screen->kind;
  self->row = g_strdup (screen->row);
  sdm_patient_content_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_patient_content_shows:
 *
 * Returns: whether this is @screen already
 */
gboolean
sdm_patient_content_shows (SdmPatientContent      *self,
                           const SdmPatientScreen *screen)
{
  return self->kind == screen->kind && g_strcmp0 (self->row, screen->row) == 0;
}

/**
 * sdm_patient_content_refresh:
 *
 * Shows what the consultation says now. A figure that is shown counts as shown and is kept.
 */
void
sdm_patient_content_refresh (SdmPatientContent *self)
{
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree char *options = NULL;

  if (self->kind != SDM_PATIENT_FIGURE && self->kind != SDM_PATIENT_QUESTION && self->kind != SDM_PATIENT_WEIGH)
    {
      adw_bin_set_child (ADW_BIN (self), sdm_patient_texts_new (self->session, self->kind, self->row));
      return;
    }

  shown = list_options (self);
  options = dup_option_names (shown);
  if (self->kind != SDM_PATIENT_FIGURE)
    {
      adw_bin_set_child (ADW_BIN (self), make_grid (self, shown));
    }
  else
    {
      if (g_strcmp0 (options, self->options) != 0)
        adw_bin_set_child (ADW_BIN (self), make_figure (self, shown));
      show_figure (self);
    }
  show_room (self);
  g_free (self->options);
  self->options = g_steal_pointer (&options);
}

/**
 * sdm_patient_content_set_narrow:
 *
 * Puts the options below each other where there is little room, and under a figure what
 * stands at the foot otherwise.
 */
void
sdm_patient_content_set_narrow (SdmPatientContent *self,
                                gboolean           is_narrow)
{
  self->is_narrow = is_narrow;
  show_room (self);
}

/**
 * sdm_patient_content_make_foot:
 *
 * Returns: (transfer floating) (nullable): what stands between the buttons at the foot
 */
GtkWidget *
sdm_patient_content_make_foot (SdmPatientContent *self)
{
  return self->kind == SDM_PATIENT_FIGURE ? sdm_figure_card_make_sure_line (get_outcome (self)) : NULL;
}
