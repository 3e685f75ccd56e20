/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-library.h"

G_BEGIN_DECLS

/* What one scan found. Nobody changes it afterwards. */
typedef struct
{
  char      **folders;  /* (nullable): where it looked */
  GPtrArray  *aids;     /* of SdmAidHead, by title */
  GPtrArray  *older;    /* of SdmAidHead: those that another version or folder goes before */
  GPtrArray  *cases;    /* of SdmCaseHead, by title */
  GPtrArray  *problems; /* of char *, one line each */
  GHashTable *places;   /* id of an aid -> where it stands in aids while it is looked */
  guint64     stamp;    /* of the files that were found */
} SdmAidScan;

SdmAidScan *sdm_aid_scan_new (void) G_GNUC_WARN_UNUSED_RESULT;
SdmAidScan *sdm_aid_scan_folders (const char *const *folders,
                                  GCancellable      *cancellable) G_GNUC_WARN_UNUSED_RESULT;
SdmAidScan *sdm_aid_scan_ref (SdmAidScan *scan) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_aid_scan_unref (SdmAidScan *scan);

G_END_DECLS
