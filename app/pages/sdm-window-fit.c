/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include "sdm-fit.h"
#include "sdm-step-rail.h"

/* What makes way where there is little room. */

/* Of the name in the header, the rest is in its tooltip. */
#define WHO_CHARS       18
#define LEAST_WHO_CHARS 8
/* What the rail gives when it folds, in pixels. */
#define RAIL_GIVES 148

/**
 * sdm_window_fit_header:
 *
 * Where there is little room, who it is about comes before what it is about. With large text the
 * name gives way before the window must be wider than its screen.
 */
void
sdm_window_fit_header (SdmWindow *self)
{
  const gboolean is_narrow = sdm_fit_is_narrow (SDM_FIT (self->fit));
  const gboolean has_large_text = sdm_fit_has_large_text (SDM_FIT (self->fit));

  gtk_label_set_width_chars (GTK_LABEL (self->who), is_narrow || has_large_text ? LEAST_WHO_CHARS : WHO_CHARS);
  gtk_widget_set_visible (self->title, !is_narrow || self->session == NULL);
}

/**
 * sdm_window_fit:
 *
 * Little room: the rail folds, and the quiet line in the foot makes way. For the sheet
 * beside the page the rail makes way too, and the page counts with what is left.
 */
void
sdm_window_fit (SdmWindow *self)
{
  gboolean tight;
  gboolean has_sheet;
  int      sheet_width;
  int      rail_gives;

  if (self->rail == NULL || self->home == NULL)
    return;
  has_sheet = adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
  gtk_widget_measure (self->side, GTK_ORIENTATION_HORIZONTAL, -1, &sheet_width, NULL, NULL, NULL);
  /* Beside large text it is folded already. */
  rail_gives = sdm_fit_has_large_text (SDM_FIT (self->fit)) ? 0 : RAIL_GIVES;
  sdm_fit_set_taken (SDM_FIT (self->fit), has_sheet ? sheet_width - rail_gives : 0);
  tight = sdm_fit_is_narrow (SDM_FIT (self->fit)) || sdm_fit_has_large_text (SDM_FIT (self->fit));

  sdm_step_rail_set_folded (SDM_STEP_RAIL (self->rail), tight || has_sheet);
  gtk_widget_set_visible (self->note, !tight);
  sdm_window_fit_header (self);
  sdm_window_fit_views (self, tight, sdm_fit_has_large_text (SDM_FIT (self->fit)));
}
