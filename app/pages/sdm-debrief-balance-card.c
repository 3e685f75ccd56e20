/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-cards.h"

#include <glib/gi18n.h>

#include "sdm-debrief-words.h"
#include "sdm-score-bar.h"
#include "sdm-ui.h"

/* The balance meter on the talk: what each option got. Every option has the same room, in the order of the aid. */

static void
add_amount (GString *amounts,
            char    *amount)
{
  g_string_append_printf (amounts, "%s%s", amounts->len > 0 ? ", " : "", amount);
  g_free (amount);
}

/* What there is none of is not counted up. */
static char *
dup_amounts (const SdmDebriefOption *option)
{
  GString *amounts = g_string_new (NULL);

  /* Translators: parts of "12 words, 1 min 5 s, 2 numbers": what one option got in a talk */
  if (option->words > 0)
    add_amount (amounts, g_strdup_printf (ngettext ("%u word", "%u words", option->words), option->words));
  if (option->seconds > 0)
    add_amount (amounts, sdm_debrief_words_dup_time (option->seconds));
  if (option->figures > 0)
    add_amount (amounts, g_strdup_printf (ngettext ("%u number", "%u numbers", option->figures), option->figures));
  if (amounts->len == 0)
    g_string_append (amounts, _ ("not spoken about, and no number shown"));

  return g_string_free (amounts, FALSE);
}

static GtkWidget *
make_row (const SdmDebriefOption *option)
{
  GtkWidget       *row = sdm_ui_column (4);
  GtkWidget       *bar = sdm_score_bar_new ();
  g_autofree char *amounts = dup_amounts (option);
  /* Translators: of all words that were about options: "31 of 100" */
  g_autofree char *share = g_strdup_printf (_ ("%u of 100"), option->words_share);
  /* Translators: read aloud: an option, and how many of 100 words were about it */
  g_autofree char *said = g_strdup_printf (_ ("%s: %u of 100 words"), option->title, option->words_share);

  sdm_score_bar_set_scale (SDM_SCORE_BAR (bar), 0, 100);
  sdm_score_bar_set_value (SDM_SCORE_BAR (bar), TRUE, option->words_share, option->words_share, option->words_share, share);
  sdm_score_bar_set_ends (SDM_SCORE_BAR (bar), "", "");
  sdm_score_bar_set_words (SDM_SCORE_BAR (bar), said, amounts);
  gtk_box_append (GTK_BOX (row), sdm_ui_label (option->title, "chrome-strong"));
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), sdm_ui_label (amounts, "caption"));

  return row;
}

static GtkWidget *
make_formula (void)
{
  GtkWidget *content;
  GtkWidget *fold = sdm_ui_fold (_ ("How this is counted"), &content);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Words: those of your sentences that name an option, by its title or a word that only this option has. A sentence that names two gives each the half. The bars show them out of 100 words that were about an option."), "body"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Time: from one thing you said or showed to the next. It goes to the options that you named then or, where you named none, to those in the number that was on screen. A pause of more than two minutes counts as two minutes."), "body"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Numbers: those you showed in which there is a figure for this option."), "body"));

  return fold;
}

/**
 * sdm_debrief_card_balance:
 *
 * Returns: (transfer floating): words, time and figures by option
 */
GtkWidget *
sdm_debrief_card_balance (const SdmPracticeCase *practice)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What each option got"), &content);
  GArray    *options = practice->debrief->options;

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Equal shares are no aim in themselves. See whether one way got so much, or so little, that it was hard to choose freely."), "body"));
  for (guint i = 0; i < options->len; i++)
    gtk_box_append (GTK_BOX (content), make_row (&g_array_index (options, SdmDebriefOption, i)));
  gtk_box_append (GTK_BOX (content), make_formula ());

  return card;
}
