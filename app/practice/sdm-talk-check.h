/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain scale of our own to look at a talk with: five things, five steps each. It is no validated
 * instrument, it is not added up, and nobody passes or fails on it. */

#define SDM_TALK_CHECK_N_ITEMS 5
#define SDM_TALK_CHECK_N_STEPS 5

/**
 * SdmTalkCheckItem:
 * @id: as it is kept
 * @title: what is looked at
 * @steps: how far it went, from not at all; step 1 stands first
 *
 * Texts are marked for translation, not translated.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *steps[SDM_TALK_CHECK_N_STEPS];
} SdmTalkCheckItem;

const SdmTalkCheckItem *sdm_talk_check_get_items (void);
const char             *sdm_talk_check_get_step (guint item,
                                                 int   step);

G_END_DECLS
