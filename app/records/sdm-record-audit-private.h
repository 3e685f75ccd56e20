/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-event.h"
#include "sdm-record-file-private.h"

G_BEGIN_DECLS

/* What was done. Part of the format of the file. */
#define SDM_RECORD_AUDIT_UNLOCK           "unlock"
#define SDM_RECORD_AUDIT_UNLOCK_FAILED    "unlock-failed"
#define SDM_RECORD_AUDIT_LOCK             "lock"
#define SDM_RECORD_AUDIT_SEARCH           "search"
#define SDM_RECORD_AUDIT_JOIN             "join"
#define SDM_RECORD_AUDIT_VIEW             "view"
#define SDM_RECORD_AUDIT_DRAFT_OPEN       "draft-open"
#define SDM_RECORD_AUDIT_DRAFT_DISCARD    "draft-discard"
#define SDM_RECORD_AUDIT_FINALISE         "finalise"
#define SDM_RECORD_AUDIT_AMEND            "amend"
#define SDM_RECORD_AUDIT_ERROR            "entered-in-error"
#define SDM_RECORD_AUDIT_WITHDRAW         "withdraw"
#define SDM_RECORD_AUDIT_EXPORT           "export"
#define SDM_RECORD_AUDIT_ACCESS_REQUEST   "access-request"
#define SDM_RECORD_AUDIT_PRINT            "print"
#define SDM_RECORD_AUDIT_PDF              "pdf"
#define SDM_RECORD_AUDIT_COPY             "copy"
#define SDM_RECORD_AUDIT_BACKUP           "backup"
#define SDM_RECORD_AUDIT_RESTORE          "restore"
#define SDM_RECORD_AUDIT_ENROL            "enrol"
#define SDM_RECORD_AUDIT_LEAVER           "leaver"
#define SDM_RECORD_AUDIT_ROTATE           "rotate"
#define SDM_RECORD_AUDIT_RECOVERY         "recovery"
#define SDM_RECORD_AUDIT_SETTINGS         "settings"
#define SDM_RECORD_AUDIT_AID_ADD          "aid-add"
#define SDM_RECORD_AUDIT_APPROVE          "approve"
#define SDM_RECORD_AUDIT_APPROVE_WITHDRAW "approve-withdraw"
#define SDM_RECORD_AUDIT_CLOCK_BACK       "clock-back"
#define SDM_RECORD_AUDIT_CHECK            "check"

SdmRecordEvent *sdm_record_audit_new_event (SdmRecordFile *file,
                                            const char    *code,
                                            const guint8   record[SDM_RECORD_ID_SIZE],
                                            guint32        version,
                                            GBytes        *written) G_GNUC_WARN_UNUSED_RESULT;
gboolean        sdm_record_audit_add (SdmRecordFile  *file,
                                      SdmRecordEvent *event,
                                      GError        **error);
gboolean        sdm_record_audit_note (SdmRecordFile  *file,
                                       SdmRecordEvent *event,
                                       GError        **error);

/* For who writes the chain anew with another key. */
void           sdm_record_audit_make_mac (const SdmRecordKeys *keys,
                                          const guint8         before[SDM_RECORD_MAC_SIZE],
                                          gint64               seq,
                                          GBytes              *sealed,
                                          guint8               mac[SDM_RECORD_MAC_SIZE]);
SdmRecordPlace sdm_record_audit_make_place (SdmRecordFile *file,
                                            gint64         seq);
char          *sdm_record_audit_hash (GBytes *sealed) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sdm_record_audit_set_broken (GError **error);

void            sdm_record_audit_start (SdmRecordFile      *file,
                                        SdmRecordAuditHead *at);
SdmRecordEvent *sdm_record_audit_take_link (SdmRecordFile      *file,
                                            SdmRecordStatement *statement,
                                            gboolean            is_base,
                                            SdmRecordAuditHead *at,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean   sdm_record_audit_open (SdmRecordFile *file,
                                  GError       **error);
GPtrArray *sdm_record_audit_list (SdmRecordFile *file,
                                  const char    *record,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* sdm-record-audit-index.c */

/* What an event is found by. */
typedef enum
{
  SDM_RECORD_AUDIT_PATIENT,
  SDM_RECORD_AUDIT_RECORD,
} SdmRecordAuditSubject;

const guint8 *sdm_record_audit_make_index (const SdmRecordKeys  *keys,
                                           const SdmRecordEvent *event,
                                           SdmRecordAuditSubject subject,
                                           guint8                index[SDM_RECORD_INDEX_SIZE]);
gboolean      sdm_record_audit_has_index (SdmRecordStatement   *statement,
                                          int                   column,
                                          const SdmRecordKeys  *keys,
                                          const SdmRecordEvent *event,
                                          SdmRecordAuditSubject subject);
GPtrArray    *sdm_record_audit_find (SdmRecordFile *file,
                                     GPtrArray     *patients,
                                     GPtrArray     *records,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
