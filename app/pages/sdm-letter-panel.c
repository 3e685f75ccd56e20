/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-panel.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-page-list.h"
#include "sdm-page-reader.h"

/**
 * SdmLetterPanel:
 *
 * Beside the letter: in which form, for whom, and Print and Save.
 *
 * ## Signals
 *
 * `save` and `print` when the buttons are pressed; `letter-changed` when
 * something changed that stands in the letter.
 */
struct _SdmLetterPanel
{
  AdwBin parent_instance;

  SdmPage         *page; /* not owned: it owns this */
  SdmDocumentView *document;
  GtkWidget       *kind;
  GtkWidget       *helper;
  GtkWidget       *format_note;
  GtkWidget       *past_review;
  GtkWidget       *problem;
  GtkWidget       *copies;
  GtkWidget       *print;
  GtkWidget       *save;
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

static void
consultation_changed_cb (SdmLetterPanel *self,
                         const char     *path)
{
  if (g_str_has_prefix (path, "letter/") && !g_str_has_prefix (path, "letter/made") && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_LETTER_CHANGED], 0);
}

static void
name_kind (SdmLetterPanel *self)
{
  GtkStringObject *paper = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->kind));
  /* Translators: which of the papers is chosen: "Which paper: Plan card, half a page" */
  g_autofree char *name = g_strdup_printf (_ ("Which paper: %s"), gtk_string_object_get_string (paper));

  /* The button inside takes the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->kind)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
kind_changed_cb (SdmLetterPanel *self)
{
  name_kind (self);
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

/* What the person asked for and this version cannot make; NULL for nothing. */
static char *
dup_format_note (SdmLetterPanel *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autofree char *name = sdm_page_dup_speaker (self->page);
  const char      *wish = sdm_consultation_get_text (consultation, "people/letter_wish/format");

  if (g_strcmp0 (wish, "large") == 0)
    return g_strdup_printf (_ ("%s asked for large print. This version prints 14 point only; print the PDF larger, or read the letter out together."), name);
  if (g_strcmp0 (wish, "text") == 0)
    return g_strdup_printf (_ ("%s asked for plain text. This version makes a PDF only; text can be copied from it."), name);
  if (g_strcmp0 (wish, "none") == 0)
    return g_strdup_printf (_ ("%s would rather have no letter."), name);

  return NULL;
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
make_zoom (SdmLetterPanel *self)
{
  GtkWidget *row = sdm_ui_row (8);
  GtkWidget *smaller = sdm_ui_icon_button ("ev-minus-symbolic", _ ("Smaller"));
  GtkWidget *larger = sdm_ui_icon_button ("ev-plus-symbolic", _ ("Larger"));
  GtkWidget *place = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_widget_set_hexpand (place, TRUE);
  gtk_widget_add_css_class (place, "chrome");
  gtk_widget_add_css_class (place, "quiet");
  g_object_bind_property (self->document, "place", place, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (smaller, "clicked", G_CALLBACK (sdm_document_view_zoom_out), self->document, G_CONNECT_SWAPPED);
  g_signal_connect_object (larger, "clicked", G_CALLBACK (sdm_document_view_zoom_in), self->document, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), smaller);
  gtk_box_append (GTK_BOX (row), larger);

  return row;
}

/* Which paper: it is looked at and printed, and changes nothing of the talk. */
static GtkWidget *
make_kinds (SdmLetterPanel *self)
{
  const char *const names[] = { _ ("Letter, 14 point"), _ ("Plan card, half a page"), NULL };

  self->kind = gtk_drop_down_new_from_strings (names);
  name_kind (self);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);

  return self->kind;
}

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
  self->format_note = sdm_ui_label (NULL, "chrome");
  self->past_review = sdm_ui_label (NULL, "chrome");
  self->problem = sdm_ui_label (NULL, "chrome");
  gtk_widget_add_css_class (self->problem, "problem-card");
  gtk_widget_set_visible (self->problem, FALSE);
  self->copies = sdm_page_list_new (self->page, &copies_kind);

  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Your letter"), "h1"));
  gtk_box_append (GTK_BOX (column), self->helper);
  gtk_box_append (GTK_BOX (column), make_kinds (self));
  gtk_box_append (GTK_BOX (column), self->format_note);
  gtk_box_append (GTK_BOX (column), self->past_review);
  gtk_box_append (GTK_BOX (column), make_buttons (self));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Nothing is sent from here: print it or save it."), "caption"));
  gtk_box_append (GTK_BOX (column), make_zoom (self));
  gtk_box_append (GTK_BOX (column), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
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
 * @document: (transfer none): the view that shows the letter
 */
GtkWidget *
sdm_letter_panel_new (SdmPage         *page,
                      SdmDocumentView *document)
{
  SdmLetterPanel *self = g_object_new (SDM_TYPE_LETTER_PANEL, NULL);

  self->page = page;
  self->document = document;
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
  g_autofree char *format_note = dup_format_note (self);
  g_autofree char *past_review = NULL;

  if (sdm_aid_is_past_review (aid, sdm_context_get_clock (context)))
    {
      g_autofree char *day = sdm_date_format (sdm_aid_get_review_by (aid));

      past_review = g_strdup_printf (_ ("This aid was due for review by %s. You can read it, but not print from it."), day);
    }
  set_words (self->helper, helper);
  set_words (self->format_note, format_note);
  set_words (self->past_review, past_review);
  sdm_page_list_refresh (SDM_PAGE_LIST (self->copies));
}

/**
 * sdm_letter_panel_get_kind:
 *
 * Returns: the paper that was chosen
 */
SdmLetterKind
sdm_letter_panel_get_kind (SdmLetterPanel *self)
{
  g_return_val_if_fail (SDM_IS_LETTER_PANEL (self), SDM_LETTER_KIND_LETTER);

  return (SdmLetterKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
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
