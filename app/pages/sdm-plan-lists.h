/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page-list.h"

G_BEGIN_DECLS

/* The lists of the plan. */
extern const SdmPageListKind sdm_plan_actions;
extern const SdmPageListKind sdm_plan_medicines;
extern const SdmPageListKind sdm_plan_services;
extern const SdmPageListKind sdm_plan_look_out;
extern const SdmPageListKind sdm_plan_consent_forms;

G_END_DECLS
