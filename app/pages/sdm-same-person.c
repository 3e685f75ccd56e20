/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-same-person.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-home-private.h"
#include "sdm-nhs-number.h"
#include "sdm-record-find.h"
#include "sdm-record-row.h"
#include "sdm-ui.h"

/**
 * SdmSamePerson:
 *
 * Notices that whoever is being typed may already be here: by the NHS number, and by the family
 * name and date of birth. It is looked for when both or the number are whole, before a second
 * entry of the same person is made. Nothing is on screen while nobody was found.
 *
 * ## Accessibility
 *
 * A group that takes the focus when something cannot begin because of it.
 */
struct _SdmSamePerson
{
  GtkBox parent_instance;

  SdmWindow  *window; /* not owned: it owns this */
  SdmContext *context;
  char       *family; /* owned, nullable */
  char       *born;
  char       *number;

  guint      pause;   /* source id, 0: nothing waits */
  guint      asked;   /* number of the last question */
  GPtrArray *found;   /* of SdmRecordPatient, while it looks */
  gboolean   is_done; /* looked, for what stands there now */
  gboolean   is_clear;
  gboolean   is_waited_for; /* somebody wants to begin */

  GtkWidget *content;
  GtkWidget *people;
};

G_DEFINE_FINAL_TYPE (SdmSamePerson, sdm_same_person, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLEAR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define PAUSE_MS 400

/* What was found */

static void
become_clear (SdmSamePerson *self)
{
  const gboolean is_waited_for = self->is_waited_for;

  self->is_done = TRUE;
  self->is_clear = TRUE;
  self->is_waited_for = FALSE;
  gtk_widget_set_visible (self->content, FALSE);
  if (is_waited_for)
    g_signal_emit (self, signals[SIGNAL_CLEAR], 0);
}

static void
patient_clicked_cb (GtkWidget     *row,
                    SdmSamePerson *self)
{
  sdm_window_show_patient (self->window, g_object_get_data (G_OBJECT (row), "id"));
}

/* The row is found by the folded name and the day, or else by the number. */
static const char *
get_reason (SdmSamePerson          *self,
            const SdmRecordPatient *patient)
{
  const gboolean has_number = self->number != NULL && g_strcmp0 (patient->nhs_number, self->number) == 0;
  const gboolean is_of_day = g_strcmp0 (patient->birth_date, self->born) == 0;

  if (has_number && is_of_day)
    return _ ("This NHS number and date of birth are here already. Open the person to take over what is known. "
              "If you go on as it is, the new talk goes to the same person.");
  if (has_number)
    return _ ("This NHS number is here already, with another date of birth. Check both with the person. "
              "If you go on as it is, the new talk goes to the one who has the number.");

  return _ ("Somebody with this family name and date of birth is here already. Open the entry to see whether it is the same person.");
}

static void
show_found (SdmSamePerson *self)
{
  const char *before = NULL;

  sdm_ui_clear (self->people);
  for (guint i = 0; i < self->found->len; i++)
    {
      const SdmRecordPatient *patient = g_ptr_array_index (self->found, i);
      const char             *reason = get_reason (self, patient);
      GtkWidget              *row = sdm_record_row_new_for_patient (patient);

      if (g_strcmp0 (reason, before) != 0)
        gtk_box_append (GTK_BOX (self->people), sdm_ui_label (reason, "body"));
      before = reason;
      sdm_home_row_set_id (row, patient->id);
      g_signal_connect (row, "clicked", G_CALLBACK (patient_clicked_cb), self);
      gtk_box_append (GTK_BOX (self->people), row);
    }
  self->is_done = TRUE;
  gtk_widget_set_visible (self->content, TRUE);
  if (self->is_waited_for)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
add_found (SdmSamePerson  *self,
           SdmRecordFound *found)
{
  for (guint i = 0; i < found->patients->len; i++)
    {
      const SdmRecordPatient *patient = g_ptr_array_index (found->patients, i);
      gboolean                is_there = FALSE;

      for (guint k = 0; k < self->found->len; k++)
        is_there = is_there || g_str_equal (((SdmRecordPatient *) g_ptr_array_index (self->found, k))->id, patient->id);
      if (!is_there)
        g_ptr_array_add (self->found, sdm_record_patient_copy (patient));
    }
}

/* Looking: by the number, then by name and day */

typedef struct
{
  SdmSamePerson *same;
  guint          number;
  gboolean       is_last;
} Question;

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (SdmSamePerson) self = question->same;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFound) found = sdm_record_store_find_finish (SDM_RECORD_STORE (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || question->number != self->asked)
    return;
  if (found != NULL)
    add_found (self, found);
  else
    /* Nobody is kept from beginning by that. */
    sdm_window_say (self->window, error->message);
  if (!question->is_last)
    return;
  if (self->found->len > 0)
    show_found (self);
  else
    become_clear (self);
}

static void
ask (SdmSamePerson     *self,
     SdmRecordQueryKind kind,
     const char        *text,
     gboolean           is_last)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (kind, text);
  Question *question = g_new0 (Question, 1);

  query->birth_date = g_strdup (self->born);
  question->same = g_object_ref (self);
  question->number = self->asked;
  question->is_last = is_last;
  sdm_record_store_find_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), query, NULL, found_cb, question);
}

static gboolean
has_person (SdmSamePerson *self)
{
  return self->family != NULL && self->born != NULL;
}

static void
look (SdmSamePerson *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->asked++;
  g_ptr_array_set_size (self->found, 0);
  if (self->number == NULL && !has_person (self))
    {
      become_clear (self);
      return;
    }
  if (self->number != NULL)
    ask (self, SDM_RECORD_QUERY_NHS_NUMBER, self->number, !has_person (self));
  if (has_person (self))
    ask (self, SDM_RECORD_QUERY_PERSON, self->family, TRUE);
}

static gboolean
pause_cb (gpointer user_data)
{
  SdmSamePerson *self = user_data;

  self->pause = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

/* GObject */

static void
sdm_same_person_dispose (GObject *object)
{
  SdmSamePerson *self = SDM_SAME_PERSON (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->asked++;
  g_clear_object (&self->context);
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->born, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_same_person_parent_class)->dispose (object);
}

static void
sdm_same_person_class_init (SdmSamePersonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_same_person_dispose;

  /* Nobody was found, or it is somebody else: what was waited for may begin. */
  signals[SIGNAL_CLEAR] = g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_same_person_init (SdmSamePerson *self)
{
  GtkWidget *go_on = sdm_ui_button (_ ("Go on as it is"), NULL);

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_patient_free);
  self->is_clear = TRUE;
  self->is_done = TRUE;
  self->people = sdm_ui_column (8);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), sdm_ui_card (_ ("This person may already be here"), &self->content));
  gtk_box_append (GTK_BOX (self->content), self->people);
  gtk_widget_set_halign (go_on, GTK_ALIGN_START);
  g_signal_connect_swapped (go_on, "clicked", G_CALLBACK (become_clear), self);
  gtk_box_append (GTK_BOX (self->content), go_on);
  gtk_widget_set_visible (self->content, FALSE);
}

/* Public API */

/**
 * sdm_same_person_new:
 *
 * Returns: (transfer floating): what is not on screen until somebody is found
 */
GtkWidget *
sdm_same_person_new (SdmWindow  *window,
                     SdmContext *context)
{
  SdmSamePerson *self = g_object_new (SDM_TYPE_SAME_PERSON, NULL);

  self->window = window;
  self->context = g_object_ref (context);

  return GTK_WIDGET (self);
}

static gboolean
take_text (char      **field,
           const char *text)
{
  const char *taken = text != NULL && *text != '\0' ? text : NULL;

  if (g_strcmp0 (*field, taken) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (taken);

  return TRUE;
}

/**
 * sdm_same_person_set_identity:
 * @family: (nullable): the family name as it stands there
 * @born: (nullable): YYYY-MM-DD
 * @number: (nullable): the digits of the NHS number typed so far
 *
 * Says who is being typed. It is looked for a moment later, when nothing else is typed.
 */
void
sdm_same_person_set_identity (SdmSamePerson *self,
                              const char    *family,
                              const char    *born,
                              const char    *number)
{
  const gboolean is_whole = number != NULL && strlen (number) == SDM_NHS_NUMBER_DIGITS && sdm_nhs_number_is_valid (number);
  gboolean       is_other = take_text (&self->family, family);

  is_other |= take_text (&self->born, born);
  is_other |= take_text (&self->number, is_whole ? number : NULL);
  if (!is_other)
    return;

  self->asked++;
  self->is_done = FALSE;
  self->is_clear = FALSE;
  self->is_waited_for = FALSE;
  gtk_widget_set_visible (self->content, FALSE);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/**
 * sdm_same_person_is_clear:
 *
 * Asks whether somebody new may begin. Where that is not known yet, or somebody was found and
 * it was not said what to do, "clear" is emitted when it is.
 */
gboolean
sdm_same_person_is_clear (SdmSamePerson *self)
{
  if (self->is_clear)
    return TRUE;

  self->is_waited_for = TRUE;
  if (self->is_done)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
  else if (self->pause != 0)
    look (self);

  return self->is_clear;
}
