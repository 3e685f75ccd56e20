/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-figure.h"

G_BEGIN_DECLS

gboolean   sdm_figure_tree_has (const SdmOutcome *outcome,
                                const SdmOption  *option);
GtkWidget *sdm_figure_tree_new (SdmAid           *aid,
                                const SdmOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
