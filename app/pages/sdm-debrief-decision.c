/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-cards.h"

#include <glib/gi18n.h>

#include "sdm-debrief-words.h"
#include "sdm-ui.h"

/* Does what was decided fit this person, and why; and the letter. */

static const char *
get_how (const char *how)
{
  if (g_strcmp0 (how, "well") == 0)
    /* Translators: how an option fits a person */
    return _ ("Fits well");
  if (g_strcmp0 (how, "poorly") == 0)
    return _ ("Fits poorly here");

  return _ ("Fits, if something is seen to");
}

static void
add_fits (GtkWidget *content,
          GArray    *fits)
{
  for (guint i = 0; i < fits->len; i++)
    {
      const SdmDebriefFit *fit = &g_array_index (fits, SdmDebriefFit, i);
      GtkWidget           *column = sdm_ui_column (2);

      gtk_box_append (GTK_BOX (column), sdm_ui_label (fit->title, "chrome-strong"));
      gtk_box_append (GTK_BOX (column), sdm_ui_label (get_how (fit->how), "caption"));
      gtk_box_append (GTK_BOX (column), sdm_ui_label (fit->why, "body"));
      gtk_box_append (GTK_BOX (content), column);
    }
}

static const char *
get_result (const SdmDebrief *debrief)
{
  if (g_strcmp0 (debrief->result, "not-yet") == 0)
    return _ ("You left it open for now. Time to think can be a good ending.");
  if (g_strcmp0 (debrief->result, "no-thank-you") == 0)
    return _ ("You recorded that this person wants none of it. That is a decision, too.");
  if (debrief->fits->len == 0)
    return _ ("No decision was recorded.");

  return NULL;
}

/**
 * sdm_debrief_card_decision:
 *
 * Returns: (transfer floating): how what was decided fits what this person holds dear
 */
GtkWidget *
sdm_debrief_card_decision (const SdmPracticeCase *practice)
{
  const SdmDebrief *debrief = practice->debrief;
  g_autofree char  *name = sdm_debrief_words_dup_first_name (debrief);
  /* Translators: %s is a person */
  g_autofree char *title = g_strdup_printf (_ ("Does the decision fit %s?"), name);
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (title, &content);
  GtkWidget       *others;
  GtkWidget       *fold;

  if (get_result (debrief) != NULL)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (get_result (debrief), "body"));
  add_fits (content, debrief->fits);
  if (debrief->why != NULL && *debrief->why != '\0')
    sdm_debrief_add_fact (content, _ ("The reason that you wrote down"), debrief->why);
  fold = sdm_ui_fold (debrief->fits->len > 0 ? _ ("How the other ways would fit") : _ ("How each way would fit"), &others);
  add_fits (others, debrief->other_fits);
  if (debrief->other_fits->len > 0)
    gtk_box_append (GTK_BOX (content), fold);
  else
    g_object_unref (g_object_ref_sink (fold));

  return card;
}

/**
 * sdm_debrief_card_letter:
 *
 * Returns: (transfer floating): what the checker of letters says
 */
GtkWidget *
sdm_debrief_card_letter (const SdmPracticeCase *practice)
{
  const SdmDebrief *debrief = practice->debrief;
  GtkWidget        *content;
  GtkWidget        *card = sdm_ui_card (_ ("The letter"), &content);

  if (!debrief->letter_was_checked)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("There is not enough in the record to make a letter yet."), "body"));
  else if (debrief->letter_findings->len == 0)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("The letter was read through, and there is nothing to mend."), "body"));
  else
    {
      g_autofree char *head = g_strdup_printf (ngettext ("The letter was read through. %u thing is better mended:", "The letter was read through. %u things are better mended:", debrief->letter_findings->len), debrief->letter_findings->len);

      gtk_box_append (GTK_BOX (content), sdm_ui_label (head, "body"));
      for (guint i = 0; i < debrief->letter_findings->len; i++)
        {
          g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (debrief->letter_findings, i), "\n", 2);

          sdm_debrief_add_line (content, "ev-ring-symbolic", _ ("To mend"), parts[0], parts[1]);
        }
    }

  return card;
}
