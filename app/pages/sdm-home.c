/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-home.h"

#include <glib/gi18n.h>

#include "sdm-home-filter.h"
#include "sdm-home-private.h"
#include "sdm-recent-aids.h"
#include "sdm-ui.h"

/**
 * SdmHome:
 *
 * The first page: practise with a made-up person, carry on with what was left,
 * or try a decision aid. It says what to do where a list is empty.
 */
struct _SdmHome
{
  AdwBin parent_instance;

  SdmWindow  *window; /* not owned: it owns this page */
  SdmContext *context;

  GtkWidget *cases;
  GtkWidget *all_cases; /* shows the rest of them */
  GtkWidget *filter;    /* SdmHomeFilter; nullable: before the first frame */
  GtkWidget *filter_place;
  GtkWidget *clear;   /* shows all again, where none fits */
  GtkWidget *starter; /* SdmHomeStarter */
  GtkWidget *real;    /* SdmHomeReal */
  GtkWidget *records; /* SdmHomeRecords of practice */
  GtkWidget *recent;
  GtkWidget *aids;
  GtkWidget *search;
  GtkWidget *lists; /* what has to be looked for first */
  GtkWidget *problem_card;
  GtkWidget *problem;
  gboolean   whole_list; /* of cases, also without a search */
};

/* As many cases as stand beside the other cards on a small screen. */
#define FIRST_CASES 5

G_DEFINE_FINAL_TYPE (SdmHome, sdm_home, ADW_TYPE_BIN)

/* Callbacks */

static void
case_clicked_cb (GtkWidget *row,
                 SdmHome   *self)
{
  GFile *file = sdm_aid_library_find_case (sdm_context_get_library (self->context), g_object_get_data (G_OBJECT (row), "id"));

  if (file != NULL)
    sdm_window_start_case (self->window, file);
}

static void
aid_clicked_cb (GtkWidget *row,
                SdmHome   *self)
{
  GFile *file = sdm_aid_library_find_aid (sdm_context_get_library (self->context), g_object_get_data (G_OBJECT (row), "id"), NULL);

  if (file != NULL)
    sdm_window_start_aid (self->window, file);
}

/* Lists */

static GtkWidget *
make_case_row (SdmHome           *self,
               const SdmCaseHead *head)
{
  GtkWidget       *row;
  g_autofree char *detail = NULL;

  /* Translators: under the title of an example case: who it is about, how long it takes */
  detail = g_strdup_printf (ngettext ("%s · about %u minute", "%s · about %u minutes", head->minutes), head->person, head->minutes);
  row = sdm_home_row_new (head->title, detail, head->summary);
  sdm_home_row_set_id (row, head->id);
  g_signal_connect (row, "clicked", G_CALLBACK (case_clicked_cb), self);

  return row;
}

static void
show_cases (SdmHome *self)
{
  SdmAidLibrary   *library = sdm_context_get_library (self->context);
  GPtrArray       *cases = sdm_aid_library_get_cases (library);
  const char      *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  SdmHomeFilter   *filter = self->filter != NULL ? SDM_HOME_FILTER (self->filter) : NULL;
  const gboolean   is_on = filter != NULL && sdm_home_filter_is_on (filter);
  guint            most = self->whole_list || *words != '\0' ? cases->len : FIRST_CASES;
  guint            fitting = 0;
  g_autofree char *all = NULL;

  sdm_ui_clear (self->cases);
  for (guint i = 0; i < cases->len; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (cases, i);

      if ((is_on && !sdm_home_filter_fits (filter, head)) || !sdm_aid_library_case_matches (library, head, words))
        continue;
      if (fitting++ < most)
        gtk_box_append (GTK_BOX (self->cases), make_case_row (self, head));
    }
  if (cases->len == 0 && !sdm_aid_library_was_scanned (library))
    sdm_home_show_empty (self->cases, _ ("Looking for cases…"));
  else if (cases->len == 0)
    sdm_home_show_empty (self->cases, _ ("There is nobody to practise with: no example case was found."));
  else if (fitting == 0 && !is_on)
    sdm_home_show_empty (self->cases, _ ("No case fits these words."));
  else if (fitting == 0)
    sdm_home_show_empty (self->cases, *words != '\0' ? _ ("No case fits these words, the role and the skill together. Choose another, or show all cases.")
                                                     : _ ("No case is for this role and trains this skill. Choose another, or show all cases."));
  gtk_widget_set_visible (self->clear, fitting == 0 && is_on);

  /* Translators: a button under the first of many example cases */
  all = g_strdup_printf (ngettext ("Show %u more", "Show %u more", fitting - MIN (most, fitting)), fitting - MIN (most, fitting));
  gtk_button_set_label (GTK_BUTTON (self->all_cases), all);
  gtk_widget_set_visible (self->all_cases, fitting > most);
}

static void
all_cases_cb (SdmHome *self)
{
  GtkWidget *next;

  self->whole_list = TRUE;
  show_cases (self);
  next = gtk_widget_get_first_child (self->cases);
  for (guint i = 0; i < FIRST_CASES && next != NULL; i++)
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

/* The focus does not fall out of the page with the button that had it. */
static void
clear_cb (SdmHome *self)
{
  gtk_widget_grab_focus (self->search);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  sdm_home_filter_clear (SDM_HOME_FILTER (self->filter));
}

static GtkWidget *
make_aid_row (SdmHome          *self,
              const SdmAidHead *head)
{
  GtkWidget *row = sdm_home_row_new (head->title, _ ("Draft: to practise"), NULL);

  sdm_home_row_set_id (row, head->id);
  g_signal_connect (row, "clicked", G_CALLBACK (aid_clicked_cb), self);

  return row;
}

/* Those used last stand before the whole list, as long as nobody searches. */
static void
show_recent_aids (SdmHome    *self,
                  const char *words)
{
  g_autoptr (GPtrArray) recent = sdm_recent_aids_list (sdm_context_get_settings (self->context),
                                                       sdm_context_get_library (self->context));

  sdm_ui_clear (self->recent);
  gtk_widget_set_visible (self->recent, recent->len > 0 && *words == '\0');
  gtk_box_append (GTK_BOX (self->recent), sdm_ui_label (_ ("Used last"), "chrome-small"));
  for (guint i = 0; i < recent->len; i++)
    gtk_box_append (GTK_BOX (self->recent), make_aid_row (self, g_ptr_array_index (recent, i)));
  gtk_box_append (GTK_BOX (self->recent), sdm_ui_label (_ ("All of them"), "chrome-small"));
}

/* A file that cannot be read stands in the list with the reason and the place, so that it is not missed in silence. */
static void
show_unreadable (SdmHome *self)
{
  GPtrArray *problems = sdm_aid_library_get_problems (sdm_context_get_library (self->context));

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = NULL;
      GtkWidget       *label;

      /* Translators: %s says what is wrong with the file of a decision aid, and where */
      text = g_strdup_printf (_ ("One file cannot be used: %s"), (const char *) g_ptr_array_index (problems, i));
      label = sdm_ui_label (text, "chrome-small");
      gtk_widget_add_css_class (label, "problem");
      gtk_box_append (GTK_BOX (self->aids), label);
    }
}

static void
show_aids (SdmHome *self)
{
  GPtrArray  *aids = sdm_aid_library_get_aids (sdm_context_get_library (self->context));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint       shown = 0;

  show_recent_aids (self, words);

  sdm_ui_clear (self->aids);
  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (aids, i);

      if (!sdm_aid_head_matches (head, words))
        continue;
      gtk_box_append (GTK_BOX (self->aids), make_aid_row (self, head));
      shown++;
    }
  if (*words == '\0')
    show_unreadable (self);
  if (shown == 0 && !sdm_aid_library_was_scanned (sdm_context_get_library (self->context)))
    sdm_home_show_empty (self->aids, _ ("Looking for decision aids…"));
  else if (shown == 0)
    sdm_home_show_empty (self->aids, *words != '\0' ? _ ("Nothing fits these words. Try another word, such as “cholesterol”.")
                                                    : _ ("No decision aid was found."));
}

/* Whoever comes back finds the page from its start. */
static void
scroll_to_start_cb (GtkScrolledWindow *scroller)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0);
}

static void
search_changed_cb (SdmHome *self)
{
  show_cases (self);
  show_aids (self);
}

/* Parts */

static GtkWidget *
make_practise_card (SdmHome *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);

  gtk_widget_add_css_class (card, "practice-card");
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Practise with a made-up patient"), "h2"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Same pages, nobody real. Choose a case."), "body"));
  self->filter_place = sdm_ui_column (0);
  gtk_box_append (GTK_BOX (content), self->filter_place);
  self->cases = sdm_ui_column (8);
  gtk_box_append (GTK_BOX (content), self->cases);
  self->all_cases = gtk_button_new ();
  gtk_widget_set_halign (self->all_cases, GTK_ALIGN_START);
  gtk_widget_set_visible (self->all_cases, FALSE);
  g_signal_connect_swapped (self->all_cases, "clicked", G_CALLBACK (all_cases_cb), self);
  gtk_box_append (GTK_BOX (content), self->all_cases);
  self->clear = sdm_ui_button (_ ("Show all cases"), NULL);
  gtk_widget_set_halign (self->clear, GTK_ALIGN_START);
  gtk_widget_set_visible (self->clear, FALSE);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (content), self->clear);

  return card;
}

static void
logbook_cb (SdmHome *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.practice-logbook", "s", "");
}

static GtkWidget *
make_logbook_card (SdmHome *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *row = sdm_home_row_new (_ ("Logbook"), _ ("What was practised here, by whom, and what they thought of it"), NULL);

  g_signal_connect_swapped (row, "clicked", G_CALLBACK (logbook_cb), self);
  gtk_box_append (GTK_BOX (content), row);

  return card;
}

static GtkWidget *
make_search (SdmHome *self)
{
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search cases and decision aids by everyday words"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search cases and decision aids"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);

  return self->search;
}

/* Where no aid fits. */
static GtkWidget *
make_blank (SdmHome *self)
{
  GtkWidget *row = sdm_ui_wrap (8);
  GtkWidget *start = sdm_ui_button (_ ("Use a blank page for two"), NULL);
  GtkWidget *when = sdm_ui_label (_ ("Nothing fits?"), "body");

  gtk_label_set_natural_wrap_mode (GTK_LABEL (when), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (start, "flat");
  g_signal_connect_swapped (start, "clicked", G_CALLBACK (sdm_window_start_blank), self->window);
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), start);

  return row;
}

static GtkWidget *
make_aids_card (SdmHome *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Decision aids"), &content);

  self->recent = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->recent);
  self->aids = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->aids);

  return card;
}

static GtkWidget *
make_problem_card (SdmHome *self)
{
  self->problem_card = sdm_ui_column (8);
  self->problem = sdm_ui_label (NULL, "body");
  gtk_widget_add_css_class (self->problem_card, "problem-card");
  gtk_box_append (GTK_BOX (self->problem_card), self->problem);
  gtk_widget_set_visible (self->problem_card, FALSE);

  return self->problem_card;
}

static GtkWidget *
make_columns (SdmHome *self)
{
  GtkWidget *columns = gtk_grid_new ();
  GtkWidget *left = sdm_ui_column (16);
  GtkWidget *right = sdm_ui_column (16);

  self->records = sdm_home_records_new (self->window, self->context, SDM_RECORD_STORE_PRACTICE);
  gtk_grid_set_column_spacing (GTK_GRID (columns), 24);
  gtk_grid_set_column_homogeneous (GTK_GRID (columns), TRUE);
  gtk_widget_set_hexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (left), make_practise_card (self));
  self->starter = sdm_home_starter_new (self->window, self->context);
  gtk_box_append (GTK_BOX (left), self->starter);
  gtk_box_append (GTK_BOX (left), make_logbook_card (self));
  gtk_box_append (GTK_BOX (right), self->records);
  gtk_box_append (GTK_BOX (right), make_aids_card (self));
  gtk_grid_attach (GTK_GRID (columns), left, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (columns), right, 1, 0, 1, 1);

  return columns;
}

static void
build (SdmHome *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *page = sdm_ui_column (16);
  GtkWidget *helper = sdm_ui_label (_ ("You can stop at any step and come back."), "body");

  gtk_widget_add_css_class (page, "page");
  gtk_widget_add_css_class (helper, "quiet");
  gtk_box_append (GTK_BOX (page), sdm_ui_label (_ ("Let’s decide together"), "h1"));
  gtk_box_append (GTK_BOX (page), helper);
  gtk_box_append (GTK_BOX (page), make_problem_card (self));
  self->real = sdm_home_real_new (self->window, self->context);
  gtk_box_append (GTK_BOX (page), self->real);
  gtk_box_append (GTK_BOX (page), make_search (self));
  gtk_box_append (GTK_BOX (page), make_blank (self));
  self->lists = sdm_ui_column (16);
  gtk_widget_set_visible (self->lists, FALSE);
  gtk_box_append (GTK_BOX (self->lists), make_columns (self));
  gtk_box_append (GTK_BOX (self->lists),
                  sdm_ui_label (_ ("Practice cases are not records. Do not enter a real person in one. "
                                   "Not for emergencies, or when someone cannot take part in the decision."),
                                   "caption"));
  gtk_box_append (GTK_BOX (page), self->lists);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  g_signal_connect (scroller, "map", G_CALLBACK (scroll_to_start_cb), NULL);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* GObject */

static void
sdm_home_dispose (GObject *object)
{
  SdmHome *self = SDM_HOME (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_home_parent_class)->dispose (object);
}

static void
sdm_home_class_init (SdmHomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_home_dispose;
}

static void
sdm_home_init (SdmHome *self)
{
}

/* Public API */

GtkWidget *
sdm_home_new (SdmWindow  *window,
              SdmContext *context)
{
  SdmHome *self = g_object_new (SDM_TYPE_HOME, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  build (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_home_show_lists:
 *
 * Shows the lists, which the first frame does without: nothing stands in them before it is looked for.
 */
void
sdm_home_show_lists (SdmHome *self)
{
  if (self->filter == NULL)
    {
      self->filter = sdm_home_filter_new (sdm_context_get_settings (self->context));
      g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (show_cases), self);
      gtk_box_append (GTK_BOX (self->filter_place), self->filter);
      show_cases (self);
    }
  gtk_widget_set_visible (self->lists, TRUE);
}

/**
 * sdm_home_refresh:
 *
 * Shows what the library and the store hold now.
 */
void
sdm_home_refresh (SdmHome *self)
{
  if (self->context == NULL)
    return;
  show_cases (self);
  sdm_home_starter_refresh (SDM_HOME_STARTER (self->starter));
  show_aids (self);
  sdm_home_records_refresh (SDM_HOME_RECORDS (self->records));
  sdm_home_real_refresh (SDM_HOME_REAL (self->real));
}

/**
 * sdm_home_set_store_problem:
 * @text: why nothing can be kept, and what to do
 */
void
sdm_home_set_store_problem (SdmHome    *self,
                            const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem_card, TRUE);
}
