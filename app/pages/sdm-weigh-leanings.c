/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-leanings.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-weigh.h"
#include "sdm-option-columns.h"
#include "sdm-page-part.h"
#include "sdm-page-reader.h"
#include "sdm-ruler.h"

/**
 * SdmWeighLeanings:
 *
 * One ruler for each option, of the same width and with the same question, on
 * sand: how each one feels to the person today. None has a default, and Delete
 * takes an answer back. Below them their own words.
 */
struct _SdmWeighLeanings
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *place;
};

G_DEFINE_FINAL_TYPE (SdmWeighLeanings, sdm_weigh_leanings, ADW_TYPE_BIN)

/* What the rulers show. */
static const char *const places[] = { "weigh/leanings", "options/shown", "options/order", "blank", NULL };

static void
ruler_changed_cb (SdmRuler         *ruler,
                  SdmWeighLeanings *self)
{
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_leaning (sdm_page_get_consultation (self->page), g_object_get_data (G_OBJECT (ruler), "option"),
                                     sdm_ruler_get_value (ruler), &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
}

static GtkWidget *
make_column (SdmWeighLeanings *self,
             const SdmOption  *option)
{
  GtkWidget       *column = sdm_ui_column (8);
  GtkWidget       *ruler = sdm_ruler_new ();
  g_autofree char *question = NULL;

  /* Translators: %s is the name of an option */
  question = g_strdup_printf (_ ("How does “%s” feel to you today?"), option->title);
  sdm_ruler_set_question (SDM_RULER (ruler), question);
  if (sdm_page_is_for_parent (self->page))
    sdm_ruler_set_end_labels (SDM_RULER (ruler), _ ("not for my child"), _ ("right for my child"));
  else
    sdm_ruler_set_end_labels (SDM_RULER (ruler), _ ("not for me"), _ ("right for me"));
  sdm_ruler_set_value (SDM_RULER (ruler), sdm_consultation_get_leaning (sdm_page_get_consultation (self->page), option->id));
  gtk_widget_set_sensitive (ruler, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  g_object_set_data_full (G_OBJECT (ruler), "option", g_strdup (option->id), g_free);
  g_signal_connect_object (ruler, "changed", G_CALLBACK (ruler_changed_cb), self, 0);

  gtk_widget_add_css_class (column, "option-column");
  gtk_widget_add_css_class (column, "leaning");
  gtk_box_append (GTK_BOX (column), sdm_option_columns_make_name (sdm_page_get_aid (self->page), option));
  gtk_box_append (GTK_BOX (column), ruler);

  return column;
}

/* GObject */

static void
sdm_weigh_leanings_class_init (SdmWeighLeaningsClass *klass)
{
}

static void
sdm_weigh_leanings_init (SdmWeighLeanings *self)
{
}

/* Public API */

GtkWidget *
sdm_weigh_leanings_new (SdmPage *page)
{
  SdmWeighLeanings *self = g_object_new (SDM_TYPE_WEIGH_LEANINGS, NULL);
  GtkWidget        *content;
  GtkWidget        *card = sdm_ui_voice_card (_ ("How does each one feel to you today?"), &content);
  GtkWidget        *words = sdm_ui_text (52);

  self->page = page;
  self->place = sdm_ui_column (0);
  gtk_box_append (GTK_BOX (content), self->place);
  sdm_page_bind_text (page, words, "weigh/words");
  gtk_widget_add_css_class (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (words)), "voice");
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("In your words"), words));
  adw_bin_set_child (ADW_BIN (self), card);

  return GTK_WIDGET (self);
}

/**
 * sdm_weigh_leanings_refresh:
 *
 * Draws the rulers of the options on screen again.
 */
void
sdm_weigh_leanings_refresh (SdmWeighLeanings *self)
{
  SdmPage *page = self->page;
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  GtkWidget *columns;

  if (!sdm_page_part_is_stale (page, self->place, places))
    return;
  columns = sdm_option_columns_new ();
  for (guint i = 0; i < shown->len; i++)
    sdm_option_columns_add (SDM_OPTION_COLUMNS (columns), make_column (self, g_ptr_array_index (shown, i)));
  sdm_ui_clear (self->place);
  gtk_box_append (GTK_BOX (self->place), columns);
}
