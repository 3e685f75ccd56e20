/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-finish-page.h"

#include <glib/gi18n.h>

#include "sdm-after-visit-answers.h"
#include "sdm-after-visit.h"
#include "sdm-amend-card.h"
#include "sdm-clipboard.h"
#include "sdm-consultation-amend.h"
#include "sdm-consultation-blank.h"
#include "sdm-gp-copy.h"
#include "sdm-look-back.h"
#include "sdm-instruments.h"
#include "sdm-missing.h"
#include "sdm-page-reader.h"
#include "sdm-record-after-visit.h"
#include "sdm-record-versions.h"

/**
 * SdmFinishPage:
 *
 * What is still missing for the record, three questions for the person alone,
 * and the end: a final record that nobody changes any more.
 */
struct _SdmFinishPage
{
  SdmPage parent_instance;

  GtkWidget *columns;
  GtkWidget *missing_card;
  GtkWidget *missing;
  GtkWidget *after_visit_card;
  GtkWidget *after_visit_said;
  GtkWidget *after_visit_buttons;
  GtkWidget *amend; /* SdmAmendCard */
  GtkWidget *finish_card;
  GtkWidget *finish;
  GtkWidget *problem;
  GtkWidget *finished_card;
  GtkWidget *look_back; /* after a talk with a made-up patient */
  GtkWidget *finished;
  gboolean   keeping;
};

G_DEFINE_FINAL_TYPE (SdmFinishPage, sdm_finish_page, SDM_TYPE_PAGE)

static gboolean
is_amendment (SdmFinishPage *self)
{
  return sdm_consultation_get_amended (sdm_page_get_consultation (SDM_PAGE (self))) > 0;
}

static void
show_problem (SdmFinishPage *self,
              const char    *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
}

/* What is missing */

static void
go_cb (GtkWidget *button,
       SdmPage   *page)
{
  const int   step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));
  const char *place = g_object_get_data (G_OBJECT (button), "place");

  if (place == NULL || !gtk_widget_activate_action (GTK_WIDGET (page), "win.show-place", "(is)", step, place))
    sdm_session_go_to (sdm_page_get_session (page), (SdmStep) step);
}

/* Goes into the very field. */
static void
go_to_unsolved_cb (GtkWidget *button,
                   SdmPage   *page)
{
  const int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

  if (!gtk_widget_activate_action (GTK_WIDGET (page), "win.show-unsolved", "i", step))
    go_cb (button, page);
}

static GtkWidget *
make_missing_row (SdmPage    *page,
                  const char *what,
                  SdmStep     step,
                  const char *place,
                  GCallback   go_there)
{
  GtkWidget *row = sdm_ui_row (12);
  GtkWidget *text = sdm_ui_label (what, "body");
  GtkWidget *go = sdm_ui_button (sdm_step_get_title (step), "ev-left-symbolic");
  /* Translators: leads to what is missing: "Family name: go to People" */
  g_autofree char *name = g_strdup_printf (_ ("%s: go to %s"), what, sdm_step_get_title (step));

  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (go), "step", GINT_TO_POINTER ((int) step));
  g_object_set_data_full (G_OBJECT (go), "place", g_strdup (place), g_free);
  g_signal_connect (go, "clicked", go_there, page);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (go, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), go);

  return row;
}

static void
append_missing (SdmFinishPage    *self,
                const SdmMissing *missing)
{
  const char *what = sdm_page_is_for_parent (SDM_PAGE (self)) ? missing->text_of_child : missing->text;

  gtk_box_append (GTK_BOX (self->missing), make_missing_row (SDM_PAGE (self), what, missing->step, missing->place, G_CALLBACK (go_cb)));
}

/* Nobody finishes while something that was typed is not kept. */
static void
append_unsolved (SdmFinishPage *self)
{
  SdmSession *session = sdm_page_get_session (SDM_PAGE (self));

  for (SdmStep step = 0; step < SDM_N_STEPS; step++)
    if (sdm_session_is_unsolved (session, step))
      gtk_box_append (GTK_BOX (self->missing), make_missing_row (SDM_PAGE (self), _ ("Something typed there is not kept as it stands."), step, NULL,
                                                                                     G_CALLBACK (go_to_unsolved_cb)));
}

static void
show_missing (SdmFinishPage *self)
{
  g_autoptr (GPtrArray) missing = sdm_consultation_list_missing (sdm_page_get_consultation (SDM_PAGE (self)));
  gboolean is_whole;

  sdm_ui_clear (self->missing);
  for (guint i = 0; i < missing->len; i++)
    append_missing (self, g_ptr_array_index (missing, i));
  append_unsolved (self);
  is_whole = gtk_widget_get_first_child (self->missing) == NULL;
  if (is_whole)
    gtk_box_append (GTK_BOX (self->missing), sdm_ui_label (_ ("Nothing is missing."), "body"));
  gtk_widget_set_sensitive (self->finish, is_whole && !self->keeping);
}

/* After the visit */

static void
show_after_visit (SdmFinishPage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  gboolean         offered = sdm_consultation_get_flag (consultation, "finish/after_visit/offered");
  const gboolean   answered = sdm_consultation_get_flag (consultation, "finish/after_visit/answered");
  const char      *said = sdm_page_is_for_parent (SDM_PAGE (self))
      ? _ ("Three short questions for the parent alone, on a plain screen. You do not see the answers.")
      : _ ("Three short questions for the person alone, on a plain screen. You do not see the answers.");

  if (answered && sdm_consultation_is_practice (consultation))
    said = _ ("The questions were answered. In practice only that is kept.");
  else if (answered)
    said = _ ("The questions were answered. The answers are kept apart from this record, without a name.");
  else if (offered)
    said = _ ("The questions were offered and not answered. That is fine.");
  gtk_label_set_label (GTK_LABEL (self->after_visit_said), said);
  gtk_widget_set_visible (self->after_visit_buttons, !answered && !sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self))));
}

static void
keep_after_visit (SdmFinishPage *self,
                  gboolean       answered)
{
  const SdmInstrument *instrument = sdm_instrument_get_after_visit ();
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_take_value (sdm_page_get_consultation (SDM_PAGE (self)), "finish/after_visit",
                                    json_pack ("{s:b, s:b, s:s, s:s}", "offered", 1, "answered", answered,
                                               "instrument", instrument->id, "version", instrument->version),
                                    &error))
    sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), error->message);
  show_after_visit (self);
}

static void
answers_kept_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (SdmFinishPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean are_kept = sdm_record_store_add_after_visit_finish (SDM_RECORD_STORE (source), result, &error);

  if (sdm_page_get_session (SDM_PAGE (self)) == NULL)
    return;
  if (!are_kept)
    sdm_session_say (sdm_page_get_session (SDM_PAGE (self)), error->message);
  keep_after_visit (self, are_kept);
}

/* What was answered goes where nothing leads back from; of the record it is only noted that it was. */
static void
answered_cb (SdmFinishPage *self,
             gboolean       answered,
             SdmAfterVisit *questions)
{
  SdmSession          *session = sdm_page_get_session (SDM_PAGE (self));
  const SdmInstrument *instrument = sdm_instrument_get_after_visit ();
  g_autofree guint    *marks = NULL;
  g_autoptr (GBytes) answers = NULL;

  if (!answered || sdm_consultation_is_practice (sdm_session_get_consultation (session)))
    {
      keep_after_visit (self, answered);
      return;
    }

  marks = g_new0 (guint, instrument->n_items);
  for (guint i = 0; i < instrument->n_items; i++)
    marks[i] = sdm_after_visit_get_mark (questions, i);
  answers = sdm_after_visit_answers_new (sdm_session_get_consultation (session), marks, sdm_context_get_clock (sdm_session_get_context (session)));
  sdm_record_store_add_after_visit_async (sdm_session_get_store (session), answers, NULL, answers_kept_cb, g_object_ref (self));
}

static void
hand_over_cb (SdmFinishPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = sdm_after_visit_new (!sdm_consultation_is_practice (sdm_page_get_consultation (SDM_PAGE (self))));

  g_signal_connect_object (window, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  sdm_after_visit_open (SDM_AFTER_VISIT (window), GTK_WINDOW (root));
}

static void
rather_not_cb (SdmFinishPage *self)
{
  keep_after_visit (self, FALSE);
}

/* Finish and keep */

typedef struct
{
  SdmFinishPage   *page;
  SdmConsultation *draft;  /* as it was, in case the record cannot be kept */
  char            *reason; /* nullable: why a record is amended */
} Keeping;

static void
free_keeping (Keeping *keeping)
{
  g_object_unref (keeping->page);
  g_clear_object (&keeping->draft);
  g_free (keeping->reason);
  g_free (keeping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, free_keeping)

static void
tell_kept (SdmFinishPage *self,
           gboolean       is_amended)
{
  SdmPage *page = SDM_PAGE (self);

  show_problem (self, NULL);
  sdm_session_say (sdm_page_get_session (page), is_amended ? _ ("Amended and kept") : _ ("Finished and kept"));
  if (is_amended)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.record", NULL);
}

static void
end_keeping (Keeping      *keeping,
             const GError *error)
{
  SdmPage *page = SDM_PAGE (keeping->page);

  keeping->page->keeping = FALSE;
  if (error != NULL)
    {
      sdm_consultation_take_back_final (sdm_page_get_consultation (page), keeping->draft);
      show_problem (keeping->page, error->message);
    }
  /* The keyboard may be in what goes away now. */
  if (error == NULL && GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))))
    gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL);
  sdm_page_show_now (page);
  if (error == NULL)
    tell_kept (keeping->page, keeping->reason != NULL);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autoptr (GError) error = NULL;

  if (keeping->reason != NULL)
    sdm_record_store_add_version_finish (SDM_RECORD_STORE (source), result, &error);
  else
    sdm_record_store_finalise_finish (SDM_RECORD_STORE (source), result, &error);
  end_keeping (keeping, error);
}

static gboolean
make_final (Keeping *keeping,
            GError **error)
{
  SdmPage         *page = SDM_PAGE (keeping->page);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (consultation);

  keeping->draft = sdm_consultation_new_from_bytes (before, "consultation", error);

  if (keeping->draft == NULL)
    return FALSE;
  if (keeping->reason != NULL)
    return sdm_session_finalise_amendment (sdm_page_get_session (page), keeping->reason, error);

  return sdm_consultation_finalise (consultation, error);
}

static void
give_up (Keeping      *keeping,
         const GError *error)
{
  keeping->page->keeping = FALSE;
  show_problem (keeping->page, error->message);
  show_missing (keeping->page);
}

static void
keep_final (Keeping *owned)
{
  g_autoptr (Keeping) keeping = owned;
  SdmSession     *session = sdm_page_get_session (SDM_PAGE (keeping->page));
  SdmRecordStore *store = sdm_session_get_store (session);
  const char     *reason = keeping->reason;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  if (!make_final (keeping, &error))
    {
      give_up (keeping, error);
      return;
    }

  head = sdm_session_make_head (session, &body);
  if (reason != NULL)
    {
      head->version = (guint) sdm_consultation_get_integer (sdm_session_get_consultation (session), "finish/amends/version", 0);
      sdm_record_store_add_version_async (store, SDM_RECORD_CHANGE_AMENDED, head, body, reason, NULL,
                                          kept_cb, g_steal_pointer (&keeping));
    }
  else
    {
      sdm_record_store_finalise_async (store, head, body, NULL, kept_cb, g_steal_pointer (&keeping));
    }
}

/* The aid is kept with the record, so that it can be shown again as it was. */
static void
aid_put_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = sdm_record_store_put_aid_finish (SDM_RECORD_STORE (source), result, &error);

  if (sha256 == NULL)
    give_up (keeping, error);
  else
    keep_final (g_steal_pointer (&keeping));
}

/* All that was typed is in the draft now: nothing saves behind the final record. */
static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  SdmPage *page = SDM_PAGE (keeping->page);
  g_autoptr (GError) error = NULL;

  if (!sdm_autosaver_flush_finish (SDM_AUTOSAVER (source), result, &error))
    {
      give_up (keeping, error);
      return;
    }

  if (sdm_consultation_is_blank (sdm_page_get_consultation (page)))
    keep_final (g_steal_pointer (&keeping));
  else
    sdm_record_store_put_aid_async (sdm_session_get_store (sdm_page_get_session (page)),
                                    sdm_aid_get_bytes (sdm_page_get_aid (page)), NULL, aid_put_cb, g_steal_pointer (&keeping));
}

/**
 * sdm_finish_page_keep:
 *
 * Makes the record final and keeps it. When it cannot be kept, the consultation
 * is a draft again and the page says why.
 */
void
sdm_finish_page_keep (SdmFinishPage *self)
{
  SdmSession *session;
  Keeping    *keeping;

  g_return_if_fail (SDM_IS_FINISH_PAGE (self));

  session = sdm_page_get_session (SDM_PAGE (self));
  if (self->keeping || sdm_session_is_read_only (session) ||
      (is_amendment (self) && !sdm_amend_card_check (SDM_AMEND_CARD (self->amend))))
    return;

  self->keeping = TRUE;
  gtk_widget_set_sensitive (self->finish, FALSE);
  keeping = g_new0 (Keeping, 1);
  keeping->page = g_object_ref (self);
  if (is_amendment (self))
    keeping->reason = sdm_amend_card_dup_reason (SDM_AMEND_CARD (self->amend));
  sdm_autosaver_flush_async (sdm_session_get_autosaver (session), NULL, flushed_cb, keeping);
}

static void
confirmed_cb (SdmFinishPage *self,
              const char    *response)
{
  if (g_strcmp0 (response, "finish") == 0)
    sdm_finish_page_keep (self);
}

static void
ask_to_finish (SdmFinishPage *self,
               const char    *heading,
               const char    *body,
               const char    *finish)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Not yet"), "finish", finish, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "finish", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "finish");
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What differs stands on the page already; nobody goes on without saying why. */
static void
finish_cb (SdmFinishPage *self)
{
  if (!is_amendment (self))
    ask_to_finish (self, _ ("Finish and keep this record?"),
                            _ ("A finished record can be read and printed. What is wrong in it can be amended later, and every version stays."), _ ("Finish and keep"));
  else if (sdm_amend_card_check (SDM_AMEND_CARD (self->amend)))
    ask_to_finish (self, _ ("Keep this amendment?"),
                            _ ("It becomes the record, as it differs on this page. The version before stays, and can be read."), _ ("Keep the amendment"));
}

/* Finished */

static void
letter_cb (SdmPage *page)
{
  sdm_session_go_to (sdm_page_get_session (page), SDM_STEP_LETTER);
}

static void
copy_cb (SdmFinishPage *self)
{
  SdmSession      *session = sdm_page_get_session (SDM_PAGE (self));
  g_autofree char *said = sdm_gp_copy (GTK_WIDGET (self), sdm_session_get_consultation (session),
                                       sdm_session_get_store (session), SDM_CLIPBOARD_SECONDS);

  sdm_session_say (session, said);
}

static void
record_cb (SdmFinishPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.record", NULL);
}

static void
leave_cb (SdmFinishPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.home", NULL);
}

static void
show_finished (SdmFinishPage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (SDM_PAGE (self));
  gboolean         is_final = sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self)));
  const char      *by = sdm_consultation_get_text (consultation, "finish/finalised/by");
  /* Translators: %s is a clinician */
  g_autofree char *text = g_strdup_printf (_ ("Finished by %s. This record can be read and printed, and not changed any more. What is wrong in it can be amended from its page."),
                                              by != NULL ? by : _ ("the clinician"));

  gtk_label_set_label (GTK_LABEL (self->finished), text);
  gtk_widget_set_visible (self->finished_card, is_final && !self->keeping);
  gtk_widget_set_visible (self->missing_card, !is_final);
  gtk_widget_set_visible (self->finish_card, !is_final);
  gtk_widget_set_visible (self->amend, !is_final && is_amendment (self));
  /* What was never offered is nothing to read about later. */
  gtk_widget_set_visible (self->after_visit_card, !is_amendment (self) && (!is_final || sdm_consultation_get_flag (consultation, "finish/after_visit/offered")));
}

/* Building */

static GtkWidget *
make_after_visit (SdmFinishPage *self)
{
  const SdmInstrument *instrument = sdm_instrument_get_after_visit ();
  GtkWidget           *content;
  GtkWidget           *card = sdm_ui_card (_ (instrument->title), &content);
  GtkWidget           *hand_over = sdm_ui_button (_ ("Hand over"), "ev-screen-symbolic");
  GtkWidget           *rather_not = sdm_ui_button (_ ("They would rather not"), NULL);

  self->after_visit_said = sdm_ui_label (NULL, "body");
  self->after_visit_buttons = sdm_ui_wrap (8);
  g_signal_connect_swapped (hand_over, "clicked", G_CALLBACK (hand_over_cb), self);
  g_signal_connect_swapped (rather_not, "clicked", G_CALLBACK (rather_not_cb), self);
  gtk_box_append (GTK_BOX (self->after_visit_buttons), hand_over);
  gtk_box_append (GTK_BOX (self->after_visit_buttons), rather_not);
  gtk_box_append (GTK_BOX (content), self->after_visit_said);
  gtk_box_append (GTK_BOX (content), self->after_visit_buttons);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ (instrument->note), "caption"));

  return card;
}

static GtkWidget *
make_finish (SdmFinishPage *self)
{
  const gboolean amends = is_amendment (self);
  GtkWidget     *content;
  GtkWidget     *card = sdm_ui_card (amends ? _ ("Finish the amendment") : _ ("Finish"), &content);
  const char    *said = amends ? _ ("Until it is kept it is a draft, and the finished record stays as it is.")
                               : _ ("A finished record is kept on this computer only. Until then everything stays a draft, and nothing is lost.");

  self->finish = sdm_ui_button (amends ? _ ("Keep the amendment") : _ ("Finish and keep"), "ev-lock-symbolic");
  gtk_widget_add_css_class (self->finish, "suggested-action");
  gtk_widget_set_halign (self->finish, GTK_ALIGN_START);
  g_signal_connect_swapped (self->finish, "clicked", G_CALLBACK (finish_cb), self);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (said, "body"));
  gtk_box_append (GTK_BOX (content), self->finish);

  return card;
}

static GtkWidget *
make_finished (SdmFinishPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Finished and kept"), &content);
  GtkWidget *row = sdm_ui_wrap (8);
  GtkWidget *letter = sdm_ui_button (_ ("Print or save the letter"), "ev-printer-symbolic");
  GtkWidget *copy = sdm_ui_button (_ ("Copy the text for the GP record"), NULL);
  GtkWidget *record = sdm_ui_button (_ ("Open its page"), NULL);
  GtkWidget *leave = sdm_ui_button (_ ("Leave"), NULL);

  self->finished = sdm_ui_label (NULL, "body");
  g_signal_connect_swapped (letter, "clicked", G_CALLBACK (letter_cb), self);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  g_signal_connect_swapped (record, "clicked", G_CALLBACK (record_cb), self);
  gtk_box_append (GTK_BOX (row), letter);
  gtk_box_append (GTK_BOX (row), copy);
  gtk_box_append (GTK_BOX (row), record);
  gtk_box_append (GTK_BOX (row), leave);
  gtk_box_append (GTK_BOX (content), self->finished);
  gtk_box_append (GTK_BOX (content), row);

  return card;
}

static void
sdm_finish_page_build (SdmPage *page)
{
  SdmFinishPage *self = SDM_FINISH_PAGE (page);
  GtkWidget     *column = sdm_page_get_content (page);
  GtkWidget     *right = sdm_ui_column (16);
  GtkWidget     *content;

  sdm_page_set_heading (page, _ ("Before you go"), NULL);
  self->problem = sdm_ui_label (NULL, "chrome");
  gtk_widget_add_css_class (self->problem, "problem-card");
  gtk_widget_set_visible (self->problem, FALSE);
  self->missing_card = sdm_ui_card (_ ("Still missing for the record"), &content);
  self->missing = sdm_ui_column (8);
  gtk_box_append (GTK_BOX (content), self->missing);
  self->after_visit_card = make_after_visit (self);
  self->amend = sdm_amend_card_new (sdm_page_get_session (page));
  self->finish_card = make_finish (self);
  self->finished_card = make_finished (self);

  gtk_box_append (GTK_BOX (right), self->after_visit_card);
  gtk_box_append (GTK_BOX (right), self->amend);
  gtk_box_append (GTK_BOX (right), self->finish_card);
  self->look_back = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->look_back), sdm_look_back_new ());
  self->columns = sdm_ui_row (16);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  gtk_box_append (GTK_BOX (self->columns), sdm_ui_at_top (self->missing_card));
  gtk_box_append (GTK_BOX (self->columns), right);
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), self->finished_card);
  gtk_box_append (GTK_BOX (column), self->look_back);
  gtk_box_append (GTK_BOX (column), self->columns);
}

static void
sdm_finish_page_refresh (SdmPage *page)
{
  SdmFinishPage *self = SDM_FINISH_PAGE (page);

  show_missing (self);
  show_after_visit (self);
  sdm_amend_card_refresh (SDM_AMEND_CARD (self->amend));
  show_finished (self);
  gtk_widget_set_visible (self->look_back, sdm_session_get_rehearsal (sdm_page_get_session (page)) != NULL);
}

/* Where there is no room, one below the other. */
static void
sdm_finish_page_fit (SdmPage *page,
                     gboolean narrow,
                     gboolean large_text)
{
  SdmFinishPage *self = SDM_FINISH_PAGE (page);
  gboolean       stacked = narrow || large_text;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !stacked);
}

static void
sdm_finish_page_class_init (SdmFinishPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_FINISH;
  page_class->build = sdm_finish_page_build;
  page_class->refresh = sdm_finish_page_refresh;
  page_class->fit = sdm_finish_page_fit;
}

static void
sdm_finish_page_init (SdmFinishPage *self)
{
}
