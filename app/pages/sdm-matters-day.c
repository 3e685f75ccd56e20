/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-matters-day.h"

#include <glib/gi18n.h>

#include "sdm-day-items.h"
#include "sdm-page-place.h"
#include "sdm-record-list.h"
#include "sdm-time.h"

/**
 * SdmMattersDay:
 *
 * A typical day: the line, which a finger or a mouse fills, and under it the
 * same day as a list of times and words, for the keyboard and for those who
 * hear the page. Both show what the consultation holds.
 */
struct _SdmMattersDay
{
  AdwBin parent_instance;

  SdmSession *session;
  GListStore *items;
  GtkWidget  *line;
  GtkWidget  *list;
  GtkWidget  *start;
  gboolean    is_showing;
};

G_DEFINE_FINAL_TYPE (SdmMattersDay, sdm_matters_day, ADW_TYPE_BIN)

#define DAY   "matters/day"
#define START "matters/day_start"

enum
{
  FIELD_AT,
  FIELD_WHAT,
  FIELD_MATTERS,
};

static const SdmRecordField fields[] = {
  [FIELD_AT] = { "at", SDM_RECORD_FIELD_TIME, N_ ("Time"), FALSE, FALSE, 7 },
                 [FIELD_WHAT] = { "what", SDM_RECORD_FIELD_LINE, N_ ("What happens"), FALSE, FALSE, 0 },
                                  [FIELD_MATTERS] = { "matters", SDM_RECORD_FIELD_FLAG, N_ ("Matters to me"), FALSE, FALSE, 0 },
                                  };

static const SdmRecordKind kind = {
  DAY, N_ ("A typical day"), N_ ("Add something to the day"), NULL, fields, G_N_ELEMENTS (fields), NULL };

static SdmConsultation *
get_consultation (SdmMattersDay *self)
{
  return sdm_session_get_consultation (self->session);
}

static void
show_line (SdmMattersDay *self)
{
  g_autoptr (GPtrArray) life = sdm_day_items_new_life (get_consultation (self));

  sdm_day_items_fill (self->items, life);
  sdm_day_line_set_start (SDM_DAY_LINE (self->line), sdm_day_items_get_start (get_consultation (self)));
}

/* What was typed stays as it is while it says the same. */
static void
show_start (SdmMattersDay *self)
{
  const char      *kept = sdm_consultation_get_text (get_consultation (self), START);
  g_autofree char *typed = sdm_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->start)));

  if (g_strcmp0 (kept, typed) == 0)
    return;
  self->is_showing = TRUE;
  sdm_ui_show_text (self->start, kept);
  self->is_showing = FALSE;
}

/* Callbacks */

static void
consultation_changed_cb (SdmMattersDay *self,
                         const char    *path)
{
  if (g_str_has_prefix (path, DAY))
    show_line (self);
}

static void
pressed_cb (SdmMattersDay *self,
            int            minutes)
{
  g_autofree char *at = sdm_time_from_minutes (minutes);

  sdm_record_list_add (SDM_RECORD_LIST (self->list), json_pack ("{s:s}", fields[FIELD_AT].key, at), FIELD_WHAT);
}

static void
activated_cb (SdmMattersDay *self,
              SdmDayItem    *item)
{
  sdm_record_list_focus (SDM_RECORD_LIST (self->list), (guint) g_ascii_strtoull (sdm_day_item_get_id (item), NULL, 10), FIELD_WHAT);
}

static void
moved_cb (SdmMattersDay *self,
          SdmDayItem    *item,
          int            minutes)
{
  g_autofree char *path = g_strdup_printf (DAY "/%s/at", sdm_day_item_get_id (item));
  g_autofree char *at = minutes != SDM_DAY_NO_TIME ? sdm_time_from_minutes (minutes) : NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (sdm_consultation_get_text (get_consultation (self), path), at) == 0)
    return;
  sdm_history_end_typing (sdm_session_get_history (self->session));
  if (!sdm_consultation_set_text (get_consultation (self), path, at, &error))
    {
      sdm_session_say (self->session, error->message);
      return;
    }
  sdm_record_list_refresh (SDM_RECORD_LIST (self->list));
  sdm_session_offer_undo (self->session, _ ("Moved to another time"));
}

static void
start_changed_cb (SdmMattersDay *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->start));
  g_autofree char *time = sdm_time_parse (typed);
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  if (*typed != '\0' && time == NULL)
    {
      sdm_ui_set_problem (self->start, _ ("Type a time such as 8:30 or 2 pm."));
      return;
    }
  sdm_consultation_set_text (get_consultation (self), START, time, &error);
  sdm_ui_set_problem (self->start, error != NULL ? error->message : NULL);
}

/* Building */

static GtkWidget *
make_top (SdmMattersDay *self)
{
  GtkWidget *top = sdm_ui_row (12);
  GtkWidget *title = sdm_ui_label (_ (kind.name), "h3");
  GtkWidget *hint = sdm_ui_label (_ ("Press the line to add something"), "caption");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), hint);
  gtk_widget_set_visible (hint, !sdm_session_is_read_only (self->session));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);

  return top;
}

static void
make_line (SdmMattersDay *self)
{
  self->line = sdm_day_line_new ();
  sdm_day_line_set_title (SDM_DAY_LINE (self->line), _ (kind.name));
  sdm_day_line_set_items (SDM_DAY_LINE (self->line), G_LIST_MODEL (self->items));
  sdm_day_line_set_takes_life (SDM_DAY_LINE (self->line), !sdm_session_is_read_only (self->session));
  g_signal_connect_object (self->line, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->line, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->line, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

/* For those whose day does not begin in the morning. */
static GtkWidget *
make_start (SdmMattersDay *self)
{
  g_autofree char *usual = sdm_day_line_dup_time (SDM_DAY_START);
  GtkWidget       *field;

  self->start = sdm_ui_entry (7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->start), 7);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->start), usual);
  gtk_widget_set_hexpand (self->start, FALSE);
  gtk_widget_set_halign (self->start, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->start, !sdm_session_is_read_only (self->session));
  sdm_page_place_mark (self->start, START);
  g_signal_connect_object (self->start, "changed", G_CALLBACK (start_changed_cb), self, G_CONNECT_SWAPPED);
  field = sdm_ui_field (_ ("The day starts at"), self->start);

  return field;
}

/* GObject */

static void
sdm_matters_day_dispose (GObject *object)
{
  SdmMattersDay *self = SDM_MATTERS_DAY (object);

  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_matters_day_parent_class)->dispose (object);
}

static void
sdm_matters_day_class_init (SdmMattersDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_matters_day_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_matters_day_init (SdmMattersDay *self)
{
  self->items = g_list_store_new (SDM_TYPE_DAY_ITEM);
}

/* Public API */

/**
 * sdm_matters_day_new:
 *
 * Returns: (transfer floating): the day that the consultation holds, in a card
 */
GtkWidget *
sdm_matters_day_new (SdmSession *session)
{
  SdmMattersDay *self = g_object_new (SDM_TYPE_MATTERS_DAY, NULL);
  GtkWidget     *content;
  GtkWidget     *card = sdm_ui_card (NULL, &content);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (content), make_top (self));
  make_line (self);
  gtk_box_append (GTK_BOX (content), self->line);
  self->list = sdm_record_list_new (session, &kind);
  gtk_box_append (GTK_BOX (content), self->list);
  gtk_box_append (GTK_BOX (content), make_start (self));
  adw_bin_set_child (ADW_BIN (self), card);
  g_signal_connect_object (get_consultation (self), "changed", G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);
  sdm_matters_day_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_matters_day_refresh:
 *
 * Shows what the consultation holds now.
 */
void
sdm_matters_day_refresh (SdmMattersDay *self)
{
  sdm_record_list_refresh (SDM_RECORD_LIST (self->list));
  show_line (self);
  show_start (self);
}
