/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-page.h"

#include <glib/gi18n.h>

#include "sdm-autosaver.h"
#include "sdm-debrief-cards.h"
#include "sdm-debrief-first.h"
#include "sdm-debrief-mentor.h"
#include "sdm-debrief-talk.h"
#include "sdm-debrief-words.h"
#include "sdm-file-choice.h"
#include "sdm-practice-file.h"
#include "sdm-talk-check-list.h"
#include "sdm-ui.h"

/**
 * SdmDebriefPage:
 *
 * Looking back on a practice case. First one's own words and the talk check; then what can be seen in the talk. There are
 * no points and no pass mark. What is typed here is kept as it is typed.
 *
 * ## Accessibility
 *
 * Cards with headings, in the order in which one would talk about it. All that a bar or a sign tells stands in words.
 */
struct _SdmDebriefPage
{
  AdwBin parent_instance;

  SdmWindow       *window; /* weak: it owns this */
  SdmContext      *context;
  char            *id;
  gboolean         as_mentor;
  GCancellable    *cancellable;
  SdmPracticeCase *practice; /* nullable: it is being read */
  SdmAutosaver    *autosaver;

  GtkWidget *content;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (SdmDebriefPage, sdm_debrief_page, ADW_TYPE_BIN)

/* A file for the mentor */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SdmDebriefPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("Saved as %s. Give it to your mentor; open it here again when it comes back."), name);
  else
    /* Translators: %s says why */
    text = g_strdup_printf (_ ("It was not saved: %s. Choose another place."), error->message);
  if (self->window != NULL)
    sdm_window_say (self->window, text);
}

/**
 * sdm_debrief_page_save_to:
 *
 * Saves the case with all that was said about it, for a mentor, or for the trainee whom it goes back to.
 */
void
sdm_debrief_page_save_to (SdmDebriefPage *self,
                          GFile          *file)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (SDM_IS_DEBRIEF_PAGE (self));

  if (self->practice == NULL)
    return;
  bytes = sdm_practice_file_write (self->practice->consultation, self->practice->session);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       saved_cb, g_object_ref (self));
}

static void
chosen_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_debrief_page_save_to (SDM_DEBRIEF_PAGE (page), file);
}

static void
save_cb (SdmDebriefPage *self)
{
  g_autofree char *day = g_strndup (sdm_practice_session_get_started (self->practice->session), 10);
  g_autofree char *name = g_strdup_printf ("evenhand-practice-%s-%s.json", sdm_practice_session_get_case_id (self->practice->session), day);

  sdm_file_choice_save (GTK_WIDGET (self), _ ("Save for a mentor"), name, chosen_cb);
}

static void
again_cb (SdmDebriefPage *self)
{
  GFile *file = sdm_aid_library_find_case (sdm_context_get_library (self->context), sdm_practice_session_get_case_id (self->practice->session));

  if (file != NULL)
    sdm_window_start_case (self->window, file);
}

static void
logbook_cb (SdmDebriefPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.practice-logbook", "s", sdm_practice_session_get_trainee (self->practice->session));
}

/* Cards */

static void
add_button (SdmDebriefPage *self,
            GtkWidget      *row,
            const char     *label,
            const char     *icon_name,
            GCallback       clicked)
{
  GtkWidget *button = sdm_ui_button (label, icon_name);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
make_talk (SdmDebriefPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("The talk, moment by moment"), &content);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Choose a moment to see it again, and what else could have come of it."), "body"));
  gtk_box_append (GTK_BOX (content), sdm_debrief_talk_new (self->practice));

  return card;
}

static GtkWidget *
make_own (SdmDebriefPage *self)
{
  SdmPracticeSession *session = self->practice->session;
  GtkWidget          *content;
  GtkWidget          *card = sdm_ui_card (_ ("How it was for you"), &content);

  if (self->as_mentor)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (sdm_practice_session_get_reflection (session), "body"));
  else
    gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("In your own words; add what you see now"), sdm_debrief_reflection_new (session)));
  gtk_box_append (GTK_BOX (content), sdm_talk_check_table_new (session));

  return card;
}

static GtkWidget *
make_mentor (SdmDebriefPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What a mentor says"), &content);
  GtkWidget *row = sdm_ui_wrap (8);

  gtk_box_append (GTK_BOX (content), sdm_debrief_mentor_new (self->practice));
  add_button (self, row, self->as_mentor ? _ ("Save it for the trainee") : _ ("Save it for a mentor"), "ev-save-symbolic", G_CALLBACK (save_cb));
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("The file holds this practice talk and what was written about it, and nothing about a real patient. Who gets it opens it in Evenhand, adds comments and saves it again. When it is opened here, its comments join those that are here; nothing is written over."), "caption"));

  return card;
}

/* The talk is played through again with the case as it is now. */
static void
tell_changes (SdmDebriefPage *self)
{
  if (sdm_talk_has_case_changed (self->practice->talk))
    gtk_box_append (GTK_BOX (self->content), sdm_ui_label (_ ("This case has changed since the talk. What the patient says below is what they would say now."), "chrome"));
  else if (sdm_talk_has_aid_changed (self->practice->talk))
    gtk_box_append (GTK_BOX (self->content), sdm_ui_label (_ ("The decision aid of this talk is another version on this computer. What is told of options and numbers is as it stands here."), "chrome"));
}

static void
show_debrief (SdmDebriefPage *self)
{
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *columns = sdm_ui_columns (1, 1, &left, &right);
  GtkWidget *row = sdm_ui_wrap (8);

  sdm_ui_clear (self->content);
  tell_changes (self);
  gtk_box_append (GTK_BOX (left), sdm_debrief_card_told (self->practice));
  gtk_box_append (GTK_BOX (left), sdm_debrief_card_asked (self->practice));
  gtk_box_append (GTK_BOX (left), sdm_debrief_card_good (self->practice));
  gtk_box_append (GTK_BOX (right), sdm_debrief_card_balance (self->practice));
  gtk_box_append (GTK_BOX (right), sdm_debrief_card_shown (self->practice));
  gtk_box_append (GTK_BOX (right), sdm_debrief_card_decision (self->practice));
  gtk_box_append (GTK_BOX (right), sdm_debrief_card_letter (self->practice));
  gtk_box_append (GTK_BOX (self->content), columns);
  gtk_box_append (GTK_BOX (self->content), make_talk (self));
  gtk_box_append (GTK_BOX (self->content), make_own (self));
  gtk_box_append (GTK_BOX (self->content), make_mentor (self));
  add_button (self, row, _ ("Practise this case again"), "ev-person-symbolic", G_CALLBACK (again_cb));
  add_button (self, row, _ ("Go to the logbook"), "ev-book-symbolic", G_CALLBACK (logbook_cb));
  gtk_box_append (GTK_BOX (self->content), row);
}

static void
done_cb (SdmDebriefPage *self)
{
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  sdm_practice_session_end (self->practice->session);
  show_debrief (self);
  sdm_ui_scroll_to (gtk_widget_get_first_child (self->content));
}

static void
show_first (SdmDebriefPage *self)
{
  GtkWidget *first = sdm_debrief_first_new (self->practice);

  sdm_ui_clear (self->content);
  g_signal_connect_object (first, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), first);
  sdm_debrief_first_begin (SDM_DEBRIEF_FIRST (first));
}

/* Keeping */

static SdmRecordHead *
make_body_cb (GBytes **body,
              gpointer user_data)
{
  *body = sdm_practice_session_to_bytes (user_data);

  return NULL;
}

static void
save_failed_cb (SdmDebriefPage *self)
{
  if (self->window != NULL && sdm_autosaver_get_state (self->autosaver) == SDM_AUTOSAVER_FAILED)
    sdm_window_say (self->window, sdm_autosaver_get_error (self->autosaver)->message);
}

static void
keep_changes (SdmDebriefPage *self)
{
  SdmRecordStore *store = sdm_context_get_store (self->context, SDM_RECORD_STORE_PRACTICE);

  self->autosaver = sdm_autosaver_new_for_practice (store, make_body_cb, g_object_ref (self->practice->session), g_object_unref);
  g_signal_connect_object (self->autosaver, "notify::state", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->practice->session, "changed", G_CALLBACK (sdm_autosaver_touch), self->autosaver, G_CONNECT_SWAPPED);
}

/* Reading */

static char *
dup_about (SdmDebriefPage *self)
{
  SdmPracticeSession *session = self->practice->session;
  g_autofree char    *day = sdm_debrief_words_dup_day (sdm_practice_session_get_started (session));
  const guint         minutes = (sdm_practice_session_get_seconds (session) + 59) / 60;
  const char         *title = sdm_case_get_title (self->practice->example);

  if (minutes == 0)
    /* Translators: the title of a case, who practised, and a day */
    return g_strdup_printf (_ ("“%s”, practised by %s on %s"), title, sdm_practice_session_get_trainee (session), day);

  return g_strdup_printf (ngettext ("“%s”, practised by %s on %s, %u minute", "“%s”, practised by %s on %s, %u minutes", minutes), title, sdm_practice_session_get_trainee (session), day, minutes);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmDebriefPage) self = user_data;
  g_autoptr (GError) error = NULL;
  SdmPracticeCase *practice = sdm_practice_case_load_finish (result, &error);
  g_autofree char *about = NULL;

  if (self->window == NULL)
    {
      g_clear_pointer (&practice, sdm_practice_case_free);
      return;
    }
  if (practice == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->state), error->message);
      return;
    }
  self->practice = practice;
  keep_changes (self);
  about = dup_about (self);
  gtk_label_set_label (GTK_LABEL (self->state), about);
  if (self->as_mentor || sdm_practice_session_get_ended (practice->session) != NULL)
    show_debrief (self);
  else
    show_first (self);
}

static void
build (SdmDebriefPage *self)
{
  GtkWidget *page;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Looking back"), _ ("What happened in the talk. No points and no pass mark."), 1180, &page));
  self->state = sdm_ui_label (_ ("Looking…"), "chrome");
  self->content = sdm_ui_column (16);
  gtk_box_append (GTK_BOX (page), self->state);
  gtk_box_append (GTK_BOX (page), self->content);
}

/* GObject */

static void
sdm_debrief_page_dispose (GObject *object)
{
  SdmDebriefPage *self = SDM_DEBRIEF_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* It saves what is left to save as it goes. */
  g_clear_object (&self->autosaver);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_debrief_page_parent_class)->dispose (object);
}

/* What is on the page looks into it. */
static void
sdm_debrief_page_finalize (GObject *object)
{
  SdmDebriefPage *self = SDM_DEBRIEF_PAGE (object);

  g_clear_pointer (&self->practice, sdm_practice_case_free);
  g_clear_object (&self->cancellable);
  g_free (self->id);

  G_OBJECT_CLASS (sdm_debrief_page_parent_class)->finalize (object);
}

static void
sdm_debrief_page_class_init (SdmDebriefPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_debrief_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sdm_debrief_page_finalize;
}

static void
sdm_debrief_page_init (SdmDebriefPage *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Public API */

/**
 * sdm_debrief_page_new:
 * @id: a practice consultation that is kept
 * @as_mentor: whether somebody looks at it who did not have the talk
 *
 * Returns: (transfer floating): a page that fills when all of it was read
 */
GtkWidget *
sdm_debrief_page_new (SdmWindow  *window,
                      SdmContext *context,
                      const char *id,
                      gboolean    as_mentor)
{
  SdmDebriefPage *self = g_object_new (SDM_TYPE_DEBRIEF_PAGE, NULL);

  g_set_weak_pointer (&self->window, window);
  self->context = g_object_ref (context);
  self->id = g_strdup (id);
  self->as_mentor = as_mentor;
  build (self);
  sdm_practice_case_load_async (context, id, self->cancellable, loaded_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * sdm_debrief_page_is_open:
 *
 * Returns: whether the debrief is on screen, and not what comes before it
 */
gboolean
sdm_debrief_page_is_open (SdmDebriefPage *self)
{
  return self->practice != NULL && (self->as_mentor || sdm_practice_session_get_ended (self->practice->session) != NULL);
}
