/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SDM_RECORD_ERROR (sdm_record_error_quark ())
GQuark sdm_record_error_quark (void);

/**
 * SdmRecordError:
 * @SDM_RECORD_ERROR_NOT_OURS: the file is not one of Evenhand's
 * @SDM_RECORD_ERROR_NEWER: a newer version of Evenhand made the file
 * @SDM_RECORD_ERROR_IN_USE: another copy of the program has it open
 * @SDM_RECORD_ERROR_FULL: the disk is full; free some space and try again
 * @SDM_RECORD_ERROR_IO: the disk did not read or write; try again
 * @SDM_RECORD_ERROR_READ_ONLY: the folder or the file cannot be written
 * @SDM_RECORD_ERROR_NETWORK: the folder is on a network share
 * @SDM_RECORD_ERROR_REAL_REFUSED: a real consultation, which this store does not take
 * @SDM_RECORD_ERROR_PRACTICE_REFUSED: a practice consultation, which this store does not take
 * @SDM_RECORD_ERROR_UNCONFIRMED: the recovery code was not typed back yet, or was used; no patient is taken
 * @SDM_RECORD_ERROR_EXISTS: there are records already
 * @SDM_RECORD_ERROR_DAMAGED: the file, or one record in it, is not as it was written
 * @SDM_RECORD_ERROR_NOT_FOUND: nothing is kept under that id or hash
 * @SDM_RECORD_ERROR_FINISHED: the consultation is finished and is never changed
 * @SDM_RECORD_ERROR_INVALID: the head or the id is not one that can be kept
 * @SDM_RECORD_ERROR_CLOSED: the store is not open
 * @SDM_RECORD_ERROR_NO_KEY: the key of the file is missing or is another's
 * @SDM_RECORD_ERROR_OLDER: the records, or some of them, are older than when they were closed; signing
 *   in once more uses them all the same
 * @SDM_RECORD_ERROR_LOCKED: the passphrase or the recovery code does not unlock it
 *
 * Why the record store could not do what it was asked. The message is a whole
 * sentence for the clinician, and says what to do. A call that failed has
 * changed nothing.
 */
typedef enum
{
  SDM_RECORD_ERROR_NOT_OURS,
  SDM_RECORD_ERROR_NEWER,
  SDM_RECORD_ERROR_IN_USE,
  SDM_RECORD_ERROR_FULL,
  SDM_RECORD_ERROR_IO,
  SDM_RECORD_ERROR_READ_ONLY,
  SDM_RECORD_ERROR_NETWORK,
  SDM_RECORD_ERROR_REAL_REFUSED,
  SDM_RECORD_ERROR_PRACTICE_REFUSED,
  SDM_RECORD_ERROR_UNCONFIRMED,
  SDM_RECORD_ERROR_EXISTS,
  SDM_RECORD_ERROR_DAMAGED,
  SDM_RECORD_ERROR_NOT_FOUND,
  SDM_RECORD_ERROR_FINISHED,
  SDM_RECORD_ERROR_INVALID,
  SDM_RECORD_ERROR_CLOSED,
  SDM_RECORD_ERROR_NO_KEY,
  SDM_RECORD_ERROR_LOCKED,
  SDM_RECORD_ERROR_OLDER,
} SdmRecordError;

G_END_DECLS
