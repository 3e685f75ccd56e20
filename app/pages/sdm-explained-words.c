/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-explained-words.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * sdm_explained_words_new_glossary:
 *
 * Returns: (transfer full): the words that the aid explains, in all their spellings
 */
SdmGlossary *
sdm_explained_words_new_glossary (SdmAid *aid)
{
  SdmGlossary   *glossary = sdm_glossary_new ();
  guint          n_terms;
  const SdmTerm *terms = sdm_aid_get_glossary (aid, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    sdm_glossary_add (glossary, terms[i].term, terms[i].plain, terms[i].also);

  return glossary;
}

/**
 * sdm_explained_words_new_list:
 *
 * Returns: (transfer floating): a card with all words and what they mean, not
 *   to be seen where the aid explains none
 */
GtkWidget *
sdm_explained_words_new_list (SdmAid *aid)
{
  GtkWidget     *content;
  GtkWidget     *card = sdm_ui_card (_ ("What words mean"), &content);
  guint          n_terms;
  const SdmTerm *terms = sdm_aid_get_glossary (aid, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *line = NULL;

      /* Translators: a word and what it means: "cholesterol: a kind of fat in the blood" */
      line = g_strdup_printf (_ ("%s: %s"), terms[i].term, terms[i].plain);
      gtk_box_append (GTK_BOX (content), sdm_ui_label (line, "answer"));
    }
  gtk_widget_set_visible (card, n_terms > 0);

  return card;
}
