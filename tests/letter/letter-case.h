/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-consultation.h"

/* Consultations of tests/data, shipped aids, and the letters that they make as plain text. */

SdmConsultation *letter_case_load (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char            *letter_case_build_aid_path (const char *id) G_GNUC_WARN_UNUSED_RESULT;
SdmAid          *letter_case_load_aid (const char *id) G_GNUC_WARN_UNUSED_RESULT;
char            *letter_case_write_twin (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;
char            *letter_case_load_twin (const char *name) G_GNUC_WARN_UNUSED_RESULT;
