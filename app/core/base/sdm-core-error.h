/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SDM_CORE_ERROR (sdm_core_error_quark ())
GQuark sdm_core_error_quark (void);

/**
 * SdmCoreError:
 * @SDM_CORE_ERROR_READ: the file could not be opened or read
 * @SDM_CORE_ERROR_NOT_JSON: empty, cut short, not UTF-8, nested too deep, or not JSON
 * @SDM_CORE_ERROR_FORMAT: JSON, but not the format it should be, or a newer one
 * @SDM_CORE_ERROR_CONTENT: the right format, with something wrong inside
 * @SDM_CORE_ERROR_NOT_FOUND: nothing goes by that name
 * @SDM_CORE_ERROR_VALUE: a value that is not possible, such as 101 of 100 people
 */
typedef enum
{
  SDM_CORE_ERROR_READ,
  SDM_CORE_ERROR_NOT_JSON,
  SDM_CORE_ERROR_FORMAT,
  SDM_CORE_ERROR_CONTENT,
  SDM_CORE_ERROR_NOT_FOUND,
  SDM_CORE_ERROR_VALUE,
} SdmCoreError;

G_END_DECLS
