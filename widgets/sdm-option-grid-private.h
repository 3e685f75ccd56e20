/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-option-grid.h"

#include "sdm-grid-line-private.h"
#include "sdm-grid-option.h"

G_BEGIN_DECLS

/* What the files of the option grid share: its state, and the few ways into it. */

struct _SdmOptionGrid
{
  GtkWidget parent_instance;

  GListModel *options;       /* owned, nullable, of SdmGridOption */
  GListModel *rows;          /* owned, nullable, of SdmGridRow */
  char       *pinned_option; /* owned, nullable */
  char       *open_row;      /* owned, nullable */
  GHashTable *kept_open;     /* owned, ids of rows */
  guint       max_visible;
  guint       first_visible;
  guint       current_row;
  guint       current_column;
  gboolean    compact;
  gboolean    one_question;
  gboolean    stacked;
  gboolean    can_put_aside;
  gboolean    has_foot;

  GtkWidget *band;          /* owned as child */
  GtkWidget *band_question; /* within band */
  GtkWidget *band_place;    /* within band */
  GtkWidget *band_next;     /* within band */
  GtkWidget *head;          /* owned as child */
  GtkWidget *scroller;      /* owned as child */
  GtkWidget *lines;         /* within scroller */
  GtkWidget *foot;          /* owned as child */
};

typedef enum
{
  PROP_OPTIONS = 1,
  PROP_ROWS,
  PROP_MAX_VISIBLE,
  PROP_FIRST_VISIBLE,
  PROP_PINNED_OPTION,
  PROP_OPEN_ROW,
  PROP_COMPACT,
  PROP_ONE_QUESTION,
  PROP_CURRENT_ROW,
  PROP_STACKED,
  PROP_CAN_PUT_ASIDE,
  PROP_HAS_FOOT,
} SdmOptionGridProp;

/* sdm-option-grid-properties.c */
void sdm_option_grid_install_properties (GObjectClass *object_class);
void sdm_option_grid_notify (SdmOptionGrid    *self,
                             SdmOptionGridProp prop);

/* sdm-option-grid-lines.c: what of the lists is on screen */
guint        sdm_option_grid_count_options (SdmOptionGrid *self);
guint        sdm_option_grid_count_rows (SdmOptionGrid *self);
SdmGridLine *sdm_option_grid_get_line (SdmOptionGrid *self,
                                       guint          position);
SdmGridLine *sdm_option_grid_find_line (SdmOptionGrid *self,
                                        const char    *row_id);
GtkWidget   *sdm_option_grid_find_cell (SdmOptionGrid *self);
GtkWidget   *sdm_option_grid_find_focus_line (SdmOptionGrid *self);
void         sdm_option_grid_show_question (SdmOptionGrid *self);
void         sdm_option_grid_show_columns (SdmOptionGrid *self);
void         sdm_option_grid_rows_changed (SdmOptionGrid *self,
                                           guint          position,
                                           guint          removed,
                                           guint          added);

/* sdm-option-grid-opening.c: which rows are open */
void sdm_option_grid_toggle_row (SdmOptionGrid *self,
                                 SdmGridLine   *line);
void sdm_option_grid_show_foot (SdmOptionGrid *self);
void sdm_option_grid_watch_line (SdmOptionGrid *self,
                                 SdmGridLine   *line);

/* sdm-option-grid-shape.c: how much of it is shown at once */
void sdm_option_grid_show_next (SdmOptionGrid *self);

/* sdm-option-grid-keys.c: what the keys and the pointer do in the rows */
void sdm_option_grid_add_keys (SdmOptionGrid *self);

/* sdm-option-grid-focus.c: where the Tab key leads */
guint    sdm_option_grid_get_focus_column (SdmOptionGrid *self,
                                           GtkWidget     *line);
gboolean sdm_option_grid_grab_cell (SdmOptionGrid *self);
void     sdm_option_grid_override_focus (GtkWidgetClass *widget_class);

/* sdm-option-grid-place.c: band, head and rows, one above the other */
void sdm_option_grid_override_layout (GtkWidgetClass *widget_class);

G_END_DECLS
