/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-cards.h"

#include <glib/gi18n.h>

#include "sdm-debrief-words.h"
#include "sdm-ui.h"

/* What came out, how it was asked and shown, and what good practice looks like here. What was not seen stands in
 * the same size and weight as what was. */

/**
 * sdm_debrief_add_line:
 * @icon_name: a sign
 * @said: what the sign says, for those who do not see it
 * @detail: (nullable): stands below @text
 */
void
sdm_debrief_add_line (GtkWidget  *content,
                      const char *icon_name,
                      const char *said,
                      const char *text,
                      const char *detail)
{
  GtkWidget *row = sdm_ui_row (12);
  GtkWidget *texts = sdm_ui_column (2);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (GTK_BOX (texts), sdm_ui_label (text, "body"));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (texts), sdm_ui_label (detail, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (content), row);
}

/**
 * sdm_debrief_add_fact:
 *
 * A label, and what there is to say below it.
 */
void
sdm_debrief_add_fact (GtkWidget  *content,
                      const char *label,
                      const char *text)
{
  GtkWidget *column = sdm_ui_column (2);

  gtk_box_append (GTK_BOX (column), sdm_ui_label (label, "caption"));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (text, "body"));
  gtk_box_append (GTK_BOX (content), column);
}

/**
 * sdm_debrief_take_fact:
 * @text: (transfer full): it is freed
 */
void
sdm_debrief_take_fact (GtkWidget  *content,
                       const char *label,
                       char       *text)
{
  g_autofree char *owned = text;

  sdm_debrief_add_fact (content, label, owned);
}

/* What came out */

static char *
dup_how_it_came (const SdmPracticeCase  *practice,
                 const SdmDebriefHidden *hidden)
{
  g_autoptr (SdmTalkTurn) turn = NULL;
  const char *words;

  if (hidden->turn >= 0)
    turn = g_list_model_get_item (sdm_talk_get_turns (practice->talk), (guint) hidden->turn);
  words = turn != NULL ? sdm_talk_turn_get_words (turn) : NULL;

  if (hidden->is_found && words != NULL)
    /* Translators: %s is what somebody said */
    return g_strdup_printf (_ ("It came when you said: “%s”"), words);
  if (hidden->is_found)
    return g_strdup (_ ("It came."));
  if (hidden->is_hinted)
    /* Translators: %s is a question */
    return g_strdup_printf (_ ("There was a hint of it. A question that opens it: “%s”"), hidden->question);

  /* Translators: %s is a question */
  return g_strdup_printf (_ ("It did not come up. A question that opens it: “%s”"), hidden->question);
}

/**
 * sdm_debrief_card_told:
 *
 * Returns: (transfer floating): what the person had not said at first
 */
GtkWidget *
sdm_debrief_card_told (const SdmPracticeCase *practice)
{
  const SdmDebrief *debrief = practice->debrief;
  g_autofree char  *name = sdm_debrief_words_dup_first_name (debrief);
  /* Translators: %s is a person */
  g_autofree char *title = g_strdup_printf (_ ("What %s did not say at first"), name);
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (title, &content);

  for (guint i = 0; i < debrief->hidden->len; i++)
    {
      const SdmDebriefHidden *hidden = &g_array_index (debrief->hidden, SdmDebriefHidden, i);
      g_autofree char        *how = dup_how_it_came (practice, hidden);

      sdm_debrief_add_line (content, hidden->is_found ? "ev-tick-symbolic" : "ev-ring-symbolic",
                            hidden->is_found ? _ ("You heard it") : _ ("Not heard this time"), hidden->what, how);
    }
  if (debrief->twist != NULL)
    sdm_debrief_add_line (content, debrief->twist_came ? "ev-tick-symbolic" : "ev-ring-symbolic",
                          debrief->twist_came ? _ ("It came") : _ ("It did not come up"), debrief->twist, debrief->twist_came ? _ ("It came out, and changed what the talk was about.") : _ ("It did not come up this time. It would have changed what the talk was about."));
  if (debrief->twist_changes->len > 0)
    {
      GtkWidget *changes;
      GtkWidget *fold = sdm_ui_fold (_ ("What that changes"), &changes);

      for (guint i = 0; i < debrief->twist_changes->len; i++)
        gtk_box_append (GTK_BOX (changes), sdm_ui_label (g_ptr_array_index (debrief->twist_changes, i), "body"));
      gtk_box_append (GTK_BOX (content), fold);
    }

  return card;
}

/* How it was asked */

static char *
join_jargon (const SdmDebrief *debrief)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < debrief->jargon->len; i++)
    g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "", (const char *) g_ptr_array_index (debrief->jargon, i));

  return g_string_free (text, FALSE);
}

static char *
dup_questions (const SdmDebrief *debrief)
{
  /* Translators: parts of "7 open questions, 1 closed question" */
  g_autofree char *open = debrief->n_open == 0 ? g_strdup (_ ("No open question")) : g_strdup_printf (ngettext ("%u open question", "%u open questions", debrief->n_open), debrief->n_open);
  g_autofree char *closed = debrief->n_closed == 0 ? g_strdup (_ ("no closed one")) : g_strdup_printf (ngettext ("%u closed question", "%u closed questions", debrief->n_closed), debrief->n_closed);

  return g_strdup_printf ("%s, %s", open, closed);
}

static char *
dup_shares (const SdmDebrief *debrief,
            const char       *name)
{
  const guint all = debrief->trainee_words + debrief->person_words;
  const guint own = all > 0 ? (debrief->trainee_words * 100 + all / 2) / all : 0;

  if (all == 0)
    return g_strdup (_ ("Nothing was said."));

  /* Translators: out of 100 words; %s is the person */
  return g_strdup_printf (_ ("Of 100 words, %u were yours and %u came from %s."), own, 100 - own, name);
}

static char *
dup_drawing_back (const SdmDebrief *debrief,
                  const char       *name)
{
  const guint n = debrief->n_talked_at - debrief->n_hurt;

  if (n == 1)
    /* Translators: %s is a person */
    return g_strdup_printf (_ ("%s drew back once. The talk below shows where."), name);

  return g_strdup_printf (ngettext ("%2$s drew back %1$u time. The talk below shows where.", "%2$s drew back %1$u times. The talk below shows where.", n), n, name);
}

static char *
dup_of (guint n_shown,
        guint n_all)
{
  if (n_shown == 0)
    return g_strdup_printf (_ ("You showed none of the %u."), n_all);
  if (n_shown == n_all)
    return g_strdup_printf (_ ("You showed all %u."), n_all);

  /* Translators: two numbers */
  return g_strdup_printf (_ ("You showed %u of the %u."), n_shown, n_all);
}

/**
 * sdm_debrief_card_asked:
 *
 * Returns: (transfer floating): how it was asked and told
 */
GtkWidget *
sdm_debrief_card_asked (const SdmPracticeCase *practice)
{
  const SdmDebrief *debrief = practice->debrief;
  g_autofree char  *name = sdm_debrief_words_dup_first_name (debrief);
  GtkWidget        *content;
  GtkWidget        *card = sdm_ui_card (_ ("How you talked"), &content);

  sdm_debrief_take_fact (content, _ ("Questions"), dup_questions (debrief));
  sdm_debrief_take_fact (content, _ ("Who spoke"), dup_shares (debrief, name));
  sdm_debrief_add_fact (content, _ ("How to decide"),
                                    debrief->role_asked ? _ ("You asked how the two of you should decide.") : _ ("It was not asked how the two of you should decide."));
  if (debrief->jargon->len > 0)
    sdm_debrief_take_fact (content, _ ("Words that were not known"), join_jargon (debrief));
  else
    sdm_debrief_add_fact (content, _ ("Words that were not known"), _ ("None."));
  sdm_debrief_add_fact (content, _ ("Telling it back"),
                                    debrief->told_back ? _ ("You asked to hear it back in the person’s own words.") : _ ("You did not ask to hear it back."));
  if (debrief->n_hurt > 0)
    /* Translators: %s is a person */
    sdm_debrief_take_fact (content, _ ("What hurt"), g_strdup_printf (_ ("Something that was said hurt %s. The talk below shows where. Saying sorry opens the door again."), name));
  if (debrief->n_talked_at > debrief->n_hurt)
    sdm_debrief_take_fact (content, _ ("Drawing back"), dup_drawing_back (debrief, name));

  return card;
}

/* What was shown */

static char *
join_outcomes (const SdmDebrief *debrief)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < debrief->outcomes->len; i++)
    {
      const SdmDebriefOutcome *outcome = &g_array_index (debrief->outcomes, SdmDebriefOutcome, i);

      if (!outcome->is_shown)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", outcome->title);
    }

  return g_string_free (text, FALSE);
}

static void
add_numbers (GtkWidget        *content,
             const SdmDebrief *debrief)
{
  guint n_shown = 0;
  guint n_both = 0;

  for (guint i = 0; i < debrief->outcomes->len; i++)
    {
      n_shown += g_array_index (debrief->outcomes, SdmDebriefOutcome, i).is_shown;
      n_both += g_array_index (debrief->outcomes, SdmDebriefOutcome, i).with_both_frames;
    }
  sdm_debrief_take_fact (content, _ ("Numbers"), dup_of (n_shown, debrief->outcomes->len));
  if (n_shown > 0)
    sdm_debrief_take_fact (content, _ ("Both ways round: how many it happens to, and how many it does not"),
                                       /* Translators: two numbers */
                                       g_strdup_printf (_ ("%u of the %u that you showed."), n_both, n_shown));
  if (n_shown < debrief->outcomes->len)
    {
      GtkWidget       *others;
      GtkWidget       *fold = sdm_ui_fold (_ ("Numbers that were not shown"), &others);
      g_autofree char *titles = join_outcomes (debrief);

      gtk_box_append (GTK_BOX (others), sdm_ui_label (titles, "body"));
      gtk_box_append (GTK_BOX (content), fold);
    }
}

static char *
join_options (const SdmDebrief *debrief)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < debrief->options->len; i++)
    {
      const SdmDebriefOption *option = &g_array_index (debrief->options, SdmDebriefOption, i);

      if (!option->is_shown && option->aside == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", option->title);
    }

  return g_string_free (text, FALSE);
}

/**
 * sdm_debrief_card_shown:
 *
 * Returns: (transfer floating): which options and numbers were on screen
 */
GtkWidget *
sdm_debrief_card_shown (const SdmPracticeCase *practice)
{
  const SdmDebrief *debrief = practice->debrief;
  GtkWidget        *content;
  GtkWidget        *card = sdm_ui_card (_ ("What you showed"), &content);
  const guint       n_shown = debrief->options->len - debrief->options_not_shown->len;
  g_autofree char  *not_shown = join_options (debrief);

  sdm_debrief_take_fact (content, _ ("Options"), dup_of (n_shown, debrief->options->len));
  for (guint i = 0; i < debrief->options->len; i++)
    {
      const SdmDebriefOption *option = &g_array_index (debrief->options, SdmDebriefOption, i);

      if (!option->is_shown && option->aside != NULL)
        /* Translators: why an option was put aside */
        sdm_debrief_take_fact (content, option->title, g_strdup_printf (_ ("Put aside, because: %s"), option->aside));
    }
  if (*not_shown != '\0')
    sdm_debrief_add_fact (content, _ ("Not shown"), not_shown);
  add_numbers (content, debrief);

  return card;
}

/* What good practice looks like */

static const char *
get_sign (SdmDebriefSeen seen)
{
  switch (seen)
    {
    case SDM_DEBRIEF_SEEN:
      return "ev-tick-symbolic";
    case SDM_DEBRIEF_ASK_YOURSELF:
      return "ev-unknown-symbolic";
    case SDM_DEBRIEF_NOT_SEEN:
    default:
      return "ev-ring-symbolic";
    }
}

static const char *
get_said (SdmDebriefSeen seen)
{
  switch (seen)
    {
    case SDM_DEBRIEF_SEEN:
      /* Translators: beside what good practice looks like in a case */
      return _ ("Seen");
    case SDM_DEBRIEF_ASK_YOURSELF:
      return _ ("Only you can tell");
    case SDM_DEBRIEF_NOT_SEEN:
    default:
      return _ ("Not seen this time");
    }
}

/**
 * sdm_debrief_card_good:
 *
 * Returns: (transfer floating): what good practice looks like in this case
 */
GtkWidget *
sdm_debrief_card_good (const SdmPracticeCase *practice)
{
  const SdmDebrief *debrief = practice->debrief;
  GtkWidget        *content;
  GtkWidget        *card = sdm_ui_card (_ ("What good practice looks like here"), &content);

  for (guint i = 0; i < debrief->practices->len; i++)
    {
      const SdmDebriefPractice *good = &g_array_index (debrief->practices, SdmDebriefPractice, i);

      sdm_debrief_add_line (content, get_sign (good->seen), get_said (good->seen), good->text, get_said (good->seen));
    }

  return card;
}
