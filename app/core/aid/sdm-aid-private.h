/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

struct _SdmAid
{
  GObject parent_instance;

  SdmJsonText *text; /* owned; every string below lives in it */
  char        *sha256;
  GPtrArray   *blocks; /* owned memory of the lists below */
  guint        denominator;

  SdmOption    *options;
  guint         n_options;
  SdmQuestion  *questions;
  guint         n_questions;
  SdmOutcome   *outcomes;
  guint         n_outcomes;
  SdmPriority  *priorities;
  guint         n_priorities;
  SdmKnowledge *knowledge;
  guint         n_knowledge;
  SdmTeachBack *teach_back;
  guint         n_teach_back;
  SdmSafetyNet *safety_net;
  guint         n_safety_net;
  SdmStopCard  *stop_cards;
  guint         n_stop_cards;
  SdmTerm      *glossary;
  guint         n_terms;
  SdmPrompt    *prompts;
  guint         n_prompts;
  SdmSource    *sources;
  guint         n_sources;
  SdmNotFor    *not_for;
  guint         n_not_for;
  SdmAidGroup  *groups;
  guint         n_groups;
};

void sdm_aid_read_parts (SdmAid *self);

SdmAid *sdm_aid_new_unchecked (SdmJsonText *text,
                               GPtrArray   *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
