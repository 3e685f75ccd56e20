/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-sheet.h"

#include <glib/gi18n.h>

#include "sdm-card-list.h"
#include "sdm-face.h"
#include "sdm-look-back.h"
#include "sdm-read-aloud.h"
#include "sdm-talk-list.h"
#include "sdm-trainee-form.h"
#include "sdm-ui.h"

/**
 * SdmPatientSheet:
 *
 * The made-up patient beside the page: a face, what was said, and a place to ask, in own words or by a
 * question that is picked. Before the talk it tells of the case and asks who practises. Of the person it
 * shows what they said and how they look, and nothing else.
 *
 * ## Accessibility
 *
 * A `group` named by its heading. F8 opens and closes it, F6 leads into it. What the patient says describes
 * the entry, which has the focus while somebody talks.
 *
 * ## Signals
 *
 * `begin` with a name and the id of a role, which may be empty.
 */
struct _SdmPatientSheet
{
  AdwBin parent_instance;

  GSettings  *settings;
  SdmSession *session; /* nullable */

  GtkWidget *clamp;
  GtkWidget *title;
  GtkWidget *company; /* who came along */
  GtkWidget *face;
  GtkWidget *stack; /* before the talk, the talk */
  GtkWidget *before;
  GtkWidget *middle; /* what was said, questions to pick */
  GtkWidget *said;   /* SdmTalkList */
  GtkWidget *cards;  /* SdmCardList */
  GtkWidget *entry;
  GtkWidget *tools;
  GtkWidget *pick;
  GtkWidget *aloud;
  GtkWidget *over; /* that it was ended */
  gboolean   is_showing;
};

G_DEFINE_FINAL_TYPE (SdmPatientSheet, sdm_patient_sheet, ADW_TYPE_BIN)

#define WIDTH       320
#define LARGE_WIDTH 480

static guint begin_signal;

/* How the person looks */

/* Translators: how a made-up patient looks; %s is a name */
static const char *const look_words[SDM_FACE_N_LOOKS] = {
  [SDM_FACE_CALM] = N_ ("%s looks calm"),
                        [SDM_FACE_WARM] = N_ ("%s smiles at you"),
                                              [SDM_FACE_THINKING] = N_ ("%s is thinking"),
                                                                        [SDM_FACE_PUZZLED] = N_ ("%s looks puzzled"),
                                                                                                 [SDM_FACE_WORRIED] = N_ ("%s looks worried"),
                                                                                                                          [SDM_FACE_SAD] = N_ ("%s looks sad"),
                                                                                                                                               [SDM_FACE_MOVED] = N_ ("%s is moved"),
                                                                                                                                                                      [SDM_FACE_WITHDRAWN] = N_ ("%s looks away"),
                                                                                                                                                                                                 [SDM_FACE_HURT] = N_ ("%s looks hurt"),
                                                                                                                                                                                                                       [SDM_FACE_RELIEVED] = N_ ("%s looks relieved"),
                                                                                                                                                                                                                       };

/* The two lists have the same order. */
G_STATIC_ASSERT ((int) SDM_EXPRESSION_RELIEVED == (int) SDM_FACE_RELIEVED && (int) SDM_EXPRESSION_THINKING == (int) SDM_FACE_THINKING);

/* Some languages put the name elsewhere; the words have one place for it. */
static char *
make_look_words (const char *words,
                 const char *name)
{
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strjoinv (name, parts);
}

static void
show_look (SdmPatientSheet *self,
           SdmExpression    expression)
{
  const char      *name = sdm_case_get_person (sdm_talk_get_case (sdm_rehearsal_get_talk (sdm_session_get_rehearsal (self->session))));
  g_autofree char *words = make_look_words (_ (look_words[expression]), name);

  sdm_face_set_look (SDM_FACE (self->face), (SdmFaceLook) expression, words);
}

/* The talk */

static SdmRehearsal *
get_rehearsal (SdmPatientSheet *self)
{
  return self->session != NULL ? sdm_session_get_rehearsal (self->session) : NULL;
}

/* The face goes with the last words; to what is only shown the person may say nothing, and looks as before. */
static SdmTalkTurn *
find_last_said (SdmTalk *talk)
{
  GListModel *turns = sdm_talk_get_turns (talk);

  for (guint i = g_list_model_get_n_items (turns); i > 0; i--)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (turns, i - 1);

      if (i == 1 || sdm_talk_turn_get_said (turn)[0] != NULL)
        return g_steal_pointer (&turn);
    }

  return NULL;
}

static void
show_over (SdmPatientSheet *self)
{
  const gboolean goes_on = sdm_rehearsal_goes_on (get_rehearsal (self));
  const gboolean was_ended = sdm_practice_session_get_ended (sdm_rehearsal_get_kept (get_rehearsal (self))) != NULL;

  gtk_widget_set_sensitive (self->entry, goes_on);
  gtk_widget_set_sensitive (self->tools, goes_on);
  gtk_widget_set_visible (self->over, !goes_on);
  gtk_label_set_label (GTK_LABEL (self->over), was_ended ? _ ("You have ended this talk. Begin the case again to talk once more.")
                                                         : _ ("There is no room for more in this talk. Look back at it, or begin the case again."));
}

static void
turn_done (SdmPatientSheet *self)
{
  SdmTalk *talk = sdm_rehearsal_get_talk (get_rehearsal (self));
  g_autoptr (SdmTalkTurn) turn = find_last_said (talk);
  g_autofree char *text = turn != NULL ? sdm_talk_turn_dup_text (turn) : g_strdup ("");

  if (turn != NULL)
    show_look (self, sdm_talk_turn_get_expression (turn));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  show_over (self);
}

/* A turn came, by what was said here or by what a page has shown. */
static void
turns_changed_cb (SdmPatientSheet *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  SdmTalk *talk = sdm_rehearsal_get_talk (get_rehearsal (self));
  g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (sdm_talk_get_turns (talk), position + added - 1);
  g_autofree char *text = NULL;

  turn_done (self);
  if (turn == NULL || sdm_talk_turn_get_said (turn)[0] == NULL || !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->aloud)))
    return;
  text = sdm_talk_turn_dup_text (turn);
  sdm_read_aloud (text);
}

static void
tell_time (SdmPatientSheet *self)
{
  sdm_rehearsal_set_seconds (get_rehearsal (self), sdm_session_get_seconds (self->session));
}

static void
show_said (SdmPatientSheet *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pick), FALSE);
}

static void
send_cb (SdmPatientSheet *self)
{
  g_autofree char *text = sdm_ui_dup_text (self->entry);

  if (get_rehearsal (self) == NULL || sdm_ui_is_too_long (self->entry))
    return;
  tell_time (self);
  show_said (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  sdm_rehearsal_say (get_rehearsal (self), text);
  gtk_widget_grab_focus (self->entry);
}

/* What is typed is kept before it is said. */
static void
typed_cb (SdmPatientSheet *self)
{
  if (get_rehearsal (self) != NULL && !self->is_showing)
    sdm_practice_session_set_typed (sdm_rehearsal_get_kept (get_rehearsal (self)), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
wait_cb (SdmPatientSheet *self)
{
  if (get_rehearsal (self) == NULL)
    return;
  tell_time (self);
  show_said (self);
  sdm_rehearsal_wait (get_rehearsal (self));
}

static void
picked_cb (SdmPatientSheet *self,
           const char      *card)
{
  if (get_rehearsal (self) == NULL)
    return;
  tell_time (self);
  sdm_rehearsal_pick (get_rehearsal (self), card);
  show_said (self);
  gtk_widget_grab_focus (self->entry);
}

static void
pick_toggled_cb (SdmPatientSheet *self)
{
  const gboolean is_picking = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->pick));

  if (is_picking && get_rehearsal (self) != NULL)
    sdm_card_list_set_talk (SDM_CARD_LIST (self->cards), sdm_rehearsal_get_talk (get_rehearsal (self)));
  gtk_stack_set_visible_child (GTK_STACK (self->middle), is_picking ? self->cards : self->said);
}

static void
begin_cb (SdmPatientSheet *self,
          const char      *name,
          const char      *role)
{
  g_signal_emit (self, begin_signal, 0, name, role);
}

static void
aloud_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree GWeakRef *sheet = user_data;
  g_autoptr (SdmPatientSheet) self = g_weak_ref_get (sheet);

  g_weak_ref_clear (sheet);
  if (self != NULL && self->aloud != NULL)
    gtk_widget_set_visible (self->aloud, sdm_read_aloud_find_finish (result));
}

/* Parts */

static GtkWidget *
make_head (SdmPatientSheet *self)
{
  GtkWidget *head = sdm_ui_row (12);
  GtkWidget *names = sdm_ui_column (2);
  GtkWidget *close = sdm_ui_icon_button ("ev-close-symbolic", _ ("Close the patient’s sheet"));

  self->face = sdm_face_new ();
  self->title = sdm_ui_label (NULL, "h2");
  self->company = sdm_ui_label (NULL, "chrome-small");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.patient-sheet");
  gtk_box_append (GTK_BOX (names), self->title);
  gtk_box_append (GTK_BOX (names), self->company);
  gtk_box_append (GTK_BOX (head), self->face);
  gtk_box_append (GTK_BOX (head), names);
  gtk_box_append (GTK_BOX (head), close);

  return head;
}

static GtkWidget *
make_tools (SdmPatientSheet *self)
{
  GtkWidget *wait = sdm_ui_button (_ ("Wait"), NULL);

  self->tools = sdm_ui_wrap (8);
  self->pick = gtk_toggle_button_new_with_label (_ ("Pick a question"));
  g_signal_connect_swapped (self->pick, "toggled", G_CALLBACK (pick_toggled_cb), self);
  gtk_widget_set_tooltip_text (wait, _ ("Say nothing, and leave room"));
  g_signal_connect_swapped (wait, "clicked", G_CALLBACK (wait_cb), self);
  self->aloud = gtk_toggle_button_new_with_label (_ ("Read aloud"));
  gtk_widget_set_visible (self->aloud, FALSE);
  g_settings_bind (self->settings, "read-aloud", self->aloud, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_box_append (GTK_BOX (self->tools), self->pick);
  gtk_box_append (GTK_BOX (self->tools), wait);
  gtk_box_append (GTK_BOX (self->tools), self->aloud);
  gtk_widget_add_css_class (self->tools, "row-of-many");

  return self->tools;
}

static GtkWidget *
make_ask (SdmPatientSheet *self)
{
  self->entry = sdm_ui_entry (12);
  sdm_ui_set_limit (self->entry, SDM_HEARD_MOST);
  g_object_set (self->entry, "secondary-icon-name", "ev-right-symbolic", "secondary-icon-tooltip-text", _ ("Say it (Enter)"), NULL);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (send_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "icon-press", G_CALLBACK (send_cb), self);

  return sdm_ui_field (_ ("Ask or say something"), self->entry);
}

static GtkWidget *
make_talk (SdmPatientSheet *self)
{
  GtkWidget *talk = sdm_ui_column (8);

  self->said = sdm_talk_list_new ();
  self->cards = sdm_card_list_new ();
  g_signal_connect_swapped (self->cards, "picked", G_CALLBACK (picked_cb), self);
  self->middle = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->middle), FALSE);
  gtk_stack_add_child (GTK_STACK (self->middle), self->said);
  gtk_stack_add_child (GTK_STACK (self->middle), self->cards);
  self->over = sdm_ui_label (NULL, "chrome");
  gtk_box_append (GTK_BOX (talk), self->middle);
  gtk_box_append (GTK_BOX (talk), self->over);
  gtk_box_append (GTK_BOX (talk), make_ask (self));
  gtk_box_append (GTK_BOX (talk), make_tools (self));
  gtk_box_append (GTK_BOX (talk), sdm_look_back_new ());

  return talk;
}

static GtkWidget *
make_before (SdmPatientSheet *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->before = adw_bin_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->before);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
build (SdmPatientSheet *self)
{
  GtkWidget *sheet = sdm_ui_column (12);
  GWeakRef  *waiting = g_new0 (GWeakRef, 1);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (sheet), make_head (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_before (self), "before");
  gtk_stack_add_named (GTK_STACK (self->stack), make_talk (self), "talk");
  gtk_box_append (GTK_BOX (sheet), self->stack);
  gtk_widget_add_css_class (sheet, "side-sheet");

  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), sheet);
  adw_bin_set_child (ADW_BIN (self), self->clamp);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  sdm_patient_sheet_set_large_text (self, FALSE);
  sdm_patient_sheet_clear (self);
  /* The sheet may go before the answer comes. */
  g_weak_ref_init (waiting, self);
  sdm_read_aloud_find_async (aloud_found_cb, waiting);
}

/* GObject */

static void
sdm_patient_sheet_dispose (GObject *object)
{
  SdmPatientSheet *self = SDM_PATIENT_SHEET (object);

  if (get_rehearsal (self) != NULL)
    g_signal_handlers_disconnect_by_data (sdm_talk_get_turns (sdm_rehearsal_get_talk (get_rehearsal (self))), self);
  self->aloud = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sdm_patient_sheet_parent_class)->dispose (object);
}

static void
sdm_patient_sheet_class_init (SdmPatientSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_patient_sheet_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  begin_signal = g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sdm_patient_sheet_init (SdmPatientSheet *self)
{
}

/* Public API */

/**
 * sdm_patient_sheet_new:
 * @settings: knows who has practised here, and whether to read aloud
 */
GtkWidget *
sdm_patient_sheet_new (GSettings *settings)
{
  SdmPatientSheet *self = g_object_new (SDM_TYPE_PATIENT_SHEET, NULL);

  self->settings = g_object_ref (settings);
  build (self);

  return GTK_WIDGET (self);
}

static void
show_company (SdmPatientSheet *self,
              SdmTalk         *talk)
{
  json_t          *root = sdm_json_text_get_root (sdm_case_get_text (sdm_talk_get_case (talk)));
  const char      *name = sdm_talk_get_companion (talk);
  const char      *relationship = json_string_value (sdm_json_get (root, "persona/companion/relationship"));
  g_autofree char *text = NULL;

  if (name != NULL && relationship != NULL)
    /* Translators: under the name of a made-up patient, who came along: a name, and how they belong: "With Ruth, daughter" */
    text = g_strdup_printf (_ ("With %s, %s"), name, relationship);
  else if (name != NULL)
    text = g_strdup_printf (_ ("With %s"), name);
  gtk_label_set_label (GTK_LABEL (self->company), text != NULL ? text : "");
  gtk_widget_set_visible (self->company, text != NULL);
}

/* What the session keeps is shown, and not kept again. */
static void
show_typed (SdmPatientSheet *self,
            const char      *text)
{
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->is_showing = FALSE;
}

static void
show_talk (SdmPatientSheet *self)
{
  SdmTalk *talk = sdm_rehearsal_get_talk (get_rehearsal (self));

  gtk_label_set_label (GTK_LABEL (self->title), sdm_case_get_person (sdm_talk_get_case (talk)));
  show_company (self, talk);
  sdm_talk_list_set_talk (SDM_TALK_LIST (self->said), talk);
  g_signal_connect_swapped (sdm_talk_get_turns (talk), "items-changed", G_CALLBACK (turns_changed_cb), self);
  g_signal_connect_object (sdm_rehearsal_get_kept (get_rehearsal (self)), "changed", G_CALLBACK (show_over), self, G_CONNECT_SWAPPED);
  show_typed (self, sdm_practice_session_get_typed (sdm_rehearsal_get_kept (get_rehearsal (self))));
  show_said (self);
  turn_done (self);
  gtk_widget_set_visible (self->face, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "talk");
}

/**
 * sdm_patient_sheet_show:
 *
 * Shows the talk of @session, or asks who practises where there is none yet.
 */
void
sdm_patient_sheet_show (SdmPatientSheet *self,
                        SdmSession      *session)
{
  g_autofree char *title = NULL;
  GtkWidget       *form;

  sdm_patient_sheet_clear (self);
  self->session = g_object_ref (session);
  if (sdm_session_get_rehearsal (session) != NULL)
    {
      show_talk (self);
      return;
    }
  if (sdm_session_get_example (session) == NULL)
    return;
  /* Translators: the name of a made-up person: "Talk with Arthur Pell" */
  title = g_strdup_printf (_ ("Talk with %s"), sdm_case_get_person (sdm_session_get_example (session)));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  form = sdm_trainee_form_new (self->settings, sdm_session_get_example (session));
  g_signal_connect_swapped (form, "begin", G_CALLBACK (begin_cb), self);
  adw_bin_set_child (ADW_BIN (self->before), form);
}

/**
 * sdm_patient_sheet_focus:
 *
 * Leads to where somebody talks, or says who practises.
 */
void
sdm_patient_sheet_focus (SdmPatientSheet *self)
{
  if (get_rehearsal (self) != NULL && gtk_widget_get_sensitive (self->entry))
    gtk_widget_grab_focus (self->entry);
  else
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

/**
 * sdm_patient_sheet_clear:
 *
 * Shows nobody.
 */
void
sdm_patient_sheet_clear (SdmPatientSheet *self)
{
  SdmRehearsal *rehearsal = get_rehearsal (self);

  if (rehearsal != NULL)
    {
      g_signal_handlers_disconnect_by_data (sdm_talk_get_turns (sdm_rehearsal_get_talk (rehearsal)), self);
      g_signal_handlers_disconnect_by_data (sdm_rehearsal_get_kept (rehearsal), self);
    }
  g_clear_object (&self->session);
  sdm_talk_list_set_talk (SDM_TALK_LIST (self->said), NULL);
  sdm_card_list_set_talk (SDM_CARD_LIST (self->cards), NULL);
  adw_bin_set_child (ADW_BIN (self->before), NULL);
  show_typed (self, NULL);
  gtk_label_set_label (GTK_LABEL (self->title), _ ("Patient"));
  gtk_widget_set_visible (self->company, FALSE);
  gtk_widget_set_visible (self->face, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "before");
}

/**
 * sdm_patient_sheet_say:
 *
 * Says something about the talk itself, such as that its case has changed.
 */
void
sdm_patient_sheet_say (SdmPatientSheet *self,
                       const char      *text)
{
  sdm_talk_list_add_note (SDM_TALK_LIST (self->said), text);
}

/**
 * sdm_patient_sheet_set_large_text:
 *
 * Makes the sheet wider where the text is large.
 */
void
sdm_patient_sheet_set_large_text (SdmPatientSheet *self,
                                  gboolean         large_text)
{
  const int width = large_text ? LARGE_WIDTH : WIDTH;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
  gtk_widget_set_size_request (self->clamp, width, -1);
}
