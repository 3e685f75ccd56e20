/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-json.h"

G_BEGIN_DECLS

/**
 * SdmTrackCase:
 * @id: the id of a case
 * @why: what it is there for
 * @minutes: about how long it takes
 */
typedef struct
{
  char *id;
  char *why;
  guint minutes;
} SdmTrackCase;

/**
 * SdmTrack:
 * @id: its id
 * @title: its title
 * @summary: what somebody reads first
 * @minutes: about how long all of it takes
 * @cases: (element-type SdmTrackCase): in order
 *
 * Cases to be played one after another.
 */
typedef struct
{
  char   *id;
  char   *title;
  char   *summary;
  guint   minutes;
  GArray *cases;
} SdmTrack;

#define SDM_TRACK_STARTER "starter"

SdmTrack *sdm_track_new_from_text (SdmJsonText *text,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
SdmTrack *sdm_track_load (GPtrArray    *files,
                          GCancellable *cancellable,
                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void      sdm_track_free (SdmTrack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmTrack, sdm_track_free)

G_END_DECLS
