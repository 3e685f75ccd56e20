/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-time.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-consultation-start.h"
#include "sdm-date.h"
#include "sdm-time.h"

#define PLACE "start/contact_when"

/**
 * SdmTalkTime:
 *
 * The day and the time of the talk. They are those at which it was begun here, until somebody says
 * otherwise, such as when it is written down later.
 */
struct _SdmTalkTime
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it holds this */
  GtkWidget *day;
  GtkWidget *time;
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (SdmTalkTime, sdm_talk_time, ADW_TYPE_BIN)

/* Both are kept together, once both are whole. */
static void
changed_cb (SdmTalkTime *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  day = sdm_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)));
  time = sdm_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time)));
  sdm_ui_set_problem (self->day, day == NULL ? _ ("Type a day such as 14 March 2027.") : NULL);
  sdm_ui_set_problem (self->time, time == NULL ? _ ("Type a time such as 8:30 or 2 pm.") : NULL);
  if (day != NULL && time != NULL && !sdm_consultation_set_contact_when (consultation, day, time, &error))
    sdm_ui_set_problem (self->time, error->message);
}

static GtkWidget *
add_entry (SdmTalkTime *self,
           GtkWidget   *row,
           const char  *label,
           int          width_chars)
{
  GtkWidget *entry = sdm_ui_entry (width_chars);

  gtk_box_append (GTK_BOX (row), sdm_ui_field (label, entry));
  sdm_page_place_mark (entry, PLACE);
  gtk_widget_set_sensitive (entry, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);

  return entry;
}

/* GObject */

static void
sdm_talk_time_class_init (SdmTalkTimeClass *klass)
{
}

static void
sdm_talk_time_init (SdmTalkTime *self)
{
}

/* Public API */

GtkWidget *
sdm_talk_time_new (SdmPage *page)
{
  SdmTalkTime *self = g_object_new (SDM_TYPE_TALK_TIME, NULL);
  GtkWidget   *row = sdm_ui_wrap (16);

  self->page = page;
  self->day = add_entry (self, row, _ ("Day of the talk"), 12);
  self->time = add_entry (self, row, _ ("Time"), 7);
  adw_bin_set_child (ADW_BIN (self), row);

  return GTK_WIDGET (self);
}

/**
 * sdm_talk_time_refresh:
 *
 * Shows what the consultation says now; what is half typed stays.
 */
void
sdm_talk_time_refresh (SdmTalkTime *self)
{
  const char      *minute = sdm_consultation_get_text (sdm_page_get_consultation (self->page), PLACE);
  g_autofree char *day = minute != NULL ? g_strndup (minute, strlen ("2026-11-24")) : NULL;
  g_autofree char *shown = day != NULL ? sdm_date_format (day) : g_strdup ("");
  g_autofree char *time = minute != NULL ? g_strndup (minute + strlen ("2026-11-24T"), strlen ("10:20")) : g_strdup ("");

  if (sdm_ui_has_problem (self->day) || sdm_ui_has_problem (self->time))
    return;
  self->showing = TRUE;
  sdm_ui_show_text (self->day, shown);
  sdm_ui_show_text (self->time, time);
  self->showing = FALSE;
}
