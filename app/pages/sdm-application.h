/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SDM_TYPE_APPLICATION (sdm_application_get_type ())
G_DECLARE_FINAL_TYPE (SdmApplication, sdm_application, SDM, APPLICATION, AdwApplication)

int sdm_application_run (int   argc,
                         char *argv[]);

G_END_DECLS
