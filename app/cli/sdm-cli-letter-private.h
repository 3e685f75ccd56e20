/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-cli-private.h"
#include "sdm-letter-format.h"

G_BEGIN_DECLS

/* What the files of "evenhand letter" share. */

/**
 * SdmCliLetterOrder:
 * @kind: which paper
 * @format: (nullable): %NULL for the one that fits the person
 * @size: (nullable): of the type, in points
 * @language: (nullable): the one that the person would like, where there is one, or that of the record
 * @store: (nullable): where the records are; this and those below are for all that is kept of a person
 * @left_out: places whose words are not given
 * @given: places whose words are given, though others said them or they were withheld
 * @has_looked: whether somebody has looked through all of it
 *
 * What the command line asks for; texts belong to the arguments.
 */
typedef struct
{
  const char     *kind;
  const char     *format;
  const char     *size;
  const char     *language;
  const char     *output;
  const char     *input;
  gboolean        is_yellow;
  gboolean        is_easy;
  gboolean        with_text;
  gboolean        checks;
  gboolean        as_json;
  SdmLetterFormat layout;
  const char     *store;
  SdmCliSignIn    who;
  GPtrArray      *left_out;
  GPtrArray      *given;
  gboolean        has_looked;
} SdmCliLetterOrder;

gboolean sdm_cli_letter_has_no_wish (const SdmCliLetterOrder *order);
GBytes  *sdm_cli_letter_render (const SdmCliLetterOrder *order,
                                SdmLetterDocument       *document,
                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_cli_letter_save (const SdmCliLetterOrder *order,
                              SdmLetterDocument       *document,
                              GBytes                  *bytes,
                              GError                 **error);

/* sdm-cli-letter-access.c */
int sdm_cli_letter_make_access (SdmCliLetterOrder *order);

G_END_DECLS
