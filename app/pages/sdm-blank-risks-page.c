/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-risks-page.h"

#include <glib/gi18n.h>

/**
 * SdmBlankRisksPage:
 *
 * What could happen, where nobody has counted it: no figure and no picture, but
 * room for what the person has in mind.
 */
struct _SdmBlankRisksPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmBlankRisksPage, sdm_blank_risks_page, SDM_TYPE_PAGE)

static void
sdm_blank_risks_page_build (SdmPage *page)
{
  static const struct
  {
    const char *label;
    const char *path;
  } fields[] = {
    { N_ ("What worries you"), "matters/concerns" },
      { N_ ("What you expect"), "matters/expectations" },
    };
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *words;
  GtkWidget *voice = sdm_ui_voice_card (_ ("In your own words"), &words);

  sdm_page_set_heading (page, _ ("What could happen?"), NULL);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("We found no numbers for this. We can still talk it through."), "body"));
  gtk_box_append (GTK_BOX (sdm_page_get_content (page)), card);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *text = sdm_ui_text (66);

      gtk_box_append (GTK_BOX (words), sdm_ui_field (_ (fields[i].label), text));
      sdm_page_bind_text (page, text, fields[i].path);
    }
  gtk_box_append (GTK_BOX (sdm_page_get_content (page)), voice);
}

static void
sdm_blank_risks_page_class_init (SdmBlankRisksPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_RISKS;
  page_class->build = sdm_blank_risks_page_build;
}

static void
sdm_blank_risks_page_init (SdmBlankRisksPage *self)
{
}
