/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-choices.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"
#include "sdm-consultation-people.h"
#include "sdm-language-choice.h"
#include "sdm-letter.h"
#include "sdm-page-reader.h"

/**
 * SdmLetterChoices:
 *
 * Which paper is looked at, in which language, and how it is laid out: the size of its type, on
 * white or yellow, and whether each sentence begins a line. What fits the
 * person is chosen until somebody chooses otherwise. Nothing of the talk
 * changes.
 *
 * ## Signals
 *
 * `changed` when another paper, language or format was chosen.
 */
struct _SdmLetterChoices
{
  GtkBox parent_instance;

  SdmPage        *page; /* not owned: it owns this */
  GtkWidget      *kind;
  GtkWidget      *size;
  GtkWidget      *language;
  GtkWidget      *yellow;
  GtkWidget      *easy;
  GtkWidget      *note;
  guint           points;
  SdmLetterFormat needed; /* as it was when it was last chosen */
  char           *wish;   /* owned, nullable: the language, likewise */
  gboolean        showing;
};

G_DEFINE_FINAL_TYPE (SdmLetterChoices, sdm_letter_choices, GTK_TYPE_BOX)

static guint changed_signal;

/* In the order in which they are offered. The last needs an aid. */
static const struct
{
  SdmLetterKind kind;
  const char   *name;
} papers[] = {
  { SDM_LETTER_KIND_LETTER, N_ ("Letter") },
    { SDM_LETTER_KIND_PLAN_CARD, N_ ("Plan card, half a page") },
      { SDM_LETTER_KIND_OPTION_GRID, N_ ("Options side by side") },
        { SDM_LETTER_KIND_BEFORE_WE_MEET, N_ ("Before we meet, to fill in") },
          { SDM_LETTER_KIND_STILL_RIGHT, N_ ("Still right for you? To fill in") },
            { SDM_LETTER_KIND_GP_COPY, N_ ("Copy for the GP") },
              { SDM_LETTER_KIND_PAPER_TWIN, N_ ("On paper, for when the computer fails") },
            };

static const struct
{
  guint       points;
  const char *name;
} sizes[] = {
  { 12, N_ ("12 point") },
    { 14, N_ ("14 point, standard") },
      { 16, N_ ("16 point") },
        { 18, N_ ("18 point, large print") },
          { 20, N_ ("20 point") },
            { 22, N_ ("22 point") },
              { 24, N_ ("24 point") },
            };

/* Formats */

/**
 * sdm_letter_format_dup_name:
 *
 * Returns: (transfer full): a format in words: "18 point, on yellow"
 */
char *
sdm_letter_format_dup_name (const SdmLetterFormat *format)
{
  const gboolean is_yellow = format->ground == SDM_LETTER_GROUND_YELLOW;

  if (is_yellow && format->is_easy)
    /* Translators: formats of a letter; %u is the size of the type */
    return g_strdup_printf (_ ("%u point, on yellow, a sentence a line"), format->points);
  if (is_yellow)
    return g_strdup_printf (_ ("%u point, on yellow"), format->points);
  if (format->is_easy)
    return g_strdup_printf (_ ("%u point, a sentence a line"), format->points);

  return g_strdup_printf (_ ("%u point"), format->points);
}

/* What others read, or nobody yet, is laid out as usual. */
static gboolean
is_for_person (SdmLetterChoices *self)
{
  const SdmLetterKind kind = sdm_letter_choices_get_kind (self);

  return kind != SDM_LETTER_KIND_GP_COPY && kind != SDM_LETTER_KIND_PAPER_TWIN;
}

static SdmLetterFormat
find_needed (SdmLetterChoices *self)
{
  const SdmLetterFormat usual = { .points = SDM_LETTER_EDITION_DEFAULT };

  if (!is_for_person (self))
    return usual;

  return sdm_letter_format_for_person (sdm_page_get_consultation (self->page));
}

/* The language that the person would like, whether it can be had or not; NULL for that of the record. */
static const char *
find_wish (SdmLetterChoices *self)
{
  return is_for_person (self) ? sdm_consultation_get_text (sdm_page_get_consultation (self->page), "people/letter_wish/language") : NULL;
}

static void
take_wish (SdmLetterChoices *self)
{
  g_free (self->wish);
  self->wish = g_strdup (find_wish (self));
  sdm_language_choice_set_language (SDM_LANGUAGE_CHOICE (self->language), self->wish);
}

/* A size between those that are offered is shown as the next larger one, and kept as long as nobody chooses another. */
static void
show_format (SdmLetterChoices      *self,
             const SdmLetterFormat *format)
{
  guint shown = 0;

  while (shown + 1 < G_N_ELEMENTS (sizes) && sizes[shown].points < format->points)
    shown++;
  self->showing = TRUE;
  self->points = format->points;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->size), shown);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->yellow), format->ground == SDM_LETTER_GROUND_YELLOW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->easy), format->is_easy);
  self->showing = FALSE;
}

/* What the person asked for, where that is not what most people get. */
static char *
dup_note (SdmLetterChoices *self)
{
  SdmConsultation      *consultation = sdm_page_get_consultation (self->page);
  const SdmLetterFormat usual = { .points = SDM_LETTER_EDITION_DEFAULT };
  g_autofree char      *person = sdm_page_dup_speaker (self->page);
  g_autofree char      *needed = sdm_letter_format_dup_name (&self->needed);
  guint                 points = 0;
  const char           *wish = sdm_consultation_get_letter_format (consultation, &points);

  if (g_str_equal (wish, "none"))
    return g_strdup_printf (_ ("%s would rather have no letter."), person);
  if (g_str_equal (wish, "text"))
    return g_strdup_printf (_ ("%s asked for plain text. It is saved beside the PDF."), person);
  if (sdm_letter_format_equal (&self->needed, &usual))
    return NULL;

  /* Translators: %1$s is a person, %2$s a format: "Arthur needs this: 18 point, on yellow." */
  return g_strdup_printf (_ ("%1$s needs this: %2$s."), person, needed);
}

static void
show_note (SdmLetterChoices *self)
{
  g_autofree char *note = dup_note (self);

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

/* Callbacks */

static const char *
get_chosen (GtkWidget *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down)));
}

/* The button inside takes the focus. */
static void
take_name (GtkWidget *drop_down,
           char      *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
name_kind (SdmLetterChoices *self)
{
  /* Translators: which of the papers is chosen: "Which paper: Plan card, half a page" */
  take_name (self->kind, g_strdup_printf (_ ("Which paper: %s"), get_chosen (self->kind)));
}

static void
name_size (SdmLetterChoices *self)
{
  /* Translators: which size is chosen: "Size of the type: 14 point, standard" */
  take_name (self->size, g_strdup_printf (_ ("Size of the type: %s"), get_chosen (self->size)));
}

static void
kind_changed_cb (SdmLetterChoices *self)
{
  name_kind (self);
  sdm_letter_choices_use_needed (self);
}

static void
size_changed_cb (SdmLetterChoices *self)
{
  name_size (self);
  if (self->showing)
    return;
  self->points = sizes[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->size)), G_N_ELEMENTS (sizes) - 1)].points;
  g_signal_emit (self, changed_signal, 0);
}

static void
format_changed_cb (SdmLetterChoices *self)
{
  if (!self->showing)
    g_signal_emit (self, changed_signal, 0);
}

/* Building */

static GtkWidget *
make_kinds (SdmLetterChoices *self)
{
  const gboolean is_blank = sdm_aid_is_blank (sdm_page_get_aid (self->page));
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (!is_blank || papers[i].kind != SDM_LETTER_KIND_PAPER_TWIN)
      gtk_string_list_append (names, _ (papers[i].name));
  self->kind = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  name_kind (self);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);

  return self->kind;
}

static GtkWidget *
make_sizes (SdmLetterChoices *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (names, _ (sizes[i].name));
  self->size = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  name_size (self);
  g_signal_connect_object (self->size, "notify::selected", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);

  return self->size;
}

static void
build (SdmLetterChoices *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  self->yellow = sdm_ui_check (_ ("Yellow"));
  self->easy = sdm_ui_check (_ ("A sentence a line"));
  self->note = sdm_ui_label (NULL, "chrome");
  g_signal_connect_object (self->yellow, "toggled", G_CALLBACK (format_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->easy, "toggled", G_CALLBACK (format_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), make_kinds (self));
  gtk_box_append (GTK_BOX (self), make_sizes (self));
  self->language = sdm_language_choice_new (self->page);
  g_signal_connect_object (self->language, "changed", G_CALLBACK (format_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->language);
  gtk_box_append (GTK_BOX (row), self->yellow);
  gtk_box_append (GTK_BOX (row), self->easy);
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), self->note);
}

/* GObject */

static void
sdm_letter_choices_finalize (GObject *object)
{
  g_free (SDM_LETTER_CHOICES (object)->wish);

  G_OBJECT_CLASS (sdm_letter_choices_parent_class)->finalize (object);
}

static void
sdm_letter_choices_class_init (SdmLetterChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_letter_choices_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_letter_choices_init (SdmLetterChoices *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "of-the-view");
}

/* Public API */

GtkWidget *
sdm_letter_choices_new (SdmPage *page)
{
  SdmLetterChoices *self = g_object_new (SDM_TYPE_LETTER_CHOICES, NULL);

  self->page = page;
  build (self);
  self->needed = find_needed (self);
  show_format (self, &self->needed);
  take_wish (self);
  show_note (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_letter_choices_refresh:
 *
 * Follows what the person needs now. Who chose another format keeps it as long as that is the same. Emits nothing.
 */
void
sdm_letter_choices_refresh (SdmLetterChoices *self)
{
  const SdmLetterFormat needed = find_needed (self);

  g_return_if_fail (SDM_IS_LETTER_CHOICES (self));

  if (g_strcmp0 (find_wish (self), self->wish) != 0)
    take_wish (self);
  if (!sdm_letter_format_equal (&needed, &self->needed))
    {
      self->needed = needed;
      show_format (self, &needed);
    }
  show_note (self);
}

/**
 * sdm_letter_choices_get_kind:
 *
 * Returns: the paper that was chosen
 */
SdmLetterKind
sdm_letter_choices_get_kind (SdmLetterChoices *self)
{
  g_return_val_if_fail (SDM_IS_LETTER_CHOICES (self), SDM_LETTER_KIND_LETTER);

  return papers[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)), G_N_ELEMENTS (papers) - 1)].kind;
}

/**
 * sdm_letter_choices_get_format:
 *
 * Returns: the format that was chosen
 */
SdmLetterFormat
sdm_letter_choices_get_format (SdmLetterChoices *self)
{
  SdmLetterFormat format = { .points = SDM_LETTER_EDITION_DEFAULT };

  g_return_val_if_fail (SDM_IS_LETTER_CHOICES (self), format);

  format.points = self->points;
  format.ground = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->yellow)) ? SDM_LETTER_GROUND_YELLOW : SDM_LETTER_GROUND_WHITE;
  format.is_easy = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->easy));

  return format;
}

/**
 * sdm_letter_choices_get_needed:
 *
 * Returns: the format that fits who reads the paper
 */
SdmLetterFormat
sdm_letter_choices_get_needed (SdmLetterChoices *self)
{
  const SdmLetterFormat usual = { .points = SDM_LETTER_EDITION_DEFAULT };

  g_return_val_if_fail (SDM_IS_LETTER_CHOICES (self), usual);

  return find_needed (self);
}

/**
 * sdm_letter_choices_get_language:
 *
 * Returns: (nullable): the language that was chosen, or that the person would like; %NULL for that of the record
 */
const char *
sdm_letter_choices_get_language (SdmLetterChoices *self)
{
  g_return_val_if_fail (SDM_IS_LETTER_CHOICES (self), NULL);

  return sdm_language_choice_get_language (SDM_LANGUAGE_CHOICE (self->language));
}

/**
 * sdm_letter_choices_get_needed_language:
 *
 * Returns: (nullable): the language in which the person would like to read, where the paper can be had in it
 */
const char *
sdm_letter_choices_get_needed_language (SdmLetterChoices *self)
{
  const char *wish;

  g_return_val_if_fail (SDM_IS_LETTER_CHOICES (self), NULL);

  wish = find_wish (self);

  return sdm_language_choice_offers (SDM_LANGUAGE_CHOICE (self->language), wish) ? wish : NULL;
}

/**
 * sdm_letter_choices_use_needed:
 *
 * Chooses the language and the format that fit who reads the paper.
 */
void
sdm_letter_choices_use_needed (SdmLetterChoices *self)
{
  g_return_if_fail (SDM_IS_LETTER_CHOICES (self));

  self->needed = find_needed (self);
  show_format (self, &self->needed);
  take_wish (self);
  g_signal_emit (self, changed_signal, 0);
}
