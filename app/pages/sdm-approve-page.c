/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-approve-page.h"

#include <glib/gi18n.h>

#include "sdm-aid-check.h"
#include "sdm-figure-words.h"
#include "sdm-figure.h"
#include "sdm-record-approval.h"
#include "sdm-ui.h"

/**
 * SdmApprovePage:
 *
 * One decision aid, as it is to the byte: who signed it, what whoever signs it stands for, and each
 * figure that was read second-hand, which is accepted by its name. An approval is withdrawn here, too.
 *
 * ## Accessibility
 *
 * Each figure is a check button named after it, with its numbers and its source under it. What is
 * still missing stands at the button that signs, and the focus goes to where it is missing.
 */
struct _SdmApprovePage
{
  AdwBin parent_instance;

  SdmWindow         *window; /* not owned: it owns this */
  SdmContext        *context;
  GFile             *file;
  SdmAid            *aid;      /* nullable: before it is loaded */
  SdmRecordApproval *approval; /* nullable: before it is known; maybe without a signature */
  char              *fault;    /* owned, nullable: why nobody may sign it */
  GPtrArray         *figures;  /* of check buttons, each with the id of an outcome */

  GtkWidget *page;
  GtkWidget *sign;    /* nullable */
  GtkWidget *problem; /* nullable: at the button */
  GtkWidget *reason;  /* nullable: for withdrawing */
};

G_DEFINE_FINAL_TYPE (SdmApprovePage, sdm_approve_page, ADW_TYPE_BIN)

/* What there is to sign, on another thread */

typedef struct
{
  GFile    *file;
  SdmClock *clock;
} Request;

typedef struct
{
  SdmAid *aid;
  char   *fault; /* nullable */
} Loaded;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_object_unref (request->clock);
  g_free (request);
}

static void
free_loaded (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->aid);
  g_free (loaded->fault);
  g_free (loaded);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (SdmJsonText) text = NULL;
  g_autoptr (GError) fault = NULL;
  GError *error = NULL;
  SdmAid *aid;
  Loaded *loaded;

  text = sdm_json_text_load (request->file, cancellable, &error);
  aid = text != NULL ? sdm_aid_new_from_text (text, NULL, &error) : NULL;
  if (aid == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  loaded = g_new0 (Loaded, 1);
  loaded->aid = aid;
  if (!sdm_aid_check_is_sound (text, request->clock, &fault))
    loaded->fault = g_strdup (fault->message);
  g_task_return_pointer (task, loaded, free_loaded);
}

/* Signing */

static void reload (SdmApprovePage *self);

static gboolean
is_gone (SdmApprovePage *self)
{
  return self->context == NULL || sdm_context_get_person (self->context) == NULL;
}

static void
show_problem (SdmApprovePage *self,
              const char     *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, *text != '\0');
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmApprovePage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_good = sdm_record_store_approve_finish (SDM_RECORD_STORE (source), result, &error);

  if (is_gone (self))
    return;
  gtk_widget_set_sensitive (self->sign, TRUE);
  if (!is_good)
    {
      show_problem (self, error->message);
      return;
    }
  sdm_window_say (self->window, _ ("You signed this version."));
  reload (self);
}

/* The first that is not accepted. */
static GtkWidget *
find_not_accepted (SdmApprovePage *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (!gtk_check_button_get_active (g_ptr_array_index (self->figures, i)))
      return g_ptr_array_index (self->figures, i);

  return NULL;
}

static void
accepted_cb (SdmApprovePage *self)
{
  if (find_not_accepted (self) == NULL)
    show_problem (self, "");
}

static void
sign_cb (SdmApprovePage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) accepted = NULL;
  GtkWidget *missing = find_not_accepted (self);

  if (missing != NULL)
    {
      show_problem (self, _ ("Whoever signs accepts each figure that was read second-hand, by its name. One is not accepted yet."));
      gtk_widget_grab_focus (missing);
      return;
    }
  for (guint i = 0; i < self->figures->len; i++)
    g_strv_builder_add (builder, g_object_get_data (g_ptr_array_index (self->figures, i), "id"));
  accepted = g_strv_builder_end (builder);
  show_problem (self, "");
  gtk_widget_set_sensitive (self->sign, FALSE);
  sdm_record_store_approve_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), self->aid,
                                  (const char *const *) accepted, signed_cb, g_object_ref (self));
}

/* Withdrawing */

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmApprovePage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_good = sdm_record_store_withdraw_approval_finish (SDM_RECORD_STORE (source), result, &error);

  if (is_gone (self))
    return;
  if (!is_good)
    {
      sdm_ui_set_problem (self->reason, error->message);
      return;
    }
  sdm_window_say (self->window, _ ("The signatures were withdrawn. This version is not approved."));
  reload (self);
}

static void
withdraw_cb (SdmApprovePage *self)
{
  g_autofree char *reason = g_strstrip (sdm_ui_dup_text (self->reason));

  sdm_ui_set_problem (self->reason, *reason == '\0' ? _ ("Say why, such as “a figure is out of date”. It is noted.") : NULL);
  if (*reason == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  sdm_record_store_withdraw_approval_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), self->approval->sha256, reason,
                                            withdrawn_cb, g_object_ref (self));
}

/* Parts */

static void
add_figure_text (SdmApprovePage   *self,
                 GtkWidget        *content,
                 const SdmOutcome *outcome)
{
  g_autofree char *sources = sdm_outcome_dup_source_line (self->aid, outcome);
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (self->aid, &n_options);

  for (guint i = 0; i < n_options; i++)
    {
      g_autoptr (SdmFigure) figure = sdm_figure_new (self->aid, outcome, &options[i], NULL);
      g_autofree char *line = NULL;

      if (figure == NULL || figure->sentence == NULL)
        continue;
      /* Translators: an option, and a sentence with numbers: "Antibiotics now: 5 of 100 children …" */
      line = g_strdup_printf (_ ("%s: %s"), options[i].short_title, figure->sentence);
      gtk_box_append (GTK_BOX (content), sdm_ui_label (line, "chrome"));
    }
  gtk_box_append (GTK_BOX (content), sdm_ui_label (sources, "chrome-small"));
}

static void
add_figures (SdmApprovePage *self,
             GtkWidget      *content)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (self->aid, &n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    {
      GtkWidget       *texts;
      GtkWidget       *check;
      g_autofree char *label = NULL;

      if (!sdm_outcome_is_second_hand (&outcomes[i]))
        continue;
      /* Translators: what a figure is about: "I accept “Burst eardrum”, which was read second-hand." */
      label = g_strdup_printf (_ ("I accept “%s”, which was read second-hand."), outcomes[i].title);
      check = sdm_ui_check (label);
      g_object_set_data_full (G_OBJECT (check), "id", g_strdup (outcomes[i].id), g_free);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (accepted_cb), self);
      g_ptr_array_add (self->figures, check);
      texts = sdm_ui_column (2);
      gtk_widget_set_margin_start (texts, 34);
      add_figure_text (self, texts, &outcomes[i]);
      gtk_box_append (GTK_BOX (content), check);
      gtk_box_append (GTK_BOX (content), texts);
    }
}

static void
add_sign_card (SdmApprovePage *self)
{
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Sign this version"), &content);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Read the aid as a patient sees it first: practise with it. Whoever signs stands for its words and figures being right and fair for people of this practice."), "body"));
  add_figures (self, content);
  self->sign = sdm_ui_button (_ ("Sign this version"), NULL);
  gtk_widget_add_css_class (self->sign, "suggested-action");
  g_signal_connect_swapped (self->sign, "clicked", G_CALLBACK (sign_cb), self);
  self->problem = sdm_ui_label ("", "problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->sign), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->problem, NULL, -1);
  gtk_box_append (GTK_BOX (row), self->sign);
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (content), self->problem);
  gtk_box_append (GTK_BOX (self->page), card);
}

static void
add_withdraw_card (SdmApprovePage *self)
{
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *withdraw = sdm_ui_button (_ ("Withdraw the signatures"), NULL);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Withdraw"), &content);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("When something in it is no longer right. It is a draft then, and the list of who did what keeps who had signed it."), "body"));
  self->reason = sdm_ui_entry (24);
  sdm_ui_let_undo (self->reason);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Why the signatures are withdrawn"), self->reason));
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (withdraw_cb), self);
  g_signal_connect_swapped (withdraw, "clicked", G_CALLBACK (withdraw_cb), self);
  gtk_box_append (GTK_BOX (row), withdraw);
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (self->page), card);
}

/* A person signs once: the name is that of who is signed in. */
static gboolean
has_signed (SdmApprovePage *self)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);

  for (guint i = 0; i < self->approval->signatures->len; i++)
    if (g_strcmp0 (((const SdmRecordSignature *) g_ptr_array_index (self->approval->signatures, i))->name, person->name) == 0)
      return TRUE;

  return FALSE;
}

static void
add_state_card (SdmApprovePage        *self,
                SdmRecordApprovalState state,
                const char            *words)
{
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (NULL, &content);
  g_autofree char *version = NULL;

  /* Translators: of a decision aid, such as "Version 0.1.0" */
  version = g_strdup_printf (_ ("Version %s"), sdm_aid_get_version (self->aid));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (version, "h3"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (words, "body"));
  if (self->fault != NULL)
    {
      /* Translators: %s says what is wrong with it */
      g_autofree char *text = g_strdup_printf (_ ("It cannot be signed: %s."), self->fault);

      gtk_box_append (GTK_BOX (content), sdm_ui_label (text, "problem"));
    }
  else if (state != SDM_RECORD_APPROVED && has_signed (self))
    {
      gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("You signed it. Somebody else who may open the records gives the second signature, signed in as that person."), "body"));
    }
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("The version that is signed, to the byte (SHA-256)"),
                                                      sdm_ui_label (self->approval->sha256, "chrome-small")));
  gtk_box_append (GTK_BOX (self->page), card);
}

static void
show_aid (SdmApprovePage *self,
          GPtrArray      *approvals)
{
  const SdmRecordApproval *found;
  SdmRecordApprovalState   state = sdm_record_approvals_judge (approvals, sdm_aid_get_id (self->aid), sdm_aid_get_version (self->aid),
                                                               sdm_aid_get_sha256 (self->aid), &found);
  g_autofree char         *words = sdm_record_approval_describe (state, found);

  add_state_card (self, state, words);
  if (state != SDM_RECORD_APPROVED && self->fault == NULL && !has_signed (self))
    add_sign_card (self);
  if (self->approval->signatures->len > 0)
    add_withdraw_card (self);
}

/* The signatures under exactly this aid, maybe none. */
static SdmRecordApproval *
find_exact (GPtrArray  *approvals,
            const char *sha256)
{
  static const SdmRecordApproval nobody = { NULL };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  SdmRecordApproval unsigned_one = nobody;

  for (guint i = 0; i < approvals->len; i++)
    if (g_strcmp0 (((const SdmRecordApproval *) g_ptr_array_index (approvals, i))->sha256, sha256) == 0)
      return sdm_record_approval_copy (g_ptr_array_index (approvals, i));
  unsigned_one.sha256 = (char *) sha256;
  unsigned_one.signatures = none;

  return sdm_record_approval_copy (&unsigned_one);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmApprovePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) approvals = sdm_record_store_list_approvals_finish (SDM_RECORD_STORE (source), result, &error);

  if (is_gone (self))
    return;
  if (approvals == NULL)
    {
      gtk_box_append (GTK_BOX (self->page), sdm_ui_label (error->message, "problem"));
      return;
    }
  g_clear_pointer (&self->approval, sdm_record_approval_free);
  self->approval = find_exact (approvals, sdm_aid_get_sha256 (self->aid));
  show_aid (self, approvals);
  if (gtk_window_get_focus (GTK_WINDOW (self->window)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SdmApprovePage *self = SDM_APPROVE_PAGE (source);
  g_autoptr (GError) error = NULL;
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (loaded != NULL && !is_gone (self))
    {
      self->aid = g_steal_pointer (&loaded->aid);
      self->fault = g_steal_pointer (&loaded->fault);
      reload (self);
    }
  else if (!is_gone (self))
    {
      gtk_box_append (GTK_BOX (self->page), sdm_ui_label (error->message, "problem"));
    }
  if (loaded != NULL)
    free_loaded (loaded);
}

/* The page as it is before anything is known of the signatures. */
static void
reload (SdmApprovePage *self)
{
  const char *title = self->aid != NULL ? sdm_aid_get_title (self->aid) : _ ("Decision aid");

  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_ptr_array_set_size (self->figures, 0);
  self->sign = self->problem = self->reason = NULL;
  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (title, NULL, 720, &self->page));
  if (self->aid != NULL)
    sdm_record_store_list_approvals_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), NULL, listed_cb, g_object_ref (self));
}

/* GObject */

static void
sdm_approve_page_dispose (GObject *object)
{
  SdmApprovePage *self = SDM_APPROVE_PAGE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->file);
  g_clear_object (&self->aid);
  g_clear_pointer (&self->approval, sdm_record_approval_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_approve_page_parent_class)->dispose (object);
}

static void
sdm_approve_page_class_init (SdmApprovePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_approve_page_dispose;
}

static void
sdm_approve_page_init (SdmApprovePage *self)
{
  self->figures = g_ptr_array_new ();
}

/* Public API */

/**
 * sdm_approve_page_new:
 * @context: somebody is signed in
 * @aid_file: a decision aid
 *
 * Returns: (transfer floating): a page to sign it on
 */
GtkWidget *
sdm_approve_page_new (SdmWindow  *window,
                      SdmContext *context,
                      GFile      *aid_file)
{
  SdmApprovePage *self = g_object_new (SDM_TYPE_APPROVE_PAGE, NULL);
  Request        *request = g_new0 (Request, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->file = g_object_ref (aid_file);
  reload (self);
  request->file = g_object_ref (aid_file);
  request->clock = g_object_ref (sdm_context_get_clock (context));
  g_task_set_task_data (task, request, free_request);
  g_task_run_in_thread (task, load_in_thread);

  return GTK_WIDGET (self);
}
