/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-panel.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-language.h"
#include "sdm-letter-findings.h"
#include "sdm-page-list.h"
#include "sdm-page-reader.h"

/**
 * SdmLetterPanel:
 *
 * Beside the letter: which paper, in which form, for whom, Print and Save, and
 * what should be mended before it goes out.
 *
 * ## Signals
 *
 * `save` and `print` when the buttons are pressed; `letter-changed` when
 * something changed that stands in the letter, or another paper or format was chosen.
 */
struct _SdmLetterPanel
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *choices;
  GtkWidget *language;
  GtkWidget *findings;
  GtkWidget *helper;
  GtkWidget *past_review;
  GtkWidget *problem;
  GtkWidget *copies;
  GtkWidget *print;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (SdmLetterPanel, sdm_letter_panel, ADW_TYPE_BIN)

enum
{
  SIGNAL_SAVE,
  SIGNAL_PRINT,
  SIGNAL_LETTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SdmPageListKind copies_kind = {
  .path = "letter/copies_to",
  .line_label = N_ ("Who else gets a copy?"),
                    .remove_label = N_ ("Take this copy out"),
                                        .removed = N_ ("Copy taken out"),
                                        };

/* Callbacks */

static void
save_cb (SdmLetterPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
print_cb (SdmLetterPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_PRINT], 0);
}

/* All but that a letter was made can stand in the letter, or is looked at where it is checked. */
static void
consultation_changed_cb (SdmLetterPanel *self,
                         const char     *path)
{
  if (!g_str_has_prefix (path, "letter/made") && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_LETTER_CHANGED], 0);
}

static void
choices_changed_cb (SdmLetterPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_LETTER_CHANGED], 0);
}

/* Words */

static char *
dup_helper (SdmLetterPanel *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  SdmAid          *aid = sdm_page_get_aid (self->page);
  const char      *reader = sdm_consultation_get_reader_name (consultation, aid);
  gboolean         is_child = sdm_consultation_get_reader (consultation, aid) == SDM_READER_PARENT;
  g_autofree char *name = is_child ? sdm_consultation_dup_child_name (consultation) : sdm_consultation_dup_greeting_name (consultation);

  if (reader != NULL)
    /* Translators: whom a letter is to, and whom it is about: "Written to Jo Tanner, about Lily." */
    return g_strdup_printf (_ ("Written to %s, about %s."), reader, name);
  if (is_child)
    /* Translators: %s is a child: "Written to the parent or carer of Lily." */
    return g_strdup_printf (_ ("Written to the parent or carer of %s."), name);

  /* Translators: %s is what the person likes to be called: "Written to Alan." */
  return g_strdup_printf (_ ("Written to %s."), name);
}

/* What there is to know of the language of what was made. */
static char *
dup_of_language (const SdmLetterPreview *preview)
{
  g_autofree char *name = NULL;

  if (preview == NULL)
    return NULL;
  if (preview->unmet != NULL)
    /* Translators: %s says why, and what to do: "Not in the language that the person would like: the program has no words in “gu” yet; print…" */
    return g_strdup_printf (_ ("Not in the language that the person would like: %s."), preview->unmet);
  if (preview->copy == NULL)
    return NULL;

  name = sdm_language_dup_name (preview->copy->language);
  if (preview->n_untranslated == 0)
    /* Translators: %s is a language */
    return g_strdup_printf (_ ("Your own copy, in %s, follows it. Both are printed and saved together."), name);

  /* Translators: %1$u is a number of sentences, %2$s a language */
  return g_strdup_printf (ngettext ("Your own copy, in %2$s, follows it. Both are printed and saved together. %1$u text has no translation and stays English: read the letter with somebody who knows the language.",
                                    "Your own copy, in %2$s, follows it. Both are printed and saved together. %1$u texts have no translation and stay English: read the letter with somebody who knows the language.",
                                    preview->n_untranslated),
                          preview->n_untranslated, name);
}

static void
set_words (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* Building */

static GtkWidget *
make_wishes (SdmLetterPanel *self)
{
  GtkWidget *column = sdm_ui_column (10);
  GtkWidget *wanted = sdm_ui_check (sdm_page_is_for_parent (self->page) ? _ ("The parent wants a letter") : _ ("The person wants a letter"));
  GtkWidget *told = sdm_ui_check (_ ("We told them in person what the letter says"));

  gtk_box_append (GTK_BOX (column), wanted);
  gtk_box_append (GTK_BOX (column), told);
  sdm_page_bind_flag (self->page, wanted, "letter/wanted");
  sdm_page_bind_flag (self->page, told, "letter/told_in_person");

  return column;
}

static GtkWidget *
make_buttons (SdmLetterPanel *self)
{
  GtkWidget *row = sdm_ui_row (8);

  self->print = sdm_ui_button (_ ("Print"), "ev-printer-symbolic");
  self->save = sdm_ui_button (_ ("Save as PDF"), "ev-save-symbolic");
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row), self->print);
  gtk_box_append (GTK_BOX (row), self->save);

  return row;
}

static void
build (SdmLetterPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = sdm_ui_column (14);

  gtk_widget_set_focusable (scroller, FALSE);
  self->helper = sdm_ui_label (NULL, "chrome");
  gtk_widget_add_css_class (self->helper, "quiet");
  self->choices = sdm_letter_choices_new (self->page);
  self->findings = sdm_letter_findings_new (self->page);
  g_signal_connect_object (self->choices, "changed", G_CALLBACK (choices_changed_cb), self, G_CONNECT_SWAPPED);
  self->language = sdm_ui_label (NULL, "chrome");
  gtk_widget_set_visible (self->language, FALSE);
  self->past_review = sdm_ui_label (NULL, "chrome");
  self->problem = sdm_ui_label (NULL, "chrome");
  gtk_widget_add_css_class (self->problem, "problem-card");
  gtk_widget_set_visible (self->problem, FALSE);
  self->copies = sdm_page_list_new (self->page, &copies_kind);

  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Your letter"), "h1"));
  gtk_box_append (GTK_BOX (column), self->helper);
  gtk_box_append (GTK_BOX (column), self->choices);
  gtk_box_append (GTK_BOX (column), self->language);
  gtk_box_append (GTK_BOX (column), self->past_review);
  gtk_box_append (GTK_BOX (column), make_buttons (self));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Nothing is sent from here: print it, or save it with its words as plain text beside it."), "caption"));
  gtk_box_append (GTK_BOX (column), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (column), self->findings);
  gtk_box_append (GTK_BOX (column), make_wishes (self));
  gtk_box_append (GTK_BOX (column), self->copies);

  gtk_widget_add_css_class (column, "side-sheet");
  gtk_widget_set_vexpand (column, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  gtk_widget_set_size_request (scroller, 348, -1);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* GObject */

static void
sdm_letter_panel_class_init (SdmLetterPanelClass *klass)
{
  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LETTER_CHANGED] = g_signal_new ("letter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_letter_panel_init (SdmLetterPanel *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

/* Public API */

/**
 * sdm_letter_panel_new:
 * @page: the page that it belongs to
 */
GtkWidget *
sdm_letter_panel_new (SdmPage *page)
{
  SdmLetterPanel *self = g_object_new (SDM_TYPE_LETTER_PANEL, NULL);

  self->page = page;
  build (self);
  g_signal_connect_object (sdm_page_get_consultation (page), "changed",
                           G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sdm_letter_panel_refresh:
 *
 * Says what the consultation says now: to whom the letter is, what was asked for, and who
 * gets a copy. Makes no letter.
 */
void
sdm_letter_panel_refresh (SdmLetterPanel *self)
{
  SdmAid          *aid = sdm_page_get_aid (self->page);
  SdmContext      *context = sdm_session_get_context (sdm_page_get_session (self->page));
  g_autofree char *helper = dup_helper (self);
  g_autofree char *past_review = NULL;

  if (sdm_aid_is_past_review (aid, sdm_context_get_clock (context)))
    {
      g_autofree char *day = sdm_date_format (sdm_aid_get_review_by (aid));

      past_review = g_strdup_printf (_ ("This aid was due for review by %s. You can read it, but not print from it."), day);
    }
  set_words (self->helper, helper);
  sdm_letter_choices_refresh (SDM_LETTER_CHOICES (self->choices));
  set_words (self->past_review, past_review);
  sdm_page_list_refresh (SDM_PAGE_LIST (self->copies));
}

/**
 * sdm_letter_panel_get_choices:
 *
 * Returns: (transfer none): which paper is chosen, and how it is laid out
 */
SdmLetterChoices *
sdm_letter_panel_get_choices (SdmLetterPanel *self)
{
  g_return_val_if_fail (SDM_IS_LETTER_PANEL (self), NULL);

  return SDM_LETTER_CHOICES (self->choices);
}

/**
 * sdm_letter_panel_show:
 * @preview: (nullable): what was made; %NULL where that failed
 *
 * Says what there is to mend in it, and in which language it is, where that matters.
 */
void
sdm_letter_panel_show (SdmLetterPanel         *self,
                       const SdmLetterPreview *preview)
{
  g_autofree char *of_language = dup_of_language (preview);

  set_words (self->language, of_language);
  sdm_letter_findings_show (SDM_LETTER_FINDINGS (self->findings), preview != NULL ? preview->check : NULL);
}

/**
 * sdm_letter_panel_set_can_make:
 * @can_make: whether there is a letter that may be printed and saved
 */
void
sdm_letter_panel_set_can_make (SdmLetterPanel *self,
                               gboolean        can_make)
{
  gtk_widget_set_sensitive (self->print, can_make);
  gtk_widget_set_sensitive (self->save, can_make);
}

/**
 * sdm_letter_panel_set_problem:
 * @problem: (nullable): what went wrong, in words; %NULL when all is well
 */
void
sdm_letter_panel_set_problem (SdmLetterPanel *self,
                              const char     *problem)
{
  set_words (self->problem, problem);
}
