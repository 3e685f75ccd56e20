/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-parts.h"

#include <glib/gi18n.h>

#include "sdm-consultation-amend.h"
#include "sdm-consultation-people.h"
#include "sdm-date.h"
#include "sdm-gp-text.h"
#include "sdm-record-words.h"
#include "sdm-ui.h"

/* Who */

/* Two things by which a person is known stand on each page about them. */
static char *
dup_identity (SdmConsultation *consultation)
{
  const char      *born = sdm_consultation_get_text (consultation, "people/patient/born");
  g_autofree char *day = born != NULL ? sdm_date_format (born) : NULL;
  g_autofree char *number = sdm_consultation_dup_nhs_number (consultation);

  if (day != NULL && number != NULL && *number != '\0')
    /* Translators: a date of birth and a number: "Born 14 March 1943, NHS number 943 476 5919" */
    return g_strdup_printf (_ ("Born %s, NHS number %s"), day, number);
  if (day != NULL)
    /* Translators: %s is a date of birth: "Born 14 March 1943" */
    return g_strdup_printf (_ ("Born %s"), day);
  if (number != NULL && *number != '\0')
    return g_strdup_printf (_ ("NHS number %s"), number);

  return g_strdup (_ ("No date of birth"));
}

static char *
dup_talk (SdmConsultation *consultation)
{
  const char      *name = sdm_consultation_get_text (consultation, "start/seen_by/name");
  const char      *role = sdm_consultation_get_text (consultation, "start/seen_by/role");
  g_autofree char *day = sdm_record_words_dup_day (consultation);

  if (name != NULL && role != NULL)
    /* Translators: a day, a clinician and a role: "Talked on 24 November 2026 with Dr Amina Rowe, GP" */
    return g_strdup_printf (_ ("Talked on %s with %s, %s"), day, name, role);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Talked on %s"), day);
}

/* Why it counts no more: before anything that it says. */
static GtkWidget *
make_closed (const SdmRecordHead *head)
{
  GtkWidget       *card = sdm_ui_column (4);
  g_autofree char *reason = NULL;

  gtk_widget_add_css_class (card, "problem-card");
  gtk_box_append (GTK_BOX (card), sdm_ui_label (_ ("This record counts no more. It stays readable. Do not act on it."), "chrome-strong"));
  if (head->reason != NULL)
    {
      /* Translators: %s is a sentence of the clinician */
      reason = g_strdup_printf (_ ("Why: %s"), head->reason);
      gtk_box_append (GTK_BOX (card), sdm_ui_label (reason, "chrome"));
    }

  return card;
}

/**
 * sdm_record_parts_new_page:
 * @content: (out): the column that takes the rest
 *
 * Returns: (transfer floating): a page that says whose record it is
 */
GtkWidget *
sdm_record_parts_new_page (SdmConsultation *consultation,
                           GtkWidget      **content)
{
  g_autofree char *name = sdm_consultation_dup_patient_name (consultation);
  g_autofree char *identity = dup_identity (consultation);

  return sdm_ui_page (name, identity, -1, content);
}

/**
 * sdm_record_parts_new_head:
 * @head: of the last version
 *
 * Returns: (transfer floating): what the record is worth, and when they talked
 */
GtkWidget *
sdm_record_parts_new_head (const SdmRecordHead *head,
                           SdmConsultation     *consultation)
{
  GtkWidget       *column = sdm_ui_column (4);
  g_autofree char *talk = dup_talk (consultation);

  gtk_box_append (GTK_BOX (column), sdm_ui_label (sdm_record_words_get_status (head), "h2"));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (talk, "chrome"));
  if (sdm_record_words_is_closed (head))
    gtk_box_append (GTK_BOX (column), make_closed (head));

  return column;
}

/* What it says */

static void
append_part (GtkWidget       *content,
             SdmConsultation *consultation,
             SdmGpPart        part,
             const char      *css_class)
{
  g_auto (GStrv) lines = sdm_gp_text_list_part (consultation, part);

  for (guint i = 0; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (lines[i], css_class));
}

static void
append_card (GtkWidget       *column,
             const char      *title,
             SdmConsultation *consultation,
             SdmGpPart        first,
             SdmGpPart        last)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (title, &content);

  for (SdmGpPart part = first; part <= last; part++)
    append_part (content, consultation, part, "body");
  if (gtk_widget_get_first_child (content) != NULL)
    gtk_box_append (GTK_BOX (column), card);
  else
    g_object_unref (g_object_ref_sink (card));
}

static void
append_figures (GtkWidget       *column,
                SdmConsultation *consultation)
{
  GtkWidget *content;
  GtkWidget *fold = sdm_ui_fold (_ ("The numbers that were shown"), &content);

  append_part (content, consultation, SDM_GP_PART_FIGURES, "answer");
  if (gtk_widget_get_first_child (content) != NULL)
    gtk_box_append (GTK_BOX (column), fold);
  else
    g_object_unref (g_object_ref_sink (fold));
}

/**
 * sdm_record_parts_new_summary:
 *
 * Returns: (transfer floating): what was decided and why, between which options, and what
 *   happens next, in the sentences of the summary for the GP record
 */
GtkWidget *
sdm_record_parts_new_summary (SdmConsultation *consultation)
{
  GtkWidget *column = sdm_ui_column (16);

  append_card (column, _ ("What was decided, and why"), consultation, SDM_GP_PART_SUBJECT, SDM_GP_PART_MATTERS);
  append_card (column, _ ("What you chose between"), consultation, SDM_GP_PART_OPTIONS, SDM_GP_PART_OPTIONS);
  append_card (column, _ ("What happens next"), consultation, SDM_GP_PART_ACTIONS, SDM_GP_PART_REVIEWS);
  append_figures (column, consultation);

  return column;
}
