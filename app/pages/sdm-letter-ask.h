/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SdmLetterAnswer:
 * @SDM_LETTER_ANSWER_CANCEL: nothing happens
 * @SDM_LETTER_ANSWER_OTHER: the way out that was offered first
 * @SDM_LETTER_ANSWER_GO: it goes on all the same
 */
typedef enum
{
  SDM_LETTER_ANSWER_CANCEL,
  SDM_LETTER_ANSWER_OTHER,
  SDM_LETTER_ANSWER_GO,
} SdmLetterAnswer;

typedef void (*SdmLetterAnswerFunc) (SdmLetterAnswer answer,
                                     gpointer        user_data);
typedef void (*SdmLetterReasonFunc) (const char *reason,
                                     gpointer    user_data);

void sdm_letter_ask (GtkWindow          *window,
                     const char         *question,
                     const char         *body,
                     const char         *other,
                     const char         *go,
                     SdmLetterAnswerFunc answered,
                     gpointer            user_data);
void sdm_letter_ask_reason (GtkWindow          *window,
                            const char         *question,
                            const char         *body,
                            SdmLetterReasonFunc answered,
                            gpointer            user_data);

G_END_DECLS
