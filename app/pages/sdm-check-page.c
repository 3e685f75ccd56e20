/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-check-page.h"

#include <glib/gi18n.h>

#include "sdm-check-knowledge.h"
#include "sdm-check-ready.h"
#include "sdm-consultation-check-answers.h"

/**
 * SdmCheckPage:
 *
 * Whether it was explained well. The person tells it in their own words, and
 * then says whether they feel ready. It checks the clinician, not the person.
 */
struct _SdmCheckPage
{
  SdmPage parent_instance;

  GtkWidget *columns;
  GPtrArray *knowledge; /* of SdmCheckKnowledge, not owned */
  GtkWidget *ready;
  GtkWidget *again;
  GPtrArray *tellings; /* of Telling, owned */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmCheckPage, sdm_check_page, SDM_TYPE_PAGE)

/* One prompt of the aid, and what the person told. */
typedef struct
{
  SdmCheckPage       *page; /* not owned */
  const SdmTeachBack *prompt;
  GtkWidget          *said;   /* a text made by sdm_ui_text() */
  GtkWidget          *result; /* a choice bar */
} Telling;

static GtkTextBuffer *
get_buffer (const Telling *telling)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (telling->said))));
}

static char *
read_said (const Telling *telling)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (telling), &start, &end);

  return gtk_text_buffer_get_text (get_buffer (telling), &start, &end, FALSE);
}

static void
show_telling (const Telling *telling)
{
  SdmPage         *page = SDM_PAGE (telling->page);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  const char      *said = sdm_consultation_get_teach_back (consultation, telling->prompt->id, "said");
  gboolean         can_change = !sdm_session_is_read_only (sdm_page_get_session (page));

  sdm_ui_show_text (telling->said, said);
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (telling->result),
                            sdm_consultation_get_teach_back (consultation, telling->prompt->id, "result"));
  gtk_widget_set_sensitive (telling->said, can_change);
  gtk_widget_set_sensitive (telling->result, can_change);
}

/* Callbacks */

static void
said_changed_cb (Telling *telling)
{
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (telling->page->refreshing)
    return;

  said = read_said (telling);
  if (sdm_consultation_set_teach_back (sdm_page_get_consultation (SDM_PAGE (telling->page)),
                                       telling->prompt->id, "said", said, &error))
    sdm_ui_set_problem (telling->said, NULL);
  else
    sdm_ui_set_problem (telling->said, error->message);
}

static void
result_changed_cb (Telling *telling)
{
  g_autoptr (GError) error = NULL;

  if (telling->page->refreshing)
    return;

  if (!sdm_consultation_set_teach_back (sdm_page_get_consultation (SDM_PAGE (telling->page)), telling->prompt->id,
                                        "result", sdm_choice_bar_get_value (SDM_CHOICE_BAR (telling->result)), &error))
    sdm_session_say (sdm_page_get_session (SDM_PAGE (telling->page)), error->message);
}

static void
again_cb (SdmPage *page)
{
  sdm_session_go_to (sdm_page_get_session (page), SDM_STEP_OPTIONS);
}

/* Building */

/* What a good telling would hold, for the clinician: "Listen for: carry on · one tablet fewer". */
static GtkWidget *
make_listen_for (const SdmTeachBack *prompt)
{
  g_autofree char *parts = g_strjoinv (" · ", (char **) prompt->listen_for);
  /* Translators: %s is a list such as "Carry on · One tablet fewer · Stop step by step" */
  g_autofree char *text = g_strdup_printf (_ ("For you to listen for: %s"), parts);

  return sdm_ui_label (text, "caption");
}

static GtkWidget *
make_telling (SdmCheckPage       *self,
              const SdmTeachBack *prompt)
{
  Telling   *telling = g_new0 (Telling, 1);
  GtkWidget *column = sdm_ui_column (8);
  GtkWidget *view;
  GtkWidget *asked;

  telling->page = self;
  telling->prompt = prompt;
  telling->said = sdm_ui_text (72);
  sdm_ui_set_limit (telling->said, sdm_consultation_get_max_length ("check/teach_back/0/said"));
  sdm_page_place_mark (telling->said, "check/teach_back");
  telling->result = sdm_choice_bar_new ();
  sdm_choice_bar_add (SDM_CHOICE_BAR (telling->result), "clear", _ ("It was clear"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (telling->result), "explained-again", _ ("We went over it again"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (telling->result), "not-asked", _ ("Not asked"));
  g_ptr_array_add (self->tellings, telling);

  asked = sdm_ui_label (prompt->prompt, "body");
  view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (telling->said));
  gtk_widget_add_css_class (view, "voice");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, asked, NULL, -1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (asked), view);
  gtk_box_append (GTK_BOX (column), asked);
  gtk_box_append (GTK_BOX (column), telling->said);
  if (prompt->listen_for != NULL && prompt->listen_for[0] != NULL)
    gtk_box_append (GTK_BOX (column), make_listen_for (prompt));
  gtk_box_append (GTK_BOX (column), sdm_ui_field (_ ("How did it go?"), telling->result));

  g_signal_connect_swapped (get_buffer (telling), "changed", G_CALLBACK (said_changed_cb), telling);
  g_signal_connect_swapped (telling->result, "notify::value", G_CALLBACK (result_changed_cb), telling);

  return column;
}

static GtkWidget *
make_teach_back (SdmCheckPage *self)
{
  guint               n_prompts;
  const SdmTeachBack *prompts = sdm_aid_get_teach_back (sdm_page_get_aid (SDM_PAGE (self)), &n_prompts);
  GtkWidget          *content;
  GtkWidget          *card = sdm_ui_card (_ ("In your own words"), &content);

  if (n_prompts == 0)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Nothing asked yet. You can skip this."), "body"));
  for (guint i = 0; i < n_prompts; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (content), make_telling (self, &prompts[i]));
    }
  self->again = sdm_ui_button (_ ("Tell it again together"), "ev-left-symbolic");
  gtk_widget_add_css_class (self->again, "flat");
  gtk_widget_set_halign (self->again, GTK_ALIGN_START);
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (again_cb), self);
  gtk_box_append (GTK_BOX (content), self->again);

  return card;
}

static GtkWidget *
make_knowledge (SdmCheckPage *self)
{
  guint               n_questions;
  const SdmKnowledge *questions = sdm_aid_get_knowledge (sdm_page_get_aid (SDM_PAGE (self)), &n_questions);
  GtkWidget          *content;
  GtkWidget          *card;

  if (n_questions == 0)
    return NULL;

  card = sdm_ui_card (_ ("A few questions, if you like"), &content);
  for (guint i = 0; i < n_questions; i++)
    {
      GtkWidget *question = sdm_check_knowledge_new (SDM_PAGE (self), &questions[i]);

      sdm_page_place_mark (question, "check/knowledge");
      g_ptr_array_add (self->knowledge, question);
      if (i > 0)
        gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (content), question);
    }

  return card;
}

static void
sdm_check_page_build (SdmPage *page)
{
  SdmCheckPage *self = SDM_CHECK_PAGE (page);
  GtkWidget    *left = make_teach_back (self);
  GtkWidget    *right = sdm_ui_column (16);
  GtkWidget    *knowledge = make_knowledge (self);

  sdm_page_set_heading (page, _ ("Have I explained it well?"), _ ("Please tell me in your own words. It checks me, not you."));

  self->ready = sdm_check_ready_new (page);
  sdm_page_place_mark (self->ready, "check/ready");
  gtk_box_append (GTK_BOX (right), self->ready);
  if (knowledge != NULL)
    gtk_box_append (GTK_BOX (right), knowledge);
  self->columns = sdm_ui_row (16);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  gtk_box_append (GTK_BOX (self->columns), sdm_steady_new_at_top (left));
  gtk_box_append (GTK_BOX (self->columns), sdm_steady_new_at_top (right));
  gtk_box_append (GTK_BOX (sdm_page_get_content (page)), self->columns);
}

static void
sdm_check_page_refresh (SdmPage *page)
{
  SdmCheckPage *self = SDM_CHECK_PAGE (page);

  self->refreshing = TRUE;
  for (guint i = 0; i < self->tellings->len; i++)
    show_telling (g_ptr_array_index (self->tellings, i));
  self->refreshing = FALSE;
  for (guint i = 0; i < self->knowledge->len; i++)
    sdm_check_knowledge_refresh (g_ptr_array_index (self->knowledge, i));
  sdm_check_ready_refresh (SDM_CHECK_READY (self->ready));
}

static void
free_telling (gpointer data)
{
  Telling *telling = data;

  g_signal_handlers_disconnect_by_data (get_buffer (telling), telling);
  g_signal_handlers_disconnect_by_data (telling->result, telling);
  g_free (telling);
}

static void
sdm_check_page_dispose (GObject *object)
{
  SdmCheckPage *self = SDM_CHECK_PAGE (object);

  g_clear_pointer (&self->tellings, g_ptr_array_unref);
  g_clear_pointer (&self->knowledge, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_check_page_parent_class)->dispose (object);
}

/* Where there is no room, one below the other. */
static void
sdm_check_page_fit (SdmPage *page,
                    gboolean narrow,
                    gboolean large_text)
{
  SdmCheckPage *self = SDM_CHECK_PAGE (page);
  gboolean      stacked = narrow || large_text;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !stacked);
}

static void
sdm_check_page_class_init (SdmCheckPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_check_page_dispose;
  page_class->step = SDM_STEP_CHECK;
  page_class->build = sdm_check_page_build;
  page_class->refresh = sdm_check_page_refresh;
  page_class->fit = sdm_check_page_fit;
}

static void
sdm_check_page_init (SdmCheckPage *self)
{
  self->tellings = g_ptr_array_new_with_free_func (free_telling);
  self->knowledge = g_ptr_array_new ();
}
