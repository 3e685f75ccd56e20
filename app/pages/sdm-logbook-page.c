/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-logbook-page.h"

#include <glib/gi18n.h>

#include "sdm-choice-bar.h"
#include "sdm-date.h"
#include "sdm-file-choice.h"
#include "sdm-home-private.h"
#include "sdm-letter.h"
#include "sdm-logbook-paper.h"
#include "sdm-logbook-shelf.h"
#include "sdm-ui.h"

/**
 * SdmLogbookPage:
 *
 * What one trainee has practised: the cases with their dates, own words and what a mentor wrote, and what has changed since
 * before the first one. Above it, the first half hour for those who begin. Each trainee's is apart from the others'.
 */
struct _SdmLogbookPage
{
  AdwBin parent_instance;

  SdmWindow       *window; /* weak: it owns this */
  SdmContext      *context;
  GCancellable    *cancellable;
  char            *trainee; /* nullable: whoever comes first */
  SdmLogbookShelf *shelf;   /* nullable: it is being read */

  SdmLogbookSheet wanted;
  GtkWidget      *whose; /* chooses between trainees */
  GtkWidget      *content;
};

G_DEFINE_FINAL_TYPE (SdmLogbookPage, sdm_logbook_page, ADW_TYPE_BIN)

static void show_all (SdmLogbookPage *self);

static const SdmLogbook *
get_logbook (SdmLogbookPage *self)
{
  const SdmLogbook *logbook = self->shelf != NULL ? sdm_logbook_shelf_find (self->shelf, self->trainee) : NULL;

  return logbook != NULL || self->shelf == NULL ? logbook : sdm_logbook_shelf_find (self->shelf, NULL);
}

/* Saving */

typedef struct
{
  SdmLetterDocument *document; /* nullable: it is a table */
  GBytes            *table;    /* nullable */
  GFile             *file;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_clear_pointer (&saving->document, sdm_letter_document_free);
  g_clear_pointer (&saving->table, g_bytes_unref);
  g_object_unref (saving->file);
  g_free (saving);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (saving->document != NULL)
    bytes = sdm_letter_render_pdf (saving->document, SDM_LETTER_EDITION_DEFAULT, NULL, &error);
  else
    bytes = g_bytes_ref (saving->table);
  if (bytes != NULL && sdm_letter_save (bytes, saving->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SdmLogbookPage *self = SDM_LOGBOOK_PAGE (source);
  const Saving   *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("Saved as %s"), name);
  else
    /* Translators: %s says why */
    text = g_strdup_printf (_ ("It was not saved: %s. Choose another place."), error->message);
  if (self->window != NULL)
    sdm_window_say (self->window, text);
}

static void
fill (Saving           *saving,
      SdmLogbookPage   *self,
      const SdmLogbook *logbook,
      SdmLogbookSheet   sheet)
{
  g_autoptr (GDateTime) now = sdm_clock_get_now (sdm_context_get_clock (self->context));

  switch (sheet)
    {
    case SDM_LOGBOOK_CSV:
      saving->table = sdm_logbook_to_csv (logbook);
      break;
    case SDM_LOGBOOK_CERTIFICATE:
      saving->document = sdm_logbook_paper_new_certificate (logbook, self->shelf->track, now);
      break;
    case SDM_LOGBOOK_PDF:
    default:
      saving->document = sdm_logbook_paper_new (logbook, now);
      break;
    }
}

/**
 * sdm_logbook_page_save_to:
 *
 * Saves the logbook that is on screen, or what was done of the first cases.
 */
void
sdm_logbook_page_save_to (SdmLogbookPage *self,
                          SdmLogbookSheet sheet,
                          GFile          *file)
{
  const SdmLogbook *logbook = get_logbook (self);
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (SDM_IS_LOGBOOK_PAGE (self));

  if (logbook == NULL || (sheet == SDM_LOGBOOK_CERTIFICATE && self->shelf->track == NULL))
    return;
  saving = g_new0 (Saving, 1);
  saving->file = g_object_ref (file);
  fill (saving, self, logbook, sheet);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, free_saving);
  g_task_run_in_thread (task, save_in_thread);
}

static void
chosen_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_logbook_page_save_to (SDM_LOGBOOK_PAGE (page), SDM_LOGBOOK_PAGE (page)->wanted, file);
}

static void
save_cb (GtkWidget      *button,
         SdmLogbookPage *self)
{
  static const char *const names[] = { "evenhand-logbook-%s.pdf", "evenhand-logbook-%s.csv", "evenhand-practised-%s.pdf" };
  g_autofree char         *day = sdm_clock_dup_day (sdm_context_get_clock (self->context));
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  self->wanted = (SdmLogbookSheet) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "sheet"));
  parts = g_strsplit (names[self->wanted], "%s", 2);
  name = g_strjoinv (day, parts);
  sdm_file_choice_save (GTK_WIDGET (self), _ ("Save"), name, chosen_cb);
}

static void
add_save (SdmLogbookPage *self,
          GtkWidget      *row,
          const char     *label,
          SdmLogbookSheet sheet)
{
  GtkWidget *button = sdm_ui_button (label, "ev-save-symbolic");

  g_object_set_data (G_OBJECT (button), "sheet", GINT_TO_POINTER ((int) sheet));
  g_signal_connect (button, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (row), button);
}

/* The first half hour */

static void
case_cb (GtkWidget      *row,
         SdmLogbookPage *self)
{
  GFile *file = sdm_aid_library_find_case (sdm_context_get_library (self->context), g_object_get_data (G_OBJECT (row), "id"));

  if (file != NULL)
    sdm_window_start_case (self->window, file);
}

static char *
dup_state (const SdmLogbook   *logbook, /* nullable */
           const SdmTrackCase *item)
{
  const SdmLogbookEntry *entry = logbook != NULL ? sdm_logbook_find_ended (logbook, item->id) : NULL;
  g_autofree char       *day = NULL;

  if (entry == NULL)
    return g_strdup_printf (ngettext ("about %u minute", "about %u minutes", item->minutes), item->minutes);
  day = sdm_date_format (entry->day);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Practised on %s"), day);
}

static void
add_track (SdmLogbookPage   *self,
           const SdmLogbook *logbook) /* nullable */
{
  const SdmTrack *track = self->shelf->track;
  GtkWidget      *content;
  GtkWidget      *card;

  if (track == NULL)
    return;
  card = sdm_ui_card (track->title, &content);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (track->summary, "body"));
  for (guint i = 0; i < track->cases->len; i++)
    {
      const SdmTrackCase *item = &g_array_index (track->cases, SdmTrackCase, i);
      const char         *title = g_hash_table_lookup (self->shelf->titles, item->id);
      g_autofree char    *state = dup_state (logbook, item);
      GtkWidget          *row = sdm_home_row_new (title != NULL ? title : item->id, state, item->why);

      sdm_home_row_set_id (row, item->id);
      g_signal_connect (row, "clicked", G_CALLBACK (case_cb), self);
      gtk_box_append (GTK_BOX (content), row);
    }
  if (logbook != NULL && sdm_logbook_has_done (logbook, track))
    {
      GtkWidget *row = sdm_ui_wrap (8);

      gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("You have practised all of them. A page can say so: which cases, when and how long, and nothing else."), "body"));
      add_save (self, row, _ ("Save that page"), SDM_LOGBOOK_CERTIFICATE);
      gtk_box_append (GTK_BOX (content), row);
    }
  gtk_box_append (GTK_BOX (self->content), card);
}

/* Before and after */

static void
add_change (SdmLogbookPage   *self,
            const SdmLogbook *logbook)
{
  GtkWidget *content;
  GtkWidget *card;
  guint      n_shown = 0;

  card = g_object_ref_sink (sdm_ui_card (_ ("Before and after"), &content));
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      const char      *before = sdm_talk_check_get_step (i, logbook->before[i]);
      const char      *latest = sdm_talk_check_get_step (i, logbook->latest[i]);
      GtkWidget       *column;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      if (before == NULL || latest == NULL)
        continue;
      /* Translators: %s is a step of the talk check, a sentence */
      first = g_strdup_printf (_ ("Before the first case: %s"), before);
      last = g_strdup_printf (_ ("In the latest case: %s"), latest);
      column = sdm_ui_column (2);
      gtk_box_append (GTK_BOX (column), sdm_ui_label (_ (sdm_talk_check_get_items ()[i].title), "chrome-strong"));
      gtk_box_append (GTK_BOX (column), sdm_ui_label (first, "body"));
      gtk_box_append (GTK_BOX (column), sdm_ui_label (last, "body"));
      gtk_box_append (GTK_BOX (content), column);
      n_shown++;
    }
  if (n_shown > 0)
    gtk_box_append (GTK_BOX (self->content), card);
  g_object_unref (card);
}

/* Cases */

static void
look_cb (GtkWidget      *button,
         SdmLogbookPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-debrief", "s", g_object_get_data (G_OBJECT (button), "id"));
}

static char *
dup_when (const SdmLogbookEntry *entry)
{
  g_autofree char *day = sdm_date_format (entry->day);

  if (entry->minutes == 0)
    return g_steal_pointer (&day);

  /* Translators: a day, and how long */
  return g_strdup_printf (ngettext ("%s · %u minute", "%s · %u minutes", entry->minutes), day, entry->minutes);
}

static void
add_comments (GtkWidget             *content,
              const SdmLogbookEntry *entry)
{
  for (guint i = 0; i < entry->comments->len; i++)
    {
      const SdmLogbookComment *comment = g_ptr_array_index (entry->comments, i);
      GtkWidget               *column = sdm_ui_column (2);
      /* Translators: %s is a mentor */
      g_autofree char *head = g_strdup_printf (_ ("%s wrote"), comment->by != NULL ? comment->by : _ ("A mentor"));

      gtk_box_append (GTK_BOX (column), sdm_ui_label (head, "caption"));
      gtk_box_append (GTK_BOX (column), sdm_ui_label (comment->text, "body"));
      gtk_box_append (GTK_BOX (content), column);
    }
}

static void
add_entry (SdmLogbookPage        *self,
           const SdmLogbookEntry *entry)
{
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (entry->title, &content);
  GtkWidget       *look = sdm_ui_button (_ ("Look back"), "ev-right-symbolic");
  g_autofree char *when = dup_when (entry);
  /* Translators: names a button: "Look back on “The hill behind the house”" */
  g_autofree char *name = g_strdup_printf (_ ("Look back on “%s”"), entry->title);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (when, "caption"));
  if (*entry->reflection != '\0')
    gtk_box_append (GTK_BOX (content), sdm_ui_label (entry->reflection, "body"));
  else
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Not looked back on yet."), "body"));
  add_comments (content, entry);
  sdm_home_row_set_id (look, entry->id);
  gtk_widget_set_halign (look, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (look), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (look, "clicked", G_CALLBACK (look_cb), self);
  gtk_box_append (GTK_BOX (content), look);
  gtk_box_append (GTK_BOX (self->content), card);
}

/* Whose */

static void
trainee_cb (SdmLogbookPage *self,
            GParamSpec     *pspec,
            SdmChoiceBar   *bar)
{
  const char *chosen = sdm_choice_bar_get_value (bar);

  if (chosen == NULL || g_strcmp0 (chosen, self->trainee) == 0)
    return;
  g_free (self->trainee);
  self->trainee = g_strdup (chosen);
  show_all (self);
}

static void
add_trainees (SdmLogbookPage   *self,
              const SdmLogbook *logbook)
{
  GtkWidget *bar;

  if (self->shelf->logbooks->len < 2)
    return;
  bar = sdm_choice_bar_new ();
  for (guint i = 0; i < self->shelf->logbooks->len; i++)
    {
      const SdmLogbook *other = g_ptr_array_index (self->shelf->logbooks, i);

      sdm_choice_bar_add (SDM_CHOICE_BAR (bar), other->trainee, other->trainee);
    }
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (bar), logbook != NULL ? logbook->trainee : NULL);
  g_signal_connect_object (bar, "notify::value", G_CALLBACK (trainee_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->whose), sdm_ui_field (_ ("Whose"), bar));
}

/* A case that somebody gives to a mentor, or gets back from one. */

static void
opened_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_window_open_file (SDM_LOGBOOK_PAGE (page)->window, file);
}

static void
open_cb (SdmLogbookPage *self)
{
  sdm_file_choice_open (GTK_WIDGET (self), _ ("Open a practice case"), NULL, NULL, opened_cb);
}

static void
add_mentoring (SdmLogbookPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("For a mentor, and back from one"), &content);
  GtkWidget *open = sdm_ui_button (_ ("Open a practice case from a file"), NULL);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Somebody gave you a practice case to look at, or it came back with comments. What is new in it joins what is here."), "body"));
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (content), open);
  gtk_box_append (GTK_BOX (self->content), card);
}

static void
add_buttons (SdmLogbookPage *self)
{
  GtkWidget *row = sdm_ui_wrap (8);

  add_save (self, row, _ ("Save as PDF"), SDM_LOGBOOK_PDF);
  add_save (self, row, _ ("Save as a table"), SDM_LOGBOOK_CSV);
  gtk_box_append (GTK_BOX (self->content), row);
}

static void
show_all (SdmLogbookPage *self)
{
  const SdmLogbook *logbook = get_logbook (self);
  g_autofree char  *whose = NULL;

  sdm_ui_clear (self->content);
  if (logbook != NULL)
    {
      /* Translators: %s is a name */
      whose = g_strdup_printf (_ ("What %s has practised"), logbook->trainee);
      gtk_box_append (GTK_BOX (self->content), sdm_ui_label (whose, "h2"));
      add_buttons (self);
      add_change (self, logbook);
      for (guint i = logbook->entries->len; i > 0; i--)
        add_entry (self, g_ptr_array_index (logbook->entries, i - 1));
    }
  else
    gtk_box_append (GTK_BOX (self->content), sdm_ui_label (_ ("Nothing was practised here yet. A good way to begin stands below."), "body"));
  add_track (self, logbook);
  add_mentoring (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmLogbookPage) self = user_data;
  g_autoptr (GError) error = NULL;
  SdmLogbookShelf *shelf = sdm_logbook_shelf_load_finish (result, &error);

  if (self->window == NULL)
    {
      g_clear_pointer (&shelf, sdm_logbook_shelf_free);
      return;
    }
  sdm_ui_clear (self->content);
  self->shelf = shelf;
  if (shelf == NULL)
    gtk_box_append (GTK_BOX (self->content), sdm_ui_label (error->message, "body"));
  else
    {
      add_trainees (self, get_logbook (self));
      show_all (self);
    }
}

/* GObject */

static void
sdm_logbook_page_dispose (GObject *object)
{
  SdmLogbookPage *self = SDM_LOGBOOK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shelf, sdm_logbook_shelf_free);
  g_clear_pointer (&self->trainee, g_free);

  G_OBJECT_CLASS (sdm_logbook_page_parent_class)->dispose (object);
}

static void
sdm_logbook_page_class_init (SdmLogbookPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_logbook_page_dispose;
}

static void
sdm_logbook_page_init (SdmLogbookPage *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Public API */

/**
 * sdm_logbook_page_new:
 * @trainee: (nullable): whose logbook; %NULL for whoever comes first
 *
 * Returns: (transfer floating): a page that fills when it was read
 */
GtkWidget *
sdm_logbook_page_new (SdmWindow  *window,
                      SdmContext *context,
                      const char *trainee)
{
  SdmLogbookPage *self = g_object_new (SDM_TYPE_LOGBOOK_PAGE, NULL);
  GtkWidget      *page;

  g_set_weak_pointer (&self->window, window);
  self->context = g_object_ref (context);
  self->trainee = g_strdup (trainee);
  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Logbook"), _ ("What was practised here, in the words of whoever practised. It stays on this computer until you save it."), 860, &page));
  self->whose = sdm_ui_column (0);
  self->content = sdm_ui_column (16);
  gtk_box_append (GTK_BOX (self->content), sdm_ui_label (_ ("Looking…"), "chrome"));
  gtk_box_append (GTK_BOX (page), self->whose);
  gtk_box_append (GTK_BOX (page), self->content);
  sdm_logbook_shelf_load_async (context, self->cancellable, loaded_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
