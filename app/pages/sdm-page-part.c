/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-part.h"

#include "sdm-page-place.h"

#define KEY "sdm-page-part"

typedef struct
{
  const char *const *places; /* not owned: constant */
  gboolean           is_stale;
  gboolean           was_read_only;
} Part;

static void
consultation_changed_cb (GtkWidget  *widget,
                         const char *path)
{
  Part *part = g_object_get_data (G_OBJECT (widget), KEY);

  for (guint i = 0; part->places[i] != NULL; i++)
    if (sdm_page_place_is_within (path, part->places[i]) || sdm_page_place_is_within (part->places[i], path))
      part->is_stale = TRUE;
}

/* Made anew at the first time. */
static Part *
ensure_part (SdmPage           *page,
             GtkWidget         *widget,
             const char *const *places)
{
  Part *part = g_object_get_data (G_OBJECT (widget), KEY);

  if (part != NULL)
    return part;
  part = g_new0 (Part, 1);
  part->places = places;
  part->is_stale = TRUE;
  g_object_set_data_full (G_OBJECT (widget), KEY, part, g_free);
  g_signal_connect_object (sdm_page_get_consultation (page), "changed", G_CALLBACK (consultation_changed_cb), widget, G_CONNECT_SWAPPED);

  return part;
}

/**
 * sdm_page_part_is_stale:
 * @part: a part of the page with inputs of its own, which is dear to make
 * @places: (array zero-terminated=1): all that it shows of the consultation; constant, and always the same
 *
 * For `refresh`, which leaves @part as it is where none of that was touched, and the
 * consultation was not finished, since this was last asked. What was changed and then
 * changed back was touched: the inputs may show what stood there in between.
 */
gboolean
sdm_page_part_is_stale (SdmPage           *page,
                        GtkWidget         *part,
                        const char *const *places)
{
  Part          *state = ensure_part (page, part, places);
  const gboolean is_read_only = sdm_session_is_read_only (sdm_page_get_session (page));
  const gboolean is_stale = state->is_stale || state->was_read_only != is_read_only;

  state->is_stale = FALSE;
  state->was_read_only = is_read_only;

  return is_stale;
}
