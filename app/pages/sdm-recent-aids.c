/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-recent-aids.h"

#define KEY "recent-aids"

/* As many as are seen at a glance. */
#define MOST_AIDS 4

/**
 * sdm_recent_aids_note:
 * @aid: id of an aid that is being used
 *
 * Puts it before those that were used earlier. Who it was used with is not kept.
 */
void
sdm_recent_aids_note (GSettings  *settings,
                      const char *aid)
{
  g_auto (GStrv) before = g_settings_get_strv (settings, KEY);
  g_autoptr (GStrvBuilder) now = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  guint n = 1;

  if (aid == NULL)
    return;

  g_strv_builder_add (now, aid);
  for (guint i = 0; before[i] != NULL && n < MOST_AIDS; i++)
    if (g_strcmp0 (before[i], aid) != 0)
      {
        g_strv_builder_add (now, before[i]);
        n++;
      }
  ids = g_strv_builder_end (now);
  g_settings_set_strv (settings, KEY, (const char *const *) ids);
}

/**
 * sdm_recent_aids_list:
 *
 * Returns: (transfer full) (element-type SdmAidHead): those that are still on this
 *   computer, the one used last first
 */
GPtrArray *
sdm_recent_aids_list (GSettings     *settings,
                      SdmAidLibrary *library)
{
  g_auto (GStrv) ids = g_settings_get_strv (settings, KEY);
  GPtrArray *aids = sdm_aid_library_get_aids (library);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint a = 0; a < aids->len; a++)
      {
        const SdmAidHead *head = g_ptr_array_index (aids, a);

        if (g_strcmp0 (head->id, ids[i]) == 0)
          g_ptr_array_add (found, (gpointer) head);
      }

  return found;
}
