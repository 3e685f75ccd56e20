/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-core-error.h"

G_DEFINE_QUARK (sdm_core_error, sdm_core_error)
