/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SDM_TYPE_RECORD_EVENT (sdm_record_event_get_type ())

/**
 * SdmRecordEvent:
 * @seq: its number in the chain, from 1
 * @time: microseconds since 1970 UTC
 * @offset: minutes that local time was ahead of UTC
 * @clock_went_back: the clock showed an earlier time than for the event before
 * @clinician: (nullable): id of who was signed in, %NULL while practising
 * @name: (nullable): that person's name
 * @role: (nullable): and role
 * @os_user: the account on the computer
 * @workstation: the computer
 * @code: what was done, such as `finalise`
 * @patient: (nullable): id of the patient whose record it was
 * @record: (nullable): id of the consultation
 * @version: of the consultation, 0 for a draft
 * @hash: (nullable): BLAKE2b-256 of what was written, as it stands in the file, in hexadecimal digits
 * @reason: (nullable): why, in the words of who did it
 * @outcome: (nullable): `failed`, or what else there is to say
 * @software: version of the program
 * @mac: (nullable): the mac that stood with it at first, in hexadecimal digits, where the key was changed since
 *
 * One thing that somebody saw or did. All texts are owned.
 */
typedef struct
{
  gint64   seq;
  gint64   time;
  gint32   offset;
  gboolean clock_went_back;
  char    *clinician;
  char    *name;
  char    *role;
  char    *os_user;
  char    *workstation;
  char    *code;
  char    *patient;
  char    *record;
  guint32  version;
  char    *hash;
  char    *reason;
  char    *outcome;
  char    *software;
  char    *mac;
} SdmRecordEvent;

GType           sdm_record_event_get_type (void);
SdmRecordEvent *sdm_record_event_new (const char *code) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordEvent *sdm_record_event_copy (const SdmRecordEvent *event) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_record_event_free (SdmRecordEvent *event);

char *sdm_record_event_format_time (const SdmRecordEvent *event,
                                    const char           *format) G_GNUC_WARN_UNUSED_RESULT;

GBytes         *sdm_record_event_serialise (const SdmRecordEvent *event) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordEvent *sdm_record_event_deserialise (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordEvent, sdm_record_event_free)

G_END_DECLS
