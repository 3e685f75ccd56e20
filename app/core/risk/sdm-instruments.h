/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmInstrumentItem:
 * @id: as it stands in documents
 * @text: the question; not yet translated
 *
 * One question of a short check.
 */
typedef struct
{
  const char *id;
  const char *text;
} SdmInstrumentItem;

/**
 * SdmInstrument:
 * @id: as it stands in documents
 * @version: grows when a word changes; answers to different versions are never mixed
 * @title: heading; not yet translated
 * @note: says that it is not a validated scale; not yet translated
 * @scale_max: 0 for yes and no, otherwise answers run from 0 to this
 *
 * A short set of questions. Evenhand ships two in its own words; neither is a
 * validated scale, and both say so.
 */
typedef struct
{
  const char              *id;
  const char              *version;
  const char              *title;
  const char              *note;
  guint                    scale_max;
  const SdmInstrumentItem *items;
  guint                    n_items;
} SdmInstrument;

const SdmInstrument *sdm_instrument_get_ready (void);
const SdmInstrument *sdm_instrument_get_after_visit (void);

/* Where a "no" to a question of *ready to decide?* leads back to. */
const char *sdm_instrument_get_step_for_no (const char *item_id);

G_END_DECLS
