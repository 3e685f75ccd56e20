/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-leaving.h"

#include <glib/gi18n.h>

#include "sdm-consultation-people.h"
#include "sdm-language.h"
#include "sdm-letter-choices.h"
#include "sdm-page-reader.h"

/* What is asked before a paper is printed or saved: whether the person wants it, whether they can read it, and whether
 * what should be mended stays. One question after the other, and none where there is nothing to ask. */

typedef enum
{
  STAGE_WANTED,
  STAGE_LANGUAGE,
  STAGE_FORMAT,
  STAGE_FINDINGS,
  STAGE_DONE,
} Stage;

typedef struct
{
  SdmPage           *page;    /* owned */
  SdmLetterPreview  *preview; /* owned */
  SdmLetterFormat    needed;
  char              *language; /* owned, nullable */
  SdmLetterLeaveFunc answered;
  gpointer           user_data;
  Stage              stage;
} Leaving;

static void ask_next (Leaving *self);

static void
finish (Leaving        *self,
        SdmLetterAnswer answer)
{
  self->answered (answer, self->user_data);
  g_object_unref (self->page);
  sdm_letter_preview_unref (self->preview);
  g_free (self->language);
  g_free (self);
}

static void
answered_cb (SdmLetterAnswer answer,
             gpointer        data)
{
  Leaving *self = data;

  if (answer == SDM_LETTER_ANSWER_GO)
    {
      self->stage++;
      ask_next (self);
      return;
    }
  /* Who looks at what is to be mended prints nothing now. */
  finish (self, self->stage == STAGE_FORMAT || self->stage == STAGE_LANGUAGE ? answer : SDM_LETTER_ANSWER_CANCEL);
}

static GtkWindow *
get_window (Leaving *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Whether there is a question; it is asked then. */

static gboolean
ask_wanted (Leaving *self)
{
  guint            points = 0;
  const char      *wish = sdm_consultation_get_letter_format (sdm_page_get_consultation (self->page), &points);
  g_autofree char *person = sdm_page_dup_speaker (self->page);
  g_autofree char *body = NULL;

  if (self->preview->kind != SDM_LETTER_KIND_LETTER || !g_str_equal (wish, "none"))
    return FALSE;
  body = g_strdup_printf (_ ("%s would rather have no letter."), person);
  sdm_letter_ask (get_window (self), _ ("Make the letter all the same?"), body, NULL, _ ("Make it all the same"), answered_cb, self);

  return TRUE;
}

static gboolean
ask_language (Leaving *self)
{
  g_autofree char *person = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *body = NULL;
  g_autofree char *other = NULL;
  g_autofree char *go = NULL;

  if (self->language == NULL || sdm_language_is_same (self->language, self->preview->language))
    return FALSE;
  person = sdm_page_dup_speaker (self->page);
  wanted = sdm_language_dup_name (self->language);
  chosen = sdm_language_dup_name (self->preview->language);
  /* Translators: %1$s is a person, the others are languages: "Arthur would like Polski (Polish). This is in English." */
  body = g_strdup_printf (_ ("%1$s would like %2$s. This is in %3$s."), person, wanted, chosen);
  other = g_strdup_printf (_ ("Use %s"), wanted);
  go = g_strdup_printf (_ ("Go on with %s"), chosen);
  sdm_letter_ask (get_window (self), _ ("Can the person read this?"), body, other, go, answered_cb, self);

  return TRUE;
}

static gboolean
ask_format (Leaving *self)
{
  g_autofree char *person = sdm_page_dup_speaker (self->page);
  g_autofree char *chosen = sdm_letter_format_dup_name (&self->preview->format);
  g_autofree char *needed = sdm_letter_format_dup_name (&self->needed);
  g_autofree char *body = NULL;
  g_autofree char *other = NULL;
  g_autofree char *go = NULL;

  if (sdm_letter_format_equal (&self->needed, &self->preview->format))
    return FALSE;
  if (self->preview->kind == SDM_LETTER_KIND_GP_COPY || self->preview->kind == SDM_LETTER_KIND_PAPER_TWIN)
    return FALSE;
  /* Translators: %1$s is a person, the others are formats: "Arthur needs this: 18 point. You chose 14 point." */
  body = g_strdup_printf (_ ("%1$s needs this: %2$s. You chose %3$s."), person, needed, chosen);
  /* Translators: buttons; %s is a format: "Use 18 point", "Go on with 14 point" */
  other = g_strdup_printf (_ ("Use %s"), needed);
  go = g_strdup_printf (_ ("Go on with %s"), chosen);
  sdm_letter_ask (get_window (self), _ ("Can the person read this?"), body, other, go, answered_cb, self);

  return TRUE;
}

static gboolean
ask_findings (Leaving *self)
{
  const guint      n = self->preview->check != NULL ? sdm_letter_check_count (self->preview->check, SDM_SEVERITY_ERROR) : 0;
  g_autofree char *body = NULL;

  if (n == 0)
    return FALSE;
  body = g_strdup_printf (ngettext ("%u thing in this letter should be mended first. It stands under “Before it goes out”.",
                                    "%u things in this letter should be mended first. They stand under “Before it goes out”.", n),
                          n);
  sdm_letter_ask (get_window (self), _ ("Is the letter ready?"), body, _ ("Look at it"), _ ("Go on all the same"), answered_cb, self);

  return TRUE;
}

static void
ask_next (Leaving *self)
{
  for (; self->stage < STAGE_DONE; self->stage++)
    if ((self->stage == STAGE_WANTED && ask_wanted (self)) ||
        (self->stage == STAGE_LANGUAGE && ask_language (self)) ||
        (self->stage == STAGE_FORMAT && ask_format (self)) ||
        (self->stage == STAGE_FINDINGS && ask_findings (self)))
      return;
  finish (self, SDM_LETTER_ANSWER_GO);
}

/**
 * sdm_letter_leave:
 * @preview: what would be printed or saved
 * @needed: the format that fits who reads it
 * @language: (nullable): in which they would like to read it, where it can be had
 * @answered: called once, perhaps before this returns
 *
 * Asks what has to be asked before a paper leaves the program.
 */
void
sdm_letter_leave (SdmPage               *page,
                  SdmLetterPreview      *preview,
                  const SdmLetterFormat *needed,
                  const char            *language,
                  SdmLetterLeaveFunc     answered,
                  gpointer               user_data)
{
  Leaving *self = g_new0 (Leaving, 1);

  self->page = g_object_ref (page);
  self->preview = sdm_letter_preview_ref (preview);
  self->needed = *needed;
  self->language = g_strdup (language);
  self->answered = answered;
  self->user_data = user_data;
  ask_next (self);
}
