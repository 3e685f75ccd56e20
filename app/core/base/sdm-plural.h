/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gulong sdm_plural_choose (const char *rule,
                          gulong      n);

G_END_DECLS
