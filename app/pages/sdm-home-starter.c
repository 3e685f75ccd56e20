/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-home-private.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-logbook-shelf.h"
#include "sdm-trainees.h"
#include "sdm-ui.h"

/**
 * SdmHomeStarter:
 *
 * A first half hour: the cases for those who begin, in order, and which of them whoever practised last has done.
 */
struct _SdmHomeStarter
{
  GtkBox parent_instance;

  SdmWindow    *window; /* not owned: it owns this */
  SdmContext   *context;
  GCancellable *loading;
  GtkWidget    *card;
  GtkWidget    *content;
};

G_DEFINE_FINAL_TYPE (SdmHomeStarter, sdm_home_starter, GTK_TYPE_BOX)

/* Callbacks */

static void
case_cb (GtkWidget      *row,
         SdmHomeStarter *self)
{
  GFile *file = sdm_aid_library_find_case (sdm_context_get_library (self->context), g_object_get_data (G_OBJECT (row), "id"));

  if (file != NULL)
    sdm_window_start_case (self->window, file);
}

/* Rows */

static const SdmLogbook *
find_logbook (SdmHomeStarter        *self,
              const SdmLogbookShelf *shelf)
{
  g_autoptr (GPtrArray) names = sdm_trainees_list (sdm_context_get_settings (self->context));

  return names->len > 0 ? sdm_logbook_shelf_find (shelf, g_ptr_array_index (names, 0)) : NULL;
}

static char *
dup_detail (const SdmLogbook   *logbook, /* nullable */
            const SdmTrackCase *item)
{
  const SdmLogbookEntry *entry = logbook != NULL ? sdm_logbook_find_ended (logbook, item->id) : NULL;
  g_autofree char       *day = NULL;

  if (entry == NULL)
    /* Translators: under the title of a case that was not practised yet */
    return g_strdup_printf (ngettext ("Not done yet · about %u minute", "Not done yet · about %u minutes", item->minutes), item->minutes);
  day = sdm_date_format (entry->day);

  /* Translators: under the title of a case; %s is a day */
  return g_strdup_printf (_ ("Done on %s"), day);
}

static void
show_track (SdmHomeStarter        *self,
            const SdmLogbookShelf *shelf)
{
  const SdmTrack   *track = shelf->track;
  const SdmLogbook *logbook = find_logbook (self, shelf);

  gtk_box_append (GTK_BOX (self->content), sdm_ui_label (track->title, "h2"));
  for (guint i = 0; i < track->cases->len; i++)
    {
      const SdmTrackCase *item = &g_array_index (track->cases, SdmTrackCase, i);
      const char         *title = g_hash_table_lookup (shelf->titles, item->id);
      g_autofree char    *detail = dup_detail (logbook, item);
      g_autofree char    *numbered = NULL;
      GtkWidget          *row;

      /* Translators: the place of a case among the first ones, and its title: "1. Four days to the exam" */
      numbered = g_strdup_printf (_ ("%u. %s"), i + 1, title != NULL ? title : item->id);
      row = sdm_home_row_new (numbered, detail, NULL);
      gtk_widget_set_tooltip_text (row, item->why);
      sdm_home_row_set_id (row, item->id);
      g_signal_connect (row, "clicked", G_CALLBACK (case_cb), self);
      gtk_box_append (GTK_BOX (self->content), row);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmHomeStarter) self = user_data;
  SdmLogbookShelf *shelf = sdm_logbook_shelf_load_finish (result, NULL);

  if (self->context != NULL && shelf != NULL)
    {
      sdm_ui_clear (self->content);
      gtk_widget_set_visible (self->card, shelf->track != NULL);
      if (shelf->track != NULL)
        show_track (self, shelf);
    }
  g_clear_pointer (&shelf, sdm_logbook_shelf_free);
}

/* GObject */

static void
sdm_home_starter_dispose (GObject *object)
{
  SdmHomeStarter *self = SDM_HOME_STARTER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_home_starter_parent_class)->dispose (object);
}

static void
sdm_home_starter_class_init (SdmHomeStarterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_home_starter_dispose;
}

static void
sdm_home_starter_init (SdmHomeStarter *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* Public API */

GtkWidget *
sdm_home_starter_new (SdmWindow  *window,
                      SdmContext *context)
{
  SdmHomeStarter *self = g_object_new (SDM_TYPE_HOME_STARTER, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->card = sdm_ui_card (NULL, &self->content);
  gtk_widget_add_css_class (self->card, "practice-card");
  gtk_widget_set_visible (self->card, FALSE);
  gtk_box_append (GTK_BOX (self), self->card);

  return GTK_WIDGET (self);
}

/**
 * sdm_home_starter_refresh:
 *
 * Shows the first cases, and which are done by now.
 */
void
sdm_home_starter_refresh (SdmHomeStarter *self)
{
  if (self->context == NULL || !sdm_aid_library_was_scanned (sdm_context_get_library (self->context)))
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  sdm_logbook_shelf_load_async (self->context, self->loading, loaded_cb, g_object_ref (self));
}
