/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-action.h"

#include <glib/gi18n.h>

#include "sdm-consultation-plan.h"
#include "sdm-page-reader.h"
#include "sdm-ruler.h"

/**
 * SdmPlanAction:
 *
 * One step of the plan: what, who, by when, and how sure the person is of it
 * from 0 to 10. Under 7 it asks what would make it easier.
 */
struct _SdmPlanAction
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  char      *sure_path;
  GtkWidget *sure;       /* the button that opens the ruler */
  GtkWidget *sure_label; /* what it says */
  GtkWidget *ruler;
  GtkWidget *easier;
};

G_DEFINE_FINAL_TYPE (SdmPlanAction, sdm_plan_action, ADW_TYPE_BIN)

/* As high as a field of one line. */
#define LINE_HEIGHT 44

static void
show_sure (SdmPlanAction *self)
{
  int              sure = sdm_ruler_get_value (SDM_RULER (self->ruler));
  g_autofree char *text = sure == SDM_RULER_NOT_SAID ? g_strdup (_ ("How sure?"))
                                                     /* Translators: how sure somebody is to do a step: "Sure: 8 of 10" */
                                                     : g_strdup_printf (_ ("Sure: %d of 10"), sure);
  g_autofree char *name = sure == SDM_RULER_NOT_SAID ? g_strdup (_ ("How sure? Not said yet"))
                                                     : g_strdup_printf (_ ("How sure? %d of 10"), sure);

  gtk_label_set_label (GTK_LABEL (self->sure_label), text);
  /* The button inside takes the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->sure)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->easier, sure != SDM_RULER_NOT_SAID && sure < SDM_PLAN_SURE_ENOUGH);
}

/* Callbacks */

static void
sure_changed_cb (SdmPlanAction *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  int              sure = sdm_ruler_get_value (SDM_RULER (self->ruler));
  g_autoptr (GError) error = NULL;
  gboolean kept = sure == SDM_RULER_NOT_SAID ? sdm_consultation_remove (consultation, self->sure_path, &error)
                                             : sdm_consultation_set_integer (consultation, self->sure_path, sure, &error);

  if (!kept)
    sdm_session_say (sdm_page_get_session (self->page), error->message);
  show_sure (self);
}

/* Building */

/* A label before its input, which has a box of its own for what may be wrong with it. The label stays
 * beside the first line of a text. */
static GtkWidget *
add_cell (GtkWidget  *row,
          const char *label,
          GtkWidget  *input,
          gboolean    grows)
{
  GtkWidget *whole = sdm_ui_row (8);
  GtkWidget *cell = sdm_ui_column (4);
  GtkWidget *title = sdm_ui_label (label, "chrome");

  gtk_widget_add_css_class (title, "quiet");
  sdm_ui_set_title (input, title);
  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_label_set_yalign (GTK_LABEL (title), 0.5);
  gtk_widget_set_size_request (title, -1, LINE_HEIGHT);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_widget_set_hexpand (input, grows);
  gtk_widget_set_hexpand (cell, grows);
  gtk_box_append (GTK_BOX (cell), input);
  gtk_box_append (GTK_BOX (whole), title);
  gtk_box_append (GTK_BOX (whole), cell);
  gtk_widget_set_hexpand (whole, grows);
  gtk_box_append (GTK_BOX (row), whole);

  return input;
}

static GtkWidget *
get_title (GtkWidget *input)
{
  return gtk_widget_get_prev_sibling (gtk_widget_get_parent (input));
}

/* One begins below the other, whichever title is longer. */
static void
line_up (GtkWidget *what,
         GtkWidget *who)
{
  g_autoptr (GtkSizeGroup) titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_size_group_add_widget (titles, get_title (what));
  gtk_size_group_add_widget (titles, get_title (who));
}

/* A line at first, which grows with what is typed. */
static GtkWidget *
make_text (void)
{
  GtkWidget *text = sdm_ui_text (LINE_HEIGHT);

  gtk_widget_add_css_class (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text)), "line");

  return text;
}

static GtkWidget *
make_ruler_button (SdmPlanAction *self,
                   GtkWidget     *popover_content)
{
  GtkWidget *popover = gtk_popover_new ();

  self->sure = gtk_menu_button_new ();
  self->sure_label = gtk_label_new (NULL);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->sure), self->sure_label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->sure), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), popover_content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->sure), popover);

  return sdm_ui_at_top (self->sure);
}

static GtkWidget *
make_details (SdmPlanAction *self,
              const char    *path)
{
  GtkWidget       *column = sdm_ui_column (12);
  GtkWidget       *side = sdm_choice_bar_new ();
  GtkWidget       *for_gp = sdm_ui_check (_ ("Put this in the box for the GP"));
  g_autofree char *name = sdm_page_dup_speaker (self->page);
  g_autofree char *side_path = g_strdup_printf ("%s/side", path);
  g_autofree char *gp_path = g_strdup_printf ("%s/for_gp", path);

  self->ruler = sdm_ruler_new ();
  sdm_ruler_set_question (SDM_RULER (self->ruler), _ ("How sure are you that you will do it?"));
  sdm_ruler_set_end_labels (SDM_RULER (self->ruler), _ ("not sure at all"), _ ("quite sure"));
  gtk_widget_set_size_request (self->ruler, 380, -1);
  gtk_box_append (GTK_BOX (column), self->ruler);

  sdm_choice_bar_add (SDM_CHOICE_BAR (side), "person", name);
  sdm_choice_bar_add (SDM_CHOICE_BAR (side), "professional", _ ("The health team"));
  gtk_box_append (GTK_BOX (column), sdm_ui_field (_ ("Whose step is it?"), side));
  gtk_box_append (GTK_BOX (column), for_gp);
  sdm_page_bind_choice (self->page, side, side_path);
  sdm_page_bind_flag (self->page, for_gp, gp_path);

  return column;
}

static void
build (SdmPlanAction *self,
       const char    *path,
       guint          number)
{
  GtkWidget       *column = sdm_ui_column (6);
  GtkWidget       *first = sdm_ui_row (8);
  GtkWidget       *second = sdm_ui_wrap (8);
  GtkWidget       *what = make_text ();
  GtkWidget       *who = sdm_ui_entry (6);
  GtkWidget       *easier = make_text ();
  g_autofree char *what_label = NULL;
  g_autofree char *what_path = g_strdup_printf ("%s/what", path);
  g_autofree char *who_path = g_strdup_printf ("%s/owner", path);
  g_autofree char *by_path = g_strdup_printf ("%s/by", path);
  g_autofree char *easier_path = g_strdup_printf ("%s/easier", path);
  GtkWidget       *details = make_details (self, path);
  gboolean         can_change = !sdm_session_is_read_only (sdm_page_get_session (self->page));

  /* Translators: before what is done in a step of the plan: "Step 1" */
  what_label = g_strdup_printf (_ ("Step %u"), number);
  sdm_page_bind_text (self->page, add_cell (first, what_label, what, TRUE), what_path);
  sdm_page_bind_text (self->page, add_cell (second, _ ("Who"), who, TRUE), who_path);
  line_up (what, who);
  sdm_page_bind_date (self->page, add_cell (second, C_ ("date", "By"), sdm_ui_entry (16), FALSE), by_path);
  gtk_box_append (GTK_BOX (second), make_ruler_button (self, details));
  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);

  self->easier = sdm_ui_field (_ ("What would make it easier?"), easier);
  gtk_box_append (GTK_BOX (column), self->easier);
  sdm_page_bind_text (self->page, easier, easier_path);
  gtk_widget_set_sensitive (self->ruler, can_change);
  adw_bin_set_child (ADW_BIN (self), column);
}

/* GObject */

static void
sdm_plan_action_finalize (GObject *object)
{
  g_clear_pointer (&SDM_PLAN_ACTION (object)->sure_path, g_free);

  G_OBJECT_CLASS (sdm_plan_action_parent_class)->finalize (object);
}

static void
sdm_plan_action_class_init (SdmPlanActionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_plan_action_finalize;
}

static void
sdm_plan_action_init (SdmPlanAction *self)
{
}

/* Public API */

/**
 * sdm_plan_action_new:
 * @path: the step in the consultation, such as "plan/actions/0"
 * @number: its place in the list, from 1
 */
GtkWidget *
sdm_plan_action_new (SdmPage    *page,
                     const char *path,
                     guint       number)
{
  SdmPlanAction *self = g_object_new (SDM_TYPE_PLAN_ACTION, NULL);

  self->page = page;
  self->sure_path = g_strdup_printf ("%s/confidence", path);
  build (self, path, number);
  sdm_ruler_set_value (SDM_RULER (self->ruler),
                       sdm_consultation_get_integer (sdm_page_get_consultation (page), self->sure_path, SDM_RULER_NOT_SAID));
  show_sure (self);
  g_signal_connect_swapped (self->ruler, "notify::value", G_CALLBACK (sure_changed_cb), self);

  return GTK_WIDGET (self);
}
