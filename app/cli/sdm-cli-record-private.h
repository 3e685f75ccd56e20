/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-cli-private.h"
#include "sdm-record-find.h"

G_BEGIN_DECLS

/* What the files of "evenhand record" share. */

/**
 * SdmCliRecordOrder:
 * @words: those after the verb
 * @accepted: figures that a signer accepts
 * @other: the new passphrase of who is let in
 * @nhs_number: (nullable): this one and those below say what to find
 *
 * What the command line asks for; texts belong to the arguments.
 */
typedef struct
{
  const char  *store;
  SdmCliSignIn who;
  const char  *role;
  const char  *output;
  gboolean     text;
  gboolean     json;
  const char  *reason;
  GPtrArray   *aids;
  GPtrArray   *accepted;
  SdmCliSignIn other;
  GPtrArray   *words;
  const char  *patient;
  const char  *nhs_number;
  const char  *surname;
  const char  *born;
  const char  *name;
  const char  *day;
  const char  *until;
  const char  *by;
  const char  *aid;
  gboolean     drafts;
  const char  *due;
  const char  *heads;
} SdmCliRecordOrder;

gboolean           sdm_cli_record_set_usage (GError    **error,
                                             const char *message);
SdmRecordStoreKind sdm_cli_record_get_kind (const SdmCliRecordOrder *order);
SdmRecordStore    *sdm_cli_record_open (const SdmCliRecordOrder *order,
                                        SdmRecordStoreKind       kind,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordStore    *sdm_cli_record_new_store (const SdmCliRecordOrder *order,
                                             SdmRecordStoreKind       kind,
                                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void               sdm_cli_record_write_head (const SdmRecordHead *head);

/* sdm-cli-record-answers.c */
gboolean sdm_cli_record_run_answers (const SdmCliRecordOrder *order,
                                     GError                 **error);

/* sdm-cli-record-find.c */
gboolean sdm_cli_record_run_find (const SdmCliRecordOrder *order,
                                  GError                 **error);
gboolean sdm_cli_record_run_join (const SdmCliRecordOrder *order,
                                  GError                 **error);

/* sdm-cli-record-keep.c */
void     sdm_cli_record_tell_progress (gint64   done,
                                       gint64   all,
                                       gpointer user_data);
gboolean sdm_cli_record_run_verify (const SdmCliRecordOrder *order,
                                    GError                 **error);
gboolean sdm_cli_record_run_backup (const SdmCliRecordOrder *order,
                                    GError                 **error);
gboolean sdm_cli_record_run_rescue (const SdmCliRecordOrder *order,
                                    GError                 **error);
gboolean sdm_cli_record_run_restore (const SdmCliRecordOrder *order,
                                     GError                 **error);

/* sdm-cli-record-audit.c */
gboolean sdm_cli_record_run_audit (const SdmCliRecordOrder *order,
                                   GError                 **error);

G_END_DECLS
