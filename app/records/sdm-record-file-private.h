/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "sdm-record-access.h"
#include "sdm-record-head.h"
#include "sdm-record-id-private.h"
#include "sdm-record-keys-private.h"
#include "sdm-record-names-private.h"
#include "sdm-record-place-private.h"

G_BEGIN_DECLS

#define SDM_RECORD_APPLICATION_ID 0x45564E48

/**
 * SdmRecordStep:
 * @version: the shape the file has afterwards
 * @sql: (nullable): its statements, or %NULL to take them from @resource
 * @resource: (nullable): a file in resources/sql
 *
 * One step from a shape to the next. Its last statement raises user_version.
 */
typedef struct
{
  int         version;
  const char *sql;
  const char *resource;
} SdmRecordStep;

/**
 * SdmRecordSteps:
 * @step: the steps, version 1 first, without a gap
 */
typedef struct
{
  const SdmRecordStep *step;
  gsize                n_steps;
} SdmRecordSteps;

typedef enum
{
  SDM_RECORD_OPENING,
  SDM_RECORD_READING,
  SDM_RECORD_SAVING,
} SdmRecordDoing;

typedef enum
{
  SDM_RECORD_STATEMENT_BEGIN,
  SDM_RECORD_STATEMENT_COMMIT,
  SDM_RECORD_STATEMENT_GET_PROOF,
  SDM_RECORD_STATEMENT_GET_RECOVERY,
  SDM_RECORD_STATEMENT_GET_CLINICIAN,
  SDM_RECORD_STATEMENT_CLINICIAN_BY_MARK,
  SDM_RECORD_STATEMENT_WRAP_BY_OWNER,
  SDM_RECORD_STATEMENT_WRAP_BY_MARK,
  SDM_RECORD_STATEMENT_ALL_WRAPS,
  SDM_RECORD_STATEMENT_ALL_CLINICIANS,
  SDM_RECORD_STATEMENT_ADD_EVENT,
  SDM_RECORD_STATEMENT_EVENTS_FROM,
  SDM_RECORD_STATEMENT_EVENTS_OF_PATIENT,
  SDM_RECORD_STATEMENT_EVENTS_OF_RECORD,
  SDM_RECORD_STATEMENT_GET_LINK,
  SDM_RECORD_STATEMENT_PUT_CONSULTATION,
  SDM_RECORD_STATEMENT_REMOVE_CONSULTATION,
  SDM_RECORD_STATEMENT_SAVE_DRAFT,
  SDM_RECORD_STATEMENT_LOAD_DRAFT,
  SDM_RECORD_STATEMENT_DELETE_DRAFT,
  SDM_RECORD_STATEMENT_ALL_DRAFTS,
  SDM_RECORD_STATEMENT_ADD_VERSION,
  SDM_RECORD_STATEMENT_LAST_VERSION,
  SDM_RECORD_STATEMENT_LAST_VERSIONS,
  SDM_RECORD_STATEMENT_GET_VERSION,
  SDM_RECORD_STATEMENT_VERSIONS,
  SDM_RECORD_STATEMENT_HEAD,
  SDM_RECORD_STATEMENT_PUT_PATIENT,
  SDM_RECORD_STATEMENT_GET_PATIENT,
  SDM_RECORD_STATEMENT_REMOVE_PATIENT,
  SDM_RECORD_STATEMENT_PATIENT_BY_NHS_NUMBER,
  SDM_RECORD_STATEMENT_PATIENTS_BY_PERSON,
  SDM_RECORD_STATEMENT_ALL_PATIENTS,
  SDM_RECORD_STATEMENT_IS_SHARED,
  SDM_RECORD_STATEMENT_HAS_LATER,
  SDM_RECORD_STATEMENT_MOVE_CONSULTATIONS,
  SDM_RECORD_STATEMENT_REMOVE_REVIEWS,
  SDM_RECORD_STATEMENT_ADD_REVIEW,
  SDM_RECORD_STATEMENT_FIND_BY_PATIENT,
  SDM_RECORD_STATEMENT_FIND_BY_DAY,
  SDM_RECORD_STATEMENT_FIND_BY_AID,
  SDM_RECORD_STATEMENT_FIND_DRAFTS,
  SDM_RECORD_STATEMENT_FIND_REVIEWS,
  SDM_RECORD_STATEMENT_PUT_AID,
  SDM_RECORD_STATEMENT_GET_AID,
  SDM_RECORD_STATEMENT_HAS_AID,
  SDM_RECORD_STATEMENT_ALL_AIDS,
  SDM_RECORD_STATEMENT_CHECK_DRAFTS,
  SDM_RECORD_STATEMENT_CHECK_VERSIONS,
  SDM_RECORD_STATEMENT_CHECK_PATIENTS,
  SDM_RECORD_STATEMENT_CHECK_LINKS,
  SDM_RECORD_STATEMENT_CHECK_AIDS,
  SDM_RECORD_STATEMENT_CHECK_PRACTICE,
  SDM_RECORD_STATEMENT_PUT_PRACTICE,
  SDM_RECORD_STATEMENT_GET_PRACTICE,
  SDM_RECORD_STATEMENT_ALL_PRACTICE,
  SDM_RECORD_STATEMENT_ADD_AFTER_VISIT,
  SDM_RECORD_STATEMENT_AFTER_VISIT,
  SDM_RECORD_N_STATEMENTS,
} SdmRecordStatementName;

#define SDM_RECORD_MAC_SIZE 32

/**
 * SdmRecordAuditHead:
 * @seq: the number of the last event, 0 before the first
 * @mac: its mac
 * @time: when it was
 *
 * The end of the chain of audit events.
 */
typedef struct
{
  gint64 seq;
  guint8 mac[SDM_RECORD_MAC_SIZE];
  gint64 time;
} SdmRecordAuditHead;

typedef struct _SdmRecordRotation SdmRecordRotation;
typedef struct _SdmRecordCopy     SdmRecordCopy;
typedef struct _SdmRecordWatch    SdmRecordWatch;

/**
 * SdmRecordFile:
 * @db: the one connection
 * @owner: the thread that opened it and alone may use it
 * @folder: the folder, without links
 * @path: the file in it
 * @kind: whose consultations it holds
 * @lock: keeps other copies of the program out
 * @id: the id of the store
 * @keys: what its documents are sealed with
 * @clinician: (nullable): id of who is signed in
 * @clinician_name: (nullable): that person's name
 * @clinician_role: (nullable): and role
 * @needs_new_code: the recovery code was used to sign in, and nothing else is done before
 *   there is a new one
 * @is_open: all was checked, and it was noted that it is open
 * @was_unclean: it was not closed properly last time, and was checked
 * @was_upgraded: it was brought to the newest shape when it was opened
 * @is_restored: a backup that is being put back, which may well be older
 * @closed_hash: (nullable): what the last event tells of the rows, where the file was closed properly
 * @audit: the end of the chain on the disk
 * @audit_next: the end of the chain with the transaction that is under way
 * @rechained: while the key is changed, up to where the chain is written anew, and the mac that
 *   was there before; 0 before it is begun, -1 when all of it is
 * @rotation: (nullable): how far the change of the key has come since the file was opened
 * @copy: (nullable): a backup that is being copied
 * @watch: (nullable): what is remembered of it beside it
 * @last_used: when the last event in it was before it was opened
 * @n_used: how many there were
 * @is_only_read: it is damaged, and nothing is written into it
 * @takes_older: it is older than the one that was there last, and somebody wants it
 * @unwritten: events that the disk did not take yet
 * @n_caught_up: how many of these are in the transaction that is under way
 * @names: (nullable): the names of the patients, while it is open
 * @get_now: (nullable): the time, in tests
 * @statements: those prepared so far
 *
 * The open file. Knows no other thread; #SdmRecordStore puts it on one.
 */
typedef struct
{
  sqlite3           *db;
  GThread           *owner;
  char              *folder;
  char              *path;
  SdmRecordStoreKind kind;
  int                lock;
  guint8             id[SDM_RECORD_ID_SIZE];
  SdmRecordKeys     *keys;
  char              *clinician;
  char              *clinician_name;
  char              *clinician_role;
  gboolean           needs_new_code;
  gboolean           is_open;
  gboolean           was_unclean;
  gboolean           was_upgraded;
  gboolean           is_restored;
  char              *closed_hash;
  SdmRecordAuditHead audit;
  SdmRecordAuditHead audit_next;
  SdmRecordAuditHead rechained;
  SdmRecordRotation *rotation;
  SdmRecordCopy     *copy;
  SdmRecordWatch    *watch;
  gint64             last_used;
  gint64             n_used;
  gboolean           is_only_read;
  gboolean           takes_older;
  GPtrArray         *unwritten;
  guint              n_caught_up;
  SdmRecordNames    *names;
  gint64 (*get_now) (void);
  sqlite3_stmt *statements[SDM_RECORD_N_STATEMENTS];
} SdmRecordFile;

gboolean       sdm_record_file_exists (const char        *folder,
                                       SdmRecordStoreKind kind);
SdmRecordFile *sdm_record_file_open (const char            *folder,
                                     SdmRecordStoreKind     kind,
                                     const SdmRecordAccess *access,
                                     const SdmRecordSteps  *steps,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordFile *sdm_record_file_prepare (const char        *folder,
                                        SdmRecordStoreKind kind,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sdm_record_file_open_prepared (SdmRecordFile         *file,
                                              const SdmRecordAccess *access,
                                              const SdmRecordSteps  *steps,
                                              GError               **error);
gboolean       sdm_record_file_found (const char            *folder,
                                      const SdmRecordAccess *access,
                                      const char            *role,
                                      SdmRecordRecovery     *recovery,
                                      GError               **error);
char          *sdm_record_file_dup_key_path (SdmRecordFile *file) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_record_file_disconnect (SdmRecordFile *file);
void           sdm_record_file_close (SdmRecordFile *file);
gboolean       sdm_record_file_check (SdmRecordFile *file,
                                      gboolean       quick,
                                      GError       **error);
SdmRecordPlace sdm_record_file_make_place (SdmRecordFile *file,
                                           const char    *column,
                                           const guint8   row[SDM_RECORD_ID_SIZE],
                                           guint32        version);

/* sdm-record-connection.c */
sqlite3 *sdm_record_connection_open (const char *path,
                                     int         flags,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void     sdm_record_connection_close (sqlite3 *db);
gboolean sdm_record_connection_configure (sqlite3 *db,
                                          GError **error);
gboolean sdm_record_connection_use_wal (sqlite3 *db,
                                        GError **error);
gboolean sdm_record_connection_check (sqlite3 *db,
                                      gboolean quick,
                                      GError **error);
gboolean sdm_record_connection_exec (sqlite3       *db,
                                     const char    *sql,
                                     SdmRecordDoing doing,
                                     GError       **error);
gboolean sdm_record_connection_run (sqlite3       *db,
                                    SdmRecordDoing doing,
                                    GError       **error,
                                    const char    *sql,
                                    const char    *types,
                                    ...);
gboolean sdm_record_connection_get_number (sqlite3    *db,
                                           const char *sql,
                                           gint64     *number,
                                           GError    **error);
void     sdm_record_connection_set_error (GError       **error,
                                          sqlite3       *db,
                                          SdmRecordDoing doing);

/* sdm-record-schema.c */

/**
 * SdmRecordFoundFunc:
 *
 * Adds what a new file begins with, in the transaction in which it does.
 */
typedef gboolean (*SdmRecordFoundFunc) (SdmRecordFile *file,
                                        gint64         now,
                                        gpointer       found_data,
                                        GError       **error);

const SdmRecordSteps *sdm_record_schema_get_steps (void);
gboolean              sdm_record_schema_create (SdmRecordFile        *file,
                                                SdmRecordFoundFunc    found,
                                                gpointer              found_data,
                                                const SdmRecordSteps *steps,
                                                GError              **error);
gboolean              sdm_record_schema_upgrade (SdmRecordFile        *file,
                                                 const SdmRecordSteps *steps,
                                                 GError              **error);
void                  sdm_record_schema_set_newer (GError **error);

/* sdm-record-statements.c */

/* A prepared statement in use; it goes back, reset, when it leaves its scope. */
typedef sqlite3_stmt SdmRecordStatement;

SdmRecordStatement *sdm_record_statement_get (SdmRecordFile         *file,
                                              SdmRecordStatementName name,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void                sdm_record_statement_release (SdmRecordStatement *statement);
void                sdm_record_statement_bind_blob (SdmRecordStatement *statement,
                                                    int                 place,
                                                    gconstpointer       bytes,
                                                    gsize               size);
void                sdm_record_statement_bind_bytes (SdmRecordStatement *statement,
                                                     int                 place,
                                                     GBytes             *bytes);
GBytes             *sdm_record_statement_get_bytes (SdmRecordStatement *statement,
                                                    int                 column) G_GNUC_WARN_UNUSED_RESULT;
gboolean            sdm_record_statement_run (SdmRecordFile      *file,
                                              SdmRecordStatement *statement,
                                              GError            **error);
gboolean            sdm_record_statement_next (SdmRecordFile      *file,
                                               SdmRecordStatement *statement,
                                               gboolean           *has_row,
                                               GError            **error);
gboolean            sdm_record_file_begin (SdmRecordFile *file,
                                           GError       **error);
gboolean            sdm_record_file_end (SdmRecordFile *file,
                                         gboolean       good,
                                         GError       **error);
void                sdm_record_statement_finalize_all (SdmRecordFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordFile, sdm_record_file_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordStatement, sdm_record_statement_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sdm_record_connection_close)

G_END_DECLS
