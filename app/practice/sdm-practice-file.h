/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-practice-session.h"

G_BEGIN_DECLS

/* A practice case as a file, for a mentor and back. */

GBytes  *sdm_practice_file_write (SdmConsultation    *consultation,
                                  SdmPracticeSession *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_practice_file_read (SdmJsonText         *text,
                                 SdmConsultation    **consultation,
                                 SdmPracticeSession **session,
                                 GError             **error);

guint sdm_practice_session_join (SdmPracticeSession *self,
                                 SdmPracticeSession *other);

G_END_DECLS
