/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *sdm_case_get_skills (void);
const char        *sdm_case_get_skill_label (const char *skill);

G_END_DECLS
