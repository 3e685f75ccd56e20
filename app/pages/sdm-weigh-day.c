/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-day.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-weigh.h"
#include "sdm-day-items.h"
#include "sdm-grid-option.h"
#include "sdm-option-marks.h"
#include "sdm-time.h"

/**
 * SdmWeighDay:
 *
 * What the options on screen ask, laid on the person's typical day: a lane for
 * each, all of one height. A thing that is drawn to another time is kept there
 * for this person. What is asked never, such as no tablet, is on no lane.
 *
 * `asked` comes with the ids of an option and a burden that was pressed, so
 * that its inputs can be shown.
 */
struct _SdmWeighDay
{
  AdwBin parent_instance;

  SdmPage    *page; /* not owned: it owns this */
  GListStore *items;
  GListStore *lanes;
  GtkWidget  *line;
};

G_DEFINE_FINAL_TYPE (SdmWeighDay, sdm_weigh_day, ADW_TYPE_BIN)

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SdmDayItem *
new_item (SdmConsultation *consultation,
          const SdmOption *option,
          const SdmBurden *burden)
{
  g_autofree char *effort = sdm_consultation_dup_burden_effort (consultation, option->id, burden);

  return sdm_day_item_new (burden->id, option->id, sdm_consultation_get_burden_time (consultation, option->id, burden), burden->what,
                           effort, g_str_equal (burden->per, "day") ? SDM_DAY_ITEM_PLAIN : SDM_DAY_ITEM_SOMETIMES);
}

static void
show_items (SdmWeighDay *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autoptr (GPtrArray) items = sdm_day_items_new_life (consultation);
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (consultation, sdm_page_get_aid (self->page));

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);

      for (guint b = 0; b < option->n_burdens; b++)
        if (option->burdens[b].times > 0)
          g_ptr_array_add (items, new_item (consultation, option, &option->burdens[b]));
    }
  sdm_day_items_fill (self->items, items);
}

/* Callbacks */

static void
consultation_changed_cb (SdmWeighDay *self,
                         const char  *path)
{
  if (g_str_has_prefix (path, "weigh/day"))
    show_items (self);
}

static void
activated_cb (SdmWeighDay *self,
              SdmDayItem  *item)
{
  if (sdm_day_item_get_lane (item) != NULL)
    g_signal_emit (self, signals[ASKED], 0, sdm_day_item_get_lane (item), sdm_day_item_get_id (item));
}

static void
moved_cb (SdmWeighDay *self,
          SdmDayItem  *item,
          int          minutes)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autofree char *at = minutes != SDM_DAY_NO_TIME ? sdm_time_from_minutes (minutes) : NULL;
  g_autoptr (GError) error = NULL;

  if (minutes == sdm_day_item_get_minutes (item))
    return;
  sdm_history_end_typing (sdm_session_get_history (sdm_page_get_session (self->page)));
  if (sdm_consultation_set_burden_text (consultation, sdm_day_item_get_lane (item), sdm_day_item_get_id (item), "at", at, &error))
    sdm_session_offer_undo (sdm_page_get_session (self->page), _ ("Moved to another time"));
  else
    sdm_session_say (sdm_page_get_session (self->page), error->message);
}

/* GObject */

static void
sdm_weigh_day_dispose (GObject *object)
{
  SdmWeighDay *self = SDM_WEIGH_DAY (object);

  g_clear_object (&self->items);
  g_clear_object (&self->lanes);

  G_OBJECT_CLASS (sdm_weigh_day_parent_class)->dispose (object);
}

static void
sdm_weigh_day_class_init (SdmWeighDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_weigh_day_dispose;

  /**
   * SdmWeighDay::asked:
   * @option: the id of an option
   * @burden: the id of what it asks
   */
  signals[ASKED] = g_signal_new ("asked", SDM_TYPE_WEIGH_DAY, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sdm_weigh_day_init (SdmWeighDay *self)
{
  self->items = g_list_store_new (SDM_TYPE_DAY_ITEM);
  self->lanes = g_list_store_new (SDM_TYPE_GRID_OPTION);
  self->line = sdm_day_line_new ();
  sdm_day_line_set_title (SDM_DAY_LINE (self->line), _ ("On your typical day"));
  sdm_day_line_set_items (SDM_DAY_LINE (self->line), G_LIST_MODEL (self->items));
  sdm_day_line_set_lanes (SDM_DAY_LINE (self->line), G_LIST_MODEL (self->lanes));
  g_signal_connect_object (self->line, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->line, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->line);
}

/* Public API */

GtkWidget *
sdm_weigh_day_new (SdmPage *page)
{
  SdmWeighDay *self = g_object_new (SDM_TYPE_WEIGH_DAY, NULL);

  self->page = page;
  g_signal_connect_object (sdm_page_get_consultation (page), "changed", G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sdm_weigh_day_refresh:
 *
 * Shows the options on screen, and the day, as the consultation has them now.
 */
void
sdm_weigh_day_refresh (SdmWeighDay *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (consultation, sdm_page_get_aid (self->page));

  sdm_option_marks_fill (self->lanes, sdm_page_get_aid (self->page), shown);
  sdm_day_line_set_start (SDM_DAY_LINE (self->line), sdm_day_items_get_start (consultation));
  gtk_widget_set_sensitive (self->line, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  show_items (self);
}
