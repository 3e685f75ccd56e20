/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-aid.h"
#include "sdm-letter-check.h"
#include "sdm-letter-content.h"
#include "sdm-letter-format.h"
#include "sdm-paper-source.h"

G_BEGIN_DECLS

/**
 * SdmLetterPreview:
 * @kind: which paper
 * @format: how it is laid out
 * @pdf: the file, as it is saved and printed
 * @text: the same words, for a file beside it
 * @check: (nullable): what a good colleague would say; %NULL for papers that are no letter
 * @source: the same file, opened
 * @pages: of #SdmDocumentPage
 * @n_pages: how many
 * @sha256: of the file
 * @language: in which it is
 * @unmet: (nullable): why it is not in the language that was asked for
 * @n_untranslated: how many texts have no translation and stayed English
 * @copy: (nullable): the same paper as the record has it, where it is in another language
 *
 * A letter that was made: the bytes, and the pages read back from those very bytes. It
 * does not change any more.
 */
typedef struct _SdmLetterPreview SdmLetterPreview;

struct _SdmLetterPreview
{
  SdmLetterKind   kind;
  SdmLetterFormat format;
  GBytes         *pdf;
  GBytes         *text;
  SdmLetterCheck *check;
  SdmPaperSource *source;
  GListModel     *pages;
  guint           n_pages;
  char           *sha256;

  char             *language;
  char             *unmet;
  guint             n_untranslated;
  SdmLetterPreview *copy;
};

/**
 * SdmLetterOrder:
 * @kind: which paper
 * @format: how it is laid out
 * @language: (nullable): of the person who reads it; %NULL for that of the record
 * @aid_file: (nullable): where the aid lies, with its translations beside it
 * @newest_file: (nullable): where its newest version lies
 * @newest_is_approved: whether the practice has signed that
 *
 * Which letter is to be made of a talk.
 */
typedef struct
{
  SdmLetterKind   kind;
  SdmLetterFormat format;
  const char     *language;
  GFile          *aid_file;
  GFile          *newest_file;
  gboolean        newest_is_approved;
} SdmLetterOrder;

void              sdm_letter_preview_new_async (SdmConsultation      *consultation,
                                                SdmAid               *aid,
                                                const SdmLetterOrder *order,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
SdmLetterPreview *sdm_letter_preview_new_finish (GAsyncResult *result,
                                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_letter_preview_take_over (SdmLetterPreview *self,
                                                SdmLetterPreview *former);
SdmLetterPreview *sdm_letter_preview_ref (SdmLetterPreview *self) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_letter_preview_unref (SdmLetterPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterPreview, sdm_letter_preview_unref)

G_END_DECLS
