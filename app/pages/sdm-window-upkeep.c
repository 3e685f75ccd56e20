/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-record-use.h"

/* What the window does for the records by itself: it has all of them checked once a week, while
 * somebody is signed in and nobody is working, and tells what came of it. What is changed of the
 * settings on which their safety rests is noted among them. */

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

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_record_store_note_setting_finish (SDM_RECORD_STORE (source), result, &error) && self->home != NULL)
    sdm_window_say (self, error->message);
}

static void
setting_changed_cb (SdmWindow  *self,
                    const char *key,
                    GSettings  *settings)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree char *text = NULL;
  g_autofree char *setting = NULL;

  if (self->home == NULL || sdm_context_get_person (self->context) == NULL)
    return;
  value = g_settings_get_value (settings, key);
  text = g_variant_print (value, FALSE);
  setting = g_strdup_printf ("%s %s", key, text);
  sdm_record_store_note_setting_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), setting, noted_cb, g_object_ref (self));
}

static void
watch_settings (SdmWindow *self)
{
  static const char *const noted[] = { "auto-lock-minutes", "backup-folder", "aid-folders" };

  for (guint i = 0; i < G_N_ELEMENTS (noted); i++)
    {
      g_autofree char *signal = g_strdup_printf ("changed::%s", noted[i]);

      g_signal_connect_object (sdm_context_get_settings (self->context), signal, G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
    }
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
  watch_settings (self);
}
