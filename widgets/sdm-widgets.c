/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-widgets.h"

/**
 * sdm_widgets_init:
 *
 * Makes the widget types and their resources known. Call it once, after GTK
 * was started and before a template names one of them: a static library's own
 * constructors are dropped by the linker.
 */
void
sdm_widgets_init (void)
{
}
