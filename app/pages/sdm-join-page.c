/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-join-page.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-known-person.h"
#include "sdm-record-row.h"
#include "sdm-record-words.h"
#include "sdm-talk-words.h"
#include "sdm-ui.h"

/**
 * SdmJoinPage:
 *
 * Two entries that may be the same person, side by side, and what happens when they are joined.
 * That cannot be undone, so it takes a reason, and a tick that both were compared.
 *
 * ## Accessibility
 *
 * Each entry is a group; which of them stays is one of two boxes. What is missing stands under
 * its field and describes it.
 */

#define N_SIDES 2

typedef struct
{
  char           *id;
  SdmRecordFound *found; /* nullable: not read yet */
  GtkWidget      *content;
  GtkWidget      *keep;
} Side;

struct _SdmJoinPage
{
  AdwBin parent_instance;

  SdmPatientsPage *place; /* weak: it holds this */
  Side             sides[N_SIDES];
  gboolean         is_joining;

  GtkWidget *form; /* comes when both are there */
  GtkWidget *outcome;
  GtkWidget *doubt;
  GtkWidget *reason;
  GtkWidget *compared;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SdmJoinPage, sdm_join_page, ADW_TYPE_BIN)

static const SdmRecordPatient *
get_patient (SdmJoinPage *self,
             guint        side)
{
  return g_ptr_array_index (self->sides[side].found->patients, 0);
}

static guint
get_kept (SdmJoinPage *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sides[0].keep)) ? 0 : 1;
}

static void
show_problem (SdmJoinPage *self,
              const char  *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, *text != '\0');
}

/* What happens */

static gboolean
have_other_numbers (SdmJoinPage *self)
{
  const char *first = get_patient (self, 0)->nhs_number;
  const char *second = get_patient (self, 1)->nhs_number;

  return first != NULL && second != NULL && !g_str_equal (first, second);
}

static gboolean
have_other_names (SdmJoinPage *self)
{
  g_autofree char *first = g_utf8_casefold (get_patient (self, 0)->given_names != NULL ? get_patient (self, 0)->given_names : "", -1);
  g_autofree char *second = g_utf8_casefold (get_patient (self, 1)->given_names != NULL ? get_patient (self, 1)->given_names : "", -1);

  return *first != '\0' && *second != '\0' && !g_str_equal (first, second);
}

static void
show_doubt (SdmJoinPage *self)
{
  const char *doubt = NULL;

  if (have_other_numbers (self))
    doubt = _ ("The NHS numbers are not the same: these are two people, or one of the numbers is wrong. Make sure first. "
               "The number of the entry that stays is kept, the other is lost.");
  else if (have_other_names (self))
    doubt = _ ("The given names are not the same: these may be two people, such as twins. Make sure first.");
  gtk_label_set_label (GTK_LABEL (self->doubt), doubt != NULL ? doubt : "");
  gtk_widget_set_visible (self->doubt, doubt != NULL);
}

static void
show_outcome (SdmJoinPage *self)
{
  const SdmRecordPatient *kept = get_patient (self, get_kept (self));
  const SdmRecordPatient *other = get_patient (self, 1 - get_kept (self));
  const guint             n_talks = self->sides[0].found->heads->len + self->sides[1].found->heads->len;
  g_autofree char        *name = sdm_record_words_dup_name (kept->name);
  g_autofree char        *identity = sdm_record_words_dup_identity (kept->birth_date, kept->nhs_number != NULL ? kept->nhs_number : other->nhs_number);
  g_autofree char        *who = g_strdup_printf ("%s · %s", name, identity);
  g_autofree char        *text = NULL;

  /* Translators: a number of talks, and who it is */
  text = g_strdup_printf (ngettext ("%u talk will stand under: %s. The other entry only leads there. "
                                    "Who joined them, when and why is noted. This cannot be undone.",
                                    "All %u talks will stand under: %s. The other entry only leads there. "
                                    "Who joined them, when and why is noted. This cannot be undone.",
                                    n_talks),
                          n_talks, who);
  gtk_label_set_label (GTK_LABEL (self->outcome), text);
}

/* Joining */

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmJoinPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean good = sdm_record_store_join_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->place == NULL)
    return;
  self->is_joining = FALSE;
  if (good)
    sdm_patients_page_tell_joined (self->place, get_patient (self, get_kept (self))->id);
  else
    show_problem (self, error->message);
}

static gboolean
is_ready (SdmJoinPage *self)
{
  g_autofree char *reason = sdm_ui_dup_text (self->reason);
  const gboolean   has_reason = reason != NULL && *g_strstrip (reason) != '\0';
  const gboolean   is_compared = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->compared));

  sdm_ui_set_problem (self->reason, has_reason ? NULL : _ ("Say how you know it: this is noted with the two."));
  show_problem (self, is_compared ? "" : _ ("Compare both, then tick that they are the same person."));
  if (!has_reason)
    gtk_widget_grab_focus (self->reason);
  else if (!is_compared)
    gtk_widget_grab_focus (self->compared);

  return has_reason && is_compared;
}

static void
join_cb (SdmJoinPage *self)
{
  g_autofree char *reason = NULL;

  if (self->is_joining || !is_ready (self))
    return;
  self->is_joining = TRUE;
  reason = sdm_ui_dup_text (self->reason);
  sdm_record_store_join_async (sdm_patients_page_get_store (self->place), get_patient (self, get_kept (self))->id,
                               get_patient (self, 1 - get_kept (self))->id, reason, NULL, joined_cb, g_object_ref (self));
}

/* Sides */

static GtkWidget *
add_fact (GtkWidget  *box,
          const char *name,
          const char *text)
{
  GtkWidget *fact = sdm_ui_column (0);

  gtk_box_append (GTK_BOX (fact), sdm_ui_label (name, "chrome-small"));
  gtk_box_append (GTK_BOX (fact), sdm_ui_label (text, "chrome-strong"));
  gtk_box_append (GTK_BOX (box), fact);

  return fact;
}

static void
show_side (SdmJoinPage *self,
           guint        number)
{
  const Side             *side = &self->sides[number];
  const SdmRecordPatient *patient = get_patient (self, number);
  json_t                 *known = sdm_known_person_new (side->found);
  SdmAidLibrary          *library = sdm_context_get_library (sdm_patients_page_get_context (self->place));
  g_autofree char        *born = patient->birth_date != NULL ? sdm_date_format (patient->birth_date) : g_strdup (_ ("Not known yet"));
  g_autofree char *nhs_number = sdm_known_person_dup_number (known);
  g_autofree char *address = sdm_known_person_dup_address (known);
  g_autofree char *name = sdm_record_words_dup_name (patient->name);

  sdm_ui_clear (side->content);
  add_fact (side->content, _ ("Name"), name);
  add_fact (side->content, _ ("Date of birth"), born);
  add_fact (side->content, _ ("NHS number"), nhs_number);
  add_fact (side->content, _ ("Address"), address != NULL ? address : _ ("Not known"));
  for (guint i = 0; i < side->found->heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (side->found->heads, i);
      g_autofree char     *day = sdm_talk_words_dup_day (head);
      g_autofree char     *decision = sdm_talk_words_dup_decision (head, library);
      g_autofree char     *status = sdm_talk_words_dup_status (head);

      gtk_box_append (GTK_BOX (add_fact (side->content, day, decision)), sdm_ui_label (status, "chrome-small"));
    }
  if (side->found->heads->len == 0)
    gtk_box_append (GTK_BOX (side->content), sdm_ui_label (_ ("No talk"), "chrome"));
  sdm_known_person_free (known);
}

static void
show_both (SdmJoinPage *self)
{
  if (self->sides[0].found == NULL || self->sides[1].found == NULL)
    return;
  show_doubt (self);
  show_outcome (self);
  gtk_widget_set_visible (self->form, TRUE);
}

static void
take_found (SdmJoinPage  *self,
            guint         number,
            GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  SdmRecordFound *found = sdm_record_store_find_finish (sdm_patients_page_get_store (self->place), result, &error);

  if (found == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  self->sides[number].found = found;
  show_side (self, number);
  show_both (self);
}

static void
first_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SdmJoinPage) self = user_data;

  if (self->place != NULL)
    take_found (self, 0, result);
}

static void
second_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (SdmJoinPage) self = user_data;

  if (self->place != NULL)
    take_found (self, 1, result);
}

static void
read_side (SdmJoinPage        *self,
           guint               number,
           GAsyncReadyCallback callback)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_PATIENT, self->sides[number].id);

  sdm_record_store_find_async (sdm_patients_page_get_store (self->place), query, NULL, callback, g_object_ref (self));
}

/* Parts */

static void
kept_changed_cb (SdmJoinPage *self)
{
  if (gtk_widget_get_visible (self->form))
    show_outcome (self);
}

static void
add_side (SdmJoinPage *self,
          guint        number,
          GtkWidget   *column)
{
  Side      *side = &self->sides[number];
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (number == 0 ? _ ("This entry") : _ ("The other entry"), &content);

  side->content = sdm_ui_column (10);
  side->keep = sdm_ui_check (number == 0 ? _ ("Keep this one") : _ ("Keep the other one"));
  gtk_box_append (GTK_BOX (side->content), sdm_ui_label (_ ("Looking…"), "body"));
  gtk_box_append (GTK_BOX (content), side->content);
  gtk_box_append (GTK_BOX (content), side->keep);
  gtk_box_append (GTK_BOX (column), card);
}

static GtkWidget *
make_form (SdmJoinPage *self)
{
  GtkWidget *join = sdm_ui_button (_ ("Join both for good"), NULL);
  GtkWidget *content;

  self->form = sdm_ui_card (_ ("What will happen"), &content);
  self->outcome = sdm_ui_label (NULL, "body");
  self->doubt = sdm_ui_label (NULL, "problem");
  self->reason = sdm_ui_entry (24);
  sdm_ui_let_undo (self->reason);
  self->compared = sdm_ui_check (_ ("I have compared both: they are the same person"));
  gtk_widget_add_css_class (join, "destructive-action");
  gtk_widget_set_halign (join, GTK_ALIGN_START);
  g_signal_connect_swapped (join, "clicked", G_CALLBACK (join_cb), self);
  gtk_box_append (GTK_BOX (content), self->outcome);
  gtk_box_append (GTK_BOX (content), self->doubt);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("How do you know that they are the same person?"), self->reason));
  gtk_box_append (GTK_BOX (content), self->compared);
  gtk_box_append (GTK_BOX (content), join);
  gtk_widget_set_visible (self->form, FALSE);

  return self->form;
}

static void
build (SdmJoinPage *self)
{
  GtkWidget *page;
  GtkWidget *columns[N_SIDES];

  adw_bin_set_child (ADW_BIN (self), sdm_patients_page_make_page (self->place, _ ("The same person twice?"), &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (1, 1, &columns[0], &columns[1]));
  for (guint i = 0; i < N_SIDES; i++)
    add_side (self, i, columns[i]);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->sides[1].keep), GTK_CHECK_BUTTON (self->sides[0].keep));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->sides[0].keep), TRUE);
  gtk_box_append (GTK_BOX (page), make_form (self));
  self->problem = sdm_ui_label ("", "problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->compared), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->problem, NULL, -1);
  gtk_box_append (GTK_BOX (page), self->problem);
  g_signal_connect_swapped (self->sides[0].keep, "toggled", G_CALLBACK (kept_changed_cb), self);
}

/* GObject */

static void
sdm_join_page_dispose (GObject *object)
{
  SdmJoinPage *self = SDM_JOIN_PAGE (object);

  g_clear_weak_pointer (&self->place);
  for (guint i = 0; i < N_SIDES; i++)
    {
      g_clear_pointer (&self->sides[i].id, g_free);
      g_clear_pointer (&self->sides[i].found, sdm_record_found_free);
    }

  G_OBJECT_CLASS (sdm_join_page_parent_class)->dispose (object);
}

static void
sdm_join_page_class_init (SdmJoinPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_join_page_dispose;
}

static void
sdm_join_page_init (SdmJoinPage *self)
{
}

/* Public API */

/**
 * sdm_join_page_new:
 * @patient: the id of a patient
 * @other: the id of one who may be the same
 *
 * Returns: (transfer floating): a page that fills when the store has answered
 */
GtkWidget *
sdm_join_page_new (SdmPatientsPage *place,
                   const char      *patient,
                   const char      *other)
{
  SdmJoinPage *self = g_object_new (SDM_TYPE_JOIN_PAGE, NULL);

  g_set_weak_pointer (&self->place, place);
  self->sides[0].id = g_strdup (patient);
  self->sides[1].id = g_strdup (other);
  build (self);
  read_side (self, 0, first_found_cb);
  read_side (self, 1, second_found_cb);

  return GTK_WIDGET (self);
}
