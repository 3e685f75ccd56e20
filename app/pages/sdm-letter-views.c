/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-views.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/* Below the letter: how large it is shown, or its words only. Nothing of the talk changes. */

static void
fit_width_cb (SdmDocumentView *document)
{
  sdm_document_view_set_fit (document, SDM_DOCUMENT_FIT_WIDTH);
}

static void
fit_page_cb (SdmDocumentView *document)
{
  sdm_document_view_set_fit (document, SDM_DOCUMENT_FIT_PAGE);
}

/* Whoever reads with a screen reader, or a braille display, reads the words in one piece. */
static void
words_only_cb (GtkCheckButton *check,
               GParamSpec     *pspec,
               GtkWidget      *words)
{
  GtkWidget     *document = g_object_get_data (G_OBJECT (check), "document");
  const gboolean only = gtk_check_button_get_active (check);

  gtk_widget_set_visible (document, !only);
  gtk_widget_set_visible (words, only);
}

static gboolean
format_zoom (GBinding     *binding,
             const GValue *zoom,
             GValue       *label,
             gpointer      user_data)
{
  /* Translators: how large the letter is shown; 100 % is the size of the paper */
  g_value_take_string (label, g_strdup_printf (_ ("%.0f %%"), g_value_get_double (zoom) * 100));

  return TRUE;
}

static void
add_button (GtkWidget       *row,
            SdmDocumentView *document,
            GtkWidget       *button,
            GCallback        pressed)
{
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", pressed, document, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

/**
 * sdm_letter_views_new:
 * @document: (transfer none): the pages
 * @words: (transfer none): what shows their words in their place
 */
GtkWidget *
sdm_letter_views_new (SdmDocumentView *document,
                      GtkWidget       *words)
{
  GtkWidget *row = sdm_ui_wrap (8);
  GtkWidget *zoom = sdm_ui_label (NULL, "chrome");
  GtkWidget *only = sdm_ui_check (_ ("The words only"));

  gtk_widget_set_valign (zoom, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (zoom, "quiet");
  g_object_bind_property_full (document, "zoom", zoom, "label", G_BINDING_SYNC_CREATE, format_zoom, NULL, NULL, NULL);
  add_button (row, document, sdm_ui_icon_button ("ev-minus-symbolic", _ ("Smaller")), G_CALLBACK (sdm_document_view_zoom_out));
  gtk_box_append (GTK_BOX (row), zoom);
  add_button (row, document, sdm_ui_icon_button ("ev-plus-symbolic", _ ("Larger")), G_CALLBACK (sdm_document_view_zoom_in));
  add_button (row, document, sdm_ui_button (_ ("Fit width"), NULL), G_CALLBACK (fit_width_cb));
  add_button (row, document, sdm_ui_button (_ ("Whole page"), NULL), G_CALLBACK (fit_page_cb));
  g_object_set_data (G_OBJECT (only), "document", document);
  g_signal_connect_object (only, "notify::active", G_CALLBACK (words_only_cb), words, 0);
  gtk_box_append (GTK_BOX (row), only);
  gtk_widget_add_css_class (row, "of-the-view");
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);

  return row;
}
