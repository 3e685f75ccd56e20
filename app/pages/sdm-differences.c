/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-differences.h"

#include <glib/gi18n.h>

#include "sdm-record-difference-words.h"
#include "sdm-ui.h"

static void
append_difference (GtkWidget                      *list,
                   const SdmRecordDifferenceWords *words)
{
  GtkWidget *row = sdm_ui_column (2);
  /* Translators: a page, and a field on it: "People: Family name" */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), words->page, words->name);
  /* Translators: what a field said in the version before: "Before: 14 March 1943" */
  g_autofree char *before = g_strdup_printf (_ ("Before: %s"), words->before != NULL ? words->before : _ ("nothing"));
  /* Translators: what a field says in this version: "Now: 15 March 1943" */
  g_autofree char *after = g_strdup_printf (_ ("Now: %s"), words->after != NULL ? words->after : _ ("nothing"));

  gtk_box_append (GTK_BOX (row), sdm_ui_label (title, "chrome-strong"));
  gtk_box_append (GTK_BOX (row), sdm_ui_label (before, "body"));
  gtk_box_append (GTK_BOX (row), sdm_ui_label (after, "body"));
  gtk_box_append (GTK_BOX (list), row);
}

/**
 * sdm_differences_new_list:
 *
 * Returns: (transfer floating): in what the two versions differ, one below the other
 */
GtkWidget *
sdm_differences_new_list (SdmConsultation *before,
                          SdmConsultation *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = sdm_record_differences_new_words (before, after, &error);
  GtkWidget *list = sdm_ui_column (12);

  for (guint i = 0; words != NULL && i < words->len; i++)
    append_difference (list, g_ptr_array_index (words, i));
  if (words == NULL)
    gtk_box_append (GTK_BOX (list), sdm_ui_label (error->message, "body"));
  else if (words->len == 0)
    gtk_box_append (GTK_BOX (list), sdm_ui_label (_ ("Nothing that was typed or chosen differs."), "body"));

  return list;
}
