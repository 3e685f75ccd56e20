/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-burdens.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-option-columns.h"
#include "sdm-page-part.h"
#include "sdm-weigh-burden.h"
#include "sdm-weigh-day.h"

/**
 * SdmWeighBurdens:
 *
 * What each option asks of a person: laid on their typical day, one lane an
 * option, and under it option by option with what this person says to it.
 */
struct _SdmWeighBurdens
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *day;
  GtkWidget *place;
  GPtrArray *burdens; /* of SdmWeighBurden: made once, so that nothing typed in them is lost */
};

G_DEFINE_FINAL_TYPE (SdmWeighBurdens, sdm_weigh_burdens, ADW_TYPE_BIN)

/* What the columns show. */
static const char *const places[] = { "weigh/day", "options/shown", "options/order", "blank", NULL };

static SdmWeighBurden *
find_burden (SdmWeighBurdens *self,
             const char      *option,
             const char      *burden)
{
  for (guint i = 0; i < self->burdens->len; i++)
    if (sdm_weigh_burden_is (g_ptr_array_index (self->burdens, i), option, burden))
      return g_ptr_array_index (self->burdens, i);

  return NULL;
}

static GtkWidget *
ensure_burden (SdmWeighBurdens *self,
               const SdmOption *option,
               const SdmBurden *burden)
{
  SdmWeighBurden *found = find_burden (self, option->id, burden->id);

  if (found != NULL)
    {
      sdm_weigh_burden_refresh (found);
      return GTK_WIDGET (found);
    }
  found = SDM_WEIGH_BURDEN (sdm_weigh_burden_new (self->page, option, burden));
  g_ptr_array_add (self->burdens, g_object_ref_sink (found));

  return GTK_WIDGET (found);
}

/* Callbacks */

static void
asked_cb (SdmWeighBurdens *self,
          const char      *option,
          const char      *burden)
{
  SdmWeighBurden *found = find_burden (self, option, burden);

  if (found != NULL)
    sdm_weigh_burden_show_own (found);
}

/* Building */

static GtkWidget *
make_column (SdmWeighBurdens *self,
             const SdmOption *option)
{
  GtkWidget *column = sdm_ui_column (12);

  gtk_widget_add_css_class (column, "option-column");
  gtk_box_append (GTK_BOX (column), sdm_option_columns_make_name (sdm_page_get_aid (self->page), option));
  for (guint i = 0; i < option->n_burdens; i++)
    gtk_box_append (GTK_BOX (column), ensure_burden (self, option, &option->burdens[i]));
  if (option->n_burdens == 0)
    gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Nothing to do from day to day."), "answer"));

  return column;
}

/* Each burden goes from its column before it goes into another one. */
static void
take_burdens_out (SdmWeighBurdens *self)
{
  for (guint i = 0; i < self->burdens->len; i++)
    {
      GtkWidget *column = gtk_widget_get_parent (g_ptr_array_index (self->burdens, i));

      if (column != NULL)
        gtk_box_remove (GTK_BOX (column), g_ptr_array_index (self->burdens, i));
    }
}

/* GObject */

static void
sdm_weigh_burdens_dispose (GObject *object)
{
  SdmWeighBurdens *self = SDM_WEIGH_BURDENS (object);

  g_clear_pointer (&self->burdens, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_weigh_burdens_parent_class)->dispose (object);
}

static void
sdm_weigh_burdens_class_init (SdmWeighBurdensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_weigh_burdens_dispose;
}

static void
sdm_weigh_burdens_init (SdmWeighBurdens *self)
{
  self->burdens = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Public API */

GtkWidget *
sdm_weigh_burdens_new (SdmPage *page)
{
  SdmWeighBurdens *self = g_object_new (SDM_TYPE_WEIGH_BURDENS, NULL);
  GtkWidget       *content;
  GtkWidget       *card = sdm_ui_card (_ ("On your typical day"), &content);
  GtkWidget       *hint = sdm_ui_label (_ ("Drag each thing to where it would be in your day, or type its time below."), "caption");

  self->page = page;
  self->day = sdm_weigh_day_new (page);
  self->place = sdm_ui_column (0);
  gtk_widget_set_visible (hint, !sdm_session_is_read_only (sdm_page_get_session (page)));
  g_signal_connect_object (self->day, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), hint);
  gtk_box_append (GTK_BOX (content), self->day);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), self->place);
  adw_bin_set_child (ADW_BIN (self), card);

  return GTK_WIDGET (self);
}

/**
 * sdm_weigh_burdens_refresh:
 *
 * Draws the burdens of the options on screen again. What was typed in one and is not
 * kept goes on standing there.
 */
void
sdm_weigh_burdens_refresh (SdmWeighBurdens *self)
{
  SdmPage *page = self->page;
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  GtkWidget *columns;

  sdm_weigh_day_refresh (SDM_WEIGH_DAY (self->day));
  if (!sdm_page_part_is_stale (page, self->place, places))
    return;
  take_burdens_out (self);
  columns = sdm_option_columns_new ();
  for (guint i = 0; i < shown->len; i++)
    sdm_option_columns_add (SDM_OPTION_COLUMNS (columns), make_column (self, g_ptr_array_index (shown, i)));
  sdm_ui_clear (self->place);
  gtk_box_append (GTK_BOX (self->place), columns);
}
