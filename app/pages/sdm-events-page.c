/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-events-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-clipboard.h"
#include "sdm-event-words.h"
#include "sdm-events-paper.h"
#include "sdm-file-choice.h"
#include "sdm-letter.h"
#include "sdm-paper-print.h"
#include "sdm-record-find.h"
#include "sdm-ui.h"

/**
 * SdmEventsPage:
 *
 * Who saw and changed what of one patient, or of one talk, the newest first. Where a line of it
 * is not as it was written, that is told in the place of the list; that none was left out is
 * found out by following the whole chain, when somebody asks for it. Looking at the list is in
 * the list itself, and so is copying, saving or printing it.
 *
 * ## Accessibility
 *
 * A list whose rows are reached by the arrow keys; each says when, who and what.
 */
struct _SdmEventsPage
{
  AdwBin parent_instance;

  SdmPatientsPage *place; /* weak: it holds this */
  char            *patient;
  char            *record;  /* nullable: of one talk alone */
  GPtrArray       *events;  /* nullable: of SdmRecordEvent, oldest first */
  guint            n_shown; /* at most */

  GtkWidget *about;
  GtkWidget *state;
  GtkWidget *buttons;
  GtkWidget *check;
  GtkWidget *all;  /* nullable: leads from one talk to all */
  GtkWidget *said; /* what came of it */
  GtkWidget *list;
  GtkWidget *older;
};

G_DEFINE_FINAL_TYPE (SdmEventsPage, sdm_events_page, ADW_TYPE_BIN)

/* As many as are made at once. */
#define PORTION 200

/* The list */

static GtkWidget *
make_row (SdmEventsPage        *self,
          const SdmRecordEvent *event)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *texts = sdm_ui_column (2);
  g_autofree char *when = sdm_event_words_dup_when (event);
  g_autofree char *who = sdm_event_words_dup_who (event);
  g_autofree char *what = sdm_event_words_dup_what (event, sdm_patients_page_get_talks (self->place));
  g_autofree char *where = sdm_event_words_dup_where (event);
  /* Translators: when it was, and who: "24 November 2026, 10:42:05 · Dr Amina Rowe (GP)" */
  g_autofree char *head = g_strdup_printf (_ ("%s · %s"), when, who);
  g_autofree char *whole = g_strjoin ("\n", head, what, where, NULL);

  gtk_box_append (GTK_BOX (texts), sdm_ui_label (head, "chrome"));
  gtk_box_append (GTK_BOX (texts), sdm_ui_label (what, "chrome-strong"));
  gtk_box_append (GTK_BOX (texts), sdm_ui_label (where, "chrome-small"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);

  return row;
}

static gboolean
is_shown (SdmEventsPage        *self,
          const SdmRecordEvent *event)
{
  return self->record == NULL || g_strcmp0 (event->record, self->record) == 0;
}

/* Those that are to be shown or given: all, or of one talk. */
static GPtrArray *
list_wanted (SdmEventsPage *self)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->events->len; i++)
    if (is_shown (self, g_ptr_array_index (self->events, i)))
      g_ptr_array_add (wanted, g_ptr_array_index (self->events, i));

  return wanted;
}

static void
show_list (SdmEventsPage *self)
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = wanted->len; i > 0 && wanted->len - i < self->n_shown; i--)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (wanted, i - 1)));
  gtk_widget_set_visible (self->older, wanted->len > self->n_shown);
}

static char *
dup_about (SdmEventsPage *self)
{
  g_autofree char *talk = sdm_event_words_dup_talk (self->record, sdm_patients_page_get_talks (self->place));
  const char      *who = sdm_patients_page_get_who (self->place);

  if (talk != NULL)
    /* Translators: who it is, and a day and time */
    return g_strdup_printf (_ ("%s · only the talk of %s"), who, talk);

  return g_strdup (who);
}

static void
show_about (SdmEventsPage *self)
{
  g_autofree char *about = dup_about (self);

  gtk_label_set_label (GTK_LABEL (self->about), about);
  gtk_widget_set_visible (self->all, self->record != NULL);
}

/* Reading */

static void
show_failure (SdmEventsPage *self,
              const GError  *error)
{
  gtk_widget_add_css_class (self->state, "problem");
  gtk_label_set_label (GTK_LABEL (self->state), error->message);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmEventsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sdm_record_store_list_events_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->place == NULL)
    return;
  show_about (self);
  if (events == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_steal_pointer (&events);
  gtk_label_set_label (GTK_LABEL (self->state), _ ("That you look at it is in the list, too."));
  gtk_widget_set_visible (self->buttons, TRUE);
  show_list (self);
}

/* Checking */

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmEventsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean good = sdm_record_store_verify_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->place == NULL)
    return;
  gtk_widget_set_sensitive (self->check, TRUE);
  if (good)
    gtk_label_set_label (GTK_LABEL (self->state), _ ("All records were checked just now. In this list nothing was changed, and nothing was left out."));
  else
    show_failure (self, error);
}

static void
check_cb (SdmEventsPage *self)
{
  gtk_widget_remove_css_class (self->state, "problem");
  gtk_label_set_label (GTK_LABEL (self->state), _ ("Going through all records…"));
  gtk_widget_grab_focus (self->list);
  gtk_widget_set_sensitive (self->check, FALSE);
  sdm_record_store_verify_async (sdm_patients_page_get_store (self->place), NULL, checked_cb, g_object_ref (self));
}

/* Giving it out: first that is noted */

typedef struct
{
  SdmEventsPage *page;
  GFile         *file; /* nullable: onto the clipboard */
  char          *text;
} Giving;

static void
free_giving (Giving *giving)
{
  g_clear_object (&giving->page);
  g_clear_object (&giving->file);
  explicit_bzero (giving->text, strlen (giving->text));
  g_free (giving->text);
  g_free (giving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Giving, free_giving)

static void
say (SdmEventsPage *self,
     const char    *text,
     gboolean       is_problem)
{
  gtk_label_set_label (GTK_LABEL (self->said), text);
  gtk_widget_set_visible (self->said, TRUE);
  if (is_problem)
    gtk_widget_add_css_class (self->said, "problem");
  else
    gtk_widget_remove_css_class (self->said, "problem");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (giving->file);
  const gboolean   good = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (giving->page->place == NULL)
    return;
  if (good)
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("Saved as %s"), name);
  else
    /* Translators: %s says why */
    text = g_strdup_printf (_ ("The list was not saved: %s. Choose another place."), error->message);
  say (giving->page, text, !good);
}

static void
give (Giving *giving)
{
  SdmEventsPage *self = giving->page;

  if (giving->file != NULL)
    {
      g_file_replace_contents_async (giving->file, giving->text, strlen (giving->text), NULL, FALSE,
                                     G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb, giving);
      return;
    }
  sdm_clipboard_lend (gtk_widget_get_clipboard (GTK_WIDGET (self)), giving->text, SDM_CLIPBOARD_SECONDS);
  say (self, _ ("Copied. It stays on the clipboard for a minute."), FALSE);
  free_giving (giving);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean good = sdm_record_store_note_given_finish (SDM_RECORD_STORE (source), result, &error);

  if (giving->page->place == NULL)
    return;
  if (good)
    give (g_steal_pointer (&giving));
  else
    say (giving->page, error->message, TRUE);
}

static void
start_giving (SdmEventsPage *self,
              GFile         *file) /* nullable */
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  g_autofree char *about = dup_about (self);
  g_autofree char *made = sdm_patients_page_dup_made (self->place);
  Giving          *giving = g_new0 (Giving, 1);

  giving->page = g_object_ref (self);
  giving->file = file != NULL ? g_object_ref (file) : NULL;
  giving->text = sdm_event_words_dup_text (wanted, sdm_patients_page_get_talks (self->place), about, made);
  sdm_record_store_note_given_async (sdm_patients_page_get_store (self->place), self->patient, NULL, noted_cb, giving);
}

/* Printing: that it was printed, and where, is noted when it was */

static void
print_noted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SdmEventsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean good = sdm_record_store_note_given_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->place == NULL)
    return;
  say (self, good ? _ ("Sent to the printer") : error->message, !good);
}

static void
printed_cb (const char   *printed,
            const GError *error,
            gpointer      user_data)
{
  g_autoptr (SdmEventsPage) self = user_data;

  if (self->place == NULL)
    return;
  if (printed != NULL)
    sdm_record_store_note_given_async (sdm_patients_page_get_store (self->place), self->patient, printed, print_noted_cb, g_object_ref (self));
  else if (error != NULL)
    say (self, error->message, TRUE);
}

/* Callbacks */

static void
print_cb (SdmEventsPage *self)
{
  sdm_events_page_print (self, NULL);
}

static void
copy_cb (SdmEventsPage *self)
{
  start_giving (self, NULL);
}

static void
chosen_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_events_page_save_to (SDM_EVENTS_PAGE (page), file);
}

static void
save_cb (SdmEventsPage *self)
{
  g_autofree char *day = sdm_clock_dup_day (sdm_context_get_clock (sdm_patients_page_get_context (self->place)));
  g_autofree char *name = g_strdup_printf ("evenhand-list-%s.txt", day);

  sdm_file_choice_save (GTK_WIDGET (self), _ ("Save the list"), name, chosen_cb);
}

static void
all_cb (SdmEventsPage *self)
{
  g_clear_pointer (&self->record, g_free);
  gtk_widget_grab_focus (self->list);
  show_about (self);
  show_list (self);
}

static void
older_cb (SdmEventsPage *self)
{
  GtkListBoxRow *row;

  self->n_shown += PORTION;
  show_list (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) (self->n_shown - PORTION));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Parts */

static GtkWidget *
add_button (SdmEventsPage *self,
            GtkWidget     *row,
            const char    *label,
            const char    *icon_name,
            GCallback      clicked)
{
  GtkWidget *button = sdm_ui_button (label, icon_name);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (row), button);

  return button;
}

static void
build (SdmEventsPage *self)
{
  GtkWidget *page;

  self->about = sdm_ui_label (NULL, "chrome-strong");
  self->state = sdm_ui_label (_ ("Looking…"), "chrome");
  self->buttons = sdm_ui_wrap (8);
  gtk_widget_set_visible (self->buttons, FALSE);
  add_button (self, self->buttons, _ ("Copy"), NULL, G_CALLBACK (copy_cb));
  add_button (self, self->buttons, _ ("Save as text"), "ev-save-symbolic", G_CALLBACK (save_cb));
  add_button (self, self->buttons, _ ("Print"), "ev-printer-symbolic", G_CALLBACK (print_cb));
  self->check = add_button (self, self->buttons, _ ("Check that nothing is missing"), NULL, G_CALLBACK (check_cb));
  self->all = add_button (self, self->buttons, _ ("Show all of this person"), "ev-person-symbolic", G_CALLBACK (all_cb));
  self->said = sdm_ui_label (NULL, "chrome");
  gtk_widget_set_visible (self->said, FALSE);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "events");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who saw and changed what, the newest first"), -1);

  adw_bin_set_child (ADW_BIN (self), sdm_patients_page_make_page (self->place, _ ("Who saw and changed what"), &page));
  gtk_box_append (GTK_BOX (page), self->about);
  gtk_box_append (GTK_BOX (page), self->state);
  gtk_box_append (GTK_BOX (page), self->buttons);
  gtk_box_append (GTK_BOX (page), self->said);
  gtk_box_append (GTK_BOX (page), self->list);
  self->older = add_button (self, page, _ ("Show older ones"), NULL, G_CALLBACK (older_cb));
  gtk_widget_set_halign (self->older, GTK_ALIGN_START);
  gtk_widget_set_visible (self->older, FALSE);
}

/* GObject */

static void
sdm_events_page_dispose (GObject *object)
{
  SdmEventsPage *self = SDM_EVENTS_PAGE (object);

  g_clear_weak_pointer (&self->place);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->record, g_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_events_page_parent_class)->dispose (object);
}

static void
sdm_events_page_class_init (SdmEventsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_events_page_dispose;
}

static void
sdm_events_page_init (SdmEventsPage *self)
{
  self->n_shown = PORTION;
}

/* Public API */

/**
 * sdm_events_page_new:
 * @patient: the id of a patient
 * @record: (nullable): the id of one talk; %NULL for all of them
 *
 * Returns: (transfer floating): a page that fills when the store has gone through the list
 */
GtkWidget *
sdm_events_page_new (SdmPatientsPage *place,
                     const char      *patient,
                     const char      *record)
{
  SdmEventsPage *self = g_object_new (SDM_TYPE_EVENTS_PAGE, NULL);

  g_set_weak_pointer (&self->place, place);
  self->patient = g_strdup (patient);
  self->record = g_strdup (record);
  build (self);
  show_about (self);
  sdm_record_store_list_events_async (sdm_patients_page_get_store (place), patient, NULL, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * sdm_events_page_save_to:
 *
 * Saves what is listed as text, where only this account can read it, once it is noted that it
 * leaves the program.
 */
void
sdm_events_page_save_to (SdmEventsPage *self,
                         GFile         *file)
{
  g_return_if_fail (SDM_IS_EVENTS_PAGE (self));

  if (self->events != NULL)
    start_giving (self, file);
}

/**
 * sdm_events_page_print:
 * @settings: (nullable): the printer, where it is chosen already
 *
 * Prints what is listed, once it is confirmed, and notes it.
 */
void
sdm_events_page_print (SdmEventsPage    *self,
                       GtkPrintSettings *settings)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autofree char *about = NULL;
  g_autofree char *made = NULL;

  g_return_if_fail (SDM_IS_EVENTS_PAGE (self));

  if (self->events == NULL)
    return;
  wanted = list_wanted (self);
  about = dup_about (self);
  made = sdm_patients_page_dup_made (self->place);
  gtk_widget_set_visible (self->said, FALSE);
  sdm_paper_print (GTK_WIDGET (self), sdm_events_paper_new (wanted, sdm_patients_page_get_talks (self->place), about, made), SDM_LETTER_EDITION_DEFAULT,
                   sdm_patients_page_get_who (self->place), "evenhand-list", settings, printed_cb, g_object_ref (self));
}
