/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-find-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-choice-bar.h"
#include "sdm-date.h"
#include "sdm-find-results.h"
#include "sdm-home-private.h"
#include "sdm-ui.h"

/**
 * SdmFindPage:
 *
 * Finds a patient by one field that takes a number, a name, or a name and a date of birth;
 * and talks by what is left to do, by day, by clinician and by decision.
 *
 * It is looked for on the store's thread. Each question has a number, and an answer to
 * another than the last is let go of; as soon as something else is typed, what was found
 * before is no longer shown.
 *
 * ## Accessibility
 *
 * Each field has a label. What is wrong with what was typed stands under its field and
 * describes it; all else stands in the group of what was found.
 */
struct _SdmFindPage
{
  AdwBin parent_instance;

  SdmPatientsPage *place;       /* weak: it holds this */
  GCancellable    *cancellable; /* nullable: while it looks */
  SdmRecordQuery  *asked;       /* nullable: the last question */
  guint            number;      /* of the last question */
  gboolean         is_updating; /* what stands in the fields */
  char            *aid;         /* nullable: the id of the decision that was chosen */

  GtkWidget *search;
  GtkWidget *kinds;  /* SdmChoiceBar */
  GtkWidget *fields; /* GtkStack: what the kind asks for */
  GtkWidget *due;
  GtkWidget *first_day;
  GtkWidget *last_day;
  GtkWidget *clinician;
  GtkWidget *clinician_first_day;
  GtkWidget *clinician_last_day;
  GtkWidget *decision;
  GtkWidget *results; /* SdmFindResults */
};

G_DEFINE_FINAL_TYPE (SdmFindPage, sdm_find_page, ADW_TYPE_BIN)

/* Somebody who types is not done after each letter, and each look is noted. */
#define PAUSE_MS 400

#define LEAST_LETTERS 2

/* Asking */

typedef struct
{
  SdmFindPage *page;
  GtkWidget   *input; /* not owned: of the page; nullable: what was typed in */
  guint        number;
} Question;

static void
free_question (Question *question)
{
  g_clear_object (&question->page);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

/* Whatever is under way or on screen is the answer to another question. */
static void
forget (SdmFindPage *self)
{
  self->number++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->asked, sdm_record_query_free);
}

static void
tell_nothing (SdmFindPage *self)
{
  forget (self);
  sdm_find_results_say (SDM_FIND_RESULTS (self->results), _ ("Who is found stands here."));
}

static void
show_error (SdmFindPage  *self,
            GtkWidget    *input, /* nullable */
            const GError *error)
{
  if (input != NULL && g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID))
    {
      sdm_find_results_say (SDM_FIND_RESULTS (self->results), "");
      sdm_ui_set_problem (input, error->message);
    }
  else
    {
      sdm_find_results_show_failure (SDM_FIND_RESULTS (self->results), error->message);
    }
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  SdmFindPage *self = question->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFound) found = sdm_record_store_find_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->place == NULL || question->number != self->number)
    return;

  g_clear_object (&self->cancellable);
  if (found == NULL)
    show_error (self, question->input, error);
  else
    sdm_find_results_show (SDM_FIND_RESULTS (self->results), self->asked, found);
}

/* Takes over @query. */
static void
ask (SdmFindPage    *self,
     GtkWidget      *input, /* nullable */
     SdmRecordQuery *query)
{
  Question *question = g_new0 (Question, 1);

  forget (self);
  self->asked = query;
  self->cancellable = g_cancellable_new ();
  if (input != NULL)
    sdm_ui_set_problem (input, NULL);
  sdm_find_results_say (SDM_FIND_RESULTS (self->results), _ ("Looking…"));

  question->page = g_object_ref (self);
  question->input = input;
  question->number = self->number;
  sdm_record_store_find_async (sdm_patients_page_get_store (self->place), query, self->cancellable, found_cb, question);
}

/* By what is typed */

static void
show_fields (SdmFindPage *self,
             const char  *kind) /* nullable */
{
  GtkWidget *fields = kind != NULL ? gtk_stack_get_child_by_name (GTK_STACK (self->fields), kind) : NULL;

  gtk_widget_set_visible (self->fields, fields != NULL);
  if (fields != NULL)
    gtk_stack_set_visible_child (GTK_STACK (self->fields), fields);
}

static const char *
peek (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
look_for_typed (SdmFindPage *self)
{
  g_autoptr (GError) error = NULL;
  SdmRecordQuery *query = sdm_record_query_new_from_text (peek (self->search), &error);

  if (query != NULL)
    {
      ask (self, self->search, query);
      return;
    }
  tell_nothing (self);
  sdm_ui_set_problem (self->search, error->message);
}

/* Half a number or half a day is no fault while somebody types. */
static void
typed_pause_cb (SdmFindPage *self)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new_from_text (peek (self->search), NULL);

  if (query != NULL && self->asked == NULL && g_utf8_strlen (query->text, -1) >= LEAST_LETTERS)
    look_for_typed (self);
}

static void
typed_cb (SdmFindPage *self)
{
  if (self->is_updating)
    return;
  sdm_ui_set_problem (self->search, NULL);
  self->is_updating = TRUE;
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->kinds), NULL);
  show_fields (self, NULL);
  self->is_updating = FALSE;
  tell_nothing (self);
}

/* By what is chosen */

/* What stands in @entry as a day; with a word under it, and FALSE, where that is none. */
static gboolean
read_day (GtkWidget *entry,
          gboolean   may_be_empty,
          char     **day)
{
  g_autofree char *typed = g_strstrip (g_strdup (peek (entry)));

  sdm_ui_set_problem (entry, NULL);
  *day = sdm_date_parse (typed);
  if (*day != NULL || (may_be_empty && *typed == '\0'))
    return TRUE;

  sdm_ui_set_problem (entry, _ ("Type a day such as 24 November 2026 or 24/11/2026."));
  gtk_widget_grab_focus (entry);
  return FALSE;
}

static void
look_for_days (SdmFindPage    *self,
               SdmRecordQuery *query,
               GtkWidget      *input,
               GtkWidget      *first,
               GtkWidget      *last,
               gboolean        may_be_empty)
{
  if (read_day (first, may_be_empty, &query->from) && read_day (last, TRUE, &query->to))
    ask (self, input, query);
  else
    sdm_record_query_free (query);
}

static void
look_for_reviews (SdmFindPage *self)
{
  SdmRecordQuery *query = sdm_record_query_new (SDM_RECORD_QUERY_REVIEWS, NULL);

  if (read_day (self->due, FALSE, &query->to))
    ask (self, self->due, query);
  else
    sdm_record_query_free (query);
}

static GtkWidget *
make_aid_row (SdmFindPage      *self,
              const SdmAidHead *head);

/* First the decision is chosen, then its talks are looked for. */
static void
show_decisions (SdmFindPage *self)
{
  GPtrArray *aids = sdm_aid_library_get_aids (sdm_context_get_library (sdm_patients_page_get_context (self->place)));

  forget (self);
  sdm_find_results_say (SDM_FIND_RESULTS (self->results), _ ("Choose the decision."));
  for (guint i = 0; i < aids->len; i++)
    if (sdm_aid_head_matches (g_ptr_array_index (aids, i), peek (self->decision)))
      gtk_box_append (GTK_BOX (self->results), make_aid_row (self, g_ptr_array_index (aids, i)));
}

static void
look_for_decision (SdmFindPage *self)
{
  if (self->aid != NULL)
    ask (self, NULL, sdm_record_query_new (SDM_RECORD_QUERY_AID, self->aid));
  else
    show_decisions (self);
}

static void
look_for_chosen (SdmFindPage *self)
{
  const char *kind = sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->kinds));

  tell_nothing (self);
  if (g_strcmp0 (kind, "drafts") == 0)
    ask (self, NULL, sdm_record_query_new (SDM_RECORD_QUERY_DRAFTS, NULL));
  else if (g_strcmp0 (kind, "reviews") == 0)
    look_for_reviews (self);
  else if (g_strcmp0 (kind, "day") == 0)
    look_for_days (self, sdm_record_query_new (SDM_RECORD_QUERY_DAY, NULL), self->last_day,
                   self->first_day, self->last_day, FALSE);
  else if (g_strcmp0 (kind, "clinician") == 0)
    look_for_days (self, sdm_record_query_new (SDM_RECORD_QUERY_CLINICIAN, peek (self->clinician)), self->clinician,
                   self->clinician_first_day, self->clinician_last_day, TRUE);
  else if (g_strcmp0 (kind, "decision") == 0)
    look_for_decision (self);
}

/* Callbacks */

static void
aid_clicked_cb (GtkWidget   *row,
                SdmFindPage *self)
{
  g_autofree char *title = g_strdup (g_object_get_data (G_OBJECT (row), "title"));

  g_free (self->aid);
  self->aid = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  /* The row goes with the list. */
  gtk_widget_grab_focus (self->decision);
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->decision), title);
  self->is_updating = FALSE;
  look_for_decision (self);
}

static GtkWidget *
make_aid_row (SdmFindPage      *self,
              const SdmAidHead *head)
{
  GtkWidget *row = sdm_home_row_new (head->title, head->decision != NULL ? head->decision : "", NULL);

  sdm_home_row_set_id (row, head->id);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (head->title), g_free);
  g_signal_connect (row, "clicked", G_CALLBACK (aid_clicked_cb), self);

  return row;
}

static void
decision_typed_cb (SdmFindPage *self)
{
  if (self->is_updating)
    return;
  g_clear_pointer (&self->aid, g_free);
  look_for_decision (self);
}

static void
kind_chosen_cb (SdmFindPage *self)
{
  const char *kind = sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->kinds));

  if (self->is_updating)
    return;
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->is_updating = FALSE;
  sdm_ui_set_problem (self->search, NULL);
  show_fields (self, kind);
  look_for_chosen (self);
}

/* What was found for what stood there before is not shown beside it. */
static void
field_typed_cb (SdmFindPage *self)
{
  if (!self->is_updating)
    tell_nothing (self);
}

/* Whoever comes back finds the focus where it was. */
static void
map_cb (SdmFindPage *self)
{
  g_signal_handlers_disconnect_by_func (self, map_cb, NULL);
  sdm_find_page_begin (self);
}

/* Parts */

static GtkWidget *
add_entry (SdmFindPage *self,
           GtkWidget   *row,
           const char  *label,
           const char  *text)
{
  GtkWidget *entry = sdm_ui_entry (14);

  sdm_ui_let_undo (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (field_typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (look_for_chosen), self);
  gtk_box_append (GTK_BOX (row), sdm_ui_field (label, entry));

  return entry;
}

static GtkWidget *
add_fields (SdmFindPage *self,
            const char  *kind)
{
  GtkWidget *row = sdm_ui_wrap (12);

  gtk_stack_add_named (GTK_STACK (self->fields), row, kind);

  return row;
}

static void
add_look (SdmFindPage *self,
          GtkWidget   *row)
{
  GtkWidget *look = sdm_ui_button (_ ("Look"), "ev-search-symbolic");

  gtk_widget_set_valign (look, GTK_ALIGN_END);
  g_signal_connect_swapped (look, "clicked", G_CALLBACK (look_for_chosen), self);
  gtk_box_append (GTK_BOX (row), look);
}

static void
make_fields (SdmFindPage *self)
{
  SdmContext            *context = sdm_patients_page_get_context (self->place);
  const SdmRecordPerson *person = sdm_context_get_person (context);
  g_autofree char       *day = sdm_clock_dup_day (sdm_context_get_clock (context));
  g_autofree char       *today = sdm_date_format (day);
  GtkWidget             *row;

  self->fields = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->fields), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->fields), FALSE);
  gtk_widget_set_visible (self->fields, FALSE);

  row = add_fields (self, "reviews");
  self->due = add_entry (self, row, _ ("Planned up to the day"), today);
  add_look (self, row);

  row = add_fields (self, "day");
  self->first_day = add_entry (self, row, _ ("Begun on the day"), today);
  self->last_day = add_entry (self, row, _ ("Or from then to the day"), "");
  add_look (self, row);

  row = add_fields (self, "clinician");
  self->clinician = add_entry (self, row, _ ("Name, as it is typed to sign in"), person != NULL && person->name != NULL ? person->name : "");
  self->clinician_first_day = add_entry (self, row, _ ("From the day, if not all"), "");
  self->clinician_last_day = add_entry (self, row, _ ("To the day"), "");
  add_look (self, row);

  row = add_fields (self, "decision");
  self->decision = add_entry (self, row, _ ("Decision, in everyday words"), "");
  g_signal_connect_swapped (self->decision, "changed", G_CALLBACK (decision_typed_cb), self);
}

static void
make_search (SdmFindPage *self)
{
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), PAUSE_MS);
  gtk_widget_set_size_request (self->search, -1, 44);
  g_object_set (self->search, "placeholder-text", _ ("Pell, or Pell 14/3/1943, or 943 476 5919"), NULL);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (typed_pause_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (look_for_typed), self);
}

static void
make_kinds (SdmFindPage *self)
{
  SdmChoiceBar *bar = SDM_CHOICE_BAR (sdm_choice_bar_new ());

  self->kinds = GTK_WIDGET (bar);
  sdm_choice_bar_add (bar, "drafts", _ ("Drafts"));
  sdm_choice_bar_add (bar, "reviews", _ ("Reviews due"));
  sdm_choice_bar_add (bar, "day", _ ("A day"));
  sdm_choice_bar_add (bar, "clinician", _ ("A clinician"));
  sdm_choice_bar_add (bar, "decision", _ ("A decision"));
  g_signal_connect_swapped (bar, "notify::value", G_CALLBACK (kind_chosen_cb), self);
}

static void
build (SdmFindPage *self)
{
  GtkWidget *page;
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);

  make_search (self);
  make_kinds (self);
  make_fields (self);
  self->results = sdm_find_results_new (self->place);

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Find a patient"), NULL, -1, &page));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Family name, name and date of birth, or NHS number"), self->search));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Or look for talks by"), self->kinds));
  gtk_box_append (GTK_BOX (content), self->fields);
  gtk_box_append (GTK_BOX (page), card);
  card = sdm_ui_card (NULL, &content);
  gtk_box_append (GTK_BOX (content), self->results);
  gtk_box_append (GTK_BOX (page), card);
}

/* GObject */

static void
sdm_find_page_dispose (GObject *object)
{
  SdmFindPage *self = SDM_FIND_PAGE (object);

  forget (self);
  g_clear_weak_pointer (&self->place);
  g_clear_pointer (&self->aid, g_free);

  G_OBJECT_CLASS (sdm_find_page_parent_class)->dispose (object);
}

static void
sdm_find_page_class_init (SdmFindPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_find_page_dispose;
}

static void
sdm_find_page_init (SdmFindPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

/**
 * sdm_find_page_new:
 * @place: where what is chosen is shown
 *
 * Returns: (transfer floating): a page on which nothing was looked for yet
 */
GtkWidget *
sdm_find_page_new (SdmPatientsPage *place)
{
  SdmFindPage *self = g_object_new (SDM_TYPE_FIND_PAGE, NULL);

  g_set_weak_pointer (&self->place, place);
  build (self);
  tell_nothing (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_find_page_begin:
 *
 * Goes to the field, where what is typed takes the place of what stands there.
 */
void
sdm_find_page_begin (SdmFindPage *self)
{
  g_return_if_fail (SDM_IS_FIND_PAGE (self));

  gtk_widget_grab_focus (self->search);
}

/**
 * sdm_find_page_look_again:
 *
 * Asks the last question once more, where what was found may be another thing now.
 */
void
sdm_find_page_look_again (SdmFindPage *self)
{
  g_return_if_fail (SDM_IS_FIND_PAGE (self));

  if (self->asked == NULL)
    return;
  if (*peek (self->search) != '\0')
    look_for_typed (self);
  else
    look_for_chosen (self);
}
