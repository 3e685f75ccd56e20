/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-request-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-file-choice.h"
#include "sdm-letter-access.h"
#include "sdm-letter.h"
#include "sdm-paper-print.h"
#include "sdm-record-request.h"
#include "sdm-ui.h"

/**
 * SdmRequestPage:
 *
 * All that is kept of one patient, for a person who asks for it: every talk with every version of it, and who saw
 * and changed what. Whoever gives it out looks through all of it first, and leaves out what is about somebody else or could do serious harm. That it is given
 * is noted before it is saved, and when it was printed.
 *
 * ## Accessibility
 *
 * Each thing is a check box, named by what it is and what it says; ticked is given.
 */
struct _SdmRequestPage
{
  AdwBin parent_instance;

  SdmPatientsPage *place; /* weak: it holds this */
  char            *patient;
  SdmKeptPerson   *kept;   /* owned, nullable: until all is read */
  GPtrArray       *checks; /* one of each thing */
  gboolean         is_giving;

  GtkWidget *state;
  GtkWidget *content;
  GtkWidget *looked;
  GtkWidget *buttons;
  GtkWidget *said;
};

G_DEFINE_FINAL_TYPE (SdmRequestPage, sdm_request_page, ADW_TYPE_BIN)

static void
say (SdmRequestPage *self,
     const char     *text,
     gboolean        is_problem)
{
  gtk_label_set_label (GTK_LABEL (self->said), text);
  gtk_widget_set_visible (self->said, TRUE);
  if (is_problem)
    gtk_widget_add_css_class (self->said, "problem");
  else
    gtk_widget_remove_css_class (self->said, "problem");
}

static void
show_failure (SdmRequestPage *self,
              const GError   *error)
{
  gtk_widget_add_css_class (self->state, "problem");
  gtk_label_set_label (GTK_LABEL (self->state), error->message);
}

static void
update_buttons (SdmRequestPage *self)
{
  gtk_widget_set_sensitive (self->buttons, self->kept != NULL && !self->is_giving && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->looked)));
}

/* What is given */

/* One thing, and the check box that says whether it is given. */
typedef struct
{
  SdmRequestPage *page; /* not owned: it owns the box */
  SdmKeptTalk    *talk;
  SdmKeptVersion *version;
  const SdmKept  *kept;
} Thing;

static Thing *
get_thing (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "thing");
}

static void
given_cb (GtkCheckButton *check,
          GParamSpec     *pspec,
          gpointer        user_data)
{
  const Thing *thing = get_thing (check);
  GPtrArray   *checks = thing->page->checks;

  sdm_kept_talk_leave_out (thing->talk, thing->version, thing->kept, !gtk_check_button_get_active (check));
  for (guint i = 0; i < checks->len; i++)
    {
      GtkCheckButton *each = g_ptr_array_index (checks, i);
      const Thing    *other = get_thing (each);

      if (other->talk == thing->talk)
        gtk_check_button_set_active (each, !sdm_kept_version_is_left_out (other->version, other->kept));
    }
}

static GtkWidget *
make_row (SdmRequestPage *self,
          SdmKeptTalk    *talk,
          SdmKeptVersion *version,
          const SdmKept  *kept)
{
  /* Translators: the name of a field, and what stands in it */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), kept->name, kept->words != NULL ? kept->words : _ ("nothing"));
  GtkWidget       *check = sdm_ui_check (text);
  Thing           *thing = g_new0 (Thing, 1);

  *thing = (Thing){ self, talk, version, kept };
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !sdm_kept_version_is_left_out (version, kept));
  g_object_set_data_full (G_OBJECT (check), "thing", thing, g_free);
  g_signal_connect (check, "notify::active", G_CALLBACK (given_cb), NULL);
  g_ptr_array_add (self->checks, check);

  return check;
}

static void
show_version (SdmRequestPage *self,
              GtkWidget      *content,
              SdmKeptTalk    *talk,
              SdmKeptVersion *version)
{
  int step = -1;

  if (talk->versions->len > 1)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (version->made, "chrome-strong"));
  if (version->reason != NULL && *version->reason != '\0')
    {
      /* Translators: why a record was changed */
      g_autofree char *reason = g_strdup_printf (_ ("Why: %s"), version->reason);

      gtk_box_append (GTK_BOX (content), sdm_ui_label (reason, "body"));
    }
  if (!version->is_whole)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (version->kept->len > 0 ? _ ("This was different in it:") : _ ("Nothing that was typed or chosen differs."), "body"));
  for (guint i = 0; i < version->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (version->kept, i);

      if ((int) kept->step != step)
        gtk_box_append (GTK_BOX (content), sdm_ui_label (sdm_step_get_title (kept->step), "chrome-strong"));
      step = (int) kept->step;
      gtk_box_append (GTK_BOX (content), make_row (self, talk, version, kept));
    }
}

static void
show_talk (SdmRequestPage *self,
           SdmKeptTalk    *talk)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (talk->title, &content);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (talk->status, "chrome"));
  for (guint i = 0; i < talk->versions->len; i++)
    show_version (self, content, talk, g_ptr_array_index (talk->versions, i));
  gtk_box_append (GTK_BOX (self->content), card);
}

static void
show_all (SdmRequestPage *self)
{
  gtk_label_set_label (GTK_LABEL (self->state),
                       _ ("Look through all of it. What is ticked is given. Take out what is about somebody else, or could do serious harm: the pages name it as left out. "
                          "What others said, and what was withheld, is taken out already."));
  for (guint i = 0; i < self->kept->talks->len; i++)
    show_talk (self, g_ptr_array_index (self->kept->talks, i));
  gtk_widget_set_visible (self->looked, TRUE);
  gtk_widget_set_visible (self->buttons, TRUE);
  update_buttons (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SdmRequestPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordRequest) request = sdm_record_store_read_request_finish (SDM_RECORD_STORE (source), result, &error);
  g_autofree char *made = NULL;

  if (self->place == NULL)
    return;
  made = sdm_patients_page_dup_made (self->place);
  if (request != NULL)
    self->kept = sdm_record_request_tell (request, made, &error);
  if (self->kept == NULL)
    show_failure (self, error);
  else
    show_all (self);
}

/* Giving it: made and then noted, and only then saved; or printed and then noted, with the printer */

typedef struct
{
  SdmRequestPage    *page;
  GFile             *file;     /* nullable: it is printed */
  GtkPrintSettings  *settings; /* nullable: the printer, where it is chosen already */
  SdmLetterDocument *document; /* nullable: until it is written, and once it is printed */
  GBytes            *pdf;
  GBytes            *text;
  SdmLetterFormat    format; /* that the person reads well */
} Giving;

static void
free_giving (Giving *giving)
{
  g_object_unref (giving->page);
  g_clear_object (&giving->file);
  g_clear_object (&giving->settings);
  g_clear_pointer (&giving->document, sdm_letter_document_free);
  g_clear_pointer (&giving->pdf, g_bytes_unref);
  g_clear_pointer (&giving->text, g_bytes_unref);
  g_free (giving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Giving, free_giving)

static void
end_giving (Giving     *giving,
            const char *text, /* nullable: nobody gave it */
            gboolean    is_problem)
{
  SdmRequestPage *self = giving->page;

  self->is_giving = FALSE;
  if (self->place == NULL)
    return;
  gtk_widget_set_sensitive (self->content, TRUE);
  update_buttons (self);
  if (text != NULL)
    say (self, text, is_problem);
}

static void
note (Giving             *giving,
      const char         *where,
      GAsyncReadyCallback noted)
{
  SdmRequestPage  *self = giving->page;
  g_autofree char *outcome = sdm_record_request_dup_outcome (where, self->kept);

  sdm_record_store_note_request_async (sdm_patients_page_get_store (self->place), self->patient, outcome, noted, giving);
}

/* Printing */

static void
print_noted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean good = sdm_record_store_note_request_finish (SDM_RECORD_STORE (source), result, &error);

  end_giving (giving, good ? _ ("Sent to the printer") : error->message, !good);
}

static void
printed_cb (const char   *printed,
            const GError *error,
            gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;

  if (printed != NULL && giving->page->place != NULL)
    note (g_steal_pointer (&giving), printed, print_noted_cb);
  else
    end_giving (giving, error != NULL ? error->message : NULL, TRUE);
}

static void
print (Giving *giving)
{
  SdmRequestPage *self = giving->page;

  sdm_paper_print (GTK_WIDGET (self), g_steal_pointer (&giving->document), giving->format.points, sdm_patients_page_get_who (self->place),
                   "evenhand-kept", giving->settings, printed_cb, giving);
}

/* Saving */

static void
save (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Giving *giving = task_data;
  GError *error = NULL;

  if (sdm_letter_save_with_text (giving->pdf, giving->text, giving->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autofree char *name = g_file_get_basename (giving->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  /* Translators: %s is the name of a file */
  text = good ? g_strdup_printf (_ ("Saved as %s"), name) : g_strdup (error->message);
  end_giving (giving, text, !good);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (!sdm_record_store_note_request_finish (SDM_RECORD_STORE (source), result, &error))
    {
      end_giving (giving, error->message, TRUE);
      return;
    }
  task = g_task_new (NULL, NULL, saved_cb, giving);
  g_task_set_task_data (task, giving, NULL);
  g_task_run_in_thread (task, save);
  g_steal_pointer (&giving);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Giving) giving = user_data;
  SdmRequestPage  *self = giving->page;
  g_autofree char *sha256 = NULL;
  g_autofree char *where = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      end_giving (giving, error->message, TRUE);
      return;
    }
  if (self->place == NULL)
    return;
  if (giving->file == NULL)
    {
      print (g_steal_pointer (&giving));
      return;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, giving->pdf);
  where = g_strdup_printf ("SHA-256 %s", sha256);
  note (g_steal_pointer (&giving), where, noted_cb);
}

/* While this is done nothing is taken out or in. */
static void
make (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Giving *giving = task_data;
  char   *text;
  GError *error = NULL;

  giving->document = sdm_letter_access_build (giving->page->kept);
  sdm_letter_format_apply (&giving->format, giving->document);
  if (giving->file == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  text = sdm_letter_document_to_text (giving->document);
  giving->text = g_bytes_new_take (text, strlen (text));
  giving->pdf = sdm_letter_render_pdf (giving->document, giving->format.points, NULL, &error);
  if (giving->pdf != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (SdmRequestPage   *self,
       GFile            *file,     /* nullable: it is printed */
       GtkPrintSettings *settings) /* nullable */
{
  g_autoptr (GTask) task = NULL;
  Giving *giving;

  if (!gtk_widget_get_sensitive (self->buttons))
    return;
  self->is_giving = TRUE;
  update_buttons (self);
  gtk_widget_set_visible (self->said, FALSE);
  gtk_widget_set_sensitive (self->content, FALSE);
  giving = g_new0 (Giving, 1);
  giving->page = g_object_ref (self);
  giving->format = sdm_letter_access_get_format (self->kept);
  g_set_object (&giving->file, file);
  g_set_object (&giving->settings, settings);
  task = g_task_new (NULL, NULL, made_cb, giving);
  g_task_set_task_data (task, giving, NULL);
  g_task_run_in_thread (task, make);
}

/* Callbacks */

static void
print_cb (SdmRequestPage *self)
{
  sdm_request_page_print (self, NULL);
}

static void
chosen_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_request_page_save_to (SDM_REQUEST_PAGE (page), file);
}

static void
save_cb (SdmRequestPage *self)
{
  g_autofree char *day = sdm_clock_dup_day (sdm_context_get_clock (sdm_patients_page_get_context (self->place)));
  g_autofree char *name = g_strdup_printf ("evenhand-kept-%s.pdf", day);

  sdm_file_choice_save (GTK_WIDGET (self), _ ("Save the pages"), name, chosen_cb);
}

/* GObject */

static void
build (SdmRequestPage *self)
{
  GtkWidget *save = sdm_ui_button (_ ("Save as PDF"), "ev-save-symbolic");
  GtkWidget *print_it = sdm_ui_button (_ ("Print"), "ev-printer-symbolic");
  GtkWidget *page;

  self->state = sdm_ui_label (_ ("Looking…"), "chrome");
  self->content = sdm_ui_column (16);
  self->looked = sdm_ui_check (_ ("I have looked through all of it"));
  self->buttons = sdm_ui_wrap (8);
  gtk_box_append (GTK_BOX (self->buttons), save);
  gtk_box_append (GTK_BOX (self->buttons), print_it);
  self->said = sdm_ui_label (NULL, "chrome");
  gtk_widget_set_visible (self->looked, FALSE);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_set_visible (self->said, FALSE);
  g_signal_connect_swapped (self->looked, "notify::active", G_CALLBACK (update_buttons), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (print_it, "clicked", G_CALLBACK (print_cb), self);

  adw_bin_set_child (ADW_BIN (self), sdm_patients_page_make_page (self->place, _ ("All that is kept of this person"), &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_label (sdm_patients_page_get_who (self->place), "chrome-strong"));
  gtk_box_append (GTK_BOX (page), self->state);
  gtk_box_append (GTK_BOX (page), self->content);
  gtk_box_append (GTK_BOX (page), self->looked);
  gtk_box_append (GTK_BOX (page), self->buttons);
  gtk_box_append (GTK_BOX (page), self->said);
}

static void
sdm_request_page_dispose (GObject *object)
{
  SdmRequestPage *self = SDM_REQUEST_PAGE (object);

  g_clear_weak_pointer (&self->place);

  G_OBJECT_CLASS (sdm_request_page_parent_class)->dispose (object);
}

static void
sdm_request_page_finalize (GObject *object)
{
  SdmRequestPage *self = SDM_REQUEST_PAGE (object);

  g_free (self->patient);
  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->kept, sdm_kept_person_free);

  G_OBJECT_CLASS (sdm_request_page_parent_class)->finalize (object);
}

static void
sdm_request_page_class_init (SdmRequestPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_request_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sdm_request_page_finalize;
}

static void
sdm_request_page_init (SdmRequestPage *self)
{
  self->checks = g_ptr_array_new ();
}

/* Public API */

/**
 * sdm_request_page_new:
 * @patient: the id of a patient
 *
 * Returns: (transfer floating): a page that fills when all talks were read
 */
GtkWidget *
sdm_request_page_new (SdmPatientsPage *place,
                      const char      *patient)
{
  SdmRequestPage *self = g_object_new (SDM_TYPE_REQUEST_PAGE, NULL);

  g_set_weak_pointer (&self->place, place);
  self->patient = g_strdup (patient);
  build (self);
  sdm_record_store_read_request_async (sdm_patients_page_get_store (place), patient, NULL, read_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * sdm_request_page_save_to:
 *
 * Makes the pages without what was taken out, notes that they leave the program, and saves them with their words beside
 * them. Does nothing before somebody said that all of it was looked through.
 */
void
sdm_request_page_save_to (SdmRequestPage *self,
                          GFile          *file)
{
  g_return_if_fail (SDM_IS_REQUEST_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  start (self, file, NULL);
}

/**
 * sdm_request_page_print:
 * @settings: (nullable): the printer, where it is chosen already
 *
 * Makes the pages without what was taken out, prints them once that is confirmed, and notes it. Does nothing before
 * somebody said that all of it was looked through.
 */
void
sdm_request_page_print (SdmRequestPage   *self,
                        GtkPrintSettings *settings)
{
  g_return_if_fail (SDM_IS_REQUEST_PAGE (self));

  start (self, NULL, settings);
}
