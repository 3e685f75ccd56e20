/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-burdens.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-weigh.h"
#include "sdm-option-columns.h"

/**
 * SdmWeighBurdens:
 *
 * What each option asks of a person, from day to day: what, how often, how
 * long as a guess, and what this person says to it. Minutes and a note of
 * their own can be added once they have said something.
 */
struct _SdmWeighBurdens
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *card;
  gboolean   is_showing;
};

G_DEFINE_FINAL_TYPE (SdmWeighBurdens, sdm_weigh_burdens, ADW_TYPE_BIN)

/* One burden of one option, and the inputs for it. */
typedef struct
{
  SdmWeighBurdens *self;   /* not owned */
  const SdmOption *option; /* owned by the aid */
  const SdmBurden *burden; /* owned by the aid */
  GtkWidget       *time;
  GtkWidget       *says;
  GtkWidget       *own;
  GtkWidget       *minutes;
  GtkWidget       *note;
} Line;

/* Words */

static char *
dup_time (const Line *line)
{
  const SdmBurden *burden = line->burden;
  int              own = sdm_consultation_get_burden_minutes (sdm_page_get_consultation (line->self->page), line->option->id, burden->id);
  g_autofree char *times = sdm_burden_dup_times (burden);

  if (own != SDM_NOT_SAID)
    /* Translators: how often, and the minutes it takes this person: "1 time a day, 5 minutes for you" */
    return g_strdup_printf (ngettext ("%s, %d minute for you", "%s, %d minutes for you", (gulong) own), times, own);
  if (burden->minutes < 0)
    return g_steal_pointer (&times);
  if (burden->is_estimate)
    /* Translators: how often and how long: "1 time a day, about 1 minute (our guess)" */
    return g_strdup_printf (ngettext ("%s, about %d minute (our guess)", "%s, about %d minutes (our guess)", (gulong) burden->minutes),
                            times, burden->minutes);

  /* Translators: how often and how long: "1 time a day, about 1 minute" */
  return g_strdup_printf (ngettext ("%s, about %d minute", "%s, about %d minutes", (gulong) burden->minutes), times, burden->minutes);
}

static void
show_line (Line *line)
{
  SdmConsultation *consultation = sdm_page_get_consultation (line->self->page);
  g_autofree char *time = dup_time (line);
  const char      *says = sdm_consultation_get_burden_text (consultation, line->option->id, line->burden->id, "says");

  gtk_label_set_label (GTK_LABEL (line->time), time);
  gtk_widget_set_visible (line->own, says != NULL);
}

/* Callbacks */

static void
says_changed_cb (Line *line)
{
  SdmPage         *page = line->self->page;
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  const char      *says = sdm_choice_bar_get_value (SDM_CHOICE_BAR (line->says));
  g_autoptr (GError) error = NULL;
  gboolean had_more = sdm_consultation_get_burden_text (consultation, line->option->id, line->burden->id, "note") != NULL ||
                      sdm_consultation_get_burden_minutes (consultation, line->option->id, line->burden->id) != SDM_NOT_SAID;

  if (line->self->is_showing)
    return;
  if (!sdm_consultation_set_burden_says (consultation, line->option->id, line->burden->id, says, &error))
    sdm_session_say (sdm_page_get_session (page), error->message);
  else if (says == NULL && had_more)
    {
      sdm_session_offer_undo (sdm_page_get_session (page), _ ("Taken back, with its note"));
      line->self->is_showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (line->note), "");
      gtk_editable_set_text (GTK_EDITABLE (line->minutes), "");
      line->self->is_showing = FALSE;
    }
  show_line (line);
}

static void
note_changed_cb (Line *line)
{
  g_autoptr (GError) error = NULL;

  if (line->self->is_showing)
    return;
  sdm_consultation_set_burden_note (sdm_page_get_consultation (line->self->page), line->option->id, line->burden->id,
                                    gtk_editable_get_text (GTK_EDITABLE (line->note)), &error);
  sdm_ui_set_problem (line->note, error != NULL ? error->message : NULL);
}

static void
minutes_changed_cb (Line *line)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (line->minutes));
  guint64     minutes = 0;
  g_autoptr (GError) error = NULL;

  if (line->self->is_showing)
    return;
  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, 1440, &minutes, NULL))
    {
      sdm_ui_set_problem (line->minutes, _ ("Type whole minutes, 1440 at most."));
      return;
    }
  sdm_consultation_set_burden_minutes (sdm_page_get_consultation (line->self->page), line->option->id, line->burden->id,
                                       *text != '\0' ? (int) minutes : SDM_NOT_SAID, &error);
  sdm_ui_set_problem (line->minutes, error != NULL ? error->message : NULL);
  show_line (line);
}

/* Building */

/* What belongs to the answer: shown once there is one. */
static GtkWidget *
make_own (Line *line)
{
  SdmConsultation *consultation = sdm_page_get_consultation (line->self->page);
  gboolean         read_only = sdm_session_is_read_only (sdm_page_get_session (line->self->page));
  GtkWidget       *own = sdm_ui_row (10);
  GtkWidget       *note_field;
  const char      *note = sdm_consultation_get_burden_text (consultation, line->option->id, line->burden->id, "note");
  int              minutes = sdm_consultation_get_burden_minutes (consultation, line->option->id, line->burden->id);

  line->minutes = sdm_ui_entry (4);
  gtk_entry_set_max_length (GTK_ENTRY (line->minutes), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (line->minutes), 4);
  gtk_widget_set_hexpand (line->minutes, FALSE);
  line->note = sdm_ui_entry (8);
  gtk_entry_set_max_length (GTK_ENTRY (line->note), (int) sdm_consultation_get_max_length ("weigh/day/0/note"));
  if (note != NULL)
    gtk_editable_set_text (GTK_EDITABLE (line->note), note);
  if (minutes != SDM_NOT_SAID)
    {
      g_autofree char *text = g_strdup_printf ("%d", minutes);

      gtk_editable_set_text (GTK_EDITABLE (line->minutes), text);
    }
  gtk_widget_set_sensitive (line->minutes, !read_only);
  gtk_widget_set_sensitive (line->note, !read_only);
  g_signal_connect_swapped (line->minutes, "changed", G_CALLBACK (minutes_changed_cb), line);
  g_signal_connect_swapped (line->note, "changed", G_CALLBACK (note_changed_cb), line);

  gtk_box_append (GTK_BOX (own), sdm_steady_new (sdm_ui_field (_ ("Minutes"), line->minutes)));
  note_field = sdm_ui_field (_ ("In your day"), line->note);
  gtk_widget_set_hexpand (note_field, TRUE);
  gtk_box_append (GTK_BOX (own), sdm_steady_new (note_field));

  return own;
}

static GtkWidget *
make_says (Line *line)
{
  GtkWidget *says = sdm_choice_bar_new ();

  sdm_choice_bar_add (SDM_CHOICE_BAR (says), "no-trouble", _ ("No trouble"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (says), "some-trouble", _ ("Some trouble"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (says), "too-much", _ ("Too much"));
  gtk_widget_add_css_class (says, "row-of-many");
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (says),
                            sdm_consultation_get_burden_text (sdm_page_get_consultation (line->self->page),
                                                              line->option->id, line->burden->id, "says"));
  gtk_widget_set_sensitive (says, !sdm_session_is_read_only (sdm_page_get_session (line->self->page)));
  g_signal_connect_swapped (says, "notify::value", G_CALLBACK (says_changed_cb), line);

  return says;
}

static GtkWidget *
make_line (SdmWeighBurdens *self,
           const SdmOption *option,
           const SdmBurden *burden)
{
  Line            *line = g_new0 (Line, 1);
  GtkWidget       *box = sdm_ui_column (4);
  GtkWidget       *what = sdm_ui_label (burden->what, "answer");
  g_autofree char *name = NULL;

  line->self = self;
  line->option = option;
  line->burden = burden;
  line->time = sdm_ui_label (NULL, "caption");
  line->says = make_says (line);
  line->own = make_own (line);
  /* Translators: what has to be done, and the option it belongs to: "Take one tablet: Standard statin" */
  name = g_strdup_printf (_ ("%s: %s"), burden->what, option->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->says), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), line->time);
  gtk_box_append (GTK_BOX (box), line->says);
  gtk_box_append (GTK_BOX (box), line->own);
  g_object_set_data_full (G_OBJECT (box), "line", line, g_free);
  show_line (line);

  return box;
}

static GtkWidget *
make_column (SdmWeighBurdens *self,
             const SdmOption *option)
{
  GtkWidget *column = sdm_ui_column (12);

  gtk_widget_add_css_class (column, "option-column");
  gtk_box_append (GTK_BOX (column), sdm_option_columns_make_name (sdm_page_get_aid (self->page), option));
  for (guint i = 0; i < option->n_burdens; i++)
    gtk_box_append (GTK_BOX (column), make_line (self, option, &option->burdens[i]));
  if (option->n_burdens == 0)
    gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Nothing to do from day to day."), "answer"));

  return column;
}

/* GObject */

static void
sdm_weigh_burdens_class_init (SdmWeighBurdensClass *klass)
{
}

static void
sdm_weigh_burdens_init (SdmWeighBurdens *self)
{
  GtkWidget *content;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_card (_ ("What it takes, from day to day"), &content));
  self->card = content;
}

/* Public API */

GtkWidget *
sdm_weigh_burdens_new (SdmPage *page)
{
  SdmWeighBurdens *self = g_object_new (SDM_TYPE_WEIGH_BURDENS, NULL);

  self->page = page;

  return GTK_WIDGET (self);
}

/**
 * sdm_weigh_burdens_refresh:
 *
 * Draws the burdens of the options on screen again.
 */
void
sdm_weigh_burdens_refresh (SdmWeighBurdens *self)
{
  SdmPage *page = self->page;
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  GtkWidget *columns = sdm_option_columns_new ();
  GtkWidget *former = gtk_widget_get_last_child (self->card);

  for (guint i = 0; i < shown->len; i++)
    sdm_option_columns_add (SDM_OPTION_COLUMNS (columns), make_column (self, g_ptr_array_index (shown, i)));
  if (SDM_IS_OPTION_COLUMNS (former))
    gtk_box_remove (GTK_BOX (self->card), former);
  gtk_box_append (GTK_BOX (self->card), columns);
}
