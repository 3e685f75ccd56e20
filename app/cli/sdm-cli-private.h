/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

#include "sdm-aid-library.h"
#include "sdm-consultation.h"
#include "sdm-record-access.h"
#include "sdm-schema.h"

G_BEGIN_DECLS

/* What every command answers to the shell. */
#define SDM_CLI_GOOD     0
#define SDM_CLI_FINDINGS 1
#define SDM_CLI_FAILED   2

/**
 * SdmCliOption:
 * @name: what stands after the two dashes
 * @letter: the short form after one dash, or 0
 * @flag: (nullable): where to note that it was given; then it takes no value
 * @text: (nullable): where to put its value, which belongs to the arguments
 * @list: (nullable): where to add its value, for an option that may be given again
 *
 * One option of a command. Exactly one of the last three is set.
 */
typedef struct
{
  const char  *name;
  char         letter;
  gboolean    *flag;
  const char **text;
  GPtrArray   *list;
} SdmCliOption;

gboolean sdm_cli_parse (int                 argc,
                        char *const        *argv,
                        const SdmCliOption *options,
                        guint               n_options,
                        GPtrArray          *words,
                        GError            **error);

int      sdm_cli_fail (const char   *doing,
                       const GError *error);
gboolean sdm_cli_flush (GError **error);
void     sdm_cli_write_line (FILE       *stream,
                             const char *line);

const char *sdm_cli_get_help (const char *command);

SdmJsonText   *sdm_cli_read (const char *path,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmAidLibrary *sdm_cli_open_library (GPtrArray *folders,
                                     GError   **error) G_GNUC_WARN_UNUSED_RESULT;
SdmAid        *sdm_cli_load_aid (SdmAidLibrary *library,
                                 const char    *id,
                                 const char    *version,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SdmCliSignIn:
 * @clinician: (nullable): the name of who it is
 * @passphrase_file: (nullable): a file whose first line is the passphrase
 * @passphrase_fd: (nullable): the number of an open file instead
 * @code_file: (nullable): a file whose first line is the recovery code
 * @code_fd: (nullable): the number of an open file instead
 *
 * Who works with the records of real patients; texts belong to the arguments.
 */
typedef struct
{
  const char *clinician;
  const char *passphrase_file;
  const char *passphrase_fd;
  const char *code_file;
  const char *code_fd;
} SdmCliSignIn;

gboolean         sdm_cli_sign_in_is_asked_for (const SdmCliSignIn *who);
SdmRecordAccess *sdm_cli_read_access (const SdmCliSignIn *who,
                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean   sdm_cli_approve (SdmRecordStore *store,
                            const char     *path,
                            GPtrArray      *accepted,
                            GError        **error);
gboolean   sdm_cli_withdraw_approval (SdmRecordStore *store,
                                      const char     *path,
                                      const char     *reason,
                                      GError        **error);
gboolean   sdm_cli_list_approvals (SdmRecordStore *store,
                                   SdmAidLibrary  *library,
                                   GError        **error);
GPtrArray *sdm_cli_read_approvals (const char         *store,
                                   const SdmCliSignIn *who,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char      *sdm_cli_tell_approval (GPtrArray   *approvals,
                                  SdmJsonText *text) G_GNUC_WARN_UNUSED_RESULT;

void sdm_cli_use_aids (GPtrArray *folders);
void sdm_cli_check_practice (SdmSchemaKind kind,
                             SdmJsonText  *text,
                             GPtrArray    *findings);
void sdm_cli_check_track (SdmJsonText *text,
                          GPtrArray   *findings);

int sdm_cli_tell_findings (SdmJsonText *text,
                           GPtrArray   *findings,
                           gboolean     as_json);
int sdm_cli_check_letter (SdmConsultation *consultation,
                          SdmAid          *aid,
                          SdmJsonText     *text,
                          gboolean         as_json);

/* The commands; each gets the words after its own name. */
int sdm_cli_run_case (int          argc,
                      char *const *argv);
int sdm_cli_run_check (int          argc,
                       char *const *argv);
int sdm_cli_run_letter (int          argc,
                        char *const *argv);
int sdm_cli_run_record (int          argc,
                        char *const *argv);

G_END_DECLS
