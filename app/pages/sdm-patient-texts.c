/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-texts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-plan-page.h"
#include "sdm-ui.h"

/* Screens of the patient view that are words alone: the decision, what matters, what is
 * asked, the plan. Names of people and what only concerns the clinician are left out. */

/* Shapes */

/**
 * sdm_patient_texts_make_heading:
 * @helper: (nullable): a quiet line under it
 *
 * Returns: (transfer floating): what one screen of the patient view shows
 */
GtkWidget *
sdm_patient_texts_make_heading (const char *heading,
                                const char *helper)
{
  GtkWidget *column = sdm_ui_column (6);
  GtkWidget *title = sdm_ui_label (heading, "h1");

  gtk_label_set_xalign (GTK_LABEL (title), 0.5);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (column), title);
  if (helper != NULL)
    {
      GtkWidget *line = sdm_ui_label (helper, "caption");

      gtk_label_set_xalign (GTK_LABEL (line), 0.5);
      gtk_label_set_justify (GTK_LABEL (line), GTK_JUSTIFY_CENTER);
      gtk_box_append (GTK_BOX (column), line);
    }

  return column;
}

/* A heading over a column that is not too wide to read. */
static GtkWidget *
make_screen (const char *heading,
             const char *helper,
             GtkWidget **content)
{
  GtkWidget *screen = sdm_ui_column (24);
  GtkWidget *clamp = adw_clamp_new ();

  *content = sdm_ui_column (16);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_child (ADW_CLAMP (clamp), *content);
  gtk_box_append (GTK_BOX (screen), sdm_patient_texts_make_heading (heading, helper));
  gtk_box_append (GTK_BOX (screen), clamp);

  return screen;
}

/* On sand, which is for the person's own words. */
static GtkWidget *
make_said (const char *words)
{
  GtkWidget *box = sdm_ui_column (0);

  gtk_widget_add_css_class (box, "voice");
  gtk_box_append (GTK_BOX (box), sdm_ui_label (words, "voice"));

  return box;
}

static const char *
get_member (json_t     *object,
            const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* What there is to decide */

static GtkWidget *
make_decision (SdmSession *session)
{
  SdmAid    *aid = sdm_session_get_aid (session);
  GtkWidget *content;
  GtkWidget *screen = make_screen (sdm_aid_get_title (aid), NULL, &content);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (sdm_aid_get_decision (aid), "body"));

  return screen;
}

/* What matters */

static GtkWidget *
make_own_words (SdmSession *session)
{
  GtkWidget *content;
  GtkWidget *screen = make_screen (_ ("What matters to you?"), _ ("Your own words come first. There are no right answers."), &content);
  json_t    *words;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (sdm_session_get_consultation (session), "matters/own_words"), i, words)
    if (get_member (words, "text") != NULL)
      gtk_box_append (GTK_BOX (content), make_said (get_member (words, "text")));

  return screen;
}

static GtkWidget *
make_matter (json_t *ranked)
{
  json_t          *importance = json_object_get (ranked, "importance");
  g_autofree char *number = importance != NULL ? g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (importance)) : NULL;
  GtkWidget       *row = sdm_ui_row (16);
  GtkWidget       *text = sdm_ui_label (get_member (ranked, "text"), "body");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), text);
  if (number != NULL)
    gtk_box_append (GTK_BOX (row), sdm_ui_label (number, "figure"));

  return row;
}

static GtkWidget *
make_ranked (SdmSession *session)
{
  GtkWidget *content;
  GtkWidget *screen = make_screen (_ ("What counts most, top first"), _ ("0 not at all – 10 most of all"), &content);
  GtkWidget *list;
  GtkWidget *card = sdm_ui_card (NULL, &list);
  json_t    *ranked;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (sdm_session_get_consultation (session), "matters/ranked"), i, ranked)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (list), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (list), make_matter (ranked));
    }
  gtk_box_append (GTK_BOX (content), card);

  return screen;
}

/* What is asked */

static GtkWidget *
make_teach_back (SdmSession *session,
                 const char *row)
{
  guint               n_prompts;
  const SdmTeachBack *prompts = sdm_aid_get_teach_back (sdm_session_get_aid (session), &n_prompts);
  GtkWidget          *content;
  GtkWidget          *screen = make_screen (_ ("Have I explained it well?"), _ ("Please tell me in your own words. It checks me, not you."), &content);

  for (guint i = 0; i < n_prompts; i++)
    if (g_strcmp0 (prompts[i].id, row) == 0)
      gtk_box_append (GTK_BOX (content), sdm_ui_label (prompts[i].prompt, "body"));

  return screen;
}

/* The plan */

static void
append_chosen (GtkWidget  *content,
               SdmSession *session)
{
  SdmConsultation *consultation = sdm_session_get_consultation (session);
  const char      *entry = sdm_consultation_get_text (consultation, "plan/decision_entry/text");
  json_t          *chosen;
  size_t           i;

  json_array_foreach (sdm_consultation_peek (consultation, "plan/chosen"), i, chosen)
    {
      const SdmOption *option = sdm_aid_find_option (sdm_session_get_aid (session), get_member (chosen, "option"));

      if (option != NULL)
        gtk_box_append (GTK_BOX (content), sdm_ui_label (option->title, "h2"));
    }
  if (entry != NULL)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (entry, "body"));
}

/* Before there is a result, the three that there can be: each as good as the others. */
static void
append_results (GtkWidget *content)
{
  static const char *const results[] = { "decided", "not-yet", "no-thank-you" };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      GtkWidget *card;

      gtk_box_append (GTK_BOX (content), sdm_ui_card (NULL, &card));
      gtk_box_append (GTK_BOX (card), sdm_ui_label (sdm_plan_result_get_title (results[i]), "h2"));
    }
}

static GtkWidget *
make_choice (SdmSession *session)
{
  SdmConsultation *consultation = sdm_session_get_consultation (session);
  const char      *result = sdm_consultation_get_text (consultation, "plan/result");
  const char      *why = sdm_consultation_get_text (consultation, "plan/why");
  GtkWidget       *content;
  GtkWidget       *screen;

  if (result == NULL)
    {
      screen = make_screen (_ ("Where have we got to?"), _ ("Any of these three is a good place to stop today."), &content);
      append_results (content);
      return screen;
    }

  screen = make_screen (sdm_plan_result_get_title (result), NULL, &content);
  append_chosen (content, session);
  if (why != NULL)
    gtk_box_append (GTK_BOX (content), make_said (why));

  return screen;
}

/* Names stay out of it: who it is, the person knows. */
static char *
dup_who_and_when (json_t *action)
{
  const char      *by = get_member (action, "by");
  g_autofree char *day = by != NULL ? sdm_date_format (by) : NULL;
  const char      *who = g_strcmp0 (get_member (action, "side"), "person") == 0 ? _ ("You") : _ ("The health team");

  if (day == NULL)
    return g_strdup (who);

  /* Translators: who does a step of the plan, and when at the latest: "You, by 22 December 2026" */
  return g_strdup_printf (_ ("%s, by %s"), who, day);
}

static GtkWidget *
make_actions (SdmSession *session)
{
  GtkWidget *content;
  GtkWidget *screen = make_screen (_ ("What happens next"), NULL, &content);
  json_t    *action;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (sdm_session_get_consultation (session), "plan/actions"), i, action)
    {
      g_autofree char *who = dup_who_and_when (action);
      GtkWidget       *card;

      if (get_member (action, "what") == NULL)
        continue;
      gtk_box_append (GTK_BOX (content), sdm_ui_card (NULL, &card));
      gtk_box_append (GTK_BOX (card), sdm_ui_label (get_member (action, "what"), "body"));
      gtk_box_append (GTK_BOX (card), sdm_ui_label (who, "caption"));
    }

  return screen;
}

static GtkWidget *
make_look_out (SdmSession *session)
{
  GtkWidget *content;
  GtkWidget *screen = make_screen (_ ("Look out for"), NULL, &content);
  json_t    *sign;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (sdm_session_get_consultation (session), "plan/look_out"), i, sign)
    {
      GtkWidget *card;

      gtk_box_append (GTK_BOX (content), sdm_ui_card (NULL, &card));
      gtk_box_append (GTK_BOX (card), sdm_ui_label (get_member (sign, "text"), "body"));
    }

  return screen;
}

/* Public API */

/**
 * sdm_patient_texts_new:
 * @kind: a kind of screen that has no figure and no grid
 * @row: which of them
 *
 * Returns: (transfer floating): the screen as the consultation has it now
 */
GtkWidget *
sdm_patient_texts_new (SdmSession          *session,
                       SdmPatientScreenKind kind,
                       const char          *row)
{
  switch (kind)
    {
    case SDM_PATIENT_DECISION:
      return make_decision (session);
    case SDM_PATIENT_OWN_WORDS:
      return make_own_words (session);
    case SDM_PATIENT_RANKED:
      return make_ranked (session);
    case SDM_PATIENT_TEACH_BACK:
      return make_teach_back (session, row);
    case SDM_PATIENT_CHOICE:
      return make_choice (session);
    case SDM_PATIENT_ACTIONS:
      return make_actions (session);
    case SDM_PATIENT_LOOK_OUT:
      return make_look_out (session);
    case SDM_PATIENT_QUESTION:
    case SDM_PATIENT_FIGURE:
    case SDM_PATIENT_WEIGH:
    default:
      g_return_val_if_reached (sdm_ui_column (0));
    }
}
