/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-approvals.h"
#include "sdm-consultation-people.h"
#include "sdm-date.h"
#include "sdm-document-view.h"
#include "sdm-file-choice.h"
#include "sdm-language-choice.h"
#include "sdm-letter-leaving.h"
#include "sdm-letter-panel.h"
#include "sdm-letter-preview.h"
#include "sdm-letter-print.h"
#include "sdm-letter-views.h"
#include "sdm-letter.h"
#include "sdm-record-use.h"

/**
 * SdmLetterPage:
 *
 * The letter as it will be printed, beside what can be done with it. It is made
 * anew, on another thread, each time the page is shown, and whenever the talk changes while it is
 * in sight; typing never waits for it. What is saved or printed are the very bytes that are on screen,
 * and they are made from what the record says then: Print and Save wait for a letter that is being made.
 */
struct _SdmLetterPage
{
  SdmPage parent_instance;

  GtkWidget        *columns;
  GtkWidget        *document;
  GtkWidget        *views;
  GtkWidget        *text;     /* the words only */
  GtkWidget        *scroller; /* around them */
  GtkWidget        *panel;
  SdmLetterPreview *preview;   /* owned, nullable */
  SdmAidApprovals  *approvals; /* owned, nullable: practice has none */
  GCancellable     *cancellable;
  char             *language; /* owned, nullable: in which that was asked for */
  gboolean          making;
  gboolean          make_again;
  gboolean          has_new_words;
  void (*go_when_made) (SdmLetterPage *self); /* Print or Save was pressed while a letter was being made */
};

G_DEFINE_FINAL_TYPE (SdmLetterPage, sdm_letter_page, SDM_TYPE_PAGE)

/* What was made */

static gboolean
is_past_review (SdmLetterPage *self)
{
  SdmPage *page = SDM_PAGE (self);

  return sdm_aid_is_past_review (sdm_page_get_aid (page),
                                 sdm_context_get_clock (sdm_session_get_context (sdm_page_get_session (page))));
}

/* Whether the paper on screen is the one that was chosen, whatever words are in it by now. */
static gboolean
is_chosen (SdmLetterPage *self)
{
  SdmLetterChoices     *choices = sdm_letter_panel_get_choices (SDM_LETTER_PANEL (self->panel));
  const SdmLetterFormat format = sdm_letter_choices_get_format (choices);

  return self->preview != NULL && self->preview->kind == sdm_letter_choices_get_kind (choices) &&
         sdm_letter_format_equal (&self->preview->format, &format) && g_strcmp0 (self->language, sdm_letter_choices_get_language (choices)) == 0;
}

static void
update_panel (SdmLetterPage *self)
{
  sdm_letter_panel_set_can_make (SDM_LETTER_PANEL (self->panel), (!self->making || is_chosen (self)) && self->preview != NULL && !is_past_review (self));
}

/* Keeps in the record that the letter left the program. A finished record is not changed any more. */
static void
note_made (SdmLetterPage          *self,
           const SdmLetterPreview *made,
           const char             *key,
           const char             *where)
{
  SdmPage         *page = SDM_PAGE (self);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  SdmContext      *context = sdm_session_get_context (sdm_page_get_session (page));
  g_autofree char *now = sdm_clock_dup_instant (sdm_context_get_clock (context));
  g_autofree char *place = g_utf8_substring (where, 0, MIN (g_utf8_strlen (where, -1), 160));
  g_autofree char *what = NULL;
  const gboolean   is_printed = g_str_equal (key, "printer");
  json_t          *record;
  g_autoptr (GError) error = NULL;

  /* A paper that is about nobody is no part of anybody's record. */
  if (made->kind == SDM_LETTER_KIND_PAPER_TWIN)
    return;
  what = g_strdup_printf ("%s, %s, SHA-256 %s", where, sdm_letter_kind_get_record_id (made->kind), made->sha256);
  sdm_record_store_note_use_async (sdm_session_get_store (sdm_page_get_session (page)), sdm_consultation_get_id (consultation),
                                   is_printed ? SDM_RECORD_USE_PRINT : SDM_RECORD_USE_PDF, what,
                                   NULL, NULL, NULL);
  if (sdm_session_is_read_only (sdm_page_get_session (page)))
    return;

  record = json_pack ("{s:s, s:s, s:i, s:s, s:s, s:i}", "at", now, "format", sdm_letter_format_get_id (&made->format),
                      "size", made->format.points, "language", made->language,
                      "sha256", made->sha256, "pages", (int) made->n_pages);
  if (*place != '\0')
    json_object_set_new (record, key, json_string (place));
  if (made->kind != SDM_LETTER_KIND_LETTER)
    json_object_set_new (record, "kind", json_string (sdm_letter_kind_get_record_id (made->kind)));
  if (made->format.ground == SDM_LETTER_GROUND_YELLOW)
    json_object_set_new (record, "ground", json_string ("yellow"));
  if (made->format.is_easy)
    json_object_set_new (record, "layout", json_string ("sentences"));
  if (!sdm_consultation_append (consultation, "letter/made", record, &error))
    sdm_session_say (sdm_page_get_session (page), error->message);
}

/* Making the letter */

/* When they are looked at: laying them out holds up who types. */
static void
show_words (SdmLetterPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter    end;

  if (!gtk_widget_get_visible (self->scroller) || !self->has_new_words)
    return;
  self->has_new_words = FALSE;
  gtk_text_buffer_set_text (buffer, "", 0);
  for (const SdmLetterPreview *paper = self->preview; paper != NULL; paper = paper->copy)
    {
      gsize       size = 0;
      const char *words = g_bytes_get_data (paper->text, &size);

      gtk_text_buffer_get_end_iter (buffer, &end);
      if (paper != self->preview)
        gtk_text_buffer_insert (buffer, &end, "\n\n", -1);
      gtk_text_buffer_insert (buffer, &end, words, (int) size);
    }
}

static void make_letter (SdmLetterPage *self);
static void go_out (SdmLetterPage *self,
                    void (*go) (SdmLetterPage *self));

/* Who has left the page since wants no dialog on another one. */
static void
go_on (SdmLetterPage *self)
{
  void (*go) (SdmLetterPage * self) = self->go_when_made;

  self->go_when_made = NULL;
  if (go != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    go_out (self, go);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SdmLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  SdmLetterPreview *preview = sdm_letter_preview_new_finish (result, &error);

  self->making = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&preview, sdm_letter_preview_unref);
      return;
    }

  if (preview != NULL && self->preview != NULL)
    sdm_letter_preview_take_over (preview, self->preview);
  g_clear_pointer (&self->preview, sdm_letter_preview_unref);
  self->preview = preview;
  self->has_new_words = TRUE;
  gtk_widget_set_sensitive (self->views, preview != NULL);
  show_words (self);
  sdm_letter_panel_show (SDM_LETTER_PANEL (self->panel), preview);
  sdm_document_view_set_pages (SDM_DOCUMENT_VIEW (self->document), preview != NULL ? preview->pages : NULL);
  sdm_document_view_set_empty_text (SDM_DOCUMENT_VIEW (self->document),
                                    preview != NULL ? "" : _ ("The letter could not be made. The reason stands below “Print” and “Save as PDF”."));
  sdm_letter_panel_set_problem (SDM_LETTER_PANEL (self->panel), error != NULL ? error->message : NULL);
  update_panel (self);
  /* It is shown all the same: who goes on typing would see none otherwise. */
  if (self->make_again)
    make_letter (self);
  else
    go_on (self);
}

/* The newest version of the aid, for what is known by now. For a real person it is one that the practice has signed;
 * practice is told that it is a draft. */
static void
find_newest (SdmLetterPage  *self,
             SdmLetterOrder *order)
{
  SdmPage   *page = SDM_PAGE (self);
  GPtrArray *aids = sdm_aid_library_get_aids (sdm_context_get_library (sdm_session_get_context (sdm_page_get_session (page))));

  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (aids, i);

      if (g_strcmp0 (head->id, sdm_aid_get_id (sdm_page_get_aid (page))) != 0)
        continue;
      order->newest_is_approved = self->approvals != NULL && sdm_aid_approvals_are_known (self->approvals) &&
                                  sdm_aid_approvals_get_state (self->approvals, head, NULL) == SDM_RECORD_APPROVED;
      if (self->approvals == NULL || order->newest_is_approved)
        order->newest_file = head->file;
    }
}

/* One letter is made at a time; a change meanwhile makes another one afterwards. */
static void
make_letter (SdmLetterPage *self)
{
  SdmPage          *page = SDM_PAGE (self);
  SdmLetterChoices *choices = sdm_letter_panel_get_choices (SDM_LETTER_PANEL (self->panel));
  SdmLetterOrder    order = {
       .kind = sdm_letter_choices_get_kind (choices),
       .format = sdm_letter_choices_get_format (choices),
       .language = sdm_letter_choices_get_language (choices),
       .aid_file = sdm_language_choice_find_aid_file (page),
  };

  self->make_again = self->making;
  if (self->making)
    return;

  self->making = TRUE;
  find_newest (self, &order);
  update_panel (self);
  g_free (self->language);
  self->language = g_strdup (order.language);
  if (self->preview == NULL)
    sdm_document_view_set_empty_text (SDM_DOCUMENT_VIEW (self->document), _ ("Making the letter…"));
  sdm_letter_preview_new_async (sdm_page_get_consultation (page), sdm_page_get_aid (page),
                                &order, self->cancellable, made_cb, g_object_ref (self));
}

/* Saving */

typedef struct
{
  SdmLetterPage    *page;
  GFile            *file;
  SdmLetterPreview *preview; /* what was on screen then */
} Saving;

static void
free_saving (Saving *saving)
{
  g_object_unref (saving->page);
  g_object_unref (saving->file);
  sdm_letter_preview_unref (saving->preview);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static void
save (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Saving                 *saving = task_data;
  const SdmLetterPreview *copy = saving->preview->copy;
  g_autoptr (GFile) beside = copy != NULL ? sdm_letter_get_copy (saving->file, copy->language) : NULL;
  GError *error = NULL;

  if ((copy == NULL || sdm_letter_save_with_text (copy->pdf, copy->text, beside, &error)) &&
      sdm_letter_save_with_text (saving->preview->pdf, saving->preview->text, saving->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  SdmLetterPage   *self = saving->page;
  g_autofree char *shown = dup_shown_name (saving->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sdm_letter_panel_set_problem (SDM_LETTER_PANEL (self->panel), error->message);
      return;
    }
  sdm_letter_panel_set_problem (SDM_LETTER_PANEL (self->panel), NULL);
  note_made (self, saving->preview, "file", shown);
  if (saving->preview->copy != NULL)
    {
      g_autoptr (GFile) beside = sdm_letter_get_copy (saving->file, saving->preview->copy->language);
      g_autofree char *copied = dup_shown_name (beside);

      note_made (self, saving->preview->copy, "file", copied);
      /* Translators: %1$s and %2$s are names of files; the copy is in the language of the clinician */
      text = g_strdup_printf (_ ("Saved as %1$s, and your copy as %2$s"), shown, copied);
    }
  else
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("Saved as %s"), shown);
  sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), text);
}

/**
 * sdm_letter_page_save_to:
 * @file: a place on this computer
 *
 * Saves the letter that is on screen, with its words as plain text beside it, off
 * the main thread, and keeps in the consultation that it was saved. Says on the page what went wrong, if anything.
 * Does nothing while there is no letter, or where the aid is past its review.
 */
void
sdm_letter_page_save_to (SdmLetterPage *self,
                         GFile         *file)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (SDM_IS_LETTER_PAGE (self));

  if (self->preview == NULL || is_past_review (self))
    return;

  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->preview = sdm_letter_preview_ref (self->preview);
  task = g_task_new (NULL, NULL, saved_cb, saving);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, save);
}

/* Without anything that says who it is about: "evenhand-019ab3c4-20261124.pdf", and a name of its own
 * for another paper, which must not take the place of the letter. */
static char *
dup_file_name (SdmLetterPage *self)
{
  static const char *const names[] = { "", "-plan-card", "-before-we-meet", "-still-right", "-options", "-gp-copy", "-on-paper" };
  const char              *paper = self->preview != NULL ? names[self->preview->kind] : "";
  SdmConsultation         *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  SdmContext              *context = sdm_session_get_context (sdm_page_get_session (SDM_PAGE (self)));
  g_autofree char         *day = sdm_clock_dup_day (sdm_context_get_clock (context));
  g_auto (GStrv) parts = g_strsplit (day, "-", 3);

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SDM_LETTER_N_KINDS);
  if (self->preview != NULL && self->preview->kind == SDM_LETTER_KIND_PAPER_TWIN)
    return g_strdup_printf ("evenhand%s-%s.pdf", paper, sdm_aid_get_id (sdm_page_get_aid (SDM_PAGE (self))));

  return g_strdup_printf ("evenhand%s-%.8s-%s%s%s.pdf", paper, sdm_consultation_get_id (consultation), parts[0], parts[1], parts[2]);
}

static void
chosen_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_letter_page_save_to (SDM_LETTER_PAGE (page), file);
}

static GtkWindow *
get_window (SdmLetterPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Callbacks of the panel */

/* A letter about a real person goes nowhere before it is sure whom it is about. */
static gboolean
may_leave_the_house (SdmLetterPage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (SDM_PAGE (self));

  if (sdm_consultation_is_practice (consultation) || sdm_consultation_is_person_confirmed (consultation))
    return TRUE;
  if (self->preview->kind == SDM_LETTER_KIND_PAPER_TWIN)
    return TRUE;

  sdm_session_say (sdm_page_get_session (SDM_PAGE (self)),
                   _ ("Ask for the name and the date of birth first, and tick both on “People”. Nothing was printed or saved."));
  return FALSE;
}

static void
choose_file (SdmLetterPage *self)
{
  g_autofree char *name = dup_file_name (self);

  sdm_file_choice_save (GTK_WIDGET (self), self->preview->kind == SDM_LETTER_KIND_LETTER ? _ ("Save the letter") : _ ("Save the paper"), name, chosen_cb);
}

typedef struct
{
  SdmLetterPage    *page;
  SdmLetterPreview *preview; /* what was on screen then */
} Printing;

static void
printed_cb (const char   *printer,
            const GError *error,
            gpointer      user_data)
{
  Printing *printing = user_data;
  g_autoptr (SdmLetterPage) self = printing->page;

  if (error != NULL)
    {
      sdm_letter_panel_set_problem (SDM_LETTER_PANEL (self->panel), error->message);
    }
  else if (printer != NULL)
    {
      sdm_letter_panel_set_problem (SDM_LETTER_PANEL (self->panel), NULL);
      note_made (self, printing->preview, "printer", printer);
      if (printing->preview->copy != NULL)
        note_made (self, printing->preview->copy, "printer", printer);
      sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), _ ("Sent to the printer"));
    }
  sdm_letter_preview_unref (printing->preview);
  g_free (printing);
}

/* Whom a paper is about, by two things that tell people apart; NULL where it is about nobody. */
static char *
dup_whom (SdmLetterPage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  g_autofree char *name = sdm_consultation_dup_patient_name (consultation);
  const char      *born = sdm_consultation_get_text (consultation, "people/patient/born");
  g_autofree char *day = born != NULL ? sdm_date_format (born) : NULL;

  if (self->preview->kind == SDM_LETTER_KIND_PAPER_TWIN || *name == '\0')
    return NULL;
  if (day == NULL)
    return g_steal_pointer (&name);

  /* Translators: whom a paper is about: "Mr Arthur James Pell, born 14 March 1943" */
  return g_strdup_printf (_ ("%1$s, born %2$s"), name, day);
}

static void
print (SdmLetterPage *self)
{
  g_autofree char *name = dup_file_name (self);
  g_autofree char *whom = dup_whom (self);
  Printing        *printing = g_new0 (Printing, 1);

  printing->page = g_object_ref (self);
  printing->preview = sdm_letter_preview_ref (self->preview);
  sdm_letter_print (self->preview->source, self->preview->copy != NULL ? self->preview->copy->source : NULL, whom, name, get_window (self), printed_cb, printing);
}

/* Going out: whatever has to be asked is asked first. */

typedef struct
{
  SdmLetterPage    *page;    /* owned */
  SdmLetterPreview *preview; /* owned: what was asked about */
  void (*go) (SdmLetterPage *self);
} GoingOut;

static void
answered_cb (SdmLetterAnswer answer,
             gpointer        data)
{
  GoingOut *out = data;
  g_autoptr (SdmLetterPage) self = out->page;
  g_autoptr (SdmLetterPreview) asked = out->preview;
  void (*go) (SdmLetterPage * page) = out->go;

  g_free (out);
  if (answer == SDM_LETTER_ANSWER_OTHER)
    sdm_letter_choices_use_needed (sdm_letter_panel_get_choices (SDM_LETTER_PANEL (self->panel)));
  else if (answer == SDM_LETTER_ANSWER_GO && self->preview == asked)
    go (self);
}

static void
go_out (SdmLetterPage *self,
        void (*go) (SdmLetterPage *self))
{
  SdmLetterChoices *choices = sdm_letter_panel_get_choices (SDM_LETTER_PANEL (self->panel));
  SdmLetterFormat   needed = sdm_letter_choices_get_needed (choices);
  GoingOut         *out;

  /* What goes out is what stands in the record now. */
  if (self->making)
    {
      self->go_when_made = go;
      return;
    }
  if (self->preview == NULL || is_past_review (self) || !may_leave_the_house (self))
    return;

  out = g_new0 (GoingOut, 1);
  out->page = g_object_ref (self);
  out->preview = sdm_letter_preview_ref (self->preview);
  out->go = go;
  sdm_letter_leave (SDM_PAGE (self), self->preview, &needed, sdm_letter_choices_get_needed_language (choices), answered_cb, out);
}

static void
save_cb (SdmLetterPage *self)
{
  go_out (self, choose_file);
}

static void
print_cb (SdmLetterPage *self)
{
  go_out (self, print);
}

static gboolean
print_key_cb (GtkWidget *page,
              GVariant  *arguments,
              gpointer   user_data)
{
  if (!gtk_widget_get_mapped (page))
    return FALSE;
  print_cb (SDM_LETTER_PAGE (page));

  return TRUE;
}

static void
add_print_key (SdmLetterPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (print_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
approvals_changed_cb (SdmLetterPage *self)
{
  if (self->preview != NULL && self->preview->kind == SDM_LETTER_KIND_STILL_RIGHT)
    make_letter (self);
}

static void
place_changed_cb (SdmPage *page)
{
  sdm_page_set_note (page, sdm_document_view_get_place (SDM_DOCUMENT_VIEW (SDM_LETTER_PAGE (page)->document)));
}

/* The words of the letter in one piece, for who has them read aloud or looks for one of them. */
static GtkWidget *
make_words (SdmLetterPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 24);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 24);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 24);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 24);
  gtk_widget_add_css_class (self->text, "body");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The words of the letter"), -1);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_widget_set_visible (scroller, FALSE);
  g_signal_connect_object (scroller, "notify::visible", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);

  return scroller;
}

/* GObject */

static void
sdm_letter_page_build (SdmPage *page)
{
  SdmLetterPage *self = SDM_LETTER_PAGE (page);
  GtkWidget     *left = sdm_ui_column (0);

  self->columns = sdm_ui_row (0);
  self->document = sdm_document_view_new ();
  sdm_document_view_set_zoom (SDM_DOCUMENT_VIEW (self->document), 0.9);
  gtk_widget_set_hexpand (self->document, TRUE);
  gtk_widget_set_vexpand (self->document, TRUE);
  self->scroller = make_words (self);
  self->panel = sdm_letter_panel_new (page);
  gtk_box_append (GTK_BOX (left), self->document);
  gtk_box_append (GTK_BOX (left), self->scroller);
  self->views = sdm_letter_views_new (SDM_DOCUMENT_VIEW (self->document), self->scroller);
  gtk_widget_set_sensitive (self->views, FALSE);
  gtk_box_append (GTK_BOX (left), self->views);
  gtk_box_append (GTK_BOX (self->columns), left);
  gtk_box_append (GTK_BOX (self->columns), self->panel);
  sdm_page_fill_window (page, self->columns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your letter"), -1);
  add_print_key (self);

  if (!sdm_consultation_is_practice (sdm_page_get_consultation (page)))
    {
      self->approvals = sdm_aid_approvals_new (sdm_session_get_context (sdm_page_get_session (page)));
      g_signal_connect_object (self->approvals, "changed", G_CALLBACK (approvals_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->panel, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "print", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "letter-changed", G_CALLBACK (make_letter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::place", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
sdm_letter_page_refresh (SdmPage *page)
{
  SdmLetterPage *self = SDM_LETTER_PAGE (page);

  sdm_letter_panel_refresh (SDM_LETTER_PANEL (self->panel));
  make_letter (self);
}

/* Where there is no room, what can be done stands below the letter. */
static void
sdm_letter_page_fit (SdmPage *page,
                     gboolean narrow,
                     gboolean large_text)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (SDM_LETTER_PAGE (page)->columns),
                                  narrow || large_text ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
sdm_letter_page_dispose (GObject *object)
{
  SdmLetterPage *self = SDM_LETTER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->approvals);
  g_clear_pointer (&self->preview, sdm_letter_preview_unref);

  G_OBJECT_CLASS (sdm_letter_page_parent_class)->dispose (object);
}

static void
sdm_letter_page_finalize (GObject *object)
{
  g_clear_object (&SDM_LETTER_PAGE (object)->cancellable);
  g_free (SDM_LETTER_PAGE (object)->language);

  G_OBJECT_CLASS (sdm_letter_page_parent_class)->finalize (object);
}

static void
sdm_letter_page_class_init (SdmLetterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  object_class->dispose = sdm_letter_page_dispose;
  object_class->finalize = sdm_letter_page_finalize;
  page_class->step = SDM_STEP_LETTER;
  page_class->build = sdm_letter_page_build;
  page_class->refresh = sdm_letter_page_refresh;
  page_class->fit = sdm_letter_page_fit;
}

static void
sdm_letter_page_init (SdmLetterPage *self)
{
  self->cancellable = g_cancellable_new ();
}
