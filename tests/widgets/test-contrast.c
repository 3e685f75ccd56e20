/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <math.h>

#include "sdm-widgets.h"
#include "widget-picture.h"

/* Contrast (WCAG 2.2, 1.4.3 and 1.4.11) of what stands on what, from the colours of the style
 * sheets in each of the four looks. */

/* The sheets that AdwApplication loads together, in its order. */
static const struct
{
  const char *name;
  const char *sheets[4];
} themes[] = {
  { "light", { "style.css" } },
  { "dark", { "style.css", "style-dark.css" } },
  { "high-contrast", { "style.css", "style-hc.css" } },
  { "high-contrast-dark", { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" } },
};

typedef enum
{
  TEXT,  /* any text under 24 px, or under 18.7 px and bold */
  LARGE, /* larger text */
  PART,  /* what shows what a part is, or which state it is in */
  FOCUS, /* the ring, and what is beside it */
} Kind;

static const double least[] = { 4.5, 3.0, 3.0, 3.0 };

/* A new rule of style.css or pages.css with a text or a border of its own colour needs its line here. */
static const struct
{
  const char *ink;
  const char *paper;
  Kind        kind;
  const char *where;
} pairs[] = {
  { "ink", "paper", TEXT, "text on the page" },
  { "ink", "card", TEXT, "text on cards, in fields and on buttons" },
  { "ink", "sunken", TEXT, "names of options at the head of the grid; a card in a card" },
  { "ink", "voice", TEXT, "what the person said" },
  { "ink", "accent_soft", TEXT, "what was chosen; the step that is open; a row that is open" },
  { "ink", "caution", TEXT, "the strip above a draft; a figure to be checked" },
  { "ink", "problem_soft", TEXT, "what to do, in a card that says what went wrong" },
  { "ink", "practice", TEXT, "text on the card with the cases" },
  { "ink", "mix(card, ink, 0.05)", TEXT, "a button under the pointer" },
  { "ink", "mix(card, ink, 0.12)", TEXT, "a button that is pressed" },
  { "ink", "mix(paper, ink, 0.06)", TEXT, "a step under the pointer" },
  { "ink", "mix(card, ink, 0.04)", TEXT, "a question under the pointer" },
  { "ink", "mix(card, accent, 0.3)", TEXT, "text that is selected" },
  { "ink2", "paper", TEXT, "helpers, captions and steps that are not open" },
  { "ink2", "card", TEXT, "captions on cards; what a field is for; what can no longer be changed" },
  { "ink2", "sunken", TEXT, "captions below the pages of a letter" },
  { "ink2", "voice", TEXT, "the words in a field of the person’s that is still empty" },
  { "ink2", "accent_soft", TEXT, "more of an answer in a row that is open" },
  { "ink2", "practice", TEXT, "how long a case takes" },
  { "ink2", "mix(paper, ink, 0.06)", TEXT, "a step that is not open, under the pointer" },
  { "accent", "paper", TEXT, "buttons that look like links" },
  { "accent", "card", TEXT, "buttons that look like links; the tick at a step" },
  { "accent", "sunken", TEXT, "buttons in a card in a card" },
  { "accent", "voice", TEXT, "buttons among the person’s words" },
  { "accent", "practice", TEXT, "“Show more” below the cases" },
  { "accent", "accent_soft", TEXT, "such a button under the pointer" },
  { "on_accent", "accent", TEXT, "the button that leads on; the tick in a box" },
  { "on_accent", "mix(accent, on_accent, 0.1)", TEXT, "the same under the pointer" },
  { "on_accent", "mix(accent, on_accent, 0.2)", TEXT, "the same, pressed" },
  { "card", "problem", TEXT, "a button that takes away" },
  { "card", "ink", TEXT, "the word for a moment at the foot, and its button" },
  { "card", "mix(ink, card, 0.15)", TEXT, "that button under the pointer" },
  { "voice_mark", "voice", TEXT, "whose words these are" },
  { "voice_mark", "card", TEXT, "the number of a priority beside a question" },
  { "voice_mark", "accent_soft", TEXT, "the same in a row that is open" },
  { "problem", "paper", TEXT, "what is wrong, under a field" },
  { "problem", "card", TEXT, "what is wrong, under a field on a card" },
  { "problem", "voice", TEXT, "what is wrong, under a field of the person’s words" },
  { "problem", "problem_soft", TEXT, "what is wrong, on a card of its own" },
  { "on_practice", "practice", TEXT, "the strip that says that this is practice" },

  { "event", "card", PART, "people to whom it happens" },
  { "event", "paper", PART, "the same on the page" },
  { "event", "accent_soft", PART, "the same on the band" },
  { "event", "rest", PART, "them, and those to whom it does not happen" },
  { "rest", "card", PART, "people to whom it does not happen" },
  { "rest", "paper", PART, "the same on the page" },
  { "edge", "paper", PART, "the border of a button or field" },
  { "edge", "card", PART, "the same on a card; a switch that is off" },
  { "edge", "sunken", PART, "the same in a card in a card" },
  { "edge", "voice", PART, "the same among the person’s words" },
  { "edge", "practice", PART, "the same on the card with the cases" },
  { "edge", "caution", PART, "the dashes round a figure to be checked" },
  { "accent", "card", PART, "the border of what was chosen" },
  { "problem", "card", PART, "the border of a field in which something is wrong" },
  { "on_accent", "accent", PART, "the knob of a switch that is on" },
  { "mark_0", "paper", PART, "sign of an option" },
  { "mark_0", "card", PART, "sign of an option" },
  { "mark_0", "sunken", PART, "sign of an option at the head of the grid" },
  { "mark_1", "paper", PART, "sign of an option" },
  { "mark_1", "card", PART, "sign of an option" },
  { "mark_1", "sunken", PART, "sign of an option at the head of the grid" },
  { "mark_2", "paper", PART, "sign of an option" },
  { "mark_2", "card", PART, "sign of an option" },
  { "mark_2", "sunken", PART, "sign of an option at the head of the grid" },
  { "mark_3", "paper", PART, "sign of an option" },
  { "mark_3", "card", PART, "sign of an option" },
  { "mark_3", "sunken", PART, "sign of an option at the head of the grid" },
  { "mark_4", "paper", PART, "sign of an option" },
  { "mark_4", "card", PART, "sign of an option" },
  { "mark_4", "sunken", PART, "sign of an option at the head of the grid" },
  { "mark_5", "paper", PART, "sign of an option" },
  { "mark_5", "card", PART, "sign of an option" },
  { "mark_5", "sunken", PART, "sign of an option at the head of the grid" },

  { "focus", "paper", FOCUS, "the ring round what stands on the page; inside a step" },
  { "focus", "card", FOCUS, "round what stands on a card; inside an answer of the grid" },
  { "focus", "sunken", FOCUS, "round the buttons at the head of the grid; round a page of the letter" },
  { "focus", "voice", FOCUS, "round a field of the person’s words" },
  { "focus", "accent_soft", FOCUS, "inside a question that is open, and the step that is open" },
  { "focus", "caution", FOCUS, "round a button in a strip" },
  { "focus", "problem_soft", FOCUS, "round a button in a card that says what went wrong" },
  { "focus", "practice", FOCUS, "round a case" },
  { "card", "ink", FOCUS, "round the button of a word for a moment" },
};

/* Hairlines: nothing is lost where they are not seen. */
static const char *const decoration[] = { "rule", NULL };

/* Colours */

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  const double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
look_up_token (GtkWidget  *widget,
               const char *name,
               GdkRGBA    *colour)
{
  g_autofree char *token = g_strconcat ("ev_", name, NULL);

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), token, colour));
}

/* @name: a token, or two of them mixed as CSS mixes them: "mix(card, ink, 0.05)" */
static void
look_up (GtkWidget  *widget,
         const char *name,
         GdkRGBA    *colour)
{
  char    first[32];
  char    second[32];
  double  share;
  GdkRGBA other;

  if (sscanf (name, "mix(%31[^,], %31[^,], %lf)", first, second, &share) != 3)
    {
      look_up_token (widget, name, colour);
      return;
    }
  look_up_token (widget, first, colour);
  look_up_token (widget, second, &other);
  colour->red += (float) share * (other.red - colour->red);
  colour->green += (float) share * (other.green - colour->green);
  colour->blue += (float) share * (other.blue - colour->blue);
}

/* Tests */

static void
test_contrast (gconstpointer data)
{
  const gsize     theme = GPOINTER_TO_SIZE (data);
  GtkCssProvider *used[4] = { NULL };
  GtkWidget      *widget = g_object_ref_sink (gtk_label_new (""));

  for (gsize i = 0; i < 4 && themes[theme].sheets[i] != NULL; i++)
    used[i] = widget_picture_use_style (themes[theme].sheets[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      GdkRGBA ink;
      GdkRGBA paper;
      double  ratio;

      look_up (widget, pairs[i].ink, &ink);
      look_up (widget, pairs[i].paper, &paper);
      ratio = contrast (&ink, &paper);
      if (ratio < least[pairs[i].kind])
        {
          g_test_message ("%s on %s (%s): %.2f is under %.1f", pairs[i].ink, pairs[i].paper, pairs[i].where,
                          ratio, least[pairs[i].kind]);
          g_test_fail ();
        }
    }
  for (gsize i = 0; i < 4; i++)
    if (used[i] != NULL)
      widget_picture_drop_style (used[i]);
  g_assert_finalize_object (widget);
}

static char *
load_sheet (void)
{
  g_autofree char *text = widget_picture_load_style ("style.css");
  g_autoptr (GRegex) comments = g_regex_new ("/\\*.*?\\*/", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) tokens = g_regex_new ("@ev_", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (comments, text, -1, 0, "", 0, NULL);

  return g_regex_replace_literal (tokens, bare, -1, 0, "", 0, NULL);
}

/* The colour that a rule gives @property, where it is one of ours. */
static char *
find_colour (const char *rule,
             const char *property)
{
  g_autofree char *pattern = g_strdup_printf ("[;\\s]%s:\\s*(?:\\d+px \\w+ )?(mix\\([^)]*\\)|[a-z0-9_]+)\\s*(?:;|$)", property);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (!g_regex_match (regex, rule, 0, &match))
    return NULL;
  found = g_match_info_fetch (match, 1);

  return g_strv_contains ((const char *const[]){ "transparent", "none", "inherit", NULL }, found) || *found == '#' ? NULL : g_steal_pointer (&found);
}

static gboolean
is_in_table (const char *ink,
             const char *paper)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].ink, ink) && g_str_equal (pairs[i].paper, paper))
      return TRUE;

  return FALSE;
}

/* What one rule says of text or border and of what it stands on is in the table. */
static void
test_rules (void)
{
  static const char *const inks[] = { "color", "border", "border-color" };
  g_autofree char         *sheet = load_sheet ();
  g_auto (GStrv) rules = g_strsplit (sheet, "}", -1);
  guint n_pairs = 0;

  for (guint i = 0; rules[i] != NULL; i++)
    {
      const char      *body = strchr (rules[i], '{');
      g_autofree char *paper = body != NULL ? find_colour (body + 1, "background-color") : NULL;

      for (gsize j = 0; paper != NULL && j < G_N_ELEMENTS (inks); j++)
        {
          g_autofree char *ink = find_colour (body + 1, inks[j]);

          if (ink == NULL || g_strv_contains (decoration, ink) || g_str_equal (ink, paper))
            continue;
          n_pairs++;
          if (!is_in_table (ink, paper))
            {
              g_test_message ("%s on %s is not in the table: %s", ink, paper, g_strstrip (rules[i]));
              g_test_fail ();
            }
        }
    }
  g_assert_cmpuint (n_pairs, >, 20);
}

static gboolean
is_used (const char *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].ink, token) || g_str_equal (pairs[i].paper, token))
      return TRUE;

  return g_strv_contains (decoration, token);
}

static void
test_tokens (void)
{
  g_autofree char *sheet = load_sheet ();
  g_auto (GStrv) parts = g_strsplit (sheet, "@define-color ", -1);
  guint n_tokens = 0;

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *token = g_strndup (parts[i], strcspn (parts[i], " "));
      const char      *name = g_str_has_prefix (token, "ev_") ? token + 3 : token;

      if (strstr (parts[i], " #") != parts[i] + strlen (token))
        continue;
      n_tokens++;
      if (!is_used (name))
        {
          g_test_message ("nothing in the table stands in or on %s", token);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_tokens, >=, 26);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *name = g_strconcat ("/widgets/contrast/", themes[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_contrast);
    }
  g_test_add_func ("/widgets/contrast/rules", test_rules);
  g_test_add_func ("/widgets/contrast/tokens", test_tokens);

  return g_test_run ();
}
