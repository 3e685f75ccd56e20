/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation-reader.h"
#include "sdm-letter-content.h"

G_BEGIN_DECLS

/* What every part of the letter needs. Borrowed from the consultation unless it says owned. */
typedef struct
{
  SdmLetterKind      kind;
  SdmConsultation   *consultation; /* in the language of the paper */
  SdmAid            *aid;          /* nullable: a blank page for two has none; in the language of the paper */
  SdmConsultation   *recorded;     /* as it is in the record */
  SdmAid            *recorded_aid; /* nullable; as it was approved */
  SdmAid            *newer;        /* nullable: the newest version, where it is known */
  gboolean           newer_is_approved;
  SdmLetterDocument *document;
  const char        *signer;       /* nullable */
  const char        *signer_role;  /* nullable */
  const char        *contact;      /* nullable; who signs, where nobody else was named */
  const char        *contact_role; /* nullable */
  const char        *phone;        /* nullable */
  SdmReader          reader;
  const char        *reader_name; /* nullable: who reads in place of the person */
  char              *name;        /* how a child, or the person to a proxy, is told of; nullable; owned */
  const char        *result;      /* "decided", "not-yet", "no-thank-you"; nullable */
  char              *day;         /* of the talk, "2026-11-24"; owned */
  gboolean           is_provisional;
  gboolean           is_practice;
  gboolean           is_draft_aid;
} SdmLetterContent;

/* Words of the consultation. */

const char *sdm_letter_content_get_text (SdmLetterContent *self,
                                         const char       *path);
json_t     *sdm_letter_content_get_list (SdmLetterContent *self,
                                         const char       *path);
const char *sdm_letter_item_get_text (json_t     *item,
                                      const char *key);
char       *sdm_letter_content_dup_patient (SdmLetterContent *self) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_letter_content_dup_greeting (SdmLetterContent *self) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_letter_content_dup_nhs_number (SdmLetterContent *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    sdm_letter_content_is_reader (SdmLetterContent *self,
                                          json_t           *person);
const char *sdm_letter_content_get_choice (SdmLetterContent *self,
                                           json_t           *chosen);
const char *sdm_letter_content_get_option_title (SdmLetterContent *self,
                                                 const char       *option);

/* A blank page for two, in place of an aid. */

gboolean sdm_letter_content_is_blank (SdmLetterContent *self);
guint    sdm_letter_content_count_blank_options (SdmLetterContent *self);
void     sdm_letter_content_add_blank_options (SdmLetterContent *self);
void     sdm_letter_content_add_blank_answers (SdmLetterContent *self);
gboolean sdm_letter_content_append_blank_choices (SdmLetterContent *self,
                                                  GString          *paragraph);

/* Whom the letter speaks to. */

const char *sdm_letter_content_choose (SdmLetterContent *self,
                                       const char       *to_person,
                                       const char       *to_parent);
gboolean    sdm_letter_content_is_decider_reader (SdmLetterContent *self);
gboolean    sdm_letter_content_was_reader_there (SdmLetterContent *self);
gboolean    sdm_letter_content_did_reader_speak (SdmLetterContent *self);
void        sdm_letter_content_append_companions (SdmLetterContent *self,
                                                  GString          *paragraph);
gboolean    sdm_letter_content_append_choices (SdmLetterContent *self,
                                               GString          *paragraph);

void sdm_letter_content_append_decided (SdmLetterContent *self,
                                        GString          *paragraph);

/* Adding to the document; each takes what it is given. */

void sdm_letter_content_take_paragraph (SdmLetterContent *self,
                                        char             *text);
void sdm_letter_content_take_lead_in (SdmLetterContent *self,
                                      char             *text);
void sdm_letter_content_take_item (SdmLetterBlock *list,
                                   char           *text);
void sdm_letter_content_take_quote (SdmLetterContent *self,
                                    char             *text);
void sdm_letter_content_append (GString *paragraph,
                                char    *sentence);
void sdm_letter_content_end (GString *paragraph);
void sdm_letter_content_append_source (GString         *item,
                                       const SdmSource *source);

/* What stands outside the flow of the text. */

gboolean sdm_letter_address_check (const char *const *lines,
                                   GError           **error);
gboolean sdm_letter_content_add_head (SdmLetterContent *self,
                                      GError          **error);
void     sdm_letter_content_add_marks (SdmLetterContent *self);
void     sdm_letter_content_mark_cancelled (SdmLetterContent *self,
                                            const char       *mark);

/* The parts, in the order in which they are printed. */

void sdm_letter_content_add_opening (SdmLetterContent *self);
void sdm_letter_content_add_talk (SdmLetterContent *self);
void sdm_letter_content_add_matters (SdmLetterContent *self);
void sdm_letter_content_add_decision (SdmLetterContent *self);
void sdm_letter_content_add_next (SdmLetterContent *self);
void sdm_letter_content_add_look_out (SdmLetterContent *self);
void sdm_letter_content_add_who_to_ask (SdmLetterContent *self);
void sdm_letter_content_add_signature (SdmLetterContent *self);
void sdm_letter_content_add_copies (SdmLetterContent *self);
void sdm_letter_content_add_enclosure (SdmLetterContent *self);
void sdm_letter_content_add_figures (SdmLetterContent *self);
void sdm_letter_content_add_gp_box (SdmLetterContent *self);
void sdm_letter_content_add_sources (SdmLetterContent *self);

/* The steps of the plan, as recorded. */

int sdm_letter_compare_days (gconstpointer a,
                             gconstpointer b);

/* The plan card. */

void sdm_letter_content_add_emergencies (SdmLetterContent *self);
void sdm_letter_content_add_card (SdmLetterContent *self);

/* Sheets to be filled in with a pen. */

void     sdm_letter_content_add_before_we_meet (SdmLetterContent *self);
gboolean sdm_letter_content_add_still_right (SdmLetterContent *self,
                                             GError          **error);
void     sdm_letter_content_add_what_changed (SdmLetterContent *self);
void     sdm_letter_content_add_option_grid (SdmLetterContent *self);
void     sdm_letter_content_add_empty_grid (SdmLetterContent *self);
void     sdm_letter_content_add_grid_sources (SdmLetterContent *self);

SdmConsultation *sdm_letter_new_talk_on_paper (SdmConsultation *consultation,
                                               SdmAid          *aid,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_letter_content_add_paper_twin (SdmLetterContent *self);

void sdm_letter_content_open_sheet (SdmLetterContent *self,
                                    SdmLetterPaper    paper);
void sdm_letter_content_add_whose (SdmLetterContent *self);
void sdm_letter_content_add_sheet_contact (SdmLetterContent *self);

/* The enclosure. */

gboolean sdm_letter_content_has_enclosure (SdmLetterContent *self);
void     sdm_letter_content_append_confidence (SdmLetterContent *self,
                                               GString          *paragraph);
void     sdm_letter_content_add_more_talk (SdmLetterContent *self);

/* The figures of the enclosure. */

guint             sdm_letter_figure_get_number (json_t     *figure,
                                                const char *key);
char             *sdm_letter_figure_dup_title (json_t *figure) G_GNUC_WARN_UNUSED_RESULT;
const SdmOutcome *sdm_letter_content_find_outcome (SdmLetterContent *self,
                                                   json_t           *figure);
char             *sdm_letter_content_dup_population (SdmLetterContent *self,
                                                     const SdmOutcome *outcome,
                                                     json_t           *figure) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_letter_content_add_pictures (SdmLetterContent *self);
gboolean          sdm_letter_content_has_figures (SdmLetterContent *self);

gboolean   sdm_letter_figure_is_picture (SdmLetterContent *self,
                                         json_t           *figure);
GPtrArray *sdm_letter_content_list_outcomes (SdmLetterContent *self,
                                             gboolean          pictures) G_GNUC_WARN_UNUSED_RESULT;
json_t    *sdm_letter_content_find_figure (SdmLetterContent *self,
                                           const char       *outcome,
                                           const char       *option);

G_END_DECLS
