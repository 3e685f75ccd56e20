/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-person-private.h"

G_BEGIN_DECLS

/* One person for each sign, all of one size and one set of inks. */
typedef struct
{
  cairo_surface_t *people[SDM_PERSON_N_SIGNS]; /* owned, nullable */
  SdmPersonInks    inks;
  int              cell;
  int              scale;
  gboolean         square;
} SdmPersonSet;

gboolean sdm_person_set_ensure (SdmPersonSet        *set,
                                int                  cell,
                                int                  scale,
                                gboolean             square,
                                const SdmPersonInks *inks);
void     sdm_person_set_clear (SdmPersonSet *set);

/* Where people stand in a block: from the bottom row up, from one corner. */
typedef struct
{
  guint    columns;
  guint    rows;
  gboolean from_right;
} SdmPeopleBlock;

/* People who stand next to each other, as rectangles in device pixels. */
typedef struct
{
  cairo_rectangle_int_t rects[3];
  guint                 n_rects;
} SdmPeopleRun;

SdmPeopleRun sdm_people_block_place (const SdmPeopleBlock *block,
                                     guint                 from,
                                     guint                 to,
                                     int                   cell);
void         sdm_people_block_draw (const SdmPeopleBlock *block,
                                    cairo_t              *cr,
                                    const SdmPersonSet   *set,
                                    SdmPersonSign         sign,
                                    guint                 from,
                                    guint                 to);

G_END_DECLS
