/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-clinician-sheet.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-figure-card.h"
#include "sdm-figure-words.h"
#include "sdm-option-columns.h"

/**
 * SdmClinicianSheet:
 *
 * Beside the page, for the clinician alone: words that may help in this step,
 * whom the aid and its options are not for, what to listen for, and where the
 * figures come from with how far that was read. It is never part of the
 * patient view.
 *
 * ## Accessibility
 *
 * A `group` named by its heading. F9 opens and closes it, F6 leads into it.
 */
struct _SdmClinicianSheet
{
  AdwBin parent_instance;

  GtkWidget *clamp;
  GtkWidget *scroller;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (SdmClinicianSheet, sdm_clinician_sheet, ADW_TYPE_BIN)

#define WIDTH       320
#define LARGE_WIDTH 480

/* Shapes */

static GtkWidget *
add_section (SdmClinicianSheet *self,
             const char        *title)
{
  GtkWidget *section = sdm_ui_column (8);
  GtkWidget *heading = sdm_ui_label (title, "h3");

  gtk_box_append (GTK_BOX (section), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (self->content), section);

  return section;
}

static GtkWidget *
add_line (GtkWidget  *section,
          const char *text,
          const char *css_class)
{
  GtkWidget *line = sdm_ui_label (text, css_class);

  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (section), line);

  return line;
}

/* Words for this step */

static void
add_prompts (SdmClinicianSheet *self,
             SdmSession        *session,
             const char        *kind,
             const char        *title)
{
  guint            n_prompts;
  const SdmPrompt *prompts = sdm_aid_get_prompts (sdm_session_get_aid (session), &n_prompts);
  const char      *step = sdm_step_get_id (sdm_session_get_step (session));
  GtkWidget       *section = NULL;

  for (guint i = 0; i < n_prompts; i++)
    {
      if (g_strcmp0 (prompts[i].step, step) != 0 || g_strcmp0 (prompts[i].kind, kind) != 0)
        continue;
      if (section == NULL)
        section = add_section (self, title);
      if (prompts[i].when != NULL)
        add_line (section, prompts[i].when, "chrome-strong");
      add_line (section, prompts[i].text, "chrome");
    }
}

/* Whom it is for */

static void
add_audience (SdmClinicianSheet *self,
              SdmAid            *aid)
{
  g_auto (GStrv) audience = sdm_aid_dup_audience (aid);
  guint            n_not_for;
  const SdmNotFor *not_for = sdm_aid_get_not_for (aid, &n_not_for);
  GtkWidget       *section;

  if (audience[0] != NULL)
    {
      section = add_section (self, _ ("Who it is for"));
      for (guint i = 0; audience[i] != NULL; i++)
        add_line (section, audience[i], "chrome");
    }
  if (n_not_for > 0)
    section = add_section (self, _ ("Who it is not for, and what to do instead"));
  for (guint i = 0; i < n_not_for; i++)
    {
      add_line (section, not_for[i].text, "chrome-strong");
      add_line (section, not_for[i].instead, "chrome");
    }
}

static void
add_options_not_for (SdmClinicianSheet *self,
                     SdmSession        *session)
{
  SdmAid *aid = sdm_session_get_aid (session);
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (sdm_session_get_consultation (session), aid);
  GtkWidget *section = NULL;

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);

      if (option->not_for == NULL || option->not_for[0] == NULL)
        continue;
      if (section == NULL)
        section = add_section (self, _ ("Who an option is not for"));
      gtk_box_append (GTK_BOX (section), sdm_option_columns_make_name (aid, option));
      for (guint j = 0; option->not_for[j] != NULL; j++)
        add_line (section, option->not_for[j], "chrome");
    }
}

/* What a good telling would hold */

static void
add_listen_for (SdmClinicianSheet *self,
                SdmAid            *aid)
{
  guint               n_prompts;
  const SdmTeachBack *prompts = sdm_aid_get_teach_back (aid, &n_prompts);
  GtkWidget          *section = NULL;

  for (guint i = 0; i < n_prompts; i++)
    {
      if (prompts[i].listen_for == NULL || prompts[i].listen_for[0] == NULL)
        continue;
      if (section == NULL)
        section = add_section (self, _ ("For you to listen for"));
      add_line (section, prompts[i].prompt, "chrome-strong");
      for (guint j = 0; prompts[i].listen_for[j] != NULL; j++)
        add_line (section, prompts[i].listen_for[j], "chrome");
    }
}

/* Sources */

/* Which figures rest on a source, and where in it they stand; how far it was read where that differs. */
static GtkWidget *
make_figures_of (SdmAid          *aid,
                 const SdmSource *source,
                 gboolean        *is_second_hand)
{
  GtkWidget        *figures = sdm_ui_column (4);
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    for (guint j = 0; j < outcomes[i].n_citations; j++)
      {
        const SdmCitation *citation = &outcomes[i].citations[j];
        g_autofree char   *line = NULL;

        if (g_strcmp0 (citation->source, source->id) != 0)
          continue;
        *is_second_hand = *is_second_hand || citation->is_second_hand;
        if (citation->read == source->read)
          /* Translators: a figure and where it stands in its source: "New diabetes: table 2" */
          line = g_strdup_printf (_ ("%s: %s"), outcomes[i].title, citation->where);
        else
          /* Translators: a figure, where it stands in its source, and how far that was read:
           * "New diabetes: table 2. Read in full." */
          line = g_strdup_printf (_ ("%s: %s. %s."), outcomes[i].title, citation->where, sdm_reading_get_label (citation->read));
        add_line (figures, line, "chrome-small");
      }

  return figures;
}

static void
add_source (GtkWidget       *section,
            SdmAid          *aid,
            const SdmSource *source)
{
  gboolean   is_second_hand = FALSE;
  GtkWidget *figures = g_object_ref_sink (make_figures_of (aid, source, &is_second_hand));
  GtkWidget *entry = sdm_ui_column (4);

  if (gtk_widget_get_first_child (figures) != NULL)
    {
      add_line (entry, source->citation, "chrome");
      if (source->via != NULL)
        {
          /* Translators: how far a source was read, and what was read in its place */
          g_autofree char *read = g_strdup_printf (_ ("%s: %s"), sdm_reading_get_label (source->read), source->via);

          add_line (entry, read, "chrome-small");
        }
      else
        {
          add_line (entry, sdm_reading_get_label (source->read), "chrome-small");
        }
      if (is_second_hand)
        gtk_box_append (GTK_BOX (entry), sdm_figure_card_make_to_be_checked ());
      gtk_box_append (GTK_BOX (entry), figures);
      gtk_box_append (GTK_BOX (section), entry);
    }
  else
    {
      g_object_unref (g_object_ref_sink (entry));
    }
  g_object_unref (figures);
}

static void
add_sources (SdmClinicianSheet *self,
             SdmAid            *aid)
{
  guint            n_sources;
  const SdmSource *sources = sdm_aid_get_sources (aid, &n_sources);
  GtkWidget       *section;

  if (n_sources == 0)
    return;
  section = add_section (self, _ ("Where the figures come from"));
  for (guint i = 0; i < n_sources; i++)
    add_source (section, aid, &sources[i]);
}

/* GObject */

static void
sdm_clinician_sheet_class_init (SdmClinicianSheetClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_clinician_sheet_init (SdmClinicianSheet *self)
{
  GtkWidget *sheet = sdm_ui_column (8);
  GtkWidget *head = sdm_ui_row (8);
  GtkWidget *title = sdm_ui_label (_ ("For you"), "h2");
  GtkWidget *close = sdm_ui_icon_button ("ev-close-symbolic", _ ("Close the prompts"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.clinician-sheet");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), close);
  gtk_box_append (GTK_BOX (sheet), head);

  self->content = sdm_ui_column (20);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (sheet), self->scroller);
  gtk_widget_add_css_class (sheet, "side-sheet");

  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), sheet);
  adw_bin_set_child (ADW_BIN (self), self->clamp);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  /* The heading would otherwise make the sheet as wide as the page. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  sdm_clinician_sheet_set_large_text (self, FALSE);
}

/* Public API */

GtkWidget *
sdm_clinician_sheet_new (void)
{
  return g_object_new (SDM_TYPE_CLINICIAN_SHEET, NULL);
}

/**
 * sdm_clinician_sheet_show_step:
 *
 * Shows what the aid has for the clinician in the step that is on screen.
 */
void
sdm_clinician_sheet_show_step (SdmClinicianSheet *self,
                               SdmSession        *session)
{
  SdmAid *aid = sdm_session_get_aid (session);
  SdmStep step = sdm_session_get_step (session);

  sdm_ui_clear (self->content);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  add_prompts (self, session, "open-question", _ ("Open questions"));
  add_prompts (self, session, "soft-start", _ ("Soft starts"));
  add_prompts (self, session, "when", _ ("What to say when"));
  if (step == SDM_STEP_START || step == SDM_STEP_PEOPLE)
    add_audience (self, aid);
  if (step == SDM_STEP_OPTIONS)
    add_options_not_for (self, session);
  if (step == SDM_STEP_CHECK)
    add_listen_for (self, aid);
  if (step == SDM_STEP_OPTIONS || step == SDM_STEP_RISKS || step == SDM_STEP_WEIGH)
    add_sources (self, aid);
  if (gtk_widget_get_first_child (self->content) == NULL)
    add_line (self->content, _ ("There are no prompts for this step."), "chrome");
}

/**
 * sdm_clinician_sheet_clear:
 *
 * Says nothing until a step is shown again.
 */
void
sdm_clinician_sheet_clear (SdmClinicianSheet *self)
{
  sdm_ui_clear (self->content);
}

/**
 * sdm_clinician_sheet_set_large_text:
 *
 * Makes the sheet wider where the text is large.
 */
void
sdm_clinician_sheet_set_large_text (SdmClinicianSheet *self,
                                    gboolean           large_text)
{
  const int width = large_text ? LARGE_WIDTH : WIDTH;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
  gtk_widget_set_size_request (self->clamp, width, -1);
}
