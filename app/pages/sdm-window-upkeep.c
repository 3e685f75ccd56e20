/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

/* What the window does for the records by itself: it has all of them checked once a week, while
 * somebody is signed in and nobody is working, and tells what came of it. */

/* Seconds between two looks whether it is time. */
#define LOOK_EVERY 30

/* Nobody is working who has touched nothing for so long. */
#define IDLE (45 * G_TIME_SPAN_SECOND)

static void
checked_cb (SdmWindow *self)
{
  sdm_window_say (self, _ ("All records were checked. They are as they were written."));
}

static void
found_cb (SdmWindow  *self,
          const char *text)
{
  g_autofree char *words = NULL;

  if (self->home == NULL)
    return;
  /* Translators: %s says what was found, and what to do */
  words = g_strdup_printf (_ ("%s Lock the records, and bring them back from the newest backup; the page to sign in leads there. What cannot be opened any more can be looked at there, too."), text);
  sdm_window_show_problem (self, _ ("The records are not as they were written"), words);
}

/**
 * sdm_window_look_after_records:
 *
 * Begins with the weekly check where it is time, as happens by itself.
 */
void
sdm_window_look_after_records (SdmWindow *self)
{
  SdmUpkeep *upkeep = sdm_context_get_upkeep (self->context);

  if (self->session == NULL && sdm_upkeep_is_check_due (upkeep) && sdm_auto_lock_get_idle (self->auto_lock) >= IDLE)
    sdm_upkeep_check (upkeep, TRUE);
}

static gboolean
look_cb (gpointer user_data)
{
  sdm_window_look_after_records (user_data);

  return G_SOURCE_CONTINUE;
}

/**
 * sdm_window_watch_records:
 * @is_open: whether somebody is signed in
 */
void
sdm_window_watch_records (SdmWindow *self,
                          gboolean   is_open)
{
  g_clear_handle_id (&self->upkeep_look, g_source_remove);
  if (is_open)
    self->upkeep_look = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
}

/**
 * sdm_window_init_upkeep:
 */
void
sdm_window_init_upkeep (SdmWindow *self)
{
  SdmUpkeep *upkeep = sdm_context_get_upkeep (self->context);

  g_signal_connect_object (upkeep, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (upkeep, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
}
