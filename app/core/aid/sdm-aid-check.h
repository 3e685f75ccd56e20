/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

/**
 * SdmAidChecker:
 *
 * Reads decision aids as a good editor would: references, arithmetic, how
 * risks are told, reading age, balance, dates. It remembers words from one aid
 * to the next, which makes it fast, and so belongs to one thread.
 */
typedef struct _SdmAidChecker SdmAidChecker;

SdmAidChecker *sdm_aid_checker_new (SdmClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_aid_checker_free (SdmAidChecker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmAidChecker, sdm_aid_checker_free)

void     sdm_aid_checker_check (SdmAidChecker *self,
                                SdmJsonText   *text,
                                GPtrArray     *findings);
char    *sdm_aid_checker_report (SdmAidChecker *self,
                                 SdmJsonText   *text,
                                 GPtrArray     *findings) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_aid_check_is_sound (SdmJsonText *text,
                                 SdmClock    *clock,
                                 GError     **error);

G_END_DECLS
