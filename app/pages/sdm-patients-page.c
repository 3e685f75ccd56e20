/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patients-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-events-page.h"
#include "sdm-find-page.h"
#include "sdm-join-page.h"
#include "sdm-patient-page.h"
#include "sdm-record-words.h"
#include "sdm-request-page.h"
#include "sdm-ui.h"
#include "sdm-window-private.h"

/**
 * SdmPatientsPage:
 *
 * The way from a search to one patient, and from there to who saw what and to joining two
 * entries; each page leads back to the one before, which is as it was left. All of them go
 * when the records are locked, or something is opened.
 *
 * ## Accessibility
 *
 * A page that comes takes the focus; one that is gone back to has it where it was. Alt+Left
 * goes back.
 */
struct _SdmPatientsPage
{
  AdwBin parent_instance;

  SdmWindow  *window; /* not owned: it owns this */
  SdmContext *context;
  GtkWidget  *stack;
  char       *who;    /* owned, nullable: the patient who was read last, for the pages about that one */
  GHashTable *talks;  /* owned, nullable: of that patient: when each was begun, by its id */
  GtkWidget  *origin; /* owned, nullable: the page on which a patient was noticed */
  GPtrArray  *pages;  /* of GtkWidget, not owned: the search first, what is on screen last */
};

G_DEFINE_FINAL_TYPE (SdmPatientsPage, sdm_patients_page, ADW_TYPE_BIN)

/* Pages */

static GtkWidget *
get_last (SdmPatientsPage *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
push (SdmPatientsPage *self,
      GtkWidget       *page)
{
  gtk_stack_add_child (GTK_STACK (self->stack), page);
  g_ptr_array_add (self->pages, page);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), page);
  if (gtk_widget_get_root (page) != NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
pop_to (SdmPatientsPage *self,
        guint            n_pages)
{
  if (self->pages->len <= n_pages)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), g_ptr_array_index (self->pages, n_pages - 1));
  while (self->pages->len > n_pages)
    {
      GtkWidget *page = get_last (self);

      g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
      gtk_stack_remove (GTK_STACK (self->stack), page);
    }
}

static gboolean
go_back_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  sdm_patients_page_go_back (SDM_PATIENTS_PAGE (widget));

  return TRUE;
}

/* GObject */

static void
sdm_patients_page_dispose (GObject *object)
{
  SdmPatientsPage *self = SDM_PATIENTS_PAGE (object);

  g_clear_object (&self->origin);
  g_clear_object (&self->context);
  sdm_patients_page_set_patient (self, NULL, NULL);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_patients_page_parent_class)->dispose (object);
}

static void
sdm_patients_page_class_init (SdmPatientsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_patients_page_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Left, GDK_ALT_MASK, go_back_cb, NULL);
}

static void
sdm_patients_page_init (SdmPatientsPage *self)
{
  self->pages = g_ptr_array_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

/* Public API */

/**
 * sdm_patients_page_new:
 *
 * Returns: (transfer floating): the search, from which all else is reached
 */
GtkWidget *
sdm_patients_page_new (SdmWindow  *window,
                       SdmContext *context)
{
  SdmPatientsPage *self = g_object_new (SDM_TYPE_PATIENTS_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  push (self, sdm_find_page_new (self));

  return GTK_WIDGET (self);
}

SdmWindow *
sdm_patients_page_get_window (SdmPatientsPage *self)
{
  return self->window;
}

SdmContext *
sdm_patients_page_get_context (SdmPatientsPage *self)
{
  return self->context;
}

/**
 * sdm_patients_page_get_store:
 *
 * Returns: (transfer none): where the records of real patients are kept
 */
SdmRecordStore *
sdm_patients_page_get_store (SdmPatientsPage *self)
{
  return sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL);
}

/**
 * sdm_patients_page_get_who:
 *
 * Returns: the patient who was read last: the name, the date of birth and the number
 */
const char *
sdm_patients_page_get_who (SdmPatientsPage *self)
{
  return self->who != NULL ? self->who : "";
}

/**
 * sdm_patients_page_get_talks:
 *
 * Returns: (transfer none) (nullable): when each talk of that patient was begun, by its id
 */
GHashTable *
sdm_patients_page_get_talks (SdmPatientsPage *self)
{
  return self->talks;
}

/**
 * sdm_patients_page_set_patient:
 * @who: (nullable): the name, the date of birth and the number
 * @talks: (nullable) (transfer full): when each talk was begun, by its id
 *
 * Notes who was read last.
 */
void
sdm_patients_page_set_patient (SdmPatientsPage *self,
                               const char      *who,
                               GHashTable      *talks)
{
  if (self->who != NULL)
    explicit_bzero (self->who, strlen (self->who));
  g_free (self->who);
  self->who = g_strdup (who);
  g_clear_pointer (&self->talks, g_hash_table_unref);
  self->talks = talks;
}

/**
 * sdm_patients_page_dup_made:
 *
 * Returns: (transfer full): when something that leaves the program is made, and by whom
 */
char *
sdm_patients_page_dup_made (SdmPatientsPage *self)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);
  g_autoptr (GDateTime) now = sdm_clock_get_now (sdm_context_get_clock (self->context));

  return sdm_record_words_dup_made (g_date_time_to_unix (now) * G_USEC_PER_SEC, person != NULL ? person->name : NULL);
}

/**
 * sdm_patients_page_show_search:
 *
 * Goes back to the search, to type something else.
 */
void
sdm_patients_page_show_search (SdmPatientsPage *self)
{
  pop_to (self, 1);
  g_clear_object (&self->origin);
  sdm_find_page_begin (SDM_FIND_PAGE (get_last (self)));
}

/**
 * sdm_patients_page_show_patient:
 * @patient: the id of a patient
 *
 * Shows who it is, and all talks.
 */
void
sdm_patients_page_show_patient (SdmPatientsPage *self,
                                const char      *patient)
{
  push (self, sdm_patient_page_new (self, patient));
}

/**
 * sdm_patients_page_show_events:
 * @patient: the id of a patient
 * @record: (nullable): the id of one talk; %NULL for all of them
 *
 * Shows who saw and changed what.
 */
void
sdm_patients_page_show_events (SdmPatientsPage *self,
                               const char      *patient,
                               const char      *record)
{
  push (self, sdm_events_page_new (self, patient, record));
}

/**
 * sdm_patients_page_show_request:
 * @patient: the id of a patient
 *
 * Shows all that is kept of the person, to be given to them.
 */
void
sdm_patients_page_show_request (SdmPatientsPage *self,
                                const char      *patient)
{
  push (self, sdm_request_page_new (self, patient));
}

/**
 * sdm_patients_page_show_join:
 * @patient: the id of a patient
 * @other: the id of one who may be the same
 *
 * Shows both side by side, to be made one.
 */
void
sdm_patients_page_show_join (SdmPatientsPage *self,
                             const char      *patient,
                             const char      *other)
{
  push (self, sdm_join_page_new (self, patient, other));
}

/**
 * sdm_patients_page_tell_joined:
 * @kept: the id of the patient who is both now
 *
 * Goes on with the one that was made of two.
 */
void
sdm_patients_page_tell_joined (SdmPatientsPage *self,
                               const char      *kept)
{
  g_autofree char *id = g_strdup (kept);

  pop_to (self, 1);
  sdm_find_page_look_again (SDM_FIND_PAGE (get_last (self)));
  sdm_patients_page_show_patient (self, id);
  sdm_window_say (self->window, _ ("Joined: both entries are one person now"));
}

/**
 * sdm_patients_page_open_record:
 * @record: the id of a talk
 * @is_final: whether it was finished
 *
 * Goes on with a draft, or shows a finished talk; these pages go.
 */
void
sdm_patients_page_open_record (SdmPatientsPage *self,
                               const char      *record,
                               gboolean         is_final)
{
  if (is_final)
    sdm_window_show_record (self->window, SDM_RECORD_STORE_REAL, record);
  else
    sdm_window_resume (self->window, SDM_RECORD_STORE_REAL, record);
}

/**
 * sdm_patients_page_set_origin:
 * @origin: (transfer full): a page of the window on which a patient was noticed
 *
 * The first patient leads back there, and what was typed there is as it was.
 */
void
sdm_patients_page_set_origin (SdmPatientsPage *self,
                              GtkWidget       *origin)
{
  g_clear_object (&self->origin);
  self->origin = origin;
}

/**
 * sdm_patients_page_go_back:
 *
 * Shows the page before, as it was left. The search is the first.
 */
void
sdm_patients_page_go_back (SdmPatientsPage *self)
{
  if (self->pages->len == 2 && self->origin != NULL)
    {
      g_autoptr (GtkWidget) origin = g_steal_pointer (&self->origin);

      /* This page goes with it. */
      sdm_window_show_real_page (self->window, origin, _ ("New consultation"));
      return;
    }
  pop_to (self, MAX (self->pages->len, 2) - 1);
}

/**
 * sdm_patients_page_make_page:
 * @title: its heading
 * @content: (out): the column that takes the cards
 *
 * Returns: (transfer floating): a page with a way back above its heading
 */
GtkWidget *
sdm_patients_page_make_page (SdmPatientsPage *self,
                             const char      *title,
                             GtkWidget      **content)
{
  GtkWidget *page = sdm_ui_page (title, NULL, -1, content);
  /* Translators: leads from one patient back to those that were found, and from there on to the page before */
  GtkWidget *back = sdm_ui_button (_ ("Back"), "ev-left-symbolic");

  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (back, _ ("Back (Alt+Left)"));
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (sdm_patients_page_go_back), self);
  gtk_box_prepend (GTK_BOX (*content), back);

  return page;
}
