/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-risks-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "sdm-comparison.h"
#include "sdm-consultation-options.h"
#include "sdm-figure-card.h"
#include "sdm-figure-deck.h"
#include "sdm-page-reader.h"
#include "sdm-people-key.h"
#include "sdm-row-watch.h"

/**
 * SdmRisksPage:
 *
 * What could happen with each option: a card for each outcome, benefits and
 * harms in turn and in equal space. Whatever is on screen is kept as shown.
 * When the group changes, the numbers seen before stay beside the new ones
 * until they are dismissed.
 */
struct _SdmRisksPage
{
  SdmPage parent_instance;

  char *former_group; /* owned, nullable: the group seen before, until dismissed */
  char *cards_for;    /* owned, nullable: the options the cards were made for */

  GtkWidget *groups; /* nullable: the aid has no groups */
  GtkWidget *changed;
  GtkWidget *changed_text;
  GtkWidget *cards; /* an SdmFigureDeck */
  GtkWidget *more;
  GtkWidget *more_cards;  /* an SdmFigureDeck */
  gboolean   is_choosing; /* the program sets the group, not the clinician */
};

G_DEFINE_FINAL_TYPE (SdmRisksPage, sdm_risks_page, SDM_TYPE_PAGE)

static const char *
get_group (SdmPage *page)
{
  return sdm_consultation_get_group (sdm_page_get_consultation (page), sdm_page_get_aid (page));
}

static const char *
find_group_label (SdmAid     *aid,
                  const char *id)
{
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (aid, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    if (g_strcmp0 (groups[i].id, id) == 0)
      return groups[i].label;

  return id;
}

/* Cards */

static void
fill_cards (SdmPage   *page,
            GtkWidget *deck,
            GPtrArray *shown,
            gboolean   on_request)
{
  SdmAid *aid = sdm_page_get_aid (page);
  g_autoptr (GPtrArray) outcomes = sdm_comparison_list_outcomes (aid, on_request);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (guint i = 0; i < outcomes->len; i++)
    {
      const SdmOutcome *outcome = g_ptr_array_index (outcomes, i);
      GtkWidget        *card = sdm_figure_card_new (aid, outcome, shown);

      sdm_row_watch_part (sdm_page_get_session (page), card, outcome->id);
      g_ptr_array_add (cards, card);
    }
  sdm_figure_deck_set_cards (SDM_FIGURE_DECK (deck), cards);
}

/* The cards stay as they are while the same options are shown, so that a
 * picture can fade from one group to the next. */
static void
ensure_cards (SdmRisksPage *self)
{
  SdmPage *page = SDM_PAGE (self);
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  g_autoptr (GString) cards_for = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (cards_for, "%s ", ((const SdmOption *) g_ptr_array_index (shown, i))->id);
  if (g_strcmp0 (cards_for->str, self->cards_for) == 0)
    return;

  g_free (self->cards_for);
  self->cards_for = g_strdup (cards_for->str);
  fill_cards (page, self->cards, shown, FALSE);
  fill_cards (page, self->more_cards, shown, TRUE);
  gtk_widget_set_visible (self->more, sdm_figure_deck_get_n_cards (SDM_FIGURE_DECK (self->more_cards)) > 0);
}

/* What is on screen is kept as shown. */
static void
show_card (gpointer data,
           gpointer user_data)
{
  SdmRisksPage *self = user_data;
  SdmPage      *page = SDM_PAGE (self);

  sdm_figure_card_show (SDM_FIGURE_CARD (data), get_group (page), self->former_group);
  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_note_figures (sdm_page_get_consultation (page), sdm_page_get_aid (page),
                                   sdm_figure_card_get_outcome (SDM_FIGURE_CARD (data)));
}

static void
show_cards (SdmRisksPage *self,
            GtkWidget    *deck)
{
  sdm_figure_deck_foreach_seen (SDM_FIGURE_DECK (deck), show_card, self);
}

/* The words with which the labels of all groups start. */
static char *
dup_common_start (SdmAid *aid)
{
  guint                   n_groups;
  const SdmAidGroup      *groups = sdm_aid_get_groups (aid, &n_groups);
  g_autofree const char **labels = g_new0 (const char *, n_groups + 1);

  for (guint i = 0; i < n_groups; i++)
    labels[i] = groups[i].label;

  return sdm_comparison_dup_common_start (labels);
}

static void
show_changed (SdmRisksPage *self)
{
  SdmPage         *page = SDM_PAGE (self);
  SdmAid          *aid = sdm_page_get_aid (page);
  g_autofree char *start = dup_common_start (aid);
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->changed, self->former_group != NULL);
  if (self->former_group == NULL)
    return;

  now = sdm_comparison_dup_in_sentence (aid, find_group_label (aid, get_group (page)));
  /* Translators: two groups of people: "These are now numbers for people with a risk of 20 in 100. Before:
   * 10 in 100." Outside English the first starts as its label does; put a colon before it if that reads better. */
  text = g_strdup_printf (_ ("These are now numbers for %s. Before: %s."), now,
                             find_group_label (aid, self->former_group) + strlen (start));
  gtk_label_set_label (GTK_LABEL (self->changed_text), text);
}

static void
show_figures (SdmRisksPage *self)
{
  show_changed (self);
  show_cards (self, self->cards);
  if (gtk_expander_get_expanded (GTK_EXPANDER (self->more)))
    show_cards (self, self->more_cards);
}

/* Callbacks */

static void
group_chosen_cb (SdmRisksPage *self)
{
  SdmPage    *page = SDM_PAGE (self);
  const char *before = get_group (page);
  const char *chosen = sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->groups));

  if (self->is_choosing)
    return;
  if (chosen != NULL && g_strcmp0 (chosen, before) != 0)
    {
      g_free (self->former_group);
      self->former_group = g_strdup (before);
      sdm_consultation_set_group (sdm_page_get_consultation (page), sdm_page_get_aid (page), chosen);
      show_figures (self);
    }

  /* One group is always shown, so pressing it again does not take it back. */
  self->is_choosing = TRUE;
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->groups), get_group (page));
  self->is_choosing = FALSE;
}

static void
dismiss_cb (SdmRisksPage *self)
{
  g_clear_pointer (&self->former_group, g_free);
  show_figures (self);
}

static void
more_opened_cb (SdmRisksPage *self)
{
  if (gtk_expander_get_expanded (GTK_EXPANDER (self->more)))
    show_cards (self, self->more_cards);
}

/* Building */

static GtkWidget *
make_groups (SdmRisksPage *self,
             const char  **title)
{
  SdmPage           *page = SDM_PAGE (self);
  GtkWidget         *bar = sdm_choice_bar_new ();
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (sdm_page_get_aid (page), &n_groups);
  g_autofree char   *start = dup_common_start (sdm_page_get_aid (page));
  gsize              skip = strlen (start);

  for (guint i = 0; i < n_groups; i++)
    sdm_choice_bar_add (SDM_CHOICE_BAR (bar), groups[i].id, groups[i].label + skip);
  g_strchomp (start);
  *title = g_intern_string (skip > 0 ? start : _ ("These numbers are for"));

  return bar;
}

static void
add_groups (SdmRisksPage *self)
{
  SdmPage    *page = SDM_PAGE (self);
  guint       n_groups;
  const char *title;

  sdm_aid_get_groups (sdm_page_get_aid (page), &n_groups);
  if (n_groups < 2)
    return;

  self->groups = make_groups (self, &title);
  sdm_page_place_mark (self->groups, "risks/groups");
  gtk_widget_set_sensitive (self->groups, !sdm_session_is_read_only (sdm_page_get_session (page)));
  g_signal_connect_swapped (self->groups, "notify::value", G_CALLBACK (group_chosen_cb), self);
  sdm_page_add_beside_heading (page, sdm_ui_field (title, self->groups));
}

static void
add_changed (SdmRisksPage *self,
             GtkWidget    *content)
{
  GtkWidget *dismiss = sdm_ui_button (_ ("I have seen it"), NULL);

  self->changed = sdm_ui_row (12);
  self->changed_text = sdm_ui_label (NULL, "chrome");
  gtk_widget_set_hexpand (self->changed_text, TRUE);
  gtk_box_append (GTK_BOX (self->changed), self->changed_text);
  gtk_box_append (GTK_BOX (self->changed), dismiss);
  gtk_widget_add_css_class (self->changed, "banner");
  gtk_widget_add_css_class (self->changed, "caution");
  gtk_widget_add_css_class (dismiss, "flat");
  g_signal_connect_swapped (dismiss, "clicked", G_CALLBACK (dismiss_cb), self);
  gtk_box_append (GTK_BOX (content), self->changed);
}

static void
sdm_risks_page_build (SdmPage *page)
{
  SdmRisksPage    *self = SDM_RISKS_PAGE (page);
  GtkWidget       *column = sdm_ui_column (8);
  g_autofree char *people = sdm_format_count (sdm_aid_get_denominator (sdm_page_get_aid (page)));
  g_autofree char *helper = NULL;
  GtkWidget       *more;

  /* Translators: "Picture 1,000 people. No one can say which one is you." */
  helper = g_strdup_printf (sdm_page_is_for_parent (page) ? _ ("Picture %s children. No one can say which one is yours.")
                                                          : _ ("Picture %s people. No one can say which one is you."),
                                                               people);
  sdm_page_set_heading (page, _ ("What could happen?"), helper);
  add_groups (self);
  gtk_box_append (GTK_BOX (sdm_page_get_content (page)), column);
  add_changed (self, column);
  gtk_box_append (GTK_BOX (column), sdm_people_key_new (18));

  self->cards = sdm_figure_deck_new ();
  g_signal_connect_swapped (self->cards, "seen", G_CALLBACK (show_figures), self);
  gtk_box_append (GTK_BOX (column), self->cards);
  self->more = sdm_ui_fold (_ ("More that was measured"), &more);
  self->more_cards = sdm_figure_deck_new ();
  g_signal_connect_swapped (self->more_cards, "seen", G_CALLBACK (show_figures), self);
  gtk_box_append (GTK_BOX (more), self->more_cards);
  g_signal_connect_swapped (self->more, "notify::expanded", G_CALLBACK (more_opened_cb), self);
  gtk_box_append (GTK_BOX (column), self->more);
  sdm_row_watch_scrolling (sdm_page_get_session (page), column);
}

static void
sdm_risks_page_refresh (SdmPage *page)
{
  SdmRisksPage *self = SDM_RISKS_PAGE (page);

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_open_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  if (self->groups != NULL)
    {
      self->is_choosing = TRUE;
      sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->groups), get_group (page));
      self->is_choosing = FALSE;
    }
  ensure_cards (self);
  show_figures (self);
}

/* Large text: one outcome at a time. */
static void
sdm_risks_page_fit (SdmPage *page,
                    gboolean is_narrow,
                    gboolean has_large_text)
{
  SdmRisksPage *self = SDM_RISKS_PAGE (page);

  sdm_figure_deck_set_fit (SDM_FIGURE_DECK (self->cards), is_narrow, has_large_text);
  sdm_figure_deck_set_fit (SDM_FIGURE_DECK (self->more_cards), is_narrow, has_large_text);
}

/* GObject */

static void
sdm_risks_page_finalize (GObject *object)
{
  SdmRisksPage *self = SDM_RISKS_PAGE (object);

  g_clear_pointer (&self->former_group, g_free);
  g_clear_pointer (&self->cards_for, g_free);

  G_OBJECT_CLASS (sdm_risks_page_parent_class)->finalize (object);
}

static void
sdm_risks_page_class_init (SdmRisksPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sdm_risks_page_finalize;
  page_class->step = SDM_STEP_RISKS;
  page_class->build = sdm_risks_page_build;
  page_class->refresh = sdm_risks_page_refresh;
  page_class->fit = sdm_risks_page_fit;
}

static void
sdm_risks_page_init (SdmRisksPage *self)
{
}
