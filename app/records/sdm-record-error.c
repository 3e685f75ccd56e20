/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-error.h"

G_DEFINE_QUARK (sdm_record_error, sdm_record_error)
