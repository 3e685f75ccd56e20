/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-icon-array-private.h"
#include "sdm-test-tree.h"

G_BEGIN_DECLS

/* Where one part of a tree stands; parts come in the order they are read. */
typedef struct
{
  guint depth;
  int   least_width;
  int   width; /* in: the best one; out: the one it gets */
  int   height;
  int   line; /* from the top: where the line comes in */
  int   x;    /* from the side where reading starts */
  int   y;
} SdmTestTreePlace;

#define SDM_TEST_TREE_GAP    36 /* between columns, for the lines */
#define SDM_TEST_TREE_ROW    14 /* between parts, one above the other */
#define SDM_TEST_TREE_INDENT 28 /* for each step of a tree that is told as a list */

gboolean sdm_test_tree_find_columns (SdmTestTreePlace *places,
                                     guint             n_places,
                                     int               width);
int      sdm_test_tree_find_rows (SdmTestTreePlace *places,
                                  guint             n_places,
                                  gboolean          side_by_side);
int      sdm_test_tree_find_parent (const SdmTestTreePlace *places,
                                    guint                   place);

/* A count that stands in the line, what it counts, and perhaps the people. */
#define SDM_TYPE_TEST_TREE_PART (sdm_test_tree_part_get_type ())
G_DECLARE_FINAL_TYPE (SdmTestTreePart, sdm_test_tree_part, SDM, TEST_TREE_PART, GtkWidget)

GtkWidget *sdm_test_tree_part_new (guint       depth,
                                   const char *label,
                                   guint       n,
                                   guint       denominator,
                                   const char *note,
                                   GtkWidget  *people) G_GNUC_WARN_UNUSED_RESULT;
guint      sdm_test_tree_part_get_depth (SdmTestTreePart *self);
int        sdm_test_tree_part_get_line (SdmTestTreePart *self);
void       sdm_test_tree_part_find_texts (SdmTestTreePart *self,
                                          GtkWidget       *tree,
                                          graphene_rect_t *count,
                                          graphene_rect_t *label);

/* As many people as there are in a part, all with one sign. */
#define SDM_TYPE_PEOPLE (sdm_people_get_type ())
G_DECLARE_FINAL_TYPE (SdmPeople, sdm_people, SDM, PEOPLE, GtkWidget)

GtkWidget *sdm_people_new (guint         n,
                           guint         denominator,
                           SdmPersonSign sign) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
