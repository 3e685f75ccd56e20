/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

/**
 * SdmAidHead:
 * @id: name of the aid
 * @version: of its texts and figures, such as "0.1.0"
 * @title: what it is called
 * @decision: the question it helps with
 * @keywords: everyday words by which it is found
 * @file: where it lies
 *
 * What a list of aids shows of one, read from the start of its file where it stands there.
 */
typedef struct
{
  char  *id;
  char  *version;
  char  *title;
  char  *decision;
  char **keywords;
  GFile *file;
} SdmAidHead;

/**
 * SdmCaseHead:
 *
 * What a list of example cases shows of one.
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *summary;
  char  *person;
  char  *aid;
  char **learn;
  char **roles;  /* for whom it is */
  char **skills; /* what it trains */
  guint  minutes;
  GFile *file;
} SdmCaseHead;

#define SDM_TYPE_AID_LIBRARY (sdm_aid_library_get_type ())
G_DECLARE_FINAL_TYPE (SdmAidLibrary, sdm_aid_library, SDM, AID_LIBRARY, GObject)

SdmAidLibrary *sdm_aid_library_new (const char *const *folders) G_GNUC_WARN_UNUSED_RESULT;
SdmAidLibrary *sdm_aid_library_copy (SdmAidLibrary *self) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_aid_library_set_folders (SdmAidLibrary     *self,
                                            const char *const *folders);
char         **sdm_aid_library_get_default_folders (const char *const *first,
                                                    const char *const *added) G_GNUC_WARN_UNUSED_RESULT;

gboolean   sdm_aid_library_was_scanned (SdmAidLibrary *self);
void       sdm_aid_library_scan (SdmAidLibrary *self,
                                 GCancellable  *cancellable);
void       sdm_aid_library_scan_async (SdmAidLibrary      *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean   sdm_aid_library_scan_finish (SdmAidLibrary *self,
                                        GAsyncResult  *result,
                                        GError       **error);
GPtrArray *sdm_aid_library_get_aids (SdmAidLibrary *self);
GPtrArray *sdm_aid_library_get_cases (SdmAidLibrary *self);
GPtrArray *sdm_aid_library_get_problems (SdmAidLibrary *self);
GPtrArray *sdm_aid_library_list_places (SdmAidLibrary *self,
                                        const char    *path) G_GNUC_WARN_UNUSED_RESULT;
int        sdm_aid_library_count_in (SdmAidLibrary *self,
                                     const char    *path);
GFile     *sdm_aid_library_find_aid (SdmAidLibrary *self,
                                     const char    *id,
                                     const char    *version);
GFile     *sdm_aid_library_find_case (SdmAidLibrary *self,
                                      const char    *id);
gboolean   sdm_aid_library_case_matches (SdmAidLibrary     *self,
                                         const SdmCaseHead *head,
                                         const char        *words);
gboolean   sdm_case_head_fits (const SdmCaseHead *head,
                               const char        *role,
                               const char        *skill);
gboolean   sdm_aid_head_matches (const SdmAidHead *head,
                                 const char       *words);

G_END_DECLS
