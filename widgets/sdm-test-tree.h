/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_TEST_TREE (sdm_test_tree_get_type ())
G_DECLARE_FINAL_TYPE (SdmTestTree, sdm_test_tree, SDM, TEST_TREE, GtkWidget)

GtkWidget *sdm_test_tree_new (guint denominator) G_GNUC_WARN_UNUSED_RESULT;

void sdm_test_tree_add_branch (SdmTestTree *self,
                               guint        depth,
                               const char  *label,
                               guint        n,
                               const char  *note);
void sdm_test_tree_add_leaf (SdmTestTree *self,
                             guint        depth,
                             const char  *label,
                             guint        n,
                             const char  *note,
                             gboolean     has_it);
void sdm_test_tree_set_words (SdmTestTree *self,
                              const char  *label,
                              const char  *description);

G_END_DECLS
